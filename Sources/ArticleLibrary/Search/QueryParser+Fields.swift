import ArticleDump

/// The fields of the query language, and what their values mean.
extension QueryParser {
  mutating func parseField(_ name: String, start: Int) throws(QueryError) -> Query? {
    let nameRange = start..<index
    guard let field = QueryField(rawValue: name) else {
      let fields = QueryField.allCases.map(\.rawValue)
      let near =
        fields.first { $0.hasPrefix(name) } ?? fields.first { Self.isOneEditApart($0, name) }
        ?? fields.first { name.hasPrefix($0) }
      throw error(.unknownField(name, suggestion: near), nameRange)
    }
    let valueStart = index
    let value = try parseValue(stopsAtBrackets: field != .in && field != .url)
    let range = valueStart..<index
    guard !value.text.isEmpty else {
      throw error(.missingValue(field: name), nameRange, isUnfinished: isAtEnd)
    }
    switch field {
    case .title, .author, .note:
      let textField: TextTerm.Field = field == .title ? .title : field == .author ? .author : .anywhere
      let term = TextTerm(value.text, isQuoted: value.isQuoted, field: textField)
      guard !term.folded.isEmpty else { throw error(.nothingToSearch(value.text), range, isUnfinished: isAtEnd) }
      return field == .note ? .note(term) : .text(term)
    case .from: return .from(value.text)
    case .section: return .section(value.text)
    case .tag: return .facet(.tag, value.text, isWhole: value.isQuoted)
    case .category: return .facet(.category, value.text, isWhole: value.isQuoted)
    case .in: return .path(value.text)
    case .url: return .url(value.text)
    case .date, .length, .lang, .is, .has, .sort: return try choice(field, Self.plain(value.text).lowercased(), range)
    }
  }

  /// The meaning of a value for a field that has few; `nil` for `sort:`.
  private mutating func choice(_ field: QueryField, _ value: String, _ range: Range<Int>) throws(QueryError) -> Query? {
    let known: Query?
    var problem = QueryError.Problem.unknownValue(text(range), field: field.rawValue, accepted: field.values)
    switch field {
    case .date:
      known = DateRange(value, clock: clock).map(Query.date)
      problem = .notADate(text(range))
    case .length:
      known = Self.length(value).map(Query.length)
      problem = .notALength(text(range))
    case .lang: known = Self.language(value).map(Query.language)
    case .is: known = ArticleFilter.State(rawValue: value).map(Query.state)
    case .has:
      let singular = value.hasSuffix("s") ? String(value.dropLast()) : value
      known = Query.Feature(rawValue: singular).map(Query.has)
    default:
      if let order = SortOrder(rawValue: value) ?? Self.otherOrders[value] {
        sort = order
        return nil
      }
      known = nil
    }
    guard let known else {
      throw error(problem, range, isUnfinished: isAtEnd && field.mayBecomeRight(value))
    }
    return known
  }

  /// The names in the room's list, and the reading room's own words.
  private static let otherOrders: [String: SortOrder] = [
    "date": .newest, "new": .newest, "old": .oldest, "length": .longest, "long": .longest, "short": .shortest,
  ]

  /// A language tag in lower case, or a common name of the language.
  private static func language(_ value: String) -> String? {
    switch value {
    case "中文", "汉语", "漢語", "chinese": "zh"
    case "简", "简体", "簡體", "简体中文": "zh-hans"
    case "繁", "繁体", "繁體", "繁體中文": "zh-hant"
    case "英文", "英语", "英語", "english": "en"
    case "日文", "日语", "日語", "japanese": "ja"
    default:
      value.utf8.count >= 2 && value.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || $0 == 0x5F }
        ? LanguageTag.canonical(value).lowercased() : nil
    }
  }

  /// `2000`, `1000..3000`, `2000..`, `..500`, `>2000`, `<=500`, where each number may have `k`, 千 or 万.
  private static func length(_ value: String) -> ClosedRange<Int32>? {
    func number(_ text: Substring) -> Int32? {
      let scale: Int64 =
        text.last == "k" || text.last == "千" ? 1_000 : text.last == "万" || text.last == "萬" ? 10_000 : 1
      let digits = scale == 1 ? text : text.dropLast()
      guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return Int64(digits).flatMap { $0 <= 1_000_000_000 ? Int32(clamping: $0 * scale) : nil }
    }
    if let dots = value.firstRange(of: "..") {
      let (from, to) = (value[..<dots.lowerBound], value[dots.upperBound...])
      guard !from.isEmpty || !to.isEmpty, let first = from.isEmpty ? 0 : number(from),
        let last = to.isEmpty ? .max : number(to), first <= last
      else { return nil }
      return first...last
    }
    for (sign, isMore, includes) in [(">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false)]
    where value.hasPrefix(sign) {
      guard let limit = number(value.dropFirst(sign.utf8.count)) else { return nil }
      if isMore { return (includes ? limit : limit == .max ? .max : limit + 1)...Int32.max }
      return includes ? 0...limit : limit == 0 ? nil : 0...limit - 1
    }
    return number(value[...]).map { $0...$0 }
  }

  private static func isOneEditApart(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Array(a), Array(b))
    guard abs(first.count - second.count) <= 1 else { return false }
    let common = zip(first, second).prefix { $0 == $1 }.count
    let ending = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    // One letter added, missing or different; or two neighbours exchanged.
    return common + ending >= max(first.count, second.count) - 1
      || (first.count == second.count && common + ending == first.count - 2 && first.sorted() == second.sorted())
  }
}
