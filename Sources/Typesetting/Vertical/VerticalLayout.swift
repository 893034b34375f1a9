/// A paragraph set vertically (直排): columns from right to left, every cluster in a row of two cells.
///
/// Display only: every cluster keeps its place in the source, and search and copying use the stored text.
public struct VerticalLayout: Sendable {
  /// In reading order: the first one is rightmost. At least one.
  public let columns: [VerticalColumn]

  /// Breaks a paragraph into columns.
  ///
  /// - Parameters:
  ///   - text: One paragraph; `\n` forces a column.
  ///   - options: How to set it.
  /// - Complexity: O(n).
  public init(_ text: String, options: VerticalOptions) {
    columns = text.withUTF8Text { VerticalComposer(text: $0, options: options).columns() }
  }

  /// The column that holds a source offset; the last one for an offset at or past the end.
  public func columnIndex(containing utf8Offset: Int) -> Int {
    columns.lastIndex { $0.utf8Range.lowerBound <= utf8Offset } ?? 0
  }

  /// The source offset of the cluster in a row of a column, or of the nearest one above.
  public func utf8Offset(columnIndex: Int, row: Int) -> Int {
    let column = columns[columnIndex]
    return (column.clusters.last { $0.row <= row } ?? column.clusters.first)?.utf8Range.lowerBound
      ?? column.utf8Range.lowerBound
  }
}

/// How a paragraph is laid out vertically. Lengths are in rows.
public struct VerticalOptions: Sendable, Hashable {
  /// Rows of a column, excluding the row of a hanging stop; at least 1.
  public var measureInRows: Int
  /// Blank rows above the first column: two Han.
  public var firstColumnIndentInRows = 2
  /// Indents the first column after a forced break like the paragraph's own.
  public var indentsSegments = false
  /// Keeps a last column from holding a single Han or emoji, or nothing but marks.
  public var avoidsShortLastColumn = true
  /// Which marks may not begin or end a column.
  public var prohibition: ProhibitionLevel = .gb
  /// Anything but `none` needs one free row below the measure.
  public var hanging: HangingPunctuation = .none
  /// What the terminal gives ambiguous characters.
  public var ambiguousWidth: AmbiguousWidth = .narrow

  /// Options with the defaults above for a measure in rows.
  public init(measureInRows: Int) {
    self.measureInRows = measureInRows
  }
}

/// One column of a vertical paragraph.
public struct VerticalColumn: Sendable, Hashable {
  /// The source text of the column: ranges are contiguous and cover the text.
  public var utf8Range: Range<Int>
  /// From the top; rows ascend, and a gap is an indent or a blank.
  public var clusters: [VerticalCluster]
}

/// What is in one row of a column.
public struct VerticalCluster: Sendable, Hashable {
  /// Where it is in the source; two digits that share a row are one range.
  public var utf8Range: Range<Int>
  /// What to show: a presentation form, a full-width letter, or the cluster itself.
  public var text: String
  /// The row from the top of the column, 0 for the first; the measure itself for a stop that hangs.
  public var row: Int
  /// 1 or 2; a narrow one is at the left of the two cells.
  public var widthInCells: Int
}

/// Where columns are on a page.
public struct VerticalPage: Sendable, Hashable {
  /// Columns of the terminal that the page may take.
  public var widthInCells: Int
  /// Blank columns of the terminal between two columns of text.
  public var gutterInCells: Int

  public init(widthInCells: Int, gutterInCells: Int = 1) {
    self.widthInCells = widthInCells
    self.gutterInCells = gutterInCells
  }

  /// How many columns of text fit; at least one.
  public var columnCount: Int {
    max(1, (widthInCells + gutterInCells) / (2 + gutterInCells))
  }

  /// The left edge of a column, counted from 0 at the right.
  public func leftEdge(ofColumn index: Int) -> Int {
    max(0, widthInCells - 2 - index * (2 + gutterInCells))
  }
}
