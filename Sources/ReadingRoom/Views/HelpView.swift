import Typesetting

extension State {
  func drawHelp(on canvas: inout Canvas) {
    drawHeader(localized(.helpTitle), "", on: &canvas)
    let body = screen.body
    let rows = helpRows()
    let margin = size.columns >= 40 ? 2 : 1
    let widest =
      rows.map { row in
        if case .binding(let keys, _) = row { keys.widthInCells(ambiguous: traits.ambiguousWidth) } else { 0 }
      }.max() ?? 0
    let keyWidth = min(widest + 2, size.columns * 2 / 5)
    if rows.isEmpty {
      canvas.write(localized(.noHits), row: body.row, column: margin, end: size.columns, role: .aside)
    }
    for offset in 0..<body.rows {
      let index = help.top + offset
      guard rows.indices.contains(index) else { break }
      let row = body.row + offset
      switch rows[index] {
      case .blank: break
      case .heading(let message):
        canvas.write(localized(message), row: row, column: margin, end: size.columns, role: .heading)
      case .binding(let keys, let summary):
        canvas.write(keys, row: row, column: margin, end: margin + keyWidth - 1, role: .key)
        canvas.write(summary, row: row, column: margin + keyWidth, end: size.columns, role: .text)
      }
    }
  }
}
