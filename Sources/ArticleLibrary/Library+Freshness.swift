import GRDB
import Glibc
import Synchronization
import Text

/// Answering from the index without checking every file.
extension Library {
  /// For how many minutes a scan is recent enough for `isUpToDate`.
  public static var scanLifetimeInMinutes: Int { Int(ScanRecord.lifetimeInSeconds / 60) }

  /// Whether the index is complete, nobody is updating it, and its archives were checked recently and show no change
  /// since: every folder has the same names in it, and no container and no branch has changed.
  ///
  /// Files that were written in place since then are not noticed: see `changes(in:_:)`.
  public var isUpToDate: Bool {
    let database = database
    guard let folder = location.folder, location.sharing != .reader, !database.isInMemory, database.fault == nil,
      crashSuspects.withLock({ $0.unexamined.isEmpty && $0.crashing.isEmpty && $0.leftovers.isEmpty }),
      let record = ScanRecord.read(in: folder), record.number == database.number,
      record.isCurrent(at: Int64(time(nil))), record.links == configuration.followedLinks,
      record.covers(roots.whole.roots.map(\.real)), !indexLock.isBusy,
      let view = try? view(), record.epoch == view.epoch, record.generation == view.generation, view.isComplete,
      (try? IdentitySettlement(names: names, location: location).areSettled(in: database)) == true,
      // The reason why a container shows no article is found by an update.
      roots.roots.allSatisfy({ !$0.isSource || hasArticles(in: $0) })
    else { return false }
    return record.stamps.allSatisfy(\.isUnchanged)
  }

  /// Whether this process has checked all files of the archives.
  public var hasScanned: Bool { scan != nil }

  /// Keeps the result of an update's scan, unless a part of the archives could not be scanned. The caller holds the
  /// index's lock.
  func recordScan(_ summary: UpdateSummary) {
    let database = database
    guard let folder = location.folder, location.sharing != .reader, !database.isInMemory, let scan,
      let view = try? database.view()
    else { return }
    let paths = roots.whole.roots.map(\.real)
    let isComplete =
      scan.stamps != nil && view.isComplete && !hasUnreadableSources.load(ordering: .relaxed)
      && !summary.skipped.contains { $0.reason.isTemporary && paths.contains($0.path.text) }
    guard isComplete, let stamps = scan.stamps else { return ScanRecord.remove(in: folder) }
    let record = ScanRecord(
      number: database.number, epoch: view.epoch, generation: view.generation, links: configuration.followedLinks,
      began: Int64(scan.began.tv_sec), roots: paths, stamps: Array(stamps.prefix(ScanRecord.mostStamps)))
    // A scan of a part does not replace what is known about the whole.
    if let former = ScanRecord.read(in: folder), !record.covers(former.roots), former.number == record.number,
      former.epoch == record.epoch, former.generation == record.generation, former.isCurrent(at: record.began),
      former.stamps.allSatisfy(\.isUnchanged)
    {
      return
    }
    record.write(in: folder)
  }

  /// The articles of a part of a list whose files are gone, or differ from the index.
  public struct Changes: Sendable, Equatable {
    /// Articles whose file or container no longer exists.
    public var gone: Set<ArticleID> = []
    /// Articles whose file or container differs from the one that was indexed.
    public var changed: Set<ArticleID> = []

    /// Whether the index is correct for the part that was checked.
    public var isEmpty: Bool { gone.isEmpty && changed.isEmpty }
  }

  /// Checks the files of a part of a list.
  ///
  /// - Complexity: A `stat` for each article that is a separate file, and one for each container.
  public func changes(in list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> Changes {
    try read { db in
      var changes = Changes()
      var folders: [Int64: (path: DumpPath, hash: StableHash)] = [:]
      var containers: [Int64: FileSight] = [:]
      let sql = """
        SELECT a.folder, a.name, a.signature, a.container, f.path FROM articles a JOIN folders f ON f.id = a.folder
        WHERE a.id = ? AND a.flags & 1
        """
      let statement = try RawStatement(db, sql)
      for position in positions.clamped(to: 0..<list.count) {
        let id = list[position]
        var sight = FileSight.gone
        var container: Int64 = 0
        try statement.forEach(Int64(id.rawValue)) { row in
          container = row.integer(3)
          guard container == 0 else { return }
          let number = row.integer(0)
          if folders[number] == nil {
            let path = DumpPath(bytes: row.blob(4))
            folders[number] = (path, ArchiveScanner.pathHash(path))
          }
          guard let folder = folders[number] else { return }
          sight = Self.sight(of: row.blob(1), in: folder.path, folder.hash, UInt64(bitPattern: row.integer(2)))
        }
        if container != 0 {
          if containers[container] == nil { containers[container] = try Self.sight(ofContainer: container, db) }
          sight = containers[container] ?? .gone
        }
        switch sight {
        case .same: break
        case .changed: changes.changed.insert(id)
        case .gone: changes.gone.insert(id)
        }
      }
      return changes
    }
  }

  private enum FileSight { case same, changed, gone }

  private static func sight(
    of name: [UInt8], in folder: DumpPath, _ folderHash: StableHash, _ signature: UInt64
  ) -> FileSight {
    var status = stat()
    guard folder.appending(name).withCString({ stat($0, &status) }) == 0 else { return .gone }
    return ArchiveScanner.Lister.signature(folderHash, name, status) == signature ? .same : .changed
  }

  /// A repository has no signature: its branches are among the record's stamps.
  private static func sight(ofContainer number: Int64, _ db: Database) throws -> FileSight {
    var sight = FileSight.gone
    try RawStatement(db, "SELECT path, signature FROM containers WHERE id = ?").forEach(number) { row in
      let signature = UInt64(bitPattern: row.integer(1))
      let path = DumpPath(bytes: row.blob(0))
      let name = Array(path.name)
      sight =
        signature == 0
        ? .same : Self.sight(of: name, in: path.folder, ArchiveScanner.pathHash(path.folder), signature)
    }
    return sight
  }
}
