import Testing

@testable import ArticleDump

/// Text that a page hides until a script has run.
@Suite struct HiddenProseTests {
  private static let lead = "<p>渡口的茶馆今年换了第三位掌柜。新掌柜说，生意好坏全看江水涨落。</p>"
  private static let rest = """
    <p>他每天天不亮就起身烧水，第一班船靠岸时茶正好。船夫们喝茶不问价钱，月底一起结账。</p>
    <p>去年秋天水位低，船只好停在下游。茶馆因此关了两个月，伙计们各自回家收稻子。</p>
    <p>今年雨水足，码头又热闹起来。掌柜添了六张桌子，还请了一位说书人。</p>
    """

  private static func text(of body: String) -> String {
    ArticleParser().article(from: Array("<html><body><h1>渡口的茶馆</h1>\(body)</body></html>".utf8)).plainText()
  }

  @Test(arguments: [
    "<div class=\"paywall\" hidden>REST</div>",
    "<div style=\"display: none\">REST</div>",
    "<div hidden id=\"S:1a\"><section>REST</section></div>",
  ])
  func mostOfTheProseIsShownAlthoughItsElementIsHidden(_ markup: String) {
    let text = Self.text(of: "<article>\(Self.lead)\(markup.replacing("REST", with: Self.rest))</article>")
    #expect(text.contains("第三位掌柜"))
    #expect(text.contains("收稻子"))
    #expect(text.contains("说书人"))
  }

  @Test(arguments: [
    // A version for printing.
    "<div hidden>REST</div>",
    // Machine-readable text of a page.
    "<div style=\"display:none\" itemscope itemtype=\"https://schema.org/Article\">REST多出来的一句话。再多出来的一句话。又一句。</div>",
  ])
  func copiesStayHidden(_ markup: String) {
    let copy = markup.replacing("REST", with: Self.lead + Self.rest)
    let text = Self.text(of: "<article>\(Self.lead)\(Self.rest)</article>\(copy)")
    #expect(text.ranges(of: "说书人").count == 1)
    #expect(!text.contains("多出来的"))
  }

  /// A long fallback may be a page's whole text, or only ask for scripts.
  @Test func noscriptTextIsShownOnlyIfItIsMostOfThePage() {
    let request = String(repeating: "本站的功能需要脚本，请在浏览器的设置里打开它，然后再刷新一次。", count: 24)
    func page(_ prose: String) -> String {
      Self.text(of: "<noscript><div><p>\(request)</p></div></noscript><article>\(prose)</article>")
    }
    #expect(page("<p>正在打开……</p>").contains("请在浏览器的设置里打开它"))
    let text = page(String(repeating: Self.lead + Self.rest, count: 4))
    #expect(text.contains("说书人"))
    #expect(!text.contains("请在浏览器的设置里打开它"))
  }

  @Test func hiddenPicturesAreShownAndHiddenLinksAreNot() {
    let link = "<div><a href=\"#top\" style=\"display:none\">回到最上面去</a></div>"
    let picture = "<p><img src=\"https://yuelan.example/1.jpg\" style=\"display:none\"></p>"
    let article = ArticleParser().article(
      from: Array("<html><body><h1>渡口的茶馆</h1><div>\(Self.lead)\(link)\(picture)\(Self.rest)</div></body></html>".utf8))
    #expect(!article.plainText().contains("回到最上面去"))
    #expect(article.images.map(\.url) == ["https://yuelan.example/1.jpg"])
  }

  @Test(arguments: ["role=\"dialog\"", "class=\"cookie-consent\"", "class=\"comments\""])
  func longNoticesStayHidden(_ attribute: String) {
    let notice = String(repeating: "本站使用缓存文件记住您的选择。您可以随时改变主意。", count: 8)
    let text = Self.text(of: "<article>\(Self.lead)</article><div hidden \(attribute)><p>\(notice)</p></div>")
    #expect(text.contains("第三位掌柜"))
    #expect(!text.contains("缓存文件"))
  }
}
