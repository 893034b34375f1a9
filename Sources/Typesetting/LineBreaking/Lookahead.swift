extension LineBreaker {
  /// A scalar as the rules see it: its class may have been resolved by its neighbours.
  struct Element {
    var lineBreakClass: LineBreakClass
    var isEastAsian: Bool
    var mark: MarkRole

    @inline(__always) init(lineBreakClass: LineBreakClass, isEastAsian: Bool, mark: MarkRole) {
      self.lineBreakClass = lineBreakClass
      self.isEastAsian = isEastAsian
      self.mark = mark
    }

    /// LB1 resolves CJ to NS; a tailoring may leave it an ideograph (CSS Text 4, `line-break`).
    @inline(__always) init(_ category: ScalarCategory, _ tailoring: Tailoring) {
      lineBreakClass = category.lineBreakClass
      isEastAsian = category.isEastAsian
      mark = category.mark
      if lineBreakClass == .conditionalStarter {
        lineBreakClass = tailoring == .unicode || tailoring == .strict ? .nonstarter : .ideographic
      }
    }

    /// LB10.
    var asLetter: Element {
      Element(lineBreakClass: .alphabetic, isEastAsian: false, mark: .none)
    }
  }

  /// The text after the current scalar.
  struct Lookahead {
    let text: UTF8Text
    /// Where the scalar starts and ends.
    let offset: Int
    let end: Int

    /// The first scalar after it that is not an attached mark, `nil` at the end of the text.
    func next() -> ScalarCategory? {
      var place = end
      while place < text.count {
        let (category, length) = text.category(at: place)
        if !category.lineBreakClass.isIn(.marksAndJoiners) { return category }
        place += length
      }
      return nil
    }

    func nextClass() -> LineBreakClass? {
      next()?.lineBreakClass
    }

    func isNextEastAsian() -> Bool {
      next()?.isEastAsian ?? false
    }

    /// LB25: `NU`, or `IS NU`.
    func isNumberNext() -> Bool {
      var place = end
      var hasInfix = false
      while place < text.count {
        let (category, length) = text.category(at: place)
        switch category.lineBreakClass {
        case .combiningMark, .zeroWidthJoiner: break
        case .numeric: return true
        case .infixNumeric where !hasInfix: hasInfix = true
        default: return false
        }
        place += length
      }
      return false
    }
  }
}
