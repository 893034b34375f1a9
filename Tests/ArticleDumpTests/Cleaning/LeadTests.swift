import Testing

@testable import ArticleDump

/// The lead between a page's title and its text, which stays although its place and its element differ from the text's.
@Suite struct LeadTests {
  static let lead = "渡船停航之前，本报记者在两岸住了一个月，听船工说四十年来的早晨"
  static let buttons = "<div><a href=\"/x\">收藏</a><a href=\"/y\">打印</a></div>"

  /// The verdict on the lead of a page with something between its title and its text.
  static func verdict(_ lead: String = lead, between markup: String) -> LineVerdict? {
    let text = "<div class=\"t\"><div>\(OtherArticleTests.prose)\(OtherArticleTests.prose)</div></div>"
    let reading = OtherArticleTests.reading("<article><h1>渡口的早晨</h1>\(markup)\(buttons)\(text)</article>")
    return reading.verdicts.first { $0.text == lead }
  }

  @Test(arguments: [
    "<div class=\"teaser\"><span>\(lead)</span></div>",
    "<ul><li><a href=\"/1\">首页</a></li><li>字号</li></ul><div class=\"teaser\"><b>\(lead)</b></div>",
  ])
  func theFirstSentenceAfterTheTitleIsKept(markup: String) {
    let verdict = Self.verdict(between: markup)
    #expect(verdict?.exemption == .lead && verdict?.isShown == true)
  }

  @Test func aHeadingBelowTheTitleIsKept() {
    let subtitle = "渡船停航之前，本报记者在两岸住了一个月"
    let markup = "<h2>\(subtitle)</h2><div class=\"info\"><span>2023-07-01</span><a href=\"/z\">收藏</a></div>"
    let verdict = Self.verdict(subtitle, between: markup)
    #expect(verdict?.isKept == true && verdict?.isShown == true)
  }

  /// Author and date may be far below the lead.
  @Test func factsBetweenLeadAndTextAreRead() {
    let buttons = ["收藏", "打印", "分享", "评论", "举报", "纠错", "字号"].map { "<div><a href=\"/\($0)\">\($0)</a></div>" }.joined()
    let text = "<div class=\"t\"><div>\(OtherArticleTests.prose)\(OtherArticleTests.prose)</div></div>"
    let article = OtherArticleTests.reading(
      "<article><h1>渡口的早晨</h1><div class=\"teaser\"><span>\(Self.lead)</span></div>\(buttons)"
        + "<div>作者：王小江</div><div>2023-07-01 10:20</div>\(text)</article>"
    ).article
    #expect(article.authors == ["王小江"] && article.published?.iso8601.hasPrefix("2023-07-01T10:20") == true)
  }

  /// A dump whose title differs from the page's own.
  @Test func theOnlyFirstLevelHeadingCountsAsTheTitle() {
    let text = "<div class=\"t\"><div>\(OtherArticleTests.prose)\(OtherArticleTests.prose)</div></div>"
    let page =
      "<!--1689597902000-->\n[两岸人家四十年](https://www.example.org/a)\n------\n\n<article><h1>渡口的早晨</h1>"
      + "<div class=\"teaser\"><span>\(Self.lead)</span></div>\(Self.buttons)\(text)</article>"
    let reading = ArticleParser().reading(of: Array(page.utf8), explaining: true)
    #expect(reading.verdicts.first { $0.text == Self.lead }?.isKept == true)
  }

  /// A caption, an advertisement, a second sentence of the same kind, and a headline that leads elsewhere.
  @Test(arguments: [
    "<div><img src=\"a.jpg\"></div><div class=\"teaser\"><span>\(lead)</span></div>",
    "<div class=\"promo-box\"><b>\(lead)</b></div>",
    "<div class=\"teaser\"><span>对岸的卫生院要搬到新城区去了，居民担心看病要多坐四站车。</span></div><div class=\"teaser\"><span>\(lead)</span></div>",
    "<div class=\"teaser\"><a href=\"/2\">\(lead)</a></div>",
  ])
  func onlyALeadIsKeptAsOne(markup: String) { #expect(Self.verdict(between: markup)?.exemption != .lead) }
}
