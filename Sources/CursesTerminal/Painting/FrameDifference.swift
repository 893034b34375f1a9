import ReadingRoom

/// Computes what must be sent to turn one screenful of cells into another.
///
/// It works row by row on runs of cells that differ. Runs are widened to whole clusters, joined where resending the
/// cells between costs less than a movement, and cut where the rendition changes. A cluster whose width terminals
/// disagree on is drawn over blanks; the cursor's position is unknown after it, so an absolute placement follows, and
/// the cells that it may have been drawn over are sent again.
struct FrameDifference {
  let capabilities: Capabilities
  /// The rendition for a style.
  let rendition: (Cell) -> Rendition

  /// From this many blanks at the end of a row on, they are erased: `ESC [ K` has three bytes.
  private static let fewestErasedAtEnd = 4
  /// From this many blanks within a row on, they are erased: erasing and moving past them takes about ten bytes.
  private static let fewestErasedWithin = 12
  /// The most bytes of unchanged text that are resent instead of moved over: a movement takes three or four.
  private static let mostBytesJoined = 4

  /// The pieces of one frame.
  ///
  /// - Parameter old: The cells that the terminal shows; same size as the frame.
  /// - Complexity: O(cells), with further work in proportion to what differs.
  func pieces(from old: [Cell], to new: Frame) -> [OutputPiece] {
    var pieces: [OutputPiece] = []
    var isDirty = [Bool](repeating: false, count: new.size.columns)
    for row in 0..<new.size.rows where mark(&isDirty, old: old, new: new, row: row) {
      join(&isDirty, new, row)
      append(&pieces, new, row, isDirty)
    }
    return pieces
  }

  // MARK: What differs

  /// Marks the cells of a row that must be sent; false if there are none.
  private func mark(_ isDirty: inout [Bool], old: [Cell], new: Frame, row: Int) -> Bool {
    let columns = new.size.columns
    let start = row * columns
    return old.withUnsafeBufferPointer { old in
      new.cells.withUnsafeBufferPointer { new in
        var first = 0
        while first < columns, old[start + first] == new[start + first] { first += 1 }
        guard first < columns else { return false }
        for column in 0..<columns {
          isDirty[column] = column >= first && old[start + column] != new[start + column]
        }
        // Both halves of a wide cluster belong together, in the old cells and in the new ones.
        for cells in [old, new] {
          for column in max(1, first)..<max(1, columns) where cells[start + column].widthInCells == 0 {
            let either = isDirty[column] || isDirty[column - 1]
            isDirty[column] = either
            isDirty[column - 1] = either
          }
        }
        for column in max(0, first - 1)..<columns where isDirty[column] {
          let cell = new[start + column]
          guard cell.isWidthUncertain, cell.widthInCells > 0 else { continue }
          for behind in column..<min(columns, column + Self.reach(of: cell)) { isDirty[behind] = true }
          // A cluster that begins within reach also ends the range where it ends.
          let end = min(columns, column + Self.reach(of: cell))
          if end < columns, new[start + end].widthInCells == 0 { isDirty[end] = true }
        }
        return true
      }
    }
  }

  /// The most columns that a terminal may use for a cluster: each scalar drawn by itself, two columns wide.
  static func reach(of cell: Cell) -> Int { max(Int(cell.widthInCells), 2 * cell.cluster.unicodeScalars.count) }

  /// Marks unchanged cells between runs where resending them is as cheap as moving over them.
  private func join(_ isDirty: inout [Bool], _ new: Frame, _ row: Int) {
    var column = 0
    let columns = new.size.columns
    while column < columns {
      guard isDirty[column] else {
        column += 1
        continue
      }
      var end = column
      while end < columns, isDirty[end] { end += 1 }
      var next = end
      var bytes = 0
      let style = new[row, end - 1].style
      while next < columns, !isDirty[next], bytes <= Self.mostBytesJoined {
        let cell = new[row, next]
        guard cell.style == style, !cell.isWidthUncertain else { break }
        bytes += cell.cluster.utf8.count
        next += 1
      }
      if next < columns, isDirty[next], bytes <= Self.mostBytesJoined {
        for between in end..<next { isDirty[between] = true }
      }
      column = next
    }
  }

  // MARK: Pieces

  private func append(_ pieces: inout [OutputPiece], _ new: Frame, _ row: Int, _ isDirty: [Bool]) {
    let columns = new.size.columns
    let erased = capabilities.eraseToEnd.flatMap { _ in blankTail(new, row, isDirty) }
    let end = erased ?? columns
    var column = 0
    while column < end {
      guard isDirty[column] else {
        column += 1
        continue
      }
      let cell = new[row, column]
      if cell.widthInCells == 0 {
        column += 1
      } else if cell.isWidthUncertain {
        pieces.append(uncertain(cell, row: row, column: column, in: new.size))
        column += Int(cell.widthInCells)
      } else {
        column = appendRun(&pieces, new, row, column, end, isDirty)
      }
    }
    if let erased, let bytes = capabilities.eraseToEnd {
      let place = Position(row: row, column: erased)
      pieces.append(
        OutputPiece(
          kind: .erasure, place: place, end: place, rendition: rendition(new[row, erased]), columns: erased..<columns,
          bytes: bytes))
    }
  }

  /// The column where the blanks begin that can be erased to the end of the row.
  private func blankTail(_ new: Frame, _ row: Int, _ isDirty: [Bool]) -> Int? {
    let columns = new.size.columns
    guard let last = isDirty.lastIndex(of: true) else { return nil }
    let style = rendition(new[row, columns - 1])
    guard canErase(style) else { return nil }
    var start = columns
    while start > 0, new[row, start - 1].cluster == " ",
      new[row, start - 1].style == new[row, columns - 1].style
        || rendition(new[row, start - 1]).hasSameBlanks(as: style)
    {
      start -= 1
    }
    while start <= last, !isDirty[start] { start += 1 }
    guard start <= last, (start...last).count(where: { isDirty[$0] }) >= Self.fewestErasedAtEnd else { return nil }
    return start
  }

  private func canErase(_ rendition: Rendition) -> Bool {
    rendition.hasSameBlanks(as: rendition) && capabilities.fills(with: rendition)
  }

  /// Appends a run of cells that are drawn alike, text or blanks; returns the column after it.
  private func appendRun(
    _ pieces: inout [OutputPiece], _ new: Frame, _ row: Int, _ start: Int, _ end: Int, _ isDirty: [Bool]
  ) -> Int {
    let first = new[row, start]
    let rendition = rendition(first)
    let isBlank = first.cluster == " "
    var bytes: [UInt8] = []
    var column = start
    while column < end, isDirty[column] {
      let cell = new[row, column]
      if cell.widthInCells == 0 {
        column += 1
        continue
      }
      let isInWords = !isBlank && cell.cluster == " " && isText(new, row, column + 1, end, isDirty)
      guard !cell.isWidthUncertain, (cell.cluster == " ") == isBlank || isInWords,
        cell.style == first.style && cell.link == first.link || self.rendition(cell) == rendition
      else { break }
      Self.append(cell.cluster, to: &bytes)
      column += Int(cell.widthInCells)
    }
    let place = Position(row: row, column: start)
    let isErased =
      isBlank && column - start >= Self.fewestErasedWithin && capabilities.erasesCells && canErase(rendition)
    if isErased { bytes = Array("\u{1B}[\(column - start)X".utf8) }
    // At the edge, terminals differ in where the waiting cursor is.
    let after = column < new.size.columns ? Position(row: row, column: column) : nil
    if row == new.size.rows - 1, column == new.size.columns, !isErased { protectLastCell(&bytes, isBlank: isBlank) }
    pieces.append(
      OutputPiece(
        kind: isErased ? .erasure : isBlank ? .blanks : .text, place: place, end: isErased ? place : after,
        rendition: rendition, columns: start..<column, bytes: bytes))
    return column
  }

  /// Whether text continues in a column: a blank before it is sent along with the text.
  private func isText(_ new: Frame, _ row: Int, _ column: Int, _ end: Int, _ isDirty: [Bool]) -> Bool {
    column < end && isDirty[column] && new[row, column].cluster != " "
  }

  /// Where writing the last cell would scroll the screen, wrapping is switched off meanwhile.
  private func protectLastCell(_ bytes: inout [UInt8], isBlank: Bool) {
    guard !capabilities.lastCellIsSafe else { return }
    if let wrapping = capabilities.wrapping {
      bytes = wrapping.off + bytes + wrapping.on
    } else if isBlank {
      bytes.removeLast()
    } else {
      bytes = []
    }
  }

  /// A cluster whose width terminals disagree on: its columns are blanked, it is drawn over them, and the cursor's
  /// position is unknown afterwards. Near the edge it must not wrap.
  private func uncertain(_ cell: Cell, row: Int, column: Int, in size: Size) -> OutputPiece {
    let width = Int(cell.widthInCells)
    var text: [UInt8] = []
    Self.append(cell.cluster, to: &text)
    let blanks = [UInt8](repeating: 0x20, count: width)
    // A cluster without a width of its own would combine with what precedes it: it gets a blank to combine with.
    let standsOnBlank = cell.cluster.unicodeScalars.first?.properties.isGraphemeExtend == true || cell.startsWithJamo
    var bytes = standsOnBlank ? [0x20] + text : blanks + [UInt8](repeating: 0x08, count: width) + text
    if column + Self.reach(of: cell) >= size.columns {
      if let wrapping = capabilities.wrapping {
        // At the last column, the cursor waits there after the blanks: going back takes one step less.
        let isAtEdge = column + width == size.columns
        let back = [UInt8](repeating: 0x08, count: isAtEdge ? width - 1 : width)
        bytes = wrapping.off + (standsOnBlank ? [0x20] + text : blanks + back + text) + wrapping.on
      } else {
        bytes = Array("?".utf8) + blanks.dropFirst()
      }
    }
    return OutputPiece(
      kind: .text, place: Position(row: row, column: column), end: nil, rendition: rendition(cell),
      columns: column..<min(size.columns, column + Self.reach(of: cell)), bytes: bytes)
  }

  /// Appends a cluster's bytes. The room has already sanitized its text; this is the second check.
  private static func append(_ cluster: String, to bytes: inout [UInt8]) {
    if cluster.unicodeScalars.allSatisfy(TerminalText.isPlain) {
      bytes.append(contentsOf: cluster.utf8)
    } else {
      bytes.append(contentsOf: "\u{FFFD}".utf8)
    }
  }
}

extension Cell {
  /// Whether the cluster begins with a medial vowel or final consonant of Hangul, which combine with what precedes
  /// them.
  fileprivate var startsWithJamo: Bool {
    guard let value = cluster.unicodeScalars.first?.value else { return false }
    return 0x1160...0x11FF ~= value || 0xD7B0...0xD7FF ~= value
  }
}
