import Typesetting

extension State {
  func drawList(on canvas: inout Canvas) {
    drawHeader(listTitle, listSummary, on: &canvas)
    if showsListPaneOver {
      drawListPane(on: &canvas)
    } else if showsFacetsOver {
      drawFacets(list, in: facetsRegion, on: &canvas)
    } else {
      if showsFacetsBeside { drawFacets(list, in: facetsRegion, on: &canvas) }
      drawRows(list, in: listRegion, on: &canvas)
      drawListPane(on: &canvas)
      drawPreview(on: &canvas)
    }
  }

  private var listTitle: String {
    var parts: [String] = []
    if !list.query.text.isEmpty { parts.append(localized(.filtered, list.query.text)) }
    for facet in list.query.facets {
      parts.append(list.facets.first { $0.facet == facet }?.name(in: language) ?? facet.value)
    }
    return parts.isEmpty ? "\(localized(.appName))  \(localized(.allArticles))" : parts.joined(separator: " · ")
  }

  private var listSummary: String {
    guard let total = list.total, total > 0 || isSettled(list) else { return "" }
    let count = localized(.articleCount, total.grouped)
    if list.isOrderedByQuery { return count }
    let order = localized(.sortedBy, localized(list.query.sort.message)) + (list.query.isDescending ? "" : " ↑")
    return "\(count) · \(order)"
  }

  /// The rows of a list for which the region has room.
  func drawRows(_ list: ListState, in region: Region, on canvas: inout Canvas) {
    let metrics = rowMetrics
    if list.count == 0 {
      for (offset, message) in emptyMessages(list).enumerated() {
        let row = region.row + min(1, region.rows - 1) + offset
        guard row < region.endRow else { break }
        canvas.write(
          message, row: row, column: region.column + min(4, metrics.titleColumn), end: region.endColumn, role: .aside)
      }
      return
    }
    // The last entry may be cut off: it shows that there is more, which a blank would not.
    for entry in 0..<max(1, (region.rows + metrics.heightInRows - 1) / metrics.heightInRows) {
      let index = list.top + entry
      guard index < list.count else { break }
      let row = region.row + entry * metrics.heightInRows
      if row + metrics.heightInRows > region.endRow, entry > 0, list.row(at: index) == nil { break }
      draw(list.row(at: index), of: list, isSelected: index == list.selected, metrics, row: row, region, on: &canvas)
      if index == list.bar.row, list.focus == .rows, !isPaneFocused {
        for line in row..<min(region.endRow, row + (metrics.stacks ? 2 : 1)) {
          canvas.bar(row: line, column: region.column, end: region.endColumn)
        }
      }
    }
  }

  /// Whether an empty list means that there is nothing.
  private func isSettled(_ list: ListState) -> Bool {
    list.total != nil && list.isCurrent && progress == nil && hasScanned
  }

  /// A sentence wrapped to the width of the list.
  private func folded(_ sentence: String) -> [String] {
    let room = max(8, listRegion.columns - 6)
    var lines = [""]
    var width = 0
    for character in sentence {
      let own = String(character).widthInCells(ambiguous: traits.ambiguousWidth)
      if width + own > room {
        lines.append("")
        width = 0
      }
      lines[lines.count - 1].append(character)
      width += own
    }
    return lines
  }

  private func emptyMessages(_ list: ListState) -> [String] {
    if list.problem?.isUnfinished == true { return [] }
    if let problem = list.problem { return folded(sanitizedLine(problem.sentence)) }
    if list.isSearch, list.query.text.isEmpty { return [] }
    guard isSettled(list) else {
      let isNarrowed = !list.query.text.isEmpty || !list.query.facets.isEmpty
      return [localized(list.isCurrent && isNarrowed && progress != nil ? .noHitsYet : .looking)]
    }
    let nothing = [localized(.noHits)] + (list.suggestion.map { [localized(.didYouMean, sanitizedLine($0))] } ?? [])
    if list.isSearch { return nothing }
    guard list.query.text.isEmpty && list.query.facets.isEmpty else { return nothing }
    // Says which folder was opened and what to do, for a reader who opened the wrong one.
    let places = archives.map { localized(.lookedIn, sanitizedLine($0)) }
    return [localized(.noArticles), ""] + places + [localized(.adviceOpen), localized(.adviceReasons)]
  }

  private func draw(
    _ article: ListRow?, of list: ListState, isSelected: Bool, _ metrics: RowMetrics, row: Int, _ region: Region,
    on canvas: inout Canvas
  ) {
    let left = region.column
    let end = region.endColumn
    // The selected row differs only by its mark, and the blank in other rows has the mark's style: moving on changes
    // two cells in one style, which matters on a slow line.
    let mark = isSelected ? canvas.symbols.marker : " "
    canvas.write(
      mark, row: row, column: left, end: left + 2, role: list.focus == .rows || !isSelected ? .marker : .aside)
    guard let article else {
      canvas.write("…", row: row, column: left + metrics.titleColumn, end: end, role: .aside)
      return
    }
    if marked.contains(article.id) {
      canvas.write("+", row: row, column: left + 1, end: left + 2, role: .key)
    }
    let text = list.texts[article.id] ?? RowText(article, metrics: metrics)
    ListRowDrawing(article: article, text: text, metrics: metrics, row: row, region: region).draw(on: &canvas)
  }
}

extension Canvas {
  /// Marks clusters of written text as hits.
  mutating func mark(_ hits: [Range<Int>], of text: CellText, row: Int, column: Int) {
    guard !hits.isEmpty else { return }
    var column = column
    for (index, glyph) in text.glyphs.enumerated() {
      if hits.contains(where: { $0.contains(index) }), column < frame.size.columns {
        frame[row, column].style = palette[.hit]
      }
      column += Int(glyph.widthInCells)
    }
  }

  /// Draws a placed glyph of a page whose type area starts at a column.
  mutating func draw(_ placed: PlacedGlyph, row: Int, left: Int, end: Int, role: Role? = nil) {
    let column = left + placed.column
    guard column >= 0, column + Int(placed.glyph.widthInCells) <= min(end, frame.size.columns) else { return }
    var style = palette[role ?? placed.role]
    style.attributes.formUnion(placed.attributes)
    frame[row, column] = Cell(
      placed.glyph.cluster, widthInCells: placed.glyph.widthInCells, style: style,
      isWidthUncertain: placed.glyph.isWidthUncertain, link: placed.url.map { frame.number(ofLink: $0) } ?? 0)
  }
}
