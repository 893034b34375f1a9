extension State {
  func drawHistory(on canvas: inout Canvas) {
    let body = screen.body
    drawHeader(
      localized(.historyTitle), history.visits == nil ? "" : localized(.articleCount, history.count.grouped),
      on: &canvas)
    guard let visits = history.visits else {
      canvas.write(localized(.loading), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    guard !visits.isEmpty else {
      canvas.write(localized(.noVisits), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    func heading(_ message: Message, at row: Int) {
      guard row >= history.top, row < history.top + body.rows else { return }
      canvas.write(localized(message), row: body.row + row - history.top, column: 2, end: size.columns, role: .heading)
    }
    if history.halfReadCount > 0 { heading(.halfRead, at: 0) }
    if history.halfReadCount < visits.count {
      heading(.readLately, at: history.halfReadCount > 0 ? history.row(of: history.halfReadCount) - 1 : 0)
    }
    for index in visits.indices {
      let row = history.row(of: index) - history.top
      guard row >= 0 else { continue }
      guard row < body.rows else { break }
      draw(visits[index], isSelected: index == history.selected, row: body.row + row, on: &canvas)
    }
  }

  private func draw(_ visit: HistoryVisit, isSelected: Bool, row: Int, on canvas: inout Canvas) {
    let end = size.columns - 1
    var titleEnd = end
    let share = visit.isHalfRead ? visit.share.map { localized(.percent, String(Int($0 * 100))) } ?? "" : ""
    let opened = size.columns >= 48 ? visit.opened.shown(withTime: size.columns >= 70) : ""
    let facts = [share, opened].filter { !$0.isEmpty }.joined(separator: "  ")
    if !facts.isEmpty {
      titleEnd = canvas.write(facts, row: row, from: size.columns / 2, endingAt: end, role: .aside) - 2
    }
    canvas.write(visit.title, row: row, column: 4, end: titleEnd, role: visit.article == nil ? .aside : .text)
    guard isSelected else { return }
    canvas.write(canvas.symbols.marker, row: row, column: 0, end: 2, role: .marker)
    canvas.bar(row: row, column: 0, end: size.columns)
  }
}
