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

/// The library's progress in reading its archives.
public struct LibraryProgress: Sendable, Hashable {
  /// The library's current activity.
  public enum Phase: Sendable, Hashable {
    /// Listing folders and containers.
    case scanning
    /// Reading articles.
    case indexing
  }
  /// The current activity.
  public var phase: Phase
  /// Files found while scanning, articles read while indexing.
  public var done: Int
  /// 0 while unknown.
  public var total: Int
  /// At the current rate; `nil` while that is unknown.
  public var secondsLeft: Int?

  public init(phase: Phase, done: Int, total: Int = 0, secondsLeft: Int? = nil) {
    self.phase = phase
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }
}

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
