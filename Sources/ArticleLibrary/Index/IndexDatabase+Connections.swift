import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// Connections to an index's database: for one writer, for readers, and for a file that nobody changes.
extension IndexDatabase {
  /// How long a statement waits for a lock of SQLite's own, which no Yuelan process holds for more than a moment.
  private static let patienceInSeconds = 3.0

  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "yuelan.index"
    configuration.busyMode = .timeout(patienceInSeconds)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      db.add(tokenizer: FoldedTextTokenizer.self)
      try PhraseHits.register(in: db)
      // Only before there is any content: it lets `giveBackFreePages` shrink the file. If it is already set, setting it
      // again is a transaction, which waits for the disk whenever an index is opened and once more when it is closed.
      if !db.configuration.readonly, try Int.fetchOne(db, sql: "PRAGMA auto_vacuum") == 0 {
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      }
      // Debian's SQLite overwrites deleted data with zeros unless told otherwise, and merging the text index deletes
      // much.
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF")
    }
    return configuration
  }

  /// Returns to the file system the pages that merging the text index has freed, a tenth of a small index.
  func giveBackFreePages() throws {
    guard !isInMemory else { return }
    try writer.writeWithoutTransaction { db in
      // One step at a time, so that no other writer waits long.
      while let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count"), free > 64 {
        try db.execute(sql: "PRAGMA incremental_vacuum(2048)")
        guard let left = try Int.fetchOne(db, sql: "PRAGMA freelist_count"), left < free else { return }
      }
    }
  }

  /// The index in a folder that cannot be written; `nil` if it cannot be used in this way.
  ///
  /// SQLite reads a database with a write-ahead log only if it can create files beside it, or if the caller promises
  /// that nobody changes it. With a non-empty log, the database alone would be incomplete, so it is not used.
  static func readOnly(_ location: IndexLocation) -> IndexDatabase? {
    let number = location.currentNumber
    guard let path = location.databasePath(number) else { return nil }
    var status = stat()
    if stat(path + "-wal", &status) == 0, status.st_size > 32 { return nil }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    guard location.sharing != .none || status.st_uid == geteuid() else { return nil }
    var configuration = configuration()
    configuration.readonly = true
    if location.sharing != .none {
      // The file belongs to someone else: nothing in its schema runs functions, and its pages are checked as they are
      // read.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON") }
    }
    do {
      let queue = try DatabaseQueue(path: immutableAddress(of: path), configuration: configuration)
      let isUsable = try queue.read { db in
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version")
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        return version == IndexSchema.version && application == IndexSchema.applicationID
      }
      return isUsable ? IndexDatabase(location: location, writer: queue, number: number, isReadOnly: true) : nil
    } catch {
      return nil
    }
  }

  /// A database's address that promises SQLite that nobody changes it (https://sqlite.org/uri.html).
  static func immutableAddress(of path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        address += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return address + "?immutable=1"
  }

  /// - Throws: `indexUnusable` for a file that has to be rebuilt; otherwise what prevented opening it.
  static func inFolder(
    _ location: IndexLocation, _ number: Int, isForOneAnswer: Bool = false
  ) throws(LibraryError) -> IndexDatabase {
    guard let path = location.databasePath(number) else { return try inMemory(location) }
    // A new one is going to be written, and is given its log by the pool.
    var status = stat()
    let isForOneAnswer = isForOneAnswer && stat(path, &status) == 0 && status.st_size > 0
    let writer = try open(path) { configuration throws -> any DatabaseWriter in
      guard isForOneAnswer else {
        let pool = try DatabasePool(path: path, configuration: configuration)
        // Pages of a write-ahead log that has grown are released when it is restarted. A checkpoint syncs twice: one
        // for every 64 MB, not for every 4.
        try pool.writeWithoutTransaction {
          try $0.execute(
            sql: "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 16000")
        }
        return pool
      }
      var configuration = configuration
      configuration.prepareDatabase { db in
        // The last connection to be closed would delete the log, and the next process would have to make it again.
        var keepsLog: CInt = 1
        sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
      }
      return try DatabaseQueue(path: path, configuration: configuration)
    }
    return IndexDatabase(location: location, writer: writer, number: number, isForOneAnswer: isForOneAnswer)
  }

  static func open(
    _ path: String, _ connect: (Configuration) throws -> any DatabaseWriter
  ) throws(LibraryError) -> any DatabaseWriter {
    for suffix in ["", "-wal", "-shm"] { try PrivateFiles.refuseForeignLink(path + suffix) }
    // SQLite would make it 0644; the files beside it (-wal, -shm) take the mode of the database.
    try PrivateFiles.makeFile(path)
    PrivateFiles.makeLog(besideDatabase: path)
    let isUsable: Bool
    let writer: any DatabaseWriter
    do {
      writer = try connect(configuration())
      isUsable = try writer.writeWithoutTransaction { db in
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables == 0 {
          try db.inTransaction(.immediate) {
            if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 { try IndexSchema.create(db) }
            return .commit
          }
        }
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version")
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        guard version == IndexSchema.version, application == IndexSchema.applicationID else { return false }
        // Reads the root page of every table that a list or a search needs.
        for table in [
          "meta", "articles", "snapshot", "folders", "titles_data", "posting_parts", "posting_tokens", "posting_blocks",
        ] {
          // The table's own, not an index of it; and without the row, which may be a long one.
          _ = try Int.fetchOne(db, sql: "SELECT 1 FROM \(table) NOT INDEXED LIMIT 1")
        }
        return true
      }
    } catch let error as DatabaseError where error.isDamage {
      throw .indexUnusable(error.fault)
    } catch {
      throw LibraryError(error)
    }
    guard isUsable else { throw .indexUnusable(.otherVersion) }
    return writer
  }
}
