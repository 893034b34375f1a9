/// What the first kilobytes of a dump tell: enough for a row of a list.
public struct ArticleHead: Sendable, Hashable {
  public var dialect: Dialect
  public var title: String
  public var url: String?
  public var publisher: Publisher?
  public var author: String?
  /// The page's time if it stands in the head.
  public var published: Timestamp?
  public var fed: Timestamp?

  public init(dialect: Dialect, title: String) {
    self.dialect = dialect
    self.title = title
  }
}
