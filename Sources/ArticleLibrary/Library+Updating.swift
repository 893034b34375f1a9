import ArchiveSources
import Foundation
import GRDB
import Glibc
import Synchronization

/// What to do while another process updates the index.
public enum UpdatePatience: Sendable {
  /// Nothing: `indexBusy` is thrown immediately.
  case none
  /// Wait as long as it makes progress; otherwise `indexBusy` is thrown.
  case whileOthersWork
  /// The same, but then continue with an index in memory.
  case thenInMemory
}

extension Library {
  struct Updating {
    var isRunning = false
    /// Receives the progress of updates that begin by themselves.
    var follower: (@Sendable (LibraryUpdate) -> Void)?
    /// A fault of the index was found while an update ran.
    var isDueAgain = false
    /// How often a damaged index was rebuilt, so that a disk that damages each one is given up.
    var remakeCount = 0
  }

  private static let largestRemakeCount = 2

  /// Updates the index and returns when that is done.
  ///
  /// A complete index answers until the one that replaces it is complete too.
  ///
  /// - Parameters:
  ///   - rebuilding: Builds the index from scratch; if only a part of what it contains was opened, reads that part again.
  ///   - patience: What to do while another process updates it.
  ///   - observer: Called on any thread, at most about ten times a second.
  /// - Throws: `indexBusy`. A full or failing disk is a notice: the index continues in memory.
  @discardableResult
  public func update(
    rebuilding: Bool = false, patience: UpdatePatience = .thenInMemory,
    observer: @escaping @Sendable (LibraryUpdate) -> Void = { _ in }
  ) throws(LibraryError) -> UpdateSummary {
    guard beginUpdating() else { return UpdateSummary() }
    defer { endUpdating() }
    do throws(LibraryError) {
      let summary = try updateInTurn(rebuilding: rebuilding, patience: patience, observer: observer)
      observer(.finished(summary))
      return summary
    } catch {
      observer(.failed(error))
      throw error
    }
  }

  /// The same on a thread of its own; returns immediately. A second call while one runs does nothing.
  ///
  /// While another process updates the index, this one reports its progress and scans afterwards. If the index is later
  /// found to be unusable, another update begins by itself, with the same observer.
  public func startUpdating(observer: @escaping @Sendable (LibraryUpdate) -> Void) {
    updating.withLock { $0.follower = observer }
    guard beginUpdating() else { return }
    Thread.detachNewThread { [self] in
      do throws(LibraryError) {
        observer(.finished(try updateInTurn(rebuilding: false, patience: .thenInMemory, observer: observer)))
      } catch {
        observer(.failed(error))
      }
      endUpdating()
    }
  }

  /// Begins an update for a caller that follows them, because the index has to be repaired.
  func updateAgain() {
    let follower = updating.withLock { state -> (@Sendable (LibraryUpdate) -> Void)? in
      state.isDueAgain = state.isRunning
      return state.isRunning ? nil : state.follower
    }
    if let follower { startUpdating(observer: follower) }
  }

  private func beginUpdating() -> Bool {
    updating.withLock { state in
      guard !state.isRunning else { return false }
      state.isRunning = true
      state.isDueAgain = false
      return true
    }
  }

  private func endUpdating() {
    let isDueAgain = updating.withLock { state in
      state.isRunning = false
      return state.isDueAgain
    }
    if isDueAgain, database.fault != nil { updateAgain() }
  }

  // MARK: Turns

  private func updateInTurn(
    rebuilding: Bool, patience: UpdatePatience, observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws(LibraryError) -> UpdateSummary {
    try waitForTurn(patience, observer)
    defer { indexLock.release() }
    let summary = try updateHolding(rebuilding: rebuilding) { [indexLock] update in
      indexLock.report(update)
      observer(update)
    }
    moveStateFromFormerNames()
    reportUnreadableSources(summary)
    recordScan(summary)
    return summary
  }

  /// Reports requested sources that could not be read, or not to their end, and those that show no article for a reason
  /// that nothing else tells.
  private func reportUnreadableSources(_ summary: UpdateSummary) {
    let named = roots.roots.filter(\.isSource)
    guard !named.isEmpty else { return }
    var isComplete = true
    for root in named {
      guard let error = fault(of: root, summary) ?? reasonForNoArticle(in: root, summary) else { continue }
      isComplete = false
      board.post(.sourceUnreadable(path: root.given, error))
    }
    hasUnreadableSources.store(!isComplete, ordering: .relaxed)
  }

  private func fault(of root: ArchiveRoots.Root, _ summary: UpdateSummary) -> SourceError? {
    let path = DumpPath(root.indexed)
    return summary.skipped.lazy.compactMap { $0.path == path ? $0.reason.sourceError : nil }.first
  }

  /// Why there is no article in a source or a part of one: it has no such part, or its entries cannot be read, as in a
  /// zip with a password. `nil` if it merely contains no dump.
  private func reasonForNoArticle(in root: ArchiveRoots.Root, _ summary: UpdateSummary) -> SourceError? {
    guard !hasArticles(in: root) else { return nil }
    let prefix = Array(root.real.utf8) + [0x2F]
    let reasons = summary.skipped.lazy.compactMap { $0.path.bytes.starts(with: prefix) ? $0.reason.sourceError : nil }
    for reason in reasons {
      switch reason {
      case .damaged, .encrypted, .missingObject, .missingProgram, .tooLarge, .unreadable, .unsupported: return reason
      case .pathOutside, .nested, .noFile, .tooManyEntries, .notFound, .noRevision, .cancelled: continue
      }
    }
    let path = DumpPath(root.real)
    guard root.real != root.indexed, !sources.holdsFolder(at: path), !sources.containsEntry(at: path) else {
      return nil
    }
    return .notFound
  }

  /// Whether the index has an article in one of the archives.
  func hasArticles(in root: ArchiveRoots.Root) -> Bool {
    let answer = try? readDatabase { database in
      let folders = try database.writer.read { try ScopeFilter.folders(ArchiveRoots(root), $0) }
      let view = try database.view()
      return view.newest.contains { folders.contains(Int(view.columns.folder[Int($0)])) }
    }
    return answer ?? true
  }

  /// Two rooms that notice the same change wait for each other while one of them reads a file or two: that is not worth
  /// a notice.
  private static let quietWaitInMilliseconds: UInt64 = 300

  /// Waits until no other process works on the index.
  private func waitForTurn(
    _ patience: UpdatePatience, _ observer: @Sendable (LibraryUpdate) -> Void
  ) throws(LibraryError) {
    var seen: IndexLock.Report?
    let start = MonotonicClock.nowInMilliseconds
    var since = start
    while true {
      let database = database
      let isOthers = location.sharing == .reader || (database.isReadOnly && location.sharing == .none)
      if isOthers || (database.isInMemory && !database.isStandIn) { return }
      // Someone may have deleted the whole cache.
      if !database.isInPlace || location.sharing == .maker { try? location.make() }
      switch indexLock.acquire() {
      case .acquired: return
      case .impossible(let code):
        try goOnInMemory(in: database, reason: .unwritable(path: location.folder ?? "", errno: code))
        return
      case .busy: break
      }
      let note = indexLock.othersReport()
      if case .none = patience { throw .indexBusy(process: note?.process) }
      let now = MonotonicClock.nowInMilliseconds
      if now - start >= Self.quietWaitInMilliseconds { board.post(.anotherProcessIsIndexing) }
      if note != seen { (seen, since) = (note, now) }
      if now - since > UInt64(configuration.patienceWithStalledUpdatesInSeconds) * 1_000 {
        let error = LibraryError.indexBusy(process: note?.process)
        guard case .thenInMemory = patience else { throw error }
        try goOnInMemory(in: database, reason: error)
        return
      }
      observer(.following(process: note?.process, note?.progress ?? indexProgress))
      usleep(100_000)
    }
  }

  // MARK: The update

  private func updateHolding(
    rebuilding: Bool, observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws(LibraryError) -> UpdateSummary {
    var attempts = 0
    while true {
      let database = try usableDatabase()
      do {
        try examineCrashSuspects(in: database)
        let summary = try attempt(on: database, rebuilding: rebuilding, observer: observer)
        forgetLeftovers()
        return summary
      } catch {
        attempts += 1
        // `usableDatabase` repairs faults of the database; in memory there is no other.
        guard database.recordFault(error), !database.isInMemory, attempts <= Self.largestRemakeCount + 2 else {
          throw LibraryError(error)
        }
      }
    }
  }

  private func attempt(
    on database: IndexDatabase, rebuilding: Bool, observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws -> UpdateSummary {
    switch location.sharing {
    case .reader: return summaryOfOthersIndex()
    case .maker where database.isReadOnly || database.isStandIn:
      return try updateForOthers(database, rebuilding: rebuilding, observer)
    case .maker, .none: break
    }
    let view = try database.view()
    if database.isReadOnly {
      if !rebuilding, let summary = try updater(of: database, observer).unchanged() { return summary }
      // The read-only index is out of date.
      let fresh = try IndexDatabase.inMemory(location, after: view.generation)
      replaceDatabase(with: fresh)
      return try updater(of: fresh, observer).run()
    }
    if database.isInMemory {
      return try updater(of: database, observer).run()
    }
    location.removeDatabases(but: database.number)
    if rebuilding {
      return roots.whole.cover(location)
        ? try rebuildBeside(database, view, observer) : try updater(of: database, rereads: true, observer).run()
    }
    // Numbers of deleted articles cost space and time: once there are more of them than of articles, the index is
    // rebuilt.
    if view.columns.capacity > 2 * view.newest.count + 10_000 {
      do throws(LibraryError) {
        return try rebuildBeside(database, view, observer)
      } catch {
        // No space for two indexes: the fragmented one still works.
      }
    }
    return try updater(of: database, observer).run()
  }

  /// Makes a complete new index and only then lets it answer.
  private func rebuildBeside(
    _ database: IndexDatabase, _ view: IndexView, _ observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws(LibraryError) -> UpdateSummary {
    do {
      let fresh = try IndexDatabase.makeBeside(in: location, after: view.generation)
      do {
        // Everything that the old one contains, even if only a part of it was opened.
        let whole = try ArchiveRoots(paths: location.roots)
        let summary = try updater(of: fresh, roots: whole, observer).run()
        try location.makeCurrent(fresh.number)
        replaceDatabase(with: fresh)
        location.removeDatabases(but: fresh.number)
        return summary
      } catch {
        location.removeDatabase(fresh.number)
        throw error
      }
    } catch {
      // Never a fault of the database that answers.
      throw LibraryError(error)
    }
  }

  func updater(
    of database: IndexDatabase, roots: ArchiveRoots? = nil, rereads: Bool = false,
    _ observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) -> LibraryUpdater {
    LibraryUpdater(
      database: database, roots: roots ?? self.roots.whole, names: names, sources: sources,
      configuration: configuration, journal: journal,
      showsHeadsFirst: updating.withLock { $0.follower != nil }, rereads: rereads,
      crashingFiles: crashSuspects.withLock { $0.crashing },
      scanEnded: { [self] in scanEnded(began: $0, $1) },
      carryOver: { [self] in carryOver($0) },
      observer: observer)
  }

  // MARK: Repair

  /// The index, or a new one if it is unusable. The caller holds the lock.
  private func usableDatabase() throws(LibraryError) -> IndexDatabase {
    let database = database
    if location.sharing == .none,
      database.isStandIn || database.isForOneAnswer || (!database.isReadOnly && !database.isInPlace)
    {
      // Another process was repairing it; it cannot be read while it is written; or its files were deleted.
      let fresh = try IndexDatabase.open(location, lock: indexLock, notices: board)
      replaceDatabase(with: fresh)
      return fresh
    }
    switch database.fault {
    case nil: return database
    case .unreachable(let fault): return try goOnInMemory(in: database, reason: .indexUnusable(fault))
    case .damaged(let fault):
      if location.sharing == .maker {
        // The next update begins with nothing; the damaged one is deleted when the new one becomes current.
        board.post(.indexRebuilt(fault))
        let fresh = try IndexDatabase.inMemory(location, isStandIn: true)
        replaceDatabase(with: fresh)
        return fresh
      }
      if database.isReadOnly { return try goOnInMemory(in: database, reason: .indexUnusable(fault)) }
      board.post(.indexRebuilt(fault))
      let isHopeless = updating.withLock { state in
        state.remakeCount += 1
        return state.remakeCount > Self.largestRemakeCount
      }
      if isHopeless || database.isInMemory { return try goOnInMemory(in: database, reason: .indexUnusable(fault)) }
      do throws(LibraryError) {
        let fresh = try IndexDatabase.make(location)
        replaceDatabase(with: fresh)
        return fresh
      } catch {
        return try goOnInMemory(in: database, reason: error)
      }
    }
  }

  /// Begins an index in memory instead of one that cannot be kept.
  @discardableResult
  private func goOnInMemory(in database: IndexDatabase, reason: LibraryError) throws(LibraryError) -> IndexDatabase {
    board.post(.indexNotKept(path: location.folder ?? "", reason: reason))
    let view = try? database.view()
    let fresh = try IndexDatabase.inMemory(location, after: view?.generation)
    // An incomplete index is of no use to anybody, and the disk may need the room for the reader's data.
    let wasFinished = (try? database.writer.read(IndexSnapshot.isThere)) ?? false
    let isUsable = wasFinished && view.map { $0.hasTextOfItsArticles && !$0.newest.isEmpty } ?? false
    if !isUsable, !database.isReadOnly, !database.isInMemory, indexLock.isHeld {
      location.removeDatabase(database.number)
    }
    replaceDatabase(with: fresh)
    return fresh
  }
}

extension IndexLock.Report {
  /// The progress of the other process.
  fileprivate var progress: Progress? {
    switch update {
    case .scanning(let count)?: Progress(done: count, total: 0)
    case .heads(let progress)?, .bodies(let progress)?: progress
    default: nil
    }
  }
}
