import ArgumentParser
import ArticleLibrary

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: HelpSentence.search.text,
    discussion: HelpSentence.searchDiscussion.text)

  @Argument(help: ArgumentHelp(.query))
  var query: String
  @Argument(help: archivesHelp, completion: .file())
  var paths: [String] = []
  @Option(name: .joined("s"), help: ArgumentHelp(.searchSort))
  var sort: SortOrder = .relevance
  @OptionGroup var options: ListOptions

  func run() throws {
    try ListArguments(query: query, paths: paths, sort: sort, options).run()
  }
}
