import ArticleDump
import Testing

@testable import ReadingRoom

/// Every key has an answer, and nothing is shown as empty before it is known.
@Suite struct KeyFeedbackTests {
  static let places = [
    "", "G", "f", "s 水 enter", "enter", "enter end", "enter m", "enter tab", "B", "B G", "?", "? G",
    "T", "T G", "G enter end",
  ]

  @Test(arguments: places, [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)])
  func everyKeyChangesSomethingOrExplainsWhyNot(place: String, size: Size) {
    var start = Visit(rows: size.rows, columns: size.columns)
    start.press(place)
    let keys = Set(KeyTable.standard.rows.flatMap(\.keys) + ["c", "i", "K", "F9", "%"].compactMap { Key(name: $0) })
    for key in keys where !key.modifiers.contains(.control) {
      var visit = start
      visit.effects = []
      visit.send(.key(key))
      #expect(visit.screen != start.screen || !visit.effects.isEmpty, "\(key.name) after “\(place)”")
    }
  }

  @Test(
    arguments: [
      ("enter", "n", "还没有查找过；按 / 查找"), ("", "U", "没有可撤销的操作"), ("", "k", "已到开头"), ("G", "j", "已到末尾"),
      ("enter", "k", "已到开头"), ("enter end", "space", "全文完，按 ] 看下一篇"),
      ("G enter end", "space", "全文完，这是最后一篇"), ("G enter end", "j", "全文完，这是最后一篇"),
      ("G enter", "]", "没有更多文章了"), ("?", "b", "“b（收藏／取消收藏）”在这里无效"), ("", "%", "% 没有对应的功能；按 ? 看按键"),
      ("B", "k", "已到开头"), ("B / q q enter", "enter", "”在这里无效"),
    ])
  func theStatusLineSaysWhyAKeyHasNoEffect(place: String, key: String, sentence: String) {
    var visit = Visit(columns: 100)
    visit.press(place)
    visit.press(key)
    #expect(visit.status.contains(sentence), "\(visit.status)")
  }

  @Test func theLastArticleOffersNoNextOne() {
    var visit = Visit(columns: 120)
    visit.press("enter")
    #expect(visit.status.contains("] 下一篇"))
    visit.press("q G enter")
    #expect(!visit.status.contains("下一篇"))
  }

  @Test func anUnknownCountIsNotShownAsEmpty() {
    // Nothing has been answered yet.
    var state = State(size: Size(rows: 24, columns: 120))
    _ = update(&state, .started)
    #expect(view(state).description.contains("正在查找……"))
    #expect(!view(state).description.contains("0 篇"))
    _ = update(&state, .key(Key("B")))
    #expect(view(state).description.contains("正在打开……"))
    _ = update(&state, .key(Key("q")))
    _ = update(&state, .key(Key("f")))
    #expect(view(state).description.contains("正在统计……"))
    _ = update(&state, .facetsLoaded(generation: state.lastGeneration, []))
    #expect(!view(state).description.contains("正在统计……"))
    var visit = Visit()
    visit.press("B / q q")
    #expect(visit.screen.contains("没有找到"))
  }

  @Test func aFilterWithoutHitsDuringIndexingSaysSo() {
    var visit = Visit()
    visit.send(.libraryProgress(LibraryProgress(phase: .indexing, done: 3, total: 9)))
    visit.press("/ q q enter")
    #expect(visit.screen.contains("还没有找到；索引尚未建完"))
    visit.send(.libraryProgress(nil))
    #expect(visit.screen.contains("没有找到"))
  }

  @Test func newArticlesAreAnnounced() {
    var visit = Visit()
    visit.send(.libraryChanged(newCount: 12))
    #expect(visit.status.contains("12 篇新文章"))
    #expect(visit.status.contains(" 1/40"))
    visit.press("j")
    visit.send(.libraryChanged(newCount: 3))
    #expect(visit.status.contains("3 篇新文章；按 g 到开头"))
    visit.press("j")
    visit.send(.libraryChanged(newCount: 0))
    #expect(!visit.status.contains("新文章"))
    // In an article, the key leads to the beginning of the text.
    visit.press("enter")
    visit.send(.libraryChanged(newCount: 2))
    #expect(visit.status.contains("2 篇新文章"))
    #expect(!visit.status.contains("到开头"))
  }

  /// That another process is indexing matters less than what it found, and nothing once the reader has other news.
  @Test func whatGoesOnMeanwhileMakesRoomForNews() {
    var visit = Visit()
    visit.send(.passingNotice("另一个进程正在更新索引"))
    #expect(visit.status.contains("另一个进程正在更新索引"))
    visit.send(.libraryChanged(newCount: 2))
    #expect(visit.status.contains("2 篇新文章"))
    visit.send(.passingNotice("另一个进程正在更新索引"))
    visit.send(.notice("又一件事"))
    #expect(visit.status.contains("2 篇新文章"))
    visit.press("j")
    #expect(visit.status.contains("又一件事"))
    visit.press("k")
    #expect(!visit.status.contains("另一个进程"))
  }

  /// Without words there is nothing to show under the titles.
  @Test func aSearchWithoutWordsHasOneRowPerArticle() {
    var visit = Visit()
    visit.press("s")
    #expect(visit.state.rowMetrics.heightInRows == 1)
    visit.press("水")
    #expect(visit.state.rowMetrics.heightInRows == 4)
    visit.press("enter escape / ctrl-u")
    #expect(visit.state.rowMetrics.heightInRows == 1)
  }

  @Test func anArchiveWithoutPublishersHasNoPublisherColumn() {
    var visit = Visit()
    let before = visit.state.rowMetrics
    var page = RowsPage(
      list: .library, generation: visit.state.list.generation, total: 1, start: 0,
      rows: [ListRow(id: ArticleHandle(1), title: "笔记")])
    page.hasPublishers = false
    visit.send(.rowsLoaded(page))
    let title = visit.screen.split(separator: "\n").first { $0.contains("笔记") } ?? ""
    let column = title.prefix { $0 != "笔" }.count
    #expect(column == before.publisherColumn && column < before.titleColumn, "\(visit.screen)")
  }

  @Test func markingManyUpdatesAListFilteredByState() {
    var visit = Visit()
    visit.press("A U")
    visit.effects = []
    visit.press("a")
    visit.effects = []
    visit.send(.readChanged([ArticleHandle(1), ArticleHandle(2)], isRead: false))
    #expect(visit.effects.contains { if case .loadRows = $0 { true } else { false } })
    visit.effects = []
    visit.send(.readChanged([ArticleHandle(1)], isRead: true))
    #expect(!visit.effects.contains { if case .loadRows = $0 { true } else { false } })
  }

  @Test func facetBarsShareOneScale() {
    var visit = Visit(rows: 30, columns: 120)
    visit.press("f")
    func bar(_ name: String) -> Int {
      let line = visit.screen.split(separator: "\n").first { $0.contains(name) } ?? ""
      return line.count { $0 == "▇" }
    }
    #expect(bar("文化") > bar("2023-06 "))
    #expect(bar("2023-06 ") >= bar("月见周刊 ▇"))
  }
}
