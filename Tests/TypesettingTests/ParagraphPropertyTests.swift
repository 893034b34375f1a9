import Foundation
import SeededRandom
import Testing

@testable import Typesetting

struct ParagraphPropertyTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func nothingIsLostAndNothingIsTooWide(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = RandomText.text(pieces: Int.random(in: 0...80, using: &generator), using: &generator)
      let options = RandomText.options(using: &generator)
      let faults = ParagraphChecks.faults(of: ParagraphLayout(text, options: options))
      #expect(faults.isEmpty, "\(options)\n\(text.debugDescription)\n\(faults)")
    }
  }

  @Test(arguments: 100..<120 as Range<UInt64>)
  func anyUnicodeIsSet(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = RandomText.anyUnicode(scalars: 60, using: &generator)
      let options = RandomText.options(using: &generator)
      let layout = ParagraphLayout(text, options: options)
      let faults = ParagraphChecks.coverage(of: layout) + ParagraphChecks.widths(of: layout)
      #expect(faults.isEmpty, "\(options)\n\(text.debugDescription)\n\(faults)")
    }
  }

  @Test(arguments: 200..<240 as Range<UInt64>)
  func theFastPathAgreesWithTheRules(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = RandomText.text(pieces: 80, using: &generator)
      let options = RandomText.options(using: &generator)
      let (fast, slow) = text.withUTF8Text { bytes in
        var composer = LineComposer(text: bytes, options: options)
        let fast = composer.lines()
        composer.usesFastPath = false
        return (fast, composer.lines())
      }
      guard fast != slow else { continue }
      let place = zip(fast, slow).first { $0 != $1 }
      let around = place.map {
        String(decoding: Array(text.utf8)[$0.0.utf8Range.lowerBound...].prefix(60), as: UTF8.self)
      }
      Issue.record("\(around.debugDescription) \(place.debugDescription) \(options)")
    }
  }

  @Test(arguments: 600..<620 as Range<UInt64>)
  func linesEndAsInAReferenceWrapper(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = RandomText.text(pieces: 50, using: &generator)
      var options = RandomText.options(using: &generator)
      options.avoidsShortLastLine = false
      options.balancesLines = false
      options.stripsPadding = true
      options.padsNarrowMarks = false
      options.indentsSegments = false
      let expected = ReferenceWrapper(text, options: options).lineEnds()
      let ends = ParagraphLayout(text, options: options).lines.map(\.utf8Range.upperBound).prefix(expected.count)
      #expect(Array(ends) == expected, "\(options)\n\(text.debugDescription)")
    }
  }

  @Test(arguments: 300..<330 as Range<UInt64>)
  func shortcutsAgreeWithTheRules(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let text =
        round.isMultiple(of: 2)
        ? RandomText.text(pieces: 60, using: &generator) : RandomText.anyUnicode(scalars: 60, using: &generator)
      for tailoring in [Tailoring.unicode, .none, .basic, .gb, .strict] {
        let shortcut = Self.decisions(text, tailoring) { $0.advance(over: $1, at: $2, endingAt: $3, in: $4) }
        let rules = Self.decisions(text, tailoring) { $0.advanceByRules(over: $1, at: $2, endingAt: $3, in: $4) }
        guard let place = zip(shortcut, rules).enumerated().first(where: { $0.element.0 != $0.element.1 }) else {
          continue
        }
        Issue.record("\(tailoring) scalar \(place) of \(text.debugDescription)")
      }
    }
  }

  private static func decisions(
    _ text: String, _ tailoring: Tailoring,
    _ advance: (inout LineBreaker, ScalarCategory, Int, Int, UTF8Text) -> BreakOpportunity
  ) -> [BreakOpportunity] {
    text.withUTF8Text { text in
      var breaker = LineBreaker(tailoring: tailoring)
      var decisions: [BreakOpportunity] = []
      var offset = 0
      while offset < text.count {
        let (category, length) = text.category(at: offset)
        decisions.append(advance(&breaker, category, offset, offset + length, text))
        offset += length
      }
      return decisions
    }
  }

  @Test(arguments: 400..<430 as Range<UInt64>)
  func settingALineAgainGivesOneLine(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let text = RandomText.text(pieces: 60, using: &generator)
      var options = RandomText.options(using: &generator)
      options.firstLineIndentInCells = 0
      options.restIndentInCells = 0
      options.stripsPadding = false
      let utf8 = Array(text.utf8)
      for line in ParagraphLayout(text, options: options).lines {
        let again = ParagraphLayout(String(decoding: utf8[line.utf8Range], as: UTF8.self), options: options)
        #expect(again.lines.count == 1, "\(options)\n\(again.text.debugDescription) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: 500..<520 as Range<UInt64>)
  func offsetsMapToPlacesAndBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = RandomText.text(pieces: 80, using: &generator)
    let layout = ParagraphLayout(text, options: RandomText.options(using: &generator))
    for index in layout.lines.indices {
      for cluster in layout.clusters(ofLineAt: index) where cluster.widthInCells > 0 {
        let offset = cluster.utf8Range.lowerBound
        let (line, column) = layout.position(ofUTF8Offset: offset)
        #expect(line == index && column == cluster.column)
        #expect(layout.utf8Offset(lineIndex: index, column: cluster.column) == offset)
        let spans = layout.spans(of: cluster.utf8Range)
        #expect(spans.map(\.columns) == [cluster.column..<cluster.column + cluster.widthInCells])
      }
    }
  }
}
