/// The selection in an article: everything from one unit of its text to another, inclusive.
struct Selection: Sendable, Hashable {
  var unit: TextUnit
  /// The unit that stays when the selection is extended; UTF-8 offsets into the reading text.
  var anchor: Range<Int>
  /// The unit that moves.
  var head: Range<Int>

  init(unit: TextUnit, at range: Range<Int>) {
    self.unit = unit
    anchor = range
    head = range
  }

  var utf8Range: Range<Int> {
    min(anchor.lowerBound, head.lowerBound)..<max(anchor.upperBound, head.upperBound)
  }

  /// Moves forward or back by a unit: including everything in between if it extends, otherwise from the selection's
  /// edge.
  ///
  /// - Returns: Whether there was another unit.
  mutating func move(by step: Int, extending: Bool, in flow: Flow) -> Bool {
    let from = extending ? head : utf8Range
    let next =
      step > 0 ? flow.range(of: unit, after: from.upperBound) : flow.range(of: unit, before: from.lowerBound)
    guard let next else { return false }
    head = next
    if !extending { anchor = next }
    return true
  }

  /// Grows or shrinks to whole words, sentences or paragraphs, at both ends.
  mutating func become(_ unit: TextUnit, in flow: Flow) {
    let isForward = head.lowerBound >= anchor.lowerBound
    let range = utf8Range
    // When a selection shrinks, its first part stays selected.
    let isShrinking = unit.rawValue < self.unit.rawValue
    guard let first = flow.range(of: unit, at: range.lowerBound),
      let last = isShrinking && anchor == head
        ? first : flow.range(of: unit, at: max(range.lowerBound, range.upperBound - 1))
    else { return }
    self.unit = unit
    (anchor, head) = isForward ? (first, last) : (last, first)
  }
}
