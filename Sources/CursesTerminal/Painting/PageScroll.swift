import ReadingRoom

/// Rows of the last frame that stand higher or lower in the next one.
///
/// A page turned leaves two of its lines on the screen, a step in a list all but one. A terminal that moves them need
/// not be sent them again, and clears the rest on the way.
struct PageScroll: Equatable {
  /// The rows that scroll, the others stay.
  var region: ClosedRange<Int>
  /// How far: up when positive.
  var rows: Int

  /// Bytes of text that must be spared at least; setting and resetting a region takes about as many.
  private static let leastGain = 24
  /// Cells in which a row may differ and still be the same row: those of the selection's mark, which stays.
  private static let mostChanges = 4

  /// `nil` when nothing is to be gained.
  init?(from old: [Cell], to new: Frame) {
    let height = new.size.rows
    let columns = new.size.columns
    // The last row is the status line's, which does not move along.
    guard height > 3, let top = (0..<height - 1).first(where: { !Self.isSame(new, $0, old, $0) }),
      let bottom = (0..<height - 1).last(where: { !Self.isSame(new, $0, old, $0) }), bottom - top > 1
    else { return nil }
    for step in 1...(bottom - top) {
      for rows in [step, -step] {
        let kept = rows > 0 ? top...(bottom - rows) : (top - rows)...bottom
        guard kept.allSatisfy({ Self.isSame(new, $0, old, $0 + rows, but: Self.mostChanges) }) else { continue }
        let whole = (top...bottom).reduce(0) {
          $0 + Self.ink(new, $1, where: { new[$0, $1] != old[$0 * columns + $1] })
        }
        let rest = (top...bottom).reduce(0) {
          $0 + (kept.contains($1) ? 0 : Self.ink(new, $1, where: { _, _ in true }))
        }
        guard whole - rest >= Self.leastGain else { continue }
        region = top...bottom
        self.rows = rows
        return
      }
    }
    return nil
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

  /// Bytes of the text in a row, blanks aside, in cells that are counted.
  private static func ink(_ frame: Frame, _ row: Int, where isCounted: (Int, Int) -> Bool) -> Int {
    (0..<frame.size.columns).reduce(0) { sum, column in
      let cluster = frame[row, column].cluster
      return cluster == " " || !isCounted(row, column) ? sum : sum + cluster.utf8.count
    }
  }

  /// What scrolls the region and makes the whole screen one again; `nil` where the terminal cannot. Setting a region puts
  /// the cursor home (DEC STD 070, DECSTBM).
  func sequence(in size: Size, _ moves: CursorMoves) -> [UInt8]? {
    guard let set = Terminfo.string("csr", region.lowerBound, region.upperBound),
      let reset = Terminfo.string("csr", 0, size.rows - 1)
    else { return nil }
    let count = abs(rows)
    if let whole = Terminfo.string(rows > 0 ? "indn" : "rin", count) { return set + whole + Self.short(reset) }
    guard let one = Terminfo.string(rows > 0 ? "ind" : "ri") else { return nil }
    let place = Position(row: rows > 0 ? region.upperBound : region.lowerBound, column: 0)
    return set + moves.bytes(from: nil, to: place, over: nil, rendition: nil)
      + (0..<count).flatMap { _ in one } + Self.short(reset)
  }

  /// Without parameters it means the whole screen.
  private static func short(_ reset: [UInt8]) -> [UInt8] {
    reset.starts(with: [0x1B, UInt8(ascii: "[")]) ? [0x1B, UInt8(ascii: "["), UInt8(ascii: "r")] : reset
  }

  /// The cells as they stand after scrolling.
  ///
  /// - Parameter incoming: What rows that come in are filled with.
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
