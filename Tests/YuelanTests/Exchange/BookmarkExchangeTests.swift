import ArticleLibrary
import ReadingRoom
import Testing

@testable import yuelan

@Suite struct BookmarkExchangeTests {
  private let bookmarks = [
    Bookmark(
      title: "茶 & <月亮>", url: "https://example.org/茶?a=1&b=\"2\"", description: "法广, 2023-07-17",
      path: "articles/rfi/1.md", added: "2026-11-22T10:00:00Z", note: "第一行\n第二行 \"引\"", tags: ["茶", "moon"],
      heading: "读过"),
    Bookmark(title: "无地址", path: "a b/2.md", added: "2023-07-17T00:00:00Z", heading: "读过"),
    Bookmark(title: "另一处", url: "http://example.org/x", heading: nil),
  ]

  @Test(arguments: [BookmarkFormat.json, .opml, .html])
  func exportedBookmarksAreImportedUnchanged(format: BookmarkFormat) {
    let again = format.imported(Array(format.exported(bookmarks).utf8)).bookmarks
    #expect(again == bookmarks)
  }

  @Test func tabSeparatedLinesKeepEverythingButLineBreaks() {
    var expected = bookmarks
    expected[0].note = "第一行 第二行 \"引\""
    let again = BookmarkFormat.tsv.imported(Array(BookmarkFormat.tsv.exported(bookmarks).utf8)).bookmarks
    #expect(again == expected)
  }

  @Test func notesOfFoldersAndOtherSchemesAreNotBookmarks() {
    let file = """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <H1>书签菜单</H1>
      <DL><p>
        <DT><A HREF="https://example.org/a" ADD_DATE="1689597902123456">甲</A>
        <HR>
        <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">书签工具栏</H3>
        <DD>这里的书签显示在工具栏上
        <DL><p>
          <DT><A HREF="https://example.org/b" ADD_DATE="1689597902123">乙</A>
          <DT><A HREF="about:config" ADD_DATE="1">设置</A>
          <DT><A HREF="file:///etc/passwd">文件</A>
          <DT><A HREF="data:text/html,x">数据</A>
          <DT><A HREF="https://example.org/c" ADD_DATE="9223372036854775807">丙</A>
        </DL><p>
      </DL>
      """
    let read = BookmarkFormat.html.imported(Array(file.utf8)).bookmarks
    #expect(read.map(\.title) == ["甲", "乙", "丙"])
    #expect(read.map(\.heading) == [nil, "书签工具栏", "书签工具栏"])
    #expect(read.map(\.note) == ["", "", ""])
    #expect(read.map(\.added) == ["2023-07-17T12:45:02Z", "2023-07-17T12:45:02Z", nil])
  }

  @Test func pageWithAListOfLinksIsRead() {
    let file = """
      <!DOCTYPE html><html><body><h1>Unread</h1><ul>
      <li><a href="https://example.org/1" time_added="1689597902" tags="甲,乙">一</a></li>
      <li><a href="https://example.org/2" time_added="" tags="">二</a></li></ul></body></html>
      """
    let read = BookmarkFormat(sniffing: Array(file.utf8)).imported(Array(file.utf8)).bookmarks
    #expect(read.map(\.title) == ["一", "二"])
    #expect(read.map(\.tags) == [["甲", "乙"], []])
    #expect(read[0].added == "2023-07-17T12:45:02Z")
  }

  @Test func browsersUnclosedMarkupIsRead() {
    let file = """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
      <TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
      <DL><p>
        <DT><A HREF="place:sort=8">Recent</A>
        <DT><H3 ADD_DATE="1">News &amp; more</H3>
        <DL><p>
          <DT><A HREF="https://example.org/a?x=1&amp;y=2" ADD_DATE="1689597902" TAGS="one,two">第一</A>
          <DD>A note
          <DT><H3>Inner</H3>
          <DL><p><DT><A HREF="https://example.org/b">第二</A></DL><p>
          <DT><A HREF="https://example.org/c"></A>
        </DL><p>
        <DT><A HREF="https://example.org/d">last
      """
    let read = BookmarkFormat.html.imported(Array(file.utf8)).bookmarks
    #expect(read.map(\.title) == ["第一", "第二", "https://example.org/c", ""])
    #expect(read.map(\.heading) == ["News & more", "Inner", "News & more", nil])
    #expect(read[0].url == "https://example.org/a?x=1&y=2")
    #expect(read[0].added == "2023-07-17T12:45:02Z")
    #expect(read[0].tags == ["one", "two"])
    #expect(read[0].note == "A note")
  }

  @Test func theFormatIsRecognizedByTheBeginning() {
    #expect(BookmarkFormat(sniffing: Array("<!DOCTYPE NETSCAPE-Bookmark-file-1>".utf8)) == .html)
    #expect(BookmarkFormat(sniffing: Array("<?xml version='1.0'?><opml version='2.0'>".utf8)) == .opml)
    #expect(BookmarkFormat(sniffing: Array(" {\"title\":1}".utf8)) == .json)
    #expect(BookmarkFormat(sniffing: Array("a\thttps://x.org".utf8)) == .tsv)
  }

  @Test func aListOfTitlesAndAddressesIsRead() {
    let read = BookmarkFormat.tsv.imported(Array("标题\thttps://x.org/1\nhttps://x.org/2\t另一\n只有标题\n\n".utf8)).bookmarks
    #expect(read.map(\.title) == ["标题", "另一"])
    #expect(read.map(\.url) == ["https://x.org/1", "https://x.org/2"])
  }

  @Test(arguments: ["", "<", "{", "[{\"url\":1}]", "\t\t\t\t", "<DL><A HREF=", "<outline url=\"x\""])
  func brokenFilesAreImportedAsNothing(file: String) {
    for format in BookmarkFormat.allCases {
      #expect(format.imported(Array(file.utf8)).bookmarks.count <= 1)
    }
  }

  private static let odd = [
    Bookmark(title: "脚本", url: "javascript:alert(1)"), Bookmark(title: "数据", url: " DATA:text/html,x", path: "a/1.md"),
    Bookmark(title: "路径", path: "javascript:alert(2)"), Bookmark(title: "网页", url: "https://example.org/1"),
  ]

  @Test func onlyAddressesOfTheWebAreLinksInExportedBookmarks() {
    let html = BookmarkFormat.html.exported(Self.odd)
    #expect(html.split(separator: "HREF=").count == 2 && html.contains("HREF=\"https://example.org/1\""))
    let outline = BookmarkFormat.opml.exported(Self.odd)
    #expect(outline.split(separator: " url=").count == 2)
    let json = BookmarkFormat.json.exported(Self.odd).split(separator: "\n")
    #expect(json[0].contains("\"url\":null,\"address\":\"javascript:alert(1)\""))
    #expect(json[3].contains("\"url\":\"https://example.org/1\",\"path\""))
    #expect(!BookmarkFormat.tsv.exported(Self.odd).contains("\tjavascript:alert(1)"))
  }

  @Test(arguments: ["[", ""])
  func jsonOfAnyNumbersIsRead(start: String) {
    let records = [
      #"{"title":"一","url":"https://example.org/1","score":1.5}"#,
      #"{"title":"二","url":"https://example.org/2","time":1.689597902e9,"n":-0.25E-3}"#,
      #"{"title":"三","url":"https://example.org/3","n":123456789012345678901234567890}"#,
    ]
    let text = start == "[" ? "[" + records.joined(separator: ",") + "]" : records.joined(separator: "\n")
    let read = BookmarkFormat.json.imported(Array(text.utf8))
    #expect(read.bookmarks.map(\.title) == ["一", "二", "三"])
    #expect(read.bookmarks[1].added == "2023-07-17T12:45:02Z")
    #expect(read.refused.isEmpty)
  }

  @Test func jsonOfABrowserIsReadWithItsFolders() {
    let text = """
      {"title":"","children":[{"title":"菜单","children":[{"title":"甲","uri":"https://example.org/a"},
      {"title":"乙","uri":"place:sort=8"}]}],"version":1}
      """
    let read = BookmarkFormat.json.imported(Array(text.utf8))
    #expect(read.bookmarks.map(\.title) == ["甲"])
    #expect(read.bookmarks.map(\.heading) == ["菜单"])
    #expect(read.refused == [.notOfTheWeb("place:sort=8")])
  }

  @Test func importReportsWhatWasNotImported() {
    let lines = [
      #"{"title":"一","url":"https://example.org/1"}"#, #"{"title":"二","url":"javascript:void(0)"}"#, "{\"title\":", "3",
    ]
    let read = BookmarkFormat.json.imported(Array(lines.joined(separator: "\n").utf8))
    #expect(read.bookmarks.count == 1)
    #expect(read.refused == [.notOfTheWeb("javascript:void(0)"), .notJSON(line: 3), .namesNothing])
    #expect(
      read.reasons.map { $0.text(in: .english) } == [
        "1 left out: the address is not http or https, such as javascript:void(0)",
        "1 left out: neither an address nor a path", "1 left out: not JSON, in line 3",
      ])
  }
}
