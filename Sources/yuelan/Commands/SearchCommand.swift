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
  @Option(help: "table, tsv or json.")
  var format: ListFormat = .table
  @Option(help: "relevance, newest, oldest, title, publisher, longest, shortest, path.")
  var sort: SortOrder = .relevance
  @Option(help: "Print so many at most.")
  var limit: Count?
  @Flag(help: "One row for articles that tell the same story.")
  var fold = false
  @Option(help: ArgumentHelp("The bookmarks file.", valueName: "file"))
  var bookmarks: String?

  func run() throws {
    let configuration = try loadedConfiguration(bookmarks: bookmarks)
    let library = try Library.opened(paths, configuration)
    let list = try asCommand { () throws(LibraryError) in
      try library.list(ListQuery(text: query, sort: sort, foldsDuplicates: fold))
    }
    try printRows(of: list, limit: limit?.value, format: format, hasSnippets: true) { range throws(LibraryError) in
      try library.hits(list, range).map { ($0.row, $0.snippet) }
    }
  }
}
