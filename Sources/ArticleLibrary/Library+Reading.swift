import ArticleDump
import Glibc
import Synchronization
import Text

extension Library {
  /// Reads and parses an article's file; of a dump beyond the limit only a part, with a diagnostic.
  public func article(_ id: ArticleID) throws(LibraryError) -> Article { try article(presentRow(id)) }

  /// The same, of an article that may have gone from the index since: its file is read as it is now.
  public func article(_ row: ArticleRow) throws(LibraryError) -> Article { try read(row, places(of: [row])[0]) }

  /// - Throws: `articleGone` if the article is not in the index, or the index cannot be read.
  func presentRow(_ id: ArticleID) throws(LibraryError) -> ArticleRow {
    guard let row = row(id) else { throw .articleGone(title: nil) }
    return row
  }

  /// - Parameter place: Where the article is in a container; `nil` for a separate file.
  private func read(_ row: ArticleRow, _ place: EntryPlace?) throws(LibraryError) -> Article {
    try parsing(row) { profile, isCleaning throws(LibraryError) in
      let content = try sources.content(of: row.file, place, atMost: configuration.largestDumpInBytes)
      return Self.article(of: content, row.file, ArticleParser(profile: profile, isCleaning: isCleaning))
    }
  }

  /// The bytes of an article's file, or of its entry.
  func content(of row: ArticleRow) throws(LibraryError) -> DumpFile.Content {
    try sources.content(of: row.file, places(of: [row])[0], atMost: configuration.largestDumpInBytes)
  }

  /// Where articles in containers are, as far as the index can be read, in the order of the rows; `nil` for files.
  private func places(of rows: [ArticleRow]) -> [EntryPlace?] {
    let sql = """
      SELECT c.path, c.version, a.locator FROM articles a JOIN containers c ON c.id = a.container WHERE a.id = ?
      """
    let places = try? read { db in
      let statement = try RawStatement(db, sql)
      var places = [EntryPlace?](repeating: nil, count: rows.count)
      let epoch = try IndexView.epoch(db)
      for (index, row) in rows.enumerated() where row.id.epoch == epoch {
        try statement.forEach(Int64(row.id.rawValue)) { places[index] = EntryPlace($0, column: 0) }
      }
      return places
    }
    return places ?? Array(repeating: nil, count: rows.count)
  }

  /// The cleaner's decision about each line of an article's page; empty for a dump that is not cleaned.
  public func verdicts(_ id: ArticleID) throws(LibraryError) -> [LineVerdict] { try verdicts(presentRow(id)) }

  /// The same of an article that may have gone from the index since.
  public func verdicts(_ row: ArticleRow) throws(LibraryError) -> [LineVerdict] {
    try parsing(row) { profile, isCleaning throws(LibraryError) in
      let content = try content(of: row)
      let parser = ArticleParser(profile: profile, isCleaning: isCleaning)
      return parser.reading(of: content.bytes, path: row.file.text, explaining: true).verdicts
    }
  }

  /// Parses a dump while the journal records it, with what its archive knows about its site, unless it is known to end
  /// the program.
  private func parsing<Value>(
    _ row: ArticleRow,
    _ body: (_ profile: ArticleParser.ProfileSource?, _ isCleaning: Bool) throws(LibraryError) -> Value
  ) throws(LibraryError) -> Value {
    let file = realFile(row.file)
    if crashesTheParser(file) { throw .endedTheProgram(path: row.file.display) }
    return try journal.naming(file) { () throws(LibraryError) in
      try body(database.profiles.source(folder: file.folder.display), configuration.cleans(file))
    }
  }

  /// An article's file, decoded but not cleaned; beyond the limit only a part.
  public func source(_ id: ArticleID) throws(LibraryError) -> String { try source(presentRow(id)) }

  /// The same of an article that may have gone from the index since.
  public func source(_ row: ArticleRow) throws(LibraryError) -> String {
    ArticleParser.decodedText(of: try content(of: row).bytes)
  }

  /// Reads and parses a dump anywhere.
  ///
  /// - Parameters:
  ///   - file: The dump, on disk or in a container.
  ///   - limit: The most bytes that are read; a longer dump is cut, with a diagnostic.
  ///   - profile: What an archive knows about the dump's site (`ArchiveProfiles`).
  ///   - isCleaning: Whether boilerplate is dropped from pages.
  public static func article(
    at file: DumpPath, atMost limit: Int = 8 << 20, profile: ArticleParser.ProfileSource? = nil,
    isCleaning: Bool = true
  ) throws(LibraryError) -> Article {
    article(
      of: try DumpFile.read(file, atMost: limit), file, ArticleParser(profile: profile, isCleaning: isCleaning))
  }

  private static func article(of content: DumpFile.Content, _ file: DumpPath, _ parser: ArticleParser) -> Article {
    var article = parser.article(from: content.bytes, path: file.text)
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
  /// Reads and parses the files of the page, on several threads: request only what is on the screen.
  public func hits(_ list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> [SearchHit] {
    let matcher = try matcher(of: list)
    let found = try rows(list, positions)
    guard !matcher.isEmpty else { return found.map { SearchHit(row: $0, titleHitRanges: [], snippet: nil) } }
    return reading(found) { SearchHit($0, $1, matcher) }
  }

  /// The same, with a value computed from each article, which is parsed for its snippet anyway; `nil` if its file is
  /// gone.
  public func hits<Value: Sendable>(
    _ list: ArticleList, _ positions: Range<Int>, extract: @escaping @Sendable (Article) -> Value
  ) throws(LibraryError) -> [(hit: SearchHit, value: Value?)] {
    let matcher = try matcher(of: list)
    return try reading(rows(list, positions)) { (hit: SearchHit($0, $1, matcher), value: $1.map(extract)) }
  }

  private func matcher(of list: ArticleList) throws(LibraryError) -> TextMatcher {
    TextMatcher(terms: try parsed(list.query.text).query.visibleTerms)
  }

  /// Reads and parses the articles of some rows on several threads.
  private func reading<Value: Sendable>(
    _ rows: [ArticleRow], _ make: @escaping @Sendable (ArticleRow, Article?) -> Value
  ) -> [Value] {
    let places = places(of: rows)
    return makeAll(Array(zip(rows, places)), threadCount: configuration.threadCount) { [self] row, place in
      make(row, try? read(row, place))
    }
  }

  // MARK: What the reader did

  func identity(of row: ArticleRow) -> ArticleIdentity {
    ArticleIdentity(url: row.url, sharesAddress: row.sharesURL) { place(of: row) }
  }

  /// The identity under which everything about an article is kept, stable between runs, even if other files have the
  /// same URL.
  public func identity(of id: ArticleID) -> String? { row(id).map { identity(of: $0).text } }

  /// The same of an article that may have gone from the index since.
  public func identityText(of row: ArticleRow) -> String { identity(of: row).text }

  /// The newest article with that identity.
  public func article(withIdentity identity: String) -> ArticleID? {
    guard let view = try? view(), let number = try? numbers(withKey: StableHash.hash(identity), view).first else {
      return nil
    }
    return ArticleID(number, epoch: view.epoch)
  }

  /// The archive's name and the path in it: see `ArchiveNames`.
  func place(of row: ArticleRow) -> String { names.place(of: realFile(row.file).display) }

  /// The path in the index.
  private func realFile(_ file: DumpPath) -> DumpPath {
    for root in roots.roots {
      let given = Array(root.given.utf8)
      if file.bytes == given { return DumpPath(root.real) }
      if root.isArchive, file.bytes.starts(with: given + [0x2F]) {
        return DumpPath(root.real).appending(Array(file.bytes[(given.count + 1)...]))
      }
      if root.given == ".", file.bytes.first != 0x2F { return DumpPath(root.real).appending(file.bytes) }
    }
    return file
  }

  /// Marks articles as read or unread, thousands at a time, since a list may contain all of them.
  public func mark(_ ids: [ArticleID], asRead isRead: Bool) throws(LibraryError) {
    for start in stride(from: 0, to: ids.count, by: Self.marksAtOnce) {
      let rows = try rows(ids[start..<min(ids.count, start + Self.marksAtOnce)])
      try states.mark(rows.map(identity), at: rows.map(\.pathInArchive), asRead: isRead)
    }
  }

  /// Limits the memory for rows while their identities are found.
  private static let marksAtOnce = 5_000

  /// Records that an article was opened, for the history.
  public func recordOpened(_ id: ArticleID) throws(LibraryError) {
    guard let row = row(id) else { return }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    try states.recordOpened(identity(of: row), row, at: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
  }

  /// Where the reader stopped; `nil` if the article has not been begun, is gone, or the state cannot be read.
  public func position(in id: ArticleID) -> ReadingPosition? {
    row(id).flatMap(position)
  }

  /// The same of an article that may have gone from the index since.
  public func position(in row: ArticleRow) -> ReadingPosition? {
    (try? states.position(identity(of: row))) ?? nil
  }

  /// Keeps where the reader stopped; `nil` forgets it. On disk when it returns, if the state can be written
  /// (``Library/keepPending()``). Does nothing for an article that is gone.
  public func setPosition(_ position: ReadingPosition?, in id: ArticleID) throws(LibraryError) {
    guard let row = row(id) else { return }
    try setPosition(position, in: row)
  }

  /// The same for an article that may have gone from the index since.
  public func setPosition(_ position: ReadingPosition?, in row: ArticleRow) throws(LibraryError) {
    try states.setPosition(position, identity(of: row))
  }

  /// Recently opened articles, newest first, each once.
  public func history(limit: Int) throws(LibraryError) -> [HistoryEntry] {
    let view = try view()
    var entries: [HistoryEntry] = []
    for (entry, hash) in try states.history(limit: limit) {
      var entry = entry
      entry.id = try numbers(withKey: hash, view).first.map { ArticleID($0, epoch: view.epoch) }
      entries.append(entry)
    }
    return entries
  }

  /// Tries once more, at the end, to save what could not be saved while the disk was full or the state locked.
  ///
  /// - Returns: Whether everything is on disk.
  @discardableResult
  public func keepPending() -> Bool { states.keepPending() }

  /// The saved searches of all archives, in the reader's order.
  public func savedSearches() throws(LibraryError) -> [SavedSearch] { try states.savedSearches() }

  /// Saves a search; one with the same name is replaced.
  public func save(_ search: SavedSearch) throws(LibraryError) { try states.save(search) }

  /// Replaces saved searches by others: one call renames, reorders, adds and removes. Searches that are not named keep
  /// their places; a new one comes last, and one whose name is taken gets a number.
  public func changeSavedSearches(from former: [SavedSearch], to changed: [SavedSearch]) throws(LibraryError) {
    try states.changeSavedSearches(from: former, to: changed)
  }

  private var memoryName: String { roots.roots.map(\.real).sorted().joined(separator: "\n") }

  /// A value that the room keeps for this set of archives between runs, such as the list's position.
  public func remembered(_ key: String) -> String? { (try? states.remembered(key, library: memoryName)) ?? nil }

  /// Keeps a value for this set of archives; `nil` forgets it. On disk when it returns, like a position.
  public func remember(_ key: String, as value: String?) throws(LibraryError) {
    try states.remember(key, as: value, library: memoryName)
  }
}

extension SearchHit {
  fileprivate init(_ row: ArticleRow, _ article: Article?, _ matcher: TextMatcher) {
    self.init(
      row: row, titleHitRanges: matcher.ranges(inTitle: row.title),
      authorHitRanges: row.authors.map(matcher.ranges(inAuthors:)) ?? [],
      snippet: article.flatMap { matcher.snippet(of: ReadingText($0).text) })
  }
}
