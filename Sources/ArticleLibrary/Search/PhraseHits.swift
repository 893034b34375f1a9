import GRDB
import GRDBSQLite

/// `term_frequency(bodies)`: how often the phrase of a match stands in a row, as a function of FTS5's.
///
/// FTS5's own `bm25()` reads each row's length from the database; ours are in memory already.
/// Source: SQLite documentation, "The FTS5 Extension Application API", section 7.1 Custom Auxiliary Functions.
enum TermFrequency {
  /// SQLite keeps the pointer to the name of a pointer's type and compares it later: it has to be static.
  private static let pointerType: StaticString = "fts5_api_ptr"

  static func register(in db: Database) throws {
    guard let connection = db.sqliteConnection else { return }
    var api: UnsafeMutablePointer<fts5_api>?
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, "SELECT fts5(?)", -1, &statement, nil) == SQLITE_OK else {
      throw DatabaseError(message: "SQLite without FTS5")
    }
    defer { sqlite3_finalize(statement) }
    withUnsafeMutablePointer(to: &api) { pointer in
      let type = UnsafeRawPointer(pointerType.utf8Start).assumingMemoryBound(to: CChar.self)
      _ = sqlite3_bind_pointer(statement, 1, pointer, type, nil)
      sqlite3_step(statement)
    }
    guard let api else { throw DatabaseError(message: "SQLite without FTS5") }
    let code = api.pointee.xCreateFunction(
      api, "term_frequency", nil,
      { api, context, result, _, _ in
        guard let api, let context else { return }
        var iterator = Fts5PhraseIter()
        var column: CInt = 0
        var place: CInt = 0
        var count: CInt = 0
        guard api.pointee.xPhraseFirst(context, 0, &iterator, &column, &place) == SQLITE_OK else { return }
        // Past 64 the weight has long since stopped growing.
        while column >= 0, count < 64 {
          count += 1
          api.pointee.xPhraseNext(context, &iterator, &column, &place)
        }
        sqlite3_result_int(result, count)
      }, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
