/// Completions of the word before a query's cursor: the name of a field, or one of its values.
struct QueryCompletion: Sendable, Hashable {
  /// The field's text before and after the completed word.
  var head: String
  var tail: String
  var candidates: [String]
  var index: Int?

  /// The fields of the query language, with values where there are few enough to show (`yuelan-query(7)`).
  static let fields: [(name: String, values: [String])] = [
    ("title", []), ("author", []), ("from", []), ("section", []), ("tag", []), ("category", []), ("in", []),
    ("url", []),
    (
      "date",
      [
        "today", "yesterday", "this-week", "last-week", "this-month", "last-month", "this-year", "last-year", "7d",
        "2w", "3m",
        "1y",
      ]
    ), ("length", [">2000", "..500"]), ("lang", ["zh", "zh-Hans", "zh-Hant", "en", "ja"]), ("note", []),
    ("is", ["unread", "read", "starred"]), ("has", ["image", "table", "tag", "note", "highlight"]),
    ("sort", ["relevance", "newest", "oldest", "title", "publisher", "longest", "shortest", "path"]),
  ]

  /// `nil` if nothing begins like the word before the cursor.
  ///
  /// - Parameter facets: Values of this library, with their names.
  init?(_ field: TextField, facets: [FacetCount]) {
    let before = field.head
    let word = before.reversed().prefix { !" 　(（\"“、，".contains($0) }.reversed().map(String.init).joined()
    let sign = word.first.map { "-－—".contains($0) } == true ? String(word.prefix(1)) : ""
    let name = String(word.dropFirst(sign.count))
    head = String(before.dropLast(word.count)) + sign
    tail = String(field.text.dropFirst(before.count))
    guard let colon = name.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      guard !name.isEmpty else { return nil }
      candidates = Self.fields.map(\.name).filter { $0.hasPrefix(name.lowercased()) && $0 != name }.map { $0 + ":" }
      if candidates.isEmpty { return nil }
      return
    }
    let key = name[..<colon].lowercased()
    let begun = name[name.index(after: colon)...].lowercased()
    guard let known = Self.fields.first(where: { $0.name == key }) else { return nil }
    let values = known.values + facets.filter { $0.facet.kind.field == key }.map { Self.quoted($0.label) }
    head += key + ":"
    candidates = Array(
      values.filter { $0.lowercased().drop { "\"「『“".contains($0) }.hasPrefix(begun) && $0.lowercased() != begun }
        .prefix(40))
    if candidates.isEmpty { return nil }
  }

  private static func quoted(_ name: String) -> String {
    let isPlain = name.allSatisfy { !" 　()（）\"“”、，；|".contains($0) }
    return isPlain ? name : QuotedTerm.quoted(name)
  }

  /// The field with the next candidate in place.
  mutating func next(by step: Int) -> TextField {
    let count = candidates.count
    let place = index.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    index = place
    return TextField(head + candidates[place], tail: tail)
  }
}

extension Facet.Kind {
  /// The query field for values of this kind.
  var field: String? {
    switch self {
    case .publisher: "from"
    case .section: "section"
    case .category: "category"
    case .tag: "tag"
    case .author: "author"
    case .folder: "in"
    case .month: "date"
    case .state, .search: nil
    }
  }
}

extension ListState {
  /// The characters of the field that are a mistake rather than merely unfinished.
  var wrongCharacters: Range<Int> {
    guard let problem, !problem.isUnfinished, field.text == query.text else { return 0..<0 }
    return problem.characterRange
  }

  /// Completes the word before the cursor, or moves to the next candidate.
  ///
  /// - Returns: Whether there was anything to complete.
  mutating func complete(_ field: inout TextField, by step: Int) -> Bool {
    guard var completion = completion ?? QueryCompletion(field, facets: facets) else { return false }
    field = completion.next(by: step)
    self.completion = completion.candidates.count == 1 ? nil : completion
    return true
  }
}
