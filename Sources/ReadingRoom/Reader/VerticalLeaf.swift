import ArticleDump
import ChineseReadings
import Typesetting

/// A leaf in columns of vertical text, the first one rightmost: the rows of a page that is read from right to left.
///
/// Readings are to the right of their characters, in the same row. Tables, code and lists are laid out as running text,
/// with one or more columns for each of their lines.
struct VerticalLeaf {
  private(set) var rows: [LeafLayout.Row] = []

  init(_ leaf: Leaf, readings: [Reading], metrics: PageMetrics, isFirst: Bool) {
    let blank = LeafLayout.Row(utf8Range: 0..<0, content: .blank)
    if case .ornament = leaf.kind {
      rows = [blank]
      return
    }
    if case .rule = leaf.kind {
      rows = [blank, blank]
      return
    }
    if !isFirst, !leaf.isTight, !leaf.continues, VerticalLeaf.standsApart(leaf) { rows.append(blank) }
    var options = VerticalOptions(measureInRows: metrics.measureInRows)
    options.firstColumnIndentInRows = VerticalLeaf.indent(of: leaf, metrics: metrics)
    options.indentsSegments = leaf.kind == .paragraph || leaf.kind == .standfirst
    options.prohibition = metrics.prohibition
    options.hanging = metrics.hanging
    options.ambiguousWidth = metrics.ambiguousWidth
    let layout = VerticalLayout((leaf.marker ?? "") + leaf.text, options: options)
    let markerCount = leaf.marker?.utf8.count ?? 0
    let base: Role = leaf.quoteDepth > 0 && leaf.kind == .paragraph ? .quote : leaf.kind.role
    var run = 0
    var remaining = readings[...]
    let shifts = VerticalLeaf.shifts(of: leaf, layout, metrics: metrics)
    for (column, shift) in zip(layout.columns, shifts) {
      var glyphs: [PlacedGlyph] = []
      for cluster in column.clusters {
        let offset = cluster.utf8Range.lowerBound - markerCount
        var role = offset < 0 ? .aside : base
        var attributes: TextStyle.Attributes = []
        while run < leaf.runs.count, leaf.runs[run].utf8Range.upperBound <= offset { run += 1 }
        if run < leaf.runs.count, leaf.runs[run].utf8Range.contains(offset) {
          role = leaf.runs[run].style.role(in: base)
          attributes = leaf.runs[run].style.attributes
        }
        // Two digits side by side are two cells.
        let isPair = cluster.text.utf8.count == 2 && cluster.text.utf8.allSatisfy { $0 < 0x80 }
        for (shiftInCells, part) in (isPair ? cluster.text.map { String($0) } : [cluster.text]).enumerated() {
          glyphs.append(
            PlacedGlyph(
              column: cluster.row + shift,
              glyph: Glyph(
                cluster: part, widthInCells: UInt8(isPair ? 1 : max(1, min(2, cluster.widthInCells)))), role: role,
              attributes: attributes, utf8Offset: offset < 0 ? nil : offset, shiftInCells: shiftInCells))
        }
        if let style = metrics.reading, let reading = remaining.first, reading.utf8Range.lowerBound == offset {
          remaining.removeFirst()
          let beside = ReadingStyle.glyphs(
            of: style.text(of: reading), isGuess: reading.isGuess, ambiguous: metrics.ambiguousWidth)
          glyphs += beside.map { glyph in
            var glyph = glyph
            glyph.shiftInCells = 2 + glyph.column
            glyph.column = cluster.row + shift
            return glyph
          }
        }
      }
      let start = max(0, column.utf8Range.lowerBound - markerCount)
      rows.append(
        LeafLayout.Row(
          utf8Range: start..<max(start, column.utf8Range.upperBound - markerCount), content: .glyphs(glyphs)))
    }
  }

  /// How many rows columns are moved: what the page aligns right is at the foot. If it does not fit a column, it is
  /// laid out as usual.
  private static func shifts(of leaf: Leaf, _ layout: VerticalLayout, metrics: PageMetrics) -> [Int] {
    let segmentCount = 1 + leaf.text.utf8.count { $0 == 0x0A }
    guard let alignment = leaf.alignment, layout.columns.count == segmentCount else {
      return [Int](repeating: 0, count: layout.columns.count)
    }
    return layout.columns.map { column in
      let room = max(0, metrics.measureInRows - 1 - (column.clusters.last?.row ?? 0))
      return alignment == .right ? room : room / 2
    }
  }

  /// In running text the indent alone separates paragraphs.
  private static func standsApart(_ leaf: Leaf) -> Bool {
    switch leaf.kind {
    case .paragraph: false
    default: true
    }
  }

  private static func indent(of leaf: Leaf, metrics: PageMetrics) -> Int {
    guard metrics.measureInRows >= 8, !leaf.continues else { return 0 }
    switch leaf.kind {
    case .paragraph, .standfirst: return leaf.marker == nil && leaf.alignment == nil ? metrics.indentInCells / 2 : 0
    case .title, .heading: return 2
    case .factLine, .byline, .credit, .endmark: return 4
    default: return 0
    }
  }
}
