/// The characters between which a segment break disappears.
@usableFromInline
package enum EastAsianSpacing {
  /// CSS Text 3 section 4.1.3 (both sides East Asian wide, none Hangul) with level 4's rules that in Chinese the
  /// ambiguous punctuation counts like its neighbour, and that full-width punctuation on one side is enough.
  @usableFromInline
  package static func breakVanishes(between before: UInt32, and after: UInt32) -> Bool {
    // A zero width space marks a place where no space belongs.
    if before == 0x200B || after == 0x200B { return true }
    if isWidePunctuation(before) || isWidePunctuation(after) { return true }
    return (isWide(before) || isAmbiguousPunctuation(before)) && (isWide(after) || isAmbiguousPunctuation(after))
  }

  /// East Asian Width F, W or H without Hangul and emoji (EastAsianWidth.txt).
  @usableFromInline
  package static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x303E, 0x3041...0x312F, 0x3190...0x31EF, 0x3200...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF,
      0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x1_6FE0...0x1_B2FF, 0x2_0000...0x3_FFFD:
      return true
    default: return false
    }
  }

  /// Punctuation whose East Asian Width is F or W (general category P in EastAsianWidth.txt's ranges).
  @usableFromInline
  package static func isWidePunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x3030, 0x303D, 0x30A0, 0x30FB, 0xFE10...0xFE19,
      0xFE30...0xFE52, 0xFE54...0xFE61, 0xFE63, 0xFE68, 0xFE6A, 0xFE6B, 0xFF01...0xFF03, 0xFF05...0xFF0A,
      0xFF0C...0xFF0F, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF20, 0xFF3B...0xFF3D, 0xFF3F, 0xFF5B, 0xFF5D, 0xFF5F...0xFF65:
      return true
    default: return false
    }
  }

  /// Quotation marks, dashes, dots that are full-width in Chinese text.
  @usableFromInline
  package static func isAmbiguousPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026: return true
    default: return false
    }
  }
}
