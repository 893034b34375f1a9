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

/// Which marks may appear in the right gutter when a line is full (CLREQ, hanging punctuation).
public enum HangingPunctuation: String, Sendable, Hashable, CaseIterable {
  /// Marks stay within the measure.
  case none
  /// 、，。
  case core
  /// Every stop.
  case stops
}

/// Columns that a terminal gives to East Asian Ambiguous characters (UAX #11).
public enum AmbiguousWidth: Int, Sendable, Hashable, CaseIterable {
  /// One column, as in most Western setups.
  case narrow = 1
  /// Two columns, as in legacy East Asian setups.
  case wide = 2
}

/// How a paragraph is laid out. Lengths are in cells.
public struct LayoutOptions: Sendable, Hashable {
  /// Columns of the type area, including indents and excluding the hanging gutter; less than 2 counts as 2.
  public var measureInCells: Int
  /// Blank columns before the first line; 4 for two Han. Reduced where fewer than two columns would remain.
  public var firstLineIndentInCells: Int = 0
  /// Indent of every line but the first.
  public var restIndentInCells: Int = 0
  /// Which marks may not begin or end a line.
  public var prohibition: ProhibitionLevel = .gb
  /// A stop that finds no room hangs in the gutter to the right of the measure. Anything but `none` needs two free
  /// columns there; `none` is right for traditional Chinese set horizontally (CLREQ).
  public var hanging: HangingPunctuation = .none
  /// The width that the terminal gives “ ” — … and other ambiguous characters; ask it (`yuelan doctor --widths`) rather
  /// than guess.
  public var ambiguousWidth: AmbiguousWidth = .narrow
  /// One blank column between Han and Latin letters or digits; display only.
  public var spacesHanAndLatin = false
  /// Sets “ ” ‘ ’ beside Han, and a single — or …, in two columns where the terminal gives them one; display only.
  public var padsNarrowMarks = false
  /// A narrow opening mark beside another mark always shares its blank; otherwise only in a line that needs the room.
  public var squeezesAdjacentMarks = false
  /// A line that is short by one or two columns gains them between Han and Latin or at blanks, at most one at each
  /// place; a line that is short by a single column and has no such place gains it beside a mark.
  public var fillsGently = false
  /// Indents the first line after a forced break like the paragraph's own.
  public var indentsSegments = false
  /// Fills lines to the measure by widening first the spaces between words, then the gaps between Han and Latin. The
  /// last line, and lines that would need more than two columns a space, stay ragged.
  public var justifies = false
  /// Avoids a last line of a single Han or emoji, or of nothing but marks.
  public var avoidsShortLastLine = true
  /// Breaks a title after marks and between words, into lines of about equal length.
  public var balancesLines = false
  /// Omits white space at the start of the paragraph and after forced breaks (U+3000 in dumps), which
  /// `firstLineIndentInCells` replaces. Turn it off for preformatted text.
  public var stripsPadding = true
  /// Leaves the last column of an odd measure blank, so that Han keep to a grid of two columns.
  public var keepsEvenTypeArea = true

  /// Options with the defaults above for a measure.
  ///
  /// - Parameter measureInCells: Columns, at least 2.
  public init(measureInCells: Int) {
    self.measureInCells = measureInCells
  }
}
