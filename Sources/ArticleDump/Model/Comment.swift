/// What a reader wrote below an article, as the page shows it.
public struct Comment: Sendable, Hashable {
  /// The commenting reader's name; `nil` if the page gives none.
  public var author: String?
  /// When it was written, according to the page; `nil` if the page does not say.
  public var date: Timestamp?
  /// One line or several, separated by line feeds.
  public var text: String

  public init(author: String? = nil, date: Timestamp? = nil, text: String) {
    self.author = author
    self.date = date
    self.text = text
  }
}
