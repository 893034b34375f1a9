import SeededRandom
import Testing

@testable import ArticleDump

/// Input that is made to break parsers still gives an article, at sizes for which a quadratic step would take forever.
@Suite struct HostileInputTests {
  struct Shape: CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable (Int) -> String

    init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.make = make
    }
  }

  static let shapes: [Shape] = [
    Shape("nested div") { String(repeating: "<div>", count: $0) + "底" },
    Shape("nested span") { String(repeating: "<span>", count: $0) + "底" + String(repeating: "</span>", count: $0) },
    Shape("nested unknown") { String(repeating: "<x-a>", count: $0) + "底" },
    Shape("nested quotes and lists") { String(repeating: "<blockquote><ul><li>", count: $0 / 3) + "底" },
    Shape("nested tables") { String(repeating: "<table><tr><td>", count: $0 / 3) + "底" },
    Shape("nested figures") { String(repeating: "<figure><img src=a>", count: $0 / 2) + "底" },
    Shape("nested sections with classes") { String(repeating: "<section class='share-x content'>", count: $0) + "底" },
    Shape("end tags without start") { String(repeating: "<b></p></div>", count: $0 / 3) + "底" },
    Shape("paragraphs in spans") { String(repeating: "<span><p>x", count: $0 / 2) + "底" },
    Shape("links in links") { String(repeating: "<a href=u><b><i>x", count: $0 / 4) + "底" },
    Shape("styles left open") { String(repeating: "<b><p><a href=u>x", count: $0 / 3) + "底" },
    Shape("attributes") { "<p " + (0..<$0).map { "a\($0)=1 " }.joined() + ">底" },
    Shape("equal attributes") { "<p " + String(repeating: "class=a ", count: $0) + ">底" },
    Shape("unknown names") { (0..<$0 / 4).map { "<n\($0)>x</n\($0)>" }.joined() + "底" },
    Shape("references") { String(repeating: "&notin;&copy&#20013;", count: $0 / 3) + "底" },
    Shape("ampersands") { String(repeating: "&", count: $0) + "底" },
    Shape("less-than signs") { String(repeating: "< ", count: $0) + "底" },
    Shape("one long line") { "<p>" + String(repeating: "中文 ", count: $0) + "底" },
    Shape("line breaks") { String(repeating: "x<br>", count: $0 / 2) + "底" },
    Shape("blank line breaks") { "x" + String(repeating: "<br>&nbsp;", count: $0) + "底" },
    Shape("pictures") { String(repeating: "<img src=a><p>x", count: $0 / 4) + "底" },
    Shape("emphasis in one paragraph") { (0..<$0 / 4).map { "<a href=\($0)>x</a>" }.joined() + "底" },
    Shape("spans of cells") {
      "<table>" + String(repeating: "<tr><td rowspan=9999 colspan=9999>x", count: $0 / 8) + "<td>底"
    },
    Shape("short paragraphs") { String(repeating: "<p>没有句号的一行</p>", count: $0 / 4) + "底" },
    Shape("linked headlines") {
      String(repeating: "<div><h3><a href=u>茶馆重新开门的消息</a></h3><p>船停了，桥通了。</p></div>", count: $0 / 8) + "<p>底"
    },
    Shape("ruby") { "<ruby>" + String(repeating: "汉<rt>h", count: $0 / 2) + "</ruby>底" },
    Shape("comments") { String(repeating: "<!---->", count: $0 / 2) + "底" },
  ]

  @Test(arguments: shapes) func hostileMarkupGivesAnArticle(shape: Shape) {
    let article = ArticleParser().article(from: Array(shape.make(1_000).utf8), path: "x.html")
    #expect(!article.blocks.isEmpty)
  }

  @Test(arguments: shapes) func theLastTextOfHostileMarkupIsShown(shape: Shape) {
    let bytes = Array(shape.make(3_000).utf8)
    let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
    let page = Page(tree: tree, envelope: Envelope(dialect: .html, body: 0..<bytes.count))
    #expect(StyledText.flattened(BlockBuilder.blocks(of: page))?.text.hasSuffix("底") == true)
  }

  @Test(arguments: ["<!--", "<![CDATA[", "<svg><![CDATA[", "<script>", "<title>", "<p a='", "<a", "<?", "</", "<!"])
  func unclosedMarkupIsReadOnce(opening: String) {
    let bytes = Array(("<p>前" + String(repeating: opening, count: 20_000)).utf8)
    let article = ArticleParser().article(from: bytes, path: "x.html")
    #expect(StyledText.flattened(article.blocks)?.text.hasPrefix("前") == true)
  }

  @Test func anUnclosedCommentIsReported() {
    let article = ArticleParser().article(from: Array("[t](u)\n------\n\n<p>前</p>\n<!-- 后".utf8))
    #expect(article.diagnostics.map(\.kind) == ["unclosed-comment"])
    #expect(article.diagnostics.map(\.line) == [5])
  }

  @Test func aTitleMayHaveMegabytes() {
    let title = String(repeating: "题](（", count: 100_000)
    let bytes = Array("<!--1-->\n[\(title)](u)\n------\n\n<p>文</p>".utf8)
    #expect(ArticleParser().article(from: bytes).url == "u")
    #expect(ArticleParser().head(from: Array(bytes.prefix(4096))).url == nil)
  }

  @Test(arguments: [
    "**", "*a ", "_a_ ", "[a](", "![", "](", "`", "``a`", "~~a", "<a ", "> ", "- ", "1. ", "#", "|a|\n|-|\n", "\\", "&",
    "    a\n\n", "a\n---\n", "```\n",
  ])
  func hostileMarkdownGivesAnArticle(piece: String) {
    let text = "题 by 人\n------\n**2021-03-04**\n\n前\n\n" + String(repeating: piece, count: 10_000)
    let article = ArticleParser().article(from: Array(text.utf8))
    #expect(StyledText.flattened(article.blocks)?.text.hasPrefix("前") == true)
  }

  @Test func anyBytesGiveAnArticle() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "<p>", "</p>", "<div class=\"", "\"", "<a href=", ">", "&", "&#", ";", "<!--", "-->", "中文", "\n", "\r",
      "\u{3000}",
      "<table><tr><td>", "</table>", "<li>", "<img src=x>", "<br>", "<b>", "</b>", "---\n", "[t](u)\n------\n", "<svg>",
      "]]>",
      "<script>", "</script>", "**", "`",
    ].map { Array($0.utf8) }
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &generator) {
        if round % 2 == 0 || Bool.random(using: &generator) {
          bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      let paths = ["articles/rfi/1.md", "a.html", "a.txt", nil]
      let article = ArticleParser().article(from: bytes, path: paths[round % 4])
      _ = ArticleParser().head(from: bytes, path: paths[round % 4])
      for case .paragraph(let text, _) in article.blocks {
        #expect(text.spans.allSatisfy { $0.utf8Range.upperBound <= text.text.utf8.count })
      }
    }
  }
}
