import Text

/// Tables (GitHub Flavored Markdown 0.29, section 4.10).
extension BlockParser {
  /// Turns the paragraph's last line into a table's head if this line is its delimiter row.
  mutating func table(_ container: Int) -> Start? {
    guard nodes[container].kind == .paragraph, open[open.count - 1] == container,
      let columns = TableRow.alignments(in: bytes, rest)
    else { return nil }
    let headStart = Int(nodes[container].lastLineStart)
    let head = headStart..<Int(nodes[container].contentEnd) - 1
    let count = text.withUnsafeBufferPointer { TableRow.cells(in: $0, head).count }
    guard count > 0, count == columns.count || isLooseTable(head, columns: columns.count) else { return nil }
    let headLine = text.withUnsafeBufferPointer {
      ByteSearch.holds(UnsafeBufferPointer(rebasing: $0[head]), byte: 0x7C)
    }
    let hasBar = headLine || bytes[rest].contains(0x7C) || bytes[rest].contains(0x3A)
    guard hasBar else { return nil }
    nodes[container].contentEnd = Int32(headStart)
    let index = add(.table)
    nodes[container].endLine = lineNumber - 2
    nodes[index].line = lineNumber - 1
    nodes[index].contentStart = Int32(head.lowerBound)
    nodes[index].contentEnd = Int32(head.upperBound + 1)
    nodes[index].columnCount = Int32(count)
    nodes[index].alignmentStart = Int32(alignments.count)
    alignments.append(contentsOf: columns.prefix(count))
    for _ in 0..<max(0, count - columns.count) { alignments.append(0) }
    return .consumed
  }

  /// Whether a head and a delimiter row with different numbers of cells are meant as a table: both begin with a bar.
  private func isLooseTable(_ head: Range<Int>, columns: Int) -> Bool {
    options.contains(.leniency) && columns > 1 && text[head.lowerBound] == 0x7C && bytes[nextNonspace] == 0x7C
  }

  /// Turns a paragraph into a table if its lines all begin and end with a bar and have the same number of cells: its
  /// author forgot the delimiter row.
  mutating func makeTable(of index: Int) {
    let content = nodes[index].content
    guard text[content.lowerBound] == 0x7C else { return }
    let columns: Int? = text.withUnsafeBufferPointer { text in
      var columns: Int?
      var lines = 0
      var start = content.lowerBound
      while start < content.upperBound {
        var end = start
        while end < content.upperBound, text[end] != 0x0A { end += 1 }
        var last = end
        while last > start, text[last - 1] <= 0x20 { last -= 1 }
        let cells = TableRow.cells(in: text, start..<end)
        guard last - start >= 2, text[start] == 0x7C, text[last - 1] == 0x7C, cells.count >= 2,
          cells.count == columns ?? cells.count
        else { return nil }
        columns = cells.count
        lines += 1
        start = end + 1
      }
      return lines >= 2 ? columns : nil
    }
    guard let columns else { return }
    nodes[index].kind = .table
    nodes[index].isClosed = true
    nodes[index].columnCount = Int32(columns)
    nodes[index].alignmentStart = Int32(alignments.count)
    alignments.append(contentsOf: repeatElement(0, count: columns))
  }

  mutating func addTableRow(to index: Int) {
    // The row must directly follow the last one in the buffer.
    advanceToNonspace()
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[offset..<lineEnd]))
    text.append(0x0A)
    nodes[index].contentEnd = Int32(text.count)
  }
}

/// The cells of one line of a table.
enum TableRow {
  /// The cells' ranges, without the blanks around them. A bar after a backslash does not separate cells.
  ///
  /// - Parameter most: How many cells there may be. If there are more, bars in code do not separate cells, and the rest
  ///   belongs to the last cell; GitHub drops it.
  static func cells(
    in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, atMost most: Int
  ) -> [Range<Int>] {
    var cells = cells(in: text, line)
    if cells.count > most { cells = self.cells(in: text, line, keepsCode: true) }
    guard cells.count > most, most > 0 else { return cells }
    cells[most - 1] = cells[most - 1].lowerBound..<cells[cells.count - 1].upperBound
    cells.removeSubrange(most...)
    return cells
  }

  static func cells(
    in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, keepsCode: Bool = false
  ) -> [Range<Int>] {
    let row = trimmed(text, line)
    guard !row.isEmpty else { return [] }
    var cells: [Range<Int>] = []
    var position = row.lowerBound
    if text[position] == 0x7C { position += 1 }
    var start = position
    while position < row.upperBound {
      switch text[position] {
      case 0x5C: position += 1
      case 0x60 where keepsCode:
        let rest = text[position + 1..<row.upperBound]
        if let closing = rest.firstIndex(of: 0x60) { position = closing } else { position = row.upperBound }
      case 0x7C:
        cells.append(trimmed(text, start..<position))
        start = position + 1
      default: break
      }
      position += 1
    }
    if start < row.upperBound { cells.append(trimmed(text, start..<row.upperBound)) }
    return cells
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, text[lower] <= 0x20 { lower += 1 }
    while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// The alignments specified by a line such as `| --- | :-: |` (0 none, 1 left, 2 centre, 3 right), or nil.
  static func alignments(in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [UInt8]? {
    var hasHyphen = false
    for position in line {
      switch bytes[position] {
      case 0x2D: hasHyphen = true
      case 0x7C, 0x3A, 0x20, 0x09: break
      default: return nil
      }
    }
    guard hasHyphen else { return nil }
    var alignments: [UInt8] = []
    for cell in cells(in: bytes, line) {
      guard !cell.isEmpty else { return nil }
      var inner = cell
      let isLeft = bytes[inner.lowerBound] == 0x3A
      if isLeft { inner = inner.dropFirst() }
      let isRight = !inner.isEmpty && bytes[inner.upperBound - 1] == 0x3A
      if isRight { inner = inner.dropLast() }
      guard !inner.isEmpty, inner.allSatisfy({ bytes[$0] == 0x2D }) else { return nil }
      alignments.append(isLeft ? (isRight ? 2 : 1) : isRight ? 3 : 0)
    }
    return alignments
  }
}
