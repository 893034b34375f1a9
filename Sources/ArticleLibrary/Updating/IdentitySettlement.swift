import GRDB
import Text

/// Decides, when all articles are known, what identifies each one: see `ArticleIdentity`.
///
/// An address that several existing files give with different titles or dates identifies none of them. Titles are
/// compared as in searches, and dates by the page's own time, or by the feed's if the page gives none.
struct IdentitySettlement {
  let names: ArchiveNames
  let location: IndexLocation

  /// A hash of the archives' names, since other names make other places.
  private var namesHash: Int64 {
    var hash = StableHash()
    for root in location.roots {
      hash.combine(names.place(of: DumpPath(root).display + "/").utf8)
      hash.combine(0)
    }
    return Int64(bitPattern: hash.value)
  }

  /// Whether the keys in the index match the archives' current names.
  func areSettled(in database: IndexDatabase) throws -> Bool {
    try database.writer.read { db in
      try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'names'") == namesHash
    }
  }

  /// - Returns: Whether articles got other keys.
  func settle(in database: IndexDatabase) throws -> Bool {
    let hasOtherNames = try !areSettled(in: database)
    let changes = try database.writer.read { db in
      try rowsToChange(sharedAddresses(db), hasOtherNames: hasOtherNames, db)
    }
    guard !changes.isEmpty || hasOtherNames else { return false }
    try database.writer.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('names', ?)", arguments: [namesHash])
      guard !changes.isEmpty else { return }
      try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'generation'")
      let generation = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'generation'") ?? 0
      let update = try db.cachedStatement(sql: "UPDATE articles SET key = ?, flags = ?, changed = ? WHERE id = ?")
      for change in changes { try update.execute(arguments: [change.key, change.flags, generation, change.id]) }
    }
    return !changes.isEmpty
  }

  /// Addresses that files give for different articles.
  private func sharedAddresses(_ db: Database) throws -> Set<Int64> {
    var counts: [Int64: Int32] = [:]
    try RawStatement(db, "SELECT address FROM articles WHERE flags & 1 AND address <> 0").forEach { row in
      counts[row.integer(0), default: 0] += 1
    }
    let several = counts.filter { $0.value > 1 }
    guard !several.isEmpty else { return [] }
    var facts: [Int64: Facts] = [:]
    let sql = """
      SELECT address, title, published, published_offset, fed, fed_offset FROM articles WHERE flags & 1 AND address <> 0
      """
    try RawStatement(db, sql).forEach { row in
      let address = row.integer(0)
      guard several[address] != nil else { return }
      facts[address, default: Facts()].add(
        title: StableHash.hash(TextFolding.fold(row.text(1) ?? "")),
        published: row.optionalInteger(2).map { Self.day($0, row.integer(3)) },
        fed: row.optionalInteger(4).map { Self.day($0, row.integer(5)) })
    }
    return Set(facts.filter { $0.value.differ }.keys)
  }

  /// The facts of the files with one address.
  private struct Facts {
    var titles: Set<UInt64> = []
    var published: Set<Int64> = []
    var fed: Set<Int64> = []

    mutating func add(title: UInt64, published: Int64?, fed: Int64?) {
      titles.insert(title)
      if let published { self.published.insert(published) }
      if let fed { self.fed.insert(fed) }
    }

    var differ: Bool { titles.count > 1 || published.count > 1 || (published.isEmpty && fed.count > 1) }
  }

  private static func day(_ seconds: Int64, _ utcOffset: Int64) -> Int64 {
    let (local, overflowed) = seconds.addingReportingOverflow(utcOffset)
    return overflowed ? seconds : Int64((Double(local) / 86_400).rounded(.down))
  }

  /// Rows whose key is not what it should be.
  private func rowsToChange(
    _ shared: Set<Int64>, hasOtherNames: Bool, _ db: Database
  ) throws -> [(id: Int64, key: Int64, flags: Int64)] {
    let flag = Int64(ArticleColumns.Flags.sharesAddress.rawValue)
    var changes: [(id: Int64, key: Int64, flags: Int64)] = []
    let sql = """
      SELECT a.id, a.flags, a.address, a.key, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder
      WHERE a.flags & 1
      """
    try RawStatement(db, sql).forEach { row in
      let (flags, address, oldKey) = (row.integer(1), row.integer(2), row.integer(3))
      let isShared = shared.contains(address)
      let newFlags = isShared ? flags | flag : flags & ~flag
      var key = address
      if address == 0 || isShared {
        guard hasOtherNames || newFlags != flags || oldKey == address else { return }
        let file = DumpPath(bytes: row.blob(4)).appending(row.blob(5)).display
        key = Int64(bitPattern: ArticleIdentity(place: names.place(of: file)).hash)
      }
      if key != oldKey || newFlags != flags { changes.append((row.integer(0), key, newFlags)) }
    }
    return changes
  }
}
