import ArticleDump
import Testing

@testable import ReadingRoom

/// Information about the selected article, beside the list or over it, without opening the article.
@Suite struct ListPaneTests {
  @Test(arguments: [
    Size(rows: 6, columns: 20), Size(rows: 12, columns: 40), Size(rows: 24, columns: 80), Size(rows: 50, columns: 200),
  ])
  func factsAreShownAtEverySizeWithoutOpeningTheArticle(size: Size) {
    var visit = Visit(rows: size.rows, columns: size.columns)
    visit.press("m")
    #expect(visit.screen.contains("灯下"))
    #expect(visit.state.room == .list)
    #expect(visit.effects.contains(.peekArticle(ArticleHandle(0))))
    #expect(!visit.effects.contains { if case .loadArticle = $0 { true } else { false } })
    #expect(visit.state.list.selectedRow?.isRead == false)
    visit.press("m")
    #expect(visit.state.listPane == nil)
  }

  @Test func thePaneFollowsTheSelection() {
    var visit = Visit(rows: 30, columns: 120)
    visit.press("m down")
    #expect(visit.state.listPane?.loaded?.id == ArticleHandle(1))
    #expect(visit.screen.contains("▌"))
    visit.press("esc")
    #expect(visit.state.listPane == nil)
    #expect(visit.state.room == .list)
  }

  @Test func aPaneOverTheListTakesTheKeys() {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("m ]")
    #expect(visit.state.list.selected == 1)
    #expect(visit.state.listPane?.loaded?.id == ArticleHandle(1))
    visit.press("q")
    #expect(visit.state.listPane == nil && visit.state.room == .list)
  }

  @Test func aHitsPaneShowsItsLinesAndOpensThem() {
    var visit = Visit(rows: 30, columns: 120)
    visit.press("s 泥 enter")
    visit.send(.rowsLoaded(visit.hit("泥")))
    visit.press("m tab tab")
    let pane = visit.state.listPane?.pane
    #expect(pane?.items.first?.text == "“泥”")
    #expect(pane?.items.dropFirst().prefix { !$0.isHeading }.count == 3)
    visit.press("down enter")
    #expect(visit.state.room == .reader)
    #expect(visit.state.reader?.finding?.query == "泥")
  }

  /// What was searched for last counts, whatever was found in the article before.
  @Test func aHitOfTheOpenArticleShowsItsWords() {
    var visit = Visit(rows: 30, columns: 80)
    visit.press("enter / 的 enter")
    #expect(visit.state.reader?.finding?.query == "的")
    visit.press("q q s 泥 enter")
    visit.send(.rowsLoaded(visit.hit("泥")))
    visit.press("enter")
    #expect(visit.state.room == .reader && visit.state.reader?.id == ArticleHandle(0))
    #expect(visit.state.reader?.finding?.query == "泥" && visit.state.reader?.finding?.hits.count == 3)
    // Again, after the search in the article was left.
    visit.press("escape q")
    visit.press("enter")
    #expect(visit.state.reader?.finding?.query == "泥")
  }

  @Test func originsAreOnSeparateRows() {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("enter tab")
    #expect(!visit.screen.contains("出处："))
    visit.press("o")
    let lines = visit.screen.split(separator: "\n").map(String.init)
    let published = lines.firstIndex { $0.contains("发表") } ?? 0
    #expect(lines[published].hasSuffix("14:28"))
    #expect(lines[published + 1].hasSuffix("出处：页面"))
  }
}

extension Visit {
  /// A page with one hit for the latest search.
  fileprivate func hit(_ text: String) -> RowsPage {
    var page = RowsPage(
      list: .search, generation: state.search?.generation ?? 0, total: 1, start: 0, rows: [library.row(0)])
    page.words = [text]
    return page
  }
}
