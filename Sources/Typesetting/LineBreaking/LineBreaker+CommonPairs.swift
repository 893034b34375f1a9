extension LineBreaker {
  /// The outcome of the commonest pairs, without going through the rules; tests prove that they agree.
  ///
  /// Decides nothing within URLs or after a joiner.
  @inline(__always)
  mutating func decideCommonPair(_ category: ScalarCategory) -> BreakOpportunity? {
    let kind = category.lineBreakClass
    let mark = category.mark
    let decision: BreakOpportunity
    switch kind {
    case .ideographic:
      if isQuantity || (mark != .none && mark != .unit) { return nil }
      if last.isIn(.openForIdeographs), !lastMark.isSolidus, lastMark != .sign {
        decision = .allowed
      } else if last == .openPunctuation, tailoring != .none {
        decision = .prohibited
      } else {
        return nil
      }
    case .alphabetic:
      if mark != .none { return nil }
      if last == .alphabetic, !hasSpaces, lastMark == .none {
        number = .none
        isQuantity = false
        isLastEastAsian = category.isEastAsian
        return .prohibited
      }
      guard let outcome = decideBeforeWord() else { return nil }
      decision = outcome
    case .numeric:
      if last == .alphabetic || last == .numeric, !hasSpaces, lastMark == .none {
        decision = .prohibited
      } else if last != .ideographic, lastMark != .stop, let outcome = decideBeforeWord() {
        decision = outcome
      } else {
        return nil
      }
    case .space:
      if last.isIn(.hardBreaks) { return nil }
      absorbSpace()
      return .prohibited
    case .closePunctuation:
      guard mark.isMark, tailoring >= .basic, last.isIn(.closedToStops) else { return nil }
      decision = .prohibited
    case .openPunctuation:
      // A square bracket may begin the number of a note.
      guard mark == .open, category.isEastAsian, last.isIn(.openForBrackets), !lastMark.isSolidus, lastMark != .sign
      else { return nil }
      decision = .allowed
    default:
      return nil
    }
    absorb(Element(lineBreakClass: kind, isEastAsian: category.isEastAsian, mark: mark))
    return decision
  }

  /// Before a letter or digit that does not continue a word.
  @inline(__always) private func decideBeforeWord() -> BreakOpportunity? {
    if lastMark.isSolidus || lastMark == .sign { return nil }
    // After a space, or after a number's 第, the rules of cohesion apply.
    if hasSpaces { return last == .alphabetic ? .allowed : nil }
    return last.isIn(.openForBrackets) ? .allowed : nil
  }
}
