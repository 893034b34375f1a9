import GRDB

/// The tables of an index. It is a cache: an index of another version is rebuilt, never migrated.
enum IndexSchema {
  /// Increase it with every change to the tables, the identities, the tokenizer, the folding tables or the parser's
  /// results.
  static let version: Int32 = 14
  /// `yuel` in ASCII: marks the file as ours.
  static let applicationID: Int32 = 0x7975_656C

  /// No two indexes have the same epoch: articles' numbers mean nothing in another one, even if it has replaced an index
  /// whose files were deleted. Generations begin where those of no other index are, for the same reason.
  static func create(_ db: Database) throws {
    let (generation, epoch) = (Int64.random(in: 1 << 40..<1 << 50), Int64.random(in: 1..<Int64.max))
    try db.execute(
      sql: """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO meta VALUES ('generation', \(generation)), ('epoch', \(epoch));
        CREATE TABLE folders (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE);
        -- `version` is empty until all entries were read.
        CREATE TABLE containers (
          id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, signature INTEGER NOT NULL, version BLOB NOT NULL
        );
        CREATE TABLE publishers (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL);
        CREATE TABLE sections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE shelves (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (kind, name));
        CREATE TABLE shelved (
          article INTEGER NOT NULL, shelf INTEGER NOT NULL, PRIMARY KEY (article, shelf)
        ) WITHOUT ROWID;
        CREATE TABLE articles (
          id INTEGER PRIMARY KEY,
          changed INTEGER NOT NULL,
          flags INTEGER NOT NULL,
          folder INTEGER NOT NULL,
          name BLOB NOT NULL,
          signature INTEGER NOT NULL,
          size INTEGER NOT NULL,
          container INTEGER NOT NULL,
          locator BLOB,
          dialect TEXT NOT NULL,
          title TEXT NOT NULL,
          url TEXT,
          authors TEXT,
          language TEXT,
          publisher INTEGER NOT NULL,
          section INTEGER NOT NULL,
          published INTEGER, published_offset INTEGER NOT NULL, published_form INTEGER NOT NULL,
          fed INTEGER, fed_offset INTEGER NOT NULL,
          characters INTEGER NOT NULL,
          key INTEGER NOT NULL,
          address INTEGER NOT NULL,
          fingerprint INTEGER NOT NULL,
          dump INTEGER NOT NULL
        );
        CREATE INDEX articles_changed ON articles (changed);
        CREATE INDEX articles_key ON articles (key);
        CREATE INDEX articles_shared ON articles (address) WHERE flags & 64;
        -- The places of entries by their paths; files of their own are opened by theirs.
        CREATE INDEX articles_entry ON articles (folder, name) WHERE container <> 0;
        CREATE INDEX articles_dump ON articles (dump) WHERE key <> address;
        CREATE TABLE passed_over (
          signature INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name BLOB NOT NULL, reason TEXT NOT NULL,
          container INTEGER NOT NULL
        );
        CREATE TABLE profiles (
          site TEXT PRIMARY KEY, bytes BLOB NOT NULL, settled INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE snapshot (
          name TEXT PRIMARY KEY, generation INTEGER NOT NULL, bytes BLOB NOT NULL, hash INTEGER NOT NULL
        );
        CREATE VIRTUAL TABLE titles USING fts5(
          title, authors, spelling, content='', columnsize=0, tokenize='folded');
        INSERT INTO titles(titles, rank) VALUES ('hashsize', 16777216);
        """)
    try db.execute(sql: PostingStore.tables)
    try mark(db)
  }

  private static func mark(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }
}
