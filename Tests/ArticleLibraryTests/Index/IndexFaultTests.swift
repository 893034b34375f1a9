import ArticleDump
import Foundation
import GRDB
import Glibc
import SeededRandom
import Synchronization
import Testing

@testable import ArticleLibrary

/// Damage to an open index, and indexes that are built while others read.
@Suite struct IndexFaultTests {
  private func madeLibrary(_ count: Int = 60) throws -> (folder: TestFolder, indexFolder: String) {
    let folder = try TestFolder()
    for number in 1...count {
      try folder.writeDump("archive/\(number).md", title: "第\(number)篇", body: "<p>正文第\(number)号，写给这次试验。</p>")
    }
    try folder.library().update()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
    return (folder, folder.path + "/cache/" + (try #require(names.first)))
  }

  /// Does what a command does: it searches, and searches again after the index was repaired.
  private func asking<Value>(_ library: Library, _ body: () throws -> Value) throws -> Value {
    do { return try body() } catch LibraryError.indexUnusable {
      try library.update()
      return try body()
    }
  }

  @Test func aPageDamagedWhileTheIndexIsOpenIsRepaired() throws {
    let (folder, indexFolder) = try madeLibrary(400)
    let path = indexFolder + "/index.sqlite"
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var generator = SeededGenerator(seed: 3)
    for page in stride(from: 1, to: whole.count / 4_096, by: 9) {
      try folder.remove(indexFolder)
      try FileManager.default.createDirectory(atPath: indexFolder, withIntermediateDirectories: true)
      try whole.write(to: URL(fileURLWithPath: path))
      let library = try folder.library()
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.seek(toOffset: UInt64(page * 4_096))
      try handle.write(contentsOf: Data((0..<4_096).map { _ in UInt8.random(in: 0...255, using: &generator) }))
      try handle.close()
      for query in ["", "正文第", "title:篇", "写给这次试验", "is:unread"] {
        let rows = try asking(library) { try library.rows(library.list(ListQuery(text: query)), 0..<400) }
        // Damage inside a long text is not always noticed; then a search may miss something, but nothing worse happens.
        if query.isEmpty { #expect(rows.count == 400, "page \(page)") }
      }
      _ = try asking(library) { try library.facets(of: library.list()) }
      for order in SortOrder.allCases { _ = try asking(library) { try library.list(ListQuery(sort: order)) } }
      try library.update()
    }
  }

  @Test func aDamagedSnapshotIsNotTrusted() throws {
    let (folder, indexFolder) = try madeLibrary()
    try DatabaseQueue(path: indexFolder + "/index.sqlite").write { db in
      for name in try String.fetchAll(db, sql: "SELECT name FROM snapshot") {
        let bytes = try Data.fetchOne(db, sql: "SELECT bytes FROM snapshot WHERE name = ?", arguments: [name]) ?? Data()
        try db.execute(
          sql: "UPDATE snapshot SET bytes = ? WHERE name = ?",
          arguments: [Data(repeating: 0xA7, count: bytes.count), name])
      }
    }
    let library = try folder.library()
    #expect(try library.list().count == 60)
    for order in SortOrder.allCases { #expect(try library.list(ListQuery(sort: order)).count == 60) }
    #expect(try library.list(ListQuery(foldsDuplicates: true)).count <= 60)
    #expect(try library.rows(library.list(ListQuery(sort: .title)), 0..<60).count == 60)
  }

  @Test func theOldIndexAnswersUntilTheNewOneIsComplete() throws {
    let (folder, indexFolder) = try madeLibrary()
    let (first, second) = (try folder.library(), try folder.library())
    let answers = Mutex<Set<Int>>([])
    try first.update(rebuilding: true) { _ in
      let count = (try? second.titles("正文第").count) ?? -1
      answers.withLock { _ = $0.insert(count) }
      answers.withLock { _ = $0.insert((try? first.list().count) ?? -2) }
    }
    #expect(answers.withLock { $0 } == [60])
    #expect(try second.titles("正文第").count == 60)
    #expect(try second.list().generation == first.list().generation)
    let names = try FileManager.default.contentsOfDirectory(atPath: indexFolder).filter { $0.hasSuffix(".sqlite") }
    #expect(names == ["index.1.sqlite"])
  }

  @Test func aListFromAFormerIndexIsRecognized() throws {
    let (folder, _) = try madeLibrary()
    let (first, second) = (try folder.library(), try folder.library())
    let list = try second.list()
    try first.update(rebuilding: true)
    #expect(!second.isCurrent(list))
    #expect(try second.rows(list, 0..<5).isEmpty)
    #expect(second.isCurrent(try second.list()))
  }

  /// A number means nothing in another index, whether that was rebuilt or made because the former one was deleted.
  @Test(arguments: [false, true]) func anArticleOfAFormerIndexIsNotTakenForAnother(isDeleted: Bool) throws {
    let (folder, indexFolder) = try madeLibrary()
    let library = try folder.library()
    let (list, generation) = (try library.list(), library.generation)
    let row = try #require(library.row(list[2]))
    for number in [1, 2] { unlink(folder.path + "/archive/\(number).md") }
    if isDeleted { try folder.remove(indexFolder) }
    try folder.library().update(rebuilding: !isDeleted)
    #expect(try library.list().count == 58)
    #expect(!library.isCurrent(list) && library.generation != generation)
    #expect(library.row(list[2]) == nil && library.missing(of: [list[2]]) == [list[2]])
    #expect(throws: LibraryError.articleGone(title: nil)) { try library.article(list[2]) }
    let found = try #require(try library.articles(withKeys: [row.key])[row.key])
    #expect(library.row(found)?.title == row.title)
    #expect(try library.keys(of: [found, list[2]]) == [found: row.key])
    // What was known about it is enough to go on with it.
    #expect(try library.article(row).title == row.title)
  }

  @Test func anArticleIsFoundByItsFileItsAddressOrItsBytes() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "渡口")
    try folder.writeDump("archive/2.md", title: "江堤")
    try folder.write("archive/3.txt", "船票\n\n没有网址的一篇。\n")
    let library = try folder.library()
    try library.update()
    var keys: [String: ArticleKey] = [:]
    for row in try library.rows(library.list(), 0..<3) { keys[row.title] = row.key }
    try folder.writeDump("archive/1.md", title: "新渡口", url: "https://example.org/new")
    for name in ["2.md", "3.txt"] {
      try FileManager.default.moveItem(
        atPath: folder.path + "/archive/" + name, toPath: folder.path + "/archive/moved-" + name)
    }
    try library.update()
    let found = try library.articles(withKeys: keys.values)
    let titles = keys.mapValues { key in found[key].flatMap(library.row)?.title }
    #expect(titles == ["渡口": "新渡口", "江堤": "江堤", "船票": "船票"])
  }

  @Test func aStoppedRebuildLeavesOnlyTheOldIndex() throws {
    let (folder, indexFolder) = try madeLibrary()
    let library = try folder.library()
    // The state after `kill -9`.
    for name in ["index.1.sqlite", "index.1.sqlite-wal", "index.7.sqlite"] {
      try Data(repeating: 0x5A, count: 9_000).write(to: URL(fileURLWithPath: indexFolder + "/" + name))
    }
    #expect(try folder.library().titles("正文第").count == 60)
    try library.update()
    let names = try FileManager.default.contentsOfDirectory(atPath: indexFolder).filter { $0.hasSuffix(".sqlite") }
    #expect(names == ["index.sqlite"])
    #expect(library.notices.isEmpty)
  }

  @Test func aCacheDeletedMeanwhileIsRecreated() throws {
    let (folder, _) = try madeLibrary()
    let library = try folder.library()
    try folder.remove("cache")
    // The open index can still be read.
    #expect(try asking(library) { try library.list().count } == 60)
    try library.update()
    #expect(try library.titles("正文第").count == 60)
    #expect(try folder.library().list().count == 60)
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999999", "-7", "七", ""])
  func anImpossibleIndexNumberIsIgnored(_ number: String) throws {
    let (folder, indexFolder) = try madeLibrary(3)
    try Data(number.utf8).write(to: URL(fileURLWithPath: indexFolder + "/current"))
    try Data().write(to: URL(fileURLWithPath: indexFolder + "/index.9223372036854775807.sqlite"))
    let library = try folder.library()
    try library.update(rebuilding: true)
    #expect(try library.list().count == 3)
    #expect(try folder.library().list().count == 3)
  }

  @Test(arguments: ["folder", "link"])
  func updatingWorksWhereLocksDoNot(_ what: String) throws {
    let (folder, indexFolder) = try madeLibrary()
    unlink(indexFolder + "/lock")
    if what == "folder" { mkdir(indexFolder + "/lock", 0o700) } else { symlink("lock", indexFolder + "/lock") }
    try folder.writeDump("archive/new.md", title: "新的一篇")
    let library = try folder.library()
    try library.update()
    #expect(try library.list().count == 61)
    #expect(library.notices.contains { if case .indexNotKept = $0 { true } else { false } })
  }

  @Test func anUpdateWaitsForAnotherProcessThatRepairsTheIndex() throws {
    let (folder, indexFolder) = try madeLibrary()
    for suffix in ["-wal", "-shm"] { unlink(indexFolder + "/index.sqlite" + suffix) }
    try Data(repeating: 0x5A, count: 90_000).write(to: URL(fileURLWithPath: indexFolder + "/index.sqlite"))
    let other = IndexLock(path: indexFolder + "/lock")
    #expect(other.acquire() == .acquired)
    let library = try folder.library()
    #expect(throws: LibraryError.indexBusy(process: getpid())) { try library.update(patience: .none) }
    other.release()
    try library.update()
    #expect(!library.database.isInMemory)
    #expect(try library.titles("正文第").count == 60)
  }

  @Test func anUpdateStartsByItselfWhenTheIndexIsDamaged() throws {
    let (folder, indexFolder) = try madeLibrary()
    let library = try folder.library()
    let finished = DispatchSemaphore(value: 0)
    library.startUpdating { if case .finished = $0 { finished.signal() } }
    #expect(finished.wait(timeout: .now() + 20) == .success)
    // Removed with its folder and its content: no second connection can be opened.
    try library.database.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    truncate(indexFolder + "/index.sqlite", 4_096)
    var isSeen = false
    for query in ["正文第", "写给", "title:篇"] {
      do { _ = try library.titles(query) } catch LibraryError.indexUnusable { isSeen = true }
      if isSeen { break }
    }
    guard isSeen else { return }
    #expect(finished.wait(timeout: .now() + 20) == .success)
    #expect(try library.titles("正文第").count == 60)
  }

  @Test func aMissingArchiveDoesNotAffectTheOthers() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    let library = try folder.library(["nowhere", "archive"])
    try library.update()
    #expect(try library.titles("") == ["一"])
    #expect(library.isMissingArchives)
    #expect(library.notices == [.archiveUnreadable(path: folder.path + "/nowhere", errno: ENOENT)])
    #expect(throws: LibraryError.unreadable(path: folder.path + "/nowhere", errno: ENOENT)) {
      try folder.library(["nowhere"])
    }
  }

  @Test func aTemporarilyMissingArchiveStaysInTheIndex() throws {
    let folder = try TestFolder()
    try folder.writeDump("one/1.md", title: "一")
    try folder.writeDump("two/2.md", title: "二")
    try folder.library(["one", "two"]).update()
    rename(folder.path + "/two", folder.path + "/away")
    let alone = try folder.library(["one", "two"])
    try alone.update()
    #expect(try alone.titles("") == ["一"])
    rename(folder.path + "/away", folder.path + "/two")
    #expect(Set(try folder.library(["one", "two"]).titles("")) == ["一", "二"])
  }
}
