import ArgumentParser
import ArticleDump
import ArticleLibrary
import ChineseConversion
import ChineseReadings
import Glibc
import ReadingRoom

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: HelpSentence.read.text,
    discussion: HelpSentence.readDiscussion.text)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(help: ArgumentHelp(.dumps, valueName: "file"), completion: .file())
  var files: [String] = []
  @Option(name: .joined("f"), help: ArgumentHelp(.readFormat))
  var format: Format = .text
  @Option(
    name: .joined("w"), help: ArgumentHelp(.width, valueName: "columns"), completion: .list(["auto"]),
    transform: TextWidth.parsed)
  var width: TextWidth?
  @Option(
    help: ArgumentHelp(.pager, valueName: "program"))
  var pager: String?
  @Flag(name: .customShort("0"), help: ArgumentHelp(.namesFromStandardInput))
  var readsList = false
  @Flag(help: ArgumentHelp(.explain))
  var explain = false
  @Flag(help: ArgumentHelp(.uncleaned))
  var uncleaned = false
  @OptionGroup(title: HelpSentence.settings.text)
  var settings: TextSettingOptions

  func run() throws {
    if explain, uncleaned { throw CommandFailure.usage(.nothingToExplain) }
    if case .cells(let cells) = width, cells < 10 {
      throw CommandFailure.usage(.tooNarrow(columns: cells))
    }
    let list = try DumpList(files, readsList: readsList)
    let printer = ArticlePrinter(format: format, setting: try typesetting(), changes: try plainTextChanges())
    let hasFailed: Bool
    if let command = Pager.command(choice: pager, environment: .process, isTerminal: isatty(STDOUT_FILENO) == 1),
      format != .json
    {
      hasFailed = try showed(list, printer, by: command)
    } else {
      hasFailed = try wrote(list, printer, to: OutputStream())
    }
    if hasFailed { throw CommandFailure.reported(.couldNotRead) }
  }

  /// - Returns: Whether a dump could not be read.
  private func showed(_ list: DumpList, _ printer: ArticlePrinter, by command: [String]) throws(CommandFailure) -> Bool
  {
    let pager: Pager
    do {
      pager = try Pager(command)
    } catch {
      complain(error.text)
      return try wrote(list, printer, to: OutputStream())
    }
    let result = Result { () throws(CommandFailure) in
      try wrote(list, printer, to: OutputStream(descriptor: pager.descriptor))
    }
    pager.finish()
    return try result.get()
  }

  /// - Returns: Whether a dump could not be read.
  private func wrote(
    _ list: DumpList, _ printer: ArticlePrinter, to output: consuming OutputStream
  ) throws(CommandFailure) -> Bool {
    var printer = printer
    var hasFailed = false
    let profiles = ArchiveProfiles.ofReader
    let opened = OpenSources.ofReader(profiles)
    for source in list.sources {
      let start = ContinuousClock.now
      do throws(FileFailure) {
        defer { Trace.ofProcess?.record(.work, "read \(source.name)", since: start) }
        let bytes = try source.read(opened)
        let parser = uncleaned ? ArticleParser(isCleaning: false) : profiles.parser(forFile: source.file)
        if explain {
          output.write(explanation(parser.reading(of: bytes, path: source.path, explaining: true)))
        } else {
          printer.print(parser.article(from: bytes, path: source.path), to: &output)
        }
      } catch {
        Trace.ofProcess?.record(.error, error.traceText)
        complain(error.text)
        hasFailed = true
      }
      guard output.isOpen else { break }
    }
    try output.finish()
    return hasFailed
  }

  private func explanation(_ reading: ArticleParser.Reading) -> String {
    format == .json
      ? reading.explanationJSON + "\n" : Sanitizer.sanitized(reading.explanation, keepsLineBreaks: true)
  }

  /// How to lay out text; `nil` when it is not laid out in lines. The configuration is read only when it is needed.
  private func typesetting() throws(CommandFailure) -> TypesetPrinter? {
    guard format == .text else { return nil }
    let terminalWidth = width == nil ? terminalWidthInCells() : nil
    guard width != nil || terminalWidth != nil else { return nil }
    let loaded = try commandConfiguration(options: settings.given)
    for problem in loaded.configuration.problems { complain(problem.sentence(in: .ofCommands)) }
    let columns: Int? =
      switch width {
      case nil: nil
      case .cells(let cells): cells
      case .automatic: max(10, columnsInCells())
      }
    return TypesetPrinter(loaded, widthInCells: columns, terminalWidthInCells: terminalWidth)
  }
}

extension ReadCommand {
  /// How text that is not laid out is changed: only as the command line requests.
  fileprivate func plainTextChanges() throws(CommandFailure) -> PlainTextChanges {
    guard settings.script != nil || settings.reading != nil else { return PlainTextChanges() }
    let configured = try commandConfiguration(options: settings.given).configuration.settings
    return PlainTextChanges(
      script: settings.script == nil ? nil : configured.script,
      reading: settings.reading == nil ? nil : configured.reading)
  }
}

/// The requested changes of text that is not laid out in lines.
private struct PlainTextChanges {
  var script: Script?
  var reading: PhoneticNotation?
}

/// Prints articles one after another in one of the formats.
private struct ArticlePrinter {
  var format: ReadCommand.Format
  var setting: TypesetPrinter?
  /// For text that is not laid out.
  var changes: PlainTextChanges
  private var isFirst = true

  init(format: ReadCommand.Format, setting: TypesetPrinter?, changes: PlainTextChanges) {
    self.format = format
    self.setting = setting
    self.changes = changes
  }

  mutating func print(_ article: Article, to output: inout OutputStream) {
    defer { isFirst = false }
    switch format {
    case .json:
      changed(article).forEachJSONPiece { output.write($0) }
      output.write("\n")
    case .markdown:
      if !isFirst { output.write("\n---\n\n") }
      output.write(changed(article).markdown())
    case .text:
      if !isFirst { output.write("\n\n") }
      output.write(setting?.text(of: article) ?? plainText(of: article))
    }
  }

  private func plainText(of article: Article) -> String {
    guard let script = changes.script, article.isWrittenOtherwise(than: script) else {
      return annotated(article).plainText()
    }
    let text = article.plainText().converted(script.conversion).text
    // Readings in the text would split the words that conversion works on.
    guard let notation = changes.reading else { return text }
    return text.annotated(in: notation, marksTones: !Environment.process.hasASCIILocale)
  }

  /// For Markdown and JSON.
  private func changed(_ article: Article) -> Article {
    annotated(changes.script.map { article.converted(to: $0) } ?? article)
  }

  private func annotated(_ article: Article) -> Article {
    changes.reading.map {
      article.annotated(in: $0, marksTones: format != .text || !Environment.process.hasASCIILocale)
    }
      ?? article
  }
}
