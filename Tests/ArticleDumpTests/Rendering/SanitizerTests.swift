import SeededRandom
import Testing

@testable import ArticleDump

@Suite struct SanitizerTests {
  @Test(arguments: [
    ("阅览室", "阅览室"), ("“引号”——破折号…", "“引号”——破折号…"), ("plain ASCII ~", "plain ASCII ~"), ("", ""),
    ("\u{1B}[31m红", "␛[31m红"), ("\u{1B}]52;c;AAAA\u{07}", "␛]52;c;AAAA␇"), ("a\u{9B}31mb", "a\u{FFFD}31mb"),
    ("甲\u{202E}乙丙\u{202C}", "甲乙丙"), ("\u{2067}x\u{2069}\u{200F}\u{200E}\u{061C}", "x"),
    ("行\n行", "行 行"), ("行\r\n行", "行 行"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"), ("a\tb", "a b"),
    ("a\u{7F}b\u{0}", "a␡b␀"), ("零\u{200B}宽\u{FEFF}度\u{2060}", "零宽度"), ("soft\u{AD}hyphen", "softhyphen"),
    ("👩\u{200D}👩\u{200D}👧 家", "👩\u{200D}👩\u{200D}👧 家"), ("甲\u{200D}乙", "甲乙"),
    ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
    ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष"), ("\u{645}\u{6CC}\u{200C}\u{62E}", "\u{645}\u{6CC}\u{200C}\u{62E}"),
    ("❤\u{FE0F}\u{FE0F}\u{FE0F}", "❤\u{FE0F}"), ("\u{FE0F}甲", "甲"), ("葛\u{E0100}", "葛\u{E0100}"), ("a\u{E0100}", "a"),
    ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
    (
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    ),
    ("甲\u{E0067}\u{E0062}\u{E007F}", "甲"), ("🏴\u{E0067}", "🏴"),
    ("Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "Z\u{301}\u{302}\u{303}\u{304}"), ("\u{301}a", "\u{25CC}\u{301}a"),
    ("Việt Nam ภาษาไทย", "Việt Nam ภาษาไทย"), ("\u{3164}\u{FFA0}\u{115F}", ""), ("か\u{3099}", "か\u{3099}"),
    ("\u{FFF9}a\u{FFFB}\u{FFFC}", "a"),
    ("𠮷野家", "𠮷野家"), ("한국어", "한국어"), ("ｆｕｌｌ，ｗｉｄｔｈ", "ｆｕｌｌ，ｗｉｄｔｈ"),
  ])
  func aLineBecomesHarmless(text: String, expected: String) {
    #expect(Array(Sanitizer.sanitized(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func lineBreaksAreKeptOnRequest() {
    #expect(Sanitizer.sanitized("a\r\nb\rc\n\u{2028}d", keepsLineBreaks: true) == "a\nb\nc\n\nd")
    #expect(Sanitizer.sanitized("a\tb", keepsLineBreaks: true) == "a    b")
  }

  @Test func everyScalarIsHarmlessAndTheFastTestAgreesWithTheFilter() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let result = Sanitizer.sanitized(String(scalar))
      var filter = SanitizingFilter(keepsLineBreaks: false)
      filter.run(String(scalar))
      if !result.unicodeScalars.elementsEqual(filter.output.unicodeScalars) {
        Issue.record("U+\(String(value, radix: 16)): quick and slow differ")
      }
      if let bad = Self.harmful(result) { Issue.record("U+\(String(value, radix: 16)) lets U+\(bad) through") }
      if !Sanitizer.sanitized(result).unicodeScalars.elementsEqual(result.unicodeScalars) {
        Issue.record("U+\(String(value, radix: 16)) changes when sanitized twice")
      }
    }
  }

  @Test func anyMixtureIsHarmlessAndStableOnBothPaths() {
    var generator = SeededGenerator(seed: 7)
    let pool: [ClosedRange<UInt32>] = [
      0x00...0x7F, 0x80...0xFF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF, 0x180B...0x180F,
      0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x4E40, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFF0...0xFFFF,
      0x1F3F4...0x1F3FF, 0x1F466...0x1F469, 0xE0020...0xE007F, 0xE0100...0xE0110, 0x200D...0x200D,
    ]
    for _ in 0..<4_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        let range = pool[Int.random(in: 0..<pool.count, using: &generator)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
      }
      let text = String(scalars)
      for keepsLineBreaks in [false, true] {
        let result = Sanitizer.sanitized(text, keepsLineBreaks: keepsLineBreaks)
        var filter = SanitizingFilter(keepsLineBreaks: keepsLineBreaks)
        filter.recordsOffsets = true
        filter.run(text)
        #expect(filter.output.unicodeScalars.elementsEqual(result.unicodeScalars))
        #expect(filter.outputOffsets.count == text.utf8.count + 1)
        #expect(filter.outputOffsets.last == result.utf8.count)
        let shown = keepsLineBreaks ? result.replacing("\n", with: "") : result
        #expect(Self.harmful(shown) == nil)
        let again = Sanitizer.sanitized(result, keepsLineBreaks: keepsLineBreaks)
        #expect(again.unicodeScalars.elementsEqual(result.unicodeScalars))
      }
    }
  }

  @Test func spansMoveWithTheirText() {
    let styled = StyledText(
      "\u{202E}甲\u{1B}乙\u{200B}",
      spans: [
        StyledText.Span(utf8Range: 0..<3, style: .strong), StyledText.Span(utf8Range: 3..<6, style: .emphasis),
        StyledText.Span(utf8Range: 6..<10, style: .link(url: "http://a/\u{7}")),
      ])
    let result = Sanitizer.sanitized(styled)
    #expect(result.text == "甲␛乙")
    #expect(
      result.spans == [
        StyledText.Span(utf8Range: 0..<3, style: .emphasis),
        StyledText.Span(utf8Range: 3..<9, style: .link(url: "http://a/␇")),
      ])
  }

  @Test func longRunsOfCombiningMarksAreCut() {
    let flood = String(String.UnicodeScalarView(Array(repeating: "\u{489}", count: 10_000)))
    #expect(Sanitizer.sanitized("x" + flood + "y\u{301}").unicodeScalars.count == 1 + 4 + 2)
    #expect(Sanitizer.sanitized("ᄀ" + String(repeating: "\u{1161}", count: 100)).unicodeScalars.count == 5)
  }

  /// The first scalar that could control a terminal or hide text, as hexadecimal.
  private static func harmful(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let isBidi = scalar.properties.isBidiControl
      let isControl = scalar.properties.generalCategory == .control
      let isSeparator = [.lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
      // Joiners and selectors may appear after a base, tags after the flag.
      let isHidden = scalar.properties.isDefaultIgnorableCodePoint && i == 0
      if isBidi || isControl || isSeparator || isHidden || scalar.properties.isNoncharacterCodePoint {
        return String(scalar.value, radix: 16)
      }
    }
    return nil
  }
}
