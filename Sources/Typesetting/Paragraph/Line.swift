/// One line of a paragraph.
public struct Line: Sendable, Hashable {
  /// The source text of the line, including white space at its end: the lines' ranges are contiguous and cover the
  /// text.
  public var utf8Range: Range<Int>
  /// Columns before the first cluster.
  public var indentInCells: Int
  /// Columns from the first cluster to the end of the last one shown, excluding the indent and a hanging mark, before
  /// justification.
  public var widthInCells: Int
  /// Columns of the mark that hangs in the gutter; 0 for none.
  public var hangInCells: Int

  /// Whether gaps between Han and Latin, and blanks that marks may share, were closed to let a mark in.
  public var closesGaps: Bool
  /// Whether the paragraph or a forced break ends here: such a line is not justified, and the next one starts a new run
  /// of lines.
  public var endsSegment: Bool

  public init(
    utf8Range: Range<Int>, indentInCells: Int, widthInCells: Int, hangInCells: Int = 0, closesGaps: Bool = false,
    endsSegment: Bool = false
  ) {
    self.utf8Range = utf8Range
    self.indentInCells = indentInCells
    self.widthInCells = widthInCells
    self.hangInCells = hangInCells
    self.closesGaps = closesGaps
    self.endsSegment = endsSegment
  }
}

/// A grapheme cluster with its place in a line.
public struct PositionedCluster: Sendable, Hashable {
  /// Where the cluster is in the source text.
  public var utf8Range: Range<Int>
  /// Column from the left edge of the type area, including the indent.
  public var column: Int
  /// 0, 1 or 2 columns. A cluster of width 0 is not drawn.
  public var widthInCells: Int
  /// Whether terminals disagree on the width (joined, styled and flag emoji, conjuncts): position what follows
  /// explicitly.
  public var isWidthUncertain: Bool

  public init(utf8Range: Range<Int>, column: Int, widthInCells: Int, isWidthUncertain: Bool = false) {
    self.utf8Range = utf8Range
    self.column = column
    self.widthInCells = widthInCells
    self.isWidthUncertain = isWidthUncertain
  }
}
