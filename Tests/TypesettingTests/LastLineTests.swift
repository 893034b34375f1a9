import Testing
import Typesetting

/// The last line is never a single mark or Han character.
struct LastLineTests {
  private func lines(_ text: String, _ measure: Int) -> [String] {
    let layout = ParagraphLayout(text, options: LayoutOptions(measureInCells: measure))
    return layout.lines.indices.map(layout.displayText(ofLineAt:))
  }

  @Test(arguments: ["……", "…", "。”", "！", "字", "字。", " ….", "——"])
  func aShortLastLineTakesMoreTextFromTheLineAbove(end: String) {
    let text = "一二三四五六七八九十" + end
    for measure in [10, 20] {
      let last = lines(text, measure).last ?? ""
      let hanCount = last.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
      #expect(hanCount >= 2, "\(end) at \(measure): \(lines(text, measure))")
    }
  }

  @Test(arguments: ["⚪️", "😀", "👩‍👧"]) func anEmojiIsNotAloneOnTheLastLine(emoji: String) {
    #expect(lines("一二三四五" + emoji, 10) == ["一二三四", "五" + emoji])
  }

  @Test func aWordMayBeAloneOnTheLastLine() {
    #expect(lines("一二三四五 word", 10).last == "word")
    #expect(lines("一二三四五 6", 10).last == "6")
  }

  @Test func theLastLineOfASegmentCountsToo() {
    #expect(lines("一二三四五六\n七八", 10) == ["一二三四", "五六", "七八"])
  }
}
