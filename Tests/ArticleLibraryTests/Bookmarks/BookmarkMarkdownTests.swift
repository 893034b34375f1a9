import ArticleDump
import Foundation
import Glibc
import Testing

@testable import ArticleLibrary

/// The bookmarks file as people, editors and other programs write it.
@Suite struct BookmarkMarkdownTests {
  private let folder: TestFolder
  private let file: BookmarksFile

  init() throws {
    folder = try TestFolder()
    file = BookmarksFile(path: folder.path + "/bookmarks.md")
  }

  private var bytes: [UInt8] { FileManager.default.contents(atPath: file.path).map(Array.init) ?? [] }

  @Test(arguments: [
    "- [甲](https://e.org/1)", "* [甲](https://e.org/1)", "+ [甲](https://e.org/1)", "-   [甲](https://e.org/1)",
    "-\t[甲](https://e.org/1)", "1. [甲](https://e.org/1)", "12) [甲](https://e.org/1)", "   - [甲](https://e.org/1)",
    "\t- [甲](https://e.org/1)", "      - [甲](https://e.org/1)", "- [ ] [甲](https://e.org/1)",
    "- [x] [甲](https://e.org/1)",
    "- [X] [甲](https://e.org/1)", "- [甲](https://e.org/1 \"提示\")", "- [甲](https://e.org/1 '提示')",
    "- [甲](https://e.org/1 (提示))", "- [甲](<https://e.org/1>)", "- [甲](<https://e.org/1> \"提示\")",
    "- [甲]( https://e.org/1 )", "- **[甲](https://e.org/1)**", "- *[甲](https://e.org/1)* 好",
    "- ~~[甲](https://e.org/1)~~",
    "- [**甲**](https://e.org/1)", "- [甲](https://e.org/1)，后面还有话", "- [甲](https://e.org/1) 与 [乙](https://e.org/2)",
    "- [ ] **[甲](<https://e.org/1> \"a\")** — 某刊, 2023-07-17 <!-- yuelan: a/1.md · added 2026-11-22T10:00:00Z -->",
  ])
  func entriesAreReadInEveryMarkdownSpelling(line: String) {
    for text in [line, line + "\n", line + "\r\n", "\u{FEFF}" + line + "\r\n", "# 题\n\n" + line] {
      let read = BookmarkText(Array(text.utf8)).bookmarks
      #expect(read.map(\.title) == ["甲"], "\(text)")
      #expect(read.map(\.url) == ["https://e.org/1"], "\(text)")
    }
  }

  @Test(arguments: [
    ("- [a](https://e.org/a_(b))", "https://e.org/a_(b)"), ("- [a](https://e.org/a\\)b)", "https://e.org/a)b"),
    ("- <https://e.org/x>", "https://e.org/x"), ("- [[快讯] a](https://e.org/x)", "https://e.org/x"),
    ("- [快讯] [a](https://e.org/x)", "https://e.org/x"), ("- [a](<https://e.org/a b>)", "https://e.org/a b"),
    // Addresses with unbalanced parentheses, as written by 0.1.0.
    ("- [a](https://e.org/a)b) — 某刊 <!-- yuelan: 1.md · added 2026-11-22T10:00:00Z -->", "https://e.org/a)b"),
    ("- [a](https://e.org/(a) <!-- yuelan: 1.md · added 2026-11-22T10:00:00Z -->", "https://e.org/(a"),
  ])
  func addressesEndAtTheRightPlace(line: String, url: String) {
    #expect(BookmarkText(Array(line.utf8)).bookmarks.map(\.url) == [url])
  }

  @Test(arguments: [
    "- 没有链接", "[甲](https://e.org/1)", "-[甲](https://e.org/1)", "- 前言 [甲](https://e.org/1)", "- [甲]", "- [ ] 事",
  ])
  func aLineWithoutALinkAtItsBeginningIsNotAnEntry(line: String) {
    #expect(BookmarkText(Array(line.utf8)).entries.isEmpty)
  }

  @Test func nestedItemsAreEntriesAndOtherIndentedLinesAreNotes() {
    let text = """
      1. [甲](https://e.org/1)
         笔记 #一
         - [乙](https://e.org/2)
           乙的笔记
           ```
           - [代码](https://e.org/code)
           ```
         - 只是笔记
      2. [丙](https://e.org/3)
      """
    let read = BookmarkText(Array(text.utf8)).bookmarks
    #expect(read.map(\.title) == ["甲", "乙", "丙"])
    #expect(read[0].tags == ["一"])
    #expect(read[1].note.hasPrefix("乙的笔记\n```"))
  }

  @Test func aRepeatedTagIsListedOnce() {
    let text = "- [甲](https://e.org/1)\n  好文章 #月 #茶\n  #读 #月\n"
    #expect(BookmarkText(Array(text.utf8)).bookmarks.map(\.tags) == [["月", "茶", "读"]])
  }

  @Test(arguments: [
    ("```\n- [a](u)\n```\n", 0), ("````md\n```\n- [a](u)\n```\n````\n- [b](u)\n", 1),
    ("~~~\n```\n- [a](u)\n~~~\n- [b](u)", 1),
    ("   ```\n- [a](u)\n   ```   \n- [b](u)", 1), ("```js\n- [a](u)\n``` js\n- [b](u)\n```\n- [c](u)", 1),
    ("``` a`b\n- [a](u)\n", 1), ("- x\n  ```\n  - [a](u)\n- [b](u)\n", 1), ("- ```\n  - [a](u)\n\n- [b](u)", 1),
    ("`````\n- [a](u)\n````\n- [b](u)", 0),
  ])
  func codeBlocksContainNoEntries(text: String, count: Int) {
    #expect(BookmarkText(Array(text.utf8)).entries.count == count)
  }

  @Test(arguments: [
    "# x\n\n```\n没有合上\n", "````\n```\n- [旧](https://e.org/0)\n```\n", "~~~~ md\n", "\u{FEFF}```\r\n一\r\n",
  ])
  func aStarIsAddedAboveAnUnclosedCodeBlock(text: String) throws {
    try folder.write("bookmarks.md", text)
    let entry = Bookmark(title: "题", url: "https://e.org/1")
    #expect(try file.add(entry))
    #expect(try file.bookmarks().map(\.title) == ["题"])
    #expect(try !file.add(entry))
    #expect(try file.undo())
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func addedLinesHaveTheFilesLineEndings() throws {
    try folder.write("bookmarks.md", "\u{FEFF}- [甲](https://e.org/1)\r\n  笔记\r\n")
    #expect(try file.add(Bookmark(title: "乙", url: "https://e.org/2", note: "话")))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{FEFF}- [甲](https://e.org/1)\r\n  笔记\r\n- [乙](https://e.org/2)\r\n  话\r\n")
    #expect(try file.bookmarks().map(\.note) == ["笔记", "话"])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]])
  func utf16IsRefusedWithAnError(mark: [UInt8]) throws {
    let wide =
      mark
      + "- [a](https://e.org/1)\n".utf16.flatMap { unit in
        mark == [0xFE, 0xFF] ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
    try Data(wide).write(to: URL(fileURLWithPath: file.path))
    #expect(throws: LibraryError.notText(path: file.path)) { try file.bookmarks() }
    #expect(throws: LibraryError.notText(path: file.path)) {
      try file.add(Bookmark(title: "a", url: "https://e.org/2"))
    }
    #expect(bytes == wide)
  }

  @Test(arguments: ["added x", "text 0123456789ab", "a · added b", " 空 "])
  func pathsThatLookLikeOtherPartsAreReadBack(path: String) {
    let line = BookmarkLine.format(Bookmark(title: "甲", url: "https://e.org/1", path: path))
    #expect(BookmarkText(line).bookmarks.map(\.path) == [path])
  }

  @Test func notesThatLookLikeEntriesRemainNotes() throws {
    let note = "- [x](https://e.org/x)\n1. [y](https://e.org/y)\n普通一行"
    try file.add(Bookmark(title: "甲", url: "https://e.org/1", note: note))
    #expect(try file.bookmarks().map(\.title) == ["甲"])
    #expect(try file.bookmarks()[0].note == note)
  }

  private static let sorted = """
    # 我的收藏

    ## 美国

    - [甲](https://e.org/1) — 某刊, 2020-10-06
      笔记 #美国

    ## 其他

    - [乙](https://e.org/2)
    ## 其他

    - [丙](https://e.org/3)
    """

  @Test(arguments: ["https://e.org/1", "https://e.org/2", "https://e.org/3"], ["\n", "\r\n"])
  func undoRestoresALineByteForByte(key: String, lineEnd: String) throws {
    let text = Self.sorted.replacingOccurrences(of: "\n", with: lineEnd)
    try folder.write("bookmarks.md", text)
    try file.remove(key: key)
    #expect(try file.bookmarks().count == 2)
    #expect(try file.undo())
    #expect(bytes == Array(text.utf8))
    // All three, and back.
    for key in ["https://e.org/2", "https://e.org/1", "https://e.org/3"] { try file.remove(key: key) }
    for _ in 0..<3 { #expect(try file.undo()) }
    #expect(bytes == Array(text.utf8))
  }

  @Test func undoRestoresALineUnderItsHeadingAfterOtherEdits() throws {
    try folder.write("bookmarks.md", Self.sorted)
    try file.remove(key: "https://e.org/1")
    let edited = String(decoding: bytes, as: UTF8.self).replacingOccurrences(
      of: "# 我的收藏\n", with: "# 收藏\n\n- [新](https://e.org/9)\n")
    try folder.write("bookmarks.md", edited + "\n- [末](https://e.org/8)\n")
    #expect(try file.undo())
    #expect(try file.bookmarks().first { $0.title == "甲" }?.heading == "美国")
    #expect(try file.bookmarks().map(\.title) == ["新", "甲", "乙", "丙", "末"])
  }

  @Test func undoingAnAdditionRestoresTheFile() throws {
    for text in ["# 题", "# 题\n", "- [甲](https://e.org/1)\r\n", ""] {
      try folder.write("bookmarks.md", text)
      try file.add([
        Bookmark(title: "乙", url: "https://e.org/2"), Bookmark(title: "丙", url: "https://e.org/3", heading: "节"),
      ])
      #expect(try file.undo())
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
  }

  @Test func addingAStarToAnyFileSucceedsOrExplainsWhyNot() throws {
    let tenMegabytes = String(repeating: "长", count: 10 << 20 / 3)
    for text in [
      "- [" + tenMegabytes, "- [甲](" + tenMegabytes + ")\n",
      "<<<<<<< ours\n- [a](https://e.org/a)\n=======\n- [b](https://e.org/b)\n>>>>>>> theirs\n",
      String(repeating: "[", count: 200_000), "- " + String(repeating: "[", count: 200_000),
      "- [a](" + String(repeating: "(", count: 200_000),
      String(repeating: "> ", count: 100_000) + "- [a](u)", "- [a](https://e.org/1)\n- [a](https://e.org/1)\n",
    ] {
      try folder.write("bookmarks.md", text)
      #expect(try file.add(Bookmark(title: "题", url: "https://e.org/new")))
      #expect(try file.bookmarks().contains { $0.title == "题" })
      #expect(bytes.starts(with: text.utf8))
    }
    let invalid: [UInt8] = [0x2D, 0x20, 0x5B, 0xFF, 0xFE, 0x5D, 0x28, 0x80, 0x29, 0x0A, 0xC0]
    try Data(invalid).write(to: URL(fileURLWithPath: file.path))
    #expect(try file.add(Bookmark(title: "题", url: "https://e.org/new")))
    #expect(bytes.starts(with: invalid))
  }
}
