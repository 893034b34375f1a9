/// Grapheme_Cluster_Break, Indic_Conjunct_Break and Extended_Pictographic of a scalar.
struct GraphemeProperties {
  let rawValue: UInt8

  @inline(__always) var breakClass: GraphemeBreakClass { GraphemeBreakClass(rawValue: rawValue & 0x0F) }
  @inline(__always) var conjunct: UInt8 { rawValue &>> 4 & 3 }
  @inline(__always) var isPictographic: Bool { rawValue & 0x40 != 0 }
}

/// Grapheme_Cluster_Break (UAX #29, table 2), in the order of `Scripts/generate-unicode`.
struct GraphemeBreakClass: Equatable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  static var other: Self { Self(rawValue: 0) }
  static var carriageReturn: Self { Self(rawValue: 1) }
  static var lineFeed: Self { Self(rawValue: 2) }
  static var control: Self { Self(rawValue: 3) }
  static var extend: Self { Self(rawValue: 4) }
  static var zeroWidthJoiner: Self { Self(rawValue: 5) }
  static var regionalIndicator: Self { Self(rawValue: 6) }
  static var prepend: Self { Self(rawValue: 7) }
  static var spacingMark: Self { Self(rawValue: 8) }
  static var l: Self { Self(rawValue: 9) }
  static var v: Self { Self(rawValue: 10) }
  static var t: Self { Self(rawValue: 11) }
  static var lv: Self { Self(rawValue: 12) }
  static var lvt: Self { Self(rawValue: 13) }

  @inline(__always) var isControl: Bool { rawValue &- 1 < 3 }
}

/// Finds the boundaries of extended grapheme clusters, scalar by scalar (UAX #29, revision 47, Unicode 17.0).
struct GraphemeBreaker {
  private var last: GraphemeBreakClass
  /// Indic_Conjunct_Break: 0 nothing, 1 a consonant and extenders, 2 with a linker among them (GB9c).
  private var conjunct: UInt8
  /// 0 nothing, 1 a pictograph and extenders, 2 a joiner after that (GB11).
  private var pictograph: UInt8
  private var hasOddRegionalIndicators: Bool

  /// Starts at a boundary, with the cluster's first scalar.
  @inline(__always) init(first properties: GraphemeProperties) {
    last = properties.breakClass
    conjunct = properties.conjunct == 1 ? 1 : 0
    pictograph = properties.isPictographic ? 1 : 0
    hasOddRegionalIndicators = properties.breakClass == .regionalIndicator
  }

  /// Whether a cluster ends before a scalar; then takes the scalar as the last one.
  mutating func endsCluster(before next: GraphemeProperties) -> Bool {
    if Self.joins(last, conjunct, pictograph, hasOddRegionalIndicators, next) {
      absorb(next)
      return false
    }
    self = Self(first: next)
    return true
  }

  /// Whether two scalars of these kinds never join: the common case, without any state.
  @inline(__always) static func alwaysParts(_ first: GraphemeProperties, _ second: GraphemeProperties) -> Bool {
    first.rawValue | second.rawValue == 0
  }

  private static func joins(
    _ last: GraphemeBreakClass, _ conjunct: UInt8, _ pictograph: UInt8, _ odd: Bool, _ next: GraphemeProperties
  ) -> Bool {
    let kind = next.breakClass
    if last == .carriageReturn { return kind == .lineFeed }  // GB3, GB4
    if last.isControl || kind.isControl { return false }  // GB4, GB5
    switch last {
    case .l: if kind == .l || kind == .v || kind == .lv || kind == .lvt { return true }  // GB6
    case .lv, .v: if kind == .v || kind == .t { return true }  // GB7
    case .lvt, .t: if kind == .t { return true }  // GB8
    case .prepend: return true  // GB9b
    case .regionalIndicator: if kind == .regionalIndicator { return odd }  // GB12, GB13
    default: break
    }
    if kind == .extend || kind == .zeroWidthJoiner || kind == .spacingMark { return true }  // GB9, GB9a
    if conjunct == 2, next.conjunct == 1 { return true }  // GB9c
    return pictograph == 2 && next.isPictographic  // GB11
  }

  private mutating func absorb(_ next: GraphemeProperties) {
    let kind = next.breakClass
    switch next.conjunct {
    case 1: conjunct = 1
    case 2: break
    case 3: if conjunct == 1 { conjunct = 2 }
    default: conjunct = 0
    }
    if next.isPictographic {
      pictograph = 1
    } else if pictograph != 0 {
      pictograph = kind == .zeroWidthJoiner ? 2 : kind == .extend ? 1 : 0
    }
    hasOddRegionalIndicators = kind == .regionalIndicator && !hasOddRegionalIndicators
    last = kind
  }
}
