import ArticleDump
import ArticleLibrary
import Dispatch
import Glibc
import ReadingRoom
import Testing

@testable import yuelan

@Suite struct ShellCommandTests {
  @Test func aCommandGetsItsInputAndBothItsOutputsAreRead() throws {
    let run = try ShellCommand.run("tr a-z A-Z; echo late >&2; exit 3", input: Array("moon\n".utf8))
    #expect(run.output == "MOON\nlate\n")
    #expect(run.status == 3)
  }

  @Test func largeInputAndOutputDoNotBlockEachOther() throws {
    let input = [UInt8](repeating: 0x61, count: 1 << 20)
    #expect(try ShellCommand.run("cat", input: input).output.utf8.count == input.count)
    #expect(try ShellCommand.run("head -c 3", input: input).output == "aaa")
    #expect(try ShellCommand.run("yes", input: []).output.utf8.count >= ShellCommand.mostOutputInBytes)
  }

  @Test func runningCommandsAreStoppedWithTheirProcesses() throws {
    let running = RunningPrograms()
    let (first, waiting, ended) = (running.begin(), running.begin(), running.begin())
    running.end(ended)
    let run = Future(on: DispatchQueue(label: "command")) {
      try? ShellCommand.run("echo begun; sleep 60 & sleep 60; echo over", input: [], by: first).output
    }
    usleep(200_000)
    running.stop()
    #expect(run.value()?.contains("over") == false)
    #expect(first.isStopped && waiting.isStopped && !ended.isStopped)
    #expect(try ShellCommand.run("echo never", input: [], by: waiting).output.isEmpty)
  }

  @Test func signalsReachACommandStartedOnAQueue() throws {
    let run = Future(on: DispatchQueue(label: "command")) { try? ShellCommand.run("kill -TERM $$; exit 7", input: []) }
    #expect(run.value()?.status == 128 + SIGTERM)
  }

  @Test func aCommandsInputIsWhatReadPrints() {
    var article = Article(dialect: .text, title: "月")
    article.blocks = [.paragraph(StyledText("正文。"), role: nil)]
    #expect(
      String(decoding: ShellCommand.input([article, article], .json), as: UTF8.self).split(separator: "\n").count == 2)
    #expect(String(decoding: ShellCommand.input([article, article], .markdown), as: UTF8.self).contains("\n---\n"))
    #expect(String(decoding: ShellCommand.input([article], .text), as: UTF8.self).contains("正文。"))
  }
}
