/// Reads the query language:
/// ```
/// query   = all { ( "OR" | "|" ) all }
/// all     = part { [ "AND" ] part }
/// part    = [ "-" | "NOT" ] ( "(" query ")" | [ field ":" ] ( word | "\"" … "\"" ) )
/// field   = a case of `QueryField`
/// ```
/// The full-width forms that input methods produce mean the same: （ ） ： － — ｜ ＂ “ ” 「 」, and 、 ， ； between two words.
///
/// In lower case, `or` and `and` are operators if there is a search term on both sides; `not` is an operator only
/// before something other than a plain Latin word (`not 广告`, `not "ad"`, `not from:rfi`), since it is common in English
/// phrases: `not guilty`, `may not`. In quotes, all of them are words.
struct QueryParser {
  private let source: String
  let clock: ReaderClock
  private let scalars: [Unicode.Scalar]
  /// The UTF-8 offset of each scalar, and of the end.
  private let offsets: [Int]
  var index = 0
  private var termCount = 0
  var sort: SortOrder?

  /// The most terms of a query. Each is looked up separately and reads what it finds: some 30 ms each in 20,000
  /// articles.
  static let mostTerms = 64
  /// The most characters of a query: several pages of text, which is more than anybody searches for.
  static let longestInCharacters = 4_000
  private static let deepest = 32

  /// - Throws: A `QueryError` that says what is wrong, and where.
  static func parse(_ text: String, clock: ReaderClock = .system) throws(QueryError) -> ParsedQuery {
    let limit = longestInCharacters
    if text.unicodeScalars.prefix(limit + 1).count > limit {
      let kept = text.unicodeScalars.prefix(limit).reduce(0) { $0 + UTF8.width($1) }
      throw QueryError(.tooLong(limitInCharacters: limit), utf8Range: kept..<text.utf8.count, in: text)
    }
    var parser = QueryParser(text, clock)
    parser.skipSpace()
    if parser.isAtEnd { return ParsedQuery(query: .everything) }
    let query = try parser.parseAny(depth: 0)
    if !parser.isAtEnd { throw parser.error(.unopenedBracket, parser.index..<parser.index + 1) }
    return ParsedQuery(query: query, sort: parser.sort)
  }

  private init(_ text: String, _ clock: ReaderClock) {
    source = text
    self.clock = clock
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    offsets.reserveCapacity(scalars.count + 1)
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  // MARK: Signs

  private enum Sign: Sendable { case space, open, close, bar, colon, minus, dash, quote, other }

  private static func sign(_ scalar: Unicode.Scalar) -> Sign {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{3000}", "\u{A0}", "、", "，", "､", "；": .space
    case "(", "（": .open
    case ")", "）": .close
    case "|", "｜": .bar
    case ":", "：": .colon
    case "-", "－", "−": .minus
    // Input methods write one dash as two: ——.
    case "—", "–", "―": .dash
    case "\"", "＂", "“", "”", "„", "「", "『": .quote
    default: .other
    }
  }

  private static let closers: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\""], "＂": ["＂"], "“": ["”", "“"], "”": ["”", "“"], "„": ["“", "”"], "「": ["」"], "『": ["』"],
  ]
  /// Other signs that may close a quote: input methods produce any of them for one key.
  private static let anyCloser: [Unicode.Scalar] = ["\"", "＂", "“", "”"]

  var isAtEnd: Bool { index >= scalars.count }
  private func sign(at place: Int) -> Sign? { place < scalars.count ? Self.sign(scalars[place]) : nil }

  private func endOfSpace(from start: Int) -> Int {
    var end = start
    while sign(at: end) == .space { end += 1 }
    return end
  }

  private mutating func skipSpace() { index = endOfSpace(from: index) }

  func error(_ problem: QueryError.Problem, _ range: Range<Int>, isUnfinished: Bool = false) -> QueryError {
    let range = range.clamped(to: 0..<scalars.count)
    return QueryError(
      problem, utf8Range: offsets[range.lowerBound]..<offsets[range.upperBound], in: source,
      isUnfinished: isUnfinished)
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    // One by one: appending a slice makes the Swift runtime look for its conformances when the program starts.
    for scalar in scalars[range] { text.append(scalar) }
    return String(text)
  }

  /// The same, with full-width letters, digits and signs converted to ASCII.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch sign(scalar) {
      case .minus, .dash: plain.append("-")
      default: plain.append(Self.plain(scalar))
      }
    }
    return String(plain)
  }

  // MARK: Operators

  private enum Operator: Sendable { case or, and, not }

  /// The operator that is here as a separate word, and where it ends.
  private func operation(at start: Int, hasLeft: Bool) -> (kind: Operator, end: Int)? {
    if sign(at: start) == .bar { return (.or, start + 1) }
    var end = start
    var word = ""
    while end < scalars.count, end - start < 4, Self.isLatinLetter(Self.plain(scalars[end])) {
      word.unicodeScalars.append(Self.plain(scalars[end]))
      end += 1
    }
    guard end == scalars.count || [.space, .open, .quote].contains(sign(at: end)) else { return nil }
    switch word {
    case "OR": return (.or, end)
    case "AND": return (.and, end)
    case "NOT": return (.not, end)
    case "or", "and":
      let next = endOfSpace(from: end)
      guard hasLeft, next < scalars.count, sign(at: next) != .close, sign(at: next) != .bar else { return nil }
      return (word == "or" ? .or : .and, end)
    case "not":
      let next = endOfSpace(from: end)
      guard next < scalars.count else { return nil }
      let isPlainWord = Self.isLatinLetter(Self.plain(scalars[next])) && fieldName(at: next) == nil
      return isPlainWord || sign(at: next) == .close ? nil : (.not, end)
    default: return nil
    }
  }

  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  // MARK: Grammar

  private mutating func parseAny(depth: Int) throws(QueryError) -> Query {
    var parts = [try parseAll(depth: depth)]
    while let found = operation(at: index, hasLeft: true), found.kind == .or {
      index = found.end
      parts.append(try parseAll(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseAll(depth: Int) throws(QueryError) -> Query {
    var parts: [Query] = []
    let start = index
    var hasOrder = false
    skipSpace()
    while !isAtEnd, sign(at: index) != .close {
      let isFirst = parts.isEmpty && !hasOrder
      if let found = operation(at: index, hasLeft: !isFirst) {
        if found.kind == .or { break }
        if found.kind == .and {
          let next = endOfSpace(from: found.end)
          guard !isFirst, next < scalars.count, sign(at: next) != .close else { throw missingWords(index..<found.end) }
          index = next
          if let after = operation(at: index, hasLeft: false), after.kind != .not {
            throw missingWords(index..<after.end)
          }
        }
      }
      if let part = try parsePart(depth: depth) { parts.append(part) } else { hasOrder = true }
      skipSpace()
    }
    if hasOrder, depth > 0 { throw error(.nestedSort, start..<index) }
    guard let first = parts.first else {
      // `sort:` alone orders everything; beside OR it orders nothing.
      if hasOrder, isAtEnd, start == 0 { return .everything }
      if hasOrder { throw error(.nestedSort, start..<index) }
      let found = operation(at: index, hasLeft: true)
      throw missingWords(index..<(found?.end ?? index + 1))
    }
    return parts.count == 1 ? first : .all(parts)
  }

  /// - Parameter range: The operator or bracket beside which something is missing.
  private func missingWords(_ range: Range<Int>) -> QueryError {
    let range = range.clamped(to: 0..<scalars.count)
    // After an operator at the end, the user may still be typing; an operator at the beginning stays wrong.
    let isLast =
      isAtEnd || (sign(at: range.lowerBound) != .close && endOfSpace(from: range.upperBound) >= scalars.count)
    return error(.missingWords, range, isUnfinished: isLast && index > 0)
  }

  private mutating func countTerm() throws(QueryError) {
    termCount += 1
    guard termCount <= Self.mostTerms else {
      throw error(.tooManyTerms(limit: Self.mostTerms), index..<scalars.count)
    }
  }

  /// `nil` for `sort:`, which finds nothing itself.
  private mutating func parsePart(depth: Int) throws(QueryError) -> Query? {
    if let end = endOfNegation() {
      let start = index
      index = end
      let next = endOfSpace(from: end)
      guard next < scalars.count else { throw error(.missingWords, start..<end, isUnfinished: true) }
      let isWord = Self.isLatinLetter(Self.plain(scalars[start]))
      guard isWord || next == end else { throw error(.blankAfterNegation, start..<end) }
      guard depth < Self.deepest else { throw error(.nestedTooDeeply, start..<end) }
      index = next
      guard sign(at: index) != .close, operation(at: index, hasLeft: false).map({ $0.kind == .not }) ?? true else {
        throw missingWords(start..<end)
      }
      guard let part = try parsePart(depth: depth + 1) else { throw error(.nestedSort, start..<index) }
      return .not(part)
    }
    if sign(at: index) == .open {
      let start = index
      guard depth < Self.deepest else { throw error(.nestedTooDeeply, start..<start + 1) }
      index += 1
      let inner = try parseAny(depth: depth + 1)
      skipSpace()
      guard sign(at: index) == .close else {
        throw error(.unclosedBracket, start..<start + 1, isUnfinished: isAtEnd)
      }
      index += 1
      return inner
    }
    try countTerm()
    let start = index
    if let field = fieldName(at: index) {
      index = field.end
      return try parseField(field.name, start: start)
    }
    let value = try parseValue(stopsAtBrackets: true)
    let term = TextTerm(value.text, isQuoted: value.isQuoted)
    guard !term.folded.isEmpty else { throw error(.nothingToSearch(value.text), start..<index, isUnfinished: isAtEnd) }
    return .text(term)
  }

  private func endOfNegation() -> Int? {
    switch sign(at: index) {
    case .minus: return index + 1
    case .dash:
      var end = index
      while sign(at: end) == .dash { end += 1 }
      return end
    default:
      guard let found = operation(at: index, hasLeft: false), found.kind == .not else { return nil }
      return found.end
    }
  }

  /// A word of letters with a colon after it.
  private func fieldName(at start: Int) -> (name: String, end: Int)? {
    var end = start
    var name = ""
    while end < scalars.count, Self.isLatinLetter(Self.plain(scalars[end])) {
      name.unicodeScalars.append(Self.plain(scalars[end]))
      end += 1
    }
    guard end > start, sign(at: end) == .colon else { return nil }
    // An address is not a field.
    if end + 2 < scalars.count, scalars[end + 1] == "/", scalars[end + 2] == "/" { return nil }
    return (name.lowercased(), end + 1)
  }

  /// - Parameter stopsAtBrackets: Whether a bracket ends the value; in paths and addresses only one that is not opened
  ///   there does.
  mutating func parseValue(stopsAtBrackets: Bool) throws(QueryError) -> (text: String, isQuoted: Bool) {
    if sign(at: index) == .quote { return (try parseQuote(), true) }
    let from = index
    var depth = 0
    while let next = sign(at: index), next != .quote {
      if next == .space {
        guard !stopsAtBrackets, Self.isPunctuation(scalars[index]) else { break }
      } else if stopsAtBrackets {
        if next == .open || next == .close || next == .bar { break }
      } else if next == .open {
        depth += 1
      } else if next == .close {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return (text(from..<index), false)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool { ["、", "，", "；"].contains(scalar) }

  private mutating func parseQuote() throws(QueryError) -> String {
    let start = index
    let open = scalars[start]
    let own = Self.closers[open] ?? []
    let rest = scalars[(start + 1)...]
    let close = rest.firstIndex { own.contains($0) } ?? rest.firstIndex { Self.anyCloser.contains($0) }
    guard let close else {
      let missing = own.first.map { String(Character($0)) } ?? "\""
      throw error(.unclosedQuote(missing), start..<scalars.count, isUnfinished: true)
    }
    index = close + 1
    return text(start + 1..<close)
  }
}
