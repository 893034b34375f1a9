import Testing

@testable import ArticleDump

/// Authors and dates of pages that give them twice or in a bad form.
@Suite struct SignatureTests {
  @Test func aNameAboveTheClosingDateSignsTheText() {
    let article = CleaningTests.article(CleaningTests.prose + "<p>褚一平</p><p>2023年7月4日</p>")
    #expect(article.authors == ["褚一平"] && article.published?.iso8601Date == "2023-07-04")
    let column = CleaningTests.article(CleaningTests.prose + "<p>渡口夜话</p><p>2023年7月4日</p>")
    #expect(column.authors.isEmpty)
  }

  @Test(arguments: ["Anonymous", "admin", "匿名"])
  func aNameReplacesAPlaceholder(placeholder: String) {
    let head = { (author: String) in
      "---\ntitle: 渡口\ndate: 2023-07-05\nauthor: \(author)\nfrom: https://yuelan.example/x\n---\n"
    }
    let body = CleaningTests.prose
    let named = ArticleParser().article(from: Array((head(placeholder) + "<p>文/ 宋一平</p>" + body).utf8))
    #expect(named.authors == ["宋一平"])
    let nameless = ArticleParser().article(from: Array((head(placeholder) + body).utf8))
    #expect(nameless.authors == [placeholder])
  }

  @Test(arguments: [
    ("托尼·韦斯特 (Tony West)　山城水文委员会", ["托尼·韦斯特"]), ("宋一平，根据同名报道改写", ["宋一平"]), ("宋一平、根生", ["宋一平", "根生"]),
  ])
  func wordsBesideANameAreNotNames(list: String, names: [String]) {
    #expect(Byline.names(in: list) == names)
  }

  @Test func aChangeBeforeThePublicationIsIgnored() {
    let page = { (published: String, modified: String) in
      CleaningTests.article(
        "<article><h1>渡口的早晨</h1><time class=\"entry-date published\" datetime=\"\(published)\">a</time>"
          + "<time class=\"updated\" datetime=\"\(modified)\">b</time>\(CleaningTests.prose)</article>")
    }
    let planned = page("2023-07-05T08:00:00+08:00", "2023-05-01T08:00:00+08:00")
    #expect(planned.published?.iso8601 == "2023-07-05T08:00:00+08:00" && planned.modified == nil)
    #expect(planned.origins[.modified] == nil)
    let mended = page("2023-07-05T08:00:00+08:00", "2023-07-06T08:00:00+08:00")
    #expect(mended.modified?.iso8601 == "2023-07-06T08:00:00+08:00")
  }

  @Test func titlesThatWereEscapedTwiceAreRead() {
    let article = CleaningTests.article(
      CleaningTests.prose + "<p>延伸阅读：<a href=\"https://yuelan.example/2\">Q&amp;amp;A：对岸的时刻表</a></p>"
        + CleaningTests.prose)
    #expect(article.related.map(\.text) == ["Q&A：对岸的时刻表"])
  }

  @Test(arguments: ["文中观点不代表渡口网立场", "本文中作者的观点不代表渡口立场"])
  func aDisclaimerIsANotice(line: String) {
    let article = CleaningTests.article(CleaningTests.prose + "<p>\(line)</p>")
    #expect(article.blocks.last == .paragraph(StyledText(line), role: .notice))
  }

  @Test(arguments: [
    ("第一财经日报(上海)", "第一财经日报"), ("第一财经日报(上海", "第一财经日报"), ("渡口资讯 (www.yuelan.example)(上海)", "渡口资讯"),
    ("《渡口》（增刊）编辑部", "《渡口》（增刊）编辑部"),
  ])
  func thePlaceInBracketsIsNotTheSourcesName(printed: String, name: String) {
    #expect(SourceName.cleaned(printed) == name)
  }

  @Test func anEditorsNumberIsNotAName() {
    let line = { (editor: String) in CleaningTests.article(CleaningTests.prose + "<p>责任编辑：\(editor)</p>").editors }
    #expect(line("NF042").isEmpty && line("何小平") == ["何小平"])
  }

  @Test func aListOfBylinesIsABylineAboveTheText() {
    let article = CleaningTests.article("<h1>渡口的早晨</h1><ul><li>来源：山城日报</li></ul>" + CleaningTests.prose)
    #expect(article.source == "山城日报")
    #expect(article.blocks.first.map { if case .paragraph(_, .byline) = $0 { true } else { false } } == true)
  }

  @Test func headlinesBesideTagsAreRelated() {
    let links = ["渡船", "西南大桥通车以后第一批乘客已经买好了票"].map { "<a href=\"https://yuelan.example/\($0)\">\($0)</a>" }
    let article = CleaningTests.article(
      CleaningTests.prose + "<div class=\"post-tags\">标签：" + links.joined(separator: " ") + "</div>")
    #expect(article.tags == ["渡船"] && article.related.map(\.text) == ["西南大桥通车以后第一批乘客已经买好了票"])
  }
}
