import ArticleDump
import ArticleLibrary
import Foundation
import Glibc
import ReadingRoom
import Synchronization
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
    #expect(four.room.library.position(in: try #require(four.room.handles.id(id)))?.utf8Offset == 12)
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

  // MARK: Articles whose index or file changes

  private func reloaded(_ events: [Event]) -> LoadedArticle? {
    if case .articleReloaded(let loaded)? = events.first { loaded } else { nil }
  }

  /// Another process rebuilds the index: the room goes on with the articles that it shows.
  @Test(arguments: [false, true]) func theRoomActsOnTheArticlesThatItShowsAfterTheIndexWasRebuilt(isDeleted: Bool)
    throws
  {
    let four = try FourArticles()
    defer { four.program.remove() }
    let (id, other) = (try four.id("二月"), try four.id("一月"))
    _ = four.room.loadArticle(other)
    let told = Mutex(0)
    four.room.library.observeIndex { told.withLock { $0 += 1 } }
    unlink(four.program.home.path + "/archive/rfi/3.md")
    let configuration = four.room.library.configuration
    if isDeleted { try FileManager.default.removeItem(atPath: try #require(configuration.cacheDirectory)) }
    try Library(configuration).update(rebuilding: !isDeleted)
    let moment = Timestamp(secondsSinceEpoch: 1_700_000_000)
    #expect(try four.room.setStar(true, on: id, now: moment))
    #expect(told.withLock { $0 } == 1)
    #expect(loaded(four.room.loadArticle(id).events)?.article.title == "二月")
    _ = try four.room.addHighlight(
      Passage(utf8Range: 0..<6, color: .yellow), quoting: "二月", remark: "一句话", in: id, now: moment)
    try four.room.savePosition(9, share: 0.5, in: id)
    _ = try four.room.recordOpened(id)
    #expect(try four.room.bookmarks.bookmarks().map(\.title) == ["二月"])
    #expect(try four.room.highlights.bookmarks().map(\.title) == ["二月"])
    #expect(try four.room.history().map(\.title) == ["二月"])
    #expect(loaded(four.room.loadArticle(id).events)?.utf8Offset == 9)
    // The rows are those of the new index, under the same handles, and the place in the list is found.
    let page = four.page(anchor: .article(id))
    #expect(page.rows.map(\.title) == ["三月", "二月", "一月"] && page.rows.map(\.isStarred) == [false, true, false])
    #expect(page.rows[1].id == id && page.rows[2].id == other && page.anchorIndex == 1)
    guard case .starsChanged(let stars)? = try four.room.starEvents().first else {
      Issue.record("the star is told")
      return
    }
    #expect(stars == [id: true])
  }

  @Test(arguments: ["<p>二月的正文有改动。</p>", nil]) func anOpenArticleFollowsItsFile(body: String?) throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("二月")
    let former = try #require(loaded(four.room.loadArticle(id).events))
    let path = four.program.home.path + "/archive/rfi/1.md"
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let new = body.map { feedDump(title: "二月", url: "https://example.org/1", epoch: 1_675_252_800_000, body: $0) }
    #expect(four.room.reload(id, always: false).isEmpty)
    // Through another file, as `rsync` and `git` write.
    try (new ?? old).write(toFile: path, atomically: true, encoding: .utf8)
    try four.room.library.update()
    let moment = Timestamp(secondsSinceEpoch: 1_700_000_000)
    #expect(try four.room.setStar(true, on: id, now: moment))
    let passage = Passage(utf8Range: 0..<6, color: .yellow)
    #expect(try four.room.addHighlight(passage, quoting: "二月", remark: "一句话", in: id, now: moment) == .added)
    try four.room.savePosition(9, share: 0.5, in: id)
    try four.room.saveMarks(["a": 3], in: id)
    let now = try #require(loaded(four.room.loadArticle(id).events))
    #expect(now.isStarred && now.utf8Offset == 9 && now.marks == ["a": 3])
    #expect(now.highlights.map(\.remark) == ["一句话"] && now.id == id && four.page().rows[2].id == id)
    #expect((now.article == former.article) == (body == nil))
  }

  @Test func theIndexSaysThatTheOpenArticleHasChanged() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("二月")
    _ = four.room.loadArticle(id)
    try four.program.write(
      "archive/rfi/1.md",
      feedDump(
        title: "二月", url: "https://example.org/1", epoch: 1_675_252_800_000, body: "<p>二月的正文有改动，也就够了。</p>"))
    #expect(four.room.reload(id, always: false).isEmpty)
    #expect(reloaded(four.room.reload(id, always: true))?.article.plainText().contains("有改动") == true)
    try four.room.library.update()
    // A preview in between does not hide the change.
    _ = four.room.peek(id)
    #expect(reloaded(four.room.reload(id, always: false))?.article.plainText().contains("有改动") == true)
    #expect(four.room.reload(id, always: false).isEmpty)
  }

  @Test func whatIsWrittenInAnArticleWhoseFileIsGoneIsKept() throws {
    let four = try FourArticles()
    defer { four.program.remove() }
    let id = try four.id("二月")
    _ = four.room.loadArticle(id)
    unlink(four.program.home.path + "/archive/rfi/1.md")
    try four.room.library.update()
    guard case .effectFailed(let reason)? = four.room.reload(id, always: false).first else {
      Issue.record("that the file is gone is told")
      return
    }
    #expect(reason == "the file of “二月” is gone")
    #expect(four.room.reload(id, always: false).isEmpty)
    let moment = Timestamp(secondsSinceEpoch: 1_700_000_000)
    #expect(throws: LibraryError.articleGone(title: "二月")) { try four.room.setStar(true, on: id, now: moment) }
    let passage = Passage(utf8Range: 0..<6, color: .yellow)
    #expect(try four.room.addHighlight(passage, quoting: "二月", remark: "一句话", in: id, now: moment) == .added)
    #expect(try four.room.highlights(of: id).map(\.remark) == ["一句话"])
    try four.room.savePosition(9, share: 0.5, in: id)
    // The file comes back.
    try four.program.write(
      "archive/rfi/1.md", feedDump(title: "二月", url: "https://example.org/1", body: "<p>二月的正文写在这里。</p>"))
    try four.room.library.update()
    let now = try #require(loaded(four.room.loadArticle(id).events))
    #expect(now.highlights.map(\.remark) == ["一句话"] && now.utf8Offset == 9)
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
    #expect(throws: LibraryError.articleGone(title: nil)) {
      try four.room.setStar(true, on: ArticleHandle(999), now: Timestamp(secondsSinceEpoch: 0))
    }
  }
}
