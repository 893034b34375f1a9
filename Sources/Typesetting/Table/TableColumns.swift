/// The widths of a grid's columns, by their content.
struct TableColumns {
  let rows: [[String]]
  let options: TableOptions

  /// A blank, a vertical line, a blank.
  static let separatorWidth = 3
  /// At least two Han, and whole words up to this many cells.
  private static let narrowest = 4
  private static let longestWholeWord = 16

  /// Whether this many columns fit the measure if each has one cell.
  static func mayFit(_ columnCount: Int, _ options: TableOptions) -> Bool {
    columnCount <= max(1, (options.measureInCells + separatorWidth) / (separatorWidth + 1))
  }

  /// Columns whose sum fits the measure, or `nil` if that would make them too narrow to read.
  func fitted() -> [TableColumn]? {
    guard let count = rows.first?.count, count > 0 else { return [] }
    let room = options.measureInCells - Self.separatorWidth * (count - 1)
    let wanted = (0..<count).map { column in rows.map { naturalWidth($0[column]) }.max() ?? 0 }.map { max(1, $0) }
    guard wanted.reduce(0, +) > room else { return placed(wanted) }
    let needed = (0..<count).map { column in
      min(wanted[column], max(Self.narrowest, rows.map { widestPiece($0[column]) }.max() ?? 0))
    }
    let spare = room - needed.reduce(0, +)
    guard spare >= 0 else { return nil }
    // The rest goes to the columns that lack the most, in proportion.
    let want = zip(wanted, needed).map { $0 - $1 }
    let wantSum = max(1, want.reduce(0, +))
    var widths = zip(needed, want).map { $0 + $1 * spare / wantSum }
    var rest = room - widths.reduce(0, +)
    for column in widths.indices where rest > 0 && widths[column] < wanted[column] {
      widths[column] += 1
      rest -= 1
    }
    return placed(withoutShortLastLines(widths, atLeast: needed))
  }

  // MARK: Last lines of cells

  /// Tables with more cells stay as they are: every attempt lays out a column again.
  private static let mostCellsMended = 400
  /// The most cells that a column takes from another.
  private static let widestGift = 8

  /// How the cells of a column end: the lines of each, and how many end in a line of one Han.
  private struct Endings {
    var lineCounts: [Int] = []
    var shortCount = 0
  }

  /// Moves room between columns so that no cell ends in a line of one Han if another column can spare the room: without
  /// adding a line to the table, and without creating such an end in the other column.
  private func withoutShortLastLines(_ widths: [Int], atLeast needed: [Int]) -> [Int] {
    guard rows.count * widths.count <= Self.mostCellsMended else { return widths }
    var widths = widths
    var endings = widths.indices.map { self.endings(column: $0, widthInCells: widths[$0]) }
    for column in widths.indices where endings[column].shortCount > 0 {
      // A narrower column may also help: it brings a second Han down.
      search: for gift in (1...Self.widestGift).flatMap({ [$0, -$0] }) where widths[column] + gift >= needed[column] {
        let better = self.endings(column: column, widthInCells: widths[column] + gift)
        guard better.shortCount < endings[column].shortCount else { continue }
        for giver in widths.indices where giver != column && widths[giver] - gift >= needed[giver] {
          let given = self.endings(column: giver, widthInCells: widths[giver] - gift)
          var others = endings
          (others[column], others[giver]) = (better, given)
          guard given.shortCount <= endings[giver].shortCount, height(of: others) <= height(of: endings) else {
            continue
          }
          widths[column] += gift
          widths[giver] -= gift
          endings = others
          break search
        }
      }
    }
    return widths
  }

  /// Lines of the table.
  private func height(of endings: [Endings]) -> Int {
    rows.indices.reduce(0) { height, row in height + (endings.map { $0.lineCounts[row] }.max() ?? 0) }
  }

  private func endings(column: Int, widthInCells: Int) -> Endings {
    rows.reduce(into: Endings()) { endings, row in
      let text = row[column]
      // Two Han and their marks need no second line in any column.
      guard text.utf8.count > widthInCells else {
        endings.lineCounts.append(1)
        return
      }
      let layout = ParagraphLayout(text, options: options.cellOptions(measureInCells: widthInCells))
      endings.lineCounts.append(layout.lines.count)
      if layout.lines.count > 1, layout.lines.last?.widthInCells ?? 0 <= 2 { endings.shortCount += 1 }
    }
  }

  // MARK: Widths

  private func placed(_ widths: [Int]) -> [TableColumn] {
    var left = 0
    return widths.enumerated().map { index, width in
      defer { left += width + Self.separatorWidth }
      return TableColumn(column: left, widthInCells: width, isFlushRight: isNumeric(column: index))
    }
  }

  private func isNumeric(column: Int) -> Bool {
    let body = rows.dropFirst(options.headerRowCount).map { $0[column] }.filter { !$0.isEmpty }
    return options.alignsNumbersRight && !body.isEmpty && body.allSatisfy(Self.isNumber)
  }

  private static func isNumber(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x20, 0x25, 0x2B, 0x2C, 0x2D, 0x2E: break  // blank % + , - .
      default: return false
      }
    }
    return hasDigit
  }

  private func naturalWidth(_ text: String) -> Int {
    let layout = ParagraphLayout(text, options: options.cellOptions(measureInCells: Int(Int32.max)))
    return layout.lines.map(\.widthInCells).max() ?? 0
  }

  /// The widest stretch that a line may not divide.
  private func widestPiece(_ text: String) -> Int {
    var widest = 0
    var start = text.utf8.startIndex
    var offset = 0
    for end in text.lineBreakOffsets(prohibition: options.prohibition) {
      let index = text.utf8.index(start, offsetBy: end - offset)
      let piece = text[start..<index]
      widest = max(widest, piece.widthInCells(ambiguous: options.ambiguousWidth) - Self.blanks(atEndOf: piece))
      if widest >= Self.longestWholeWord { return Self.longestWholeWord }
      start = index
      offset = end
    }
    return widest
  }

  private static func blanks(atEndOf piece: Substring) -> Int {
    piece.utf8.reversed().prefix { $0 == 0x20 }.count
  }
}
