import ArticleDump

extension [Block] {
  /// The highest number of the notes that the text refers to: of superscripts such as [12]. 0 if there are none.
  ///
  /// - Complexity: O(n) in the blocks and spans.
  var lastNoteNumber: Int {
    var last = 0
    // Blocks may be nested as deeply as a dump likes, so this uses its own stack, not the machine's.
    var pending = self
    while let block = pending.popLast() {
      switch block {
      case .paragraph(let text, role: _), .heading(let text, level: _): last = Swift.max(last, text.lastNoteNumber)
      case .quote(let blocks): pending += blocks
      case .list(let list): for item in list.items { pending += item }
      case .table(let table):
        for row in table.rows { for cell in row { last = Swift.max(last, cell.lastNoteNumber) } }
      case .figure(let figure): last = Swift.max(last, figure.caption?.lastNoteNumber ?? 0)
      case .preformatted, .rule, .embed: break
      }
    }
    return last
  }
}

extension StyledText {
  fileprivate var lastNoteNumber: Int {
    var last = 0
    for span in spans where span.style == .superscript && span.utf8Range.count <= Self.longestNoteMark {
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: span.utf8Range.lowerBound)
      let mark = text[start..<utf8.index(start, offsetBy: span.utf8Range.count)]
      guard mark.hasPrefix("["), mark.hasSuffix("]"), let number = Int(mark.dropFirst().dropLast()) else { continue }
      last = max(last, number)
    }
    return last
  }

  /// Four digits in brackets: longer numbers are not those of notes.
  private static let longestNoteMark = 6
}
