import Foundation
import RepositoryFixture
import Synchronization
import Testing

@testable import ArticleLibrary

/// Waiting for changes of archives. A thread that is still waiting when a test ends exists until the process exits.
@Suite struct ArchiveWatchTests {
  /// What a watch has reported so far.
  private final class Answer: Sendable {
    private let value = Mutex<Bool?>(nil)

    func give(_ isChange: Bool) { value.withLock { $0 = isChange } }

    func within(seconds: Double) -> Bool? {
      let end = Date(timeIntervalSinceNow: seconds)
      while value.withLock({ $0 }) == nil, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
      return value.withLock { $0 }
    }
  }

  private func wait(_ library: Library, pace: ArchiveWatch.Pace = ArchiveWatch.Pace()) throws -> Answer {
    // Files from before the check belong to it, by the clock that dates them.
    Thread.sleep(forTimeInterval: 0.05)
    try library.update()
    let scan = try #require(library.scan)
    let answer = Answer()
    Thread.detachNewThread { answer.give(ArchiveWatch(library, pace: pace).waitForChange(after: scan)) }
    return answer
  }

  @Test(arguments: [
    "a new file", "a file overwritten", "a file gone", "a folder", "a file renamed", "the archive gone",
  ])
  func changesAreNoticed(change: String) throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/x/1.md", title: "一")
    let library = try folder.library()
    let answer = try wait(library)
    #expect(answer.within(seconds: 0.2) == nil, "nothing has changed yet")
    let files = FileManager.default
    let archive = folder.path + "/archive"
    switch change {
    case "a new file": try folder.writeDump("archive/x/2.md", title: "二")
    case "a file overwritten": try Data("别的".utf8).write(to: URL(fileURLWithPath: archive + "/x/1.md"))
    case "a file gone": try files.removeItem(atPath: archive + "/x/1.md")
    case "a folder": try folder.writeDump("archive/y/1.md", title: "三")
    case "a file renamed": try files.moveItem(atPath: archive + "/x/1.md", toPath: archive + "/x/9.md")
    default: try files.moveItem(atPath: archive, toPath: archive + "-gone")
    }
    #expect(answer.within(seconds: 30) == true)
  }

  @Test func changesOfHiddenFilesAreIgnored() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/x/1.md", title: "一")
    let answer = try wait(try folder.library())
    #expect(answer.within(seconds: 1) == nil, "the watch stands")
    try folder.write("archive/x/.1.md.swp", "…")
    #expect(answer.within(seconds: 1) == nil)
    try folder.writeDump("archive/x/2.md", title: "二")
    #expect(answer.within(seconds: 30) == true)
  }

  @Test func withoutWatchesFolderTimesAreCompared() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/x/1.md", title: "一")
    var pace = ArchiveWatch.Pace()
    pace.largestWatchCount = 0
    pace.pollingInMilliseconds = 20
    let answer = try wait(try folder.library(), pace: pace)
    #expect(answer.within(seconds: 0.2) == nil)
    try folder.writeDump("archive/x/2.md", title: "二")
    #expect(answer.within(seconds: 30) == true)
  }

  @Test(arguments: ["a commit", "a branch in a folder", "packed branches"])
  func aNewCommitOnABranchIsNoticed(change: String) throws {
    let fixture = try Repository()
    try fixture.write("# 一\n\n正文。\n", to: "1.md")
    try fixture.commit()
    try fixture.git("branch", "topic/x")
    let folder = try TestFolder()
    let library = try folder.library([fixture.repository + (change == "a branch in a folder" ? "@topic/x" : "@main")])
    let answer = try wait(library)
    #expect(answer.within(seconds: 0.3) == nil, "nothing has changed yet")
    switch change {
    case "a commit": try fixture.commit()
    case "a branch in a folder":
      try fixture.commit()
      try fixture.git("branch", "-f", "topic/x", "main")
    default: try fixture.git("pack-refs", "--all")
    }
    #expect(answer.within(seconds: 30) == true)
  }

  @Test(arguments: [0, 20_000])
  func aRewrittenContainerIsNoticed(watches: Int) throws {
    let folder = try TestFolder()
    let zip = folder.path + "/archive/news.zip"
    try folder.write("archive/x.md", "# 外\n\n正文。\n")
    try Data(StoredZip.bytes([("1.md", "# 一\n\n正文。\n")])).write(to: URL(fileURLWithPath: zip))
    var pace = ArchiveWatch.Pace()
    pace.largestWatchCount = watches
    pace.pollingInMilliseconds = 20
    let answer = try wait(try folder.library(), pace: pace)
    #expect(answer.within(seconds: 0.3) == nil)
    // Written in place: the folder gets no new name.
    let file = try #require(FileHandle(forWritingAtPath: zip))
    try file.write(contentsOf: Data(StoredZip.bytes([("2.md", "# 二\n\n又是正文。\n")])))
    try file.close()
    #expect(answer.within(seconds: 30) == true)
  }

  @Test func changesDuringAScanAreNoticedAfterwards() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/x/1.md", title: "一")
    let library = try folder.library()
    try library.update()
    let scan = try #require(library.scan)
    try folder.writeDump("archive/x/2.md", title: "二")
    #expect(ArchiveWatch(library).waitForChange(after: scan))
  }
}
