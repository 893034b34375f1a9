import ChineseReadings
import Typesetting

/// How readings are written beside their characters.
struct ReadingStyle: Sendable, Hashable {
  var notation: PhoneticNotation
  /// Whether tones are marks; digits are for terminals that lack accented letters, or draw them two columns wide.
  var marksTones: Bool

  init(notation: PhoneticNotation, marksTones: Bool) {
    self.notation = notation
    self.marksTones = marksTones
  }

  /// In a form that a terminal can show.
  init(notation: PhoneticNotation, on traits: TerminalTraits) {
    self.init(notation: notation, marksTones: traits.drawsSymbols && traits.ambiguousWidth == .narrow)
  }

  /// A reading in its displayed form; a guess is followed by a question mark, since not every terminal has a fainter
  /// style.
  func text(of reading: Reading) -> String {
    notation.text(of: reading.syllable, marksTones: marksTones) + (reading.isGuess ? "?" : "")
  }

  /// The most cells that a reading takes: no syllable has more letters than zhuang.
  func mostCells(ambiguous: AmbiguousWidth) -> Int {
    notation.text(of: Syllable(numbered: "zhuang4"), marksTones: marksTones).widthInCells(ambiguous: ambiguous) + 1
  }

  /// A reading, ready to be drawn from column 0 on; a guess is fainter.
  static func glyphs(of text: String, isGuess: Bool, ambiguous: AmbiguousWidth) -> [PlacedGlyph] {
    var column = 0
    return CellText(text, ambiguous: ambiguous).glyphs.map { glyph in
      defer { column += Int(glyph.widthInCells) }
      return PlacedGlyph(column: column, glyph: glyph, role: .ruby, attributes: isGuess ? .dim : [])
    }
  }
}

extension Leaf {
  /// Readings of the characters in a part of the text, except in code, in the room's additions, and where the author
  /// set ruby.
  func readings(in range: Range<Int>) -> [Reading] {
    switch kind {
    case .title, .standfirst, .paragraph, .heading, .byline, .credit, .endmark, .notice, .term, .figure, .embed: break
    case .factLine, .ornament, .preformatted, .rule, .table, .noteHeading, .note: return []
    }
    guard !isMadeByRoom, !range.isEmpty else { return [] }
    let left = runs.filter { !$0.style.isDisjoint(with: [.aside, .code, .annotated]) }.map(\.utf8Range)
    return text.chineseReadings(outside: left).filter { range.contains($0.utf8Range.lowerBound) }
  }
}

extension String {
  /// The readings of the characters that do not begin in one of some ranges, which are sorted by their starts and may
  /// overlap.
  func chineseReadings(outside ranges: [Range<Int>]) -> [Reading] {
    var next = 0
    var end = 0
    return chineseReadings().filter { reading in
      while next < ranges.count, ranges[next].lowerBound <= reading.utf8Range.lowerBound {
        end = max(end, ranges[next].upperBound)
        next += 1
      }
      return reading.utf8Range.lowerBound >= end
    }
  }
}
