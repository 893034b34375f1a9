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
  @Option(help: "table, tsv or json.")
  var format: ListFormat = .table
  @Option(help: "newest, oldest, title, publisher, longest, shortest, path.")
  var sort: SortOrder = .newest
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
      try library.list(ListQuery(sort: sort, foldsDuplicates: fold))
    }
    try printRows(of: list, limit: limit?.value, format: format) { range throws(LibraryError) in
      try library.rows(list, range).map { ($0, nil) }
    }
  }
}

extension SortOrder: ExpressibleByArgument {}

/// What the paths of a command that opens a library are.
let archivesHelp = ArgumentHelp(
  "Archives; without any, those of the configuration or the current folder.", valueName: "path")

/// A number of things, 0 or more, on the command line.
struct Count: ExpressibleByArgument {
  var value: Int

  init?(argument: String) {
    guard let value = Int(argument), value >= 0 else { return nil }
    self.value = value
  }
}

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
  of list: ArticleList, limit: Int?, format: ListFormat, hasSnippets: Bool = false,
  page: (Range<Int>) throws(LibraryError) -> [(ArticleRow, Snippet?)]
) throws(CommandFailure) {
  var output = OutputStream()
  let printer = RowPrinter(format: format, widthInCells: terminalWidthInCells())
  let count = min(limit ?? list.count, list.count)
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
