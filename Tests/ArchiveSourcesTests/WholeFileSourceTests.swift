import ArchiveSources
import ArticleDump
import Testing

/// Feeds, lists in JSON and books: files that contain articles without being archives.
@Suite struct WholeFileSourceTests {
  private let folder = TemporaryFolder()

  private func articles(_ name: String, _ bytes: [UInt8]) throws -> [(path: String, article: Article)] {
    let found = try Contents(of: Containers.open(path: folder.write(name, bytes)))
    #expect(found.failures.isEmpty && found.entries.allSatisfy { $0.locator.bytes.count <= 64 })
    return found.paths.map { path in
      (path, ArticleParser().article(from: Array((found.texts[path] ?? "").utf8), path: path))
    }
  }

  private func articles(_ name: String, _ text: String) throws -> [(path: String, article: Article)] {
    try articles(name, Array(text.utf8))
  }

  private let first = "这是第一段，写来试试各种存档格式能不能读，句子要够长才像一篇文章。"
  private let second = "这是第二段，写来试试各种存档格式能不能读，句子要够长才像一篇文章。"

  @Test func rssEntriesHaveTheirFullText() throws {
    let found = try articles(
      "feed.xml",
      """
      <?xml version='1.0' encoding="utf-8"?><!DOCTYPE rss [<!ENTITY x "y">]>
      <rss version='2.0' xmlns:content="x" xmlns:dc="y"><channel><title>某报 &amp; 副刊</title><link>https://example.com/</link>
      <image><title>logo</title></image>
      <item><title><![CDATA[标题 <b>甲</b>]]></title><link>https://example.com/a/1</link>
      <pubDate>Wed, 01 May 2024 08:00:00 +0800</pubDate><dc:creator>某人</dc:creator><category>读</category><category>写</category>
      <description>提要。</description>
      <content:encoded><![CDATA[<p>\(first)</p><p>\(second)</p>]]></content:encoded></item>
      <item><title>乙</title><guid isPermaLink="true">https://example.com/a/2</guid><author>a@example.com (乙某)</author>
      <description>&lt;p&gt;\(first)&lt;/p&gt;</description></item>
      <item><title>没有正文</title><link>https://example.com/a/3</link></item>
      </channel></rss>
      """)
    #expect(found.map(\.path) == ["example.com/a/1.html", "example.com/a/2.html"])
    let article = found[0].article
    #expect(article.title == "标题 甲" && article.url == "https://example.com/a/1" && article.authors == ["某人"])
    #expect(article.published == Timestamp("2024-05-01T08:00:00+08:00"))
    #expect(article.fed?.secondsSinceEpoch == article.published?.secondsSinceEpoch)
    #expect(article.tags == ["读", "写"] && article.source == "某报 & 副刊" && article.blocks.count == 2)
    #expect(found[1].article.url == "https://example.com/a/2" && found[1].article.authors == ["乙某"])
    #expect(found[1].article.plainText().contains(first))
  }

  @Test func atomsContentIsReadByItsType() throws {
    let found = try articles(
      "a.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>某志</title>
      <entry><title type="html">甲 &amp;lt;乙&amp;gt;</title><link rel="self" href="https://x/self"/><link href="https://example.com/1"/>
      <published>2024-05-01T08:00:00+08:00</published><updated>2024-06-01T08:00:00+08:00</updated>
      <author><name>某人</name><email>a@example.com</email></author><category term="读"/>
      <content type="html">&lt;p&gt;\(first)&lt;/p&gt;</content></entry>
      <entry><title>丙</title><link href="https://example.com/2"/><updated>2024-06-01T08:00:00+08:00</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(first)</p><p>\(second)</p></div></content></entry>
      <entry><title>丁</title><id>urn:1</id><content type="text">\(first) 1 &lt; 2</content></entry>
      </feed>
      """)
    #expect(found.map(\.path) == ["example.com/1.html", "example.com/2.html", "丁.html"])
    #expect(found[0].article.authors == ["某人"] && found[0].article.tags == ["读"])
    #expect(found[0].article.published == Timestamp("2024-05-01T08:00:00+08:00"))
    #expect(found[1].article.blocks.count == 2)
    #expect(found[2].article.plainText().contains("1 < 2"))
  }

  @Test func rdfAndOtherEncodingsAreRead() throws {
    var bytes = Array(
      "<?xml version=\"1.0\" encoding=\"gb2312\"?><rdf:RDF><channel><title>x</title></channel><item><title>".utf8)
    bytes += [0xD6, 0xD0, 0xCE, 0xC4]
    bytes += Array("</title><link>http://a.example/1</link><dc:date>2024-05-01</dc:date><description>".utf8)
    bytes += [0xD6, 0xD0, 0xCE, 0xC4, 0xA1, 0xA3] + Array("</description></item></rdf:RDF>".utf8)
    let found = try articles("a.rdf", bytes)
    #expect(found.first?.article.title == "中文" && found.first?.article.published?.iso8601Date == "2024-05-01")
  }

  @Test(arguments: [
    "<rss><item><title>a</title>", "<rss><channel><item><description>x", "<feed><entry><content type='xhtml'><div>",
    "<rss><item></item></rss>", "<feed><entry><content type='xhtml'>",
    "<rss>" + String(repeating: "<item>", count: 5000),
    "<rss><![CDATA[", "<rss a", "<rss><item><link href=",
  ]) func brokenFeedsAreReadToAnEnd(text: String) throws {
    _ = try articles("a.xml", text)
  }

  @Test func aJSONListIsASource() throws {
    let one = #"{"title": "甲", "url": "https://example.com/1", "content": "<p>\#(first)</p>"}"#
    let two = #"{"title": "乙", "content": "<p>\#(second)</p>"}"#
    let found = try articles("list.json", "[\(one), \(two), \(two)]")
    #expect(found.count == 3 && found[0].path == "example.com/1.html" && found[1].path == "乙.html")
    #expect(Set(found.map(\.path)).count == 3 && found[1].article.title == "乙")
    #expect(throws: SourceError.unsupported) { try Containers.open(path: folder.write("one.json", Array(one.utf8))) }
  }

  // MARK: Books

  private func book(chapters: [(name: String, text: String)], hasContents: Bool = true) -> ZipBuilder {
    var mimetype = ZipBuilder.Entry("mimetype", "application/epub+zip")
    mimetype.method = 0
    let items = chapters.map {
      "<item id=\"\($0.name)\" href=\"text/\($0.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let spine = chapters.map { "<itemref idref=\"\($0.name)\"/>" }
    let links = chapters.map { "<li><a href=\"text/\($0.name)#top\">目录里的\($0.name.prefix(2))</a></li>" }
    return ZipBuilder(
      [
        mimetype,
        .init(
          "META-INF/container.xml",
          "<container><rootfiles><rootfile full-path=\"OEBPS/a%20b.opf\"/></rootfiles></container>"),
        .init(
          "OEBPS/a%20b.opf",
          """
          <package><metadata xmlns:dc="x"><dc:title>书名 &amp; 副题</dc:title><dc:creator>某人</dc:creator>
          <dc:date>2024-05-01</dc:date><dc:language>zh-CN</dc:language><dc:publisher>某社</dc:publisher></metadata>
          <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\(items.joined())</manifest>
          <spine>\(hasContents ? "<itemref idref=\"nav\"/>" : "")\(spine.joined())</spine></package>
          """),
        .init("OEBPS/nav.xhtml", "<html><body><nav><ol>\(links.joined())</ol></nav></body></html>"),
      ]
        + chapters.map { name, text in
          .init(
            "OEBPS/text/\(name)",
            "<?xml version=\"1.0\"?><html><head><title>x</title></head><body>\(text)</body></html>")
        })
  }

  @Test func aBookIsOneArticleWithItsChaptersAsOutline() throws {
    let chapters = [
      ("c1.xhtml", "<h2>第一章</h2><p>\(first)</p><p>\(second)</p>"), ("c2.xhtml", "<p>\(second)</p><p>\(first)</p>"),
      ("c3.xhtml", "<h2>第三章</h2><p>\(first)</p>"),
    ]
    let found = try articles("a.epub", book(chapters: chapters).bytes())
    let article = try #require(found.first?.article)
    #expect(found.count == 1 && found[0].path == "书名 & 副题.html")
    #expect(article.title == "书名 & 副题" && article.authors == ["某人"] && article.language?.hasPrefix("zh") == true)
    #expect(article.published?.iso8601Date == "2024-05-01" && article.source == "某社")
    let headings = article.blocks.compactMap { if case .heading(let text, _) = $0 { text.text } else { nil } }
    #expect(headings == ["第一章", "目录里的c2", "第三章"])
    #expect(article.plainText().split(separator: "\n").filter { $0.hasPrefix("这是") }.count == 5)
  }

  @Test func damagedBooksAreReported() throws {
    var builder = book(chapters: [("c1.xhtml", "<p>\(first)</p>"), ("c2.xhtml", "<p>\(second)</p>")])
    builder.entries[4].claimedCRC = 1
    let found = try articles("a.epub", builder.bytes())
    #expect(found.first?.article.plainText().contains(second) == true)
    builder.entries.remove(at: 2)
    #expect(throws: SourceError.damaged) { try articles("b.epub", builder.bytes()) }
  }
}
