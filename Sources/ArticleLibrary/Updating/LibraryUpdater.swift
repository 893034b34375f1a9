import ArchiveSources
import GRDB
import Glibc
import Synchronization
import Text

/// Updates an index: lists the archives, and reads new files, the newest first. Where somebody is waiting for rows, their
/// heads are read first, and then their bodies; otherwise each file is read once.
///
/// Every step is a separate transaction, so the process may die at any moment: the next update continues where this one
/// ended.
final class LibraryUpdater: Sendable {
  let database: IndexDatabase
  let roots: ArchiveRoots
  let names: ArchiveNames
  let sources: OpenSources
  let configuration: LibraryConfiguration
  let observer: @Sendable (LibraryUpdate) -> Void
  /// Records what is being parsed.
  let journal: ParsingJournal
  /// Whether rows should appear before the texts have been read.
  private let showsHeadsFirst: Bool
  /// Whether files that have not changed are read again.
  private let rereads: Bool
  /// Files that end the process that parses them.
  let crashingFiles: Set<DumpPath>
  private let reports = ReportPace(nanosecondsBetween: 100_000_000)
  private let replaced = Mutex<Set<DumpPath>>([])
  private let gone = Mutex<[Moves.Gone]>([])
  /// Receives the files that were found under another path.
  private let carryOver: @Sendable (Moves) -> Void

  /// The files of this update that were in the index in an earlier state: their lines were counted then.
  var replacedFiles: Set<DumpPath> { replaced.withLock { $0 } }

  /// Receives what a scan has found to watch.
  private let scanEnded: @Sendable (_ began: timespec, _ watched: ArchiveScan.Watched) -> Void

  init(
    database: IndexDatabase, roots: ArchiveRoots, names: ArchiveNames, sources: OpenSources,
    configuration: LibraryConfiguration, journal: ParsingJournal, showsHeadsFirst: Bool, rereads: Bool,
    crashingFiles: Set<DumpPath>,
    scanEnded: @escaping @Sendable (_ began: timespec, _ watched: ArchiveScan.Watched) -> Void,
    carryOver: @escaping @Sendable (Moves) -> Void, observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) {
    self.scanEnded = scanEnded
    self.carryOver = carryOver
    self.sources = sources
    self.journal = journal
    self.showsHeadsFirst = showsHeadsFirst
    self.rereads = rereads
    self.crashingFiles = crashingFiles
    self.database = database
    self.roots = roots
    self.names = names
    self.configuration = configuration
    self.observer = observer
  }

  /// The index with what has been written so far.
  func refresh() throws -> IndexView { try database.view() }

  func run() throws -> UpdateSummary {
    let start = MonotonicClock.nowInNanoseconds
    var summary = try list()
    try indexBodies()
    try reparseMarked()
    try finish()
    let gone = gone.withLock { $0 }
    if !gone.isEmpty { carryOver(Moves(gone: gone)) }
    summary.articleCount = try scopedCount()
    summary.seconds = Double(MonotonicClock.nowInNanoseconds - start) / 1e9
    return summary
  }

  // MARK: Listing

  private func loadIndexedFiles(_ view: IndexView) throws -> IndexedFiles {
    try database.writer.read { db in
      var indexed = IndexedFiles()
      var containers: [Int64: IndexedContainer] = [:]
      var paths: [(path: DumpPath, number: Int64)] = []
      try RawStatement(db, "SELECT id, path, signature, version FROM containers").forEach { row in
        let number = row.integer(0)
        let version = row.blob(3)
        containers[number] = IndexedContainer(
          number: number, signature: UInt64(bitPattern: row.integer(2)),
          version: version.isEmpty ? nil : SourceVersion(bytes: version))
        paths.append((DumpPath(bytes: row.blob(1)), number))
      }
      var files: [(signature: UInt64, number: Int32)] = []
      files.reserveCapacity(view.newest.count)
      try RawStatement(
        db,
        "SELECT id, signature, container FROM articles WHERE flags & 1 AND id BETWEEN 1 AND \(IndexView.largestNumber)"
      ).forEach { row in
        let number = Int32(truncatingIfNeeded: row.integer(0))
        files.append((UInt64(bitPattern: row.integer(1)), number))
        if row.integer(2) != 0 { containers[row.integer(2)]?.entries.append(number) }
      }
      var number = (files.map { Int($0.number) }.max() ?? 0) + 1
      indexed.firstSkipped = number
      let sql = """
        SELECT p.signature, f.path, p.name, p.reason, p.container FROM passed_over p JOIN folders f ON f.id = p.folder
        """
      try RawStatement(db, sql).forEach { row in
        guard let reason = SkipReason(storedName: row.text(3) ?? "") else { return }
        let signature = UInt64(bitPattern: row.integer(0))
        files.append((signature, Int32(number)))
        let path = DumpPath(bytes: row.blob(1)).appending(row.blob(2))
        indexed.skipped.append(
          IndexedFiles.Skipped(
            number: number, signature: signature, container: row.integer(4),
            file: SkippedFile(path: path, reason: reason)))
        if row.integer(4) != 0 { containers[row.integer(4)]?.entries.append(Int32(number)) }
        number += 1
      }
      indexed.capacity = number
      for (path, number) in paths { indexed.containers[path] = containers[number] }
      if rereads { try forgetContent(of: &indexed, &files, db) }
      indexed.files = SignatureTable(files)
      indexed.pathHashes = { [database] container in (try? Self.pathHashes(ofContainer: container, database)) ?? [] }
      return indexed
    }
  }

  /// Makes everything in scope look changed, so that it is read again.
  private func forgetContent(
    of indexed: inout IndexedFiles, _ files: inout [(signature: UInt64, number: Int32)], _ db: Database
  ) throws {
    var forgotten = BitSet(capacity: indexed.capacity)
    let sql = "SELECT a.id, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1"
    try RawStatement(db, sql).forEach { row in
      if isInScope(DumpPath(bytes: row.blob(1)).appending(row.blob(2))) { forgotten.insert(Int(row.integer(0))) }
    }
    for entry in indexed.skipped where isInScope(entry.file.path) { forgotten.insert(entry.number) }
    files.removeAll { forgotten.contains(Int($0.number)) }
    for path in indexed.containers.keys where isInScope(path) {
      indexed.containers[path]?.signature = 0
      indexed.containers[path]?.version = nil
    }
  }

  private static func pathHashes(
    ofContainer container: Int64, _ database: IndexDatabase
  ) throws -> [(number: Int32, hash: UInt64)] {
    try database.writer.read { db in
      var folders: [Int64: StableHash] = [:]
      try RawStatement(db, "SELECT id, path FROM folders").forEach { row in
        folders[row.integer(0)] = ArchiveScanner.pathHash(DumpPath(bytes: row.blob(1)))
      }
      var hashes: [(number: Int32, hash: UInt64)] = []
      let sql = "SELECT id, folder, name FROM articles WHERE container = ? AND flags & 1"
      try RawStatement(db, sql).forEach(container) { row in
        guard var hash = folders[row.integer(1)] else { return }
        hash.combine(row.blob(2))
        hashes.append((Int32(truncatingIfNeeded: row.integer(0)), hash.value))
      }
      return hashes
    }
  }

  /// Checks whether the index is up to date, and changes nothing: `nil` if it is not.
  func unchanged() throws -> UpdateSummary? {
    let start = MonotonicClock.nowInNanoseconds
    let view = try refresh()
    guard view.hasAllText else { return nil }
    let indexed = try loadIndexedFiles(view)
    let scanner = ArchiveScanner(
      indexed: indexed, sources: sources, links: configuration.followedLinks
    ) { _, _ in }
    let result = scan(by: scanner)
    guard result.found.isEmpty, try goneArticles(view, seen: result.seen, lost: []).numbers.isEmpty else {
      return nil
    }
    var summary = UpdateSummary()
    summary.articleCount = try scopedCount()
    summary.unchanged = summary.articleCount
    summary.skipped = result.skipped + indexed.skippedFiles(among: result.seen)
    summary.seconds = Double(MonotonicClock.nowInNanoseconds - start) / 1e9
    return summary
  }

  private func scan(by scanner: ArchiveScanner) -> ArchiveScanner.Result {
    let result = scanner.scan(roots.roots.map { DumpPath($0.real) }, threadCount: max(4, configuration.threadCount))
    scanEnded(scanner.began, scanner.watched)
    return result
  }

  /// Brings the list of articles up to date with the archives: removes those that are gone, and adds those that are new.
  private func list() throws -> UpdateSummary {
    let view = try refresh()
    let indexed = try loadIndexedFiles(view)
    let files = NewFiles(updater: self)
    observer(.scanning(filesFound: 0))
    let scanner = scanner(for: files, besides: indexed)
    files.scanner.withLock { $0 = scanner }
    // The scanner passes files on to `files`: each keeps the other, and with them the whole library.
    defer { files.scanner.withLock { $0 = nil } }
    var result = scan(by: scanner)
    if let error = files.error { throw error }

    // A root that cannot be entered (a disk that is not mounted) removes nothing from the index.
    let lost = Set(
      result.skipped.filter { entry in roots.roots.contains { DumpPath($0.real) == entry.path } }.map(\.path))
    let gone = try removeGone(view, indexed, seen: result.seen, lost: lost)
    let goneFiles = Set(gone.map(\.path))
    let folders = scanner.folders
    let replacedCount =
      goneFiles.isEmpty ? 0 : result.found.count { goneFiles.contains(folders[Int($0.folder)].appending($0.name)) }
    // There may be a million, so there is a single list of them, which is consumed.
    let found = result.found
    result.found = []
    let added = try add(consume found, by: files)
    self.gone.withLock { $0 = gone }
    let containers = scanner.containers
    // Before the container is recorded as known, since its renames are reported only once.
    let renamed = containers.flatMap(\.renamed)
    if !renamed.isEmpty { carryOver(Moves(renamed: renamed)) }
    try record(containers, indexed, incomplete: added.incompleteContainers, lost: lost)

    let stillSkipped = indexed.skippedFiles(among: result.seen)
    var summary = UpdateSummary()
    summary.unchanged = result.seen.count - stillSkipped.count
    summary.changed = min(replacedCount, added.count)
    summary.added = added.count - summary.changed
    summary.removed = gone.count - summary.changed
    summary.skipped = result.skipped + added.skipped + stillSkipped
    return summary
  }

  /// A scanner that passes the first files of an unknown library on while it is still listing, for the first rows.
  private func scanner(for files: NewFiles, besides indexed: IndexedFiles) -> ArchiveScanner {
    let isNew = indexed.files.count == 0
    return ArchiveScanner(
      indexed: indexed, sources: sources, links: configuration.followedLinks
    ) {
      [self] found, total in
      if isNew, showsHeadsFirst, files.wantsMore, !found.isEmpty { files.addEarly(found) }
      if isTimeToReport() { observer(.scanning(filesFound: total)) }
    }
  }

  /// Removes articles whose files a scan did not see, and reasons why other files were skipped.
  ///
  /// - Returns: The files of these articles.
  private func removeGone(
    _ view: IndexView, _ indexed: IndexedFiles, seen: BitSet, lost: Set<DumpPath>
  ) throws -> [Moves.Gone] {
    let gone = try goneArticles(view, seen: seen, lost: lost)
    let goneFiles = Set(gone.files.map(\.path))
    replaced.withLock { $0 = goneFiles }
    let forgotten = indexed.skipped.filter { !seen.contains($0.number) && isInScope($0.file.path) }
    try IndexWriter(database, names: names).remove(gone.numbers, skippedSignatures: forgotten.map(\.signature))
    return gone.files
  }

  /// Adds the files that a scan found, the newest first, except those that were added while it was running.
  private func add(_ found: consuming [FoundFile], by files: NewFiles) throws -> NewFiles.Added {
    let total = found.count
    let early = files.taken
    if !early.isEmpty { found.removeAll { early.contains($0.signature) } }
    found.sort { $0.modified < $1.modified }
    let expectedCount = showsHeadsFirst ? 0 : found.count
    if try refresh().expectedCount != expectedCount {
      try IndexWriter(database, names: names).expect(expectedCount)
    }
    return try showsHeadsFirst ? files.addHeads(consume found, total: total) : files.addWhole(consume found)
  }

  private func isInScope(_ file: DumpPath) -> Bool {
    roots.contains(folder: file.folder) || roots.roots.contains { DumpPath($0.real) == file }
  }

  /// Records which containers match the index now.
  ///
  /// - Parameter incomplete: Positions of containers with entries that could not be read and are to be tried again.
  private func record(
    _ containers: [ScannedContainer], _ indexed: IndexedFiles, incomplete: Set<Int32>, lost: Set<DumpPath>
  ) throws {
    var current: [ScannedContainer] = []
    for (position, container) in containers.enumerated() where !incomplete.contains(Int32(position)) {
      let former = indexed.containers[container.path]
      if container.version != nil,
        container.version != former?.version || container.signature != former?.signature
          || !container.locators.isEmpty
      {
        current.append(container)
      }
    }
    let met = Set(containers.map(\.path))
    let gone = indexed.containers.filter { path, _ in
      !met.contains(path) && isInScope(path) && !lost.contains { path.bytes.starts(with: $0.bytes) }
    }
    try IndexWriter(database, names: names).record(current, gone: gone.values.map(\.number))
  }

  private func goneArticles(
    _ view: IndexView, seen: BitSet, lost: Set<DumpPath>
  ) throws -> (numbers: [Int], files: [Moves.Gone]) {
    let missing = view.newest.filter { !seen.contains(Int($0)) }
    guard !missing.isEmpty else { return ([], []) }
    return try database.writer.read { db in
      var numbers: [Int] = []
      var files: [Moves.Gone] = []
      let statement = try RawStatement(
        db,
        """
        SELECT f.path, a.name, a.dump, a.key <> a.address FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ?
        """)
      for number in missing {
        try statement.forEach(Int64(number)) { row in
          let file = DumpPath(bytes: row.blob(0)).appending(row.blob(1))
          let isLost = lost.contains { file.bytes.starts(with: $0.bytes) }
          if isInScope(file), !isLost {
            numbers.append(Int(number))
            files.append(
              Moves.Gone(
                path: file, dump: UInt64(bitPattern: row.integer(2)), isNamedByPlace: row.integer(3) != 0))
          }
        }
      }
      return (numbers, files)
    }
  }

  private func scopedCount() throws -> Int {
    let view = try refresh()
    guard !roots.cover(database.location) else { return view.newest.count }
    let folders = try database.writer.read { try ScopeFilter.folders(roots, $0) }
    return view.newest.count { folders.contains(Int(view.columns.folder[Int($0)])) }
  }

  // MARK: Finishing

  private func finish() throws {
    var view = try refresh()
    let isCurrent = try database.writer.read { db in
      try IndexSnapshot.entry("stories", generation: view.generation, db) != nil
    }
    let identities = IdentitySettlement(names: names, location: database.location)
    guard try !isCurrent || !identities.areSettled(in: database) else { return }
    if try identities.settle(in: database) { view = try refresh() }
    try IndexSnapshot.write(view, to: database)
    try? database.giveBackFreePages()
    // The log of an update can be as large as the index; if another process is reading, it stays until the next time.
    try? database.writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  // MARK: Reporting

  /// At most about ten times a second.
  func isTimeToReport() -> Bool { reports.isDue(at: MonotonicClock.nowInNanoseconds) }
}
