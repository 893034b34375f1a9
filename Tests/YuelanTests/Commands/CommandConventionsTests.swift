import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// Conventions of command lines: suggestions, NUL-separated paths, colour, pager, width.
@Suite struct CommandConventionsTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  // MARK: Names that are nearly right

  @Test(arguments: [
    (["lst"], "did you mean list?"), (["serch", "月亮"], "did you mean search?"),
    (["help", "raed"], "did you mean read?"),
    (["help", "nosuch"], "there is no subcommand nosuch"),
  ])
  func aMisspelledNameEndsWith2AndASuggestion(arguments: [String], sentence: String) throws {
    try withProgram { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.contains(sentence), "\(outcome.complaints)")
    }
  }

  @Test func aFileNamedLikeASubcommandIsOpened() throws {
    try withProgram { program in
      try program.write("lst/a.md", feedDump())
      let outcome = try program.run(["lst"])
      #expect(outcome.complaints.contains("needs a terminal"), "\(outcome.complaints)")
    }
  }

  @Test func versionHasAShortOption() throws {
    try withProgram { program in
      let short = try program.run(["-V"])
      let long = try program.run(["--version"])
      #expect(short.status == 0 && short.output == long.output && !short.output.isEmpty)
    }
  }

  // MARK: Width

  @Test func widthIsGivenOrFollowsTheColumns() throws {
    try withProgram { program in
      try program.write("a.md", feedDump(body: "<p>" + String(repeating: "月亮升起来的时候茶刚好凉了", count: 12) + "</p>"))
      func longestLine(_ arguments: [String], columns: String?) throws -> Int {
        let outcome = try program.run(
          ["read"] + arguments + ["a.md"], environment: columns.map { ["COLUMNS": $0] } ?? [:])
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        return lines.map { $0.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }.max() ?? 0
      }
      #expect(try longestLine([], columns: "40") > 200, "a pipe gets paragraphs, whatever COLUMNS says")
      #expect((31...40).contains(try longestLine(["--width", "auto"], columns: "40")))
      #expect((71...80).contains(try longestLine(["-w", "auto"], columns: nil)))
      #expect((21...30).contains(try longestLine(["-w", "30"], columns: "40")))
    }
  }

  // MARK: Lists for other programs

  @Test func pathsEndedByNULAreReadBack() throws {
    try withProgram { program in
      try program.write("archive/a\nb.md", feedDump(title: "换行"))
      try program.write("archive/c d.md", feedDump(title: "空格", url: "https://example.org/2"))
      let list = try program.run(["list", "--print0", "archive"])
      #expect(list.output.split(separator: "\0").count == 2)
      #expect(list.output.contains("a\nb.md\0"))
      let read = try program.run(["read", "-0"], input: list.output)
      #expect(read.status == 0)
      #expect(read.output.contains("换行") && read.output.contains("空格"))
      #expect(try program.run(["search", "月亮", "--print0", "-n", "1", "archive"]).output.hasSuffix("\0"))
    }
  }

  @Test func colorIsOnlyForTerminalsOrOnRequest() throws {
    try withProgram { program in
      try program.write("archive/a.md", feedDump())
      let plain = try program.run(["search", "月亮", "archive"], environment: ["TERM": "xterm-256color"])
      #expect(!plain.output.contains("\u{1B}"))
      let marked = try program.run(["search", "月亮", "--color", "always", "archive"])
      #expect(marked.output.contains("\u{1B}[1m月亮\u{1B}[m"), "\(marked.output)")
      #expect(marked.output.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain.output)
    }
  }

  @Test(
    arguments: [
      ("auto", true, [:], true), ("auto", false, [:], false), ("auto", true, ["NO_COLOR": "1"], false),
      ("auto", true, ["TERM": "dumb"], false), ("never", true, [:], false), ("always", false, ["NO_COLOR": "1"], true),
    ] as [(String, Bool, [String: String], Bool)])
  func colorFollowsTheTerminalAndNO_COLOR(
    choice: String, isTerminal: Bool, variables: [String: String], isWanted: Bool
  ) throws {
    let choice = try #require(ColorChoice(rawValue: choice))
    #expect(choice.isWanted(environment: Environment(variables), isTerminal: isTerminal) == isWanted)
  }

  // MARK: Pager

  @Test func anArticleOnATerminalIsShownInThePager() throws {
    try withProgram { program in
      let path = try program.write("a.md", feedDump())
      let paged = try TerminalProgram(
        ["read", path], home: program.home.path, environment: ["PAGER": "sed s/^/翻页：/"])
      #expect(paged.end() == 0)
      #expect(String(decoding: paged.output, as: UTF8.self).contains("翻页："))
      let plain = try TerminalProgram(
        ["read", "--pager", "cat", path], home: program.home.path, environment: ["PAGER": "sed s/^/翻页：/"])
      #expect(plain.end() == 0)
      #expect(!String(decoding: plain.output, as: UTF8.self).contains("翻页："))
    }
  }

  /// In a process with threads, `setenv` races with any thread that reads a variable.
  @Test func thePagerGetsItsUsualOptions() throws {
    try withProgram { program in
      let path = program.home.path + "/options"
      let pager = try Pager([
        "/bin/sh", "-c", "cat; printf '%s %s %s %s' \"$LESS\" \"$LV\" \"$LESSCHARSET\" \"${HOME:+home}\" > \"$0\"",
        path,
      ])
      pager.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "FRX -c utf-8 home")
      #expect(getenv("LESS") == nil && getenv("LV") == nil)
    }
  }

  /// The text is UTF-8 in any locale. `LESSCHARSET` would override a reader's own `LESSCHARDEF`.
  @Test func lessReadsUTF8UnlessTheReaderHasChosenItsCharacters() {
    #expect(Pager.defaults(environment: Environment(["LANG": "C"]))["LESSCHARSET"] == "utf-8")
    #expect(Pager.defaults(environment: Environment(["LESSCHARDEF": "8bcccbcc"]))["LESSCHARSET"] == nil)
  }

  @Test func outputToAPipeBypassesThePager() throws {
    try withProgram { program in
      try program.write("a.md", feedDump())
      let outcome = try program.run(["read", "a.md"], environment: ["PAGER": "sed s/^/翻页：/"])
      #expect(!outcome.output.contains("翻页："))
    }
  }

  @Test(
    arguments: [
      (nil, ["PAGER": "most -w", "PATH": "/bin"], true, nil), ("", ["PAGER": "sh", "PATH": "/bin"], true, nil),
      ("sh -c", ["PATH": "/bin"], true, ["sh", "-c"]), ("sh", ["PATH": "/bin"], false, nil),
      ("cat", ["PATH": "/bin"], true, nil), (nil, ["PAGER": "sh", "PATH": "/bin", "TERM": "dumb"], true, nil),
    ] as [(String?, [String: String], Bool, [String]?)])
  func aMissingPagerIsNotUsed(
    choice: String?, variables: [String: String], isTerminal: Bool, expected: [String]?
  ) {
    let command = Pager.command(choice: choice, environment: Environment(variables), isTerminal: isTerminal)
    #expect(command == expected)
  }
}
