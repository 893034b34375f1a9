import Text

/// The rows of a table while it is built.
struct TableRows {
  struct Cell {
    var text: StyledText
    var columnSpan: Int
    var rowSpan: Int
    var isHead: Bool
  }
  var rows: [[Cell]] = []
  var headRowCount = 0

  /// The rows with their spans resolved, padded to a rectangle. A cell's text is in the first of its places, and the
  /// others are empty. If that would make far more cells than the table has, the rows stay unpaddedRows and each span counts
  /// as one, so that neither `rowspan="65534"` nor n rows under a row of n cells cost more than their markup.
  func resolved(_ budget: inout ParsingBudget) -> [[StyledText]] {
    let cellCount = rows.reduce(0) { $0 + $1.count }
    // Sums of spans cannot overflow, since a cell spans at most 1,000 columns.
    let widest = rows.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0
    let most = max(Self.smallGrid, cellCount * budget.limits.cellsPerGivenCell)
    // Cells that extend down from rows above can make a row as wide as all of them together.
    guard widest * rows.count <= most, let grid = paddedRows(atMost: most) else { return unpaddedRows() }
    let width = grid.first?.count ?? 0
    guard budget.spendFilling(max(0, width * grid.count - cellCount)) else { return unpaddedRows() }
    return grid.filter { $0.contains { !$0.isEmpty } }
  }

  /// The number of cells that any table may be padded to.
  private static let smallGrid = 256

  private func unpaddedRows() -> [[StyledText]] {
    rows.map { $0.map(\.text) }.filter { $0.contains { !$0.isEmpty } }
  }

  /// - Returns: Rows of equal length, or nil if that takes more cells than allowed.
  private func paddedRows(atMost most: Int) -> [[StyledText]]? {
    var grid: [[StyledText]] = []
    grid.reserveCapacity(rows.count)
    // For every column, into how many further rows a cell above extends.
    var reach: [Int] = []
    for (rowIndex, row) in rows.enumerated() {
      var line: [StyledText] = []
      var column = 0
      func skipReached() {
        while column < reach.count, reach[column] > 0 {
          reach[column] -= 1
          line.append(StyledText())
          column += 1
        }
      }
      for cell in row {
        skipReached()
        let rowsBelow = min(cell.rowSpan - 1, rows.count - rowIndex - 1)
        for place in 0..<cell.columnSpan {
          line.append(place == 0 ? cell.text : StyledText())
          if column >= reach.count { reach.append(0) }
          reach[column] = max(reach[column], rowsBelow)
          column += 1
        }
      }
      while column < reach.count {
        if reach[column] > 0 { reach[column] -= 1 }
        line.append(StyledText())
        column += 1
      }
      guard line.count * rows.count <= most else { return nil }
      grid.append(line)
    }
    let width = reach.count
    for index in grid.indices where grid[index].count < width {
      grid[index] += [StyledText](repeating: StyledText(), count: width - grid[index].count)
    }
    return grid
  }
}

/// What a table is used for.
private enum TableUse {
  case data, layout, picture
}

extension BlockBuilder {
  /// Opens a table: as data, as a figure if it holds only a picture, otherwise as the blocks in its cells.
  mutating func table(_ id: NodeID, _ end: Int) {
    switch tableUse(of: id) {
    case .data: enter(.table, id, end)
    case .picture: enter(.figure, id, end)
    case .layout: block(end)
    }
  }

  /// Determines a table's use from its content. The scan ends at a nested table, so all scans together are linear.
  private func tableUse(of id: NodeID) -> TableUse {
    var rowCount = 0
    var columns = 0
    var widest = 0
    var cellCount = 0
    var imageCount = 0
    var textLength = 0
    var hasBlocks = false
    var hasHeads = false
    for node in tree.undropped(in: id) {
      switch tree.tag(node) {
      case .table: return .layout
      case .tr:
        rowCount += 1
        columns = 0
      case .td, .th:
        cellCount += 1
        columns += 1
        widest = max(widest, columns)
        if tree.tag(node) == .th { hasHeads = true }
      case .img, .picture, .figure: imageCount += 1
      case .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .blockquote, .iframe, .video, .pre: hasBlocks = true
      case .text:
        if !tree.isBlank(node) { textLength += Int(tree[node].sourceEnd - tree[node].sourceStart) }
      default: break
      }
    }
    if imageCount > 0, !hasHeads, textLength <= 900, rowCount <= 2 * imageCount + 1 { return .picture }
    if hasBlocks { return .layout }
    if hasHeads, widest >= 2 { return .data }
    guard widest >= 2 else { return .layout }
    if rowCount < 2 { return textLength <= 120 * cellCount ? .data : .layout }
    // Long texts side by side are the columns of a page layout.
    return textLength <= 900 * max(1, cellCount) ? .data : .layout
  }

  mutating func startRow(_ id: NodeID, _ end: Int) {
    flush()
    budget.spendCell()
    let last = containers.count - 1
    containers[last].rows.rows.append([])
    if let parent = tree.parent(of: id), tree.tag(parent) == .thead {
      containers[last].rows.headRowCount = containers[last].rows.rows.count
    }
  }

  mutating func finishCell(_ container: Container) {
    let last = containers.count - 1
    guard containers[last].kind == .table else {
      for block in container.blocks { emit(block) }
      return
    }
    func span(_ name: StaticString, _ limit: Int) -> Int {
      min(limit, max(1, tree.attribute(name, of: container.node).flatMap { Int($0) } ?? 1))
    }
    budget.spendCell()
    if containers[last].rows.rows.isEmpty { containers[last].rows.rows.append([]) }
    let cell = TableRows.Cell(
      text: StyledText.flattened(container.blocks) ?? StyledText(), columnSpan: span("colspan", 1000),
      rowSpan: span("rowspan", 65534), isHead: tree.tag(container.node) == .th)
    containers[last].rows.rows[containers[last].rows.rows.count - 1].append(cell)
    for case .figure(let figure) in container.blocks { containers[last].images += figure.images }
  }

  mutating func finishTable(_ container: Container) {
    // Text outside the cells comes first, as browsers show it.
    for block in container.blocks { emit(block) }
    let rows = container.rows.rows.filter { !$0.isEmpty }
    var heads = min(container.rows.headRowCount, rows.count)
    while heads < rows.count, rows[heads].allSatisfy(\.isHead) { heads += 1 }
    let resolved = TableRows(rows: rows).resolved(&budget)
    if !resolved.isEmpty {
      emit(.table(Table(caption: container.caption, headRowCount: min(heads, resolved.count), rows: resolved)))
    } else if let caption = container.caption {
      emit(.paragraph(caption, role: nil))
    }
    if !container.images.isEmpty { emit(.figure(Figure(images: container.images))) }
  }
}
