import Testing

@testable import ArticleDump

/// Lines with facts above the text, in the elements that pages use for them.
@Suite struct HeadLineTests {
  /// Lines of 2019-09-07, with the names that they contain.
  static let lines: [(line: String, source: String?, authors: [String])] = [
    ("2019-09-07 09:59:22　来源：山城晚报", "山城晚报", []),
    ("来源：山城晚报 2019-09-07 09:59", "山城晚报", []),
    ("2019年09月07日 09:59 来源：山城晚报", "山城晚报", []),
    ("2019-09-07 09:59 来源：山城晚报 作者：王小江", "山城晚报", ["王小江"]),
    ("2019-09-07　来源：山城晚报", "山城晚报", []),
    ("作者：王小江 2019-09-07", nil, ["王小江"]),
    ("作者：王小江　时间：2019-09-07", nil, ["王小江"]),
    ("文/王小江 2019-09-07", nil, ["王小江"]),
    ("发布日期：2019-09-07　来源：山城晚报　字号：大 中 小", "山城晚报", []),
    ("发布时间：2019-09-07 09:59 来源：山城晚报 浏览：123", "山城晚报", []),
    ("日期：2019-09-07 稿源：山城晚报 记者：王小江", "山城晚报", ["王小江"]),
    ("2019-09-07 09:59 | 作者：王小江 | 来源：山城晚报", "山城晚报", ["王小江"]),
    ("發布時間：2019/09/07 09:59　記者王小江／台北報導", nil, ["王小江"]),
  ]

  static func dump(_ head: String, fed: Int) -> Article {
    ArticleParser().article(
      from: Array(
        "<!--\(fed)-->\n[渡口试用新船](https://news.example.org/n/1.html)\n------\n\n\(head)\(PageFactTests.prose)".utf8),
      path: "a.md")
  }

  /// Dumps of the same day, and of four years later: an archive may be filled long after its pages were published.
  @Test(arguments: [1_567_836_000_000, 1_688_523_300_000], ["<p>LINE</p>", "<div>LINE</div>", "<h4>LINE</h4>"])
  func aLineOfFactsIsReadInAnyElement(fed: Int, element: String) {
    for (line, source, authors) in Self.lines {
      let article = Self.dump(element.replacing("LINE", with: line), fed: fed)
      #expect(article.published?.iso8601.hasPrefix("2019-09-07") == true, "\(line)")
      #expect(article.source == source, "\(line)")
      #expect(article.authors == authors, "\(line)")
      #expect(article.plainText().contains("掌柜说头一天就多卖了三十碗茶"), "\(line)")
    }
  }

  @Test(arguments: ["2019年9月7日", "2019年9月7日 星期六", "2019-09-07 抢修第一天"])
  func aHeadingWithADayAndNoLabelIsKept(heading: String) {
    let article = Self.dump("<p>船工的日记，一共三页。</p><h4>\(heading)</h4>", fed: 1_688_523_300_000)
    #expect(article.plainText().contains(heading))
  }

  @Test(arguments: ["2019年9月7日，他走了。", "2019年9月7日，晴。", "2019年9月7日？没有人记得。"])
  func aSentenceThatBeginsWithADayIsKept(sentence: String) {
    let article = Self.dump("<p>\(sentence)</p>", fed: 1_567_836_000_000)
    #expect(article.plainText().contains(sentence))
    let page = PageFactTests.page(body: "<h1>渡口试用新船</h1><div><p>\(sentence)</p>\(PageFactTests.prose)</div>")
    #expect(page.plainText().contains(sentence))
  }

  @Test func theDayOfTheOriginalPaperIsNotThePages() {
    let article = Self.dump("<p>作者：王小江</p><p>转自：《山城书评》2014年3月30日</p>", fed: 1_688_523_300_000)
    #expect(article.published == nil)
  }

  @Test(arguments: ["举报", "分享", "收藏"])
  func aButtonBesideASourceIsNotPartOfIt(button: String) {
    let article = Self.dump(
      "<div class=\"info\">2019-09-07 09:59　来源：<a href=\"/s\">山城晚报</a>\n  <a href=\"/b\">\(button)</a></div>",
      fed: 1_567_836_000_000)
    #expect(article.source == "山城晚报")
  }

  @Test func aPostAfterANameIsNotPartOfIt() {
    #expect(Byline.names(in: "Tom Davies - Associated Press") == ["Tom Davies"])
    #expect(Byline.names(in: "Jean-Paul Roche") == ["Jean-Paul Roche"])
  }
}
