import ArticleDump
import Foundation
import GRDB
import Glibc
import Synchronization

/// Brings an index up to date: lists the archives, reads heads of what is new, then bodies, the newest first.
///
/// Every step is a transaction of its own, so that the process may die at any moment: the next update goes on where
/// the index stands.
final class LibraryUpdater: Sendable {
  private let database: IndexDatabase
  private let roots: ArchiveRoots
  private let configuration: LibraryConfiguration
  private let observer: @Sendable (LibraryUpdate) -> Void
  private let isStopped: @Sendable () -> Bool
  /// Called after each transaction, gives the view that has it.
  private let refresh: @Sendable () throws -> IndexView
  private let lastReport = Mutex<UInt64>(0)

  init(
    database: IndexDatabase, roots: ArchiveRoots, configuration: LibraryConfiguration,
    isStopped: @escaping @Sendable () -> Bool, refresh: @escaping @Sendable () throws -> IndexView,
    observer: @escaping @Sendable (LibraryUpdate) -> Void
  ) {
    self.database = database
    self.roots = roots
    self.configuration = configuration
    self.isStopped = isStopped
    self.refresh = refresh
    self.observer = observer
  }

  private struct Stopped: Error {}

  /// - Returns: `nil` when it was stopped.
  func run() throws -> UpdateSummary? {
    let start = Self.now()
    do {
      var summary = try list()
      try indexBodies()
      try finish()
      summary.articleCount = try scopedCount()
      summary.seconds = Double(Self.now() - start) / 1e9
      return summary
    } catch is Stopped {
      return nil
    }
  }

  // MARK: Listing

  private struct Known {
    var files: KnownFiles
    var capacity: Int
    var passedOver: [(number: Int, signature: UInt64, file: PassedOverFile)]
  }

  private func loadKnown(_ view: IndexView) throws -> Known {
    try database.writer.read { db in
      var files: [(signature: UInt64, number: Int32)] = []
      files.reserveCapacity(view.newest.count)
      try RawStatement(db, "SELECT id, signature FROM articles WHERE flags & 1").forEach { row in
        files.append((UInt64(bitPattern: row.integer(1)), Int32(truncatingIfNeeded: row.integer(0))))
      }
      var number = (files.map { Int($0.number) }.max() ?? 0) + 1
      var passedOver: [(number: Int, signature: UInt64, file: PassedOverFile)] = []
      let sql = """
        SELECT p.signature, f.path, p.name, p.reason FROM passed_over p JOIN folders f ON f.id = p.folder
        """
      try RawStatement(db, sql).forEach { row in
        guard let reason = PassOverReason(storedName: row.text(3) ?? "") else { return }
        let signature = UInt64(bitPattern: row.integer(0))
        files.append((signature, Int32(number)))
        let path = DumpPath(bytes: row.blob(1)).appending(row.blob(2))
        passedOver.append((number, signature, PassedOverFile(path: path, reason: reason)))
        number += 1
      }
      return Known(files: KnownFiles(files), capacity: number, passedOver: passedOver)
    }
  }

  /// Looks whether the index is true, and changes nothing: `nil` when it is not, or the look was stopped.
  func unchanged() throws -> UpdateSummary? {
    let start = Self.now()
    let view = try refresh()
    guard view.indexedCount == view.newest.count else { return nil }
    let known = try loadKnown(view)
    let scanner = ArchiveScanner(known: known.files, knownCapacity: known.capacity, isStopped: isStopped) { _, _ in }
    let result = scanner.scan(roots.roots.map { DumpPath($0.real) }, threadCount: max(4, configuration.threadCount))
    guard !isStopped(), result.found.isEmpty, try goneArticles(view, seen: result.seen, lost: []).numbers.isEmpty else {
      return nil
    }
    var summary = UpdateSummary()
    summary.articleCount = try scopedCount()
    summary.unchanged = summary.articleCount
    summary.passedOver =
      result.passedOver + known.passedOver.filter { result.seen.contains($0.number) }.map(\.file)
    summary.seconds = Double(Self.now() - start) / 1e9
    return summary
  }

  private func list() throws -> UpdateSummary {
    let view = try refresh()
    let known = try loadKnown(view)
    let heads = HeadStage(updater: self)
    let isNew = known.files.count == 0
    observer(.scanning(filesFound: 0))
    let scanner = ArchiveScanner(known: known.files, knownCapacity: known.capacity, isStopped: isStopped) {
      [self] found, total in
      // The first rows of an unknown library are made while the listing goes on.
      if isNew, heads.wantsMore, !found.isEmpty { heads.addEarly(found) }
      if isTimeToReport() { observer(.scanning(filesFound: total)) }
    }
    heads.scanner.withLock { $0 = scanner }
    var result = scanner.scan(roots.roots.map { DumpPath($0.real) }, threadCount: max(4, configuration.threadCount))
    try stopIfAsked()
    if let error = heads.error { throw error }

    // A root that cannot be entered (a disk that is not there) takes nothing out of the index.
    let lost = Set(
      result.passedOver.filter { entry in roots.roots.contains { DumpPath($0.real) == entry.path } }.map(\.path))
    let gone = try goneArticles(view, seen: result.seen, lost: lost)
    let goneFiles = Set(gone.files)
    let forgotten = known.passedOver.filter { !result.seen.contains($0.number) && isInScope($0.file.path) }
    try IndexWriter(database).remove(gone.numbers, passedOverSignatures: forgotten.map(\.signature))

    var summary = UpdateSummary()
    summary.unchanged = result.seen.count - known.passedOver.count { result.seen.contains($0.number) }
    let folders = scanner.folders
    let addedFiles =
      goneFiles.isEmpty ? 0 : result.found.count { goneFiles.contains(folders[Int($0.folder)].appending($0.name)) }
    // There may be a million: one list of them, which is used up.
    var found = result.found
    result.found = []
    let total = found.count
    let early = heads.taken
    if !early.isEmpty { found.removeAll { early.contains($0.signature) } }
    found.sort { $0.modified < $1.modified }
    let added = try heads.addAll(consume found, total: total)
    summary.changed = min(addedFiles, added.count)
    summary.added = added.count - summary.changed
    summary.removed = gone.numbers.count - summary.changed
    summary.passedOver =
      result.passedOver + added.passedOver
      + known.passedOver.filter { result.seen.contains($0.number) }.map(\.file)
    return summary
  }

  private func isInScope(_ file: DumpPath) -> Bool {
    let parent = DumpPath(bytes: Array(file.bytes.dropLast(file.name.count + 1)))
    return roots.contains(folder: parent) || roots.roots.contains { DumpPath($0.real) == file }
  }

  private func goneArticles(
    _ view: IndexView, seen: BitSet, lost: Set<DumpPath>
  ) throws -> (numbers: [Int], files: [DumpPath]) {
    let missing = view.newest.filter { !seen.contains(Int($0)) }
    guard !missing.isEmpty else { return ([], []) }
    return try database.writer.read { db in
      var numbers: [Int] = []
      var files: [DumpPath] = []
      let statement = try RawStatement(
        db, "SELECT f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ?")
      for number in missing {
        try statement.forEach(Int64(number)) { row in
          let file = DumpPath(bytes: row.blob(0)).appending(row.blob(1))
          let isLost = lost.contains { file.bytes.starts(with: $0.bytes) }
          if isInScope(file), !isLost {
            numbers.append(Int(number))
            files.append(file)
          }
        }
      }
      return (numbers, files)
    }
  }

  private func scopedCount() throws -> Int {
    let view = try refresh()
    guard !roots.cover(database.location) else { return view.newest.count }
    let folders = try ScopeFilter.folders(roots, database)
    return view.newest.count { folders.contains(Int(view.columns.folder[Int($0)])) }
  }

  // MARK: Heads

  /// Reads heads and adds them, some of them already while the listing goes on.
  private final class HeadStage: Sendable {
    struct Added {
      var count = 0
      var passedOver: [PassedOverFile] = []
    }
    private struct State {
      var taken: Set<UInt64> = []
      var added = Added()
      var isBusy = false
      var error: (any Error)?
    }
    private static let earlyLimit = 4_000

    let scanner = Mutex<ArchiveScanner?>(nil)
    private unowned let updater: LibraryUpdater
    private let state = Mutex(State())

    init(updater: LibraryUpdater) { self.updater = updater }

    var wantsMore: Bool { state.withLock { $0.taken.count < Self.earlyLimit && !$0.isBusy && $0.error == nil } }
    var taken: Set<UInt64> { state.withLock { $0.taken } }
    var error: (any Error)? { state.withLock { $0.error } }

    /// Called by the scanner's threads; one at a time does the work, the others go on listing.
    func addEarly(_ found: [FoundFile]) {
      let isMine = state.withLock { state in
        if state.isBusy { return false }
        state.isBusy = true
        return true
      }
      guard isMine else { return }
      do {
        let products = found.map(read)
        try write(products)
        let total = state.withLock { state in
          state.taken.formUnion(found.map(\.signature))
          return state.taken.count
        }
        _ = try updater.refresh()
        updater.observer(.heads(Progress(done: total, total: total)))
      } catch {
        state.withLock { $0.error = error }
      }
      state.withLock { $0.isBusy = false }
    }

    /// - Parameter found: The newest last.
    func addAll(_ found: consuming [FoundFile], total: Int) throws -> Added {
      var rate = RateMeter(total: total)
      rate.done = total - found.count
      let remaining = Mutex(found)
      try runPipeline(
        threadCount: max(4, updater.configuration.threadCount),
        nextBatch: { [updater] in
          if updater.isStopped() { return nil }
          return remaining.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let batch = Array(rest.suffix(2_000).reversed())
            rest.removeLast(batch.count)
            return batch
          }
        }, make: read
      ) { products in
        try write(products)
        rate.done += products.count
        if updater.isTimeToReport() || rate.done == total {
          _ = try updater.refresh()
          updater.observer(.heads(rate.progress))
        }
      }
      try updater.stopIfAsked()
      return state.withLock { $0.added }
    }

    private struct Product: Sendable {
      var folder: DumpPath
      var file: FoundFile
      var outcome: Result<ArticleRecord, PassReason>
    }
    private struct PassReason: Error { var reason: PassOverReason }

    private func read(_ file: FoundFile) -> Product {
      let folder = scanner.withLock { $0?.folder(Int(file.folder)) } ?? DumpPath("")
      let path = folder.appending(file.name)
      let content: DumpFile.Content
      do throws(LibraryError) {
        content = try DumpFile.read(path, atMost: DumpRecognition.headSizeInBytes)
      } catch {
        let reason: PassOverReason =
          switch error {
          case .unreadable(_, let code): code == ENOENT ? .vanished : .unreadable(errno: code)
          default: .notRegular
          }
        return Product(folder: folder, file: file, outcome: .failure(PassReason(reason: reason)))
      }
      let head = ArticleParser().head(from: content.bytes, path: path.display)
      if let reason = DumpRecognition.reasonToPassOver(name: file.name, bytes: content.bytes, dialect: head.dialect) {
        return Product(folder: folder, file: file, outcome: .failure(PassReason(reason: reason)))
      }
      return Product(folder: folder, file: file, outcome: .success(ArticleRecord(head, name: file.name)))
    }

    private func write(_ products: [Product]) throws {
      var heads: [IndexWriter.HeadEntry] = []
      var kept: [(folder: DumpPath, file: FoundFile, reason: PassOverReason)] = []
      var passedOver: [PassedOverFile] = []
      for product in products {
        switch product.outcome {
        case .success(let record):
          heads.append(IndexWriter.HeadEntry(folder: product.folder, file: product.file, record: record))
        case .failure(let failure):
          let path = product.folder.appending(product.file.name)
          passedOver.append(PassedOverFile(path: path, reason: failure.reason))
          if !failure.reason.isPassing { kept.append((product.folder, product.file, failure.reason)) }
        }
      }
      try IndexWriter(updater.database).add(heads, passedOver: kept)
      let (count, passed) = (heads.count, passedOver)
      state.withLock { state in
        state.added.count += count
        state.added.passedOver += passed
      }
    }
  }

  // MARK: Bodies

  private struct BodyTask: Sendable {
    var id: Int64
    var file: DumpPath
    var sizeInBytes: Int64
    var title: String
    var authors: String?
  }

  private func indexBodies() throws {
    let view = try refresh()
    let isInScope = try ScopeFilter(roots, database)
    let pending = view.newest.filter {
      !view.columns.flags[Int($0)].contains(.isIndexed) && isInScope.contains(view.columns.folder[Int($0)])
    }
    guard !pending.isEmpty else { return }
    var rate = RateMeter(total: pending.count)
    let rest = Mutex(pending[...])
    let writer = IndexWriter(database)
    let limit = configuration.largestDumpInBytes
    observer(.bodies(rate.progress))
    try runPipeline(
      threadCount: configuration.threadCount,
      nextBatch: { [self] in isStopped() ? nil : (try? nextBodies(rest)) ?? nil },
      make: { task in Self.readBody(task, limit: limit) }
    ) { entries in
      try writer.addBodies(entries)
      rate.done += entries.count
      if isTimeToReport() || rate.done == rate.total {
        _ = try refresh()
        observer(.bodies(rate.progress))
      }
    }
    try stopIfAsked()
  }

  /// The next articles, as many as make a transaction of well under a second, in the order of their numbers.
  private func nextBodies(_ rest: borrowing Mutex<ArraySlice<Int32>>) throws -> [BodyTask]? {
    let numbers = rest.withLock { Array($0.prefix(database.isInMemory ? 200 : 2_000)) }
    guard !numbers.isEmpty else { return nil }
    var tasks: [BodyTask] = []
    var size: Int64 = 0
    try database.writer.read { db in
      let statement = try RawStatement(
        db,
        """
        SELECT f.path, a.name, a.size, a.title, a.authors FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ?
        """)
      for number in numbers {
        try statement.forEach(Int64(number)) { row in
          let size = min(row.integer(2), Int64(configuration.largestDumpInBytes))
          tasks.append(
            BodyTask(
              id: Int64(number), file: DumpPath(bytes: row.blob(0)).appending(row.blob(1)), sizeInBytes: size,
              title: row.text(3) ?? "", authors: row.text(4)))
        }
      }
    }
    let count = tasks.firstIndex { task in
      size += task.sizeInBytes
      return size > 12 << 20
    }
    let taken = Array(tasks.prefix(max(1, count ?? tasks.count)))
    rest.withLock { rest in rest = rest.dropFirst(count == nil ? numbers.count : taken.count) }
    return taken.sorted { $0.id < $1.id }
  }

  private static func readBody(_ task: BodyTask, limit: Int) -> IndexWriter.BodyEntry {
    var entry = IndexWriter.BodyEntry(id: task.id, file: task.file)
    guard let content = try? DumpFile.read(task.file, atMost: limit) else { return entry }
    let article = ArticleParser().article(from: content.bytes, path: task.file.display)
    let record = ArticleRecord(article, name: Array(task.file.name), isCut: content.isCut)
    if record.title != task.title || record.authors != task.authors {
      entry.oldFields = TitleFields(task.title, task.authors)
    }
    entry.record = record
    return entry
  }

  // MARK: Finishing

  private func finish() throws {
    let view = try refresh()
    let isCurrent = try database.writer.read { db in
      try IndexSnapshot.entry("stories", generation: view.generation, db) != nil
    }
    guard !isCurrent else { return }
    try IndexSnapshot.write(view, to: database)
    try? database.giveBackFreePages()
    // The log of an update can be as large as the index; while another process reads, it stays until the next time.
    try? database.writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  // MARK: Reporting

  private func stopIfAsked() throws {
    if isStopped() { throw Stopped() }
  }

  /// At most about ten times a second.
  private func isTimeToReport() -> Bool {
    let now = Self.now()
    return lastReport.withLock { last in
      guard now - last > 100_000_000 else { return false }
      last = now
      return true
    }
  }

  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// How fast work goes on, over the last seconds.
struct RateMeter {
  let total: Int
  var done = 0 {
    didSet { note() }
  }
  private var marks: [(time: UInt64, done: Int)] = []

  init(total: Int) {
    self.total = total
    marks = [(LibraryUpdater.now(), 0)]
  }

  private mutating func note() {
    marks.append((LibraryUpdater.now(), done))
    while marks.count > 2, let last = marks.last, last.time - marks[0].time > 3_000_000_000 { marks.removeFirst() }
  }

  var progress: Progress {
    guard let first = marks.first, let last = marks.last, last.time > first.time, last.done > first.done else {
      return Progress(done: done, total: total)
    }
    let rate = Double(last.done - first.done) / (Double(last.time - first.time) / 1e9)
    return Progress(done: done, total: total, perSecond: rate, secondsRemaining: Double(total - done) / rate)
  }
}
