import ArchiveSources
import ArticleDump
import Foundation
import RepositoryFixture
import Testing

@testable import ArticleLibrary

/// Libraries of git repositories: nothing is checked out.
@Suite struct RepositoryLibraryTests {
  private func dump(_ title: String, body: String = "正文。", url: String? = nil) -> String {
    if let url { return "<!--1689561074000-->\n[\(title)](\(url))\n------\n\n<div><p>\(body)</p></div>\n" }
    return "# \(title)\n\n\(body)\n"
  }

  private func paths(_ library: Library, _ query: String = "") throws -> [String] {
    let list = try library.list(ListQuery(text: query))
    return try library.rows(list, 0..<list.count).map(\.file.text).sorted()
  }

  @Test func aBareRepositoryIsAnArchive() throws {
    let fixture = try Repository()
    try fixture.write(dump("一", body: "讲桥的文章。"), to: "articles/1.md")
    try fixture.write(dump("二", url: "https://example.org/2"), to: "articles/2.md")
    try fixture.write("不读", to: ".github/x.md")
    try fixture.write("\u{89}PNG", to: "pictures/a.png")
    try fixture.commit()
    let bare = try fixture.bareClone()
    let folder = try TestFolder()
    let library = try folder.library([bare])
    let summary = try library.update()
    #expect(summary.articleCount == 2 && summary.added == 2)
    #expect(summary.skipped.map(\.path.text) == [bare + "/pictures/a.png"])
    #expect(try paths(library) == [bare + "/articles/1.md", bare + "/articles/2.md"])
    #expect(try paths(library, "讲桥的") == [bare + "/articles/1.md"])
    let id = try library.list(ListQuery(text: "讲桥的"))[0]
    #expect(try library.article(id).title == "一")
    #expect(try library.source(id).contains("# 一"))
    #expect(library.row(id)?.pathInArchive == "articles/1.md")
    #expect(library.article(atPath: bare + "/articles/1.md") == id)
    // The name on disk is reached through links; the identity consists of the archive's name and the path.
    #expect(library.identity(of: id) == "file:bare.git/articles/1.md")
    #expect(try DumpFile.read(DumpPath(bare + "/articles/2.md"), atMost: 1_000).bytes.count > 10)
    #expect(throws: LibraryError.source(path: bare + "/articles/3.md", .notFound)) {
      try DumpFile.read(DumpPath(bare + "/articles/3.md"), atMost: 1_000)
    }

    // Known entries are not listed again, but are still reported.
    let again = try folder.library([bare])
    let second = try again.update()
    #expect(second.articleCount == 2 && second.unchanged == 2 && !second.hasChanges)
    #expect(second.skipped == summary.skipped)
  }

  @Test func onlyWhatACommitChangedIsReadAgain() throws {
    let fixture = try Repository()
    for number in 0..<40 { try fixture.write(dump("第\(number)篇"), to: "a/\(number).md") }
    try fixture.commit()
    let bare = try fixture.bareClone()
    let folder = try TestFolder()
    try folder.library([bare]).update()
    try fixture.write(dump("改了"), to: "a/1.md")
    try fixture.git("rm", "-q", "a/2.md")
    try fixture.write(dump("新来"), to: "b/新.md")
    try fixture.commit()
    try fixture.git("push", "-q", bare, "main")
    let library = try folder.library([bare])
    let summary = try library.update()
    #expect(summary.articleCount == 40 && summary.changed == 1 && summary.added == 1 && summary.removed == 1)
    #expect(try paths(library, "改了") == [bare + "/a/1.md"])
    #expect(try !library.update().hasChanges)
  }

  @Test func readMarksAndStarsFollowARename() throws {
    let fixture = try Repository()
    let long = (0..<30).map { "第\($0)段，说的都是别的事情。" }.joined(separator: "\n\n")
    try fixture.write(dump("原样", body: "不改的正文。"), to: "a/same.md")
    try fixture.write(dump("改过", body: long), to: "a/edited.md")
    try fixture.commit()
    let bare = try fixture.bareClone()
    let folder = try TestFolder()
    let bookmarks = BookmarksFile(path: folder.path + "/bookmarks.md")
    do {
      let library = try folder.library([bare])
      try library.update()
      for title in ["原样", "改过"] {
        let id = try library.list(ListQuery(text: "title:\(title)"))[0]
        try library.mark([id], asRead: true)
        try library.setPosition(ReadingPosition(utf8Offset: 7, share: 0.5), in: id)
        try library.star(id, in: bookmarks, added: Timestamp(secondsSinceEpoch: 0, utcOffsetInSeconds: 0))
      }
    }
    try FileManager.default.createDirectory(atPath: fixture.repository + "/b", withIntermediateDirectories: true)
    try fixture.git("mv", "a/same.md", "b/other.md")
    try fixture.git("mv", "a/edited.md", "b/edited.md")
    try fixture.write(dump("改过", body: long + "\n\n又添了一段。"), to: "b/edited.md")
    try fixture.commit()
    try fixture.git("push", "-q", bare, "main")
    let library = try folder.library([bare])
    let summary = try library.update()
    #expect(summary.articleCount == 2)
    for title in ["原样", "改过"] {
      let id = try library.list(ListQuery(text: "title:\(title)"))[0]
      let row = try #require(library.row(id))
      #expect(row.isRead && row.isStarred, "\(title)")
      #expect(library.position(in: id)?.utf8Offset == 7, "\(title)")
    }
  }

  @Test func aBareRepositoryInAFolderBelongsToItsArchive() throws {
    let fixture = try Repository()
    try fixture.write(dump("库里"), to: "1.md")
    try fixture.commit()
    let folder = try TestFolder()
    try folder.writeDump("archive/2.md", title: "外面")
    let bare = try fixture.bareClone()
    try FileManager.default.moveItem(atPath: bare, toPath: folder.path + "/archive/mirror.git")
    let library = try folder.library()
    let summary = try library.update()
    #expect(summary.articleCount == 2)
    #expect(summary.skipped.isEmpty)
    let id = try library.list(ListQuery(text: "库里"))[0]
    #expect(library.row(id)?.pathInArchive == "mirror.git/1.md")
    #expect(try library.article(id).title == "库里")
    // The repository alone uses the folder's index.
    let part = try folder.library(["archive/mirror.git"])
    try part.update()
    #expect(try part.titles("") == ["库里"])
    #expect(try library.update().articleCount == 2)
    // When one is removed, its articles are removed too.
    try FileManager.default.removeItem(atPath: folder.path + "/archive/mirror.git")
    #expect(try library.update().removed == 1)
  }

  @Test func aFolderOfARepositoryCanBeOpened() throws {
    let fixture = try Repository()
    try fixture.write(dump("甲"), to: "a/1.md")
    try fixture.write(dump("乙"), to: "b/2.md")
    try fixture.commit()
    let bare = try fixture.bareClone()
    let folder = try TestFolder()
    let part = try folder.library([bare + "/a"])
    try part.update()
    #expect(try paths(part) == [bare + "/a/1.md"])
    #expect(part.articleCount == 1)
    #expect(try part.article(part.list()[0]).title == "甲")
    let whole = try folder.library([bare])
    #expect(try !whole.update().hasChanges)
    #expect(try paths(whole) == [bare + "/a/1.md", bare + "/b/2.md"])
  }

  @Test func aBranchCanBeOpenedAsAnArchive() throws {
    let fixture = try Repository()
    try fixture.write(dump("主干"), to: "1.md")
    try fixture.commit()
    try fixture.git("checkout", "-q", "-b", "feature/x")
    try fixture.write(dump("分支"), to: "posts/2.md")
    try fixture.commit()
    try fixture.git("checkout", "-q", "main")
    let folder = try TestFolder()
    let branch = fixture.repository + "@feature/x"
    let library = try folder.library([branch])
    try library.update()
    #expect(try paths(library) == [branch + "/1.md", branch + "/posts/2.md"])
    #expect(try DumpFile.read(DumpPath(branch + "/posts/2.md"), atMost: 100).bytes.starts(with: "# 分支".utf8))
    // The working tree is like any other folder.
    let tree = try folder.library([fixture.repository])
    try tree.update()
    #expect(try paths(tree) == [fixture.repository + "/1.md"])
    #expect(throws: LibraryError.source(path: fixture.repository + "@none", .noRevision)) {
      try folder.library([fixture.repository + "@none"])
    }
  }

  @Test func missingObjectsAreReportedAndTheRestIsRead() throws {
    let fixture = try Repository()
    try fixture.write(dump("好的"), to: "1.md")
    try fixture.write(dump("缺的"), to: "2.md")
    try fixture.commit()
    let object = try fixture.git("rev-parse", "HEAD:2.md")
    let file = fixture.repository + "/.git/objects/\(object.prefix(2))/\(object.dropFirst(2))"
    try FileManager.default.removeItem(atPath: file)
    let folder = try TestFolder()
    let library = try folder.library([fixture.repository + "@main"])
    let summary = try library.update()
    #expect(try library.titles("") == ["好的"])
    #expect(summary.skipped.map(\.reason) == [.source(.missingObject)])
  }
}
