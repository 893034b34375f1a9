import GRDB
import GRDBSQLite

/// Steps through a statement without creating a value for each row: for loops over every article.
///
/// Columns are converted as SQLite converts them, so that a value of another type, which damage may leave, does not
/// trap.
struct RawStatement {
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    guard let handle = statement.sqliteStatement as OpaquePointer? else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    self.handle = handle
    sqlite3_reset(handle)
  }

  /// Runs the statement with these arguments, passing each row to `body`.
  func forEach(_ arguments: Int64..., body: (RawStatement) throws -> Void) throws {
    sqlite3_reset(handle)
    for (index, argument) in arguments.enumerated() { sqlite3_bind_int64(handle, CInt(index + 1), argument) }
    try run(body)
  }

  /// Runs the statement with one text argument and integers after it.
  func forEach(text: [UInt8], _ arguments: Int64..., body: (RawStatement) throws -> Void) throws {
    sqlite3_reset(handle)
    bind(text)
    for (index, argument) in arguments.enumerated() { sqlite3_bind_int64(handle, CInt(index + 2), argument) }
    try run(body)
  }

  /// Runs the statement with these texts.
  func forEach(texts first: String, _ others: String..., body: (RawStatement) throws -> Void) throws {
    sqlite3_reset(handle)
    for (index, text) in ([first] + others).enumerated() { bind(Array(text.utf8), at: index + 1) }
    try run(body)
  }

  /// Runs the statement with one integer and blobs after it, none of which is empty.
  func forEach(_ number: Int64, blobs: [UInt8]..., body: (RawStatement) throws -> Void) throws {
    sqlite3_reset(handle)
    sqlite3_bind_int64(handle, 1, number)
    for (index, blob) in blobs.enumerated() {
      _ = blob.withUnsafeBytes {
        sqlite3_bind_blob(handle, CInt(index + 2), $0.baseAddress, CInt($0.count), Self.copied)
      }
    }
    try run(body)
  }

  /// Runs the statement with one text argument followed by a pointer that only a function of the same type can read.
  func forEach(
    text: [UInt8], pointer: UnsafeMutableRawPointer, type: StaticString, body: (RawStatement) throws -> Void
  ) throws {
    sqlite3_reset(handle)
    bind(text)
    let name = UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self)
    _ = sqlite3_bind_pointer(handle, 2, pointer, name, nil)
    try run(body)
  }

  private func bind(_ text: [UInt8], at place: Int = 1) {
    text.withUnsafeBytes { buffer in
      _ = sqlite3_bind_text(
        handle, CInt(place), buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), Self.copied)
    }
  }

  /// `SQLITE_TRANSIENT`: SQLite copies what is bound.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private func run(_ body: (RawStatement) throws -> Void) throws {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        let connection = sqlite3_db_handle(handle)
        throw DatabaseError(
          resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
          message: String(cString: sqlite3_errmsg(connection)), sql: statement.sql)
      }
      try body(self)
    }
  }

  @inline(__always)
  func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: CInt) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  func double(_ column: CInt) -> Double { sqlite3_column_double(handle, column) }

  func text(_ column: CInt) -> String? {
    guard let bytes = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func blob(_ column: CInt) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
