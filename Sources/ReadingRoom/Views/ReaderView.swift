import ArticleDump
import Typesetting

extension State {
  func drawReader(on canvas: inout Canvas) {
    guard let reader else { return }
    canvas.frame.title = sanitizedLine(reader.loaded.article.title)
    if !showsPaneOver { draw(reader, in: pageRegion, on: &canvas) }
    guard let pane = readerPane else { return }
    let region = paneRegion
    if showsPaneBelow { canvas.rule(row: region.row, column: region.column, end: region.endColumn) }
    if showsPaneBeside { canvas.verticalRule(column: region.column, row: region.row, endRow: region.endRow) }
    draw(pane, in: paneTextRegion, on: &canvas)
  }

  func draw(_ reader: ReaderState, in region: Region, on canvas: inout Canvas) {
    let left = region.column + reader.metrics.leftInCells
    var leaf = -1
    var layout: LeafLayout?
    var hits = 0..<0
    var marks: [MarkedRange] = []
    for (offset, place) in reader.visibleRows.prefix(reader.height).enumerated() {
      if place.leaf != leaf {
        leaf = place.leaf
        layout = reader.setLayout(leaf)
        hits = reader.finding?.hits(inLeaf: leaf) ?? 0..<0
        marks = reader.marks(inLeaf: leaf)
      }
      guard let layout else { continue }
      var last: (end: Int, role: Role)?
      for glyph in layout.glyphs(ofRow: place.row, metrics: reader.metrics) {
        var role: Role?
        if !marks.isEmpty, let utf8Offset = glyph.utf8Offset {
          role = marks.last { $0.utf8Range.contains(utf8Offset) }?.role
        }
        if role != .selectedText, !hits.isEmpty, let utf8Offset = glyph.utf8Offset, let finding = reader.finding {
          let hit = finding.hits[hits].partitioningIndex { $0.utf8Range.upperBound > utf8Offset }
          if hit < hits.upperBound, finding.hits[hit].utf8Range.lowerBound <= utf8Offset {
            role = hit == finding.current ? .currentHit : .hit
          }
        }
        if reader.metrics.isVertical {
          let top = region.row + (region.rows - reader.metrics.measureInRows) / 2
          let column = left + reader.metrics.verticalPage.leftEdge(ofColumn: offset) + glyph.shiftInCells
          canvas.draw(glyph, row: top + glyph.column, left: column - glyph.column, end: region.endColumn, role: role)
        } else {
          // A gap inside a link, a caption or a hit has its style: one run, underlined without a break.
          let shown = role ?? glyph.role
          if let last, last.role == shown, shown != .text, shown != .ruby,
            1...layout.widestGapInCells ~= glyph.column - last.end
          {
            for column in last.end..<glyph.column {
              let gap = PlacedGlyph(column: column, glyph: Glyph(cluster: " ", widthInCells: 1), role: shown)
              canvas.draw(gap, row: region.row + offset, left: left, end: region.endColumn)
            }
          }
          last = (glyph.column + Int(glyph.glyph.widthInCells), shown)
          canvas.draw(glyph, row: region.row + offset, left: left, end: region.endColumn, role: role)
        }
      }
    }
  }

  func draw(_ pane: PaneState, in text: Region, on canvas: inout Canvas) {
    for offset in 0..<text.rows {
      let index = pane.top + offset
      guard pane.rows.indices.contains(index) else { break }
      let row = pane.rows[index]
      let isFirstOfItem = index == 0 || pane.rows[index - 1].item != row.item
      if pane.isFocused, row.item == pane.selected, isFirstOfItem {
        canvas.write(
          canvas.symbols.marker, row: text.row + offset, column: text.column - 2, end: text.column, role: .marker)
      }
      for glyph in row.glyphs {
        canvas.draw(glyph, row: text.row + offset, left: text.column, end: text.endColumn)
      }
    }
  }
}
