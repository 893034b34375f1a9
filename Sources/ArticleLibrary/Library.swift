import ArticleDump
import Glibc
import Synchronization

/// The archives opened together: their index, searching in it, and what the reader did.
///
/// Every method may be called from any thread and returns within milliseconds, except `update`, which blocks until
/// all is indexed, and `article(_:)`, which reads a file.
public final class Library: Sendable {
  public let configuration: LibraryConfiguration
  private let state = Mutex(Provisional())

  private struct Provisional {
    var rows: [ArticleRow] = []
    var generation: UInt64 = 0
    var positions: [ArticleID: ReadingPosition] = [:]
    var searches: [SavedSearch] = []
    var remembered: [String: String] = [:]
    var history: [HistoryEntry] = []
    var starred: Set<String> = []
  }

  /// Opens the index of these archives, if there is one; scans nothing yet.
  ///
  /// - Throws: `unreadable` for a path that does not exist. An index that cannot be used or kept is no error but
  ///   a notice.
  public init(_ configuration: LibraryConfiguration) throws(LibraryError) {
    self.configuration = configuration
    for path in configuration.paths where access(path, R_OK) != 0 {
      throw .unreadable(path: path, errno: errno)
    }
  }

  /// What the reader should know; may grow while an update runs.
  public var notices: [LibraryNotice] { [] }

  /// Grows whenever a list may have changed.
  public var generation: UInt64 { state.withLock { $0.generation } }

  /// Articles in the library now.
  public var articleCount: Int { state.withLock { $0.rows.count } }

  // MARK: Updating

  /// Brings the index up to date and returns when it is.
  ///
  /// - Parameters:
  ///   - rebuilding: Begins from nothing.
  ///   - observer: Called on another thread, at most about ten times a second.
  @discardableResult
  public func update(
    rebuilding: Bool = false, observer: @escaping @Sendable (LibraryUpdate) -> Void = { _ in }
  ) throws(LibraryError) -> UpdateSummary {
    var summary = UpdateSummary()
    var rows: [ArticleRow] = []
    for path in configuration.paths { collect(DumpPath(path), root: path, into: &rows) }
    summary.articleCount = rows.count
    summary.added = rows.count
    let found = rows
    state.withLock {
      $0.rows = found
      $0.generation += 1
    }
    observer(.finished(summary))
    return summary
  }

  /// The same on a thread of its own; returns at once. A second call while one runs does nothing.
  public func startUpdating(observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    do throws(LibraryError) { try update(observer: observer) } catch { observer(.stopped(error)) }
  }

  /// Stops a running update; returns when its thread is done, within a tenth of a second. The next one resumes.
  public func stopUpdating() {}

  private func collect(_ path: DumpPath, root: String, into rows: inout [ArticleRow]) {
    guard let directory = path.withCString(opendir) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first == 0x2E { continue }
      let file = path.appending(name)
      if entry.pointee.d_type == UInt8(DT_DIR) {
        collect(file, root: root, into: &rows)
      } else if entry.pointee.d_type == UInt8(DT_REG), name.suffix(3) == [0x2E, 0x6D, 0x64] {
        guard let bytes = try? read(file, atMost: 4096) else { continue }
        let head = ArticleParser().head(from: bytes, path: file.display)
        rows.append(
          ArticleRow(
            id: ArticleID(rawValue: Int32(rows.count)), file: file,
            pathInArchive: String(file.display.dropFirst(root.count + 1)), title: head.title, url: head.url,
            publisher: head.publisher, section: nil, authors: head.author, published: head.published,
            fed: head.fed, dialect: head.dialect, fileSizeInBytes: 0, characterCount: 0, hasImages: false,
            hasTables: false, isIndexed: false, isRead: false, isStarred: false, duplicateCount: 0))
      }
    }
  }

  private func read(_ path: DumpPath, atMost limit: Int) throws(LibraryError) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .unreadable(path: path.display, errno: errno) }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, limit))
    }
  }

  // MARK: Lists

  /// The articles that a query finds, in order.
  ///
  /// - Throws: `query` for a mistake in the query.
  public func list(_ query: ListQuery = ListQuery()) throws(LibraryError) -> ArticleList {
    state.withLock { state in
      let rows = state.rows.filter { query.text.isEmpty || $0.title.contains(query.text) }
        .sorted { ($0.date?.secondsSinceEpoch ?? 0) > ($1.date?.secondsSinceEpoch ?? 0) }
      return ArticleList(
        query: query, generation: state.generation, ordinals: rows.map(\.id.rawValue), isPartial: false)
    }
  }

  /// A page of a list. Articles that are gone since the list was made are left out.
  public func rows(_ list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> [ArticleRow] {
    positions.clamped(to: 0..<list.count).compactMap { row(list[$0]) }
  }

  public func row(_ id: ArticleID) -> ArticleRow? {
    state.withLock { state in
      state.rows.indices.contains(Int(id.rawValue)) ? state.rows[Int(id.rawValue)] : nil
    }
  }

  /// A page of a search's result, with snippets and the hits' ranges in titles.
  ///
  /// Reads and parses the files of the page: ask for what is on the screen.
  public func hits(_ list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> [SearchHit] {
    try rows(list, positions).map { SearchHit(row: $0, titleHitRanges: [], snippet: nil) }
  }

  /// Publishers, sections and months of the whole list.
  public func facets(of list: ArticleList) throws(LibraryError) -> Facets { Facets() }

  /// The other articles that tell the same story, newest first.
  public func duplicates(of id: ArticleID) -> [ArticleID] { [] }

  /// The rows of articles that have one of these URLs: for links between articles.
  public func rows(withURLs urls: [String]) throws(LibraryError) -> [String: ArticleRow] {
    var found: [String: ArticleRow] = [:]
    state.withLock { state in
      for row in state.rows { if let url = row.url, urls.contains(url) { found[url] = row } }
    }
    return found
  }

  /// Reads and parses an article.
  public func article(_ id: ArticleID) throws(LibraryError) -> Article {
    guard let row = row(id) else { throw .noSuchEntry("\(id.rawValue)") }
    let bytes = try read(row.file, atMost: configuration.largestDumpInBytes)
    return ArticleParser().article(from: bytes, path: row.file.display)
  }

  // MARK: What the reader did

  public func mark(_ ids: [ArticleID], asRead isRead: Bool) throws(LibraryError) {
    state.withLock { state in
      for id in ids { state.rows[Int(id.rawValue)].isRead = isRead }
    }
  }

  /// Notes that an article was opened: for the history.
  public func noteOpened(_ id: ArticleID) throws(LibraryError) {
    guard let row = row(id) else { return }
    let entry = HistoryEntry(
      title: row.title, url: row.url, path: row.pathInArchive, opened: Timestamp(secondsSinceEpoch: Int64(time(nil))),
      id: id)
    state.withLock { $0.history.insert(entry, at: 0) }
  }

  public func position(in id: ArticleID) -> ReadingPosition? { state.withLock { $0.positions[id] } }

  public func setPosition(_ position: ReadingPosition?, in id: ArticleID) throws(LibraryError) {
    state.withLock { $0.positions[id] = position }
  }

  /// Articles opened lately, newest first, each once.
  public func history(limit: Int) throws(LibraryError) -> [HistoryEntry] {
    state.withLock { Array($0.history.prefix(limit)) }
  }

  public func savedSearches() throws(LibraryError) -> [SavedSearch] { state.withLock { $0.searches } }

  /// Saves a search; one of the same name is replaced.
  public func save(_ search: SavedSearch) throws(LibraryError) {
    state.withLock { state in
      state.searches.removeAll { $0.name == search.name }
      state.searches.append(search)
    }
  }

  public func removeSavedSearch(named name: String) throws(LibraryError) {
    state.withLock { $0.searches.removeAll { $0.name == name } }
  }

  /// A value that the room keeps for this set of archives between runs, such as the list's position.
  public func remembered(_ key: String) -> String? { state.withLock { $0.remembered[key] } }

  public func remember(_ key: String, as value: String?) throws(LibraryError) {
    state.withLock { $0.remembered[key] = value }
  }

  /// Tells the library what is starred, after the bookmarks file was read or changed.
  public func setStarred(_ bookmarks: [Bookmark]) {
    state.withLock { $0.starred = Set(bookmarks.map(\.key)) }
  }
}
