/// The bar over the selected row of a list.
///
/// Moving the bar repaints two rows, some 300 bytes on a slow line, whereas the marker at the start of the row repaints
/// two cells. So the marker moves with every key, and the bar follows when the reader pauses.
struct SelectionBar: Sendable, Hashable {
  /// The row that has the bar.
  var row = 0
  /// The list and its first row on the screen, where the bar was drawn: when these change, everything is repainted
  /// anyway.
  private var generation = -1
  private var top = 0

  /// How long a pause is before the bar follows. A held key repeats some 30 times a second.
  static let restInMilliseconds = 160

  /// - Returns: Whether the bar is not on the selected row.
  mutating func settle(selected: Int, top: Int, generation: Int) -> Bool {
    if top != self.top || generation != self.generation {
      self.top = top
      self.generation = generation
      row = selected
    }
    return row != selected
  }
}

extension Canvas {
  /// Draws the bar over the contents of a row.
  mutating func bar(row: Int, column: Int, end: Int) {
    frame.restyle(row: row, columns: column..<max(column, end), as: palette[.selection])
  }
}
