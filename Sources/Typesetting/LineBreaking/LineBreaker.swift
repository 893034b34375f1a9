/// Finds the opportunities to break a line, scalar by scalar.
///
/// The rules are UAX #14 (revision 55, Unicode 17.0), with the Chinese tailoring of `LineBreaker+Chinese.swift` if a
/// level is given. The state is a few bytes; a copy of it returns to an earlier place in the text.
struct LineBreaker {
  /// The whole state in one integer, so that copying it is a move between registers; see `LineBreaker+State.swift`.
  var bits: UInt32

  /// Decides about the place before a scalar, and takes the scalar into the state.
  ///
  /// - Parameters:
  ///   - category: The scalar.
  ///   - offset: Where it starts.
  ///   - end: Where it ends; some rules look at what follows.
  @inline(__always)
  mutating func advance(over category: ScalarCategory, at offset: Int, endingAt end: Int, in text: UTF8Text)
    -> BreakOpportunity
  {
    if !isInURL, !endsInJoiner, let decision = decideCommonPair(category) { return decision }
    return advanceByRules(over: category, at: offset, endingAt: end, in: text)
  }

  /// `advance` without its shortcuts.
  mutating func advanceByRules(over category: ScalarCategory, at offset: Int, endingAt end: Int, in text: UTF8Text)
    -> BreakOpportunity
  {
    let ahead = Lookahead(text: text, offset: offset, end: end)
    if tailoring == .unicode {
      return step(Element(category, .unicode), ahead)
    }
    let element = resolve(category, ahead)
    if isInURL || element.lineBreakClass == .infixNumeric, let decision = stepInURL(element, ahead) {
      return decision
    }
    return step(element, ahead)
  }

  /// Decides by the rules, in their order, and takes the element into the state.
  mutating func step(_ element: Element, _ ahead: Lookahead) -> BreakOpportunity {
    var element = element
    let wasJoiner = endsInJoiner
    let kind = element.lineBreakClass
    if kind.isIn(.marksAndJoiners) {
      endsInJoiner = kind == .zeroWidthJoiner
      if !hasSpaces, !last.isIn(.unattachable), !last.isIn(.hardBreaks) { return .prohibited }  // LB9
      element = element.asLetter  // LB10
    } else {
      endsInJoiner = false
    }
    let decision = decide(element, ahead, afterJoiner: wasJoiner)
    absorb(element)
    return decision
  }

  // MARK: Rules

  private func decide(_ next: Element, _ ahead: Lookahead, afterJoiner: Bool) -> BreakOpportunity {
    let kind = next.lineBreakClass
    // LB4, LB5
    if last.isIn(.hardBreaks), !hasSpaces {
      return last == .carriageReturn && kind == .lineFeed ? .prohibited : .mandatory
    }
    // LB2, LB6, LB7
    if last == .startOfText, !hasSpaces { return .prohibited }
    if kind.isIn(.hardBreaks) || kind == .space || kind == .zeroWidthSpace { return .prohibited }
    if last == .zeroWidthSpace {  // LB8, which Chinese marks override
      let harmsMark = next.mark.neverStartsLine || beforeLast == .openPunctuation
      return harmsMark && tailoring >= .basic ? .prohibited : .allowed
    }
    if afterJoiner, !hasSpaces { return .prohibited }  // LB8a
    if kind == .wordJoiner || (last == .wordJoiner && !hasSpaces) { return .prohibited }  // LB11
    if last == .glue, !hasSpaces { return .prohibited }  // LB12
    if kind == .glue, !hasSpaces, last != .breakAfter, !last.isIn(.hyphens) { return .prohibited }  // LB12a
    if tailoring != .unicode, let decision = decideAboutMarks(next, ahead) { return decision }
    return decideUntailored(next, ahead)
  }

  /// LB13 to LB31.
  private func decideUntailored(_ next: Element, _ ahead: Lookahead) -> BreakOpportunity {
    let kind = next.lineBreakClass
    if kind.isIn(LineBreakClass.exclamation | .closePunctuation | .closeParenthesis | .breakSymbol) {
      return .prohibited  // LB13
    }
    if last == .openPunctuation { return .prohibited }  // LB14
    if last == .initialQuotation, beforeLast.isIn(.beforeOpeningQuote) { return .prohibited }  // LB15a
    if kind == .finalQuotation, ahead.nextClass().map({ $0.isIn(.afterClosingQuote) }) ?? true {
      return .prohibited  // LB15b
    }
    if kind == .infixNumeric {
      return hasSpaces && ahead.nextClass() == .numeric ? .allowed : .prohibited  // LB15c, LB15d
    }
    if kind == .nonstarter, last.isIn(.closings) { return .prohibited }  // LB16
    if kind == .breakBoth, last == .breakBoth { return .prohibited }  // LB17
    if hasSpaces { return .allowed }  // LB18
    if isGluedQuotation(next, ahead) { return .prohibited }  // LB19, LB19a
    if kind == .contingentBreak || last == .contingentBreak { return .allowed }  // LB20
    if last.isIn(.hyphens), kind.isIn(.letters), beforeLast.isIn(.beforeLeadingHyphen) { return .prohibited }  // LB20a
    // LB21
    if kind.isIn(LineBreakClass.breakAfter | .unambiguousHyphen | .hyphen | .nonstarter) || last == .breakBefore {
      return .prohibited
    }
    if last.isIn(.hyphens), beforeLast == .hebrewLetter, kind != .hebrewLetter { return .prohibited }  // LB21a
    if last == .breakSymbol, kind == .hebrewLetter { return .prohibited }  // LB21b
    if kind == .inseparable { return .prohibited }  // LB22
    if keepsNumber(next, ahead) { return .prohibited }  // LB23 to LB25
    if keepsSyllable(next, ahead) { return .prohibited }  // LB26 to LB28a
    if last == .infixNumeric, kind.isIn(.letters) { return .prohibited }  // LB29
    // LB30
    if kind == .openPunctuation, !next.isEastAsian, last.isIn(.letters) || last == .numeric { return .prohibited }
    if last == .closeParenthesis, !isLastEastAsian, kind.isIn(.letters) || kind == .numeric { return .prohibited }
    if kind == .regionalIndicator, last == .regionalIndicator { return isRunOdd ? .prohibited : .allowed }  // LB30a
    if kind == .emojiModifier, last.isIn(.emojiBases) { return .prohibited }  // LB30b
    return .allowed  // LB31
  }

  /// LB19 and LB19a.
  @inline(__always) private func isGluedQuotation(_ next: Element, _ ahead: Lookahead) -> Bool {
    if next.lineBreakClass.isIn(.quotations) {
      if next.lineBreakClass != .initialQuotation || !isLastEastAsian { return true }
      return !ahead.isNextEastAsian()
    }
    if last.isIn(.quotations) {
      return last != .finalQuotation || !next.isEastAsian || !isBeforeLastEastAsian
    }
    return false
  }

  /// LB23, LB23a, LB24, LB25.
  @inline(__always) private func keepsNumber(_ next: Element, _ ahead: Lookahead) -> Bool {
    let kind = next.lineBreakClass
    if kind == .numeric {
      return last.isIn(.letters) || last.isIn(.numberAffixes) || last == .hyphen || last == .infixNumeric
        || number == .digits
    }
    if kind.isIn(.numberAffixes) {
      if last.isIn(.letters) || number != .none { return true }
      return kind == .postfixNumeric && last.isIn(.ideographs)
    }
    if kind.isIn(.letters) { return last == .numeric || last.isIn(.numberAffixes) }
    if last == .prefixNumeric, kind.isIn(.ideographs) { return true }
    if last.isIn(.numberAffixes), kind == .openPunctuation { return ahead.isNumberNext() }
    return false
  }

  /// LB26, LB27, LB28, LB28a.
  @inline(__always) private func keepsSyllable(_ next: Element, _ ahead: Lookahead) -> Bool {
    let kind = next.lineBreakClass
    if last.isIn(.letters), kind.isIn(.letters) { return true }
    switch last {
    case .hangulL:
      if kind.isIn(LineBreakClass.hangulL | .hangulV | .hangulLV | .hangulLVT) { return true }
    case .hangulV, .hangulLV:
      if kind == .hangulV || kind == .hangulT { return true }
    case .hangulT, .hangulLVT:
      if kind == .hangulT { return true }
    default: break
    }
    if kind == .postfixNumeric, last.isIn(.hangul) { return true }
    if last == .prefixNumeric, kind.isIn(.hangul) { return true }
    if last == .aksaraPrebase, kind.isIn(.aksaras) { return true }
    if last.isIn(.aksaras), kind == .viramaFinal || kind == .virama { return true }
    if last == .virama, beforeLast.isIn(.aksaras), kind == .aksara || kind == .dottedCircle { return true }
    return last.isIn(.aksaras) && kind.isIn(.aksaras) && ahead.nextClass() == .viramaFinal
  }
}
