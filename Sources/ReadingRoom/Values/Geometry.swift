/// Rows and columns of a terminal, in cells.
public struct Size: Sendable, Hashable {
  /// At least 0.
  public var rows: Int
  /// At least 0.
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A place in a frame: row and column from 0, top left.
public struct Position: Sendable, Hashable {
  /// From 0 at the top.
  public var row: Int
  /// From 0 at the left.
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of the screen.
struct Region: Sendable, Hashable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int

  var endRow: Int { row + rows }
  var endColumn: Int { column + columns }
  var isEmpty: Bool { rows <= 0 || columns <= 0 }

  func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
  }

  /// The region without this many cells at its edges; never negative.
  func inset(top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0) -> Region {
    Region(
      row: row + top, column: column + left, rows: max(0, rows - top - bottom),
      columns: max(0, columns - left - right))
  }
}
