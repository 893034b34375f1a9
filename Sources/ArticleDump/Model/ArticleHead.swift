/// The facts in the first kilobytes of a dump, which are enough for a row of a list.
public struct ArticleHead: Sendable, Hashable {
  /// The form of the dump's envelope.
  public var dialect: Dialect
  /// The envelope's title, otherwise the first heading or a title made from the file's name; empty if there is none.
  public var title: String
  /// The page's URL as the envelope gives it.
  public var url: String?
  /// The publisher by URL and path; `nil` if these do not identify one. The whole page may give another.
  public var publisher: Publisher?
  /// The authors that the envelope names, joined by 、; `nil` if it names nobody.
  public var author: String?
  /// The page's time if it is in the head.
  public var published: Timestamp?
  /// The feed's time, as the envelope gives it.
  public var fed: Timestamp?

  /// Creates a head that has only a title.
  public init(dialect: Dialect, title: String) {
    self.dialect = dialect
    self.title = title
  }
}
