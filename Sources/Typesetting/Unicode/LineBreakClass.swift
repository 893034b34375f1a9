/// Line_Break (UAX #14, table 1) after LB1, with the subclasses that the rules name.
///
/// In the order of `Scripts/generate-unicode`.
struct LineBreakClass: Equatable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  static var alphabetic: Self { Self(rawValue: 0) }
  static var hebrewLetter: Self { Self(rawValue: 1) }
  static var numeric: Self { Self(rawValue: 2) }
  static var ideographic: Self { Self(rawValue: 3) }
  static var emojiBase: Self { Self(rawValue: 4) }
  static var emojiModifier: Self { Self(rawValue: 5) }
  static var aksara: Self { Self(rawValue: 6) }
  static var aksaraPrebase: Self { Self(rawValue: 7) }
  static var aksaraStart: Self { Self(rawValue: 8) }
  /// ◌, which LB28a names.
  static var dottedCircle: Self { Self(rawValue: 9) }
  static var viramaFinal: Self { Self(rawValue: 10) }
  static var virama: Self { Self(rawValue: 11) }
  /// ID, Extended_Pictographic and unassigned, which LB30b names.
  static var unassignedPictograph: Self { Self(rawValue: 12) }
  static var conditionalStarter: Self { Self(rawValue: 13) }
  static var breakBefore: Self { Self(rawValue: 14) }
  static var breakBoth: Self { Self(rawValue: 15) }
  static var breakAfter: Self { Self(rawValue: 16) }
  static var unambiguousHyphen: Self { Self(rawValue: 17) }
  static var hyphen: Self { Self(rawValue: 18) }
  static var nonstarter: Self { Self(rawValue: 19) }
  static var exclamation: Self { Self(rawValue: 20) }
  static var closePunctuation: Self { Self(rawValue: 21) }
  static var closeParenthesis: Self { Self(rawValue: 22) }
  static var infixNumeric: Self { Self(rawValue: 23) }
  static var breakSymbol: Self { Self(rawValue: 24) }
  static var inseparable: Self { Self(rawValue: 25) }
  static var openPunctuation: Self { Self(rawValue: 26) }
  /// QU that is neither Pi nor Pf.
  static var quotation: Self { Self(rawValue: 27) }
  /// QU with General_Category Pi.
  static var initialQuotation: Self { Self(rawValue: 28) }
  /// QU with General_Category Pf.
  static var finalQuotation: Self { Self(rawValue: 29) }
  static var glue: Self { Self(rawValue: 30) }
  static var wordJoiner: Self { Self(rawValue: 31) }
  static var zeroWidthSpace: Self { Self(rawValue: 32) }
  static var space: Self { Self(rawValue: 33) }
  static var mandatoryBreak: Self { Self(rawValue: 34) }
  static var carriageReturn: Self { Self(rawValue: 35) }
  static var lineFeed: Self { Self(rawValue: 36) }
  static var nextLine: Self { Self(rawValue: 37) }
  static var combiningMark: Self { Self(rawValue: 38) }
  static var zeroWidthJoiner: Self { Self(rawValue: 39) }
  static var postfixNumeric: Self { Self(rawValue: 40) }
  static var prefixNumeric: Self { Self(rawValue: 41) }
  static var hangulL: Self { Self(rawValue: 42) }
  static var hangulV: Self { Self(rawValue: 43) }
  static var hangulT: Self { Self(rawValue: 44) }
  static var hangulLV: Self { Self(rawValue: 45) }
  static var hangulLVT: Self { Self(rawValue: 46) }
  static var regionalIndicator: Self { Self(rawValue: 47) }
  static var contingentBreak: Self { Self(rawValue: 48) }
  /// AL, Extended_Pictographic and unassigned, which LB30b names.
  static var unassignedPictographicLetter: Self { Self(rawValue: 49) }
  /// The start of the text, and what follows a mandatory break.
  static var startOfText: Self { Self(rawValue: 63) }

  /// Whether the class is in a set, one bit a raw value.
  @inline(__always) func isIn(_ group: LineBreakGroup) -> Bool {
    group.bits &>> UInt64(rawValue) & 1 != 0
  }
}

/// A set of line break classes that a rule names; written as `LineBreakClass.space | .glue`.
struct LineBreakGroup {
  let bits: UInt64

  @inline(__always) init(bits: UInt64) {
    self.bits = bits
  }
}

extension LineBreakClass {
  @inline(__always) static func | (first: Self, second: Self) -> LineBreakGroup {
    LineBreakGroup(bits: 1 &<< UInt64(first.rawValue) | 1 &<< UInt64(second.rawValue))
  }
}

extension LineBreakGroup {
  @inline(__always) static func | (group: Self, one: LineBreakClass) -> Self {
    Self(bits: group.bits | 1 &<< UInt64(one.rawValue))
  }

  // MARK: Groups of UAX #14

  static var hardBreaks: Self {
    LineBreakClass.mandatoryBreak | .carriageReturn | .lineFeed | .nextLine
  }
  /// LB15a, what may appear before an opening quotation mark.
  static var beforeOpeningQuote: Self {
    LineBreakClass.startOfText | .openPunctuation | .quotation | .initialQuotation | .finalQuotation | .glue | .space
      | .zeroWidthSpace
  }
  /// LB15b, what may follow a closing quotation mark.
  static var afterClosingQuote: Self {
    LineBreakClass.space | .glue | .wordJoiner | .closePunctuation | .quotation | .initialQuotation | .finalQuotation
      | .closeParenthesis | .exclamation | .infixNumeric | .breakSymbol | .mandatoryBreak | .carriageReturn | .lineFeed
      | .nextLine | .zeroWidthSpace
  }
  static var quotations: Self { LineBreakClass.quotation | .initialQuotation | .finalQuotation }
  /// LB20a, what precedes a hyphen that begins a word.
  static var beforeLeadingHyphen: Self {
    LineBreakClass.startOfText | .space | .zeroWidthSpace | .contingentBreak | .glue
  }
  static var hyphens: Self { LineBreakClass.hyphen | .unambiguousHyphen }
  static var letters: Self {
    LineBreakClass.alphabetic | .hebrewLetter | .dottedCircle | .unassignedPictographicLetter
  }
  static var emojiBases: Self {
    LineBreakClass.emojiBase | .unassignedPictograph | .unassignedPictographicLetter
  }
  static var ideographs: Self {
    LineBreakClass.ideographic | .emojiBase | .emojiModifier | .unassignedPictograph
  }
  static var numberAffixes: Self { LineBreakClass.prefixNumeric | .postfixNumeric }
  static var closings: Self { LineBreakClass.closePunctuation | .closeParenthesis }
  static var hangul: Self {
    LineBreakClass.hangulL | .hangulV | .hangulT | .hangulLV | .hangulLVT
  }
  static var aksaras: Self { LineBreakClass.aksara | .aksaraStart | .dottedCircle }
  static var marksAndJoiners: Self { LineBreakClass.combiningMark | .zeroWidthJoiner }
  /// A line may end between these and an ideograph, with spaces or without (LB18, LB31).
  static var openForIdeographs: Self {
    LineBreakClass.ideographic | .closePunctuation | .exclamation | .nonstarter | .alphabetic | .numeric
      | .infixNumeric | .inseparable
  }
  /// A line may end between these and an opening bracket, with spaces or without (LB18, LB31), and a letter or digit.
  static var openForBrackets: Self {
    LineBreakClass.ideographic | .closePunctuation | .exclamation | .nonstarter
  }
  /// No line ends between these and a closing mark, with spaces or without (LB13).
  static var closedToStops: Self {
    LineBreakClass.ideographic | .closePunctuation | .exclamation | .nonstarter | .alphabetic | .numeric
      | .inseparable
  }
  /// LB9, what a combining mark does not attach to.
  static var unattachable: Self {
    LineBreakClass.startOfText | .zeroWidthSpace | .space
  }
}
