import ArticleDump

/// An article that was opened, for the history room.
public struct HistoryVisit: Sendable, Hashable {
  public var title: String
  public var url: String?
  /// When it was opened last.
  public var opened: Timestamp
  /// How much of it was shown, 0 to 1; `nil` when that is not known.
  public var share: Double?
  /// `nil` when the article is not in the library that is open.
  public var article: ArticleID?

  public init(title: String, url: String? = nil, opened: Timestamp, share: Double? = nil, article: ArticleID? = nil) {
    self.title = title
    self.url = url
    self.opened = opened
    self.share = share
    self.article = article
  }

  /// Whether it was begun and not read to its end. The last screenful of an article is seldom all of its last line.
  var isHalfRead: Bool { share.map { 0.02 < $0 && $0 < 0.95 } ?? false }
}

/// The history room: what was begun comes first, then everything that was opened, the latest first.
struct HistoryState: Sendable {
  /// `nil` until it was read.
  private(set) var visits: [HistoryVisit]?
  /// How many of the first are half read.
  private(set) var halfReadCount = 0
  var selected = 0
  var top = 0

  /// Half-read articles that are offered to go on with.
  static let mostHalfRead = 8

  mutating func adopt(_ visits: [HistoryVisit]) {
    let halfRead = visits.filter(\.isHalfRead).prefix(HistoryState.mostHalfRead)
    self.visits = halfRead + visits.filter { !halfRead.contains($0) }
    halfReadCount = halfRead.count
    selected = max(0, min(selected, visits.count - 1))
  }

  var count: Int { visits?.count ?? 0 }
  var selectedVisit: HistoryVisit? { visits.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }

  /// The row of an entry, counted from the room's first: headings and the blank row between them included.
  func row(of index: Int) -> Int {
    guard halfReadCount > 0 else { return index + 1 }
    return index < halfReadCount ? index + 1 : index + 3
  }

  mutating func move(by steps: Int, height: Int) {
    selected = selected.moved(by: steps, within: count)
    show(height: height)
  }

  mutating func show(height: Int) {
    let row = row(of: selected)
    if row - 1 < top { top = selected == 0 || selected == halfReadCount ? row - 1 : row }
    if row >= top + height { top = row - height + 1 }
    top = max(0, top)
  }
}

extension State {
  mutating func performInHistory(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = command.steps(onPageOf: height) {
      visited.move(by: steps, height: height)
      return []
    }
    switch command {
    case .left: return perform(.back)
    case .open, .right:
      guard let visit = visited.selectedVisit else { return [] }
      if let id = visit.article { return open(id) }
      if let url = visit.url { return open(url: url) }
      notice = Notice(text: say(.missing))
    default: break
    }
    return []
  }

  func drawHistory(on canvas: inout Canvas) {
    let body = screen.body
    drawHeader(
      say(.historyTitle), visited.visits == nil ? "" : say(.articleCount, visited.count.grouped), on: &canvas)
    guard let visits = visited.visits else {
      canvas.write(say(.loading), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    guard !visits.isEmpty else {
      canvas.write(say(.noVisits), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    func heading(_ message: Message, at row: Int) {
      guard row >= visited.top, row < visited.top + body.rows else { return }
      canvas.write(say(message), row: body.row + row - visited.top, column: 2, end: size.columns, role: .heading)
    }
    if visited.halfReadCount > 0 { heading(.halfRead, at: 0) }
    if visited.halfReadCount < visits.count {
      heading(.readLately, at: visited.halfReadCount > 0 ? visited.row(of: visited.halfReadCount) - 1 : 0)
    }
    for index in visits.indices {
      let row = visited.row(of: index) - visited.top
      guard row >= 0 else { continue }
      guard row < body.rows else { break }
      draw(visits[index], isSelected: index == visited.selected, row: body.row + row, on: &canvas)
    }
  }

  private func draw(_ visit: HistoryVisit, isSelected: Bool, row: Int, on canvas: inout Canvas) {
    let end = size.columns - 1
    var titleEnd = end
    let share = visit.isHalfRead ? visit.share.map { say(.percent, String(Int($0 * 100))) } ?? "" : ""
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
