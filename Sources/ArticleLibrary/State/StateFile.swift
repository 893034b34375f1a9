import GRDB
import Glibc

/// The state database's file and those beside it: opening, setting aside, copies.
struct StateFile: Sendable {
  let directory: String

  var path: String { directory + "/state.sqlite" }
  /// A complete new database that will replace the damaged one: once it has this name, the replacement is final.
  private var replacementPath: String { directory + "/state.sqlite.new" }
  private var lockPath: String { directory + "/state.lock" }
  /// The newest copy first.
  var backupPaths: [String] { (1...Self.backupCount).map { directory + "/state.backup-\($0).sqlite" } }

  private static let backupCount = 2
  /// Backups are at least this far apart, so that they do not both contain the same mistake.
  private static let backupAgeInSeconds = 24 * 60 * 60
  /// How many damaged files are kept; beyond this the disk is failing, and the last one is replaced.
  private static let largestAsideCount = 9
  /// How long a read may wait for another process's lock: an article may be waiting for it.
  private static let readingPatienceInSeconds = 0.2
  /// The same for a change, which holds up only other changes.
  private static let writingPatienceInSeconds = 2.0

  /// An open state. In memory both connections are the same.
  struct Connection: Sendable {
    var writing: DatabaseQueue
    /// A second connection, since one that waits to write blocks readers.
    var reading: DatabaseQueue
    var identity: FileIdentity?
  }

  // MARK: Opening

  /// Opens the file, or creates it.
  ///
  /// - Throws: `StateIsNewer`, `DatabaseError`, `LibraryError`.
  func open() throws -> Connection {
    try PrivateFiles.makeFolder(directory)
    for suffix in ["", "-wal", "-shm"] { try PrivateFiles.refuseForeignLink(path + suffix) }
    if access(replacementPath, F_OK) == 0 {
      try FileLock.holding(lockPath) { () throws(LibraryError) in _ = try finishReplacement() }
    }
    if isEmptied { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the file is empty") }
    try PrivateFiles.makeFile(path)
    PrivateFiles.makeLog(besideDatabase: path)
    let identity = FileIdentity(path: path)
    let writing = try queue(isReading: false)
    try StateSchema.migrate(writing)
    return Connection(writing: writing, reading: try queue(isReading: true), identity: identity)
  }

  /// Whether the file lost its content: it is empty, although there was once enough to back up.
  var isEmptied: Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else { return false }
    return backupPaths.contains { access($0, F_OK) == 0 }
  }

  private func queue(isReading: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = isReading ? "yuelan.state.reading" : "yuelan.state"
    configuration.readonly = isReading
    configuration.busyMode = .timeout(isReading ? Self.readingPatienceInSeconds : Self.writingPatienceInSeconds)
    if !isReading {
      configuration.prepareDatabase { db in
        // `Configuration.journalMode` would afterwards make `synchronous` NORMAL, with which the last changes are lost
        // when the power fails; and it asks Foundation for the log's size, a twentieth of a search.
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
          throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "the state cannot have a write-ahead log")
        }
        try db.execute(sql: "PRAGMA synchronous = FULL")
      }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A database in memory with this content.
  static func inMemory(_ content: StateContent) throws(LibraryError) -> Connection {
    do {
      let queue = try DatabaseQueue()
      try StateSchema.migrate(queue)
      try queue.write { try content.write(into: $0) }
      return Connection(writing: queue, reading: queue)
    } catch {
      throw LibraryError(error)
    }
  }

  // MARK: Damage

  /// Sets a damaged file aside and replaces it by a new one, with everything that can be read of the old one and what
  /// only the backups have.
  ///
  /// The content comes from an untrusted file: see `SQLitePages`. The process may die at any moment; the next opening
  /// continues.
  ///
  /// - Parameter damaged: The file that was found damaged. If there is another file now, another process has replaced
  ///   it.
  /// - Returns: The damaged file's new path, and for how many articles something was restored; `nil` if there was
  ///   nothing to do.
  func replaceDamaged(_ damaged: FileIdentity?) throws(LibraryError) -> (movedTo: String, articleCount: Int)? {
    try FileLock.holding(lockPath) { () throws(LibraryError) in
      if let damaged, let current = FileIdentity(path: path), current != damaged { return nil }
      var content = StateContent(salvaging: path)
      for backup in backupPaths { content.fill(from: StateContent(salvaging: backup)) }
      let partial = replacementPath + "-partial"
      for suffix in ["", "-journal"] { unlink(partial + suffix) }
      try PrivateFiles.makeFile(partial)
      do {
        let queue = try DatabaseQueue(path: partial)
        try StateSchema.migrate(queue)
        try queue.write { try content.write(into: $0) }
        try queue.close()
      } catch {
        unlink(partial)
        throw LibraryError(error)
      }
      guard rename(partial, replacementPath) == 0 else { throw .unwritable(path: path, errno: errno) }
      try AtomicFile.syncFolder(of: path)
      return (try finishReplacement(), content.articles.count)
    }
  }

  /// Gives the new database its name, after the old one has been renamed. Each step may already have been done.
  ///
  /// - Returns: The damaged file's new name.
  private func finishReplacement() throws(LibraryError) -> String {
    guard access(replacementPath, F_OK) == 0 else { return path }
    var number = 1
    func aside() -> String { path + (number == 1 ? ".damaged" : ".damaged-\(number)") }
    while number < Self.largestAsideCount, access(aside(), F_OK) == 0 { number += 1 }
    let aside = aside()
    // The log first: SQLite must never find it beside a file that it does not belong to.
    for suffix in ["-wal", "-shm", ""] {
      if rename(path + suffix, aside + suffix) != 0, errno != ENOENT { throw .unwritable(path: path, errno: errno) }
    }
    guard rename(replacementPath, path) == 0 else { throw .unwritable(path: path, errno: errno) }
    try AtomicFile.syncFolder(of: path)
    return aside
  }

  // MARK: Copies

  /// Whether the newest backup is a day old, or missing, or from the future because the clock was set back.
  var isBackupDue: Bool {
    var status = stat()
    guard stat(backupPaths[0], &status) == 0 else { return true }
    let age = time(nil) - status.st_mtim.tv_sec
    return age < 0 || age >= Self.backupAgeInSeconds
  }

  /// Copies the whole database, without its free pages.
  ///
  /// - Throws: `DatabaseError`; a damaged page is found here at the latest.
  func backUp(_ queue: DatabaseQueue) throws {
    let partial = directory + "/state.backup.new"
    unlink(partial)
    defer { unlink(partial) }
    try PrivateFiles.makeFile(partial)
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
    let descriptor = Glibc.open(partial, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else { throw LibraryError.unwritable(path: partial, errno: errno) }
    close(descriptor)
    for (older, newer) in zip(backupPaths, backupPaths.dropFirst()).reversed() { rename(older, newer) }
    guard rename(partial, backupPaths[0]) == 0 else { throw LibraryError.unwritable(path: partial, errno: errno) }
    try AtomicFile.syncFolder(of: partial)
  }
}
