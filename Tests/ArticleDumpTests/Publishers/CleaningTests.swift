import Testing

@testable import ArticleDump

/// The generic cleaner with pages of unknown structure; each case is a page's body.
@Suite struct CleaningTests {
  static func article(_ body: String, title: String = "渡口的早晨", url: String = "https://yuelan.example/1") -> Article {
    ArticleParser().article(from: Array("<!--1688523300000-->\n[\(title)](\(url))\n------\n\n\(body)\n".utf8))
  }

  static let prose =
    "<p>春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。</p><p>船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。</p>"

  @Test(arguments: [
    "下载山城新闻", "海量资讯，尽在山城财经APP", "山城APP，更好阅读体验", "关注山城公众号，解锁更多好文", "山城新闻报料：000-000000", "分享让更多人看到", "我要反馈",
    "点在看", "1,203 人赞同了该回答", "010020010000000000000000", "广告合作请联系山城", "打开山城App阅读全文",
  ])
  func promotionsBelowTheTextAreDropped(line: String) {
    #expect(Self.article(Self.prose + "<p>\(line)</p>").blocks.count == 2)
  }

  @Test(arguments: [
    "他把旧手机里的App都删了，只留下一张江面的照片。", "打开窗，江风还在", "分享是渡口的规矩，谁有多的菜谁先说。", "更多的人搬去了对岸。", "编辑说：先写船，再写人。",
    "二〇二三年七月于渡口", "注：里程以旧图为准", "《渡口志》，山城出版社，1958年",
    "下载的事情交给年轻人，老人只管看江。",
  ])
  func linesOfTheTextStay(line: String) {
    let article = Self.article(Self.prose + "<p>\(line)</p>")
    #expect(article.plainText().contains(line))
  }

  @Test func remnantsAfterTheEditorsNamesAreDropped() {
    let article = Self.article(
      Self.prose + "<div>责任编辑：何小平</div><div>+1</div><div>86</div><div>山城最热</div><div>点击关闭</div>")
    #expect(article.editors == ["何小平"])
    #expect(article.blocks.count == 2)
  }

  @Test func shortLinesWithoutEditorsNamesAreKept() {
    let article = Self.article(Self.prose + "<p>江水向东</p><p>渡船向西</p>")
    #expect(article.blocks.count == 4)
  }

  @Test func aListUsedForLayoutIsNotAList() {
    let article = Self.article(
      "<ul><li><h3>渡口的早晨</h3><div>2023-07-05 07:31:09</div>\(Self.prose)<p>渡口建于1958年，最多的时候一天要过四千人。</p></li></ul>")
    #expect(article.published?.iso8601 == "2023-07-05T07:31:09+08:00")
    #expect(article.blocks.allSatisfy { if case .paragraph = $0 { true } else { false } } && article.blocks.count == 3)
  }

  @Test func aListInTheTextRemainsAList() {
    let article = Self.article(Self.prose + "<ul><li>青菜两毛</li><li>豆腐三毛</li></ul>")
    #expect(article.blocks.contains { if case .list = $0 { true } else { false } })
  }

  @Test func aLeadMayBeAboveTheDate() {
    let article = Self.article(
      "<h1>渡口的早晨</h1><p>一条船怎样把两岸连了六十年，又怎样停下来。</p><div class=\"info\"><span>2023/07/05 10:12</span><span>来源：山城新闻</span></div>"
        + Self.prose)
    #expect(article.standfirst == "一条船怎样把两岸连了六十年，又怎样停下来。")
    #expect(article.published?.iso8601 == "2023-07-05T10:12:00+08:00" && article.source == "山城新闻")
  }

  @Test func aLabelMarksTheLead() {
    let article = Self.article("<h2>摘要</h2><p>一条船怎样把两岸连了六十年，又怎样停下来。</p>" + Self.prose)
    #expect(article.standfirst == "一条船怎样把两岸连了六十年，又怎样停下来。")
    #expect(!article.plainText().contains("摘要"))
  }

  @Test func factsAboveTheTitleAreRead() {
    let article = Self.article(
      "<div><span><em>2023</em></span><span><em>07</em>/<em>05</em></span><span>10:12:21</span></div><div>来源：山城网</div><h1>渡口的早晨</h1>"
        + Self.prose)
    #expect(article.published?.iso8601 == "2023-07-05T10:12:21+08:00" && article.source == "山城网")
  }

  @Test func aBoxOfRelatedLinksIsNotAQuotation() {
    let article = Self.article(
      Self.prose + "<blockquote><p>延伸閱讀：<a href=\"https://yuelan.example/2\">對岸的衛生院</a></p></blockquote>"
        + "<blockquote><p>江上的事，江上說。</p></blockquote><p>大桥通车以后，渡船改为两小时一班。</p>")
    #expect(article.related == [Link(text: "對岸的衛生院", url: "https://yuelan.example/2")])
    #expect(article.blocks.count { if case .quote = $0 { true } else { false } } == 1)
  }

  @Test func aButtonAfterTheLastSentenceIsDroppedAndALinkInItIsKept() {
    let article = Self.article(
      Self.prose
        + "<p>没有人提议取消它。<a href=\"https://yuelan.example/\">返回首页</a></p><p>细节见<a href=\"https://yuelan.example/3\">渡口的历史</a></p>"
    )
    #expect(!article.plainText().contains("返回首页"))
    #expect(article.plainText().contains("细节见渡口的历史"))
  }

  @Test func linksToPeopleInTheTextAreKept() {
    let article = Self.article(
      "<p>去年我写过一篇<a href=\"https://yuelan.example/people/a\">船工老何</a>，后来他又搬回了渡口，每天在江边补网。</p>" + Self.prose)
    #expect(article.authors.isEmpty && article.plainText().contains("船工老何"))
  }

  @Test func aNameAboveTheDateIsTheAuthor() {
    let article = Self.article(
      "<h1>渡口的早晨</h1><div><a href=\"/users/8\">蓝盐</a></div><div>2023-07-05 10:12</div>" + Self.prose)
    #expect(article.authors == ["蓝盐"])
  }

  @Test(
    arguments: [
      ("〔記者王大同／高雄報導〕", ["王大同"], "高雄"), ("（山城社记者李明、张华综合报导）", ["李明", "张华"], nil),
      ("【山城2023年07月05日讯】（山城记者李明报道）", ["李明"], nil), ("【山城时报】（记者 高平 实习记者 李小舟）", ["高平", "李小舟"], nil),
      ("（事后证明）", [], nil), ("【记者不在场】", [], nil),
    ] as [(String, [String], String?)])
  func bracketsAtTheBeginningNameReporters(opening: String, authors: [String], place: String?) {
    let article = Self.article("<p>\(opening)远洋船队昨晚返回前镇渔港，卸下三千公吨鱿鱼，创下五年来新高。</p>" + Self.prose)
    #expect(article.authors == authors && article.dateline == place)
    #expect(article.plainText().contains("远洋船队昨晚返回前镇渔港"))
  }

  @Test(
    arguments: [
      ("山城新闻记者 | 徐诗琪", ["徐诗琪"], []), ("责任编辑：王晓武_NB1111", [], ["王晓武"]), ("责任编辑：刘德宾 SN222", [], ["刘德宾"]),
      ("【纠错】 【责任编辑:刘阳】", [], ["刘阳"]), ("責任編輯：丁一<br>核稿編輯：翁二", [], ["丁一", "翁二"]),
    ] as [(String, [String], [String])])
  func desksSignInManyWays(line: String, authors: [String], editors: [String]) {
    let article = Self.article(Self.prose + "<p>\(line)</p>")
    #expect(article.authors == authors && article.editors == editors)
  }

  /// The desk and the source are facts of the page, not text.
  @Test(
    arguments: [
      "责任编辑：刘德宾", "（責任編輯：丁一）", "责任编辑：刘德宾</p><p>校对：林清", "本文来源：江边晚报", "本文来源：江边晚报 作者：周小舟",
      "本文来源：江边晚报责任编辑：刘德宾", "（文章来源：江边晚报）",
    ])
  func linesOfTheDeskAreFacts(line: String) {
    let reading = ArticleParser().reading(
      of: Array(PageCleanerTests.page(Self.prose + "<p>\(line)</p>").utf8), explaining: true)
    let article = reading.article
    #expect(!article.plainText().contains("责任") && !article.plainText().contains("江边晚报"))
    #expect(!article.editors.isEmpty || article.source == "江边晚报")
    #expect(reading.explanation.contains("take"))
  }

  /// In a list of everybody who worked on a text, and after figures, such lines belong to it.
  @Test(arguments: [
    ("文：周小舟</p><p>编辑：林清", "编辑：林清"), ("来源：江边县统计局", "江边县统计局"), ("摄影：石平</p><p>编辑：林清", "编辑：林清"),
    ("（记者陈远/责任编辑：林清）", "林清"), ("本文来源于江边周刊，中文版由渡口译社编译", "渡口译社"),
  ])
  func creditsOfTheTextStay(lines: String, kept: String) {
    #expect(Self.article(Self.prose + "<p>\(lines)</p>").plainText().contains(kept))
  }

  @Test func aNoticeNamesTheAccountAndThePeople() {
    let article = Self.article(
      "<p>本文来自微信公众号：小镇观察（ID：xzgc），作者：陈默，编辑：赵四，题图来自：山城图库</p>" + Self.prose)
    #expect(article.authors == ["陈默"] && article.editors == ["赵四"] && article.source == "小镇观察")
  }

  @Test(
    arguments: [
      ("<div>2023-07-05 09:00 更新：2023-07-05 11:30</div>", "2023-07-05T11:30:00+08:00"),
      ("<div><span>2023/7/5 10:10</span>（7/6 11:02 更新）</div>", "2023-07-06T11:02:00+08:00"),
      ("<div>2023-07-05 09:00</div>", nil),
    ] as [(String, String?)])
  func theSecondDateOfALineSaysWhenThePageWasChanged(head: String, modified: String?) {
    let article = Self.article("<h1>渡口的早晨</h1>" + head + Self.prose)
    #expect(article.published?.iso8601.hasPrefix("2023-07-05T") == true && article.modified?.iso8601 == modified)
  }

  @Test func aFormulaIsText() {
    let article = Self.article(
      Self.prose
        + "<p>能量是<img src=\"https://yuelan.example/equation?tex=E%3Dmc%5E2\" alt=\"E=mc^2\" eeimg=\"1\">，船工说。</p>")
    #expect(article.plainText().contains("能量是E=mc^2，船工说。") && article.images.isEmpty)
  }

  @Test(
    arguments: [
      ("首尔地铁站台 韩联社", "首尔地铁站台", "韩联社"), ("老板在暗房 新华社发（李明 摄）", "老板在暗房", "新华社发，李明 摄"),
      ("戏台拆下铁皮。（县府提供）中央社記者蕭小花傳真 112年7月5日", "戏台拆下铁皮。", "县府提供，中央社記者蕭小花傳真 112年7月5日"),
      ("何建国在操作台前。澎客新闻记者 张一帆 图", "何建国在操作台前。", "澎客新闻记者 张一帆 图"), ("站台上的路透咖啡馆", "站台上的路透咖啡馆", nil),
    ] as [(String, String, String?)])
  func creditsArePartedFromCaptions(text: String, caption: String, credit: String?) {
    let (rest, found) = CaptionCredit.split(text)
    #expect(rest == caption && found == credit)
  }

  @Test(arguments: [
    ("新华社兰州7月5日电（记者程楠）", ["程楠"], "兰州"), ("中新网拉萨7月5日电 (记者 张瑞)", ["张瑞"], "拉萨"), ("新华社兰州7月5日电", [], "兰州"),
  ])
  func reportersAreNamedAfterThePlace(opening: String, authors: [String], place: String) {
    let dateline = Dateline(opening: opening + "民勤县的志愿者种下第十万棵梭梭。")
    #expect(dateline?.authors == authors && dateline?.place == place)
  }

  @Test func anEditorInABoxNamedLikeAnAdvertIsFound() {
    let article = Self.article(Self.prose + "<div class=\"adEditor\">【编辑:田博群】</div><div class=\"ad\">山城牙膏</div>")
    #expect(article.editors == ["田博群"] && !article.plainText().contains("牙膏"))
  }

  @Test func reportersBesideEditorsNeedNoMark() {
    let article = Self.article(Self.prose + "<p>（记者陈远综合报导/责任编辑：林清）</p>")
    #expect(article.authors == ["陈远"] && article.editors == ["林清"])
  }

  @Test func aCodeToScanIsDroppedWithItsLine() {
    let code = "<p><img src=\"https://yuelan.example/b.jpg\"></p>"
    #expect(Self.article(Self.prose + code + "<p>长按二维码关注</p>").images.isEmpty)
    #expect(Self.article(Self.prose + code).images.count == 1)
  }

  @Test(arguments: [
    "打开App，第一步是登录；对七十岁的老周来说，这一步走了三天。", "“下载App要用流量吗？”他问。女儿说，免费。", "他关注了一个公众号，每天看天气。",
    "扫码吃饭，扫码坐车，他说，手机成了第二张身份证。",
  ])
  func sentencesAboutProgramsStayAtTheEdges(line: String) {
    #expect(Self.article("<p>\(line)</p>" + Self.prose).plainText().contains(line))
    #expect(Self.article(Self.prose + "<p>\(line)</p>").plainText().contains(line))
  }

  @Test func factsAtTheBeginningOfAPlainTextAreRead() {
    let text =
      "渡口的早晨\n作者：宋一平\n来源：灯下新闻\n发布时间：2023-07-05 10:12\n\n春天的第一班渡船在六点半离开码头，船上只有三位乘客。\n船工说，江面上的雾要到八点才散。\n"
    let article = ArticleParser().article(from: Array(text.utf8), path: "inbox/12345.txt")
    #expect(article.title == "渡口的早晨" && article.authors == ["宋一平"] && article.source == "灯下新闻")
    #expect(article.published?.iso8601 == "2023-07-05T10:12:00+08:00")
    #expect(ArticleParser().head(from: Array(text.utf8), path: "inbox/12345.txt").title == "渡口的早晨")
    #expect(ArticleParser().article(from: Array(text.utf8), path: "inbox/江.txt").title == "江")
  }

  @Test func theTitleOfAnOldPageIsInLargeType() {
    let html =
      "<HTML><HEAD><TITLE>渡口的早晨_灯下新闻网</TITLE></HEAD><BODY><TABLE><TR><TD><A href=/>首页</A><BR><A href=/gn>国内</A></TD><TD><CENTER><FONT size=5><B>渡口的早晨</B></FONT><BR>2003年7月5日10:12</CENTER><P>春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。<P>船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。</TD></TR></TABLE></BODY></HTML>"
    let article = ArticleParser().article(from: Array(html.utf8), path: "a/1.htm")
    #expect(article.title == "渡口的早晨" && article.blocks.count == 2)
    #expect(article.published?.iso8601 == "2003-07-05T10:12:00+08:00")
  }

  @Test(
    arguments: [
      ("<!-- NaN -->", nil), ("<!-- 1688515900000 -->", "2023-07-05T00:11:40Z"),
      ("<!--1688515900-->", "2023-07-05T00:11:40Z"),
    ] as [(String, String?)])
  func theFeedsTimeIsReadInSecondsAndBetweenBlanks(comment: String, fed: String?) {
    let article = ArticleParser().article(
      from: Array("\(comment)\n[题](https://yuelan.example/1)\n------\n\n<p>字</p>".utf8))
    #expect(article.title == "题" && article.fed?.iso8601 == fed)
  }

  @Test func frontMatterNamesAuthorsAsAListAndTheURLByOtherKeys() {
    let text = "---\ntitle: 渡口\nauthor: [宋一平, 何小平]\nlink: https://yuelan.example/x\n---\n<p>字</p>"
    let article = ArticleParser().article(from: Array(text.utf8))
    #expect(article.authors == ["宋一平", "何小平"] && article.url == "https://yuelan.example/x")
  }

  @Test func picturesWithOneLineEachAreAGallery() {
    let slide = { (name: String) in
      "<div class=\"slide\"><img src=\"https://yuelan.example/\(name).jpg\"><p class=\"desc\">\(name)的江</p></div>"
    }
    let article = Self.article(Self.prose + "<div>" + slide("清晨") + slide("正午") + slide("黄昏") + "</div>")
    #expect(article.images.map(\.caption) == ["清晨的江", "正午的江", "黄昏的江"])
    let alone = Self.article("<div><img src=\"https://yuelan.example/a.jpg\"><p>雾散了</p></div>" + Self.prose)
    #expect(alone.plainText().contains("雾散了") && alone.images.map(\.caption) == [nil])
  }

  @Test func buttonsBetweenParagraphsAreDropped() {
    let article = Self.article(
      Self.prose
        + "<p><a href=\"https://yuelan.example/s\">Subscribe now</a></p><p><a href=\"https://yuelan.example/n\">对岸的船</a></p>"
        + Self.prose)
    #expect(article.blocks.count == 5 && article.plainText().contains("对岸的船"))
  }

  @Test func aHeadingAboutButtonsIsKept() {
    let article = Self.article("<h2>关注微信公众号之后</h2>" + Self.prose)
    #expect(article.plainText().contains("关注微信公众号之后"))
  }

  @Test func aPollInTheTextIsKept() {
    let article = Self.article(
      Self.prose + "<div class=\"poll\"><div class=\"text\">渡船票价</div><div class=\"percent\">3% (4 票)</div></div>")
    #expect(article.plainText().contains("渡船票价"))
  }
}
