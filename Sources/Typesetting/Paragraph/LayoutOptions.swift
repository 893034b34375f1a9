/// Which marks may not start or end a line (CLREQ, "Prohibition Rules for Line Start and Line End").
public enum ProhibitionLevel: String, Sendable, Hashable, CaseIterable {
  /// No prohibition beyond UAX #14 between Latin words.
  case none
  /// Stops, closing brackets, connectors and solidi never start a line; opening brackets never end one.
  case basic
  /// `basic`, and solidi never end a line (GB/T 15834).
  case gb
  /// `gb`, and dashes and ellipses never start a line.
  case strict
}

/// Which marks may stand in the right gutter when a line is full (CLREQ, hanging punctuation).
public enum HangingPunctuation: String, Sendable, Hashable, CaseIterable {
  case none
  /// 、，。
  case core
  /// Every stop.
  case stops
}

/// Columns that a terminal gives to East Asian Ambiguous characters (UAX #11).
public enum AmbiguousWidth: Int, Sendable, Hashable, CaseIterable {
  case narrow = 1
  case wide = 2
}

/// How a paragraph is set. Lengths are in cells.
public struct LayoutOptions: Sendable, Hashable {
  /// Columns of the type area, indents within, the hanging gutter without; at least 2.
  public var measureInCells: Int
  public var firstLineIndentInCells: Int = 0
  /// Indent of every line but the first.
  public var restIndentInCells: Int = 0
  public var prohibition: ProhibitionLevel = .gb
  /// Anything but `none` needs two columns free to the right of the measure.
  public var hanging: HangingPunctuation = .none
  public var ambiguousWidth: AmbiguousWidth = .narrow
  /// One blank column between Han and Latin letters or digits; display only.
  public var spacesHanAndLatin = false
  /// Fills lines to the measure; the last line stays ragged.
  public var justifies = false
  /// Keeps a last line from holding a single Han.
  public var avoidsSingleHanLastLine = true
  /// Makes lines of a title about equally long.
  public var balancesLines = false

  public init(measureInCells: Int) {
    self.measureInCells = measureInCells
  }
}
