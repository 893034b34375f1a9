import ArticleDump
import ArticleLibrary
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// The library's answers to the room, without threads.
@Suite struct RoomLibraryTests {
  private struct FourArticles {
    let program: Program
    let room: RoomLibrary
    var bookmarksPath: String { room.bookmarks.path }

    init() throws {
      program = try Program()
      for (number, title) in ["一月", "二月", "三月", "四月"].enumerated() {
        try program.write(
          "archive/rfi/\(number).md",
          feedDump(
            title: title, url: "https://example.org/\(number)",
            epoch: 1_672_574_400_000 + Int64(number) * 2_678_400_000,
            body: "<p>\(title)的正文写在这里，只有这一段，也就够了。</p>"))
      }
      let configuration = Configuration(paths: UserPaths(environment: Environment(["HOME": program.home.path])))
      let library = try Library(configuration.library(of: [program.home.path + "/archive"]))
      _ = try library.update()
      room = RoomLibrary(
        library: library, bookmarks: BookmarksFile(path: configuration.bookmarksPath, names: library.names),
        highlights: BookmarksFile(path: configuration.highlightsPath, names: library.names), language: .english)
    }

    func page(_ query: RoomQuery = RoomQuery(), anchor: RowsRequest.Anchor? = nil, range: Range<Int> = 0..<10)
      -> RowsPage
    {
      room.page(RowsRequest(list: .library, query: query, generation: 1, range: range, anchor: anchor))
    }

    func id(_ title: String) throws -> ArticleHandle {
      try #require(page().rows.first { $0.title == title }).id
    }
  }

  private func loaded(_ events: [Event]) -> LoadedArticle? {
    if case .articleLoaded(let loaded)? = events.first { loaded } else { nil }
  }

  // MARK: Lists

  @Test func aReversedListStartsAtTheEnd() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let newest = four.page().rows.map(\.title)
    #expect(newest == ["四月", "三月", "二月", "一月"])
    var query = RoomQuery()
    query.isDescending = false
    #expect(four.page(query).rows.map(\.title) == newest.reversed())
    #expect(four.page(query, range: 1..<3).rows.map(\.title) == ["二月", "三月"])
  }

  @Test func aDayLeadsToTheFirstRowOnOrPastIt() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let middleOfFebruary = Timestamp(secondsSinceEpoch: 1_676_462_400)
    #expect(four.page(anchor: .date(middleOfFebruary)).anchorIndex == 2)
    let query = RoomQuery(isDescending: false)
    #expect(four.page(query, anchor: .date(middleOfFebruary)).anchorIndex == 2)
    #expect(four.page(anchor: .date(Timestamp(secondsSinceEpoch: 0))).anchorIndex == 3)
  }

  @Test func theNextUnreadArticleIsFoundPastTheEnd() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    for title in ["四月", "三月", "一月"] { _ = try four.room.recordOpened(four.id(title)) }
    #expect(four.page(anchor: .unread(after: 2, backwards: false)).anchorIndex == 2)
    #expect(four.page(anchor: .unread(after: 3, backwards: false)).anchorIndex == 2)
    #expect(four.page(anchor: .unread(after: 0, backwards: true)).anchorIndex == 2)
    _ = try four.room.recordOpened(four.id("二月"))
    #expect(four.page(anchor: .unread(after: 0, backwards: false)).anchorIndex == nil)
  }

  @Test func aMistakeInAQueryIsReturnedInThePage() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let page = four.page(RoomQuery(text: "nonesuch:1"))
    #expect(page.rows.isEmpty)
    #expect(page.problem?.sentence.contains("nonesuch") == true)
    #expect(page.problem?.characterRange.isEmpty == false)
  }

  @Test func onlyRowsAboveARowAreMarkedRead() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let marked = try four.room.markRead(RoomQuery(), above: 2)
    #expect(Set(marked) == Set([try four.id("四月"), try four.id("三月")]))
    #expect(try four.room.markRead(RoomQuery(), above: 2).isEmpty)
    four.room.forgetList()
    #expect(four.page().rows.map(\.isRead) == [true, true, false, false])
  }

  // MARK: Articles

  @Test func onlyTheLatestPeekIsAnswered() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let (one, other) = (try four.id("一月"), try four.id("二月"))
    four.room.registerPeek(one)
    four.room.registerPeek(other)
    #expect(four.room.peek(one).isEmpty)
    guard case .articlePeeked(let peeked)? = four.room.peek(other).first else {
      Issue.record("the latest is answered")
      return
    }
    #expect(peeked.id == other)
    #expect(four.page().rows.allSatisfy { !$0.isRead }, "nothing is noted")
  }

  @Test func anArticleWithoutItsFileFailsWithASentence() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("一月")
    try FileManager.default.removeItem(atPath: four.program.home.path + "/archive/rfi/0.md")
    let (events, isLoaded) = four.room.loadArticle(id)
    #expect(!isLoaded)
    guard case .articleFailed(id, let reason)? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(reason.hasPrefix("0.md: "))
  }

  @Test func unsavedChangesAreShownWhenTheArticleIsReopened() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("一月")
    four.room.remember(position: 12, in: id)
    four.room.remember(marks: ["a": 6], in: id)
    var article = try #require(loaded(four.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    #expect(article.marks == ["a": 6])
    // An older position that reaches the disk late does not replace the newer one.
    try four.room.savePosition(3, share: 0.1, in: id)
    article = try #require(loaded(four.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    try four.room.savePosition(12, share: 0.4, in: id)
    try four.room.saveMarks(["a": 6], in: id)
    article = try #require(loaded(four.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    #expect(article.marks == ["a": 6])
    #expect(four.room.library.position(in: id.inLibrary)?.utf8Offset == 12)
  }

  @Test func openingIsRecordedOnce() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("一月")
    #expect(try four.room.recordOpened(id))
    #expect(try !four.room.recordOpened(id))
    #expect(try four.room.history().map(\.title) == ["一月"])
  }

  // MARK: Stars

  @Test func starsSetByAnotherProgramAreFound() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("二月")
    #expect(try four.room.reloadChangedBookmarks().isEmpty, "there is no file, and was none")
    try four.program.write(
      String(four.bookmarksPath.dropFirst(four.program.home.path.count + 1)), "- [二月](https://example.org/1)\n")
    guard case .starsChanged(let stars)? = try four.room.reloadChangedBookmarks().first else {
      Issue.record("the star is found")
      return
    }
    #expect(stars == [id: true])
    #expect(try four.room.reloadChangedBookmarks().isEmpty, "an unchanged file is not read again")
  }

  @Test func ourOwnStarIsNotAChangeByAnotherProgram() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("二月")
    #expect(try four.room.setStar(true, on: id, now: Timestamp(secondsSinceEpoch: 1_700_000_000)) == true)
    #expect(try four.room.setStar(true, on: id, now: Timestamp(secondsSinceEpoch: 1_700_000_000)) == false)
    guard case .starsChanged(let stars)? = try four.room.starEvents().first else {
      Issue.record("the star is told")
      return
    }
    #expect(stars == [id: true])
    #expect(try four.room.reloadChangedBookmarks().isEmpty)
    #expect(try four.room.setStar(true, on: ArticleHandle(999), now: Timestamp(secondsSinceEpoch: 0)) == nil)
  }
}
