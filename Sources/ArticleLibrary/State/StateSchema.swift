import GRDB

/// The tables of the state database. The reader's data is never thrown away: an older version is migrated, a newer one
/// is left as it is.
enum StateSchema {
  /// Increases with every change of the tables; stored in SQLite's `user_version`. 0 is what 0.1.0 wrote.
  static let version: Int32 = Int32(migrations.count)
  /// `yues` in ASCII: marks the file as ours.
  static let applicationID: Int32 = 0x7975_6573

  /// How each version is made from the one before; the first from nothing or from 0.1.0's.
  private static let migrations: [@Sendable (Database) throws -> Void] = [
    { db in
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS articles (
            key TEXT PRIMARY KEY, hash INTEGER NOT NULL, is_read INTEGER NOT NULL DEFAULT 0,
            utf8_offset INTEGER, share REAL, opened INTEGER, title TEXT, url TEXT, path TEXT
          ) WITHOUT ROWID;
          CREATE INDEX IF NOT EXISTS articles_opened ON articles (opened) WHERE opened IS NOT NULL;
          CREATE INDEX IF NOT EXISTS articles_read ON articles (hash) WHERE is_read;
          CREATE TABLE IF NOT EXISTS searches (
            name TEXT PRIMARY KEY, query TEXT NOT NULL, number INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE IF NOT EXISTS memory (
            library TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (library, key)
          ) WITHOUT ROWID;
          CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
          INSERT INTO meta VALUES ('read_revision', 1);
          """)
    }
  ]

  static func version(of db: Database) throws -> Int32 { try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

  /// Migrates a database to this version; does nothing if it already has it.
  ///
  /// - Throws: `StateIsNewer` for a version that only a later program knows.
  static func migrate(_ database: DatabaseQueue) throws {
    let found = try database.read(version(of:))
    guard found <= Self.version else { throw StateIsNewer() }
    guard found < Self.version else { return }
    try database.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        // Another process may have done it while this one was waiting.
        let found = try version(of: db)
        guard found >= 0, found < Self.version else { return .commit }
        for migration in migrations[Int(found)...] { try migration(db) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Self.version)")
        return .commit
      }
    }
  }
}

/// The state is of a version that this program does not know.
struct StateIsNewer: Error {}
