import ArticleDump
import Glibc
import Synchronization

/// The reader's bookmarks: one Markdown file that people edit too.
///
/// Every call reads the file again, so that edits made by hand, by `git merge` or by another process are seen. When a
/// call that changes the file returns, the change is on disk; when it throws, the file is unchanged. Adding appends to
/// the file and changes none of its bytes; other changes write a new file beside it and rename it over the file. All of
/// them hold the locks (`flock`) of the file and of its folder, so that processes take turns: the folder's, because a
/// moment later there may be another file. Editors and `git` use no lock and may put another file there at any moment:
/// then the change is made again in that one, and what they saved is never deleted (`AtomicFile`). An entry counts as
/// added only when it is found in the file's content at that time.
public final class BookmarksFile: Sendable {
  /// The file as it was given; a link is followed when the file is read and replaced.
  public let path: String
  let names: ArchiveNames
  private let observer: @Sendable (LibraryNotice) -> Void
  private let changes = Mutex<[BookmarkChange]>([])

  /// The number of changes that can be undone. Only a mistake or a script makes more in one session.
  static let mostChangesKept = 100

  /// How many changes can be undone now.
  var keptChangeCount: Int { changes.withLock { $0.count } }

  private func keep(_ change: BookmarkChange) {
    changes.withLock { changes in changes = (changes + [change]).suffix(Self.mostChangesKept) }
  }

  /// The largest bookmarks file that is read; a larger one is not touched.
  private static let largestInBytes = 256 << 20
  /// How often a change is retried if another program replaces the file meanwhile.
  private static let mostAttempts = 1000

  /// Opens nothing yet: every call reads the file.
  ///
  /// - Parameters:
  ///   - path: The file; it need not exist.
  ///   - names: The names of archives, to determine which files entries mean.
  ///   - observer: Receives, on the calling thread, where a file that another program had saved is kept.
  public init(
    path: String, names: ArchiveNames = ArchiveNames(), observer: @escaping @Sendable (LibraryNotice) -> Void = { _ in }
  ) {
    self.path = path
    self.names = names
    self.observer = observer
  }

  /// The entries in the file's order. A file that does not exist has none.
  ///
  /// - Throws: `notText` for a file that is not UTF-8 but UTF-16 or UTF-32.
  public func bookmarks() throws(LibraryError) -> [Bookmark] { try text().bookmarks }

  func text() throws(LibraryError) -> BookmarkText {
    do throws(LibraryError) {
      let content = try RegularFile.read(DumpPath(path), atMost: Self.largestInBytes)
      guard !content.isCut else { throw .unreadable(path: path, errno: EFBIG) }
      guard !Self.isWide(content.bytes) else { throw .notText(path: path) }
      return BookmarkText(content.bytes)
    } catch .unreadable(_, ENOENT) {
      return BookmarkText([])
    }
  }

  /// Whether text has two or four bytes for each character: by its byte order mark, or because every other byte is NUL.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let start = bytes.prefix(4096)
    return start.count(where: { $0 == 0 }) * 4 > start.count
  }

  // MARK: Adding

  /// Adds an entry made by the caller, for articles outside a library.
  @discardableResult
  public func add(_ bookmark: Bookmark) throws(LibraryError) -> Bool { try add([bookmark]) == 1 }

  /// Adds entries at the end in one write: all are kept, or none.
  ///
  /// Entries without a heading come first, then those of each heading below it, in the order given. Existing entries
  /// are not changed. If an unclosed code block would hide the entries, they are inserted above it.
  ///
  /// - Returns: The number of new entries.
  /// - Throws: `starNotSeen` if the file would not show them.
  /// - Complexity: O(n + m) for n given entries and m in the file.
  @discardableResult
  public func add(_ bookmarks: [Bookmark]) throws(LibraryError) -> Int {
    try add(bookmarks) { text, candidates in KnownBookmarks(text, names, for: candidates).unknown(candidates) }
  }

  /// - Parameter unknown: Returns those that have no entry yet.
  func add(
    _ bookmarks: [Bookmark], unknown: (BookmarkText, [Bookmark]) throws(LibraryError) -> [Bookmark]
  ) throws(LibraryError) -> Int {
    let (count, change) = try locked { (descriptor, text, isMade) throws(LibraryError) -> (Int, BookmarkChange?)? in
      let new = try unknown(text, bookmarks)
      guard !new.isEmpty else { return (0, nil) }
      let place = text.unclosedFence ?? text.lineCount
      let block = Self.lines(of: new, in: text, before: place)
      let expected = BookmarkText(text.inserting(block, before: place))
      let lines = BookmarkText(block).entryLines
      guard expected.entries.count == text.entries.count + new.count, lines.count == new.count else {
        throw .starNotSeen(path: path)
      }
      if place == text.lineCount {
        try append(Array(expected.bytes[text.bytes.count...]), to: descriptor)
        guard Self.isFile(descriptor, at: try AtomicFile.resolved(path)) else { return nil }
        if isMade { try AtomicFile.syncFolder(of: AtomicFile.resolved(path)) }
      } else {
        guard try replace(text, with: expected.bytes) else { return nil }
      }
      // A program that takes no lock may have written meanwhile.
      let now = try self.text()
      if now.bytes != expected.bytes {
        let seen = Set(now.entryLines)
        guard lines.allSatisfy(seen.contains) else { return nil }
      }
      let offset = text.lines(0..<place).count
      let inserted = Array(expected.bytes[offset..<offset + expected.bytes.count - text.bytes.count])
      return (new.count, .added(lines: lines, block: inserted, offset: offset))
    }
    if let change { keep(change) }
    return count
  }

  private static func lines(of bookmarks: [Bookmark], in text: BookmarkText, before place: Int) -> [UInt8] {
    var order: [String?] = [nil]
    var sections: [String?: [Bookmark]] = [:]
    for bookmark in bookmarks {
      if sections[bookmark.heading] == nil, bookmark.heading != nil { order.append(bookmark.heading) }
      sections[bookmark.heading, default: []].append(bookmark)
    }
    var bytes: [UInt8] = []
    var current = text.heading(above: place)
    for heading in order {
      guard let entries = sections[heading] else { continue }
      if let heading, heading != current {
        if place > 0 || !bytes.isEmpty { bytes.append(0x0A) }
        bytes += Array("## \(Sanitizer.sanitized(heading))\n\n".utf8)
        current = heading
      }
      for entry in entries { bytes += BookmarkLine.format(entry) }
    }
    guard text.lineEnd.count == 2 else { return bytes }
    return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  // MARK: Removing

  /// Removes the entries with that URL, place or `Bookmark.key`, with their notes.
  ///
  /// - Throws: `noSuchEntry`.
  public func remove(key: String) throws(LibraryError) {
    guard try remove(named: key) > 0 else { throw .noSuchEntry(key) }
  }

  /// The same, for callers that report themselves when there was none.
  ///
  /// - Returns: How many there were.
  public func remove(named name: String) throws(LibraryError) -> Int { try remove(Self.matcher(for: name)) }

  /// Removes the entries of a dump outside a library.
  ///
  /// - Returns: How many there were.
  public func remove(_ bookmark: Bookmark) throws(LibraryError) -> Int {
    try remove { text, entry in KnownBookmarks.isSame(text, entry, bookmark, names) }
  }

  /// Removes entries with their notes.
  ///
  /// - Returns: How many there were.
  func remove(_ isMatch: (BookmarkText, BookmarkText.Entry) throws(LibraryError) -> Bool) throws(LibraryError) -> Int {
    let removed = try locked { (_, text, _) throws(LibraryError) -> (Int, BookmarkChange?)? in
      var entries: [BookmarkText.Entry] = []
      for entry in text.entries where try isMatch(text, entry) { entries.append(entry) }
      guard !entries.isEmpty else { return (0, nil) }
      guard try replace(text, with: text.removing(entries)) else { return nil }
      return (entries.count, BookmarkChange.removed(entries, of: text))
    }
    if let change = removed.1 { keep(change) }
    return removed.0
  }

  /// Matches entries with that key, or with this URL (apart from what `ArticleAddress` leaves out) or this place.
  private static func matcher(for key: String) -> (BookmarkText, BookmarkText.Entry) -> Bool {
    // An entry's key has its address, its place and its title on separate lines, so it is never an address.
    let isWhole = key.utf8.contains(UInt8(ascii: "\n"))
    let address = isWhole ? nil : ArticleAddress(key)?.hash
    return { text, entry in
      if let address { return entry.address == address }
      let bookmark = text.bookmark(entry)
      return bookmark.key == key || bookmark.name == key || bookmark.path == key
    }
  }

  // MARK: Notes

  /// Writes an entry's note, which includes its `#tags`. An empty note removes its lines.
  ///
  /// - Throws: `noSuchEntry`.
  public func setNote(_ note: String, key: String) throws(LibraryError) {
    let old = try writeNote(note, key: key)
    keep(.noted(key: key, old: old))
  }

  private func writeNote(_ note: String, key: String) throws(LibraryError) -> String {
    let isMatch = Self.matcher(for: key)
    return try locked { (_, text, _) throws(LibraryError) in
      guard let entry = text.entries.first(where: { isMatch(text, $0) }) else { throw .noSuchEntry(key) }
      let changed = text.settingNote(note, of: entry)
      if changed != text.bytes {
        guard try replace(text, with: changed) else { return nil }
      }
      return text.bookmark(entry).note
    }
  }

  /// Gives a highlight another color and another remark; its quotation stays.
  ///
  /// If a person or a merge left several entries for it, the one that is shown is changed (`Bookmark.highlights`),
  /// together with its copies: a copy that stayed would be shown instead. Entries with other words stay as they are.
  ///
  /// - Throws: `noSuchEntry`.
  public func changeHighlight(_ color: HighlightColor, remark: String, key: String) throws(LibraryError) {
    let former = try writeHighlight(color, remark: remark, key: key)
    keep(.highlighted(key: former.key, remark: former.remark, old: former.entry))
  }

  /// - Parameter former: The current remark, if it is known; otherwise the displayed entry is changed.
  /// - Returns: The entry's new key and remark, and the entry as it was.
  private func writeHighlight(
    _ color: HighlightColor, remark: String, key: String, insteadOf former: String? = nil
  ) throws(LibraryError) -> (key: String, remark: String, entry: Bookmark) {
    let isMatch = Self.matcher(for: key)
    return try locked { (_, text, _) throws(LibraryError) -> (key: String, remark: String, entry: Bookmark)? in
      let matching = text.entries.filter { isMatch(text, $0) }.map { (entry: $0, bookmark: text.bookmark($0)) }.filter {
        former == nil || $0.bookmark.remark == former
      }
      let ofPassage = matching.map(\.bookmark).filter { $0.passageKey == matching.first?.bookmark.passageKey }
      guard let known = Bookmark.highlights(ofPassage).first, var passage = known.passage else {
        throw .noSuchEntry(key)
      }
      let copies = matching.filter { $0.bookmark.key == known.key && $0.bookmark.note == known.note }.map(\.entry)
      passage.color = color
      let note = Bookmark.note(quoting: known.quotation, remark: remark)
      // From the last one on, so that the entries above keep their places.
      let changed = copies.reversed().reduce(text) { changed, copy in
        BookmarkText(changed.settingPassage(passage, note: note, of: copy))
      }
      guard let place = copies.first.flatMap(text.entries.firstIndex), changed.entries.indices.contains(place) else {
        throw .starNotSeen(path: path)
      }
      if changed.bytes != text.bytes {
        guard try replace(text, with: changed.bytes) else { return nil }
      }
      let written = changed.bookmark(changed.entries[place])
      return (written.key, written.remark, known)
    }
  }

  // MARK: Undoing

  /// Undoes the last change that this object made, whatever else has changed since.
  ///
  /// If nothing else has changed, the file is the same as before, byte for byte.
  ///
  /// - Returns: Whether there was a change to undo.
  @discardableResult
  public func undo() throws(LibraryError) -> Bool {
    guard let change = changes.withLock({ $0.last }) else { return false }
    do throws(LibraryError) {
      switch change {
      case .noted(let key, let old): _ = try writeNote(old, key: key)
      case .highlighted(let key, let remark, let old):
        _ = try writeHighlight(old.passage?.color ?? .yellow, remark: old.remark, key: key, insteadOf: remark)
      case .added, .removed:
        try locked { (_, text, _) throws(LibraryError) -> Void? in
          let changed = change.undone(in: text)
          if changed == text.bytes { return () }
          return try replace(text, with: changed) ? () : nil
        }
      }
    } catch .noSuchEntry {
      // Someone else has removed it meanwhile: there is nothing to undo.
    }
    changes.withLock { _ = $0.popLast() }
    return true
  }

  // MARK: The file

  /// Creates the folders of the file that do not exist yet, for a program that is to write the file. A symbolic link
  /// counts as the file that it leads to.
  ///
  /// - Throws: `unwritable` if that is not possible.
  public func makeFolder() throws(LibraryError) {
    try Self.makeFolder(of: AtomicFile.resolved(path))
  }

  private static func makeFolder(of target: String) throws(LibraryError) {
    guard let slash = target.lastIndex(of: "/"), slash > target.startIndex else { return }
    try PrivateFiles.makeMissingFolders(String(target[..<slash]))
  }

  /// Runs `body` with the file's lock held and its content read, and runs it again whenever it returns `nil` because a
  /// program without a lock has replaced or written the file meanwhile.
  private func locked<Value>(
    _ body: (_ descriptor: Int32, _ text: BookmarkText, _ isMade: Bool) throws(LibraryError) -> Value?
  ) throws(LibraryError) -> Value {
    let target = try AtomicFile.resolved(path)
    try Self.makeFolder(of: target)
    let folder = try lockedFolder(of: target)
    defer { if let folder { close(folder) } }
    for _ in 0..<Self.mostAttempts {
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
      guard try FileLock.acquire(descriptor, of: path) else { throw .locked(path: path) }
      // Another process may have renamed a new file over this one while we waited: then this lock means nothing.
      var mine = stat()
      guard fstat(descriptor, &mine) == 0 else { throw .unwritable(path: path, errno: errno) }
      guard mine.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
      guard Self.isFile(descriptor, at: target) else { continue }
      if let value = try body(descriptor, text(), isMade || mine.st_size == 0) { return value }
    }
    throw .unwritable(path: path, errno: EAGAIN)
  }

  /// The folder, open and locked; nil if folders cannot be read or locked (on some network file systems), so that the
  /// file's own lock has to suffice.
  private func lockedFolder(of target: String) throws(LibraryError) -> Int32? {
    let descriptor = AtomicFile.openFolder(of: target)
    guard descriptor >= 0 else { return nil }
    let isTaken = try? FileLock.acquire(descriptor, of: path)
    if isTaken == true { return descriptor }
    close(descriptor)
    if isTaken == false { throw .locked(path: path) }
    return nil
  }

  /// Replaces the file, unless it no longer has the content that was read.
  ///
  /// - Returns: Whether the new content is in place.
  private func replace(_ text: BookmarkText, with new: [UInt8]) throws(LibraryError) -> Bool {
    let replacement = try AtomicFile.replace(path, old: text.bytes, with: new)
    for kept in replacement.kept { observer(.savedFileKept(path: path, movedTo: kept)) }
    return replacement.isDone
  }

  /// Whether that open file is still the one at the path.
  private static func isFile(_ descriptor: Int32, at target: String) -> Bool {
    var mine = stat()
    var current = stat()
    return fstat(descriptor, &mine) == 0 && lstat(target, &current) == 0 && current.st_ino == mine.st_ino
      && current.st_dev == mine.st_dev
  }

  /// Appends and syncs; on any failure the file is truncated to its former length.
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
