import Testing

@testable import ArticleDump

/// Lines around the text that look like text, and are the site's.
@Suite struct SiteLineTests {
  private static let text =
    "<p>春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。</p><p>船工说，江面上的雾要到八点才散，在那以前只能靠汽笛认路。</p>"
    + "<p>下游的大桥明年通车以后，这条航线就要停了，镇里正在商量把渡船留作纪念。</p>"

  private static func reading(_ body: String) -> ArticleParser.Reading {
    let dump = "<!--1690000000000-->\n[渡口的早晨](https://yuelan.example/2023/07/22/1.html)\n------\n\n" + body
    return ArticleParser().reading(of: Array(dump.utf8), explaining: true)
  }

  private static func rules(of line: String, in reading: ArticleParser.Reading) -> [String] {
    reading.verdicts.first { $0.text == line }?.rules.map(\.rule) ?? []
  }

  @Test(arguments: [
    "下一篇：水位线", "#停电# #夏夜# #老街#", "来自 山城客户端 | 举报 | 收藏", "海量资讯、精准解读，尽在新浪财经APP",
  ])
  func linesOfTheSiteAfterTheTextAreDropped(line: String) {
    let reading = Self.reading(Self.text + "<p>\(line)</p>")
    #expect(!reading.article.plainText().contains(line))
    #expect(Self.rules(of: line, in: reading).contains("ofSiteBehindText"))
  }

  @Test(arguments: [
    "下一篇要写的，是水位线。", "#停电#那天夜里，老街上没有一盏灯。", "他收藏 | 举报 | 转让的，都是旧船票。", "江水向东",
    "海量的资讯，没有一条说到渡口。",
  ])
  func linesOfTheTextAfterItAreKept(line: String) {
    #expect(Self.reading(Self.text + "<p>\(line)</p>").article.plainText().contains(line))
  }

  @Test func aButtonWithinTheTextIsDropped() {
    let line = "請繼續往下閱讀..."
    let reading = Self.reading(Self.text + "<p>\(line)</p>" + Self.text)
    #expect(!reading.article.plainText().contains(line))
    #expect(!Self.rules(of: line, in: reading).isEmpty)
    #expect(Self.reading(Self.text + "<p>“請繼續往下閱讀。”老師說。</p>" + Self.text).article.plainText().contains("老師說"))
  }

  /// How often a page was read says nothing; years, parts and telephone numbers do.
  @Test func countsAroundTheTextAreDropped() {
    for count in ["1,024", "386211", "326"] {
      #expect(!Self.reading("<p>\(count)</p>" + Self.text).article.plainText().contains(count))
      #expect(!Self.reading(Self.text + "<p>\(count)</p>").article.plainText().contains(count))
    }
    for number in ["1958", "01", "0571-8888888"] {
      #expect(Self.reading(Self.text + "<p>\(number)</p>").article.plainText().contains(number))
    }
  }

  @Test(arguments: ["复制代码", "展开阅读全文", "展开剩余70%"])
  func buttonsBesideTheTextAreDropped(button: String) {
    #expect(!Self.reading(Self.text + "<p>\(button)</p>").article.plainText().contains(button))
  }

  @Test func aMenuBeforeTheTextIsDropped() {
    let items = ["新闻", "副刊", "图片"].map { "<li><a href=\"/\($0)\">\($0)</a></li>" }.joined()
    #expect(!Self.reading("<ul>\(items)</ul>" + Self.text).article.plainText().contains("副刊"))
    let plain = "<ul><li>新闻</li><li>副刊</li><li>图片</li></ul>"
    #expect(Self.reading(Self.text + plain + Self.text).article.plainText().contains("副刊"))
  }

  @Test func remnantsAfterTheEditorsNameAreDropped() {
    let body = Self.text + "<div>责任编辑：何小平</div><div>山城最热</div>"
    #expect(!Self.reading(body).article.plainText().contains("山城最热"))
    let credited = Self.text + "<div>责任编辑：何小平</div><div>摄／王小江</div>"
    #expect(Self.reading(credited).article.plainText().contains("摄／王小江"))
    #expect(Self.reading(Self.text + "<div>山城最热</div>").article.plainText().contains("山城最热"))
  }

  @Test func titlesBelowALabelAreRelated() {
    let body =
      Self.text + "<p>更多河畔新聞報導</p><p><a href=\"https://yuelan.example/2\">老街騎樓下的棋局</a></p>"
    let article = Self.reading(body).article
    #expect(article.related.map(\.text) == ["老街騎樓下的棋局"] && !article.plainText().contains("棋局"))
  }

  @Test func aLineIsDroppedWholeOnceItsFactsWereRead() {
    let body = "<h1>渡口的早晨</h1><div>发布于<time datetime=\"2023-07-22T02:10:00Z\">7 月 22 日</time></div>" + Self.text
    let article = Self.reading(body).article
    #expect(article.published?.iso8601Date == "2023-07-22" && !article.plainText().contains("发布于"))
    let named = "<h1>渡口的早晨</h1><p>高若<span>2023-07-22 10:11</span></p>" + Self.text
    #expect(Self.reading(named).article.plainText().contains("高若"))
  }

  @Test func aNumberInATableIsKept() {
    let table = "<table><tr><td>水位</td><td>0</td></tr><tr><td>船</td><td>12</td></tr></table>"
    #expect(Self.reading(Self.text + table).article.plainText().contains("0"))
  }

  /// A name around all of the text, such as `share-story`, says nothing against a sentence in it.
  @Test func namesAroundTheTextDoNotCountAgainstIt() {
    let label = "<p>相关阅读：</p><p><a href=\"https://yuelan.example/2\">对岸的卫生院</a></p>"
    let line = "码头的灯在四点就亮了，等船的人不多。"
    let body = "<div class=\"share-box\">" + Self.text + Self.text + label + "<p>\(line)</p></div>"
    #expect(Self.reading(body).article.plainText().contains(line))
  }
}
