import Foundation
import GRDB
import GRDBSQLite
import Glibc
import Synchronization

/// The database of an index: opened, checked, rebuilt if it cannot be used, in memory if it cannot be kept.
final class IndexDatabase: Sendable {
  /// Why a database no longer answers. Its content can be rebuilt from the archives.
  enum Fault: Sendable, Equatable {
    case damaged(DatabaseFault)
    /// A disk that fails or is full, a lock held by another process, files that are gone.
    case unreachable(DatabaseFault)

    var reason: DatabaseFault {
      switch self {
      case .damaged(let reason), .unreachable(let reason): reason
      }
    }
  }

  let location: IndexLocation
  let writer: any DatabaseWriter
  /// Which of the location's databases this is.
  let number: Int
  /// Whether it can only be read, because its folder cannot be written.
  let isReadOnly: Bool
  /// Whether it is in memory only until another process has repaired the one on disk.
  let isStandIn: Bool
  /// Whether it has one connection, so that reading waits while it is written: an update opens it again.
  let isForOneAnswer: Bool
  /// Its profiles of the sites in its archives.
  let profiles: StoredProfiles
  private let identity: FileIdentity?
  private let known = Mutex(IndexView())
  private let found = Mutex<Fault?>(nil)

  var isInMemory: Bool { location.folder == nil }

  init(
    location: IndexLocation, writer: any DatabaseWriter, number: Int = 0, isReadOnly: Bool = false,
    isStandIn: Bool = false, isForOneAnswer: Bool = false
  ) {
    self.location = location
    self.writer = writer
    profiles = StoredProfiles(writer)
    self.number = number
    self.isReadOnly = isReadOnly
    self.isStandIn = isStandIn
    self.isForOneAnswer = isForOneAnswer
    identity = location.databasePath(number).flatMap(FileIdentity.init(path:))
  }

  /// Whether another database has replaced it. A file that was merely deleted can still be read.
  var isSuperseded: Bool {
    guard !isInMemory, !isReadOnly || location.sharing != .none,
      let path = location.databasePath(location.currentNumber),
      let current = FileIdentity(path: path)
    else { return false }
    return current != identity
  }

  /// Whether its file is still there.
  var isInPlace: Bool {
    location.databasePath(number).map { FileIdentity(path: $0) == identity } ?? true
  }

  /// What has been found wrong with it since it was opened.
  var fault: Fault? { found.withLock { $0 } }

  /// Records what an error says about the database.
  ///
  /// - Returns: Whether the database is at fault; if not, the error has another cause.
  func recordFault(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError, let fault = Fault(error) else { return false }
    found.withLock { found in
      // Damage is the worse of the two, because the other is temporary.
      if case .damaged? = found { return }
      found = fault
    }
    return true
  }

  // MARK: Reading

  /// The index as it is now.
  func view() throws -> IndexView {
    let known = known.withLock { $0 }
    return try writer.read { db in
      if try IndexView.generation(db) == known.generation { return known }
      var view = known
      try view.refresh(db)
      self.known.withLock { if $0.generation < view.generation { $0 = view } }
      return view
    }
  }

  // MARK: Opening

  /// Opens the current index, or makes one.
  ///
  /// - Parameter isForOneAnswer: See `LibraryConfiguration`.
  static func open(
    _ location: IndexLocation, lock: IndexLock, notices: NoticeBoard, isForOneAnswer: Bool = false
  ) throws(LibraryError) -> IndexDatabase {
    guard let folder = location.folder else { return try inMemory(location) }
    if location.sharing != .none {
      // Nothing is made here: the current database never changes, and an update makes the next one.
      if let database = readOnly(location) { return database }
      return try inMemory(location, isStandIn: true)
    }
    func kept(_ error: LibraryError) throws(LibraryError) -> IndexDatabase {
      notices.post(.indexNotKept(path: folder, reason: error))
      if let database = readOnly(location) { return database }
      return try inMemory(location)
    }
    do throws(LibraryError) { try location.make() } catch { return try kept(error) }
    // Between reading which one is current and opening it, another process may have made the next one current.
    for attempt in 1...3 {
      let number = location.currentNumber
      do throws(LibraryError) {
        return try inFolder(location, number, isForOneAnswer: isForOneAnswer)
      } catch .indexUnusable(let reason) {
        // Only while no other process updates it: otherwise that process repairs it.
        switch lock.acquire() {
        case .busy:
          notices.post(.anotherProcessIsIndexing)
          return try inMemory(location, isStandIn: true)
        case .impossible(let code): return try kept(.unwritable(path: folder, errno: code))
        case .acquired: break
        }
        defer { lock.release() }
        guard location.currentNumber == number else { continue }
        do throws(LibraryError) {
          let fresh = try make(location)
          notices.post(.indexRebuilt(reason))
          return fresh
        } catch {
          return try kept(error)
        }
      } catch {
        if attempt < 3, location.currentNumber != number { continue }
        return try kept(error)
      }
    }
    return try inMemory(location)
  }

  /// Makes a new current database in place of one that is of no use. The caller holds the lock.
  static func make(_ location: IndexLocation, after generation: UInt64? = nil) throws(LibraryError) -> IndexDatabase {
    let number = location.nextNumber
    // Unused data is deleted first to free space, since there may be little.
    location.removeDatabases(but: number)
    let database = try inFolder(location, number)
    do {
      try database.begin(after: generation)
      try location.makeCurrent(number)
      return database
    } catch {
      location.removeDatabase(number)
      throw LibraryError(error)
    }
  }

  /// Makes a new database beside the current one. The caller holds the lock.
  static func makeBeside(in location: IndexLocation, after generation: UInt64?) throws -> IndexDatabase {
    let number = location.nextNumber
    do {
      let database = try inFolder(location, number)
      try database.begin(after: generation)
      return database
    } catch {
      location.removeDatabase(number)
      throw error
    }
  }

  /// Makes a copy of the current database, to be brought up to date beside it. The caller holds the lock.
  static func makeCopy(of current: IndexDatabase) throws -> IndexDatabase {
    let location = current.location
    let number = location.nextNumber
    guard let from = location.databasePath(current.number), let to = location.databasePath(number) else {
      return try inMemory(location)
    }
    do {
      try FileManager.default.copyItem(atPath: from, toPath: to)
      chmod(to, 0o600)
      return try inFolder(location, number)
    } catch {
      location.removeDatabase(number)
      throw error
    }
  }

  /// Moves everything into the database's own file, so that everybody can read that file alone.
  ///
  /// A connection that is reading delays this: after several tries it is abandoned, and the former database stays
  /// current.
  func finishForReaders() throws {
    var attempts = 0
    while let path = location.databasePath(number) {
      let isBusy = try writer.writeWithoutTransaction { db in
        try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { ($0[0] as Int) != 0 } ?? false
      }
      var status = stat()
      if !isBusy, stat(path + "-wal", &status) != 0 || status.st_size <= 32 { break }
      attempts += 1
      guard attempts < 100 else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      usleep(50_000)
    }
    if let path = location.databasePath(number) { location.letOthersRead([path]) }
  }

  static func inMemory(
    _ location: IndexLocation, after generation: UInt64? = nil, isStandIn: Bool = false
  ) throws(LibraryError) -> IndexDatabase {
    do {
      let queue = try DatabaseQueue(configuration: configuration())
      try queue.write { try IndexSchema.create($0) }
      let database = IndexDatabase(
        location: IndexLocation(roots: location.roots), writer: queue, isStandIn: isStandIn)
      if let generation { try database.begin(after: generation) }
      return database
    } catch {
      throw LibraryError(error)
    }
  }

  /// Continues the numbers of changes from those of the previous database, so that no list of that one is taken for one
  /// of this.
  private func begin(after generation: UInt64?) throws {
    // If the old numbers cannot be read, the new ones begin where none has ever been.
    let start = generation ?? UInt64.random(in: 1 << 40..<1 << 50)
    try writer.write { db in
      try db.execute(
        sql: "UPDATE meta SET value = iif(name = 'generation', ?, ?)",
        arguments: [Int64(start &+ 1), Int64.random(in: 1..<Int64.max)])
    }
  }

  // MARK: Configuration

  /// How long a statement waits for a lock of SQLite's own, which no Yuelan process holds for more than a moment.
  private static let patienceInSeconds = 3.0

  private static func configuration() -> Configuration {
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
  private static func inFolder(
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

  private static func open(
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

extension IndexDatabase.Fault {
  /// `nil` for an error that is not about the database.
  init?(_ error: DatabaseError) {
    if error.isDamage {
      self = .damaged(error.fault)
    } else if error.isStorageFailure {
      self = .unreachable(error.fault)
    } else {
      return nil
    }
  }
}

extension DatabaseError {
  /// Whether the file itself is at fault, in which case a rebuild helps.
  var isDamage: Bool {
    if resultCode == .SQLITE_ERROR, let message {
      // The errors caused by a damaged schema. Mistakes in a query have the same code.
      return ["no such table", "no such column", "has no column", "malformed", "vtable constructor", "file format"]
        .contains { message.contains($0) }
    }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_EMPTY].contains(resultCode)
  }

  /// Whether the disk or another process's lock is at fault, in which case an index in memory helps.
  var isStorageFailure: Bool {
    [
      .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PERM,
      .SQLITE_NOLFS, .SQLITE_PROTOCOL, .SQLITE_NOMEM,
    ].contains(resultCode)
  }

  /// The fault, without GRDB's types.
  var fault: DatabaseFault { .sqlite(code: extendedResultCode.rawValue, message: message ?? "") }
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
}
