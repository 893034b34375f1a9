import Testing
import Typesetting

/// What should not be separated at the end of a line.
struct CohesionTests {
  /// The lines of a text after just enough Han characters to leave no space for its last character.
  private func lines(_ text: String) -> [String] {
    let lead = String(repeating: "汉", count: 20)
    return ProhibitionTests.lines("\(lead)\(text)字字", measure: 40 + text.widthInCells() - 1, level: .gb)
  }

  @Test(arguments: [
    "25℃", "25 ℃", "37 °C", "100 %", "3.5 GB", "5 km", "300 km/h", "120 m²", "3小时", "45分钟", "100美元", "1.2亿美元",
    "3000万人", "20公里", "8平方公里", "10：30", "２０２４年", "$ 5", "￥ 100", "No. 5", "Vol. 12", "第3章", "第 5 代",
    "C++", "J. Smith", "Dr. Wang", "注[1]", "注[12]", "注[1][2]",
  ])
  func boundTextStaysOnOneLine(held: String) {
    let first = lines(held)[0]
    #expect(first == String(repeating: "汉", count: 20), "\(held) was parted: \(first)")
  }

  @Test(arguments: ["@某", "#话", "＃话"]) func aSignNeverEndsALine(held: String) {
    #expect(lines(held)[0] == String(repeating: "汉", count: 20))
  }

  @Test(arguments: [
    ("5 kmart", "5"), ("3 和", "3"), ("A. 乙", "A."), ("end. Next", "end."), ("10 Mondays", "10"), ("见 [1]", "见"),
    ("年[1984]", "年"), ("见[甲]", "见"),
  ])
  func otherTextBreaksAtBlanks(text: String, end: String) {
    #expect(lines(text)[0].hasSuffix(end))
  }

  @Test func aFullWidthStopEndsANumber() {
    #expect(
      ProhibitionTests.lines("甲乙丙丁卖100，￥200，$300，±5，共九项。", measure: 24, level: .gb)
        == ["甲乙丙丁卖100，￥200，", "$300，±5，共九项。"])
    #expect("1,000".lineBreakOffsets(prohibition: .gb) == [5])
  }

  @Test func aHashtagBreaksFromTheTextAroundIt() {
    #expect(ProhibitionTests.lines("一二三四五六和#某某话题#都说好", measure: 15, level: .gb)[0] == "一二三四五六和")
    #expect(ProhibitionTests.lines("一二#某某#都说好", measure: 11, level: .gb)[0] == "一二#某某#")
  }

  @Test func aSyllableOfBopomofoKeepsItsTone() {
    for measure in 8...30 {
      let lines = ProhibitionTests.lines("這裡念ㄓㄨˋㄧㄣ，又念ㄅㄚˇ，輕聲˙ㄇㄚ，二聲ㄇㄚˊ。", measure: measure, level: .gb)
      for line in lines {
        #expect(!"ˊˇˋˉ".contains(line.first ?? " "), "\(measure): \(line)")
        #expect(line.last != "˙", "\(measure): \(line)")
      }
    }
    #expect(ProhibitionTests.lines("念ㄓㄨˋㄧㄣㄈㄨˊㄏㄠˋ", measure: 12, level: .gb) == ["念ㄓㄨˋㄧㄣ", "ㄈㄨˊㄏㄠˋ"])
  }

  @Test(arguments: ["讀音ㄇㄚˊ是麻", "字ㄗˋ。", "ㄉㄚˇㄐㄧㄚˋ", "ㄇㄚˊabc"]) func noBlankPartsASyllableOfBopomofoFromItsTone(
    text: String
  ) {
    var options = LayoutOptions(measureInCells: 40)
    options.spacesHanAndLatin = true
    let spaced = ParagraphLayout(text, options: options).lines[0].widthInCells
    options.spacesHanAndLatin = false
    #expect(spaced == ParagraphLayout(text, options: options).lines[0].widthInCells)
  }

  @Test func smallKanaAndLongVowelMarksNeverStartALineOfJapanese() {
    for measure in stride(from: 6, through: 40, by: 2) {
      let lines = ProhibitionTests.lines("ちょっとながいのでおりかえされるユーザーとコンピューターのはなしです。", measure: measure, level: .gb)
      for line in lines { #expect(!"ーっょュ".contains(line.first ?? " "), "\(measure): \(line)") }
    }
  }
}
