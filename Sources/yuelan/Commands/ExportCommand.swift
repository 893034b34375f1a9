import ArgumentParser
import ArticleDump
import ArticleLibrary

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: HelpSentence.export.text,
    usage: """
      yuelan export --output <file> [--format text|markdown|json|epub] <file> ...|-0
      yuelan export --output <file> --search <query> [<path> ...]
      yuelan export --output <file> --starred [<path> ...]
      """,
    discussion: HelpSentence.exportDiscussion.text)

  @Argument(
    help: ArgumentHelp(.exportPaths, valueName: "path"),
    completion: .file())
  var paths: [String] = []
  @Option(
    name: .shortAndLong, help: ArgumentHelp(.exportOutput, valueName: "file"),
    completion: .file())
  var output: String = "-"
  @Option(name: .shortAndLong, help: ArgumentHelp(.exportFormat))
  var format: ExportFormat?
  @Option(help: ArgumentHelp(.exportSearch))
  var search: String?
  @Flag(help: ArgumentHelp(.starred))
  var starred = false
  @Flag(name: .customShort("0"), help: ArgumentHelp(.namesFromStandardInput))
  var readsList = false
  @Option(help: ArgumentHelp(.exportTitle))
  var title: String?
  @Option(name: [.customShort("n"), .long], help: ArgumentHelp(.exportLimit), transform: Count.parsed)
  var limit: Count?
  @OptionGroup var waiting: WaitingOptions
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?

  func run() throws {
    guard let format = format ?? ExportFormat(fileName: output) else {
      throw CommandFailure.usage(.exportFormatUnknown)
    }
    if search != nil, starred { throw CommandFailure.usage(.searchOrStarred) }
    var selection = try selectedArticles()
    guard !selection.articles.isEmpty else {
      throw selection.hasFailed ? CommandFailure.reported(.couldNotRead) : .nothingFound
    }
    if let title { selection.title = title }
    try writeOutput(
      format.exported(
        selection.articles, title: selection.title, highlights: format == .epub ? selection.highlights : []),
      to: output)
    if selection.hasFailed { throw CommandFailure.reported(.couldNotRead) }
  }

  private struct Selection {
    var title: String
    var articles: [Article] = []
    /// The highlights of each article.
    var highlights: [[Bookmark]] = []
    var hasFailed = false
  }

  private func selectedArticles() throws(CommandFailure) -> Selection {
    if let mistake = search.flatMap(Library.mistake) { throw .query(mistake) }
    let configuration = try loadedConfiguration(bookmarks: bookmarks)
    if let search {
      return try articles(ListQuery(text: search, sort: .relevance), title: search, configuration)
    }
    if starred {
      let query = ListQuery(filter: ArticleFilter([.state(.starred)]))
      return try articles(query, title: CommandSentence.bookmarks.text, configuration, inOrderOfBookmarks: true)
    }
    var selection = Selection(title: CommandSentence.selection.text)
    let names = ArchiveNames(configured: configuration.archives, stateDirectory: configuration.paths.stateFolder)
    let file = BookmarksFile(path: configuration.highlightsPath, names: names)
    let profiles = ArchiveProfiles.ofReader
    let opened = OpenSources.ofReader(profiles)
    for source in try DumpList(paths, readsList: readsList).sources.prefix(limit?.value ?? .max) {
      do throws(FileFailure) {
        let parser = profiles.parser(forFile: source.file)
        let bytes = try source.read(opened)
        selection.articles.append(parser.article(from: bytes, path: source.path))
        let dump = source.path.map { Bookmark(of: bytes, at: $0, names, added: now()) }
        selection.highlights.append(dump.flatMap { try? file.highlights(of: $0) } ?? [])
      } catch {
        complain(error.text)
        selection.hasFailed = true
      }
    }
    if selection.articles.count == 1, let only = selection.articles.first { selection.title = only.title }
    return selection
  }

  private func articles(
    _ query: ListQuery, title: String, _ configuration: Configuration, inOrderOfBookmarks: Bool = false
  ) throws(CommandFailure) -> Selection {
    if readsList { throw .usage(.listWithoutDumps) }
    let library = try Library.opened(paths, configuration, waits: !waiting.noWait)
    var list = try library.asking { () throws(LibraryError) in try library.list(query) }
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
    var selection = Selection(title: title, hasFailed: library.isMissingArchives)
    let file = BookmarksFile(path: configuration.highlightsPath, names: library.names)
    for row in rows.prefix(limit?.value ?? .max) {
      do throws(LibraryError) {
        selection.articles.append(try library.article(row.id))
        selection.highlights.append((try? library.highlights(of: row.id, in: file)) ?? [])
      } catch {
        complain(FileFailure(error).text)
        selection.hasFailed = true
      }
    }
    return selection
  }
}
