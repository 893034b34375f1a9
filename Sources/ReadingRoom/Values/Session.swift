/// The part of the room's state that is saved for an archive until the next start; preferences do not belong to an
/// archive, see `RoomSetting`.
public struct Session: Sendable, Hashable {
  /// The library list's query.
  public var query: RoomQuery
  /// The selected row's article.
  public var selectedArticle: ArticleHandle?
  /// The selected row, from 0, in case the article is gone.
  public var selectedIndex: Int
  /// The article that was being read; its position is saved by `Effect.savePosition`.
  public var openArticle: ArticleHandle?
  /// Earlier searches, the latest last.
  public var searches: [String]

  public init(
    query: RoomQuery = RoomQuery(), selectedArticle: ArticleHandle? = nil, selectedIndex: Int = 0,
    openArticle: ArticleHandle? = nil, searches: [String] = []
  ) {
    self.searches = searches
    self.query = query
    self.selectedArticle = selectedArticle
    self.selectedIndex = selectedIndex
    self.openArticle = openArticle
  }
}
