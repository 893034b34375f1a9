import ArticleDump

/// What is known about the selected article of a list, beside the list or over it. The article is not opened, so
/// nothing is marked as read.
struct ListPane: Sendable {
  /// The article that was last requested.
  var id: ArticleHandle
  /// The loaded article; until then, the previous one.
  var loaded: LoadedArticle?
  var pane: PaneState?
  var isFocused: Bool
}

extension State {
  var showsListPaneBeside: Bool { listPane != nil && screen.hasRoomForPane }
  var showsListPaneOver: Bool { listPane != nil && !screen.hasRoomForPane }

  /// The list's part of the screen: everything between header and status line, below the field of a search.
  private var listBody: Region {
    listBehind == .search ? screen.body.inset(top: min(searchFieldRows, screen.body.rows)) : screen.body
  }

  var listPaneRegion: Region {
    var region = listBody
    if showsListPaneBeside {
      region.column = region.columns - screen.paneWidthInCells
      region.columns = screen.paneWidthInCells
    }
    return region
  }

  var listPaneTextRegion: Region {
    listPaneRegion.inset(top: 0, left: listPaneRegion.columns >= 30 ? 3 : 2, right: 1)
  }

  /// The room's pane, about the open or the selected article.
  var shownPane: PaneState? {
    get { room == .reader ? readerPane : listPane?.pane }
    set { if room == .reader { readerPane = newValue } else { listPane?.pane = newValue } }
  }

  var shownPaneTextRegion: Region { room == .reader ? paneTextRegion : listPaneTextRegion }

  /// Whether keys go to the pane.
  var isPaneFocused: Bool {
    switch room {
    case .reader: readerPane?.isFocused == true
    case .list, .search: listPane?.isFocused == true
    default: false
    }
  }

  mutating func toggleListPane() -> [Effect] {
    if listPane != nil {
      listPane = nil
      return []
    }
    guard let row = currentList?.selectedRow else { return [] }
    listPane = ListPane(id: row.id, isFocused: !screen.hasRoomForPane)
    return [.peekArticle(row.id)]
  }

  mutating func focusListPane(_ isFocused: Bool) {
    listPane?.isFocused = isFocused
    listPane?.pane?.isFocused = isFocused
  }

  /// Shows the article that was last requested.
  mutating func peek(_ loaded: LoadedArticle) {
    guard listPane?.id == loaded.id else { return }
    listPane?.loaded = loaded
    makeListPane()
  }

  /// Rebuilds the pane, for another language or other words.
  mutating func makeListPane() {
    guard let loaded = listPane?.loaded else { return }
    let flow = Flow(loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    let words = listBehind == .search ? search?.words ?? [] : []
    let findings = words.map { FindState($0, in: flow) }
    var pane = PaneState(
      items: PaneItem.items(for: loaded, flow: flow, findings: findings, language: language),
      isFocused: listPane?.isFocused == true)
    pane.showsOrigins = showsOrigins
    listPane?.pane = pane
  }

  /// Keeps the pane on the selected row, and its rows at its width.
  mutating func settleListPane() -> [Effect] {
    guard let shown = listPane else { return [] }
    if !screen.hasRoomForPane, !shown.isFocused { focusListPane(true) }
    let region = listPaneTextRegion
    let metrics = PageMetrics(columns: region.columns, rows: region.rows, settings: settings, traits: traits)
    listPane?.pane?.set(widthInCells: region.columns, height: region.rows, metrics: metrics)
    guard let row = currentList?.selectedRow, row.id != shown.id else { return [] }
    listPane?.id = row.id
    return [.peekArticle(row.id)]
  }

  func drawListPane(on canvas: inout Canvas) {
    guard let listPane else { return }
    let region = listPaneRegion
    if showsListPaneBeside { canvas.verticalRule(column: region.column, row: region.row, endRow: region.endRow) }
    guard let pane = listPane.pane else {
      let text = listPaneTextRegion
      canvas.write(localized(.loading), row: text.row, column: text.column, end: text.endColumn, role: .aside)
      return
    }
    draw(pane, in: listPaneTextRegion, on: &canvas)
  }
}
