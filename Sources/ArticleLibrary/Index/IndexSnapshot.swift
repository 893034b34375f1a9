import Foundation
import GRDB
import Text

/// Columns and orders as stored in the database, so that a library opens without reading every row.
///
/// Written when an update is complete. A snapshot of an older generation is still useful: what has changed since is
/// read from the rows and merged.
enum IndexSnapshot {
  /// Orders that are too expensive to compute on the first request.
  enum Order: String, CaseIterable {
    case title, path
  }

  /// The bytes of an entry, if it belongs to exactly this generation.
  static func entry(_ name: String, generation: UInt64, _ db: Database) throws -> [UInt8]? {
    var bytes: [UInt8]?
    try RawStatement(db, "SELECT bytes, hash FROM snapshot WHERE name = ? AND generation = ?")
      .forEach(text: Array(name.utf8), Int64(bitPattern: generation)) { bytes = intact($0) }
    return bytes
  }

  /// The bytes of an entry, of any generation.
  static func latestEntry(_ name: String, _ db: Database) throws -> [UInt8]? {
    var bytes: [UInt8]?
    try RawStatement(db, "SELECT bytes, hash FROM snapshot WHERE name = ?").forEach(texts: name) { bytes = intact($0) }
    return bytes
  }

  /// Whether an update of the index has ever been completed.
  static func isThere(_ db: Database) throws -> Bool {
    var isThere = false
    try RawStatement(db, "SELECT 1 FROM snapshot LIMIT 1").forEach { _ in isThere = true }
    return isThere
  }

  /// SQLite does not notice damage inside a long blob, and numbers from a damaged one would lead anywhere.
  private static func intact(_ row: RawStatement) -> [UInt8]? {
    let bytes = row.blob(0)
    return StableHash.hash(ofBlock: bytes) == row.integer(1) ? bytes : nil
  }

  /// Computes and writes everything, which moves the index on by one generation, since lists made before have older
  /// stories.
  static func write(_ view: IndexView, to database: IndexDatabase) throws {
    var entries = view.columns.encoded().map { (name: "column." + $0.name, bytes: $0.bytes) }
    entries.append(("order.newest", ArticleColumns.bytes(of: view.newest)))
    try database.writer.read { db in
      entries.append(("order.title", ArticleColumns.bytes(of: try titleOrder(view, db))))
      entries.append(("order.path", ArticleColumns.bytes(of: try pathOrder(view, db))))
      entries.append(("keys", ArticleColumns.bytes(of: try keys(view, db))))
      entries.append(("stories", ArticleColumns.bytes(of: try stories(view, db))))
    }
    let made = entries
    try database.writer.write { db in
      try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'generation'")
      let generation = Int64(bitPattern: try IndexView.generation(db))
      try db.execute(sql: "DELETE FROM snapshot")
      for entry in made {
        try db.execute(
          sql: "INSERT INTO snapshot (name, generation, bytes, hash) VALUES (?, ?, ?, ?)",
          arguments: [
            entry.name, generation, Data(entry.bytes), StableHash.hash(ofBlock: entry.bytes),
          ])
      }
    }
  }

  /// Article keys by number.
  static func keys(_ view: IndexView, _ db: Database) throws -> [UInt64] {
    var keys = [UInt64](repeating: 0, count: view.columns.capacity)
    try RawStatement(db, "SELECT id, key FROM articles").forEach { row in
      let number = Int(row.integer(0))
      if keys.indices.contains(number) { keys[number] = UInt64(bitPattern: row.integer(1)) }
    }
    return keys
  }

  static func stories(_ view: IndexView, _ db: Database) throws -> [Int32] {
    var ages = [Int32](repeating: -1, count: view.columns.capacity)
    for (age, number) in view.newest.enumerated() { ages[Int(number)] = Int32(age) }
    var articles = view.newest.map { NearDuplicates.Article(number: $0) }
    try RawStatement(db, "SELECT id, key, address, fingerprint, title FROM articles WHERE flags & 1").forEach { row in
      let number = Int(row.integer(0))
      guard ages.indices.contains(number), ages[number] >= 0 else { return }
      articles[Int(ages[number])] = NearDuplicates.Article(
        number: Int32(number), key: UInt64(bitPattern: row.integer(1)), address: UInt64(bitPattern: row.integer(2)),
        fingerprint: UInt64(bitPattern: row.integer(3)), titleHash: StableHash.hash(TextFolding.fold(row.text(4) ?? ""))
      )
    }
    return NearDuplicates(capacity: view.columns.capacity, articles: articles).representatives
  }

  static func titleOrder(_ view: IndexView, _ db: Database) throws -> [Int32] {
    var keys: [(TitleSortKey, Int32)] = []
    keys.reserveCapacity(view.newest.count)
    try RawStatement(db, "SELECT id, title FROM articles WHERE flags & 1").forEach { row in
      let number = Int32(truncatingIfNeeded: row.integer(0))
      if Int(number) < view.columns.capacity { keys.append((TitleSortKey(row.text(1) ?? ""), number)) }
    }
    return keys.sorted { $0 < $1 }.map(\.1)
  }

  static func pathOrder(_ view: IndexView, _ db: Database) throws -> [Int32] {
    var order: [Int32] = []
    order.reserveCapacity(view.newest.count)
    let sql = """
      SELECT a.id FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1 ORDER BY f.path, a.name
      """
    try RawStatement(db, sql).forEach { row in
      let number = Int32(truncatingIfNeeded: row.integer(0))
      if Int(number) < view.columns.capacity { order.append(number) }
    }
    return order
  }
}
