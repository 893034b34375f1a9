/// Turns a text into the lines of a paragraph: wraps it, then mends what only shows when a paragraph is whole.
struct LineComposer {
  let text: UTF8Text
  let options: LayoutOptions
  var usesFastPath = true

  init(text: UTF8Text, options: LayoutOptions) {
    self.text = text
    self.options = options
  }

  func lines() -> [Line] {
    let area = options.typeAreaInCells
    let lines = lines(area: area).lines
    return options.balancesLines && lines.count > 1 ? balanced(lines, area: area) : lines
  }

  // MARK: Wrapping

  private func lines(area: Int) -> (lines: [Line], quality: LineWrapper.Quality) {
    var style = LineWrapper.Style(options)
    style.usesFastPath = usesFastPath
    var wrapper = LineWrapper(text, style: style)
    var previous = wrapper
    var lines: [Line] = []
    var quality = LineWrapper.Quality.allowed
    lines.reserveCapacity(text.count / max(1, area) + 1)
    repeat {
      let before = wrapper
      let indent = options.indentInCells(isFirstLine: lines.isEmpty)
      let wrapped = wrapper.nextLine(limit: area - indent)
      quality = min(quality, wrapped.quality)
      if options.avoidsSingleHanLastLine, wrapped.isFinal, !before.startsSegment,
        let pulled = pulledDown(lastLineAt: before, lines: lines, previous: previous, area: area)
      {
        lines[lines.count - 1] = pulled.line
        lines.append(pulled.last)
      } else {
        lines.append(Line(wrapped, from: before.offset, indent: indent))
      }
      previous = before
    } while !wrapper.isAtEnd
    return (lines, quality)
  }

  // MARK: Single Han

  /// The last two lines of a segment with one cluster more on the last, when it holds a single Han (CLREQ: 孤字不成行).
  private func pulledDown(
    lastLineAt wrapper: LineWrapper, lines: [Line], previous: LineWrapper, area: Int
  ) -> (line: Line, last: Line)? {
    guard holdsSingleHan(from: wrapper.offset) else { return nil }
    let indent = options.indentInCells(isFirstLine: lines.count == 1)
    let lastIndent = options.indentInCells(isFirstLine: false)
    var again = previous
    let start = again.offset
    guard let shorter = again.nextLine(limit: area - indent, endingBefore: wrapper.offset),
      shorter.widthInCells >= 4
    else { return nil }
    let lastStart = again.offset
    let last = again.nextLine(limit: area - lastIndent)
    guard last.isFinal else { return nil }
    return (Line(shorter, from: start, indent: indent), Line(last, from: lastStart, indent: lastIndent))
  }

  /// Whether a text holds but one ideograph, and marks and blanks, up to its end or a forced break.
  private func holdsSingleHan(from start: Int) -> Bool {
    var offset = start
    var hanCount = 0
    while offset < text.count {
      let (category, length) = text.category(at: offset)
      if category.lineBreakClass.isIn(.hardBreaks) { break }
      if category.cells.autospace == .ideograph {
        hanCount += 1
      } else if !(category.mark.isMark || category.cells.isBlank || category.cells.code == 0) {
        return false
      }
      if hanCount > 1 || offset - start > 24 { return false }
      offset += length
    }
    return hanCount == 1
  }

  // MARK: Balance

  /// The narrowest setting with the same number of lines.
  private func balanced(_ lines: [Line], area: Int) -> [Line] {
    var best = lines
    var low = max(2, area / 2)
    var high = area
    while low < high {
      let middle = (low + high) / 2
      let (candidate, quality) = self.lines(area: middle)
      if candidate.count == lines.count, quality >= .soft {
        best = candidate
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }
}

extension Line {
  fileprivate init(_ wrapped: LineWrapper.WrappedLine, from start: Int, indent: Int) {
    self.init(
      utf8Range: start..<wrapped.end, indentInCells: indent, widthInCells: wrapped.widthInCells,
      hangInCells: wrapped.hangInCells, closesGaps: wrapped.closesGaps, endsSegment: wrapped.isFinal)
  }
}
