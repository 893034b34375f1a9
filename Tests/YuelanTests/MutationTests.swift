import Foundation
import ReadingRoom
import Testing

@testable import ArticleLibrary
@testable import yuelan

/// Readers of untrusted text keep their guarantees for text that is almost valid.
///
/// `YUELAN_MUTATIONS` sets how many of each are tried.
@Suite struct MutationTests {
  private static let count = ProcessInfo.processInfo.environment["YUELAN_MUTATIONS"].flatMap(Int.init) ?? 400

  @Test func queriesAreParsedOrExplained() throws {
    var mutator = Mutator(
      seed: 1,
      seeds: [
        "气候 -政府 OR (天气 | 雨)", "title:\"王 维\" author:“李白” from:rfi", "date:2023..2024-02 is:unread has:image in:a/b",
        "((((a))))", "https://example.org/?a=b", "date:1970-01-31", "-title:x OR -\"y\"", "12:30 是",
        "not 月 and “a” or ｔａｇ：b，—c", "length:>2k sort:oldest date:上周..今天 url:a（b） lang:zh note:x has:tag",
      ],
      pieces: ["title:", "date:", "is:", "..", " OR ", "|", "-", "(", ")", "\"", "“", "”", "＂", "！", "2024-13"])
    for _ in 0..<Self.count {
      let text = String(decoding: mutator.text(), as: UTF8.self)
      do throws(QueryError) {
        let query = try QueryParser.parse(text)
        #expect(try QueryParser.parse(text) == query)
      } catch {
        #expect(error.utf8Range.lowerBound >= 0 && error.utf8Range.upperBound <= text.utf8.count, "\(text)")
        #expect(error.characterRange.upperBound <= text.count)
        for language in Language.allCases { #expect(!error.text(in: language).isEmpty) }
      }
    }
  }

  private static let bookmarks = """
    # 我的书签

    随手写的一行
    - [第一篇](https://example.org/1) — 法广, 2023-07-17 <!-- yuelan: articles/rfi/1.md · added 2026-11-22T10:00:00Z -->
      记下 #气候

      第二段
    ## 其他
    * [没有地址]() <!-- yuelan: a%20b.md -->
    ```
    - [围栏里](https://example.org/2)
    ```
    - [\\[快讯\\] a\\\\b](https://example.org/a_(b)) 尾巴
    """

  private static let highlights = """
    \(bookmarks)
    - [第三篇](https://example.org/3) — 法广 <!-- yuelan: rfi/3.md · added 2026-11-22T10:00:00Z · at 12-46 green -->
      > 引的话。
      > - [像](一个)条目

      记一笔 #江
    手写的一行
    - [无题](https://example.org/4) <!-- yuelan: rfi/4.md · at 0-3 -->
      > 引
    """

  @Test(arguments: [bookmarks, highlights])
  func bookmarksFileKeepsEveryForeignByte(seed: String) {
    var mutator = Mutator(
      seed: 2, seeds: [seed, seed.replacingOccurrences(of: "\n", with: "\r\n")],
      pieces: [
        " · at 1-2 pink", "> ", "- [", "](", ") — ", " <!-- yuelan: ", " · added ", " -->", "```", "~~~", "## ", "  ",
        "\n- [", "%0A",
      ])
    for round in 0..<Self.count {
      let bytes = mutator.text()
      let text = BookmarkText(bytes)
      #expect(text.bytes == bytes)
      let entries = text.entries
      var next = 0
      for entry in entries {
        #expect(entry.lines.lowerBound >= next && !entry.lines.isEmpty && entry.lines.upperBound <= text.lineCount)
        next = entry.lines.upperBound
      }
      guard let entry = entries.randomElement(using: &mutator) else { continue }
      let (above, below) = (text.lines(0..<entry.lines.lowerBound), text.lines(entry.lines.upperBound..<text.lineCount))
      let without = text.removing([entry])
      #expect(without == Array(above + below), "round \(round)")
      let noted = BookmarkText(text.settingNote("新的\n一段 #标签", of: entry))
      #expect(noted.bytes.starts(with: above) && noted.bytes.suffix(below.count).elementsEqual(below), "round \(round)")
      #expect(noted.bookmarks.contains { $0.note.hasPrefix("新的\n一段 #标签") }, "round \(round)")
      if text.bookmark(entry).passage != nil {
        let passage = Passage(utf8Range: 3..<9, color: .blue)
        let changed = BookmarkText(text.settingPassage(passage, note: "> 引\n\n新话", of: entry))
        #expect(changed.bytes.starts(with: above) && changed.bytes.suffix(below.count).elementsEqual(below))
        #expect(changed.bookmarks.contains { $0.passage == passage && $0.quotation == "引" }, "round \(round)")
      }
      let undone = BookmarkChange.removed([entry], of: text).undone(in: BookmarkText(without))
      #expect(undone == bytes, "round \(round)")
    }
  }

  @Test func anAddedBookmarkIsOneEntryWithItsAddressAndPath() {
    var mutator = Mutator(
      seed: 3, seeds: ["https://example.org/a_(b)?q=气候#x", "articles/rfi/1.md", "[快讯] a\\b ](x) --> <!-- yuelan: "],
      pieces: [") — ", "](", " -->", " · added ", "<!-- yuelan: ", "#标签", "\n- [x](y)"])
    for round in 0..<Self.count {
      func text() -> String { String(decoding: mutator.text().prefix(400), as: UTF8.self) }
      let bookmark = Bookmark(
        title: text(), url: "https://example.org/" + text(), description: text(), path: "a/" + text(),
        added: "2026-11-22T10:00:00Z", note: text(), tags: [text()])
      let line = BookmarkLine.format(bookmark)
      let entries = BookmarkText(line).entries
      #expect(entries.count == 1, "round \(round)")
      let read = BookmarkText(line).bookmarks.first
      guard read?.path == bookmark.path else {
        Issue.record("round \(round): another path came back")
        break
      }
      #expect(read?.added == bookmark.added, "round \(round)")
      let again = BookmarkLine.format(read ?? bookmark)
      #expect(BookmarkText(again).bookmarks.first?.url == read?.url, "round \(round)")
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) }, "round \(round)")
    }
  }

  @Test func configurationsAreReadOrExplained() throws {
    var mutator = Mutator(
      seed: 4,
      seeds: [
        commentedConfiguration().replacingOccurrences(of: "\n# ", with: "\n"), commentedConfiguration(),
        "measure = 40\narchives = [\"~/news\", \"/b\"]\n[keys]\nopen = [\"o\", \"C-x\"]\nquit = \"q\"\n",
      ],
      pieces: [
        "[[", "]]", "\"\"\"", "'''", "[keys]", " = ", "1979-05-27T07:32:00Z", "inf", "nan", "{a=1}", "\\u0000", "_",
      ])
    for _ in 0..<Self.count / 4 {
      let bytes = mutator.text()
      let lineCount = bytes.count { $0 == 0x0A } + 1
      let loaded = try loadConfiguration(
        options: [:], environment: Environment(["HOME": "/home/reader"]), currentFolder: "/tmp",
        readFile: { _ throws(FileFailure) in bytes })
      for problem in loaded.configuration.problems {
        #expect((1...lineCount).contains(problem.line ?? 1), "\(problem)")
        for language in Language.allCases { #expect(!problem.message(in: language).isEmpty) }
      }
      for line in effectiveConfiguration(loaded) { #expect(!line.isEmpty) }
      #expect((10...200).contains(loaded.configuration.settings.measureInCells))
    }
  }

  @Test func themesAreReadOrExplained() throws {
    let folder = packageRoot + "/Themes"
    let seeds = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".toml") }.map {
      try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }
    #expect(!seeds.isEmpty)
    var mutator = Mutator(
      seed: 5, seeds: seeds,
      pieces: [" = ", "bold", "#12345", "#1234567", "on ", "|", "bright ", "\"\"\"", "[[", "text"])
    for _ in 0..<Self.count / 4 {
      let (theme, problems) = Theme.load(id: "x", toml: mutator.text())
      for role in Role.allCases { for depth in ColorDepth.allCases { _ = theme.style(role, at: depth) } }
      #expect(problems.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func importedBookmarksSurviveEveryFormat() {
    let samples = [
      Bookmark(
        title: "茶 & <月亮>", url: "https://example.org/茶?a=1&b=\"2\"", description: "法广", path: "a/1.md",
        added: "2026-11-22T10:00:00Z", note: "第一行\n第二行", tags: ["茶", "moon"], heading: "读过"),
      Bookmark(title: "无地址", path: "a b/2.md", heading: "读过"),
    ]
    var mutator = Mutator(
      seed: 6, seeds: BookmarkFormat.allCases.map { $0.exported(samples) },
      pieces: [
        "<DL><p>", "</DL>", "<DT><H3>", "<DD>", "<A HREF=\"", "<outline ", "</outline>", "\\u", "{\"url\":", "<!--",
      ])
    for _ in 0..<Self.count {
      let bytes = mutator.text()
      for format in BookmarkFormat.allCases + [BookmarkFormat(sniffing: bytes)] {
        let bookmarks = format.imported(bytes).bookmarks
        for bookmark in bookmarks { #expect(bookmark.url != nil || bookmark.path != nil) }
        for target in BookmarkFormat.allCases {
          let exported = target.exported(bookmarks).unicodeScalars
          #expect(!exported.contains { $0.value == 0x1B || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
        }
      }
    }
  }
}
