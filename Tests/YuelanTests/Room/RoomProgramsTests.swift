import ArticleLibrary
import CursesTerminal
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// What the room makes of the answers of a dictionary and a speaker, and of those that never come.
@MainActor @Suite(.serialized) struct RoomProgramsTests {
  /// A room whose dictionary and speaker are scripts that run in the reader's folder.
  ///
  /// The shell reads them: to execute a file that was just written fails while a process that another test is starting has
  /// it open still.
  private func openRoom(dictionary: String = "true", speaker: String = "true") throws -> OpenRoom {
    try OpenRoom { configuration, program in
      for (name, script) in ["look": dictionary, "speak": speaker] {
        try program.write(name, "cd '\(program.home.path)'\n\(script)\n")
      }
      configuration.settings.dictionaries = [
        DictionaryCommand(name: "d", command: ["/bin/sh", program.home.path + "/look", "{word}"])
      ]
      configuration.settings.speaker = ["/bin/sh", program.home.path + "/speak"]
    }
  }

  private func lines(_ name: String, of room: OpenRoom) -> [String] {
    let text = (try? String(contentsOfFile: room.program.home.path + "/" + name, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// Whether a script has written its process's number and is gone since.
  private func hasEnded(_ name: String, of room: OpenRoom) -> Bool {
    guard let process = lines(name, of: room).first else { return false }
    return !FileManager.default.fileExists(atPath: "/proc/" + process)
  }

  private func openTheArticle(in room: OpenRoom) {
    room.terminal.type("enter", when: "河灯")
  }

  @Test func aDictionarysAnswerIsShown() throws {
    let room = try openRoom(dictionary: "echo \"词义 of $1\"; echo \"$1\" >> asked")
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("Vwd", when: "河灯的正文")
    room.terminal.type("Q", when: "词义 of")
    let trace = try room.run()
    #expect(lines("asked", of: room).count == 1)
    #expect(trace.filter { $0.hasPrefix("event lookedUp") }.count == 1, "\(trace)")
  }

  @Test(arguments: [
    ("exit 3", "sh 出错，退出状态 3"), ("echo 查无此词; exit 20", "sh 的退出状态是 20"), ("true", "sh 没有查到，也没有说明"),
  ])
  func aFailingDictionaryIsReported(script: String, problem: String) throws {
    let room = try openRoom(dictionary: script)
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("Vwd", when: "河灯的正文")
    room.terminal.type("Q", when: problem)
    let trace = try room.run()
    #expect(trace.filter { $0.hasPrefix("event lookedUp") }.count == 1, "\(trace)")
  }

  @Test func aMissingDictionaryIsNamedWithItsSetting() throws {
    let room = try OpenRoom { configuration, program in
      configuration.settings.dictionaries = [DictionaryCommand(name: "d", command: [program.home.path + "/nowhere"])]
    }
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("Vwd", when: "河灯的正文")
    room.terminal.type("Q", when: "[dictionaries]")
    _ = try room.run()
    #expect(room.terminal.text.contains("nowhere"))
  }

  @Test func closingThePaneEndsTheDictionary() throws {
    let room = try openRoom(dictionary: "echo $$ > process; exec sleep 100")
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("Vwd", when: "河灯的正文")
    room.terminal.send([.key(Key(.escape))], when: "") { !lines("process", of: room).isEmpty }
    room.terminal.type("Q", when: "") { hasEnded("process", of: room) }
    let trace = try room.run()
    #expect(trace.contains { $0.hasPrefix("effect stopLookingUp") })
    #expect(!trace.contains { $0.hasPrefix("event lookedUp") }, "\(trace)")
  }

  @Test func sentencesAreSpokenOneAfterAnother() throws {
    let room = try openRoom(speaker: "cat >> spoken; echo >> spoken")
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("a", when: "河灯的正文")
    room.terminal.type("Q", when: "全文已读完")
    let trace = try room.run()
    #expect(lines("spoken", of: room) == ["河灯", "河灯的正文写在这里，只有这一段，也就够了。"])
    let turns = trace.compactMap { $0.firstMatch(of: /^(effect speak|event spoken)/).map { String($0.1) } }
    #expect(turns == ["effect speak", "event spoken", "effect speak", "event spoken"], "\(trace)")
  }

  @Test(arguments: [
    ("echo 没有声卡 >&2; exit 1", "sh 出错，退出状态 1（没有声卡）"), ("cat > /dev/null; echo 没有设备 >&2", "sh 没有出声"),
  ])
  func aFailingSpeakerIsReportedAndGetsNoMoreSentences(script: String, problem: String) throws {
    let room = try openRoom(speaker: script)
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("a", when: "河灯的正文")
    room.terminal.type("Q", when: problem)
    let trace = try room.run()
    #expect(trace.filter { $0.hasPrefix("effect speak") }.count == 1, "\(trace)")
    #expect(trace.filter { $0.hasPrefix("event spoken") }.count == 1, "\(trace)")
  }

  @Test func stoppingTheReadingEndsTheSpeaker() throws {
    let room = try openRoom(speaker: "echo $$ > process; exec sleep 100")
    defer { room.program.remove() }
    openTheArticle(in: room)
    room.terminal.type("a", when: "河灯的正文")
    room.terminal.type("q", when: "") { !lines("process", of: room).isEmpty }
    room.terminal.type("Q", when: "已停止朗读") { hasEnded("process", of: room) }
    let trace = try room.run()
    #expect(trace.contains { $0.hasPrefix("effect stopSpeaking") })
    #expect(!trace.contains { $0.hasPrefix("event spoken") }, "\(trace)")
  }

  // MARK: Commands, editor, browser

  private func handle(of title: String, in room: OpenRoom) throws -> ArticleHandle {
    try #require(room.handles.handle(room.library.list(ListQuery(text: title))[0]))
  }

  @Test func aCommandReadsTheArticleAndItsOutputIsShown() throws {
    let room = try openRoom()
    defer { room.program.remove() }
    let article = try handle(of: "河灯", in: room)
    room.terminal.send([], when: "河灯") {
      room.runtime.perform(.pipe([article], as: .text, command: "sed s/只有/共有/; echo 完 >&2; exit 4"))
      return true
    }
    room.terminal.send([.key(Key(.escape)), .key(Key("Q"))], when: "共有这一段")
    let trace = try room.run()
    #expect(trace.filter { $0.hasPrefix("event commandFinished") }.count == 1, "\(trace)")
  }

  @Test func aStoppedCommandEndsAndShowsNothing() throws {
    let room = try openRoom()
    defer { room.program.remove() }
    let file = room.program.home.path + "/process"
    let article = try handle(of: "河灯", in: room)
    room.terminal.send([], when: "河灯") {
      room.runtime.perform(.pipe([article], as: .markdown, command: "echo $$ > '\(file)'; exec sleep 100"))
      return true
    }
    room.terminal.send([], when: "") {
      guard !lines("process", of: room).isEmpty else { return false }
      room.runtime.perform(.stopCommands)
      return true
    }
    room.terminal.type("Q", when: "") { hasEnded("process", of: room) }
    let trace = try room.run()
    #expect(!trace.contains { $0.hasPrefix("event commandFinished") }, "\(trace)")
  }

  /// Asks for the editor as soon as the list is shown.
  private func editBookmarks(in room: OpenRoom) {
    room.terminal.send([], when: "河灯") {
      room.runtime.perform(.editBookmarks(key: nil))
      return true
    }
  }

  @Test func theEditorOpensTheBookmarksAndItsChangesAppear() throws {
    let room = try OpenRoom { configuration, program in
      let entry = "- [手写的](https://example.org/2)"
      let script = try program.write("edit", "echo '\(entry)' >> \"$1\"\n")
      configuration.editor = "/bin/sh '\(script)'"
    }
    defer { room.program.remove() }
    editBookmarks(in: room)
    room.terminal.type("Q", when: "★")
    _ = try room.run()
    #expect(try String(contentsOfFile: room.bookmarks, encoding: .utf8).contains("手写的"))
  }

  @Test func theEditorIsNotStartedIfTheFolderCannotBeMade() throws {
    let blocked = try Program()
    defer { blocked.remove() }
    let room = try OpenRoom(bookmarks: try blocked.write("file", "") + "/bookmarks.md") { configuration, program in
      configuration.editor = "/bin/sh '\(try program.write("edit", "touch '\(program.home.path)/edited'\n"))'"
    }
    defer { room.program.remove() }
    editBookmarks(in: room)
    room.terminal.type("Q", when: "不能新建文件夹")
    _ = try room.run()
    #expect(!FileManager.default.fileExists(atPath: room.program.home.path + "/edited"))
  }

  @Test func aProgramThatCannotBeStartedIsNamed() throws {
    let room = try openRoom()
    defer { room.program.remove() }
    for (effect, sentence) in [
      (Effect.open(url: "ftp://example.org/1"), "不是网页地址，不打开：ftp://example.org/1"),
      (.open(url: "https://example.org/1"), "没有可用的浏览器：https://example.org/1"),
      (.editBookmarks(key: nil), "没有设定编辑器（$EDITOR）"),
    ] {
      room.terminal.send([], when: "河灯") {
        room.runtime.perform(effect)
        return true
      }
      room.terminal.send([], when: sentence)
    }
    room.terminal.type("Q", when: "河灯")
    _ = try room.run()
  }
}
