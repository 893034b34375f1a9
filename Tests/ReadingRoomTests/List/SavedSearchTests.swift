import Testing

@testable import ReadingRoom

@Suite struct SavedSearchTests {
  private let climate = NamedQuery(name: "气候", query: "气候 date:2023")
  private let year = NamedQuery(name: "今年", query: "date:今年")

  @Test func aSavedSearchIsNamedAndOpened() {
    var visit = Visit()
    visit.press("/ 水 enter S")
    #expect(visit.status.contains("检索的名称 水"))
    visit.press("ctrl-u 雨 季 enter")
    let named = NamedQuery(name: "雨季", query: "水")
    #expect(visit.effects.contains(.changeSearches(from: [], to: [named])))
    #expect(visit.status.contains("已保存检索：雨季"))
    visit.press("U")
    #expect(visit.effects.contains(.changeSearches(from: [named], to: [])))
    #expect(visit.status.contains("已恢复保存的检索"))
  }

  @Test func anEmptyQueryCannotBeSaved() {
    var visit = Visit()
    visit.press("S")
    #expect(visit.state.prompt == nil)
    #expect(visit.status.contains("还没有检索或筛选可以保存"))
  }

  @Test(arguments: [
    ("水", [Facet(.state, "unread")], "水 is:unread"),
    ("", [Facet(.publisher, "rfi"), Facet(.month, "2023-07")], "from:\"rfi\" date:2023-07"),
    ("水 OR 火", [Facet(.tag, "读书"), Facet(.tag, "随笔")], "(水 OR 火) (tag:\"读书\" OR tag:\"随笔\")"),
    ("水 sort:oldest", [Facet(.folder, "news/a b")], "水 in:\"news/a b\" sort:oldest"),
    ("水", [Facet(.state, "read"), Facet(.state, "starred")], "水 is:read is:starred"), ("水", [], "水"),
    ("", [Facet(.publisher, "书\"香\"网")], "from:「书\"香\"网」"), ("", [Facet(.tag, "「\"")], "tag:『「\"』"),
  ])
  func aSavedSearchIncludesPickedFacets(text: String, facets: [Facet], kept: String) {
    var query = RoomQuery()
    query.text = text
    query.facets = facets
    #expect(query.textWithFacets == kept)
  }

  /// A visit to the sidebar, with the last of two searches selected.
  private var sidebar: Visit {
    var visit = Visit(rows: 40, columns: 100)
    visit.library.searches = [climate, year]
    visit.press("f G")
    return visit
  }

  @Test func savedSearchesAreRenamedMovedAndRemoved() {
    var visit = sidebar
    visit.press("e")
    #expect(visit.status.contains("检索的名称 今年"))
    visit.press("ctrl-u 近 作 enter")
    #expect(visit.effects.contains(.changeSearches(from: [year], to: [NamedQuery(name: "近作", query: "date:今年")])))
    visit.press("K")
    #expect(visit.effects.contains(.changeSearches(from: [climate, year], to: [year, climate])))
    visit = sidebar
    visit.press("x")
    #expect(visit.effects.contains(.changeSearches(from: [climate, year], to: [climate])))
    #expect(visit.status.contains("已删除检索：今年"))
    visit.press("U")
    #expect(visit.effects.contains(.changeSearches(from: [climate], to: [climate, year])))
  }
}
