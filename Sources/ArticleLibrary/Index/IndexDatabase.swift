import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// The database of an index: opened, checked, made anew when it cannot be used, in memory when it cannot be kept.
final class IndexDatabase: Sendable {
  let location: IndexLocation
  let writer: any DatabaseWriter
  /// Held by the process that brings the index up to date.
  private let lock = Mutex<Int32?>(nil)

  /// Whether it can be read only: its folder cannot be written.
  let isReadOnly: Bool

  var isInMemory: Bool { location.folder == nil }

  private init(location: IndexLocation, writer: any DatabaseWriter, isReadOnly: Bool = false) {
    self.location = location
    self.writer = writer
    self.isReadOnly = isReadOnly
  }

  /// Opens or makes the index.
  ///
  /// - Parameter notices: What went wrong on the way and was got round is appended.
  static func open(
    _ location: IndexLocation, notices: inout [LibraryNotice]
  ) throws(LibraryError) -> IndexDatabase {
    guard let folder = location.folder, let path = location.databasePath else { return try inMemory(location) }
    do throws(LibraryError) {
      try location.make()
    } catch {
      notices.append(.indexNotKept(path: folder, reason: error.shortReason))
      if let kept = readOnly(location) { return kept }
      return try inMemory(location)
    }
    do throws(LibraryError) {
      return try IndexDatabase(location: location, writer: openPool(path))
    } catch .indexUnusable(let reason) {
      // Only while nobody else brings it up to date: then it is theirs to mend.
      guard let descriptor = takeLock(location) else {
        notices.append(.anotherProcessIsIndexing)
        return try inMemory(location)
      }
      defer { close(descriptor) }
      notices.append(.indexRebuilt(reason: reason))
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
      do throws(LibraryError) {
        return try IndexDatabase(location: location, writer: openPool(path))
      } catch {
        notices.append(.indexNotKept(path: folder, reason: error.shortReason))
        return try inMemory(location)
      }
    } catch {
      notices.append(.indexNotKept(path: folder, reason: error.shortReason))
      if let kept = readOnly(location) { return kept }
      return try inMemory(location)
    }
  }

  /// An index in memory in place of one that can be read only, later than `generation`.
  static func inMemory(after generation: UInt64, _ location: IndexLocation) throws(LibraryError) -> IndexDatabase {
    let database = try inMemory(location)
    do {
      try database.writer.write {
        try $0.execute(sql: "UPDATE meta SET value = ?", arguments: [Int64(generation) + 1])
      }
      return database
    } catch {
      throw LibraryError(error)
    }
  }

  /// Whether this process may bring the index up to date: `false` while another one does.
  func beginUpdating() -> Bool {
    guard !isInMemory, !isReadOnly else { return true }
    return lock.withLock { held in
      if held != nil { return true }
      held = Self.takeLock(location)
      return held != nil
    }
  }

  func endUpdating() {
    lock.withLock { held in
      if let descriptor = held { close(descriptor) }
      held = nil
    }
  }

  private static func takeLock(_ location: IndexLocation) -> Int32? {
    guard let path = location.lockPath else { return nil }
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "yuelan.index"
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      db.add(tokenizer: FoldedTextTokenizer.self)
      try PhraseHits.register(in: db)
      // Only before there is anything: lets `giveBackFreePages` shrink the file.
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
      // Debian's SQLite overwrites what is deleted with zeros unless told otherwise: merging the text index deletes much.
      try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF")
    }
    return configuration
  }

  /// Gives the pages back to the file system that merging the text index has left free, a tenth of a small index.
  func giveBackFreePages() throws {
    guard !isInMemory else { return }
    try writer.writeWithoutTransaction { db in
      // A step at a time, so that no other writer waits long.
      while let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count"), free > 64 {
        try db.execute(sql: "PRAGMA incremental_vacuum(2048)")
        guard let left = try Int.fetchOne(db, sql: "PRAGMA freelist_count"), left < free else { return }
      }
    }
  }

  private static func inMemory(_ location: IndexLocation) throws(LibraryError) -> IndexDatabase {
    do {
      let queue = try DatabaseQueue(configuration: configuration())
      try queue.write { try IndexSchema.create($0) }
      return IndexDatabase(location: IndexLocation(roots: location.roots), writer: queue)
    } catch {
      throw LibraryError(error)
    }
  }

  /// The index as it stands in a folder that cannot be written; `nil` if it cannot be used so.
  ///
  /// SQLite reads a database with a write-ahead log only where it can make files beside it, or when told that nobody
  /// changes it. With a log that holds something, the database alone would be half the truth: then it is left alone.
  static func readOnly(_ location: IndexLocation) -> IndexDatabase? {
    guard let path = location.databasePath else { return nil }
    var status = stat()
    if stat(path + "-wal", &status) == 0, status.st_size > 32 { return nil }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return nil }
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: address.unicodeScalars.append(Unicode.Scalar(byte))
      default: address += "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
    }
    var configuration = configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: address + "?immutable=1", configuration: configuration)
      let isUsable = try queue.read { db in
        let version = try Int32.fetchOne(db, sql: "PRAGMA user_version")
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        return version == IndexSchema.version && application == IndexSchema.applicationID
      }
      return isUsable ? IndexDatabase(location: location, writer: queue, isReadOnly: true) : nil
    } catch {
      return nil
    }
  }

  private static func openPool(_ path: String) throws(LibraryError) -> DatabasePool {
    for suffix in ["", "-wal", "-shm"] { try PrivateFiles.refuseForeignLink(path + suffix) }
    // SQLite would make it 0644; the files beside it (-wal, -shm) take the mode of the database.
    try PrivateFiles.makeFile(path)
    PrivateFiles.makeLog(besideDatabase: path)
    let isUsable: Bool
    let pool: DatabasePool
    do {
      pool = try DatabasePool(path: path, configuration: configuration())
      isUsable = try pool.writeWithoutTransaction { db in
        // Pages of a write-ahead log that has grown are given back when it is started over.
        // A checkpoint syncs twice: one for every 64 MB, not for every 4.
        try db.execute(
          sql: "PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 16000")
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
        for table in ["meta", "articles", "snapshot", "folders", "titles_data", "bodies_data", "characters_data"] {
          _ = try Row.fetchOne(db, sql: "SELECT * FROM \(table) LIMIT 1")
        }
        return true
      }
    } catch let error as DatabaseError where error.isDamage {
      throw .indexUnusable(reason: error.message ?? "SQLite \(error.extendedResultCode)")
    } catch {
      throw LibraryError(error)
    }
    guard isUsable else { throw .indexUnusable(reason: "another version") }
    return pool
  }
}

extension DatabaseError {
  /// Whether the file itself is at fault, so that making it anew helps.
  var isDamage: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_EMPTY]
      .contains(resultCode)
  }
}

extension LibraryError {
  init(_ error: any Error) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError:
      self = .database(code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql)
    default: self = .database(code: SQLITE_ERROR, message: String(describing: error), sql: nil)
    }
  }

  /// A few words for a notice.
  public var shortReason: String {
    switch self {
    case .unreadable(_, let code), .unwritable(_, let code): String(cString: strerror(code))
    case .notRegular: "not a regular file"
    case .query(let error): error.message
    case .database(_, let message, _): message
    case .indexUnusable(let reason): reason
    case .noSuchEntry: "no such entry"
    }
  }
}
