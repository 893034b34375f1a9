import ArticleDump
import ReadingRoom
import Typesetting

/// Lays out articles for standard output by the rules of the reading page.
struct TypesetPrinter {
  private var settings: Settings
  private let widthInCells: Int
  private let ambiguousWidth: AmbiguousWidth

  /// - Parameters:
  ///   - widthInCells: The requested width; `nil` follows the terminal, up to the measure.
  ///   - terminalWidthInCells: `nil` when the output is not a terminal. Effects for display only (hanging marks, blanks
  ///     between Han and Latin and beside narrow marks) are then left out unless set explicitly.
  init(_ loaded: LoadedConfiguration, widthInCells: Int?, terminalWidthInCells: Int?) {
    settings = loaded.configuration.settings
    // Another locale than Chinese or English makes the room Chinese and the commands English.
    settings.language = .ofCommands
    ambiguousWidth = loaded.configuration.ambiguousWidth ?? .narrow
    if terminalWidthInCells == nil {
      if loaded.origins["hanging"] == nil { settings.hanging = .none }
      if loaded.origins["spacing"] == nil { settings.spacesHanAndLatin = false }
      if loaded.origins["pad-marks"] == nil { settings.padsNarrowMarks = false }
      if loaded.origins["fill"] == nil { settings.fillsGently = false }
    }
    let gutter = settings.hanging == .none ? 0 : 2
    let standard = min(settings.measureInCells + gutter, terminalWidthInCells ?? .max)
    self.widthInCells = max(2, widthInCells ?? standard)
  }

  /// The article's lines, each with its line break.
  func text(of article: Article) -> String {
    let printed = PrintedArticle(
      article.atReadersClock, settings: settings, widthInCells: widthInCells, ambiguousWidth: ambiguousWidth,
      marksTones: !Environment.process.hasASCIILocale)
    return printed.lines.joined(separator: "\n") + "\n"
  }
}
