/// The conversion from one form of Chinese to another, by the names of OpenCC's configurations.
///
/// Source: https://github.com/BYVoid/OpenCC, data/config.
public enum ChineseConversion: String, Sendable, Hashable, CaseIterable {
  /// Simplified to traditional characters, OpenCC's standard: 裏, 爲, 喫.
  case s2t
  /// Simplified to traditional characters as Taiwan writes them: 裡, 為, 吃.
  case s2tw
  /// As `s2tw`, with Taiwan's words: 軟體 for 软件.
  case s2twp
  /// Simplified to traditional characters as Hong Kong writes them.
  case s2hk
  /// As `s2hk`, with Hong Kong's words.
  case s2hkp
  /// Traditional to simplified characters.
  case t2s
  /// Traditional characters as Taiwan writes them to simplified ones: 看著 becomes 看着, 著名 stays.
  case tw2s
  /// As `tw2s`, with the mainland's words: 软件 for 軟體.
  case tw2sp

  /// The table whose words divide the text before anything is converted, so that no later stage joins the ends of two
  /// words.
  var segmentation: ConversionTable? {
    switch self {
    case .s2t, .t2s: nil
    case .s2tw, .s2twp, .s2hk, .s2hkp: .simplifiedToTraditional
    case .tw2s, .tw2sp: .traditionalToSimplified
    }
  }

  /// The stages of the conversion, in order. In each stage, the first table that has an entry for a place converts it.
  var stages: [[ConversionTable]] {
    switch self {
    case .s2t: [[.simplifiedToTraditional]]
    case .s2tw: [[.simplifiedToTraditional], [.taiwanVariants]]
    case .s2twp: [[.simplifiedToTraditional], [.taiwanWords, .taiwanVariants]]
    case .s2hk: [[.simplifiedToTraditional], [.hongKongVariants]]
    case .s2hkp: [[.simplifiedToTraditional], [.hongKongWords, .hongKongVariants]]
    case .t2s: [[.traditionalToSimplified]]
    case .tw2s: [[.taiwanVariantsReversed], [.traditionalToSimplified]]
    case .tw2sp: [[.taiwanWordsReversed, .taiwanVariantsReversed], [.traditionalToSimplified]]
    }
  }
}

extension String {
  /// The converted text: at each place, the longest word is converted as a unit.
  ///
  /// Text in other scripts stays the same, byte for byte, and so does a character with a variation selector, which
  /// requests a particular form of that character. Grapheme clusters are never divided.
  ///
  /// - Complexity: O(n).
  public func converted(_ conversion: ChineseConversion) -> ConvertedText {
    // Nothing below U+3000 is a Han character.
    guard utf8.contains(where: { $0 >= 0xE3 }) else { return ConvertedText(text: self) }
    var passage = Passage(self)
    var segmentEnds = conversion.segmentation.map { passage.segmentEnds($0) } ?? [passage.count]
    for stage in conversion.stages { passage.convert(by: stage, within: &segmentEnds) }
    return passage.convertedText()
  }
}
