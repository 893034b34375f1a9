import Glibc
import Synchronization

/// An index in a shared place: one person makes it, others read it without any right to write.
///
/// A database that counts there is never written again: SQLite may read it as one that cannot change (`immutable=1`),
/// which needs neither locks nor files beside it. An update works on a copy and lets that count when it is whole, by
/// renaming one small file (`IndexLocation.makeCurrent`); whoever has the former one open reads on in it, and takes the
/// new one with the next look. What the maker's process left half is not the one that counts.
///
/// The folder of an index belongs to its maker, and nobody else writes or deletes in it. It is named after the version
/// of the tables too, so that older and newer programs have one each.
enum IndexSharing: Sendable, Hashable {
  /// The index is this person's alone.
  case none
  case maker
  case reader

  /// Where in a shared place the indexes of this version are.
  static func directory(in shared: String) -> String { shared + "/v\(IndexSchema.version)" }
}

extension IndexLocation {
  /// Chooses the shared index for these paths where there is one or this person can make it; else their own.
  static func choose(realPaths: [String], cacheDirectory: String?, sharedDirectory: String?) -> IndexLocation {
    let own = choose(realPaths: realPaths, cacheDirectory: cacheDirectory)
    guard let sharedDirectory else { return own }
    var shared = choose(realPaths: realPaths, cacheDirectory: IndexSharing.directory(in: sharedDirectory))
    guard let folder = shared.folder else { return own }
    shared.sharing = canBeMade(folder) ? .maker : .reader
    if shared.sharing == .maker { return shared }
    return IndexDatabase.readOnly(shared) == nil ? own : shared
  }

  /// Whether the folder is this person's, or can be made.
  private static func canBeMade(_ folder: String) -> Bool {
    var path = folder
    var status = stat()
    while stat(path, &status) != 0 {
      guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
      path = String(path[..<slash])
    }
    return (path != folder || status.st_uid == geteuid()) && access(path, W_OK | X_OK) == 0
  }
}

extension Library {
  /// What another person's index holds. Their archives are not looked through: the index is theirs to bring up to date.
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
      let watched = Look.Watched(folders: [Look.Folder(path: DumpPath(folder), names: [Array("current".utf8)])])
      lastLook.withLock { $0 = Look(number: ($0?.number ?? 0) + 1, began: began, watched: watched) }
    }
    return summary
  }

  /// Makes the next index beside the one that others read, and lets it count when it is whole.
  func updateForOthers(
    _ database: IndexDatabase, rebuilding: Bool, _ observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) throws -> UpdateSummary? {
    let former = database.isReadOnly ? database : nil
    let view = try former?.view()
    if let former, !rebuilding, suspects.withLock({ $0.condemned.isEmpty }),
      let summary = try updater(of: former, observer).unchanged()
    {
      return summary
    }
    if isUpdateStopped { return nil }
    location.removeDatabases(but: former?.number ?? location.currentNumber)
    let isWorn = view.map { $0.columns.capacity > 2 * $0.newest.count + 10_000 } ?? false
    let fresh: IndexDatabase
    if let former, !rebuilding, !isWorn {
      fresh = try IndexDatabase.makeCopy(of: former)
    } else {
      fresh = try IndexDatabase.makeBeside(in: location, after: view?.generation)
    }
    do {
      try settleSuspects(in: fresh)
      // The first one is seen as it grows; a later one when it is whole.
      if former == nil { replaceDatabase(with: fresh) }
      let whole = try rebuilding || isWorn ? ArchiveRoots(paths: location.roots) : nil
      guard let summary = try updater(of: fresh, roots: whole, observer).run() else {
        location.removeDatabase(fresh.number)
        return nil
      }
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
