/// A table set in a measure: a grid whose cells wrap, or where the measure is too narrow for it, one record a row with a
/// line for each `head：value`.
///
/// All is ready to draw: lines of clusters at columns, each with its place in the cell that it comes from.
public struct TableLayout: Sendable {
  public enum Form: Sendable, Hashable {
    case grid
    case records
  }

  public let form: Form
  /// Cells as given; in a grid every row is filled up to the longest one.
  public let rows: [[String]]
  /// Left edge and width of every column of the grid; empty for records.
  public let columns: [TableColumn]
  public let lines: [TableLine]

  let options: TableOptions

  /// Sets a table.
  ///
  /// - Parameters:
  ///   - rows: Texts of cells; rows may differ in length.
  ///   - options: How to set them.
  /// - Complexity: O(n) in the text, times the logarithm of the measure.
  public init(rows: [[String]], options: TableOptions) {
    let columnCount = rows.map(\.count).max() ?? 0
    var options = options
    options.headerRowCount = max(0, min(options.headerRowCount, rows.count))
    self.options = options
    // Rows are filled up only where their columns can fit at all: n rows under a row of n cells would make n times n.
    let filled =
      TableColumns.mayFit(columnCount, options)
      ? rows.map { $0 + [String](repeating: "", count: columnCount - $0.count) } : nil
    self.rows = filled ?? rows
    if let filled, let columns = TableColumns(rows: filled, options: options).fitted() {
      form = .grid
      self.columns = columns
      lines = TableGrid(rows: filled, columns: columns, options: options).lines()
    } else {
      form = .records
      columns = []
      lines = TableRecords(rows: rows, options: options).lines()
    }
  }
}

/// How a table is set.
public struct TableOptions: Sendable, Hashable {
  /// Columns that the table may take.
  public var measureInCells: Int
  /// Rows at the top that hold heads; they stand apart from the others.
  public var headerRowCount = 1
  public var prohibition: ProhibitionLevel = .gb
  public var ambiguousWidth: AmbiguousWidth = .narrow
  public var spacesHanAndLatin = false
  /// `-`, `|` and `+` in place of box drawing characters, whose width is ambiguous.
  public var usesASCIIRules = false
  /// Columns of nothing but numbers end flush.
  public var alignsNumbersRight = true

  public init(measureInCells: Int) {
    self.measureInCells = measureInCells
  }

  /// Box drawing characters are East Asian Ambiguous: where they take two cells they cannot draw a rule.
  var drawsASCII: Bool { usesASCIIRules || ambiguousWidth == .wide }

  func cellOptions(measureInCells: Int) -> LayoutOptions {
    var options = LayoutOptions(measureInCells: measureInCells)
    options.prohibition = prohibition
    options.ambiguousWidth = ambiguousWidth
    options.spacesHanAndLatin = spacesHanAndLatin
    options.keepsEvenTypeArea = false
    options.avoidsShortLastLine = false
    return options
  }
}

/// A column of a grid.
public struct TableColumn: Sendable, Hashable {
  /// Left edge, in columns of the terminal from the table's left edge.
  public var column: Int
  public var widthInCells: Int
  public var isFlushRight: Bool
}

/// One line of a table as it is drawn.
public struct TableLine: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case header
    case body
    /// A horizontal line between rows.
    case rule
  }

  public var kind: Kind
  /// In order of their columns; none overlap.
  public var clusters: [TableCluster]

  /// The line as a string, no blank at its end.
  public var displayText: String {
    var text = ""
    var column = 0
    for cluster in clusters {
      text += String(repeating: " ", count: max(0, cluster.column - column)) + cluster.text
      column = cluster.column + cluster.widthInCells
    }
    return text
  }
}

/// A cluster of a cell, or of a rule or separator between cells.
public struct TableCluster: Sendable, Hashable {
  public var text: String
  /// From the table's left edge.
  public var column: Int
  public var widthInCells: Int
  /// Where it comes from; `nil` for rules and separators, which are never copied.
  public var source: TableSource?
}

/// A place in a table's text.
public struct TableSource: Sendable, Hashable {
  public var rowIndex: Int
  public var columnIndex: Int
  /// Into the cell's text.
  public var utf8Range: Range<Int>
}
