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
    let replaced = replacedFiles
    observer(.bodies(rate.progress))
    try countingLines { lines in
      try readBodies(of: pending[...]) { entries in
        try writer.addBodies(entries)
        for entry in entries where !replaced.contains(entry.file) {
          if let counted = entry.lines { lines.add(counted, article: entry.id) }
        }
        rate.done += entries.count
        if isTimeToReport() || rate.done == rate.total {
          _ = try refresh()
          observer(.bodies(rate.progress))
        }
      }
    }
  }

  /// Counts the lines of files that are read, beginning with what the index knows about their sites. The counts are
  /// kept even if the update ends early.
  func countingLines(_ body: (inout RepeatedLines) throws -> Void) throws {
    var lines = RepeatedLines()
    for (site, profile, settledCount) in try database.writer.read(StoredProfiles.all) {
      lines.add(profile, settledCount: settledCount, of: site)
    }
    defer {
      try? StoredProfiles.write(&lines, to: database.writer)
      database.profiles.forget()
    }
    try body(&lines)
  }

  /// Reads and parses as many articles as one transaction holds, and returns what was read of each.
  func readBodies(
    of numbers: ArraySlice<Int32>, consume: ([IndexWriter.BodyEntry]) throws -> Void
  ) throws {
    let rest = Mutex(numbers)
    try runPipeline(
      threadCount: configuration.threadCount,
      nextBatch: { [self] in (try? nextBodies(rest)) ?? nil },
      make: { [self] in readBody($0) }, consume: consume)
  }

  /// How many articles a transaction may have.
  var mostBodiesAtOnce: Int { database.isInMemory ? 200 : 2_000 }

  /// How many of the next files, at least one, are enough for a transaction of well under a second.
  static func count(ofSizes sizes: some Collection<Int64>) -> Int {
    var total: Int64 = 0
    var count = 0
    for size in sizes {
      total += size
      if total > 12 << 20 { break }
      count += 1
    }
    return max(1, count)
  }

  /// The next articles, enough for a transaction of well under a second, in the order of their numbers.
  private func nextBodies(_ rest: borrowing Mutex<ArraySlice<Int32>>) throws -> [BodyTask]? {
    let numbers = rest.withLock { Array($0.prefix(mostBodiesAtOnce)) }
    guard !numbers.isEmpty else { return nil }
    var tasks: [BodyTask] = []
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
    let taken = tasks.prefix(Self.count(ofSizes: tasks.lazy.map(\.sizeInBytes)))
    // Numbers without a row, which only damage leaves, are skipped together with the last tasks.
    rest.withLock { rest in rest = rest.dropFirst(taken.count == tasks.count ? numbers.count : taken.count) }
    return taken.sorted { $0.id < $1.id }
  }

  private func readBody(_ task: BodyTask) -> IndexWriter.BodyEntry {
    var entry = IndexWriter.BodyEntry(id: task.id, file: task.file)
    let content = try? sources.content(
      of: task.file, task.place, atMost: configuration.largestDumpInBytes, isExamined: task.place == nil)
    guard let content else { return entry }
    var (record, lines) = journal.naming(task.file) { parse(content, task.file) }
    if record.title != task.title || record.authors != task.authors {
      entry.oldFields = TitleFields(task.title, task.authors)
      record.makeTitleFields()
    }
    entry.record = record
    entry.lines = lines
    return entry
  }

  /// Parses a dump, for the index and for what it says about its site.
  func parse(_ content: DumpFile.Content, _ file: DumpPath) -> (record: ArticleRecord, lines: CountedLines?) {
    let parser = ArticleParser(
      profile: database.profiles.source(folder: nil), isCleaning: configuration.cleans(file))
    let reading = parser.reading(of: content.bytes, path: file.text)
    let record = ArticleRecord(
      reading.article, name: Array(file.name), dumpFingerprint: DumpFingerprint(of: content.bytes),
      isCut: content.isCut)
    let lines = reading.site.map { CountedLines(site: $0, keys: reading.lineKeys, keptKeys: reading.keptLineKeys) }
    return (record, lines)
  }
}
