import ArticleDump

/// An article that was opened, newest first in the history.
public struct HistoryEntry: Sendable, Hashable {
  /// As it was when the article was opened; not sanitized.
  public var title: String
  /// As it was when the article was opened.
  public var url: String?
  /// The path below its archive, escaped for display.
  public var path: String
  /// When it was last opened.
  public var opened: Timestamp
  /// How much of the text was shown, 0 to 1; `nil` if no position was kept.
  public var share: Double?
  /// The row, if the article is in the library.
  public var id: ArticleID?
}
