/// The bar over the selected row of a list.
///
/// A bar that moves repaints two rows, some 300 bytes on a slow line, where the marker at the row's head repaints two
/// cells. So the marker moves with every key, and the bar follows when the reader rests.
struct SelectionBar: Sendable, Hashable {
  /// The row that has the bar.
  var row = 0
  /// The list and its first row on the screen, where the bar was put: when they change, everything is repainted anyway.
  private var generation = -1
  private var top = 0

  /// How long a reader rests before the bar follows. A held key repeats some 30 times a second.
  static let restInMilliseconds = 160

  /// - Returns: Whether the bar is elsewhere than on the selected row.
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
  /// Lays the bar over what is drawn on a row.
  mutating func bar(row: Int, column: Int, end: Int) {
    frame.restyle(row: row, columns: column..<max(column, end), as: palette[.selection])
  }
}
