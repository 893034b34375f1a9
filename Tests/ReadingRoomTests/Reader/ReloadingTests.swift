import ArticleDump
import Testing

@testable import ReadingRoom

/// The file of the open article changes.
@Suite struct ReloadingTests {
  private static func article(_ numbers: some Sequence<Int>, changed: Int? = nil) -> Article {
    var article = Article(dialect: .text, title: "长卷")
    article.blocks = numbers.map { number in
      let text = "第\(number)段，\(number == changed ? "改写过的" : "")一盏灯亮起来，字就醒了，读到这里还没有完。"
      return .paragraph(StyledText(text), role: nil)
    }
    return article
  }

  private func visit(_ article: Article) -> Visit {
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    return visit
  }

  private func reload(_ visit: inout Visit, _ article: Article) {
    visit.send(.articleReloaded(LoadedArticle(id: ArticleHandle(0), article: article)))
  }

  private func firstLine(_ visit: Visit) -> Substring? {
    visit.screen.split(separator: "\n").first { $0.contains("段") }
  }

  @Test func aChangeOfTheLibraryAsksForTheOpenArticle() {
    var visit = visit(Self.article(1...60))
    visit.send(.libraryChanged(newCount: 0))
    #expect(visit.effects.contains(.reloadArticle(ArticleHandle(0))))
  }

  /// Paragraphs are added above, removed above, changed above and below.
  @Test func aChangedArticleIsShownAtTheSamePlace() throws {
    let articles = [
      Self.article(Array(100...120) + Array(1...60)), Self.article(5...60), Self.article(1...60, changed: 2),
      Self.article(1...60, changed: 59), Self.article(1...70),
    ]
    for article in articles {
      var visit = visit(Self.article(1...60))
      visit.press("space space")
      visit.press("M a down down")
      let line = try #require(firstLine(visit))
      reload(&visit, article)
      #expect(firstLine(visit) == line)
      #expect(visit.status.contains("文件有改动，已重新载入"))
      #expect(visit.state.reader?.loaded.article == article)
      let mark = try #require(visit.state.reader?.marks["a"])
      let place = try #require(visit.state.reader?.flow.locate(mark))
      #expect(visit.state.reader?.flow.leaves[place.leaf].text.contains("第") == true)
      visit.press("up up")
      #expect(visit.state.reader?.topOffset == mark)
    }
  }

  @Test func theSameTextAgainChangesNothing() {
    var visit = visit(Self.article(1...60))
    visit.press("space V")
    let before = visit.screen
    reload(&visit, Self.article(1...60))
    #expect(visit.screen == before)
    #expect(visit.state.reader?.successor == nil)
  }

  @Test func aPlaceInAShorterTextIsItsEnd() {
    var visit = visit(Self.article(1...60))
    visit.press("end")
    reload(&visit, Self.article(1...3))
    #expect(visit.screen.contains("第 3 段"))
    reload(&visit, Article(dialect: .text, title: "长卷"))
    #expect(visit.screen.contains("长卷"))
  }

  /// What is being typed belongs to the text as it was.
  @Test func aSelectionAndItsNoteAreFinishedFirst() throws {
    var visit = visit(Self.article(1...60))
    visit.press("space V n")
    visit.type("一句话")
    reload(&visit, Self.article(1...60, changed: 1))
    #expect(visit.state.reader?.selection != nil)
    #expect(visit.state.reader?.loaded.article == Self.article(1...60))
    visit.press("enter")
    let added = visit.effects.contains {
      if case .addHighlight(_, _, _, let quotation, "一句话") = $0 { quotation.contains("一盏灯") } else { false }
    }
    #expect(added)
    #expect(visit.state.reader?.loaded.article == Self.article(1...60, changed: 1))
  }

  @Test func whatWasFoundIsFoundInTheNewText() {
    var visit = visit(Self.article(1...60))
    visit.press("/")
    visit.type("醒了")
    visit.press("enter n n")
    reload(&visit, Self.article(1...50))
    #expect(visit.state.reader?.finding?.hits.count == 50)
  }

  @Test func anotherArticleIsNotReplaced() {
    var visit = visit(Self.article(1...60))
    visit.send(.articleReloaded(LoadedArticle(id: ArticleHandle(7), article: Self.article(1...3))))
    #expect(visit.state.reader?.loaded.article == Self.article(1...60))
  }
}
