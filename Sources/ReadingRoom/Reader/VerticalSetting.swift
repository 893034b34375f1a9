import Typesetting

/// A leaf in columns of vertical text, the first one rightmost: the rows of a page that is read from right to left.
///
/// Tables, code and lists are set as running text, one column or more for each of their lines.
struct VerticalSetting {
  private(set) var rows: [LeafLayout.Row] = []

  init(_ leaf: Leaf, metrics: PageMetrics, isFirst: Bool) {
    let blank = LeafLayout.Row(utf8Range: 0..<0, content: .blank)
    if case .ornament = leaf.kind {
      rows = [blank]
      return
    }
    if case .rule = leaf.kind {
      rows = [blank, blank]
      return
    }
    if !isFirst, !leaf.isTight, !leaf.continues, VerticalSetting.standsApart(leaf) { rows.append(blank) }
    var options = VerticalOptions(measureInRows: metrics.measureInRows)
    options.firstColumnIndentInRows = VerticalSetting.indent(of: leaf, metrics: metrics)
    options.prohibition = metrics.prohibition
    options.ambiguousWidth = metrics.ambiguousWidth
    let layout = VerticalLayout((leaf.marker ?? "") + leaf.text, options: options)
    let markerCount = leaf.marker?.utf8.count ?? 0
    let base: Role = leaf.quoteDepth > 0 && leaf.kind == .paragraph ? .quote : leaf.kind.role
    var run = 0
    for column in layout.columns {
      var glyphs: [PlacedGlyph] = []
      for cluster in column.clusters {
        let offset = cluster.utf8Range.lowerBound - markerCount
        var role = offset < 0 ? .aside : base
        while run < leaf.runs.count, leaf.runs[run].utf8Range.upperBound <= offset { run += 1 }
        if run < leaf.runs.count, leaf.runs[run].utf8Range.contains(offset) {
          role = leaf.runs[run].style.role(in: base)
        }
        // Two digits side by side are two cells.
        let isPair = cluster.text.utf8.count == 2 && cluster.text.utf8.allSatisfy { $0 < 0x80 }
        for (shift, part) in (isPair ? cluster.text.map { String($0) } : [cluster.text]).enumerated() {
          glyphs.append(
            PlacedGlyph(
              column: cluster.row,
              glyph: Glyph(
                cluster: part, widthInCells: UInt8(isPair ? 1 : max(1, min(2, cluster.widthInCells)))), role: role,
              utf8Offset: offset < 0 ? nil : offset, shiftInCells: shift))
        }
      }
      let start = max(0, column.utf8Range.lowerBound - markerCount)
      rows.append(
        LeafLayout.Row(
          utf8Range: start..<max(start, column.utf8Range.upperBound - markerCount), content: .glyphs(glyphs)))
    }
  }

  /// In running text the indent alone tells paragraphs apart.
  private static func standsApart(_ leaf: Leaf) -> Bool {
    switch leaf.kind {
    case .paragraph: false
    default: true
    }
  }

  private static func indent(of leaf: Leaf, metrics: PageMetrics) -> Int {
    guard metrics.measureInRows >= 8, !leaf.continues else { return 0 }
    switch leaf.kind {
    case .paragraph, .standfirst: return leaf.marker == nil ? metrics.indentInCells / 2 : 0
    case .title, .heading: return 2
    case .factLine, .byline, .credit, .endmark: return 4
    default: return 0
    }
  }
}
