import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// The condition of a database, found without changing or repairing anything.
public enum DatabaseCondition: Sendable, Equatable {
  /// There is no file, or an empty one.
  case missing
  /// Every page was examined. `count`: articles with marks, or in the index; `isWhole` is false for an index that was
  /// begun and not finished.
  case sound(count: Int, isWhole: Bool)
  /// SQLite found damage; the fault is the first that it names.
  case damaged(DatabaseFault)
  /// Written by another version of the program, older or newer.
  case otherVersion(isNewer: Bool)
  /// It could not be opened or read for a reason other than damage.
  case unreadable(LibraryError)
  /// Another process is making it.
  case busy(process: Int32?)
}

/// Examines what the library stores.
public enum Inspection {
  /// How long a large index is examined; after that, what has been found so far counts.
  private static let patienceInSeconds = 20.0

  /// Examines the state in a folder.
  ///
  /// - Returns: Its condition, and the names of damaged files that were set aside before.
  public static func state(in directory: String) -> (condition: DatabaseCondition, damagedFiles: [String]) {
    let file = StateFile(directory: directory)
    let names = (try? FolderListing.names(of: directory)) ?? []
    let aside = names.filter { $0.hasPrefix("state.sqlite.damaged") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
    if file.isEmptied { return (.damaged(.emptyFile), aside) }
    let condition = examine(at: file.path) { db in
      let version = try StateSchema.version(of: db)
      if version > StateSchema.version { return .otherVersion(isNewer: true) }
      if let reason = try integrityProblem(db, "integrity_check") { return .damaged(reason) }
      return .sound(count: try count("SELECT count(*) FROM articles", db), isWhole: true)
    }
    return (condition, aside)
  }

  /// Examines the index of these archives. Its `count` is of their articles, even if the index contains more.
  public static func index(
    of paths: [String], cacheDirectory: String, sharedDirectory: String? = nil
  ) -> DatabaseCondition {
    guard let roots = try? ArchiveRoots(paths: paths) else { return .missing }
    let location = IndexLocation.choose(
      realPaths: roots.roots.map(\.indexed), cacheDirectory: cacheDirectory, sharedDirectory: sharedDirectory)
    guard let path = location.databasePath(location.currentNumber), let lockPath = location.lockPath else {
      return .missing
    }
    if location.sharing != .reader, access(lockPath, F_OK) == 0 {
      let lock = IndexLock(path: lockPath)
      if case .busy = lock.acquire() { return .busy(process: lock.othersReport()?.process) }
      lock.release()
    }
    return examine(at: path, isImmutable: location.sharing != .none) { db in
      let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      guard version == IndexSchema.version else { return .otherVersion(isNewer: version > IndexSchema.version) }
      if let reason = try integrityProblem(db, "quick_check") { return .damaged(reason) }
      // The index may contain more than these archives.
      let folders = roots.cover(location) ? nil : try ScopeFilter.folders(roots, db)
      var all = 0
      var missing = try count("SELECT value FROM meta WHERE name = 'expected'", db)
      try RawStatement(
        db, "SELECT folder, count(*), sum(flags & 3 = 1) FROM articles WHERE flags & 1 GROUP BY folder"
      ).forEach { row in
        guard folders?.contains(Int(row.integer(0))) ?? true else { return }
        all += Int(row.integer(1))
        missing += Int(row.integer(2))
      }
      return .sound(count: all, isWhole: missing == 0)
    }
  }

  private static func examine(
    at path: String, isImmutable: Bool = false, _ body: @escaping (Database) throws -> DatabaseCondition
  ) -> DatabaseCondition {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return errno == ENOENT ? .missing : .unreadable(.unreadable(path: path, errno: errno))
    }
    guard stat(path, &status) == 0 else { return .unreadable(.unreadable(path: path, errno: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable(.notRegular(path: path)) }
    if status.st_size == 0 { return .missing }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(1)
      configuration.prepareDatabase { $0.add(tokenizer: FoldedTextTokenizer.self) }
      let queue = try DatabaseQueue(
        path: isImmutable ? IndexDatabase.immutableAddress(of: path) : path, configuration: configuration)
      Thread.detachNewThread { [weak queue] in
        Thread.sleep(forTimeInterval: patienceInSeconds)
        queue?.interrupt()
      }
      return try queue.read(body)
    } catch let error as DatabaseError where error.isDamage {
      return .damaged(error.fault)
    } catch {
      return .unreadable(LibraryError(error))
    }
  }

  /// SQLite's first complaint, in its words; `nil` if it has none, or had none until the time ran out.
  private static func integrityProblem(_ db: Database, _ pragma: String) throws -> DatabaseFault? {
    do {
      var problem: DatabaseFault?
      try RawStatement(db, "PRAGMA \(pragma)(1)").forEach { row in
        if let text = row.text(0), text != "ok" { problem = .sqlite(code: SQLITE_CORRUPT, message: text) }
      }
      return problem
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
      return nil
    }
  }

  private static func count(_ sql: String, _ db: Database) throws -> Int {
    var count = 0
    try RawStatement(db, sql).forEach { count = Int($0.integer(0)) }
    return count
  }
}
