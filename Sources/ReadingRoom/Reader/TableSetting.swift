import Typesetting

/// A table as a grid that fits the measure, or as lines of "head: value" where it cannot.
struct TableSetting {
  private(set) var rows: [LeafLayout.Row] = []
  private let leaf: Leaf
  private let metrics: PageMetrics

  /// Blank columns between two columns of the grid.
  private static let gapInCells = 2
  /// No column gets narrower: three Han.
  private static let narrowestInCells = 6

  init(leaf: Leaf, cells: [[Range<Int>]], headRowCount: Int, metrics: PageMetrics) {
    self.leaf = leaf
    self.metrics = metrics
    let texts = cells.map { row in row.map { text($0) } }
    let columnCount = texts.map(\.count).max() ?? 0
    guard columnCount > 0 else { return }
    var natural = [Int](repeating: 1, count: columnCount)
    for row in texts {
      for (column, text) in row.enumerated() {
        natural[column] = max(natural[column], text.widthInCells(ambiguous: metrics.ambiguousWidth))
      }
    }
    let available = metrics.measureInCells - leaf.quoteDepth * LeafLayout.quoteIndentInCells - leaf.listIndentInCells
    let forText = available - (columnCount - 1) * TableSetting.gapInCells
    if let widths = TableSetting.fit(natural, into: forText) {
      for (index, row) in cells.enumerated() {
        add(row, texts: texts[index], widths: widths, isHead: index < headRowCount)
        if index + 1 == headRowCount { addRule(widths: widths) }
      }
    } else {
      addAsLines(cells, texts: texts, headRowCount: headRowCount)
    }
  }

  /// Narrows the widest columns until all fit.
  private static func fit(_ natural: [Int], into available: Int) -> [Int]? {
    guard natural.reduce(0, +) > available else { return natural }
    guard natural.map({ min($0, narrowestInCells) }).reduce(0, +) <= available else { return nil }
    // The largest cap under which the columns fit, even so that Han fill it.
    var low = narrowestInCells
    var high = available
    while low < high {
      let cap = (low + high + 1) / 2
      if natural.map({ min($0, cap) }).reduce(0, +) <= available { low = cap } else { high = cap - 1 }
    }
    return natural.map { min($0, low) }
  }

  private func text(_ range: Range<Int>) -> String {
    let utf8 = leaf.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return String(leaf.text[start..<end])
  }

  private var leftInCells: Int {
    leaf.quoteDepth * LeafLayout.quoteIndentInCells + leaf.listIndentInCells
  }

  private mutating func add(_ cells: [Range<Int>], texts: [String], widths: [Int], isHead: Bool) {
    var lines: [(glyphs: [PlacedGlyph], range: Range<Int>)] = []
    var left = leftInCells
    for (column, text) in texts.enumerated() {
      var options = metrics.options(measure: max(2, widths[column]))
      options.hanging = .none
      options.justifies = false
      let layout = ParagraphLayout(text, options: options)
      for (index, line) in layout.lines.enumerated() {
        let start = cells[column].lowerBound
        if index == lines.count {
          lines.append(([], start + line.utf8Range.lowerBound..<start + line.utf8Range.upperBound))
        }
        lines[index].glyphs += glyphs(ofLine: index, of: layout, at: left, offset: start, isHead: isHead)
      }
      left += widths[column] + TableSetting.gapInCells
    }
    for (index, line) in lines.enumerated() {
      // Every row of the grid shows a part of its table row; together they show all of it.
      let start = index == 0 ? cells.first?.lowerBound ?? 0 : line.range.lowerBound
      let end = index == lines.count - 1 ? cells.last?.upperBound ?? start : max(start, line.range.upperBound)
      rows.append(LeafLayout.Row(utf8Range: start..<max(start, end), content: .glyphs(line.glyphs)))
    }
  }

  private func glyphs(
    ofLine index: Int, of layout: ParagraphLayout, at left: Int, offset: Int, isHead: Bool
  ) -> [PlacedGlyph] {
    let utf8 = layout.text.utf8
    return layout.clusters(ofLineAt: index).filter { $0.widthInCells > 0 }.map { cluster in
      let start = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.upperBound)
      return PlacedGlyph(
        column: left + cluster.column,
        glyph: Glyph(
          cluster: String(layout.text[start..<end]), widthInCells: UInt8(min(2, cluster.widthInCells)),
          isWidthUncertain: cluster.isWidthUncertain),
        role: isHead ? .strong : .text, utf8Offset: offset + cluster.utf8Range.lowerBound)
    }
  }

  private mutating func addRule(widths: [Int]) {
    let piece = CellText(metrics.symbols.horizontal, ambiguous: metrics.ambiguousWidth)
    guard let glyph = piece.glyphs.first else { return }
    var glyphs: [PlacedGlyph] = []
    var left = leftInCells
    for width in widths {
      var column = left
      while column + piece.widthInCells <= left + width {
        glyphs.append(PlacedGlyph(column: column, glyph: glyph, role: .rule))
        column += piece.widthInCells
      }
      left += width + TableSetting.gapInCells
    }
    let place = rows.last?.utf8Range.upperBound ?? 0
    rows.append(LeafLayout.Row(utf8Range: place..<place, content: .glyphs(glyphs)))
  }

  private mutating func addAsLines(_ cells: [[Range<Int>]], texts: [[String]], headRowCount: Int) {
    let heads = headRowCount > 0 ? texts[0] : []
    for (index, row) in cells.enumerated() {
      if index < headRowCount, cells.count > headRowCount { continue }
      for (column, range) in row.enumerated() {
        let head = column < heads.count && index >= headRowCount && !heads[column].isEmpty ? heads[column] + "：" : ""
        let headCount = head.utf8.count
        var options = metrics.options(measure: metrics.measureInCells - leftInCells)
        options.hanging = .none
        options.restIndentInCells = options.measureInCells >= 12 ? 2 : 0
        let layout = ParagraphLayout(head + texts[index][column], options: options)
        for (number, line) in layout.lines.enumerated() {
          var glyphs = glyphs(
            ofLine: number, of: layout, at: leftInCells, offset: range.lowerBound - headCount, isHead: false)
          for place in glyphs.indices where (glyphs[place].utf8Offset ?? 0) < range.lowerBound {
            glyphs[place].utf8Offset = nil
            glyphs[place].role = .aside
          }
          let start = max(range.lowerBound, range.lowerBound - headCount + line.utf8Range.lowerBound)
          let end = max(start, range.lowerBound - headCount + line.utf8Range.upperBound)
          rows.append(LeafLayout.Row(utf8Range: start..<end, content: .glyphs(glyphs)))
        }
      }
      if index < cells.count - 1 {
        rows.append(LeafLayout.Row(utf8Range: row.last.map { $0.upperBound..<$0.upperBound } ?? 0..<0, content: .blank))
      }
    }
  }
}
