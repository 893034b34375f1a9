import Text

/// The slow path of the sanitizer: it decides scalar by scalar, depending on the last one kept.
struct SanitizingFilter {
  private(set) var output = ""
  /// For every UTF-8 offset of the input, and for its end, the offset in the output. Only on request.
  private(set) var outputOffsets: [Int] = []
  var recordsOffsets = false

  private let keepsLineBreaks: Bool
  private var outputLength = 0
  private var markCount = 0
  /// The last scalar kept; `nil` at the start of a line.
  private var last: Unicode.Scalar?
  private var lastWasVariationSelector = false
  /// A ZWJ or ZWNJ that stays only if the next scalar kept joins to the base.
  private var pendingJoiner: Unicode.Scalar?
  /// The last scalar kept that is neither a mark nor a selector.
  private var base: Unicode.Scalar?

  init(keepsLineBreaks: Bool) {
    self.keepsLineBreaks = keepsLineBreaks
  }

  mutating func run(_ text: String) {
    let scalars = text.unicodeScalars
    output.reserveCapacity(text.utf8.count)
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if recordsOffsets {
        for _ in 0..<UTF8.width(scalar) { outputOffsets.append(outputLength) }
      }
      if scalar.value == 0x1F3F4, let end = Self.endOfFlagTags(scalars, after: next) {
        for tag in scalars[index..<end] { keep(tag) }
        if recordsOffsets {
          for tag in scalars[next..<end] {
            for _ in 0..<UTF8.width(tag) { outputOffsets.append(outputLength) }
          }
        }
        base = scalar
        index = end
        continue
      }
      filter(scalar, next: next < scalars.endIndex ? scalars[next] : nil)
      index = next
    }
    if recordsOffsets { outputOffsets.append(outputLength) }
  }

  private mutating func filter(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
    switch scalar.value {
    case 0x20...0x7E: keepBase(scalar)
    case 0x0A, 0x85, 0x2028, 0x2029, 0x0B, 0x0C: breakLine()
    // CR LF is one line end; a lone CR is one too.
    case 0x0D: if next != "\n" { breakLine() }
    case 0x09:
      keepBase(" ")
      if keepsLineBreaks { for _ in 0..<3 { keepBase(" ") } }
    case 0x00...0x1F: keepBase(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: keepBase("\u{2421}")
    case 0x80...0x9F, 0xFDD0...0xFDEF: keepBase("\u{FFFD}")
    case _ where scalar.value & 0xFFFE == 0xFFFE: keepBase("\u{FFFD}")
    case 0x200C, 0x200D: pendingJoiner = scalar
    case 0xFE00...0xFE0F: filterVariationSelector(scalar, fits: base.map(Self.allowsSelector) ?? false)
    case 0xE0100...0xE01EF: filterVariationSelector(scalar, fits: base.map(\.isHan) ?? false)
    case 0x180B...0x180D, 0x180F:
      filterVariationSelector(scalar, fits: base.map { 0x1800...0x18AF ~= $0.value } ?? false)
    case _ where Self.isIgnorable(scalar.value): break
    default: filterVisible(scalar)
    }
  }

  private mutating func filterVisible(_ scalar: Unicode.Scalar) {
    // Vowels and finals of conjoining Hangul take no room after a leading consonant: they stack like combining marks.
    if Self.isHangulTail(scalar), let base, Self.isHangul(base) {
      guard markCount < Sanitizer.combiningMarkLimit else { return }
      markCount += 1
      return keep(scalar)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      if last == nil {
        keepBase("\u{25CC}")
      }
      guard markCount < Sanitizer.combiningMarkLimit else { return }
      markCount += 1
      keep(scalar)
    case .control, .format, .surrogate:
      // Characters that Unicode adds later: a format control of a script is kept, since it shapes letters.
      if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .control { return }
      keepBase(scalar)
    default: keepBase(scalar)
    }
  }

  private mutating func filterVariationSelector(_ scalar: Unicode.Scalar, fits: Bool) {
    guard fits, !lastWasVariationSelector, last == base else { return }
    keep(scalar)
    lastWasVariationSelector = true
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    if let joiner = pendingJoiner {
      pendingJoiner = nil
      if joins(joiner, scalar) {
        output.unicodeScalars.append(joiner)
        outputLength += UTF8.width(joiner)
      }
    }
    output.unicodeScalars.append(scalar)
    outputLength += UTF8.width(scalar)
    last = scalar
    lastWasVariationSelector = false
  }

  private mutating func keepBase(_ scalar: Unicode.Scalar) {
    keep(scalar)
    base = scalar
    markCount = 0
  }

  private mutating func breakLine() {
    guard keepsLineBreaks else { return keepBase(" ") }
    keepBase("\n")
    last = nil
    base = nil
  }

  /// Whether a joiner holds together an emoji or shapes a word.
  private func joins(_ joiner: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    guard let base else { return false }
    if joiner == "\u{200D}", Self.isEmoji(base), Self.isEmoji(next) { return true }
    return isJoiningScript(base) && isJoiningScript(next)
  }

  /// Arabic and related scripts, and those of South Asia, in which joiners are part of spelling (UAX #31, section 2.3).
  private func isJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0xFB50...0xFDCF, 0xFE70...0xFEFC, 0x1800...0x18AF: true
    default: false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  /// Emoji, keycap bases, symbols, and Han and Latin letters with standardized variants.
  private static func allowsSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x0A: false
    case 0x00...0x7F: scalar.properties.isEmoji || scalar == "0"
    default: true
    }
  }

  /// The end of a flag's tags after U+1F3F4 (UTS #51, emoji tag sequences), or `nil` if there is none.
  private static func endOfFlagTags(
    _ scalars: String.UnicodeScalarView, after start: String.Index
  ) -> String.Index? {
    var index = start
    var count = 0
    while index < scalars.endIndex, count <= 6 {
      let value = scalars[index].value
      scalars.formIndex(after: &index)
      if value == 0xE007F { return count >= 3 ? index : nil }
      guard 0xE0030...0xE0039 ~= value || 0xE0061...0xE007A ~= value else { return nil }
      count += 1
    }
    return nil
  }

  private static func isHangulTail(_ scalar: Unicode.Scalar) -> Bool {
    0x1161...0x11FF ~= scalar.value || 0xD7B0...0xD7FB ~= scalar.value
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115E, 0xA960...0xA97C, 0xAC00...0xD7A3: true
    default: isHangulTail(scalar)
    }
  }

  /// Invisible characters, which can only hide or pad text.
  ///
  /// Source: DerivedCoreProperties.txt, Default_Ignorable_Code_Point; plus the bidirectional controls, the
  /// annotation marks U+FFF9–FFFB and the object replacement character.
  static func isIgnorable(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B, 0x200E...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFC, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
