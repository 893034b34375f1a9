import ArgumentParser
import ArticleLibrary

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the library, best hits first.",
    discussion: """
      Words that follow each other must all occur; yuelan-query(7) tells the rest. Columns of tsv are those of list, \
      then the snippet.
      """)

  @Argument(help: "What to look for.")
  var query: String
  @Argument(help: archivesHelp)
  var paths: [String] = []
  @Option(help: "relevance, newest, oldest, title, publisher, longest, shortest, path.")
  var sort: SortOrder = .relevance
  @OptionGroup var options: ListOptions

  func run() throws {
    let configuration = try loadedConfiguration(bookmarks: options.bookmarks)
    let library = try Library.opened(paths, configuration, waits: !options.waiting.noWait)
    let listQuery = ListQuery(text: query, sort: sort, foldsDuplicates: options.fold)
    try printRows(of: library, listQuery, options, hasSnippets: true) { list, range throws(LibraryError) in
      try library.hits(list, range).map { ($0.row, $0.snippet) }
    }
  }
}
