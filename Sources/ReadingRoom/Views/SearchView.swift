extension State {
  func drawSearch(on canvas: inout Canvas) {
    guard let search else { return }
    var right = ""
    if let total = search.total, !search.query.text.isEmpty {
      right = localized(.articleCount, total.grouped)
      // Without words, there is nothing to be relevant to.
      let sort = search.query.sort == .relevance && !search.showsSnippets ? .date : search.query.sort
      if !search.isOrderedByQuery { right += " · \(localized(.sortedBy, localized(sort.message)))" }
    }
    drawHeader(localized(.searchTitle), right, on: &canvas)
    let body = screen.body
    let row = body.row
    let isTyping = search.focus == .field
    let margin = size.columns >= 40 ? 2 : 1
    let label = canvas.symbols.marker
    canvas.write(isTyping ? label : " ", row: row, column: 0, end: margin, role: .marker)
    canvas.draw(
      search.field, row: row, column: margin, end: size.columns - margin, isActive: isTyping, role: .field,
      wrong: search.wrongCharacters)
    if searchFieldRows > 1 { drawCompletion(search, row: row + 1, on: &canvas) }
    if search.field.isEmpty, size.columns >= 40 {
      canvas.write(localized(.searchHint), row: row, column: margin, end: size.columns - margin, role: .aside)
    }
    if showsListPaneOver {
      drawListPane(on: &canvas)
      return
    }
    if showsFacetsOver {
      drawFacets(search, in: facetsRegion, on: &canvas)
      return
    }
    if showsFacetsBeside { drawFacets(search, in: facetsRegion, on: &canvas) }
    drawRows(search, in: listRegion, on: &canvas)
    drawListPane(on: &canvas)
    drawPreview(on: &canvas)
  }
}

extension Canvas {
  /// Draws a field and, while it is being edited, places the cursor; a long text scrolls.
  ///
  /// - Parameter wrong: The clusters of a mistake.
  mutating func draw(
    _ field: TextField, row: Int, column: Int, end: Int, isActive: Bool, role: Role, wrong: Range<Int> = 0..<0
  ) {
    let room = end - column
    guard room > 1 else { return }
    let before = CellText(field.head, ambiguous: ambiguous)
    let whole = CellText(field.text, ambiguous: ambiguous)
    var wrongStyle = palette[.error]
    wrongStyle.attributes.insert(.underline)
    let wrongCells = field.cells(of: wrong, ambiguous: ambiguous)
    var cell = 0
    // The cursor needs a column of its own after the text.
    var skipped = 0
    var skippedWidth = 0
    while before.widthInCells - skippedWidth > room - 1, skipped < whole.glyphs.count {
      skippedWidth += Int(whole.glyphs[skipped].widthInCells)
      cell += Int(whole.glyphs[skipped].widthInCells)
      skipped += 1
    }
    var place = column
    for glyph in whole.glyphs.dropFirst(skipped) {
      guard place + Int(glyph.widthInCells) <= end else { break }
      frame[row, place] = Cell(
        glyph.cluster, widthInCells: glyph.widthInCells, style: wrongCells.contains(cell) ? wrongStyle : palette[role],
        isWidthUncertain: glyph.isWidthUncertain)
      place += Int(glyph.widthInCells)
      cell += Int(glyph.widthInCells)
    }
    if isActive { frame.cursor = Position(row: row, column: min(end - 1, column + before.widthInCells - skippedWidth)) }
  }
}

extension State {
  /// The candidates that Tab goes through, with the current one marked.
  func drawCompletion(_ list: ListState, row: Int, on canvas: inout Canvas) {
    guard let completion = list.completion, row >= 0 else { return }
    for place in 0..<size.columns { canvas.frame[row, place] = canvas.frame.fill }
    let margin = size.columns >= 40 ? 2 : 1
    // The current candidate stays visible.
    let first = max(0, (completion.index ?? 0) - 3)
    var column = margin
    for (index, candidate) in completion.candidates.enumerated().dropFirst(first) where column < size.columns - margin {
      let role: Role = index == completion.index ? .selection : .aside
      column =
        canvas.write(sanitizedLine(candidate), row: row, column: column, end: size.columns - margin, role: role) + 2
    }
  }
}
