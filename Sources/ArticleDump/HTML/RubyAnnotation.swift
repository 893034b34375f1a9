import Text

/// The annotation of a ruby base.
enum RubyAnnotation {
  /// Whether an annotation consists of words in a language with Latin letters, such as an original term that a
  /// translator put over its translation, rather than of a pronunciation. Pinyin is recognized by its tone marks, kana
  /// and bopomofo by their letters.
  ///
  /// - Parameter baseCount: How many characters the base has. If it is a single one, an annotation no longer than a
  ///   syllable of pinyin (*zhuang*) is its pronunciation.
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

  /// Vowels with one of the four tone marks (GB/T 28039). French has some of them too; its words then stay only over
  /// their base.
  private static func isToneMarked(_ scalar: Unicode.Scalar) -> Bool {
    "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ".unicodeScalars.contains(scalar)
  }

  private static func isBopomofo(_ scalar: Unicode.Scalar) -> Bool {
    0x3100...0x312F ~= scalar.value || 0x02C7...0x02D9 ~= scalar.value
  }
}

extension TextCollector {
  /// How many characters were collected since an offset.
  func characterCount(from start: Int) -> Int {
    withBytes { bytes in bytes[start...].count { $0 & 0xC0 != 0x80 } }
  }
}
