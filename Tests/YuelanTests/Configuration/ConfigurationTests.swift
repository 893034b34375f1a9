import ArticleLibrary
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

@Suite struct ConfigurationTests {
  private func load(
    file: String? = nil, room: String? = nil, environment: [String: String] = [:], options: [String: String] = [:]
  ) throws -> LoadedConfiguration {
    try loadConfiguration(
      options: options, environment: Environment(["HOME": "/home/reader"].merging(environment) { $1 }),
      currentFolder: "/tmp",
      readFile: { path throws(FileFailure) in (path.hasSuffix("/room.toml") ? room : file).map { Array($0.utf8) } })
  }

  @Test func commandLineOverridesEnvironmentOverridesFile() throws {
    let file = "measure = 40\nindent = 1\nspeed = 300\n"
    let loaded = try load(
      file: file, environment: ["YUELAN_MEASURE": "50", "YUELAN_INDENT": "3"], options: ["measure": "60"])
    #expect(loaded.configuration.settings.measureInCells == 60)
    #expect(loaded.configuration.settings.indentInHan == 3)
    #expect(loaded.configuration.settings.charactersPerMinute == 300)
    #expect(loaded.origins["measure"] == .commandLine(option: "--measure"))
    #expect(loaded.origins["indent"] == .environment(variable: "YUELAN_INDENT"))
    #expect(loaded.origins["speed"] == .file(path: "/home/reader/.config/yuelan/config.toml", line: 3))
    #expect(loaded.origins["theme"] == nil)
  }

  @Test func settingsSavedByTheRoomHaveTheLeastPrecedence() throws {
    let room = "# changed\nmeasure = 40\nvertical = true\nscript = \"traditional\"\ntheme = \"zhi\"\nspeed = 90\n"
    let loaded = try load(
      file: "measure = 50\n", room: room, environment: ["YUELAN_VERTICAL": "no", "LANG": "zh_TW"],
      options: ["theme": "mo"])
    let settings = loaded.configuration.settings
    #expect(settings.measureInCells == 50)
    #expect(!settings.setsVertically)
    #expect(settings.theme == "mo")
    #expect(settings.script == .traditional)
    #expect(loaded.origins["script"] == .room(path: "/home/reader/.local/state/yuelan/room.toml", line: 4))
    // Only settings that can be changed in the room are read from there.
    #expect(settings.charactersPerMinute == 400)
    #expect(
      try load(room: "language = \"en\"", environment: ["LANG": "zh_TW"]).configuration.settings.language == .english)
    let lines = effectiveConfiguration(loaded)
    #expect(lines.contains { $0.hasPrefix("script = \"traditional\"") && $0.contains("room.toml:4") })
  }

  @Test(arguments: RoomSetting.allCases) func everyRoomSettingIsReadBack(setting: RoomSetting) throws {
    let known = try #require(Setting.named(setting.rawValue))
    let standard = try load()
    let text = setting.text(in: standard.configuration.settings)
    let value = try #require(known.shape.value(fromText: text))
    #expect(known.shape.accepts(value))
    #expect(known.value(standard.configuration) == value)
  }

  @Test func changesInTheRoomAreSavedOnePerLine() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = RoomSettingsFile(path: folder + "/state/room.toml")
    try file.remember(.theme, "zhi")
    try file.remember(.measure, "60")
    try file.remember(.theme, "mo")
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text.split(separator: "\n").dropFirst() == ["measure = 60", "theme = \"mo\""])
    let kept = ConfigurationFile(path: file.path, text: text)
    #expect(kept.problems.isEmpty && kept.entries.count == 2)
  }

  @Test func anUnwritableFolderIsNamed() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data().write(to: URL(fileURLWithPath: file))
    let failure = #expect(throws: FileFailure.self) {
      try RoomSettingsFile(path: file + "/state/room.toml").remember(.theme, "zhi")
    }
    #expect(failure?.reason == .library(.unwritable(path: file, errno: ENOTDIR)))
  }

  @Test func aMissingThemeIsNamed() throws {
    let problem = try #require(try load(file: "\ntheme = \"nope\"").configuration.problems.first)
    #expect(problem.line == 2)
    #expect(problem.message(in: .simplified).hasPrefix("nope：没有这个配色。有：mo、zhi、"))
    #expect(try load(file: "theme = \"nope\"").configuration.settings.theme == nil)
    #expect(try load(file: "theme = \"nope\"").origins["theme"] == nil)
    #expect(try load(file: "theme = \"纸\"").configuration.settings.theme == "zhi")
    #expect(throws: OptionMistake.self) { try load(options: ["theme": "nope"]) }
  }

  @Test func aFolderOfIndexesThatDoesNotExistIsNamed() throws {
    let loaded = try load(file: "\nindex = \"/nonexistent/x\"")
    #expect(loaded.configuration.problems.map(\.line) == [2])
    #expect(
      loaded.configuration.problems.first?.message(in: .english) == "index: there is no such folder: /nonexistent/x")
    #expect(loaded.configuration.indexFolder == nil && loaded.origins["index"] == nil)
    #expect(try load(environment: ["YUELAN_INDEX": "/nonexistent/x"]).configuration.problems.count == 1)
    #expect(throws: OptionMistake.self) { try load(options: ["index": "/nonexistent/x"]) }
    #expect(try load(file: "index = \"/tmp\"").configuration.indexFolder == "/tmp")
    #expect(try load(file: "index = \"~/.cache/yuelan\"").configuration.problems.isEmpty)
  }

  @Test func theLocaleSetsTheLanguageOnlyIfNothingElseDoes() throws {
    #expect(try load(environment: ["LANG": "zh_TW.UTF-8"]).configuration.settings.language == .traditional)
    #expect(
      try load(file: "language = \"en\"", environment: ["LANG": "zh_TW.UTF-8"]).configuration.settings.language
        == .english)
  }

  @Test(arguments: [
    ("mesure = 3", 1, "there is no setting 'mesure'; did you mean 'measure'?"),
    ("\n\nmeasure = \"wide\"", 3, "measure: expected a number from 10 to 200, not \"wide\""),
    ("measure = 9", 1, "measure: expected a number from 10 to 200, not 9"),
    ("level = \"strct\"", 1, "level: expected one of none, basic, gb, strict, not \"strct\"; did you mean strict?"),
    ("mouse = 1.5", 1, "mouse: expected true or false, not a number with a fraction"),
    ("archives = \"x\"", 1, "archives: expected a list of paths in quotes, not \"x\""),
    ("theme = \"mo\"\n[kyes]\n", 2, "there is no setting 'kyes'; did you mean 'keys'?"),
  ])
  func mistakesHaveTheirLineAndTheNearestName(file: String, line: Int, message: String) throws {
    let problems = try load(file: file).configuration.problems
    #expect(problems.map { $0.message(in: .english) } == [message])
    #expect(problems.first?.line == line)
  }

  @Test func invalidTOMLIsReportedWithItsLineAndTheDefaultsApply() throws {
    let loaded = try load(file: "measure = 40\ntheme = \n")
    #expect(loaded.hasUnreadableFile)
    #expect(loaded.configuration.problems.first?.line == 2)
    #expect(loaded.configuration.settings.measureInCells == 76)
  }

  @Test func aWrongOptionValueIsWrongUse() throws {
    let mistake = try #require(throws: OptionMistake.self) { try load(options: ["measure": "3"]) }
    let failure = CommandFailure.option(mistake)
    #expect(failure.sentence == "--measure: expected a number from 10 to 200, not '3'")
    #expect(failure.status == .wrongUse)
  }

  @Test func pathsAreRelativeToTheirSource() throws {
    let file = "archives = [\"~/a\", \"b\", \"/c\"]\nbookmarks = \"~/m.md\""
    let configuration = try load(file: file).configuration
    #expect(configuration.archives == ["/home/reader/a", "/home/reader/.config/yuelan/b", "/c"])
    #expect(configuration.bookmarksPath == "/home/reader/m.md")
    #expect(try load(environment: ["YUELAN_ARCHIVES": "x:/y"]).configuration.archives == ["/tmp/x", "/y"])
  }

  @Test func relativeXDGFoldersAreIgnored() throws {
    #expect(
      try load(environment: ["XDG_CONFIG_HOME": "x"]).configuration.paths.configFolder == "/home/reader/.config/yuelan")
    #expect(try load(environment: ["XDG_CONFIG_HOME": "/x"]).configuration.paths.configFolder == "/x/yuelan")
  }

  @Test func keysAreReadAsATable() throws {
    let file = "[keys]\nstar = [\"b\", \"f2\"]\nopen = \"enter\"\n"
    let loaded = try load(file: file)
    #expect(loaded.configuration.problems.isEmpty)
    #expect(loaded.configuration.keys == ["star": ["b", "f2"], "open": ["enter"]])
  }

  @Test(arguments: [
    ("foo = \"x\"", "keys.foo: no such command"),
    ("opne = \"x\"", "keys.opne: no such command; did you mean 'open'?"),
    ("open = [\"entr\"]", "keys.open: no such key: entr; did you mean 'enter'?"),
    ("open = \"ctrl-ctrl-x\"", "keys.open: no such key: ctrl-ctrl-x"),
    ("open = 1", "keys.open: expected the name of a key in quotes, or a list of such names, not 1"),
  ])
  func aMistakeInTheKeysIsReportedAtItsLineAndTheOthersApply(line: String, complaint: String) throws {
    let loaded = try load(file: "[keys]\nstar = \"f2\"\n\(line)\nquit = [\"f3\", \"f99\"]\n")
    #expect(loaded.configuration.keys == ["star": ["f2"], "quit": ["f3"]])
    #expect(
      loaded.configuration.problems.map { $0.message(in: .english) } == [complaint, "keys.quit: no such key: f99"])
    #expect(loaded.configuration.problems.map(\.line) == [3, 4])
  }

  @Test func keysThatTwoCommandsClaimAreReportedAtTheSecond() throws {
    let problems = try load(file: "[keys]\nhelp = \"f1\"\nstar = \"f2\"\nquit = \"f2\"\n").configuration.problems
    #expect(!problems.isEmpty && problems.allSatisfy { $0.line == 4 }, "\(problems)")
    #expect(problems.first?.message(in: .simplified).hasPrefix("keys：f2 同时给了 ") == true)
  }

  @Test func aCommandWithoutAKeyIsReportedAtTheOneThatHasItsKey() throws {
    let problems = try load(file: "[keys]\nstar = \"f2\"\npage-down = \"f\"\n").configuration.problems
    #expect(problems.map { $0.message(in: .english) } == ["keys: facets has no key left"])
    #expect(problems.first?.line == 3)
  }

  @Test func aMistakeInTheOpenersIsReportedAtItsLineAndTheOthersApply() throws {
    let loaded = try load(file: "[openers]\n\"a.org\" = \"mpv\"\n\"youtube.com\" = 1\n\"b.org\" = [\"x\", \"-y\"]\n")
    #expect(loaded.configuration.openers == ["a.org": ["mpv"], "b.org": ["x", "-y"]])
    #expect(
      loaded.configuration.problems.map { $0.message(in: .english) }
        == ["openers.\"youtube.com\": expected a command in quotes, or a list of its words, not 1"])
    #expect(loaded.configuration.problems.first?.line == 3)
    #expect(
      try load(file: "openers = 1").configuration.problems.first?.message(in: .english)
        == "openers: expected a table of programs by address, not 1")
  }

  /// Without the `# ` before its settings, the commented file is valid and changes nothing.
  @Test(arguments: Language.allCases) func theCommentedFileContainsTheDefaults(language: Language) throws {
    let text = commentedConfiguration(in: language).split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      let isSetting = Setting.all.contains { line.hasPrefix("# \($0.key) = ") }
      return isSetting ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    let comments = text.split(separator: "\n").filter { $0.hasPrefix("# ") }
    #expect(
      comments.allSatisfy {
        $0.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value < 0xA000 } == (language != .english)
      })
    let loaded = try load(file: text)
    let standard = try load()
    #expect(loaded.configuration.problems.isEmpty)
    #expect(loaded.origins.count == Setting.all.count)
    for setting in Setting.all {
      #expect(setting.value(loaded.configuration) == setting.value(standard.configuration), "\(setting.key)")
    }
  }

  @Test func effectiveConfigurationIsTOMLAgain() throws {
    let loaded = try load(file: "opener = 'a\"b\\c'\n[keys]\nstar = [\"b\"]")
    let again = try load(file: effectiveConfiguration(loaded).joined(separator: "\n"))
    #expect(again.configuration.problems.isEmpty)
    #expect(again.configuration.opener == "a\"b\\c")
    #expect(again.configuration.keys == ["star": ["b"]])
  }

  @Test(arguments: [("mesure", "measure"), ("thme", "theme"), ("levle", "level"), ("zzzz", nil), ("x", nil)])
  func nearestNameIsAtMostTwoEditsAway(name: String, expected: String?) {
    #expect(nearestName(to: name, among: Setting.all.map(\.key)) == expected)
  }
}

/// Settings of one archive.
@Suite struct ArchiveSettingTests {
  private let file = """
    theme = "mo"
    measure = 60
    [archive."/srv/news"]
    theme = "zhi"
    vertical = true
    keys = { open = "o" }
    [archive."/srv/news/tw"]
    script = "traditional"
    theme = "zhusha"
    """

  private func load(_ opened: [String]) throws -> LoadedConfiguration {
    try loadConfiguration(
      opened: opened, environment: Environment(["HOME": "/home/reader"]), currentFolder: "/tmp",
      readFile: { path throws(FileFailure) in path.hasSuffix("/config.toml") ? Array(file.utf8) : nil })
  }

  @Test func theInnermostSectionOfTheOpenedArchiveApplies() throws {
    #expect(try load([]).configuration.settings.theme == "mo")
    #expect(try load(["/srv/newspapers"]).configuration.settings.theme == "mo")
    let news = try load(["/srv/news/a"]).configuration.settings
    #expect((news.theme, news.setsVertically, news.measureInCells) == ("zhi", true, 60))
    let taiwan = try load(["/srv/news/tw"]).configuration.settings
    #expect((taiwan.theme, taiwan.setsVertically, taiwan.script) == ("zhusha", true, .traditional))
    // For archives that are opened together, only settings of a folder that contains all of them apply.
    #expect(try load(["/srv/news/tw", "/srv/news/a"]).configuration.settings.theme == "zhi")
    #expect(try load(["/srv/news", "/srv/b"]).configuration.settings.theme == "mo")
  }

  @Test func globalSettingsAreRefusedInSectionsOfArchives() throws {
    let loaded = try load(["/srv/news"])
    #expect(loaded.configuration.problems.map(\.kind) == [.notOfAnArchive("keys")])
    #expect(loaded.configuration.problems.first?.line == 6)
    #expect(loaded.origins["theme"] == .file(path: "/home/reader/.config/yuelan/config.toml", line: 4))
  }
}
