/// A parsed query, as a tree.
indirect enum Query: Sendable, Hashable {
  case everything
  case all([Query])
  case any([Query])
  case not(Query)
  case text(TextTerm)
  /// A publisher by id, name, pinyin or initials.
  case from(String)
  case section(String)
  /// A tag or category, by its name or a part of it; in quotes, by the whole name.
  case facet(FacetKind, String, isWhole: Bool)
  /// A folder or file below an archive.
  case path(String)
  /// A part of the page's address.
  case url(String)
  /// A language's tag, or the beginning of one.
  case language(String)
  /// Characters of the text.
  case length(ClosedRange<Int32>)
  /// Words in the note of the article's bookmark.
  case note(TextTerm)
  case date(DateRange)
  case state(ArticleFilter.State)
  case has(Feature)

  enum Feature: String, Sendable, Hashable, CaseIterable { case image, table, tag, note, highlight }
}

/// A query with the order that it requests.
struct ParsedQuery: Sendable, Hashable {
  var query: Query
  /// `nil` leaves the order to the caller.
  var sort: SortOrder?
}

/// Words to be found in text.
struct TextTerm: Sendable, Hashable {
  enum Field: Sendable, Hashable { case anywhere, title, author }

  var field: Field
  /// As it was typed, without quotes.
  var text: String
  /// See `TextFolding`.
  var folded: [UInt8]
  /// Whether the last word may be incomplete: `clim` finds climate. Words in quotes are whole, and so is a single
  /// letter.
  var isPrefix: Bool

  init(_ text: String, isQuoted: Bool, field: Field = .anywhere) {
    self.field = field
    self.text = text
    folded = TextFolding.fold(text)
    let lastWord = folded.reversed().prefix { $0 > 0x20 && !TextFolding.beginsCharacter($0) && $0 < 0x80 }
    isPrefix = !isQuoted && lastWord.count >= 2 && lastWord.allSatisfy { $0 < 0x80 }
    isSpelled = !isQuoted && folded.count >= 2 && folded.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// Whether the word may be pinyin.
  let isSpelled: Bool

  /// The term for FTS5.
  var match: String { "\"" + String(decoding: folded, as: UTF8.self) + "\"" + (isPrefix ? " *" : "") }
}

extension Query {
  /// The terms that a hit can show: those not under a `not`.
  var visibleTerms: [TextTerm] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.visibleTerms)
    case .text(let term): [term]
    default: []
    }
  }
}
