/// An article of a list at its place on the screen.
struct ListRowDrawing {
  let article: ListRow
  let text: RowText
  let metrics: RowMetrics
  /// The row of the title.
  let row: Int
  let region: Region

  private var left: Int { region.column }
  private var end: Int { region.endColumn }

  func draw(on canvas: inout Canvas) {
    // Blanks between the facts have the facts' style, so that a row is three runs instead of seven.
    for column in left + 3..<left + max(3, metrics.stacks ? 3 : metrics.titleColumn) {
      canvas.frame[row, column] = Cell(" ", widthInCells: 1, style: canvas.palette[.aside])
    }
    drawState(on: &canvas)
    let titleTakesTwoRows = text.titleRest.widthInCells > 0 && row + 1 < region.endRow
    drawTitle(inTwoRows: titleTakesTwoRows, on: &canvas)
    if titleTakesTwoRows {
      write(text.date, row: row + 1, column: end - 1 - text.date.widthInCells, on: &canvas)
    } else if metrics.stacks {
      drawFactsBelowTitle(on: &canvas)
    } else {
      drawFactsBesideTitle(on: &canvas)
    }
    drawSnippet(on: &canvas)
  }

  /// A star, or that the article has not been read.
  private func drawState(on canvas: inout Canvas) {
    guard article.isStarred || !article.isRead else { return }
    let column = left + (metrics.titleColumn >= RowMetrics.leadInCells ? 2 : 1)
    canvas.write(
      article.isStarred ? canvas.symbols.star : canvas.symbols.unread, row: row, column: column, end: column + 2,
      role: article.isStarred ? .star : .unread)
  }

  private func drawTitle(inTwoRows: Bool, on canvas: inout Canvas) {
    let style = canvas.palette[article.isRead ? .aside : .text]
    let start = left + metrics.titleColumn
    let titleEnd = left + metrics.titleEnd
    var column = canvas.write(text.title, row: row, column: start, end: titleEnd, style: style, url: article.url)
    canvas.mark(text.titleHits, of: text.title, row: row, column: start)
    if inTwoRows {
      column = canvas.write(
        text.titleRest, row: row + 1, column: start, end: titleEnd, style: style, url: article.url)
      let count = text.title.glyphs.count
      let hits = text.titleHits.map { max(0, $0.lowerBound - count)..<max(0, $0.upperBound - count) }
      canvas.mark(hits, of: text.titleRest, row: row + 1, column: start)
    }
    if article.foldedCount > 0 {
      write(text.duplicates, row: inTwoRows ? row + 1 : row, column: column + 1, end: titleEnd, on: &canvas)
    }
  }

  private func drawFactsBelowTitle(on canvas: inout Canvas) {
    guard row + 1 < region.endRow else { return }
    let dateEnd = write(text.date, row: row + 1, column: left + metrics.titleColumn, on: &canvas)
    write(
      text.publisher, row: row + 1, column: text.date.widthInCells == 0 ? dateEnd : dateEnd + 2, end: end - 1,
      on: &canvas)
  }

  private func drawFactsBesideTitle(on canvas: inout Canvas) {
    if metrics.dateInCells > 0 { write(text.date, row: row, column: left + RowMetrics.leadInCells, on: &canvas) }
    if metrics.authorInCells > 0 {
      write(text.author, row: row, column: left + metrics.authorColumn, on: &canvas)
      let padding = max(0, metrics.lengthInCells - text.length.widthInCells)
      write(text.length, row: row, column: left + metrics.lengthColumn + padding, on: &canvas)
    }
    if metrics.publisherInCells > 0 {
      write(text.publisher, row: row, column: left + metrics.publisherColumn, on: &canvas)
    }
  }

  private func drawSnippet(on canvas: inout Canvas) {
    for (index, line) in text.snippet.enumerated() {
      let snippetRow = row + (metrics.stacks ? 2 : 1) + index
      guard snippetRow < region.endRow else { break }
      for glyph in line {
        canvas.draw(glyph, row: snippetRow, left: left + metrics.snippetColumn, end: end)
      }
    }
  }

  /// Writes a fact about the article.
  ///
  /// - Parameter end: The column at which it is cut; `nil` for the region's end.
  /// - Returns: The column after it.
  @discardableResult
  private func write(
    _ fact: CellText, row: Int, column: Int, end: Int? = nil, on canvas: inout Canvas
  ) -> Int {
    canvas.write(fact, row: row, column: column, end: end ?? self.end, style: canvas.palette[.aside])
  }
}
