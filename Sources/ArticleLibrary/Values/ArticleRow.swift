import ArticleDump

/// Names an article within one opened library; stable while its file stands unchanged.
public struct ArticleID: Sendable, Hashable, Comparable {
  public var rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static func < (a: ArticleID, b: ArticleID) -> Bool { a.rawValue < b.rawValue }
}

/// A row of a list: what the index knows of an article.
public struct ArticleRow: Sendable, Hashable {
  public var id: ArticleID
  /// Where the file is: an absolute path, or one relative to the working folder if the archive was given so.
  public var file: DumpPath
  /// The path below its archive, for showing; characters that are not UTF-8 are escaped.
  public var pathInArchive: String
  public var title: String
  public var url: String?
  public var publisher: Publisher?
  public var section: String?
  /// Joined with `、`.
  public var authors: String?
  public var published: Timestamp?
  public var fed: Timestamp?
  public var dialect: Dialect
  public var fileSizeInBytes: Int
  /// 字数; 0 until the body is indexed.
  public var characterCount: Int
  public var hasImages: Bool
  public var hasTables: Bool
  /// Whether the body is in the index, or only the head.
  public var isIndexed: Bool
  public var isRead: Bool
  public var isStarred: Bool
  /// Whether other articles of the library give the same URL.
  public var sharesURL: Bool
  /// How many other articles of its list tell the same story (same URL, or near-duplicate text).
  public var duplicateCount: Int

  /// The page's own time, or the feed's.
  public var date: Timestamp? { published ?? fed }
}
