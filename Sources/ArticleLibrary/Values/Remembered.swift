import ArticleDump

/// Where the reader stopped in an article.
public struct ReadingPosition: Sendable, Hashable {
  /// Offset into the article's text (all its blocks, as `Article` gives them), in UTF-8 bytes; never a line.
  public var utf8Offset: Int
  /// The same as a share of the text, 0 to 1.
  public var share: Double

  public init(utf8Offset: Int, share: Double) {
    self.utf8Offset = utf8Offset
    self.share = share
  }
}

/// An article that was opened, newest first in the history.
public struct HistoryEntry: Sendable, Hashable {
  /// As it was when the article was opened; not sanitized.
  public var title: String
  /// As it was when the article was opened.
  public var url: String?
  /// The path below its archive, escaped for showing.
  public var path: String
  /// The last time.
  public var opened: Timestamp
  /// How much of the text was shown, 0 to 1; `nil` when no position was kept.
  public var share: Double?
  /// The row, while the article is in the library.
  public var id: ArticleID?
}

/// A query under a name.
public struct SavedSearch: Sendable, Hashable {
  /// Unique among the saved searches.
  public var name: String
  /// In the query language; empty for all articles.
  public var query: String

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }

  /// See `Library.changeSavedSearches`. Searches that another process changed meanwhile are left alone.
  static func changing(_ known: [SavedSearch], from former: [SavedSearch], to changed: [SavedSearch]) -> [SavedSearch] {
    var left = changed[...]
    var result: [SavedSearch] = []
    for search in known {
      if !former.contains(search) {
        result.append(search)
      } else if let next = left.popFirst() {
        result.append(next)
      }
    }
    result += left
    // A search that had a name before keeps it; the same search twice is one.
    var names: [String: String] = [:]
    for search in known where !former.contains(search) { names[search.name] = search.query }
    let kept = Set(known).subtracting(former)
    var unique: [SavedSearch] = []
    for var search in result where !unique.contains(search) {
      if !kept.contains(search) {
        let name = search.name
        var number = 2
        while let other = names[search.name], other != search.query {
          search.name = "\(name) \(number)"
          number += 1
        }
        if unique.contains(search) || kept.contains(search) { continue }
        names[search.name] = search.query
      }
      unique.append(search)
    }
    return unique
  }
}
