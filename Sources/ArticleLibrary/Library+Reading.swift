import ArticleDump
import Glibc
import Synchronization

extension Library {
  /// Reads and parses an article's file; a dump beyond the limit in part, with a diagnostic.
  public func article(_ id: ArticleID) throws(LibraryError) -> Article {
    guard let row = row(id) else { throw .noSuchEntry("\(id.rawValue)") }
    return try Self.article(at: row.file, atMost: configuration.largestDumpInBytes)
  }

  /// Reads and parses a dump anywhere.
  public static func article(at file: DumpPath, atMost limit: Int = 8 << 20) throws(LibraryError) -> Article {
    let content = try DumpFile.read(file, atMost: limit)
    var article = ArticleParser().article(from: content.bytes, path: file.display)
    if content.isCut {
      article.diagnostics.append(
        Diagnostic(
          kind: "cut", line: 0,
          message: "The file has \(content.fileSizeInBytes) bytes; only the first \(content.bytes.count) were read."))
    }
    return article
  }

  /// A page of a search's result, with snippets and the hits' ranges in titles.
  ///
  /// Reads and parses the files of the page: ask for what is on the screen.
  public func hits(_ list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> [SearchHit] {
    let terms: [TextTerm]
    do throws(QueryError) {
      terms = try QueryParser.parse(list.query.text).visibleTerms
    } catch {
      throw .query(error)
    }
    let matcher = TextMatcher(terms: terms)
    return try rows(list, positions).map { row in
      guard !matcher.isEmpty else { return SearchHit(row: row, titleHitRanges: [], snippet: nil) }
      let article = try? Self.article(at: row.file, atMost: configuration.largestDumpInBytes)
      return SearchHit(
        row: row, titleHitRanges: matcher.ranges(inTitle: row.title),
        snippet: article.flatMap { matcher.snippet(of: ReadingText($0).text) })
    }
  }

  // MARK: What the reader did

  private func key(_ row: ArticleRow) -> ArticleKey {
    ArticleKey(url: row.url, file: realFile(row.file))
  }

  /// The path as the index has it.
  private func realFile(_ file: DumpPath) -> DumpPath {
    for root in roots.roots {
      let given = Array(root.given.utf8)
      if file.bytes == given { return DumpPath(root.real) }
      if root.isFolder, file.bytes.starts(with: given + [0x2F]) {
        return DumpPath(root.real).appending(Array(file.bytes[(given.count + 1)...]))
      }
      if root.given == ".", file.bytes.first != 0x2F { return DumpPath(root.real).appending(file.bytes) }
    }
    return file
  }

  public func mark(_ ids: [ArticleID], asRead isRead: Bool) throws(LibraryError) {
    try states.mark(ids.compactMap { row($0).map(key) }, asRead: isRead)
  }

  /// Notes that an article was opened: for the history.
  public func noteOpened(_ id: ArticleID) throws(LibraryError) {
    guard let row = row(id) else { return }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    try states.noteOpened(key(row), row, at: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }

  public func position(in id: ArticleID) -> ReadingPosition? {
    guard let row = row(id) else { return nil }
    return (try? states.position(key(row))) ?? nil
  }

  public func setPosition(_ position: ReadingPosition?, in id: ArticleID) throws(LibraryError) {
    guard let row = row(id) else { return }
    try states.setPosition(position, key(row))
  }

  /// Articles opened lately, newest first, each once.
  public func history(limit: Int) throws(LibraryError) -> [HistoryEntry] {
    let view = try view()
    var entries: [HistoryEntry] = []
    for (entry, hash) in try states.history(limit: limit) {
      var entry = entry
      entry.id = try numbers(withKey: hash, view).first.map(ArticleID.init)
      entries.append(entry)
    }
    return entries
  }

  /// Tries once more to keep what could not be kept while the disk was full or the state locked: before the end.
  ///
  /// - Returns: Whether everything is on the disk.
  @discardableResult
  public func keepPending() -> Bool { states.keepPending() }

  public func savedSearches() throws(LibraryError) -> [SavedSearch] { try states.savedSearches() }

  /// Saves a search; one of the same name is replaced.
  public func save(_ search: SavedSearch) throws(LibraryError) { try states.save(search) }

  public func removeSavedSearch(named name: String) throws(LibraryError) { try states.removeSavedSearch(name) }

  private var memoryName: String { roots.roots.map(\.real).sorted().joined(separator: "\n") }

  /// A value that the room keeps for this set of archives between runs, such as the list's position.
  public func remembered(_ key: String) -> String? { (try? states.remembered(key, library: memoryName)) ?? nil }

  public func remember(_ key: String, as value: String?) throws(LibraryError) {
    try states.remember(key, as: value, library: memoryName)
  }

  // MARK: Stars

  /// Tells the library what is starred, after the bookmarks file was read or changed. Without this it looks into
  /// `bookmarksFile` itself whenever the file has changed.
  public func setStarred(_ bookmarks: [Bookmark]) {
    let hashes = starHashes(bookmarks)
    let stamp = configuration.bookmarksFile.flatMap(FileStamp.init(path:))
    cache.withLock { cache in
      cache.starred = StarredKeys(hashes: hashes, revision: cache.starred.revision + 1, file: stamp)
    }
  }

  private func starHashes(_ bookmarks: [Bookmark]) -> Set<UInt64> {
    var hashes: Set<UInt64> = []
    for bookmark in bookmarks {
      if let key = bookmark.url.flatMap(ArticleKey.init(url:)) {
        hashes.insert(key.hash)
      } else if let path = bookmark.path {
        for root in roots.roots {
          let file = root.isFolder ? DumpPath(root.real).appending(Array(path.utf8)) : DumpPath(root.real)
          hashes.insert(ArticleKey(url: nil, file: file).hash)
        }
      }
    }
    return hashes
  }

  func starredKeys() -> StarredKeys {
    let known = cache.withLock { $0.starred }
    guard let path = configuration.bookmarksFile else { return known }
    let stamp = FileStamp(path: path)
    if stamp == known.file { return known }
    let bookmarks = (try? BookmarksFile(path: path).bookmarks()) ?? []
    let fresh = StarredKeys(hashes: starHashes(bookmarks), revision: known.revision + 1, file: stamp)
    cache.withLock { $0.starred = fresh }
    return fresh
  }
}

/// What tells that a file has changed.
struct FileStamp: Sendable, Equatable {
  private var inode: UInt64
  private var size: Int64
  private var seconds: Int64
  private var nanoseconds: Int64

  /// `nil` when there is no such file.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = Int64(status.st_mtim.tv_sec)
    nanoseconds = Int64(status.st_mtim.tv_nsec)
  }
}
