import ArticleDump

extension State {
  /// The themes on the left; on the right, if there is room, a page in the selected theme.
  func drawThemes(on canvas: inout Canvas) {
    guard let picker = themePicker else { return }
    drawHeader(localized(.themesTitle), "", on: &canvas)
    let body = screen.body
    let top = max(0, min(picker.selected - body.rows + 1, themes.count - body.rows))
    let listEnd = size.columns >= 60 ? 26 : size.columns
    for offset in 0..<body.rows {
      let index = max(0, top) + offset
      guard themes.indices.contains(index) else { break }
      let row = body.row + offset
      if index == picker.selected { canvas.write(canvas.symbols.marker, row: row, column: 0, end: 2, role: .marker) }
      let end = canvas.write(themes[index].name, row: row, column: 2, end: listEnd, role: .text)
      canvas.write(themes[index].id, row: row, column: max(end + 2, 12), end: listEnd, role: .aside)
    }
    guard size.columns >= 60 else { return }
    drawSample(in: body.inset(left: 28), on: &canvas)
  }

  private func drawSample(in region: Region, on canvas: inout Canvas) {
    let flow = Flow(ThemeSample.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    let metrics = PageMetrics(columns: region.columns, rows: 10, settings: settings, traits: traits)
    var row = region.row
    for (index, leaf) in flow.leaves.enumerated() {
      let layout = LeafLayout(leaf, metrics: metrics, isFirst: index == 0)
      for place in layout.rows.indices.dropFirst(index == 0 ? metrics.titleSpaceInRows : 0) {
        guard row < region.endRow else { return }
        for glyph in layout.glyphs(ofRow: place, metrics: metrics) {
          canvas.draw(glyph, row: row, left: region.column + metrics.leftInCells, end: region.endColumn)
        }
        row += 1
      }
    }
  }
}

/// A page that shows what a theme does to each kind of text.
enum ThemeSample {
  static let article: Article = {
    var article = Article(dialect: .text, title: "灯下读简")
    article.publisher = Publisher(id: "yuelan", name: "阅览")
    article.blocks = [
      .paragraph(StyledText("竹简两千年不语，灯一亮，字就醒了。"), role: .standfirst),
      .heading(StyledText("墨"), level: 2),
      .paragraph(
        StyledText(
          "削竹为简，编简成册。写错了，用刀刮去再写，所以读书人也叫刀笔吏。",
          spans: [
            .init(utf8Range: 15..<27, style: .strong),
            .init(utf8Range: 75..<93, style: .link(url: "https://example.org/")),
          ]), role: nil),
      .quote([.paragraph(StyledText("韦编三绝，说的是孔子读《易》，把牛皮绳都翻断了三回。"), role: nil)]),
    ]
    return article
  }()
}
