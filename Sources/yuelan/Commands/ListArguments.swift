import ArticleLibrary

/// What `list` and `search` are to print: the values of their arguments.
struct ListArguments: Equatable {
  /// What is searched for; `nil` for a list of everything.
  var query: String?
  var paths: [String] = []
  var sort: SortOrder
  var format = ListFormat.table
  var limit: Int?
  var printsOnlyPaths = false
  var color = ColorChoice.auto
  var foldsDuplicates = false
  var refreshes = false
  /// Whether it waits while another process makes the index.
  var waits = true
  var bookmarks: String?

  init(query: String?, sort: SortOrder) {
    self.query = query
    self.sort = sort
  }

  /// What the argument parser has read.
  init(query: String?, paths: [String], sort: SortOrder, _ options: ListOptions) {
    self.init(query: query, sort: sort)
    self.paths = paths
    format = options.format
    limit = options.limit?.value
    printsOnlyPaths = options.print0
    color = options.color
    foldsDuplicates = options.fold
    refreshes = options.refresh
    waits = !options.waiting.noWait
    bookmarks = options.bookmarks
  }

  /// Opens the library and prints the rows.
  func run() throws(CommandFailure) {
    guard let query else {
      let library = try openedLibrary()
      return try printRows(of: library, ListQuery(sort: sort, foldsDuplicates: foldsDuplicates), self) {
        list, range throws(LibraryError) in
        try library.rows(list, range).map { ($0, nil) }
      }
    }
    // Checked before building an index that would then not be needed.
    if let mistake = Library.mistake(inQuery: query) { throw .query(mistake) }
    let preparation = ParserPreparation()
    defer { preparation.wait() }
    let library = try openedLibrary()
    let listQuery = ListQuery(text: query, sort: sort, foldsDuplicates: foldsDuplicates)
    try printRows(of: library, listQuery, self, hasSnippets: true) { list, range throws(LibraryError) in
      try library.hits(list, range).map { ($0.row, $0.snippet) }
    }
  }

  private func openedLibrary() throws(CommandFailure) -> Library {
    try Library.opened(paths, loadedConfiguration(bookmarks: bookmarks), waits: waits, refreshes: refreshes)
  }
}

extension ListArguments {
  /// Reads a command line of `list` or `search` in which every argument is a word, a flag, or an option with its value
  /// in the argument after it.
  ///
  /// The argument parser learns at run time what the options of a command are; that takes a quarter of a search.
  ///
  /// - Parameter arguments: The command's name and what follows it.
  /// - Returns: `nil` for all other forms and for mistakes: those are the argument parser's.
  init?(plain arguments: [String]) {
    let isSearch = arguments.first == "search"
    guard isSearch || arguments.first == "list" else { return nil }
    self.init(query: nil, sort: isSearch ? .relevance : .newest)
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument.isEmpty { return nil }
      if !argument.hasPrefix("-") {
        paths.append(argument)
      } else if !setFlag(argument) {
        guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-"), setOption(argument, to: value) else {
          return nil
        }
      }
    }
    if isSearch {
      if paths.isEmpty { return nil }
      query = paths.removeFirst()
    }
  }

  /// - Returns: Whether it is the name of a flag.
  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--print0": printsOnlyPaths = true
    case "--fold": foldsDuplicates = true
    case "--refresh": refreshes = true
    case "--no-wait": waits = false
    default: return false
    }
    return true
  }

  /// - Returns: Whether it is the name of an option that takes this value.
  private mutating func setOption(_ name: String, to value: String) -> Bool {
    func set<Choice>(_ property: inout Choice, to choice: Choice?) -> Bool {
      guard let choice else { return false }
      property = choice
      return true
    }
    func set<Choice>(_ property: inout Choice?, to choice: Choice?) -> Bool {
      property = choice
      return choice != nil
    }
    switch name {
    case "-s", "--sort": return set(&sort, to: SortOrder(rawValue: value))
    case "-f", "--format": return set(&format, to: ListFormat(rawValue: value))
    case "-n", "--limit": return set(&limit, to: Count(argument: value).map(\.value))
    case "--color": return set(&color, to: ColorChoice(rawValue: value))
    case "--bookmarks": return set(&bookmarks, to: value)
    default: return false
    }
  }
}
