import ArticleDump
import ChineseReadings
import Testing
import Typesetting

@testable import ReadingRoom

/// Pinyin and zhuyin above the line, everywhere or for a passage.
struct ReadingsTests {
  private static let paragraphs = [
    "银行的行长长得很高。他还没睡觉，还在看着一只鸟；鸟落在石头上。",
    "音乐会开到九点。“重要的是大家都快乐，”校长说，“便宜的东西不一定方便。”",
    "2023 年 GDP 涨了。",
  ]

  private func article(_ blocks: [Block]) -> Article {
    var article = Article(dialect: .text, title: "长篇")
    article.language = "zh-Hans"
    article.blocks = blocks
    return article
  }

  private func visit(
    _ paragraphs: [String] = paragraphs, rows: Int = 24, columns: Int = 80, reading: PhoneticNotation? = nil,
    traits: TerminalTraits = TerminalTraits(), change: (inout Settings) -> Void = { _ in }
  ) -> Visit {
    var settings = Settings()
    settings.reading = reading
    change(&settings)
    var visit = Visit(rows: rows, columns: columns, settings: settings, traits: traits)
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    let article = article(paragraphs.map { .paragraph(StyledText($0), role: nil) })
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    return visit
  }

  private func printed(_ blocks: [Block], _ notation: PhoneticNotation, columns: Int) -> [String] {
    var settings = Settings()
    settings.reading = notation
    settings.hanging = .none
    return PrintedArticle(article(blocks), settings: settings, widthInCells: columns).lines
  }

  private func paragraph(_ text: String, spans: [StyledText.Span] = []) -> Block {
    .paragraph(StyledText(text, spans: spans), role: nil)
  }

  // MARK: Setting

  @Test func readingsAreAboveTheirCharacters() {
    let lines = printed([paragraph("银行行长，爱好音乐。")], .pinyin, columns: 30)
    #expect(
      lines.suffix(4) == [
        "    yín háng  háng  zhǎng",
        "     银   行    行    长  ，",
        "ài  hào yīn yuè",
        " 爱  好  音  乐 。",
      ])
  }

  @Test func zhuyinIsAboveTheLine() {
    let lines = printed([paragraph("银行。")], .zhuyin, columns: 30)
    #expect(lines.suffix(2) == ["    ㄧㄣˊ ㄏㄤˊ", "      银    行  。"])
  }

  @Test func readingsAreBesideVerticalColumns() {
    let visit = visit(["银行的行长。"], columns: 40, reading: .pinyin) { $0.setsVertically = true }
    let rows = visit.screen.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.contains { $0.hasPrefix("银yín") })
    #expect(rows.contains { $0.hasPrefix("行háng") })
    #expect(rows.contains { $0.hasPrefix("长zhǎng") })
  }

  @Test func verticalColumnsWithoutRoomHaveNoReadings() {
    var visit = visit(columns: 18) { $0.setsVertically = true }
    visit.press("Z")
    #expect(!visit.screen.contains("yín"))
    #expect(visit.state.notice?.text.contains("太窄") == true)
  }

  @Test func aGuessIsMarkedAndFaint() throws {
    let leaf = Leaf(.paragraph, text: "长，山")
    var settings = Settings()
    settings.reading = .pinyin
    let metrics = PageMetrics(columns: 40, rows: 24, settings: settings, traits: TerminalTraits())
    let layout = LeafLayout(leaf, metrics: metrics, isFirst: true, readRange: 0..<leaf.text.utf8.count)
    let row = try #require(layout.rows.indices.first(where: layout.isReadings))
    let glyphs = layout.glyphs(ofRow: row, metrics: metrics)
    #expect(glyphs.map(\.glyph.cluster).joined() == "cháng?shān")
    #expect(glyphs.map { $0.attributes == .dim } == [Bool](repeating: true, count: 6) + [false, false, false, false])
    #expect(glyphs.allSatisfy { $0.role == .ruby && $0.utf8Offset == nil })
  }

  @Test func tonesAreDigitsWhereAccentsCannotBeShown() {
    let plain = visit(["银行"], reading: .pinyin, traits: TerminalTraits(colorDepth: .none, drawsSymbols: false))
    #expect(plain.screen.contains("yin2") && plain.screen.contains("hang2"))
  }

  @Test func theAuthorsRubyTakesPrecedenceOverReadings() {
    let ruby = StyledText.Span(utf8Range: 0..<6, style: .ruby(annotation: "key"))
    let lines = printed([paragraph("密钥重要", spans: [ruby])], .pinyin, columns: 60)
    #expect(lines.last?.contains("密钥（key）") == true)
    #expect(lines.suffix(2).first?.split(separator: " ") == ["zhòng", "yào"])
  }

  @Test func codeAndTablesHaveNoReadings() {
    let code = StyledText.Span(utf8Range: 0..<6, style: .code)
    let table = Table(rows: [["山", "水"]].map { $0.map { StyledText($0) } })
    let lines = printed(
      [paragraph("银行", spans: [code]), .preformatted("行长"), .table(table)], .pinyin, columns: 60)
    #expect(!lines.dropFirst(4).contains { $0.contains { "áēǎàíìǒ".contains($0) } })
  }

  @Test(arguments: [2, 3, 5, 10, 17, 40, 76], [PhoneticNotation.pinyin, .zhuyin])
  func linesFitAndLoseNothing(columns: Int, notation: PhoneticNotation) {
    let text = Self.paragraphs.joined()
    let lines = printed([paragraph(text)], notation, columns: columns)
    let shown = lines.joined().filter { $0.isLetter && $0.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value } }
    #expect(
      shown.hasSuffix(text.filter { $0.isLetter && $0.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value } }))
    // The widest of these, a syllable of five letters, takes six columns.
    if columns >= 10 { #expect(lines.allSatisfy { CellText($0, ambiguous: .narrow).widthInCells <= columns }) }
  }

  // MARK: Pages

  @Test(arguments: [6, 9, 13, 24], [40, 80])
  func noPageBreakSeparatesALineFromItsReadings(rows: Int, columns: Int) throws {
    let paragraphs = (1...12).flatMap { _ in Self.paragraphs }
    var visit = visit(paragraphs, rows: rows, columns: columns, reading: .pinyin)
    var seen: Set<RowPlace> = []
    for page in 0..<400 {
      let reader = try #require(visit.state.reader)
      seen.formUnion(reader.visibleRows)
      let last = try #require(reader.visibleRows.last)
      if reader.isAtEnd { break }
      #expect(!reader.setLayout(last.leaf).isReadings(last.row), "page \(page)")
      let first = try #require(reader.visibleRows.first)
      if page > 0, first.row > 0 { #expect(!reader.setLayout(first.leaf).isReadings(first.row - 1), "page \(page)") }
      visit.press("space")
    }
    let reader = try #require(visit.state.reader)
    #expect(reader.isAtEnd)
    let all = reader.flow.leaves.indices.flatMap { leaf in
      reader.setLayout(leaf).rows.indices.map { RowPlace(leaf: leaf, row: $0) }
    }
    #expect(seen.count == all.count)
    var steps = 0
    while visit.state.reader?.top != RowPlace(leaf: 0, row: 0), steps < 400 {
      visit.press("backspace")
      steps += 1
    }
    #expect(visit.state.reader?.top == RowPlace(leaf: 0, row: 0))
  }

  @Test func aLineAndItsReadingsScrollTogether() throws {
    var visit = visit((1...8).flatMap { _ in Self.paragraphs }, rows: 12, columns: 40, reading: .pinyin)
    for key in ["j", "k"] {
      for _ in 0..<200 {
        let former = visit.state.reader?.top
        visit.press(key)
        let reader = try #require(visit.state.reader)
        guard former != reader.top, !reader.isAtEnd else { break }
        #expect(reader.top.row == 0 || !reader.setLayout(reader.top.leaf).isReadings(reader.top.row - 1))
      }
    }
    #expect(visit.state.reader?.top == RowPlace(leaf: 0, row: 0))
  }

  @Test func togglingReadingsKeepsThePlace() {
    var visit = visit((1...20).flatMap { _ in Self.paragraphs })
    visit.press("space space")
    let offset = visit.state.reader?.topOffset
    visit.press("Z")
    #expect(visit.state.reader?.topOffset == offset)
    visit.press("Z Z")
    #expect(visit.state.reader?.topOffset == offset)
  }

  // MARK: Keys

  @Test func theKeyCyclesThroughTheNotationsAndSavesTheChoice() {
    var visit = visit()
    visit.press("Z")
    #expect(visit.screen.contains("yín"))
    visit.press("Z")
    #expect(visit.screen.contains("ㄧㄣˊ"))
    visit.press("Z")
    #expect(!visit.screen.contains("ㄧㄣˊ") && !visit.screen.contains("yín"))
    let remembered = visit.effects.compactMap { effect in
      if case .remember(.reading, let value) = effect { value } else { nil }
    }
    #expect(remembered == ["pinyin", "zhuyin", "none"])
  }

  @Test func theCommandLineSetsANotation() {
    var visit = visit()
    visit.press(":")
    visit.type("reading zhuyin")
    visit.press("enter")
    #expect(visit.screen.contains("ㄧㄣˊ"))
    visit.press(":")
    visit.type("reading hanyu")
    visit.press("enter")
    #expect(visit.state.notice?.isError == true)
  }

  @Test func aSelectionKeepsItsReadingsUntilAnotherArticleOpens() {
    var visit = visit()
    visit.press("V right Z")
    #expect(visit.screen.contains("zhǎng") && !visit.screen.contains("fāng"))
    visit.press("escape")
    #expect(visit.screen.contains("zhǎng"))
    visit.press("V right right right right Z")
    #expect(!visit.screen.contains("gāo") && visit.screen.contains("biàn"))
    #expect(visit.state.settings.reading == nil)
    #expect(!visit.effects.contains { if case .remember = $0 { true } else { false } })
    visit.press("escape ]")
    #expect(visit.state.reader?.readPassage == nil)
  }

  @Test func theKeyCyclesThroughTheNotationsOfASelection() {
    var visit = visit()
    visit.press("V right Z Z")
    #expect(visit.screen.contains("ㄏㄤˊ"))
    visit.press("Z")
    #expect(!visit.screen.contains("ㄏㄤˊ"))
  }

  /// Letters with accents are of ambiguous width: two columns each, they would not fit above their characters.
  @Test func tonesAreDigitsWhereAccentedLettersAreWide() {
    let wide = visit(reading: .pinyin, traits: TerminalTraits(ambiguousWidth: .wide))
    #expect(wide.screen.contains("yin2") && !wide.screen.contains("yín"))
    #expect(visit(reading: .pinyin).screen.contains("yín"))
    var settings = Settings()
    settings.reading = .pinyin
    let article = article([.paragraph(StyledText("银行"), role: nil)])
    for width in AmbiguousWidth.allCases {
      let printed = PrintedArticle(article, settings: settings, widthInCells: 40, ambiguousWidth: width)
      #expect(printed.lines.contains { $0.contains("yin2") } == (width == .wide))
    }
  }

  @Test func aPassageKeepsItsReadingsInAnotherScript() {
    var visit = visit()
    visit.press("V right Z escape z")
    #expect(visit.screen.contains("銀") && visit.screen.contains("zhǎng") && !visit.screen.contains("fāng"))
  }

  @Test func clickingAReadingSelectsItsCharacter() throws {
    let visit = visit(reading: .pinyin)
    let rows = visit.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("yín") })
    let region = visit.state.pageRegion
    var reader = try #require(visit.state.reader)
    func character(_ row: Int, _ word: String) -> String? {
      guard let place = rows[row].range(of: word) else { return nil }
      let column = CellText(rows[row][..<place.lowerBound] + "x", ambiguous: .narrow).widthInCells - 1
      guard let offset = reader.offset(at: Position(row: row, column: column), in: region) else { return nil }
      let (leaf, inner) = reader.flow.locate(offset)
      let bytes = Array(reader.flow.leaves[leaf].text.utf8)
      return String(decoding: bytes[inner..<inner + 3], as: UTF8.self)
    }
    #expect(character(row, "yín") == "银")
    #expect(character(row, "háng") == "行")
    #expect(character(row, "gāo") == "高")
    #expect(character(row + 1, "银") == "银")
    #expect(character(row + 1, "高") == "高")
  }

  @Test func clickingInAColumnSelectsTheCharacterInItsRow() throws {
    let visit = visit(["银行的行长。"], columns: 40, reading: .zhuyin) { $0.setsVertically = true }
    let rows = visit.screen.split(separator: "\n", omittingEmptySubsequences: false)
    var reader = try #require(visit.state.reader)
    for word in ["银", "长"] {
      let row = try #require(rows.firstIndex { $0.contains(word + "ㄧ") || $0.contains(word + "ㄓ") })
      let start = try #require(rows[row].range(of: word)).lowerBound
      let column = CellText(rows[row][..<start] + "x", ambiguous: .narrow).widthInCells - 1
      let place = reader.offset(at: Position(row: row, column: column), in: visit.state.pageRegion)
      let offset = try #require(place)
      let (leaf, inner) = reader.flow.locate(offset)
      let bytes = Array(reader.flow.leaves[leaf].text.utf8)
      #expect(String(decoding: bytes[inner..<inner + 3], as: UTF8.self) == word)
    }
  }

  @Test func aSelectionIsDrawnWithoutGaps() throws {
    var visit = visit(["银行行长"], reading: .pinyin)
    visit.press("V right")
    let frame = visit.frame
    let row = try #require(
      visit.screen.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("银") })
    let selected = visit.state.palette[.selectedText]
    let columns = (0..<frame.size.columns).filter { frame[row, $0].style == selected }
    #expect(columns.count == (columns.last ?? 0) - (columns.first ?? 0) + 1)
    #expect(columns.count > 8)
  }

  // MARK: Text

  @Test func readingsAreNotPartOfTheText() {
    var visit = visit(reading: .pinyin)
    visit.press("V right y")
    let copied = visit.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(copied == ["银行的行长长得很高。"])
    visit.press("/")
    visit.type("行长")
    visit.press("enter")
    #expect(visit.state.reader?.finding?.hits.count == 1)
    visit.press("/")
    visit.type("yín")
    visit.press("enter")
    #expect(visit.state.reader?.finding?.hits.isEmpty != false)
  }
}
