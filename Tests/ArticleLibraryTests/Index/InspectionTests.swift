import Foundation
import GRDB
import Glibc
import Testing

@testable import ArticleLibrary

@Suite struct InspectionTests {
  private func usedLibrary() throws -> (folder: TestFolder, index: String, state: String) {
    let folder = try TestFolder()
    for number in 1...200 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇") }
    let library = try folder.library()
    try library.update()
    let list = try library.list()
    try library.mark((0..<200).map { list[$0] }, asRead: true)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache").first)
    let paths = (folder.path + "/cache/\(name)/index.sqlite", folder.path + "/state/state.sqlite")
    for path in [paths.0, paths.1] {
      try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
    return (folder, paths.0, paths.1)
  }

  private func index(_ folder: TestFolder) -> DatabaseCondition {
    Inspection.index(of: [folder.path + "/archive"], cacheDirectory: folder.path + "/cache")
  }

  private func damage(_ path: String, at offset: Int) throws {
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 4_096))
    try handle.close()
  }

  @Test func intactDatabasesAreReportedAsSound() throws {
    let (folder, _, _) = try usedLibrary()
    #expect(index(folder) == .sound(count: 200, isWhole: true))
    #expect(Inspection.state(in: folder.path + "/state").condition == .sound(count: 200, isWhole: true))
    let empty = try TestFolder()
    try empty.writeDump("archive/1.md", title: "一")
    #expect(index(empty) == .missing)
    #expect(Inspection.state(in: empty.path + "/state").condition == .missing)
    #expect(!FileManager.default.fileExists(atPath: empty.path + "/state"))
  }

  @Test func damageIsReportedAndNotTouched() throws {
    let (folder, indexPath, statePath) = try usedLibrary()
    for path in [indexPath, statePath] { try damage(path, at: 3 * 4_096) }
    let before = try [indexPath, statePath].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    guard case .damaged = index(folder) else {
      Issue.record("\(index(folder))")
      return
    }
    guard case .damaged = Inspection.state(in: folder.path + "/state").condition else {
      Issue.record("\(Inspection.state(in: folder.path + "/state"))")
      return
    }
    #expect(try [indexPath, statePath].map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
    _ = try folder.library().list(ListQuery(text: "is:read"))
    let (condition, aside) = Inspection.state(in: folder.path + "/state")
    if case .sound = condition {} else { Issue.record("\(condition)") }
    #expect(aside == ["state.sqlite.damaged"])
  }

  @Test func anIncompleteIndexIsReportedAsIncomplete() throws {
    let (folder, indexPath, _) = try usedLibrary()
    let lock = IndexLock(path: (indexPath as NSString).deletingLastPathComponent + "/lock")
    #expect(lock.acquire() == .acquired)
    #expect(index(folder) == .busy(process: getpid()))
    lock.release()
  }

  @Test func eachArchiveOfAnIndexHasItsOwnCount() throws {
    let folder = try TestFolder()
    for number in 1...3 { try folder.writeDump("a/\(number).md", title: "第\(number)篇") }
    try folder.writeDump("b/part/1.md", title: "另一篇")
    let (cache, a, b) = (folder.path + "/cache", folder.path + "/a", folder.path + "/b")
    try Library(
      LibraryConfiguration(paths: [a, b], cacheDirectory: cache, stateDirectory: folder.path + "/state")
    ).update()
    func count(_ paths: [String]) -> DatabaseCondition { Inspection.index(of: paths, cacheDirectory: cache) }
    #expect(count([a, b]) == .sound(count: 4, isWhole: true))
    #expect(count([a]) == .sound(count: 3, isWhole: true))
    #expect(count([b]) == .sound(count: 1, isWhole: true))
    #expect(count([b + "/part"]) == .sound(count: 1, isWhole: true))
  }

  @Test func onlyTheSamePassageOfAnArticleIsRepeated() {
    let text = """
      - [甲](https://example.org/a) <!-- yuelan: a.md · at 0-6 yellow -->
        > 桥上
      - [甲](https://example.org/a) <!-- yuelan: a.md · at 6-12 yellow -->
        > 的人
      - [甲](https://example.org/a) <!-- yuelan: a.md · at 0-6 yellow -->
        > 桥上

      """
    #expect(BookmarksInspection(Array(text.utf8)).repeatedLines == [5])
  }

  @Test func linesThatOnlyResembleEntriesAreReported() {
    let text = """
      # 收藏
      - [甲](https://example.org/a) <!-- yuelan: a.md -->
      - [乙](https://example.org/b)
      <!-- yuelan: 没有链接 -->
      - [又甲](https://www.example.org/a)

      ```
      - [丙](https://example.org/c)
      ```
      ~~~~ 写着
      - [丁](https://example.org/d) <!-- yuelan: d.md -->
      ~~~

      """
    let found = BookmarksInspection(Array(text.utf8) + [0xFF, 0x0A])
    #expect(found.entryCount == 3)
    #expect(found.unreadableLines == [4])
    #expect(found.repeatedLines == [5])
    #expect(found.linesInFences == [8, 11])
    #expect(found.openFence == 10)
    #expect(found.linesOfAnotherEncoding == [13])
    #expect(BookmarksInspection(Array("- [甲](https://example.org/a)\n".utf8)).repeatedLines.isEmpty)
  }
}
