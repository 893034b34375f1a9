import ArgumentParser
import ArticleDump
import ArticleLibrary

struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks", abstract: HelpSentence.bookmarks.text,
    usage: """
      yuelan bookmarks [list] [--format table|tsv|json]
      yuelan bookmarks add <file> ...
      yuelan bookmarks remove <url>|<path>|<file> ...
      yuelan bookmarks export [--format html|json|tsv|opml] [--output <file>]
      yuelan bookmarks import [--format html|json|tsv|opml] <file> ...|-
      """,
    discussion: HelpSentence.bookmarksDiscussion.text)

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case list, add, remove, export, `import`
  }

  @Argument(help: ArgumentHelp(.bookmarksAction))
  var action: Action = .list
  @Argument(
    help: ArgumentHelp(.bookmarksFiles, valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(
    name: .joined("f"), help: ArgumentHelp(.bookmarksFormat),
    completion: .list(["table", "tsv", "json", "html", "opml"]))
  var format: String?
  @Option(
    name: .joined("o"), help: ArgumentHelp(.bookmarksOutput, valueName: "file"),
    completion: .file())
  var output: String?
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?

  func run() throws {
    let configuration = try loadedConfiguration(bookmarks: bookmarks)
    let names = ArchiveNames(configured: configuration.archives, stateDirectory: configuration.paths.stateFolder)
    let file = BookmarksFile(path: configuration.bookmarksPath, names: names) { complain($0.commandText) }
    if action != .export, output != nil { throw CommandFailure.usage(.onlyExportWrites) }
    switch action {
    case .list: try list(file)
    case .add: try add(to: file, names)
    case .remove: try remove(from: file, names)
    case .export: try export(file, configuration)
    case .import: try importFiles(into: file)
    }
  }

  private func list(_ file: BookmarksFile) throws(CommandFailure) {
    guard files.isEmpty else { throw .usage(.noBookmarksAction(files[0])) }
    guard let format = ListFormat(rawValue: format ?? "table") else {
      throw .usage(.unexpectedValue(option: "--format", expected: ["table", "tsv", "json"], given: format ?? ""))
    }
    let entries = try asCommand { () throws(LibraryError) in try file.bookmarks() }
    var output = OutputStream()
    for entry in entries {
      switch format {
      case .json: output.write(entry.json)
      case .tsv: output.writeLine(entry.tsv)
      case .table:
        var line = entry.title
        if !entry.description.isEmpty { line += " — " + entry.description }
        for tag in entry.tags { line += " #" + tag }
        output.writeLine(printable(line))
        if let place = entry.path ?? entry.url { output.writeLine("    " + printable(place)) }
      }
    }
    try output.finish()
    if entries.isEmpty { throw .nothingFound }
  }

  private func add(to file: BookmarksFile, _ names: ArchiveNames) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage(.nameDumpsToAdd) }
    var hasFailed = false
    var entries: [Bookmark] = []
    let opened = OpenSources.ofReader(.ofReader)
    for path in files.map(DumpPath.init(argument:)) {
      do {
        let bytes = try DumpList.Source.file(path).read(opened)
        entries.append(Bookmark(of: bytes, at: path.text, names, added: now()))
      } catch {
        complain(error.text)
        hasFailed = true
      }
    }
    try asCommand { () throws(LibraryError) in _ = try file.add(entries) }
    if hasFailed { throw .reported(.couldNotRead) }
  }

  private func remove(from file: BookmarksFile, _ names: ArchiveNames) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage(.nameEntriesToRemove) }
    var removed = 0
    let opened = OpenSources.ofReader(.ofReader)
    for name in files {
      // An existing dump is identified by its content, whatever its path.
      let path = DumpPath(argument: name)
      let dump = (try? DumpFile.read(path, atMost: largestDumpInBytes, sources: opened)).map {
        Bookmark(of: $0.bytes, at: path.text, names, added: now())
      }
      var count = 0
      if let dump { count = try asCommand { () throws(LibraryError) in try file.remove(dump) } }
      do throws(LibraryError) {
        if count == 0 { count = try file.remove(named: name) }
      } catch {
        throw CommandFailure(error)
      }
      if count == 0 { complain(CommandSentence.notInBookmarks(name).text) }
      removed += count
    }
    if removed == 0 { throw .nothingFound }
  }

  private func export(_ file: BookmarksFile, _ configuration: Configuration) throws(CommandFailure) {
    guard files.isEmpty else { throw .usage(.exportTakesNoFiles) }
    try OutputPlace(output)?.check(reading: [], configuration)
    let exchange = try exchangeFormat(fileName: output) ?? .html
    let entries = try asCommand { () throws(LibraryError) in try file.bookmarks() }
    let text = exchange.exported(entries)
    try writeOutput(Array(text.utf8), to: output)
    if entries.isEmpty { throw .nothingFound }
  }

  private func importFiles(into file: BookmarksFile) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage(.nameFilesToImport) }
    var found = 0
    for name in files {
      let content = try readInput(name)
      let exchange = try exchangeFormat(fileName: name) ?? BookmarkFormat(sniffing: content)
      let moment = now().iso8601
      let imported = exchange.imported(content)
      let entries = imported.bookmarks.map { entry in
        var entry = entry
        entry.added = entry.added ?? moment
        return entry
      }
      let new = try asCommand { () throws(LibraryError) in try file.add(entries) }
      let known = entries.count - new
      let total = entries.count + imported.refused.count
      complain(CommandSentence.imported(name: name, new: new, total: total, known: known).text)
      for reason in imported.reasons { complain("\(name): \(reason.text)") }
      found += entries.count
    }
    if found == 0 { throw .nothingFound }
  }

  /// The requested format, else the one that the file's name implies.
  private func exchangeFormat(fileName: String?) throws(CommandFailure) -> BookmarkFormat? {
    guard let format else { return fileName.flatMap(BookmarkFormat.init(fileName:)) }
    guard let exchange = BookmarkFormat(rawValue: format) else {
      throw .usage(.unexpectedValue(option: "--format", expected: ["html", "json", "tsv", "opml"], given: format))
    }
    return exchange
  }
}

extension Bookmark {
  /// The entry for a dump outside any library.
  init(of bytes: [UInt8], at path: String, _ names: ArchiveNames, added: Timestamp) {
    let article = ArticleParser().article(from: bytes, path: path)
    let day = (article.published ?? article.fed)?.iso8601Date
    self.init(
      title: article.title.isEmpty ? Self.title(ofFileAt: path) : article.title, url: article.url,
      description: [article.publisher?.name, day].compactMap { $0 }.joined(separator: ", "),
      path: names.place(ofFileAt: path), added: added.iso8601, fingerprint: DumpFingerprint(of: bytes))
  }

  /// Like lists, calls a dump without a title by its file's name.
  private static func title(ofFileAt path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
