import ArgumentParser

/// What `list` and `search` have in common: which rows are printed, and how.
struct ListOptions: ParsableArguments {
  @Option(help: "table, tsv or json.")
  var format: ListFormat = .table
  @Option(help: "Print so many at most.")
  var limit: Count?
  @Flag(help: "One row for articles that tell the same story.")
  var fold = false
  @OptionGroup var waiting: WaitingOptions
  @Option(help: ArgumentHelp("The bookmarks file.", valueName: "file"))
  var bookmarks: String?
}

/// What a command does that needs an index which another process is making.
struct WaitingOptions: ParsableArguments {
  @Flag(help: "End with status 4 when another yuelan is making the index, instead of waiting for it.")
  var noWait = false
}

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
