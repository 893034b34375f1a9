import CNcurses
import ReadingRoom

/// What stands in the last columns of the last row.
///
/// A terminal that wraps could scroll when its last cell is written. Curses switches wrapping off for it where terminfo
/// says how; elsewhere (screen, tmux) it writes one column before and pushes the cell on by an insertion, which splits
/// wide characters there. Terminals of that kind wrap only when the next character comes (`xenl`), so the cell can be
/// written plainly. Curses resorts to the insertion also after a wide character that ends just before the last cell,
/// hence three columns, and a fourth so that the cells which change hands between curses and us always differ: a
/// wide character keeps it whole.
struct Corner: Equatable {
  static let columns = 4
  /// The clusters that cover these columns, the first one's column first.
  var cells: [Cell]
  var startColumn: Int

  init(of frame: Frame) {
    let row = frame.size.rows - 1
    startColumn = max(0, frame.size.columns - Self.columns)
    if frame[row, startColumn].widthInCells == 0 { startColumn += 1 }
    cells = (startColumn..<frame.size.columns).map { frame[row, $0] }.filter { $0.widthInCells > 0 }
  }

  /// Whether curses would use an insertion on its terminal, and writing is harmless.
  static var isLostByCurses: Bool {
    let switches = yuelan_terminfo_string("rmam") != nil && yuelan_terminfo_string("smam") != nil
    return !switches && yuelan_terminfo_flag("am") && yuelan_terminfo_flag("xenl")
  }
}

extension Frame {
  /// The frame with nothing in the corner, as curses shall see it.
  func blanking(_ corner: Corner) -> Frame {
    var frame = self
    for column in corner.startColumn..<size.columns { frame[size.rows - 1, column] = .blank }
    return frame
  }
}
