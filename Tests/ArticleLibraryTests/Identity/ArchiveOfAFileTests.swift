import ArchiveSources
import Foundation
import Testing

@testable import ArticleLibrary

/// The archive of a file that is opened by its path.
@Suite struct ArchiveOfAFileTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.writeDump("archive/rfi/1.md", title: "月亮")
    try folder.writeDump("elsewhere/1.md", title: "茶")
  }

  private func archive(_ file: String, known: [String] = []) -> String? {
    Library.archive(
      holding: folder.path + "/" + file, known: known.map { folder.path + "/" + $0 },
      cacheDirectory: folder.path + "/cache")
  }

  @Test func aFileBelongsToTheInnermostKnownArchive() {
    #expect(
      archive("archive/rfi/1.md", known: ["archive", "archive/rfi", "elsewhere"]) == folder.path + "/archive/rfi")
    #expect(archive("archive/rfi/1.md", known: ["elsewhere"]) == nil)
    // A name with the same beginning is another folder's; a file does not contain itself.
    #expect(archive("archive/rfi/1.md", known: ["archive/rf", "archive/rfi/1.md"]) == nil)
  }

  @Test func anArchiveThatWasIndexedIsRemembered() throws {
    #expect(archive("archive/rfi/1.md") == nil)
    try folder.library().update()
    #expect(archive("archive/rfi/1.md") == folder.path + "/archive")
    #expect(archive("elsewhere/1.md") == nil)
    // What the reader names comes first.
    #expect(archive("archive/rfi/1.md", known: ["archive/rfi"]) == folder.path + "/archive/rfi")
  }
}
