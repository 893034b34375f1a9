import ArticleDump

/// Identifies an article in one index, as long as its file is unchanged. In an index that has replaced that one it
/// identifies nothing: ``ArticleKey`` finds the article again.
public struct ArticleID: Sendable, Hashable, Comparable {
  /// The article's number in its index.
  public let rawValue: Int32
  /// Which index that is.
  let epoch: Int64

  init(_ number: Int32, epoch: Int64) {
    rawValue = number
    self.epoch = epoch
  }

  public static func < (a: ArticleID, b: ArticleID) -> Bool { (a.epoch, a.rawValue) < (b.epoch, b.rawValue) }
}

/// Finds an article again after its index has been rebuilt, or its file has been written again or moved.
public struct ArticleKey: Sendable, Hashable {
  /// A hash of the path of its file.
  public var file: UInt64
  /// A hash of its identity: its address, or its place in its archive.
  public var identity: UInt64
  /// A hash of its file's bytes; 0 until the body is indexed.
  var dump: UInt64
}

/// A row of a list: what the index knows about an article.
public struct ArticleRow: Sendable, Hashable {
  /// Identifies the article in its index.
  public var id: ArticleID
  /// Finds it again in another index.
  public var key: ArticleKey
  /// Where the file is: an absolute path, or one relative to the working folder if the archive was given that way.
  public var file: DumpPath
  /// The path below its archive, for display; characters that are not UTF-8 are escaped.
  public var pathInArchive: String
  /// As parsed, not sanitized; the file's name if the dump has no title.
  public var title: String
  /// The page's URL as the dump gives it; it may not be a web address.
  public var url: String?
  /// The site that published the page; `nil` if neither URL, page nor path says.
  public var publisher: Publisher?
  /// The site's section, as the page names it.
  public var section: String?
  /// Joined with `、`.
  public var authors: String?
  /// The page's own time; until the body is indexed, only if it is in the head.
  public var published: Timestamp?
  /// The feed's or crawler's time.
  public var fed: Timestamp?
  /// The form of the dump's envelope.
  public var dialect: Dialect
  /// The size of the file or entry when it was indexed.
  public var fileSizeInBytes: Int
  /// 字数; 0 until the body is indexed.
  public var characterCount: Int
  /// Whether the article has pictures; `false` until the body is indexed.
  public var hasImages: Bool
  /// Whether the article has tables; `false` until the body is indexed.
  public var hasTables: Bool
  /// Whether the body is in the index, or only the head.
  public var isIndexed: Bool
  /// Whether the reader opened it, or marked it as read.
  public var isRead: Bool
  /// Whether the bookmarks file has an entry for it.
  public var isStarred: Bool
  /// Whether other articles of the library give the same URL.
  public var sharesURL: Bool
  /// How many other articles of its list tell the same story (same URL, or near-duplicate text).
  public var duplicateCount: Int

  /// The page's own time, or the feed's.
  public var date: Timestamp? { published ?? fed }
}
