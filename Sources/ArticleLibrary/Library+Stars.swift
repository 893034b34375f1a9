import ArticleDump
import Foundation
import GRDB
import Glibc
import Synchronization
import Text

/// What the bookmarks file and the highlights file say about the library's articles.
struct StarredArticles: Sendable {
  /// The keys of starred articles.
  var hashes: Set<UInt64> = []
  /// Increases with each change of `hashes`.
  var revision: UInt64 = 0
  fileprivate var text = BookmarkText([])
  /// The stamp of the bookmarks file when it was read.
  fileprivate var file: FileStamp?
  fileprivate var highlights = BookmarkText([])
  /// The stamp of the highlights file when it was read.
  fileprivate var highlightsFile: FileStamp?
  /// The index in which `hashes` were found.
  fileprivate var generation: UInt64?
}

extension Library {
  /// The starred articles, by the current bookmarks file.
  func starredArticles(_ view: IndexView, _ db: Database) throws -> StarredArticles {
    let known = cache.withLock { $0.starred }
    let stamp = configuration.bookmarksFile.flatMap { FileStamp(path: $0) }
    let highlightsStamp = configuration.highlightsFile.flatMap { FileStamp(path: $0) }
    if stamp == known.file, highlightsStamp == known.highlightsFile, known.generation == view.generation {
      return known
    }
    // If a file cannot be read, there are no stars to show; the bookmarks room says why.
    func text(_ path: String?) -> BookmarkText {
      path.flatMap { try? BookmarksFile(path: $0, names: names).text() } ?? BookmarkText([])
    }
    var fresh = known
    if stamp != known.file || known.generation == nil { fresh.text = text(configuration.bookmarksFile) }
    if highlightsStamp != known.highlightsFile { fresh.highlights = text(configuration.highlightsFile) }
    fresh.highlightsFile = highlightsStamp
    let hashes = try StarFinder(self, view, db, for: [fresh.text]).keys(of: fresh.text)
    if hashes != fresh.hashes || known.generation == nil {
      fresh.hashes = hashes
      fresh.revision += 1
    }
    (fresh.file, fresh.generation) = (stamp, view.generation)
    let made = fresh
    cache.withLock { $0.starred = made }
    return made
  }

  /// The entries of the bookmarks file, or of the highlights file, as a room shows them, each with its article if that
  /// is in the library.
  ///
  /// - Throws: what `BookmarksFile.bookmarks` throws.
  public func bookmarks(in file: BookmarksFile) throws(LibraryError) -> [(entry: Bookmark, article: ArticleID?)] {
    let text = try file.text()
    let view = try view()
    return try read { db in
      let finder = try StarFinder(self, view, db, for: [text])
      let numbers = try finder.articles(view)
      return try text.entries.map { entry in
        let bookmark = text.bookmark(entry)
        let key = try finder.keys(of: entry, bookmark).first { numbers[$0] != nil }
        return (bookmark, key.flatMap { numbers[$0] }.map { ArticleID($0, epoch: view.epoch) })
      }
    }
  }

  /// The keys of the articles that some entries of the bookmarks file or the highlights file refer to.
  func bookmarkedKeys(_ view: IndexView, _ db: Database, where isWanted: (Bookmark) -> Bool) throws -> Set<UInt64> {
    let starred = try starredArticles(view, db)
    let finder = try StarFinder(self, view, db, for: [starred.text, starred.highlights])
    var keys: Set<UInt64> = []
    for text in [starred.text, starred.highlights] {
      for entry in text.entries {
        let bookmark = text.bookmark(entry)
        if isWanted(bookmark) { keys.formUnion(try finder.keys(of: entry, bookmark)) }
      }
    }
    return keys
  }

  /// The starred articles that are in the library.
  public func starredIDs() throws(LibraryError) -> Set<ArticleID> {
    let list = try list(ListQuery(filter: ArticleFilter([.state(.starred)])))
    return Set((0..<list.count).map { list[$0] })
  }

  /// Stars an article; if it already has an entry, that stays unchanged.
  ///
  /// - Returns: Whether there is a new entry.
  @discardableResult
  public func star(_ id: ArticleID, in file: BookmarksFile, added: Timestamp) throws(LibraryError) -> Bool {
    let row = try presentRow(id)
    let isOwn = try ownership(of: row)
    return try file.add([entry(of: row, added: added)]) { (text, candidates) throws(LibraryError) in
      for entry in text.entries where try isOwn(text, entry) { return [] }
      return candidates
    } > 0
  }

  /// The entry for an article in one of the files.
  func entry(of row: ArticleRow, added: Timestamp) -> Bookmark {
    let description = [row.publisher?.name, row.date.map(\.iso8601Date)].compactMap { $0 }.joined(separator: ", ")
    return Bookmark(
      title: row.title, url: row.url, description: description, path: place(of: row), added: added.iso8601,
      fingerprint: fingerprint(of: row))
  }

  /// Removes an article's entries.
  ///
  /// - Returns: How many there were.
  @discardableResult
  public func unstar(_ id: ArticleID, in file: BookmarksFile) throws(LibraryError) -> Int {
    let row = try presentRow(id)
    return try file.remove(ownership(of: row))
  }

  /// Determines which entries of a file belong to an article.
  func ownership(
    of row: ArticleRow
  ) throws(LibraryError) -> (BookmarkText, BookmarkText.Entry) throws(LibraryError) -> Bool {
    let key = identity(of: row).hash
    let address = row.url.flatMap(ArticleAddress.init)?.hash ?? 0
    let (place, fingerprint) = (place(of: row), fingerprint(of: row))
    let namesArticle = address != 0 && !row.sharesURL
    let view = try view()
    return { [self] text, entry throws(LibraryError) in
      guard entry.address == address else {
        guard let fingerprint, text.fingerprint(of: entry) == fingerprint else { return false }
        return text.bookmark(entry).isOfFile(with: fingerprint, at: place, names)
      }
      if namesArticle { return true }
      return try read { db in
        try StarFinder(self, view, db, for: []).keys(of: entry, text.bookmark(entry)).contains(key)
      }
    }
  }

  private func fingerprint(of row: ArticleRow) -> DumpFingerprint? {
    if row.key.dump != 0 { return DumpFingerprint(value: row.key.dump) }
    let content = try? content(of: row)
    return content.map { DumpFingerprint(of: $0.bytes) }
  }

  /// The keys of articles and, for each, the number of the newest article with it.
  func articlesByKey(_ view: IndexView, _ db: Database) throws -> [UInt64: Int32] {
    var numbers: [UInt64: Int32] = [:]
    let keys = try keys(view, db)
    for number in view.newest.reversed() where Int(number) < keys.count { numbers[keys[Int(number)]] = number }
    return numbers
  }
}
