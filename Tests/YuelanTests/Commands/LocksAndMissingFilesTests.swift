import Foundation
import Glibc
import Testing

/// Locks held by others, archives that do not exist, files in the wrong place: the real executable continues.
@Suite(.serialized) struct LocksAndMissingFilesTests {
  private func home() throws -> Program {
    let program = try Program()
    try program.write("archive/1.md", feedDump())
    try program.write(
      "archive/2.md", feedDump(title: "旧事", url: "https://example.org/old", epoch: 1_600_000_000_000))
    return program
  }

  /// Holds the lock of a file until it is released.
  private final class HeldLock: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
      descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      try #require(descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }
    func release() { flock(descriptor, LOCK_UN) }
    deinit { close(descriptor) }
  }

  private func indexFolder(_ program: Program) throws -> String {
    let cache = program.home.path + "/.cache/yuelan"
    return cache + "/" + (try #require(FileManager.default.contentsOfDirectory(atPath: cache).first))
  }

  @Test(arguments: [
    ["list", "archive"], ["search", "月亮", "archive"], ["index", "archive"], ["index", "--rebuild", "archive"],
    ["export", "--format", "text", "--search", "月亮", "archive"],
  ])
  func noWaitEndsWith4WhileAnotherProcessMakesTheIndex(arguments: [String]) throws {
    let program = try home()
    defer { program.remove() }
    #expect(try program.run(["index", "archive"]).status == 0)
    let lock = try HeldLock(indexFolder(program) + "/lock")
    let outcome = try program.run(arguments + ["--no-wait"])
    #expect(outcome.status == 4)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.hasPrefix("yuelan: another yuelan"))
    lock.release()
    let free = try program.run(arguments + ["--no-wait"])
    #expect(free.status == 0)
    #expect(!free.output.isEmpty)
  }

  @Test func withoutNoWaitTheCommandWaits() throws {
    let program = try home()
    defer { program.remove() }
    #expect(try program.run(["index", "archive"]).status == 0)
    let lock = try HeldLock(indexFolder(program) + "/lock")
    try program.write("archive/3.md", feedDump(title: "新事", url: "https://example.org/new"))
    Thread.detachNewThread {
      usleep(700_000)
      lock.release()
    }
    let start = Date()
    let outcome = try program.run(["list", "archive", "--format", "tsv"])
    #expect(Date().timeIntervalSince(start) > 0.3)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 3)
    #expect(outcome.complaints == "yuelan: another yuelan is indexing these archives\n")
  }

  @Test func readableArchivesAreListedDespiteOthers() throws {
    let program = try home()
    defer { program.remove() }
    for arguments in [["list"], ["search", "月亮"], ["index"], ["export", "--format", "text", "--search", "月亮"]] {
      let outcome = try program.run(arguments + ["archive", "nowhere"])
      #expect(outcome.status == 3, "\(arguments)")
      #expect(!outcome.output.isEmpty, "\(arguments)")
      #expect(outcome.complaints == "yuelan: nowhere: No such file or directory\n", "\(arguments)")
    }
  }

  /// Whatever is lost has to be done again: a script must not count it as done.
  @Test(arguments: [["index"], ["index", "--rebuild"], ["index", "--watch"], ["index", "--quiet"]])
  func anIndexThatCannotBeKeptIsAFailure(arguments: [String]) throws {
    let program = try home()
    defer { program.remove() }
    try program.write(".cache/yuelan", "not a folder")
    let outcome = try program.run(arguments + ["archive"])
    #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.complaints.hasPrefix("yuelan: the index is not kept: "), "\(outcome)")
    // Articles are read all the same.
    #expect(try program.run(["list", "archive"]).status == 0)
  }

  @Test(.enabled(if: geteuid() == 0)) func anotherUsersIndexIsNotCalledUpdated() throws {
    let program = try home()
    defer { program.remove() }
    let shared = program.home.path + "/shared"
    try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
    let environment = ["YUELAN_INDEX": shared]
    #expect(try program.run(["index", "archive"], environment: environment).status == 0)
    for name in try FileManager.default.subpathsOfDirectory(atPath: shared) + [""] {
      try #require(chown(shared + "/" + name, 65_533, 65_533) == 0)
    }
    try program.write("archive/3.md", feedDump(title: "新事", url: "https://example.org/new"))
    let plain = try program.run(["index", "archive"], environment: environment)
    #expect(plain.status == 0, "\(plain)")
    #expect(plain.output == "2 articles in the index of 65533, who alone updates it; nothing was scanned\n")
    let rebuilt = try program.run(["index", "--rebuild", "archive"], environment: environment)
    #expect(rebuilt.status == 3 && rebuilt.output.isEmpty, "\(rebuilt)")
    #expect(rebuilt.complaints == "yuelan: --rebuild: the index belongs to 65533, who alone can rebuild it\n")
  }

  @Test func aLockedBookmarksFileIsGivenUpWithAMessage() throws {
    let program = try home()
    defer { program.remove() }
    let path = program.home.path + "/marks.md"
    let lock = try HeldLock(path)
    let outcome = try program.run(["bookmarks", "add", "--bookmarks", path, "archive/1.md"])
    #expect(outcome.status == 3)
    #expect(outcome.complaints == "yuelan: \(path): is locked by another program; nothing was changed\n")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    lock.release()
    #expect(try program.run(["bookmarks", "add", "--bookmarks", path, "archive/1.md"]).status == 0)
  }

  // MARK: The room

  @Test func aLockedBookmarksFileDelaysNoArticle() throws {
    let program = try home()
    defer { program.remove() }
    let path = program.home.path + "/marks.md"
    let room = try TerminalProgram(["--bookmarks", path, program.home.path + "/archive"], home: program.home.path)
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    let lock = try HeldLock(path)
    room.type("b")
    room.type("\r")
    #expect(room.wait(for: "茶刚好凉了"), "\(room.text)")
    // The notice appears when the wait has ended.
    #expect(room.wait { $0.text.contains("locked") || $0.text.contains("锁住") }, "\(room.text)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    lock.release()
    room.type("b")
    #expect(room.wait { _ in (try? Data(contentsOf: URL(fileURLWithPath: path)).isEmpty) == false })
    room.type("Q")
    #expect(room.end() == 0)
  }

  @Test func theRoomOpensWhileAnotherProcessUpdatesTheIndex() throws {
    let program = try home()
    defer { program.remove() }
    #expect(try program.run(["index", "archive"]).status == 0)
    let lock = try HeldLock(indexFolder(program) + "/lock")
    let room = try TerminalProgram([program.home.path + "/archive"], home: program.home.path)
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    room.type("\r")
    #expect(room.wait(for: "茶刚好凉了"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
    lock.release()
  }

  @Test func theRoomNamesMissingArchivesAndOpensTheRest() throws {
    let program = try home()
    defer { program.remove() }
    let room = try TerminalProgram(
      [program.home.path + "/archive", program.home.path + "/nowhere"], home: program.home.path)
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    #expect(room.wait(for: "nowhere"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
  }

  @Test func noFrameCallsTheLibraryEmptyBeforeTheFirstScan() throws {
    let program = try home()
    defer { program.remove() }
    let room = try TerminalProgram([program.home.path + "/archive"], home: program.home.path)
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    let sent = String(decoding: room.output, as: UTF8.self)
    #expect(!sent.contains("没有文章") && !sent.contains("No articles"))
    room.type("Q")
    #expect(room.end() == 0)
  }

  @Test func anUnscannedRoomDoesNotSayThatItIsEmpty() throws {
    let program = try home()
    defer { program.remove() }
    // An index that another process has only begun.
    #expect(try program.run(["index", "archive"]).status == 0)
    let folder = try indexFolder(program)
    for name in ["index.sqlite", "index.sqlite-wal", "index.sqlite-shm"] { unlink(folder + "/" + name) }
    let lock = try HeldLock(folder + "/lock")
    let room = try TerminalProgram([program.home.path + "/archive"], home: program.home.path)
    #expect(room.wait { $0.text.contains("另一个") || $0.text.contains("another") }, "\(room.text)")
    #expect(!room.text.contains("没有文章") && !room.text.contains("No articles"), "\(room.text)")
    lock.release()
    #expect(room.wait(for: "茶与月亮"), "\(room.text)")
    room.type("Q")
    #expect(room.end() == 0)
  }
}
