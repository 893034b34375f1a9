import Testing

@testable import ArticleDump

@Suite struct DerivedFactTests {
  @Test(arguments: [
    ("https://a.example/cn/%E5%9B%BD%E9%99%85/x", "https://a.example/cn/国际/x"),
    ("https://a.example/%e5%9b%bd?q=%E4%B8%AD", "https://a.example/国?q=中"),
    ("https://a.example/%41%2F%20%00%7e", "https://a.example/A%2F%20%00~"),
    ("https://a.example/%E2%80%AE%E2%80%8B%C2%85%E3%80%80", "https://a.example/%E2%80%AE%E2%80%8B%C2%85%E3%80%80"),
    ("https://a.example/%FF%E5%9B", "https://a.example/%FF%E5%9B"),
    ("https://a.example/%25E5%259B", "https://a.example/%25E5%259B"),
    ("https://a.example/%", "https://a.example/%"), ("https://a.example/%zz%4", "https://a.example/%zz%4"),
    ("https://a.example/%F0%A0%AE%B7%E2%80%9C", "https://a.example/𠮷“"), ("%C0%AF%ED%A0%80", "%C0%AF%ED%A0%80"),
    ("https://a.example/中文 ", "https://a.example/中文 "),
  ])
  func urlsAreDecodedOnlyWhereItIsSafe(url: String, expected: String) {
    #expect(PercentEncoding.decodedForDisplay(url) == expected)
  }

  @Test(arguments: [
    ("https://www.rfi.fr/cn/%E5%9B%BD%E9%99%85/20230717-x", "国际"), ("https://www.rfi.fr/cn/国际/20230717-x", "国际"),
    ("https://cn.nytimes.com/business/20200911/x/", "财经"), ("https://www.bbc.com/zhongwen/simp/world-54413613", "国际"),
    ("https://www.bbc.com/zhongwen/simp/chinese-news-54413613", "中国"),
    ("https://www.rfa.org/mandarin/yataibaodao/kejiaowen/lu-02222024.html", "科教文"),
    ("https://www.voachinese.com/a/charges-20241030/7845729.html", nil), ("https://a.example/international", nil),
    ("https://a.example/blog/2020/x", nil), ("https://a.example/%E9%9B%BE%E9%87%8C/", nil),
    ("https://a.example/雾里/1", "雾里"),
    ("nonsense", nil), ("https://a.example", nil),
  ])
  func theSectionIsReadOffThePath(url: String, section: String?) {
    #expect(SectionName.inPath(of: url) == section)
  }

  @Test func reutersFileNamesGiveTimeAndSlug() throws {
    let wire = try #require(
      WireFacts(
        imageURL:
          "https://s.example/w:1280/2023-07-17T013124Z_83721942_RC2O42AZY6DD_RTRMADP_3_CHINA-USA-CLIMATE.JPG?x=1"))
    #expect(wire.agency == "Reuters")
    #expect(wire.taken?.iso8601 == "2023-07-17T01:31:24Z")
    #expect(wire.slug == "CHINA-USA-CLIMATE")
  }

  @Test(arguments: [
    ("https://a.example/000_33P87BA.jpg", "AFP", nil), ("https://a.example/x/AFP_9XY.jpg", "AFP", nil),
    ("https://a.example/AP23198123456789.jpg", "AP", "2023-07-17"),
    ("https://a.example/AP_23198123456789.jpg", "AP", "2023-07-17"),
    ("https://a.example/gettyimages-1234567890.jpg", "Getty Images", nil),
    ("https://a.example/epa11234567.jpg", "EPA", nil),
    ("https://a.example/Gonder_0.jpg", nil, nil), ("https://a.example/APPLE.jpg", nil, nil),
    ("https://a.example/photo_1000_12345.jpg", nil, nil),
    ("", nil, nil), ("https://a.example/", nil, nil), ("https://a.example/AP99999123456789.jpg", nil, nil),
  ])
  func wireServicesAreKnownByTheirFileNames(url: String, agency: String?, day: String?) {
    let wire = WireFacts(imageURL: url)
    #expect(wire?.agency == agency)
    #expect(wire?.taken?.iso8601Date == day)
  }

  @Test(arguments: [
    ("谷歌将死于什么？ - iYouPort", ["iyouport"], "谷歌将死于什么？"), ("英国入籍考试 - BBC News 中文", ["BBC", "BBC News 中文"], "英国入籍考试"),
    ("题目_网易", ["网易"], "题目"), ("题目 | BBC", ["BBC"], "题目"), ("中国与世界 - 一个历史", ["iyouport"], "中国与世界 - 一个历史"),
    ("访谈丨燕京访谈", ["燕京书评"], "访谈丨燕京访谈"), (" - iYouPort", ["iyouport"], " - iYouPort"), ("a--b--DW", ["DW"], "a--b"),
  ])
  func aTitleLosesItsSitesNameOnly(title: String, names: [String], expected: String) {
    #expect((TitleSuffix.split(title, names: { names })?.title ?? title) == expected)
  }

  @Test(
    arguments: [
      ("路透伦敦2月9日 - 周三", "伦敦", "路透社", []), ("路透北京10月13日 - ", "北京", "路透社", []),
      ("新华社北京7月1日电（记者张三）", "北京", "新华社", ["张三"]), ("（法新社巴黎12日电）某某", "巴黎", "法新社", []), ("法新社巴黎电 某某", "巴黎", "法新社", []),
      ("（中央社記者林某某台北5日電）", "台北", "中央社", ["林某某"]), ("（山報社記者王小明嘉義17日電）某", "嘉義", nil, ["王小明"]),
      ("【财见网】（记者 高平）某", nil, nil, ["高平"]),
      ("（中央社記者王飛華台北17日電）某", "台北", "中央社", ["王飛華"]),
      ("香港—— 这座城", "香港", nil, []), ("香港——这座城", "香港", nil, []),
      ("BEIJING, July 3 (Reuters) - The", "BEIJING", "路透社", []), ("WASHINGTON (AP) — A", "WASHINGTON", "美联社", []),
      ("中新社上海3月2日电 题", "上海", "中新社", []),
    ] as [(String, String?, String?, [String])])
  func datelinesTellPlaceAndAgency(text: String, place: String?, source: String?, authors: [String]) {
    let dateline = Dateline(opening: text)
    #expect(dateline?.place == place)
    #expect(dateline?.source == source)
    #expect(dateline?.authors == authors)
  }

  @Test(arguments: [
    "（德国之声中文网）", "法新社今天周一发自北京的电稿说，中国", "路透社报道说，", "纸——一种发明", "他说——", "", "新华社记者说", "A (b) c",
  ])
  func otherOpeningsAreNotDatelines(text: String) {
    #expect(Dateline(opening: text) == nil)
  }

  @Test(arguments: [
    ("(本文依据了美联社的报道。)", "美联社"), ("（路透社、德新社）", "路透社、德新社"), ("（综合报道）", "综合报道"), ("(綜合報導)", "綜合報導"),
    ("（路透社等）", "路透社"), ("本文依据路透社、法新社的报道", "路透社、法新社"), ("（完）", nil), ("（美国之音某人拍摄）", nil), ("路透社说，今天下雨。", nil),
  ])
  func theClosingLineNamesTheSource(line: String, source: String?) {
    #expect(SourceAgency.named(in: line) == source)
  }

  @Test(arguments: [
    ("href=https%3A%2F%2Frfi.my%2F9kQ2.F&amp;x", "rfi", "https://rfi.my/9kQ2"),
    ("<a href=\"https://rfi.my/9kQ2\">", "rfi", "https://rfi.my/9kQ2"),
    ("https://p.dw.com/p/4gZab\"", "dw", "https://p.dw.com/p/4gZab"), ("xrfi.my/9kQ2", "rfi", nil),
    ("https://rfi.my/", "rfi", nil),
    ("https://rfi.my/9kQ2", "dw", nil), ("rfi.my", "rfi", nil), ("", "rfi", nil),
  ])
  func thePublishersShortLinkIsFoundInItsPage(page: String, publisher: String, link: String?) {
    let found = Array(page.utf8).withUnsafeBufferPointer { ShortLink.find(in: $0, publisher: publisher) }
    #expect(found == link)
  }

  @Test func piecesOfALinkAreJoinedAndImagesAreListedOnce() {
    var article = Article(dialect: .html, title: "题")
    let link = InlineStyle.link(url: "https://a.example/1")
    let image = ArticleImage(url: "https://a.example/000_33P87BA.jpg")
    article.blocks = [
      .paragraph(
        StyledText(
          "前甲乙后",
          spans: [StyledText.Span(utf8Range: 3..<6, style: link), StyledText.Span(utf8Range: 6..<9, style: link)]),
        role: nil),
      .figure(Figure(images: [image], caption: StyledText("说"), credit: "社")),
      .quote([.figure(Figure(images: [image]))]),
    ]
    article.deriveFacts()
    #expect(article.links == [Link(text: "甲乙", url: "https://a.example/1")])
    #expect(article.images.count == 1)
    #expect(
      article.images[0].caption == "说" && article.images[0].credit == "社" && article.images[0].wire?.agency == "AFP")
  }

  @Test(arguments: [
    ("zh-TW", "zh-Hant-TW"), ("zh_HK", "zh-Hant-HK"), ("zh-cn", "zh-Hans-CN"), ("zh_CN.UTF-8", "zh-Hans-CN"),
    ("ZH-hant", "zh-Hant"), ("zh-Hant-HK", "zh-Hant-HK"), ("zh-CHT", "zh-Hant"), ("cmn-Hans", "zh-Hans"),
    ("en_us", "en-US"), ("ja", "ja"), ("sr-latn", "sr-Latn"), ("中文", "中文"), ("", ""),
    ("a very long name", "a very long name"),
    ("zh-", "zh-"),
  ]) func languageTagsAreInTheUsualFormAndSayTheScript(tag: String, canonical: String) {
    #expect(LanguageTag.canonical(tag) == canonical)
    #expect(LanguageTag.canonical(canonical) == canonical)
  }

  @Test(arguments: [
    ("zh-TW", "zh-Hant-TW"), ("zh", "zh-Hant"), ("en", "en"),
  ]) func theLanguageOfFrontMatterSaysTheScript(tag: String, language: String) {
    let text = "---\ntitle: 題\nlang: \(tag)\n---\n\n中國的語言文字，繁體書寫時間長了，誰還記得漢字從哪裡來？這裡說的是臺灣的書。\n"
    #expect(ArticleParser().article(from: Array(text.utf8), path: "posts/a.md").language == language)
  }

  @Test func factsOfThePageOutweighDerivedOnes() {
    var article = Article(dialect: .feed, path: "2020-07-09-x.md", title: "题")
    article.url = "https://a.example/world/x"
    article.section = "本页"
    article.authors = ["某人"]
    article.language = "zh"
    article.published = Timestamp("2021-01-01")
    article.blocks = [
      .paragraph(StyledText("记者：张三   责编：李四"), role: nil), .paragraph(StyledText("路透北京1月2日 - 文"), role: nil),
    ]
    article.deriveFacts()
    #expect(article.section == "本页" && article.authors == ["某人"] && article.language == "zh")
    #expect(article.published?.iso8601Date == "2021-01-01")
    #expect(article.editors == ["李四"] && article.origins[.editors] == .text && article.origins[.authors] == nil)
    #expect(article.blocks[0] == .paragraph(StyledText("记者：张三   责编：李四"), role: .byline))
  }

  @Test func theDayInTheFileNameIsTheLastResort() {
    var article = Article(dialect: .text, path: "_posts/2020-07-09-x.md", title: "题")
    article.deriveFacts()
    #expect(article.published?.iso8601Date == "2020-07-09" && article.origins[.published] == .path)
    #expect(article.language == nil && article.fingerprint == 0 && article.characterCount == 0)
  }
}
