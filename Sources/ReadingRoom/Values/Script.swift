import ArticleDump
import ChineseConversion

/// The script in which a reader wants Chinese: its characters and, for a region, its words.
public enum Script: String, Sendable, Hashable, CaseIterable {
  /// Only characters, or a region's words too.
  case simplified, traditional, mainland, taiwan
  /// Hong Kong's characters and words.
  case hongKong = "hong-kong"

  var isTraditional: Bool {
    switch self {
    case .simplified, .mainland: false
    case .traditional, .taiwan, .hongKong: true
    }
  }

  /// Traditional characters are assumed to be written as in Taiwan, where 看著 is 看着; text from other regions comes out
  /// the same. 為, 裡 and 吃 are in their current forms, rather than OpenCC's own 爲, 裏 and 喫.
  public var conversion: ChineseConversion {
    switch self {
    case .simplified: .tw2s
    case .mainland: .tw2sp
    case .traditional: .s2tw
    case .taiwan: .s2twp
    case .hongKong: .s2hkp
    }
  }
}

extension Article {
  /// Whether the text is written in traditional characters.
  var isTraditional: Bool { language?.lowercased().contains("hant") ?? false }

  /// Whether the text is known to be written in a script's characters.
  func isWritten(in script: Script) -> Bool {
    language?.lowercased().contains(script.isTraditional ? "hant" : "hans") ?? false
  }

  /// Whether this is Chinese that a script's readers would want converted. Text of unknown script may be either.
  public func isWrittenOtherwise(than script: Script) -> Bool {
    guard let tag = language?.lowercased() else { return true }
    guard tag.hasPrefix("zh") else { return false }
    return !isWritten(in: script)
  }
}
