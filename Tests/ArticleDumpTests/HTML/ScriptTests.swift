import Testing

@testable import ArticleDump

/// Superscripts and subscripts are expressed in the text itself.
@Suite struct ScriptTests {
  @Test(arguments: [
    ("10<sup>6</sup>平方米", "p 10{sup ⁶}平方米"),
    ("2<sup> -3 </sup>，", "p 2 {sup ⁻³} ，"),
    ("e<sup>a/b</sup>f", "p e{sup ^(a/b)}f"),
    ("e<sup>a<b>/</b>b</sup>f", "p e{sup ^(a{b /}b)}f"),
    ("x<sup>y<sup>2</sup></sup>z", "p x{sup ^(y²)}z"),
    ("x<sub>y<sup>2</sup></sub>z", "p x{sub _(y{sup ²})}z"),
    ("注<sup>[1]</sup>，再<sup><a href='#n'>2</a></sup>", "p 注{sup [1]}，再{sup ²}"),
    ("10<sup><a href='http://a.cn/'>6</a></sup>次", "p 10{a:http://a.cn/ {sup ⁶}}次"),
    ("10<sup>1<b>2</b>3</sup><i>斜</i>", "p 10{sup ¹{b ²}³}{i 斜}"),
    ("<b>10<sup>6</sup></b>次", "p {b 10{sup ⁶}}次"),
    ("<div>10<sup><div>6</div></sup></div>", "p 10\np {sup ⁶}"),
    ("<div><sup>6<div>7", "p {sup ⁶}\np {sup ⁷}"),
    ("<ruby>H<sub>2</sub>O<rt>水</ruby>", "p {ruby:水 H{sub ₂}O}"),
    ("甲<sup>　</sup>乙<sub></sub>", "p 甲{sup 　}乙"),
    ("M<sup>me </sup>Binet", "p M{sup ᵐᵉ} Binet"),
    ("M<sup>me </sup><i>Binet</i>", "p M{sup ᵐᵉ} {i Binet}"),
  ])
  func whatIsRaisedIsWrittenSo(_ html: String, _ expected: String) {
    #expect(outline(blocks("<p>" + html)) == expected)
  }

  @Test func preformattedTextKeepsScripts() {
    #expect(outline(blocks("<pre>10<sup>6</sup></pre>")) == "pre 10⁶")
  }

  @Test func captionsTitlesAndCellsKeepScripts() {
    let html = """
      <h1>排放10<sup>6</sup>吨CO<sub>2</sub>的一年</h1>
      <p>正文一段，说的是二氧化碳的排放，写得够长，好让人知道它是正文。</p>
      <figure><img src=a.jpg><figcaption>面积10<sup>6</sup>平方米</figcaption></figure>
      <table><tr><td>10<sup>6</sup></td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>
      """
    let article = ArticleParser().article(from: Array(html.utf8), path: "a.html")
    #expect(article.title == "排放10⁶吨CO₂的一年")
    #expect(!article.json().contains("106"))
    #expect(article.json().contains("面积10⁶平方米"))
  }

  @Test func theHeadingIsFoundUnderATitleWithoutMarkup() {
    let html = """
      <title>关于CO2排放的一项研究</title><h1>关于CO<sub>2</sub>排放的一项研究</h1>
      <p>正文一段，说的是二氧化碳的排放，写得够长，好让人知道它是正文。</p>
      """
    let article = ArticleParser().article(from: Array(html.utf8), path: "a.html")
    #expect(article.blocks.count == 1)
  }

  @Test(arguments: [
    ("10<sup>6</sup>平方米", "10<sup>6</sup>平方米"), ("e<sup>a/b</sup>", "e<sup>a/b</sup>"),
    ("x<sub>y<sup>2</sup></sub>", "x<sub>y</sub><sup><sub>2</sub></sup>"), ("注<sup>[1]</sup>", "注<sup>\\[1\\]</sup>"),
  ])
  func markdownGivesTheElementBack(_ html: String, _ markdown: String) {
    #expect(MarkdownBlocks.render(blocks("<p>" + html)) == [markdown])
  }

  @Test func markdownIsReadBackAsItWasWritten() {
    let source = "面积约10<sup>6</sup>平方米，e<sup>a/b</sup>，CO<sub>2</sub>，注<sup>[1]</sup>。\n"
    let article = ArticleParser().article(from: Array(source.utf8), path: "a.md")
    let again = ArticleParser().article(from: Array(article.markdown().utf8), path: "a.md")
    #expect(article.blocks.map { outline([$0]) } == ["p 面积约10{sup ⁶}平方米，e{sup ^(a/b)}，CO{sub ₂}，注{sup [1]}。"])
    #expect(again.blocks == article.blocks)
  }
}
