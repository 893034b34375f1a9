import ArgumentParser
import ArticleDump
import ArticleLibrary
import ReadingRoom

struct HighlightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "highlights", abstract: HelpSentence.highlights.text,
    usage: """
      yuelan highlights [list] [--format table|json] [<file> ...]
      yuelan highlights add --quote <text> [--note <text>] [--color <color>] <file>
      yuelan highlights export [--format markdown|json] [--output <file>] [<file> ...]
      yuelan highlights import <file> ...|-
      """,
    discussion: HelpSentence.highlightsDiscussion.text)

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case list, add, export, `import`
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, markdown, json
  }

  @Argument(help: ArgumentHelp(.highlightsAction))
  var action: Action = .list
  @Argument(help: ArgumentHelp(.highlightsFiles, valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(name: .joined("f"), help: ArgumentHelp(.highlightsFormat))
  var format: Format?
  @Option(help: ArgumentHelp(.highlightsQuote, valueName: "text"))
  var quote: String?
  @Option(help: ArgumentHelp(.highlightsNote, valueName: "text"))
  var note: String?
  @Option(
    help: ArgumentHelp(.highlightsColor, valueName: "color"),
    completion: .list(HighlightColor.allCases.map(\.rawValue)))
  var color: String?
  @Option(name: .joined("o"), help: ArgumentHelp(.bookmarksOutput, valueName: "file"), completion: .file())
  var output: String?
  @Option(help: ArgumentHelp(.highlightsFile, valueName: "file"), completion: .file())
  var highlights: String?

  func run() throws {
    let configuration = try loadedConfiguration(highlights: highlights)
    let names = ArchiveNames(configured: configuration.archives, stateDirectory: configuration.paths.stateFolder)
    let file = BookmarksFile(path: configuration.highlightsPath, names: names) { complain($0.commandText) }
    if action != .export, output != nil { throw CommandFailure.usage(.onlyExportWrites) }
    if action != .add, quote != nil || note != nil || color != nil { throw CommandFailure.usage(.onlyAddQuotes) }
    switch action {
    case .list: try list(try entries(of: file, names))
    case .add: try add(to: file, names, configuration)
    case .export:
      try OutputPlace(output)?.check(reading: files.map(DumpPath.init(argument:)), configuration)
      try export(try entries(of: file, names))
    case .import: try importFiles(into: file)
    }
  }

  /// The highlights of the named files, or all highlights.
  private func entries(of file: BookmarksFile, _ names: ArchiveNames) throws(CommandFailure) -> [ArticleLibrary
    .Bookmark]
  {
    guard !files.isEmpty else {
      return try asCommand { () throws(LibraryError) in try file.bookmarks() }.filter { $0.passage != nil }
    }
    var found: [Bookmark] = []
    let opened = OpenSources.ofReader(.ofReader)
    for path in files.map(DumpPath.init(argument:)) {
      let bytes = try bytes(of: path, opened)
      let dump = Bookmark(of: bytes, at: path.text, names, added: now())
      found += try asCommand { () throws(LibraryError) in try file.highlights(of: dump) }
    }
    return found
  }

  private func bytes(of path: DumpPath, _ opened: OpenSources) throws(CommandFailure) -> [UInt8] {
    do { return try DumpList.Source.file(path).read(opened) } catch { throw .file(error) }
  }

  private func list(_ entries: [Bookmark]) throws(CommandFailure) {
    var output = OutputStream()
    for entry in entries {
      switch format ?? .table {
      case .json: output.write(entry.highlightJSON)
      case .markdown:
        throw .usage(.unexpectedValue(option: "--format", expected: ["table", "json"], given: "markdown"))
      case .table:
        for line in entry.quotation.split(separator: "\n") { output.writeLine(printable(String(line))) }
        let place = [entry.title, entry.description].filter { !$0.isEmpty }.joined(separator: " — ")
        output.writeLine("    " + printable(place))
        for line in entry.remark.split(separator: "\n") { output.writeLine("    " + printable(String(line))) }
      }
    }
    try output.finish()
    if entries.isEmpty { throw .nothingFound }
  }

  private func add(
    to file: BookmarksFile, _ names: ArchiveNames, _ configuration: Configuration
  ) throws(CommandFailure) {
    guard files.count == 1, let path = files.first.map(DumpPath.init(argument:)), let quote, !quote.isEmpty else {
      throw .usage(.nameDumpAndQuote)
    }
    guard let color = HighlightColor(color ?? "yellow") else {
      throw .usage(
        .unexpectedValue(option: "--color", expected: HighlightColor.allCases.map(\.rawValue), given: color ?? ""))
    }
    let profiles = ArchiveProfiles.ofReader
    let bytes = try bytes(of: path, OpenSources.ofReader(profiles))
    let article = profiles.parser(forFile: path).article(from: bytes, path: path.text)
    let language = configuration.settings.language
    guard let found = article.passage(quoting: quote, language: language) else {
      complain(CommandSentence.notInArticle(quote: String(quote.prefix(60)), path: path.display).text)
      throw .nothingFound
    }
    var entry = Bookmark(of: bytes, at: path.text, names, added: now())
    entry.passage = Passage(utf8Range: found.utf8Range, color: color)
    entry.note = Bookmark.note(quoting: found.quotation, remark: note ?? "")
    let made = entry
    try asCommand { () throws(LibraryError) in _ = try file.add(highlight: made) }
  }

  private func export(_ entries: [Bookmark]) throws(CommandFailure) {
    let text: String
    switch format ?? output.flatMap({ $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") ? .json : nil }) ?? .markdown {
    case .json: text = entries.map(\.highlightJSON).joined()
    case .markdown: text = highlightsAsMarkdown(entries)
    case .table: throw .usage(.unexpectedValue(option: "--format", expected: ["markdown", "json"], given: "table"))
    }
    try writeOutput(Array(text.utf8), to: output)
    if entries.isEmpty { throw .nothingFound }
  }

  private func importFiles(into file: BookmarksFile) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage(.nameHighlightsToImport) }
    var found = 0
    for name in files {
      let content = try readInput(name)
      let imported = importedHighlights(from: content)
      let new = try asCommand { () throws(LibraryError) in try file.add(highlights: imported) }
      complain(
        CommandSentence.importedHighlights(name: name, new: new, total: imported.count, known: imported.count - new)
          .text)
      found += imported.count
    }
    if found == 0 { throw .nothingFound }
  }
}
