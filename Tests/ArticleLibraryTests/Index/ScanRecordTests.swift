import Foundation
import GRDB
import Glibc
import RepositoryFixture
import Testing

@testable import ArticleLibrary

/// When an index may be used without checking every file.
@Suite struct ScanRecordTests {
  private func archive() throws -> TestFolder {
    let folder = try TestFolder()
    try folder.writeDump("archive/a/1.md", title: "桥", url: "https://www.rfi.fr/cn/1", body: "<p>讲桥的文章。</p>")
    try folder.writeDump("archive/b/2.md", title: "河", url: "https://www.rfi.fr/cn/2", body: "<p>讲河的文章。</p>")
    settle()
    return folder
  }

  /// Lets the clock that dates files advance (`PathStamp.isUnsettled`).
  private func settle() { usleep(50_000) }

  private func indexFolder(_ folder: TestFolder) throws -> String {
    let cache = folder.path + "/cache"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: cache).first { $0.hasPrefix("index-") })
    return cache + "/" + name
  }

  private func change(_ folder: TestFolder, _ change: (inout ScanRecord) -> Void) throws {
    let place = try indexFolder(folder)
    var record = try #require(ScanRecord.read(in: place))
    change(&record)
    record.write(in: place)
  }

  @Test func aScannedArchiveIsUpToDate() throws {
    let folder = try archive()
    let library = try folder.library()
    #expect(!library.isUpToDate)
    try library.update()
    #expect(library.isUpToDate && library.hasScanned)
    let other = try folder.library()
    #expect(other.isUpToDate && !other.hasScanned)
  }

  /// One connection suffices for an answer, and leaves the files beside the database as they are; an update opens it
  /// again.
  @Test func aLibraryOpenedForOneAnswerCanStillUpdate() throws {
    let folder = try archive()
    let whole = try folder.library()
    try whole.update()
    var configuration = whole.configuration
    configuration.isForOneAnswer = true
    do {
      let library = try Library(configuration)
      #expect(library.database.isForOneAnswer && library.isUpToDate)
      #expect(try library.titles("文章") == whole.titles("文章"))
    }
    #expect(FileManager.default.fileExists(atPath: try indexFolder(folder) + "/index.sqlite-wal"))
    let library = try Library(configuration)
    try folder.writeDump("archive/b/3.md", title: "山", body: "<p>讲山的文章。</p>")
    #expect(!library.isUpToDate)
    try library.update()
    #expect(!library.database.isForOneAnswer && library.notices.isEmpty)
    #expect(try library.titles("文章").count == 3)
    // Where there is no index yet, one is made at once.
    unlink(try indexFolder(folder) + "/index.sqlite")
    let made = try Library(configuration)
    #expect(!made.database.isForOneAnswer)
  }

  @Test func anAddedOrRemovedFileMakesTheIndexOutOfDate() throws {
    let folder = try archive()
    try folder.library().update()
    try folder.writeDump("archive/b/3.md", title: "山")
    #expect(try !folder.library().isUpToDate)
    settle()
    try folder.library().update()
    #expect(try folder.library().isUpToDate)
    unlink(folder.path + "/archive/a/1.md")
    #expect(try !folder.library().isUpToDate)
  }

  /// As after `mv` or `rsync --times`: an older folder replaces a newer one.
  @Test func replacingAFolderByAnOlderOneMakesTheIndexOutOfDate() throws {
    let folder = try archive()
    try folder.writeDump("older/1.md", title: "旧")
    var times = [timeval(tv_sec: 1_000_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000_000, tv_usec: 0)]
    #expect(utimes(folder.path + "/older", &times) == 0)
    settle()
    try folder.library().update()
    #expect(rename(folder.path + "/archive/b", folder.path + "/b") == 0)
    #expect(rename(folder.path + "/older", folder.path + "/archive/b") == 0)
    #expect(try !folder.library().isUpToDate)
  }

  @Test func aChangeJustBeforeTheScanInvalidatesIt() throws {
    var status = stat()
    status.st_mtim = timespec(tv_sec: 100, tv_nsec: 5_000_000)
    status.st_ctim = status.st_mtim
    #expect(PathStamp.isUnsettled(status, before: timespec(tv_sec: 100, tv_nsec: 9_000_000)))
    #expect(!PathStamp.isUnsettled(status, before: timespec(tv_sec: 100, tv_nsec: 20_000_000)))
    // A clock that counts whole seconds.
    status.st_mtim.tv_nsec = 0
    status.st_ctim.tv_nsec = 0
    #expect(PathStamp.isUnsettled(status, before: timespec(tv_sec: 101, tv_nsec: 0)))
    #expect(!PathStamp.isUnsettled(status, before: timespec(tv_sec: 103, tv_nsec: 0)))
  }

  @Test func aScanRecordExpiresAfterTenMinutes() throws {
    let folder = try archive()
    try folder.library().update()
    // Dated in whole seconds by a clock of its own: the machine's clock advances while the test waits for its turn.
    try change(folder) { record in
      #expect(record.isCurrent(at: record.began))
      #expect(record.isCurrent(at: record.began + 599))
      #expect(!record.isCurrent(at: record.began + 600))
      #expect(!record.isCurrent(at: record.began - 1))
      record.began -= 300
    }
    #expect(try folder.library().isUpToDate)
    try change(folder) { $0.began -= 301 }
    #expect(try !folder.library().isUpToDate)
    // A clock that was set back.
    try change(folder) { $0.began += 3_600 }
    #expect(try !folder.library().isUpToDate)
    #expect(Library.scanLifetimeInMinutes == 10)
  }

  @Test func aDamagedScanRecordIsIgnored() throws {
    let record = ScanRecord(
      number: 3, epoch: -7, generation: 12, links: .never, began: 1_700_000_000, roots: ["/a", "/b c"],
      stamps: [PathStamp(path: DumpPath(bytes: [0x2F, 0xFF]), value: 9)])
    let bytes = record.encoded()
    #expect(ScanRecord(encoded: bytes) == record)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(ScanRecord(encoded: damaged) == nil, "byte \(place)")
      #expect(ScanRecord(encoded: Array(bytes[..<place])) == nil, "cut at \(place)")
    }
  }

  @Test func anotherLinkPolicyOrArchiveIsNotCoveredByTheScan() throws {
    let folder = try archive()
    let library = try folder.library(["archive/a"])
    try library.update()
    #expect(try folder.library(["archive/a"]).isUpToDate)
    #expect(try !folder.library().isUpToDate, "the whole has another index")
    try folder.library().update()
    #expect(try folder.library(["archive/b"]).isUpToDate, "a part of what was scanned")
    var configuration = library.configuration
    configuration.followedLinks = .never
    #expect(try !Library(configuration).isUpToDate)
  }

  @Test func scanningAPartKeepsTheRecordOfTheWhole() throws {
    let folder = try archive()
    try folder.library().update()
    try folder.library(["archive/b"]).update()
    #expect(try folder.library().isUpToDate)
  }

  @Test func anIndexWithoutAllBodiesIsOutOfDate() throws {
    let folder = try archive()
    let library = try folder.library()
    try library.update()
    // What remains after a process died while recording a change.
    try library.database.writer.write { db in
      try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'generation'")
    }
    #expect(try !folder.library().isUpToDate)
  }

  @Test func theIndexIsOutOfDateWhileAnotherProcessUpdatesIt() throws {
    let folder = try archive()
    try folder.library().update()
    let library = try folder.library()
    let descriptor = open(try indexFolder(folder) + "/lock", O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(!library.isUpToDate)
    close(descriptor)
    #expect(library.isUpToDate)
  }

  // MARK: What is shown

  @Test func missingAndOverwrittenFilesAreReported() throws {
    let folder = try archive()
    try folder.library().update()
    let library = try folder.library()
    let list = try library.list(ListQuery(sort: .title))
    #expect(try library.changes(in: list, 0..<2).isEmpty)
    try folder.writeDump("archive/a/1.md", title: "桥", url: "https://www.rfi.fr/cn/1", body: "<p>另写的文章。</p>")
    #expect(try folder.library().isUpToDate, "no folder shows the change")
    #expect(unlink(folder.path + "/archive/b/2.md") == 0)
    let ids = try library.rows(list, 0..<2).map { ($0.title, $0.id) }
    let changes = try library.changes(in: list, 0..<2)
    #expect(changes.changed == Set(ids.filter { $0.0 == "桥" }.map(\.1)))
    #expect(changes.gone == Set(ids.filter { $0.0 == "河" }.map(\.1)))
    #expect(try library.changes(in: list, 0..<0).isEmpty)
  }

  @Test func aReplacedContainerMakesTheIndexOutOfDateAndItsEntriesChanged() throws {
    let folder = try TestFolder()
    let zip = folder.path + "/news.zip"
    try Data(StoredZip.bytes([("a/1.md", "# 一\n\n正文。\n")])).write(to: URL(fileURLWithPath: zip))
    settle()
    try folder.library([zip]).update()
    let library = try folder.library([zip])
    #expect(library.isUpToDate)
    let list = try library.list()
    #expect(try library.changes(in: list, 0..<1).isEmpty)
    try Data(StoredZip.bytes([("a/2.md", "# 二\n\n正文。\n")])).write(to: URL(fileURLWithPath: zip))
    #expect(!library.isUpToDate)
    #expect(try library.changes(in: list, 0..<1).changed.count == 1)
    unlink(zip)
    #expect(try library.changes(in: list, 0..<1).gone.count == 1)
  }

  @Test func aNewCommitMakesTheIndexOutOfDate() throws {
    let fixture = try Repository()
    try fixture.write("# 一\n\n正文。\n", to: "1.md")
    try fixture.commit()
    let bare = try fixture.bareClone()
    let folder = try TestFolder()
    settle()
    try folder.library([bare]).update()
    let library = try folder.library([bare])
    #expect(library.isUpToDate)
    #expect(try library.changes(in: try library.list(), 0..<1).isEmpty)
    try fixture.write("# 二\n\n正文。\n", to: "2.md")
    try fixture.commit()
    try fixture.git("push", "-q", bare, "main")
    #expect(!library.isUpToDate)
  }
}
