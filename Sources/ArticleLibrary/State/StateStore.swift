import ArticleDump
import GRDB
import Synchronization

/// What the reader did: read marks, positions, history, saved searches. Kept apart from the index cache, so that deleting
/// the cache loses nothing. Each change is on the disk when its call returns; see `StateDatabase` for when that cannot be.
final class StateStore: Sendable {
  private let database: StateDatabase
  private let read = Mutex(ReadMarks())

  private struct ReadMarks {
    var hashes: Set<UInt64> = []
    /// The database that they are from, and its own count of changes of marks, by whichever process; -1 before.
    var database = -1
    var databaseRevision = -1
    /// Grows with each change.
    var revision: UInt64 = 0
  }

  init(_ directory: String?, notices: NoticeBoard) throws(LibraryError) {
    database = try StateDatabase(directory, notices: notices)
  }

  /// Tries once more to put on the disk what could not be put there before.
  ///
  /// - Returns: Whether everything is there.
  @discardableResult
  func keepPending() -> Bool { database.returnToFile() }

  private func access(_ change: @escaping StateDatabase.Change) throws(LibraryError) { try database.write(change) }

  private func look<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
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
    // In this order: looking may put another database in the place of one that is gone.
    let current = try look(Self.revision)
    let number = database.number
    let known = read.withLock { marks in
      marks.databaseRevision == current && marks.database == number ? (marks.hashes, marks.revision) : nil
    }
    if let known { return known }
    let (hashes, loaded) = try look { db in
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

  func mark(_ keys: [ArticleKey], asRead isRead: Bool) throws(LibraryError) {
    _ = try readMarks()
    try access { db in
      try db.execute(
        sql: """
          INSERT INTO meta (name, value) VALUES ('read_revision', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1
          """)
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO articles (key, hash, is_read) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET is_read = excluded.is_read
          """)
      for key in keys { try statement.execute(arguments: [key.text, Int64(bitPattern: key.hash), isRead]) }
    }
    let current = try look(Self.revision)
    let number = database.number
    read.withLock { marks in
      // Where others marked too, the marks are read anew the next time.
      guard marks.database == number, current == marks.databaseRevision + 1 else { return }
      for key in keys { if isRead { marks.hashes.insert(key.hash) } else { marks.hashes.remove(key.hash) } }
      marks.databaseRevision = current
      marks.revision += 1
    }
  }

  // MARK: Positions and history

  func position(_ key: ArticleKey) throws(LibraryError) -> ReadingPosition? {
    try look { db in
      let sql = "SELECT utf8_offset, share FROM articles WHERE key = ? AND utf8_offset IS NOT NULL"
      var position: ReadingPosition?
      try RawStatement(db, sql).forEach(texts: key.text) { row in
        position = ReadingPosition(utf8Offset: max(0, Int(row.integer(0))), share: row.double(1))
      }
      return position
    }
  }

  func setPosition(_ position: ReadingPosition?, _ key: ArticleKey) throws(LibraryError) {
    try access { db in
      try db.execute(
        sql: """
          INSERT INTO articles (key, hash, utf8_offset, share) VALUES (?, ?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET utf8_offset = excluded.utf8_offset, share = excluded.share
          """,
        arguments: [key.text, Int64(bitPattern: key.hash), position?.utf8Offset, position?.share])
    }
  }

  func noteOpened(_ key: ArticleKey, _ row: ArticleRow, at milliseconds: Int64) throws(LibraryError) {
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
    try look { db in
      let sql = """
        SELECT title, url, path, opened, hash FROM articles WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?
        """
      var history: [(entry: HistoryEntry, keyHash: UInt64)] = []
      try RawStatement(db, sql).forEach(Int64(limit)) { row in
        let entry = HistoryEntry(
          title: row.text(0) ?? "", url: row.text(1), path: row.text(2) ?? "",
          opened: Timestamp(secondsSinceEpoch: row.integer(3) / 1000))
        history.append((entry, UInt64(bitPattern: row.integer(4))))
      }
      return history
    }
  }

  // MARK: Searches and memory

  func savedSearches() throws(LibraryError) -> [SavedSearch] {
    try look { db in
      var searches: [SavedSearch] = []
      try RawStatement(db, "SELECT name, query FROM searches ORDER BY number, name").forEach { row in
        searches.append(SavedSearch(name: row.text(0) ?? "", query: row.text(1) ?? ""))
      }
      return searches
    }
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

  func removeSavedSearch(_ name: String) throws(LibraryError) {
    try access { try $0.execute(sql: "DELETE FROM searches WHERE name = ?", arguments: [name]) }
  }

  func remembered(_ key: String, library: String) throws(LibraryError) -> String? {
    try look { db in
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
