@testable import Typesetting

/// Wrapping by its definition: of all possible ends of a line, the last one that fits. It is slow, and lacks the rules
/// for stretches without opportunities: there it gives up.
struct ReferenceWrapper {
  let units: [WrapUnit]
  let kinds: [AutospaceKind]
  let options: LayoutOptions

  init(_ text: String, options: LayoutOptions) {
    self.options = options
    (units, kinds) = text.withUTF8Text { text in
      let units = WrapUnit.clusters(of: text, options)
      return (units, units.map { text.category(at: $0.utf8Range.lowerBound).category.cells.autospace })
    }
  }

  /// The ends of lines, up to the first line that has no good end.
  func lineEnds() -> [Int] {
    var ends: [Int] = []
    var start = 0
    while start < units.count, let end = end(from: start, limit: limit(isFirst: ends.isEmpty)) {
      ends.append(units[end - 1].utf8Range.upperBound)
      start = end
    }
    return ends
  }

  private func limit(isFirst: Bool) -> Int {
    options.typeAreaInCells - options.indentInCells(isFirstLine: isFirst)
  }

  private func end(from start: Int, limit: Int) -> Int? {
    var bestAllowed: Int?
    var bestSoft: Int?
    for end in start + 1...units.count {
      let line = start..<end
      let isFinal = end == units.count || units[end - 1].isForcedBreak
      let opportunity = isFinal ? BreakOpportunity.mandatory : units[end].opportunity
      let hasContent = line.contains { isShown($0) }
      if isFinal || (hasContent && opportunity >= .soft && isShown(end)) {
        let width = width(of: line)
        if width > limit { return letsIn(line, limit: limit) ? end : choose(bestAllowed, bestSoft, start, limit) }
        if isFinal { return end }
        if opportunity == .soft { bestSoft = end } else { bestAllowed = end }
      }
    }
    return nil
  }

  private func choose(_ allowed: Int?, _ soft: Int?, _ start: Int, _ limit: Int) -> Int? {
    guard let allowed else { return soft }
    guard let soft, soft > allowed else { return allowed }
    return limit - width(of: start..<allowed) > limit / 4 ? soft : allowed
  }

  /// Whether a line that is too wide fits by hanging its last mark, or by closing its gaps.
  private func letsIn(_ line: Range<Int>, limit: Int) -> Bool {
    guard let last = line.last(where: isShown), last > line.lowerBound else { return false }
    let mark = units[last].mark
    guard mark.neverStartsLine, !isBlank(last - 1), units[last].opportunity == .prohibited else { return false }
    let before = line.lowerBound..<last
    guard width(of: before) <= limit, width(of: line.lowerBound..<last + 1) > limit else { return false }
    guard let previous = before.last(where: isShown) else { return false }
    if mark.hangs(options.hanging), !units[previous].mark.isMark { return true }
    let gaps = gapCount(line.lowerBound..<last)
    return gaps > 0 && width(of: line) - gaps <= limit
  }

  private func isBlank(_ index: Int) -> Bool { index < units.count && units[index].isBlank }

  private func isShown(_ index: Int) -> Bool {
    !units[index].isBlank && !units[index].isForcedBreak && units[index].size > 0
  }

  /// Without blanks at the end.
  private func width(of line: Range<Int>) -> Int {
    guard let last = line.last(where: isShown) else { return 0 }
    var first = line.lowerBound
    let startsSegment = first == 0 || units[first - 1].isForcedBreak
    if startsSegment, options.stripsPadding { first = line.first(where: isShown) ?? first }
    let shown = first..<last + 1
    return shown.reduce(0) { $0 + (units[$1].isForcedBreak ? 0 : units[$1].size) } + gapCount(shown)
  }

  private func gapCount(_ line: Range<Int>) -> Int {
    guard options.spacesHanAndLatin else { return 0 }
    var count = 0
    var kind = AutospaceKind.none
    for index in line where units[index].size > 0 {
      if isBlank(index) {
        kind = .none
      } else {
        if kind.wantsGap(before: kinds[index]) { count += 1 }
        kind = kinds[index]
      }
    }
    return count
  }
}
