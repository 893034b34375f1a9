import ArticleDump

/// The selected article's text beside a list, on wide screens. It is not opened: nothing is marked.
struct Preview: Sendable {
  /// The article that was asked for last.
  var id: ArticleHandle
  /// What came of it; until then, what was there before.
  var reader: ReaderState?
}

extension Screen {
  /// Whether an article's text is beside the list: both have a measure that one reads.
  var hasRoomForPreview: Bool { size.columns >= 140 }
}

extension State {
  var showsPreview: Bool {
    settings.showsPreview && screen.hasRoomForPreview && listPane == nil && (room == .list || room == .search)
  }

  /// Half of what facets leave, and no more than a page takes.
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

  /// The preview without its line.
  private var previewTextRegion: Region { previewRegion.inset(left: 1) }

  private var previewMetrics: PageMetrics {
    var settings = settings
    settings.setsVertically = false
    let region = previewTextRegion
    return PageMetrics(columns: region.columns, rows: region.rows, settings: settings, traits: traits)
  }

  mutating func togglePreview() {
    guard screen.hasRoomForPreview else {
      notice = Notice(text: say(.noRoomForPreview))
      return
    }
    settings.showsPreview.toggle()
    notice = Notice(text: say(settings.showsPreview ? .previewOn : .previewOff))
  }

  /// Keeps the preview with the selected row, once that rests.
  mutating func settlePreview(isMoving: Bool) -> [Effect] {
    guard showsPreview else {
      if !settings.showsPreview || !screen.hasRoomForPreview { preview = nil }
      return []
    }
    let metrics = previewMetrics
    let height = previewTextRegion.rows
    preview?.reader?.adopt(metrics, height: height)
    if currentList?.count == 0 { preview = nil }
    guard !isMoving, let row = currentList?.selectedRow, row.id != preview?.id else { return [] }
    let former = preview?.reader
    preview = Preview(id: row.id, reader: former)
    return [.peekArticle(row.id)]
  }

  /// Shows what came of the article that was asked for last.
  mutating func showPreview(of loaded: LoadedArticle) {
    guard preview?.id == loaded.id else { return }
    var loaded = loaded
    loaded.utf8Offset = 0
    let flow = Flow(loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    var reader = ReaderState(loaded, flow: flow, metrics: previewMetrics, height: previewTextRegion.rows)
    reader.show(in: settings.script)
    if room == .search, let word = search?.words.first {
      let finding = reader.finding(word)
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
