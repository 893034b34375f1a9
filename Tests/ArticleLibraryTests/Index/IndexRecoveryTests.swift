import Foundation
import GRDB
import Glibc
import Synchronization
import Testing

@testable import ArticleLibrary

@Suite struct IndexRecoveryTests {
  private func madeLibrary() throws -> (TestFolder, String) {
    let folder = try TestFolder()
    for number in 1...3 { try folder.writeDump("archive/\(number).md", title: "第\(number)篇") }
    try folder.library().update()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
    return (folder, folder.path + "/cache/\(try #require(names.first))/index.sqlite")
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    stat(path, &status)
    return status.st_mode & 0o777
  }

  @Test func filesAreReadableOnlyByTheUser() throws {
    let (folder, path) = try madeLibrary()
    let library = try folder.library()
    try library.mark([library.list()[0]], asRead: true)
    #expect(mode(path) == 0o600)
    #expect(mode(folder.path + "/cache") == 0o700)
    #expect(mode((path as NSString).deletingLastPathComponent) == 0o700)
    #expect(mode(folder.path + "/state") == 0o700)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/state") {
      #expect(mode(folder.path + "/state/" + name) == 0o600, "\(name)")
    }
  }

  @Test func librariesThatOpenTheFirstIndexAtTheSameMomentShareIt() throws {
    let (folder, path) = try madeLibrary()
    for round in 0..<5 {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      let opened = Mutex<[Library]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        guard let library = try? folder.library() else { return }
        opened.withLock { $0.append(library) }
      }
      let libraries = opened.withLock { $0 }
      #expect(libraries.count == 8)
      for library in libraries { #expect(library.notices.isEmpty, "round \(round)") }
    }
  }

  /// A transaction at every opening would wait for the disk, then and when the index is closed.
  @Test func openingAnIndexDoesNotWriteToIt() throws {
    let (folder, path) = try madeLibrary()
    let former = try Data(contentsOf: URL(fileURLWithPath: path))
    let library = try folder.library()
    #expect(try library.list(ListQuery(text: "正文")).count == 3)
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    // SQLite's header of a log is 32 bytes long.
    #expect(log.count < 32)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == former)
  }

  @Test(arguments: ["garbage", "cut", "empty", "page"])
  func aDamagedIndexIsRebuiltWithANotice(_ damage: String) throws {
    let (folder, path) = try madeLibrary()
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    switch damage {
    case "garbage": bytes = Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) })
    case "cut": bytes = bytes.prefix(bytes.count / 3)
    case "empty": bytes = Data()
    default: for index in 4096..<min(bytes.count, 60_000) { bytes[index] = 0x5A }
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    let library = try folder.library()
    try library.update()
    #expect(Set(try library.titles("")) == ["第1篇", "第2篇", "第3篇"])
    #expect(try library.titles("正文").count == 3)
    let foreignKindsAreRecognizedByContent = library.notices.contains {
      if case .indexRebuilt = $0 { true } else { false }
    }
    #expect(foreignKindsAreRecognizedByContent == (damage != "empty"))
  }

  @Test func anIndexInAReadOnlyFolderIsRead() throws {
    let (folder, path) = try madeLibrary()
    let parent = (path as NSString).deletingLastPathComponent
    let location = IndexLocation(roots: [folder.path + "/archive"], folder: parent)
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
    let database = try #require(IndexDatabase.readOnly(location))
    let count = try database.writer.read {
      try PhraseSearch(Array("正文".utf8), isPrefix: false, capacity: 10, countedLimit: 0, $0).members.count
    }
    #expect(count == 3)
    #expect(throws: DatabaseError.self) { try database.writer.write { try $0.execute(sql: "DELETE FROM meta") } }
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))

    try Data(repeating: 1, count: 64).write(to: URL(fileURLWithPath: path + "-wal"))
    #expect(IndexDatabase.readOnly(location) == nil)
  }

  @Test func anIndexOfAnotherVersionIsRebuilt() throws {
    let (folder, path) = try madeLibrary()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 999") }
    let library = try folder.library()
    #expect(library.notices == [.indexRebuilt(.otherVersion)])
    try library.update()
    #expect(try library.list().count == 3)
  }

  @Test func theIndexIsInMemoryIfTheCacheIsReadOnly() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    try folder.write("cache", "a file where the folder should be")
    try folder.write("state", "another one")
    let library = try folder.library()
    #expect(library.notices.count == 2)
    try library.update()
    #expect(try library.titles("正文") == ["一"])
    try library.mark([library.list()[0]], asRead: true)
    #expect(try library.titles("is:read") == ["一"])
  }

  @Test func anotherUsersLinkIsNotFollowed() throws {
    guard geteuid() == 0 else { return }
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    try FileManager.default.createDirectory(atPath: folder.path + "/state", withIntermediateDirectories: true)
    symlink("/dev/null", folder.path + "/state/state.sqlite")
    lchown(folder.path + "/state/state.sqlite", 12345, 12345)
    let library = try folder.library()
    #expect(library.notices.contains { if case .stateNotKept = $0 { true } else { false } })
  }

  @Test func aDamagedStateIsMovedAside() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    try folder.write("state/state.sqlite", String(repeating: "no database ", count: 900))
    let library = try folder.library()
    #expect(
      library.notices == [.stateDamaged(movedTo: folder.path + "/state/state.sqlite.damaged", restoredCount: 0)])
    try library.update()
    try library.mark([library.list()[0]], asRead: true)
    #expect(try folder.library().titles("is:read") == ["一"])
  }

  @Test func aSecondProcessWaitsForTheFirstOrReportsThatItIsBusy() throws {
    let (folder, _) = try madeLibrary()
    let first = try folder.library()
    #expect(first.indexLock.acquire() == .acquired)
    first.indexLock.report(.bodies(Progress(done: 3, total: 12)))
    try folder.writeDump("archive/4.md", title: "第4篇")
    let second = try folder.library()
    #expect(throws: LibraryError.indexBusy(process: getpid())) { try second.update(patience: .none) }
    #expect(second.notices.isEmpty)

    let told = Mutex<[LibraryUpdate]>([])
    let waited = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      _ = try? second.update { update in told.withLock { $0.append(update) } }
      waited.signal()
    }
    #expect(waited.wait(timeout: .now() + 0.5) == .timedOut)
    first.indexLock.release()
    #expect(waited.wait(timeout: .now() + 20) == .success)
    #expect(try second.list().count == 4)
    #expect(second.notices == [.anotherProcessIsIndexing])
    #expect(told.withLock { $0.first } == .following(process: getpid(), Progress(done: 3, total: 12)))
  }

  @Test func aShortWaitForAnotherProcessIsNotMentioned() throws {
    let (folder, _) = try madeLibrary()
    let first = try folder.library()
    #expect(first.indexLock.acquire() == .acquired)
    let second = try folder.library()
    let followed = Mutex(0)
    try second.update { update in
      guard case .following = update else { return }
      followed.withLock { $0 += 1 }
      first.indexLock.release()
    }
    #expect(followed.withLock { $0 } == 1)
    #expect(second.notices.isEmpty)
  }

  @Test func waitingForAStalledUpdateEnds() throws {
    let (folder, _) = try madeLibrary()
    let first = try folder.library()
    #expect(first.indexLock.acquire() == .acquired)
    var configuration = first.configuration
    configuration.patienceWithStalledUpdatesInSeconds = 0
    let second = try Library(configuration)
    #expect(throws: LibraryError.indexBusy(process: getpid())) { try second.update(patience: .whileOthersWork) }
    #expect(try second.update(patience: .thenInMemory).articleCount == 3)
    #expect(second.database.isInMemory)
    #expect(try second.titles("正文").count == 3)
    #expect(second.notices.contains { if case .indexNotKept = $0 { true } else { false } })
  }

  @Test func librariesInTwoProcessesSeeEachOthersChanges() throws {
    let (folder, _) = try madeLibrary()
    let (first, second) = (try folder.library(), try folder.library())
    #expect(try second.list().count == 3)
    try folder.writeDump("archive/4.md", title: "第4篇")
    try first.update()
    #expect(try second.list().count == 4)
    try first.mark([first.list()[0]], asRead: true)
    #expect(try second.list(ListQuery(text: "is:read")).count == 1)
    try first.update(rebuilding: true)
    #expect(try second.list().count == 4)
  }
}
