import Foundation
import GRDB
import Text

/// The text index in the database: for each token the articles that contain it, and where.
///
/// Each transaction that adds articles adds a *part*, and no article is in two parts. A part is one stream of lists
/// (`PostingList`), cut into blocks of nearly equal length, with a directory of its tokens in byte order. When there
/// are `mergedAtOnce` parts of one level, they are merged into one of the next, so that a library of n transactions has
/// some 8 × log₈ n parts, and each list is written once for each level.
///
/// SQLite's FTS5 does the same for any text. It took 1.08 of the text where this takes .68, since it spends a byte or
/// two more on most entries, and needed an index of pairs to be as fast (`Benchmarks/README.md`).
struct PostingStore {
  /// How many parts of one level are merged.
  static let mergedAtOnce = 8

  /// The size that exactly fills a row's share of a page and four more pages of 4,096 bytes: the row's header takes 14
  /// bytes. Source: https://sqlite.org/fileformat2.html, 1.6.
  static let blockSizeInBytes = 489 + 4 * 4_092 - 14
  /// Four rows of the directory in each page.
  private static let directoryRowSizeInBytes = 900

  static let tables = """
    CREATE TABLE posting_parts (id INTEGER PRIMARY KEY, level INTEGER NOT NULL);
    CREATE TABLE posting_tokens (
      part INTEGER NOT NULL, first BLOB NOT NULL, bytes BLOB NOT NULL, hash INTEGER NOT NULL, PRIMARY KEY (part, first)
    ) WITHOUT ROWID;
    CREATE TABLE posting_blocks (id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, bytes BLOB NOT NULL);
    """

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Blocks of a part have its number in the upper bits.
  private static func block(_ part: Int64, _ number: Int) -> Int64 { part << 24 | Int64(number) }

  // MARK: Writing

  /// Adds the lists of new articles as a part, and merges parts if there are enough of them.
  func add(_ buffer: inout PostingBuffer) throws {
    guard !buffer.isEmpty else { return }
    var writer = try PartWriter(db, level: 0)
    for (token, list) in buffer.removeAll() { try writer.add(token, list) }
    try writer.finish()
    try mergeWhereDue()
  }

  private func parts(level: Int64) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM posting_parts WHERE level = ? ORDER BY id", arguments: [level])
  }

  private func mergeWhereDue() throws {
    var level: Int64 = 0
    while case let parts = try parts(level: level), parts.count >= Self.mergedAtOnce {
      try merge(parts, into: level + 1)
      level += 1
    }
  }

  /// Blocks are deleted as soon as they have been read, so that the new part is written into their pages: the file
  /// does not grow, and no pages have to be moved to shrink it again.
  private func merge(_ parts: [Int64], into level: Int64) throws {
    var readers = try parts.map { try PartReader(db, part: $0, deletesReadBlocks: true) }
    var writer = try PartWriter(db, level: level)
    var lists: [[UInt8]] = []
    while let token = Self.firstToken(readers) {
      lists.removeAll(keepingCapacity: true)
      for index in readers.indices where readers[index].token == token { lists.append(try readers[index].nextList()) }
      try writer.add(token, Self.merged(lists))
    }
    try writer.finish()
    for part in parts { try remove(part) }
  }

  /// The first, in byte order, of the tokens that the readers have reached.
  private static func firstToken(_ readers: [PartReader]) -> [UInt8]? {
    var first: [UInt8]?
    for reader in readers {
      guard let token = reader.token else { continue }
      if let least = first, !token.lexicographicallyPrecedes(least) { continue }
      first = token
    }
    return first
  }

  private func remove(_ part: Int64) throws {
    try db.execute(sql: "DELETE FROM posting_parts WHERE id = ?", arguments: [part])
    try db.execute(sql: "DELETE FROM posting_tokens WHERE part = ?", arguments: [part])
    try db.execute(
      sql: "DELETE FROM posting_blocks WHERE id >= ? AND id < ?",
      arguments: [Self.block(part, 0), Self.block(part + 1, 0)])
  }

  /// Merges lists that have no article in common.
  static func merged(_ lists: [[UInt8]]) -> [UInt8] {
    guard lists.count > 1 else { return lists.first ?? [] }
    var merged = PostingList(capacityInBytes: lists.reduce(lists.count * 4) { $0 + $1.count })
    PostingCursor.walk(lists) { cursors in
      for index in cursors.indices { cursors[index].advance() }
      // The articles of different parts rarely interleave: the part with the lowest article continues until another one
      // is lower.
      while true {
        var lowest = 0
        for index in cursors.indices.dropFirst() where cursors[index].article < cursors[lowest].article {
          lowest = index
        }
        guard cursors[lowest].article < PostingCursor.end else { return }
        var last = PostingCursor.end
        for index in cursors.indices where index != lowest { last = min(last, cursors[index].article) }
        merged.append(&cursors[lowest], through: last)
      }
    }
    return merged.bytes
  }

  // MARK: Reading

  /// A list in one part.
  struct PartList {
    var part: Int64
    var bytes: [UInt8]
  }

  /// The lists of one token, of each part that has it.
  func lists(of token: [UInt8]) throws -> [PartList] {
    try lists { part in
      var found: [UInt8]?
      var lists = ListReader(db, part: part)
      try forEachDirectoryRow(of: part, from: token, through: token) { row in
        if let entry = row.entries.first(where: { $0.token == token }) { found = try lists.list(entry) }
      }
      return found
    }
  }

  /// For each part that has any, the united list of all tokens with a common prefix.
  func lists(ofTokensBeginningWith prefix: [UInt8]) throws -> [PartList] {
    try lists { part in
      var found: [[UInt8]] = []
      var lists = ListReader(db, part: part)
      // No byte of UTF-8 is higher.
      try forEachDirectoryRow(of: part, from: prefix, through: prefix + [0xFF]) { row in
        for entry in row.entries where entry.token.starts(with: prefix) { found.append(try lists.list(entry)) }
      }
      return found.count < 2 ? found.first : Self.united(found)
    }
  }

  private func lists(in part: (Int64) throws -> [UInt8]?) throws -> [PartList] {
    var parts: [Int64] = []
    try RawStatement(db, "SELECT id FROM posting_parts ORDER BY id").forEach { parts.append($0.integer(0)) }
    return try parts.compactMap { number in try part(number).map { PartList(part: number, bytes: $0) } }
  }

  /// Merges lists of the same articles.
  private static func united(_ lists: [[UInt8]]) -> [UInt8] {
    var positions: [UInt64] = []
    PostingCursor.walk(lists) { cursors in
      for index in cursors.indices {
        cursors[index].advance()
        while cursors[index].article < PostingCursor.end {
          let article = UInt64(UInt32(bitPattern: cursors[index].article)) << 32
          cursors[index].forEachPosition { if $0 >= 0 { positions.append(article | UInt64(UInt32($0))) } }
          cursors[index].advance()
        }
      }
    }
    positions.sort()
    var united = PostingList()
    var start = 0
    while start < positions.count {
      let article = positions[start] >> 32
      var end = start
      while end < positions.count, positions[end] >> 32 == article { end += 1 }
      united.append(
        Int32(truncatingIfNeeded: article), positions: positions[start..<end].map { Int32(truncatingIfNeeded: $0) })
      start = end
    }
    return united.bytes
  }

  /// Reads the rows of a part's directory that may have tokens from one to another, both included.
  private func forEachDirectoryRow(
    of part: Int64, from first: [UInt8], through last: [UInt8], _ body: (DirectoryRow) throws -> Void
  ) throws {
    let sql = """
      SELECT bytes, hash FROM posting_tokens
      WHERE part = ?1 AND first <= ?3 AND first >= coalesce(
        (SELECT first FROM posting_tokens WHERE part = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1), ?2)
      ORDER BY first
      """
    try RawStatement(db, sql).forEach(part, blobs: first, last) { row in
      try body(DirectoryRow(row.blob(0), hash: row.integer(1)))
    }
  }

  static func readBlock(_ db: Database, _ part: Int64, _ number: Int) throws -> [UInt8] {
    var bytes: [UInt8]?
    try RawStatement(db, "SELECT bytes, hash FROM posting_blocks WHERE id = ?").forEach(block(part, number)) { row in
      let read = row.blob(0)
      if StableHash.hash(ofBlock: read) == row.integer(1) { bytes = read }
    }
    guard let bytes else { throw damage }
    return bytes
  }

  /// SQLite does not notice damage inside a long blob.
  static let damage = DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a block of the text index is damaged")

  // MARK: Parts

  /// A row of the directory: consecutive tokens, and the position of each one's list in the stream of the part.
  struct DirectoryRow {
    struct Entry {
      var token: [UInt8]
      var start: Int
      var size: Int
    }
    var entries: [Entry] = []

    /// - Parameter bytes: Where the first list begins; then for each token how many bytes it shares with the previous
    ///   one, how many follow, those bytes, and the length of its list.
    init(_ bytes: [UInt8], hash: Int64) throws {
      guard StableHash.hash(ofBlock: bytes) == hash else { throw PostingStore.damage }
      var index = 0
      func number() throws -> Int {
        var value = 0
        var shift = 0
        while index < bytes.count, shift < 56 {
          let byte = bytes[index]
          index += 1
          value |= Int(byte & 0x7F) << shift
          if byte < 0x80 { return value }
          shift += 7
        }
        throw PostingStore.damage
      }
      var start = try number()
      var token: [UInt8] = []
      while index < bytes.count {
        let (shared, rest) = (try number(), try number())
        guard shared <= token.count, rest <= bytes.count - index else { throw PostingStore.damage }
        token.removeSubrange(shared...)
        token += bytes[index..<index + rest]
        index += rest
        let size = try number()
        entries.append(Entry(token: token, start: start, size: size))
        start += size
      }
    }
  }

  /// Writes a part.
  private struct PartWriter {
    private let db: Database
    private let part: Int64
    private var block: [UInt8] = []
    private var blockNumber = 0
    private var position = 0
    private var row: [UInt8] = []
    private var firstToken: [UInt8] = []
    private var lastToken: [UInt8] = []

    init(_ db: Database, level: Int64) throws {
      self.db = db
      // A number is not reused while a part with that number may still be deleted in the same transaction.
      part = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM posting_parts") ?? 0) + 1
      try db.execute(sql: "INSERT INTO posting_parts (id, level) VALUES (?, ?)", arguments: [part, level])
      block.reserveCapacity(2 * PostingStore.blockSizeInBytes)
    }

    mutating func add(_ token: [UInt8], _ list: [UInt8]) throws {
      if row.count > PostingStore.directoryRowSizeInBytes { try finishRow() }
      if row.isEmpty {
        firstToken = token
        lastToken = []
        PostingList.append(position, to: &row)
      }
      var shared = 0
      while shared < min(token.count, lastToken.count), token[shared] == lastToken[shared] { shared += 1 }
      PostingList.append(shared, to: &row)
      PostingList.append(token.count - shared, to: &row)
      row += token[shared...]
      PostingList.append(list.count, to: &row)
      lastToken = token
      position += list.count
      var rest = list[...]
      while !rest.isEmpty {
        let room = PostingStore.blockSizeInBytes - block.count
        block += rest.prefix(room)
        rest = rest.dropFirst(room)
        if block.count == PostingStore.blockSizeInBytes { try finishBlock() }
      }
    }

    private mutating func finishRow() throws {
      guard !row.isEmpty else { return }
      try db.cachedStatement(sql: "INSERT INTO posting_tokens (part, first, bytes, hash) VALUES (?, ?, ?, ?)")
        .execute(arguments: [part, Data(firstToken), Data(row), StableHash.hash(ofBlock: row)])
      row.removeAll(keepingCapacity: true)
    }

    private mutating func finishBlock() throws {
      try db.cachedStatement(sql: "INSERT INTO posting_blocks (id, hash, bytes) VALUES (?, ?, ?)")
        .execute(
          arguments: [PostingStore.block(part, blockNumber), StableHash.hash(ofBlock: block), Data(block)])
      blockNumber += 1
      block.removeAll(keepingCapacity: true)
    }

    mutating func finish() throws {
      try finishRow()
      if !block.isEmpty { try finishBlock() }
    }
  }

  /// Reads lists of a part. Consecutive ones mostly share a block, which is read once.
  private struct ListReader {
    private let db: Database
    private let part: Int64
    private let deletesReadBlocks: Bool
    private var block: [UInt8] = []
    private var blockNumber = -1

    init(_ db: Database, part: Int64, deletesReadBlocks: Bool = false) {
      self.db = db
      self.part = part
      self.deletesReadBlocks = deletesReadBlocks
    }

    mutating func list(_ entry: DirectoryRow.Entry) throws -> [UInt8] {
      var list: [UInt8] = []
      list.reserveCapacity(entry.size)
      while list.count < entry.size {
        let position = entry.start + list.count
        let number = position / PostingStore.blockSizeInBytes
        if number != blockNumber {
          if deletesReadBlocks, blockNumber >= 0 {
            try db.cachedStatement(sql: "DELETE FROM posting_blocks WHERE id = ?")
              .execute(arguments: [PostingStore.block(part, blockNumber)])
          }
          block = try PostingStore.readBlock(db, part, number)
          blockNumber = number
        }
        let offset = position % PostingStore.blockSizeInBytes
        guard offset < block.count else { throw PostingStore.damage }
        list += block[offset..<min(block.count, offset + entry.size - list.count)]
      }
      return list
    }
  }

  /// Reads a part's lists one after another.
  private struct PartReader {
    private var lists: ListReader
    private let rows: [(bytes: [UInt8], hash: Int64)]
    private var rowNumber = 0
    private var entries: ArraySlice<DirectoryRow.Entry> = []

    init(_ db: Database, part: Int64, deletesReadBlocks: Bool) throws {
      lists = ListReader(db, part: part, deletesReadBlocks: deletesReadBlocks)
      rows = try Row.fetchAll(
        db, sql: "SELECT bytes, hash FROM posting_tokens WHERE part = ? ORDER BY first", arguments: [part]
      ).map { row in
        let bytes: Data = row[0]
        return (Array(bytes), row[1])
      }
      try readEntries()
    }

    /// The token whose list comes next; `nil` at the end.
    var token: [UInt8]? { entries.first?.token }

    private mutating func readEntries() throws {
      while entries.isEmpty, rowNumber < rows.count {
        entries = try DirectoryRow(rows[rowNumber].bytes, hash: rows[rowNumber].hash).entries[...]
        rowNumber += 1
      }
    }

    mutating func nextList() throws -> [UInt8] {
      guard let entry = entries.popFirst() else { return [] }
      let list = try lists.list(entry)
      try readEntries()
      return list
    }
  }
}
