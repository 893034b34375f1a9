import SeededRandom
import Testing

@testable import ArticleDump
@testable import Text

@Suite struct EnvelopeTests {
  private func article(_ text: String, path: String? = nil) -> Article {
    ArticleParser().article(from: Array(text.utf8), path: path)
  }

  @Test func aFeedDumpHasAnEpochATitleAndAURL() {
    let article = article("<!--1689597902000-->\n[甲](乙)（[丙]](https://e.cn/a_(b))\n------\n\n<p>正文</p>\n")
    #expect(article.dialect == .feed)
    #expect(article.title == "甲](乙)（[丙]")
    #expect(article.url == "https://e.cn/a_(b)")
    #expect(article.fed == Timestamp(epochMilliseconds: 1_689_597_902_000))
    #expect(outline(article.blocks) == "p 正文")
    #expect(article.origins[.title] == .envelope && article.origins[.fed] == .envelope)
  }

  @Test(arguments: ["<!--NaN-->\n", "", "\u{FEFF}", "\n\n<!--NaN-->\n"])
  func aFeedDumpMayLackItsEpoch(head: String) {
    let article = article(head + "[A &amp; B](u)\r\n---------\r\n\r\n<p>x")
    #expect(article.dialect == .feed)
    #expect(article.title == "A & B")
    #expect(article.fed == nil)
    #expect(outline(article.blocks) == "p x")
  }

  @Test func aDatedFeedDumpHasADate() {
    let article = article("[题](u)\n------\n日期：Thu, 02 Jul 2020 07:13:48 +0000\n\n<p>x</p>")
    #expect(article.dialect == .datedFeed)
    #expect(article.fed?.secondsSinceEpoch == 1_593_674_028)
    #expect(outline(article.blocks) == "p x")
  }

  @Test func frontMatterEscapesOnlyTheQuote() {
    let article = article(
      #"""
      ---
      layout: post
      title: "看看\"吃货\"，C:\new \\ & &amp;"
      date: 2020-07-02T10:00:00+08:00
      author: 某人
      from: https://e.cn/1
      tags: [ 甲, 乙 ]
      categories: [ 丙 ]
      ---

      <article>
       <p>
        正文
        一行
       </p>
      </article>
      """#)
    #expect(article.dialect == .jekyll)
    #expect(article.title == #"看看"吃货"，C:\new \\ & &"#)
    #expect(article.authors == ["某人"])
    #expect(article.url == "https://e.cn/1")
    #expect(article.published == Timestamp("2020-07-02T10:00:00+08:00"))
    #expect(article.origins[.published] == .frontMatter)
    #expect(outline(article.blocks) == "p 正文一行")
  }

  @Test func frontMatterMayHoldAFeedDump() {
    let article = article("---\ntitle: \"甲\"\ntags:\n - a\n - b\n---\n<!--1000-->\n[乙](u)\n------\n\n<div>\n文\n</div>")
    #expect(article.dialect == .jekyll)
    #expect(article.title == "甲")
    #expect(article.url == "u")
    #expect(article.fed == Timestamp(epochMilliseconds: 1000))
    #expect(outline(article.blocks) == "p 文")
  }

  /// Found by the fuzzer: the year 7325 was written but could not be read again.
  @Test(arguments: ["169000000000000", "-99999999999999", "32503680000000"])
  func anEpochThatCannotBeWrittenIsIgnored(epoch: String) throws {
    let article = ArticleParser().article(
      from: Array("<!--\(epoch)-->\n[题](https://a.example/)\n------\n\n<p>文</p>\n".utf8))
    #expect(article.fed == nil)
    let json = article.jsonUTF8()
    #expect(Article(json: json)?.jsonUTF8() == json)
  }

  @Test func plainTextInADivKeepsItsLines() {
    let article = article("---\ntitle: 甲\n---\n[甲](u)\n------\n\n<div>\n一行 &amp; 二\n#话题\n\n另段\n</div>\n")
    #expect(outline(article.blocks) == "p 一行 & 二⏎#话题\np 另段")
  }

  @Test func aMarkdownDumpHasATitleAnAuthorAndADay() {
    let article = article("论 by 的用法 by 张三\n------\n\n**2021-03-04**\n\n正文 *斜*\n")
    #expect(article.dialect == .markdown)
    #expect(article.title == "论 by 的用法")
    #expect(article.authors == ["张三"])
    #expect(article.published?.isDateOnly == true)
    #expect(outline(article.blocks) == "p 正文 {i 斜}")
  }

  @Test(arguments: [
    ("<!doctype html><title>题 - 站</title><h1>题</h1><p>x", nil, Dialect.html, "题"),
    ("<p>x</p>", "a/2024-01-02-名.html", .html, "名"),
    ("只有文字", "a/1234_名_字.txt", .text, "名_字"),
    ("只有文字", nil, .text, ""),
    ("# 题\n\n文", "a/b.md", .markdown, "题"),
    ("# 题\n\n标记 `<p>x</p>` 与 `<br>`", "a/b.md", .markdown, "题"), ("文<br>字", "a/b.md", .markdown, "b"),
    ("<p>文<br>字</p>", "a/b.md", .html, "b"),
    ("", "x.md", .markdown, "x"),
    ("---\n\n文", "x.txt", .text, "x"),
  ])
  func aDumpWithoutEnvelopeIsNamedAfterItsPageOrFile(
    text: String, path: String?, dialect: Dialect, title: String
  ) {
    let article = article(text, path: path)
    #expect(article.dialect == dialect)
    #expect(article.title == title)
  }

  @Test(arguments: [
    "<!--1689597902000-->\n[题 [一](二)](https://e.cn/1)\n------\n\n<p>x",
    "[题](https://e.cn/1)\n------\n日期：Thu, 02 Jul 2020 07:13:48 +0000\n\n<p>x</p>",
    "---\ntitle: \"题\"\ndate: 2020-07-02T10:00:00+08:00\nauthor: 某\nfrom: u\n---\n\n<p>x",
    "题 by 某\n------\n\n**2021-03-04**\n\nx", "<title>题</title><p>x",
  ])
  func theHeadSaysWhatTheArticleSays(text: String) {
    let bytes = Array(text.utf8)
    let article = ArticleParser().article(from: bytes)
    let head = ArticleParser().head(from: bytes)
    #expect(head.dialect == article.dialect)
    #expect(head.title == article.title)
    #expect(head.url == article.url)
    #expect(head.fed == article.fed)
    #expect(head.author == article.authors.first)
    #expect(head.published == article.published)
  }
}

@Suite struct DecodingTests {
  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD], "\u{FEFF}中"),
      ([0xFF, 0xFE, 0x2D, 0x4E, 0x3D, 0xD8, 0x00, 0xDE], "中😀"),
      ([0xFE, 0xFF, 0x4E, 0x2D, 0xD8, 0x3D, 0x00], "中\u{FFFD}\u{FFFD}"),
      ([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x0A], "a\nb\nc\n"),
      ([0x61, 0x00, 0x62], "ab"),
      // Maximal subparts (Unicode 17.0, table 3-8).
      ([0x61, 0xF1, 0x80, 0x80, 0xE1, 0x80, 0xC2, 0x62, 0x80, 0x63], "a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}c"),
      ([0x61, 0xED, 0xA0, 0x80, 0xC0, 0xAF, 0xF4, 0x90, 0x80, 0x80], "a" + String(repeating: "\u{FFFD}", count: 9)),
    ] as [([UInt8], String)])
  func bytesBecomeSoundUTF8(bytes: [UInt8], expected: String) {
    // Enough valid text, so that the errors do not look like another encoding.
    let context = Array("中文的一段正常文字，说明这是好的编码。".utf8)
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let decoded = DecodedDump(isMarked ? bytes : bytes + context)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == (isMarked ? expected : expected + "中文的一段正常文字，说明这是好的编码。"))
    #expect(decoded.diagnostics.isEmpty == !expected.contains("\u{FFFD}") || bytes.contains(0))
  }

  @Test func aDiagnosticHasItsLine() {
    let bytes = Array("一\r\n二\r三\n".utf8) + [0xE4, 0xB8] + Array("四五六七八九十".utf8)
    #expect(DecodedDump(bytes).diagnostics.map(\.line) == [4])
    #expect(DecodedDump(bytes).diagnostics.map(\.kind) == ["invalid-utf8"])
  }

  @Test(
    arguments: [
      (
        [0xD6, 0xD0, 0xB9, 0xFA, 0xB5, 0xC4, 0xCE, 0xC4, 0xD7, 0xD6, 0xA3, 0xAC, 0xD2, 0xBB, 0xA1, 0xA3, 0xE9, 0x46],
        "中国的文字，一。镕", "GB18030"
      ),
      ([0xA4, 0xA4, 0xA4, 0xE5, 0xAA, 0xBA, 0xA4, 0x40, 0xAC, 0x71, 0xA1, 0x43], "中文的一段。", "Big5"),
    ] as [([UInt8], String, String)])
  func olderEncodingsAreRecognised(bytes: [UInt8], expected: String, name: String) {
    let decoded = DecodedDump(Array("<p>abc</p>".utf8) + bytes)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "<p>abc</p>" + expected)
    #expect(decoded.diagnostics.map(\.message) == ["decoded as \(name)"])
  }

  @Test func validationAgreesWithTheStandardLibrary() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<24, using: &generator)
      var bytes: [UInt8] = []
      while bytes.count < count {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.append(UInt8.random(in: 0...255, using: &generator))
        case 1: bytes.append(contentsOf: [0xE4, 0xB8, UInt8.random(in: 0x70...0xC1, using: &generator)])
        case 2: bytes.append(contentsOf: "é中😀".utf8)
        default: bytes.append(UInt8.random(in: 1..<0x80, using: &generator))
        }
      }
      let first = bytes.withUnsafeBufferPointer { UTF8Validation.firstIllFormed(in: $0) }
      #expect((first == bytes.count) == (String(validating: bytes, as: UTF8.self) != nil))
      #expect(String(validating: bytes[..<first], as: UTF8.self) != nil)
      // Repairing gives the same result as the standard library's lossy decoding.
      let clean = bytes.filter { $0 != 0 && $0 != 0x0D }
      let context = Array(String(repeating: "中", count: 64).utf8)
      #expect(
        String(decoding: DecodedDump(context + clean).utf8, as: UTF8.self)
          == String(decoding: context + clean, as: UTF8.self))
    }
  }
}
