import ArticleDump
import Foundation
import GRDB
import Glibc
import Synchronization

/// The archives opened together: their index, searching in it, and what the reader did.
///
/// Every method may be called from any thread and returns within milliseconds, except `update`, which blocks until
/// all is indexed, and those that say that they read files.
public final class Library: Sendable {
  public let configuration: LibraryConfiguration
  let roots: ArchiveRoots
  let location: IndexLocation
  let states: StateStore
  private let opened: Mutex<IndexDatabase>
  let cache = Mutex(LibraryCache())
  private let noticed: Mutex<[LibraryNotice]>
  private let updating = Mutex(Updating())
  private let updatingEnded = NSCondition()

  private struct Updating {
    var isRunning = false
    var isStopped = false
  }

  /// Opens the index of these archives, or one that covers them, or makes an empty one; scans nothing yet.
  ///
  /// - Throws: `unreadable` for a path that does not exist or cannot be read, `notRegular` for a pipe or a device. An
  ///   index that cannot be used or kept is no error but a notice.
  public init(_ configuration: LibraryConfiguration) throws(LibraryError) {
    self.configuration = configuration
    roots = try ArchiveRoots(paths: configuration.paths)
    location = IndexLocation.choose(
      realPaths: roots.roots.map(\.real), cacheDirectory: configuration.cacheDirectory)
    var notices: [LibraryNotice] = []
    let database = try IndexDatabase.open(location, notices: &notices)
    states = try StateStore.open(configuration.stateDirectory, notices: &notices)
    opened = Mutex(database)
    noticed = Mutex(notices)
  }

  /// What the reader should know, each once; may grow while an update runs.
  public var notices: [LibraryNotice] { noticed.withLock { $0 } }

  private func notice(_ notice: LibraryNotice) {
    noticed.withLock { if !$0.contains(notice) { $0.append(notice) } }
  }

  /// Grows whenever a list may have changed.
  public var generation: UInt64 { (try? view().generation) ?? 0 }

  /// Articles in the library now.
  public var articleCount: Int { (try? list().count) ?? 0 }

  /// How many articles have their bodies in the index, of all in it.
  public var indexProgress: Progress {
    guard let view = try? view() else { return Progress(done: 0, total: 0) }
    return Progress(done: view.indexedCount, total: view.newest.count)
  }

  // MARK: The index

  var database: IndexDatabase { opened.withLock { $0 } }

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try database.writer.read(body) } catch { throw LibraryError(error) }
  }

  /// The index as it is now.
  @discardableResult
  func view() throws(LibraryError) -> IndexView {
    let known = cache.withLock { $0.view }
    return try read { db in
      let current = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'generation'") ?? 0
      if UInt64(current) == known.generation { return known }
      var view = known
      try view.refresh(db)
      cache.withLock { if $0.view.generation < view.generation { $0.view = view } }
      return view
    }
  }

  // MARK: Updating

  /// Brings the index up to date and returns when it is.
  ///
  /// While another process does so, it returns at once with what is there.
  ///
  /// - Parameters:
  ///   - rebuilding: Begins from nothing.
  ///   - observer: Called on any thread, at most about ten times a second.
  @discardableResult
  public func update(
    rebuilding: Bool = false, observer: @escaping @Sendable (LibraryUpdate) -> Void = { _ in }
  ) throws(LibraryError) -> UpdateSummary {
    guard beginUpdating() else { return UpdateSummary() }
    defer { endUpdating() }
    do throws(LibraryError) {
      let summary = try updateHolding(rebuilding: rebuilding, observer: observer)
      if let summary { observer(.finished(summary)) } else { observer(.stopped(nil)) }
      if let summary { return summary }
      var current = UpdateSummary()
      current.articleCount = articleCount
      return current
    } catch {
      observer(.stopped(error))
      throw error
    }
  }

  /// The same on a thread of its own; returns at once. A second call while one runs does nothing.
  ///
  /// While another process brings the index up to date, this one follows its progress and looks itself afterwards.
  public func startUpdating(observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    guard beginUpdating() else { return }
    Thread.detachNewThread { [self] in
      defer { endUpdating() }
      do throws(LibraryError) {
        follow(observer)
        let summary = try updateHolding(rebuilding: false, observer: observer)
        observer(summary.map(LibraryUpdate.finished) ?? .stopped(nil))
      } catch {
        observer(.stopped(error))
      }
    }
  }

  /// Stops a running update and returns when its thread is done: after the transaction that it is in, a few tenths of
  /// a second at most. The next update resumes.
  public func stopUpdating() {
    updatingEnded.lock()
    updating.withLock { $0.isStopped = $0.isRunning }
    while updating.withLock({ $0.isRunning }) { updatingEnded.wait() }
    updatingEnded.unlock()
  }

  private func beginUpdating() -> Bool {
    updating.withLock { state in
      guard !state.isRunning else { return false }
      state = Updating(isRunning: true)
      return true
    }
  }

  private func endUpdating() {
    updatingEnded.lock()
    updating.withLock { $0 = Updating() }
    updatingEnded.broadcast()
    updatingEnded.unlock()
  }

  private var isUpdateStopped: Bool { updating.withLock { $0.isStopped } }

  /// Waits for another process's update, telling of its progress.
  private func follow(_ observer: @Sendable (LibraryUpdate) -> Void) {
    while !isUpdateStopped, !database.beginUpdating() {
      notice(.anotherProcessIsIndexing)
      observer(.bodies(indexProgress))
      usleep(200_000)
    }
  }

  /// - Returns: `nil` when it was stopped.
  private func updateHolding(
    rebuilding: Bool, observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws(LibraryError) -> UpdateSummary? {
    if isUpdateStopped { return nil }
    guard database.beginUpdating() else {
      notice(.anotherProcessIsIndexing)
      var summary = UpdateSummary()
      summary.articleCount = articleCount
      return summary
    }
    defer { database.endUpdating() }
    do {
      if database.isReadOnly {
        if !rebuilding, let summary = try updater(observer).unchanged() { return summary }
        if isUpdateStopped { return nil }
        try leaveReadOnly()
      }
      let known = try view()
      // Numbers of articles that are gone cost room and time: past as many as there are articles, begin anew.
      let isWorn = known.columns.capacity > 2 * known.newest.count + 10_000
      if rebuilding || isWorn { try recreate() }
      return try runUpdater(observer)
    } catch let error as DatabaseError where error.isDamage {
      try reopen(reason: error.message ?? "SQLite \(error.extendedResultCode)")
      do { return try runUpdater(observer) } catch { throw LibraryError(error) }
    } catch {
      throw LibraryError(error)
    }
  }

  private func runUpdater(_ observer: @escaping @Sendable (LibraryUpdate) -> Void) throws -> UpdateSummary? {
    try updater(observer).run()
  }

  private func updater(_ observer: @escaping @Sendable (LibraryUpdate) -> Void) -> LibraryUpdater {
    LibraryUpdater(
      database: database, roots: roots, configuration: configuration, isStopped: { [self] in isUpdateStopped },
      refresh: { [self] in try view() }, observer: observer)
  }

  /// Goes on in memory, since the index that can only be read is no longer true.
  private func leaveReadOnly() throws(LibraryError) {
    let fresh = try IndexDatabase.inMemory(after: view().generation, location)
    opened.withLock { $0 = fresh }
    cache.withLock { $0 = LibraryCache() }
  }

  private func recreate() throws {
    try database.writer.write(IndexSchema.recreate)
    cache.withLock { $0 = LibraryCache() }
  }

  /// Puts a damaged index away and begins a new one.
  private func reopen(reason: String) throws(LibraryError) {
    notice(.indexRebuilt(reason: reason))
    database.endUpdating()
    if let path = database.location.databasePath {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }
    var notices: [LibraryNotice] = []
    let fresh = try IndexDatabase.open(location, notices: &notices)
    _ = fresh.beginUpdating()
    opened.withLock { $0 = fresh }
    cache.withLock { $0 = LibraryCache() }
    for entry in notices { notice(entry) }
  }
}

/// What is kept between calls, each with the generation that it was made for.
struct LibraryCache: Sendable {
  var view = IndexView()
  var orders: [SortOrder: (generation: UInt64, order: [Int32])] = [:]
  var keys: (generation: UInt64, keys: [UInt64])?
  /// The newest article of each story, and how many articles a story has.
  var stories: (generation: UInt64, representatives: [Int32], counts: [Int32: Int])?
  var scope: (generation: UInt64, members: BitSet)?
  var readBits: (generation: UInt64, revision: UInt64, members: BitSet)?
  var starred = StarredKeys()
  var starredBits: (generation: UInt64, revision: UInt64, members: BitSet)?
}

/// The bookmarks as the library needs them.
struct StarredKeys: Sendable {
  var hashes: Set<UInt64> = []
  var revision: UInt64 = 0
  /// The bookmarks file as it was when they were read.
  var file: FileStamp?
}
