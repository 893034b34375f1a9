import ArgumentParser
import Glibc
import ReadingRoom

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: HelpSentence.config.text,
    discussion: HelpSentence.configDiscussion.text)

  @Flag(name: .customLong("default"), help: ArgumentHelp(.configDefault))
  var printsDefault = false
  @OptionGroup(title: HelpSentence.settings.text)
  var settings: SettingOptions

  func run() throws {
    var output = OutputStream()
    if printsDefault {
      output.write(commentedConfiguration())
      return try output.finish()
    }
    let loaded = try commandConfiguration(options: settings.given)
    for line in effectiveConfiguration(loaded) { output.writeLine(printable(line)) }
    try output.finish()
    for problem in loaded.configuration.problems { complain(problem.sentence(in: .ofCommands)) }
    if loaded.hasUnreadableFile { throw CommandFailure.reported(.couldNotRead) }
    if !loaded.configuration.problems.isEmpty { throw CommandFailure.reported(.wrongUse) }
  }
}

/// The effective settings as TOML, one a line, with their origins as comments.
func effectiveConfiguration(_ loaded: LoadedConfiguration) -> [String] {
  let rows = Setting.all.map { setting in
    (
      text: "\(setting.key) = \(setting.value(loaded.configuration).toml)",
      origin: (loaded.origins[setting.key] ?? .standard).text(in: .ofCommands)
    )
  }
  let width = min(48, rows.map { $0.text.count }.max() ?? 0)
  return rows.map { row in
    row.text + String(repeating: " ", count: max(0, width - row.text.count)) + "  # " + row.origin
  }
}

/// A `config.toml` that consists of comments: each setting's meaning and its default value.
func commentedConfiguration(in language: Language = .ofCommands) -> String {
  let standard = Configuration(paths: UserPaths(environment: Environment(["HOME": "~"])))
  var text = language.choosing(
    (
      """
      # 阅览的设置。去掉行首的 # 再改。
      # 命令行先于环境变量，环境变量先于这个文件，这个文件先于在阅览室里改过的。

      """,
      """
      # 閱覽的設定。去掉行首的 # 再改。
      # 命令列先於環境變數，環境變數先於這個檔案，這個檔案先於在閱覽室裡改過的。

      """,
      """
      # Yuelan's settings. Remove the # before a line to change it.
      # The command line goes before the environment, the environment before this file, this file before what was changed
      # in the reading room.

      """
    ))
  for setting in Setting.all {
    let expectation = setting.shape.expectation(in: language).drop { $0 == " " }
    let expected =
      language == .english ? expectation.prefix(1).uppercased() + expectation.dropFirst() : String(expectation)
    text += "\n# \(language.choosing(setting.summary))\n"
    text += language.choosing(
      (
        "# \(expected)；\(setting.variable)。\n", "# \(expected)；\(setting.variable)。\n",
        "# \(expected); \(setting.variable).\n"
      ))
    text += "# \(setting.key) = \(setting.value(standard).toml)\n"
  }
  return text
}
