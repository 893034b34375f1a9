import ArticleDump
import GRDB
import Glibc
import Synchronization

/// What the reader did: read marks, positions, history, saved searches. A database of its own beside no cache, so that
/// deleting the cache loses nothing. Each change is on the disk when its call returns.
final class StateStore: Sendable {
  private let queue: DatabaseQueue
  private let read = Mutex(ReadMarks())

  private struct ReadMarks {
    var hashes: Set<UInt64> = []
    /// SQLite's `data_version` when they were loaded; -1 before.
    var version = -1
    /// Grows with each change.
    var revision: UInt64 = 0
  }

  static func open(_ directory: String?, notices: inout [LibraryNotice]) throws(LibraryError) -> StateStore {
    guard let directory else { return try StateStore(DatabaseQueue.inMemory()) }
    let path = directory + "/state.sqlite"
    do throws(LibraryError) {
      try PrivateFiles.makeFolder(directory)
      for suffix in ["", "-wal", "-shm"] { try PrivateFiles.refuseForeignLink(path + suffix) }
      try PrivateFiles.makeFile(path)
      return try openFile(path, notices: &notices)
    } catch {
      notices.append(.stateNotKept(path: directory, reason: error.shortReason))
      return try StateStore(DatabaseQueue.inMemory())
    }
  }

  private static func openFile(_ path: String, notices: inout [LibraryNotice]) throws(LibraryError) -> StateStore {
    do {
      return try StateStore(queue(path))
    } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
      var aside = path + ".damaged"
      var number = 1
      while Glibc.access(aside, F_OK) == 0 {
        number += 1
        aside = path + ".damaged-\(number)"
      }
      guard rename(path, aside) == 0 else { throw .unwritable(path: path, errno: errno) }
      for suffix in ["-wal", "-shm"] { rename(path + suffix, aside + suffix) }
      notices.append(.stateDamaged(movedTo: aside))
      try PrivateFiles.makeFile(path)
      do { return try StateStore(queue(path)) } catch { throw LibraryError(error) }
    } catch {
      throw LibraryError(error)
    }
  }

  private static func queue(_ path: String) throws -> DatabaseQueue {
    PrivateFiles.makeLog(besideDatabase: path)
    var configuration = Configuration()
    configuration.label = "yuelan.state"
    configuration.busyMode = .timeout(10)
    configuration.journalMode = .wal
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private init(_ queue: DatabaseQueue) throws(LibraryError) {
    self.queue = queue
    do { try queue.write(Self.createTables) } catch { throw LibraryError(error) }
  }

  private static func createTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE IF NOT EXISTS articles (
          key TEXT PRIMARY KEY, hash INTEGER NOT NULL, is_read INTEGER NOT NULL DEFAULT 0,
          utf8_offset INTEGER, share REAL, opened INTEGER, title TEXT, url TEXT, path TEXT
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS articles_opened ON articles (opened) WHERE opened IS NOT NULL;
        CREATE INDEX IF NOT EXISTS articles_read ON articles (hash) WHERE is_read;
        CREATE TABLE IF NOT EXISTS searches (
          name TEXT PRIMARY KEY, query TEXT NOT NULL, number INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS memory (
          library TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (library, key)
        ) WITHOUT ROWID;
        """)
  }

  private func access<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try queue.write(body) } catch { throw LibraryError(error) }
  }

  private func look<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try queue.read(body) } catch { throw LibraryError(error) }
  }

  // MARK: Read marks

  /// The hashes of the keys that are read, and a number that changes with them.
  func readMarks() throws(LibraryError) -> (hashes: Set<UInt64>, revision: UInt64) {
    let version = try look { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    if let known = read.withLock({ $0.version == version ? ($0.hashes, $0.revision) : nil }) { return known }
    let hashes = try look { db in
      var hashes: Set<UInt64> = []
      try RawStatement(db, "SELECT hash FROM articles WHERE is_read").forEach { row in
        hashes.insert(UInt64(bitPattern: row.integer(0)))
      }
      return hashes
    }
    return read.withLock { marks in
      marks.hashes = hashes
      marks.version = version
      marks.revision += 1
      return (marks.hashes, marks.revision)
    }
  }

  func mark(_ keys: [ArticleKey], asRead isRead: Bool) throws(LibraryError) {
    _ = try readMarks()
    try access { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO articles (key, hash, is_read) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET is_read = excluded.is_read
          """)
      for key in keys { try statement.execute(arguments: [key.text, Int64(bitPattern: key.hash), isRead]) }
    }
    read.withLock { marks in
      for key in keys { if isRead { marks.hashes.insert(key.hash) } else { marks.hashes.remove(key.hash) } }
      marks.revision += 1
    }
  }

  // MARK: Positions and history

  func position(_ key: ArticleKey) throws(LibraryError) -> ReadingPosition? {
    try look { db in
      let sql = "SELECT utf8_offset, share FROM articles WHERE key = ? AND utf8_offset IS NOT NULL"
      return try Row.fetchOne(db, sql: sql, arguments: [key.text]).map {
        ReadingPosition(utf8Offset: $0[0], share: $0[1] ?? 0)
      }
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
      try Row.fetchAll(
        db,
        sql: """
          SELECT title, url, path, opened, hash FROM articles WHERE opened IS NOT NULL ORDER BY opened DESC LIMIT ?
          """,
        arguments: [limit]
      ).map { row in
        let opened: Int64 = row[3]
        let entry = HistoryEntry(
          title: row[0] ?? "", url: row[1], path: row[2] ?? "", opened: Timestamp(secondsSinceEpoch: opened / 1000))
        return (entry, UInt64(bitPattern: row[4]))
      }
    }
  }

  // MARK: Searches and memory

  func savedSearches() throws(LibraryError) -> [SavedSearch] {
    try look { db in
      try Row.fetchAll(db, sql: "SELECT name, query FROM searches ORDER BY number, name").map {
        SavedSearch(name: $0[0], query: $0[1])
      }
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
    try look {
      try String.fetchOne(
        $0, sql: "SELECT value FROM memory WHERE library = ? AND key = ?", arguments: [library, key])
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

extension DatabaseQueue {
  fileprivate static func inMemory() throws(LibraryError) -> DatabaseQueue {
    do { return try DatabaseQueue() } catch { throw LibraryError(error) }
  }
}
