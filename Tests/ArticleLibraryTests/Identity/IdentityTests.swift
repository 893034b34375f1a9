import ArticleDump
import Foundation
import GRDB
import Testing
import Text

@testable import ArticleLibrary

@Suite struct IdentityTests {
  private let folder: TestFolder
  private let stars: BookmarksFile
  private let moment = Timestamp(secondsSinceEpoch: 1_795_000_000)

  init() throws {
    folder = try TestFolder()
    stars = BookmarksFile(path: folder.path + "/bookmarks.md")
  }

  @Test(arguments: [
    ("https://www.example.org/a/", "example.org/a"), ("HTTP://Example.org/a?b=1#top", "example.org/a?b=1"),
    ("//example.org/a", "example.org/a"), ("https://spa.example/#/article/1", "spa.example#/article/1"),
    ("https://spa.example/x/#!news/7/", "spa.example/x#!news/7"), ("https://example.org/?p=12", "example.org/?p=12"),
  ])
  func addressesKeepWhatDistinguishesPages(url: String, text: String) {
    #expect(ArticleAddress(url)?.text == text)
  }

  @Test(arguments: [
    ("https://example.org/新闻 一", "example.org/新闻%20一"), (#"https://example.org/a\b"#, "example.org/a%5Cb"),
    ("https://example.org/a\u{200B}b", "example.org/a%E2%80%8Bb"),
    ("https://example.org/e\u{301}", "example.org/e%CC%81"), ("https://example.org/[a](b)", "example.org/[a]%28b)"),
    ("https://example.org/é/(新闻)_%20?q=“一”&r=%e4", "example.org/é/(新闻)_%20?q=“一”&r=%e4"),
  ])
  func onlyWhatTheBookmarksFileCannotHoldIsEncodedInAnAddress(url: String, text: String) {
    #expect(ArticleAddress(url)?.text == text)
    #expect(ArticleAddress("https://" + text) == ArticleAddress(url))
  }

  @Test(arguments: [
    "https://example.org", "https://example.org/", "http://www.example.org//#top", "https://spa.example/#/",
    "https://spa.example/#!", "https://example.org/?", "ftp://example.org/a", "javascript:alert(1)", "a.md", "",
    "http://",
  ])
  func aSitesRootAndOtherSchemesIdentifyNoPage(url: String) {
    #expect(ArticleAddress(url) == nil)
  }

  /// FNV-1a's published value for "foobar", folded to 48 bits.
  @Test func theFingerprintIsTheDocumentedOneAndIgnoresWhiteSpace() {
    let whole: UInt64 = 0x8594_4171_F739_67E8
    #expect(DumpFingerprint(of: Array("foobar".utf8)).value == whole >> 48 ^ whole & 0xFFFF_FFFF_FFFF)
    let plain = DumpFingerprint(of: Array("甲 乙\n丙\n".utf8))
    #expect(DumpFingerprint(of: Array("\u{FEFF}甲 乙\r\n丙\r\n\r\n".utf8)) == plain)
    #expect(DumpFingerprint(of: Array("甲 乙\n丁\n".utf8)) != plain)
    #expect(DumpFingerprint(plain.text) == plain)
  }

  private func write(_ name: String, title: String, from url: String, day: String, _ body: String) throws {
    try folder.write(name, "---\ntitle: \(title)\ndate: \(day)\nfrom: \"\(url)\"\n---\n\n\(body)\n")
  }

  private func id(_ title: String, in library: Library) throws -> ArticleID {
    try #require(library.list(ListQuery(text: "title:\(title)")).count == 1)
    return try library.list(ListQuery(text: "title:\(title)"))[0]
  }

  @Test func anAddressOfSeveralArticlesIdentifiesNone() throws {
    let url = "https://weekly.example/feed?days="
    try write("archive/1.md", title: "一月周记", from: url, day: "2021-01-01", "写了一月里的几件小事。")
    try write("archive/2.md", title: "二月周记", from: url, day: "2021-02-01", "写了二月里的几件小事。")
    let library = try folder.library()
    try library.update()
    #expect(try library.star(id("一月周记", in: library), in: stars, added: moment))
    #expect(try library.titles("is:starred") == ["一月周记"])
    #expect(try library.star(id("二月周记", in: library), in: stars, added: moment))
    #expect(try stars.bookmarks().count == 2)
    #expect(try library.unstar(id("一月周记", in: library), in: stars) == 1)
    #expect(try library.titles("is:starred") == ["二月周记"])
    try library.mark([id("一月周记", in: library)], asRead: true)
    #expect(try library.titles("is:read") == ["一月周记"])
    #expect(try library.list(ListQuery(foldsDuplicates: true)).count == 2)
    // The other one is removed: the address is unambiguous again, and nothing is forgotten.
    try library.star(id("一月周记", in: library), in: stars, added: moment)
    unlink(folder.path + "/archive/2.md")
    try library.update()
    #expect(try library.titles("is:starred") == ["一月周记"])
    #expect(try library.titles("is:read") == ["一月周记"])
    // When a third one is added, it has neither a star nor a mark.
    try write("archive/3.md", title: "三月周记", from: url, day: "2021-03-01", "写了三月里的几件小事。")
    try library.update()
    #expect(try library.titles("is:starred") == ["一月周记"])
    #expect(try library.titles("is:read") == ["一月周记"])
  }

  @Test func theSameAddressInTwoArchivesIsOneArticle() throws {
    for archive in ["a", "b"] {
      try write("\(archive)/1.md", title: "同一篇", from: "https://example.org/1", day: "2021-01-01", "正文。")
    }
    let library = try folder.library(["a", "b"])
    try library.update()
    try library.star(library.list()[0], in: stars, added: moment)
    #expect(try library.titles("is:starred").count == 2)
    #expect(try library.unstar(library.list()[1], in: stars) == 1)
    #expect(try library.titles("is:starred").isEmpty)
  }

  @Test func aDumpWithoutAddressIsIdentifiedByArchiveAndPath() throws {
    for archive in ["a", "b"] { try folder.write("\(archive)/x.md", "\(archive) 的正文。\n") }
    let library = try folder.library(["a", "b"])
    try library.update()
    let first = try #require(library.list(ListQuery(sort: .path)).first)
    try library.star(first, in: stars, added: moment)
    #expect(try stars.bookmarks().map(\.path) == ["a/x.md"])
    #expect(try library.list(ListQuery(text: "is:starred")).count == 1)
    try library.mark([first], asRead: true)
    #expect(try library.list(ListQuery(text: "is:read")).count == 1)
  }

  @Test func archivesWithTheSameNameAreIdentifiedByPath() throws {
    for archive in ["x/news", "y/news"] { try folder.write("\(archive)/1.md", "\(archive) 的正文。\n") }
    let real = try #require(ArchiveNames.real(folder.path))
    // Opened one after another, each by itself: the first keeps the name.
    let first = try folder.library(["x/news"])
    try first.update()
    try first.star(first.list()[0], in: stars, added: moment)
    let second = try folder.library(["y/news"])
    try second.update()
    #expect(try second.titles("is:starred").isEmpty)
    try second.star(second.list()[0], in: stars, added: moment)
    #expect(try stars.bookmarks().map(\.path) == ["news/1.md", real + "/y/news/1.md"])
    #expect(try second.unstar(second.list()[0], in: stars) == 1)
    #expect(try folder.library(["x/news"]).titles("is:starred").count == 1)
    // Opened together and never seen before: neither has a better claim.
    let other = try TestFolder()
    for archive in ["x/news", "y/news"] { try other.write("\(archive)/1.md", "\(archive)\n") }
    let both = try other.library(["x/news", "y/news"])
    #expect(both.names.archives.map(\.name) == ["", ""])
  }

  @Test func aMovedArchiveKeepsItsNameAndMarks() throws {
    try folder.write("x/news/1.md", "没有地址的一篇。\n")
    let library = try folder.library(["x/news"])
    try library.update()
    try library.star(library.list()[0], in: stars, added: moment)
    try library.mark([library.list()[0]], asRead: true)
    try FileManager.default.createDirectory(atPath: folder.path + "/z", withIntermediateDirectories: true)
    rename(folder.path + "/x/news", folder.path + "/z/news")
    let moved = try folder.library(["z/news"])
    try moved.update()
    #expect(try moved.titles("is:starred is:read").count == 1)
  }

  @Test func aRenamedArchiveKeepsWhatWasReadInIt() throws {
    for name in ["1", "2", "3", "4"] { try folder.write("news/\(name).md", "# 第\(name)篇\n\n没有地址的一篇。\n") }
    let library = try folder.library(["news"])
    try library.update()
    let first = try id("第1篇", in: library)
    try library.recordOpened(first)
    try library.mark([first, id("第2篇", in: library)], asRead: true)
    rename(folder.path + "/news", folder.path + "/press")
    let renamed = try folder.library(["press"])
    try renamed.update()
    #expect(try Set(renamed.titles("is:read")) == ["第1篇", "第2篇"])
  }

  /// Marks of articles that were never opened have no titles to compare.
  @Test(arguments: [(2, 0), (3, 3)])
  func marksWithoutTitlesFollowARenamedArchiveIfThereAreSeveral(marked: Int, kept: Int) throws {
    for name in 1...4 { try folder.write("news/\(name).md", "没有地址的第 \(name) 篇。\n") }
    let library = try folder.library(["news"])
    try library.update()
    let articles = try library.list()
    try library.mark((0..<marked).map { articles[$0] }, asRead: true)
    rename(folder.path + "/news", folder.path + "/press")
    let renamed = try folder.library(["press"])
    try renamed.update()
    #expect(try renamed.titles("is:read").count == kept)
  }

  @Test func anotherArchiveWithTheSamePathsGetsNoMarks() throws {
    for (archive, title) in [("news", "港口"), ("press", "渡船")] {
      try folder.write("\(archive)/1.md", "# \(title)\n\n没有地址的一篇。\n")
    }
    let library = try folder.library(["news"])
    try library.update()
    let only = try id("港口", in: library)
    try library.recordOpened(only)
    try library.mark([only], asRead: true)
    try FileManager.default.removeItem(atPath: folder.path + "/news")
    let other = try folder.library(["press"])
    try other.update()
    #expect(try other.titles("is:read").isEmpty)
  }

  @Test func anArchiveKeepsItsMarksAsPartOfAnother() throws {
    try folder.write("whole/part/1.md", "没有地址的一篇。\n")
    let part = try folder.library(["whole/part"])
    try part.update()
    try part.star(part.list()[0], in: stars, added: moment)
    try part.mark([part.list()[0]], asRead: true)
    let whole = try folder.library(["whole"])
    try whole.update()
    #expect(try whole.titles("is:starred is:read").count == 1)
    #expect(try whole.unstar(whole.list()[0], in: stars) == 1)
  }

  @Test func aStarFollowsAMovedOrRenamedDump() throws {
    try folder.write("archive/一.md", "院子里的石榴熟了。\n")
    try folder.write("archive/二.md", "井边的石阶湿了。\n")
    let library = try folder.library()
    try library.update()
    try library.star(id("一", in: library), in: stars, added: moment)
    try FileManager.default.createDirectory(atPath: folder.path + "/archive/old", withIntermediateDirectories: true)
    rename(folder.path + "/archive/一.md", folder.path + "/archive/old/三.md")
    // Another one takes the old name.
    rename(folder.path + "/archive/二.md", folder.path + "/archive/一.md")
    try library.update()
    #expect(try library.titles("is:starred") == ["三"])
    #expect(try library.unstar(id("三", in: library), in: stars) == 1)
  }

  @Test func aStarStaysWithAnEditedDump() throws {
    try folder.write("archive/一.md", "院子里的石榴熟了。\n")
    let library = try folder.library()
    try library.update()
    try library.star(library.list()[0], in: stars, added: moment)
    try folder.write("archive/一.md", "院子里的石榴熟了，又改了一句。\n")
    try library.update()
    #expect(try library.titles("is:starred") == ["一"])
  }

  @Test func commandsFindADumpByPlaceOrFingerprint() throws {
    let real = try #require(ArchiveNames.real(folder.path))
    func bookmark(_ name: String, _ text: String) throws -> Bookmark {
      try folder.write(name, text)
      return Bookmark(title: "某篇", path: real + "/" + name, fingerprint: DumpFingerprint(of: Array(text.utf8)))
    }
    let first = try bookmark("a/1.md", "甲")
    #expect(try stars.add(first))
    #expect(try !stars.add(bookmark("a/1.md", "甲，改过")))
    // A copy is an article of its own as long as the first one exists.
    let copy = try bookmark("b/1.md", "甲")
    #expect(try stars.add(copy))
    #expect(try stars.remove(copy) == 1)
    unlink(folder.path + "/a/1.md")
    #expect(try !stars.add(copy))
    #expect(try stars.remove(copy) == 1)
    #expect(try stars.bookmarks().isEmpty)
  }

  static let oddAddresses = [
    "https://example.org/新闻 一.html", #"https://example.org/a\b"#, #"https://example.org/a\(b\)"#,
    "https://example.org/零\u{200B}宽", "https://example.org/cafe\u{301}", "https://example.org/a<!-- b -->",
    "https://example.org/a --> b", "https://example.org/[a](b", "https://example.org/a)b",
  ]

  @Test(arguments: oddAddresses)
  func anArticleWithAnOddAddressKeepsItsStarAndItsHighlights(url: String) throws {
    try folder.write("archive/1.md", "---\ntitle: 渡口\nurl: '\(url)'\n---\n\n渡船在雾里等人。\n")
    let library = try folder.library()
    try library.update()
    let only = try #require(library.list().first)
    #expect(try library.rows(library.list(), 0..<1).first?.url == url)
    #expect(try library.star(only, in: stars, added: moment))
    #expect(try !library.star(only, in: stars, added: moment))
    #expect(try library.titles("is:starred") == ["渡口"])
    let highlights = BookmarksFile(path: folder.path + "/highlights.md", names: library.names)
    for isNew in [true, false] {
      let made = try library.highlight(
        Passage(utf8Range: 0..<6, color: .yellow), quoting: "渡船", in: #require(library.row(only)), file: highlights,
        added: moment)
      #expect((made != nil) == isNew)
    }
    #expect(try library.highlights(of: only, in: highlights).map(\.quotation) == ["渡船"])
    #expect(try library.titles("has:highlight") == ["渡口"])
    // Commands know no library.
    let file = folder.path + "/archive/1.md"
    let dump = try Bookmark(
      title: "渡口", url: url, path: library.names.place(ofFileAt: file),
      fingerprint: DumpFingerprint(of: Array(Data(contentsOf: URL(fileURLWithPath: file)))))
    #expect(try !stars.add(dump))
    #expect(try highlights.highlights(of: dump).count == 1)
    #expect(try stars.remove(dump) == 1)
    #expect(try stars.add([dump, dump]) == 1)
    #expect(try library.unstar(only, in: stars) == 1)
    #expect(try stars.bookmarks().isEmpty)
  }

  @Test func anAddressWrittenByHandWithABlankNamesItsArticle() throws {
    let url = "https://example.org/a (b) c"
    try folder.write("archive/1.md", "---\ntitle: 渡口\nurl: '\(url)'\n---\n\n渡船在雾里等人。\n")
    for link in ["<\(url)>", #"https://example.org/a%20\(b\)%20c"#] {
      try folder.write("bookmarks.md", "- [渡口](\(link))\n")
      let library = try folder.library()
      try library.update()
      #expect(try library.titles("is:starred") == ["渡口"])
    }
  }

  @Test func anArticleReadBeforeBlanksInAddressesWereEncodedIsStillRead() throws {
    let url = "https://example.org/新闻 一.html"
    try folder.write("archive/1.md", "---\ntitle: 渡口\nurl: '\(url)'\n---\n\n渡船在雾里等人。\n")
    do {
      let library = try folder.library()
      try library.update()
      try library.mark([library.list()[0]], asRead: true)
    }
    let former = "example.org/新闻 一.html"
    let state = try DatabaseQueue(path: folder.path + "/state/state.sqlite")
    try state.write { db in
      try db.execute(
        sql: "UPDATE articles SET key = ?, hash = ?",
        arguments: [former, Int64(bitPattern: StableHash.hash(former))])
      #expect(db.changesCount == 1)
      try db.execute(sql: "UPDATE memory SET value = '2' || substr(value, 2) WHERE key = 'identities'")
      #expect(db.changesCount == 1)
    }
    try state.close()
    let library = try folder.library()
    try library.update()
    #expect(try library.titles("is:read") == ["渡口"])
  }

  /// A later version may read another address in a page.
  @Test func anEntryOfTheSameBytesAtTheSamePlaceIsTheArticlesWhateverItsAddress() throws {
    for name in ["1", "2"] {
      let url = "https://example.org/\(name)"
      try folder.write("archive/\(name).md", "---\ntitle: 渡口\nurl: \(url)\n---\n\n渡船在雾里等人。\n")
    }
    let library = try folder.library()
    try library.update()
    let list = try library.list(ListQuery(sort: .path))
    #expect(try library.star(list[0], in: stars, added: moment))
    let written = try String(contentsOfFile: stars.path, encoding: .utf8)
    try written.replacing("example.org/1", with: "example.org/former").write(
      toFile: stars.path, atomically: true, encoding: .utf8)
    #expect(try Array(library.starredIDs()) == [list[0]])
    #expect(try library.bookmarks(in: stars).map(\.article) == [list[0]])
    #expect(try !library.star(list[0], in: stars, added: moment))
    let file = folder.path + "/archive/1.md"
    let dump = try Bookmark(
      title: "渡口", url: "https://example.org/1", path: library.names.place(ofFileAt: file),
      fingerprint: DumpFingerprint(of: Array(Data(contentsOf: URL(fileURLWithPath: file)))))
    #expect(try !BookmarksFile(path: stars.path, names: library.names).add(dump))
    #expect(try library.unstar(list[1], in: stars) == 0)
    #expect(try library.unstar(list[0], in: stars) == 1)
  }
}
