/// How the room divides the terminal.
struct Screen: Sendable, Hashable {
  let size: Size

  /// On a smaller screen one line says that there is no room.
  static let smallest = Size(rows: 5, columns: 20)

  var isTooSmall: Bool { size.rows < Screen.smallest.rows || size.columns < Screen.smallest.columns }

  /// The last row: hints, notices, the position.
  var statusRow: Int { size.rows - 1 }

  /// Whether a list has a line above it.
  var hasHeader: Bool { size.rows >= 8 }

  /// Everything between header and status line.
  var body: Region {
    let top = hasHeader ? (size.rows >= 24 ? 2 : 1) : 0
    let bottom = size.rows >= 24 ? 2 : 1
    return Region(row: top, column: 0, rows: max(0, size.rows - top - bottom), columns: size.columns)
  }

  /// The article's text takes every row but the last.
  var page: Region {
    Region(row: 0, column: 0, rows: max(0, size.rows - 1), columns: size.columns)
  }

  /// Whether a pane is beside the text rather than over it.
  var hasRoomForPane: Bool { size.columns >= 96 }
  /// Whether text and pane are both useful one above the other.
  var hasRoomForPaneBelow: Bool { size.rows >= 18 }
  /// The rows of a pane below the text, including its border line.
  var paneHeightInRows: Int { page.rows / 2 }
  var paneWidthInCells: Int { min(48, max(32, size.columns / 3)) }

  /// Whether facets are beside the list rather than over it.
  var hasRoomForFacets: Bool { size.columns >= 90 }
  var facetsWidthInCells: Int { min(36, max(26, size.columns / 4)) }
}
