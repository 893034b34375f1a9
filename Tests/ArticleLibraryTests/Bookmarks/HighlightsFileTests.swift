import ArticleDump
import Foundation
import RepositoryFixture
import Testing

@testable import ArticleLibrary

@Suite struct HighlightsFileTests {
  private let folder: TestFolder
  private let file: BookmarksFile
  private let added = Timestamp(secondsSinceEpoch: 1_795_000_000)

  init() throws {
    folder = try TestFolder()
    file = BookmarksFile(path: folder.path + "/highlights.md")
  }

  private var text: String { (try? String(contentsOfFile: file.path, encoding: .utf8)) ?? "" }

  private func highlight(
    _ quotation: String, at start: Int = 12, remark: String = "", url: String? = "https://example.org/1",
    color: HighlightColor = .yellow
  ) -> Bookmark {
    Bookmark(
      title: "渡口", url: url, description: "江报, 2026-01-02", path: "archive/1.md", added: "2026-11-29T10:00:00Z",
      passage: Passage(utf8Range: start..<start + quotation.utf8.count, color: color),
      note: Bookmark.note(quoting: quotation, remark: remark))
  }

  @Test func highlightsAreReadableMarkdown() throws {
    #expect(try file.add(highlight: highlight("船要等人。\n天也要等人。", remark: "记一笔 #江", color: .green)))
    #expect(
      text == """
        - [渡口](https://example.org/1) — 江报, 2026-01-02 <!-- yuelan: archive/1.md · added 2026-11-29T10:00:00Z · at 12-46 green -->
          > 船要等人。
          > 天也要等人。

          记一笔 #江

        """)
  }

  @Test func addedEntriesAreReadBack() throws {
    let quotation = "- [像](一个)条目\n# 像标题\n```\n> 引里的引 #不是标签"
    let remark = "> 我的话也以此开头\n\n- [又像](https://e.org)一条 #是标签"
    try file.add(highlight: highlight(quotation, at: 7, remark: remark, color: .pink))
    try file.add(highlight: highlight("第二处"))
    let read = try file.bookmarks()
    #expect(read.count == 2)
    #expect(read[0].passage == Passage(utf8Range: 7..<7 + quotation.utf8.count, color: .pink))
    #expect(read[0].quotation == quotation)
    #expect(read[0].remark == remark)
    #expect(read[0].tags == ["是标签"])
    #expect(read[1].quotation == "第二处")
    #expect(read[1].remark.isEmpty)
  }

  @Test func theSamePassageIsHighlightedOnce() throws {
    #expect(try file.add(highlight: highlight("一处")))
    #expect(try !file.add(highlight: highlight("一处", color: .blue)))
    #expect(try file.add(highlight: highlight("一处", at: 90)))
    #expect(try file.add(highlight: highlight("一处", url: "https://example.org/2")))
    #expect(try file.bookmarks().count == 3)
  }

  @Test func linesWrittenByHandAreKept() throws {
    let own = "# 读书记\r\n\r\n随手的话，没有换行"
    try folder.write("highlights.md", own)
    try file.add(highlight: highlight("一处"))
    let entry = try #require(try file.bookmarks().first)
    try file.setNote(Bookmark.note(quoting: entry.quotation, remark: "后来想到的"), key: entry.key)
    #expect(text.hasPrefix(own))
    #expect(try file.bookmarks().first?.remark == "后来想到的")
    try file.remove(key: entry.key)
    #expect(text == own + "\r\n")
  }

  @Test func removingOneHighlightKeepsTheOthersOfTheArticle() throws {
    for (quotation, start) in [("甲", 0), ("乙", 3), ("丙", 6)] {
      try file.add(highlight: highlight(quotation, at: start))
    }
    let second = try file.bookmarks()[1]
    try file.remove(key: second.key)
    #expect(try file.bookmarks().map(\.quotation) == ["甲", "丙"])
    try file.undo()
    #expect(try file.bookmarks().map(\.quotation) == ["甲", "乙", "丙"])
  }

  @Test func changingColorAndRemarkIsUndoneByteForByte() throws {
    try file.add(highlight: highlight("甲", remark: "先想到的", color: .green))
    try file.add(highlight: highlight("乙", at: 3))
    let before = text
    let first = try #require(try file.bookmarks().first)
    try file.changeHighlight(.pink, remark: "后想到的\n两行", key: first.key)
    let changed = try #require(try file.bookmarks().first)
    #expect(changed.passage == Passage(utf8Range: 12..<15, color: .pink))
    #expect(changed.quotation == "甲")
    #expect(changed.remark == "后想到的\n两行")
    #expect(try file.undo())
    #expect(text == before)
  }

  @Test func allCopiesOfAHighlightAreChanged() throws {
    try file.add(highlight: highlight("甲", remark: "先想到的", color: .green))
    let before = text + "手写一行\n" + text
    try folder.write("highlights.md", before)
    let shown = try #require(Bookmark.highlights(try file.bookmarks()).first)
    try file.changeHighlight(.pink, remark: "后", key: shown.key)
    let changed = Bookmark.highlights(try file.bookmarks())
    #expect(changed.map(\.remark) == ["后"] && changed.map(\.passage?.color) == [.pink])
    #expect(try file.undo())
    #expect(text == before)
  }

  /// Two machines added different remarks to one highlight, and a merge kept both entries.
  @Test func theDisplayedEntryIsTheOneThatChanges() throws {
    try file.add(highlight: highlight("甲", remark: "短话"))
    let short = text
    let before = short + short.replacing("短话", with: "长得多的一段话")
    try folder.write("highlights.md", before)
    let shown = try #require(Bookmark.highlights(try file.bookmarks()).first)
    #expect(shown.remark == "长得多的一段话")
    try file.changeHighlight(.yellow, remark: "改短", key: shown.key)
    #expect(try file.bookmarks().map(\.remark) == ["短话", "改短"])
    #expect(try file.undo())
    #expect(text == before)
  }

  @Test func highlightsAreInTheOrderOfTheText() throws {
    try folder.writeDump("archive/1.md", title: "渡口", url: "https://example.org/1")
    try folder.writeDump("archive/2.md", title: "江堤", url: "https://example.org/2")
    let library = try folder.library()
    _ = try library.update()
    let ids = try library.rows(library.list(ListQuery()), 0..<2)
    let ferry = try #require(ids.first { $0.title == "渡口" })
    for start in [40, 10] {
      try library.highlight(
        Passage(utf8Range: start..<start + 6), quoting: "第\(start)处", in: ferry, file: file, added: added)
    }
    try file.add(highlight: highlight("别篇", url: "https://example.org/2"))
    #expect(try library.highlights(of: ferry.id, in: file).map(\.quotation) == ["第10处", "第40处"])
    #expect(try library.bookmarks(in: file).filter { $0.article == ferry.id }.count == 2)
  }

  @Test func notesOfHighlightsAreFound() throws {
    try folder.writeDump("archive/1.md", title: "渡口", url: "https://example.org/1")
    try folder.writeDump("archive/2.md", title: "江堤", url: "https://example.org/2")
    try folder.writeDump("archive/3.md", title: "船票", url: "https://example.org/3")
    let library = try folder.library()
    _ = try library.update()
    try file.add(highlight: highlight("船要等人", remark: "想起码头"))
    try file.add(highlight: highlight("只是标出", url: "https://example.org/2"))
    #expect(try library.titles("note:码头") == ["渡口"])
    #expect(try library.titles("has:note") == ["渡口"])
    #expect(Set(try library.titles("has:highlight")) == ["渡口", "江堤"])
    #expect(try library.titles("is:starred") == [])
    try file.remove(key: try #require(try file.bookmarks().first?.key))
    #expect(try library.titles("note:码头") == [])
  }

  @Test func highlightsFromTwoMachinesMergeWithoutLossOrDuplicates() throws {
    let repository = try Repository()
    try repository.write("highlights.md merge=union\nbookmarks.md merge=union\n", to: ".gitattributes")
    let shared = BookmarksFile(path: repository.repository + "/highlights.md")
    try shared.add(highlight: highlight("原有"))
    try repository.commit()
    try repository.git("checkout", "-q", "-b", "laptop")
    try shared.add(highlight: highlight("两边都标", at: 30, remark: "手提机上的话"))
    try shared.add(highlight: highlight("只在手提机", at: 60, remark: "一\n\n二"))
    try repository.commit()
    try repository.git("checkout", "-q", "main")
    try shared.add(highlight: highlight("只在服务器", at: 90))
    try shared.add(highlight: highlight("两边都标", at: 30))
    try repository.commit()
    try repository.git("merge", "-q", "-m", "merge", "laptop")
    let merged = Bookmark.highlights(try shared.bookmarks())
    #expect(merged.map(\.quotation) == ["原有", "两边都标", "只在手提机", "只在服务器"])
    #expect(merged.map(\.remark) == ["", "手提机上的话", "一\n\n二", ""])
  }
}
