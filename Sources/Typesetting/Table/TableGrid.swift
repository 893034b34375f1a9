/// The lines of a grid: cells wrapped in their columns, vertical lines between them, a rule below the head rows, and
/// rules between all rows if a cell takes several lines.
struct TableGrid {
  let rows: [[String]]
  let columns: [TableColumn]
  let options: TableOptions

  func lines() -> [TableLine] {
    guard !columns.isEmpty else { return [] }
    let layouts = rows.map { row in
      zip(row, columns).map { text, column in
        ParagraphLayout(text, options: options.cellOptions(measureInCells: column.widthInCells))
      }
    }
    let hasLongRows = layouts.dropFirst(options.headerRowCount).contains { $0.contains { $0.lines.count > 1 } }
    var lines: [TableLine] = []
    for (rowIndex, row) in layouts.enumerated() {
      let isHeader = rowIndex < options.headerRowCount
      let height = row.map(\.lines.count).max() ?? 0
      for lineIndex in 0..<height {
        lines.append(
          TableLine(kind: isHeader ? .header : .body, clusters: clusters(row, rowIndex: rowIndex, lineIndex: lineIndex))
        )
      }
      let isLast = rowIndex == layouts.count - 1
      if !isLast, hasLongRows || rowIndex + 1 == options.headerRowCount { lines.append(rule) }
    }
    return lines
  }

  private func clusters(_ row: [ParagraphLayout], rowIndex: Int, lineIndex: Int) -> [TableCluster] {
    var clusters: [TableCluster] = []
    for (columnIndex, layout) in row.enumerated() {
      let column = columns[columnIndex]
      if columnIndex > 0 {
        clusters.append(TableCluster(text: options.drawsASCII ? "|" : "│", column: column.column - 2, widthInCells: 1))
      }
      guard lineIndex < layout.lines.count else { continue }
      let shift = column.isFlushRight ? max(0, column.widthInCells - layout.lines[lineIndex].widthInCells) : 0
      clusters += layout.tableClusters(ofLineAt: lineIndex, shiftedBy: column.column + shift).map { text, cluster in
        TableCluster(
          text: text, column: cluster.column, widthInCells: cluster.widthInCells,
          source: TableSource(rowIndex: rowIndex, columnIndex: columnIndex, utf8Range: cluster.utf8Range))
      }
    }
    return clusters
  }

  private var rule: TableLine {
    let (line, cross) = options.drawsASCII ? ("-", "+") : ("─", "┼")
    let width = columns.last.map { $0.column + $0.widthInCells } ?? 0
    let crossings = Set(columns.dropFirst().map { $0.column - 2 })
    let clusters = (0..<width).map { column in
      TableCluster(text: crossings.contains(column) ? cross : line, column: column, widthInCells: 1)
    }
    return TableLine(kind: .rule, clusters: clusters)
  }
}

extension ParagraphLayout {
  /// The clusters of a line that take room, with their texts.
  func tableClusters(ofLineAt index: Int, shiftedBy columns: Int) -> [(text: String, cluster: PositionedCluster)] {
    let clusters = clusters(ofLineAt: index)
    return text.withUTF8Text { text in
      clusters.compactMap { cluster in
        guard cluster.widthInCells > 0, text.bytes[cluster.utf8Range.lowerBound] != 0x09 else { return nil }
        var cluster = cluster
        cluster.column += columns
        return (text.string(in: cluster.utf8Range), cluster)
      }
    }
  }
}
