import ArticleDump

/// An article that was opened, for the history room.
public struct HistoryVisit: Sendable, Hashable {
  /// As it was when the article was opened.
  public var title: String
  /// The page's address, if the dump gave one.
  public var url: String?
  /// When it was last opened.
  public var opened: Timestamp
  /// How much of it was shown, 0 to 1; `nil` if that is not known.
  public var share: Double?
  /// `nil` if the article is not in the open library.
  public var article: ArticleHandle?

  public init(title: String, url: String? = nil, opened: Timestamp, share: Double? = nil, article: ArticleHandle? = nil)
  {
    self.title = title
    self.url = url
    self.opened = opened
    self.share = share
    self.article = article
  }

  /// Whether it was begun and not read to its end. The last screenful of an article rarely ends exactly with its last
  /// line.
  var isHalfRead: Bool { share.map { 0.02 < $0 && $0 < 0.95 } ?? false }
}
