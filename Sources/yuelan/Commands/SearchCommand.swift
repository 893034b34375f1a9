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
  @Option(name: .shortAndLong, help: ArgumentHelp(.searchSort))
  var sort: SortOrder = .relevance
  @OptionGroup var options: ListOptions

  func run() throws {
    // Checked before building an index that would then not be needed.
    if let mistake = Library.mistake(inQuery: query) { throw CommandFailure.query(mistake) }
    let preparation = ParserPreparation()
    defer { preparation.wait() }
    let configuration = try loadedConfiguration(bookmarks: options.bookmarks)
    let library = try Library.opened(
      paths, configuration, waits: !options.waiting.noWait, refreshes: options.refresh)
    let listQuery = ListQuery(text: query, sort: sort, foldsDuplicates: options.fold)
    try printRows(of: library, listQuery, options, hasSnippets: true) { list, range throws(LibraryError) in
      try library.hits(list, range).map { ($0.row, $0.snippet) }
    }
  }
}
