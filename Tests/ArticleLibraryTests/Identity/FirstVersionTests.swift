import ArticleDump
import Foundation
import GRDB
import Testing
import Text

@testable import ArticleLibrary

/// Bookmarks and state that version 0.1.0 wrote for `Fixtures/0.1.0/archive`, by its room and by `bookmarks add`.
///
/// Its stars: the second of three articles after `#/`, the second of two at a site's root, one without an address, one
/// with, and one of two under a shared address (added from within its folder). It showed the first as a star of all
/// four with that host.
@Suite struct FirstVersionTests {
  private let folder: TestFolder
  private let library: Library

  init() throws {
    folder = try TestFolder()
    let fixture = packageRoot + "/Tests/ArticleLibraryTests/Fixtures/0.1.0"
    let manager = FileManager.default
    try manager.copyItem(atPath: fixture + "/archive", toPath: folder.path + "/archive")
    try manager.copyItem(atPath: fixture + "/bookmarks.md", toPath: folder.path + "/bookmarks.md")
    try manager.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try manager.copyItem(atPath: fixture + "/state.sqlite", toPath: folder.path + "/state/state.sqlite")
    try Self.movePaths(in: folder.path + "/state/state.sqlite", to: ArchiveNames.real(folder.path + "/archive") ?? "")
    library = try folder.library()
    try library.update()
  }

  /// The paths in the state are those of the machine on which it was written.
  private static func movePaths(in database: String, to archive: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { db in
      for key in try String.fetchAll(db, sql: "SELECT key FROM articles WHERE key LIKE 'file:%'") {
        let name = key.split(separator: "/arch/").last ?? ""
        let moved = "file:" + archive + "/" + name
        try db.execute(
          sql: "UPDATE articles SET key = ?, hash = ? WHERE key = ?",
          arguments: [moved, Int64(bitPattern: StableHash.hash(moved)), key])
      }
      try db.execute(sql: "UPDATE memory SET library = ?", arguments: [archive])
    }
    try queue.close()
  }

  private func paths(_ query: String) throws -> Set<String> {
    let list = try library.list(ListQuery(text: query))
    return Set(try library.rows(list, 0..<list.count).map(\.pathInArchive))
  }

  @Test func everyStarBelongsToExactlyItsArticle() throws {
    #expect(
      try paths("is:starred") == [
        "spa/2.md", "notes/root2.md", "notes/plain.md", "news/1.md", "notes/2021-01-01.md",
      ])
    let entries = try library.bookmarks(in: BookmarksFile(path: folder.path + "/bookmarks.md", names: library.names))
    #expect(entries.count == 5)
    #expect(entries.allSatisfy { $0.article != nil })
  }

  @Test func starsOfTheFirstVersionCanBeRemoved() throws {
    let file = BookmarksFile(path: folder.path + "/bookmarks.md", names: library.names)
    let before = try file.bookmarks().count
    for (removed, id) in try library.starredIDs().sorted().enumerated() {
      #expect(try library.unstar(id, in: file) == 1)
      #expect(try file.bookmarks().count == before - removed - 1)
    }
    #expect(try paths("is:starred").isEmpty)
  }

  @Test func aStarredArticleIsNotAddedAgain() throws {
    let file = BookmarksFile(path: folder.path + "/bookmarks.md", names: library.names)
    let before = try file.bookmarks()
    for id in try library.starredIDs() {
      #expect(try !library.star(id, in: file, added: Timestamp(secondsSinceEpoch: 1_795_000_000)))
    }
    #expect(try file.bookmarks() == before)
  }

  @Test func everyReadMarkIsKept() throws {
    // Several articles were read under the same name: all of them were shown as read.
    let read = try paths("is:read")
    for path in [
      "news/2.md", "news/3.md", "notes/plain.md", "notes/long.md", "spa/2.md", "spa/long.md", "notes/2021-01-01.md",
    ] {
      #expect(read.contains(path), "\(path)")
    }
    #expect(!read.contains("notes/other.md"))
    #expect(!read.contains("news/1.md"))
  }

  @Test func everyPositionStaysWithItsArticle() throws {
    func offset(_ path: String) throws -> Int? {
      let list = try library.list(ListQuery(text: "in:\(path)"))
      return try library.rows(list, 0..<list.count).first { $0.pathInArchive == path }
        .flatMap { library.position(in: $0.id) }?.utf8Offset
    }
    #expect(try offset("news/3.md") == 2288)
    #expect(try offset("notes/long.md") == 1630)
    #expect(try offset("spa/long.md") == 1604)
    #expect(try offset("spa/2.md") == nil)
    #expect(try library.history(limit: 10).count == 6)
    #expect(try library.history(limit: 10).allSatisfy { $0.id != nil })
    #expect(Set(try library.history(limit: 10).map(\.id)).count == 6)
  }

  @Test func anUpdateDoesNotRestoreARemovedReadMark() throws {
    let id = try #require(library.list(ListQuery(text: "in:notes/plain.md")).first)
    try library.mark([id], asRead: false)
    try library.update()
    let again = try folder.library()
    try again.update()
    #expect(try again.list(ListQuery(text: "in:notes/plain.md is:read")).isEmpty)
  }
}
