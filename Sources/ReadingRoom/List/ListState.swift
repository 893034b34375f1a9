/// A list of articles of which only a window of rows is held, however long it is.
struct ListState: Sendable {
  enum Focus: Sendable, Hashable { case field, rows, facets }

  var query: RoomQuery
  /// Whether rows carry snippets.
  var isSearch: Bool
  /// The request whose answer is expected or shown.
  private(set) var generation = 0
  /// Rows of the whole list; `nil` until the first answer.
  private(set) var total: Int?
  /// The index of the first row held.
  private(set) var start = 0
  private(set) var rows: [ListRow] = []
  /// The range that was last requested in this generation.
  private var requested: Range<Int> = 0..<0
  private(set) var selected: Int
  private(set) var top = 0
  /// The mistake in the query, if any. The rows are those of the last query that could be understood.
  private(set) var problem: QueryProblem?
  /// The query that the rows belong to.
  private var shownQuery: RoomQuery?
  /// The suggestion in the last answer.
  private(set) var suggestion: String?
  private(set) var words: [String] = []
  private(set) var hasPublishers = true
  /// Whether rows have lines under their titles that show why they match: a search without words has none.
  private(set) var showsSnippets = false
  private(set) var isOrderedByQuery = false
  /// The completions that Tab goes through while a query is typed.
  var completion: QueryCompletion?
  var bar = SelectionBar()
  var focus: Focus
  var field = TextField()

  var facets: [FacetCount] = []
  var facetsGeneration = 0
  /// Whether facets have been counted; before that, it is not known whether there are any.
  var hasFacets = false
  var selectedFacet = 0
  var topFacet = 0

  /// The measured text of rows that were recently on the screen.
  var texts: [ArticleHandle: RowText] = [:]
  var preparedMetrics: RowMetrics?

  /// The number of rows requested at a time, and the most that are held. Snippets are read from the articles
  /// themselves, so there are fewer of them.
  private var windowCount: Int { isSearch ? 48 : 256 }
  static let heldCount = 1_024

  init(query: RoomQuery, isSearch: Bool, selected: Int = 0) {
    self.query = query
    self.isSearch = isSearch
    self.selected = max(0, selected)
    focus = isSearch ? .field : .rows
    field = TextField(query.text)
  }

  var kind: ListKind { isSearch ? .search : .library }

  var count: Int { total ?? 0 }

  func row(at index: Int) -> ListRow? {
    guard index >= start, index < start + rows.count else { return nil }
    return rows[index - start]
  }

  var selectedRow: ListRow? { row(at: selected) }

  func index(of id: ArticleHandle) -> Int? {
    rows.firstIndex { $0.id == id }.map { $0 + start }
  }

  // MARK: Asking

  /// Requests the list from scratch.
  ///
  /// - Parameter anchor: The row to select; otherwise the current one.
  mutating func reload(generation: Int, anchor: RowsRequest.Anchor? = nil, fromStart: Bool = false) -> Effect {
    self.generation = generation
    startsOver = fromStart
    if fromStart {
      selected = 0
      top = 0
    }
    let first = max(0, selected - windowCount / 2)
    requested = first..<first + windowCount
    return .loadRows(
      RowsRequest(
        list: kind, query: query, generation: generation, range: requested, anchor: anchor, needsSnippets: isSearch))
  }

  /// Requests a list as it was before.
  mutating func restore(_ query: RoomQuery, generation: Int) -> Effect {
    self.query = query
    field.replace(with: query.text)
    return reload(generation: generation, anchor: selectedRow.map { .article($0.id) })
  }

  /// Requests the rows around the screen that are not held yet.
  mutating func loadMissing(height: Int) -> Effect? {
    guard let total, total > 0 else { return nil }
    // Half a window ahead is requested before the screen reaches it.
    let margin = windowCount / 4
    let first = max(0, min(top, total) - margin)
    let wanted = first..<max(first, min(total, top + height + margin))
    let held = start..<start + rows.count
    if held.lowerBound <= wanted.lowerBound, held.upperBound >= wanted.upperBound { return nil }
    if requested.lowerBound <= wanted.lowerBound, min(requested.upperBound, total) >= wanted.upperBound { return nil }
    let middle = (wanted.lowerBound + wanted.upperBound) / 2
    let begin = max(0, min(middle - windowCount / 2, total - windowCount))
    requested = begin..<min(total, begin + max(windowCount, wanted.count))
    let visible = top..<max(top, min(total, top + height))
    return .loadRows(
      RowsRequest(
        list: kind, query: problem == nil ? query : shownQuery ?? query, generation: generation, range: requested,
        needsSnippets: isSearch,
        isAhead: held.lowerBound <= visible.lowerBound && held.upperBound >= visible.upperBound))
  }

  /// Accepts rows.
  ///
  /// - Returns: Whether they answer the current request.
  mutating func accept(_ page: RowsPage, height: Int) -> Bool {
    guard page.list == kind, page.generation == generation else { return false }
    if let problem = page.problem {
      // While the user is typing, the previous hits stay.
      self.problem = problem
      requested = start..<start + rows.count
      if total == nil, !problem.isUnfinished { total = 0 }
      failedGeneration = page.generation
      return true
    }
    let isFirst = shownGeneration != page.generation
    let known = selectedRow?.id
    shownGeneration = page.generation
    total = max(0, page.total)
    if failedGeneration != page.generation {
      problem = nil
      shownQuery = query
      (suggestion, words, isOrderedByQuery) = (page.suggestion, page.words, page.isOrderedByQuery)
      hasPublishers = page.hasPublishers
    }
    let hasSnippets = page.rows.contains { $0.snippet != nil || !$0.authorHits.isEmpty }
    showsSnippets = isSearch && (hasSnippets || (showsSnippets && !isFirst))
    let incoming = page.start..<page.start + page.rows.count
    let held = start..<start + rows.count
    if isFirst || rows.isEmpty || incoming.upperBound < held.lowerBound || incoming.lowerBound > held.upperBound {
      start = page.start
      rows = page.rows
    } else {
      let before = rows.prefix(max(0, incoming.lowerBound - held.lowerBound))
      let after = rows.suffix(max(0, held.upperBound - incoming.upperBound))
      rows = before + page.rows + after
      start = min(held.lowerBound, incoming.lowerBound)
      trim(around: incoming)
    }
    if isFirst {
      texts = [:]
      if let anchor = page.anchorIndex {
        select(anchor, height: height)
      } else {
        // The same article stays selected if it is still in the list.
        select(startsOver ? 0 : known.flatMap(index(of:)) ?? selected, height: height)
      }
    } else {
      // The list may have become shorter since its first rows came.
      select(page.anchorIndex ?? selected, height: height)
    }
    return true
  }

  private var shownGeneration = -1
  /// The generation whose query could not be understood: rows loaded in it belong to the last good query.
  private var failedGeneration = -1
  private var startsOver = false
  /// Whether the rows belong to the current query.
  var isCurrent: Bool { shownGeneration == generation }

  private mutating func trim(around range: Range<Int>) {
    guard rows.count > ListState.heldCount else { return }
    let middle = (range.lowerBound + range.upperBound) / 2
    let first = max(0, min(middle - start - ListState.heldCount / 2, rows.count - ListState.heldCount))
    rows = Array(rows[first..<first + ListState.heldCount])
    start += first
  }

  mutating func change(_ ids: Set<ArticleHandle>, _ change: (inout ListRow) -> Void) {
    for index in rows.indices where ids.contains(rows[index].id) {
      change(&rows[index])
      texts[rows[index].id] = nil
    }
  }

  // MARK: Moving

  mutating func move(by steps: Int, height: Int) {
    let target = selected.addingReportingOverflow(steps)
    select(target.overflow ? (steps > 0 ? Int.max : 0) : target.partialValue, height: height)
  }

  /// Selects a row and scrolls it into view, by half a screen at a time, so that most steps change only two cells.
  mutating func select(_ index: Int, height: Int) {
    guard let total else {
      selected = max(0, index)
      return
    }
    selected = max(0, min(index, total - 1))
    show(height: height)
  }

  /// Keeps the selected row on the screen.
  mutating func show(height: Int) {
    let height = max(1, height)
    if total != nil { selected = max(0, min(selected, count - 1)) }
    let last = max(0, count - height)
    if selected < top {
      top = selected == top - 1 ? selected - height / 2 : selected - height / 3
    } else if selected >= top + height {
      top = selected == top + height ? selected - height / 2 : selected - height / 3
    }
    top = max(0, min(top, last))
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
  }

  /// Turns pages; the selected row keeps its place on the screen.
  mutating func page(_ pages: Int, height: Int) {
    let step = max(1, height - 1)
    let place = selected - top
    let newTop = max(0, min(top + pages * step, max(0, count - height)))
    if newTop == top {
      select(pages > 0 ? count - 1 : 0, height: height)
    } else {
      top = newTop
      select(top + place, height: height)
    }
  }

  /// Scrolls without changing the selected row unless necessary.
  mutating func scroll(by rows: Int, height: Int) {
    top = max(0, min(top + rows, max(0, count - height)))
    selected = max(top, min(selected, top + max(1, height) - 1))
    if count > 0 { selected = min(selected, count - 1) }
  }
}

/// A row's text, ready to be drawn at one width.
struct RowText: Sendable {
  var title: CellText
  /// The part of a long title on the second row, where rows have two.
  var titleRest = CellText()
  /// Glyphs of the title that a search found.
  var titleHits: [Range<Int>]
  /// How many near-duplicates are folded under the row, or are beside it; empty for none.
  var duplicates: CellText
  var publisher: CellText
  /// Only in wide lists; empty in others.
  var author: CellText
  var length: CellText
  var date: CellText
  /// Snippet lines with the clusters that were hit.
  var snippet: [[PlacedGlyph]]
}
