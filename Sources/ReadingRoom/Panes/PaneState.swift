import ArticleDump

/// One item in the pane about an article.
struct PaneItem: Sendable, Hashable {
  enum Action: Sendable, Hashable {
    case none
    /// A place in the reading text.
    case go(utf8Offset: Int)
    case link(url: String)
    case article(ArticleHandle)
    /// The library's articles with a common value.
    case narrow(Facet)
    case copy(String)
    /// An article that contains a word, and the word.
    case hit(ArticleHandle, find: String)
    /// Everything that a query finds.
    case search(String)
    /// Another dictionary for the word.
    case dictionary(Int)
  }
  /// What is left of the text; empty for none.
  var label: String
  var text: String
  /// Shown dimmed after the text.
  var detail: String = ""
  /// Where a fact comes from: on request, on a row of its own.
  var origin: String = ""
  var action: Action
  /// A heading for the items that follow.
  var isHeading = false
  /// Whether it reports a problem.
  var isProblem = false
}

/// The pane about an article: facts, outline, images, links, names, and the places of the search's words.
struct PaneState: Sendable {
  var items: [PaneItem]
  var selected = 0
  /// The pane's first row on the screen.
  var top = 0
  var isFocused: Bool
  /// The items laid out at a width: which item a row belongs to, and its glyphs.
  private(set) var rows: [PaneRow] = []
  private(set) var widthInCells = 0
  /// Whether origins of facts are shown.
  var showsOrigins = false { didSet { if showsOrigins != oldValue { widthInCells = 0 } } }

  init(items: [PaneItem], isFocused: Bool) {
    self.items = items
    self.isFocused = isFocused
    selected = items.firstIndex { !$0.isHeading } ?? 0
  }

  var selectedItem: PaneItem? { items.indices.contains(selected) ? items[selected] : nil }

  mutating func set(widthInCells: Int, height: Int, metrics: PageMetrics) {
    guard widthInCells != self.widthInCells || rows.isEmpty else { return }
    self.widthInCells = widthInCells
    rows = PaneRow.rows(of: items, showsOrigins: showsOrigins, widthInCells: widthInCells, metrics: metrics)
    show(height: height)
  }

  /// Shows other items; if the selection was moved, it stays on the same item if that is still there.
  mutating func replace(items: [PaneItem]) {
    let start = items.firstIndex { !$0.isHeading } ?? 0
    if top == 0, selected == self.items.firstIndex(where: { !$0.isHeading }) ?? 0 {
      selected = start
    } else if let former = selectedItem, !(items.indices.contains(selected) && items[selected] == former) {
      selected = items.firstIndex(of: former) ?? start
    }
    self.items = items
    widthInCells = 0
  }

  mutating func move(by steps: Int, height: Int) {
    guard !items.isEmpty else { return }
    let step = steps < 0 ? -1 : 1
    for _ in 0..<abs(steps) where !scrollWithinSelected(by: step, height: height) {
      var next = selected + step
      while items.indices.contains(next), items[next].isHeading { next += step }
      guard items.indices.contains(next) else { break }
      selected = next
      // Entering a long item from below shows its end first.
      if step < 0, let tall = tallRows(height: height) { top = tall.upperBound - height }
    }
    // Going up to the first item also shows its heading.
    show(height: height)
  }

  /// The rows of the selected item, if they are more than the pane can show.
  private func tallRows(height: Int) -> Range<Int>? {
    guard let first = rows.firstIndex(where: { $0.item == selected }) else { return nil }
    let end = rows[first...].firstIndex { $0.item != selected } ?? rows.count
    return end - first > height ? first..<end : nil
  }

  /// - Returns: Whether the selected item continues above or below its visible part.
  private mutating func scrollWithinSelected(by step: Int, height: Int) -> Bool {
    guard let tall = tallRows(height: height), tall.contains(top) || tall.contains(top + height - 1),
      step > 0 ? tall.upperBound > top + height : tall.lowerBound < top
    else { return false }
    top += step
    return true
  }

  /// Moves to the first item under the next heading, or to the first item of the section and then of the previous one.
  mutating func moveToSection(by step: Int, height: Int) {
    let starts = items.indices.filter { !items[$0].isHeading && ($0 == 0 || items[$0 - 1].isHeading) }
    guard let target = step > 0 ? starts.first(where: { $0 > selected }) : starts.last(where: { $0 < selected }) else {
      return
    }
    selected = target
    show(height: height)
  }

  /// Scrolls the selected item into view, with the heading above it if it is the first one.
  mutating func show(height: Int) {
    guard let first = rows.firstIndex(where: { $0.item == selected }) else { return }
    // As much of a long item as fits is already shown.
    if let tall = tallRows(height: height), tall.contains(top), tall.contains(top + height - 1) { return }
    let last = rows.lastIndex { $0.item == selected } ?? first
    var lead = first
    while lead > 0, rows[lead - 1].item == nil || items[rows[lead - 1].item ?? 0].isHeading { lead -= 1 }
    if lead < top { top = lead }
    if last >= top + height { top = min(first, last - height + 1) }
    top = max(0, min(top, max(0, rows.count - height)))
  }

  mutating func scroll(by steps: Int, height: Int) {
    top = max(0, min(top + steps, max(0, rows.count - height)))
  }
}

/// A row of the laid out pane.
struct PaneRow: Sendable {
  /// `nil` for a blank row.
  var item: Int?
  var glyphs: [PlacedGlyph]
}
