import ArticleDump

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
