import GRDB
import Glibc
import Synchronization

/// The state database as the rest of the library uses it: reading and changing always succeed.
///
/// A damaged file is set aside, with what can be read of it in a new one. If the disk is full or cannot be written, or
/// another process holds the lock, the state continues in memory and its changes are written as soon as possible. Both
/// can happen at any moment, and each is reported once.
final class StateDatabase: Sendable {
  typealias Change = @Sendable (Database) throws -> Void

  private struct Current {
    var connection: StateFile.Connection
    /// Increases whenever another database takes over.
    var number = 0
    /// Changes made only in memory that are still to be written; `nil` while changes go to the file itself.
    var pending: [Change]?
    var nextAttempt: UInt64 = 0
    var nextBackup: UInt64 = 0
  }

  private let file: StateFile?
  private let notices: NoticeBoard
  private let current: Mutex<Current>
  /// One thread repairs while the others wait for it. Nobody waits while holding `current`.
  private let mending = Mutex(())

  /// How long to wait before the file is tried again.
  private static let retryIntervalInMilliseconds: UInt64 = 5_000
  private static let backupCheckIntervalInMilliseconds: UInt64 = 60 * 60 * 1_000
  /// How many changes are remembered for later: a day of reading. Further changes stay in memory only.
  private static let largestPendingCount = 20_000

  /// - Parameter directory: With `nil`, nothing is kept.
  init(_ directory: String?, notices: NoticeBoard) throws(LibraryError) {
    self.notices = notices
    guard let directory else {
      file = nil
      current = Mutex(Current(connection: try StateFile.inMemory(StateContent())))
      return
    }
    let file = StateFile(directory: directory)
    let found = FileIdentity(path: file.path)
    do {
      let connection = try file.open()
      self.file = file
      current = Mutex(Current(connection: connection))
      return
    } catch let error as DatabaseError where error.isDamage {
      self.file = file
      if let connection = Self.replaceDamaged(file, found, notices) {
        current = Mutex(Current(connection: connection))
        return
      }
    } catch is StateIsNewer {
      notices.post(.stateOfNewerVersion(path: file.path))
      self.file = nil
      current = Mutex(Current(connection: try StateFile.inMemory(StateContent(salvaging: file.path))))
      return
    } catch {
      self.file = file
      notices.post(.stateNotKept(path: directory, reason: LibraryError(error)))
    }
    current = Mutex(
      Current(
        connection: try StateFile.inMemory(StateContent(salvaging: file.path)), pending: [],
        nextAttempt: MonotonicClock.nowInMilliseconds + Self.retryIntervalInMilliseconds))
  }

  /// Identifies the database that answers: numbers that SQLite counts start over with another one.
  var number: Int { current.withLock { $0.number } }

  // MARK: Reading and changing

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    var attempts = 0
    while true {
      let (connection, number) = usable()
      do {
        return try connection.reading.read(body)
      } catch {
        attempts += 1
        guard attempts < 4, mend(after: error, number) else { throw LibraryError(error) }
      }
    }
  }

  /// Makes a change. When it returns, the change is on disk, unless a notice has said that changes are not kept.
  ///
  /// - Parameter change: May be run more than once, and must then give the same result.
  func write(_ change: @escaping Change) throws(LibraryError) {
    var attempts = 0
    while true {
      if isRetryDue() { returnToFile() }
      let (connection, number) = usable()
      do {
        try connection.writing.write { db in
          // A newer program may have migrated the file since it was opened.
          guard try StateSchema.version(of: db) == StateSchema.version else { throw StateIsNewer() }
          try change(db)
        }
        guard connection.identity == nil else { return backUpIfDue(connection, number) }
        let isRemembered = current.withLock { current in
          guard current.number == number else { return false }
          if let count = current.pending?.count, count < Self.largestPendingCount { current.pending?.append(change) }
          return true
        }
        // The file took over just now: the change belongs there.
        if isRemembered { return }
      } catch {
        attempts += 1
        guard attempts < 4, mend(after: error, number) else { throw LibraryError(error) }
      }
    }
  }

  /// The database that answers now. If its file has been deleted or replaced by others, it is opened again, or created.
  private func usable() -> (StateFile.Connection, number: Int) {
    let (connection, number) = current.withLock { ($0.connection, $0.number) }
    guard let file, let identity = connection.identity, FileIdentity(path: file.path) != identity else {
      return (connection, number)
    }
    mending.withLock { _ in
      guard self.number == number else { return }
      let found = FileIdentity(path: file.path)
      do {
        let fresh = try file.open()
        current.withLock { $0 = Current(connection: fresh, number: number + 1) }
      } catch let error as DatabaseError where error.isDamage {
        if let fresh = Self.replaceDamaged(file, found, notices) {
          current.withLock { $0 = Current(connection: fresh, number: number + 1) }
        }
      } catch {
        goOnInMemory(file, telling: .stateNotKept(path: file.path, reason: LibraryError(error)))
      }
    }
    return current.withLock { ($0.connection, $0.number) }
  }

  /// Makes sure that the next attempt has a better database than the one with this number.
  ///
  /// - Returns: Whether another attempt is worth it.
  private func mend(after error: any Error, _ number: Int) -> Bool {
    guard let file else { return false }
    return mending.withLock { _ in
      // Another thread has already done it.
      if self.number != number { return true }
      let (identity, isInMemory) = current.withLock { ($0.connection.identity, $0.pending != nil) }
      if isInMemory { return false }
      if error is StateIsNewer { return goOnInMemory(file, telling: .stateOfNewerVersion(path: file.path)) }
      guard let error = error as? DatabaseError else { return false }
      if error.isDamage, let fresh = Self.replaceDamaged(file, identity, notices) {
        current.withLock { $0 = Current(connection: fresh, number: number + 1) }
        return true
      }
      guard error.isDamage || error.isStorageFailure else { return false }
      return goOnInMemory(
        file, telling: .stateNotKept(path: file.path, reason: LibraryError(error)))
    }
  }

  /// - Returns: `nil` if no new file can be made; a notice has then said so.
  private static func replaceDamaged(
    _ file: StateFile, _ damaged: FileIdentity?, _ notices: NoticeBoard
  ) -> StateFile.Connection? {
    do {
      let replaced = try file.replaceDamaged(damaged)
      let connection = try file.open()
      if let replaced {
        notices.post(.stateDamaged(movedTo: replaced.movedTo, restoredCount: replaced.articleCount))
      }
      return connection
    } catch {
      notices.post(.stateNotKept(path: file.path, reason: LibraryError(error)))
      return nil
    }
  }

  // MARK: In memory

  /// - Returns: Whether there is enough memory.
  @discardableResult
  private func goOnInMemory(_ file: StateFile, telling notice: LibraryNotice) -> Bool {
    notices.post(notice)
    guard let connection = try? StateFile.inMemory(StateContent(salvaging: file.path)) else { return false }
    current.withLock { current in
      current = Current(
        connection: connection, number: current.number + 1, pending: [],
        nextAttempt: MonotonicClock.nowInMilliseconds + Self.retryIntervalInMilliseconds)
    }
    return true
  }

  private func isRetryDue() -> Bool {
    current.withLock { $0.pending != nil && MonotonicClock.nowInMilliseconds >= $0.nextAttempt }
  }

  /// Tries to save the changes made in memory.
  ///
  /// - Returns: Whether everything is on disk.
  @discardableResult
  func returnToFile() -> Bool {
    guard let file else { return true }
    return mending.withLock { _ in
      let (pending, number) = current.withLock { ($0.pending, $0.number) }
      guard let pending else { return true }
      do {
        let connection = try file.open()
        try connection.writing.write { db in
          for change in pending { try change(db) }
        }
        // A change that came in meanwhile is only in memory, so this is repeated the next time.
        let isAll = current.withLock { current in
          guard current.pending?.count == pending.count else { return false }
          current = Current(connection: connection, number: number + 1)
          return true
        }
        if isAll { notices.post(.stateKeptAgain(path: file.path)) }
        return isAll
      } catch {
        current.withLock {
          $0.nextAttempt = MonotonicClock.nowInMilliseconds + Self.retryIntervalInMilliseconds
        }
        return false
      }
    }
  }

  private func backUpIfDue(_ connection: StateFile.Connection, _ number: Int) {
    let now = MonotonicClock.nowInMilliseconds
    let isTime = current.withLock { current in
      guard current.number == number, now >= current.nextBackup else { return false }
      current.nextBackup = now + Self.backupCheckIntervalInMilliseconds
      return true
    }
    guard isTime, let file, connection.identity != nil, file.isBackupDue else { return }
    do {
      try file.backUp(connection.writing)
    } catch let error as DatabaseError where error.isDamage {
      _ = mend(after: error, number)
    } catch {
      // There is no room for a copy; the state itself is fine.
    }
  }
}
