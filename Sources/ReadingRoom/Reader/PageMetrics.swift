import Typesetting

/// The place and layout of the text on a screen: what a layout depends on.
struct PageMetrics: Sendable, Hashable {
  var measureInCells: Int
  /// Columns of the region to the left of the type area.
  var leftInCells: Int
  var indentInCells: Int
  var spacesParagraphs: Bool
  var prohibition: ProhibitionLevel
  var hanging: HangingPunctuation
  var spacesHanAndLatin: Bool
  var padsNarrowMarks: Bool
  var squeezesAdjacentMarks: Bool
  var fillsGently: Bool
  var justifies: Bool
  var ambiguousWidth: AmbiguousWidth
  /// Rows above a title.
  var titleSpaceInRows: Int
  var symbols: Symbols
  /// Whether text runs in columns from right to left.
  var isVertical: Bool
  /// Clusters of a vertical column.
  var measureInRows: Int
  /// Columns of vertical text on the page, and the blank ones between them.
  var verticalPage: VerticalPage
  /// How characters' readings are written; `nil` if none are shown.
  var reading: ReadingStyle?

  /// The type area in a region of this size: centred, even, with a gutter for hanging punctuation where there is room.
  init(columns: Int, rows: Int, settings: Settings, traits: TerminalTraits) {
    let margin = columns >= 64 ? 2 : columns >= 30 ? 1 : 0
    var measure = max(2, min(settings.measureInCells, columns - 2 * margin))
    // Han take two columns, so an odd measure would leave every line one column short.
    if measure > 2 { measure &= ~1 }
    hanging = columns - measure >= 2 ? settings.hanging : .none
    let left = max(0, (columns - measure) / 2)
    leftInCells = hanging == .none ? left : min(left, columns - measure - 2)
    measureInCells = measure
    indentInCells = Self.indentInCells(settings, measureInCells: measure)
    spacesParagraphs = settings.spacesParagraphs
    prohibition = settings.prohibition
    spacesHanAndLatin = settings.spacesHanAndLatin
    padsNarrowMarks = settings.padsNarrowMarks
    squeezesAdjacentMarks = settings.squeezesAdjacentMarks
    fillsGently = settings.fillsGently
    justifies = settings.justifies
    ambiguousWidth = traits.ambiguousWidth
    titleSpaceInRows = rows >= 20 ? 2 : rows >= 10 ? 1 : 0
    symbols = Symbols(traits)
    reading = settings.reading.map { ReadingStyle(notation: $0, on: traits) }
    isVertical = settings.setsVertically
    // Values that horizontal text does not depend on stay the same for it.
    measureInRows = isVertical ? max(2, rows - (rows >= 12 ? 2 : 0)) : 0
    verticalPage = VerticalPage(
      widthInCells: isVertical ? max(2, columns - 2 * margin) : 0, gutterInCells: columns >= 60 ? 2 : 1)
    if isVertical {
      leftInCells = margin
      // The row below the page is free for a stop.
      hanging = rows >= 12 ? settings.hanging : .none
      makeRoomBesideColumns()
    }
  }

  /// In vertical text readings are to the right of their characters, so columns must be further apart; a page that
  /// could not hold two of them has no readings.
  private mutating func makeRoomBesideColumns() {
    guard let room = reading?.mostCells(ambiguous: ambiguousWidth) else { return }
    guard verticalPage.widthInCells >= 2 * (2 + room) + 1 else {
      reading = nil
      return
    }
    verticalPage = VerticalPage(
      widthInCells: verticalPage.widthInCells - room, gutterInCells: max(verticalPage.gutterInCells, room + 1))
  }

  /// The type area of a printed page: all of the columns except for a gutter for hanging punctuation.
  init(printedInColumns columns: Int, settings: Settings, ambiguousWidth: AmbiguousWidth) {
    var settings = settings
    settings.measureInCells = columns
    settings.setsVertically = false
    let traits = TerminalTraits(colorDepth: .none, ambiguousWidth: ambiguousWidth)
    self.init(columns: columns, rows: 1, settings: settings, traits: traits)
    hanging = columns >= 16 ? settings.hanging : .none
    measureInCells = max(2, (hanging == .none ? columns : columns - 2) & ~1)
    indentInCells = Self.indentInCells(settings, measureInCells: measureInCells)
    leftInCells = 0
  }

  /// At most half of a line, and none where lines are short.
  private static func indentInCells(_ settings: Settings, measureInCells: Int) -> Int {
    guard measureInCells >= 16 else { return 0 }
    let indent = min(max(settings.indentInHan, Settings.indents.lowerBound), Settings.indents.upperBound)
    return min(2 * indent, measureInCells / 2 & ~1)
  }

  /// Rows of horizontal text, or columns of vertical text, that a page holds.
  func linesPerPage(rows: Int) -> Int { isVertical ? verticalPage.columnCount : rows }

  func options(measure: Int? = nil) -> LayoutOptions {
    var options = LayoutOptions(measureInCells: max(2, measure ?? measureInCells))
    options.prohibition = prohibition
    options.hanging = hanging
    options.ambiguousWidth = ambiguousWidth
    options.spacesHanAndLatin = spacesHanAndLatin
    options.padsNarrowMarks = padsNarrowMarks
    options.squeezesAdjacentMarks = squeezesAdjacentMarks
    options.fillsGently = fillsGently
    options.justifies = justifies
    return options
  }
}
