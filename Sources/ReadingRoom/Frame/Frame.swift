/// Rows and columns of a terminal, in cells.
public struct Size: Sendable, Hashable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A place in a frame: row and column from 0, top left.
public struct Position: Sendable, Hashable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A screenful of cells.
///
/// Invariant: a wide cluster's first column is followed by its empty second column in the same row; writing over
/// either half blanks the other.
public struct Frame: Sendable, Equatable {
  public let size: Size
  /// What every cell holds before anything is drawn: a blank in the theme's own background.
  public let fill: Cell
  /// Row by row; `size.rows * size.columns` cells.
  public private(set) var cells: [Cell]
  /// Where the cursor shows; `nil` hides it.
  public var cursor: Position?

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
        // A wide cluster that would stick out over the edge is a blank.
        guard column + 1 < size.columns else {
          self[row, column] = Cell(" ", widthInCells: 1, style: newValue.style)
          return
        }
        freeHalf(start: start, column: column)
        freeHalf(start: start, column: column + 1)
        cells[start + column] = newValue
        cells[start + column + 1] = Cell(
          "", widthInCells: 0, style: newValue.style, isWidthUncertain: newValue.isWidthUncertain)
      } else {
        precondition(newValue.widthInCells == 1, "a cell is written with its cluster, one or two columns wide")
        freeHalf(start: start, column: column)
        cells[start + column] = newValue
      }
    }
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
  /// The frame as lines of text, trailing blanks cut: the form of golden frames.
  public var description: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns { line += self[row, column].cluster }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
