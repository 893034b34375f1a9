import ArticleLibrary
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// What the room remembers between runs.
@Suite struct SessionTextTests {
  private let program: Program
  private let library: Library
  private let handles: ArticleHandles
  private let ids: [ArticleHandle]

  init() throws {
    program = try Program()
    for number in 0..<3 {
      try program.write("archive/\(number).md", feedDump(title: "第\(number)篇", url: "https://example.org/\(number)"))
    }
    library = try Library(
      LibraryConfiguration(
        paths: [program.home.path + "/archive"], cacheDirectory: program.home.path + "/cache",
        stateDirectory: program.home.path + "/state"))
    try library.update()
    let list = try library.list(ListQuery())
    let handles = ArticleHandles(library: library)
    self.handles = handles
    ids = try (0..<3).map { try #require(handles.handle(list[$0])) }
  }

  private func session(from text: String) -> Session { SessionText(handles: handles).session(from: text) }

  @Test func aSessionIsReadBack() {
    defer { program.remove() }
    var session = Session(
      selectedArticle: ids[1], selectedIndex: 1, openArticle: ids[2], searches: ["茶 月亮", "\"河 灯\""])
    session.query = RoomQuery(
      text: "from:rfi 旧 事", sort: .title, isDescending: false,
      facets: [Facet(.publisher, "rfi"), Facet(.tag, "C 语言")], unfoldsDuplicates: true)
    #expect(self.session(from: SessionText(handles: handles).text(session)) == session)
  }

  @Test func aLineBreakInAQueryDoesNotAddALine() {
    defer { program.remove() }
    let session = Session(query: RoomQuery(text: "茶\nindex 2\r\nsort title up"), searches: ["a\u{2028}index 9"])
    let read = self.session(from: SessionText(handles: handles).text(session))
    #expect(read.selectedIndex == 0 && read.query.sort == .date && read.searches.count == 1)
  }

  /// Numbers belong to one index, so the open article is found by its identity.
  @Test func anArticleIsFoundByItsIdentity() throws {
    defer { program.remove() }
    let identity = try #require(handles.row(ids[0]).map(library.identityText))
    #expect(session(from: "open \(ids[1].rawValue) \(identity)").openArticle == ids[0])
    #expect(session(from: "open 987654 \(identity)").openArticle == ids[0])
    #expect(session(from: "open \(ids[0].rawValue) https://example.org/gone").openArticle == nil)
    // Version 0.1.0 wrote addresses.
    let url = try #require(handles.row(ids[2])?.url)
    #expect(session(from: "selected 987654 \(url)").selectedArticle == ids[2])
  }

  @Test(arguments: [
    "", "\n\n", "query", "sort", "sort sideways up", "index -5", "index many", "facet", "facet colour red", "open",
    "open x y",
    "selected 99999999999999999999 a", "\u{0}\u{1}",
  ])
  func otherTextIsReadAsANewSession(text: String) {
    defer { program.remove() }
    var expected = Session()
    if text.hasPrefix("sort ") { expected.query.isDescending = false }
    #expect(session(from: text) == expected)
  }
}
