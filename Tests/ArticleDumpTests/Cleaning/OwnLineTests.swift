import Testing

@testable import ArticleDump

/// Lines of the author's that are not sentences: only their form speaks against them.
@Suite struct OwnLineTests {
  private func text(_ body: String) -> String {
    ArticleParser().article(from: Array(PageCleanerTests.page(body).utf8)).plainText()
  }

  /// Some people write blanks instead of commas, and no full stops.
  @Test func textWithoutPunctuationIsKept() {
    let lines = [
      "清晨的渡口还没有什么人 船工先把缆绳解开又重新系好", "江面上的雾慢慢散去了 对岸的屋顶一排一排地露出来", "第一班船载着三个人和一筐青菜 慢悠悠地往下游去",
      "卖豆花的老人在石阶上摆好担子 铜勺敲了三下", "孩子们沿着河堤一路跑来", "书包在背后一颠一颠", "到学校还要走二十分钟 他们却总要先看一会儿船",
      "等到太阳照上第三级石阶 这一天才算真的开始了",
    ]
    let shown = text(lines.map { "<p>\($0)</p>" }.joined())
    for line in lines { #expect(shown.contains(line)) }
    #expect(!shown.contains("过江大桥"))
  }

  /// Numbers of parts and short remarks, before the first paragraph too.
  @Test func shortLinesBesideTheTextAreKept() {
    let remarks = ["大家好，我是渡口的老周", "01 先说结论", "不急不急", "02 船是怎么来的", "（照片在文末）"]
    let shown = text(
      remarks.prefix(3).map { "<p>\($0)</p>" }.joined() + PageCleanerTests.prose
        + remarks.suffix(2).map { "<p>\($0)</p>" }.joined() + PageCleanerTests.prose)
    for remark in remarks { #expect(shown.contains(remark)) }
  }

  /// Within the text, words of a list do not count for what they might mean beside it.
  @Test func itemsOfTheTextMayContainWordsOfPrompts() {
    let items = ["可保存网页、邮件、newsletter订阅等", "微信、微博里的文章也能收"]
    let shown = text(
      PageCleanerTests.prose + "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>" + PageCleanerTests.prose)
    for item in items { #expect(shown.contains(item)) }
  }

  /// Boxes, steps and cells between the paragraphs of a text: without links, names or words that tell, they are text.
  @Test(arguments: [
    "<div class=\"note warning\"><p>缆绳要先在桩上绕三圈，再打结。</p></div>",
    "<div class=\"tab\"><div><div><ol><li>撑船之前先看水位</li><li>在第三级石阶上等</li></ol></div></div></div>",
    "<div class=\"t\"><table><tr><th>水位</th><th>开船</th></tr><tr><td>过第三级石阶</td><td>停航一天</td></tr></table></div>",
    "<div class=\"w\"><div><h3>谁在等船</h3></div></div>", "<div class=\"w\"><div>晾网的院子</div></div>",
  ])
  func plainLinesAmidTheTextStay(box: String) throws {
    let shown = text(PageCleanerTests.prose + box + PageCleanerTests.prose)
    for line in box.replacing(/<[^>]*>/, with: "\n").split(separator: "\n") { #expect(shown.contains(line)) }
  }

  @Test(arguments: ["分享到", "扫码下载客户端"])
  func whatASiteSetsIntoATextGoes(line: String) {
    let box = "<div class=\"w\"><div>\(line)</div></div>"
    #expect(!text(PageCleanerTests.prose + box + PageCleanerTests.prose).contains(line))
  }

  /// The numbers of a program's lines are not its text.
  @Test func theNumbersOfLinesOfCodeAreDropped() {
    let code = """
      <figure class="highlight"><table><tr><td class="gutter"><pre><span>1</span><br><span>2</span></pre></td>\
      <td class="code"><pre>let boat = 1<br>row(boat)</pre></td></tr></table></figure>
      """
    let shown = text(PageCleanerTests.prose + code + PageCleanerTests.prose)
    #expect(shown.contains("row(boat)") && !shown.split(separator: "\n").contains("2"))
  }

  /// In a wiki, each heading has a link to edit it; 参见 is a section there.
  @Test func sectionsOfAWikiAreKeptWithoutTheirEditLinks() {
    func heading(_ text: String) -> String {
      "<h2><span>\(text)</span><span class=\"mw-editsection\">[<a href=\"/e\">编辑</a>]</span></h2>"
    }
    let list = "<ul><li><a href=\"/2\">石城渡口的历史</a></li><li><a href=\"/3\">青沙江的桥</a></li></ul>"
    let shown = text(
      heading("历史") + PageCleanerTests.prose + heading("参见") + list + heading("船只") + PageCleanerTests.prose)
    #expect(shown.contains("历史") && shown.contains("船只") && !shown.contains("编辑"))
  }

  /// A label refers to the links in its box, not to what follows the box.
  @Test func headingsAfterABoxOfLinksAreKept() {
    let box = "<div><h5>相关阅读</h5><p><a href=\"/2\">对岸的卫生院要搬到新城区去了</a></p></div>"
    let headings = ["一 船是怎么来的", "二 谁在等船", "三 谁在开船"]
    let shown = text(
      headings.enumerated().map { number, heading in
        (number == 1 ? box : "") + "<div><div><span>\(heading)</span></div>\(PageCleanerTests.prose)</div>"
      }.joined())
    for heading in headings { #expect(shown.contains(heading)) }
    #expect(!shown.contains("卫生院"))
  }

  /// Lines that break in one element are a paragraph, not a card that leads to another page.
  @Test func paragraphsWithALinkOnItsOwnLineAreKept() {
    let lines = ["渡口的旧船票，一套十二张", "汽笛的录音，收在第二盘磁带里", "1958年的船期表，复印件"]
    let shown = text(
      PageCleanerTests.paragraphs.map { "<div>\($0)</div>" }.joined()
        + lines.map { "<div>\($0)<br><a href=\"https://dukou.example/1\">在渡口志办公室可以看到这一件的照片</a></div>" }.joined()
        + PageCleanerTests.paragraphs.map { "<div>\($0)</div>" }.joined())
    for line in lines { #expect(shown.contains(line)) }
  }

  @Test func allNumbersOfASeriesAreKept() {
    let headings = ["1. 船是怎么来的", "2. 谁在等船", "3. 谁在开船", "4. 票价", "5. 雾里的汽笛"]
    let label = "<div class=\"tools\"><span>相关阅读</span></div>"
    func shown(_ headings: [String]) -> String {
      text(
        headings.enumerated().map { number, heading in
          (number == 2 ? label : "") + "<div><div><span>\(heading)</span></div>\(PageCleanerTests.prose)</div>"
        }.joined())
    }
    for heading in headings { #expect(shown(headings).contains(heading)) }
  }

  @Test func captionsOfFiguresInTheTextAreKept() {
    let figure = "<figure><img src=\"https://yuelan.example/1.jpg\"><figcaption>图一：雾里的渡口</figcaption></figure>"
    #expect(text(PageCleanerTests.prose + figure + PageCleanerTests.prose).contains("图一：雾里的渡口"))
  }

  /// The colon of an address or a time does not follow a label.
  @Test(arguments: [("[5] 渡口志: https://dukou.example/zhi", 1), ("船期 06:30 09:15 11:48 14:20", 0)])
  func colonsInAddressesAndTimesAreNotCounted(line: String, count: Int32) {
    let page = Array("<p>\(line)</p>".utf8)
    let tree = TreeBuilder.tree(of: page, in: 0..<page.count)
    #expect(LineReader.lines(of: tree, ElementScanner()).map(\.colonCount) == [count])
  }

  /// A feed's dump holds the article and little else; the body of a site's page has the site's parts around it.
  @Test func partsOfTheSiteAreDroppedFromADumpOfAWholePage() {
    let text = "<div class=\"t\">\(OtherArticleTests.prose)\(OtherArticleTests.prose)\(OtherArticleTests.prose)</div>"
    let line = "<div class=\"box\"><div><span>山城读者来信</span></div></div>"
    func isKept(_ body: String) -> Bool? {
      let dump = "<!--1689597902000-->\n[渡口的早晨](https://www.example.org/a)\n------\n\n\(body)"
      let verdicts = ArticleParser().reading(of: Array(dump.utf8), explaining: true).verdicts
      return verdicts.first { $0.text == "山城读者来信" }?.isKept
    }
    #expect(isKept("<div class=\"a\">\(text)</div>\(line)") == true)
    let footer = "<div class=\"footer\"><p>山城大道</p></div>"
    #expect(isKept("<nav><a href=\"/\">首页</a></nav><div class=\"a\">\(text)</div>\(footer)\(line)") == false)
  }
}
