import ReadingRoom
import Testing

@testable import yuelan

/// `[dictionaries]` and `speaker` in `config.toml`.
@Suite struct DictionarySettingTests {
  private func load(file: String) throws -> LoadedConfiguration {
    try loadConfiguration(
      environment: Environment(["HOME": "/home/reader"]), currentFolder: "/tmp",
      readFile: { path throws(FileFailure) in path.hasSuffix("/config.toml") ? Array(file.utf8) : nil })
  }

  @Test func dictionariesKeepTheirOrder() throws {
    let file = """
      speaker = "espeak-ng -v cmn -s {rate}"
      speech-rate = 200
      [dictionaries]
      moe = "sdcv -n01 -- {word}"
      "a b" = ["/opt/my dict/d", "it's {word}"]
      wordnet = { command = "dict -d wn {word}", for = ["latin", "greek"], key = "ctrl-w" }
      """
    let settings = try load(file: file).configuration.settings
    #expect(settings.speaker == ["espeak-ng", "-v", "cmn", "-s", "{rate}"])
    #expect(settings.speechRate == 200)
    #expect(
      settings.dictionaries == [
        DictionaryCommand(name: "moe", command: ["sdcv", "-n01", "--", "{word}"]),
        DictionaryCommand(name: "a b", command: ["/opt/my dict/d", "it's {word}"]),
        DictionaryCommand(
          name: "wordnet", command: ["dict", "-d", "wn", "{word}"], writings: [.latin, .greek],
          key: Key("w", .control)),
      ])
    let printed = effectiveConfiguration(try load(file: file)).filter {
      $0.hasPrefix("dictionaries") || $0.hasPrefix("speak")
    }
    #expect(printed.count == 2)
    #expect(printed.first?.hasPrefix("dictionaries = { \"moe\" = \"sdcv -n01 -- {word}\", ") == true, "\(printed)")
    let again = try load(file: printed.joined(separator: "\n")).configuration.settings
    #expect(again.dictionaries == settings.dictionaries)
    #expect(again.speaker == settings.speaker)
  }

  @Test(arguments: [
    ("d = 3", "d: expected a command or { command = …, for = …, key = … }, not 3"),
    ("d = \"\"", "d: expected a command or { command = …, for = …, key = … }, not \"\""),
    (
      "d = { key = \"x\" }",
      "d: expected a command or { command = …, for = …, key = … }, not { \"key\" = [\"x\"] }"
    ),
    (
      "d = { command = \"x\", for = \"latn\" }",
      "d.for: expected one of han, kana, hangul, latin, greek, cyrillic, other, not \"latn\"; did you mean latin?"
    ),
    (
      "d = { command = \"x\", for = 1 }",
      "d.for: expected one of han, kana, hangul, latin, greek, cyrillic, other, not 1"
    ),
    (
      "d = { command = \"x\", key = \"hyper-x\" }",
      "d.key: expected the name of a key in quotes, such as \"ctrl-w\", not \"hyper-x\""
    ),
    (
      "d = { command = \"x\", key = [\"a\", \"b\"] }",
      "d.key: expected the name of a key in quotes, such as \"ctrl-w\", not [\"a\", \"b\"]"
    ),
    (
      "\"d d\" = { command = { a = \"x\" } }",
      "\"d d\".command: expected a command in quotes, or a list of its words, not { \"a\" = [\"x\"] }"
    ),
  ])
  func anInvalidDictionaryIsReportedAtItsLineAndTheOthersApply(line: String, complaint: String) throws {
    let loaded = try load(file: "measure = 60\n[dictionaries]\na = \"cat\"\n\(line)\nb = \"tac\"")
    #expect(loaded.configuration.settings.dictionaries.map(\.name) == ["a", "b"])
    #expect(loaded.configuration.problems.map { $0.message(in: .english) } == ["dictionaries." + complaint])
    #expect(loaded.configuration.problems.first?.line == 4)
  }

  @Test func eachWrongFieldOfADictionaryIsReportedAtItsLine() throws {
    let file = "[dictionaries.d]\nfro = \"latin\"\ncommand = \"\"\nkey = \"ctrl-ctrl-x\""
    let problems = try load(file: file).configuration.problems
    #expect(problems.map(\.line) == [2, 3, 4])
    #expect(problems.first?.message(in: .simplified) == "没有“dictionaries.d.fro”这个设置；是不是“for”？")
  }

  @Test func aTableWithoutAUsableDictionaryLeavesThatOfAllArchives() throws {
    let loaded = try loadConfiguration(
      opened: ["/srv/a"], environment: Environment(["HOME": "/home/reader"]), currentFolder: "/tmp",
      readFile: { path throws(FileFailure) in
        path.hasSuffix("/config.toml")
          ? Array("dictionaries = { a = \"cat\" }\n[archive.\"/srv/a\"]\ndictionaries = { b = 1 }".utf8) : nil
      })
    #expect(loaded.configuration.settings.dictionaries.map(\.name) == ["a"])
    #expect(loaded.configuration.problems.map(\.line) == [3])
  }

  @Test(arguments: [["a"], ["it's"], ["", "a b"], ["a\\b", "\"x\"", "'"], ["{word}", "-n"]])
  func aCommandWrittenAsOneStringHasTheSameWords(words: [String]) {
    #expect(ChildProcess.words(ChildProcess.command(words)) == words)
  }
}
