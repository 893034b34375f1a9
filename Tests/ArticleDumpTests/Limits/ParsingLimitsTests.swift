import Testing

@testable import ArticleDump

/// How much a dump may cost, and where an article that costs more ends.
@Suite struct ParsingLimitsTests {
  private func article(_ body: String, limits: ParsingLimits = .standard, url: String = "https://www.rfi.fr/cn/1")
    -> Article
  {
    ArticleParser(limits: limits).article(from: Array("<!--1689597902000-->\n[题](\(url))\n------\n\n\(body)\n".utf8))
  }

  private func tables(_ article: Article) -> [Table] {
    article.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test func manyRowsBelowAWideRowAreNotPadded() throws {
    let table = try #require(
      tables(
        article(
          "<table><tr>" + String(repeating: "<th>x", count: 500) + "</tr>"
            + String(repeating: "<tr><td>y", count: 500) + "</table>")
      ).first)
    #expect(table.rows.count == 501)
    #expect(table.rows[0].count == 500)
    #expect(table.rows.reduce(0) { $0 + $1.count } == 1_000)
  }

  @Test func aShorterRowIsPadded() throws {
    let rows = String(repeating: "<tr><td>a<td>b<td>c<td>d", count: 9)
    let table = try #require(tables(article("<table>\(rows)<tr><td>共</table>")).first)
    #expect(table.rows.allSatisfy { $0.count == 4 })
  }

  @Test(arguments: ["colspan=1000", "rowspan=65534", "rowspan=9999 colspan=999"])
  func cellSpansCostNoMoreThanTheirMarkup(_ span: String) throws {
    let rows = String(repeating: "<tr><td \(span)>字<td>x", count: 300)
    let table = try #require(tables(article("<table>\(rows)</table>")).first)
    #expect(table.rows.reduce(0) { $0 + $1.count } <= 4 * 600)
  }

  @Test func unpaddedTablesAreWrittenInEveryFormat() {
    let ragged = article(
      "<table><tr>" + String(repeating: "<th>x", count: 400) + "</tr>" + String(repeating: "<tr><td>y", count: 400)
        + "</table>")
    #expect(ragged.markdown().utf8.count < 10_000)
    #expect(ragged.plainText().utf8.count < 10_000)
    #expect(ragged.jsonUTF8().count < 20_000)
    #expect(Article(json: ragged.jsonUTF8())?.blocks == ragged.blocks)
  }

  @Test func anArticleEndsAtItsBlocks() throws {
    var limits = ParsingLimits.standard
    limits.blocks = .init(base: 10, bytesPerUnit: 1 << 20, most: 10)
    let cut = article((1...40).map { "<p>第\($0)段话。</p>\n" }.joined(), limits: limits)
    #expect(cut.blocks.count <= 11)
    #expect(cut.plainText().contains("第9段"))
    let diagnostic = try #require(cut.diagnostics.first { $0.kind == "limit" })
    #expect(diagnostic.message.contains("10 blocks"))
    #expect(14...17 ~= diagnostic.line)
  }

  @Test func anArticleEndsAtItsNodes() throws {
    var limits = ParsingLimits.standard
    limits.nodes = .init(base: 40, bytesPerUnit: 1 << 20, most: 40)
    let cut = article((1...40).map { "<p>第\($0)段话。</p>" }.joined(), limits: limits)
    #expect(cut.plainText().contains("第9段") && !cut.plainText().contains("第30段"))
    #expect(cut.diagnostics.contains { $0.kind == "limit" && $0.message.contains("elements") })
  }

  @Test func anArticleEndsAtItsCells() {
    var limits = ParsingLimits.standard
    limits.cells = .init(base: 50, bytesPerUnit: 1 << 20, most: 50)
    let cut = article(
      "<table>" + String(repeating: "<tr><td>a<td>b", count: 100) + "</table><p>此后无文。</p>", limits: limits)
    #expect(cut.diagnostics.contains { $0.kind == "limit" && $0.message.contains("cells") })
    #expect(!cut.plainText().contains("此后无文"))
  }

  @Test func anArticleEndsAtItsOutput() {
    var limits = ParsingLimits.standard
    limits.outputInBytes = 600
    limits.outputPerByte = 0
    let cut = article((1...40).map { "<p>这是第\($0)段话，说了一些事情。</p>" }.joined(), limits: limits)
    #expect(cut.diagnostics.contains { $0.kind == "limit" && $0.message.contains("bytes of text") })
    #expect(cut.plainText().utf8.count < 1_200)
  }

  @Test func realPagesStayFarBelowTheLimits() {
    let paragraph = "<p>他说，渡口的船要等到傍晚才开，<a href=\"https://a.example/1\">时刻表</a>贴在墙上。</p>\n"
    let novel = article(String(repeating: paragraph, count: 20_000))
    #expect(novel.blocks.count == 20_000)
    #expect(novel.diagnostics.isEmpty)
    let sheet = article(
      "<table>" + String(repeating: "<tr><td>1</td><td>2</td><td>3</td></tr>\n", count: 15_000) + "</table>")
    #expect(tables(sheet).first?.rows.count == 15_000)
    #expect(sheet.diagnostics.isEmpty)
  }

  @Test func relativeAddressesStayRelativeIfThePagesIsLong() {
    let long = article(
      String(repeating: "<p>见<a href=x>题</a>。</p>", count: 100),
      url: "https://a.example/" + String(repeating: "b", count: 4_000) + "/c")
    #expect(long.links.first?.url == "x")
    let short = article("<p>见<a href=x>题</a>。</p>", url: "https://a.example/b/c")
    #expect(short.links.first?.url == "https://a.example/b/x")
  }

  @Test func aLongCaptionIsNotRepeatedForEveryPicture() {
    let caption = String(repeating: "图说。", count: 2_000)
    let pictures = (1...200).map { "<img src=\"https://a.example/\($0).jpg\">" }.joined()
    let article = article("<figure>\(pictures)<figcaption>\(caption)</figcaption></figure>")
    #expect(article.images.count == 200)
    #expect(article.images.reduce(0) { $0 + ($1.caption?.utf8.count ?? 0) } < 120_000)
  }

  @Test func carriedStylesAreLimited() {
    let open = (1...300).map { "<object><a href=\"http://a/\($0)\">" }.joined()
    let article = article(open + String(repeating: "<p>字</p>", count: 300))
    let spans = article.blocks.reduce(0) { count, block in
      if case .paragraph(let text, _) = block { count + text.spans.count } else { count }
    }
    #expect(spans <= 300 * ParsingLimits.standard.openStyles)
  }

  @Test func eachRelatedLinkIsListedOnce() {
    let items = (1...500).map { "<li><a href=\"http://a.example/\($0 % 250)\">关于这件事的另一篇\($0 % 250)</a></li>" }.joined()
    let article = article("<p>正文在此，写了几句话。</p><h3>相关阅读</h3><ul>\(items)</ul>")
    #expect(article.related.count == 250)
  }

  @Test func jsonWrittenInPiecesIsTheSame() {
    let article = article(String(repeating: "<p>他说，渡口的船要等到傍晚才开。</p>\n", count: 5_000))
    var pieces: [[UInt8]] = []
    article.forEachJSONPiece { pieces.append($0) }
    #expect(pieces.count > 3)
    #expect(Array(pieces.joined()) == article.jsonUTF8())
  }

  @Test func textCutAtIndentationKeepsItsStyles() {
    var text = StyledText("甲乙\n　　丙丁\n　　戊")
    text.spans = [
      .init(utf8Range: 3..<(text.text.utf8.count), style: .strong), .init(utf8Range: 13..<16, style: .emphasis),
    ]
    let parts = text.splitAtIndentation()
    #expect(parts.map(\.text) == ["甲乙", "丙丁", "戊"])
    #expect(
      parts.map(\.spans) == [
        [.init(utf8Range: 3..<6, style: .strong)],
        [.init(utf8Range: 0..<6, style: .strong), .init(utf8Range: 0..<3, style: .emphasis)],
        [.init(utf8Range: 0..<3, style: .strong)],
      ])
  }

  @Test func piecesOfOneStyleBecomeOneSpan() {
    var text = StyledText("甲", spans: [.init(utf8Range: 0..<3, style: .strong)])
    text.append(StyledText("乙", spans: [.init(utf8Range: 0..<3, style: .strong)]), separator: "")
    text.append(StyledText("丙", spans: [.init(utf8Range: 0..<3, style: .strong)]), separator: "\n")
    #expect(text.text == "甲乙\n丙")
    #expect(text.spans == [.init(utf8Range: 0..<6, style: .strong), .init(utf8Range: 7..<10, style: .strong)])
  }

  @Test func markdownWithTooManyBlocksIsReported() {
    let list = String(repeating: "- a\n", count: 120_000)
    let article = ArticleParser().article(from: Array("---\ntitle: t\n---\n\n\(list)".utf8), path: "a.md")
    #expect(article.diagnostics.contains { $0.kind == "limit" })
  }

  /// Each of these took minutes when the text below an element was read once for every element around it.
  @Test(.timeLimit(.minutes(1)), arguments: ["<h2>字<b>文", "<object><a href=http://a/1>", "<noscript>"])
  func nestedElementsAreExaminedOnce(piece: String) {
    let markup = String(repeating: piece, count: 400_000 / piece.utf8.count) + "<p>末"
    let dump = "<!--1689597902000-->\n[题](https://a.example/1)\n------\n\n" + markup
    let article = ArticleParser().article(from: Array(dump.utf8), path: "a.md")
    #expect(article.title == "题")
  }
}
