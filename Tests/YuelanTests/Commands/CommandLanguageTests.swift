import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// The command line uses the reader's language; machine formats do not.
@Suite struct CommandLanguageTests {
  @Test(
    arguments: [
      (["LANG": "zh_CN.UTF-8"], [], Language.simplified), (["LANG": "zh_TW.UTF-8"], [], .traditional),
      (["LANG": "de_DE.UTF-8"], [], .english), ([:], [], .english), (["LANG": "C.UTF-8"], [], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_HK.UTF-8"], [], .traditional),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], [], .english),
      (["LANG": "zh_CN.UTF-8", "YUELAN_LANGUAGE": "en"], [], .english),
      (["LANG": "en_US.UTF-8"], ["--language", "zh-Hant"], .traditional),
      (["LANG": "en_US.UTF-8"], ["read", "--language=zh-Hans"], .simplified),
      (["LANG": "zh_CN.UTF-8"], ["--language", "klingon"], .simplified),
    ] as [([String: String], [String], Language)])
  func helpFollowsTheLocaleUnlessALanguageIsSet(
    variables: [String: String], arguments: [String], language: Language
  ) {
    #expect(Language.ofCommands(arguments: arguments, environment: Environment(variables)) == language)
  }

  @Test func theRoomsLanguageIsThatOfTheCommands() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(".local/state/yuelan/room.toml", "language = \"zh-Hant\"\n")
    #expect(try program.run(["list", "nowhere"]).complaints.contains("沒有這個檔案"))
    try program.write(".config/yuelan/config.toml", "language = \"en\"\n")
    #expect(try program.run(["list", "nowhere"]).complaints.contains("No such file"))
  }

  @Test func everySentenceOfTheHelpExistsInEachLanguage() {
    for sentence in HelpSentence.allCases {
      for language in Language.allCases { #expect(!sentence.text(in: language).isEmpty, "\(sentence)") }
      #expect(!sentence.text(in: .english).unicodeScalars.contains { $0.value >= 0x2E80 }, "\(sentence)")
    }
  }

  @Test(arguments: [
    [], ["room"], ["read"], ["list"], ["search"], ["index"], ["bookmarks"], ["export"], ["themes"], ["doctor"],
    ["config"], ["schema"],
  ])
  func helpInChineseContainsNoEnglishSentence(subcommand: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(subcommand + ["--help"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.status == 0)
    // Three English words in a row are a sentence; lists of values have commas or bars between them.
    let usage = outcome.output.split(separator: "\n").filter { !$0.contains("yuelan ") }
    for line in usage {
      #expect(line.firstMatch(of: /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", "PATH 里没有 Swift 工具链"), ("zh_HK.UTF-8", "PATH 裡沒有 Swift 工具鏈"),
    ("C", "no Swift toolchain on the PATH"),
  ])
  func scriptsForPeopleFollowTheLocale(locale: String, sentence: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [packageRoot + "/Scripts/bootstrap"]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": locale]
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    let said = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Where the toolchain is on the system's own path, nothing is missing, and nothing is printed.
    if process.terminationStatus != 0 { #expect(said.contains(sentence), "\(said)") }
  }

  @Test func timesForPeopleAreInTheirZone() throws {
    let program = try Program()
    defer { program.remove() }
    let page = "---\ntitle: 夜里的消息\ndate: 2023-07-17 23:30:00 +0200\n---\n\n<p>半夜传来的消息。</p>\n"
    try program.write("news/2023-07-17-ye.md", page)
    let inShanghai = ["TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"]
    #expect(try program.run(["list", "news"], environment: inShanghai).output.hasPrefix("2023-07-18"))
    let json = try program.run(["list", "news", "--format", "json"], environment: inShanghai).output
    #expect(json.contains("2023-07-17T23:30:00+02:00"))
    let file = "news/2023-07-17-ye.md"
    let text = try program.run(["read", "--width", "60", file], environment: inShanghai).output
    #expect(text.contains("2023年7月18日 05:30"), "\(text)")
    let english = try program.run(["read", "--width", "60", file], environment: ["TZ": "Europe/Paris"]).output
    #expect(english.contains("2023年7月17日 23:30") || english.contains("17 July 2023, 23:30"), "\(english)")
  }

  @Test func errorsAreInTheReadersLanguage() throws {
    let program = try Program()
    defer { program.remove() }
    for (arguments, sentence) in [
      (["--bogus"], "没有这个选项：'--bogus'"), (["read", "--width"], "没有写值的选项："), (["search"], "缺少参数 "),
      (["list", "--format", "xml"], "不能用于"), (["lst"], "是不是想写 list？"), (["help", "raed"], "没有这个子命令：raed"),
    ] {
      let outcome = try program.run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains(sentence), "\(outcome.complaints)")
      let help = outcome.complaints.firstMatch(of: /说明见 (.*) --help。\n$/)?.1
      let command = ["read", "list", "search"].contains(arguments[0]) ? "yuelan " + arguments[0] : "yuelan"
      #expect(help.map { $0 == command } ?? !outcome.complaints.contains("--help"), "\(outcome.complaints)")
    }
  }

  @Test(arguments: [
    (["read", "/nowhere/1.md"], 3, "/nowhere/1.md: 没有这个文件或文件夹"), (["read", "."], 3, ".: 是文件夹，不是文章"),
    (["read"], 2, "请指明文件"), (["read", "--width", "3", "x"], 2, "至少为 10"),
    (["read", "--explain", "--uncleaned", "x"], 2, "不作取舍"),
    (["bookmarks", "add"], 2, "请指明要收藏的文章文件"), (["bookmarks", "remove", "https://a.example/"], 1, "不在收藏里"),
    (["bookmarks", "import", "/nowhere"], 3, "没有这个文件"), (["schema", "book"], 2, "schema：可用 "),
    (["export", "x"], 2, "--format：文件名看不出格式"), (["list", "/nowhere"], 3, "没有这个文件或文件夹"), (["room"], 2, "阅览室需要终端"),
  ])
  func failuresAreReportedInChinese(arguments: [String], status: Int32, sentence: String) throws {
    let program = try Program()
    defer { program.remove() }
    let outcome = try program.run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.status == status)
    #expect(outcome.complaints.contains(sentence), "\(outcome.complaints)")
    #expect(outcome.complaints.firstMatch(of: /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/) == nil, "\(outcome.complaints)")
  }

  /// Problems of the file are reported in a language that the file may set.
  @Test(arguments: [["--help"], ["config"], ["list", "archive"]])
  func anUnreadableSettingsFileStopsNoCommand(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/a.md", feedDump())
    try program.write(".config/yuelan/config.toml/a-folder-in-its-place", "")
    let command = try TerminalProgram(arguments, home: program.home.path, environment: ["LANG": "zh_CN.UTF-8"])
    let status = command.end()
    #expect(status == (arguments == ["--help"] ? 0 : 3), "\(command.text)")
    if arguments == ["config"] {
      #expect(String(decoding: command.output, as: UTF8.self).contains("config.toml：是文件夹"), "\(command.text)")
    }
  }

  @Test func theSettingsFileSetsTheLanguageOfCommands() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(".config/yuelan/config.toml", "language = \"zh-Hant\"\n")
    #expect(try program.run(["read", "/nowhere"]).complaints == "yuelan: /nowhere: 沒有這個檔案或資料夾\n")
    let outcome = try program.run(["read", "/nowhere"], environment: ["YUELAN_LANGUAGE": "en"])
    #expect(outcome.complaints == "yuelan: /nowhere: No such file or directory\n")
  }

  @Test func theDoctorsJSONIsEnglishInEveryLocale() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/a.md", feedDump())
    let chinese = ["LC_MESSAGES": "zh_CN.UTF-8"]
    _ = try program.run(["index", "archive"])
    for (end, text) in [("", "no database"), ("-wal", "")] {
      try program.write(".local/state/yuelan/state.sqlite" + end, text)
    }
    let told = try program.run(["doctor", "archive"], environment: chinese).output
    #expect(told.contains("索引完好，1 篇") && told.contains("不是数据库"), "\(told)")
    for line in told.split(separator: "\n") {
      #expect(line.firstMatch(of: /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/) == nil, "\(line)")
      // Every check has a name in Chinese: no line begins `正常 path.config`.
      #expect(line.prefixMatch(of: /(正常|注意|问题) [a-z]/) == nil, "\(line)")
    }
    let forPrograms = try program.run(["doctor", "--format", "json", "archive"], environment: chinese).output
    #expect(try forPrograms == program.run(["doctor", "--format", "json", "archive"]).output)
    #expect(forPrograms.contains("not checked: input or output is not a terminal"))
  }

  /// The room is Chinese where the locale is neither Chinese nor English; commands are English there.
  @Test func anArticleIsHeadedInTheLanguageOfTheCommands() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("a.md", feedDump())
    func read(_ environment: [String: String]) throws -> String {
      try program.run(["read", "--width", "40", "a.md"], environment: environment).output
    }
    for locale in ["C", "de_DE.UTF-8", "en_GB.UTF-8"] {
      #expect(try read(["LANG": locale]).contains(" · 1 min"), "\(locale)")
    }
    #expect(try read(["LANG": "zh_CN.UTF-8"]).contains(" · 约 1 分钟"))
    #expect(try read(["LANG": "de_DE.UTF-8", "YUELAN_LANGUAGE": "zh-Hans"]).contains(" · 约 1 分钟"))
  }

  /// Highlights are as much the reader's own as bookmarks.
  @Test(arguments: ["bookmarks", "highlights"]) func theDoctorExaminesBothFilesOfTheReader(kind: String) throws {
    let program = try Program()
    defer { program.remove() }
    let path = try program.write(
      "mine.md", "```\n- [甲](https://example.org/a) <!-- yuelan: a.md · at 0-6 yellow -->\n  > 桥上\n")
    func told() throws -> Program.Outcome {
      try program.run(["doctor"], environment: ["YUELAN_" + kind.uppercased(): path])
    }
    let fence = try told()
    #expect(fence.output.contains("warning \(kind)") && fence.output.contains("the code fence in line 1"), "\(fence)")
    try Data([0xFF, 0xFE, 0x2D, 0x00, 0x20, 0x00]).write(to: URL(fileURLWithPath: path))
    let encoding = try told()
    #expect(encoding.status == 3 && encoding.output.contains("not UTF-8: line 1"), "\(encoding)")
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let folder = try told()
    #expect(folder.status == 3 && folder.output.contains("problem path.\(kind)"), "\(folder)")
    #expect(folder.output.contains("set \(kind) to a path"), "\(folder)")
  }

  /// A script can ask the doctor and need not read what it says.
  @Test func problemsThatTheDoctorFindsShowInItsStatus() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/a.md", feedDump())
    #expect(try program.run(["doctor", "archive"]).status == 0)
    let warned = try program.run(["doctor", "archive"], environment: ["LANG": "C"])
    #expect(warned.status == 0 && warned.output.contains("warning locale"), "\(warned)")
    // A name that looks right does not help if the system has no such locale.
    let missing = try program.run(["doctor", "archive"], environment: ["LC_ALL": "xx_XX.UTF-8"])
    #expect(
      missing.status == 0 && missing.output.contains("xx_XX.UTF-8 (LC_ALL): not installed")
        && missing.output.contains("export LC_ALL=C.UTF-8"), "\(missing)")
    for format in ["text", "json"] {
      let ill = try program.run(["doctor", "--format", format, "archive", "nowhere"])
      #expect(ill.status == 3 && ill.output.contains("problem") && ill.complaints.isEmpty, "\(ill)")
    }
    try program.write(".config/yuelan/config.toml", "theme = 3\n")
    #expect(try program.run(["doctor", "archive"]).status == 3)
  }

  @Test func everySentenceIsInOneLanguage() {
    for code in Int32(1)...133 {
      let (simplified, traditional, english) = SystemErrorSentence(code: code).wording
      #expect(!english.isEmpty && !english.unicodeScalars.contains { $0.value >= 0x2E80 })
      for chinese in [simplified, traditional] { #expect(chinese.unicodeScalars.contains { $0.value >= 0x2E80 }) }
    }
  }

  @Test func aQuietIndexPrintsOnlyErrors() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/a.md", feedDump())
    let quiet = try program.run(["index", "-q", "archive"])
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.complaints.isEmpty)
    #expect(try program.run(["index", "--quiet", "/nowhere"]).complaints.contains("/nowhere"))
  }

  @Test func machineFormatsDoNotChange() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("archive/a.md", feedDump())
    for arguments in [["list", "--format", "json", "archive"], ["list", "--format", "tsv", "archive"], ["themes"]] {
      let chinese = try program.run(arguments, environment: ["LANG": "zh_CN.UTF-8"])
      let english = try program.run(arguments, environment: ["LANG": "en_US.UTF-8"])
      #expect(chinese.output == english.output && !chinese.output.isEmpty)
    }
  }
}
