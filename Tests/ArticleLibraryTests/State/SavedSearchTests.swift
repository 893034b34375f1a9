import Testing

@testable import ArticleLibrary

@Suite struct SavedSearchTests {
  private static func searches(_ names: String) -> [SavedSearch] {
    names.map { SavedSearch(name: String($0), query: String($0).lowercased()) }
  }

  @Test(
    arguments: [
      ("ABC", "ABC", "ACB", "ACB"), ("ABC", "ABC", "AC", "AC"), ("AC", "AC", "ABC", "ABC"), ("", "", "A", "A"),
      ("AB", "", "C", "ABC"),
      // Another room added X meanwhile.
      ("AXBC", "ABC", "CBA", "CXBA"), ("AXB", "AB", "B", "BX"), ("X", "AB", "BA", "XBA"), ("AB", "", "A", "AB"),
    ])
  func changesKeepWhatOthersAdded(_ known: String, _ from: String, _ to: String, _ expected: String) {
    let result = SavedSearch.changing(Self.searches(known), from: Self.searches(from), to: Self.searches(to))
    #expect(result == Self.searches(expected))
  }

  @Test func aNameInUseGetsANumber() {
    let known = [SavedSearch(name: "雨", query: "雨"), SavedSearch(name: "水", query: "水")]
    let added = SavedSearch.changing(known, from: [], to: [SavedSearch(name: "雨", query: "雨 -雪")])
    #expect(added == known + [SavedSearch(name: "雨 2", query: "雨 -雪")])
  }

  @Test func namesAndOrderOutliveTheProcess() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/1.md", title: "一")
    // As an older version wrote it: the name is the query.
    try folder.library().save(SavedSearch(name: "气候", query: "气候"))
    try folder.library().save(SavedSearch(name: "月", query: "月"))
    let old = try folder.library().savedSearches()
    let moved = [SavedSearch(name: "月亮", query: "月"), SavedSearch(name: "气候", query: "气候")]
    try folder.library().changeSavedSearches(from: old, to: moved)
    #expect(try folder.library().savedSearches() == moved)
  }
}
