import ArticleDump
import ArticleLibrary
import CursesTerminal
import Dispatch
import Foundation
import ReadingRoom
import Synchronization
import Testing

@testable import yuelan

/// The room's effects run on the right queues, and answers arrive in order. The terminal is scripted, the library is
/// real.
@MainActor @Suite(.serialized) struct RoomRuntimeTests {
  @Test func anOpenedArticleIsReadAndInTheHistory() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    room.terminal.type("enter", when: "河灯")
    room.terminal.type("q", when: "河灯的正文")
    room.terminal.type("q", when: "旧事")
    let trace = try room.run()
    let id = try room.library.list(ListQuery(text: "河灯"))[0]
    #expect(room.library.row(id)?.isRead == true)
    #expect(try room.library.history(limit: 1).map(\.title) == ["河灯"])
    #expect(trace.contains { $0.hasPrefix("effect saveSession") })
  }

  @Test func onlyTheLatestOfSeveralRequestsIsAnswered() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let gate = DispatchSemaphore(value: 0)
    var isHeld = false
    room.terminal.send([.key(Key("/"))], when: "河灯") {
      // From now on, the library answers nothing until three requests are pending.
      if !isHeld { room.runtime.libraryQueue.async { gate.wait() } }
      isHeld = true
      return true
    }
    room.terminal.type("旧", "事", when: "")
    room.terminal.send([.key(Key(.enter))], when: "") {
      gate.signal()
      return true
    }
    room.terminal.type("Q", when: "旧事") { !room.terminal.text.contains("河灯") }
    let trace = try room.run()
    let asked = trace.filter { $0.hasPrefix("effect loadRows") }.compactMap { Self.generation(in: $0) }
    let answered = trace.filter { $0.hasPrefix("event rowsLoaded") }.compactMap { Self.generation(in: $0) }
    #expect(Set(asked).subtracting(answered).count >= 1, "\(trace)")
    #expect(answered == answered.sorted())
    #expect(answered.last == asked.max())
  }

  private static func generation(in line: String) -> Int? {
    line.firstMatch(of: /generation (\d+)/).flatMap { Int($0.1) }
  }

  @Test func anArticleOpensWhileASaveIsPending() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let gate = DispatchSemaphore(value: 0)
    room.runtime.savingQueue.async { gate.wait() }
    room.terminal.type("b", "enter", when: "河灯")
    room.terminal.send([.key(Key("q"))], when: "河灯的正文") {
      // The star is still waiting.
      #expect(!FileManager.default.fileExists(atPath: room.bookmarks))
      gate.signal()
      return true
    }
    room.terminal.type("Q", when: "旧事") { FileManager.default.fileExists(atPath: room.bookmarks) }
    _ = try room.run()
    #expect(try String(contentsOfFile: room.bookmarks, encoding: .utf8).contains("河灯"))
  }

  @Test func aStarShowsOnlyOnceItIsInTheFile() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    room.terminal.type("b", when: "河灯")
    room.terminal.type("Q", when: "★")
    let trace = try room.run()
    #expect(try String(contentsOfFile: room.bookmarks, encoding: .utf8).contains("河灯"))
    // The change first, then the rows that show it.
    let events = trace.filter { $0.hasPrefix("event bookmarkChanged") || $0.hasPrefix("event starChanged") }
    #expect(events.map { $0.split(separator: " ")[1] } == ["bookmarkChanged", "starChanged"])
  }

  @Test func aNoteIsSavedAndARemovedEntryRestored() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let file = BookmarksFile(path: room.bookmarks)
    try file.add(Bookmark(title: "河灯", url: "https://example.org/2", description: "手写的一行"))
    let key = try #require(try file.bookmarks().first).key
    room.terminal.send([.key(Key("Q"))], when: "河灯") {
      for effect in [Effect.setBookmarkNote(key: key, "再读一遍"), .removeBookmark(key: key), .undoBookmark] {
        room.runtime.perform(effect)
      }
      return true
    }
    _ = try room.run()
    #expect(try file.bookmarks().map(\.note) == ["再读一遍"])
  }

  @Test func aHighlightIsChangedRemovedAndRestored() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let id = try #require(room.handles.handle(room.library.list(ListQuery(text: "河灯"))[0]))
    let paths = UserPaths(environment: Environment(["HOME": room.program.home.path]))
    let file = BookmarksFile(path: Configuration(paths: paths).highlightsPath)
    var added: Bookmark?
    room.terminal.send([], when: "河灯") {
      room.runtime.perform(.addHighlight(id, utf8Range: 0..<6, .green, quotation: "河灯", remark: "题目"))
      return true
    }
    room.terminal.send([], when: "") {
      added = try? file.bookmarks().first
      guard let added else { return false }
      room.runtime.perform(.changeHighlight(id, key: added.key, .pink, remark: "好题目"))
      return true
    }
    room.terminal.send([.key(Key("Q"))], when: "") {
      // The colour is a part of the key.
      guard let changed = try? file.bookmarks().first, changed.key != added?.key else { return false }
      room.runtime.perform(.removeHighlight(id, key: changed.key))
      room.runtime.perform(.undoHighlight(id))
      return true
    }
    let trace = try room.run()
    #expect(added?.passage == Passage(utf8Range: 0..<6, color: .green) && added?.quotation == "河灯")
    let left = try file.bookmarks()
    #expect(left.map(\.passage?.color) == [.pink] && left.map(\.remark) == ["好题目"], "\(trace)")
  }

  @Test func positionsAreSavedWhenTheRoomIsLeft() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let list = try room.library.list(ListQuery())
    let ids = try (0..<3).map { try #require(room.handles.handle(list[$0])) }
    room.terminal.send([.key(Key("Q"))], when: "河灯") {
      room.runtime.perform(.setRead(Array(ids[1...]), true))
      room.runtime.perform(.savePosition(ids[0], utf8Offset: 30, share: 0.5))
      room.runtime.perform(.saveMarks(ids[0], ["a": 12]))
      room.runtime.perform(.changeSearches(from: [], to: [NamedQuery(name: "江", query: "河灯")]))
      return true
    }
    _ = try room.run()
    #expect(ids.map { room.handles.row($0)?.isRead } == [false, true, true])
    #expect(room.library.position(in: list[0])?.utf8Offset == 30)
    #expect(try room.library.savedSearches().map(\.name) == ["江"])
  }

  @Test func aFailingEffectIsReportedAndTheRoomContinues() throws {
    let blocked = try Program()
    defer { blocked.remove() }
    let file = try blocked.write("file", "")
    let room = try OpenRoom(bookmarks: file + "/bookmarks.md")
    defer { room.program.remove() }
    room.terminal.type("b", when: "河灯")
    room.terminal.type("enter", when: "没有保存：路径中有一段不是文件夹")
    room.terminal.type("Q", when: "河灯的正文")
    let trace = try room.run()
    #expect(trace.contains { $0.hasPrefix("error unwritable") || $0.hasPrefix("error unreadable") }, "\(trace)")
  }

  /// The gate opens only after the room has returned: a room that waits for the queues would never return.
  @Test(.timeLimit(.minutes(1)), arguments: [false, true]) func hangingWorkDoesNotKeepTheRoomOpen(isHangUp: Bool)
    throws
  {
    let room = try OpenRoom()
    defer { room.program.remove() }
    let gate = DispatchSemaphore(value: 0)
    defer {
      gate.signal()
      gate.signal()
    }
    room.runtime.savingQueue.async { gate.wait() }
    let leaving: [TerminalEvent] = isHangUp ? [.leaveRequested(signal: SIGHUP)] : [.key(Key("Q"))]
    room.terminal.send(leaving, when: "河灯") {
      room.runtime.libraryQueue.async { gate.wait() }
      return true
    }
    let trace = try room.run()
    #expect(trace.contains { $0.hasPrefix("effect saveSession") })
  }

  @Test func pendingWorkIsFinishedBeforeTheRoomIsLeft() throws {
    let room = try OpenRoom()
    defer { room.program.remove() }
    room.runtime.savingQueue.async { Thread.sleep(forTimeInterval: 0.2) }
    room.terminal.type("b", "Q", when: "河灯")
    _ = try room.run()
    #expect(try String(contentsOfFile: room.bookmarks, encoding: .utf8).contains("河灯"))
  }
}
