import Foundation
import Glibc
import Testing

/// `list` and `search` answer from the index, and still print nothing outdated.
@Suite struct AnsweringFromTheIndexTests {
  private func withArchive(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/1.md", feedDump(title: "月亮一", url: "https://example.org/1"))
    try program.write("archive/2.md", feedDump(title: "月亮二", url: "https://example.org/2"))
    // So that the folder is older than the check by more than a tick of the clock that dates it.
    usleep(50_000)
    #expect(try program.run(["index", "archive"]).status == 0)
    try body(program)
  }

  private func titles(_ program: Program, _ arguments: [String]) throws -> [String] {
    let outcome = try program.run(arguments + ["--format", "json"])
    #expect(outcome.complaints.isEmpty, "\(outcome.complaints)")
    return outcome.output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["title"] as? String
    }.sorted()
  }

  private static let commands = [["list", "archive"], ["search", "月亮", "archive"]]

  @Test(arguments: commands) func deletedFilesAreNotListed(command: [String]) throws {
    try withArchive { program in
      let before = try titles(program, command)
      unlink(program.home.path + "/archive/2.md")
      let after = try titles(program, command)
      #expect(before == ["月亮一", "月亮二"] && after == ["月亮一"])
    }
  }

  @Test(arguments: commands) func overwrittenFilesAreListedAsTheyAre(command: [String]) throws {
    try withArchive { program in
      let file = try #require(FileHandle(forWritingAtPath: program.home.path + "/archive/2.md"))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data(feedDump(title: "月亮三", url: "https://example.org/3").utf8))
      try file.close()
      #expect(try titles(program, command) == ["月亮一", "月亮三"])
    }
  }

  @Test(arguments: commands) func newFilesAreFoundByTheirFolder(command: [String]) throws {
    try withArchive { program in
      try program.write("archive/3.md", feedDump(title: "月亮三", url: "https://example.org/3"))
      #expect(try titles(program, command) == ["月亮一", "月亮三", "月亮二"])
    }
  }

  /// Writing a word into a file in place makes it a hit that the index does not know.
  @Test func refreshChecksEveryFileFirst() throws {
    try withArchive { program in
      let file = try #require(FileHandle(forWritingAtPath: program.home.path + "/archive/2.md"))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data(feedDump(title: "太阳", url: "https://example.org/2").utf8))
      try file.close()
      #expect(try program.run(["search", "太阳", "archive"]).status == 1)
      #expect(try titles(program, ["search", "太阳", "--refresh", "archive"]) == ["太阳"])
      #expect(try titles(program, ["search", "太阳", "archive"]) == ["太阳"], "known from now on")
    }
  }

  @Test func helpAndManualStateHowLongAScanIsValid() throws {
    let program = try Program()
    defer { program.remove() }
    for command in ["list", "search"] {
      for (language, words) in [("en_US", "10minutes"), ("zh_CN", "10分钟"), ("zh_TW", "10分鐘")] {
        let help = try program.run([command, "--help"], environment: ["LC_ALL": language + ".UTF-8"])
        // Help is wrapped; Chinese may be wrapped between any two characters.
        let text = help.output.filter { !$0.isWhitespace }
        #expect(text.contains("--refresh") && text.contains(words), "\(command), \(language): \(help.output)")
      }
    }
    for (page, words) in [("yuelan.1", "ten minutes"), ("zh_CN/yuelan.1", "十分钟"), ("zh_TW/yuelan.1", "十分鐘")] {
      let text = try String(contentsOfFile: packageRoot + "/Documentation/man/" + page, encoding: .utf8)
      #expect(text.contains(words) && text.contains(".Fl -refresh"), "\(page)")
    }
  }
}
