import GRDB
import GRDBSQLite

extension IndexDatabase.Fault {
  /// `nil` for an error that is not about the database.
  init?(_ error: DatabaseError) {
    if error.isDamage {
      self = .damaged(error.fault)
    } else if error.isStorageFailure {
      self = .unreachable(error.fault)
    } else {
      return nil
    }
  }
}

extension DatabaseError {
  /// Whether the file itself is at fault, in which case a rebuild helps.
  var isDamage: Bool {
    if resultCode == .SQLITE_ERROR, let message {
      // The errors caused by a damaged schema. Mistakes in a query have the same code.
      return ["no such table", "no such column", "has no column", "malformed", "vtable constructor", "file format"]
        .contains { message.contains($0) }
    }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_EMPTY].contains(resultCode)
  }

  /// Whether the disk or another process's lock is at fault, in which case an index in memory helps.
  var isStorageFailure: Bool {
    [
      .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PERM,
      .SQLITE_NOLFS, .SQLITE_PROTOCOL, .SQLITE_NOMEM,
    ].contains(resultCode)
  }

  /// The fault, without GRDB's types.
  var fault: DatabaseFault { .sqlite(code: extendedResultCode.rawValue, message: message ?? "") }
}

extension LibraryError {
  init(_ error: any Error) {
    switch error {
    case let error as LibraryError: self = error
    case let error as DatabaseError:
      self = .database(code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql)
    default: self = .database(code: SQLITE_ERROR, message: String(describing: error), sql: nil)
    }
  }
}
