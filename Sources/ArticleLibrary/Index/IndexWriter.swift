import ArchiveSources
import ArticleDump
import Foundation
import GRDB

/// Writes articles to the index. One batch is one transaction, which moves the index on by one generation.
///
/// Postings are only ever added: deleting an article's postings would mean reading all lists, since its text is not
/// stored. An article that is gone or changed leaves its postings under a number that lists no longer show; the index
/// is rebuilt when too many of its numbers are of that kind.
final class IndexWriter {
  private let database: IndexDatabase
  private let names: ArchiveNames
  private var folders: [DumpPath: Int64] = [:]
  private var containers: [DumpPath: Int64] = [:]
  private var publishers: [Publisher: Int64] = [:]
  private var sections: [String: Int64] = [:]
  private var facetValues: [FacetValue: Int64] = [:]

  init(_ database: IndexDatabase, names: ArchiveNames) {
    self.database = database
    self.names = names
  }

  struct NewEntry: Sendable {
    var folder: DumpPath
    /// The container that it is in; `nil` for a file.
    var container: DumpPath?
    var file: FoundFile
    var record: ArticleRecord
  }

  struct SkippedEntry: Sendable {
    var folder: DumpPath
    var container: DumpPath?
    var file: FoundFile
    var reason: SkipReason
  }

  struct BodyEntry: Sendable {
    var id: Int64
    var file: DumpPath
    /// The title in the index, if the body gives another one.
    var oldFields: TitleFields?
    /// `nil` if the file is gone.
    var record: ArticleRecord?
    var lines: CountedLines?
  }

  private func transaction(_ body: @escaping (Database, Int64) throws -> Void) throws {
    try database.writer.write { db in
      try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'generation'")
      let generation = Int64(bitPattern: try IndexView.generation(db))
      try body(db, generation)
    }
  }

  /// Records how many files were found that have no article yet; the index is incomplete until all have been added.
  func expect(_ count: Int) throws {
    try transaction { db, _ in
      try db.execute(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('expected', ?)", arguments: [count])
    }
  }

  /// Adds articles, by their heads or with their bodies; the newest first, so that numbers grow with age.
  ///
  /// - Parameter expectedCount: How many of the files that were expected have been read.
  /// - Returns: The numbers of the articles, in the order of the entries.
  func add(_ entries: [NewEntry], skipped: [SkippedEntry], expectedCount: Int) throws -> [Int64] {
    let dates = entries.map { ($0.record.published ?? $0.record.fed)?.secondsSinceEpoch ?? .min }
    let order = entries.indices.sorted { dates[$0] > dates[$1] }
    var numbers = [Int64](repeating: 0, count: entries.count)
    try transaction { [self] db, generation in
      // Before the rest: once a page has been moved to the log to make room, changing it again would make SQLite compute
      // the checksums of everything after it once more.
      if expectedCount > 0 {
        try db.execute(
          sql: "UPDATE meta SET value = max(0, value - ?) WHERE name = 'expected'", arguments: [expectedCount])
      }
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO articles (changed, flags, folder, name, signature, size, container, locator, dialect, title, url, authors,
            language, publisher, section, published, published_offset, published_form, fed, fed_offset, characters, key,
            address, fingerprint, dump)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      var postings = PostingBuffer()
      for index in order {
        let entry = entries[index]
        let record = entry.record
        let identity = identity(of: record, entry.folder.appending(entry.file.name))
        try insert.execute(
          arguments: [
            generation, Int64(record.flags.rawValue), folder(entry.folder, db), Data(entry.file.name),
            Int64(bitPattern: entry.file.signature), entry.file.sizeInBytes, container(entry.container, db),
            entry.file.locator.map { Data($0.bytes) }, record.dialect.rawValue, record.title,
            record.url, record.authors, record.language, publisher(record.publisher, db), section(record.section, db),
            record.published?.secondsSinceEpoch, Int64(record.published?.utcOffsetInSeconds ?? 0),
            record.published?.form ?? 0, record.fed?.secondsSinceEpoch,
            Int64(record.fed?.utcOffsetInSeconds ?? 0), record.characterCount, identity.key, identity.address,
            Int64(bitPattern: record.fingerprint), Int64(bitPattern: record.dumpFingerprint?.value ?? 0),
          ])
        let number = db.lastInsertedRowID
        numbers[index] = number
        try addTitle(record.titleFields, id: number, db)
        try addText(of: record, number, to: &postings, db)
      }
      try PostingStore(db).add(&postings)
      let pass = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO passed_over (signature, folder, name, reason, container) VALUES (?, ?, ?, ?, ?)")
      for entry in skipped {
        try pass.execute(
          arguments: [
            Int64(bitPattern: entry.file.signature), folder(entry.folder, db), Data(entry.file.name),
            entry.reason.storedName, container(entry.container, db),
          ])
      }
    }
    return numbers
  }

  /// Adds what only a body gives; nothing for an article of which only the head has been read.
  private func addText(of record: ArticleRecord, _ number: Int64, to postings: inout PostingBuffer, _ db: Database)
    throws
  {
    for value in record.facetValues {
      try db.cachedStatement(sql: "INSERT OR IGNORE INTO shelved (article, shelf) VALUES (?, ?)")
        .execute(arguments: [number, id(of: value, db)])
    }
    if !record.foldedBody.isEmpty { postings.add(Int32(truncatingIfNeeded: number), record.foldedBody) }
  }

  /// Marks articles as gone.
  func remove(_ numbers: [Int], skippedSignatures: [UInt64]) throws {
    guard !numbers.isEmpty || !skippedSignatures.isEmpty else { return }
    try transaction { db, generation in
      let remove = try db.cachedStatement(sql: "UPDATE articles SET flags = 0, changed = ? WHERE id = ?")
      for number in numbers { try remove.execute(arguments: [generation, number]) }
      let forget = try db.cachedStatement(sql: "DELETE FROM passed_over WHERE signature = ?")
      for signature in skippedSignatures { try forget.execute(arguments: [Int64(bitPattern: signature)]) }
    }
  }

  /// Records containers as they are now, with the places of entries that are elsewhere in them, and forgets those that
  /// are gone.
  ///
  /// No list depends on this, so the generation stays the same.
  func record(_ known: [ScannedContainer], gone: [Int64]) throws {
    guard !known.isEmpty || !gone.isEmpty else { return }
    try database.writer.write { [self] db in
      let note = try db.cachedStatement(sql: "UPDATE containers SET signature = ?, version = ? WHERE id = ?")
      let move = try db.cachedStatement(sql: "UPDATE articles SET locator = ?1 WHERE id = ?2 AND locator <> ?1")
      for entry in known {
        let version = Data(entry.version?.bytes ?? [])
        try note.execute(arguments: [Int64(bitPattern: entry.signature), version, container(entry.path, db)])
        for (number, locator) in entry.locators { try move.execute(arguments: [Data(locator.bytes), number]) }
      }
      for number in gone { try db.execute(sql: "DELETE FROM containers WHERE id = ?", arguments: [number]) }
    }
  }

  /// Causes the containers of articles to be listed again, as if nothing were known about them.
  func forgetContainers(of numbers: [Int]) throws {
    try database.writer.write { db in
      let sql = "UPDATE containers SET version = x'' WHERE id = (SELECT container FROM articles WHERE id = ?)"
      for number in numbers { try db.execute(sql: sql, arguments: [number]) }
    }
  }

  /// Adds bodies of articles whose heads are already there. Entries are in the order of their numbers.
  func addBodies(_ bodies: [BodyEntry]) throws {
    try transaction { [self] db, generation in try addBodies(bodies, generation, db) }
  }

  /// Stores the results of parsing articles again: an article with different text gets a new number, as if its file had
  /// changed.
  func applyReparsed(_ bodies: [BodyEntry]) throws {
    try transaction { [self] db, generation in
      var changed: [BodyEntry] = []
      for var entry in bodies {
        guard let record = entry.record, try isChanged(entry.id, record, hasOtherTitle: entry.oldFields != nil, db)
        else {
          try db.cachedStatement(sql: "UPDATE articles SET flags = flags & ?, changed = ? WHERE id = ?")
            .execute(arguments: [~Int64(ArticleColumns.Flags.needsReparsing.rawValue), generation, entry.id])
          continue
        }
        let columns = """
          folder, name, signature, size, container, locator, dialect, title, url, authors, language, publisher, section,
          published, published_offset, published_form, fed, fed_offset, characters, key, address, fingerprint, dump
          """
        try db.cachedStatement(
          sql:
            "INSERT INTO articles (changed, flags, \(columns)) SELECT ?, flags, \(columns) FROM articles WHERE id = ?"
        ).execute(arguments: [generation, entry.id])
        let number = db.lastInsertedRowID
        try db.cachedStatement(sql: "UPDATE articles SET flags = 0, changed = ? WHERE id = ?")
          .execute(arguments: [generation, entry.id])
        try db.cachedStatement(sql: "DELETE FROM shelved WHERE article = ?").execute(arguments: [entry.id])
        try addTitle(record.titleFields, id: number, db)
        entry.id = number
        entry.oldFields = nil
        changed.append(entry)
      }
      try addBodies(changed, generation, db)
    }
  }

  /// Whether an article, whose file is the same, now differs from its state in the index.
  private func isChanged(_ id: Int64, _ record: ArticleRecord, hasOtherTitle: Bool, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT characters, fingerprint, dump FROM articles WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return false }
    let (characters, fingerprint, dump): (Int, Int64, Int64) = (row[0], row[1], row[2])
    // The next scan of the archive finds a file that was changed meanwhile.
    guard dump == Int64(bitPattern: record.dumpFingerprint?.value ?? 0) else { return false }
    return hasOtherTitle || characters != record.characterCount
      || fingerprint != Int64(bitPattern: record.fingerprint)
  }

  private func addBodies(_ bodies: [BodyEntry], _ generation: Int64, _ db: Database) throws {
    let update = try db.cachedStatement(
      sql: """
        UPDATE articles SET changed = ?, flags = ?, dialect = ?, title = ?, url = ?, authors = ?, language = ?, publisher = ?,
          section = ?, published = ?, published_offset = ?, published_form = ?, fed = ?, fed_offset = ?,
          characters = ?, key = ?, address = ?, fingerprint = ?, dump = ? WHERE id = ?
        """)
    var postings = PostingBuffer()
    for entry in bodies {
      guard let record = entry.record else {
        try db.execute(
          sql: "UPDATE articles SET flags = flags | ?, changed = ? WHERE id = ?",
          arguments: [
            Int64(ArticleColumns.Flags([.isIndexed, .isUnreadable]).rawValue), generation, entry.id,
          ])
        continue
      }
      let identity = identity(of: record, entry.file)
      try update.execute(
        arguments: [
          generation, Int64(record.flags.rawValue), record.dialect.rawValue, record.title, record.url,
          record.authors, record.language, publisher(record.publisher, db), section(record.section, db),
          record.published?.secondsSinceEpoch, Int64(record.published?.utcOffsetInSeconds ?? 0),
          record.published?.form ?? 0, record.fed?.secondsSinceEpoch,
          Int64(record.fed?.utcOffsetInSeconds ?? 0), record.characterCount, identity.key, identity.address,
          Int64(bitPattern: record.fingerprint), Int64(bitPattern: record.dumpFingerprint?.value ?? 0), entry.id,
        ])
      try db.cachedStatement(sql: "DELETE FROM shelved WHERE article = ?").execute(arguments: [entry.id])
      if let old = entry.oldFields {
        try db.cachedStatement(
          sql: "INSERT INTO titles (titles, rowid, title, authors, spelling) VALUES ('delete', ?, ?, ?, ?)"
        ).execute(arguments: [entry.id, old.title, old.authors, old.spelling])
        try addTitle(record.titleFields, id: entry.id, db)
      }
      try addText(of: record, entry.id, to: &postings, db)
    }
    try PostingStore(db).add(&postings)
  }

  /// The article's identity, until it is known whether others have the same address (`IdentitySettlement`).
  private func identity(of record: ArticleRecord, _ file: DumpPath) -> (key: Int64, address: Int64) {
    if let address = record.url.flatMap(ArticleAddress.init) {
      let hash = Int64(bitPattern: address.hash)
      return (hash, hash)
    }
    return (Int64(bitPattern: ArticleIdentity(place: names.place(of: file.display)).hash), 0)
  }

  private func addTitle(_ fields: TitleFields, id: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO titles (rowid, title, authors, spelling) VALUES (?, ?, ?, ?)")
      .execute(arguments: [id, fields.title, fields.authors, fields.spelling])
  }

  // MARK: Names

  private func folder(_ path: DumpPath, _ db: Database) throws -> Int64 {
    if let id = folders[path] { return id }
    let id = try Self.id(
      db, find: "SELECT id FROM folders WHERE path = ?", add: "INSERT INTO folders (path) VALUES (?)",
      [Data(path.bytes)])
    folders[path] = id
    return id
  }

  /// 0 for no container.
  private func container(_ path: DumpPath?, _ db: Database) throws -> Int64 {
    guard let path else { return 0 }
    if let id = containers[path] { return id }
    let id = try Self.id(
      db, find: "SELECT id FROM containers WHERE path = ?",
      add: "INSERT INTO containers (path, signature, version) VALUES (?, 0, x'')", [Data(path.bytes)])
    containers[path] = id
    return id
  }

  private func publisher(_ publisher: Publisher?, _ db: Database) throws -> Int64 {
    guard let publisher else { return 0 }
    if let id = publishers[publisher] { return id }
    let known = try Row.fetchOne(db, sql: "SELECT id, name FROM publishers WHERE code = ?", arguments: [publisher.id])
    let id: Int64
    if let known {
      id = known[0]
    } else {
      try db.execute(
        sql: "INSERT INTO publishers (code, name) VALUES (?, ?)", arguments: [publisher.id, publisher.name])
      id = db.lastInsertedRowID
    }
    publishers[publisher] = id
    return id
  }

  private func section(_ name: String?, _ db: Database) throws -> Int64 {
    guard let name, !name.isEmpty else { return 0 }
    if let id = sections[name] { return id }
    let id = try Self.id(
      db, find: "SELECT id FROM sections WHERE name = ?", add: "INSERT INTO sections (name) VALUES (?)", [name])
    sections[name] = id
    return id
  }

  private func id(of value: FacetValue, _ db: Database) throws -> Int64 {
    if let id = facetValues[value] { return id }
    let id = try Self.id(
      db, find: "SELECT id FROM shelves WHERE kind = ? AND name = ?",
      add: "INSERT INTO shelves (kind, name) VALUES (?, ?)", [value.kind.rawValue, value.name])
    facetValues[value] = id
    return id
  }

  private static func id(
    _ db: Database, find: String, add: String, _ arguments: StatementArguments
  ) throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: find, arguments: arguments) { return id }
    try db.execute(sql: add, arguments: arguments)
    return db.lastInsertedRowID
  }
}

extension Timestamp {
  /// How precise its source was, as stored in the index: 1 for a date only, 2 for no zone.
  var form: Int64 { (isDateOnly ? 1 : 0) | (hasZone ? 0 : 2) }

  init(secondsSinceEpoch: Int64, utcOffsetInSeconds: Int32, form: Int64) {
    self.init(
      secondsSinceEpoch: secondsSinceEpoch, utcOffsetInSeconds: utcOffsetInSeconds, isDateOnly: form & 1 != 0)
    hasZone = form & 2 == 0
  }
}
