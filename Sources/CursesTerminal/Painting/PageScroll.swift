import CNcurses
import ReadingRoom

/// Rows of the last frame that stand higher or lower in the next one.
///
/// A page turned leaves two of its lines on the screen. Curses moves many lines a little way, not so few so far; but a
/// terminal that moves them need not be sent them again, and clears the rest on the way.
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
  init?(from old: Frame, to new: Frame) {
    let height = new.size.rows
    // The last row is the status line's, which does not move along.
    guard height > 3, let top = (0..<height - 1).first(where: { !Self.isSame(old, $0, new, $0) }),
      let bottom = (0..<height - 1).last(where: { !Self.isSame(old, $0, new, $0) }), bottom - top > 1
    else { return nil }
    for step in 1...(bottom - top) {
      for rows in [step, -step] {
        let kept = rows > 0 ? top...(bottom - rows) : (top - rows)...bottom
        guard !Self.isLeftToCurses(rows: kept.count, movedBy: step),
          kept.allSatisfy({ Self.isSame(new, $0, old, $0 + rows, but: Self.mostChanges) })
        else { continue }
        let whole = (top...bottom).reduce(0) { $0 + Self.ink(new, $1, where: { new[$0, $1] != old[$0, $1] }) }
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

  /// Whether curses moves so many rows so far by itself; having moved them before it would make it do so once more,
  /// since it remembers lines by hashes.
  ///
  /// Source: ncurses 6.4, ncurses/tty/hashmap.c, `_nc_hash_map`: which hunks are discarded.
  private static func isLeftToCurses(rows: Int, movedBy step: Int) -> Bool {
    rows >= 3 && rows + min(rows / 8, 2) >= step
  }

  private static func isSame(
    _ frame: Frame, _ row: Int, _ other: Frame, _ otherRow: Int, but mostChanges: Int = 0
  ) -> Bool {
    let columns = frame.size.columns
    var changes = 0
    return frame.cells.withUnsafeBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
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

  /// What scrolls the region, once the region is set; `nil` where the terminal cannot.
  fileprivate func sequence(_ moves: CursorMoves) -> [UInt8]? {
    let count = abs(rows)
    if let whole = Terminfo.expand(rows > 0 ? "indn" : "rin", count) { return whole }
    guard let one = Terminfo.string(rows > 0 ? "ind" : "ri") else { return nil }
    let place = Position(row: rows > 0 ? region.upperBound : region.lowerBound, column: 0)
    return moves.bytes(from: nil, to: place, over: nil, rendition: nil, feedsLines: false)
      + (0..<count).flatMap { _ in one }
  }
}

extension OutputExpansion {
  /// Scrolls rows, unnoticed by curses; those that come in take the background of the rendition.
  ///
  /// - Returns: False where it is not to be had.
  mutating func scroll(_ scroll: PageScroll, rendition: Rendition, to output: inout [UInt8]) -> Bool {
    guard knowsPlace, let moves = terminal.moves, let sequence = scroll.sequence(moves),
      let region = Terminfo.expand("csr", scroll.region.lowerBound, scroll.region.upperBound)
    else { return false }
    output += region
    terminal.take(rendition, isBlank: true, to: &output)
    output += sequence
    // Without parameters it means the whole screen (DEC STD 070, DECSTBM).
    output += [0x1B, UInt8(ascii: "["), UInt8(ascii: "r")]
    // Setting a region puts the cursor home.
    terminal.forgetPlace()
    return true
  }
}
