import Testing

@testable import ArticleDump

/// A cleaned article loses nothing when it is parsed again as bare text in the markup of an unknown site: what is
/// running text in one page is running text in every page.
@Suite struct RecleaningTests {
  enum Shape: String, CaseIterable {
    case paragraphs, divisions, breaks, spans

    func body(_ lines: [String]) -> String {
      let lines = lines.map {
        $0.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: " ")
      }
      return switch self {
      case .paragraphs: lines.map { "<p>\($0)</p>\n" }.joined()
      case .divisions: "<div class=\"post\">" + lines.map { "<div>\($0)</div>\n" }.joined() + "</div>"
      case .breaks: "<div>" + lines.joined(separator: "<br>\n<br>\n") + "</div>"
      case .spans: lines.map { "<section><span style=\"font-size:15px\">\($0)</span></section>" }.joined()
      }
    }
  }

  /// The paragraphs that consist only of running text.
  private static func lines(_ article: Article) -> [String] {
    article.blocks.compactMap {
      guard case .paragraph(let text, role: nil) = $0 else { return nil }
      return text.text
    }
  }

  private static func withoutBlanks(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: PublisherFixtureTests.names, Shape.allCases)
  func runningTextIsKept(name: String, shape: Shape) throws {
    let lines = Self.lines(try PublisherFixtureTests.article(name))
    let dump = "<!--1690000000000-->\n[渡口](https://yuelan.example/\(name)/1)\n------\n\n\(shape.body(lines))\n"
    let text = Self.withoutBlanks(ArticleParser().article(from: Array(dump.utf8)).plainText())
    for line in lines { #expect(text.contains(Self.withoutBlanks(line)), "\(name), \(shape): \(line)") }
  }

  @Test func aHeadingThatRepeatsTheTitleDoesNotCutEnglishText() {
    let sentence = "The ferry left the quay at half past six, and the fog stayed until eight. "
    let page =
      "<p>\(sentence)Nobody spoke.</p><p>\(sentence)\(sentence)\(sentence)</p><h2>The Ferry</h2><p>\(sentence)</p>"
    #expect(CleaningTests.article(page, title: "The Ferry").blocks.count == 3)
  }

  /// A page with one line below a title that is a question: neither is prose, and the facts are between them.
  @Test func factsOfAPageWithASingleLineAreRead() {
    for (title, line) in [("渡口的早晨，雾散了吗？船还在等，等到什么时候？", "#渡口 #早晨"), ("渡口的早晨", "江面一片白")] {
      let article = CleaningTests.article(
        """
        <html><head><title>\(title) - 山城新闻网</title></head><body><div class="header"><a href="/">首页</a></div>
        <div class="main"><div class="left"><h1>\(title)</h1><div class="info"><span>2023-07-22 09:30</span><span>来源：山城新闻网</span></div>
        <div class="content"><p>\(line)</p></div><div class="share">分享到：<a href="#">微信</a></div></div>
        <div class="right"><h3>热门文章</h3><ul><li><a href="/1">第一条热门文章标题在此</a></li></ul></div></div>
        <div class="footer"><a href="/about">关于我们</a> 版权所有</div></body></html>
        """, title: title)
      #expect(article.blocks == [.paragraph(StyledText(line), role: nil)])
      #expect(article.published?.iso8601 == "2023-07-22T09:30:00+08:00")
      #expect(article.source == "山城新闻网")
    }
  }

  @Test func aPromptBelowAPoemIsDropped() {
    let lines = ["江水不问船", "船不问岸", "岸在雾里"]
    let article = CleaningTests.article(
      lines.map { "<p>\($0)</p>" }.joined() + "<div>打开APP，阅读体验更佳</div>", title: "渡")
    #expect(article.blocks.count == 3)
  }

  @Test func aPrepositionIsNotPartOfAName() {
    let article = CleaningTests.article(
      "<div class=\"entry-meta\"><span class=\"byline\"> 由<span class=\"author vcard\"><a href=\"/author/1\">何小舟</a></span></span></div>"
        + CleaningTests.prose)
    #expect(article.authors == ["何小舟"])
    #expect(article.blocks.count == 2)
  }

  /// Facts in adjacent elements without a blank between, in any order.
  @Test(arguments: [
    "<div class=\"meta\"><span>撰文：何小舟</span><span>出版：2023-07-22 09:30</span><span>更新：2023-07-22 12:10</span></div>",
    "<div class=\"info\"><span>作者：何小舟</span><span>2023-07-22 09:30</span><span>更新：2023-07-22 12:10</span></div>",
    "<p class=\"author\">作者：何小舟</p><div class=\"meta\"><span>最新更新：2023/07/22 12:10</span><span>2023/07/22 09:30</span></div>",
  ])
  func aDateOfChangeIsNotTheDateOfPublication(head: String) {
    let article = CleaningTests.article(head + CleaningTests.prose)
    #expect(article.published?.iso8601 == "2023-07-22T09:30:00+08:00")
    #expect(article.modified?.iso8601 == "2023-07-22T12:10:00+08:00")
    #expect(article.authors == ["何小舟"])
    #expect(article.blocks.count == 2)
  }

  @Test func theOnlyDateIsUsedWhateverItsLabel() {
    let article = CleaningTests.article("<div>更新时间：2023年07月22日 09:30</div>" + CleaningTests.prose)
    #expect(article.published?.iso8601 == "2023-07-22T09:30:00+08:00")
    #expect(article.modified == nil)
  }

  @Test(arguments: ["<p>%</p>", "<div class=\"post_foot\"><p>%</p></div>"]) func factsMayBeBelowTheText(box: String) {
    let line = "作者：何小舟 | 2023-07-22 09:30 | 来源：山城晚报 | 阅读 1.2万"
    let article = CleaningTests.article(CleaningTests.prose + box.replacing("%", with: line))
    #expect(article.published?.iso8601 == "2023-07-22T09:30:00+08:00")
    #expect(article.authors == ["何小舟"])
    #expect(article.source == "山城晚报")
    #expect(article.blocks.count == 2)
  }

  @Test func theDateAfterTheEditorIsNotPartOfTheName() {
    #expect(CleaningTests.article(CleaningTests.prose + "<p>（編輯：何曉舟）1120722</p>").editors == ["何曉舟"])
  }

  @Test func dateAndAuthorAreReadFromABlogPostsFooter() {
    let foot = """
      <div class='post-footer'><span class='post-author vcard'>張貼者： <span class='fn'><a href='/profile'>何曉舟</a></span></span>
      <span class='post-timestamp'>於 <a href='/x'><abbr class='published' title='2023-07-22T09:30:00+08:00'>上午9:30</abbr></a></span>
      <div class='post-share-buttons'><a href='#'>以電子郵件傳送這篇文章</a></div></div>
      """
    let article = CleaningTests.article(CleaningTests.prose + foot)
    #expect(article.published?.iso8601 == "2023-07-22T09:30:00+08:00")
    #expect(article.authors == ["何曉舟"])
    #expect(article.blocks.count == 2)
    #expect(CleaningTests.article("<p>作者：江一帆</p>" + CleaningTests.prose + foot).authors == ["江一帆"])
    // Several entries of a page that disagree about every fact.
    let other = foot.replacing("07-22", with: "07-21").replacing("何曉舟", with: "林小雨")
    #expect(CleaningTests.article(CleaningTests.prose + foot + other).published == nil)
  }

  @Test func keywordsBecomeTagsAndLeaveTheText() {
    let article = CleaningTests.article(
      CleaningTests.prose
        + "<div class=\"tags\">标签：<a href=\"/t/1\">#渡口</a> <a href=\"/t/2\">晨雾</a> <a href=\"/t/1\">#渡口</a></div>")
    #expect(article.tags == ["渡口", "晨雾"])
    #expect(article.blocks.count == 2)
    let post = ArticleParser().article(
      from: Array("---\ntitle: \"渡口\"\ntags: [ 渡口, 晨雾 ]\n---\n\n\(CleaningTests.prose)\n".utf8))
    #expect(post.tags == ["渡口", "晨雾"])
  }
}
