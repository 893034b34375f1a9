import ArgumentParser
import ArticleDump
import ArticleLibrary

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: HelpSentence.export.text,
    usage: """
      yuelan export --output <file> [--format text|markdown|json|epub] <path> ...|-0
      yuelan export --output <file> --search <query> [<path> ...]
      yuelan export --output <file> --starred [<path> ...]
      """,
    discussion: HelpSentence.exportDiscussion.text)

  @Argument(
    help: ArgumentHelp(.exportPaths, valueName: "path"),
    completion: .file())
  var paths: [String] = []
  @Option(
    name: .joined("o"), help: ArgumentHelp(.exportOutput, valueName: "file"),
    completion: .file())
  var output: String = "-"
  @Option(name: .joined("f"), help: ArgumentHelp(.exportFormat))
  var format: ExportFormat?
  @Option(help: ArgumentHelp(.exportSearch))
  var search: String?
  @Flag(help: ArgumentHelp(.starred))
  var starred = false
  @Flag(name: .customShort("0"), help: ArgumentHelp(.namesFromStandardInput))
  var readsList = false
  @Option(help: ArgumentHelp(.exportTitle))
  var title: String?
  @Option(name: .joined("s"), help: ArgumentHelp(.exportSort))
  var sort: SortOrder?
  @Option(name: .joined("n"), help: ArgumentHelp(.exportLimit), transform: Count.parsed)
  var limit: Count?
  @OptionGroup var waiting: WaitingOptions
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?

  func run() throws {
    guard let format = format ?? ExportFormat(fileName: output) else {
      throw CommandFailure.usage(.exportFormatUnknown)
    }
    if search != nil, starred { throw CommandFailure.usage(.searchOrStarred) }
    let selection = try selectedArticles(format)
    guard selection.count > 0 else {
      throw selection.hasFailed ? CommandFailure.reported(.couldNotRead) : .nothingFound
    }
    try writeOutput(selection.exported(title: title), to: output)
    if selection.hasFailed { throw CommandFailure.reported(.couldNotRead) }
  }

  /// What is exported. Of a whole archive only the text is kept; a book is made from its articles at the end.
  private struct Selection {
    let format: ExportFormat
    let title: String
    /// Whether a single article gives the book its title.
    let isNamedAfterOnly: Bool
    private(set) var count = 0
    var hasFailed = false
    private var titleOfFirst = ""
    private var text: [UInt8] = []
    private var articles: [Article] = []
    /// The highlights of each article.
    private var highlights: [[Bookmark]] = []

    init(_ format: ExportFormat, title: String, isNamedAfterOnly: Bool = false) {
      self.format = format
      self.title = title
      self.isNamedAfterOnly = isNamedAfterOnly
    }

    mutating func add(_ article: Article, highlights: @autoclosure () -> [Bookmark]) {
      if format == .epub {
        articles.append(article)
        self.highlights.append(highlights())
      } else {
        text += Array(format.text(of: article, isFirst: count == 0).utf8)
      }
      if count == 0 { titleOfFirst = article.title }
      count += 1
    }

    /// - Parameter title: The title that was asked for.
    func exported(title: String?) -> [UInt8] {
      guard format == .epub else { return text }
      let ownTitle = isNamedAfterOnly && count == 1 ? titleOfFirst : self.title
      return format.exported(articles, title: title ?? ownTitle, highlights: highlights)
    }
  }

  private func selectedArticles(_ format: ExportFormat) throws(CommandFailure) -> Selection {
    if let mistake = search.flatMap(Library.mistake) { throw .query(mistake) }
    let configuration = try loadedConfiguration(bookmarks: bookmarks)
    let place = OutputPlace(output)
    if search != nil || starred {
      if readsList { throw .usage(.listWithoutDumps) }
      try place?.check(reading: [], configuration)
      try place?.check(outside: configuration.archives(named: paths))
      let query = ListQuery(
        text: search ?? "", sort: sort ?? (starred ? .newest : .relevance),
        filter: ArticleFilter(starred ? [.state(.starred)] : []))
      var selection = Selection(format, title: search ?? CommandSentence.bookmarks.text)
      try add(query, of: paths, configuration, inOrderOfBookmarks: starred && sort == nil, to: &selection)
      return selection
    }
    let sources = try DumpList(paths, readsList: readsList).sources
    let parts = Part.parts(of: sources, isOneList: sort != nil)
    try place?.check(reading: sources.compactMap(\.file), configuration)
    for case .archives(let paths) in parts { try place?.check(outside: paths) }
    var selection = Selection(format, title: title(of: parts), isNamedAfterOnly: true)
    for part in parts where selection.count < mostArticles {
      switch part {
      case .dumps(let dumps): try add(dumps, configuration, to: &selection)
      case .archives(let paths):
        do throws(CommandFailure) {
          try add(ListQuery(sort: sort ?? .newest), of: paths, configuration, to: &selection)
        } catch .file(let failure) {
          complain(failure.text)
          selection.hasFailed = true
        }
      }
    }
    return selection
  }

  private var mostArticles: Int { limit?.value ?? .max }

  /// Refuses more articles than a book can contain, before any of them is read.
  private func checkRoom(for count: Int, in selection: Selection) throws(CommandFailure) {
    if selection.format == .epub, min(selection.count + count, mostArticles) > EPUBExport.mostArticles {
      throw .usage(.tooManyArticlesForBook(limit: EPUBExport.mostArticles))
    }
  }

  /// What is exported together: dumps in the order in which they are named, or all articles of archives in one order.
  private enum Part {
    case dumps([DumpList.Source])
    case archives([String])

    /// - Parameter isOneList: Whether everything is to be put in order together.
    static func parts(of sources: [DumpList.Source], isOneList: Bool) -> [Part] {
      if isOneList, case let files = sources.compactMap({ $0.file?.text }), files.count == sources.count {
        return [.archives(files)]
      }
      var parts: [Part] = []
      // Collected before they become a part: there may be a hundred thousand.
      var dumps: [DumpList.Source] = []
      var archives: [String] = []
      func finishDumps() {
        if !dumps.isEmpty { parts.append(.dumps(dumps)) }
        dumps = []
      }
      func finishArchives() {
        if !archives.isEmpty { parts.append(.archives(archives)) }
        archives = []
      }
      for source in sources {
        if let file = source.file, file.leadsToArchive {
          finishDumps()
          archives.append(file.text)
        } else {
          finishArchives()
          dumps.append(source)
        }
      }
      finishDumps()
      finishArchives()
      return parts
    }
  }

  /// The name of the only archive; otherwise it is a selection.
  private func title(of parts: [Part]) -> String {
    guard parts.count == 1, case .archives(let paths)? = parts.first, paths.count == 1, let path = paths.first else {
      return CommandSentence.selection.text
    }
    let name = DumpPath(ArchiveProfiles.realPath(path)).name
    return DumpPath(bytes: Array(name)).display
  }

  private func add(
    _ dumps: [DumpList.Source], _ configuration: Configuration, to selection: inout Selection
  ) throws(CommandFailure) {
    try checkRoom(for: dumps.count, in: selection)
    let names = ArchiveNames(configured: configuration.archives, stateDirectory: configuration.paths.stateFolder)
    let file = BookmarksFile(path: configuration.highlightsPath, names: names)
    let profiles = ArchiveProfiles.ofReader
    let opened = OpenSources.ofReader(profiles)
    for source in dumps.prefix(mostArticles - selection.count) {
      do throws(FileFailure) {
        let parser = profiles.parser(forFile: source.file)
        let bytes = try source.read(opened)
        func highlights() -> [Bookmark] {
          let dump = source.path.map { Bookmark(of: bytes, at: $0, names, added: now()) }
          return dump.flatMap { try? file.highlights(of: $0) } ?? []
        }
        selection.add(parser.article(from: bytes, path: source.path), highlights: highlights())
      } catch {
        complain(error.text)
        selection.hasFailed = true
      }
    }
  }

  private func add(
    _ query: ListQuery, of paths: [String], _ configuration: Configuration, inOrderOfBookmarks: Bool = false,
    to selection: inout Selection
  ) throws(CommandFailure) {
    let library = try Library.opened(paths, configuration, waits: !waiting.noWait)
    var list = try library.asking { () throws(LibraryError) in try library.list(query) }
    try checkRoom(for: list.count, in: selection)
    // From here on, rows stay valid even when another process replaces the index.
    var rows = try library.rows(&list, 0..<list.count) { list, range throws(LibraryError) in
      try library.rows(list, range)
    }
    if inOrderOfBookmarks {
      let entries = try asCommand { () throws(LibraryError) in
        try library.bookmarks(in: BookmarksFile(path: configuration.bookmarksPath, names: library.names))
      }
      var places: [ArticleID: Int] = [:]
      for (place, entry) in entries.enumerated() {
        if let id = entry.article, places[id] == nil { places[id] = place }
      }
      rows.sort { places[$0.id] ?? .max < places[$1.id] ?? .max }
    }
    if library.isMissingArchives { selection.hasFailed = true }
    let file = BookmarksFile(path: configuration.highlightsPath, names: library.names)
    for row in rows.prefix(mostArticles - selection.count) {
      do throws(LibraryError) {
        selection.add(
          try library.article(row.id), highlights: (try? library.highlights(of: row.id, in: file)) ?? [])
      } catch {
        complain(FileFailure(error).text)
        selection.hasFailed = true
      }
    }
  }
}
