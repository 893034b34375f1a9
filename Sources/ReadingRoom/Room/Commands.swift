import ArticleDump

extension State {
  /// Carries out a command in the current room.
  mutating func run(_ command: Command) -> [Effect] {
    switch command {
    case .quit: return leave()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .rescan: return [.rescan]
    case .help: enter(.help)
    case .themes: enterThemes()
    case .search: return enterSearch()
    case .bookmarks:
      enter(.bookmarks)
      return loadBookmarkList()
    case .source: return showSource(inEditor: false)
    case .editSource: return showSource(inEditor: true)
    case .mouse: setMouse(!settings.usesMouse)
    case .visits:
      enter(.history)
      return [.loadHistory]
    case .commandLine: prompt = Prompt(kind: .command)
    case .undo: return undo()
    case .historyBack: return goThroughHistory(back: true)
    case .historyForward: return goThroughHistory(back: false)
    case .back: return goBack()
    case .dismiss:
      if listPane != nil, room == .list || room == .search, !isPaneFocused {
        listPane = nil
        return []
      }
      if room == .list, list.focus == .rows, list.query.text.isEmpty, list.query.facets.isEmpty {
        // Escape never quits: it is easily pressed once more than intended. Other keys quit.
        notice = Notice(
          text: localized(.toLeave, keys.key(for: .back, in: .list)?.label(symbols: traits.drawsSymbols) ?? ""))
        return []
      }
      guard room == .reader, lookup == nil, pane?.isFocused == false, reader?.finding == nil, reader?.selection == nil,
        reader?.aloud == nil
      else {
        return goBack()
      }
      closePane()
      settings.showsPane = false
    case .star: return toggleStar()
    case .openPage: return openPage()
    case .copyLink: return copyLink()
    case .nextUnread: return goToUnread(backwards: false)
    case .previousUnread: return goToUnread(backwards: true)
    case .pipe:
      askForPipe()
    case .stopCommand: return stopCommands()
    case .metadata: return toggleMetadata()
    case .toggleRead: return toggleRead()
    case .markAllRead: return markListRead(onlyAbove: false)
    case .markAboveRead: return markListRead(onlyAbove: true)
    case .unreadOnly: return room == .list || room == .search ? toggleUnreadOnly() : []
    default:
      switch room {
      case .list, .search: return isPaneFocused ? runInPane(command) : runInList(command)
      case .reader:
        if isPaneFocused { return runInPane(command) }
        return reader?.selection == nil ? runInReader(command) : runInSelection(command)
      case .bookmarks: return runInBookmarks(command)
      case .history: return runInHistory(command)
      case .help: runInHelp(command)
      case .themes: return runInThemes(command)
      case .output: return runInOutput(command)
      }
    }
    return []
  }

  mutating func setMouse(_ isOn: Bool) {
    settings.usesMouse = isOn
    notice = Notice(text: localized(isOn ? .mouseOn : .mouseOff))
  }

  // MARK: Rooms

  mutating func enter(_ room: Room) {
    guard room != self.room else { return }
    // A room is on the way back only once.
    if let index = roomsBelow.firstIndex(of: room) {
      roomsBelow.removeSubrange(index...)
    } else {
      roomsBelow.append(self.room)
    }
    if room == .help { help = HelpState(context: keyContext) }
    self.room = room
  }

  mutating func leaveRoom() {
    room = roomsBelow.popLast() ?? .list
  }

  private mutating func goBack() -> [Effect] {
    switch room {
    case .list:
      if leaveListPane() { return [] }
      if list.focus == .facets {
        list.focus = .rows
        if !screen.hasRoomForFacets { showsFacets = false }
        return []
      }
      if !list.query.text.isEmpty || !list.query.facets.isEmpty {
        recordUndo(.query(.library, list.query))
        notice = Notice(text: localized(.filterDropped, label(of: .undo, in: .list)))
        list.query.text = ""
        list.query.facets = []
        return reloadList(anchor: list.selectedRow.map { .article($0.id) })
      }
      return leave()
    case .search:
      if leaveListPane() { return [] }
      if search?.focus == .facets {
        search?.focus = .rows
        return []
      }
      leaveRoom()
      return []
    case .reader:
      if closeLookup() { return [] }
      if pane?.isFocused == true {
        pane?.isFocused = false
        if !screen.hasRoomForPane { closePane() }
        return []
      }
      if reader?.selection != nil {
        reader?.selection = nil
        return []
      }
      if reader?.aloud != nil {
        stopReadingAloud()
        return []
      }
      if reader?.finding != nil {
        reader?.finding = nil
        return []
      }
      let effects = savePosition()
      leaveRoom()
      return effects
    case .themes:
      applyTheme(themeID)
      themePicker = nil
      leaveRoom()
      return []
    case .bookmarks:
      guard bookmarkList.field.isEmpty else {
        bookmarkList.field = TextField()
        bookmarkList.filter()
        return []
      }
      leaveRoom()
      return []
    case .history, .help, .output:
      leaveRoom()
      return []
    }
  }

  /// Removes the focus from the pane, and the pane itself if it covers the list.
  private mutating func leaveListPane() -> Bool {
    guard isPaneFocused else { return false }
    if showsListPaneOver { listPane = nil } else { focusListPane(false) }
    return true
  }

  private mutating func enterSearch() -> [Effect] {
    if search == nil {
      var query = RoomQuery(sort: .relevance)
      query.facets = []
      search = ListState(query: query, isSearch: true)
    }
    search?.focus = .field
    enter(.search)
    return []
  }

  /// Opens the search with the hits of a query.
  mutating func search(for query: String) -> [Effect] {
    _ = enterSearch()
    search?.field = TextField(query)
    search?.focus = .rows
    return searchAgain()
  }

  // MARK: The current article

  /// The row of the open or selected article.
  var articleRow: ListRow? {
    switch room {
    case .list: return list.selectedRow
    case .search: return search?.selectedRow
    case .reader:
      guard let reader else { return nil }
      let row =
        list.index(of: reader.id).flatMap(list.row(at:)) ?? search?.index(of: reader.id).flatMap { search?.row(at: $0) }
      if let row { return row }
      let article = reader.loaded.article
      return ListRow(
        id: reader.id, title: article.title, url: article.url, publisher: article.publisher,
        date: article.published ?? article.fed,
        isRead: true, isStarred: reader.loaded.isStarred)
    default: return nil
    }
  }

  private mutating func toggleStar() -> [Effect] {
    if room == .bookmarks {
      return removeSelectedBookmark()
    }
    guard let row = articleRow else { return [] }
    let isStarred = room == .reader ? reader?.loaded.isStarred ?? row.isStarred : row.isStarred
    return [.setStar(row.id, !isStarred)]
  }

  private var pageURL: String? {
    switch room {
    case .reader: reader?.loaded.article.url
    case .bookmarks: bookmarkList.selectedBookmark?.url
    case .list, .search: articleRow?.url
    default: nil
    }
  }

  private mutating func openPage() -> [Effect] {
    if isPaneFocused, case .link(let url)? = shownPane?.selectedItem?.action {
      return open(url: url)
    }
    guard let url = pageURL, !url.isEmpty else {
      notice = Notice(text: localized(.noPage))
      return []
    }
    return open(url: url)
  }

  mutating func open(url: String) -> [Effect] {
    guard traits.opensURLs else {
      notice = Notice(text: localized(.linkShown, url))
      return [.copy(url)]
    }
    return [.open(url: url)]
  }

  private mutating func copyLink() -> [Effect] {
    if isPaneFocused, let item = shownPane?.selectedItem {
      switch item.action {
      case .link(let url): return copy(url)
      case .copy(let text): return copy(text)
      default: return copy(item.text)
      }
    }
    guard let url = pageURL, !url.isEmpty else {
      notice = Notice(text: localized(.noPage))
      return []
    }
    return copy(url)
  }

  mutating func copy(_ text: String) -> [Effect] {
    notice = Notice(text: localized(.copied, sanitizedLine(String(text.prefix(60)))))
    return [.copy(text)]
  }
}
