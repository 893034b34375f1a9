import Testing

@testable import ArticleDump

/// Rules that need two pieces of evidence, each compared with a line that has only one of them.
@Suite struct RulesTogetherTests {
  struct Case: Sendable {
    var rule: String
    var page: String
    /// A line for which the rule holds, and one for which it does not.
    var line: String
    var other: String
  }

  private static let prose = PageCleanerTests.prose
  private static let paragraphs = PageCleanerTests.paragraphs

  private static func page(_ body: String) -> String { PageCleanerTests.page(body) }

  private static func page(main body: String) -> String {
    "<html><body><div><p>雾里</p></div><main>\(body)</main><div><p>江上</p></div></body></html>"
  }

  private static let links = (1...20).map { "<li><a href=\"/\($0)\">对岸第\($0)家茶馆重新开门的消息</a></li>" }.joined()
  private static let stops = ["三月十日东门码头晴", "三月十一日西门码头阴", "三月十二日南门码头雨", "三月十三日北门码头雪"]
  private static let timetable = stops.map { "<p>\($0)</p>" }.joined()

  static let cases: [Case] = [
    Case(
      rule: "itemSentence", page: page(prose + "<ul><li>早班船六点开。</li><li>晚班船八点开</li></ul>"), line: "早班船六点开。",
      other: "晚班船八点开"),
    Case(
      rule: "linkedInRun", page: page(prose + "<p>又见<a href=\"/5\">旧渡船最后一年的故事</a></p><p>雾散了</p>"),
      line: "又见旧渡船最后一年的故事", other: "雾散了"),
    Case(
      rule: "linkedBehindProse",
      page: page(prose + "<p><a href=\"/5\">旧渡船最后一年的故事</a></p><p><a href=\"/6\">新渡船第一年的故事</a></p>"),
      line: "旧渡船最后一年的故事", other: "新渡船第一年的故事"),
    Case(
      rule: "plainAmidLists", page: page("<ul>\(links)</ul>" + timetable), line: stops[1], other: "对岸第1家茶馆重新开门的消息"),
    Case(
      rule: "plainInArticle", page: page("<article>\(timetable)</article><p>雾散了</p>"), line: stops[1], other: "雾散了"),
    Case(rule: "wordAmidProse", page: page(prose + "<p>一</p><p>渡口的早晨与黄昏</p>"), line: "一", other: "渡口的早晨与黄昏"),
    Case(
      rule: "datedBeforeProse", page: page("<p>2023年7月1日</p>" + prose + "<p>2023年7月2日</p>"), line: "2023年7月1日",
      other: "2023年7月2日"),
    Case(
      rule: "headingBehindProse", page: page("<h2>雾中</h2>" + prose + "<h2>雾后</h2>"), line: "雾后", other: "雾中"),
    Case(
      rule: "sentenceBelowText", page: page(prose + "<div><div><p>茶馆也开了门。</p></div></div><p>雾散了。</p>" + prose),
      line: "茶馆也开了门。", other: "雾散了。"),
    Case(
      rule: "sentenceLongBehind",
      page: page(prose) + (1...12).map { "<div><a href=\"/\($0)\">第\($0)页</a></div>" }.joined() + "<p>雾散了。</p>",
      line: "雾散了。", other: paragraphs[2]),
    Case(
      rule: "wordInRoot", page: page(prose + "<p>一</p><p>渡口的早晨与黄昏</p>" + prose), line: "一", other: "渡口的早晨与黄昏"),
    Case(
      rule: "figureInRoot",
      page: "<figure><figcaption>桥下的船</figcaption></figure>"
        + page(prose + "<figure><figcaption>船上的人</figcaption></figure>" + prose), line: "船上的人", other: "桥下的船"),
    Case(
      rule: "figureBelowText", page: page(prose + "<figure><figcaption>船上的人</figcaption></figure>" + prose),
      line: "船上的人", other: paragraphs[1]),
    Case(rule: "mainAtTextDepth", page: page(main: prose + "<div><p>一</p></div>"), line: paragraphs[1], other: "一"),
    Case(rule: "mainLikeText", page: page(main: prose), line: paragraphs[1], other: "江上"),
    Case(rule: "mainOfHighScore", page: page(main: prose), line: paragraphs[1], other: "雾里"),
  ]

  @Test(arguments: cases)
  func aCombinedRuleHoldsIfBothRulesDo(_ given: Case) throws {
    let verdicts = ArticleParser().reading(of: Array(given.page.utf8), explaining: true).verdicts
    func holds(_ text: String) throws -> Bool {
      let line = try #require(verdicts.first { $0.text == text }, "\(given.rule): \(text)")
      return line.rules.contains { $0.rule == given.rule }
    }
    #expect(try holds(given.line), "\(given.rule)")
    #expect(try !holds(given.other), "\(given.rule)")
  }

  /// The share of text in a line's parent counts other lines only: a paragraph in a box of its own has no neighbours.
  @Test func theShareOfTextInAParentCountsCertainTextOnly() throws {
    let page = Self.page(Self.prose + Self.prose + "<div><p>雾散了</p></div>")
    let verdicts = ArticleParser().reading(of: Array(page.utf8), explaining: true).verdicts
    func rules(_ text: String) throws -> [String] {
      try #require(verdicts.first { $0.text == text }).rules.map(\.rule)
    }
    #expect(try rules(Self.paragraphs[1]).contains("parentTextMost"))
    #expect(try rules("雾散了").contains("parentTextNone"))
    #expect(try rules("雾散了").contains("aroundTextAll"))
  }
}
