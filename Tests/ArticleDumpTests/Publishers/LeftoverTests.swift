import Testing

@testable import ArticleDump

/// Leftovers of widgets and word processors on a page.
@Suite struct LeftoverTests {
  @Test func aPastedStyleSheetIsDropped() {
    let pasted =
      "<p>p.p1 {margin: 0.0px 0.0px; font: 17.0px Georgia; color: #323333}<br/> span.s1 {font-kerning: none}</p>"
    #expect(CleaningTests.article(CleaningTests.prose + pasted + CleaningTests.prose).blocks.count == 4)
    let told = "<p>p.p1 {margin: 0} 是编辑器留下的样式，删掉就好。</p>"
    #expect(CleaningTests.article(CleaningTests.prose + told + CleaningTests.prose).blocks.count == 5)
  }

  @Test func theTitleOfAnotherTextIsNotANotice() {
    let earlier = "上半部分：《“雾里的船” - 江报获授权发布渡口听证会记录（上）》"
    let article = CleaningTests.article(CleaningTests.prose + "<p>\(earlier)</p>")
    #expect(article.blocks.last == .paragraph(StyledText(earlier), role: nil))
    let notice = CleaningTests.article(CleaningTests.prose + "<p>本文由江报授权发布，摘自《雾里的船》。</p>")
    #expect(notice.blocks.last == .paragraph(StyledText("本文由江报授权发布，摘自《雾里的船》。"), role: .notice))
  }

  @Test func aDropCapBeginsAWord() {
    func line(_ markup: String) -> String? {
      CleaningTests.article(CleaningTests.prose + "<p>\n\(markup)\n</p>" + CleaningTests.prose).blocks[2].lineText?.text
    }
    func large(_ letter: String, _ rest: String) -> String? {
      line(
        "<span class=\"graf-dropCap\">\n  \(letter)\n </span>\n <a href=\"https://yuelan.example/2\">\n  \(rest)\n </a>"
      )
    }
    #expect(large("W", "hy the old pier\n was closed") == "Why the old pier was closed")
    #expect(large("F", "ERRY NOTES") == "FERRY NOTES")
    #expect(large("A", "rts of the river") == "Arts of the river")
    #expect(large("A", "nother pier") == "Another pier")
    #expect(large("I", "t is a quiet morning") == "It is a quiet morning")
    #expect(large("A", "New Pier") == "A New Pier")
    #expect(large("A", "group of ferrymen") == "A group of ferrymen")
    #expect(large("I", "was on the pier") == "I was on the pier")
    #expect(large("In", "a quiet morning") == "In a quiet morning")
    #expect(large("<span class=\"graf-dropCapQuote\">\n“\n</span>\n T", "here is no bridge”") == "“There is no bridge”")
    // An intended blank, and any other element.
    #expect(line("<span class=\"dropcap\">W</span> hy") == "W hy")
    #expect(line("<span>W</span>\nhy") == "W hy")
  }

  @Test(arguments: ["ad39", "a2a2", "9b39"])
  func aParagraphsNumberIsNotAClassName(id: String) {
    let numbered = "<p id=\"\(id)\" class=\"graf graf--p\">下面来看渡口的账本。</p>"
    #expect(CleaningTests.article(CleaningTests.prose + numbered + CleaningTests.prose).blocks.count == 5)
    // A name alone drops no sentence; a box with such a name is dropped with its adverts.
    let box = "<div id=\"ad39\"><p><a href=\"https://ads.example/\">山城新楼盘开盘</a></p></div>"
    #expect(CleaningTests.article(CleaningTests.prose + box + CleaningTests.prose).blocks.count == 4)
  }

  @Test func framesOfAdvertsAreNotShown() {
    let advert = CleaningTests.article(
      CleaningTests.prose + "<div id=\"google_ads_1\"><iframe src=\"./frame.html\" title=\"第三方内容\"></iframe></div>"
        + "<iframe src=\"https://ad.yuelan.example/1\" title=\"合作内容\"></iframe>"
        + "<iframe src=\"https://video.yuelan.example/1\" title=\"渡口的船\"></iframe>" + CleaningTests.prose)
    #expect(advert.plainText().contains("渡口的船"))
    #expect(!advert.plainText().contains("第三方内容"))
    #expect(!advert.plainText().contains("合作内容"))
  }

  @Test func anEmptyFrameShowsItsLink() {
    let frame =
      "<iframe src=\"\" width=\"0\" height=\"0\"><a href=\"https://yuelan.example/media/1/href\">https://yuelan.example/media/1/href</a></iframe>"
    let article = CleaningTests.article(CleaningTests.prose + frame + CleaningTests.prose)
    #expect(
      article.blocks[2] == .embed(Embed(kind: .frame, url: "https://yuelan.example/media/1/href", text: "")))
    let empty = CleaningTests.article(CleaningTests.prose + "<iframe src=\"\"></iframe>" + CleaningTests.prose)
    #expect(empty.blocks.count == 4)
  }

  @Test func anUpdateInTheTextIsKept() {
    let update = "<p><strong>更新（2023年7月8日）</strong></p><p>渡口的账本在今天找到了。</p>"
    let article = CleaningTests.article(update + CleaningTests.prose)
    #expect(article.plainText().contains("更新（2023年7月8日）") && article.modified?.iso8601.hasPrefix("2023-07-08") == true)
  }

  @Test func aRowOfOrnamentsIsARule() {
    #expect(CleaningTests.article(CleaningTests.prose + "<p>♦️♦️♦️</p>" + CleaningTests.prose).blocks[2] == .rule)
  }

  @Test func appealsForDonationsAreDropped() {
    let article = CleaningTests.article(CleaningTests.prose + "<p>江报没有付费墙，我们需要您的支持。捐助通道已开通，请看网页上的按钮</p>")
    #expect(article.blocks.count == 2)
  }

  @Test(
    arguments: [
      ("/x/2", "https://yuelan.example/x/2"), ("x/2", "https://yuelan.example/notes/x/2"),
      ("../x", "https://yuelan.example/x"), ("?p=2", "https://yuelan.example/notes/1?p=2"),
      ("//river.example/1", "https://river.example/1"), ("http://river.example/1", "http://river.example/1"),
      ("mailto:a@river.example", "mailto:a@river.example"), ("#note", nil), ("javascript:void(0)", nil),
      ("file:///C:/notes.docx#_ftn1", nil), ("/cdn-cgi/l/email-protection", nil),
      ("/cdn-cgi/l/email-protection#422302306c273a", "mailto:a@r.ex"),
    ] as [(String, String?)])
  func linksLeadToWhereABrowserGoes(href: String, url: String?) {
    let article = CleaningTests.article(
      CleaningTests.prose + "<p>船工说，<a href=\"\(href)\">渡口的旧闻</a>都在江边的茶馆里。</p>",
      url: "https://yuelan.example/notes/1")
    #expect(article.links.map(\.url) == (url.map { [$0] } ?? []))
    #expect(article.plainText().contains("渡口的旧闻都在"))
  }

  @Test func theFirstOfManyCategoriesIsTheSection() {
    let categories = ["江上通讯", "观点", "渡口的旧时代", "船工的手艺和如何学习它们", "对岸的城市与它的桥", "雾里的航线和汽笛的历史", "行船人的思考"]
    let links = categories.map { "<a href=\"https://yuelan.example/category/1\" rel=\"category tag\">\n\($0)\n</a>" }
    let meta = "<div class=\"entry-meta\"><span class=\"cat-links\">\(links.joined(separator: "\n ,\n"))</span></div>"
    let article = CleaningTests.article(meta + "<div class=\"entry-content\">\(CleaningTests.prose)</div>")
    #expect(article.section == "江上通讯" && article.blocks.count == 2)
  }
}
