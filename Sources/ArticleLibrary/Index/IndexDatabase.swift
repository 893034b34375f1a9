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
    // Only one process at a time: SQLite switches a new database to a write-ahead log without waiting for locks.
    let turn = location.awaitTurn()
    defer { turn.map { _ = close($0) } }
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
}
