import ArticleDump

/// An article opened for reading, with what the library knows about it.
public struct LoadedArticle: Sendable, Equatable {
  /// Names it in effects.
  public var id: ArticleHandle
  /// The whole article; the room sanitizes it when it opens it.
  public var article: Article
  /// Whether the bookmarks file has it.
  public var isStarred: Bool
  /// Where the reader left off: a UTF-8 offset into the reading text, as `Effect.savePosition` gave it.
  public var utf8Offset: Int
  /// Marks by letter, as `Effect.saveMarks` gave them.
  public var marks: [String: Int]
  /// What the reader highlighted in it, by its place in the text.
  public var highlights: [Highlight]
  /// Articles of the library that `article.related` and its links lead to, by URL as given there.
  public var articlesByURL: [String: ArticleHandle]
  /// The folder it lies in, below its archive; `nil` at the archive's top.
  public var folder: String?
  /// The month that the library files it under, such as `2023-07`: that of its own clock, not of the reader's.
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

/// An entry of the bookmarks file, or of the highlights file.
public struct BookmarkEntry: Sendable, Hashable {
  /// What the bookmarks file knows the entry by: its path in the library, else its URL.
  public var key: String
  /// The link's text in the file.
  public var title: String
  /// The article's address; `nil` for one without.
  public var url: String?
  /// The publisher as the entry names it.
  public var publisher: String?
  /// The day as the entry writes it: `2023-07-17`.
  public var date: String?
  /// The heading above it in the file.
  public var heading: String?
  /// The lines under the entry, tags among them; empty for none.
  public var note: String
  /// The `#tags` of the note, without `#`.
  public var tags: [String]
  /// When it was added: `2026-11-22T10:00:00Z`; `nil` when the file does not tell.
  public var added: String?
  /// `nil` when the article is not in the library that is open.
  public var article: ArticleHandle?
  /// What an entry of the highlights file highlights; its remark is the note.
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

/// How far the library is with reading its archives.
public struct LibraryProgress: Sendable, Hashable {
  /// What the library is busy with.
  public enum Phase: Sendable, Hashable {
    /// Listing folders and containers.
    case scanning
    /// Reading articles.
    case indexing
  }
  /// What it is doing.
  public var phase: Phase
  /// Files found while scanning, articles read while indexing.
  public var done: Int
  /// 0 while unknown.
  public var total: Int
  /// At the present rate; `nil` while that is unknown.
  public var secondsLeft: Int?

  public init(phase: Phase, done: Int, total: Int = 0, secondsLeft: Int? = nil) {
    self.phase = phase
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }
}

/// The state of the room that is kept for an archive until its next start; preferences are not an archive's, see
/// `RoomSetting`.
public struct Session: Sendable, Hashable {
  /// The library list's query.
  public var query: RoomQuery
  /// The selected row's article.
  public var selectedArticle: ArticleHandle?
  /// The selected row, from 0, for when the article is gone.
  public var selectedIndex: Int
  /// The article that was being read; its position is kept by `Effect.savePosition`.
  public var openArticle: ArticleHandle?
  /// What was searched for, the latest last.
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
