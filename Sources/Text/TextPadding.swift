/// Padding that is trimmed at the edges of a paragraph.
@usableFromInline
package enum TextPadding {
  /// The range without padding at its two ends: ASCII white space, U+00A0, U+200B, U+2060, U+3000, U+FEFF and the
  /// other spaces of U+2000 to U+200A.
  @usableFromInline
  package static func trimmedRange(of bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let length = paddingLength(bytes, at: lower, before: upper)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      var start = upper - 1
      while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let length = paddingLength(bytes, at: start, before: upper)
      if length == 0 || start + length != upper { break }
      upper = start
    }
    return lower..<upper
  }

  /// How many bytes of padding are at an offset: one character's, or 0.
  private static func paddingLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) -> Int {
    let first = bytes[offset]
    if first <= 0x20 { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2 { return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : 0 }
    guard offset + 2 < end else { return 0 }
    let second = bytes[offset + 1]
    let third = bytes[offset + 2]
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
