import ArticleDump
import Testing

@testable import ReadingRoom

/// The history room, and the positions that it shows.
@Suite struct HistoryTests {
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
}
