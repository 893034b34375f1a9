import Testing

@testable import ArticleDump

/// Articles that services export as JSON.
@Suite struct JSONArticlesTests {
  private let html = "<p>这是第一段，写来试试各种存档格式能不能读。</p><p>这是第二段，句子要够长才像一篇文章。</p>"

  private func article(_ json: String) -> Article { ArticleParser().article(from: Array(json.utf8), path: "a.json") }

  @Test func anObjectOfReadabilityIsAnArticle() {
    let article = article(
      #"{"title": "标题\"甲\"", "byline": "某人", "content": "\#(html)", "textContent": "x", "publishedTime": "2024-05-01", "siteName": "某报", "lang": "zh"}"#
    )
    #expect(article.title == "标题\"甲\"" && article.authors == ["某人"] && article.blocks.count == 2)
    #expect(article.published?.iso8601Date == "2024-05-01")
  }

  @Test func fieldsOfWallabagAndOmnivoreAreFacts() {
    let article = article(
      #"[{"title": "标题一二三", "url": "https://example.com/a/1", "content": "\#(html)", "published_at": "2024-05-01T08:00:00+0800", "published_by": ["甲"], "tags": [{"id": 1, "label": "读"}, "写"]}]"#
    )
    #expect(article.url == "https://example.com/a/1" && article.tags == ["读", "写"] && article.authors == ["甲"])
    #expect(article.published == Timestamp("2024-05-01T08:00:00+08:00"))
  }

  @Test func anIssueHasItsTextAndItsComments() {
    let article = article(
      #"{"number": 1, "title": "存档", "body": "https://example.com/a/1", "comments": [{"body": "**第一段**。\n\n第二段。"}, {"body": "第三段。"}]}"#
    )
    #expect(article.url == "https://example.com/a/1" && article.title == "存档")
    #expect(article.plainText().contains("第一段") && article.plainText().contains("第三段。"))
    #expect(!article.plainText().contains("**"))
  }

  @Test(arguments: [
    #"{"name": "left-pad", "version": "1.0.0", "license": "MIT"}"#, #"["a", "b"]"#, #"{"title": "no text"}"#, "{",
    "[[1]]",
    #"{"content": "no title"}"#,
  ]) func otherJSONIsNoArticle(json: String) {
    #expect(JSONArticles(Array(json.utf8)) == nil)
    #expect(article(json).dialect == .text)
  }

  @Test func frontMatterInJSONStaysFrontMatter() {
    let article = ArticleParser().article(
      from: Array("{\n\"title\": \"标题\",\n\"text\": \"x\"\n}\n\n正文在**下面**。\n".utf8), path: "a.md")
    #expect(article.title == "标题" && article.plainText().contains("正文在下面。"))
  }

  @Test func truncatedJSONIsClosedWhereItIsCut() {
    let json = #"{"title": "标题一二三", "url": "https://example.com/a/1", "tags": ["a", {"n": 1}], "content": "\#(html)"}"#
    let bytes = Array(json.utf8)
    let whole = bytes.firstRange(of: Array("<p>".utf8))?.upperBound ?? 0
    for length in whole + 3..<bytes.count {
      let head = ArticleParser().head(from: Array(bytes[..<length]), path: "a.json")
      #expect(head.title == "标题一二三" && head.url == "https://example.com/a/1", "\(length)")
    }
    for length in 0...bytes.count { _ = JSONArticles(Array(bytes[..<length]), isHead: true) }
  }

  /// The envelope reads everything that a transcript contains.
  @Test func transcriptsAreReadBack() {
    var transcript = ArticleTranscript()
    transcript.title = "标题: [\"甲\"] \\ #乙"
    transcript.url = "https://example.com/a b?x=(1)"
    transcript.date = "2024-05-01T08:00:00+08:00"
    transcript.authors = ["甲, 乙", "丙"]
    transcript.tags = ["读", "写: 一"]
    transcript.body = Array("段落一，没有标签。\n\n**不是** Markdown".utf8)
    transcript.fed = Timestamp("2024-05-02T00:00:00Z")
    let article = ArticleParser().article(from: transcript.bytes(), path: "a")
    #expect(article.title == transcript.title && article.url == "https://example.com/ab?x=(1)")
    #expect(article.authors == transcript.authors && article.tags == transcript.tags)
    #expect(article.published == Timestamp("2024-05-01T08:00:00+08:00") && article.fed == transcript.fed)
    #expect(article.plainText().contains("**不是** Markdown"))
  }
}
