import ArticleDump
import Testing

@testable import ReadingRoom

/// Selecting text, highlights, and finding them again.
@Suite struct HighlightTests {
  private static let paragraphs = [
    "江边的渡船一天开四趟。“船要等人，”老艄公说，“天也要等人。”过江的人都笑了！",
    "The ferry cost 3.5 yuan. Nobody complained? 后来架了桥，渡口就废了。",
    "渡口废了以后，老艄公搬到镇上。",
  ]

  private func visit(
    _ paragraphs: [String] = paragraphs, highlights: [Highlight] = [], settings: Settings = Settings()
  ) -> Visit {
    var article = Article(dialect: .text, title: "渡口")
    article.language = "zh-Hans"
    article.blocks = paragraphs.map { .paragraph(StyledText($0), role: nil) }
    var visit = Visit(settings: settings)
    visit.library.highlights = highlights
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article, highlights: highlights)))
    return visit
  }

  private func flow(_ paragraphs: [String]) -> Flow {
    var flow = Flow()
    for text in paragraphs { flow.append(Leaf(.paragraph, text: text)) }
    return flow
  }

  private func units(_ unit: TextUnit, of text: String) -> [String] {
    Leaf(.paragraph, text: text).units(unit).map { range in
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
  }

  @Test func sentencesEndWhereTheyDo() {
    #expect(
      units(.sentence, of: Self.paragraphs[0]) == [
        "江边的渡船一天开四趟。", "“船要等人，”老艄公说，“天也要等人。”", "过江的人都笑了！",
      ])
    #expect(
      units(.sentence, of: Self.paragraphs[1]) == [
        "The ferry cost 3.5 yuan.", "Nobody complained?", "后来架了桥，渡口就废了。",
      ])
    #expect(units(.sentence, of: "真的？！他问……\n没有人答") == ["真的？！", "他问……", "没有人答"])
    #expect(units(.sentence, of: " \u{3000}") == [])
  }

  @Test func wordsAreThoseThatTitlesBreakBetween() {
    let words = units(.word, of: "过江的人，都说 Hello 世界！")
    #expect(words.contains("Hello") && words.contains("世界"))
    #expect(words.allSatisfy { !$0.contains("，") && !$0.contains("！") && !$0.contains(" ") })
  }

  @Test func labelsAddedByTheRoomAreNotSelected() throws {
    var label = Leaf(.figure, text: "〔图 1〕")
    label.runs = [StyleRun(utf8Range: 0..<label.text.utf8.count, style: .aside)]
    for unit in TextUnit.allCases { #expect(label.units(unit) == []) }
    var flow = Flow()
    flow.append(label)
    flow.append(Leaf(.paragraph, text: "正文。"))
    let range = try #require(flow.range(of: .sentence, at: 0))
    #expect(flow.text(in: range) == "正文。")
    var captioned = label
    captioned.text += "江边。"
    #expect(captioned.units(.sentence).count == 1)
    flow = Flow()
    flow.append(captioned)
    #expect(flow.text(in: try #require(flow.range(of: .paragraph, at: 0))) == "江边。")
  }

  @Test func aSelectionGrowsAndShrinks() throws {
    let flow = flow(Self.paragraphs)
    var hasMoved = false
    var selection = Selection(unit: .sentence, at: try #require(flow.range(of: .sentence, at: 0)))
    #expect(flow.text(in: selection.utf8Range) == "江边的渡船一天开四趟。")
    hasMoved = selection.move(by: 1, extending: true, in: flow)
    #expect(hasMoved)
    #expect(flow.text(in: selection.utf8Range).hasSuffix("“天也要等人。”"))
    selection.become(.paragraph, in: flow)
    #expect(flow.text(in: selection.utf8Range) == Self.paragraphs[0])
    hasMoved = selection.move(by: 1, extending: true, in: flow)
    #expect(hasMoved)
    #expect(flow.text(in: selection.utf8Range) == Self.paragraphs[0] + "\n" + Self.paragraphs[1])
    hasMoved = selection.move(by: -1, extending: true, in: flow)
    #expect(hasMoved)
    #expect(flow.text(in: selection.utf8Range) == Self.paragraphs[0])
    selection.become(.word, in: flow)
    #expect(Self.paragraphs[0].hasPrefix(flow.text(in: selection.utf8Range)))
    let more = selection.move(by: -1, extending: false, in: flow)
    #expect(!more)
  }

  @Test func copiedTextHasNoLayoutBlanks() {
    var visit = visit(["在 2023 年，Linux 内核支持了 RISC-V。第二句。"])
    visit.press("V right y")
    #expect(visit.effects.contains(.copy("在 2023 年，Linux 内核支持了 RISC-V。")))
  }

  @Test func aHighlightIsShownAndSaved() throws {
    var visit = visit()
    visit.press("V right enter")
    let highlight = try #require(visit.library.highlights.first)
    #expect(highlight.quotation == "江边的渡船一天开四趟。")
    #expect(visit.status.contains("已划线"))
    let reader = try #require(visit.state.reader)
    #expect(reader.selection == nil)
    let marks = reader.highlightMarks
    #expect(marks.count == 1 && marks[0].role == .highlightYellow)
    visit.press("m")
    #expect(visit.screen.contains("划线"))
  }

  @Test func aNoteIsShownBesideItsPassage() throws {
    var visit = visit()
    visit.press("V right n")
    visit.type("想起码头 #江")
    visit.press("enter")
    #expect(visit.library.highlights.first?.remark == "想起码头 #江")
    visit.press("V right")
    #expect(visit.status.contains("想起码头 #江"))
    visit.press("n")
    visit.type("！")
    visit.press("enter")
    #expect(visit.library.highlights.map(\.remark) == ["想起码头 #江！"])
  }

  @Test func theSamePlaceIsFoundInAnotherScript() throws {
    var visit = visit()
    visit.press("z V right")
    let shown = try #require(visit.state.reader?.selectedText)
    visit.press("enter")
    #expect(shown == "江邊的渡船一天開四趟。")
    #expect(visit.library.highlights.first?.quotation == "江边的渡船一天开四趟。")
    let reader = try #require(visit.state.reader)
    let range = try #require(reader.highlightRanges.values.first)
    #expect(reader.flow.text(in: range) == "江邊的渡船一天開四趟。")
  }

  // MARK: Finding again

  private func found(_ quotation: String, near place: Int? = nil, in paragraphs: [String]) -> String? {
    let flow = flow(paragraphs)
    return PassageFinder(flow).range(of: quotation, near: place.map { $0..<$0 }).map(flow.text(in:))
  }

  @Test func passagesAreFoundInTextThatHasMoved() {
    let moved = ["新加的一段。", "又一段。"] + Self.paragraphs
    #expect(found("后来架了桥，渡口就废了。", near: 0, in: moved) == "后来架了桥，渡口就废了。")
    #expect(found("后来架了桥， 渡口\n就废了。", near: 0, in: moved) == "后来架了桥，渡口就废了。")
  }

  @Test func ofSeveralOccurrencesTheNearestIsUsed() {
    let flow = flow(["渡口。", "渡口。", "渡口。"])
    let finder = PassageFinder(flow)
    #expect(finder.range(of: "渡口", near: 9..<15) == 9..<15)
    #expect(finder.range(of: "渡口", near: 30..<36) == 18..<24)
    #expect(finder.range(of: "渡口", near: nil) == 0..<6)
  }

  @Test func aPassageWhoseMiddleWasEditedIsStillFound() {
    let edited = ["江边的渡船一天开四趟。“船要等人，”老船工慢慢地说，“天也要等人。”过江的人都笑了！"]
    let quotation = "“船要等人，”老艄公说，“天也要等人。”"
    #expect(found(quotation, in: edited) == "“船要等人，”老船工慢慢地说，“天也要等人。”")
  }

  @Test func aPassageThatIsGoneIsReportedAndKept() {
    let lost = Highlight(key: "a", utf8Range: 10..<40, quotation: "早已删去的一句话，谁也不记得。", remark: "可惜")
    var visit = visit(highlights: [lost])
    #expect(visit.state.reader?.highlightRanges.isEmpty == true)
    visit.press("m")
    #expect(visit.screen.contains("早已删去的一句话"))
    #expect(visit.screen.contains("原文里已找不到"))
  }

  @Test(arguments: [0, 1, 5, 11, 12, 35, 36, 37, 400]) func findingAnyQuotationInAnyTextSucceedsOrGivesNothing(
    length: Int
  ) {
    let text = String(repeating: "字句", count: 200)
    let quotation = String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)
    for paragraphs in [[], [""], [text], ["短"], [text, text]] { _ = found(quotation, near: length, in: paragraphs) }
    #expect(found(String(repeating: "字句", count: 20), in: [text]) != nil)
  }

  @Test func clicksSelectWordsAndSpans() throws {
    var visit = visit()
    let reader = try #require(visit.state.reader)
    let row = try #require(
      reader.visibleRows.firstIndex {
        reader.flow.leaves[$0.leaf].text.hasPrefix("江边") && !reader.setLayout($0.leaf).rows[$0.row].utf8Range.isEmpty
      })
    let left = visit.state.pageRegion.column + reader.metrics.leftInCells
    visit.send(.mouse(MouseEvent(.click, at: Position(row: visit.state.pageRegion.row + row, column: left + 4))))
    let first = try #require(visit.state.reader?.selectedText)
    #expect(first.hasPrefix("江"))
    visit.send(.mouse(MouseEvent(.click, at: Position(row: visit.state.pageRegion.row + row, column: left + 24))))
    #expect(visit.state.reader?.selectedText?.hasPrefix(first) == true)
    #expect((visit.state.reader?.selectedText?.count ?? 0) > first.count)
    visit.send(.mouse(MouseEvent(.doubleClick, at: Position(row: visit.state.pageRegion.row + row, column: left + 4))))
    #expect(visit.state.reader?.selectedText == "江边的渡船一天开四趟。")
  }

  @Test func highlightsAreListedInTheBookmarksRoom() {
    var visit = visit()
    visit.press("V right enter V right right n")
    visit.type("记住")
    visit.press("enter B tab")
    #expect(visit.screen.contains("划线"))
    #expect(visit.screen.contains("江边的渡船一天开四趟。"))
    #expect(visit.screen.contains("记住"))
    visit.press("x")
    #expect(visit.library.highlights.count == 1)
    visit.press("U")
    #expect(visit.library.highlights.count == 2)
    visit.press("tab")
    #expect(visit.screen.contains("收藏夹"))
  }
}
