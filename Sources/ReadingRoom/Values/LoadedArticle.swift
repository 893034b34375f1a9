import ArticleDump

/// An article opened for reading, with what the library knows about it.
public struct LoadedArticle: Sendable, Equatable {
  /// Identifies it in effects.
  public var id: ArticleHandle
  /// The whole article; the room sanitizes it when it opens it.
  public var article: Article
  /// Whether the bookmarks file has an entry for it.
  public var isStarred: Bool
  /// Where the reader stopped: a UTF-8 offset into the reading text, from `Effect.savePosition`.
  public var utf8Offset: Int
  /// Marks by letter, from `Effect.saveMarks`.
  public var marks: [String: Int]
  /// The reader's highlights in it, by their place in the text.
  public var highlights: [Highlight]
  /// Articles of the library to which `article.related` and the article's links lead, by URL as given there.
  public var articlesByURL: [String: ArticleHandle]
  /// The folder that contains it, below its archive; `nil` at the top of the archive.
  public var folder: String?
  /// The month under which the library files it, such as `2023-07`, in its own time zone, not the reader's.
  public var month: String?

  public init(
    id: ArticleHandle, article: Article, isStarred: Bool = false, utf8Offset: Int = 0, marks: [String: Int] = [:],
    highlights: [Highlight] = [], articlesByURL: [String: ArticleHandle] = [:], folder: String? = nil,
    month: String? = nil
  ) {
    self.folder = folder
    self.month = month
    self.id = id
    self.article = article
    self.isStarred = isStarred
    self.utf8Offset = utf8Offset
    self.marks = marks
    self.highlights = highlights
    self.articlesByURL = articlesByURL
  }
}
