/// An entry of the bookmarks file, or of the highlights file.
public struct BookmarkEntry: Sendable, Hashable {
  /// The entry's key in the bookmarks file: its path in the library, otherwise its URL.
  public var key: String
  /// The link's text in the file.
  public var title: String
  /// The article's address; `nil` if it has none.
  public var url: String?
  /// The publisher as the entry names it.
  public var publisher: String?
  /// The date in the entry: `2023-07-17`.
  public var date: String?
  /// The heading above it in the file.
  public var heading: String?
  /// The lines under the entry, including tags; empty if there are none.
  public var note: String
  /// The `#tags` of the note, without `#`.
  public var tags: [String]
  /// When it was added: `2026-11-22T10:00:00Z`; `nil` if the file does not say.
  public var added: String?
  /// `nil` if the article is not in the open library.
  public var article: ArticleHandle?
  /// The passage that an entry of the highlights file highlights; its remark is the note.
  public var highlight: Highlight?

  public init(
    key: String, title: String, url: String? = nil, publisher: String? = nil, date: String? = nil,
    heading: String? = nil, note: String = "", tags: [String] = [], added: String? = nil, article: ArticleHandle? = nil,
    highlight: Highlight? = nil
  ) {
    self.highlight = highlight
    self.added = added
    self.key = key
    self.title = title
    self.url = url
    self.publisher = publisher
    self.date = date
    self.heading = heading
    self.note = note
    self.tags = tags
    self.article = article
  }
}
