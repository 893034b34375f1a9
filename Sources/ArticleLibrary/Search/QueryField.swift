/// A field of the query language.
public enum QueryField: String, Sendable, Hashable, CaseIterable {
  /// The raw value is the word before the colon: `title:月亮`. `yuelan-query(7)` describes each.
  case title, author, from, section, tag, category, `in`, url, date, length, lang, note, `is`, has, sort

  /// The possible values, if there are few; for completion, and for the message after a mistake.
  public var values: [String] {
    switch self {
    case .date: RelativePeriod.words
    case .is: ArticleFilter.State.allCases.map(\.rawValue)
    case .has: Query.Feature.allCases.map(\.rawValue)
    case .sort: SortOrder.allCases.map(\.rawValue)
    case .lang: ["zh", "zh-Hans", "zh-Hant", "en", "ja"]
    case .title, .author, .from, .section, .tag, .category, .in, .url, .length, .note: []
    }
  }

  /// Whether a value may be incomplete: then it is not a mistake yet.
  func mayBecomeRight(_ value: String) -> Bool {
    switch self {
    case .date:
      // Digits, dashes and dots may be the beginning of a date; more than a whole date is a mistake.
      let last = value.split(separator: "..", omittingEmptySubsequences: false).last.map(String.init) ?? value
      let isNumeric = last.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
      if isNumeric { return Self.mayBecomeADay(last) }
      let words = RelativePeriod.words + RelativePeriod.chineseWords + ["最近", "过去", "過去"]
      return words.contains { $0 != last && $0.hasPrefix(last) } || last.last == "年" || last.last == "月"
        || last.last == "个" || last.last == "個" || ["最近", "过去", "過去", "近"].contains { last.hasPrefix($0) }
    case .length:
      return value.utf8.allSatisfy { $0 == 0x2E || ($0 >= 0x3C && $0 <= 0x3E) || ($0 >= 0x30 && $0 <= 0x39) }
    default: return values.contains { $0 != value && $0.lowercased().hasPrefix(value) }
    }
  }

  private static func mayBecomeADay(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count <= 3, parts[0].utf8.count <= 4, parts.count == 1 || parts[0].utf8.count == 4 else { return false }
    if parts.count > 1, parts[1].utf8.count == 2, !(1...12).contains(Int(parts[1]) ?? 0) { return false }
    // A whole date that was refused does not exist.
    return parts.count < 3 || parts[2].utf8.count < 2
  }
}
