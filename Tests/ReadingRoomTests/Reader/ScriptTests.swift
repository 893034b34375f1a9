import ArticleDump
import Testing

@testable import ReadingRoom

/// Text in another script than the original keeps its positions.
struct ScriptTests {
  private func visit(_ paragraphs: [String], language: String? = "zh-Hans", settings: Settings = Settings()) -> Visit {
    var article = Article(dialect: .text, title: "内存与软件")
    article.language = language
    article.blocks = paragraphs.map { .paragraph(StyledText($0), role: nil) }
    var visit = Visit(settings: settings)
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    return visit
  }

  private func run(_ command: String, in visit: inout Visit) {
    visit.press(":")
    visit.type(command)
    visit.press("enter")
  }

  @Test func aRegionAlsoConvertsWords() {
    var visit = visit(["软件占了内存，鼠标也不动了。"])
    run("script taiwan", in: &visit)
    #expect(visit.screen.contains("軟體佔了記憶體，滑鼠也不動了。"))
    run("script hong-kong", in: &visit)
    #expect(visit.screen.contains("軟件佔了內存，滑鼠也不動了。"))
    run("script traditional", in: &visit)
    #expect(visit.screen.contains("軟件佔了內存，鼠標也不動了。"))
    run("script as-written", in: &visit)
    #expect(visit.screen.contains("软件占了内存，鼠标也不动了。"))
  }

  @Test func traditionalTextGetsTheMainlandsWords() {
    var settings = Settings()
    settings.script = .mainland
    let visit = visit(["滑鼠不動了，他看著軟體。"], language: "zh-Hant", settings: settings)
    #expect(visit.screen.contains("鼠标不动了，他看着软件。"))
  }

  @Test func textAlreadyInTheScriptIsUnchanged() {
    var visit = visit(["皇后與里長", "這兩個字本來就是這樣寫的"], language: "zh-Hant")
    run("script taiwan", in: &visit)
    #expect(visit.screen.contains("皇后與里長"))
    #expect(visit.state.settings.script == .taiwan)
  }

  @Test func theSavedPlaceIsExactAfterWordsOfOtherLengths() {
    let paragraphs = (1...60).map { "第\($0)段：内存不够，内存太小，内存很贵。" }
    var visit = visit(paragraphs)
    visit.press("space space")
    let written = visit.state.reader?.topOffset
    run("script taiwan", in: &visit)
    #expect(visit.state.reader?.topOffset != written)
    #expect(visit.state.reader?.keptOffset == written)
    visit.press("M a G")
    #expect(visit.state.reader?.keptOffset != written)
    visit.press("' a")
    #expect(visit.state.reader?.keptOffset == written)
    visit.press("z")
    #expect(visit.state.reader?.topOffset == written)
  }

  @Test func wordsAreFoundInTheirOriginalScriptToo() {
    var visit = visit(["软件占了内存。", "没有别的。", "内存与内存"])
    run("script taiwan", in: &visit)
    for query in ["内存", "記憶體"] {
      visit.press("/")
      visit.type(query)
      visit.press("enter")
      let finding = visit.state.reader?.finding
      #expect(finding?.hits.count == 4)
      let flow = visit.state.reader?.flow
      for hit in finding?.hits ?? [] {
        let text = Array((flow?.leaves[hit.leaf].text ?? "").utf8)
        #expect(String(decoding: text[hit.utf8Range], as: UTF8.self) == "記憶體")
      }
    }
  }

  /// A hit of a search in either script is found again in the open article, as the search found it.
  @Test(arguments: [
    ("气候谈判", ["氣候談判", "气候谈判"]), ("氣候談判", ["氣候談判", "气候谈判"]), ("着", ["着"]), ("ABC", ["ＡＢＣ", "abc"]),
    ("É", ["é", "É"]), ("𫝻", ["𫝻"]), ("，看", ["，看"]), ("ａbc", ["ＡＢＣ", "abc"]),
  ])
  func textIsFoundInEitherScriptAndCase(query: String, expected: [String]) {
    var visit = visit(["氣候談判，看着ＡＢＣ的café。", "气候谈判：abcÉ𫝻，著"], language: nil)
    visit.press("/")
    visit.type(query)
    visit.press("enter")
    let flow = visit.state.reader?.flow
    let found = (visit.state.reader?.finding?.hits ?? []).map { hit in
      String(decoding: Array((flow?.leaves[hit.leaf].text ?? "").utf8)[hit.utf8Range], as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test func hitsAreKeptInAnotherScript() {
    var visit = visit(["软件占了内存。", "内存与内存"])
    visit.press("/")
    visit.type("内存")
    visit.press("enter n n")
    let current = visit.state.reader?.finding?.current
    visit.press("z")
    #expect(visit.state.reader?.finding?.hits.count == 4)
    #expect(visit.state.reader?.finding?.current == current)
  }

  @Test func stylesStayOnTheirConvertedWords() throws {
    var article = Article(dialect: .text, title: "题")
    article.language = "zh-Hans"
    let before = "看内存与"
    let strong = before.utf8.count..<before.utf8.count + "鼠标".utf8.count
    article.blocks = [
      .paragraph(StyledText(before + "鼠标和硬盘", spans: [.init(utf8Range: strong, style: .strong)]), role: nil),
      .table(Table(rows: [[StyledText("内存"), StyledText("鼠标")]])),
    ]
    let flow = Flow(article, language: .simplified, charactersPerMinute: 400)
    let reworded = ConvertedArticle(flow, in: .taiwan).flow
    let leaf = try #require(reworded.leaves.first { $0.text.contains("滑鼠和") })
    let words = leaf.runs.filter { $0.style.contains(.strong) }.map { run in
      String(decoding: Array(leaf.text.utf8)[run.utf8Range], as: UTF8.self)
    }
    #expect(words == ["滑鼠"])
    let table = try #require(
      reworded.leaves.first { if case .table = $0.kind { true } else { false } })
    guard case .table(let rows, _) = table.kind else { return }
    #expect(rows.map { $0.map { String(decoding: Array(table.text.utf8)[$0], as: UTF8.self) } } == [["記憶體", "滑鼠"]])
  }

  @Test func thePreviewIsInTheReadersScript() {
    var settings = Settings()
    settings.script = .traditional
    let visit = Visit(rows: 40, columns: 160, settings: settings)
    #expect(visit.screen.contains("兩個士兵"))
  }

  @Test func printedTextIsInTheReadersScript() {
    var article = Article(dialect: .text, title: "鼠标")
    article.language = "zh-Hans"
    article.blocks = [.paragraph(StyledText("软件"), role: nil)]
    var settings = Settings()
    settings.script = .taiwan
    let lines = PrintedArticle(article, settings: settings, widthInCells: 40).lines
    #expect(lines.contains { $0.contains("滑鼠") })
    #expect(lines.contains { $0.contains("軟體") })
  }
}
