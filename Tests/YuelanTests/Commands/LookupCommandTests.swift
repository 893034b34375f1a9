import Foundation
import Testing

@testable import yuelan

/// `yuelan lookup` with dictionaries that are scripts.
@Suite struct LookupCommandTests {
  private func withArchive(_ settings: String = "", _ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "archive/a/1.md",
      feedDump(
        title: "海边的信", url: "https://example.org/letter",
        body: "<p>罗伯特·米尔恩（Robert Milne）在灯塔上住了三年。米尔恩说，雾来得很慢。</p><p>后来他回了城。</p>"))
    try program.write("archive/a/2.md", feedDump(title: "灯塔", url: "https://example.org/light"))
    try program.write("bin/dict", "#!/bin/sh\nprintf '\\033[1m%s\\033[0m\\n   释义：\\033]0;x\\007 %s\\n' \"$2\" \"$#\"\n")
    try program.write("bin/fails", "#!/bin/sh\nexit 7\n")
    for name in ["dict", "fails"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: program.home.path + "/bin/" + name)
    }
    if !settings.isEmpty { try program.write(".config/yuelan/config.toml", settings) }
    try body(program)
  }

  private func run(_ program: Program, _ arguments: [String], language: String = "C.UTF-8") throws -> Program.Outcome {
    try program.run(
      ["lookup"] + arguments,
      environment: ["PATH": program.home.path + "/bin:/usr/bin:/bin", "LANG": language, "COLUMNS": "80"])
  }

  @Test func dictionariesAnswerBeforeTheLibrary() throws {
    try withArchive("[dictionaries]\nd = \"dict -- {word}\"\nl = { command = \"fails\", for = \"latin\" }\n") {
      program in
      let outcome = try run(program, ["米尔恩", "archive"])
      #expect(outcome.status == 0, "\(outcome.complaints)")
      #expect(
        outcome.output.hasPrefix("d\n\n    米尔恩\n       释义： 2\n\nNames\n\n    罗伯特·米尔恩  Robert Milne\n\nIn 1 article"))
      #expect(outcome.output.contains("海边的信"))
      #expect(!outcome.output.unicodeScalars.contains("\u{1B}"))
      #expect(outcome.complaints.isEmpty)
      let latin = try run(program, ["Milne", "archive"], language: "zh_TW.UTF-8")
      #expect(latin.status == 0)
      #expect(latin.output.contains("譯名"))
      #expect(latin.complaints.contains("fails 出錯，結束狀態 7"), "\(latin.complaints)")
    }
  }

  @Test func theLibraryAnswersWithoutDictionaries() throws {
    try withArchive { program in
      let outcome = try run(program, ["灯塔", "archive"], language: "zh_CN.UTF-8")
      #expect(outcome.output.hasPrefix("文库里有 2 篇提到\n\n"), "\(outcome.output)")
      #expect(outcome.complaints.isEmpty)
      #expect(try run(program, ["没有的词", "archive"]).status == 1)
      #expect(try run(program, ["——", "archive"]).status == 2)
    }
  }

  @Test func articlesWithoutTheirFilesAreNotListed() throws {
    try withArchive { program in
      #expect(try run(program, ["灯塔", "archive"]).output.hasPrefix("In 2 articles"))
      try FileManager.default.removeItem(atPath: program.home.path + "/archive/a/2.md")
      let outcome = try run(program, ["灯塔", "archive"])
      #expect(outcome.output.hasPrefix("In 1 article of"), "\(outcome.output)")
      #expect(!outcome.output.contains("2.md"), "\(outcome.output)")
    }
  }

  @Test func aDictionaryCanBeChosenByName() throws {
    try withArchive("[dictionaries]\nd = \"dict -- {word}\"\nf = \"fails\"\n") { program in
      let one = try run(program, ["--with", "f", "没有的词", "archive"])
      #expect(one.status == 3)
      #expect(
        one.complaints == "yuelan: f: fails failed with status 7; its command is [dictionaries] in config.toml\n")
      #expect(one.output.isEmpty)
      let none = try run(program, ["--with", "none", "没有的词", "archive"])
      #expect(none.status == 1 && none.output.isEmpty && none.complaints.isEmpty)
      let wrong = try run(program, ["--with", "x", "月", "archive"])
      #expect(wrong.status == 2 && wrong.complaints.contains("there are: d, f"), "\(wrong.complaints)")
    }
  }

  @Test func jsonHasAnswersAndWhatTheLibraryKnows() throws {
    try withArchive("[dictionaries]\nd = \"dict -- {word}\"\nf = \"fails\"\n") { program in
      let outcome = try run(program, ["--format", "json", "--", "-- 米尔恩", "archive"])
      #expect(outcome.status == 0, "\(outcome.complaints)")
      let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      #expect(value?["word"] as? String == "米尔恩")
      let answers = value?["answers"] as? [[String: Any]]
      #expect(answers?.map { $0["dictionary"] as? String } == ["d", "f"])
      #expect(answers?.first?["text"] as? String == "米尔恩\n   释义： 2\n")
      #expect((answers?.last?["problem"] as? String)?.hasPrefix("fails failed") == true)
      let glosses = value?["glosses"] as? [[String: Any]]
      #expect(glosses?.map { $0["original"] as? String } == ["Robert Milne"])
      #expect(value?["total"] as? Int == 1)
    }
  }

  @Test func theDoctorNamesMissingPrograms() throws {
    try withArchive("speaker = \"nonesuch -s {rate}\"\n[dictionaries]\nd = \"dict -- {word}\"\ng = \"nonesuch2\"\n") {
      program in
      let outcome = try program.run(
        ["doctor", "archive"], environment: ["PATH": program.home.path + "/bin:/usr/bin:/bin"])
      #expect(outcome.output.contains("d: dict -- {word}"), "\(outcome.output)")
      #expect(outcome.output.contains("there is no program nonesuch2: g: nonesuch2"))
      #expect(outcome.output.contains("there is no program nonesuch: nonesuch -s {rate}"))
    }
  }
}
