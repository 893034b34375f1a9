import ArgumentParser
import Themes

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes, one a line.")

  func run() throws {
    var output = OutputStream()
    for theme in builtInThemes { output.writeLine(theme.id) }
    try output.finish()
  }
}
