import Testing
import Typesetting

struct TitleTests {
  private func lines(_ title: String, _ measure: Int) -> [String] {
    var options = LayoutOptions(measureInCells: measure)
    options.balancesLines = true
    let layout = ParagraphLayout(title, options: options)
    return layout.lines.indices.map(layout.displayText(ofLineAt:))
  }

  @Test(
    arguments: [
      ("密歇根州对一名非法投票的非美国公民提出刑事指控，据报道此人为中国留学生", 62, "指控，"),
      ("河边的老船厂要改成船的博物馆了；最后一批木匠会留下来教人造船", 50, "馆了；"),
    ])
  func aTitleBreaksAtPauses(title: String, measure: Int, end: String) {
    let lines = lines(title, measure)
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix(end), "\(lines)")
  }

  @Test(
    arguments: [
      ("没有任何停顿的一个非常长的标题它只能在随便哪个字的后面断开成为两行", 50),
      ("法国总统宣布新的气候变化政策", 24),
      ("老城区的电车将在明年春天重新开动", 24),
      ("渔民合作社今年第一次把带鱼卖到内陆省份的超级市场", 30),
      ("漁民合作社今年第一次把帶魚賣到內陸省份的超級市場", 30),
    ])
  func aTitleBreaksBetweenWords(title: String, measure: Int) {
    let lines = lines(title, measure)
    #expect(lines.count == 2)
    #expect(title.wordBreakOffsets().contains(lines[0].utf8.count), "\(lines)")
    #expect(abs(lines[0].widthInCells() - lines[1].widthInCells()) <= 8, "\(lines)")
    #expect(!lines[1].hasPrefix("的"))
  }

  @Test func bracketsQuantitiesAndNamesStayWhole() {
    #expect(lines("图书馆把《山海经》的抄本借给乡下的小学", 26).contains { $0.contains("《山海经》") })
    #expect(lines("县里今年用去1.2亿美元修桥补路", 20).contains { $0.contains("1.2亿美元") })
  }

  @Test func balancingAddsNoLine() {
    #expect(lines("短题", 24) == ["短题"])
    #expect(lines("A title in plain English words", 28).count == 2)
  }

  @Test func wordsAreSegmentedAsByReaders() {
    let text = "我们明天上午去图书馆，看《红楼梦》 and 2 cats"
    let ends = text.wordBreakOffsets()
    var words: [String] = []
    var start = 0
    for end in ends {
      words.append(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
      start = end
    }
    #expect(
      words == ["我们", "明天", "上午", "去", "图书馆", "，", "看", "《", "红楼梦", "》", " ", "and", " ", "2", " ", "cats"])
    #expect("".wordBreakOffsets().isEmpty)
  }
}
