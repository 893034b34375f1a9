/// A piece of text that no line divides and that has its own size: a base with its ruby, a row of a column.
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
  /// Whether terminals differ about its width.
  var isWidthUncertain = false
  /// A line ends after it, whatever follows.
  var isForcedBreak = false
  /// A letter or digit of a script other than Han.
  var isLatin = false
  var isHan = false
  /// Blank cells before it, unless it begins a line.
  var gapBefore = 0
  /// It closes or ends what precedes it.
  var isEnding = false

  /// One unit for every grapheme cluster.
  static func clusters(of text: UTF8Text, _ options: LayoutOptions) -> [WrapUnit] {
    var walk = ClusterWalk(text, options)
    var units: [WrapUnit] = []
    units.reserveCapacity(text.count / 2)
    while let step = walk.next() {
      units.append(
        WrapUnit(
          utf8Range: step.utf8Range, size: step.widthInCells, opportunity: step.opportunity, mark: step.category.mark,
          straightQuote: step.straightQuote, isBlank: step.category.cells.isBlank,
          isWidthUncertain: step.isWidthUncertain,
          isForcedBreak: step.category.lineBreakClass.isIn(.hardBreaks),
          isLatin: step.category.cells.autospace == .alphanumeric,
          isHan: step.category.cells.autospace == .ideograph,
          isEnding: step.category.lineBreakClass.isIn(.ending)))
    }
    return units
  }
}

extension WrapUnit {
  /// Whether a line may end before it.
  fileprivate var isOpen: Bool { opportunity >= .soft && size > 0 && !isBlank }
}

/// Wraps units with the same choices as for lines of cells, for lines of any measure.
struct UnitWrapper {
  let units: [WrapUnit]
  /// Room for the first line, and for others.
  let firstLimit: Int
  let limit: Int
  let hanging: HangingPunctuation
  /// Whether the line after a forced break is a first line.
  var indentsSegments = false
  /// Keeps a last line from holding a single Han, or nothing but marks.
  var avoidsShortLastLine = false

  /// Ranges of units, one for each line: contiguous, covering all of them.
  func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < units.count {
      let end = endOfLine(from: start, limit: max(1, isFirstLine(from: start) ? firstLimit : limit))
      if avoidsShortLastLine, !startsSegment(at: start), end == units.count || units[end - 1].isForcedBreak,
        let above = lines.last, let place = placePulledDown(from: above, last: start..<end)
      {
        lines[lines.count - 1] = above.lowerBound..<place
        start = place
      }
      lines.append(start..<end)
      start = end
    }
    return lines.isEmpty ? [0..<0] : lines
  }

  /// Whether a line begins a paragraph, or follows a forced break.
  func startsSegment(at index: Int) -> Bool { index == 0 || units[index - 1].isForcedBreak }

  /// Whether the line that starts at a unit has the indent of a first line.
  func isFirstLine(from index: Int) -> Bool { index == 0 || indentsSegments && startsSegment(at: index) }

  // MARK: Last lines

  /// Where the line above may end earlier, so that the last one holds a word; nil if that is not wanted or not
  /// possible.
  private func placePulledDown(from above: Range<Int>, last: Range<Int>) -> Int? {
    guard holdsNoWord(last) else { return nil }
    // At least two units stay above, and no more than three opportunities are tried.
    var tries = 0
    for place in stride(from: last.lowerBound - 1, to: above.lowerBound + 1, by: -1) where units[place].isOpen {
      tries += 1
      let size = units[place..<last.upperBound].reduce(0) { $0 + $1.size + $1.gapBefore }
      if tries > 3 || size > limit { return nil }
      if !holdsNoWord(place..<last.upperBound) { return place }
    }
    return nil
  }

  /// Whether units hold no word: one Han or emoji at most, marks and blanks.
  private func holdsNoWord(_ range: Range<Int>) -> Bool {
    var count = 0
    for unit in units[range] where !unit.isForcedBreak {
      if unit.isLatin { return false }
      if !unit.mark.isMark, !unit.isEnding, !unit.isBlank, unit.size > 0 { count += 1 }
      if count > 1 { return false }
    }
    return true
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
      let gap = hasContent ? unit.gapBefore : 0
      if hasContent, size + gap + unit.size > limit {
        if let end = endAfterHanging(index) { return end }
        return lastOpportunity ?? placeToCut(from: start, before: index)
      }
      hasContent = true
      size += gap + unit.size
    }
    return units.count
  }

  /// The end of the line after a stop that hangs, if it may hang.
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

  /// Where to cut text without an opportunity: the last place that harms no mark, else the last place.
  private func placeToCut(from start: Int, before index: Int) -> Int {
    for place in stride(from: index, to: start, by: -1) {
      let mark = units[place].mark
      let before = units[place - 1]
      if !mark.isMark, before.mark != .open, before.mark != .quoteOpen, !before.isBlank { return place }
    }
    return max(start + 1, index)
  }
}
