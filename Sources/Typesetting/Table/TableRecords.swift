/// A table too wide for its measure: the lines `head：value` for every row, and a blank line between rows.
struct TableRecords {
  let rows: [[String]]
  let options: TableOptions

  func lines() -> [TableLine] {
    let heads = options.headerRowCount > 0 ? rows[options.headerRowCount - 1] : []
    let body = rows.indices.dropFirst(options.headerRowCount)
    // A table that has only head rows still shows them.
    let shown = body.isEmpty ? Array(rows.indices) : Array(body)
    var lines: [TableLine] = []
    for rowIndex in shown {
      if rowIndex != shown.first { lines.append(TableLine(kind: .body, clusters: [])) }
      for (columnIndex, value) in rows[rowIndex].enumerated() where !value.isEmpty {
        let head = !body.isEmpty && columnIndex < heads.count ? heads[columnIndex] : ""
        lines += record(head: head, value: value, rowIndex: rowIndex, columnIndex: columnIndex)
      }
    }
    return lines
  }

  private func record(head: String, value: String, rowIndex: Int, columnIndex: Int) -> [TableLine] {
    let separator = head.isEmpty ? "" : "："
    var layoutOptions = options.cellOptions(measureInCells: options.measureInCells)
    layoutOptions.restIndentInCells = 2
    let layout = ParagraphLayout(head + separator + value, options: layoutOptions)
    let headEnd = head.utf8.count
    let valueStart = headEnd + separator.utf8.count
    return layout.lines.indices.map { index in
      let clusters = layout.tableClusters(ofLineAt: index, shiftedBy: 0).map { text, cluster in
        var shown = TableCluster(text: text, column: cluster.column, widthInCells: cluster.widthInCells)
        let range = cluster.utf8Range
        if range.lowerBound >= valueStart {
          let own = range.lowerBound - valueStart..<range.upperBound - valueStart
          shown.source = TableSource(rowIndex: rowIndex, columnIndex: columnIndex, utf8Range: own)
        } else if range.upperBound <= headEnd {
          shown.source = TableSource(
            rowIndex: options.headerRowCount - 1, columnIndex: columnIndex, utf8Range: range)
        }
        return shown
      }
      return TableLine(kind: .body, clusters: clusters)
    }
  }
}
