import ArticleDump

/// An article that was opened, newest first in the history.
public struct HistoryEntry: Sendable, Hashable {
  /// As it was when the article was opened; not sanitized.
  public var title: String
  /// As it was when the article was opened.
  public var url: String?
  /// The path below its archive, escaped for showing.
  public var path: String
  /// The last time.
  public var opened: Timestamp
  /// How much of the text was shown, 0 to 1; `nil` when no position was kept.
  public var share: Double?
  /// The row, while the article is in the library.
  public var id: ArticleID?
}
