/// Turns a text into the lines of a paragraph: wraps it, then repairs what can be seen only in the whole paragraph.
struct LineComposer {
  let text: UTF8Text
  let options: LayoutOptions
  var usesFastPath = true

  init(text: UTF8Text, options: LayoutOptions) {
    self.text = text
    self.options = options
  }

  func lines() -> [Line] {
    let lines = wrappedLines()
    return options.balancesLines && lines.count > 1 ? BalancedLines(text: text, options: options).lines(lines) : lines
  }

  // MARK: Wrapping

  private func wrappedLines() -> [Line] {
    let area = options.typeAreaInCells
    var style = LineWrapper.Style(options)
    style.usesFastPath = usesFastPath
    var wrapper = LineWrapper(text, style: style)
    var previous = wrapper
    var lines: [Line] = []
    lines.reserveCapacity(text.count / max(1, area) + 1)
    repeat {
      let before = wrapper
      let startsSegment = lines.isEmpty || (options.indentsSegments && wrapper.startsSegment)
      let indent = options.indentInCells(isFirstLine: startsSegment)
      let wrapped = wrapper.nextLine(limit: area - indent)
      if options.avoidsShortLastLine, wrapped.isFinal, !before.startsSegment,
        let pulled = pulledDown(lastLineAt: before, lines: lines, previous: previous, area: area)
      {
        lines[lines.count - 1] = pulled.line
        lines.append(pulled.last)
      } else {
        lines.append(Line(wrapped, from: before.offset, indent: indent))
      }
      previous = before
    } while !wrapper.isAtEnd
    return lines
  }

  // MARK: Last lines

  /// The last two lines of a segment with more text on the last one, if it holds a single Han or nothing but marks
  /// (CLREQ: 孤字不成行).
  private func pulledDown(
    lastLineAt wrapper: LineWrapper, lines: [Line], previous: LineWrapper, area: Int
  ) -> (line: Line, last: Line)? {
    guard let above = lines.last, holdsNoWord(from: wrapper.offset) else { return nil }
    var end = wrapper.offset
    var pulled: (line: Line, last: Line)?
    // A mark pulls down what it closes, which may again be a single Han.
    for _ in 0..<3 {
      var again = previous
      let start = again.offset
      guard let shorter = again.nextLine(limit: area - above.indentInCells, endingBefore: end),
        shorter.widthInCells >= 4
      else { return pulled }
      end = again.offset
      let last = again.nextLine(limit: area - options.indentInCells(isFirstLine: false))
      guard last.isFinal else { return pulled }
      pulled = (
        Line(shorter, from: start, indent: above.indentInCells),
        Line(last, from: end, indent: options.indentInCells(isFirstLine: false))
      )
      if !holdsNoWord(from: end) { return pulled }
    }
    return pulled
  }

  /// Whether a text contains no word up to its end or a forced break: at most one ideograph or emoji, marks and blanks.
  private func holdsNoWord(from start: Int) -> Bool {
    var offset = start
    var count = 0
    while offset < text.count {
      let category = text.category(at: offset).category
      if category.lineBreakClass.isIn(.hardBreaks) { break }
      if category.cells.autospace == .alphanumeric { return false }
      let isMark = category.mark.isMark || category.lineBreakClass.isIn(.ending)
      if !isMark, !category.cells.isBlank, category.cells.code != 0 { count += 1 }
      if count > 1 || offset - start > 32 { return false }
      offset = text.cluster(at: offset, ambiguous: options.ambiguousWidth).end
    }
    return offset > start
  }
}

extension Line {
  init(_ wrapped: LineWrapper.WrappedLine, from start: Int, indent: Int) {
    self.init(
      utf8Range: start..<wrapped.end, indentInCells: indent, widthInCells: wrapped.widthInCells,
      hangInCells: wrapped.hangInCells, closesGaps: wrapped.closesGaps, endsSegment: wrapped.isFinal)
  }
}

extension LineBreakGroup {
  /// Marks that end what precedes them.
  static var ending: Self {
    LineBreakClass.closePunctuation | .closeParenthesis | .exclamation | .infixNumeric | .nonstarter | .inseparable
  }
}
