import Testing

@testable import ArticleDump

/// Lines below the text that say who wrote it and where it was printed.
@Suite struct ClosingLineTests {
  static func dump(_ tail: String) -> Article {
    ArticleParser().article(
      from: Array(
        "<!--1567836000000-->\n[渡口试用新船](https://news.example.org/n/1.html)\n------\n\n\(PageFactTests.prose)\(tail)"
          .utf8),
      path: "a.md")
  }

  @Test(arguments: [
    "（山城晚报记者王小江）", "（山城晚报记者 王小江）", "（作者王小江系山城大学教授）", "（作者：王小江，山城大学教授）", "作者王小江是山城大学教授。",
    "（王小江）", "（文／王小江）", "【记者王小江／台北報導】",
  ])
  func aClosingLineNamesTheAuthor(line: String) {
    let article = Self.dump("<p>\(line)</p>")
    #expect(article.authors == ["王小江"], "\(line)")
    guard case .paragraph(let text, let role)? = article.blocks.last else {
      Issue.record("\(line) is gone")
      return
    }
    #expect(text.text == line)
    #expect(role != nil, "\(line)")
  }

  @Test(arguments: ["（记者不在场）", "（作者系山城大学教授）", "（记者手记）", "（作者是谁不重要）"])
  func aClosingRemarkNamesNoAuthor(line: String) {
    #expect(Self.dump("<p>\(line)</p>").authors.isEmpty, "\(line)")
  }

  @Test(arguments: ["（原载《山城晚报》）", "（原載《山城晚报》2019年9月7日）", "本文原载于《山城晚报》"])
  func aClosingNoteNamesThePaper(line: String) {
    #expect(Self.dump("<p>\(line)</p>").source == "山城晚报", "\(line)")
  }

  @Test(arguments: ["山城周刊 版权所有", "山城周刊 忘记密码？", "山城晚报 关于我们"])
  func whatASiteSaysAboutItselfIsNotAPerson(line: String) {
    let page = PageFactTests.page(
      body: "<h1>渡口试用新船</h1><div class=\"text\">\(PageFactTests.prose)</div><div>\(line)</div>")
    #expect(page.authors.isEmpty, "\(line)")
  }
}
