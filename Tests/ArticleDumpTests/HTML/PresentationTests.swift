import Testing

@testable import ArticleDump

/// The meaning of an element's presentation: alignment, numbering, marks of proper names and of emphasis.
@Suite struct PresentationTests {
  @Test(arguments: [
    ("<p align=right>某某</p>", "p right 某某"), ("<p style='text-align: right;'>某某</p>", "p right 某某"),
    ("<p style='Text-Align:END'>某某</p>", "p right 某某"),
    ("<div align=\"center\"><p>一</p></div><p>二</p>", "p center 一\np 二"),
    ("<center>＊＊＊</center>二", "p center ＊＊＊\np 二"), ("<p class='c text-right'>日</p>", "p right 日"),
    ("<p class='has-text-align-center'>（一）</p>", "p center （一）"),
    ("<div style='text-align:right'>甲<p style='text-align:left'>乙</p>丙</div>", "p right 甲\np 乙\np right 丙"),
    ("<p class='md:text-right alignright copyright'>甲</p>", "p 甲"), ("<p style='text-align:justify'>甲</p>", "p 甲"),
    ("<h2 align=center>题</h2><ul><li align=right>项</ul>", "h2 题\nul\n-\n  p 项"),
  ])
  func linesStandWhereTheirElementSays(_ html: String, _ expected: String) {
    #expect(outline(blocks(html)) == expected)
  }

  @Test func runningTextIsNotCentred() {
    let prose = String(repeating: "一段话写得很长，", count: 8)
    #expect(outline(blocks("<div align=center><p>\(prose)</p><p>短</p></div>")) == "p \(prose)\np 短")
    let signed = "<p>\(prose)</p><p align=right>某某</p><p align=right>2024年1月1日</p>"
    #expect(outline(blocks(signed)) == "p \(prose)\np right 某某\np right 2024年1月1日")
  }

  @Test(arguments: [
    ("<ol type=a><li>甲<li>乙</ol>", "ol 1\na.\n  p 甲\nb.\n  p 乙"), ("<ol type=I><li>丙</ol>", "ol 1\nI.\n  p 丙"),
    ("<ol reversed start=3><li>三<li>二</ol>", "ol 3\n3.\n  p 三\n2.\n  p 二"),
    ("<ol reversed><li>二<li>一</ol>", "ol 2\n2.\n  p 二\n1.\n  p 一"),
    ("<ol><li value=7>七<li>八</ol>", "ol 1\n7.\n  p 七\n8.\n  p 八"),
    ("<ol style='list-style-type:cjk-ideographic'><li>汉<li>字</ol>", "ol 1\n一、\n  p 汉\n二、\n  p 字"),
    ("<ol style='list-style:none'><li>甲</ol>", "ol 1\n-\n  p 甲"),
  ])
  func listsKeepTheirNumbers(_ html: String, _ expected: String) {
    #expect(outline(blocks(html)) == expected)
  }

  @Test func exportsKeepSignaturesAndTerms() {
    let html = "<p>正文。</p><dl><dt>词<dd>义</dl><p align=right>某某</p>"
    var article = Article(dialect: .markdown, path: "a.md", title: "题")
    article.blocks = blocks(html)
    #expect(article.plainText() == "题\n\n正文。\n\n词\n  义\n\n某某\n")
    let markdown = article.markdown(facts: .none)
    #expect(markdown.hasSuffix("<div align=\"right\">\n\n某某\n\n</div>\n"))
    #expect(ArticleParser().article(from: Array(markdown.utf8), path: "a.md").blocks == article.blocks)
  }

  @Test(arguments: [
    (ListNumbering.lowerAlpha, 27, "aa."), (.upperAlpha, 26, "Z."), (.lowerRoman, 1994, "mcmxciv."),
    (.upperRoman, 4, "IV."),
    (.han, 10, "十、"), (.han, 21, "二十一、"), (.han, 0, "〇、"), (.decimal, -3, "-3."), (.lowerAlpha, 0, "0."),
    (.lowerRoman, 4_000, "4000."), (.han, 100, "100."),
  ])
  func numbersAreWrittenAsTheListWritesThem(_ numbering: ListNumbering, _ number: Int, _ marker: String) {
    #expect(numbering.marker(for: number) == marker)
  }

  @Test(arguments: [
    ("<u>某地</u>", "p {u 某地}"), ("<mark>重</mark>", "p {mark 重}"), ("<s>删</s>", "p {del 删}"),
    ("<span style='text-emphasis:dot'>着重</span>", "p {dots 着重}"),
    ("<em style='-webkit-text-emphasis-style: filled circle'>着重</em>", "p {dots 着重}"),
    ("<em style='text-emphasis:none'>强调</em>", "p {i 强调}"), ("<i class=text-emphasis>斜</i>", "p {i 斜}"),
  ])
  func marksOfTextAreStyles(_ html: String, _ expected: String) {
    #expect(outline(blocks("<p>" + html)) == expected)
  }

  @Test(arguments: [
    ("<p><u>某地</u>", "<u>某地</u>"), ("<p><mark>重</mark>", "<mark>重</mark>"),
    ("<p><em style='text-emphasis:dot'>着重</em>", "<em style=\"text-emphasis: dot\">着重</em>"),
    (
      "<ol type=a start=2><li>甲<li>乙</ol>", "<ol start=\"2\" type=\"a\">\n<li>\n\n甲\n\n</li>\n<li>\n\n乙\n\n</li>\n</ol>"
    ),
    ("<dl><dt>词<dd>义<dt>二<dd>义二</dl>", "词\n: 义\n\n二\n: 义二"),
  ])
  func markdownGivesThemBack(_ html: String, _ markdown: String) {
    let blocks = blocks(html)
    #expect(MarkdownBlocks.render(blocks) == [markdown])
    let again = ArticleParser().article(from: Array((markdown + "\n").utf8), path: "a.md")
    #expect(outline(again.blocks) == outline(blocks))
  }
}
