import Text

/// Tables (GitHub Flavored Markdown 0.29, section 4.10).
extension BlockParser {
  /// Makes a table of the paragraph's last line when this line is the row of hyphens below it.
  mutating func table(_ container: Int) -> Start? {
    guard nodes[container].kind == .paragraph, open[open.count - 1] == container,
      let columns = TableRow.alignments(in: bytes, rest)
    else { return nil }
    let headStart = Int(nodes[container].lastLineStart)
    let head = headStart..<Int(nodes[container].contentEnd) - 1
    let count = text.withUnsafeBufferPointer { TableRow.cells(in: $0, head).count }
    guard count == columns.count, count > 0 else { return nil }
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
    alignments.append(contentsOf: columns)
    return .consumed
  }

  mutating func addTableRow(to index: Int) {
    // The row must follow the last one in the buffer; nothing else was written meanwhile.
    advanceToNonspace()
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[offset..<lineEnd]))
    text.append(0x0A)
    nodes[index].contentEnd = Int32(text.count)
  }
}

/// The cells of one line of a table.
enum TableRow {
  /// The cells' ranges, without the blanks around them. A bar after a backslash parts nothing.
  static func cells(in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    let row = trimmed(text, line)
    guard !row.isEmpty else { return [] }
    var cells: [Range<Int>] = []
    var position = row.lowerBound
    if text[position] == 0x7C { position += 1 }
    var start = position
    while position < row.upperBound {
      switch text[position] {
      case 0x5C: position += 1
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

  /// The alignments that a line such as `| --- | :-: |` announces (0 none, 1 left, 2 centre, 3 right), or nil.
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
