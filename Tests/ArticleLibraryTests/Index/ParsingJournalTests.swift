import Foundation
import Glibc
import Synchronization
import Testing

@testable import ArticleLibrary

/// The file that a process was parsing when it died is found by the next process, tried alone, and skipped if it kills
/// again.
@Suite struct ParsingJournalTests {
  private func indexFolder(_ folder: TestFolder) throws -> String {
    let cache = folder.path + "/cache"
    return cache + "/" + (try #require(FileManager.default.contentsOfDirectory(atPath: cache).sorted().first))
  }

  /// A journal as a process leaves it when it dies while parsing these files: unlocked, with their names.
  private func leave(_ files: [String], in folder: String) throws {
    var bytes = [UInt8](repeating: 0, count: 32 * 4_098)
    for (slot, file) in files.enumerated() {
      let record = [UInt8(file.utf8.count & 0xFF), UInt8(file.utf8.count >> 8)] + Array(file.utf8)
      bytes.replaceSubrange(slot * 4_098..<slot * 4_098 + record.count, with: record)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/parsing.dead00"))
  }

  @Test func theJournalOfARunningProcessIsLeftAlone() throws {
    let folder = try TestFolder()
    let journal = ParsingJournal(folder: folder.path)
    journal.naming(DumpPath("/a/1.md")) {
      let names = (try? FolderListing.names(of: folder.path)) ?? []
      let name = names.first { $0.hasPrefix("parsing.") } ?? ""
      let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
      #expect(bytes.firstRange(of: Data("/a/1.md".utf8)) != nil)
      #expect(ParsingJournal.leftovers(in: folder.path).isEmpty)
      #expect((try? FolderListing.names(of: folder.path))?.contains(name) == true)
    }
  }

  @Test func anEmptyJournalIsRemoved() throws {
    let folder = try TestFolder()
    try leave([], in: folder.path)
    #expect(ParsingJournal.leftovers(in: folder.path).isEmpty)
    #expect(try FolderListing.names(of: folder.path).isEmpty)
  }

  @Test func aFileThatCrashesAgainIsSkippedUntilItChanges() throws {
    let folder = try TestFolder()
    for name in ["1", "2", "3"] { try folder.writeDump("archive/\(name).md", title: "文\(name)") }
    let library = try folder.library()
    try library.update()
    let archive = library.roots.roots[0].real + "/"
    try leave([archive + "1.md", archive + "2.md"], in: indexFolder(folder))

    let tried = Mutex<[String]>([])
    let killer = archive + "2.md"
    let next = try Library(library.configuration) { file in
      tried.withLock { $0.append(file.display) }
      return file.display != killer
    }
    let summary = try next.update()
    #expect(tried.withLock { $0.sorted() } == [archive + "1.md", killer])
    #expect(Set(try next.titles("")) == ["文1", "文3"])
    #expect(summary.skipped.map(\.reason) == [.endedTheProgram])
    #expect(
      next.notices.contains { if case .fileEndedTheProgram(let path) = $0 { path.hasSuffix("2.md") } else { false } })
    #expect(ParsingJournal.leftovers(in: try indexFolder(folder)).isEmpty)

    // The next start tries nothing, and still skips the file.
    let later = try Library(library.configuration) { _ in
      Issue.record("nothing is left to try")
      return false
    }
    #expect(try later.update().skipped.map(\.reason) == [.endedTheProgram])
    // Once changed, it is an article again, also in a rebuilt index.
    try folder.writeDump("archive/2.md", title: "文2改")
    try later.update()
    #expect(Set(try later.titles("")) == ["文1", "文2改", "文3"])
  }

  @Test func anArticleThatCrashedTheRoomIsNotParsedAgainWhenOpened() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "文")
    let library = try folder.library()
    try library.update()
    let row = try #require(library.rows(library.list(), 0..<1).first)
    try leave([library.roots.roots[0].real + "/1.md"], in: indexFolder(folder))
    let next = try Library(library.configuration) { _ in false }
    #expect(throws: LibraryError.endedTheProgram(path: row.file.display)) { try next.article(row.id) }
  }

  @Test func rebuildingTheIndexTriesCrashedFilesAgain() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "文")
    let library = try folder.library()
    try library.update()
    try leave([library.roots.roots[0].real + "/1.md"], in: indexFolder(folder))
    let next = try Library(library.configuration) { _ in false }
    #expect(try next.update().articleCount == 0)
    let rebuilding = try Library(library.configuration) { _ in false }
    #expect(try rebuilding.update(rebuilding: true).articleCount == 1)
  }
}
