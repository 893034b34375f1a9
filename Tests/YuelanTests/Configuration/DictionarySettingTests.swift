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
    "d = 3", "d = { key = \"x\" }", "d = \"\"", "d = { command = \"x\", for = \"klingon\" }",
    "d = { command = \"x\", key = \"hyper-x\" }", "d = { command = \"x\", shell = \"yes\" }",
    "d = { command = \"x\", key = [\"a\", \"b\"] }",
    "d = { command = { a = \"x\" } }",
  ])
  func anInvalidDictionaryIsReportedWithItsLine(line: String) throws {
    let loaded = try load(file: "measure = 60\n[dictionaries]\n" + line)
    #expect(loaded.configuration.settings.dictionaries.isEmpty)
    #expect(loaded.configuration.problems.count == 1)
    for language in Language.allCases {
      let sentence = loaded.configuration.problems.first?.sentence(in: language) ?? ""
      #expect(
        sentence.contains("dictionaries") && sentence.contains("command") && sentence.contains("config.toml:2"),
        "\(sentence)")
    }
  }

  @Test(arguments: [["a"], ["it's"], ["", "a b"], ["a\\b", "\"x\"", "'"], ["{word}", "-n"]])
  func aCommandWrittenAsOneStringHasTheSameWords(words: [String]) {
    #expect(ChildProcess.words(ChildProcess.command(words)) == words)
  }
}
