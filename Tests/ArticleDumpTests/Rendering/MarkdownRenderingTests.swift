import ArticleDump
import SeededRandom
import Testing

@Suite struct MarkdownRenderingTests {
  static func markdown(_ blocks: Block...) -> String {
    var article = Article(dialect: .text, title: "")
    article.blocks = blocks
    return article.markdown()
  }

  static func styled(_ text: String, _ spans: (Range<Int>, InlineStyle)...) -> StyledText {
    StyledText(text, spans: spans.map { StyledText.Span(utf8Range: $0.0, style: $0.1) })
  }

  @Test(arguments: [
    ("*星号* _线_ `码` [x](y) <b> &amp; \\", "\\*星号\\* \\_线\\_ \\`码\\` \\[x\\](y) \\<b> &amp;amp; \\\\"),
    ("# 不是标题", "\\# 不是标题"),
    ("1. 不是列表", "1\\. 不是列表"), ("2024.5.27", "2024\\.5.27"), ("- 不是列表", "\\- 不是列表"), ("a-b #c", "a-b #c"),
    ("    不是代码", "不是代码"),
    ("甲\n乙", "甲\\\n乙"), ("甲\n- 乙", "甲\\\n\\- 乙"), ("甲\n", "甲"), ("---", "\\---"), ("=", "\\="), ("> 引", "\\> 引"),
    ("~~~", "\\~\\~\\~"),
    ("a|b", "a\\|b"), ("\u{1B}[0m", "␛\\[0m"),
  ])
  func plainTextStaysPlain(text: String, expected: String) {
    #expect(Self.markdown(.paragraph(StyledText(text), role: nil)) == expected + "\n")
  }

  /// Whatever is in a cell, it does not end it, and is read again as it was.
  @Test(arguments: [
    ("ls | wc", "`ls \\| wc`"), ("grep 'a\\|b'", "`grep 'a\\\\|b'`"), ("a || b", "`a \\|\\| b`"),
    ("`|`", "`` `\\|` ``"),
  ]) func aBarInCodeDoesNotEndACell(code: String, cell: String) {
    let styled = Self.styled(code, (0..<code.utf8.count, .code))
    let table = Block.table(
      Table(headRowCount: 1, rows: [[StyledText("命令"), StyledText("用途")], [styled, StyledText("$|x|$")]]))
    let markdown = Self.markdown(table)
    #expect(markdown == "| 命令 | 用途 |\n| --- | --- |\n| \(cell) | \\$\\|x\\|$ |\n")
    let read = ArticleParser().article(from: Array(("# 题\n\n一段话在这里。\n\n" + markdown).utf8), path: "posts/a.md")
    let rows = read.blocks.compactMap { if case .table(let table) = $0 { table.rows } else { nil } }.first
    #expect(rows?.last?.map(\.text) == [code, "$|x|$"])
    #expect(Self.markdown(.paragraph(styled, role: nil)) == cell.replacing("\\|", with: "|") + "\n")
  }

  @Test(arguments: [
    ("由 $\\int_0^1 f_n\\,dx$ 得", "由 $\\int_0^1 f_n\\,dx$ 得"), ("$$a_1*b_2*c$$", "$$a_1*b_2*c$$"),
    ("\\(x_1^2\\) 与 [y]", "\\(x_1^2\\) 与 \\[y\\]"),
    // Not formulas: a blank before the dollar, a digit after it, no end.
    ("从 $5_a 到 $6_b", "从 $5\\_a 到 $6\\_b"), ("$a_$1", "$a\\_$1"), ("$$a_b", "$$a\\_b"),
    // What others could take for markup.
    ("$a<b$ $a&lt;b$", "$a< b$ $a& lt;b$"), ("$a`b`c$", "\\$a\\`b\\`c$"), ("$[x](y)$", "\\$\\[x\\](y)$"),
  ])
  func formulasAreWrittenAsTheyAre(text: String, expected: String) {
    #expect(Self.markdown(.paragraph(StyledText(text), role: nil)) == expected + "\n")
  }

  @Test func formulasAreReadBackUnchanged() {
    let paragraph = "由 $\\int_0^1 f_n\\,dx$ 和 \\(a_{1}^*\\) 得 $$x_1*y_2*z$$。"
    let source = "# 题\n\n\(paragraph)\n\n| $a_1$ | $\\{b\\}$ |\n| --- | --- |\n| 甲 | $c_1*d*e$ |\n"
    let article = ArticleParser().article(from: Array(source.utf8), path: "1.md")
    let markdown = article.markdown()
    #expect(markdown.contains(paragraph), "\(markdown)")
    #expect(ArticleParser().article(from: Array(markdown.utf8), path: "1.md").blocks == article.blocks)
  }

  @Test func stylesAreHTMLWhereAsterisksDoNotWork() {
    let cases: [(StyledText, String)] = [
      (Self.styled("前强后", (3..<6, .strong)), "前**强**后"), (Self.styled("前强后", (3..<6, .emphasis)), "前*强*后"),
      (Self.styled("“引”后", (0..<9, .strong)), "<strong>“引”</strong>后"),
      (Self.styled("“引”", (0..<9, .strong)), "**“引”**"),
      (Self.styled("强斜", (0..<3, .strong), (3..<6, .emphasis)), "<strong>强</strong><em>斜</em>"),
      (Self.styled("都", (0..<3, .strong), (0..<3, .emphasis)), "<strong><em>都</em></strong>"),
      (Self.styled("a`b", (0..<3, .code)), "``a`b``"), (Self.styled("x2", (1..<2, .superscript)), "x<sup>2</sup>"),
      (Self.styled("汉字", (0..<6, .ruby(annotation: "hànzì"))), "<ruby>汉字<rt>hànzì</rt></ruby>"),
      (
        Self.styled("看这里。", (3..<9, .link(url: "https://a.example/(1) <x>"))), "看[这里](<https://a.example/(1) %3Cx%3E>)。"
      ),
      (
        Self.styled("甲乙", (0..<3, .link(url: "u")), (3..<6, .link(url: "u")), (3..<6, .strong)),
        "[甲<strong>乙</strong>](<u>)"
      ),
    ]
    for (styled, expected) in cases {
      #expect(Self.markdown(.paragraph(styled, role: nil)) == expected + "\n")
    }
  }

  /// Each is written as it is read here, and read again as the same blocks.
  @Test(arguments: [
    "- 甲\n  - 乙\n  - 丙\n    1. 丁\n- 戊", "1. 甲\n   - 乙\n2. 丙", "- [ ] 甲\n- [x] 乙\n  - [ ] 丙",
    "- 甲\n\n  乙\n\n- 丙", "- 甲\n  - 乙\n\n    丙\n\n  - 丁\n- 戊", "- 甲\n\n  3. 乙\n\n- 丙",
  ])
  func listsHaveBlankLinesOnlyIfNeeded(list: String) {
    let article = ArticleParser().article(from: Array("# 题\n\n上文。\n\n\(list)\n".utf8), path: "1.md")
    let markdown = article.markdown()
    #expect(markdown.contains("上文。\n\n\(list)\n"), "\(markdown)")
    #expect(ArticleParser().article(from: Array(markdown.utf8), path: "1.md").blocks == article.blocks)
  }

  @Test func blocksAreWellFormedAndSeparate() {
    let paragraph = { (text: String) in Block.paragraph(StyledText(text), role: nil) }
    let list = ListBlock(
      isOrdered: false,
      items: [[paragraph("甲"), .list(ListBlock(isOrdered: true, start: 3, items: [[paragraph("子")]]))], []])
    #expect(
      Self.markdown(
        .heading(StyledText("题 #"), level: 1), .paragraph(StyledText("小题"), role: .subhead),
        .quote([paragraph("引"), paragraph("文")]),
        .quote([paragraph("另一")]), .list(list), .list(ListBlock(isOrdered: false, items: [[.rule]])), .rule,
        .table(
          Table(headRowCount: 1, rows: [[StyledText("a|b"), StyledText("c")], [StyledText("1\n2"), StyledText("")]])),
        .figure(
          Figure(
            images: [ArticleImage(url: "https://a.example/i.jpg", alternativeText: "图")], caption: StyledText("说明"),
            credit: "某社")),
        .preformatted("```\nx"), .embed(Embed(kind: .video, url: "https://v.example/", text: "片"))) == """
          ## 题 \\#

          ### 小题

          > 引
          >
          > 文

          <!-- -->

          > 另一

          - 甲

            3. 子

          -

          * ___

          ___

          | a\\|b | c |
          | --- | --- |
          | 1 2 |  |

          ![图](<https://a.example/i.jpg>)\\
          说明（某社）

          ````
          ```
          x
          ````

          [视频：片](<https://v.example/>)

          """)
  }

  @Test func factsAreWrittenAsFrontMatterOnRequest() {
    var article = Article(dialect: .text, title: "题\"目\"")
    article.authors = ["甲", "乙"]
    article.published = Timestamp("2024-05-27")
    article.url = "https://a.example/"
    #expect(
      article.markdown(facts: .frontMatter) == """
        ---
        title: "题\\"目\\""
        author: ["甲","乙"]
        date: "2024-05-27"
        from: "https://a.example/"
        ---

        # 题"目"

        """)
  }

  @Test func authorAndDateAreBelowTheTitle() {
    var article = Article(dialect: .feed, title: "题目")
    article.publisher = Publisher(id: "rfi", name: "法广")
    article.authors = ["甲", "乙"]
    article.published = Timestamp("2024-05-27")
    article.url = "https://a.example/a(b)"
    #expect(article.markdown() == "# 题目\n\n[法广](<https://a.example/a(b)>) · 甲、乙 · 2024-05-27\n")
    article.publisher = nil
    #expect(article.markdown().hasPrefix("# 题目\n\n[https://a.example/a(b)](<https://a.example/a(b)>) · 甲"))
    article.url = nil
    #expect(article.markdown() == "# 题目\n\n甲、乙 · 2024-05-27\n")
    #expect(article.markdown(facts: .none) == "# 题目\n")
  }

  @Test func anyArticleHasMarkdownAndPlainTextWithoutControls() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let article = ArticleGenerator.article(using: &generator)
      for text in [article.markdown(), article.markdown(facts: .frontMatter), article.plainText()] {
        #expect(
          text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control && !$0.properties.isBidiControl
          })
      }
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", " JavaScript:alert(1)", "java\tscript:x", "data:text/html,x", "file:///etc/passwd",
  ])
  func addressesOfOtherSchemesAreText(url: String) {
    #expect(Self.markdown(.paragraph(Self.styled("看这里", (3..<9, .link(url: url))), role: nil)) == "看这里\n")
    var article = Article(dialect: .text, title: "")
    article.url = url
    article.links = [Link(text: "这里", url: url)]
    let json = article.json()
    #expect(!json.contains("\"url\":\""))
    #expect(json.split(separator: "\"address\":").count == 3)
  }
}
