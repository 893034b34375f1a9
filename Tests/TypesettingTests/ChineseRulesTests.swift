import Testing
import Typesetting

struct ChineseRulesTests {
  private func lines(_ text: String, _ measure: Int, _ edit: (inout LayoutOptions) -> Void = { _ in }) -> [String] {
    ProhibitionTests.lines(text, measure: measure, level: .gb, edit: edit)
  }

  // MARK: Quotation marks

  @Test func curlyQuotesOpenAndCloseAmongHan() {
    #expect(lines("一二三四五“六七”八", 10) == ["一二三四五", "“六七”八"])
    #expect(lines("一二三四五“六七”八", 11) == ["一二三四五", "“六七”八"])
    #expect(lines("一二三四“五六”七", 13) == ["一二三四“五", "六”七"])
  }

  @Test func curlyQuotesBetweenHanAndLatinStillOpenAndClose() {
    #expect(lines("他们都用“iPhone”手机", 8) == ["他们都用", "“iPhone”", "手机"])
    #expect(lines("使用AI“机器”", 6) == ["使用AI", "“机器”"])
  }

  @Test func apostrophesStayInWords() {
    #expect(lines("I don’t know", 9) == ["I don’t", "know"])
    #expect(lines("I don’t", 5) == ["I", "don’t"])
  }

  @Test func straightQuotesOpenAndCloseAmongHan() {
    #expect(lines("一二三四\"五六\"七", 8) == ["一二三四", "\"五六\"七"])
    #expect(lines("一二\"三四\"五六", 10) == ["一二\"三四\"", "五六"])
    #expect(lines("他说：\"好。\"她说：\"不。\"", 7) == ["他说：", "\"好。\"", "她说：", "\"不。\""])
    #expect(lines("say \"no more\" now", 8) == ["say \"no", "more\"", "now"])
  }

  @Test func aZeroWidthSpaceDoesNotPermitABreakBeforeAMark() {
    #expect(lines("一二三\u{200B}。四", 6) == ["一二", "三\u{200B}。四"])
    #expect(lines("一二（\u{200B}三四", 6) == ["一二", "（\u{200B}三四"])
    #expect(lines("abc\u{200B}def", 4) == ["abc", "def"])
  }

  @Test func aMisusedQuotationMarkIsNotAloneOnALine() {
    #expect(lines("一二三四。“", 10) == ["一二三", "四。“"])
    #expect(lines("一二三四。“\n五", 10) == ["一二三", "四。“", "五"])
    #expect(lines("”一二三四五", 11) == ["”一二三四五"])
    #expect(lines("”一二", 2) == ["”", "一", "二"])
  }

  // MARK: Numbers and words

  @Test(arguments: ["1930年", "5℃", "3.5万人", "￥5", "50%", "12月", "5％", "1930 年", "3.5 万人"])
  func numbersPreferToStayWithTheirUnits(quantity: String) {
    // There is space for the number, but not for its whole unit.
    let lines = lines("一二三四五六七八九十一二\(quantity)了", 23 + quantity.widthInCells())
    #expect(lines == ["一二三四五六七八九十一二", "\(quantity)了"])
  }

  @Test func aNumberIsSplitFromItsUnitRatherThanLeaveHalfALine() {
    #expect(lines("约123456789012年", 14) == ["约123456789012", "年"])
  }

  @Test func latinWordsStayWholeWhereTheyFit() {
    #expect(lines("新闻由Reuters报道", 10) == ["新闻由", "Reuters报", "道"])
    #expect(lines("一Constantinople二", 8) == ["一", "Constant", "inople二"])
  }

  @Test func addressesBreakAfterPunctuation() {
    #expect(lines("见https://example.org/a-b/c?d=e&f=g。", 14) == ["见", "https://", "example.org/a-", "b/c?d=e&f=g。"])
    for measure in 8...40 {
      for line in lines("https://www.example.org/news/2023/07/17/a_b-c?id=12&lang=zh#top", measure).dropLast() {
        #expect("/?&=-._#".contains(line.last ?? " ") || line.count == measure, "\(measure): \(line)")
      }
    }
  }

  @Test func encodedBytesOfAnAddressStayWhole() {
    #expect(lines("https://a.b/%E5%9B%BD%E9", 10) == ["https://a.", "b/%E5%9B", "%BD%E9"])
  }

  @Test func solidiNeverEndALineAtLevelGB() {
    #expect(lines("一二三四/五六", 9) == ["一二三", "四/五六"])
    #expect(lines("Aaaaaaaa/Bbbbbbbb", 10) == ["Aaaaaaaa/", "Bbbbbbbb"])
  }

  // MARK: Hanging, push-in, push-out

  @Test func aStopHangsOnlyIfItDoesNotFit() {
    func set(_ text: String, _ hanging: HangingPunctuation, _ measure: Int = 10) -> [String] {
      lines(text, measure) { $0.hanging = hanging }
    }
    #expect(set("一二三四五，六七", .core) == ["一二三四五，", "六七"])
    #expect(set("一二三四，五六", .core) == ["一二三四，", "五六"])
    #expect(set("一二三四五！六七", .core) == ["一二三四", "五！六七"])
    #expect(set("一二三四五！六七", .stops) == ["一二三四五！", "六七"])
    #expect(set("一二三四五。", .core) == ["一二三四五。"])
    #expect(set("一二三四五。", .none) == ["一二三四", "五。"])
  }

  @Test func aMarkInARunOfMarksDoesNotHang() {
    let hanging: (inout LayoutOptions) -> Void = { $0.hanging = .stops }
    #expect(lines("一二三四五。”六", 10, hanging) == ["一二三四", "五。”六"])
    #expect(lines("一二三四”。五六", 9, hanging) == ["一二三", "四”。五六"])
  }

  @Test func hangingMarksAreReported() {
    var options = LayoutOptions(measureInCells: 10)
    options.hanging = .core
    let layout = ParagraphLayout("一二三四五，六七八", options: options)
    #expect(layout.lines.map(\.hangInCells) == [2, 0])
    #expect(layout.lines.map(\.widthInCells) == [10, 6])
    #expect(layout.clusters(ofLineAt: 0).last?.column == 10)
  }

  @Test func gapsCloseToFitAMark() {
    let spaced: (inout LayoutOptions) -> Void = { $0.spacesHanAndLatin = true }
    #expect(lines("一AB二，三", 8, spaced) == ["一AB二，", "三"])
    #expect(lines("一AB二三，四", 9, spaced) == ["一 AB 二", "三，四"])
    #expect(lines("一AB二三，四", 10, spaced) == ["一AB二三，", "四"])
  }

  // MARK: Gaps

  @Test func gapsAreOnlyBetweenHanAndLatin() {
    let spaced: (inout LayoutOptions) -> Void = { $0.spacesHanAndLatin = true }
    #expect(lines("用iPhone拍照", 40, spaced) == ["用 iPhone 拍照"])
    #expect(lines("在2023年", 40, spaced) == ["在 2023 年"])
    #expect(lines("（iPhone）“A”，B", 40, spaced) == ["（iPhone）“A”，B"])
    #expect(lines("用 iPhone 拍", 40, spaced) == ["用 iPhone 拍"])
    #expect(lines("一二三四AB五", 8, spaced) == ["一二三四", "AB 五"])
    #expect(lines("カAé가", 40, spaced) == ["カ Aé가"])
  }

  // MARK: Edges

  @Test func paddingInTheSourceIsReplacedByTheIndent() {
    #expect(lines("　　一二三四五六", 8) { $0.firstLineIndentInCells = 4 } == ["    一二", "三四五六"])
    #expect(lines(" \u{3000}\t一\n　　二", 8) == ["一", "二"])
    #expect(lines("    x  y", 20) { $0.stripsPadding = false } == ["    x  y"])
  }

  @Test func hangingIndentsHoldForEveryLineButTheFirst() {
    #expect(lines("1. 一二三四五六七", 10) { $0.restIndentInCells = 3 } == ["1. 一二三", "   四五六", "   七"])
  }

  @Test func anIndentLeavesRoomForOneHanCharacter() {
    #expect(lines("一二", 4) { $0.firstLineIndentInCells = 9 } == ["  一", "二"])
  }

  @Test func noParagraphEndsWithASingleHanCharacter() {
    func set(_ text: String) -> [String] { lines(text, 10) { $0.avoidsShortLastLine = true } }
    #expect(set("一二三四五六") == ["一二三四", "五六"])
    #expect(set("一二三四五六。") == ["一二三四", "五六。"])
    #expect(set("一二三四五六七") == ["一二三四五", "六七"])
    #expect(set("一") == ["一"])
    #expect(set("一二三四五六\n七") == ["一二三四", "五六", "七"])
  }

  @Test func anOddMeasureLeavesItsLastColumnBlank() {
    #expect(lines("一二三四abc", 9) { $0.keepsEvenTypeArea = true } == ["一二三四", "abc"])
    #expect(lines("一二三a四", 9) { $0.keepsEvenTypeArea = true } == ["一二三a", "四"])
    #expect(lines("一二三a四", 9) == ["一二三a四"])
  }

  @Test func ambiguousMarksTakeTwoCellsIfTheTerminalGivesTwo() {
    #expect(lines("一二——三", 8) { $0.ambiguousWidth = .wide } == ["一二——", "三"])
    #expect(lines("一二——三", 8) == ["一二——三"])
  }

  // MARK: Justification

  @Test func justifiedLinesFillTheMeasure() {
    let justified: (inout LayoutOptions) -> Void = { $0.justifies = true }
    #expect(lines("one two three four", 9, justified) == ["one   two", "three", "four"])
    #expect(lines("aa bb cc dddddd", 10, justified) == ["aa  bb  cc", "dddddd"])
    #expect(lines("一AB二三四", 7, justified) == ["一AB 二", "三四"])
    #expect(lines("一二三四，五", 9, justified) == ["一二三", "四，五"])
  }

  // MARK: Progress

  @Test func aClusterWiderThanTheLineStillMakesProgress() {
    #expect(lines("汉字", 1) == ["汉", "字"])
    #expect(lines("。。。", 2) == ["。", "。", "。"])
    #expect(lines("", 10) == [""])
    #expect(lines("\n", 10) == [""])
    #expect(lines("一\r\n二\u{2028}三", 10) == ["一", "二", "三"])
  }

  @Test func aWordIsCutRatherThanMisplaceAMark() {
    #expect(lines("word，", 4) == ["wor", "d，"])
    #expect(lines("（abcd", 4) == ["（ab", "cd"])
  }
}
