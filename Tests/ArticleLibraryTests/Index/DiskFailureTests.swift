import Foundation
import GRDB
import Glibc
import Testing

@testable import ArticleLibrary

/// A disk that fills or fails while an index is open or made: readers go on, and what cannot be kept is reported.
@Suite struct DiskFailureTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    for number in 1...40 {
      try folder.writeDump("archive/\(number).md", title: "第\(number)篇", body: "<p>正文第\(number)号，写给这次试验。</p>")
    }
  }

  private var indexFolder: String {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
      return folder.path + "/cache/" + (try #require(names.first))
    }
  }

  /// From now on the database cannot grow: SQLite says the same when the disk is full.
  private func fill(_ database: IndexDatabase) throws {
    try database.writer.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1")
    }
  }

  private func isKept(_ library: Library) -> Bool {
    !library.notices.contains { if case .indexNotKept = $0 { true } else { false } }
  }

  @Test func onAFullDiskTheIndexIsInMemory() throws {
    let library = try folder.library()
    try fill(library.database)
    #expect(try library.update().articleCount == 40)
    #expect(library.database.isInMemory)
    #expect(!isKept(library))
    #expect(try library.titles("正文第").count == 40)
    // A part of an index is of no use to the next process, and takes room.
    #expect(try FileManager.default.contentsOfDirectory(atPath: indexFolder).allSatisfy { !$0.hasSuffix(".sqlite") })
    let next = try folder.library()
    try next.update()
    #expect(!next.database.isInMemory && isKept(next))
    #expect(try next.titles("正文第").count == 40)
  }

  @Test func aDiskThatFillsDuringAnUpdateLeavesTheCompleteIndexToOthers() throws {
    try folder.library().update()
    let library = try folder.library()
    try fill(library.database)
    for number in 41...300 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇", body: "<p>正文第。</p>") }
    try library.update()
    #expect(library.database.isInMemory && !isKept(library))
    #expect(try library.list().count == 300)
    // What was whole before is still there.
    let database = try DatabaseQueue(path: indexFolder + "/index.sqlite")
    #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE flags & 1") ?? 0 } >= 40)
    let next = try folder.library()
    try next.update()
    #expect(try !next.database.isInMemory && next.list().count == 300)
  }

  @Test func anIndexThatIsDamagedRepeatedlyIsKeptInMemory() throws {
    let library = try folder.library()
    try library.update()
    for attempt in 1...3 {
      let damaged = library.database
      #expect(damaged.recordFault(DatabaseError(resultCode: .SQLITE_CORRUPT)))
      try library.update()
      #expect(library.database !== damaged)
      #expect(library.database.isInMemory == (attempt == 3))
      #expect(try library.titles("正文第").count == 40)
    }
    #expect(!isKept(library))
  }

  @Test func aRebuildThatCannotTakeEffectLeavesTheOldIndex() throws {
    let library = try folder.library()
    try library.update()
    // What no file can be renamed over.
    mkdir(try indexFolder + "/current", 0o700)
    #expect(throws: LibraryError.self) { try library.update(rebuilding: true) }
    #expect(try library.titles("正文第").count == 40)
    #expect(try folder.library().titles("正文第").count == 40)
    let names = try FileManager.default.contentsOfDirectory(atPath: indexFolder)
    #expect(names.filter { $0.hasSuffix(".sqlite") } == ["index.sqlite"])
  }

  @Test func aTemporaryFaultIsNotMistakenForDamage() throws {
    let library = try folder.library()
    try library.update()
    let database = library.database
    #expect(!database.recordFault(DatabaseError(resultCode: .SQLITE_CONSTRAINT)))
    #expect(database.fault == nil)
    #expect(database.recordFault(DatabaseError(resultCode: .SQLITE_IOERR)))
    // Damage is the worse of the two, and stays.
    #expect(database.recordFault(DatabaseError(resultCode: .SQLITE_CORRUPT)))
    #expect(database.recordFault(DatabaseError(resultCode: .SQLITE_FULL)))
    if case .damaged? = database.fault {} else { Issue.record("\(String(describing: database.fault))") }
  }
}
