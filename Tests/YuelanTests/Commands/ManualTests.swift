import ArgumentParser
import ArticleLibrary
import Foundation
import ReadingRoom
import Testing

@testable import yuelan

/// The manual pages say what the program does.
@Suite struct ManualTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOfFile: packageRoot + "/Documentation/man/" + name, encoding: .utf8)
  }

  @Test func everySettingIsInTheManualWithItsStandardValue() throws {
    let page = try page("yuelan-config.5")
    let standard = Configuration(paths: UserPaths(environment: Environment(["HOME": "~"])))
    for setting in Setting.all {
      let value = setting.value(standard).toml.replacingOccurrences(of: "\"", with: "\\(dq")
      #expect(page.contains(".It Cm \(setting.key) Ns = Ns \(value)\n"), "\(setting.key)")
    }
  }

  @Test func everyCommandOfTheRoomIsInTheManual() throws {
    let page = try page("yuelan-config.5")
    for command in ReadingRoom.Command.allCases {
      #expect(page.contains("\n.Cm \(command.rawValue) "), "\(command.rawValue)")
    }
  }

  @Test func everyFieldOfAQueryIsInTheManual() throws {
    let page = try page("yuelan-query.7")
    for field in QueryField.allCases {
      let isThere = page.contains("\n.It \(field.rawValue):")
      #expect(isThere, "\(field.rawValue)")
      for value in field.values where field != .date { #expect(page.contains(value), "\(field.rawValue):\(value)") }
    }
  }

  @Test func everySubcommandIsInTheManual() throws {
    let page = try page("yuelan.1")
    for subcommand in Yuelan.configuration.subcommands {
      let name = try #require(subcommand.configuration.commandName)
      if name != "room" { #expect(page.contains(".It Cm \(name)\n"), "\(name)") }
    }
  }

  @Test func everySettingIsAnOption() throws {
    let options =
      Mirror(reflecting: SettingOptions()).children.compactMap(\.label)
      + Mirror(reflecting: TextSettingOptions()).children.compactMap(\.label)
    let names = Set(
      options.map { label in
        label.drop { $0 == "_" }.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
      })
    for setting in Setting.all
    where !["archives", "dictionaries", "keys", "openers", "uncleaned"].contains(setting.key) {
      #expect(names.contains(setting.key), "\(setting.key)")
    }
  }

  /// What a page names is the same in every language: options, variables, pages, and how many sections and items there
  /// are.
  @Test(arguments: ["yuelan.1", "yuelan-config.5", "yuelan-query.7"], ["zh_CN", "zh_TW"])
  func translationsNameWhatTheEnglishPageNames(name: String, language: String) throws {
    func names(_ text: String) -> Set<String> {
      Set(text.matches(of: /(?:Fl|Ev|Xr) ([-A-Za-z_][-A-Za-z0-9_]*)/).map { String($0.1) })
    }
    func count(_ macros: [String], _ text: String) -> Int {
      text.split(separator: "\n").count { line in macros.contains { line.hasPrefix(".\($0) ") } }
    }
    let (english, translated) = (try page(name), try page(language + "/" + name))
    #expect(names(english).symmetricDifference(names(translated)).sorted() == [])
    for macros in [["Sh", "Ss"], ["It"]] { #expect(count(macros, english) == count(macros, translated), "\(macros)") }
  }

  @Test(arguments: ["yuelan.1", "yuelan-config.5", "yuelan-query.7"])
  func pagesAreValidMdoc(name: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") else { return }
    let lint = Process()
    lint.executableURL = URL(fileURLWithPath: "/usr/bin/mandoc")
    lint.arguments = ["-T", "lint", "-W", "warning", packageRoot + "/Documentation/man/" + name]
    let output = Pipe()
    lint.standardOutput = output
    try lint.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    lint.waitUntilExit()
    #expect(said.isEmpty)
  }
}
