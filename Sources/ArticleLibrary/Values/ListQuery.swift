/// What a list shows and in which order.
public struct ListQuery: Sendable, Hashable {
  /// The query language (`yuelan-query(7)`); empty for everything.
  public var text: String
  /// The order, unless the text has a `sort:`.
  public var sort: SortOrder
  /// Narrows what the text finds.
  public var filter: ArticleFilter
  /// Shows one row for articles that tell the same story.
  public var foldsDuplicates: Bool

  public init(
    text: String = "", sort: SortOrder = .newest, filter: ArticleFilter = ArticleFilter(),
    foldsDuplicates: Bool = false
  ) {
    self.text = text
    self.sort = sort
    self.filter = filter
    self.foldsDuplicates = foldsDuplicates
  }
}

/// What a list is ordered by; equal articles come newest first.
public enum SortOrder: String, Sendable, Hashable, CaseIterable {
  /// bm25 with recency; the same as `newest` if the query has no words.
  case relevance
  /// By ``ArticleRow/date``; articles without one come last in either order.
  case newest, oldest
  /// By title: digits and Latin letters, then Han by pinyin.
  case title
  /// By publisher's name, each newest first.
  case publisher
  /// By number of characters.
  case longest, shortest
  /// By path, as bytes.
  case path
}
