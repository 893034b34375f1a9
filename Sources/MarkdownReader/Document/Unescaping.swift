import Text

/// Backslash escapes and character references (CommonMark 0.31.2, sections 2.4 and 2.5).
enum Unescaping {
  /// Appends source text with its escapes and references decoded.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x5C, position + 1 < range.upperBound, isPunctuation(bytes[position + 1]) {
        output.append(bytes[position + 1])
        position += 2
      } else if byte == 0x26, let match = reference(in: bytes, at: position, limit: range.upperBound) {
        for index in 0..<match.utf8.count { output.append(match.utf8[index]) }
        position += match.sourceLength
      } else {
        output.append(byte)
        position += 1
      }
    }
  }

  /// Whether a byte is ASCII punctuation.
  @inline(__always)
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// A character reference; unlike in HTML, the semicolon is required, and a number has at most seven digits, or six in
  /// base 16.
  static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int
  ) -> CharacterReference.Match? {
    guard let base = bytes.baseAddress,
      let match = CharacterReference.match(in: base, at: position, limit: limit),
      bytes[position + match.sourceLength - 1] == 0x3B
    else { return nil }
    if bytes[position + 1] == 0x23 {
      let isHexadecimal = bytes[position + 2] | 0x20 == 0x78
      guard match.sourceLength <= (isHexadecimal ? 10 : 10) else { return nil }
    }
    return match
  }
}
