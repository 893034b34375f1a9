import Glibc
import Synchronization

extension Library {
  /// The content of another person's index. Their archives are not scanned: updating the index is up to its owner.
  func summaryOfOthersIndex() -> UpdateSummary {
    let database = database
    var summary = UpdateSummary()
    summary.articleCount = articleCount
    summary.unchanged = summary.articleCount
    let former = othersIndex.withLock { known in
      defer { known = (database.number, summary.articleCount) }
      return known
    }
    if let former, former.number != database.number {
      summary.added = max(0, summary.articleCount - former.count)
      summary.removed = max(0, former.count - summary.articleCount)
      summary.changed = summary.added + summary.removed == 0 ? 1 : 0
    }
    var began = timespec()
    clock_gettime(CLOCK_REALTIME, &began)
    if let folder = location.folder {
      let watched = ArchiveScan.Watched(folders: [
        ArchiveScan.Folder(path: DumpPath(folder), names: [Array("current".utf8)])
      ])
      lastScan.withLock { $0 = ArchiveScan(number: ($0?.number ?? 0) + 1, began: began, watched: watched) }
    }
    return summary
  }

  /// Makes the next index beside the one that others read, and makes it current when it is complete.
  func updateForOthers(
    _ database: IndexDatabase, rebuilding: Bool, _ observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws -> UpdateSummary {
    let former = database.isReadOnly ? database : nil
    let view = try former?.view()
    if let former, !rebuilding, crashSuspects.withLock({ $0.crashing.isEmpty }),
      let summary = try updater(of: former, observer).unchanged()
    {
      return summary
    }
    location.removeDatabases(but: former?.number ?? location.currentNumber)
    let isWorn = view.map { $0.columns.capacity > 2 * $0.newest.count + 10_000 } ?? false
    let isForAll = isWorn || rebuilding && roots.whole.cover(location)
    let fresh: IndexDatabase
    if let former, !isForAll {
      fresh = try IndexDatabase.makeCopy(of: former)
    } else {
      fresh = try IndexDatabase.makeBeside(in: location, after: view?.generation)
    }
    do {
      try examineCrashSuspects(in: fresh)
      // A first one is visible as it grows, a later one when it is complete.
      if former == nil { replaceDatabase(with: fresh) }
      let whole = try isForAll ? ArchiveRoots(paths: location.roots) : nil
      let summary = try updater(of: fresh, roots: whole, rereads: rebuilding && !isForAll, observer).run()
      try fresh.finishForReaders()
      try location.makeCurrent(fresh.number)
      if let published = IndexDatabase.readOnly(location) { replaceDatabase(with: published) }
      location.removeDatabases(but: fresh.number)
      return summary
    } catch {
      location.removeDatabase(fresh.number)
      if former == nil { replaceDatabase(with: try IndexDatabase.inMemory(location, isStandIn: true)) }
      throw LibraryError(error)
    }
  }
}
