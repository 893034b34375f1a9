import Testing

@testable import ArticleDump

/// Pages that list other articles: front pages, sections.
@Suite struct PageEntriesTests {
  private static let subjects = ["渡船停航", "大桥通车", "水位回落", "码头改建", "船工转行", "江堤加固"]

  private static func entries(linked: Bool = true) -> String {
    subjects.map { subject in
      let headline = "\(subject)以后镇上的人都在说什么"
      let heading = linked ? "<a href=\"https://yuelan.example/\(subject)\">\(headline)</a>" : headline
      return "<article><h3>\(heading)</h3><p>记者走访了沿江的三个村子，\(subject)是每个人都要说到的话题。</p><p>本报记者 王小江</p></article>"
    }.joined()
  }

  private static func article(_ main: String, title: String = "山城日报") -> Article {
    let page =
      "<!DOCTYPE html><html><head><title>\(title)</title></head><body><nav><a href=\"/\">首页</a> <a href=\"/news\">新闻</a>"
      + "</nav><main>\(main)</main><footer>山城日报社版权所有</footer></body></html>"
    return ArticleParser().article(from: Array(page.utf8), path: "inbox/1.html")
  }

  @Test func theEntriesOfAFrontPageAreKept() {
    let article = Self.article(Self.entries())
    for subject in Self.subjects {
      #expect(article.plainText().contains("\(subject)以后镇上的人都在说什么"))
      #expect(article.plainText().contains("\(subject)是每个人都要说到的话题。"))
    }
    #expect(!article.plainText().contains("版权所有") && !article.plainText().contains("首页"))
    #expect(article.diagnostics.contains { $0.kind == "list" } && article.authors.isEmpty)
  }

  /// A short report is an article, however many others are listed beside it.
  @Test func aReportBesideTeasersIsNotAList() {
    let report = "<h1>渡口的早晨</h1><p>春天的第一班渡船在六点半离开码头，船上只有三位乘客和一筐青菜。</p>"
    let article = Self.article(report + Self.entries(), title: "渡口的早晨")
    #expect(article.plainText().contains("第一班渡船") && !article.diagnostics.contains { $0.kind == "list" })
    #expect(!article.plainText().contains("水位回落是每个人都要说到的话题"))
  }

  @Test func aTextUnderHeadingsIsNotAList() {
    let article = Self.article("<h1>江边六事</h1>" + Self.entries(linked: false), title: "江边六事")
    #expect(article.plainText().contains("江堤加固是每个人") && !article.diagnostics.contains { $0.kind == "list" })
  }
}
