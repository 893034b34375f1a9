/// What a `LineBreaker` remembers of the text so far, packed into a word.
///
/// Bits 0–5 the last class, 6–10 its mark, 11–16 the class before it, 17–25 flags, 26–27 the number, 28–30 the tailoring.
extension LineBreaker {
  @inline(__always) init(tailoring: Tailoring) {
    bits = UInt32(tailoring.rawValue) &<< 28
    last = .startOfText
    beforeLast = .startOfText
  }

  /// LB25: how far a number has come.
  struct NumberState: Equatable {
    let rawValue: UInt8

    static var none: Self { Self(rawValue: 0) }
    /// `NU (SY | IS)*`
    static var digits: Self { Self(rawValue: 1) }
    /// `NU (SY | IS)* (CL | CP)`
    static var closed: Self { Self(rawValue: 2) }
  }

  /// The class of the last scalar that is neither a space nor an attached mark (LB9).
  @inline(__always) var last: LineBreakClass {
    get { LineBreakClass(rawValue: UInt8(truncatingIfNeeded: bits &>> 0 & 63)) }
    set { bits = bits & ~(63 << 0) | UInt32(newValue.rawValue) &<< 0 }
  }

  @inline(__always) var lastMark: MarkRole {
    get { MarkRole(rawValue: UInt8(truncatingIfNeeded: bits &>> 6 & 31)) }
    set { bits = bits & ~(31 << 6) | UInt32(newValue.rawValue) &<< 6 }
  }

  /// The class before `last`; `space` if spaces are between them.
  @inline(__always) var beforeLast: LineBreakClass {
    get { LineBreakClass(rawValue: UInt8(truncatingIfNeeded: bits &>> 11 & 63)) }
    set { bits = bits & ~(63 << 11) | UInt32(newValue.rawValue) &<< 11 }
  }

  @inline(__always) var isLastEastAsian: Bool {
    get { bits & 1 << 17 != 0 }
    set { bits = newValue ? bits | 1 << 17 : bits & ~(1 << 17) }
  }

  @inline(__always) var isBeforeLastEastAsian: Bool {
    get { bits & 1 << 18 != 0 }
    set { bits = newValue ? bits | 1 << 18 : bits & ~(1 << 18) }
  }

  /// Spaces follow `last`.
  @inline(__always) var hasSpaces: Bool {
    get { bits & 1 << 19 != 0 }
    set { bits = newValue ? bits | 1 << 19 : bits & ~(1 << 19) }
  }

  @inline(__always) var endsInJoiner: Bool {
    get { bits & 1 << 20 != 0 }
    set { bits = newValue ? bits | 1 << 20 : bits & ~(1 << 20) }
  }

  /// An odd number of regional indicators, or of equal dashes or ellipses, ends here.
  @inline(__always) var isRunOdd: Bool {
    get { bits & 1 << 21 != 0 }
    set { bits = newValue ? bits | 1 << 21 : bits & ~(1 << 21) }
  }

  /// A number, with nothing after it but units and spaces, ends here.
  @inline(__always) var isQuantity: Bool {
    get { bits & 1 << 22 != 0 }
    set { bits = newValue ? bits | 1 << 22 : bits & ~(1 << 22) }
  }

  @inline(__always) var isInURL: Bool {
    get { bits & 1 << 23 != 0 }
    set { bits = newValue ? bits | 1 << 23 : bits & ~(1 << 23) }
  }

  /// A straight quotation mark has opened in this paragraph and none has closed.
  @inline(__always) var isStraightQuoteOpen: Bool {
    get { bits & 1 << 24 != 0 }
    set { bits = newValue ? bits | 1 << 24 : bits & ~(1 << 24) }
  }

  @inline(__always) var number: NumberState {
    get { NumberState(rawValue: UInt8(truncatingIfNeeded: bits &>> 26 & 3)) }
    set { bits = bits & ~(3 << 26) | UInt32(newValue.rawValue) &<< 26 }
  }

  @inline(__always) var tailoring: Tailoring {
    Tailoring(rawValue: UInt8(truncatingIfNeeded: bits &>> 28))
  }

  /// Takes a scalar that is not an attached mark into the state.
  @inline(__always) mutating func absorb(_ element: Element) {
    let kind = element.lineBreakClass
    if kind == .space {
      absorbSpace()
      return
    }
    let oldNumber = number
    var newNumber = NumberState.none
    if kind == .numeric {
      newNumber = .digits
    } else if oldNumber == .digits {
      if kind == .breakSymbol || kind == .infixNumeric {
        newNumber = .digits
      } else if kind.isIn(.closings), !hasSpaces, tailoring == .unicode || !element.mark.isStop {
        newNumber = .closed  // a full-width stop ends it: 100，￥200
      }
    }
    let isQuantity = kind == .numeric || (element.mark == .unit && self.isQuantity)
    let continuesRun = kind == last && element.mark == lastMark && !hasSpaces
    let isRunOdd = !(continuesRun && self.isRunOdd)
    let before = hasSpaces ? LineBreakClass.space : last.isIn(.hardBreaks) ? .startOfText : last
    let isBeforeEastAsian = !hasSpaces && isLastEastAsian

    var next = bits & (7 << 28 | 1 << 24 | 1 << 23 | 1 << 20)  // the tailoring, the quotation, the URL, the joiner
    next |= UInt32(kind.rawValue) | UInt32(element.mark.rawValue) &<< 6 | UInt32(before.rawValue) &<< 11
    next |= (element.isEastAsian ? 1 << 17 : 0) | (isBeforeEastAsian ? 1 << 18 : 0)
    next |= (isRunOdd ? 1 << 21 : 0) | (isQuantity ? 1 << 22 : 0) | UInt32(newNumber.rawValue) &<< 26
    bits = next
  }

  @inline(__always) mutating func absorbSpace() {
    if last.isIn(.hardBreaks), !hasSpaces {
      last = .startOfText
      lastMark = .none
      isLastEastAsian = false
    }
    hasSpaces = true
    number = .none
  }
}
