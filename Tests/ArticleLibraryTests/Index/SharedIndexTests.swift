import ArticleDump
import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

/// One index for several people: the owner of its folder updates it, others read it. The people are different users, so
/// the tests need to run as root, as they do in CI.
@Suite struct SharedIndexTests {
  private func library(_ folder: TestFolder, of person: String, paths: [String] = ["archive"]) throws -> Library {
    var configuration = LibraryConfiguration(
      paths: paths.map { folder.path + "/" + $0 }, cacheDirectory: folder.path + "/\(person)/cache",
      stateDirectory: folder.path + "/\(person)/state")
    configuration.sharedIndexDirectory = folder.path + "/shared"
    try FileManager.default.createDirectory(atPath: folder.path + "/shared", withIntermediateDirectories: true)
    return try Library(configuration)
  }

  /// Gives everything in the shared folder to another user.
  private func giveAway(_ folder: TestFolder) throws {
    let shared = folder.path + "/shared"
    for name in try FileManager.default.subpathsOfDirectory(atPath: shared) + [""] {
      try #require(chown(shared + "/" + name, 65_534, 65_534) == 0)
    }
  }

  private func files(_ folder: TestFolder) throws -> [String: Data] {
    let shared = folder.path + "/shared"
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: shared) {
      files[name] = FileManager.default.contents(atPath: shared + "/" + name) ?? Data()
    }
    return files
  }

  @Test(.enabled(if: geteuid() == 0)) func theOwnerMakesTheIndexAndOthersReadIt() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一", body: "<p>桥上的人。</p>")
    try folder.writeDump("archive/2.md", title: "二")
    try library(folder, of: "maker").update()
    try giveAway(folder)
    let before = try files(folder)
    let reader = try library(folder, of: "reader")
    #expect(reader.location.sharing == .reader)
    #expect(reader.indexKeeper == .otherUser(65_534))
    let summary = try reader.update()
    #expect(summary.articleCount == 2 && !summary.hasChanges)
    #expect(try reader.titles("桥上") == ["一"])
    let id = try reader.list(ListQuery(text: "桥上"))[0]
    try reader.mark([id], asRead: true)
    #expect(reader.row(id)?.isRead == true)
    #expect(try files(folder) == before)
    // No separate cache was made for this user.
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/reader/cache/index"))
    // What one person has read is not shared.
    let other = try library(folder, of: "other")
    #expect(other.row(try other.list(ListQuery(text: "桥上"))[0])?.isRead == false)
  }

  /// What is named wrongly is not created: its indexes would never be found again.
  @Test func aSharedFolderThatDoesNotExistIsNotMade() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    var configuration = LibraryConfiguration(
      paths: [folder.path + "/archive"], cacheDirectory: folder.path + "/cache",
      stateDirectory: folder.path + "/state")
    configuration.sharedIndexDirectory = folder.path + "/shraed"
    let library = try Library(configuration)
    #expect(try library.update().added == 1)
    #expect(library.indexKeeper == .library && library.location.sharing == .none)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/shraed"))
  }

  @Test(.enabled(if: geteuid() == 0)) func readersSwitchToTheNextIndexWhenItIsComplete() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    let maker = try library(folder, of: "maker")
    try maker.update()
    let index = try #require(maker.location.folder)
    let former = maker.database.number
    chown(index, 65_534, 65_534)
    let reader = try library(folder, of: "reader")
    try reader.update()
    let list = try reader.list()
    #expect(list.count == 1)
    chown(index, 0, 0)
    try folder.writeDump("archive/2.md", title: "二")
    let changes = try maker.update()
    #expect(changes.added == 1 && changes.unchanged == 1)
    #expect(maker.database.number != former && maker.database.isReadOnly)
    #expect(try maker.titles("").sorted() == ["一", "二"])
    // Only the current one is left.
    let names = try FileManager.default.contentsOfDirectory(atPath: index)
    #expect(names.filter { $0.hasSuffix(".sqlite") } == ["index.\(maker.database.number).sqlite"])
    chown(index, 65_534, 65_534)
    #expect(try reader.update().added == 1)
    #expect(try reader.titles("").sorted() == ["一", "二"])
    #expect(!(try maker.update().hasChanges))
  }

  @Test(.enabled(if: geteuid() == 0)) func anotherPersonsIncompleteIndexIsLeftAlone() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    let maker = try library(folder, of: "maker")
    let index = try #require(maker.location.folder)
    // What remains of a process that was killed: a database that no `current` refers to.
    try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
    try maker.location.make()
    try Data("half".utf8).write(to: URL(fileURLWithPath: index + "/index.1.sqlite"))
    try giveAway(folder)
    let before = try files(folder)
    let reader = try library(folder, of: "reader")
    #expect(reader.location.sharing == .none)
    try reader.update()
    #expect(try reader.titles("") == ["一"])
    #expect(try files(folder) == before)
  }

  @Test(.enabled(if: geteuid() == 0)) func indexesOfEachVersionHaveTheirOwnFolder() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    try folder.write("shared/v999/index-0000/index.7.sqlite", "newer")
    try library(folder, of: "maker").update()
    #expect(try files(folder)["v999/index-0000/index.7.sqlite"] == Data("newer".utf8))
  }

  @Test func aDamagedSharedIndexIsRebuiltByItsOwner() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    do { try library(folder, of: "maker").update() }
    let location = try library(folder, of: "maker").location
    let path = try #require(location.databasePath(location.currentNumber))
    try Data("no database at all".utf8).write(to: URL(fileURLWithPath: path))
    let maker = try library(folder, of: "maker")
    try maker.update()
    #expect(try maker.titles("") == ["一"])
    #expect(maker.database.isReadOnly)
  }

  @Test func filesOfASharedIndexAreReadableByOthers() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    let maker = try library(folder, of: "maker")
    try maker.update()
    let index = try #require(maker.location.folder)
    func mode(_ path: String) -> mode_t {
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
    #expect(mode(index) == 0o755)
    for name in ["current", "roots", "index.\(maker.database.number).sqlite"] {
      #expect(mode(index + "/" + name) == 0o644, "\(name)")
    }
    #expect(mode((index as NSString).deletingLastPathComponent) & 0o055 == 0o055)
  }
}
