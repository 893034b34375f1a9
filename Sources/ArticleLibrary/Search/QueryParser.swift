/// Reads the query language:
/// ```
/// query   = all { "OR" all }
/// all     = part { part }
/// part    = [ "-" ] ( "(" query ")" | [ field ":" ] ( word | "\"" … "\"" ) )
/// field   = "title" | "author" | "from" | "section" | "tag" | "category" | "in" | "date" | "is" | "has"
/// ```
/// `|` is `OR` too, and quotes may be Chinese: “…”.
struct QueryParser {
  private let text: [UInt8]
  private var index = 0
  private var termCount = 0

  /// Terms of a query at most. Each is looked up by itself and reads what it finds: some 30 ms each in 20,000 articles.
  static let mostTerms = 64
  /// Bytes of a query at most: some pages of text, which is more than anybody looks for.
  static let longestInBytes = 8_192

  /// - Throws: A `QueryError` that says what would be right.
  static func parse(_ text: String) throws(QueryError) -> Query {
    guard text.utf8.count <= longestInBytes else {
      throw QueryError(.tooLong(limitInBytes: longestInBytes), utf8Range: longestInBytes..<text.utf8.count)
    }
    var parser = QueryParser(text: Array(text.utf8))
    parser.skipSpace()
    if parser.index == parser.text.count { return .everything }
    let query = try parser.parseAny(depth: 0)
    if parser.index < parser.text.count {
      throw QueryError(
        message: "There is a “)” without “(” before it.", utf8Range: parser.index..<parser.index + 1)
    }
    return query
  }

  private init(text: [UInt8]) { self.text = text }

  private static let space: [[UInt8]] = [[0x20], [0x09], [0x0A], [0x0D], [0xE3, 0x80, 0x80], [0xC2, 0xA0]]
  private static let deepest = 32

  private func starts(with bytes: [UInt8]) -> Bool { text[index...].starts(with: bytes) }
  private func starts(with string: String) -> Bool { starts(with: Array(string.utf8)) }

  private func spaceLength() -> Int { Self.space.first { starts(with: $0) }?.count ?? 0 }

  private mutating func skipSpace() {
    while index < text.count, spaceLength() > 0 { index += spaceLength() }
  }

  /// Whether `OR` or `|` stands here as a word of its own.
  private func orLength() -> Int {
    if starts(with: "|") { return 1 }
    guard starts(with: "OR") else { return 0 }
    let next = index + 2
    guard next < text.count else { return 2 }
    return text[next] == 0x28 || Self.space.contains { text[next...].starts(with: $0) } ? 2 : 0
  }

  private mutating func parseAny(depth: Int) throws(QueryError) -> Query {
    var parts = [try parseAll(depth: depth)]
    while orLength() > 0 {
      index += orLength()
      parts.append(try parseAll(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseAll(depth: Int) throws(QueryError) -> Query {
    var parts: [Query] = []
    skipSpace()
    while index < text.count, !starts(with: ")"), orLength() == 0 {
      parts.append(try parsePart(depth: depth))
      skipSpace()
    }
    guard let first = parts.first else {
      let end = min(index + max(1, orLength()), text.count)
      throw QueryError(
        message: "Words are missing here: OR stands between two things to find, and ( ) around some.",
        utf8Range: min(index, end)..<end)
    }
    return parts.count == 1 ? first : .all(parts)
  }

  private mutating func countTerm() throws(QueryError) {
    termCount += 1
    guard termCount <= Self.mostTerms else {
      throw QueryError(.tooManyTerms(limit: Self.mostTerms), utf8Range: index..<text.count)
    }
  }

  private mutating func parsePart(depth: Int) throws(QueryError) -> Query {
    if starts(with: "-"), index + 1 < text.count {
      index += 1
      guard spaceLength() == 0 else {
        throw QueryError(message: "Write “-” directly before what shall not be found.", utf8Range: index - 1..<index)
      }
      guard depth < Self.deepest else {
        throw QueryError(message: "“-” stands too often before the same words.", utf8Range: index - 1..<index)
      }
      return .not(try parsePart(depth: depth + 1))
    }
    if starts(with: "(") {
      let start = index
      guard depth < Self.deepest else {
        throw QueryError(message: "The brackets stand too deep in each other.", utf8Range: start..<start + 1)
      }
      index += 1
      let inner = try parseAny(depth: depth + 1)
      skipSpace()
      guard starts(with: ")") else {
        throw QueryError(message: "The bracket “(” is not closed.", utf8Range: start..<start + 1)
      }
      index += 1
      return inner
    }
    try countTerm()
    let start = index
    if let field = fieldName() {
      index = field.end
      let valueStart = index
      let value = try parseValue()
      return try Self.query(
        field: field.name, value: value.text, isQuoted: value.isQuoted, fieldRange: start..<field.end,
        valueRange: valueStart..<index)
    }
    let value = try parseValue()
    let term = TextTerm(value.text, isQuoted: value.isQuoted)
    guard !term.folded.isEmpty else {
      throw QueryError(
        message: "“\(value.text)” has no letters or digits; punctuation is not searched.", utf8Range: start..<index)
    }
    return .text(term)
  }

  /// A word of ASCII letters with a colon behind it.
  private func fieldName() -> (name: String, end: Int)? {
    var end = index
    while end < text.count, text[end] | 0x20 >= 0x61, text[end] | 0x20 <= 0x7A { end += 1 }
    guard end > index, end < text.count else { return nil }
    let colon = text[end] == 0x3A ? 1 : text[end...].starts(with: [0xEF, 0xBC, 0x9A]) ? 3 : 0
    guard colon > 0 else { return nil }
    let name = String(decoding: text[index..<end], as: UTF8.self).lowercased()
    // An address is no field.
    if text[(end + colon)...].starts(with: [0x2F, 0x2F]) { return nil }
    return (name, end + colon)
  }

  private mutating func parseValue() throws(QueryError) -> (text: String, isQuoted: Bool) {
    for (open, close) in [("\"", "\""), ("“", "”")] where starts(with: open) {
      let start = index
      index += open.utf8.count
      let from = index
      while index < text.count, !starts(with: close) { index += 1 }
      guard index < text.count else {
        throw QueryError(message: "The quote is not closed: \(close) is missing.", utf8Range: start..<text.count)
      }
      let inside = String(decoding: text[from..<index], as: UTF8.self)
      index += close.utf8.count
      return (inside, true)
    }
    let from = index
    while index < text.count, spaceLength() == 0, !starts(with: ")"), !starts(with: "\"") { index += 1 }
    return (String(decoding: text[from..<index], as: UTF8.self), false)
  }

  private static let fields = ["title", "author", "from", "section", "tag", "category", "in", "date", "is", "has"]

  private static func query(
    field: String, value: String, isQuoted: Bool, fieldRange: Range<Int>, valueRange: Range<Int>
  ) throws(QueryError) -> Query {
    guard fields.contains(field) else {
      let near = fields.first { $0.hasPrefix(field) || field.hasPrefix($0) || isOneEditApart($0, field) }
      throw QueryError(
        message: "There is no “\(field):”. " + (near.map { "Did you mean “\($0):”? " } ?? "")
          + "The fields are \(fields.map { $0 + ":" }.joined(separator: " ")). Put words with a colon in quotes.",
        utf8Range: fieldRange)
    }
    guard !value.isEmpty else {
      throw QueryError(message: "Something is missing after “\(field):”, without a space.", utf8Range: fieldRange)
    }
    switch field {
    case "title", "author":
      let term = TextTerm(value, isQuoted: isQuoted, field: field == "title" ? .title : .author)
      guard !term.folded.isEmpty else {
        throw QueryError(message: "“\(value)” has no letters or digits.", utf8Range: valueRange)
      }
      return .text(term)
    case "from": return .from(value)
    case "section": return .section(value)
    case "tag": return .shelf(.tag, value, isWhole: isQuoted)
    case "category": return .shelf(.category, value, isWhole: isQuoted)
    case "in": return .path(value)
    case "date":
      guard let range = DayRange(value) else {
        throw QueryError(
          message: "“\(value)” is no date. Write date:2023, date:2023-07, date:2023-07-17, or a range such as "
            + "date:2023-07..2023-08, date:2023-07.. or date:..2020.",
          utf8Range: valueRange)
      }
      return .date(range)
    case "is":
      guard let state = ArticleFilter.State(rawValue: value.lowercased()) else {
        throw QueryError(message: "After “is:” stands unread, read or starred.", utf8Range: valueRange)
      }
      return .state(state)
    default:
      let singular = value.lowercased().hasSuffix("s") ? String(value.lowercased().dropLast()) : value.lowercased()
      guard let feature = Query.Feature(rawValue: singular) else {
        throw QueryError(message: "After “has:” stands image or table.", utf8Range: valueRange)
      }
      return .has(feature)
    }
  }

  private static func isOneEditApart(_ a: String, _ b: String) -> Bool {
    let (first, second) = (Array(a), Array(b))
    guard abs(first.count - second.count) <= 1 else { return false }
    let common = zip(first, second).prefix { $0 == $1 }.count
    let ending = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    // One letter more, less, other; or two neighbours exchanged.
    return common + ending >= max(first.count, second.count) - 1
      || (first.count == second.count && common + ending == first.count - 2 && first.sorted() == second.sorted())
  }
}

extension DayRange {
  /// `2023`, `2023-07`, `2023-07-17`, or two of them with `..` between, either of which may be left out.
  init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
      guard !from.isEmpty || !to.isEmpty else { return nil }
      let first = from.isEmpty ? DayRange(first: .min, last: .min) : Self.period(from)
      let last = to.isEmpty ? DayRange(first: .max, last: .max) : Self.period(to)
      guard let first, let last, first.first <= last.last else { return nil }
      self.init(first: first.first, last: last.last)
    } else {
      guard let period = Self.period(text[...]) else { return nil }
      self = period
    }
  }

  private static func period(_ text: Substring) -> DayRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    guard numbers.count == parts.count else { return nil }
    let year = numbers[0]
    guard numbers.count > 1 else {
      return DayRange(first: day(year, 1, 1), last: day(year + 1, 1, 1) - 1)
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    let next = month == 12 ? Self.day(year + 1, 1, 1) : Self.day(year, month + 1, 1)
    guard numbers.count > 2 else { return DayRange(first: Self.day(year, month, 1), last: next - 1) }
    let day = Self.day(year, month, numbers[2])
    guard numbers[2] >= 1, day < next else { return nil }
    return DayRange(first: day, last: day)
  }

  /// Days since 1970-01-01. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
