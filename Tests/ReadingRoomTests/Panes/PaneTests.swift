import ArticleDump
import Testing
import Typesetting

@testable import ReadingRoom

@Suite struct PaneTests {
  @Test func originsOfFactsAreShownOnDemand() {
    var visit = Visit(rows: 50, columns: 120)
    visit.press("enter tab o")
    for text in [
      "发表时间", "2023-07-17 14:28", "出处：页面", "推送时间", "2023-07-17 12:45", "出处：文件头", "沈砚", "出处：正文", "译名", "John Smith",
      "引用媒体",
      "目录",
    ] {
      #expect(visit.screen.contains(text), "\(text)")
    }
  }

  @Test func diagnosticsAreInTheReadersLanguage() {
    var article = SampleArticle.article
    article.diagnostics = [
      Diagnostic(kind: "cut-by-paywall", line: 0, message: "the rest is for subscribers"),
      Diagnostic(kind: "invalid-utf8", line: 3, message: "a broken character became U+FFFD"),
      Diagnostic(kind: "unheard-of", line: 0, message: "as it is"),
    ]
    let loaded = LoadedArticle(id: ArticleHandle(1), article: article)
    let flow = Flow(article, language: .simplified, charactersPerMinute: 400)
    let texts = PaneItem.items(for: loaded, flow: flow, findings: [], language: .simplified).map(\.text).suffix(4)
    #expect(texts == ["源文件问题", "其余部分只对订户开放", "有损坏的字符，显示为 U+FFFD", "as it is"])
  }

  @Test func theOutlineLeadsToItsPlace() throws {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("enter tab")
    try select("“钱衣”二字", in: &visit)
    visit.press("enter")
    #expect(visit.screen.contains("信写在木牍上"))
    #expect(visit.state.pane == nil)
    visit.press("' '")
    #expect(visit.state.reader?.topOffset == 0)
  }

  @Test func aRelatedArticleOfTheLibraryOpens() throws {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("enter tab")
    try select("一把尺子的历史", in: &visit)
    visit.press("enter")
    #expect(visit.state.reader?.id == ArticleHandle(5))
    visit.press("<")
    #expect(visit.state.reader?.id == ArticleHandle(0))
  }

  @Test func sharedFactsLeadToTheirList() throws {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("/ 水 enter enter tab")
    try select("沈砚", in: &visit)
    #expect(visit.status.contains("同类文章"))
    visit.press("enter")
    #expect(visit.state.list.query.facets == [Facet(.author, "沈砚")])
    visit.press("<")
    #expect(visit.state.room == .reader)
    try select("2023-07-17 14:28", in: &visit)
    visit.press("enter")
    #expect(visit.state.list.query.text.isEmpty)
    #expect(visit.state.list.query.facets == [Facet(.month, "2023-07")])
    #expect(visit.state.room == .list)
  }

  @Test func tagsAuthorsAndFoldersLeadToTheirLists() throws {
    for (text, facet) in [
      ("渡口", Facet(.tag, "渡口")), ("随笔", Facet(.category, "随笔")), ("posts/2021", Facet(.folder, "posts/2021")),
    ] {
      var visit = Visit(rows: 40, columns: 120)
      visit.library.filing = ("posts/2021", ["江", "渡口"], ["随笔"])
      visit.press("enter tab")
      try select(text, in: &visit)
      visit.press("enter")
      #expect(visit.state.room == .list)
      #expect(visit.state.list.query.facets == [facet])
      visit.press("<")
      #expect(visit.state.room == .reader)
    }
  }

  @Test func aCategoryEqualToTheSectionIsShownOnce() {
    for (categories, isShown) in [(["随笔"], true), (["随笔", SampleArticle.article.section ?? ""], false)] {
      var visit = Visit(rows: 50, columns: 120)
      visit.library.filing = (nil, [], categories)
      visit.press("enter tab")
      #expect(visit.screen.contains("栏目") == isShown)
      #expect(visit.screen.contains("分类"))
    }
  }

  @Test func theHintSaysWhatEnterDoes() throws {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("enter tab")
    #expect(!visit.status.contains("Enter"))
    try select("简体中文", in: &visit)
    try select("另一处的文章", in: &visit)
    #expect(visit.status.contains("Enter 打开"))
    visit.press("g )")
    #expect(visit.status.contains("Enter 跳转"))
  }

  @Test func aLinkOpensOrIsCopied() throws {
    var visit = Visit(rows: 40, columns: 120, traits: TerminalTraits(opensURLs: true))
    visit.press("enter tab")
    try select("另一处的文章", in: &visit)
    visit.press("enter y")
    #expect(visit.effects.contains(.open(url: "https://example.net/2")))
    #expect(visit.effects.contains(.copy("https://example.net/2")))
  }

  @Test func thePaneShowsWhereTheWordsOccur() throws {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("enter m / 夏 enter")
    #expect(visit.screen.contains("“夏”"))
    try select("夏衣来", in: &visit)
    visit.press("enter")
    #expect(visit.screen.contains("愿母遗黑夫钱"))
  }

  /// Focuses the pane and moves down to the item that contains a text.
  private func select(_ text: String, in visit: inout Visit) throws {
    if visit.state.pane?.isFocused == false { visit.press("tab") }
    for _ in 0..<60 where visit.state.pane?.selectedItem?.text.contains(text) != true { visit.press("down") }
    let item = try #require(visit.state.pane?.selectedItem)
    try #require(item.text.contains(text))
    #expect(visit.screen.contains(text), "the selected item is in sight")
  }
}

@Suite struct ListTests {
  @Test func scrollingALongListKeepsFewRows() {
    var visit = Visit(count: 100_000)
    visit.press("G")
    #expect(visit.status.contains("100,000/100,000"))
    #expect(!visit.screen.contains("…\n"))
    visit.press("pgup up g down")
    #expect(visit.status.contains("2/100,000"))
    #expect(visit.screen.contains("茶马古道"))
    #expect(visit.state.list.rows.count <= ListState.heldCount)
    for _ in 0..<60 { visit.press("pgdn") }
    #expect(visit.state.list.rows.count <= ListState.heldCount)
    #expect(visit.state.list.selectedRow != nil)
  }

  @Test func anArrowChangesOnlyTheMarksAndTheCounter() {
    var visit = Visit()
    visit.press("down")
    let before = visit.frame
    // Before the selection rests and the highlight follows.
    _ = update(&visit.state, .key(Key(.down)))
    let after = visit.frame
    let changed = zip(before.cells, after.cells).filter { $0 != $1 }
    #expect(changed.count == 3)
  }

  @Test func staleAnswersAreDropped() {
    var visit = Visit()
    visit.press("/ 竹")
    let rows = visit.state.list.rows
    visit.send(.rowsLoaded(RowsPage(list: .library, generation: 1, total: 3, start: 0, rows: [])))
    #expect(visit.state.list.rows == rows)
    #expect(visit.state.list.count == 4)
  }

  @Test func answersGoToTheRequestingList() {
    var visit = Visit()
    visit.press("s 水 enter q")
    let before = visit.state.list.rows
    let requests = update(&visit.state, .libraryChanged(newCount: 0)).compactMap { effect -> RowsRequest? in
      if case .loadRows(let request) = effect { request } else { nil }
    }
    #expect(requests.map(\.list) == [.library, .search])
    // The search's answer under the list's number, as if the two had been swapped.
    for request in requests {
      let other: ListKind = request.list == .library ? .search : .library
      visit.send(.rowsLoaded(RowsPage(list: other, generation: request.generation, total: 0, start: 0, rows: [])))
    }
    #expect(visit.state.list.rows == before)
    #expect(visit.state.search?.count == 12)
    for request in requests { for answer in visit.library.carryOut(.loadRows(request)) { visit.send(answer) } }
    #expect(visit.state.list.count == 40)
    #expect(visit.state.search?.count == 12)
  }

  /// Rows that are opened once they are loaded are those of the visible list.
  @Test func anAnswerForAnotherListOpensNothing() {
    var visit = Visit(count: 3_000)
    visit.press("s 水 enter")
    var held = update(&visit.state, .key(Key("G")))
    held += update(&visit.state, .key(Key(.enter)))
    #expect(visit.state.awaited == .selectedToRead)
    visit.send(
      .rowsLoaded(RowsPage(list: .library, generation: visit.state.list.generation, total: 0, start: 0, rows: [])))
    #expect(visit.state.awaited == .selectedToRead)
    for effect in held { for answer in visit.library.carryOut(effect) { visit.send(answer) } }
    #expect(visit.state.room == .reader)
  }

  @Test(arguments: [(5, 20), (12, 40), (24, 80), (31, 97), (24, 100), (50, 200)])
  func escapeLeavesTheSearchFieldAtEveryWidth(rows: Int, columns: Int) {
    for keys in ["s 水", "s 水 esc f esc", "s 无 此 词"] {
      var visit = Visit(rows: rows, columns: columns)
      visit.press(keys)
      visit.press("esc")
      #expect(visit.state.room != .search || visit.state.search?.focus != .field, "\(keys) at \(columns)")
      visit.press("?")
      #expect(visit.state.room == .help, "\(keys) at \(columns): \(visit.screen)")
    }
  }

  @Test func theSelectionStaysWithItsArticleWhenTheLibraryGrows() {
    var visit = Visit()
    visit.press("down down")
    let id = visit.state.list.selectedRow?.id
    visit.library.count = 60
    visit.send(.libraryChanged(newCount: 0))
    #expect(visit.state.list.selectedRow?.id == id)
    visit.press("g")
    visit.send(.libraryChanged(newCount: 0))
    #expect(visit.state.list.selected == 0)
  }

  @Test func theSelectionStaysInsideAShorterList() {
    var visit = Visit(count: 2_000)
    visit.press("G")
    let generation = visit.state.list.generation
    visit.send(
      .rowsLoaded(
        RowsPage(list: .library, generation: generation, total: 3, start: 0, rows: (0..<3).map(visit.library.row))))
    #expect(visit.state.list.selected == 2)
    #expect(visit.status.contains("3/3"))
    visit.press("up")
    #expect(visit.status.contains("2/3"))
  }

  @Test func facetsNarrowAndWidenTheList() {
    var visit = Visit(columns: 100)
    visit.press("f")
    for _ in 0..<2 { visit.press("down") }
    visit.press("enter")
    #expect(visit.state.list.query.facets == [Facet(.publisher, "dengxia")])
    #expect(visit.screen.split(separator: "\n").first?.contains("灯下") == true)
    visit.press("enter")
    #expect(visit.state.list.query.facets.isEmpty)
    visit.press("end enter")
    #expect(visit.state.list.query.text == "气候 date:2023")
  }

  @Test func keysJumpBetweenKindsOfFacets() {
    var visit = Visit(rows: 12)
    let many = (0..<40).map { FacetCount(Facet(.publisher, "p\($0)"), label: "社\($0)", count: 40 - $0) }
    let few = [FacetCount(Facet(.tag, "茶"), count: 2), FacetCount(Facet(.tag, "月"), count: 1)]
    let months = (0..<30).map { FacetCount(Facet(.month, "20\(10 + $0)-01"), count: 1) }
    visit.press("f")
    visit.send(
      .facetsLoaded(
        generation: visit.state.list.facetsGeneration,
        [FacetCount(Facet(.state, "unread"), count: 3)] + many + few + months))
    func selected() -> String { visit.state.list.facets[visit.state.list.selectedFacet].facet.value }
    visit.press(")")
    #expect(selected() == "p0")
    visit.press(")")
    #expect(selected() == "茶")
    let rows = visit.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let region = visit.state.facetsRegion
    #expect(rows[region.row].contains("标签"), "\(visit.screen)")
    #expect(rows[region.row + 1].contains("茶"), "\(visit.screen)")
    visit.press("down (")
    #expect(selected() == "茶")
    visit.press("(")
    #expect(selected() == "p0")
    #expect(visit.screen.contains("来源"), "\(visit.screen)")
    visit.press(") ) )")
    #expect(selected() == "2010-01")
    #expect(visit.status.contains("在这里无效"))
  }

  @Test func pickingAFacetClosesASidebarOverTheList() {
    var visit = Visit()
    visit.press("f down down enter")
    #expect(visit.state.list.query.facets == [Facet(.publisher, "dengxia")])
    #expect(visit.screen.contains("灯下读简"), "the rows are back: \(visit.screen)")
    visit.press("f enter")
    #expect(visit.state.list.query.facets.isEmpty, "the same facet is selected again")
  }

  @Test(
    arguments: [
      ("china-usa-climate.jpg", true), ("2023-07-17T1200Z_Reuters_ClimateTalks.jpg", true), ("月亮.png", true),
      ("1*fk_zOQI14WxrgoQeTv10aw.png", false), ("0*QFyI5aK2e1DnN8EV.jpg", false), ("IMG_2041.JPG", false),
      ("d41d8cd98f00b204-decade-facade.jpg", false), ("DSC-0042_bhr.jpg", false),
    ])
  func aPictureIsNamedByItsFileOnlyIfTheNameHasWords(name: String, hasWords: Bool) {
    let legend = Flow.legend(of: ArticleImage(url: "https://example.org/" + name))
    #expect(legend == (hasWords ? name : ""))
  }

  @Test func theMouseSelectsOpensAndScrolls() {
    var visit = Visit()
    visit.send(.mouse(MouseEvent(.click, at: Position(row: 5, column: 20))))
    #expect(visit.status.contains("4/40"))
    visit.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 5, column: 20))))
    #expect(visit.state.list.top == 3)
    visit.send(.mouse(MouseEvent(.doubleClick, at: Position(row: 2, column: 20))))
    #expect(visit.state.room == .reader)
    let top = visit.state.reader?.top
    visit.send(.mouse(MouseEvent(.wheelDown, at: Position(row: 5, column: 20))))
    #expect(visit.state.reader?.top != top)
  }

  @Test func pastedAndComposedTextIsInsertedWhole() {
    var visit = Visit()
    visit.press("/")
    visit.send(.paste("水经\n"))
    visit.send(.key(Key("注")))
    #expect(visit.state.list.query.text == "水经 注")
    visit.press("left left backspace")
    #expect(visit.state.list.query.text == "水 注")
    #expect(visit.frame.cursor != nil)
  }

  @Test(arguments: [(4, 20), (5, 19), (1, 1), (0, 0), (1, 400), (100, 1)]) func aTinyScreenShowsOnlyAMessage(
    rows: Int, columns: Int
  ) {
    var visit = Visit(rows: rows, columns: columns)
    visit.press("enter space m q s 水 enter")
    let frame = visit.frame
    #expect(frame.size == Size(rows: rows, columns: columns))
    if rows > 0, columns >= 8 { #expect(frame.description.contains("窗口太小")) }
  }
}
