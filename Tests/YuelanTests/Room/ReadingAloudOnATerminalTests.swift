import Foundation
import Glibc
import TerminalEmulation
import Testing

/// The real executable with a speaker and a dictionary that are scripts.
@Suite(.serialized) struct ReadingAloudOnATerminalTests {
  private func withRoom(
    speaker: String, dictionary: String = "printf '\\033[31m词义\\n'", environment: [String: String] = [:],
    _ body: (Program, TerminalProgram) throws -> Void
  ) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "archive/a/1.md",
      feedDump(title: "渡口", url: "https://example.org/a", body: "<p>甲走了。乙来了。丙没有来。</p>"))
    try program.write("speak", "#!/bin/sh\ncd \(program.home.path)\necho $$ >> processes\n\(speaker)\n")
    try program.write("look", "#!/bin/sh\n\(dictionary)\n")
    for name in ["speak", "look"] { chmod(program.home.path + "/" + name, 0o755) }
    let home = program.home.path
    try program.write(
      ".config/yuelan/config.toml",
      "language = \"zh-Hans\"\nspeaker = \"\(home)/speak {rate}\"\n[dictionaries]\nd = \"\(home)/look {word}\"\n")
    let room = try TerminalProgram([home + "/archive"], home: home, environment: environment)
    #expect(room.wait(for: "渡口"))
    room.type("\r")
    #expect(room.wait(for: "甲走了"), "\(room.text)")
    try body(program, room)
  }

  private func lines(_ name: String, in program: Program, count: Int) -> [String] {
    for _ in 0..<6_000 {
      let text = (try? String(contentsOf: program.home.appendingPathComponent(name), encoding: .utf8)) ?? ""
      let lines = text.split(separator: "\n").map(String.init)
      if lines.count >= count, text.hasSuffix("\n") { return lines }
      usleep(10_000)
    }
    return []
  }

  private func allEnd(_ processes: [String]) -> Bool {
    for _ in 0..<1_000 {
      if !processes.contains(where: { FileManager.default.fileExists(atPath: "/proc/\($0)") }) { return true }
      usleep(10_000)
    }
    return false
  }

  @Test func everySentenceIsSpokenInTurn() throws {
    try withRoom(speaker: "cat >> spoken; echo \"rate $1\" >> spoken") { program, room in
      room.type("a")
      #expect(
        lines("spoken", in: program, count: 8)
          == ["渡口", "rate 175", "甲走了。", "rate 175", "乙来了。", "rate 175", "丙没有来。", "rate 175"])
      #expect(room.wait(for: "全文已读完"), "\(room.text)")
      room.type("Q")
      #expect(room.end() == 0)
    }
  }

  @Test(arguments: ["Q", "qqq", "hangup", "SIGTERM", "line"])
  func theSpeakerEndsWithTheRoom(way: String) throws {
    try withRoom(speaker: "sleep 100 & echo $! >> processes; wait") { program, room in
      room.type("a")
      let processes = lines("processes", in: program, count: 2)
      #expect(processes.count == 2)
      #expect(room.wait(for: "朗读中"), "\(room.text)")
      switch way {
      case "hangup": room.send(signal: SIGHUP)
      case "SIGTERM": room.send(signal: SIGTERM)
      case "line": room.hangUp()
      default: room.type(way)
      }
      #expect(room.end() != nil)
      #expect(allEnd(processes), "\(way)")
    }
  }

  @Test func aFailingSpeakerIsReportedAndTheReaderStays() throws {
    try withRoom(speaker: "echo '\u{1B}[2J'; exit 1") { _, room in
      room.type("a")
      #expect(room.wait(for: "speak 出错，退出状态 1"), "\(room.text)")
      #expect(room.text.contains("乙来了"))
      room.type("Q")
      #expect(room.end() == 0)
    }
  }

  @Test(arguments: [("xterm-256color", "C.UTF-8"), ("vt100", "C")])
  func anAnswerCommandsNoTerminal(terminal: String, locale: String) throws {
    try withRoom(speaker: "true", environment: ["TERM": terminal, "LANG": locale]) { _, room in
      room.type("Vwd")
      #expect(room.wait(for: "词义"), "\(room.text)")
      #expect(room.wait(for: "文库里"), "\(room.text)")
      #expect(!room.text.contains("[31m"))
      room.type("\u{1B}")
      #expect(room.wait { !$0.text.contains("词义") }, "\(room.text)")
      room.type("Q")
      #expect(room.end() == 0)
      #expect(room.emulator.unknown.isEmpty)
    }
  }
}
