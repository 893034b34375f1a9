import Foundation
import GRDB
import Glibc
import SeededRandom
import Testing

@testable import ArticleLibrary

/// Damage, locks and foreign files in place of the state.
@Suite struct StateRecoveryTests {
  private struct Made {
    var folder: TestFolder
    var directory: String
    var path: String
    var keys: [ArticleIdentity]
  }

  private static func key(_ number: Int) throws -> ArticleIdentity {
    try #require(
      ArticleAddress("https://www.rfi.fr/cn/a-long-folder-for-an-article-of-that-day/\(number)").map(
        ArticleIdentity.init(address:)))
  }

  /// A state with marks on many pages, a position, a search and a remembered value, all in the main file.
  private func made(_ count: Int = 1_500) throws -> Made {
    let folder = try TestFolder()
    let directory = folder.path + "/state"
    let keys = try (0..<count).map(Self.key)
    let path = directory + "/state.sqlite"
    do {
      let store = try StateStore(directory, notices: NoticeBoard())
      try store.mark(keys, asRead: true)
      try store.setPosition(ReadingPosition(utf8Offset: 4_031, share: 0.5), keys[0])
      try store.save(SavedSearch(name: "月亮", query: "月亮 -火星"))
      try store.remember("session", as: "list", library: "/archive")
    }
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    for number in 1...2 { unlink(directory + "/state.backup-\(number).sqlite") }
    return Made(folder: folder, directory: directory, path: path, keys: keys)
  }

  private func damage(_ path: String, _ range: Range<Int>, seed: UInt64 = 7) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var generator = SeededGenerator(seed: seed)
    for index in range.clamped(to: 0..<bytes.count) {
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.write(contentsOf: bytes)
    try handle.close()
  }

  private func readCount(_ store: StateStore, _ made: Made) throws -> Int {
    let hashes = try store.readMarks().hashes
    return made.keys.count { hashes.contains($0.hash) }
  }

  /// With `synchronous` at NORMAL, the changes since the last checkpoint would be lost when the power fails.
  @Test func everyChangeIsSynced() throws {
    let made = try made(1)
    let connection = try StateFile(directory: made.directory).open()
    let (synchronous, journalMode) = try connection.writing.read { db in
      try (Int.fetchOne(db, sql: "PRAGMA synchronous"), String.fetchOne(db, sql: "PRAGMA journal_mode"))
    }
    #expect(synchronous == 2 && journalMode == "wal")
  }

  @Test func aDamagedPageLosesOnlyItsOwnRecords() throws {
    let made = try made()
    let whole = try Data(contentsOf: URL(fileURLWithPath: made.path))
    let pageCount = whole.count / 4_096
    #expect(pageCount > 30)
    for page in stride(from: 0, to: pageCount, by: 3) {
      for suffix in ["", "-wal", "-shm", ".damaged"] { unlink(made.path + suffix) }
      try whole.write(to: URL(fileURLWithPath: made.path))
      try damage(made.path, page * 4_096..<(page + 1) * 4_096, seed: UInt64(page))
      let damaged = try Data(contentsOf: URL(fileURLWithPath: made.path))
      let board = NoticeBoard()
      let store = try StateStore(made.directory, notices: board)
      // About 35 keys are on a page, and again in the index of what is read.
      #expect(try readCount(store, made) > made.keys.count - 60, "page \(page)")
      _ = try store.history(limit: 10)
      _ = try store.savedSearches()
      try store.mark(made.keys, asRead: true)
      #expect(try readCount(store, made) == made.keys.count, "page \(page)")
      let reopened = try StateStore(made.directory, notices: NoticeBoard())
      #expect(try readCount(reopened, made) == made.keys.count, "page \(page)")
      if case .stateDamaged(let aside, _)? = board.notices.first {
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == damaged, "page \(page)")
      } else {
        // Pages that nothing refers to may contain anything.
        #expect(board.notices.isEmpty, "page \(page)")
      }
    }
  }

  @Test func damageDuringASessionIsRepairedInIt() throws {
    let made = try made()
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    let size = try Data(contentsOf: URL(fileURLWithPath: made.path)).count
    try damage(made.path, 4_096..<size / 2)
    #expect(try readCount(store, made) > made.keys.count / 4)
    try store.mark([made.keys[3]], asRead: false)
    try store.setPosition(ReadingPosition(utf8Offset: 12, share: 0), made.keys[1])
    #expect(board.notices.count == 1)
    guard case .stateDamaged(let aside, let count)? = board.notices.first else {
      Issue.record("\(board.notices)")
      return
    }
    #expect(aside == made.path + ".damaged")
    #expect(count > 0)
    let reopened = try StateStore(made.directory, notices: board)
    #expect(try reopened.position(made.keys[1])?.utf8Offset == 12)
    #expect(try !reopened.readMarks().hashes.contains(made.keys[3].hash))
  }

  @Test func aBackupSuppliesWhatCannotBeRead() throws {
    let made = try made()
    do {
      // The first change of a session finds no backup, and makes one.
      let store = try StateStore(made.directory, notices: NoticeBoard())
      try store.setPosition(ReadingPosition(utf8Offset: 99, share: 0), made.keys[2])
    }
    let backup = made.directory + "/state.backup-1.sqlite"
    #expect(FileManager.default.fileExists(atPath: backup))
    var status = stat()
    #expect(stat(backup, &status) == 0 && status.st_mode & 0o777 == 0o600)
    for suffix in ["-wal", "-shm"] { unlink(made.path + suffix) }
    try damage(made.path, 100..<10_000_000)
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    #expect(try readCount(store, made) == made.keys.count)
    #expect(try store.position(made.keys[2])?.utf8Offset == 99)
    #expect(try store.savedSearches() == [SavedSearch(name: "月亮", query: "月亮 -火星")])
    #expect(try store.remembered("session", library: "/archive") == "list")
    #expect(
      board.notices == [.stateDamaged(movedTo: made.path + ".damaged", restoredCount: made.keys.count)])
  }

  @Test func backupsAreFewAndAtMostDaily() throws {
    let made = try made(20)
    func backups() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: made.directory).filter { $0.contains("backup") }.sorted()
    }
    func change() throws {
      let store = try StateStore(made.directory, notices: NoticeBoard())
      try store.mark([made.keys[0]], asRead: true)
    }
    func age(byDays days: Int) {
      let newest = made.directory + "/state.backup-1.sqlite"
      let time = timeval(tv_sec: Glibc.time(nil) - days * 86_400, tv_usec: 0)
      utimes(newest, [time, time])
    }
    try change()
    try change()
    #expect(try backups() == ["state.backup-1.sqlite"])
    for _ in 0..<4 {
      age(byDays: 2)
      try change()
      #expect(try backups() == ["state.backup-1.sqlite", "state.backup-2.sqlite"])
    }
    // Dated in the future: the clock was set back.
    let before = FileIdentity(path: made.directory + "/state.backup-1.sqlite")
    age(byDays: -400)
    try change()
    #expect(FileIdentity(path: made.directory + "/state.backup-1.sqlite") != before)
  }

  @Test func anEmptiedStateIsRestoredFromItsBackup() throws {
    let made = try made(50)
    try StateStore(made.directory, notices: NoticeBoard()).mark([made.keys[0]], asRead: true)
    for suffix in ["-wal", "-shm"] { unlink(made.path + suffix) }
    truncate(made.path, 0)
    let store = try StateStore(made.directory, notices: NoticeBoard())
    #expect(try readCount(store, made) == 50)
  }

  @Test func theStateOf010IsMigrated() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/state", withIntermediateDirectories: true)
    let path = folder.path + "/state/state.sqlite"
    let key = try Self.key(1)
    // The statements that 0.1.0 ran.
    try DatabaseQueue(path: path).write { db in
      try db.execute(
        sql: """
          CREATE TABLE articles (
            key TEXT PRIMARY KEY, hash INTEGER NOT NULL, is_read INTEGER NOT NULL DEFAULT 0,
            utf8_offset INTEGER, share REAL, opened INTEGER, title TEXT, url TEXT, path TEXT
          ) WITHOUT ROWID;
          CREATE INDEX articles_opened ON articles (opened) WHERE opened IS NOT NULL;
          CREATE INDEX articles_read ON articles (hash) WHERE is_read;
          CREATE TABLE searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID;
          CREATE TABLE memory (
            library TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (library, key)
          ) WITHOUT ROWID;
          INSERT INTO searches VALUES ('月亮', '月亮 -火星', 1);
          """)
      try db.execute(
        sql: "INSERT INTO articles (key, hash, is_read, utf8_offset, share) VALUES (?, ?, 1, 77, 0.25)",
        arguments: [key.text, Int64(bitPattern: key.hash)])
    }
    let board = NoticeBoard()
    let store = try StateStore(folder.path + "/state", notices: board)
    #expect(try store.readMarks().hashes == [key.hash])
    #expect(try store.position(key) == ReadingPosition(utf8Offset: 77, share: 0.25))
    #expect(try store.savedSearches().map(\.name) == ["月亮"])
    #expect(board.notices.isEmpty)
    #expect(try DatabaseQueue(path: path).read(StateSchema.version(of:)) == StateSchema.version)
  }

  @Test func aStateOfANewerVersionIsReadButNotChanged() throws {
    let made = try made(50)
    try DatabaseQueue(path: made.path).writeWithoutTransaction { db in
      try db.execute(
        sql: """
          ALTER TABLE articles ADD COLUMN colour TEXT;
          PRAGMA user_version = 900;
          PRAGMA wal_checkpoint(TRUNCATE);
          """)
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: made.path))
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    #expect(try readCount(store, made) == 50)
    #expect(try store.position(made.keys[0])?.utf8Offset == 4_031)
    try store.mark([made.keys[0]], asRead: false)
    #expect(try readCount(store, made) == 49)
    #expect(board.notices == [.stateOfNewerVersion(path: made.path)])
    #expect(try Data(contentsOf: URL(fileURLWithPath: made.path)) == before)
  }

  @Test func theStateMayBeMigratedByANewerVersionWhileOpen() throws {
    let made = try made(10)
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    try DatabaseQueue(path: made.path).write { try $0.execute(sql: "PRAGMA user_version = 900") }
    try store.mark([made.keys[0]], asRead: false)
    #expect(try readCount(store, made) == 9)
    #expect(board.notices == [.stateOfNewerVersion(path: made.path)])
    let kept = StateContent(salvaging: made.path)
    #expect(kept.articles[made.keys[0].text]?.isRead == true)
  }

  @Test func changesOfALockedStateAreSavedWhenItIsUnlocked() throws {
    let made = try made(50)
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    let other = try DatabaseQueue(path: made.path)
    let isLocked = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let hasEnded = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      try? other.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        isLocked.signal()
        mayEnd.wait()
        try db.execute(sql: "COMMIT")
      }
      hasEnded.signal()
    }
    isLocked.wait()
    let start = MonotonicClock.nowInMilliseconds
    try store.mark([made.keys[0]], asRead: false)
    #expect(MonotonicClock.nowInMilliseconds - start < 10_000)
    #expect(board.notices.count == 1)
    // From now on, nothing waits.
    try store.mark([made.keys[1]], asRead: false)
    #expect(try readCount(store, made) == 48)
    #expect(!store.keepPending())
    mayEnd.signal()
    hasEnded.wait()
    #expect(store.keepPending())
    #expect(board.notices.last == .stateKeptAgain(path: made.path))
    #expect(try readCount(store, made) == 48)
    #expect(try readCount(StateStore(made.directory, notices: board), made) == 48)
  }

  @Test(arguments: ["deleted", "replaced", "folder deleted"])
  func aStateRemovedMeanwhileIsRecreated(_ how: String) throws {
    let made = try made(50)
    let store = try StateStore(made.directory, notices: NoticeBoard())
    #expect(try readCount(store, made) == 50)
    switch how {
    case "deleted": for suffix in ["", "-wal", "-shm"] { unlink(made.path + suffix) }
    case "folder deleted": try FileManager.default.removeItem(atPath: made.directory)
    default:
      let other = try self.made(3)
      for suffix in ["-wal", "-shm"] { unlink(made.path + suffix) }
      rename(other.path, made.path)
    }
    #expect(try readCount(store, made) == (how == "replaced" ? 3 : 0))
    try store.mark([made.keys[9]], asRead: true)
    let reopened = try StateStore(made.directory, notices: NoticeBoard())
    #expect(try reopened.readMarks().hashes.contains(made.keys[9].hash))
  }

  @Test(arguments: ["folder", "link loop", "pipe", "socket of the log", "folder of the shared memory"])
  func somethingElseInPlaceOfTheStateFileDoesNotPreventReading(_ what: String) throws {
    let made = try made(5)
    switch what {
    case "folder":
      unlink(made.path)
      mkdir(made.path, 0o700)
    case "link loop":
      unlink(made.path)
      symlink("state.sqlite", made.path)
    case "pipe":
      unlink(made.path)
      mkfifo(made.path, 0o600)
    case "socket of the log": mkfifo(made.path + "-wal", 0o600)
    default: mkdir(made.path + "-shm", 0o700)
    }
    let board = NoticeBoard()
    let store = try StateStore(made.directory, notices: board)
    try store.mark([made.keys[0], Self.key(77)], asRead: true)
    #expect(try store.readMarks().hashes.contains(Self.key(77).hash))
    #expect(board.notices.contains { if case .stateNotKept = $0 { true } else { false } })
    // The file there belongs to someone else.
    #expect(access(made.path, F_OK) == 0 || errno == ELOOP)
  }

  @Test func anInterruptedReplacementIsFinished() throws {
    let made = try made(40)
    let fresh = try self.made(7)
    rename(fresh.path, made.path + ".new")
    try damage(made.path, 100..<9_000)
    let store = try StateStore(made.directory, notices: NoticeBoard())
    #expect(try readCount(store, made) == 7)
    #expect(FileManager.default.fileExists(atPath: made.path + ".damaged"))
    #expect(!FileManager.default.fileExists(atPath: made.path + ".new"))
  }

  @Test func pagesOfAnyBytesAreReadOrSkipped() throws {
    let made = try made(200)
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: made.path)))
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let index = Int.random(in: bytes.indices, using: &generator)
        bytes[index] =
          [0, 0xFF, 0x7F, 0x80, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
      }
      if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator)) }
      let log = Bool.random(using: &generator) ? Array(bytes.reversed()) : []
      var count = 0
      SQLitePages(file: bytes, log: log).forEachRecord { _ in count += 1 }
      #expect(count >= 0)
    }
  }

  @Test func recordsOnlyInTheLogAreSalvagedToo() throws {
    let made = try made(30)
    // An open connection keeps its log.
    let open = try StateStore(made.directory, notices: NoticeBoard())
    try open.mark([Self.key(500)], asRead: true)
    #expect(StateContent(salvaging: made.path).articles[try Self.key(500).text]?.isRead == true)
    #expect(StateContent(salvaging: made.path).articles.count == 31)
    _ = try open.readMarks()
  }
}
