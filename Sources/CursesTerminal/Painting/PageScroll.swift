import ReadingRoom

/// Finds rows of the last frame that appear higher or lower in the next one.
///
/// Turning a page keeps two of its lines on the screen, a step in a list all lines but one. If the terminal scrolls
/// them, they need not be sent again, and the rest is cleared at the same time.
struct PageScroll: Equatable {
  /// The rows that scroll; the others stay.
  var region: ClosedRange<Int>
  /// By how many rows; positive scrolls up.
  var rows: Int

  /// The fewest bytes of text that scrolling must save; setting and resetting a region takes about as many.
  private static let leastGain = 24
  /// The number of cells in which a row may differ and still count as the same row: the selection's mark does not
  /// scroll.
  private static let mostChanges = 4

  /// The step that saves most; `nil` when none saves enough.
  ///
  /// Rows that do not scroll along are drawn again: the last page has another last line, a list's row another count.
  init?(from old: [Cell], to new: Frame) {
    let height = new.size.rows
    let columns = new.size.columns
    // The last row is the status line, which does not scroll.
    guard height > 3, let top = (0..<height - 1).first(where: { !Self.isSame(new, $0, old, $0) }),
      let bottom = (0..<height - 1).last(where: { !Self.isSame(new, $0, old, $0) }), bottom - top > 1
    else { return nil }
    let textBytes = (0...bottom).map { $0 < top ? 0 : Self.textBytes(new, $0, where: { _, _ in true }) }
    let whole = (top...bottom).reduce(0) {
      $0 + Self.textBytes(new, $1, where: { new[$0, $1] != old[$0 * columns + $1] })
    }
    var best: (gain: Int, rows: Int)?
    for step in 1...(bottom - top) {
      for rows in [step, -step] {
        let least = best.map { $0.gain + 1 } ?? Self.leastGain
        var gain = whole
        for row in top...bottom where textBytes[row] > 0 && gain >= least {
          let from = row + rows
          let isKept = top <= from && from <= bottom && Self.isSame(new, row, old, from, but: Self.mostChanges)
          if !isKept { gain -= textBytes[row] }
        }
        if gain >= least { best = (gain, rows) }
      }
    }
    guard let best else { return nil }
    region = top...bottom
    rows = best.rows
  }

  private static func isSame(
    _ frame: Frame, _ row: Int, _ others: [Cell], _ otherRow: Int, but mostChanges: Int = 0
  ) -> Bool {
    let columns = frame.size.columns
    var changes = 0
    return frame.cells.withUnsafeBufferPointer { cells in
      others.withUnsafeBufferPointer { others in
        for column in 0..<columns where cells[row * columns + column] != others[otherRow * columns + column] {
          changes += 1
          if changes > mostChanges { return false }
        }
        return true
      }
    }
  }

  /// The bytes of a row's text in the counted cells, without blanks.
  private static func textBytes(_ frame: Frame, _ row: Int, where isCounted: (Int, Int) -> Bool) -> Int {
    (0..<frame.size.columns).reduce(0) { sum, column in
      let cluster = frame[row, column].cluster
      return cluster == " " || !isCounted(row, column) ? sum : sum + cluster.utf8.count
    }
  }

  /// The bytes that scroll the region and reset it to the whole screen, and the cursor's position afterwards; `nil`
  /// where the terminal cannot.
  func sequence(in size: Size, _ moves: CursorMoves) -> (bytes: [UInt8], end: Position?)? {
    guard let set = Terminfo.string("csr", region.lowerBound, region.upperBound),
      let reset = Terminfo.string("csr", 0, size.rows - 1)
    else { return sequenceOfLines(moves) }
    let count = abs(rows)
    // Setting a region moves the cursor to the top left (DEC STD 070, DECSTBM).
    let home = Position(row: 0, column: 0)
    if let whole = Terminfo.string(rows > 0 ? "indn" : "rin", count) { return (set + whole + Self.short(reset), home) }
    guard let one = Terminfo.string(rows > 0 ? "ind" : "ri") else { return nil }
    let place = Position(row: rows > 0 ? region.upperBound : region.lowerBound, column: 0)
    let bytes =
      set + moves.bytes(from: nil, to: place, over: nil, rendition: nil) + (0..<count).flatMap { _ in one }
      + Self.short(reset)
    return (bytes, home)
  }

  /// For terminals without regions: deletes lines at one end and inserts as many at the other.
  private func sequenceOfLines(_ moves: CursorMoves) -> (bytes: [UInt8], end: Position?)? {
    let count = abs(rows)
    guard let delete = Terminfo.string("dl", count), let insert = Terminfo.string("il", count) else { return nil }
    let first = Position(row: region.lowerBound, column: 0)
    let last = Position(row: region.upperBound + 1 - count, column: 0)
    func at(_ place: Position, _ bytes: [UInt8]) -> [UInt8] {
      moves.bytes(from: nil, to: place, over: nil, rendition: nil) + bytes
    }
    let bytes = at(rows > 0 ? first : last, delete) + at(rows > 0 ? last : first, insert)
    return (bytes, nil)
  }

  /// Without parameters, it means the whole screen.
  private static func short(_ reset: [UInt8]) -> [UInt8] {
    reset.starts(with: [0x1B, UInt8(ascii: "[")]) ? [0x1B, UInt8(ascii: "["), UInt8(ascii: "r")] : reset
  }

  /// The cells after scrolling.
  ///
  /// - Parameter incoming: What fills the rows that scroll in.
  func moved(_ cells: [Cell], columns: Int, incoming: Cell) -> [Cell] {
    var moved = cells
    for row in region {
      let from = row + rows
      let range = row * columns..<(row + 1) * columns
      if region.contains(from) {
        moved.replaceSubrange(range, with: cells[from * columns..<(from + 1) * columns])
      } else {
        for index in range { moved[index] = incoming }
      }
    }
    return moved
  }
}
