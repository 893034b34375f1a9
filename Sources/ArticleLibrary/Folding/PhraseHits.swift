import GRDB
import GRDBSQLite

/// The rows that contain an FTS5 phrase, collected without having SQLite create a row for each.
///
/// `phrase_hits(table, pointer)` is an auxiliary function: called for the first row of a match, it walks through all rows
/// of the same phrase itself.
///
/// Source: SQLite documentation, "The FTS5 Extension Application API", section 7.1 Custom Auxiliary Functions
/// (`xQueryPhrase`), and "Pointer Passing Interfaces".
final class PhraseHits {
  private(set) var members: BitSet

  private init(capacity: Int) { members = BitSet(capacity: capacity) }

  /// Finds a phrase.
  ///
  /// - Parameters:
  ///   - match: A single phrase in FTS5's query syntax.
  ///   - table: The FTS5 table.
  ///   - capacity: Rows from this number on are ignored.
  static func find(_ match: [UInt8], in table: String, capacity: Int, _ db: Database) throws -> PhraseHits {
    let hits = PhraseHits(capacity: capacity)
    let statement = try RawStatement(
      db, "SELECT phrase_hits(\(table), ?2) FROM \(table) WHERE \(table) MATCH ?1 LIMIT 1")
    var code: CInt = SQLITE_OK
    try withExtendedLifetime(hits) {
      try statement.forEach(text: match, pointer: Unmanaged.passUnretained(hits).toOpaque(), type: pointerType) {
        code = CInt(truncatingIfNeeded: $0.integer(0))
      }
    }
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    return hits
  }

  /// SQLite keeps the pointer to the name of a pointer's type and compares it later, so the name has to be static.
  private static let pointerType: StaticString = "yuelan.phrase-hits"
  private static let interfaceType: StaticString = "fts5_api_ptr"

  static func register(in db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    var api: UnsafeMutablePointer<fts5_api>?
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, nil) == SQLITE_OK else {
      throw DatabaseError(message: "SQLite without FTS5")
    }
    defer { sqlite3_finalize(statement) }
    withUnsafeMutablePointer(to: &api) { pointer in
      let type = UnsafeRawPointer(interfaceType.utf8Start).assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_pointer(statement, 1, pointer, type, nil)
      sqlite3_step(statement)
    }
    guard let api else { throw DatabaseError(message: "SQLite without FTS5") }
    let code = api.pointee.xCreateFunction(
      api, "phrase_hits", nil,
      { api, context, result, argumentCount, arguments in
        let type = UnsafeRawPointer(PhraseHits.pointerType.utf8Start).assumingMemoryBound(to: CChar.self)
        guard let api, let context, argumentCount == 1, let pointer = sqlite3_value_pointer(arguments?[0], type) else {
          return sqlite3_result_int(result, SQLITE_MISUSE)
        }
        let code = api.pointee.xQueryPhrase(context, 0, pointer) { api, context, pointer in
          guard let api, let context, let pointer else { return SQLITE_MISUSE }
          let hits = Unmanaged<PhraseHits>.fromOpaque(pointer).takeUnretainedValue()
          hits.members.insert(Int(api.pointee.xRowid(context)))
          return SQLITE_OK
        }
        sqlite3_result_int(result, code)
      }, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
