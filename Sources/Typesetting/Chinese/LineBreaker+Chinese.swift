/// The Chinese tailoring of UAX #14.
///
/// Sources: CLREQ, "Prohibition Rules for Line Start and Line End"; GB/T 15834-2011, 5.1; CSS Text 4, `line-break`
/// (loose, normal, normal, strict for `none`, `basic`, `gb`, `strict`) for marks that CLREQ does not list.
extension LineBreaker {
  /// Gives a scalar the class that its neighbours determine.
  mutating func resolve(_ category: ScalarCategory, _ ahead: Lookahead) -> Element {
    var element = Element(category, tailoring)
    switch element.mark {
    case .quoteOpen, .quoteClose:
      // Curly quotation marks open and close, unless they are between Latin letters (don’t).
      let followsLatin = !hasSpaces && (last.isIn(.letters) || last == .numeric)
      let precedesLatin = ahead.isAlphanumericNext()
      if tailoring == .none ? followsLatin || precedesLatin : followsLatin && precedesLatin {
        element.mark = .none
      } else {
        element.isEastAsian = true
        // The wrong one of the two, which texts often have at the end or the start of a paragraph.
        if element.mark == .quoteOpen, ahead.isAtEndOfParagraph() { element.mark = .quoteClose }
        if element.mark == .quoteClose, last == .startOfText || last.isIn(.hardBreaks), !hasSpaces {
          element.mark = .quoteOpen
        }
        if tailoring >= .basic {
          element.lineBreakClass = element.mark == .quoteOpen ? .openPunctuation : .closePunctuation
        }
      }
    case .straightQuote:
      element.mark = .none
      let opens = opensStraightQuote(ahead)
      isStraightQuoteOpen = opens
      let isAmongHan = (isLastEastAsian && !hasSpaces) || ahead.isNextEastAsian()
      if isAmongHan, tailoring >= .basic {
        element.isEastAsian = true
        element.lineBreakClass = opens ? .openPunctuation : .closePunctuation
      }
    case .cjkHyphen:
      if tailoring != .strict { element.lineBreakClass = .ideographic }
    case .wideDigit:
      element.lineBreakClass = .numeric
    case .none:
      if isQuantity, element.lineBreakClass == .ideographic, ahead.isInHanUnit() { element.mark = .unit }
      if category.lineBreakClass == .conditionalStarter, tailoring >= .basic, isAmongKana(ahead) {
        element.lineBreakClass = .nonstarter
      }
    default: break
    }
    return element
  }

  /// Whether a straight quotation mark opens, decided by its neighbours, otherwise by alternation.
  private func opensStraightQuote(_ ahead: Lookahead) -> Bool {
    guard let next = ahead.nextClass(), !next.isIn(.afterClosingStraightQuote) else { return false }
    if hasSpaces || last == .startOfText || last == .openPunctuation || last.isIn(.hardBreaks) { return true }
    return !isStraightQuoteOpen
  }

  /// The decision where a Chinese rule overrides LB13 to LB31, else `nil`.
  func decideAboutMarks(_ next: Element, _ ahead: Lookahead) -> BreakOpportunity? {
    let mark = next.mark
    if mark.isPaired, mark == lastMark, !hasSpaces { return decideInRun(of: mark, ahead) }
    if tailoring == .none { return decideWithoutProhibition(next) }

    if mark.neverStartsLine { return .prohibited }
    // An opening mark also stays with what follows an ideographic space; LB14 sees a letter there.
    if last == .breakAfter, lastMark == .none, beforeLast == .openPunctuation { return .prohibited }
    if let decision = decideAboutCohesion(next, ahead) { return decision }
    if mark.isPaired, let decision = decideBefore(mark, ahead) { return decision }
    if lastMark.isSolidus, tailoring >= .gb {
      // GB/T 15834, 5.1.9: a solidus ends no line. If nothing else helps, breaking there is better than cutting a word.
      return next.lineBreakClass.isIn(.afterSolidus) ? .escape : .prohibited
    }
    return nil
  }

  /// —— and …… stay whole; longer runs may break between pairs (GB/T 15834, 5.1.5).
  private func decideInRun(of mark: MarkRole, _ ahead: Lookahead) -> BreakOpportunity {
    if mark == .longDash || isRunOdd || tailoring == .strict { return .prohibited }
    return ahead.isRepeated() ? .allowed : .prohibited
  }

  /// Before the first dash or ellipsis of a run.
  private func decideBefore(_ mark: MarkRole, _ ahead: Lookahead) -> BreakOpportunity? {
    if tailoring == .strict { return .prohibited }
    switch mark {
    case .emDash:
      // A single one is a connector, a pair is a dash.
      return ahead.isRepeated() ? nil : .prohibited
    case .ellipsis:
      // LB22 would keep it to what precedes it.
      return isLastEastAsian && !hasSpaces && last != .openPunctuation ? .allowed : nil
    default:
      return nil
    }
  }

  /// Level `none`: Chinese text breaks at every mark; Latin text keeps to UAX #14.
  private func decideWithoutProhibition(_ next: Element) -> BreakOpportunity? {
    if hasSpaces { return nil }
    let isChinese = (next.isEastAsian && !next.lineBreakClass.isIn(.hangul)) || (isLastEastAsian && !last.isIn(.hangul))
    guard isChinese, next.lineBreakClass != .emojiModifier else { return nil }
    let kind = next.lineBreakClass
    if last.isIn(.letters) || last == .numeric, kind.isIn(.letters) || kind == .numeric { return nil }
    // Numbers keep their signs: ￥5, 5％.
    if last.isIn(.numberAffixes), !next.lineBreakClass.isIn(.ideographs) { return nil }
    if next.lineBreakClass.isIn(.numberAffixes), number != .none { return nil }
    if last == .prefixNumeric { return nil }
    // A tab or another fixed-width space stays at the line's end.
    if next.lineBreakClass == .breakAfter, next.mark == .none { return nil }
    return .allowed
  }

  // MARK: URLs

  /// Within a URL a line may end after `/ ? & = - . _ #` and nowhere else.
  ///
  /// - Returns: `nil` outside of URLs. A URL begins at `://` or `www.` and ends at the first character that is not
  ///   printable ASCII.
  mutating func stepInURL(_ element: Element, _ ahead: Lookahead) -> BreakOpportunity? {
    let bytes = ahead.text.bytes
    let offset = ahead.offset
    let byte = bytes[offset]
    guard isInURL else {
      guard Self.beginsURL(at: offset, in: ahead.text) else { return nil }
      let decision = step(element, ahead)
      isInURL = true
      return decision
    }
    guard byte > 0x20, byte < 0x7F, byte != 0x22, byte != 0x3C, byte != 0x3E else {
      isInURL = false
      return nil
    }
    absorb(element)
    if byte == 0x25 { return .escape }  // an encoded byte stays whole: %E6
    let previous = bytes[offset - 1]
    guard Self.isBreakable(previous), !Self.isBreakable(byte), !Self.isClosing(byte) else { return .prohibited }
    // The two solidi after the scheme stay with the host where it fits.
    return previous == 0x2F && bytes[offset - 2] == 0x2F ? .escape : .allowed
  }

  private static func beginsURL(at offset: Int, in text: UTF8Text) -> Bool {
    let bytes = text.bytes
    if bytes[offset] == 0x3A {
      return offset + 2 < text.count && bytes[offset + 1] == 0x2F && bytes[offset + 2] == 0x2F
    }
    return bytes[offset] == 0x2E && offset >= 3
      && (0..<3).allSatisfy { bytes[offset - 3 + $0] | 0x20 == 0x77 }
  }

  @inline(__always) private static func isBreakable(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x3F, 0x26, 0x3D, 0x2D, 0x2E, 0x5F, 0x23: true  // / ? & = - . _ #
    default: false
    }
  }

  @inline(__always) private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x27, 0x29, 0x2C, 0x3A, 0x3B, 0x5D, 0x7D: true  // ! ' ) , : ; ] }
    default: false
    }
  }
}

extension LineBreakGroup {
  /// Characters that follow a closing quotation mark and never an opening one.
  static var afterClosingStraightQuote: Self {
    LineBreakClass.space | .closePunctuation | .closeParenthesis | .exclamation | .infixNumeric | .nonstarter
      | .mandatoryBreak | .carriageReturn | .lineFeed | .nextLine
  }

  /// Characters that may start a line after a solidus, if one must.
  static var afterSolidus: Self {
    LineBreakClass.alphabetic | .hebrewLetter | .numeric | .ideographic | .emojiBase | .openPunctuation
      | .prefixNumeric | .hangulLV | .hangulLVT | .hangulL
  }
}

extension LineBreaker.Lookahead {
  /// Whether a letter or digit of a narrow script follows immediately.
  func isAlphanumericNext() -> Bool {
    end < text.count && text.category(at: end).category.cells.autospace == .alphanumeric
  }

  /// Whether the text or a forced break ends here.
  func isAtEndOfParagraph() -> Bool {
    end >= text.count || text.category(at: end).category.lineBreakClass.isIn(.hardBreaks)
  }

  /// Whether the same scalar follows immediately.
  func isRepeated() -> Bool {
    let length = end - offset
    guard end + length <= text.count else { return false }
    return (0..<length).allSatisfy { text.bytes[offset + $0] == text.bytes[end + $0] }
  }
}
