import Typesetting

/// A table as rows of a page, each with its place in the leaf's text.
struct LeafTable {
  private(set) var rows: [LeafLayout.Row] = []

  init(leaf: Leaf, cells: [[Range<Int>]], headRowCount: Int, metrics: PageMetrics) {
    let indent = leaf.quoteDepth * LeafLayout.quoteIndentInCells + leaf.listIndentInCells
    let left = min(indent, metrics.measureInCells / 2)
    var options = TableOptions(measureInCells: max(2, metrics.measureInCells - left))
    options.headerRowCount = headRowCount
    options.prohibition = metrics.prohibition
    options.ambiguousWidth = metrics.ambiguousWidth
    options.spacesHanAndLatin = metrics.spacesHanAndLatin
    options.usesASCIIRules = !metrics.symbols.drawsBoxes
    let bytes = Array(leaf.text.utf8)
    let layout = TableLayout(
      rows: cells.map { row in row.map { String(decoding: bytes[$0], as: UTF8.self) } }, options: options)
    var start = 0
    for line in layout.lines {
      var glyphs: [PlacedGlyph] = []
      var end = start
      var first: Int?
      for cluster in line.clusters where cluster.widthInCells > 0 {
        var offset: Int?
        var role: Role = .rule
        if let source = cluster.source {
          // A record repeats the heads, which are shown and searched in their own places.
          let isHeadAgain = source.rowIndex < headRowCount && line.kind == .body && cells.count > headRowCount
          role = line.kind == .header ? .strong : isHeadAgain ? .aside : .text
          if !isHeadAgain, cells.indices.contains(source.rowIndex),
            cells[source.rowIndex].indices.contains(source.columnIndex)
          {
            let place = cells[source.rowIndex][source.columnIndex].lowerBound + source.utf8Range.lowerBound
            offset = place
            first = min(first ?? place, place)
            end = max(end, place + source.utf8Range.count)
          }
        }
        glyphs.append(
          PlacedGlyph(
            column: left + cluster.column,
            glyph: Glyph(cluster: cluster.text, widthInCells: UInt8(min(2, cluster.widthInCells))), role: role,
            utf8Offset: offset))
      }
      // Cells wrap side by side, so a row starts no earlier than the one above it.
      start = max(start, first ?? start)
      rows.append(LeafLayout.Row(utf8Range: start..<max(start, end), content: .glyphs(glyphs)))
    }
  }
}
