import ArgumentParser
import ArticleLibrary
import Glibc

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the library holds.",
    discussion: """
      Columns of tsv: path, title, URL, publisher, time, authors, section, characters, read or unread, starred. \
      json is JSON Lines.
      """)

  @Argument(help: archivesHelp)
  var paths: [String] = []
  @Option(help: "newest, oldest, title, publisher, longest, shortest, path.")
  var sort: SortOrder = .newest
  @OptionGroup var options: ListOptions

  func run() throws {
    let configuration = try loadedConfiguration(bookmarks: options.bookmarks)
    let library = try Library.opened(paths, configuration)
    let list = try asCommand { () throws(LibraryError) in
      try library.list(ListQuery(sort: sort, foldsDuplicates: options.fold))
    }
    try printRows(of: list, options) { range throws(LibraryError) in
      try library.rows(list, range).map { ($0, nil) }
    }
  }
}

extension SortOrder: ExpressibleByArgument {}

/// The configuration for a command that has but one setting of its own.
func loadedConfiguration(bookmarks: String? = nil) throws(CommandFailure) -> Configuration {
  let options = bookmarks.map { ["bookmarks": $0] } ?? [:]
  let configuration = try loadConfiguration(options: options).configuration
  for problem in configuration.problems { complain(problem.description) }
  return configuration
}

/// Prints a list page by page.
///
/// - Parameter page: Rows of a range, each with its snippet when there are any.
/// - Throws: `nothingFound` for an empty list.
func printRows(
  of list: ArticleList, _ options: ListOptions, hasSnippets: Bool = false,
  page: (Range<Int>) throws(LibraryError) -> [(ArticleRow, Snippet?)]
) throws(CommandFailure) {
  var output = OutputStream()
  let printer = RowPrinter(format: options.format, widthInCells: terminalWidthInCells())
  let count = min(options.limit?.value ?? list.count, list.count)
  var start = 0
  while start < count, output.isOpen {
    // Small pages where each row costs a file: the first lines of a pipe come at once.
    let end = min(count, start + (hasSnippets ? 32 : 1024))
    let rows = try asCommand { () throws(LibraryError) in try page(start..<end) }
    for (row, snippet) in rows {
      output.write(printer.lines(row, snippet: snippet, hasSnippets: hasSnippets))
    }
    if hasSnippets { output.flush() }
    start = end
  }
  try output.finish()
  if list.isEmpty { throw .nothingFound }
}

/// Columns of the terminal on standard output; `nil` when it is none.
func terminalWidthInCells() -> Int? {
  guard isatty(STDOUT_FILENO) == 1 else { return nil }
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
    return Environment.process["COLUMNS"].flatMap(Int.init) ?? 80
  }
  return Int(size.ws_col)
}
