import Testing

@testable import ArticleLibrary

@Suite struct LibraryTests {
  @Test func aNewLibraryHoldsWhatItsArchiveHolds() throws {
    let folder = try TestFolder()
    try folder.writeDump("archive/rfi/1.md", title: "气候变化", milliseconds: 1_600_000_000_000, body: "<p>今天很热。</p>")
    try folder.writeDump("archive/rfi/2.md", title: "人工智能", milliseconds: 1_700_000_000_000, body: "<p>机器学习。</p>")
    let library = try folder.library()
    let summary = try library.update()
    #expect(summary.added == 2)
    #expect(summary.articleCount == 2)
    #expect(try library.titles("") == ["人工智能", "气候变化"])
    #expect(try library.titles("学习") == ["人工智能"])
    #expect(try library.titles("qihou") == ["气候变化"])
    #expect(try library.titles("rgzn") == ["人工智能"])
    #expect(library.notices.isEmpty)
  }
}
