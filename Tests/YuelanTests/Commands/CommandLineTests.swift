import Foundation
import Testing

@testable import yuelan

/// The contracts of the command line, on the real executable.
@Suite struct CommandLineTests {
  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  // MARK: Exit status

  @Test(arguments: [
    ["--bogus"], ["read"], ["read", "--width", "x", "f"], ["read", "--width", "3", "f"], ["list", "--format", "xml"],
    ["list", "--limit", "-1"], ["search"], ["bookmarks", "frob"], ["bookmarks", "add"], ["config", "extra"],
    ["read", "-0", "-"], ["read", "-", "-"], ["export", "x"], ["search", "date:someday"], ["--measure", "3"],
    ["help", "--nonsense"],
  ])
  func wrongUseEndsWith2AndAnExplanation(arguments: [String]) throws {
    try withProgram { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.hasPrefix("yuelan: "))
    }
  }

  @Test func aMistakeInAQueryIsShownUnderItsCharacters() throws {
    try withProgram { program in
      let outcome = try program.run(["search", "月亮 titel:气候", "nowhere"])
      #expect(outcome.status == 2)
      let lines = outcome.complaints.split(separator: "\n").map(String.init)
      #expect(lines.count == 3)
      #expect(lines[0].contains("4") && lines[0].contains("title:"))
      #expect(lines[1] == "    月亮 titel:气候")
      #expect(lines[2] == "         ^^^^^^")
    }
  }

  @Test func missingFileEndsWith3AndTheOthersArePrinted() throws {
    try withProgram { program in
      try program.write("a.md", feedDump())
      let outcome = try program.run(["read", "none.md", "a.md"])
      #expect(outcome.status == 3)
      #expect(outcome.complaints == "yuelan: none.md: No such file or directory\n")
      #expect(outcome.output.contains("月亮升起来的时候，茶刚好凉了。"))
    }
  }

  @Test func missingArchiveEndsWith3() throws {
    try withProgram { program in
      let outcome = try program.run(["list", "nowhere"])
      #expect(outcome.status == 3)
      #expect(outcome.complaints == "yuelan: nowhere: No such file or directory\n")
    }
  }

  @Test func noResultsEndWith1AndNoOutput() throws {
    try withProgram { program in
      try program.write("archive/a.md", feedDump())
      for arguments in [["search", "没有的词", "archive"], ["bookmarks"], ["bookmarks", "remove", "x"]] {
        let outcome = try program.run(arguments)
        #expect(outcome.status == 1, "\(arguments)")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["help", "read"], ["read", "--help"], ["themes"], ["config"], ["doctor"],
  ])
  func helpAndFactsGoToStandardOutput(arguments: [String]) throws {
    try withProgram { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
      #expect(outcome.complaints.isEmpty)
    }
  }

  @Test func theRoomWithoutATerminalNamesTheCommandsForPipes() throws {
    try withProgram { program in
      let outcome = try program.run([])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains("needs a terminal"))
    }
  }

  // MARK: Names

  @Test func pathsAloneAreReadWithoutTheArgumentParser() {
    #expect(Yuelan.areOnlyPaths([]))
    #expect(Yuelan.areOnlyPaths(["articles", "list"]))
    #expect(Yuelan.areOnlyPaths(["./list"]))
    for arguments in [["--version"], ["articles", "--theme", "zhi"], ["--", "-"], ["help"], ["room", "articles"]] {
      #expect(!Yuelan.areOnlyPaths(arguments), "\(arguments)")
    }
    #expect(Yuelan.subcommandNames.count > 5)
    for name in Yuelan.subcommandNames { #expect(!Yuelan.areOnlyPaths([name]), "\(name)") }
  }

  @Test func pathsMayBeNamedLikeSubcommandsOrOptions() throws {
    try withProgram { program in
      try program.write("list/a.md", feedDump())
      try program.write("-x.md", feedDump(title: "横线"))
      #expect(try program.run(["list", "list"]).output.contains("茶与月亮"))
      #expect(try program.run(["list", "./list"]).output.contains("茶与月亮"))
      #expect(try program.run(["read", "--", "-x.md"]).output.hasPrefix("横线\n"))
      #expect(try program.run(["read", "./-x.md"]).output.hasPrefix("横线\n"))
      // Opened as a path, not taken for the subcommand: there is no terminal.
      #expect(try program.run(["./list"]).complaints.contains("needs a terminal"))
    }
  }

  @Test func namesComeFromStandardInputEndedByNUL() throws {
    try withProgram { program in
      try program.write("a b.md", feedDump(title: "一"))
      try program.write("c\nd.md", feedDump(title: "二"))
      let outcome = try program.run(["read", "-0", "--format", "json"], input: "a b.md\0c\nd.md\0")
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.contains("\"title\":\"一\"") == true)
      #expect(lines.last?.contains("\"path\":\"c\\nd.md\"") == true)
    }
  }

  /// Valid UTF-8 opens the file by its JSON: nothing in it disappears, no backslash is added.
  @Test(arguments: ["a\u{200B}b.md", "a\u{FFFC}b.md", "a\u{202E}b.md", "a\\x41b.md", "a\tb.md"])
  func pathsInJSONAreExact(name: String) throws {
    try withProgram { program in
      try program.write("archive/" + name, feedDump())
      let wanted = "archive/" + name
      let listed = try program.run(["list", "--format", "json", "archive"])
      #expect(try Self.paths(listed.output) == [wanted])
      let found = try program.run(["search", "月亮", "archive", "--format", "json"])
      #expect(try Self.paths(found.output) == [wanted])
      let read = try program.run(["read", "--format", "json", wanted])
      #expect(try Self.paths(read.output) == [wanted])
      #expect(try program.run(["list", "--print0", "archive"]).output == wanted + "\0")
    }
  }

  /// A TSV line keeps invisible characters; those that would end the line or reverse it are escaped.
  @Test(arguments: [
    ("a\u{200B}b.md", "a\u{200B}b.md"), ("a\u{202E}b.md", "a\\xE2\\x80\\xAEb.md"), ("a\tb.md", "a\\x09b.md"),
    ("a\\b.md", "a\\b.md"),
  ])
  func pathsInTSVAreExactWhereALineCanHoldThem(name: String, field: String) throws {
    try withProgram { program in
      try program.write("archive/" + name, feedDump())
      let listed = try program.run(["list", "--format", "tsv", "archive"])
      let first = try #require(listed.output.split(separator: "\t", omittingEmptySubsequences: false).first)
      #expect(first == "archive/" + field)
      #expect(try program.run(["read", String(first)]).status == 0)
    }
  }

  private static func paths(_ lines: String) throws -> [String] {
    try lines.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["path"] as? String)
    }
  }

  @Test func articleComesFromStandardInput() throws {
    try withProgram { program in
      let outcome = try program.run(["read", "-"], input: feedDump())
      #expect(outcome.output.hasPrefix("茶与月亮\n"))
      #expect(outcome.status == 0)
    }
  }

  @Test func markdownKeepsStylesAndLinks() throws {
    try withProgram { program in
      let body = "<p>茶<b>刚好</b>凉了，见<a href=\"https://example.org/moon\">月亮</a>。</p><h2>小标题</h2><p>完。</p>"
      let outcome = try program.run(["read", "--format", "markdown", "-"], input: feedDump(body: body))
      #expect(outcome.output.hasPrefix("# 茶与月亮\n"))
      #expect(outcome.output.contains("茶**刚好**凉了，见[月亮](<https://example.org/moon>)。"))
      #expect(outcome.output.contains("## 小标题"))
    }
  }

  // MARK: Output

  @Test(arguments: [10, 17, 40, 80])
  func typesetTextIsNoWiderThanAskedFor(width: Int) throws {
    try withProgram { program in
      let sentence = "“据说，”他讲（带着笑）：《茶经》与 moonlight 的关系——很久以来……没有人说得清。"
      try program.write("a.md", feedDump(body: "<p>\(String(repeating: sentence, count: 20))</p>"))
      let outcome = try program.run(["read", "--width", "\(width)", "a.md"])
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count > 20)
      for line in lines {
        let cells = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        #expect(cells <= width)
        if let first = line.first(where: { $0 != " " }) { #expect(!"，。、；：！？）》”".contains(first), "\(line)") }
      }
    }
  }

  @Test func listAndSearchGiveTheSameFactsInEveryFormat() throws {
    try withProgram { program in
      try program.write("archive/a.md", feedDump(title: "茶\t与\u{1B}[31m月亮"))
      try program.write("archive/b.md", feedDump(title: "别的", url: "https://example.org/b", body: "<p>无关</p>"))
      let table = try program.run(["list", "archive"])
      #expect(table.output.split(separator: "\n").count == 2)
      #expect(!table.output.contains("\u{1B}"))
      let tsv = try program.run(["list", "--format", "tsv", "archive"])
      for line in tsv.output.split(separator: "\n") {
        #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 10)
      }
      let hits = try program.run(["search", "月亮", "archive", "--format", "json"])
      #expect(hits.status == 0)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(hits.output.utf8)) as? [String: Any])
      #expect(object["path"] as? String == "archive/a.md")
      #expect(object["url"] as? String == "https://example.org/tea")
      #expect((object["snippet"] as? String)?.contains("月亮") == true)
      #expect(object["fed"] as? String == "2023-07-17T12:45:02Z")
    }
  }

  @Test func machineFormatsDoNotDependOnTheLocale() throws {
    try withProgram { program in
      try program.write("archive/a.md", feedDump())
      let plain = try program.run(["list", "--format", "json", "archive"], environment: ["LANG": "C"])
      let other = try program.run(["list", "--format", "json", "archive"], environment: ["LC_ALL": "zh_TW.UTF-8"])
      #expect(plain.output == other.output)
      #expect(plain.status == 0)
    }
  }

  @Test func brokenPipeIsQuiet() throws {
    try withProgram { program in
      for number in 0..<400 { try program.write("archive/\(number).md", feedDump(title: "第\(number)篇")) }
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      let complaints = Pipe()
      shell.arguments = [
        "-c", "set -o pipefail; for i in 1 2 3; do \"$0\" list --format json archive; done | head -n 1", Program.path,
      ]
      shell.currentDirectoryURL = program.home
      shell.environment = ["HOME": program.home.path, "PATH": "/usr/bin:/bin"].merging(Program.instrumentation) { $1 }
      shell.standardOutput = FileHandle.nullDevice
      shell.standardError = complaints
      try shell.run()
      let said = complaints.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      #expect(String(decoding: said, as: UTF8.self).isEmpty)
      #expect(shell.terminationStatus == 0)
    }
  }

  @Test func filesOfAnyNameAreReadAsTheShellAndListsNameThem() throws {
    try withProgram { program in
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      let result = Pipe()
      shell.arguments = [
        "-ec",
        #"""
        mkdir odd
        name=odd/$'\xff\e[31m\u202e\n'.md
        cp a.md "$name"
        "$0" read odd/* --format json
        cd odd
        "$0" list --format tsv | cut -f 1 | xargs -d '\n' "$0" read --format json
        """#, Program.path,
      ]
      try program.write("a.md", feedDump(title: "怪名"))
      shell.currentDirectoryURL = program.home
      shell.environment = ["HOME": program.home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        .merging(Program.instrumentation) { $1 }
      shell.standardOutput = result
      try shell.run()
      let said = String(decoding: result.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0)
      #expect(said.split(separator: "\n").count(where: { $0.contains("怪名") }) == 2, "\(said)")
      #expect(said.contains(#"\\xFF\\x1B[31m\\xE2\\x80\\xAE\\x0A.md"#), "\(said)")
    }
  }

  @Test(arguments: ["read a.md", "list .", "schema list"]) func aFullDiskIsReported(command: String) throws {
    try withProgram { program in
      try program.write("a.md", feedDump())
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      shell.arguments = ["-c", "HOME=$PWD LC_ALL=C \"$0\" \(command) >/dev/full", Program.path]
      shell.currentDirectoryURL = program.home
      let complaints = Pipe()
      shell.standardError = complaints
      try shell.run()
      let said = complaints.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      #expect(String(decoding: said, as: UTF8.self) == "yuelan: standard output: No space left on device\n")
      #expect(shell.terminationStatus == 3)
    }
  }

  // MARK: Bookmarks and books

  @Test func bookmarksAreAddedListedExportedImportedAndRemoved() throws {
    try withProgram { program in
      try program.write("a.md", feedDump())
      #expect(try program.run(["bookmarks", "add", "a.md"]).status == 0)
      let file = program.home.appendingPathComponent(".local/share/yuelan/bookmarks.md")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("- [茶与月亮](https://example.org/tea)"))
      #expect(try program.run(["bookmarks"]).output.hasPrefix("茶与月亮"))
      let browser = try program.run(["bookmarks", "export", "--format", "html"]).output
      #expect(browser.contains("HREF=\"https://example.org/tea\""))
      let other = ["--bookmarks", "other.md"]
      #expect(try program.run(["bookmarks", "import", "-"] + other, input: browser).status == 0)
      #expect(try program.run(["bookmarks"] + other).output.hasPrefix("茶与月亮"))
      #expect(try program.run(["bookmarks", "remove", "a.md"]).status == 0)
      #expect(try program.run(["bookmarks"]).status == 1)
    }
  }

  @Test func selectionIsExportedUnwrapped() throws {
    try withProgram { program in
      let long = String(repeating: "茶刚好凉了。", count: 200)
      try program.write("a.md", feedDump(body: "<p>\(long)</p>"))
      #expect(try program.run(["export", "-o", "x.epub", "a.md"]).status == 0)
      let book = try Data(contentsOf: program.home.appendingPathComponent("x.epub"))
      #expect(String(decoding: book[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
      #expect(try program.run(["export", "--format", "text", "a.md"]).output.contains(long))
      #expect(try program.run(["export", "--format", "markdown", "a.md"]).output.contains(long))
      #expect(try program.run(["export", "--format", "json", "a.md"]).output.hasSuffix("}\n"))
    }
  }

  /// Folders, containers and folders in them, alone or among dumps; in an order of their own.
  @Test func archivesAreExportedWhole() throws {
    try withProgram { program in
      for (number, title) in ["甲", "乙", "丙"].enumerated() {
        let epoch = 1_689_000_000_000 + Int64(number) * 86_400_000
        try program.write(
          "news/\(number).md",
          feedDump(
            title: title, url: "https://example.org/\(title)", epoch: epoch, body: "<p>\(title)：茶刚好凉了。</p>"))
      }
      try program.write("other.md", feedDump(title: "丁", url: "https://example.org/丁"))
      let tar = Process()
      tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      tar.currentDirectoryURL = program.home
      tar.arguments = ["tar", "cf", "news.tar", "news"]
      try tar.run()
      tar.waitUntilExit()
      func titles(_ arguments: String...) throws -> String {
        let outcome = try program.run(["export", "--format", "json"] + arguments)
        #expect(outcome.status == 0 && outcome.complaints.isEmpty, "\(outcome)")
        return outcome.output.matches(of: /"title":"(.)"/).map { String($0.1) }.joined()
      }
      #expect(try titles("news") == "丙乙甲")
      #expect(try titles("news", "--limit", "2") == "丙乙")
      #expect(try titles("other.md", "news/", "other.md") == "丁丙乙甲丁")
      #expect(try titles("news", "--sort", "oldest", "other.md") == "甲乙丙丁")
      #expect(try titles("news.tar") == "丙乙甲")
      #expect(try titles("news.tar/news", "--limit", "1") == "丙")
      #expect(try titles("news.tar/news/1.md") == "乙")
      #expect(try titles("news", "--search", "茶刚好凉了", "--sort", "oldest") == "甲乙丙")
      #expect(try program.run(["export", "-o", "book.epub", "news"]).status == 0)
      let book = try program.run(["read", "book.epub"])
      #expect(book.status == 0 && book.output.hasPrefix("news\n"), "\(book)")
      // A book's file stands for its article, the same that a list of it names.
      #expect(try program.run(["bookmarks", "add", "book.epub"]).status == 0)
      let listed = try program.run(["list", "book.epub", "--format", "tsv"]).output
      #expect(listed.hasPrefix("book.epub/") && listed.contains("\tstarred"), "\(listed)")
      #expect(try program.run(["bookmarks", "remove", "book.epub"]).status == 0)

      let partly = try program.run(["export", "--format", "text", "news", "nowhere"])
      #expect(partly.status == 3 && partly.output.contains("甲"))
      #expect(partly.complaints.contains("nowhere: No such file or directory"), "\(partly.complaints)")
      let empty = program.home.appendingPathComponent("empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      #expect(try program.run(["export", "--format", "text", "empty"]).status == 1)
    }
  }

  // MARK: Configuration

  @Test func configReportsMistakesAndEndsWith2() throws {
    try withProgram { program in
      try program.write(".config/yuelan/config.toml", "mesure = 40\nindent = 3\n")
      let outcome = try program.run(["config"])
      #expect(outcome.status == 2)
      #expect(outcome.complaints.contains("config.toml:1: there is no setting 'mesure'; did you mean 'measure'?"))
      #expect(outcome.output.contains("indent = 3"))
    }
  }

  @Test func commandsWorkWithAReadOnlyHome() throws {
    try withProgram { program in
      try program.write("archive/a.md", feedDump())
      let outcome = try program.run(
        ["list", "archive"], environment: ["HOME": "/proc", "XDG_CACHE_HOME": "/proc/x", "XDG_STATE_HOME": "/proc/x"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("茶与月亮"))
    }
  }
}
