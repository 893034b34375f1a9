import ArticleDump
import GRDB
import Text

/// The index at one generation, as one process has read it: a value that readers share while the next one is made.
struct IndexView: Sendable {
  /// No archive has this many articles: a larger number is damage, and every set would reserve room for it.
  static let largestNumber = 1 << 27

  var generation: UInt64 = 0
  /// Which index this is; numbers of articles mean nothing in another one.
  var epoch: Int64 = 0
  var columns = ArticleColumns()
  /// Every article that is present, newest first.
  var newest: [Int32] = []
  var indexedCount = 0
  /// How many files were found that have no article yet.
  var expectedCount = 0
  var publishers: [Publisher?] = []
  var sections: [String?] = []

  /// Whether the text of every article is in the index, though not necessarily of every file that was found.
  var hasTextOfItsArticles: Bool { indexedCount == newest.count }

  /// Whether the text of every file that was found is in the index.
  var hasAllText: Bool { hasTextOfItsArticles && expectedCount == 0 }

  /// Whether the text of every file is in the index, and no article is still to be parsed again.
  var isComplete: Bool {
    hasAllText && !newest.contains { columns.flags[Int($0)].contains(.needsReparsing) }
  }

  static func month(secondsSinceEpoch: Int64, utcOffsetInSeconds: Int64) -> Int16 {
    let (local, overflowed) = secondsSinceEpoch.addingReportingOverflow(utcOffsetInSeconds)
    guard !overflowed, abs(local) < 400_000_000_000 else { return -1 }
    let (year, month, _) = CivilDay.date(CivilDay.day(ofSecond: local))
    guard (0...2700).contains(year) else { return -1 }
    return Int16(year * 12 + month - 1)
  }
}

extension IndexView {
  /// The number of the last change.
  static func generation(_ db: Database) throws -> UInt64 { try number("generation", db).magnitude }

  /// Which index this is.
  static func epoch(_ db: Database) throws -> Int64 { try number("epoch", db) }

  private static func number(_ name: String, _ db: Database) throws -> Int64 {
    var value: Int64 = 0
    try RawStatement(db, "SELECT value FROM meta WHERE name = ?").forEach(texts: name) { value = $0.integer(0) }
    return value
  }

  /// Reads what has changed since this view; the whole index if this view is empty.
  mutating func refresh(_ db: Database) throws {
    let current = try Self.generation(db)
    guard current != generation else { return }
    let epoch = try Self.epoch(db)
    if generation == 0 || current < generation || epoch != self.epoch {
      self = IndexView()
      try loadSnapshot(db)
      self.epoch = epoch
    }
    if generation < current { try loadChanges(db, since: generation) }
    generation = current
    expectedCount = Int(clamping: max(0, try Self.number("expected", db)))
    try loadNames(db)
  }

  private mutating func loadSnapshot(_ db: Database) throws {
    var snapshotGeneration: Int64 = 0
    var bytes: [String: [UInt8]] = [:]
    let statement = try RawStatement(
      db, "SELECT name, generation, bytes, hash FROM snapshot WHERE name LIKE 'column.%' OR name = 'order.newest'")
    try statement.forEach { row in
      let entry = row.blob(2)
      guard StableHash.hash(ofBlock: entry) == row.integer(3) else { return }
      bytes[row.text(0) ?? ""] = entry
      snapshotGeneration = row.integer(1)
    }
    guard let columns = ArticleColumns(encoded: { bytes["column." + $0] }),
      let newest = bytes["order.newest"].flatMap({ ArticleColumns.array(of: Int32.self, from: $0) }),
      newest.allSatisfy({ $0 >= 0 && Int($0) < columns.capacity })
    else { return }
    self.columns = columns
    self.newest = newest
    generation = snapshotGeneration.magnitude
    indexedCount = columns.flags.reduce(0) { $0 + ($1.isSuperset(of: [.isPresent, .isIndexed]) ? 1 : 0) }
  }

  private mutating func loadChanges(_ db: Database, since old: UInt64) throws {
    var changed: [Int32] = []
    var wasChanged = BitSet(capacity: columns.capacity)
    let statement = try RawStatement(
      db,
      """
      SELECT id, flags, folder, coalesce(published, fed), iif(published IS NULL, fed_offset, published_offset),
        publisher, section, characters
      FROM articles WHERE changed > ?
      """)
    try statement.forEach(Int64(old)) { row in
      let number = Int(row.integer(0))
      guard number > 0, number <= Self.largestNumber else { return }
      if number < columns.capacity {
        wasChanged.insert(number)
        if columns.flags[number].isSuperset(of: [.isPresent, .isIndexed]) { indexedCount -= 1 }
      }
      let flags = ArticleColumns.Flags(rawValue: UInt8(truncatingIfNeeded: row.integer(1)))
      let date = row.optionalInteger(3)
      let month = date.map { Self.month(secondsSinceEpoch: $0, utcOffsetInSeconds: row.integer(4)) } ?? -1
      columns.set(
        ArticleColumns.Facts(
          date: date ?? ArticleColumns.noDate, utcOffsetInSeconds: row.integer(4), month: month,
          publisher: UInt16(truncatingIfNeeded: row.integer(5)),
          section: UInt16(truncatingIfNeeded: row.integer(6)), folder: Int32(truncatingIfNeeded: row.integer(2)),
          flags: flags, characterCount: Int32(clamping: row.integer(7))),
        at: number)
      if flags.contains(.isPresent) { changed.append(Int32(number)) }
      if flags.isSuperset(of: [.isPresent, .isIndexed]) { indexedCount += 1 }
    }
    changed.sort(by: columns.isNewer)
    newest = merged(newest, without: wasChanged, with: changed)
  }

  /// Merges two lists that are newest first.
  private func merged(_ old: [Int32], without gone: BitSet, with new: [Int32]) -> [Int32] {
    var merged: [Int32] = []
    merged.reserveCapacity(old.count + new.count)
    var position = 0
    for number in old where !gone.contains(Int(number)) {
      while position < new.count, columns.isNewer(new[position], number) {
        merged.append(new[position])
        position += 1
      }
      merged.append(number)
    }
    merged.append(contentsOf: new[position...])
    return merged
  }

  private mutating func loadNames(_ db: Database) throws {
    publishers = []
    sections = []
    // Columns store these numbers in two bytes: a larger one is damage.
    try RawStatement(db, "SELECT id, code, name FROM publishers WHERE id BETWEEN 0 AND 65535 ORDER BY id").forEach {
      row in
      let id = Int(row.integer(0))
      while publishers.count <= id { publishers.append(nil) }
      publishers[id] = Publisher(id: row.text(1) ?? "", name: row.text(2) ?? "")
    }
    try RawStatement(db, "SELECT id, name FROM sections WHERE id BETWEEN 0 AND 65535 ORDER BY id").forEach { row in
      let id = Int(row.integer(0))
      while sections.count <= id { sections.append(nil) }
      sections[id] = row.text(1) ?? ""
    }
  }
}
