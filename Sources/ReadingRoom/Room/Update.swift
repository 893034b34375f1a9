import ArticleDump

/// Applies an event to the state.
///
/// - Returns: The effects to carry out, in order.
/// - Complexity: O(cells of the screen) for keys, whatever the size of the library and the article.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  let former = state.settings
  let programs = Programs(of: state)
  var effects = state.handle(event)
  effects += state.remember(changesFrom: former)
  if state.settings.script != former.script { effects += state.reloadAll() }
  let script = state.settings.script
  effects += state.settle()
  effects += Programs(of: state).effects(after: programs)
  return effects.map { $0.asking(for: script).sanitized }
}

extension Effect {
  /// Rows are always requested in the reader's script.
  fileprivate func asking(for script: Script?) -> Effect {
    guard let script, case .loadRows(var request) = self else { return self }
    request.script = script
    return .loadRows(request)
  }

  /// The clipboard is pasted into shells, so text from a dump passes the sanitizer on its way there as well.
  fileprivate var sanitized: Effect {
    guard case .copy(let text) = self else { return self }
    return .copy(Sanitizer.sanitized(text, keepsLineBreaks: true))
  }
}

extension State {
  fileprivate mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .started: return start()
    case .key(let key): return handle(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return handle(mouse)
    case .resized(let size):
      self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    case .woke:
      // The reader has paused.
      list.bar.row = list.selected
      if let selected = search?.selected { search?.bar.row = selected }
    case .terminalProbed(let traits):
      self.traits = traits
      list.texts = [:]
      search?.texts = [:]
      // A theme that is being tried stays.
      applyTheme(themePicker.flatMap { themes.indices.contains($0.selected) ? themes[$0.selected].id : nil } ?? themeID)
    case .rowsLoaded(let page): return accept(page)
    case .facetsLoaded(let generation, let facets):
      if generation == list.facetsGeneration { list.accept(facets) }
      if generation == search?.facetsGeneration { search?.accept(facets) }
    case .articleLoaded(let loaded): return show(loaded)
    case .articleReloaded(let loaded): return reload(loaded)
    case .pageExplained(let id, let lines): accept(lines, of: id)
    case .articlePeeked(let loaded):
      peek(loaded)
      showPreview(of: loaded)
    case .articleFailed(let id, let reason):
      if listPane?.id == id, opening?.id != id { listPane = nil }
      if opening?.id == id { opening = nil }
      notice = Notice(text: reason, isError: true)
    case .bookmarksLoaded(let bookmarks): self.bookmarks.accept(bookmarks)
    case .historyLoaded(let visits): history.accept(visits)
    case .starChanged(let id, let isStarred):
      changeRows(id) { $0.isStarred = isStarred }
      if reader?.id == id { reader?.loaded.isStarred = isStarred }
      notice = Notice(text: localized(isStarred ? .starAdded : .starRemoved))
    case .starsChanged(let stars):
      if let id = reader?.id, let isStarred = stars[id] { reader?.loaded.isStarred = isStarred }
      // After a merge there may be thousands: then the visible rows are requested again.
      guard stars.count <= 200 else { return reloadAll() }
      for (id, isStarred) in stars { changeRows(id) { $0.isStarred = isStarred } }
    case .bookmarkChanged(let edit): recordUndo(.bookmarks(edit))
    case .bookmarkUndone(let isUndone): bookmarksUndone(isUndone)
    case .highlightsListed(let highlights): self.highlights.accept(highlights)
    case .highlightsChanged(let id, let highlights, let edit): accept(highlights, of: id, edit)
    case .commandStopped(let command):
      recordEnd(of: command)
      notice = Notice(text: localized(.commandStopped, command))
    case .commandFinished(let command, let text, let status):
      recordEnd(of: command)
      showOutput(OutputState(command: command, text: text, status: status))
    case .lookedUp(let number, let text, let problem): acceptAnswer(text, problem: problem, number: number)
    case .wordKnown(let number, let known): accept(known, number: number)
    case .spoken(let number, let problem): spoken(number, problem: problem)
    case .suspending: reader?.aloud?.utterance = nil
    case .searchesChanged: return loadFacets()
    case .articleNamed(let id): return openNamed(id)
    case .fileNotFound(let path): notice = Notice(text: localized(.noArticleInFile, sanitizedLine(path)), isError: true)
    case .readChanged(let ids, let isRead):
      changeRows(ids) { $0.isRead = isRead }
      // Thousands of marks take a while, so lists by read marks made meanwhile are incomplete.
      if ids.count > 1, list.query.isByState || search?.query.isByState == true { return reloadAll() }
    case .listMarked(let ids): accept(markedAsRead: ids)
    case .libraryProgress(let progress): self.progress = progress
    case .libraryScanned: hasScanned = true
    case .libraryChanged(let newCount):
      if newCount > 0, hasScanned { announce(newCount) }
      return (reader.map { [.reloadArticle($0.id)] } ?? []) + reloadAll()
    case .notice(let text): show(Notice(text: text))
    case .passingNotice(let text): show(Notice(text: text, isPassing: true))
    case .effectFailed(let text): notice = Notice(text: text, isError: true)
    case .hangup: return leave()
    }
    return []
  }

  /// The requests for the first screen.
  private mutating func start() -> [Effect] {
    lastGeneration += 1
    var effects = [list.reload(generation: lastGeneration, anchor: articleToSelect.map { .article($0) })]
    effects += loadFacets()
    if let id = articleToRestore {
      articleToRestore = nil
      effects += open(id)
    }
    return effects
  }

  /// Saves what must be kept, then quits.
  mutating func leave() -> [Effect] {
    lookup = nil
    reader?.aloud = nil
    return savePosition() + [.saveSession(session), .quit]
  }

  /// Articles arrived while the room was open: a reader at the top of the list sees them, and one further down learns
  /// which key leads there. In the other rooms that key does something else.
  private mutating func announce(_ newCount: Int) {
    let isBelow = room == .list && list.selected > 0
    let text =
      isBelow
      ? localized(.newArticlesAbove, newCount.grouped, label(of: .first, in: .list))
      : localized(.newArticles, newCount.grouped)
    show(Notice(text: text))
  }

  /// Shows a notice, or keeps it until those before it have been read.
  private mutating func show(_ added: Notice) {
    if notice.map(\.isPassing) ?? true {
      notice = added
    } else if !added.isPassing, unreadNotices.count < 8 {
      unreadNotices.append(added)
    }
  }

  mutating func reloadAll() -> [Effect] {
    lastGeneration += 1
    // A reader at the top is waiting for new articles; one further down stays with the selected article.
    let anchor = list.selected == 0 ? nil : list.selectedRow.map { RowsRequest.Anchor.article($0.id) }
    var effects = [list.reload(generation: lastGeneration, anchor: anchor, fromStart: list.selected == 0)]
    if search != nil {
      lastGeneration += 1
      let anchor = search?.selectedRow.map { RowsRequest.Anchor.article($0.id) }
      if let effect = search?.reload(generation: lastGeneration, anchor: anchor) {
        effects.append(effect)
      }
    }
    return effects + loadFacets()
  }

  mutating func changeRows(_ id: ArticleHandle, _ change: (inout ListRow) -> Void) { changeRows([id], change) }

  mutating func changeRows(_ ids: [ArticleHandle], _ change: (inout ListRow) -> Void) {
    let ids = Set(ids)
    list.change(ids, change)
    search?.change(ids, change)
  }

  /// Makes everything consistent after a change: the page laid out for the screen, the selection in view, rows
  /// requested.
  fileprivate mutating func settle() -> [Effect] {
    if notice == nil, !unreadNotices.isEmpty { notice = unreadNotices.removeFirst() }
    settleReadingAloud()
    if room != .reader, !roomsBelow.contains(.reader) { lookup = nil }
    guard !screen.isTooSmall else { return [] }
    var effects: [Effect] = []
    if let successor = reader?.successor { effects += reload(successor) }
    switch room {
    case .list, .search: effects += settleList()
    case .reader: settleReader()
    case .bookmarks: bookmarkList.show(height: screen.body.rows)
    case .history: history.show(height: screen.body.rows)
    case .help: help.top = max(0, min(help.top, helpRows().count - screen.body.rows))
    case .themes: break
    case .output:
      let (width, height, ambiguous) = (max(2, size.columns - 2), screen.body.rows, traits.ambiguousWidth)
      output?.set(widthInCells: width, height: height, ambiguous: ambiguous)
    }
    if room == .reader, let reader, abs(reader.topOffset - reader.savedOffset) > State.offsetsBetweenSaves {
      effects += savePosition()
    }
    return effects
  }

  /// A position is saved after about a page, and always on leaving.
  private static let offsetsBetweenSaves = 1_500

  private mutating func settleList() -> [Effect] {
    let height = listHeight
    let width = rowMetrics
    let facetHeight = facetsRegion.rows
    var isMoving = false
    let effects = withList { list in
      list.show(height: height)
      list.prepare(height: height, metrics: width)
      list.showFacet(height: facetHeight)
      let isBehind = list.bar.settle(selected: list.selected, top: list.top, generation: list.generation)
      isMoving = isBehind
      let rest: [Effect] = isBehind ? [.wake(afterMilliseconds: SelectionBar.restInMilliseconds)] : []
      return (list.loadMissing(height: height).map { [$0] } ?? []) + rest
    }
    return effects + settleListPane() + settlePreview(isMoving: isMoving)
  }

  mutating func settleReader() {
    guard let metrics = pageMetrics else { return }
    let height = metrics.linesPerPage(rows: pageRegion.rows)
    let paneWidth = paneTextRegion.columns
    reader?.apply(metrics, height: height)
    let paneHeight = paneTextRegion.rows
    readerPane?.set(widthInCells: paneWidth, height: paneHeight, metrics: metrics)
  }

  /// Applies a theme; an unknown name changes nothing.
  mutating func applyTheme(_ id: String) {
    guard let theme = themes.first(where: { $0.id == id }) ?? themes.first else { return }
    palette = Palette(theme, depth: traits.colorDepth)
  }
}
