import GRDB
import Glibc
import Text

/// The whole content of a state database, as a value: it is salvaged from a damaged one, copied, and written to a new
/// one.
struct StateContent: Sendable, Equatable {
  struct Article: Sendable, Equatable {
    var hash: Int64
    var isRead = false
    var utf8Offset: Int64?
    var share: Double?
    var opened: Int64?
    var title: String?
    var url: String?
    var path: String?
  }
  struct Search: Sendable, Equatable {
    var query: String
    var number: Int64
  }
  struct MemoryKey: Sendable, Hashable {
    var library: String
    var key: String
  }

  var articles: [String: Article] = [:]
  var searches: [String: Search] = [:]
  var memory: [MemoryKey: String] = [:]

  var isEmpty: Bool { articles.isEmpty && searches.isEmpty && memory.isEmpty }

  /// The largest state file that is read: a mark takes some 100 bytes.
  private static let largestInBytes = 1 << 30

  init() {}

  /// Every row that can be read from a state file, whatever its condition; nothing if there is no such file.
  init(salvaging path: String) {
    func bytes(_ path: String) -> [UInt8] {
      (try? RegularFile.read(DumpPath(path), atMost: Self.largestInBytes))?.bytes ?? []
    }
    // The log first: a concurrent checkpoint moves pages from it to the file, never back.
    let log = bytes(path + "-wal")
    SQLitePages(file: bytes(path), log: log).forEachRecord { add($0) }
  }

  /// Treats a record as a row of the table that it looks like. A row that is already known stays: those of intact trees
  /// come first.
  private mutating func add(_ record: SQLitePages.Record) {
    switch record.count {
    case 9...:
      // key, hash, is_read, utf8_offset, share, opened, title, url, path; later versions may have added columns.
      guard case .text(let key) = record[0], !key.isEmpty, case .integer(let hash) = record[1],
        case .integer(let isRead) = record[2], (0...1).contains(isRead), record[3].isWhole, record[5].isWhole
      else { return }
      var article = Article(hash: hash, isRead: isRead == 1)
      article.utf8Offset = record[3].integer
      article.share = record[4].real
      article.opened = record[5].integer
      article.title = record[6].text
      article.url = record[7].text
      article.path = record[8].text
      // Only an index said that it was read.
      if let known = articles[key], known != Article(hash: hash, isRead: true) { return }
      articles[key] = article
    case 2:
      // The index of read articles (hash, key), which looks like that of opened ones except for the hash.
      if case .text(let key) = record[1], case .integer(let hash) = record[0], articles[key] == nil,
        hash == Int64(bitPattern: StableHash.hash(key))
      {
        articles[key] = Article(hash: hash, isRead: true)
      }
    case 3:
      guard case .text(let first) = record[0], case .text(let second) = record[1] else { return }
      switch record[2] {
      case .integer(let number): if searches[first] == nil { searches[first] = Search(query: second, number: number) }
      case .text(let value):
        let key = MemoryKey(library: first, key: second)
        if memory[key] == nil { memory[key] = value }
      default: break
      }
    default: break
    }
  }

  /// Adds what another content has and this one lacks.
  mutating func fill(from older: StateContent) {
    articles.merge(older.articles) { mine, _ in mine }
    searches.merge(older.searches) { mine, _ in mine }
    memory.merge(older.memory) { mine, _ in mine }
  }

  /// Writes everything to a database that has the tables; existing rows are replaced.
  func write(into db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO articles (key, hash, is_read, utf8_offset, share, opened, title, url, path)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (key, article) in articles {
      try insert.execute(
        arguments: [
          key, article.hash, article.isRead, article.utf8Offset, article.share,
          article.opened, article.title, article.url, article.path,
        ])
    }
    for (name, search) in searches {
      try db.execute(
        sql: "INSERT OR REPLACE INTO searches (name, query, number) VALUES (?, ?, ?)",
        arguments: [name, search.query, search.number])
    }
    for (key, value) in memory {
      try db.execute(
        sql: "INSERT OR REPLACE INTO memory (library, key, value) VALUES (?, ?, ?)",
        arguments: [key.library, key.key, value])
    }
  }
}

extension SQLitePages.Value {
  fileprivate var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  fileprivate var isWhole: Bool {
    switch self {
    case .integer, .null: true
    default: false
    }
  }
  fileprivate var text: String? { if case .text(let value) = self { value } else { nil } }
  /// SQLite stores a whole number as an integer, even in a column of reals.
  fileprivate var real: Double? {
    switch self {
    case .real(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
}
