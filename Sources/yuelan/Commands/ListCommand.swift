import ArgumentParser
import ArticleLibrary

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: HelpSentence.list.text,
    discussion: HelpSentence.listDiscussion.text)

  @Argument(help: archivesHelp, completion: .file())
  var paths: [String] = []
  @Option(name: .joined("s"), help: ArgumentHelp(.listSort))
  var sort: SortOrder = .newest
  @OptionGroup var options: ListOptions

  func run() throws {
    try ListArguments(query: nil, paths: paths, sort: sort, options).run()
  }
}

extension SortOrder: ExpressibleByArgument {}

/// The configuration for a command that only has one setting of its own.
func loadedConfiguration(
  bookmarks: String? = nil, highlights: String? = nil
) throws(CommandFailure) -> Configuration {
  let options = ["bookmarks": bookmarks, "highlights": highlights].compactMapValues { $0 }
  let configuration = try commandConfiguration(options: options).configuration
  for problem in configuration.problems { complain(problem.sentence(in: .ofCommands)) }
  return configuration
}

/// Prints the results of a query, page by page.
///
/// - Parameter page: Rows of a range of the list, each with its snippet if it has one.
/// - Throws: `nothingFound` for an empty list; `reported` when some of the archives could not be read.
func printRows(
  of library: Library, _ query: ListQuery, _ request: ListArguments, hasSnippets: Bool = false,
  page: (ArticleList, Range<Int>) throws(LibraryError) -> [(ArticleRow, Snippet?)]
) throws(CommandFailure) {
  var list = try library.asking { () throws(LibraryError) in try library.list(query) }
  let gone = try library.checkShownFiles(of: &list, limit: request.limit, waits: request.waits)
  var output = OutputStream()
  var printer = RowPrinter(format: request.format, widthInCells: terminalWidthInCells())
  printer.printsOnlyPaths = request.printsOnlyPaths
  printer.marksHits = request.color.isWanted(environment: .process, isTerminal: output.isTerminal)
  var start = 0
  while case let count = min(request.limit ?? list.count, list.count), start < count, output.isOpen {
    // Small pages where each row costs reading a file: a pipe gets its first lines at once.
    let end = min(count, start + (hasSnippets ? 32 : 1024))
    let rows = try library.rows(&list, start..<end, page)
    for (row, snippet) in rows where !gone.contains(row.id) {
      output.write(printer.lines(row, snippet: snippet, hasSnippets: hasSnippets))
    }
    if hasSnippets { output.flush() }
    start = end
  }
  try output.finish()
  try library.endingForMissingArchives()
  if list.isEmpty { throw .nothingFound }
}
