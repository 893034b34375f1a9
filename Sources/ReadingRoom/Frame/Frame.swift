/// A screenful of cells.
///
/// Invariant: a wide cluster's first column is followed by its empty second column in the same row; writing over
/// either half blanks the other.
public struct Frame: Sendable, Equatable {
  /// Rows and columns; never changes.
  public let size: Size
  /// What every cell contains before anything is drawn: a blank in the theme's background.
  public let fill: Cell
  /// Row by row; `size.rows * size.columns` cells.
  public private(set) var cells: [Cell]
  /// Web addresses that cells link to, by the numbers in the cells. A number is computed from its address, so it means
  /// the same in every frame.
  public private(set) var links: [UInt32: String] = [:]
  /// The window title; `nil` leaves the window's own.
  public var title: String?
  /// Where the cursor is shown; `nil` hides it.
  public var cursor: Position?

  /// Creates a frame in which every cell is the same. Negative sizes count as 0.
  public init(size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    self.fill = cell
    self.cells = Array(repeating: cell, count: max(0, size.rows) * max(0, size.columns))
  }

  /// The cell at a place. Writing outside the frame does nothing; reading there gives a blank.
  public subscript(row: Int, column: Int) -> Cell {
    get {
      guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
      let start = row * size.columns
      if newValue.widthInCells == 2 {
        // A wide cluster that would extend past the edge becomes a blank.
        guard column + 1 < size.columns else {
          self[row, column] = Cell(" ", widthInCells: 1, style: newValue.style)
          return
        }
        freeHalf(start: start, column: column)
        freeHalf(start: start, column: column + 1)
        cells[start + column] = newValue
        cells[start + column + 1] = Cell(
          "", widthInCells: 0, style: newValue.style, isWidthUncertain: newValue.isWidthUncertain, link: newValue.link)
      } else {
        precondition(newValue.widthInCells == 1, "a cell is written with its cluster, one or two columns wide")
        freeHalf(start: start, column: column)
        cells[start + column] = newValue
      }
    }
  }

  /// Gives a different style to what is drawn in some columns of a row.
  public mutating func restyle(row: Int, columns: Range<Int>, as style: TextStyle) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) { cells[row * size.columns + column].style = style }
  }

  /// The number for an address; 0 for an address that is not http(s), or is too long to be sent with every line.
  ///
  /// The chance that two addresses have the same number is one in four thousand million; then the second one is not a
  /// link.
  public mutating func number(ofLink url: String) -> UInt32 {
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.count <= 1_000,
      url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return 0 }
    // FNV-1a, 32 bits.
    let hash = url.utf8.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    guard hash != 0, links[hash] == nil || links[hash] == url else { return 0 }
    links[hash] = url
    return hash
  }

  /// Blanks the other half of a wide cluster that covers this column.
  private mutating func freeHalf(start: Int, column: Int) {
    let old = cells[start + column]
    if old.widthInCells == 2, column + 1 < size.columns {
      cells[start + column + 1] = Cell(" ", widthInCells: 1, style: old.style)
    } else if old.widthInCells == 0, column > 0 {
      cells[start + column - 1] = Cell(" ", widthInCells: 1, style: old.style)
    }
  }
}

extension Frame: CustomStringConvertible {
  /// The frame as lines of text without trailing blanks: the form of golden frames.
  public var description: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += self[row, column].cluster }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
