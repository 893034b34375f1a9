extension State {
  func drawSearch(on canvas: inout Canvas) {
    guard let search else { return }
    var right = ""
    if let total = search.total, !search.query.text.isEmpty {
      right = "\(say(.articleCount, total.grouped)) · \(say(.sortedBy, say(search.query.sort.message)))"
    }
    drawHeader(say(.searchTitle), right, on: &canvas)
    let body = screen.body
    let row = body.row
    let isTyping = search.focus == .field
    let margin = size.columns >= 40 ? 2 : 1
    let label = canvas.symbols.marker
    canvas.write(isTyping ? label : " ", row: row, column: 0, end: margin, role: .marker)
    canvas.draw(
      search.field, row: row, column: margin, end: size.columns - margin, isActive: isTyping, role: .field)
    if search.field.isEmpty, size.columns >= 40 {
      canvas.write(say(.searchHint), row: row, column: margin, end: size.columns - margin, role: .aside)
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
  }
}

extension Canvas {
  /// Draws a field and, while it is typed in, places the cursor; a long text scrolls.
  mutating func draw(_ field: TextField, row: Int, column: Int, end: Int, isActive: Bool, role: Role) {
    let room = end - column
    guard room > 1 else { return }
    let before = CellText(field.head, ambiguous: ambiguous)
    let whole = CellText(field.text, ambiguous: ambiguous)
    // The cursor needs a column of its own after the text.
    var skipped = 0
    var skippedWidth = 0
    while before.widthInCells - skippedWidth > room - 1, skipped < whole.glyphs.count {
      skippedWidth += Int(whole.glyphs[skipped].widthInCells)
      skipped += 1
    }
    var place = column
    for glyph in whole.glyphs.dropFirst(skipped) {
      guard place + Int(glyph.widthInCells) <= end else { break }
      frame[row, place] = Cell(
        glyph.cluster, widthInCells: glyph.widthInCells, style: palette[role],
        isWidthUncertain: glyph.isWidthUncertain)
      place += Int(glyph.widthInCells)
    }
    if isActive { frame.cursor = Position(row: row, column: min(end - 1, column + before.widthInCells - skippedWidth)) }
  }
}
