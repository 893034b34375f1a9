import ArticleDump
import Testing

@testable import ReadingRoom

/// Habits of readers: history, bookmarks, earlier searches, the highlight of the selected row.
@Suite struct HabitTests {
  @Test func halfReadArticlesComeFirst() {
    var visit = Visit()
    visit.press("H")
    let lines = visit.screen.split(separator: "\n").map(String.init)
    let halfRead = lines.firstIndex { $0.contains("未读完") } ?? -1
    #expect(lines[halfRead + 1].contains("茶马古道") && lines[halfRead + 1].contains("40%"))
    #expect(lines[halfRead + 2].contains("活字") && lines[halfRead + 2].contains("63%"))
    #expect(lines[halfRead + 3].contains("最近阅读"))
    #expect(visit.screen.contains("2023-11-14 22:13"))
    visit.press("enter")
    #expect(visit.state.reader?.id == ArticleHandle(1))
  }

  @Test func aVisitOutsideTheLibraryCannotBeOpenedAndSaysSo() {
    var visit = Visit()
    visit.library.visits = [HistoryVisit(title: "不在", opened: Timestamp(secondsSinceEpoch: 0))]
    visit.press("H enter")
    #expect(visit.status.contains("不在文库中"))
  }

  @Test func aLongHistoryScrolls() {
    var visit = Visit(rows: 12, columns: 40)
    visit.library.visits = (0..<100).map {
      HistoryVisit(title: "第\($0)篇", opened: Timestamp(secondsSinceEpoch: 0), share: $0 % 50 == 1 ? 0.5 : 1)
    }
    visit.press("H G")
    #expect(visit.screen.contains("第99篇") && visit.status.contains("100/100"))
    visit.press("g")
    #expect(visit.screen.contains("未读完"))
  }

  @Test func aPositionIsSavedWithItsShare() {
    var visit = Visit()
    visit.press("enter G q")
    let shares = visit.effects.compactMap { effect -> Double? in
      if case .savePosition(_, _, let share) = effect { share } else { nil }
    }
    #expect(shares.last == 1)
  }

  @Test func earlierSearchesAreRecalled() {
    var visit = Visit()
    visit.press("s 水 enter q s ctrl-u 竹 enter q s ctrl-u up")
    #expect(visit.state.search?.query.text == "竹")
    visit.press("up")
    #expect(visit.state.search?.query.text == "水")
    visit.press("up")
    #expect(visit.status.contains("已到开头"))
    visit.press("down down")
    #expect(visit.state.search?.query.text == "")
    #expect(visit.state.session.searches == ["水", "竹"])
    var again = Visit(session: visit.state.session)
    again.press("s up")
    #expect(again.state.search?.query.text == "竹")
    var first = Visit()
    first.press("s up")
    #expect(first.status.contains("还没有检索过"))
  }

  @Test func earlierFindsAreRecalled() {
    var visit = Visit()
    visit.press("enter / 信 enter / 泥 enter / up up")
    #expect(visit.status.contains("查找 信"))
  }

  @Test func notesOfSeveralLinesAreEditedInTheEditor() {
    var visit = Visit()
    visit.library.bookmarks[0].note = "一\n二"
    visit.press("B n")
    #expect(visit.status.contains("附注有多行，按 e"))
  }

  @Test(
    arguments: [
      ("旧", "新", nil, "新\n#甲"), ("旧", nil, "乙 #丙、丁", "旧\n#乙 #丙 #丁"), ("旧", "", "", ""), ("", "新", nil, "新\n#甲"),
    ] as [(String, String?, String?, String)])
  func notesAndTagsAreEditedSeparately(old: String, text: String?, tags: String?, expected: String) {
    let note = old.isEmpty ? "#甲" : "\(old)\n#甲"
    #expect(BookmarkEntry(key: "k", title: "t", note: note).note(text: text, tags: tags) == expected)
  }

  @Test func tagsInTheTextOfANoteAreShownOnce() {
    var visit = Visit()
    visit.library.bookmarks[0].note = "好文章 #月\n#读"
    visit.library.bookmarks[0].tags = ["月", "读"]
    visit.press("B")
    #expect(visit.screen.contains("#读 好文章 #月"), "\(visit.screen)")
    #expect(!visit.screen.contains("#月 #读"), "\(visit.screen)")
  }

  @Test func bookmarksAreSortedByTheDayTheyWereAdded() {
    var visit = Visit()
    visit.press("B o")
    #expect(visit.state.bookmarks.shown.map(\.key) == ["a/2.md", "a/1.md", "gone.md"])
    #expect(visit.state.bookmarks.selectedBookmark?.key == "a/1.md")
    #expect(!visit.screen.contains("  天文"))
  }

  @Test(arguments: Theme.builtIn, ColorDepth.allCases)
  func theSelectedRowStandsOutInEveryTheme(theme: Theme, depth: ColorDepth) {
    var settings = Settings()
    settings.theme = theme.id
    var visit = Visit(settings: settings, traits: TerminalTraits(colorDepth: depth))
    visit.press("down")
    let frame = visit.frame
    let row = visit.state.listRegion.row + 1
    let ground = frame.fill.style
    for column in 0..<frame.size.columns {
      let style = frame[row, column].style
      #expect(
        style.background != ground.background || style.attributes.contains(.reverse), "\(theme.id) \(depth) \(column)")
      #expect(style == frame[row, 0].style)
    }
    #expect(frame[row - 1, 40].style.background == ground.background)
  }

  /// While a key is held, only two cells change; the bar follows when the key is released.
  @Test func theSelectionBarFollowsAfterAPause() {
    var state = Visit().state
    func changed(_ key: String) -> (cells: Int, effects: [Effect]) {
      let before = view(state)
      let effects = Key(name: key).map { update(&state, .key($0)) } ?? []
      let after = view(state)
      let cells = (0..<22).reduce(0) { sum, row in sum + (0..<80).count { before[row, $0] != after[row, $0] } }
      return (cells, effects)
    }
    let first = changed("j")
    #expect(first.cells <= 4)
    #expect(first.effects == [.wake(afterMilliseconds: SelectionBar.restInMilliseconds)])
    #expect(changed("j").cells <= 4)
    #expect(state.list.bar.row == 0)
    _ = update(&state, .woke)
    #expect(state.list.bar.row == 2)
  }

  @Test func longTitlesTakeTwoRowsInSmallWindows() {
    let visit = Visit(rows: 12, columns: 30)
    let lines = visit.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = visit.state.listRegion.row
    #expect(lines[row].contains("灯下读简：两千年前的一封"))
    #expect(lines[row + 1].contains("家书") && lines[row + 1].hasSuffix("2023-07-17"))
    #expect(lines[row + 3].contains("2023-07-17  山河志"))
  }
}
