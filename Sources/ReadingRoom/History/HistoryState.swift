/// The history room: articles to continue come first, then everything that was opened, the latest first.
struct HistoryState: Sendable {
  /// `nil` until it has been read.
  private(set) var visits: [HistoryVisit]?
  /// How many of the first entries are half read.
  private(set) var halfReadCount = 0
  var selected = 0
  var top = 0

  /// The most half-read articles that are offered to continue.
  static let mostHalfRead = 8

  mutating func accept(_ visits: [HistoryVisit]) {
    let halfRead = visits.filter(\.isHalfRead).prefix(HistoryState.mostHalfRead)
    self.visits = halfRead + visits.filter { !halfRead.contains($0) }
    halfReadCount = halfRead.count
    selected = max(0, min(selected, visits.count - 1))
  }

  var count: Int { visits?.count ?? 0 }
  var selectedVisit: HistoryVisit? { visits.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }

  /// The row of an entry, counted from the room's first row, including headings and the blank row between them.
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
