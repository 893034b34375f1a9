import ArticleDump
import ArticleLibrary
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// The library's answers to the room, without threads.
@Suite struct RoomLibraryTests {
  private struct Shelf {
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

  @Test func aReversedListIsTheListFromItsEnd() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let newest = shelf.page().rows.map(\.title)
    #expect(newest == ["四月", "三月", "二月", "一月"])
    var query = RoomQuery()
    query.isDescending = false
    #expect(shelf.page(query).rows.map(\.title) == newest.reversed())
    #expect(shelf.page(query, range: 1..<3).rows.map(\.title) == ["二月", "三月"])
  }

  @Test func aDayLeadsToTheFirstRowOnOrPastIt() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let middleOfFebruary = Timestamp(secondsSinceEpoch: 1_676_462_400)
    #expect(shelf.page(anchor: .date(middleOfFebruary)).anchorIndex == 2)
    let query = RoomQuery(isDescending: false)
    #expect(shelf.page(query, anchor: .date(middleOfFebruary)).anchorIndex == 2)
    #expect(shelf.page(anchor: .date(Timestamp(secondsSinceEpoch: 0))).anchorIndex == 3)
  }

  @Test func theNextUnreadIsFoundAroundTheEnd() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    for title in ["四月", "三月", "一月"] { _ = try shelf.room.noteOpened(shelf.id(title)) }
    #expect(shelf.page(anchor: .unread(after: 2, backwards: false)).anchorIndex == 2)
    #expect(shelf.page(anchor: .unread(after: 3, backwards: false)).anchorIndex == 2)
    #expect(shelf.page(anchor: .unread(after: 0, backwards: true)).anchorIndex == 2)
    _ = try shelf.room.noteOpened(shelf.id("二月"))
    #expect(shelf.page(anchor: .unread(after: 0, backwards: false)).anchorIndex == nil)
  }

  @Test func aMistakeInAQueryIsAnAnswer() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let page = shelf.page(RoomQuery(text: "nonesuch:1"))
    #expect(page.rows.isEmpty)
    #expect(page.problem?.sentence.contains("nonesuch") == true)
    #expect(page.problem?.characterRange.isEmpty == false)
  }

  @Test func onlyRowsAboveOneAreMarkedRead() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let marked = try shelf.room.markRead(RoomQuery(), above: 2)
    #expect(Set(marked) == Set([try shelf.id("四月"), try shelf.id("三月")]))
    #expect(try shelf.room.markRead(RoomQuery(), above: 2).isEmpty)
    shelf.room.forgetList()
    #expect(shelf.page().rows.map(\.isRead) == [true, true, false, false])
  }

  // MARK: Articles

  @Test func aPeekIsAnsweredOnlyWhileItIsTheLatest() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let (one, other) = (try shelf.id("一月"), try shelf.id("二月"))
    shelf.room.notePeek(one)
    shelf.room.notePeek(other)
    #expect(shelf.room.peek(one).isEmpty)
    guard case .articlePeeked(let peeked)? = shelf.room.peek(other).first else {
      Issue.record("the latest is answered")
      return
    }
    #expect(peeked.id == other)
    #expect(shelf.page().rows.allSatisfy { !$0.isRead }, "nothing is noted")
  }

  @Test func anArticleWhoseFileIsGoneFailsInASentence() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let id = try shelf.id("一月")
    try FileManager.default.removeItem(atPath: shelf.program.home.path + "/archive/rfi/0.md")
    let (events, isLoaded) = shelf.room.loadArticle(id)
    #expect(!isLoaded)
    guard case .articleFailed(id, let reason)? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(reason.hasPrefix("0.md: "))
  }

  @Test func whatIsOnItsWayToTheDiskIsShownWhenTheArticleIsReopened() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let id = try shelf.id("一月")
    shelf.room.note(position: 12, in: id)
    shelf.room.note(marks: ["a": 6], in: id)
    var article = try #require(loaded(shelf.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    #expect(article.marks == ["a": 6])
    // An older position that reaches the disk late does not replace the newer one.
    try shelf.room.savePosition(3, share: 0.1, in: id)
    article = try #require(loaded(shelf.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    try shelf.room.savePosition(12, share: 0.4, in: id)
    try shelf.room.saveMarks(["a": 6], in: id)
    article = try #require(loaded(shelf.room.loadArticle(id).events))
    #expect(article.utf8Offset == 12)
    #expect(article.marks == ["a": 6])
    #expect(shelf.room.library.position(in: id.inLibrary)?.utf8Offset == 12)
  }

  @Test func openingIsNotedOnce() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let id = try shelf.id("一月")
    #expect(try shelf.room.noteOpened(id))
    #expect(try !shelf.room.noteOpened(id))
    #expect(try shelf.room.history().map(\.title) == ["一月"])
  }

  // MARK: Stars

  @Test func starsThatAnotherProgramSetsAreFoundByLooking() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let id = try shelf.id("二月")
    #expect(try shelf.room.reloadChangedBookmarks().isEmpty, "there is no file, and was none")
    try shelf.program.write(
      String(shelf.bookmarksPath.dropFirst(shelf.program.home.path.count + 1)), "- [二月](https://example.org/1)\n")
    guard case .starsChanged(let stars)? = try shelf.room.reloadChangedBookmarks().first else {
      Issue.record("the star is found")
      return
    }
    #expect(stars == [id: true])
    #expect(try shelf.room.reloadChangedBookmarks().isEmpty, "an unchanged file is not read again")
  }

  @Test func oursIsNoChangeByAnotherProgram() throws {
    let shelf = try Shelf()
    defer { shelf.program.remove() }
    let id = try shelf.id("二月")
    #expect(try shelf.room.setStar(true, on: id, now: Timestamp(secondsSinceEpoch: 1_700_000_000)) == true)
    #expect(try shelf.room.setStar(true, on: id, now: Timestamp(secondsSinceEpoch: 1_700_000_000)) == false)
    guard case .starsChanged(let stars)? = try shelf.room.starEvents().first else {
      Issue.record("the star is told")
      return
    }
    #expect(stars == [id: true])
    #expect(try shelf.room.reloadChangedBookmarks().isEmpty)
    #expect(try shelf.room.setStar(true, on: ArticleHandle(999), now: Timestamp(secondsSinceEpoch: 0)) == nil)
  }
}
