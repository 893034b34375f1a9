import Testing

@testable import ArticleDump

/// Readers' comments are kept apart from the text, where a page's structure marks them.
@Suite struct CommentTests {
  private static func article(_ comments: String) -> Article {
    CleaningTests.article("<article><div class=\"entry-content\">\(CleaningTests.prose)</div></article>\(comments)")
  }

  private static let first = Comment(
    author: "老秦", date: Timestamp("2023-07-18T09:30:00+08:00"), text: "我小时候就在这个渡口等父亲下班，船工姓石。")
  private static let second = Comment(
    author: "北岸的人", date: Timestamp("2023-07-18T10:05:00+08:00"), text: "石师傅去年冬天走了，汽笛还留着。")

  private static let wordPress = """
    <div id="comments" class="comments-area"><h2 class="comments-title">2条评论</h2>
    <ol class="commentlist">
    <li class="comment even depth-1" id="comment-11"><div id="div-comment-11" class="comment-body">
    <div class="comment-author vcard"><cite class="fn">老秦</cite> <span class="says">说道：</span></div>
    <div class="comment-meta"><a href="#comment-11"><time datetime="2023-07-18T09:30:00+08:00">2023年7月18日 上午9:30</time></a></div>
    <p>我小时候就在这个渡口等父亲下班，船工姓石。</p>
    <div class="reply"><a href="?replytocom=11">回复</a></div></div>
    <ol class="children"><li class="comment odd depth-2" id="comment-12"><div id="div-comment-12" class="comment-body">
    <div class="comment-author vcard"><cite class="fn">北岸的人</cite></div>
    <div class="comment-meta"><time datetime="2023-07-18T10:05:00+08:00">2023年7月18日 上午10:05</time></div>
    <p>石师傅去年冬天走了，汽笛还留着。</p></div></li></ol></li></ol>
    <form id="commentform"><p>电子邮件地址不会被公开</p><textarea></textarea></form></div>
    """

  private static let portal = """
    <div class="comment-box"><h3>网友评论</h3><ul class="comment-list">
    <li><span class="user-name">老秦</span><span class="time">2023-07-18 09:30:00</span><p class="con">我小时候就在这个渡口等父亲下班，船工姓石。</p><a>顶(3)</a></li>
    <li><span class="user-name">北岸的人</span><span class="time">2023-07-18 10:05:00</span><p class="con">石师傅去年冬天走了，汽笛还留着。</p><a>顶(1)</a></li>
    </ul></div>
    """

  private static let staticBlog = """
    <section class="post-comments">
    <div class="comment-item"><b class="author">老秦</b> <span class="date">2023-07-18 09:30:00</span><div class="comment-content">我小时候就在这个渡口等父亲下班，船工姓石。</div></div>
    <div class="comment-item"><b class="author">北岸的人</b> <span class="date">2023-07-18 10:05:00</span><div class="comment-content">石师傅去年冬天走了，汽笛还留着。</div></div>
    </section>
    """

  private static let answered = """
    <div class="comments"><div class="comment-item"><b class="author">老秦</b> <span class="date">2023-07-18 09:30:00</span>
    <div class="content">我小时候就在这个渡口等父亲下班，船工姓石。</div>
    <div class="reply"><b class="author">北岸的人</b> <span class="date">2023-07-18 10:05:00</span>
    <div class="content">石师傅去年冬天走了，汽笛还留着。</div></div></div></div>
    """

  @Test(arguments: [wordPress, portal, staticBlog, answered])
  func commentsAreReadSeparately(markup: String) {
    let article = Self.article(markup)
    #expect(article.comments == [Self.first, Self.second])
    #expect(!article.plainText().contains("石师傅") && article.plainText().contains("靠汽笛认路"))
  }

  @Test func commentsAreReadFromMetadataIfTheMarkupHasNone() {
    let page = """
      <html><head><title>渡口的早晨</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"渡口的早晨",
      "author":{"@type":"Person","name":"林渡"},"comment":[{"@type":"Comment","text":"我小时候就在这个渡口等父亲下班，船工姓石。",
      "dateCreated":"2023-07-18T09:30:00+08:00","author":{"@type":"Person","name":"老秦"}},{"@type":"Comment","text":""}]}</script></head>
      <body><article><h1>渡口的早晨</h1>\(CleaningTests.prose)</article></body></html>
      """
    let article = ArticleParser().article(from: Array(page.utf8), path: "page.html")
    #expect(article.comments == [Self.first])
    #expect(article.authors == ["林渡"])
  }

  /// Texts in elements named after comments, an article about comments, and lists without people or days.
  @Test(arguments: [
    "<div class=\"comments\"><ul class=\"comment-list\"><li>写评论要先登录</li><li>评论守则</li></ul></div>",
    "<div id=\"comments\"><p>还没有评论，来写第一条。</p></div>",
    "<ul class=\"related-list\"><li><span class=\"author\">林渡</span> <span class=\"date\">2023-07-01</span> <p>另一个渡口的冬天。</p></li></ul>",
  ])
  func onlyCommentsAreReadAsComments(markup: String) {
    #expect(Self.article(markup).comments.isEmpty)
  }

  @Test func theTextIsNeverAComment() {
    let body =
      "<div class=\"comment\"><span class=\"author\">林渡</span><time datetime=\"2023-07-18\">7月18日</time>\(CleaningTests.prose)\(CleaningTests.prose)</div>"
    let article = CleaningTests.article(body)
    #expect(article.comments.isEmpty)
    #expect(article.plainText().contains("靠汽笛认路"))
  }

  @Test func commentsAreBounded() {
    let one = "<li class=\"comment\"><cite>某人</cite><p>\(String(repeating: "雾", count: 3_000))</p></li>"
    let article = Self.article("<ol class=\"commentlist\">\(String(repeating: one, count: 300))</ol>")
    #expect(article.comments.count == CommentReader.mostComments)
    #expect(article.comments.allSatisfy { $0.text.utf8.count <= CommentReader.mostBytes })
  }

  @Test func commentsGoThroughJSONAndTheSanitizer() throws {
    var article = Self.article(Self.portal)
    #expect(Article(json: article.jsonUTF8())?.comments == article.comments)
    article.comments = [Comment(author: "坏\u{1B}[31m人", text: "一\u{202E}二")]
    let sanitized = article.sanitized().comments
    #expect(sanitized.first?.author?.unicodeScalars.contains("\u{1B}") == false)
    #expect(sanitized.first?.text.unicodeScalars.contains("\u{202E}") == false)
  }
}
