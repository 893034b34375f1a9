/// A piece of text that no line divides and that takes room of its own measure: a base with its ruby, a row of a column.
struct WrapUnit {
  var utf8Range: Range<Int>
  /// Cells, or rows.
  var size: Int
  /// Whether a line may end before it.
  var opportunity: BreakOpportunity
  var mark: MarkRole
  /// For a straight quotation mark: whether it opens or closes here, `none` if it does neither.
  var straightQuote = MarkRole.none
  var isBlank = false
  /// A line ends after it, whatever follows.
  var isForcedBreak = false

  /// One unit for every grapheme cluster.
  static func clusters(of text: UTF8Text, _ options: LayoutOptions) -> [WrapUnit] {
    var breaker = LineBreaker(tailoring: Tailoring(options.prohibition))
    var units: [WrapUnit] = []
    units.reserveCapacity(text.count / 2)
    var offset = 0
    while offset < text.count {
      let first = text.category(at: offset)
      let cluster = text.cluster(at: offset, ambiguous: options.ambiguousWidth)
      let decision = breaker.advance(over: first.category, at: offset, endingAt: offset + first.length, in: text)
      var straightQuote = MarkRole.none
      if first.category.mark == .straightQuote {
        straightQuote =
          breaker.last == .openPunctuation ? .quoteOpen : breaker.last == .closePunctuation ? .quoteClose : .none
      }
      var inner = offset + first.length
      while inner < cluster.end {
        let next = text.category(at: inner)
        _ = breaker.advance(over: next.category, at: inner, endingAt: inner + next.length, in: text)
        inner += next.length
      }
      units.append(
        WrapUnit(
          utf8Range: offset..<cluster.end, size: cluster.widthInCells, opportunity: decision,
          mark: first.category.mark, straightQuote: straightQuote, isBlank: first.category.cells.isBlank,
          isForcedBreak: first.category.lineBreakClass.isIn(.hardBreaks)))
      offset = cluster.end
    }
    return units
  }
}

/// Wraps units: the same choices as for lines of cells, for lines of any measure.
struct UnitWrapper {
  let units: [WrapUnit]
  /// Room for the first line, and for others.
  let firstLimit: Int
  let limit: Int
  let hanging: HangingPunctuation

  /// Ranges of units, one a line: contiguous, covering all of them.
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < units.count {
      let end = endOfLine(from: start, limit: max(1, lines.isEmpty ? firstLimit : limit))
      lines.append(start..<end)
      start = end
    }
    return lines.isEmpty ? [0..<0] : lines
  }

  private func endOfLine(from start: Int, limit: Int) -> Int {
    var size = 0
    var hasContent = false
    var lastOpportunity: Int?
    for index in start..<units.count {
      let unit = units[index]
      if unit.isForcedBreak { return index + 1 }
      if unit.isBlank || unit.size == 0 {
        if hasContent { size += unit.size }
        continue
      }
      if hasContent, unit.opportunity >= .soft { lastOpportunity = index }
      if hasContent, size + unit.size > limit {
        if let end = endAfterHanging(index) { return end }
        return lastOpportunity ?? placeToCut(from: start, before: index)
      }
      hasContent = true
      size += unit.size
    }
    return units.count
  }

  /// The end of the line after a stop that hangs, if it may.
  private func endAfterHanging(_ index: Int) -> Int? {
    guard units[index].mark.hangs(hanging), index > 0, !units[index - 1].mark.isMark, !units[index - 1].isBlank else {
      return nil
    }
    var next = index + 1
    while next < units.count, units[next].isBlank || units[next].size == 0, !units[next].isForcedBreak { next += 1 }
    if next == units.count { return next }
    if units[next].isForcedBreak { return next + 1 }
    return units[next].opportunity >= .soft ? next : nil
  }

  /// Where to cut a stretch without an opportunity: the last place that no mark suffers from, else the last place.
  private func placeToCut(from start: Int, before index: Int) -> Int {
    for place in stride(from: index, to: start, by: -1) {
      let mark = units[place].mark
      let before = units[place - 1]
      if !mark.isMark, before.mark != .open, before.mark != .quoteOpen, !before.isBlank { return place }
    }
    return max(start + 1, index)
  }
}
