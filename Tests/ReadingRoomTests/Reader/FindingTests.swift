import ArticleDump
import Testing

@testable import ReadingRoom

/// What the library finds in an article, the article shows.
@Suite struct FindingTests {
  private func flow(_ blocks: [Block]) -> Flow {
    var article = Article(dialect: .text, title: "题")
    article.blocks = blocks
    return Flow(article, language: .simplified, charactersPerMinute: 400)
  }

  private func flow(_ text: String) -> Flow { flow([.paragraph(StyledText(text), role: nil)]) }

  private func found(_ query: String, in flow: Flow) -> [String] {
    FindState(query, in: flow).hits.map { hit in
      let text = flow.leaves[hit.leaf].text
      return String(decoding: Array(text.utf8)[hit.utf8Range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("我们用 Kubernetes 部署", "我们用Kubernetes", "我们用 Kubernetes"), ("我们用Kubernetes部署", "我们用 kubernetes", "我们用Kubernetes"),
    ("这是第1段", "第 1 段", "第1段"), ("听 Beyoncé 唱", "beyonce", "Beyoncé"), ("听 Beyonce 唱", "Beyoncé", "Beyonce"),
    ("Die Straße hier", "strasse", "Straße"), ("買ﾊﾞﾅﾅ吃", "バナナ", "ﾊﾞﾅﾅ"), ("買バナナ吃", "ﾊﾞﾅﾅ", "バナナ"),
    ("住在葛\u{E0100}城", "葛城", "葛\u{E0100}城"), ("住在葛城", "葛\u{E0100}", "葛"), ("漢語 ＡＢＣ", "汉语abc", "漢語 ＡＢＣ"),
    ("the cat sat", "the cat", "the cat"),
  ]) func whatASearchDoesNotTellApartIsFound(text: String, query: String, hit: String) {
    #expect(found(query, in: flow(text)) == [hit])
  }

  @Test(arguments: [
    ("thecat", "the cat"), ("你好", "你 好"), ("the cat", "thecat"), ("甲乙", "丙"), ("甲乙", "\u{FE00}"), ("甲乙", " "),
  ]) func nothingElseIsFound(text: String, query: String) { #expect(found(query, in: flow(text)).isEmpty) }

  /// The number of a link and an annotation are not in the author's words.
  @Test func additionsOfTheRoomDoNotPartAWord() throws {
    let text = "国务院总理李强说"
    let start = "国务院".utf8.count
    let link = StyledText(text, spans: [.init(utf8Range: start..<start + 6, style: .link(url: "https://example.org/"))])
    let linked = flow([.paragraph(link, role: nil)])
    try #require(linked.leaves.contains { $0.text.contains("[1]") })
    #expect(found("总理李强", in: linked) == ["总理[1]李强"])
    #expect(found("[1]", in: linked).isEmpty)
    let ruby = StyledText(text, spans: [.init(utf8Range: start..<start + 6, style: .ruby(annotation: "そうり"))])
    let annotated = flow([.paragraph(ruby, role: nil)])
    #expect(found("总理李强", in: annotated) == ["总理（そうり）李强"])
    #expect(found("そうり", in: annotated) == ["そうり"])
  }

  /// Every place of every word, in the order of the text.
  @Test func eachWordOfASearchIsFound() {
    let flow = flow("歌手在月亮下唱，月亮听歌手。")
    let finding = FindState("歌手 月亮", words: ["歌手", "月亮", "月亮听", "火星"], in: flow)
    #expect(finding.hits.count == 4)
    #expect(finding.hits.map(\.utf8Range.lowerBound) == finding.hits.map(\.utf8Range.lowerBound).sorted())
    #expect(finding.hits[2].utf8Range.count == "月亮听".utf8.count)
  }

  @Test func allWordsOfASearchAreMarkedInTheArticleAndInItsPane() {
    var visit = Visit(rows: 40, columns: 120)
    visit.press("s 泥 enter")
    var page = RowsPage(
      list: .search, generation: visit.state.search?.generation ?? 0, total: 1, start: 0, rows: [visit.library.row(0)])
    page.words = ["火星", "泥", "木牍"]
    visit.send(.rowsLoaded(page))
    visit.press("enter m")
    #expect(visit.state.reader?.finding?.words == page.words)
    let headings = visit.state.pane?.items.filter(\.isHeading).map(\.text) ?? []
    #expect(headings.starts(with: ["“泥”", "“木牍”"]))
    let count = visit.state.reader?.finding?.hits.count ?? 0
    #expect(count > 3 && visit.status.contains("/\(count)"))
    // In another script, too.
    visit.press("z")
    #expect(visit.state.reader?.finding?.words == page.words && visit.state.reader?.finding?.hits.count == count)
  }
}
