import Typesetting

extension PaneRow {
  /// Lays out items at a width: labels in a column of their own, with texts wrapped beside them.
  static func rows(
    of items: [PaneItem], showsOrigins: Bool, widthInCells: Int, metrics: PageMetrics
  ) -> [PaneRow] {
    guard widthInCells >= 4 else { return [] }
    let labels = items.map { CellText($0.label, ambiguous: metrics.ambiguousWidth) }
    let widest = zip(items, labels).map { $0.isHeading ? 0 : $1.widthInCells }.max() ?? 0
    let labelWidth = min(widest == 0 ? 0 : widest + 2, widthInCells / 2)
    var rows: [PaneRow] = []
    for (index, item) in items.enumerated() {
      if item.isHeading {
        if !rows.isEmpty { rows.append(PaneRow(item: nil, glyphs: [])) }
        let text = CellText(item.text, ambiguous: metrics.ambiguousWidth)
          .clipped(toCells: widthInCells, ambiguous: metrics.ambiguousWidth)
        rows.append(PaneRow(item: index, glyphs: place(text, at: 0, role: .heading)))
        continue
      }
      let hang = item.label.isEmpty ? 0 : labelWidth
      var options = LayoutOptions(measureInCells: max(2, widthInCells - hang))
      options.prohibition = metrics.prohibition
      options.ambiguousWidth = metrics.ambiguousWidth
      let text = sanitizedLine(item.text)
      let whole = [text, sanitizedLine(item.detail)].filter { !$0.isEmpty }.joined(separator: " ")
      let layout = ParagraphLayout(whole, options: options)
      if layout.lines.isEmpty { rows.append(PaneRow(item: index, glyphs: [])) }
      let label = labels[index].clipped(toCells: max(0, labelWidth - 1), ambiguous: metrics.ambiguousWidth)
      for line in layout.lines.indices {
        var glyphs = line == 0 ? place(label, at: 0, role: .aside) : []
        for cluster in layout.clusters(ofLineAt: line) where cluster.widthInCells > 0 {
          let utf8 = whole.utf8
          let start = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.lowerBound)
          let end = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.upperBound)
          let isDetail = cluster.utf8Range.lowerBound >= text.utf8.count
          glyphs.append(
            PlacedGlyph(
              column: hang + cluster.column,
              glyph: Glyph(
                cluster: String(whole[start..<end]), widthInCells: UInt8(min(2, cluster.widthInCells)),
                isWidthUncertain: cluster.isWidthUncertain),
              role: isDetail ? .aside : item.role))
        }
        rows.append(PaneRow(item: index, glyphs: glyphs))
      }
      if showsOrigins, !item.origin.isEmpty {
        let origin = CellText(item.origin, ambiguous: metrics.ambiguousWidth)
          .clipped(toCells: max(2, widthInCells - hang), ambiguous: metrics.ambiguousWidth)
        rows.append(PaneRow(item: index, glyphs: place(origin, at: hang, role: .aside)))
      }
    }
    return rows
  }

  private static func place(_ text: CellText, at column: Int, role: Role) -> [PlacedGlyph] {
    var column = column
    return text.glyphs.map { glyph in
      defer { column += Int(glyph.widthInCells) }
      return PlacedGlyph(column: column, glyph: glyph, role: role)
    }
  }
}

extension PaneItem {
  fileprivate var role: Role {
    if isProblem { return .error }
    switch action {
    case .link, .article, .narrow, .hit, .search, .dictionary: return .link
    case .none, .go, .copy: return .text
    }
  }
}
