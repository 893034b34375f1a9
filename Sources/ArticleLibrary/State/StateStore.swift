import ArticleDump
import GRDB
import Synchronization

/// The reader's data: read marks, positions, history, saved searches. Kept apart from the index cache, so that deleting
/// the cache loses nothing. Each change is on disk when its call returns; see `StateDatabase` for when that is
/// impossible.
final class StateStore: Sendable {
  private let database: StateDatabase
  private let read = Mutex(ReadMarks())

  private struct ReadMarks {
    var hashes: Set<UInt64> = []
    /// The database that they come from, and its own count of changes of marks, by any process; -1 at first.
    var database = -1
    var databaseRevision = -1
    /// Grows with each change.
    var revision: UInt64 = 0
  }

  init(_ directory: String?, notices: NoticeBoard) throws(LibraryError) {
    database = try StateDatabase(directory, notices: notices)
  }

  /// Tries once more to write to disk what could not be written before.
  ///
  /// - Returns: Whether everything is on disk.
  @discardableResult
  func keepPending() -> Bool { database.returnToFile() }

  private func access(_ change: @escaping StateDatabase.Change) throws(LibraryError) { try database.write(change) }

  private func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    try database.read(body)
  }

  // MARK: Read marks

  private static func revision(_ db: Database) throws -> Int {
    var revision = 0
    try RawStatement(db, "SELECT value FROM meta WHERE name = 'read_revision'").forEach {
      revision = Int($0.integer(0))
    }
    return revision
  }

  /// The hashes of the keys that are read, and a number that changes with them.
  func readMarks() throws(LibraryError) -> (hashes: Set<UInt64>, revision: UInt64) {
    // In this order, because the check may replace a database whose file is gone.
    let current = try read(Self.revision)
    let number = database.number
    let known = read.withLock { marks in
      marks.databaseRevision == current && marks.database == number ? (marks.hashes, marks.revision) : nil
    }
    if let known { return known }
    let (hashes, loaded) = try read { db in
      let loaded = try Self.revision(db)
      var hashes: Set<UInt64> = []
      try RawStatement(db, "SELECT hash FROM articles WHERE is_read").forEach { row in
        hashes.insert(UInt64(bitPattern: row.integer(0)))
      }
      return (hashes, loaded)
    }
    return read.withLock { marks in
      marks.hashes = hashes
      marks.databaseRevision = loaded
      marks.database = number
      marks.revision += 1
      return (marks.hashes, marks.revision)
    }
  }

  /// - Parameter paths: The articles' paths in their archives, if they are known: an identity may turn out to belong to
  ///   several articles.
  func mark(_ keys: [ArticleIdentity], at paths: [String] = [], asRead isRead: Bool) throws(LibraryError) {
    _ = try readMarks()
    try access { db in
      try Self.increaseReadRevision(db)
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO articles (key, hash, is_read, path) VALUES (?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET is_read = excluded.is_read, path = ifnull(path, excluded.path)
          """)
      for (index, key) in keys.enumerated() {
        let path = paths.indices.contains(index) ? paths[index] : nil
        try statement.execute(arguments: [key.text, Int64(bitPattern: key.hash), isRead, path])
      }
    }
    let current = try read(Self.revision)
    let number = database.number
    read.withLock { marks in
      // If others marked articles too, the marks are read again the next time.
      guard marks.database == number, current == marks.databaseRevision + 1 else { return }
      for key in keys { if isRead { marks.hashes.insert(key.hash) } else { marks.hashes.remove(key.hash) } }
      marks.databaseRevision = current
      marks.revision += 1
    }
  }

  // MARK: Articles that are known by another name than before

  /// The names under which something is kept.
  func keys() throws(LibraryError) -> Set<String> {
    try read { try Set(String.fetchAll($0, sql: "SELECT key FROM articles")) }
  }

  /// The names that begin with some text, with the titles of the articles that were opened.
  func titles(ofKeysFrom beginning: String) throws(LibraryError) -> [String: String?] {
    try read { db in
      let sql = "SELECT key, title FROM articles WHERE substr(key, 1, length(?1)) = ?1"
      return try Row.fetchAll(db, sql: sql, arguments: [beginning]).reduce(into: [:]) { titles, row in
        titles[row[0] as String] = .some(row[1] as String?)
      }
    }
  }

  /// Gives articles what was kept for them under other names. Data that is already kept under the new name takes
  /// precedence; data under the old one stays, for other libraries.
  ///
  /// A position, and the place in the history, belong to one text: only the article whose path was recorded with them
  /// gets them. Read marks under a name that several articles had apply to all of them (`forAll`), or to that one.
  func rename(_ renamings: [Renaming], forAll: Bool) throws(LibraryError) {
    guard !renamings.isEmpty else { return }
    try access { db in
      let copy = try db.cachedStatement(
        sql: """
          INSERT OR IGNORE INTO articles (key, hash, is_read, utf8_offset, share, opened, title, url, path)
          SELECT ?1, ?2, is_read AND (own OR ?5), iif(own, utf8_offset, NULL), iif(own, share, NULL),
            iif(own, opened, NULL), iif(own, title, NULL), iif(own, url, NULL), iif(own, path, NULL)
          FROM (SELECT *, path IS NULL OR path = ?4 OR substr(?4, -length(path) - 1) = '/' || path AS own
            FROM articles WHERE key = ?3)
          WHERE own OR ?5
          """)
      // An article is in the history only once.
      let forget = try db.cachedStatement(
        sql: """
          UPDATE articles SET opened = NULL WHERE key = ?2
            AND opened = (SELECT opened FROM articles WHERE key = ?1)
          """)
      for renaming in renamings {
        try copy.execute(
          arguments: [renaming.key.text, Int64(bitPattern: renaming.key.hash), renaming.former, renaming.path, forAll])
      }
      for renaming in renamings {
        try forget.execute(arguments: [renaming.key.text, renaming.former])
      }
      try Self.increaseReadRevision(db)
    }
  }

  /// Makes every process read the marks again.
  private static func increaseReadRevision(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO meta (name, value) VALUES ('read_revision', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1
        """)
  }

  /// An article and one of its former names.
  struct Renaming: Sendable {
    var key: ArticleIdentity
    var former: String
    /// Its absolute path.
    var path: String
  }

  // MARK: Positions and history

  func position(_ key: ArticleIdentity) throws(LibraryError) -> ReadingPosition? {
    try read { db in
      let sql = "SELECT utf8_offset, share FROM articles WHERE key = ? AND utf8_offset IS NOT NULL"
      var position: ReadingPosition?
      try RawStatement(db, sql).forEach(texts: key.text) { row in
        position = ReadingPosition(utf8Offset: max(0, Int(row.integer(0))), share: row.double(1))
      }
      return position
    }
  }

  func setPosition(_ position: ReadingPosition?, _ key: ArticleIdentity) throws(LibraryError) {
    try access { db in
      try db.execute(
        sql: """
          INSERT INTO articles (key, hash, utf8_offset, share) VALUES (?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET utf8_offset = excluded.utf8_offset, share = excluded.share
          """,
        arguments: [key.text, Int64(bitPattern: key.hash), position?.utf8Offset, position?.share])
    }
  }

  func recordOpened(_ key: ArticleIdentity, _ row: ArticleRow, at milliseconds: Int64) throws(LibraryError) {
    try access { db in
      try db.execute(
        sql: """
          INSERT INTO articles (key, hash, opened, title, url, path) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET
            opened = excluded.opened, title = excluded.title, url = excluded.url, path = excluded.path
          """,
        arguments: [key.text, Int64(bitPattern: key.hash), milliseconds, row.title, row.url, row.pathInArchive])
    }
  }

  func history(limit: Int) throws(LibraryError) -> [(entry: HistoryEntry, keyHash: UInt64)] {
    try read { db in
      let sql = """
        SELECT title, url, path, opened, hash, share, utf8_offset FROM articles WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?
        """
      var history: [(entry: HistoryEntry, keyHash: UInt64)] = []
      try RawStatement(db, sql).forEach(Int64(limit)) { row in
        let entry = HistoryEntry(
          title: row.text(0) ?? "", url: row.text(1), path: row.text(2) ?? "",
          opened: Timestamp(secondsSinceEpoch: row.integer(3) / 1000),
          // Version 0.1.0 stored places without shares.
          share: row.optionalInteger(6).flatMap { _ in row.double(5) > 0 ? row.double(5) : nil })
        history.append((entry, UInt64(bitPattern: row.integer(4))))
      }
      return history
    }
  }

  // MARK: Searches and memory

  func savedSearches() throws(LibraryError) -> [SavedSearch] { try read { try Self.searches($0) } }

  private static func searches(_ db: Database) throws -> [SavedSearch] {
    var searches: [SavedSearch] = []
    try RawStatement(db, "SELECT name, query FROM searches ORDER BY number, name").forEach { row in
      searches.append(SavedSearch(name: row.text(0) ?? "", query: row.text(1) ?? ""))
    }
    return searches
  }

  func save(_ search: SavedSearch) throws(LibraryError) {
    try access { db in
      try db.execute(
        sql: """
          INSERT INTO searches (name, query, number) VALUES (?, ?, (SELECT ifnull(max(number), 0) + 1 FROM searches))
          ON CONFLICT (name) DO UPDATE SET query = excluded.query
          """,
        arguments: [search.name, search.query])
    }
  }

  func changeSavedSearches(from former: [SavedSearch], to changed: [SavedSearch]) throws(LibraryError) {
    try access { db in
      let searches = SavedSearch.changing(try Self.searches(db), from: former, to: changed)
      try db.execute(sql: "DELETE FROM searches")
      for (number, search) in searches.enumerated() {
        try db.execute(
          sql: "INSERT INTO searches (name, query, number) VALUES (?, ?, ?)",
          arguments: [search.name, search.query, number + 1])
      }
    }
  }

  func remembered(_ key: String, library: String) throws(LibraryError) -> String? {
    try read { db in
      var value: String?
      try RawStatement(db, "SELECT value FROM memory WHERE library = ? AND key = ?").forEach(texts: library, key) {
        value = $0.text(0)
      }
      return value
    }
  }

  func remember(_ key: String, as value: String?, library: String) throws(LibraryError) {
    try access { db in
      if let value {
        try db.execute(
          sql: "INSERT OR REPLACE INTO memory (library, key, value) VALUES (?, ?, ?)",
          arguments: [library, key, value])
      } else {
        try db.execute(sql: "DELETE FROM memory WHERE library = ? AND key = ?", arguments: [library, key])
      }
    }
  }
}
