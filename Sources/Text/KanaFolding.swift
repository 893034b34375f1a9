/// Half-width kana as full-width ones, and kana with a separate voicing mark as one character: ｶﾞ, か with U+3099 and カ゛
/// are ガ, が and ガ.
package enum KanaFolding {
  /// The full-width form of a half-width kana (U+FF66 to U+FF9D); `nil` for anything else.
  ///
  /// Source: Unicode Character Database, compatibility decompositions.
  package static func wide(_ scalar: UInt32) -> UInt32? {
    0xFF66...0xFF9D ~= scalar ? wideKana[Int(scalar - 0xFF66)].value : nil
  }

  private static let wideKana: [Unicode.Scalar] = Array(
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars)

  /// Whether a scalar is a voicing mark, whether combining, by itself or half-width.
  package static func isMark(_ scalar: UInt32) -> Bool { 0x3099...0x309C ~= scalar || 0xFF9E...0xFF9F ~= scalar }

  /// A full-width kana with a mark; `nil` if there is no such kana.
  ///
  /// Source: Unicode Character Database, canonical decompositions of U+304C to U+30FE.
  package static func kana(_ base: UInt32, with mark: UInt32) -> UInt32? {
    let isVoiced = mark == 0x3099 || mark == 0x309B || mark == 0xFF9E
    let katakana = base < 0x30A0 ? base &+ 0x60 : base
    switch katakana {
    case 0x30AB...0x30C1 where isVoiced && !katakana.isMultiple(of: 2), 0x30C4 where isVoiced, 0x30C6 where isVoiced,
      0x30C8 where isVoiced:
      return base + 1
    case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB: return base + (isVoiced ? 1 : 2)
    case 0x30A6 where isVoiced: return base + 0x4E
    case 0x30EF...0x30F2 where isVoiced && base >= 0x30A0: return base + 8
    default: return nil
    }
  }
}
