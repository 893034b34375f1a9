extension State {
  var keyContext: KeyContext {
    switch room {
    case .list where isPaneFocused, .search where isPaneFocused: .pane
    case .list: list.focus == .facets && showsFacets ? .facets : .list
    case .search: search?.focus == .facets && showsFacets ? .facets : .search
    case .reader where isPaneFocused: .pane
    case .reader where reader?.selection != nil: .selection
    case .reader: reader?.aloud == nil ? .reader : .aloud
    case .bookmarks: .bookmarks
    case .history: .history
    case .help: .help
    case .themes: .themes
    case .output: .help
    }
  }

  /// Whether keys go into a field instead of running commands.
  public var isTyping: Bool {
    if prompt != nil { return true }
    switch room {
    case .search: return search?.focus == .field
    case .bookmarks: return bookmarkList.isFiltering
    case .help: return help.isFiltering
    default: return false
    }
  }

  mutating func handle(_ key: Key) -> [Effect] {
    notice = nil
    // These two work whatever is being typed.
    switch keys.command(for: key, in: keyContext) {
    case .suspend where key.modifiers.contains(.control): return [.suspend]
    case .redraw where key.modifiers.contains(.control): return [.redraw]
    case .quit where key.modifiers.contains(.control) && prompt == nil: return leave()
    default: break
    }
    if prompt != nil { return handlePromptKey(key) }
    if isTyping, let effects = type(key) { return effects }
    if let effects = lookUp(by: key) { return effects }
    if room == .reader, !isPaneFocused, case .character(let digit) = key.code, key.modifiers.isEmpty,
      digit.utf8.count == 1, "0"..."9" ~= digit, keys.command(for: key, in: .reader) == nil,
      reader?.flow.links.isEmpty == false
    {
      prompt = Prompt(kind: .link, field: TextField(digit))
      return []
    }
    guard let command = keys.command(for: key, in: keyContext) else {
      notice = noticeOfUnboundKey(key)
      return []
    }
    return run(command, by: key)
  }

  /// Typing in the rooms' own fields, while one of them has the focus; `nil` if the key is not for a field.
  private mutating func type(_ key: Key) -> [Effect]? {
    switch room {
    case .search:
      if key.code == .tab, var list = search {
        let step = key.modifiers.contains(.shift) ? -1 : 1
        var field = list.field
        if list.complete(&field, by: step) {
          list.field = field
          search = list
          return searchAgain()
        }
      } else {
        search?.completion = nil
      }
      switch key.code {
      case .enter where search?.count == 0 && search?.suggestion != nil:
        let suggestion = search?.suggestion ?? ""
        search?.field = TextField(suggestion)
        return searchAgain()
      case .enter where search?.problem != nil:
        // The hits are those of an earlier query: going to them would look as if they were this one's.
        search?.problem.map { notice = Notice(text: $0.sentence, isError: true) }
        return []
      case .down where recalledSearch != nil: return recallSearch(by: 1)
      case .enter, .down, .tab, .pageDown:
        rememberSearch()
        search?.focus = .rows
        return []
      case .escape:
        guard search?.count ?? 0 > 0 else { return run(.back) }
        search?.focus = .rows
        return []
      case .up: return recallSearch(by: -1)
      default:
        guard search?.field.edit(by: key) == true else { return nil }
        recalledSearch = nil
        return searchAgain()
      }
    case .bookmarks:
      switch key.code {
      case .tab:
        if bookmarkList.field.isEmpty { bookmarkList.field.replace(with: "#") }
        bookmarkList.completeTag(by: key.modifiers.contains(.shift) ? -1 : 1)
      case .enter, .down, .up: bookmarkList.isFiltering = false
      case .escape:
        bookmarkList.isFiltering = false
        bookmarkList.field = TextField()
        bookmarkList.filter()
      default:
        guard bookmarkList.field.edit(by: key) else { return nil }
        bookmarkList.filter()
      }
      return []
    case .help:
      switch key.code {
      case .enter, .down, .up: help.isFiltering = false
      case .escape:
        help.isFiltering = false
        help.field = TextField()
      default:
        guard help.field.edit(by: key) else { return nil }
        help.top = 0
      }
      return []
    default: return nil
    }
  }

  /// Records what was searched for, so that it can be recalled.
  private mutating func rememberSearch() {
    recalledSearch = nil
    guard let text = search?.query.text, !text.isEmpty, search?.problem == nil else { return }
    searches.removeAll { $0 == text }
    searches.append(text)
    if searches.count > State.mostSearches { searches.removeFirst() }
  }

  private static let mostSearches = 50

  /// Puts an earlier search into the field.
  private mutating func recallSearch(by step: Int) -> [Effect] {
    guard !searches.isEmpty else {
      notice = Notice(text: localized(.noSearches))
      return []
    }
    let place = (recalledSearch ?? searches.count) + step
    guard place >= 0 else {
      notice = Notice(text: localized(.atStart))
      return []
    }
    recalledSearch = place < searches.count ? place : nil
    search?.field.replace(with: place < searches.count ? searches[place] : "")
    return searchAgain()
  }

  mutating func paste(_ text: String) -> [Effect] {
    notice = nil
    if prompt?.acceptsText == true {
      prompt?.field.insert(text)
      return promptChanged()
    }
    switch room {
    case .search where search?.focus == .field:
      search?.field.insert(text)
      return searchAgain()
    case .bookmarks where bookmarkList.isFiltering:
      bookmarkList.field.insert(text)
      bookmarkList.filter()
    case .help where help.isFiltering: help.field.insert(text)
    default: break
    }
    return []
  }

  mutating func searchAgain() -> [Effect] {
    guard var search else { return [] }
    let text = search.field.text
    guard text != search.query.text else { return [] }
    search.query.text = text
    lastGeneration += 1
    let effect = search.reload(generation: lastGeneration, fromStart: true)
    self.search = search
    return [effect] + loadFacets()
  }

  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    guard !screen.isTooSmall, prompt == nil else { return [] }
    switch mouse.action {
    case .wheelUp: return wheel(-3, at: mouse.position)
    case .wheelDown: return wheel(3, at: mouse.position)
    case .click, .doubleClick:
      notice = nil
      return click(at: mouse.position, opens: mouse.action == .doubleClick)
    }
  }

  private mutating func wheel(_ rows: Int, at position: Position) -> [Effect] {
    switch room {
    case .list, .search:
      let height = listHeight
      if listPane != nil, listPaneRegion.contains(position) {
        let height = listPaneTextRegion.rows
        listPane?.pane?.scroll(by: rows, height: height)
        return []
      }
      if showsPreview, previewRegion.contains(position) {
        scrollPreview(by: rows)
        return []
      }
      if showsFacets, facetsRegion.contains(position), showsFacetsBeside || showsFacetsOver {
        return withList { list in
          list.moveFacet(by: rows)
          return []
        }
      }
      return withList { list in
        list.scroll(by: rows, height: height)
        return []
      }
    case .reader:
      if readerPane != nil, paneRegion.contains(position) {
        let height = paneTextRegion.rows
        readerPane?.scroll(by: rows, height: height)
      } else {
        reader?.scroll(by: rows)
      }
    case .bookmarks: bookmarkList.move(by: rows, height: screen.body.rows)
    case .history: history.move(by: rows, height: screen.body.rows)
    case .help: help.top += rows
    case .themes: break
    case .output:
      let height = screen.body.rows
      output?.scroll(by: rows, height: height)
    }
    return []
  }

  private mutating func click(at position: Position, opens: Bool) -> [Effect] {
    switch room {
    case .list, .search:
      if listPane != nil, listPaneRegion.contains(position) {
        focusListPane(true)
        selectInPane(atRow: position.row - listPaneTextRegion.row)
        return opens ? run(.open) : []
      }
      if showsPreview, previewRegion.contains(position) { return opens ? openSelected() : [] }
      if showsListPaneBeside { focusListPane(false) }
      if showsFacetsBeside || showsFacetsOver, facetsRegion.contains(position) {
        let rows = currentList?.facetRows() ?? []
        let index = position.row - facetsRegion.row + (currentList?.topFacet ?? 0)
        guard rows.indices.contains(index), case .value(let facet) = rows[index] else { return [] }
        _ = withList { list in
          list.focus = .facets
          list.selectedFacet = facet
          return []
        }
        return opens ? run(.open) : []
      }
      let region = listRegion
      guard region.contains(position) else {
        if room == .search, position.row < region.row { search?.focus = .field }
        return []
      }
      let entry = (position.row - region.row) / rowMetrics.heightInRows
      let height = listHeight
      guard entry < height, let list = currentList, list.top + entry < list.count else { return [] }
      _ = withList { list in
        list.focus = .rows
        list.select(list.top + entry, height: height)
        return []
      }
      return opens ? run(.open) : []
    case .reader:
      guard readerPane != nil, paneRegion.contains(position) else {
        readerPane?.isFocused = false
        selectText(at: position, asSentence: opens)
        return []
      }
      readerPane?.isFocused = true
      return selectInPane(atRow: position.row - paneTextRegion.row) && opens ? run(.open) : []
    case .bookmarks:
      guard let index = bookmarkList.index(atRow: position.row - screen.body.row) else { return [] }
      bookmarkList.selected = index
      return opens ? run(.open) : []
    case .history:
      let row = position.row - screen.body.row + history.top
      guard let index = (0..<history.count).first(where: { history.row(of: $0) == row }) else { return [] }
      history.selected = index
      return opens ? run(.open) : []
    case .themes:
      let index = position.row - screen.body.row
      guard themes.indices.contains(index) else { return [] }
      themePicker?.selected = index
      applyTheme(themes[index].id)
      return opens ? run(.open) : []
    case .help, .output: return []
    }
  }
}

extension State {
  /// Selects what is on a row of the pane; `false` if there is nothing to select.
  @discardableResult fileprivate mutating func selectInPane(atRow offset: Int) -> Bool {
    guard let pane = shownPane else { return false }
    let row = offset + pane.top
    guard pane.rows.indices.contains(row), let item = pane.rows[row].item, !pane.items[item].isHeading else {
      return false
    }
    shownPane?.selected = item
    return true
  }
}

extension BookmarksState {
  /// The entry on a row of the screen.
  func index(atRow row: Int) -> Int? {
    guard row >= 0 else { return nil }
    var end = 0
    var index = top
    while index < shown.count {
      end += rowCount(at: index)
      if row < end { return index }
      index += 1
    }
    return nil
  }
}
