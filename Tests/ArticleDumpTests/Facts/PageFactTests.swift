import Testing

@testable import ArticleDump

/// Publisher, authors and dates, in the forms in which pages give them.
@Suite struct PageFactTests {
  static let prose = """
    <p>渡口昨天试用新的渡船，早上六点开出第一班，船上坐了十二个人，还有两筐青菜。</p>\
    <p>船夫说，新船稳得多，风大的日子也能走，只是票价要涨五角，老人不用付。</p>\
    <p>对岸的茶馆因此早开了一个时辰，掌柜说头一天就多卖了三十碗茶。</p>
    """

  static func page(head: String = "", title: String = "渡口试用新船", body: String) -> Article {
    let html =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
    return ArticleParser().article(from: Array(html.utf8), path: "a.html")
  }

  static func dump(_ body: String, title: String = "渡口试用新船", url: String = "https://news.example.org/n/1.html")
    -> Article
  {
    ArticleParser().article(
      from: Array("<!--1715000000000-->\n[\(title)](\(url))\n------\n\n\(body)".utf8), path: "a.md")
  }

  @Test(arguments: [
    ("渡口试用新船_山城周刊", "山城周刊"), ("山城周刊 - 渡口试用新船", "山城周刊"), ("山城周刊", "山城周刊"),
    ("渡口试用新船 - 山城周刊 Hill Town Weekly", "山城周刊"), ("渡口试用新船 · 山城周刊", "山城周刊"), ("blog - 渡口试用新船", nil),
  ])
  func aTitleAndItsSiteAreToldApart(title: String, site: String?) {
    let page = Self.page(title: title, body: "<h1>渡口试用新船</h1>" + Self.prose)
    #expect(page.title == "渡口试用新船", "\(title)")
    #expect(page.publisher?.name == site, "\(title)")
  }

  /// A line is dropped once its facts were read, wherever in it they were.
  @Test(arguments: [
    ("<span>2019-09-26 10:56:28</span> <a href=\"/s\">山城时报</a>", "山城时报"),
    ("<i class=\"date\">2019-09-26 10:56:28</i><b>短链接在此</b>", nil),
  ])
  func nothingIsLeftOfALineOfFacts(line: String, source: String?) {
    let page = Self.page(body: "<h1>渡口试用新船</h1><div class=\"tip\">\(line)</div><div>\(Self.prose)</div>")
    #expect(page.published != nil)
    #expect(page.source == source)
    #expect(page.blocks.count == 3)
  }

  @Test func aLeadInABoxOfFactsIsText() {
    let lead = "The new ferry carried twelve people and two baskets of greens on its first day."
    let line = "By Anna Example on 5 July 2023 at 11:04 a.m., with pictures by the ferry's own crew."
    let page = Self.page(
      body:
        "<h1>渡口试用新船</h1><div class=\"info\">\(line)</div><div class=\"info-card\"><h2>\(lead)</h2></div><div>\(Self.prose)</div>"
    )
    #expect(page.plainText().contains(lead))
    #expect(page.published != nil)
  }

  /// Words in bold in a sentence are not its page's title, though they may be the site's name.
  @Test func wordsInBoldWithinASentenceAreNotTheTitle() {
    let line = "<p>老周，生于<strong>1958</strong>年，<strong>1976</strong>年起为<strong>山城周刊电子版</strong>写渡口。</p>"
    let page = Self.page(title: "山城周刊电子版", body: line + Self.prose)
    #expect(page.plainText().contains("老周，生于1958年，1976年起为山城周刊电子版写渡口。"))
  }

  /// A site may write its name in the other script.
  @Test(arguments: ["山城周刊", "山城週刊"])
  func aSiteIsNotItsAuthor(name: String) {
    let head = "<meta property=\"og:site_name\" content=\"山城周刊\"><meta name=\"author\" content=\"\(name)\">"
    #expect(Self.page(head: head, body: "<h1>渡口试用新船</h1>" + Self.prose).authors.isEmpty)
  }

  @Test func aLogoIsNotTheTitle() {
    let page = Self.page(title: "渡口试用新船", body: "<h1><a href=\"/\">山城周刊电子版</a></h1>" + Self.prose)
    #expect(page.title == "渡口试用新船")
  }

  // MARK: Authors

  @Test(arguments: [
    "江边日报", "林某", "104363", "name, email@example.org", "未知", "网络整理", "佚名", "admin", "编辑部", "https://example.org/u/1",
  ])
  func aPrintedBylineOutweighsMetadata(author: String) {
    let head = "<meta name=\"author\" content=\"\(author)\">"
    let line = "<h1>渡口试用新船</h1><p>2024-05-06 08:00:00 来源：江边日报 作者：周小舟</p>"
    let editor = "<p>责任编辑：林某</p>"
    #expect(Self.page(head: head, body: line + Self.prose + editor).authors == ["周小舟"])
    let unsigned = "<h1>渡口试用新船</h1><p>2024-05-06 08:00:00 来源：江边日报</p>"
    #expect(Self.page(head: head, body: unsigned + Self.prose + editor).authors == [])
  }

  @Test func theMetadataNamesTheAuthorIfNobodySigns() {
    let article = Self.page(head: "<meta name=\"author\" content=\"周小舟\">", body: "<h1>渡口试用新船</h1>" + Self.prose)
    #expect(article.authors == ["周小舟"] && article.origins[.authors] == .page)
  }

  @Test(arguments: [
    (#"\u6e21\u53e3\u7684\u65e9\u6668"#, "渡口的早晨"), (#"\u6E21口 \ud83d\ude80 \"\/\n渡"#, "渡口 🚀 \"/ 渡"),
    // Half of a pair, another character after it, too few digits.
    (#"渡口\ud83d早"#, "渡口\u{FFFD}早"), (#"渡口\ud83d\u65e9"#, "渡口\u{FFFD}早"), (#"渡口\ude80"#, "渡口\u{FFFD}"),
    (#"渡口\u65"#, "渡口65"),
  ])
  func escapesInTheStructuredDataAreCharacters(escaped: String, headline: String) {
    let data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\(escaped)\"}</script>"
    #expect(Self.page(head: data, body: Self.prose).title == headline)
  }

  /// Newspapers put a mark before the name above a text or below it.
  @Test(arguments: ["□沈渡", "■ 沈渡", "◎沈渡"])
  func aMarkAnnouncesTheName(line: String) {
    #expect(Self.page(body: "<h1>渡口试用新船</h1><p>\(line)</p>" + Self.prose).authors == ["沈渡"])
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<p>\(line)</p>").authors == ["沈渡"])
    #expect(Self.page(body: "<h1>渡口试用新船</h1><p>□渡口</p><p>★江海消息</p>" + Self.prose).authors == [])
  }

  @Test func aButtonIsNoAuthor() {
    let facts = """
      <p class="entry-meta"><time>2021年11月15日</time> 作者： <span class="entry-author"><a><span>沈渡</span></a></span>
      <span><a>發佈留言</a></span></p>
      """
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + facts + Self.prose).authors != ["發佈留言"])
  }

  @Test func anOrganisationInTheStructuredDataIsNotAPerson() {
    let data = { (type: String, name: String) in
      """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"渡口试用新船",
      "datePublished":"2024-05-06T08:00:00+08:00","author":{"name":"\(name)","@type":"\(type)"}}</script>
      """
    }
    #expect(Self.page(head: data("Person", "周小舟"), body: "<h1>渡口试用新船</h1>" + Self.prose).authors == ["周小舟"])
    #expect(Self.page(head: data("Organization", "江边人"), body: "<h1>渡口试用新船</h1>" + Self.prose).authors == [])
  }

  @Test(arguments: [
    ("（张小渡）", ["张小渡"]), ("(文/图 张小渡 李平)", ["张小渡", "李平"]), ("（记者 张小渡 通讯员 李平）", ["张小渡", "李平"]),
    ("（本报记者 张小渡）", ["张小渡"]), ("（完）", []), ("（金融时报）", []), ("（图片由馆方提供）", []), ("（安全）", []),
  ])
  func theBracketBehindTheLastSentenceSigns(bracket: String, authors: [String]) {
    let body = Self.prose + "<p>新船下月起每天开八班，末班在晚上九点，遇雾停航。\(bracket)</p>"
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + body).authors == authors)
    #expect(Self.dump(body).authors == authors)
  }

  @Test func aBracketWithinASentenceIsNotASignature() {
    #expect(ClosingBracket.byline("掌舵的还是船老大（张小渡）") == nil)
    #expect(ClosingBracket.byline("他指着的那个人就是（李平）") == nil)
  }

  @Test(arguments: [
    ("江边晚报讯（记者 张小渡）", ["张小渡"]), ("江边社南京12月9日电（记者张小渡）", ["张小渡"]), ("〔記者張小渡／台北報導〕", ["張小渡"]),
    ("本站讯（职工通讯员 张小渡 李平）", ["张小渡", "李平"]), ("【文/江边网专栏作者 张小渡】", ["张小渡"]), ("本报讯（据外电）", []),
  ])
  func theOpeningOfAReportNamesItsReporter(opening: String, authors: [String]) {
    let body = "<p>\(opening)渡口昨天试用新的渡船，早上六点开出第一班，船上坐了十二个人。</p>" + Self.prose
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + body).authors == authors)
  }

  @Test(
    arguments: [
      ("石佳/江边青年报", ["石佳"]), ("江边新闻记者 张小渡", ["张小渡"]), ("图文/江边日报", nil), ("综合/江边网", nil), ("渡口/码头", nil),
    ] as [(String, [String]?)])
  func aNameStandsBesideItsMedium(line: String, names: [String]?) {
    #expect((Byline.staffReporter(line) ?? Byline.namesBesideMedium(line, own: [])) == names)
  }

  @Test func theLinkIsTheNameAndThePostIsBesideIt() {
    let body = """
      <h1>渡口试用新船</h1><div class="author"><a href="/u/zhang">张小渡</a><span>江边大学水文研究院院长</span></div>
      """
    #expect(Self.page(body: body + Self.prose).authors == ["张小渡"])
  }

  @Test func anAccountIsTheAuthorOnAPlatformOfAccounts() {
    let body = "<div>2024-05-06 07:02　来源：<a href=\"/m/1\">渡口观察</a></div>" + Self.prose
    #expect(Self.dump(body, url: "https://www.163.com/dy/article/ABC.html").authors == ["渡口观察"])
    #expect(Self.dump(body, url: "https://www.163.com/news/article/ABC.html").authors == [])
  }

  @Test func theAnswerersNameIsInThePagesTitle() {
    let article = Self.page(title: "渡口的船该不该涨价？ - 张小渡的回答 - 知乎", body: "<h2>渡口的船该不该涨价？</h2>" + Self.prose)
    #expect(article.authors == ["张小渡"] && article.publisher?.id == "zhihu")
  }

  // MARK: Publisher

  @Test(
    arguments: [
      ("渡口试用新船_10%公司_澎湃新闻-The Paper", "thepaper"), ("渡口试用新船_网易新闻", "163"), ("渡口试用新船--人民网", "people"),
      ("渡口试用新船 | 端傳媒 Initium Media", "initium"), ("渡口试用新船 - BBC News 中文", "bbc"), ("渡口试用新船 - 财经", nil), ("渡口试用新船", nil),
    ] as [(String, String?)])
  func theTitleNamesTheSite(title: String, id: String?) {
    #expect(Self.page(title: title, body: "<h1>渡口试用新船</h1>" + Self.prose).publisher?.id == id)
    let shared = "<meta property=\"og:title\" content=\"渡口试用新船\">"
    #expect(Self.page(head: shared, title: title, body: "<h1>渡口试用新船</h1>" + Self.prose).publisher?.id == id)
  }

  @Test func thePagesSiteNameIsUsedForAnUnlistedHost() {
    let head = """
      <meta property="og:site_name" content="江边茶话"><link rel="canonical" href="https://cha.example.net/1">
      """
    let article = Self.page(head: head, body: "<h1>渡口试用新船</h1>" + Self.prose)
    #expect(article.publisher == Publisher(id: "cha.example.net", name: "江边茶话"))
  }

  @Test func theHostOfMostLinksIsThePages() {
    let links = (1...6).map { "<a href=\"https://www.huxiu.com/a/\($0)\">\($0)</a>" }.joined()
    let article = Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<div>" + links + "</div>")
    #expect(article.publisher?.id == "huxiu")
    let mixed = (1...6).map { "<a href=\"https://s\($0).example.org/a\">\($0)</a>" }.joined()
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<div>" + mixed + "</div>").publisher?.id == "example.org")
    let spread = (1...6).map { "<a href=\"https://s\($0).net/a\">\($0)</a>" }.joined()
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<div>" + spread + "</div>").publisher == nil)
  }

  @Test(arguments: [
    ("http://www.someprovince.gov.cn/art/1.html", "someprovince.gov.cn"),
    ("http://www.shanxi.gov.cn/a.html", "山西省人民政府"),
    ("http://www.gov.cn/a.html", "中国政府网"), ("https://gat.shanxi.gov.cn/a.html", "gat.shanxi.gov.cn"),
    ("https://www.mee.gov.cn/a.html", "生态环境部"),
  ])
  func everyOfficeIsAPublisherOfItsOwn(url: String, name: String) {
    #expect(Self.dump(Self.prose, url: url).publisher?.name == name)
  }

  @Test(
    arguments: [
      ("Copyright © 2019 江边商报 版权所有", "江边商报"), ("主办单位：青溪县人民政府办公室", "青溪县人民政府办公室"), ("版权所有 未经许可不得转载", nil),
    ] as [(String, String?)])
  func theCopyrightLineNamesItsOwner(line: String, owner: String?) {
    #expect(CopyrightLine.owner(in: line) == owner)
  }

  // MARK: Dates

  @Test(arguments: [
    "<meta itemprop=\"dateUpdate\" content=\"2024-05-06 08:00:00\">",
    "<meta name=\"apub:time\" content=\"2024-05-06 08:00\">",
    "<meta itemprop=\"datePublished\" content=\"2024-05-06T08:00:00+08:00\">",
    "<meta property=\"bytedance:published_time\" content=\"2024-05-06T08:00:00+08:00\">",
    "<meta name=\"weibo:article:create_at\" content=\"2024-05-06 08:00:00\">",
  ])
  func theHeadDatesThePage(head: String) {
    let article = Self.page(head: head, body: "<h2>渡口试用新船</h2><div>江边日报</div>" + Self.prose)
    #expect(article.published?.iso8601.hasPrefix("2024-05-06T08:00") == true)
  }

  @Test func aWeChatPageHasItsDateInAScript() {
    let body = """
      <h2 id="activity-name">渡口试用新船</h2><a id="js_name">江边日报</a><em id="publish_time"></em>\
      <div id="js_content">\(Self.prose)</div><script>var ct = "1714953600";</script>
      """
    let article = Self.page(body: body)
    #expect(article.published?.iso8601 == "2024-05-06T08:00:00+08:00")
    #expect(article.authors == ["江边日报"] && article.source == "江边日报")
  }

  @Test(arguments: [
    "<footer><div>发布日期：2024-05-06 08:00:00&nbsp;&nbsp;所属分类：<a href=\"/c\">要闻</a></div></footer>",
    "<div class=\"about\">编辑于 2024-05-06</div>",
    "<div class=\"foot\"><span>发布时间：</span><span>2024-05-06 08:00</span></div>",
    "<ul><li>更新时间：2024-05-09 08:00</li><li>发布时间：2024-05-06 08:00</li></ul>", "<div>UPDATED: 2024-05-06 08:00</div>",
  ])
  func aLabelledDateAnywhereDatesThePage(foot: String) {
    let article = Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + foot)
    #expect(article.published?.iso8601Date == "2024-05-06")
  }

  @Test(arguments: [
    "<div class=\"top\">今天是2024年5月6日 星期一</div>", "<div class=\"comment\"><span>2024-05-06 09:11</span>说得好</div>",
  ])
  func theClockAndCommentsDoNotDateThePage(part: String) {
    #expect(Self.page(body: part + "<h1>渡口试用新船</h1>" + Self.prose).published == nil)
    #expect(Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + part).published == nil)
  }

  @Test func aDayWithoutAYearIsTheLastOneBeforeTheFeedsTime() {
    let article = Self.dump("<h2>渡口试用新船</h2><div>江边日报<span>发布时间：05-06</span><span>08:00</span></div>" + Self.prose)
    #expect(article.published?.iso8601Date == "2024-05-06")
  }

  @Test func aPrintedTimeOutweighsADateInTheAttribute() {
    let body = "<h1>渡口试用新船</h1><time datetime=\"2024-11-13\">建立時間：2024/05/06 11:44</time>"
    #expect(Self.page(body: body + Self.prose).published?.iso8601 == "2024-05-06T11:44:00+08:00")
  }

  // MARK: Title and source

  @Test func aQuotationMarkThatEndsItsAttributeDoesNotCutTheTitle() {
    let title = "奖金三千元！\"渡口之星\"首位得主原来是摆渡四十年的老船夫"
    let article = Self.page(
      head: "<meta property=\"og:title\" content=\"\(title)\">", title: title + "_江边新闻",
      body: "<h1>\(title)</h1>" + Self.prose)
    #expect(article.title == title)
  }

  @Test func aLineOfFactsDoesNotBecomePartOfTheTitle() {
    let title = "渡口试用新船的第一个早晨和船夫老张"
    let line =
      "<div class=\"art_title\">\(title) 来源：本站原创  作者：渡口党支部 时间：2024年5月6日 08:00  浏览：33</div>"
    #expect(Self.dump(line + Self.prose, title: title).title == title)
    let cut = Self.dump("<h1>\(title)</h1>" + Self.prose, title: "渡口试用新船的第一个早晨")
    #expect(cut.title == title)
  }

  @Test func aLabelIsNotPartOfTheSource() {
    let article = Self.page(
      head: "<meta name=\"source\" content=\"来源：人民网-文化频道 原创稿\">", title: "渡口试用新船--人民网",
      body: "<h1>渡口试用新船</h1>" + Self.prose)
    #expect(article.source == "人民网-文化频道")
  }

  // MARK: Whole or not

  @Test(
    arguments: [
      ("第1页/共3页", 3), ("共 12 页", 12), ("Page 1 of 4", 4), ("共产党员共有三页", nil), ("二号井共3号", nil), ("全书共120页，今天读到第8页", nil),
    ] as [(String, Int?)])
  func aPagesPlaceAmongSeveralIsTold(line: String, count: Int?) {
    let article = Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<div>\(line)</div>")
    let message = article.diagnostics.first { $0.kind == "one-page-of-several" }?.message
    #expect(message == count.map { "this is one page of \($0)" })
  }

  @Test(arguments: [
    ("本文为付费内容，订阅后继续阅读", true), ("加入會員，繼續閱讀全文", true), ("Subscribe to continue reading", true),
    ("This story is for subscribers only", true),
    ("渡口的会员卡下月起可以订阅短信。", false), ("他说，付费的人多了，读的人少了。", false),
  ])
  func aPaywallIsTold(line: String, isCut: Bool) {
    let article = Self.page(body: "<h1>渡口试用新船</h1>" + Self.prose + "<p>\(line)</p>")
    #expect(article.diagnostics.contains { $0.kind == "cut-by-paywall" } == isCut)
  }

  @Test func articleBodyIsUsedIfTheMarkupHasLess() {
    let body = String(repeating: "渡口昨天试用新的渡船，早上六点开出第一班，船上坐了十二个人，还有两筐青菜。", count: 4)
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"渡口试用新船","articleBody":"\(body)\\n第二段。"}</script>
      """
    let empty = Self.page(head: head, body: "<h1>渡口试用新船</h1><div id=\"app\"></div>")
    #expect(empty.blocks.count == 2 && empty.blocks.last == .paragraph(StyledText("第二段。"), role: nil))
    let whole = Self.page(head: head, body: "<h1>渡口试用新船</h1><p>\(body)</p>" + Self.prose)
    #expect(whole.blocks.count == 4)
  }
}
