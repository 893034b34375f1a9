import CRename
import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

/// Other programs that save a file while it is being replaced: whenever that happens, what they saved is kept.
@Suite struct ForeignSaveTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("marks.md", "old\n")
  }

  private func content(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// Replaces the file while other programs put theirs in its place, one before each exchange of names.
  private func replace(savingBefore saves: [String?]) throws -> AtomicFile.Replacement {
    var waiting = saves[...]
    return try AtomicFile.replace(path, old: Array("old\n".utf8), with: Array("new\n".utf8)) { one, other in
      if let text = waiting.popFirst() ?? nil {
        try? text.write(toFile: other + "-theirs", atomically: false, encoding: .utf8)
        rename(other + "-theirs", other)
      }
      return yuelan_exchange_names(one, other)
    }
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func theFileIsReplacedIfNobodyElseSavesIt() throws {
    #expect(try replace(savingBefore: []) == AtomicFile.Replacement(isDone: true))
    #expect(try content(path) == "new\n")
    #expect(try names == ["marks.md"])
  }

  @Test func aSaveByAnotherProgramIsReturned() throws {
    #expect(try replace(savingBefore: ["theirs\n"]) == AtomicFile.Replacement())
    #expect(try content(path) == "theirs\n")
    #expect(try names == ["marks.md"])
  }

  @Test func ofTwoOtherSavesTheLaterGetsTheNameAndTheEarlierIsKept() throws {
    #expect(try replace(savingBefore: ["first\n", "second\n"]).kept == [path + ".kept-1"])
    #expect(try content(path) == "second\n")
    #expect(try content(path + ".kept-1") == "first\n")
    #expect(try names == ["marks.md", "marks.md.kept-1"])
  }

  @Test func aSaveContainedInTheNextOneIsNotKept() throws {
    #expect(try replace(savingBefore: ["first\n", "second\r\n\nfirst\r\n"]) == AtomicFile.Replacement())
    #expect(try content(path) == "second\r\n\nfirst\r\n")
    #expect(try names == ["marks.md"])
  }

  /// As on file systems that cannot exchange names: `exchange` fails.
  private func replaceWithoutExchange(
    failing code: Int32 = EINVAL, savingBefore save: String? = nil
  ) throws -> AtomicFile.Replacement {
    try AtomicFile.replace(path, old: Array("old\n".utf8), with: Array("new\n".utf8)) { _, other in
      if let save { try? save.write(toFile: other, atomically: true, encoding: .utf8) }
      errno = code
      return code
    }
  }

  @Test func withoutExchangingNamesTheFileIsReplacedUnlessItHasChanged() throws {
    #expect(try replaceWithoutExchange(savingBefore: "theirs\n") == AtomicFile.Replacement())
    #expect(try content(path) == "theirs\n")
    #expect(try names == ["marks.md"])
    try folder.write("marks.md", "old\n")
    #expect(try replaceWithoutExchange() == AtomicFile.Replacement(isDone: true))
    #expect(try content(path) == "new\n")
    #expect(try names == ["marks.md"])
  }

  @Test func aFileRemovedMeanwhileIsNotRecreated() throws {
    unlink(path)
    #expect(try replaceWithoutExchange(failing: ENOENT) == AtomicFile.Replacement())
    #expect(try names == [])
  }

  @Test func theFileIsUnchangedIfNothingCanBeWrittenBesideIt() throws {
    // What no file can be made of.
    mkdir(path + ".yuelan-new", 0o700)
    #expect(throws: LibraryError.self) { try AtomicFile.replace(path, with: Array("new\n".utf8)) }
    #expect(try content(path) == "old\n")
    #expect(throws: LibraryError.unwritable(path: folder.path + "/nowhere/marks.md", errno: ENOENT)) {
      try AtomicFile.replace(folder.path + "/nowhere/marks.md", with: [])
    }
  }

  @Test func aLinkToItselfIsNotFollowedForever() throws {
    symlink("circle.md", folder.path + "/circle.md")
    #expect(throws: LibraryError.unwritable(path: folder.path + "/circle.md", errno: ELOOP)) {
      try AtomicFile.replace(folder.path + "/circle.md", with: [])
    }
  }

  @Test func ofThreeOtherSavesTheLastTwoAreKept() throws {
    #expect(try replace(savingBefore: ["first\n", "second\n", "third\n"]).kept == [path + ".kept-1"])
    // The first was overwritten by the program that saved the third.
    #expect(try Set([content(path), content(path + ".kept-1")]) == ["second\n", "third\n"])
  }

  /// A process that is killed after the first exchange leaves the other program's file under the temporary name.
  @Test func aFileLeftByADeadProcessIsKeptAndReported() throws {
    try folder.write("marks.md", "- [一](https://example.org/1)\n- [二](https://example.org/2)\n")
    try folder.write("marks.md.yuelan-new", "- [一](https://example.org/1)\n- [别人的](https://example.org/3)\n")
    try folder.write("marks.md.kept-1", "an earlier one\n")
    let told = Told()
    let file = BookmarksFile(path: path) { told.add($0) }
    try file.remove(key: "https://example.org/2")
    #expect(try content(path) == "- [一](https://example.org/1)\n")
    #expect(try content(path + ".kept-2").contains("别人的"))
    #expect(told.notices == [.savedFileKept(path: path, movedTo: path + ".kept-2")])
    #expect(try names == ["marks.md", "marks.md.kept-1", "marks.md.kept-2"])
  }

  @Test func aTemporaryFileWithNothingOfOthersIsRemoved() throws {
    try folder.write("marks.md", "- [一](https://example.org/1)\n- [二](https://example.org/2)\n")
    try folder.write("marks.md.yuelan-new", "- [一](https://example.org/1)\n")
    try BookmarksFile(path: path).remove(key: "https://example.org/2")
    #expect(try names == ["marks.md"])
  }

  private final class Told: Sendable {
    private let board = NoticeBoard()
    var notices: [LibraryNotice] { board.notices }
    func add(_ notice: LibraryNotice) { board.post(notice) }
  }
}
