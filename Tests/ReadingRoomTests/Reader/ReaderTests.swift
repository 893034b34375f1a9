import ArticleDump
import Testing
import Typesetting

@testable import ReadingRoom

@Suite struct ReaderTests {
  /// The text column of a frame, without status line, blanks and line ends.
  private func shown(_ visit: Visit) -> [String] {
    let rows = visit.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
      $0.filter { $0 != " " && $0 != "▎" && $0 != "─" }
    }
    // Rows that a page leaves empty at its bottom do not belong to its text.
    return Array(rows.prefix(visit.state.reader?.visibleRows.count ?? rows.count))
  }

  @Test(
    arguments: [
      Size(rows: 5, columns: 20), Size(rows: 7, columns: 33), Size(rows: 12, columns: 40), Size(rows: 24, columns: 80),
      Size(rows: 31, columns: 97), Size(rows: 50, columns: 200),
    ])
  func everyCharacterIsShownWhilePaging(size: Size) throws {
    var visit = Visit(rows: size.rows, columns: size.columns)
    visit.press("enter")
    var lines = shown(visit)
    for _ in 0..<200 {
      let before = visit.state.reader?.top
      visit.press("space")
      if visit.state.reader?.top == before { break }
      let page = shown(visit)
      // The overlap of the pages: the longest end of what was seen that the next page begins with.
      let overlap = (0...min(page.count, lines.count)).reversed().first {
        Array(lines.suffix($0)) == Array(page.prefix($0))
      }
      try #require((overlap ?? 0) >= 1, "a page lost lines at \(size)")
      lines += page.dropFirst(overlap ?? 0)
    }
    let all = lines.joined()
    let flow = try #require(visit.state.reader?.flow)
    for leaf in flow.leaves {
      if case .table = leaf.kind { continue }
      let text = leaf.text.filter { !$0.isWhitespace }
      #expect(all.contains(text), "\(leaf.kind) is not shown whole at \(size)")
    }
    for cell in ["木牍", "尺寸（厘米）", "字数", "二百四十九", "23.4×3.7", "残，约一百八十"] where size.columns >= 40 {
      #expect(all.contains(cell.filter { $0 != " " }), "\(cell) is not shown at \(size)")
    }
  }

  @Test func pagesOverlapByTwoLines() {
    var visit = Visit()
    visit.press("enter")
    let first = shown(visit)
    visit.press("space")
    #expect(shown(visit).prefix(2) == first.suffix(2))
    visit.press("backspace")
    #expect(shown(visit) == first)
  }

  @Test(arguments: 12...40)
  func noHeadingOrFirstLineIsAloneAtTheBottomOfAPage(rows: Int) throws {
    var article = Article(dialect: .text, title: "页脚")
    for section in 1...12 {
      article.blocks.append(.heading(StyledText("第\(section)节"), level: 2))
      for length in [30, 90, 45, 130] {
        article.blocks.append(.paragraph(StyledText(String(repeating: "字", count: length)), role: nil))
      }
    }
    var visit = Visit(rows: rows, columns: 60)
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    while let reader = visit.state.reader, !reader.isAtEnd, let last = reader.visibleRows.last {
      let leaf = reader.flow.leaves[last.leaf]
      let layout = reader.setLayout(last.leaf)
      if case .blank = layout.rows[last.row].content {
        // What the page left out was further below.
      } else if case .heading = leaf.kind {
        Issue.record("a heading ends the page at \(last)")
      } else if leaf.kind == .paragraph, layout.rows.count > 2 {
        #expect(last.row != 1, "a first line ends the page at \(last)")
      }
      // Going back leads to a page that is followed by this one.
      visit.press("backspace space")
      if reader.top.leaf > 0 { #expect(visit.state.reader?.top == reader.top) }
      visit.press("space")
      if visit.state.reader?.top == reader.top { break }
    }
  }

  @Test(arguments: [Size(rows: 5, columns: 20), Size(rows: 24, columns: 40), Size(rows: 60, columns: 180)])
  func thePlaceSurvivesResizingAndBack(size: Size) {
    var visit = Visit()
    visit.press("enter space down down")
    let before = visit.frame
    let offset = visit.state.reader?.topOffset
    visit.send(.resized(size))
    visit.send(.resized(Size(rows: 1, columns: 1)))
    visit.send(.resized(Size(rows: 24, columns: 80)))
    #expect(visit.state.reader?.topOffset == offset)
    #expect(visit.frame == before)
  }

  @Test(arguments: ["J J", "+ -", ": i n d e n t space 0 enter : i n d e n t space 2 enter"])
  func thePlaceSurvivesAChangedSetting(keys: String) {
    var visit = Visit(columns: 120)
    visit.press("enter space down")
    let before = visit.state.reader?.topOffset
    visit.press(keys)
    #expect(visit.state.reader?.topOffset == before)
  }

  @Test func anArticleOpensAtItsSavedPosition() throws {
    var visit = Visit()
    visit.press("enter space q")
    let saved = visit.effects.compactMap { if case .savePosition(_, let offset, _) = $0 { offset } else { nil } }.last
    let offset = try #require(saved)
    #expect(offset > 0)
    var loaded = LoadedArticle(id: ArticleHandle(0), article: SampleArticle.article)
    loaded.utf8Offset = offset
    _ = update(&visit.state, .key(Key(.enter)))
    visit.state.reader = nil
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(loaded))
    #expect(visit.state.reader?.topOffset == offset)
  }

  @Test func onlyTheVisiblePartOfALongArticleIsLaidOut() throws {
    var article = Article(dialect: .text, title: "长卷")
    let sentence = "竹简两千年不语，灯一亮，字就醒了。"
    article.blocks = (0..<20_000).map { .paragraph(StyledText("\($0) " + sentence), role: nil) }
    // One paragraph of a megabyte, too.
    article.blocks.append(.paragraph(StyledText(String(repeating: sentence, count: 20_000)), role: nil))
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    let reader = try #require(visit.state.reader)
    #expect(reader.flow.utf8Count > 2_000_000)
    #expect(reader.layoutCount < 60)
    #expect(reader.flow.leaves.allSatisfy { $0.text.utf8.count <= Leaf.limitInUTF8 })
    visit.press("end")
    #expect((visit.state.reader?.layoutCount ?? 0) < 120)
    #expect(visit.status.hasSuffix("100%"))
  }

  @Test func aPieceOfALongParagraphLosesNothing() {
    let text = String(repeating: "一二三四五六七八九十。", count: 9_000) + String(repeating: "字", count: 30_000)
    var leaf = Leaf(.paragraph, text: text)
    leaf.runs = [StyleRun(utf8Range: 6..<50_001, style: .strong)]
    let pieces = leaf.pieces()
    #expect(pieces.map(\.text).joined() == text)
    #expect(pieces.count > 10)
    #expect(pieces.map { $0.runs.reduce(0) { $0 + $1.utf8Range.count } }.reduce(0, +) == 50_001 - 6)
  }

  /// A row may have more cells than a piece; the head is only at the top.
  @Test(arguments: [(5_000, 2, "格子"), (3, 5_000, "格"), (40, 3, String(repeating: "很长的格子。", count: 400))])
  func aPieceOfALargeTableLosesNothing(rowCount: Int, columnCount: Int, cell: String) {
    let count = cell.utf8.count
    let rows = (0..<rowCount).map { row in
      (0..<columnCount).map { column in
        let start = (row * columnCount + column) * count
        return start..<start + count
      }
    }
    var leaf = Leaf(
      .table(rows, headRowCount: 1), text: String(repeating: cell, count: rowCount * columnCount))
    leaf.runs = [StyleRun(utf8Range: 0..<count, style: .strong)]
    let pieces = leaf.pieces()
    #expect(pieces.count > 1 && pieces.map(\.text).joined() == leaf.text)
    #expect(pieces.map(\.isTight) == [false] + pieces.dropFirst().map { _ in true })
    #expect(pieces.flatMap(\.runs).count == 1 && pieces[0].runs == leaf.runs)
    var heads: [Int] = []
    for piece in pieces {
      guard case .table(let rows, let headRowCount) = piece.kind else {
        Issue.record("not a table")
        continue
      }
      heads.append(headRowCount)
      let cells = rows.joined()
      #expect(cells.count <= Leaf.tableLimitInCells && cells.count * count == piece.text.utf8.count)
      let bytes = Array(piece.text.utf8)
      #expect(cells.allSatisfy { String(decoding: bytes[$0], as: UTF8.self) == cell })
    }
    #expect(heads == [1] + pieces.dropFirst().map { _ in 0 })
  }

  @Test func offsetsAndPlacesAgree() throws {
    var visit = Visit()
    visit.press("enter")
    var reader = try #require(visit.state.reader)
    for offset in stride(from: 0, to: reader.flow.utf8Count, by: 7) {
      let (leaf, inner) = reader.flow.locate(offset)
      #expect(reader.flow.leaves[leaf].base + inner == offset)
      let place = reader.place(of: offset)
      #expect(place.leaf == leaf)
      #expect(place.row < reader.layout(leaf).rows.count)
    }
  }

  @Test(arguments: [("zh-Hans", HangingPunctuation.core), ("zh-Hant", .none)])
  func stopsHangInSimplifiedTextOnly(language: String, hanging: HangingPunctuation) {
    var article = SampleArticle.article
    article.language = language
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    #expect(visit.state.reader?.metrics.hanging == hanging)
  }

  @Test(arguments: ["y", "Y"])
  func copiedTextHasNoControls(key: String) {
    var article = SampleArticle.article
    article.url = "https://h.example/\u{1B}]52;c;cm0gLXJm\u{7}"
    article.blocks.insert(.paragraph(StyledText("rm\u{9B}2J\u{202E}\u{1B}[31m"), role: nil), at: 0)
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    visit.press(key)
    let copied = visit.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(copied.count == 1)
    let controls = copied.joined().unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value))
    }
    #expect(controls.isEmpty)
  }

  @Test func linksAreNumberedAndListed() {
    var visit = Visit()
    visit.press("enter end")
    #expect(visit.screen.contains("[1] https://example.org/db?id=1930&lang=zh"))
    visit.press("1 enter")
    #expect(visit.effects.contains(.copy("https://example.org/db?id=1930&lang=zh")))
    #expect(visit.status.contains("https://example.org/db"))
  }

  /// Every value that the settings accept has an effect, unless the line is too short for it.
  @Test(arguments: [(76, 0, 0), (76, 2, 4), (76, 4, 8), (76, 6, 12), (76, 8, 16), (20, 8, 10), (16, 4, 8), (14, 2, 0)])
  func paragraphsAreIndentedAsConfigured(measure: Int, indent: Int, cells: Int) {
    var settings = Settings()
    settings.measureInCells = measure
    settings.indentInHan = indent
    let metrics = PageMetrics(columns: 80, rows: 24, settings: settings, traits: TerminalTraits())
    #expect(metrics.indentInCells == cells)
  }

  @Test func aNarrowMeasureIsNotWidenedByNarrowing() {
    var settings = Settings()
    settings.measureInCells = 10
    var visit = Visit(settings: settings)
    visit.press("enter -")
    #expect(visit.state.settings.measureInCells == 10)
    #expect(visit.status.contains("版心保持 10 列"))
  }

  /// A number in brackets is that of a note or of a link, never of both.
  @Test func linksAreNumberedAfterTheNotesOfTheText() {
    let page = "# 题\n\n甲[^a]，乙[^b]，见[丙](https://example.org/c)。\n\n[^a]: 注一。\n[^b]: 注二。\n"
    let article = ArticleParser().article(from: Array(page.utf8), path: "1.md")
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    #expect(visit.screen.contains("甲[1]，乙[2]，见丙[3]。"), "\(visit.screen)")
    #expect(visit.screen.contains("[3] https://example.org/c"), "\(visit.screen)")
    visit.press("1 enter")
    #expect(visit.status.contains("没有编号为 1 的链接"), "\(visit.status)")
    visit.press("3 enter")
    #expect(visit.effects.contains(.copy("https://example.org/c")))
    visit.press("m end")
    #expect(visit.screen.firstMatch(of: /3 +丙/) != nil, "\(visit.screen)")
  }

  @Test func nestedListsFollowTheirItemsWithoutABlankLine() {
    let page = "# 题\n\n上文。\n\n- 甲\n  - 乙\n    1. 丙\n  - 丁\n- 戊\n\n  己\n\n下文。\n"
    let article = ArticleParser().article(from: Array(page.utf8), path: "1.md")
    let leaves = Flow(article, language: .simplified, charactersPerMinute: 400).leaves
    func isTight(_ text: String) -> Bool? { leaves.first { $0.text == text }?.isTight }
    #expect(["甲", "己", "下文。"].map(isTight) == [false, false, false])
    #expect(["乙", "丙", "丁", "戊"].map(isTight) == [true, true, true, true])
  }

  /// The bar of a quote is where the quote begins: lists in it are to the right of it, those around it to the left.
  @Test func theBarOfAQuoteIsOneLine() throws {
    func text(_ text: String) -> Block { .paragraph(StyledText(text), role: nil) }
    let inner = Block.list(ListBlock(isOrdered: false, items: [[text("甲一")]]))
    let list = Block.list(
      ListBlock(isOrdered: false, items: [[text("甲"), inner], [text("乙"), .quote([text("引中引")])]]))
    var article = Article(dialect: .text, title: "引文")
    article.blocks = [
      .quote([text("先说"), list, text("后说")]), .list(ListBlock(isOrdered: false, items: [[.quote([text("项中引")])]])),
    ]
    var visit = Visit(rows: 40, columns: 60)
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    let rows = visit.screen.split(separator: "\n").map { $0.drop { $0 == " " } }
    func row(_ text: String) -> String { String(rows.first { $0.hasSuffix(text) } ?? "") }
    #expect(row("先说") == "▎ 先说")
    #expect(row("甲") == "▎   • 甲")
    #expect(row("甲一") == "▎       - 甲一")
    #expect(row("引中引") == "▎     ▎ 引中引")
    #expect(row("项中引") == "▎ 项中引")
    let columns = visit.screen.split(separator: "\n").compactMap { row in
      row.firstIndex(of: "▎").map { row.distance(from: row.startIndex, to: $0) }
    }
    #expect(Set(columns.dropLast()).count == 1)
  }

  @Test func findingStartsAtTheCurrentPage() throws {
    var visit = Visit(rows: 12, columns: 40)
    visit.press("enter / 的 enter")
    let count = try #require(visit.state.reader?.finding?.hits.count)
    #expect(count > 3)
    visit.press("G")
    let page = try #require(visit.state.reader?.topOffset)
    visit.press("N")
    var reader = try #require(visit.state.reader)
    let last = try #require(reader.finding?.hits[reader.finding?.current ?? 0])
    #expect(reader.flow.leaves[last.leaf].base + last.utf8Range.lowerBound < page)
    #expect(try #require(reader.finding?.current) > 0)
    visit.press("g")
    visit.press("n")
    reader = try #require(visit.state.reader)
    #expect(reader.finding?.current == 0)
    #expect(visit.state.notice == nil)
  }

  @Test func hitsAreHighlightedAndSteppedThrough() throws {
    var visit = Visit()
    visit.press("enter /")
    visit.type("木牍")
    visit.press("enter")
    let finding = try #require(visit.state.reader?.finding)
    #expect(finding.hits.count >= 5)
    let hit = visit.state.palette[.currentHit]
    #expect(visit.frame.cells.contains { $0.cluster == "牍" && $0.style == hit })
    for _ in finding.hits { visit.press("n") }
    #expect(visit.state.reader?.finding?.current == finding.current)
    visit.press("N")
    #expect(visit.state.reader?.finding?.current == (finding.current + finding.hits.count - 1) % finding.hits.count)
    visit.press("esc")
    #expect(visit.state.reader?.finding == nil)
  }

  @Test func switchingScriptsKeepsThePlaceBothWays() {
    var visit = Visit()
    visit.press("enter space")
    let offset = visit.state.reader?.topOffset
    visit.press("z g")
    #expect(visit.screen.contains("燈下讀簡"))
    visit.press("z")
    #expect(!visit.screen.contains("燈"))
    visit.press("space")
    #expect(visit.state.reader?.topOffset == offset)
  }

  @Test func hostileTextNeverReachesTheFrame() {
    var article = Article(dialect: .html, title: "题\u{1B}]0;pwned\u{7}目\u{202E}反")
    article.publisher = Publisher(id: "x", name: "\u{9B}31m坏")
    article.blocks = [
      .paragraph(StyledText("a\u{1B}[31mb\u{9B}c\u{200B}d\u{2066}e\r\n\u{7F}"), role: nil),
      .preformatted("x\u{1B}c\ty"), .embed(Embed(kind: .tweet, url: "https://e.org/\u{1B}", text: "\u{1B}[2J")),
      .figure(Figure(images: [ArticleImage(url: "https://e.org/\u{1B}.jpg")])),
      .table(Table(rows: [[StyledText("\u{1B}[1m"), StyledText("b")]])),
    ]
    article.related = [Link(text: "\u{1B}[H", url: "https://e.org/\u{1B}")]
    article.glosses = [Gloss(name: "\u{1B}", original: "\u{9D}")]
    var visit = Visit()
    visit.state.opening = Opening(id: ArticleHandle(0), entry: .visit)
    visit.send(.articleLoaded(LoadedArticle(id: ArticleHandle(0), article: article)))
    visit.send(.notice("\u{1B}[31m"))
    expectClean(visit.frame)
    visit.press("tab")
    expectClean(visit.frame)
  }

  private func expectClean(_ frame: Frame) {
    for cell in frame.cells {
      for scalar in cell.cluster.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0 ~= scalar.value) && !(0x202A...0x202E ~= scalar.value))
      }
    }
  }
}
