import Text

/// The annotation of a ruby base.
enum RubyAnnotation {
  /// Whether an annotation is words of a language with Latin letters, as translators put the original over their term;
  /// rather than its pronunciation. Pinyin is recognized by its tone marks, kana and bopomofo by their letters.
  ///
  /// - Parameter baseCount: How many characters the base has. A single one with no more letters over it than a syllable
  ///   of pinyin has (*zhuang*) carries its sound.
  static func isWords(_ annotation: String, over baseCount: Int) -> Bool {
    var letters = 0
    for scalar in annotation.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x80...:
        if isToneMarked(scalar) || EastAsianSpacing.isWide(scalar.value) || isBopomofo(scalar) { return false }
      default: break
      }
    }
    return letters >= (baseCount > 1 ? 2 : 7)
  }

  /// Vowels that carry one of the four tones (GB/T 28039). French has some of them too; its words then stay over their
  /// base alone.
  private static func isToneMarked(_ scalar: Unicode.Scalar) -> Bool {
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ".unicodeScalars.contains(scalar)
  }

  private static func isBopomofo(_ scalar: Unicode.Scalar) -> Bool {
    0x3100...0x312F ~= scalar.value || 0x02C7...0x02D9 ~= scalar.value
  }
}

extension TextCollector {
  /// How many characters were gathered since an offset.
  func characterCount(from start: Int) -> Int {
    withBytes { bytes in bytes[start...].count { $0 & 0xC0 != 0x80 } }
  }
}
