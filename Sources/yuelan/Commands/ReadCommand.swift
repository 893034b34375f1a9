import ArgumentParser
import ArticleDump
import Glibc

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print articles.",
    discussion: """
      text is set at --width, or at the terminal's width up to the measure; into a pipe it is one line a paragraph. \
      json is one object a line. An unreadable file is named on standard error, the others are printed, and the \
      command ends with 3.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  @Argument(help: ArgumentHelp("Dumps; - is standard input.", valueName: "file"))
  var files: [String] = []
  @Option(help: "text, markdown or json.")
  var format: Format = .text
  @Option(help: ArgumentHelp("Set the text in so many columns, 10 or more.", valueName: "columns"))
  var width: Int?
  @Flag(name: .customShort("0"), help: "Read the files' names from standard input, each ended by NUL.")
  var readsList = false
  @OptionGroup(title: "Settings for this run")
  var settings: TextSettingOptions

  func run() throws {
    if let width, width < 10 { throw CommandFailure.usage("--width: expected 10 or more, not \(width)") }
    let list = try DumpList(files, readsList: readsList)
    var output = OutputStream()
    var printer = ArticlePrinter(format: format, setting: try typesetting())
    var hasFailed = false
    let parser = ArticleParser()
    for source in list.sources {
      do throws(FileFailure) {
        printer.print(parser.article(from: try source.read(), path: source.path), to: &output)
      } catch {
        complain(error.description)
        hasFailed = true
      }
      guard output.isOpen else { break }
    }
    try output.finish()
    if hasFailed { throw CommandFailure.reported(.couldNotRead) }
  }

  /// How to set text; `nil` when it is not set in lines. The configuration is read only when it matters.
  private func typesetting() throws(CommandFailure) -> TypesetPrinter? {
    guard format == .text else { return nil }
    let terminalWidth = width == nil ? terminalWidthInCells() : nil
    guard width != nil || terminalWidth != nil else { return nil }
    let loaded = try loadConfiguration(options: settings.given)
    for problem in loaded.configuration.problems { complain(problem.description) }
    return TypesetPrinter(loaded, widthInCells: width, terminalWidthInCells: terminalWidth)
  }
}

/// Prints articles one after the other in one of the formats.
private struct ArticlePrinter {
  var format: ReadCommand.Format
  var setting: TypesetPrinter?
  private var isFirst = true

  init(format: ReadCommand.Format, setting: TypesetPrinter?) {
    self.format = format
    self.setting = setting
  }

  mutating func print(_ article: Article, to output: inout OutputStream) {
    defer { isFirst = false }
    switch format {
    case .json:
      article.forEachJSONPiece { output.write($0) }
      output.write("\n")
    case .markdown:
      if !isFirst { output.write("\n---\n\n") }
      output.write(article.markdown())
    case .text:
      if !isFirst { output.write("\n\n") }
      output.write(setting?.text(of: article) ?? article.plainText())
    }
  }
}
