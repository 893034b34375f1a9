import ArticleDump
import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

@Suite struct ArchiveScanningTests {
  @Test func filesThatAreNotDumpsAreSkippedWithAReason() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "文章")
    try folder.write("archive/README.md", "# 说明\n")
    try folder.write(
      "archive/lists/rfi.md", "rfi\n------\n7-17 [甲](/articles/rfi/1.md)\n7-16 [乙](/articles/rfi/2.md)\n")
    try folder.write("archive/index.html", "<html><head><meta name=\"generator\" content=\"Jekyll v4\"></head></html>")
    try folder.write("archive/empty.md", "")
    try folder.write("archive/photo.jpg", "x")
    try folder.write("archive/data", "a\u{0}b")
    try folder.write("archive/.git/HEAD", "ref: refs/heads/main\n")
    try folder.write("archive/_site/1.html", "<p>x</p>")
    try folder.write("archive/_layouts/post.html", "<main>{{ content }}</main>")
    try folder.write("archive/fragment.html", "<title>{{ page.title }}</title>")
    try folder.write("archive/requirements.txt", "requests==2.0\n")
    try folder.write("archive/OWNERS", "reviewers:\n- a\n")
    mkfifo(folder.path + "/archive/pipe.md", 0o600)
    symlink("nowhere", folder.path + "/archive/dangling.md")
    symlink(".", folder.path + "/archive/loop")
    let library = try folder.library()
    let summary = try library.update()
    #expect(try library.titles("") == ["文章"])
    let reasons = summary.skipped.map { (String(decoding: $0.path.name, as: UTF8.self), $0.reason) }
    #expect(
      Dictionary(uniqueKeysWithValues: reasons) == [
        "README.md": .aboutTheArchive, "rfi.md": .indexPage, "index.html": .generatedPage, "empty.md": .empty,
        "photo.jpg": .notADump, "data": .foreign(.binary), "_site": .generatedPage, "_layouts": .template,
        "fragment.html": .template, "requirements.txt": .aboutTheArchive, "OWNERS": .aboutTheArchive,
        "pipe.md": .notRegular,
        "dangling.md": .danglingLink, "loop": .linkLoop,
      ])
    // Skipped files are reported again although they are not read again.
    #expect(try library.update().skipped.count == summary.skipped.count)
  }

  @Test func linksAreEnteredOnceAndLoopsEnd() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/a/1.md", title: "一")
    symlink(".", folder.path + "/archive/a/self")
    symlink("../archive/a", folder.path + "/archive/again")
    let library = try folder.library()
    let summary = try library.update()
    #expect(try library.titles("") == ["一"])
    #expect(summary.skipped.count { $0.reason == .linkLoop } == 2)
  }

  @Test(arguments: [
    (LinkPolicy.inside, ["里", "里又"], [SkipReason.linkLeadsOut, .linkLeadsOut]),
    (.never, ["里"], [.linkNotFollowed, .linkNotFollowed, .linkNotFollowed]), (.always, ["外", "里", "里又"], [.linkLoop]),
  ])
  func linksAreFollowedAsThePolicySays(policy: LinkPolicy, titles: [String], reasons: [SkipReason]) throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "里")
    try folder.writeDump("archive/.hidden/2.md", title: "里又")
    try folder.writeDump("elsewhere/3.md", title: "外")
    symlink(".hidden", folder.path + "/archive/again")
    symlink("../elsewhere", folder.path + "/archive/out")
    symlink(policy == .always ? "../elsewhere" : "/", folder.path + "/archive/root")
    var configuration = try folder.library().configuration
    configuration.followedLinks = policy
    let library = try Library(configuration)
    let summary = try library.update()
    #expect(try library.titles("").sorted() == titles)
    #expect(summary.skipped.map(\.reason) == reasons)
  }

  @Test func aLinkToAFileOutsideIsSkipped() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "里")
    try folder.writeDump("elsewhere/3.md", title: "外")
    symlink("../elsewhere/3.md", folder.path + "/archive/2.md")
    symlink("1.md", folder.path + "/archive/4.md")
    let library = try folder.library()
    let summary = try library.update()
    #expect(summary.articleCount == 2)
    #expect(summary.skipped.map(\.reason) == [.linkLeadsOut])
  }

  @Test func namesOfAnyBytesAreKeptAndEscaped() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/plain.md", title: "平")
    let content = "<!--1600000000000-->\n[怪名](https://example.org/odd)\n------\n\n<p>正文</p>\n"
    let name = Array("\(folder.path)/archive/".utf8) + [0xFF, 0x0A, 0x1B, 0x5C] + Array("\u{202E}\u{9B}x.md".utf8)
    let descriptor = DumpPath(bytes: name).withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
    #expect(descriptor >= 0)
    _ = content.withCString { write(descriptor, $0, content.utf8.count) }
    close(descriptor)
    let library = try folder.library()
    try library.update()
    let list = try library.list(ListQuery(text: "怪名"))
    let row = try #require(try library.rows(list, 0..<1).first)
    #expect(row.pathInArchive == "\\xFF\\x0A\\x1B\\\\\\xE2\\x80\\xAE\\xC2\\x9Bx.md")
    #expect(row.file.bytes == name)
    #expect(try library.article(row.id).title == "怪名")
  }

  @Test func aPipeOrAMissingPathIsRefusedWhenOpened() throws {
    let folder = try TestFolder()
    mkfifo(folder.path + "/pipe", 0o600)
    #expect(throws: LibraryError.notADump(path: folder.path + "/pipe", .pipe)) { try folder.library(["pipe"]) }
    #expect(throws: LibraryError.unreadable(path: folder.path + "/none", errno: ENOENT)) {
      try folder.library(["none"])
    }
    #expect(throws: LibraryError.notADump(path: folder.path + "/pipe", .pipe)) {
      try DumpFile.read(DumpPath(folder.path + "/pipe"), atMost: 10)
    }
  }

  @Test func aHugeDumpIsReadInPart() throws {
    let folder = try TestFolder()
    try folder.writeDump(
      "archive/1.md", title: "巨大", body: "<p>开头</p>" + String(repeating: "<p>很长的一段话。</p>", count: 5_000) + "<p>结尾</p>")
    let library = try Library(
      LibraryConfiguration(paths: [folder.path + "/archive"], cacheDirectory: nil, largestDumpInBytes: 10_000))
    try library.update()
    #expect(try library.titles("开头") == ["巨大"])
    #expect(try library.titles("结尾").isEmpty)
    #expect(try library.article(library.list()[0]).diagnostics.contains { $0.kind == "cut" })
  }

  @Test func singleFilesAreOpenedWithoutTheirFolder() throws {
    let folder = try TestFolder()
    let file = try folder.writeDump("somewhere/1.json", title: "单独")
    let library = try folder.library([file])
    try library.update()
    #expect(try library.titles("") == ["单独"])
    #expect(library.row(try library.list()[0])?.file.string == file)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/cache"))
  }

  @Test func nothingIsWrittenIntoAnArchive() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/archive")
    try folder.library().update()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/archive") == before)
  }
}
