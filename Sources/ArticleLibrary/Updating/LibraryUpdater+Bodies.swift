import ArchiveSources
import ArticleDump
import GRDB
import Synchronization

extension LibraryUpdater {
  struct BodyTask: Sendable {
    var id: Int64
    var file: DumpPath
    /// Where it is in a container; `nil` for a file.
    var place: EntryPlace?
    var sizeInBytes: Int64
    var title: String
    var authors: String?
  }

  func indexBodies() throws {
    let view = try refresh()
    let isInScope = try ScopeFilter(roots, database)
    let pending = view.newest.filter {
      !view.columns.flags[Int($0)].contains(.isIndexed) && isInScope.contains(view.columns.folder[Int($0)])
    }
    guard !pending.isEmpty else { return }
    var rate = RateMeter(total: pending.count)
    let writer = IndexWriter(database, names: names)
    var repeated = RepeatedLines()
    for (site, profile, settledCount) in try database.writer.read(StoredProfiles.all) {
      repeated.add(profile, settledCount: settledCount, of: site)
    }
    let replaced = replacedFiles
    // Counts are kept even if the update ends early.
    defer {
      try? StoredProfiles.write(&repeated, to: database.writer)
      database.profiles.forget()
    }
    observer(.bodies(rate.progress))
    try readBodies(of: pending[...]) { entries in
      try writer.addBodies(entries)
      for entry in entries where !replaced.contains(entry.file) {
        guard let site = entry.site else { continue }
        repeated.add(
          site: site, lineKeys: entry.lineKeys, keptLineKeys: entry.keptLineKeys,
          article: Int32(truncatingIfNeeded: entry.id))
      }
      rate.done += entries.count
      if isTimeToReport() || rate.done == rate.total {
        _ = try refresh()
        observer(.bodies(rate.progress))
      }
    }
  }

  /// Reads and parses as many articles as one transaction holds, and returns what was read of each.
  func readBodies(
    of numbers: ArraySlice<Int32>, consume: ([IndexWriter.BodyEntry]) throws -> Void
  ) throws {
    let rest = Mutex(numbers)
    let limit = configuration.largestDumpInBytes
    let stored = database.profiles
    try runPipeline(
      threadCount: configuration.threadCount,
      nextBatch: { [self] in isStopped() ? nil : (try? nextBodies(rest)) ?? nil },
      make: { [journal, configuration, sources] task in
        let parser = ArticleParser(profile: stored.source(folder: nil), isCleaning: configuration.cleans(task.file))
        return Self.readBody(task, limit: limit, sources, journal, parser)
      }, consume: consume)
    try stopIfAsked()
  }

  /// The next articles, enough for a transaction of well under a second, in the order of their numbers.
  private func nextBodies(_ rest: borrowing Mutex<ArraySlice<Int32>>) throws -> [BodyTask]? {
    let numbers = rest.withLock { Array($0.prefix(database.isInMemory ? 200 : 2_000)) }
    guard !numbers.isEmpty else { return nil }
    var tasks: [BodyTask] = []
    var size: Int64 = 0
    try database.writer.read { db in
      let statement = try RawStatement(
        db,
        """
        SELECT f.path, a.name, a.size, a.title, a.authors, c.path, c.version, a.locator
        FROM articles a JOIN folders f ON f.id = a.folder LEFT JOIN containers c ON c.id = a.container WHERE a.id = ?
        """)
      for number in numbers {
        try statement.forEach(Int64(number)) { row in
          let size = min(row.integer(2), Int64(configuration.largestDumpInBytes))
          tasks.append(
            BodyTask(
              id: Int64(number), file: DumpPath(bytes: row.blob(0)).appending(row.blob(1)),
              place: EntryPlace(row, column: 5), sizeInBytes: size,
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

  private static func readBody(
    _ task: BodyTask, limit: Int, _ sources: OpenSources, _ journal: ParsingJournal, _ parser: ArticleParser
  ) -> IndexWriter.BodyEntry {
    var entry = IndexWriter.BodyEntry(id: task.id, file: task.file)
    guard let content = try? sources.content(of: task.file, task.place, atMost: limit) else { return entry }
    var record = journal.naming(task.file) {
      let reading = parser.reading(of: content.bytes, path: task.file.text)
      entry.site = reading.site
      entry.lineKeys = reading.lineKeys
      entry.keptLineKeys = reading.keptLineKeys
      return ArticleRecord(
        reading.article, name: Array(task.file.name),
        dumpFingerprint: DumpFingerprint(of: content.bytes), isCut: content.isCut)
    }
    if record.title != task.title || record.authors != task.authors {
      entry.oldFields = TitleFields(task.title, task.authors)
      record.makeTitleFields()
    }
    entry.record = record
    return entry
  }
}
