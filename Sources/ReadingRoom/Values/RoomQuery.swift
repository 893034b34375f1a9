import ArticleDump

/// The key by which a list is ordered; the direction is `RoomQuery.isDescending`.
public enum SortKey: String, Sendable, Hashable, CaseIterable {
  /// By time, publisher's name, title (Han by pinyin), number of characters, or search rank.
  case date, publisher, title, length, relevance
}

extension RoomQuery {
  /// Whether the reader's own actions decide which articles are listed.
  var isByState: Bool { facets.contains { $0.kind == .state } || text.range(of: "is:") != nil }
}

/// Which articles a list shows, and in which order. Equal queries give equal lists.
public struct RoomQuery: Sendable, Hashable {
  /// The library's query language; empty for everything.
  public var text: String
  /// The order, unless the text has a `sort:`.
  public var sort: SortKey
  /// Newest first, longest first; for titles and publishers, from the end of the alphabet.
  public var isDescending: Bool
  /// Chosen facet values: values of one kind are alternatives, and kinds narrow each other.
  public var facets: [Facet]
  /// Whether near-duplicates have rows of their own.
  public var unfoldsDuplicates: Bool

  public init(
    text: String = "", sort: SortKey = .date, isDescending: Bool = true, facets: [Facet] = [],
    unfoldsDuplicates: Bool = false
  ) {
    self.text = text
    self.sort = sort
    self.isDescending = isDescending
    self.facets = facets
    self.unfoldsDuplicates = unfoldsDuplicates
  }
}

/// One value by which a list can be narrowed.
public struct Facet: Sendable, Hashable {
  /// The kind of a value.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `starred`, `unread`, `read`.
    case state
    /// A publisher's id.
    case publisher
    /// A site's section, as the page names it.
    case section
    /// As the article's author spells it.
    case category, tag, author
    /// A path below the archive.
    case folder
    /// `2023-07`.
    case month
    /// A saved search: the value is its query text.
    case search
  }
  /// What the value is of.
  public var kind: Kind
  /// The value in the form given for its kind.
  public var value: String

  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A facet value with the number of articles of the query that have it.
public struct FacetCount: Sendable, Hashable {
  /// The counted value.
  public var facet: Facet
  /// The name to show if it differs from the value: 法广 for `rfi`.
  public var label: String
  /// How many articles have it; also 0 if that was not counted.
  public var count: Int

  /// A count; the value itself is the label if none is given.
  public init(_ facet: Facet, label: String? = nil, count: Int) {
    self.facet = facet
    self.label = label ?? facet.value
    self.count = count
  }
}

/// The room's lists: each makes its own requests, and answers go to the one that asked.
public enum ListKind: Sendable, Hashable, CaseIterable {
  /// The library's articles, narrowed by a filter and facets.
  case library
  /// The hits of a search.
  case search
}

/// A window of rows that the room requests.
public struct RowsRequest: Sendable, Hashable {
  /// Something whose place in the list is also requested.
  public enum Anchor: Sendable, Hashable {
    /// The row of this article.
    case article(ArticleHandle)
    /// The first row on or before (descending) or after (ascending) this moment.
    case date(Timestamp)
    /// The next unread row after (or before) this index, wrapping around.
    case unread(after: Int, backwards: Bool)
  }
  /// The list that asks; returned in the answer.
  public var list: ListKind
  /// The list's query.
  public var query: RoomQuery
  /// Returned in the answer; for this list, an answer with an earlier number is outdated and dropped.
  public var generation: Int
  /// The requested rows, from 0; may extend past the end. If an anchor is found: the same number of rows around it.
  public var range: Range<Int>
  /// The centre of the requested rows; `nil` for exactly `range`.
  public var anchor: Anchor?
  /// The script for titles and snippets; `nil` for the one in which they are written.
  public var script: Script?
  /// Whether rows should include snippets and ranks.
  public var needsSnippets: Bool
  /// Whether everything on the screen is already there, so that no frame needs to wait for the answer.
  public var isAhead: Bool

  public init(
    list: ListKind, query: RoomQuery, generation: Int, range: Range<Int>, anchor: Anchor? = nil,
    needsSnippets: Bool = false,
    isAhead: Bool = false
  ) {
    self.list = list
    self.query = query
    self.generation = generation
    self.range = range
    self.anchor = anchor
    self.needsSnippets = needsSnippets
    self.isAhead = isAhead
  }
}

/// What is wrong with a query.
public struct QueryProblem: Sendable, Hashable {
  /// The sentence for the reader.
  public var sentence: String
  /// The characters of the query's text that are wrong.
  public var characterRange: Range<Int>
  /// Whether further typing may correct it: then nothing is said yet.
  public var isUnfinished: Bool

  /// A problem; an empty range points at nothing.
  public init(_ sentence: String, characterRange: Range<Int> = 0..<0, isUnfinished: Bool = false) {
    self.sentence = sentence
    self.characterRange = characterRange
    self.isUnfinished = isUnfinished
  }
}

/// The answer to a `RowsRequest`.
public struct RowsPage: Sendable, Hashable {
  /// As in the request.
  public var list: ListKind
  /// As in the request.
  public var generation: Int
  /// Rows of the whole list.
  public var total: Int
  /// The first row's place in the list.
  public var start: Int
  /// Rows from `start` on, at most as many as were requested.
  public var rows: [ListRow]
  /// The anchor's place, if there was one and it was found.
  public var anchorIndex: Int?
  /// What is wrong with the query, if anything; there are no rows then.
  public var problem: QueryProblem?
  /// A query that finds something, if this one does not.
  public var suggestion: String?
  /// The words to show in hits.
  public var words: [String] = []
  /// Whether anything in the whole list has a publisher.
  public var hasPublishers = true
  /// Whether the query's text specifies an order, which takes precedence over the list's own.
  public var isOrderedByQuery = false

  public init(
    list: ListKind, generation: Int, total: Int, start: Int, rows: [ListRow], anchorIndex: Int? = nil,
    problem: QueryProblem? = nil
  ) {
    self.list = list
    self.generation = generation
    self.total = total
    self.start = start
    self.rows = rows
    self.anchorIndex = anchorIndex
    self.problem = problem
  }
}
