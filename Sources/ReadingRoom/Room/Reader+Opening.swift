import ArticleDump

extension State {
  /// Requests an article; it is shown when it arrives.
  mutating func open(
    _ id: ArticleHandle, entry: Opening.Entry = .visit, utf8Offset: Int? = nil, find: [String] = [],
    highlight: String? = nil
  ) -> [Effect] {
    if reader?.id == id, entry == .visit {
      // It is already open: only move to the place, and show what was searched for.
      let place = highlight.flatMap { reader?.highlightRanges[$0]?.lowerBound }
      if let utf8Offset = place ?? utf8Offset { jump(to: utf8Offset) }
      enter(.reader)
      if !find.isEmpty { show(hitsOf: find) }
      return []
    }
    opening = Opening(id: id, entry: entry, utf8Offset: utf8Offset, find: find, highlight: highlight)
    return savePosition() + [.loadArticle(id)]
  }

  mutating func show(_ loaded: LoadedArticle) -> [Effect] {
    guard let opening, opening.id == loaded.id else { return [] }
    self.opening = nil
    let effects = savePosition()
    if let reader {
      backForward.leave(BackForwardList.Place(id: reader.id, utf8Offset: reader.keptOffset), by: opening.entry)
    }
    let flow = Flow(loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    if room != .reader { enter(.reader) }
    let region = pageRegion
    let metrics = pageMetrics(for: loaded.article, script: nil)
    var reader = ReaderState(loaded, flow: flow, metrics: metrics, height: metrics.linesPerPage(rows: region.rows))
    if let offset = opening.utf8Offset { reader.go(to: offset) }
    if let key = opening.highlight {
      if let range = reader.highlightRanges[key] {
        reader.go(to: range.lowerBound, rowsAbove: reader.rowsAboveJump)
      } else {
        notice = Notice(text: localized(.highlightIsLost))
      }
    }
    self.reader = reader
    if !opening.find.isEmpty { show(hitsOf: opening.find) }
    changeRows(loaded.id) { $0.isRead = true }
    let height = listHeight
    _ = withList { list in
      if let index = list.index(of: loaded.id) { list.select(index, height: height) }
      return []
    }
    pane = nil
    lookup = nil
    if settings.showsPane, screen.hasRoomForPane { openPane(focused: false) }
    if showsListPaneOver { listPane = nil }
    convertOpened()
    return effects + (opening.entry == .back ? returnToLookup() : [])
  }

  /// Marks the places of a search's words in the open article, from the first one below the top of the screen on.
  private mutating func show(hitsOf words: [String]) {
    guard let reader else { return }
    let finding = reader.findingFromTop(words.joined(separator: " "), words: words)
    self.reader?.finding = finding.hits.isEmpty ? nil : finding
    if let pane { openPane(focused: pane.isFocused) }
  }

  /// Opens the article that was named at the start, once, with its neighbours in the list around it.
  mutating func openNamed(_ id: ArticleHandle) -> [Effect] {
    guard !hasOpenedNamedArticle else { return [] }
    hasOpenedNamedArticle = true
    lastGeneration += 1
    return [list.reload(generation: lastGeneration, anchor: .article(id))] + open(id)
  }

  /// The effects that save the place in the open article.
  mutating func savePosition() -> [Effect] {
    guard let reader, reader.keptOffset != reader.savedOffset else { return [] }
    self.reader?.savedOffset = reader.keptOffset
    return [.savePosition(reader.id, utf8Offset: reader.keptOffset, share: Double(reader.percentRead) / 100)]
  }

  /// Moves to a place in the article and remembers the former place.
  mutating func jump(to utf8Offset: Int) {
    guard var reader else { return }
    self.reader = nil
    reader.jumpOrigin = reader.topOffset
    reader.go(to: utf8Offset, rowsAbove: reader.rowsAboveJump)
    self.reader = reader
  }

  mutating func goThroughHistory(back: Bool) -> [Effect] {
    if room != .reader, reader != nil, back {
      enter(.reader)
      return []
    }
    guard let visit = back ? backForward.back.popLast() : backForward.forward.popLast() else {
      notice = Notice(text: localized(.noHistory))
      return []
    }
    return open(visit.id, entry: back ? .back : .forward, utf8Offset: visit.utf8Offset)
  }

  /// Opens the next or previous article of the list that the reader came from.
  mutating func openNeighbour(by step: Int) -> [Effect] {
    let list = listBehind == .search ? search ?? self.list : self.list
    let target = list.selected + step
    guard target >= 0, target < list.count else {
      notice = Notice(text: localized(.noNextArticle))
      return []
    }
    let height = listHeight
    _ = withList { list in
      list.select(target, height: height)
      return []
    }
    if let row = list.row(at: target) { return open(row.id) }
    awaited = .selectedToRead
    return withList { list in list.loadMissing(height: height).map { [$0] } ?? [] }
  }

  // MARK: The pane

  mutating func openPane(focused: Bool) {
    guard let reader else { return }
    let words = reader.finding.map { $0.hits.isEmpty ? [] : $0.words } ?? []
    pane = PaneState(
      items: PaneItem.items(
        for: reader.loaded, flow: reader.flow, findings: words.map { reader.finding($0) },
        highlights: reader.highlightRanges, language: language),
      isFocused: focused)
    pane?.showsOrigins = showsOrigins
  }

  mutating func closePane() { pane = nil }

  mutating func toggleMetadata() -> [Effect] {
    switch room {
    case .reader:
      if lookup != nil {
        lookup = nil
        if pane == nil { openPane(focused: !screen.hasRoomForPane) }
      } else if pane != nil {
        closePane()
        settings.showsPane = false
      } else {
        openPane(focused: !screen.hasRoomForPane)
        settings.showsPane = true
      }
      return []
    case .list, .search: return toggleListPane()
    default: return []
    }
  }

  mutating func runInPane(_ command: Command) -> [Effect] {
    let height = shownPaneTextRegion.rows
    let count = shownPane?.items.count ?? 0
    switch command {
    case .lineDown: shownPane?.move(by: 1, height: height)
    case .lineUp: shownPane?.move(by: -1, height: height)
    case .pageDown, .halfPageDown: shownPane?.move(by: max(1, height / 2), height: height)
    case .pageUp, .halfPageUp: shownPane?.move(by: -max(1, height / 2), height: height)
    case .first:
      shownPane?.move(by: -count, height: height)
      shownPane?.top = 0
    case .last: shownPane?.move(by: count, height: height)
    case .focus where lookup != nil && !showsPaneOver && room == .reader: lookup?.pane.isFocused = false
    case .focus, .left: return run(.back)
    case .lookUp:
      guard room == .reader else { return [] }
      if lookup != nil { return askDictionary(after: 1) }
      return shownPane?.selectedItem.map { lookUp($0.text) } ?? []
    case .origins:
      showsOrigins.toggle()
      pane?.showsOrigins = showsOrigins
      listPane?.pane?.showsOrigins = showsOrigins
      notice = Notice(text: localized(showsOrigins ? .originsShown : .originsHidden))
    case .open, .right: return act(on: shownPane?.selectedItem)
    case .nextSection: shownPane?.moveToSection(by: 1, height: height)
    case .previousSection: shownPane?.moveToSection(by: -1, height: height)
    case .nextArticle, .previousArticle:
      let step = command == .nextArticle ? 1 : -1
      guard room != .reader else { return openNeighbour(by: step) }
      let rows = listHeight
      return withList { list in
        list.move(by: step, height: rows)
        return []
      }
    case .wider, .narrower: return room == .reader ? runInReader(command) : []
    default: break
    }
    return []
  }

  /// What Enter does on an item of a pane.
  private mutating func act(on item: PaneItem?) -> [Effect] {
    guard let item else { return [] }
    switch item.action {
    case .none: return []
    case .copy(let text): return copy(text)
    case .link(let url): return open(url: url)
    case .article(let id): return open(id)
    case .hit(let id, let word): return openHit(id, find: word)
    case .search(let query): return search(for: query)
    case .dictionary(let index): return askDictionary(index)
    case .narrow(let facet): return showList { $0.facets = [facet] }
    case .go(let offset):
      guard room == .reader else {
        guard let id = listPane?.loaded?.id else { return [] }
        return open(id, utf8Offset: offset, find: searchedWords)
      }
      pane?.isFocused = false
      if !screen.hasRoomForPane { closePane() }
      settleReader()
      jump(to: offset)
      return []
    }
  }

  /// Leaves the reader for the library's list with a different query; `<` leads back to the article.
  private mutating func showList(_ change: (inout RoomQuery) -> Void) -> [Effect] {
    let effects = savePosition()
    if !screen.hasRoomForPane { closePane() }
    pane?.isFocused = false
    if showsListPaneOver { listPane = nil }
    focusListPane(false)
    roomsBelow = []
    room = .list
    if !list.query.text.isEmpty || !list.query.facets.isEmpty { recordUndo(.query(.library, list.query)) }
    return effects
      + changeFromStart { query in
        query.text = ""
        query.facets = []
        change(&query)
      }
  }
}
