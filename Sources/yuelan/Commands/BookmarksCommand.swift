import ArgumentParser
import ArticleDump
import ArticleLibrary
import Glibc

struct BookmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bookmarks", abstract: HelpSentence.bookmarks.text,
    usage: """
      yuelan bookmarks [list] [--format table|tsv|json]
      yuelan bookmarks add FILE…
      yuelan bookmarks remove URL|PATH|FILE…
      yuelan bookmarks export [--format html|json|tsv|opml] [--output FILE]
      yuelan bookmarks import [--format html|json|tsv|opml] FILE…|-
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
    name: .shortAndLong, help: ArgumentHelp(.bookmarksFormat),
    completion: .list(["table", "tsv", "json", "html", "opml"]))
  var format: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp(.bookmarksOutput, valueName: "file"),
    completion: .file())
  var output: String?
  @Option(help: ArgumentHelp(.bookmarksFile, valueName: "file"), completion: .file())
  var bookmarks: String?

  func run() throws {
    let configuration = try loadedConfiguration(bookmarks: bookmarks)
    let file = BookmarksFile(path: configuration.bookmarksPath)
    if action != .export, output != nil { throw CommandFailure.usage("--output: only export writes a file") }
    switch action {
    case .list: try list(file)
    case .add: try add(to: file, configuration)
    case .remove: try remove(from: file)
    case .export: try export(file)
    case .import: try importFiles(into: file)
    }
  }

  private func list(_ file: BookmarksFile) throws(CommandFailure) {
    guard files.isEmpty else { throw .usage("bookmarks: '\(files[0])' is no action and list takes no files") }
    guard let format = ListFormat(rawValue: format ?? "table") else {
      throw .usage("--format: expected one of table, tsv, json, not '\(format ?? "")'")
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

  private func add(to file: BookmarksFile, _ configuration: Configuration) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage("bookmarks add: name the dumps to add") }
    var hasFailed = false
    var entries: [Bookmark] = []
    for path in files {
      let content: FileBytes
      do {
        content = try readFile(DumpPath(argument: path), limit: largestDumpInBytes)
      } catch {
        complain(error.description)
        hasFailed = true
        continue
      }
      let article = ArticleParser().article(from: content.bytes, path: path)
      entries.append(Bookmark(article, path: configuration.pathInArchive(of: path), added: now()))
    }
    try asCommand { () throws(LibraryError) in _ = try file.add(entries) }
    if hasFailed { throw .reported(.couldNotRead) }
  }

  private func remove(from file: BookmarksFile) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage("bookmarks remove: name the entries by URL, path or file") }
    var removed = 0
    for name in files {
      let entries = try asCommand { () throws(LibraryError) in try file.bookmarks() }
      // A dump that is still there is known by the URL in it, whatever its path.
      let url = (try? readFile(DumpPath(argument: name), limit: 1 << 16)).flatMap {
        ArticleParser().head(from: $0.bytes, path: name).url
      }
      let keys = entries.filter { $0.key == name || $0.path == name || $0.url == name || (url != nil && $0.url == url) }
        .map(\.key)
      if keys.isEmpty { complain("\(name): is not in the bookmarks") }
      for key in keys {
        try asCommand { () throws(LibraryError) in try file.remove(key: key) }
        removed += 1
      }
    }
    if removed == 0 { throw .nothingFound }
  }

  private func export(_ file: BookmarksFile) throws(CommandFailure) {
    guard files.isEmpty else { throw .usage("bookmarks export: takes no files; --output names where to write") }
    let exchange = try exchangeFormat(fileName: output) ?? .html
    let entries = try asCommand { () throws(LibraryError) in try file.bookmarks() }
    let text = exchange.exported(entries)
    if let output, output != "-" {
      do { try writeFile(output, Array(text.utf8)) } catch { throw .file(error) }
    } else {
      var stream = OutputStream()
      stream.write(text)
      try stream.finish()
    }
    if entries.isEmpty { throw .nothingFound }
  }

  private func importFiles(into file: BookmarksFile) throws(CommandFailure) {
    guard !files.isEmpty else { throw .usage("bookmarks import: name a file, or - for standard input") }
    var found = 0
    var added = 0
    for name in files {
      let content: [UInt8]
      do {
        content =
          name == "-"
          ? try readDescriptor(STDIN_FILENO, name: "standard input").bytes : try readFile(name).bytes
      } catch {
        throw .file(error)
      }
      let exchange = try exchangeFormat(fileName: name) ?? BookmarkFormat(sniffing: content)
      let moment = now().iso8601
      let entries = exchange.imported(content).map { entry in
        var entry = entry
        entry.added = entry.added ?? moment
        return entry
      }
      found += entries.count
      added += try asCommand { () throws(LibraryError) in try file.add(entries) }
    }
    complain("\(added) bookmarks added, \(found - added) known already")
    if found == 0 { throw .nothingFound }
  }

  /// The format asked for, else the one that a file's name tells.
  private func exchangeFormat(fileName: String?) throws(CommandFailure) -> BookmarkFormat? {
    guard let format else { return fileName.flatMap(BookmarkFormat.init(fileName:)) }
    guard let exchange = BookmarkFormat(rawValue: format) else {
      throw .usage("--format: expected one of html, json, tsv, opml, not '\(format)'")
    }
    return exchange
  }
}

/// The moment, in UTC.
func now() -> Timestamp { Timestamp(secondsSinceEpoch: Int64(time(nil))) }

extension Bookmark {
  /// The entry of a dump outside a library.
  init(_ article: Article, path: String, added: Timestamp) {
    let day = (article.published ?? article.fed)?.iso8601Date
    self.init(
      title: article.title.isEmpty ? path : article.title, url: article.url,
      description: [article.publisher?.name, day].compactMap { $0 }.joined(separator: ", "),
      path: path, added: added.iso8601)
  }
}

extension Configuration {
  /// A dump's path below its archive when it lies in a configured one, else as it was given.
  func pathInArchive(of path: String) -> String {
    let absolute = path.hasPrefix("/") ? path : currentFolder() + "/" + path
    for archive in archives {
      let root = archive.hasSuffix("/") ? archive : archive + "/"
      if absolute.hasPrefix(root) { return String(absolute.dropFirst(root.count)) }
    }
    return path
  }
}
