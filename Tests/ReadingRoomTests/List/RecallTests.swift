import Testing

@testable import ReadingRoom

/// Earlier searches and finds come back in their fields.
@Suite struct RecallTests {
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
}
