import Testing

@testable import ReadingRoom

/// Queries while they are typed: mistakes, former results, completion, why a hit matches.
@Suite struct QueryTypingTests {
  /// A visit in which a search for 水 has found its results, and then a mistake was typed.
  private func visit(with problem: QueryProblem, rows: Int = 24, columns: Int = 80) -> Visit {
    var visit = Visit(rows: rows, columns: columns)
    visit.press("s 水")
    // Typed without the library, which finds no mistakes here.
    _ = update(&visit.state, .key(Key("x")))
    let generation = visit.state.search?.generation ?? 0
    visit.send(
      .rowsLoaded(RowsPage(list: .search, generation: generation, total: 0, start: 0, rows: [], problem: problem)))
    return visit
  }

  @Test func aMistakeIsReportedAndKeepsTheHits() throws {
    let visit = visit(with: QueryProblem("引号没有配对", characterRange: 1..<2))
    #expect(visit.status.contains("引号没有配对"))
    #expect(visit.screen.contains("雨水到来之前"))
    // The wrong character is at column 4, after 水.
    let wrong = visit.frame[2, 4]
    #expect(wrong.cluster == "x")
    #expect(wrong.style.attributes.contains(.underline))
    #expect(wrong.style != visit.frame[2, 2].style)
  }

  @Test func anUnfinishedQueryKeepsTheHitsSilently() {
    let visit = visit(with: QueryProblem("引号没有配对", characterRange: 0..<2, isUnfinished: true))
    #expect(!visit.screen.contains("引号没有配对"))
    #expect(visit.screen.contains("雨水到来之前"))
    #expect(visit.frame[2, 2].style == visit.frame[2, 4].style)
  }

  /// Enter says that the query is finished; the hits on the screen are not its own.
  @Test func enterReportsAMistakeInAQuery() {
    var visit = visit(with: QueryProblem("引号没有配对", characterRange: 0..<2, isUnfinished: true))
    visit.press("enter")
    #expect(visit.status.contains("引号没有配对"))
    #expect(visit.state.search?.focus == .field)
    visit.press("pgdn S")
    #expect(visit.status.contains("引号没有配对"), "a query that is wrong is not saved")
    #expect(visit.state.prompt == nil)
  }

  @Test(arguments: [true, false]) func enterReportsAMistakeInAFilter(answersFirst: Bool) {
    var visit = Visit()
    visit.press("/")
    _ = update(&visit.state, .key(Key("x")))
    let page = RowsPage(
      list: .library, generation: visit.state.list.generation, total: 0, start: 0, rows: [],
      problem: QueryProblem("引号没有配对", characterRange: 0..<1, isUnfinished: true))
    if answersFirst { visit.send(.rowsLoaded(page)) }
    #expect(!visit.screen.contains("引号没有配对"))
    _ = update(&visit.state, .key(Key(.enter)))
    if !answersFirst { visit.send(.rowsLoaded(page)) }
    #expect(visit.status.contains("引号没有配对"), "\(visit.screen)")
  }

  @Test func aSearchWithoutWordsIsOrderedByDate() {
    var visit = Visit()
    visit.press("s 水")
    #expect(visit.screen.contains("按相关度"))
    let generation = visit.state.search?.generation ?? 0
    let row = ListRow(id: ArticleHandle(1), title: "笔记")
    visit.send(.rowsLoaded(RowsPage(list: .search, generation: generation, total: 1, start: 0, rows: [row])))
    #expect(visit.screen.contains("按相关度"), "the same request: rows came with snippets before")
    visit.press("x")
    let next = visit.state.search?.generation ?? 0
    visit.send(.rowsLoaded(RowsPage(list: .search, generation: next, total: 1, start: 0, rows: [row])))
    #expect(visit.screen.contains("按日期"), "\(visit.screen)")
  }

  @Test func aMistakeIsExplainedInFullWithoutEarlierHits() {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("s")
    _ = update(&visit.state, .key(Key("x")))
    let generation = visit.state.search?.generation ?? 0
    let sentence = "看不懂日期“x”。可以写 2023、2023-07、2023-07-17、7d、今天、上周"
    visit.send(
      .rowsLoaded(
        RowsPage(
          list: .search, generation: generation, total: 0, start: 0, rows: [],
          problem: QueryProblem(sentence, characterRange: 0..<1))))
    #expect(visit.screen.contains("今天、上周"))
  }

  @Test func keptHitsScrollAsTheyWereFound() throws {
    var visit = visit(with: QueryProblem("引号没有配对", characterRange: 1..<2))
    visit.press("enter")
    for _ in 0..<8 { visit.press("pgdn") }
    for effect in visit.effects {
      guard case .loadRows(let request) = effect, request.generation == visit.state.search?.generation else { continue }
      #expect(request.query.text == "水")
    }
  }

  @Test func aSuggestionIsOfferedIfNothingIsFound() {
    var visit = Visit()
    visit.press("s 鱼")
    let generation = visit.state.search?.generation ?? 0
    var page = RowsPage(list: .search, generation: generation, total: 0, start: 0, rows: [])
    page.suggestion = "水"
    visit.send(.rowsLoaded(page))
    #expect(visit.screen.contains("是不是要找“水”？"))
    visit.press("enter")
    #expect(visit.state.search?.query.text == "水")
    #expect(visit.screen.contains("雨水到来之前"))
  }

  @Test func tabCompletesFieldsAndTheirValues() {
    var visit = Visit(columns: 100)
    visit.press("s i tab")
    #expect(visit.state.search?.field.text == "in:")
    visit.press("tab")
    #expect(visit.state.search?.field.text == "is:")
    visit.type("u")
    visit.press("tab space -")
    visit.type("from:山")
    visit.press("tab")
    #expect(visit.state.search?.field.text == "is:unread -from:山河志")
    #expect(visit.state.search?.query.text == "is:unread -from:山河志")
    // If there is nothing to complete, Tab moves to the hits.
    visit.press("tab")
    #expect(visit.state.search?.focus == .rows)
  }

  @Test func tabCompletesInTheFilterToo() {
    var visit = Visit()
    visit.press("/ s o tab s tab")
    #expect(visit.state.prompt?.field.text == "sort:shortest")
    visit.press("ctrl-u d a t e : tab")
    #expect(visit.state.prompt?.field.text == "date:today")
    #expect(visit.screen.contains("yesterday"))
  }

  @Test func aHitShowsWhyItMatches() throws {
    var row = SampleLibrary().row(4)
    row.author = "沈砚、林渡"
    row.titleHits = [0..<6]
    row.authorHits = [9..<15]
    row.snippet = MatchedText(text: "河水漫过旧堤", hits: [0..<6])
    var visit = Visit(columns: 100)
    visit.press("s x")
    let generation = visit.state.search?.generation ?? 0
    visit.send(.rowsLoaded(RowsPage(list: .search, generation: generation, total: 1, start: 0, rows: [row])))
    #expect(visit.screen.contains("作者：沈砚、林渡　河水漫过旧堤"))
    let hit = visit.state.palette[.hit]
    var found = ""
    for line in 0..<24 {
      for column in 0..<100 where visit.frame[line, column].style == hit { found += visit.frame[line, column].cluster }
    }
    #expect(found == "雨水林渡河水")
  }

  @Test func helpKnowsTheQueryLanguage() {
    var visit = Visit(rows: 30, columns: 100)
    visit.press("s f1")
    #expect(visit.screen.contains("检索式"))
    #expect(visit.screen.contains("date:7d date:上周"))
  }
}
