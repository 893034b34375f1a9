import Foundation
import Testing
import Typesetting

struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("汉", 2), ("，", 2), ("ｱ", 1), ("Ａ", 2), ("　", 2), ("e\u{301}", 1), ("\u{301}", 0),
    ("が", 2), ("か\u{3099}", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{200B}", 0), ("\u{FEFF}", 0),
    ("\u{00AD}", 0), ("\u{202E}", 0), ("\t", 1), ("\u{1B}", 0), ("\u{9B}", 0), ("\n", 0), ("\r\n", 0),
    ("😀", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("👩\u{200D}👩\u{200D}👧", 2), ("👍🏽", 2), ("🇨🇳", 2), ("🇨", 1),
    ("1\u{FE0F}\u{20E3}", 2), ("⌚", 2), ("\u{2FFFF}", 1), ("\u{2EBF0}", 2), ("\u{3FFF0}", 2), ("\u{323B0}", 2),
    ("漢\u{E0100}", 2), ("क\u{94D}ष", 2), ("का", 1), ("\u{93E}", 1), ("ก\u{0E34}", 1), ("𠀀", 2), ("𪜶", 2),
  ])
  func clustersTakeTheirCells(text: String, width: Int) {
    #expect(text.widthInCells() == width)
  }

  @Test(arguments: ["—", "…", "“", "”", "·", "①", "α", "※", "→"])
  func ambiguousCharactersTakeWhatTheTerminalGives(text: String) {
    #expect(text.widthInCells() == 1)
    #expect(text.widthInCells(ambiguous: .wide) == 2)
  }

  @Test func prefixKeepsClustersWhole() {
    #expect("汉字abc".prefix(fittingCells: 5) == "汉字a")
    #expect("汉字".prefix(fittingCells: 3) == "汉")
    #expect("e\u{301}e\u{301}".prefix(fittingCells: 1) == "e\u{301}")
    #expect("👩\u{200D}👩\u{200D}👧x".prefix(fittingCells: 1).isEmpty)
    #expect("abc".dropFirst().prefix(fittingCells: 1) == "b")
    #expect("汉".prefix(fittingCells: 0).isEmpty)
  }

  /// Emoji sequences that Unicode lists are one cluster of two cells.
  @Test(.enabled(if: Shared.exists("unicode/17.0/emoji-test.txt")))
  func everyFullyQualifiedEmojiTakesTwoCells() throws {
    var count = 0
    for line in try String(contentsOf: Shared.url("unicode/17.0/emoji-test.txt"), encoding: .utf8).split(
      separator: "\n")
    where line.contains("; fully-qualified") {
      var emoji = ""
      for code in line.prefix(while: { $0 != ";" }).split(separator: " ") {
        emoji.unicodeScalars.append(try #require(UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)))
      }
      #expect(emoji.graphemeBreakOffsets() == [emoji.utf8.count], "\(line)")
      #expect(emoji.widthInCells() == 2, "\(line)")
      count += 1
    }
    #expect(count > 3_700)
  }
}
