import Testing

@testable import ReadingRoom

@Suite struct PipingTests {
  @Test func theMarkedArticlesElseTheSelectedOneGoToTheCommand() {
    var visit = Visit()
    visit.press("down | w c space - m enter")
    #expect(visit.effects.contains(.pipe([ArticleHandle(1)], as: .text, command: "wc -m")))
    visit.press("g t down t | tab up")
    #expect(visit.status.contains("Markdown"))
    #expect(visit.status.contains("wc -m"))
    visit.press("enter")
    #expect(visit.effects.contains(.pipe([ArticleHandle(0), ArticleHandle(2)], as: .markdown, command: "wc -m")))
    // While reading, the command gets the open article.
    visit.press("g down enter | tab enter")
    #expect(visit.effects.contains(.pipe([ArticleHandle(1)], as: .json, command: "wc -m")) == false)
    visit.press("| up enter")
    #expect(visit.effects.contains(.pipe([ArticleHandle(1)], as: .json, command: "wc -m")))
  }

  @Test func aCommandsOutputIsShownAndScrolls() {
    var visit = Visit(rows: 12, columns: 40)
    let text = (1...40).map { "第 \($0) 行" }.joined(separator: "\n") + "\n"
    visit.send(.commandFinished(command: "cat", output: "\u{1B}[31m红\u{1B}[0m\n" + text, status: 0))
    #expect(visit.screen.contains("| cat"))
    #expect(visit.state.notice == nil)
    #expect(visit.screen.contains(" 红"))
    #expect(!visit.screen.contains("[31m"))
    visit.press("space")
    #expect(visit.state.notice == nil, "what moved is answer enough")
    visit.press("G")
    #expect(visit.screen.contains("第 40 行"))
    #expect(visit.state.notice == nil)
    visit.press("q")
    #expect(visit.state.room == .list)
  }

  @Test func aRunningCommandCanBeStopped() {
    var visit = Visit()
    visit.press("down | c a t enter")
    #expect(visit.state.runningCommands == ["cat"])
    visit.press("down ctrl-x")
    #expect(visit.effects.contains(.stopCommands))
    visit.send(.commandStopped(command: "cat"))
    #expect(visit.status.contains("已停止：cat"))
    #expect(visit.state.runningCommands.isEmpty)
    visit.press("ctrl-x")
    #expect(visit.effects.count { $0 == .stopCommands } == 1)
    #expect(visit.status.contains("没有正在运行的命令"))
    visit.press("| w c enter")
    visit.send(.commandFinished(command: "wc", output: "1", status: 0))
    visit.press("q ctrl-x")
    #expect(visit.effects.count { $0 == .stopCommands } == 1)
  }

  @Test func longLinesOfOutputAreFoldedAndFailuresShown() {
    var visit = Visit(rows: 12, columns: 22)
    visit.send(.commandFinished(command: "x", output: String(repeating: "字", count: 25), status: 3))
    #expect(visit.state.output?.rows.map(\.widthInCells) == [20, 20, 10])
    #expect(visit.status.contains("3"))
    visit.send(.commandFinished(command: "x", output: "", status: 0))
    #expect(visit.screen.contains("命令没有输出"))
  }
}
