import Testing

@testable import ArticleDump

/// Decisions about whole pages, and the rules behind them.
@Suite struct PageCleanerTests {
  static let paragraphs = [
    "春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。", "船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。",
    "渡口建于1958年，最多的时候一天要过四千人，如今一天不到四十。",
  ]
  static let prose = paragraphs.map { "<p>\($0)</p>" }.joined()

  static func page(_ body: String, class name: String = "content") -> String {
    """
    <html><head><title>渡口的早晨_山城网</title></head><body><div class="nav"><a href="/">首页</a><a href="/n">新闻</a></div>
    <h1>渡口的早晨</h1><div class="\(name)">\(body)</div>
    <div class="list"><ul><li><a href="/2">对岸的卫生院要搬到新城区去了</a></li><li><a href="/3">山城今年再修三座过江大桥</a></li>
    <li><a href="/4">老码头的最后一间茶馆周末关门</a></li></ul></div><div class="footer">山城网 版权所有</div></body></html>
    """
  }

  /// The profile counted from some files of one site.
  static func profile(of files: [[UInt64]]) -> SiteProfile {
    let counts = Dictionary(files.joined().map { ($0, 1) }, uniquingKeysWith: +)
    return SiteProfile(fileCount: files.count, lines: counts)
  }

  @Test(arguments: [
    "PrintThis", "md:hidden", "print:max-w-none", "paywall", "ad-free", "sidebar-open", "recommend-reason", "share",
    "comment-body", "related-content", "subscribe-text", "footer-less", "nav-main", "hidden-xs", "tools",
    "popup-content",
  ])
  func noClassNameDropsTheProse(name: String) {
    let text = ArticleParser().article(from: Array(Self.page(Self.prose, class: name).utf8)).plainText()
    for paragraph in Self.paragraphs { #expect(text.contains(paragraph), "\(name)") }
  }

  @Test(arguments: ["print:max-w-none", "print:hidden", "md:hidden", "lg:sidebar", "dark:ad-text"])
  func aConditionalClassNameDoesNotDropTheLastParagraph(name: String) {
    let last = "老板娘把最后一张船票夹进相册里，说以后的孩子不会知道船票长什么样。"
    let dump =
      "<!--1688523300000-->\n[渡口的早晨](https://yuelan.example/1)\n------\n\n"
      + "<div>\(Self.prose)<p class=\"\(name)\">\(last)</p></div>"
    #expect(ArticleParser().article(from: Array(dump.utf8)).plainText().contains(last))
  }

  @Test func aShortReportIsFoundAmongListsOfOtherArticles() {
    let article = ArticleParser().article(from: Array(Self.page("<p>\(Self.paragraphs[0])</p>").utf8))
    #expect(article.plainText().contains(Self.paragraphs[0]))
    #expect(!article.plainText().contains("过江大桥"))
  }

  /// A lead that is certainly text is not all of it, if the sentences after it, each in a box among lists, are doubtful.
  @Test func aCertainLeadIsNotTheWholeText() {
    let sentences = [
      "渡口的第一班船在六点半离开码头，船上坐着去对岸上学的孩子。", "船上还有三位乘客和一筐青菜，票价涨了五角，老人不用付。", "江面上的雾要到八点才散去，老船工说汽笛响三声就靠岸。",
      "对岸的茶馆七点开门，掌柜先烧一壶水，再把门板一块一块卸下来。", "渡口建于1958年，最多时一天过四千人，如今一天不到四十人。", "县里说新桥明年通车，渡口要停，船工们不愿意走。",
      "学校的老师每天坐第二班船，他们在船上改作业，到岸正好改完。", "镇上的人说，没有船的那一天，这条江就只是一条江了。",
    ]
    let lead = "渡口停航以前，记者坐了最后一个月的第一班船，写下船上的人。"
    let titles = ["山城今年再修三座过江大桥", "对岸的卫生院要搬到新城区", "老码头的最后一间茶馆关门"]
    let items = titles.map { "<li><a href=\"/2\">\($0)</a></li>" }.joined()
    func list(_ times: Int) -> String { "<div class=\"w\"><ul>\(String(repeating: items, count: times))</ul></div>" }
    let boxes = sentences.enumerated().map { number, sentence in
      "<section class=\"c\(number % 3)\"><div><div>\(sentence)</div></div></section>\(list(1))"
    }
    let page = """
      <html><head><title>渡口的早晨_山城网</title><meta name="description" content="\(lead)"></head><body>
      <nav>\(list(3))</nav><main><article><h1>渡口的早晨</h1><div class="subtitle">\(lead)</div>\(list(4))\(boxes.joined())
      </article></main><aside>\(list(6))</aside><footer>\(list(2))<div>山城网 版权所有</div></footer></body></html>
      """
    let text = ArticleParser().article(from: Array(page.utf8)).plainText()
    #expect(text.contains(lead))
    for sentence in sentences { #expect(text.contains(sentence)) }
    for title in titles { #expect(!text.contains(title)) }
  }

  /// The chapters of a book are not judged by each other.
  @Test func nothingOfABookIsDropped() {
    let chapters = (1...3).map { number in
      "<section><h1>第\(number)篇</h1><p class=\"facts\">2023-07-17</p><p>第\(number)篇里只有这一句话，说的是渡口。</p>"
        + "<p><a href=\"/\(number)\">相关阅读</a></p></section>"
    }
    let text = "---\ntitle: \"渡口集\"\n---\n[]()\n------\n\n\(chapters.joined())"
    let book = ArticleParser().article(from: Array(text.utf8), path: "shelf/渡口集.EPUB/渡口集.html")
    for number in 1...3 { #expect(book.plainText().contains("第\(number)篇里只有这一句话")) }
    #expect(book.title == "渡口集")
    #expect(book.blocks.count == 12)
  }

  @Test func linesThatSeveralFilesRepeatAreDropped() {
    let line = "山城网的早晨从这里开始，每天七点准时与您见面。"
    let page = Array(Self.page(Self.prose + "<p>\(line)</p>").utf8)
    let alone = ArticleParser().reading(of: page, path: "news/1.html")
    #expect(alone.article.plainText().contains(line))
    var files: [[UInt64]] = []
    for number in 0..<8 {
      let other = Self.page("<p>第\(number)天的江水比昨天又涨了一些，船工们把缆绳重新系过。</p><p>\(line)</p>")
      files.append(ArticleParser().reading(of: Array(other.utf8), path: "news/2.html").lineKeys)
    }
    let known = Self.profile(of: files)
    let parser = ArticleParser(profile: { $0 == "news/" ? known : nil })
    let text = parser.article(from: page, path: "news/1.html").plainText()
    #expect(!text.contains(line))
    for paragraph in Self.paragraphs { #expect(text.contains(paragraph)) }
  }

  /// A key contains letters only, so all dates have the same key.
  @Test func datesAsHeadingsDoNotCountAsRepeated() {
    let page = Array(Self.page("<h3>2023年7月1日</h3>" + Self.prose).utf8)
    var files: [[UInt64]] = []
    for number in 2..<20 {
      let other = Self.page("<h3>2023年7月\(number)日</h3><p>第\(number)天的江水比昨天又涨了一些，船工们把缆绳重新系过。</p>")
      files.append(ArticleParser().reading(of: Array(other.utf8), path: "news/\(number).html").lineKeys)
    }
    let known = Self.profile(of: files)
    let parser = ArticleParser(profile: { $0 == "news/" ? known : nil })
    let verdicts = parser.reading(of: page, path: "news/1.html", explaining: true).verdicts
    let day = verdicts.first { $0.text == "2023年7月1日" }
    #expect(day?.rules.contains { $0.rule.hasPrefix("repeatsIn") } == false)
  }

  /// A page of pictures tells its story in headings.
  @Test func headingsThatAreSentencesAreKeptWithoutTextBelow() {
    let sentences = ["一、渡口的第一班船早上六点开，船上能坐四十个人。", "二、老船工周师傅在这里摆渡了四十年，只请过三天假。", "三、下游的大桥明年通车，渡船就要停航了。"]
    let list = sentences.enumerated().map { "<h2>\($1)</h2><p><img src=\"\($0).jpg\"></p>" }.joined()
    let article = ArticleParser().article(from: Array(Self.page(Self.prose + list).utf8))
    let text = article.plainText()
    for sentence in sentences { #expect(text.contains(sentence)) }
    let label = ArticleParser().article(from: Array(Self.page(Self.prose + "<h2>更多渡口的故事</h2>").utf8)).plainText()
    #expect(!label.contains("更多渡口的故事"))
  }

  @Test func everyLineHasItsReasons() {
    let reading = ArticleParser().reading(of: Array(Self.page(Self.prose).utf8), explaining: true)
    #expect(reading.verdicts.count >= 8)
    for verdict in reading.verdicts {
      #expect(verdict.score == verdict.rules.reduce(0) { $0 + $1.weight })
      #expect(verdict.isKept == (verdict.score > 0) || verdict.exemption != nil || abs(verdict.score) < 100)
    }
    #expect(reading.explanation.contains("drop"))
    #expect(reading.explanationJSON.contains("\"rules\":[{\"id\":"))
  }

  @Test func aTraceSaysWhatWasDoneWithEachLine() {
    let page = Self.page("<p>作者：林渡</p>" + Self.prose)
    let reading = ArticleParser().reading(of: Array(page.utf8), explaining: true)
    for verdict in reading.verdicts where Self.paragraphs.contains(verdict.text) {
      #expect(verdict.isKept && verdict.isShown)
    }
    #expect(reading.article.authors == ["林渡"])
    let text = ReadingText(reading.article).text
    #expect(reading.verdicts.contains { !$0.isShown } && !text.contains("过江大桥"))
    for line in ["作者：林渡", "过江大桥", "首页"] {
      for verdict in reading.verdicts where verdict.text == line { #expect(verdict.isShown == text.contains(line)) }
    }
    #expect(reading.explanationJSON.contains("\"shown\":true"))
  }

  @Test func theBestLineIsKeptIfAllAreDoubtful() {
    let reading = ArticleParser().reading(of: Array(Self.page("<p>江面一片白</p>").utf8), explaining: true)
    #expect(reading.article.plainText().contains("江面一片白"))
    #expect(!reading.article.plainText().contains("过江大桥"))
  }

  /// Each paragraph is in a box of its own, with the site's additions between them: boxes of text are alike.
  @Test func paragraphsInBoxesAreKeptTogether() {
    let boxed = Self.paragraphs.map { paragraph in
      "<section class=\"block-x\"><span>内容</span><div><p>\(paragraph)</p></div></section><div class=\"ad\">广告</div>"
    }
    let text = ArticleParser().article(from: Array(Self.page(boxed.joined()).utf8)).plainText()
    for paragraph in Self.paragraphs { #expect(text.contains(paragraph)) }
    #expect(!text.contains("过江大桥"))
  }

  @Test func nothingIsDroppedWithoutCleaning() {
    let article = ArticleParser(isCleaning: false).article(from: Array(Self.page(Self.prose).utf8))
    for line in Self.paragraphs + ["首页", "过江大桥", "版权所有"] { #expect(article.plainText().contains(line)) }
  }

  @Test func everyRuleHasAWeightOfItsOwn() {
    #expect(RuleWeights.firstTable.count == Rule.allCases.count)
    #expect(RuleWeights.secondTable.count == Rule.allCases.count)
  }
}
