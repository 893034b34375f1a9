import Foundation
import Testing

@testable import ArticleLibrary

/// The file `archives` in the state folder.
@Suite struct ArchiveNamesFileTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  @Test func writtenNamesAreReadBack() throws {
    let names = ArchiveNames(configured: ["/srv/news", "/srv/old/news", "/srv/风"])
    try folder.write("state/archives", "")
    ArchiveNamesFile.keep(names, in: folder.path + "/state")
    #expect(ArchiveNamesFile.read(in: folder.path + "/state") == names.archives)
    // Two archives that came together share their last component: neither has a name.
    #expect(names.archives.map(\.name) == ["", "", "风"])
    #expect(names.archives.map(\.root) == ["/srv/news", "/srv/old/news", "/srv/风"])
  }

  @Test func linesThatCannotBeReadAreSkipped() throws {
    try folder.write(
      "state/archives", "news\t/srv/news\nwithout a tab\nrelative\tsrv/x\nroot\t/\nslash\t/srv/y/\n\nz\t/srv/z")
    #expect(ArchiveNamesFile.read(in: folder.path + "/state").map(\.root) == ["/srv/news", "/srv/z"])
    try Data([0x61, 0xFF, 0x09, 0x2F, 0x61, 0x0A]).write(to: URL(fileURLWithPath: folder.path + "/state/archives"))
    #expect(ArchiveNamesFile.read(in: folder.path + "/state").isEmpty)
  }

  @Test func withoutAFolderNothingIsKept() {
    ArchiveNamesFile.keep(ArchiveNames(configured: ["/srv/news"]), in: nil)
    #expect(ArchiveNamesFile.read(in: nil).isEmpty)
    #expect(ArchiveNamesFile.read(in: folder.path + "/missing").isEmpty)
  }
}
