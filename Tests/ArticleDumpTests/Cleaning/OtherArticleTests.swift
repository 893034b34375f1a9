import Testing

@testable import ArticleDump

/// Pages that show other articles beside their own, and how the two are distinguished.
@Suite struct OtherArticleTests {
  static let paragraphs = PageCleanerTests.paragraphs
  static let prose = PageCleanerTests.prose
  /// As long as the text, sentence for sentence.
  static let others = [
    "山城今年再修三座过江大桥，第一座将在秋天动工，工期预计为三年半。", "对岸的卫生院要搬到新城区去了，居民担心以后看病要多坐四站车。",
    "老码头的最后一间茶馆周末关门，老板说房租涨了一倍，客人却少了一半。",
  ]

  static func reading(_ body: String, head: String = "") -> ArticleParser.Reading {
    let page = "<html><head><title>渡口的早晨_山城网</title>\(head)</head><body>\(body)</body></html>"
    return ArticleParser().reading(of: Array(page.utf8), explaining: true)
  }

  static func rules(of text: String, in reading: ArticleParser.Reading) -> [String] {
    reading.verdicts.first { $0.text == text }?.rules.map(\.rule) ?? []
  }

  @Test func headlinesWithOneLineEachAreCards() {
    let cards = zip(1..., Self.others).map { number, text in
      "<div class=\"c\"><h3><a href=\"/\(number)\">山城新闻里的第\(number)条标题</a></h3><p>\(text)</p></div>"
    }
    let reading = Self.reading("<h1>渡口的早晨</h1><div class=\"t\">\(Self.prose)</div><div>\(cards.joined())</div>")
    for other in Self.others { #expect(Self.rules(of: other, in: reading).contains("inCard")) }
    for verdict in reading.verdicts where Self.paragraphs.contains(verdict.text) {
      #expect(verdict.isKept && !verdict.rules.contains { $0.rule == "inCard" })
    }
    // Being a sentence does not save text in a card.
    for verdict in reading.verdicts where Self.others.contains(verdict.text) { #expect(verdict.exemption != .sentence) }
  }

  /// Titles and teasers of other articles, longer together than the report itself.
  @Test(arguments: ["dl", "div"]) func cardsBelowAShortReportAreDropped(element: String) {
    let (title, teaser) = element == "dl" ? ("dt", "dd") : ("h4", "p")
    let cards = zip(1..., Self.others + Self.others).map { number, text in
      "<\(element)><\(title)><a href=\"/\(number)\">山城新闻里的第\(number)条标题</a></\(title)>"
        + "<\(teaser)>\(text)</\(teaser)></\(element)>"
    }
    let report = Self.paragraphs.prefix(2)
    let reading = Self.reading(
      """
      <h1>渡口的早晨</h1><div id="text">\(report.map { "<p>\($0)</p>" }.joined())</div>
      <div class="x"><h3>为您挑选</h3>\(cards.joined())</div>
      """)
    let text = reading.article.plainText()
    for paragraph in report { #expect(text.contains(paragraph)) }
    for other in Self.others { #expect(!text.contains(other)) }
    #expect(!text.contains("条标题"))
  }

  /// Each opens with a headline that is a link; a list of sources has its links elsewhere.
  @Test func aListOfTeasersIsDropped() {
    let teasers = zip(1..., Self.others).map { number, text in
      "<li><a href=\"/\(number)\">山城新闻里的第\(number)条标题</a> \(text)</li>"
    }
    let sources = zip(1..., Self.others).map { number, text in
      "<li>\(text.replacing("山城", with: "江城"))见<a href=\"/\(number)\">县志的第\(number)卷第二章</a></li>"
    }
    let reading = Self.reading(
      """
      <h1>渡口的早晨</h1><div>\(Self.prose)<ol>\(sources.joined())</ol>\(Self.prose)</div>
      <ul>\(teasers.joined())</ul>
      """)
    for verdict in reading.verdicts where verdict.text.contains("条标题") {
      #expect(!verdict.isKept && verdict.rules.contains { $0.rule == "inTeasers" })
    }
    for verdict in reading.verdicts where verdict.text.contains("县志的") {
      #expect(verdict.isKept && !verdict.rules.contains { $0.rule == "inTeasers" })
    }
  }

  /// A placeholder that a page repeats for each thing it does not show.
  @Test func aSentenceThatOccursThreeTimesIsDropped() {
    let notice = "<div class=\"e\"><p>您的设置不允许显示外部内容，请先在页面底部更改设置再来。</p></div>"
    let reading = Self.reading(
      "<h1>渡口的早晨</h1><div>\(Self.paragraphs.map { "<p>\($0)</p>" + notice }.joined())</div>")
    let text = reading.article.plainText()
    #expect(!text.contains("外部内容"))
    for paragraph in Self.paragraphs { #expect(text.contains(paragraph)) }
  }

  /// Only a publisher's dumps have a known shape; a whole page of its site is treated like any other page.
  @Test func aWholePageOfAKnownPublisherIsTreatedLikeAnyPage() {
    func rules(_ body: String) -> [String] {
      let dump = "<!--1663849502000-->\n[渡口的早晨](https://cn.nytimes.com/1)\n------\n\n\(body)\n"
      return Self.rules(of: Self.paragraphs[0], in: ArticleParser().reading(of: Array(dump.utf8), explaining: true))
    }
    #expect(rules("<div>\(Self.prose)</div>").contains("pageOfKnownPublisher"))
    let menu = "<nav><ul><li><a href=\"/\">首页</a></li><li><a href=\"/n\">新闻</a></li></ul></nav>"
    #expect(!rules("\(menu)<div>\(Self.prose)</div>").contains("pageOfKnownPublisher"))
  }

  @Test func aListInTheTextIsNotARowOfCards() {
    let links = (1...4).map { "<li><a href=\"https://yuelan.example/\($0)\">渡口航班时刻表的第\($0)部分</a></li>" }
    let reading = Self.reading(
      "<h1>渡口的早晨</h1><div>\(Self.prose)<ul>\(links.joined())</ul><ul>\(links.joined())</ul>\(Self.prose)</div>")
    #expect(!Self.rules(of: "渡口航班时刻表的第1部分", in: reading).contains("inCard"))
  }

  /// They have the same key, since keys contain no digits.
  @Test func itemsThatDifferOnlyInNumbersAreKept() {
    let items = (1...4).map { "<li>渡口商店：<a href=\"https://yuelan.example/\($0)\">渡轮模型第\($0)版</a></li>" }
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(Self.prose)<ul>\(items.joined())</ul>\(Self.prose)</div>")
    for number in 1...4 { #expect(reading.article.plainText().contains("渡轮模型第\(number)版")) }
  }

  @Test func theArticleElementWithTheTitleHoldsTheText() {
    let others = Self.others.map { "<article><h2>山城新闻</h2><p>\($0)</p></article>" }.joined()
    let reading = Self.reading("<article><h1>渡口的早晨</h1>\(Self.prose)</article>\(others)")
    #expect(Self.rules(of: Self.paragraphs[0], in: reading).contains("inMainArticle"))
    for other in Self.others { #expect(Self.rules(of: other, in: reading).contains("inOtherArticle")) }
  }

  @Test func theBoxOfTheTitleHoldsTheText() {
    let others = Self.others.map { "<div><h2>山城新闻</h2><p>\($0)</p><p>\($0)</p></div>" }.joined()
    let reading = Self.reading("<div><h1>渡口的早晨</h1>\(Self.prose)</div>\(others)")
    #expect(Self.rules(of: Self.paragraphs[0], in: reading).contains("inSmallTitleBox"))
    for other in Self.others { #expect(Self.rules(of: other, in: reading).contains("outsideSmallTitleBox")) }
  }

  @Test func aLabelAboveTheTitleDoesNotApplyToTheText() {
    let lines = ["渡船在雾里慢慢靠岸 青菜堆满了半个船头", "茶馆的灯亮了起来 老人把棋盘摆在门口", "江水涨到第三级台阶 孩子们光着脚走下去"]
    let reading = Self.reading(
      """
      <div><h2>相关文章</h2><h1>渡口的早晨</h1><div>\(lines.map { "<p>\($0)</p>" }.joined())</div>
      <h2>相关文章</h2><p><a href="/2">山城今年再修三座过江大桥</a></p></div>
      """)
    for line in lines {
      #expect(reading.article.plainText().contains(line))
      #expect(!Self.rules(of: line, in: reading).contains("behindLabel"))
    }
    #expect(Self.rules(of: "山城今年再修三座过江大桥", in: reading).contains("linkedBehindLabel"))
  }

  @Test func metadataIsEvidenceAboutTheText() {
    let body = Self.paragraphs.joined(separator: "\\n")
    let head = """
      <meta name="description" content="\(Self.paragraphs[0])">
      <script type="application/ld+json">{"headline": "渡口的早晨", "articleBody": "\(body)"}</script>
      """
    let reading = Self.reading(
      "<h1>渡口的早晨</h1><div>\(Self.prose)<p>\(Self.others[0])</p></div>", head: head)
    let first = Self.rules(of: Self.paragraphs[0], in: reading)
    #expect(first.contains("inMachineText") && first.contains("inDescription"))
    let other = Self.rules(of: Self.others[0], in: reading)
    #expect(other.contains("missingInMachineText") && !other.contains("inDescription"))
  }

  /// A live report lists its parts as machine-readable data; each has a headline, a date and a text.
  @Test func allPartsOfALiveReportAreKept() {
    let parts = Self.paragraphs.map { "{\"headline\": \"渡口快讯\", \"articleBody\": \"\($0)\"}" }
    let head = """
      <script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "渡口的早晨",
      "liveBlogUpdate": [\(parts.joined(separator: ", "))]}</script>
      """
    let boxes = Self.paragraphs.map { "<div class=\"post\"><h3>渡口快讯</h3><div><p>\($0)</p></div></div>" }
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(boxes.joined())</div>", head: head)
    for paragraph in Self.paragraphs {
      #expect(Self.rules(of: paragraph, in: reading).contains("inMachineText"))
      #expect(reading.article.plainText().contains(paragraph))
    }
    #expect(reading.article.title == "渡口的早晨")
  }

  /// The machine-readable data of some pages contains only a first paragraph: the rest is text all the same.
  @Test func metadataThatIsCutSaysNothingAboutTheRest() {
    let head =
      "<script type=\"application/ld+json\">{\"headline\": \"渡口\", \"articleBody\": \"\(Self.paragraphs[0])\"}</script>"
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(Self.prose)\(Self.prose)</div>", head: head)
    #expect(Self.rules(of: Self.paragraphs[0], in: reading).contains("inMachineText"))
    #expect(!Self.rules(of: Self.paragraphs[1], in: reading).contains("missingInMachineText"))
  }

  /// Colons after labels and full stops in addresses do not make a sentence.
  @Test(arguments: ["本文来源：江城财经日报责任编辑：XQ055", "本文来源：江城资讯 (www.jiangcheng.com.cn)"])
  func labelsAndAddressesAreNotSentences(line: String) {
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(Self.prose)<div><span>\(line)</span></div></div>")
    let verdict = reading.verdicts.first { $0.text == line }
    #expect(verdict?.exemption != .sentence)
  }

  @Test func aSentenceMayContainAnAddress() {
    let line = "船期见 www.dukou.example 和码头的牌子，雨天请先打电话。"
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(Self.prose)<p>\(line)</p></div>")
    #expect(reading.article.plainText().contains(line))
  }

  /// A few labelled lines do not outweigh the prior weight of a rule.
  @Test func aCopyrightNoticeInItsOwnElementIsDropped() {
    let line = "本网站之文字与图片，非经授权，不得转载与公开传输。"
    let reading = Self.reading(
      "<h1>渡口的早晨</h1><div>\(Self.prose)</div><div><p class=\"article-copyright\">\(line)</p></div>")
    #expect(!reading.article.plainText().contains(line))
  }

  @Test(arguments: Rule.allCases.filter { "\($0)".hasPrefix("says") && $0 != .saysNotice && $0 != .saysEndMark })
  func wordsOfASiteNeverCountInALinesFavour(rule: Rule) {
    #expect(RuleWeights.inFirstPass(rule) <= 0 && RuleWeights.inSecondPass(rule) <= 0)
  }

  @Test func aTraceNamesTheStepThatReadALine() throws {
    let reading = Self.reading("<h1>渡口的早晨</h1><div>\(Self.prose)</div><p>发布于 2021-04-01 10:22</p>")
    let verdict = try #require(reading.verdicts.last)
    #expect(verdict.takenBy == .tail && !verdict.isShown)
    #expect(reading.explanationJSON.contains("\"takenBy\":\"tail\""))
  }
}
