/// The role of a scalar among the Chinese punctuation marks, in the order of `Scripts/generate-unicode`.
///
/// Source: CLREQ, "Prohibition Rules for Line Start and Line End".
struct MarkRole: Equatable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  static var none: Self { Self(rawValue: 0) }
  /// 、，。
  static var coreStop: Self { Self(rawValue: 1) }
  /// ．：；！？ and the double ones.
  static var stop: Self { Self(rawValue: 2) }
  static var close: Self { Self(rawValue: 3) }
  static var open: Self { Self(rawValue: 4) }
  static var quoteClose: Self { Self(rawValue: 5) }
  static var quoteOpen: Self { Self(rawValue: 6) }
  static var connector: Self { Self(rawValue: 7) }
  static var wideConnector: Self { Self(rawValue: 8) }
  static var emDash: Self { Self(rawValue: 9) }
  static var longDash: Self { Self(rawValue: 10) }
  static var ellipsis: Self { Self(rawValue: 11) }
  static var interpunct: Self { Self(rawValue: 12) }
  static var solidus: Self { Self(rawValue: 13) }
  static var wideSolidus: Self { Self(rawValue: 14) }
  /// 〜 ゠, which may start a line unless the rules are strict.
  static var cjkHyphen: Self { Self(rawValue: 15) }
  /// A unit or counter that prefers to stay with the number before it; not a mark.
  static var unit: Self { Self(rawValue: 16) }

  /// ", which opens or closes depending on its place; not in the table of marks.
  static var straightQuote: Self { Self(rawValue: 17) }

  /// ０ to ９.
  static var wideDigit: Self { Self(rawValue: 18) }
  static var bopomofoInitial: Self { Self(rawValue: 19) }
  static var bopomofoFinal: Self { Self(rawValue: 20) }
  /// ˊ ˇ ˋ ˙ ˉ, which belong to the syllable beside them.
  static var tone: Self { Self(rawValue: 21) }
  /// @ and #, which belong to a name or a topic.
  static var sign: Self { Self(rawValue: 22) }

  @inline(__always) var isBopomofo: Bool { self == .bopomofoInitial || self == .bopomofoFinal }

  /// A punctuation mark, of those that CLREQ's table lists.
  @inline(__always) var isMark: Bool { rawValue &- 1 < 14 }
  @inline(__always) var isStop: Bool { self == .coreStop || self == .stop }
  @inline(__always) var isSolidus: Bool { self == .solidus || self == .wideSolidus }
  /// Comes in pairs that are never separated: —— and ……
  @inline(__always) var isPaired: Bool { rawValue &- 9 < 3 }
  /// Never starts a line at `basic` and above; dashes and ellipses have rules of their own.
  @inline(__always) var neverStartsLine: Bool {
    Self.lineStartBans &>> UInt32(rawValue) & 1 != 0
  }

  @inline(__always) private static var lineStartBans: UInt32 {
    // coreStop, stop, close, quoteClose, connector, wideConnector, interpunct, solidus, wideSolidus
    1 << 1 | 1 << 2 | 1 << 3 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12 | 1 << 13 | 1 << 14
  }

  /// Whether the mark may hang in the gutter.
  @inline(__always) func hangs(_ hanging: HangingPunctuation) -> Bool {
    switch hanging {
    case .none: false
    case .core: self == .coreStop
    case .stops: isStop
    }
  }
}
