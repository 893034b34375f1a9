/// A number that stands for everything this library asks about a Unicode scalar.
///
/// Scalars with the same properties share a category, so that one trie look-up answers all questions. Source: Unicode
/// Character Database 17.0, through `Scripts/generate-unicode`.
struct ScalarCategory: Equatable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  @inline(__always) init(_ scalar: UInt32) {
    if scalar < 0x80 {
      rawValue = CategoryTrie.ascii[Int(scalar)]
      return
    }
    let leafBits = CategoryTrie.leafBits
    let leaf =
      scalar < 0x10000
      ? Self.pair(CategoryTrie.basic, Int(scalar &>> leafBits)) : Self.supplementaryLeaf(scalar)
    let leafMask = (UInt32(1) &<< leafBits) &- 1
    let place = leaf &<< Int(leafBits) | Int(truncatingIfNeeded: scalar & leafMask)
    rawValue = UInt8(truncatingIfNeeded: Self.pair(CategoryTrie.leaves, place))
  }

  private static func supplementaryLeaf(_ scalar: UInt32) -> Int {
    let leafBits = CategoryTrie.leafBits
    let branchBits = CategoryTrie.branchBits
    let root = Int(CategoryTrie.roots[Int(scalar >> (leafBits + branchBits))])
    let branchMask = (UInt32(1) << branchBits) - 1
    return pair(CategoryTrie.branches, root << Int(branchBits) | Int((scalar >> leafBits) & branchMask))
  }

  /// Two bytes of seven bits each, low bits first.
  @inline(__always) private static func pair(_ bytes: UnsafePointer<UInt8>, _ index: Int) -> Int {
    Int(bytes[2 &* index]) | Int(bytes[2 &* index &+ 1]) &<< 7
  }

  @inline(__always) var lineBreakClass: LineBreakClass {
    LineBreakClass(rawValue: CategoryProperties.lineBreak[Int(rawValue)] & 0x3F)
  }

  /// East_Asian_Width is Wide, Fullwidth or Halfwidth.
  @inline(__always) var isEastAsian: Bool {
    CategoryProperties.lineBreak[Int(rawValue)] & 0x40 != 0
  }

  @inline(__always) var grapheme: GraphemeProperties {
    GraphemeProperties(rawValue: CategoryProperties.grapheme[Int(rawValue)])
  }

  @inline(__always) var cells: CellProperties {
    CellProperties(rawValue: CategoryProperties.cells[Int(rawValue)])
  }

  @inline(__always) var mark: MarkRole {
    MarkRole(rawValue: CategoryProperties.marks[Int(rawValue)] & 0x3F)
  }

  /// Whether terminals agree on the width: of the scalar by itself, or of a mark on a base that they agree on.
  @inline(__always) var isWidthSure: Bool {
    CategoryProperties.marks[Int(rawValue)] & 0x40 != 0
  }
}

/// How many cells a scalar takes, by itself and beside others.
struct CellProperties {
  let rawValue: UInt8

  /// 0, 1, 2; 3 means East Asian Ambiguous.
  @inline(__always) var code: UInt8 { rawValue & 3 }
  @inline(__always) var autospace: AutospaceKind { AutospaceKind(rawValue: rawValue &>> 2 & 3) }
  /// White space that may hang at a line's end.
  @inline(__always) var isBlank: Bool { rawValue & 0x10 != 0 }
  /// VS16 makes it two cells wide (emoji-variation-sequences.txt).
  @inline(__always) var hasEmojiStyle: Bool { rawValue & 0x20 != 0 }
  /// Zero cells after a base, one when it begins a cluster: spacing marks, Hangul vowels and finals.
  @inline(__always) var standsAlone: Bool { rawValue & 0x40 != 0 }
}

/// CSS Text 4, `text-autospace`: which scalars want a gap between them.
struct AutospaceKind: Equatable {
  let rawValue: UInt8

  @inline(__always) init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Neither.
  static var none: Self { Self(rawValue: 0) }
  static var ideograph: Self { Self(rawValue: 1) }
  /// Letters and digits of scripts that are not written in full-width cells.
  static var alphanumeric: Self { Self(rawValue: 2) }

  /// Whether a gap belongs between two neighbours.
  @inline(__always) func wantsGap(before next: Self) -> Bool {
    rawValue ^ next.rawValue == 3
  }
}
