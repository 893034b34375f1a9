import ArgumentParser
import ReadingRoom

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: HelpSentence.themes.text,
    discussion: HelpSentence.themesDiscussion.text)

  func run() throws {
    let paths = UserPaths(environment: .process)
    let (themes, problems) = readThemes(in: paths.themesFolder)
    var output = OutputStream()
    for theme in themes {
      output.writeLine([theme.id, theme.name, theme.summary].map(tsvField).joined(separator: "\t"))
    }
    try output.finish()
    for problem in problems { complain(problem.text) }
  }
}
