import ArticleDump
import Glibc
import Synchronization

/// The reader's bookmarks: one Markdown file that people edit too.
///
/// Every call reads the file anew, so that edits made by hand, by `git merge` or by another process are seen. When a
/// call that changes the file returns, the change is on the disk; when it throws, the file stands as before. Adding
/// appends to the file and touches nothing that stands; other changes write a new file beside it and give it the file's
/// name. All hold the file's lock (`flock`), so that processes take turns. Editors and `git` know no lock and may put
/// another file there at any moment: then the change is made anew in that one.
public final class BookmarksFile: Sendable {
  public let path: String
  private let changes = Mutex<[Change]>([])

  /// Changes that can be taken back. More are made in a visit only by mistake or by a script.
  static let mostChangesKept = 100

  /// How many changes can be taken back now.
  var keptChangeCount: Int { changes.withLock { $0.count } }

  private func keep(_ made: [Change]) {
    changes.withLock { changes in changes = (changes + made.suffix(Self.mostChangesKept)).suffix(Self.mostChangesKept) }
  }

  /// What was done, for taking it back.
  private enum Change: Sendable {
    case added(key: String)
    /// Blocks of lines with the line before each.
    case removed(key: String, blocks: [(before: ArraySlice<UInt8>?, lines: [ArraySlice<UInt8>])])
    case noted(key: String, old: String, new: String)
  }

  /// A bookmarks file is read up to this; a larger one is not touched.
  private static let largestInBytes = 256 << 20

  public init(path: String) { self.path = path }

  /// The entries in the file's order. A file that does not exist has none.
  public func bookmarks() throws(LibraryError) -> [Bookmark] { try text().entries.map(\.bookmark) }

  private func text() throws(LibraryError) -> BookmarkText {
    do throws(LibraryError) {
      let content = try DumpFile.read(DumpPath(path), atMost: Self.largestInBytes)
      guard !content.isCut else { throw .unreadable(path: path, errno: EFBIG) }
      return BookmarkText(content.bytes)
    } catch .unreadable(_, ENOENT) {
      return BookmarkText([])
    }
  }

  /// Adds an entry for a row at the end; an article that has one already keeps it as it is.
  ///
  /// - Returns: Whether there is a new entry.
  @discardableResult
  public func add(_ row: ArticleRow, added: Timestamp) throws(LibraryError) -> Bool {
    let day = row.date.map(\.iso8601Date)
    let description = [row.publisher?.name, day].compactMap { $0 }.joined(separator: ", ")
    return try add(
      Bookmark(
        title: row.title, url: row.url, description: description, path: row.pathInArchive, added: added.iso8601))
  }

  /// Adds an entry made by the caller, for articles outside a library.
  @discardableResult
  public func add(_ bookmark: Bookmark) throws(LibraryError) -> Bool { try add([bookmark]) == 1 }

  /// Adds entries at the end in one write: all are kept, or none.
  ///
  /// Those without a heading come first, then those of each heading below it, in the order given. What is there already
  /// stays as it is.
  ///
  /// - Returns: The number of new entries.
  /// - Complexity: O(n + m) for n entries given and m that the file has.
  @discardableResult
  public func add(_ bookmarks: [Bookmark]) throws(LibraryError) -> Int {
    let added = try locked { (descriptor, text, isMade) throws(LibraryError) in
      let new = Self.unknown(bookmarks, in: text)
      guard !new.isEmpty else { return new }
      try append(Self.lines(of: new, after: text), to: descriptor)
      guard Self.isFile(descriptor, at: try AtomicFile.resolved(path)) else { return nil }
      if isMade { try AtomicFile.syncFolder(of: AtomicFile.resolved(path)) }
      return new
    }
    keep(added.suffix(Self.mostChangesKept).map { .added(key: $0.key) })
    return added.count
  }

  /// Those that have no entry yet, each once.
  private static func unknown(_ bookmarks: [Bookmark], in text: BookmarkText) -> [Bookmark] {
    var keys: Set<String> = []
    var articles: Set<ArticleKey> = []
    func isNew(_ bookmark: Bookmark) -> Bool {
      let isKnown = keys.contains(bookmark.key) || ArticleKey(url: bookmark.key).map(articles.contains) ?? false
      keys.insert(bookmark.key)
      if let url = bookmark.url, let article = ArticleKey(url: url) { articles.insert(article) }
      return !isKnown
    }
    for entry in text.entries { _ = isNew(entry.bookmark) }
    return bookmarks.filter(isNew)
  }

  private static func lines(of bookmarks: [Bookmark], after text: BookmarkText) -> [UInt8] {
    var order: [String?] = [nil]
    var sections: [String?: [Bookmark]] = [:]
    for bookmark in bookmarks {
      if sections[bookmark.heading] == nil, bookmark.heading != nil { order.append(bookmark.heading) }
      sections[bookmark.heading, default: []].append(bookmark)
    }
    var bytes: [UInt8] = []
    if let last = text.lines.last, last.last != 0x0A { bytes.append(0x0A) }
    var current = text.lastHeading
    for heading in order {
      guard let entries = sections[heading] else { continue }
      if let heading, heading != current {
        if !text.lines.isEmpty || !bytes.isEmpty { bytes.append(0x0A) }
        bytes += Array("## \(Sanitizer.sanitized(heading))\n\n".utf8)
        current = heading
      }
      for entry in entries { bytes += BookmarkLine.format(entry) }
    }
    return bytes
  }

  /// Removes the entries of that key with their notes.
  ///
  /// - Throws: `noSuchEntry`.
  public func remove(key: String) throws(LibraryError) {
    let change = try removeEntries(key)
    keep([change])
  }

  private func removeEntries(_ key: String) throws(LibraryError) -> Change {
    try locked { (_, text, _) throws(LibraryError) in
      let entries = Self.entries(of: key, in: text)
      guard !entries.isEmpty else { throw .noSuchEntry(key) }
      // Copies: a slice would keep the whole file in memory for as long as the change can be taken back.
      func copy(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { Array(line)[...] }
      let blocks = entries.map { entry in
        (
          before: entry.lines.lowerBound > 0 ? copy(text.lines[entry.lines.lowerBound - 1]) : nil,
          lines: text.lines[entry.lines].map(copy)
        )
      }
      var changed = text
      changed.remove(entries)
      guard try AtomicFile.replace(path, old: text.bytes, with: changed.bytes) else { return nil }
      return Change.removed(key: key, blocks: blocks)
    }
  }

  /// Writes an entry's note; `#tags` stand in it. An empty note removes its lines.
  ///
  /// - Throws: `noSuchEntry`.
  public func setNote(_ note: String, key: String) throws(LibraryError) {
    let old = try writeNote(note, key: key)
    keep([.noted(key: key, old: old, new: note)])
  }

  private func writeNote(_ note: String, key: String) throws(LibraryError) -> String {
    try locked { (_, text, _) throws(LibraryError) in
      guard let entry = Self.entries(of: key, in: text).first else { throw .noSuchEntry(key) }
      var changed = text
      changed.setNote(note, of: entry)
      if changed != text {
        guard try AtomicFile.replace(path, old: text.bytes, with: changed.bytes) else { return nil }
      }
      return entry.bookmark.note
    }
  }

  /// Takes back the last change that this object made, whatever else was changed since.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func undo() throws(LibraryError) -> Bool {
    guard let change = changes.withLock({ $0.last }) else { return false }
    do throws(LibraryError) {
      switch change {
      case .added(let key): _ = try removeEntries(key)
      case .noted(let key, let old, _): _ = try writeNote(old, key: key)
      case .removed(let key, let blocks): try putBack(blocks, key: key)
      }
    } catch .noSuchEntry {
      // Someone else took it out meanwhile: nothing is left to take back.
    }
    changes.withLock { _ = $0.popLast() }
    return true
  }

  private func putBack(
    _ blocks: [(before: ArraySlice<UInt8>?, lines: [ArraySlice<UInt8>])], key: String
  ) throws(LibraryError) {
    try locked { (_, text, _) throws(LibraryError) in
      guard Self.entries(of: key, in: text).isEmpty else { return () }
      var changed = text
      for block in blocks {
        let position = changed.position(after: block.before) ?? changed.lines.count
        var lines = block.lines
        if position == changed.lines.count, let last = changed.lines.last, last.last != 0x0A {
          lines[0] = [0x0A] + lines[0]
        }
        if position < changed.lines.count, let last = lines.last, last.last != 0x0A {
          lines[lines.count - 1] = last + [0x0A]
        }
        changed.insert(lines, at: position)
      }
      return try AtomicFile.replace(path, old: text.bytes, with: changed.bytes) ? () : nil
    }
  }

  /// Entries that mean the same article: the URL, but for scheme, `www.` and fragment, or else the path.
  private static func entries(of key: String, in text: BookmarkText) -> [BookmarkText.Entry] {
    let wanted = ArticleKey(url: key)
    return text.entries.filter { entry in
      if entry.bookmark.key == key { return true }
      guard let wanted, let url = entry.bookmark.url else { return false }
      return ArticleKey(url: url) == wanted
    }
  }

  // MARK: The file

  /// Runs `body` with the file's lock held and its content read; again when it says with `nil` that the file has been
  /// replaced or written meanwhile by someone who asks for no lock.
  private func locked<Value>(
    _ body: (_ descriptor: Int32, _ text: BookmarkText, _ isMade: Bool) throws(LibraryError) -> Value?
  ) throws(LibraryError) -> Value {
    let target = try AtomicFile.resolved(path)
    if let slash = target.lastIndex(of: "/"), slash > target.startIndex {
      try PrivateFiles.makeMissingFolders(String(target[..<slash]))
    }
    while true {
      var isMade = false
      let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
      var descriptor = open(target, flags)
      if descriptor < 0, errno == ENOENT {
        descriptor = open(target, flags | O_CREAT | O_EXCL, 0o600)
        isMade = descriptor >= 0
        if descriptor < 0, errno == EEXIST { continue }
      }
      guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
      defer { close(descriptor) }
      guard try FileLock.take(descriptor, of: path) else { throw .locked(path: path) }
      // Another process may have renamed a new file over this one while we waited: then its lock says nothing.
      var mine = stat()
      guard fstat(descriptor, &mine) == 0 else { throw .unwritable(path: path, errno: errno) }
      guard mine.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
      guard Self.isFile(descriptor, at: target) else { continue }
      if let value = try body(descriptor, text(), isMade || mine.st_size == 0) { return value }
    }
  }

  /// Whether that open file is still what stands at the path.
  private static func isFile(_ descriptor: Int32, at target: String) -> Bool {
    var mine = stat()
    var current = stat()
    return fstat(descriptor, &mine) == 0 && lstat(target, &current) == 0 && current.st_ino == mine.st_ino
      && current.st_dev == mine.st_dev
  }

  /// Appends and syncs; on any failure the file is cut back to what it was.
  private func append(_ bytes: [UInt8], to descriptor: Int32) throws(LibraryError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unwritable(path: path, errno: errno) }
    do throws(LibraryError) {
      try AtomicFile.write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw .unwritable(path: path, errno: errno) }
    } catch {
      ftruncate(descriptor, status.st_size)
      throw error
    }
  }
}
