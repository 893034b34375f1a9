/// Percent-encoding of URLs (RFC 3986).
public enum PercentEncoding {
  /// A URL for reading: `%E5%9B%BD%E9%99%85` becomes 国际.
  ///
  /// Decoded is what is sure to mean the same and to show as itself: valid UTF-8 of letters, marks and symbols
  /// outside ASCII, and ASCII letters, digits and `-._~`. Everything else stays encoded: reserved characters,
  /// controls, blanks of all kinds, characters that show nothing or turn the text around, and broken sequences.
  /// Once only: `%25E5` becomes `%25E5`.
  ///
  /// - Complexity: O(n).
  public static func decodedForDisplay(_ url: String) -> String {
    guard url.utf8.contains(UInt8(ascii: "%")) else { return url }
    let bytes = Array(url.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "%"), let lead = octet(bytes, at: i) else {
        output.append(bytes[i])
        i += 1
        continue
      }
      let length = sequenceLength(lead)
      var sequence = [lead]
      while sequence.count < length, let next = octet(bytes, at: i + 3 * sequence.count), next & 0xC0 == 0x80 {
        sequence.append(next)
      }
      if length == 3, 0xE4...0xE9 ~= lead, sequence.count == 3 {
        // U+4000 to U+9FFF: Han and hexagrams, whatever follows.
        output.append(contentsOf: sequence)
        i += 9
      } else if sequence.count == length, let text = String(validating: sequence, as: UTF8.self),
        let scalar = text.unicodeScalars.first, showsAsItself(scalar)
      {
        output.append(contentsOf: sequence)
        i += 3 * length
      } else {
        output.append(contentsOf: bytes[i..<(i + 3)])
        i += 3
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Every `%XX` as its byte; broken UTF-8 becomes U+FFFD. For matching, not for showing.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if let byte = octet(bytes, at: i) {
        output.append(byte)
        i += 3
      } else {
        output.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func octet(_ bytes: [UInt8], at i: Int) -> UInt8? {
    guard i + 2 < bytes.count, bytes[i] == UInt8(ascii: "%"), let high = digit(bytes[i + 1]),
      let low = digit(bytes[i + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func sequenceLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func showsAsItself(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || 0x30...0x39 ~= scalar.value || "-._~".unicodeScalars.contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned,
      .nonspacingMark, .enclosingMark:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint && scalar.value != 0xFFFC && scalar.value != 0xFFFD
    }
  }
}
