import Text

/// The characters on either side of a run of delimiters.
struct Flank {
  var isBlank: Bool
  var isPunctuation: Bool
  /// East Asian: wide and not an emoji, or Hangul (CJK-friendly amendment, section 2.1).
  var isCJK: Bool

  static let edge = Flank(isBlank: true, isPunctuation: false, isCJK: false)

  init(isBlank: Bool, isPunctuation: Bool, isCJK: Bool) {
    self.isBlank = isBlank
    self.isPunctuation = isPunctuation
    self.isCJK = isCJK
  }

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      self.init(
        isBlank: value == 0x20 || 0x09...0x0D ~= value,
        isPunctuation: Unescaping.isPunctuation(UInt8(value)), isCJK: false)
      return
    }
    if 0x4E00...0x9FFF ~= value {
      self.init(isBlank: false, isPunctuation: false, isCJK: true)
      return
    }
    var isBlank = false
    var isPunctuation = false
    // Unicode punctuation is categories P and S since CommonMark 0.31; Unicode whitespace is Zs and some controls.
    switch scalar.properties.generalCategory {
    case .spaceSeparator: isBlank = true
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      isPunctuation = true
    default: break
    }
    self.init(isBlank: isBlank, isPunctuation: isPunctuation, isCJK: Self.isCJK(scalar))
  }

  private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Hangul by script; the ideographic space by its width.
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC, 0x3000: return true
    default: return EastAsianSpacing.isWide(scalar.value) && !scalar.properties.isEmojiPresentation
    }
  }

  /// The character that ends before an offset; a variation selector belongs to the one before it.
  static func before(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from lower: Int) -> Flank {
    guard let (scalar, start) = scalarBefore(offset, bytes, lower) else { return edge }
    switch scalar.value {
    case 0xFE00...0xFE0E:
      guard let (base, _) = scalarBefore(start, bytes, lower) else { return Flank(scalar) }
      var flank = Flank(base)
      // Quotation marks with U+FE01 are full-width ones.
      if scalar.value == 0xFE01, [0x2018, 0x2019, 0x201C, 0x201D].contains(base.value) { flank.isCJK = true }
      return flank
    case 0xE0100...0xE01EF: return Flank(isBlank: false, isPunctuation: false, isCJK: true)
    default: return Flank(scalar)
    }
  }

  static func after(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>, to upper: Int) -> Flank {
    guard offset < upper else { return edge }
    return Flank(decode(bytes, at: offset, upper))
  }

  private static func scalarBefore(
    _ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int
  ) -> (Unicode.Scalar, Int)? {
    guard offset > lower else { return nil }
    var start = offset - 1
    while start > lower, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return (decode(bytes, at: start, offset), start)
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ limit: Int) -> Unicode.Scalar {
    let first = bytes[offset]
    let length = Blanks.scalarLength(first)
    guard length > 1, first >= 0xC2, offset + length <= limit else {
      return first < 0x80 ? Unicode.Scalar(first) : "\u{FFFD}"
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
