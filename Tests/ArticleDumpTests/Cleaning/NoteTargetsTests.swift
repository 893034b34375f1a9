import Testing

@testable import ArticleDump

/// Notes that marks in the text link to.
@Suite struct NoteTests {
  /// A browser that saves a page writes its address before the mark.
  @Test(arguments: ["", "https://yuelan.example/zhi.html"]) func notesBelongToTheText(address: String) {
    let prose = (1...5).map {
      "<p>第\($0)年的县志记下了渡口的船数，也记下了米价和雨水。<sup><a href=\"\(address)#note-\($0)\">[\($0)]</a></sup>编者没有解释为何如此。</p>"
    }
    let notes = (1...5).map {
      "<li id=\"note-\($0)\"><a href=\"#back-\($0)\">^</a> <a href=\"https://example.org/\($0)\">《江县志》卷\($0)</a></li>"
    }
    let page = """
      <html><body><h1>渡口的县志</h1><div class="body">\(prose.joined())</div>
      <h2>注释</h2><ol class="references">\(notes.joined())</ol></body></html>
      """
    let text = ArticleParser().article(from: Array(page.utf8)).plainText()
    for number in 1...5 { #expect(text.contains("《江县志》卷\(number)")) }
  }

  /// The number of a comment links to the comment itself.
  @Test func commentsAreNotNotes() {
    let prose = (1...5).map { "<p>第\($0)年的县志记下了渡口的船数，也记下了米价和雨水。编者没有解释为何如此。</p>" }
    let comments = (1...5).map {
      "<li id=\"c\($0)\"><a href=\"#c\($0)\">\($0)楼</a> 路人\($0)：沙发沙发</li>"
    }
    let page = """
      <html><body><h1>渡口的县志</h1><div class="body">\(prose.joined())</div>
      <ol class="comment-list">\(comments.joined())</ol></body></html>
      """
    let text = ArticleParser().article(from: Array(page.utf8)).plainText()
    #expect(text.contains("编者没有解释"))
    #expect(!text.contains("沙发"))
  }

  /// A word leads to a part of the page.
  @Test func aLinkedWordIsNotANoteMark() {
    let page = """
      <html><body><h1>渡口的县志</h1><a href="#pl">评论</a><div class="body">\(PageCleanerTests.prose)</div>
      <div id="pl" class="comments">评论已经加载完毕</div></body></html>
      """
    let reading = ArticleParser().reading(of: Array(page.utf8), explaining: true)
    let line = reading.verdicts.first { $0.text == "评论已经加载完毕" }
    #expect(line?.isKept == false && line?.rules.contains { $0.rule == "isNote" } == false)
  }
}
