import ArticleDump

/// One article in a list. Text is unchanged from the library; the room sanitizes what it draws.
public struct ListRow: Sendable, Hashable {
  /// Identifies the article in effects.
  public var id: ArticleHandle
  /// Empty if the dump has none.
  public var title: String
  /// The URL of the article's page.
  public var url: String?
  /// The site that published it; `nil` if it is not known.
  public var publisher: Publisher?
  /// The authors, joined by 、.
  public var author: String?
  /// The site's section.
  public var section: String?
  /// The page's time, otherwise the feed's.
  public var date: Timestamp?
  /// 0 if not known yet.
  public var characterCount: Int
  /// Whether it counts as read.
  public var isRead: Bool
  /// Whether the bookmarks file has an entry for it.
  public var isStarred: Bool
  /// How many near-duplicates are folded under this row.
  public var foldedCount: Int
  /// Where a search found its words; only in rows that were requested with snippets.
  public var snippet: MatchedText?
  /// Where the search's words are in the title and in the author, as UTF-8 offsets, sorted, on scalar boundaries.
  public var titleHits: [Range<Int>] = []
  /// The same in the author.
  public var authorHits: [Range<Int>] = []

  public init(
    id: ArticleHandle, title: String, url: String? = nil, publisher: Publisher? = nil, author: String? = nil,
    section: String? = nil,
    date: Timestamp? = nil, characterCount: Int = 0, isRead: Bool = false, isStarred: Bool = false,
    foldedCount: Int = 0, snippet: MatchedText? = nil
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.publisher = publisher
    self.author = author
    self.section = section
    self.date = date
    self.characterCount = characterCount
    self.isRead = isRead
    self.isStarred = isStarred
    self.foldedCount = foldedCount
    self.snippet = snippet
  }
}

/// A piece of an article's text with the words that a search found in it.
public struct MatchedText: Sendable, Hashable {
  /// Some 90 characters of the article's text, on one line.
  public var text: String
  /// UTF-8 offsets into the text, sorted, on scalar boundaries.
  public var hits: [Range<Int>]

  public init(text: String, hits: [Range<Int>]) {
    self.text = text
    self.hits = hits
  }
}
