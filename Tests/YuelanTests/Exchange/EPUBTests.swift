import ArticleDump
import Testing

@testable import yuelan

@Suite struct EPUBTests {
  @Test func checksumIsThatOfISO3309() {
    #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
  }

  private var article: Article {
    var article = Article(dialect: .feed, title: "茶 & <月亮>")
    article.url = "https://example.org/茶 a\"b?x=1&y=2"
    article.publisher = Publisher(id: "rfi", name: "法广")
    article.language = "zh-Hans"
    article.blocks = [
      .paragraph(
        StyledText(
          "一二三四五",
          spans: [
            .init(utf8Range: 0..<9, style: .strong), .init(utf8Range: 3..<12, style: .emphasis),
            .init(utf8Range: 6..<15, style: .link(url: "https://example.org/?a=1&b=2")),
            .init(utf8Range: 0..<15, style: .link(url: "javascript:alert(1)")),
          ]), role: nil),
      .quote([.paragraph(StyledText("引\n行 & <x>"), role: nil)]),
      .list(ListBlock(isOrdered: true, start: 3, items: [[.paragraph(StyledText("项"), role: nil)], []])),
      .list(ListBlock(isOrdered: false, items: [])),
      .table(
        Table(headRowCount: 1, rows: [[StyledText("头"), StyledText("\u{1}")], [StyledText("a"), StyledText("b")]])),
      .figure(Figure(images: [ArticleImage(url: "https://example.org/图.jpg")], caption: StyledText("说明"))),
      .figure(Figure(images: [ArticleImage(url: "data:image/png;base64,x")])),
      .preformatted("a < b\n\tc"), .rule, .heading(StyledText("小标题"), level: 1),
      .embed(Embed(kind: .video, url: "https://example.org/v", text: "")),
    ]
    return article
  }

  /// A member's content, found through the local headers: members are stored.
  private func member(_ name: String, of book: [UInt8]) throws -> String {
    func number(_ offset: Int, bytes: Int) -> Int {
      (0..<bytes).reduce(0) { $0 | Int(book[offset + $1]) << (8 * $1) }
    }
    var offset = 0
    while offset + 30 < book.count, number(offset, bytes: 4) == 0x0403_4B50 {
      let content = offset + 30 + number(offset + 26, bytes: 2) + number(offset + 28, bytes: 2)
      let end = content + number(offset + 18, bytes: 4)
      if String(decoding: book[offset + 30..<content], as: UTF8.self) == name {
        return String(decoding: book[content..<end], as: UTF8.self)
      }
      offset = end
    }
    return try #require(nil, "\(name) is not in the book")
  }

  @Test func theTypeComesFirstAndUncompressed() {
    let book = EPUBExport(title: "书", articles: [article], modified: Timestamp(secondsSinceEpoch: 1_689_597_902))
      .bytes()
    #expect(book.prefix(4) == [0x50, 0x4B, 3, 4])
    #expect(String(decoding: book[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
    // No extra field.
    #expect(book[28] == 0 && book[29] == 0)
  }

  @Test func theMostArticlesAreAsManyAsTheZipFileHasRoomFor() {
    let book = EPUBExport(title: "书", articles: [article], modified: Timestamp(secondsSinceEpoch: 0)).bytes()
    // The number of members, in the record at the end of the file.
    let members = Int(book[book.count - 12]) | Int(book[book.count - 11]) << 8
    #expect(members - 1 + EPUBExport.mostArticles == ZipArchive.memberLimit)
  }

  @Test func aSelectionTooLargeForABookIsRefusedBeforeItIsRead() throws {
    let program = try Program()
    defer { program.remove() }
    let names = String(repeating: "missing.md\0", count: EPUBExport.mostArticles + 1)
    let refused = try program.run(["export", "-0", "--format", "epub", "--output", "book.epub"], input: names)
    #expect(refused.status == 2 && refused.complaints.contains("at most 65528 articles"), "\(refused)")
    let limited = try program.run(["export", "-0", "--format", "epub", "--limit", "1"], input: names)
    #expect(limited.status == 3 && limited.complaints.contains("missing.md"), "\(limited)")
  }

  @Test func everyPageIsWellFormed() throws {
    let book = EPUBExport(title: "书 & <b>", articles: [article], modified: Timestamp(secondsSinceEpoch: 0)).bytes()
    for name in [
      "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/cover.xhtml", "EPUB/cover.svg",
      "EPUB/article-1.xhtml",
    ] {
      let text = try member(name, of: book)
      #expect(misnested(text) == nil, "\(name)")
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(name)")
    }
  }

  @Test func metadataHaveTitleLanguageAndTime() throws {
    let package = try member(
      "EPUB/package.opf",
      of: EPUBExport(title: "书", articles: [article], modified: Timestamp(secondsSinceEpoch: 1_689_597_902)).bytes())
    #expect(package.contains("<dc:title>书</dc:title>"))
    #expect(package.contains("<dc:language>zh-Hans</dc:language>"))
    #expect(package.contains("<dc:creator>法广</dc:creator>"))
    #expect(package.contains("<meta property=\"dcterms:modified\">2023-07-17T12:45:02Z</meta>"))
  }

  @Test func anInvalidLanguageTagIsReplaced() throws {
    var article = article
    article.language = "zh\"><script>"
    let book = EPUBExport(title: "书", articles: [article], modified: Timestamp(secondsSinceEpoch: 0))
    #expect(book.language == "zh")
    #expect(try !member("EPUB/article-1.xhtml", of: book.bytes()).contains("<script"))
  }

  @Test func overlappingSpansAreCutApart() {
    let styled = StyledText(
      "一二三", spans: [.init(utf8Range: 0..<6, style: .strong), .init(utf8Range: 3..<9, style: .emphasis)])
    #expect(XHTMLBody().inline(styled) == "<strong>一</strong><em><strong>二</strong></em><em>三</em>")
  }

  @Test(arguments: [
    ("https://example.org/茶 \"", "https://example.org/%E8%8C%B6%20%22"), ("http://x.org/%E8%8C", "http://x.org/%E8%8C"),
    ("http://x.org/100%", "http://x.org/100%25"), ("javascript:alert(1)", nil), ("https://", nil), ("ftp://x.org", nil),
    ("http://茶.例子.example:8080/月?a#b", "http://xn--cl1a.xn--fsqu00a.example:8080/%E6%9C%88?a#b"),
    ("https://user@Bücher.example", "https://user@xn--bcher-kva.example"),
    ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
    ("https://feedx.best|.top", nil), ("http://《好奇心》/x", nil), ("https://a..b/", nil), ("http://a:b/", nil),
    ("http://x.org./", "http://x.org/"), ("http://a b.example/", nil),
    ("http://\(String(repeating: "茶", count: 300)).example/", nil),
  ])
  func onlyWebAddressesAreLinkedAndInASCII(url: String, expected: String?) {
    #expect(WebAddress(url)?.text == expected)
  }

  /// Source: RFC 3492, section 7.1, samples B, L and P.
  @Test(arguments: [
    ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"), ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
    ("maji\u{3067}koi\u{3059}\u{308B}5\u{79D2}\u{524D}", "majikoi5-783gue6qz075azm5e"),
  ])
  func internationalHostsAreInPunycode(label: String, ascii: String) {
    #expect(WebAddress.punycode(label) == ascii)
  }

  /// The first element that is closed in the wrong order, or never.
  private func misnested(_ text: String) -> String? {
    var open: [String] = []
    for piece in MarkupPiece.pieces(of: Array(text.utf8)) {
      switch piece {
      case .open(let name, _, let isSelfClosing): if !isSelfClosing { open.append(name) }
      case .close(let name): if open.popLast() != name { return name }
      case .text: break
      }
    }
    return open.last
  }
}
