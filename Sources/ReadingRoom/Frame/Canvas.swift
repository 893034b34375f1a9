import Typesetting

/// A frame that is being drawn, with the theme and widths to draw with.
struct Canvas {
  var frame: Frame
  let palette: Palette
  let ambiguous: AmbiguousWidth
  let symbols: Symbols

  init(size: Size, palette: Palette, traits: TerminalTraits) {
    self.palette = palette
    ambiguous = traits.ambiguousWidth
    symbols = Symbols(traits)
    frame = Frame(size: size, filledWith: Cell(" ", widthInCells: 1, style: palette[.text]))
  }

  /// Writes prepared text; anything that does not fit before `end` is replaced by an ellipsis.
  ///
  /// - Parameters:
  ///   - end: The column after the last one that may be written.
  ///   - url: The address that the text links to.
  /// - Returns: The column after the text.
  @discardableResult
  mutating func write(
    _ text: CellText, row: Int, column: Int, end: Int, style: TextStyle, url: String? = nil
  ) -> Int {
    let room = min(end, frame.size.columns) - column
    guard row >= 0, row < frame.size.rows, room > 0 else { return column }
    let shown = text.widthInCells <= room ? text : text.clipped(toCells: room, ambiguous: ambiguous)
    var column = column
    let link = url.map { frame.number(ofLink: $0) } ?? 0
    for glyph in shown.glyphs {
      frame[row, column] = Cell(
        glyph.cluster, widthInCells: glyph.widthInCells, style: style, isWidthUncertain: glyph.isWidthUncertain,
        link: link)
      column += Int(glyph.widthInCells)
    }
    return column
  }

  @discardableResult
  mutating func write(_ text: String, row: Int, column: Int, end: Int, role: Role) -> Int {
    write(CellText(text, ambiguous: ambiguous), row: row, column: column, end: end, style: palette[role])
  }

  /// Writes text that ends at a column.
  ///
  /// - Returns: The column where it starts.
  @discardableResult
  mutating func write(_ text: String, row: Int, from start: Int, endingAt end: Int, role: Role) -> Int {
    let text = CellText(text, ambiguous: ambiguous).clipped(toCells: end - start, ambiguous: ambiguous)
    write(text, row: row, column: end - text.widthInCells, end: end, style: palette[role])
    return end - text.widthInCells
  }

  /// Blanks a region in the style of running text.
  mutating func clear(_ region: Region) {
    for row in max(0, region.row)..<max(0, region.row, min(region.endRow, frame.size.rows)) {
      for column in max(0, region.column)..<max(0, region.column, min(region.endColumn, frame.size.columns)) {
        frame[row, column] = frame.fill
      }
    }
  }

  /// A thin line along a row.
  mutating func rule(row: Int, column: Int, end: Int, role: Role = .rule) {
    let line = CellText(symbols.horizontal, ambiguous: ambiguous)
    var column = column
    while column + line.widthInCells <= end {
      column = write(line, row: row, column: column, end: end, style: palette[role])
    }
  }

  /// A thin line down a column.
  mutating func verticalRule(column: Int, row: Int, endRow: Int) {
    for row in row..<max(row, endRow) {
      write(symbols.vertical, row: row, column: column, end: column + 1, role: .rule)
    }
  }
}

/// The symbols that the room draws, with ASCII substitutes.
struct Symbols: Sendable, Hashable {
  var marker: String
  var star: String
  var unread: String
  var horizontal: String
  var vertical: String
  /// Beside quotes.
  var bar: String
  /// Part of a bar that grows with a count.
  var block: String
  var bullet: String
  var dot: String
  var done: String
  var ahead: String
  /// Whether the terminal can show box drawing characters, one column each.
  var drawsBoxes: Bool

  init(_ traits: TerminalTraits) {
    // Lines with two-column pieces would break every border, so a terminal that draws ambiguous characters wide gets
    // ASCII.
    let isNarrow = traits.ambiguousWidth == .narrow
    drawsBoxes = isNarrow && traits.drawsSymbols
    if traits.drawsSymbols {
      marker = isNarrow ? "▌" : ">"
      star = "★"
      unread = "•"
      horizontal = isNarrow ? "─" : "-"
      vertical = isNarrow ? "│" : "|"
      bar = isNarrow ? "▎" : "|"
      block = isNarrow ? "▇" : "#"
      bullet = "•"
      dot = "·"
      done = isNarrow ? "━" : "="
      ahead = isNarrow ? "─" : "-"
    } else {
      marker = ">"
      star = "*"
      unread = "."
      horizontal = "-"
      vertical = "|"
      bar = "|"
      block = "#"
      bullet = "-"
      dot = "-"
      done = "="
      ahead = "-"
    }
  }
}
