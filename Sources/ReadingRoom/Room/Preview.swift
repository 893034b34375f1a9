import ArticleDump

/// The selected article's text beside a list, on wide screens. The article is not opened, so nothing is marked as read.
struct Preview: Sendable {
  /// The article that was last requested.
  var id: ArticleHandle
  /// The loaded article; until then, the previous one.
  var reader: ReaderState?
}

extension Screen {
  /// Whether an article's text is beside the list: only if both have a readable measure.
  var hasRoomForPreview: Bool { size.columns >= 140 }
}

extension State {
  var showsPreview: Bool {
    settings.showsPreview && screen.hasRoomForPreview && listPane == nil && (room == .list || room == .search)
  }

  /// Half of what facets leave, and no more than a page needs.
  var previewWidthInCells: Int {
    let left = size.columns - (showsFacetsBeside ? screen.facetsWidthInCells + 1 : 0)
    return min(96, left / 2)
  }

  var previewRegion: Region {
    var region = screen.body
    if room == .search { region = region.inset(top: min(searchFieldRows, region.rows)) }
    region.column = region.columns - previewWidthInCells
    region.columns = previewWidthInCells
    return region
  }

  /// The preview without its border line.
  private var previewTextRegion: Region { previewRegion.inset(left: 1) }

  private var previewMetrics: PageMetrics {
    var settings = settings
    settings.setsVertically = false
    let region = previewTextRegion
    return PageMetrics(columns: region.columns, rows: region.rows, settings: settings, traits: traits)
  }

  mutating func togglePreview() {
    guard screen.hasRoomForPreview else {
      notice = Notice(text: localized(.noRoomForPreview))
      return
    }
    settings.showsPreview.toggle()
    notice = Notice(text: localized(settings.showsPreview ? .previewOn : .previewOff))
  }

  /// Keeps the preview on the selected row, once the selection rests.
  mutating func settlePreview(isMoving: Bool) -> [Effect] {
    guard showsPreview else {
      if !settings.showsPreview || !screen.hasRoomForPreview { preview = nil }
      return []
    }
    let metrics = previewMetrics
    let height = previewTextRegion.rows
    preview?.reader?.apply(metrics, height: height)
    if currentList?.count == 0 { preview = nil }
    guard !isMoving, let row = currentList?.selectedRow, row.id != preview?.id else { return [] }
    let former = preview?.reader
    preview = Preview(id: row.id, reader: former)
    return [.peekArticle(row.id)]
  }

  /// Shows the article that was last requested.
  mutating func showPreview(of loaded: LoadedArticle) {
    guard preview?.id == loaded.id else { return }
    var loaded = loaded
    loaded.utf8Offset = 0
    let flow = Flow(loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    var reader = ReaderState(loaded, flow: flow, metrics: previewMetrics, height: previewTextRegion.rows)
    reader.show(in: settings.script)
    if room == .search, let words = search?.words, !words.isEmpty {
      let finding = reader.finding(words.joined(separator: " "), words: words)
      if !finding.hits.isEmpty {
        reader.finding = finding
        if let first = finding.first(atOrAfter: 0, in: reader.flow) {
          let hit = finding.hits[first]
          reader.go(to: reader.flow.leaves[hit.leaf].base + hit.utf8Range.lowerBound, rowsAbove: reader.rowsAboveJump)
        }
      }
    }
    preview?.reader = reader
  }

  mutating func scrollPreview(by rows: Int) { preview?.reader?.scroll(by: rows) }

  func drawPreview(on canvas: inout Canvas) {
    guard showsPreview else { return }
    let region = previewRegion
    canvas.verticalRule(column: region.column, row: region.row, endRow: region.endRow)
    if let reader = preview?.reader { draw(reader, in: previewTextRegion, on: &canvas) }
  }
}
