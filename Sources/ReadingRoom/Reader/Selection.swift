/// What is selected in an article: everything from one unit of its text to another, both included.
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

  /// Goes on by a unit, or back: with everything in between when it extends, else from the selection's edge.
  ///
  /// - Returns: Whether there was one.
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
    // Whoever shrinks a selection goes on with its first part.
    let isShrinking = unit.rawValue < self.unit.rawValue
    guard let first = flow.range(of: unit, at: range.lowerBound),
      let last = isShrinking && anchor == head
        ? first : flow.range(of: unit, at: max(range.lowerBound, range.upperBound - 1))
    else { return }
    self.unit = unit
    (anchor, head) = isForward ? (first, last) : (last, first)
  }
}
