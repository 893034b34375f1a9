/// The widths of a grid's columns, by their content.
struct TableColumns {
  let rows: [[String]]
  let options: TableOptions

  /// A blank, a vertical line, a blank.
  static let separatorWidth = 3
  /// Two Han at least, and words whole up to this many cells.
  private static let narrowest = 4
  private static let longestWholeWord = 16

  /// Whether so many columns fit the measure when each has one cell.
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
    // What is left goes where most is wanted, by shares of the want.
    let want = zip(wanted, needed).map { $0 - $1 }
    let wantSum = max(1, want.reduce(0, +))
    var widths = zip(needed, want).map { $0 + $1 * spare / wantSum }
    var rest = room - widths.reduce(0, +)
    for column in widths.indices where rest > 0 && widths[column] < wanted[column] {
      widths[column] += 1
      rest -= 1
    }
    return placed(widths)
  }

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
