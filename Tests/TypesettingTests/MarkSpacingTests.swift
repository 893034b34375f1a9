import Testing
import Typesetting

/// The blank columns beside narrow marks.
struct MarkSpacingTests {
  private func shown(
    _ text: String, _ measure: Int = 60, _ edit: (inout LayoutOptions) -> Void = { _ in }
  ) -> [String] {
    var options = LayoutOptions(measureInCells: measure)
    options.padsNarrowMarks = true
    options.squeezesAdjacentMarks = true
    edit(&options)
    let layout = ParagraphLayout(text, options: options)
    return layout.lines.indices.map(layout.displayText(ofLineAt:))
  }

  @Test(arguments: [
    ("他说“好”了", "他说 “好” 了"),
    ("他说：“好。”她走了", "他说：“好。” 她走了"),
    ("“甲”“乙”", " “甲” “乙”"),
    ("叫“‘甲’乙”的", "叫 “‘甲’ 乙” 的"),
    ("用“iPhone”的人", "用 “iPhone” 的人"),
    ("说“好”，又说", "说 “好”，又说"),
    ("（“甲”）", "（“甲”）"),
    ("say “yes” now", "say “yes” now"),
    ("don’t", "don’t"),
    ("甲—乙", "甲— 乙"),
    ("甲——乙", "甲——乙"),
    ("甲…乙", "甲… 乙"),
    ("甲……乙", "甲……乙"),
    ("1990—2000", "1990—2000"),
  ])
  func narrowMarksTakeTwoColumnsBesideHan(text: String, display: String) {
    #expect(shown(text) == [display])
  }

  @Test func withoutCompressionEveryOpeningMarkHasItsBlank() {
    #expect(shown("他说：“好”") { $0.squeezesAdjacentMarks = false } == ["他说： “好”"])
    #expect(shown("“甲”“乙”") { $0.squeezesAdjacentMarks = false } == [" “甲”  “乙”"])
  }

  @Test func blanksAreRemovedFromALineToFitAMark() {
    let unsqueezed: (inout LayoutOptions) -> Void = {
      $0.squeezesAdjacentMarks = false
      $0.keepsEvenTypeArea = false
    }
    #expect(shown("他：“一二三四，五六", 15, unsqueezed) == ["他：“一二三四，", "五六"])
    #expect(shown("他：“一二三四五六", 15, unsqueezed).first == "他： “一二三四")
  }

  @Test func wideTerminalsNeedNoBlanks() {
    #expect(shown("说“好”了") { $0.ambiguousWidth = .wide } == ["说“好”了"])
  }

  @Test func theBlankAfterAMarkMayBeDroppedAtTheLineEnd() {
    #expect(shown("一二“三四”五六七", 11) { $0.keepsEvenTypeArea = false } == ["一二 “三四”", "五六七"])
  }

  @Test func offsetsDoNotCountTheBlanks() {
    var options = LayoutOptions(measureInCells: 40)
    options.padsNarrowMarks = true
    let layout = ParagraphLayout("他说“好”了", options: options)
    #expect(layout.clusters(ofLineAt: 0).map(\.column) == [0, 2, 5, 6, 8, 10])
    #expect(layout.utf8Offset(lineIndex: 0, column: 4) == 3)
  }

  @Test func aShortLineIsStretchedByOneColumnPerSeam() {
    let fill: (inout LayoutOptions) -> Void = { $0.fillsGently = true }
    #expect(
      shown(
        "一二三AB四五六七", 13,
        {
          fill(&$0); $0.keepsEvenTypeArea = false
        }) == ["一二三AB 四五", "六七"])
    #expect(
      shown(
        "一二三四五六七八九十", 9,
        {
          fill(&$0); $0.keepsEvenTypeArea = false
        }
      ).first == "一二三四")
    // A line without seams gains one column beside its last mark that has a blank, and no more than one.
    let padded: (inout LayoutOptions) -> Void = {
      $0.fillsGently = true
      $0.padsNarrowMarks = true
      $0.avoidsShortLastLine = false
    }
    #expect(shown("一“二”三·四五六七八", 14, padded) == ["一 “二”  三·四", "五六七八"])
    #expect(shown("——一，二三·四五六七", 14, padded).first == "——一， 二三·四")
    #expect(shown("一“二三四五六”", 8, padded).first == "一 “二三")
    // It cannot take three columns.
    #expect(shown("一二A三四Internet", 12, fill).first == "一二A三四")
  }

  @Test func segmentsAreIndentedLikeTheFirstLine() {
    let lines = shown("一二三\n四五六", 20) {
      $0.firstLineIndentInCells = 4
      $0.indentsSegments = true
    }
    #expect(lines == ["    一二三", "    四五六"])
  }
}
