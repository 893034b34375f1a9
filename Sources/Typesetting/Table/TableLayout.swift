/// A table laid out in a measure: a grid whose cells wrap or, if the measure is too narrow for it, one record for each
/// row with a line for each `head：value`.
///
/// Everything is ready to draw: lines of clusters at columns, each with its place in the cell that it comes from.
public struct TableLayout: Sendable {
  /// How the table is drawn.
  public enum Form: Sendable, Hashable {
    /// Rows and columns, cells wrapped.
    case grid
    /// One `head：value` line for each cell, a record for each row: for a measure too narrow for the columns.
    case records
  }

  /// How the table is drawn; decided by the measure.
  public let form: Form
  /// Cells as given; in a grid every row is filled up to the longest one.
  public let rows: [[String]]
  /// Left edge and width of every column of the grid; empty for records.
  public let columns: [TableColumn]
  /// What to draw, from the top; empty for a table without cells.
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
    // Rows are filled up only if their columns can fit at all: n rows below a row of n cells would make n × n cells.
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

/// How a table is laid out.
public struct TableOptions: Sendable, Hashable {
  /// Columns that the table may take.
  public var measureInCells: Int
  /// Rows at the top that hold heads; a rule separates them from the others.
  public var headerRowCount = 1
  /// Which marks may not begin or end a line within a cell.
  public var prohibition: ProhibitionLevel = .gb
  /// The width that the terminal gives ambiguous characters; if it is two cells, rules are drawn in ASCII.
  public var ambiguousWidth: AmbiguousWidth = .narrow
  /// One blank column between Han and Latin letters or digits within cells.
  public var spacesHanAndLatin = false
  /// `-`, `|` and `+` instead of box drawing characters, whose width is ambiguous.
  public var usesASCIIRules = false
  /// Columns of nothing but numbers end flush.
  public var alignsNumbersRight = true

  /// Options with the defaults above for a measure in columns.
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
  /// Columns of the terminal, without the separators beside them.
  public var widthInCells: Int
  /// Whether its cells end at the right edge: a column of numbers.
  public var isFlushRight: Bool
}

/// One line of a table as it is drawn.
public struct TableLine: Sendable, Hashable {
  /// What a line belongs to.
  public enum Kind: Sendable, Hashable {
    /// A line of a head row.
    case header
    /// A line of any other row.
    case body
    /// A horizontal line between rows.
    case rule
  }

  /// What the line belongs to.
  public var kind: Kind
  /// In order of their columns; none overlap.
  public var clusters: [TableCluster]

  /// The line as a string, without blanks at its end.
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
  /// What to draw: the cluster as in the cell, or a rule's character.
  public var text: String
  /// From the table's left edge.
  public var column: Int
  /// 1 or 2 columns.
  public var widthInCells: Int
  /// The place that it comes from; `nil` for rules and separators, which are never copied.
  public var source: TableSource?
}

/// A place in a table's text.
public struct TableSource: Sendable, Hashable {
  /// The row, from 0, counting head rows.
  public var rowIndex: Int
  /// The cell in its row, from 0.
  public var columnIndex: Int
  /// Into the cell's text.
  public var utf8Range: Range<Int>
}
