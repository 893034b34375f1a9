import ArticleDump

extension State {
  mutating func runInList(_ command: Command) -> [Effect] {
    if currentList?.focus == .facets, showsFacets, let effects = runInFacets(command) { return effects }
    let height = listHeight
    func moving(_ state: inout State, _ move: (inout ListState) -> Void) -> [Effect] {
      state.withList { list in
        move(&list)
        return []
      }
    }
    switch command {
    case .lineDown: return moving(&self) { $0.move(by: 1, height: height) }
    case .lineUp:
      if room == .search, search?.selected == 0 {
        search?.focus = .field
        return []
      }
      return moving(&self) { $0.move(by: -1, height: height) }
    case .pageDown: return moving(&self) { $0.page(1, height: height) }
    case .pageUp: return moving(&self) { $0.page(-1, height: height) }
    case .halfPageDown: return moving(&self) { $0.move(by: height / 2, height: height) }
    case .halfPageUp: return moving(&self) { $0.move(by: -(height / 2), height: height) }
    case .first: return moving(&self) { $0.select(0, height: height) }
    case .last: return moving(&self) { $0.select(Int.max, height: height) }
    case .open, .right: return openSelected()
    case .left: return room == .search ? run(.back) : []
    case .filter:
      if room == .search {
        search?.focus = .field
      } else {
        // Typing narrows the rows, so they must be visible, and get the focus next.
        list.focus = .rows
        prompt = Prompt(kind: .filter, field: TextField(list.query.text), former: list.query.text)
      }
    case .sort: return sortNext()
    case .reverse:
      guard currentList?.isOrderedByQuery != true else { return sortNext() }
      return changeQuery { $0.isDescending.toggle() }
    case .unfold:
      guard let list = currentList else { return [] }
      awaited = .duplicates(formerCount: list.count)
      return changeQuery { $0.unfoldsDuplicates.toggle() }
    case .facets: return toggleFacets()
    case .focus:
      // From the rows to the facets, to the pane, and back.
      if showsListPaneBeside, !showsFacetsBeside || currentList?.facets.isEmpty != false {
        focusListPane(true)
        return []
      }
      if showsFacetsBeside || showsFacetsOver {
        let count = currentList?.facets.count ?? 0
        return withList { list in
          list.focus = list.focus == .rows && count > 0 ? .facets : .rows
          return []
        }
      }
      if room == .search { search?.focus = .field }
    case .jumpToDate: prompt = Prompt(kind: .date)
    case .preview: togglePreview()
    case .markArticle: toggleMarked()
    case .previewDown, .previewUp:
      guard showsPreview else {
        notice = Notice(text: localized(screen.hasRoomForPreview ? .previewOff : .noRoomForPreview))
        return []
      }
      scrollPreview(by: (command == .previewDown ? 1 : -1) * max(1, previewRegion.rows / 2))
    case .saveSearch:
      askForSearchName()
    default: break
    }
    return []
  }

  /// Requests the list again after its query changed; the same article stays selected.
  mutating func changeQuery(_ change: (inout RoomQuery) -> Void) -> [Effect] {
    guard let list = currentList else { return [] }
    var query = list.query
    change(&query)
    guard query != list.query else { return [] }
    let anchor = list.selectedRow.map { RowsRequest.Anchor.article($0.id) }
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in
      list.query = query
      return [list.reload(generation: generation, anchor: anchor)]
    } + loadFacets()
  }

  mutating func reloadList(anchor: RowsRequest.Anchor?, fromStart: Bool = false) -> [Effect] {
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in
      [list.reload(generation: generation, anchor: anchor, fromStart: fromStart)]
    } + loadFacets()
  }

  private mutating func sortNext() -> [Effect] {
    guard let list = currentList else { return [] }
    guard !list.isOrderedByQuery else {
      notice = Notice(text: localized(.orderedByQuery))
      return []
    }
    return sort(by: list.query.sort.next { $0 != .relevance || list.isSearch || !list.query.text.isEmpty })
  }

  mutating func sort(by order: SortKey) -> [Effect] {
    notice = Notice(text: localized(.sortedBy, localized(order.message)))
    return changeQuery { query in
      query.sort = order
      query.isDescending = order != .title && order != .publisher
    }
  }

  // MARK: Opening

  mutating func openSelected() -> [Effect] {
    guard let list = currentList, list.count > 0 else { return [] }
    guard let row = list.selectedRow else {
      awaited = .selectedToRead
      return []
    }
    return open(row.id, find: searchedWords)
  }

  /// The words of the search whose results are shown, to be marked in an article that is opened from them.
  var searchedWords: [String] { listBehind == .search ? search?.words ?? [] : [] }

  mutating func accept(_ page: RowsPage) -> [Effect] {
    let height = listHeight
    var isForList = list.accept(page, height: height)
    if !isForList { isForList = search?.accept(page, height: height) ?? false }
    guard isForList else { return [] }
    // Nothing is said of a query that may still become right, as long as it is being typed.
    let isTyping = page.list == .search ? search?.focus == .field : prompt?.kind == .filter
    if let problem = page.problem, !problem.isUnfinished || !isTyping {
      notice = Notice(text: problem.sentence, isError: true)
    }
    if page.list == .library { articleToSelect = nil }
    guard page.list == (listBehind == .search ? .search : .library) else { return [] }
    switch awaited {
    case .selectedToRead:
      if let row = (listBehind == .search ? search : list)?.selectedRow {
        awaited = nil
        return open(row.id, find: searchedWords)
      }
    case .unread(let opens):
      awaited = nil
      guard page.anchorIndex != nil, let row = (listBehind == .search ? search : list)?.selectedRow else {
        notice = Notice(text: localized(.noUnread))
        break
      }
      if opens { return open(row.id) }
    case .duplicates(let former):
      awaited = nil
      let difference = abs(page.total - former)
      let message: Message =
        difference == 0 ? .noDuplicates : (currentList ?? list).query.unfoldsDuplicates ? .unfolded : .folded
      notice = Notice(text: localized(message, difference.grouped))
    case .date:
      awaited = nil
      if page.anchorIndex == nil { notice = Notice(text: localized(.dateNotFound)) }
    case nil: break
    }
    return []
  }

  /// Selects the next unread row, and opens it if an article is open.
  mutating func goToUnread(backwards: Bool) -> [Effect] {
    guard room == .list || room == .search || room == .reader else { return [] }
    let opens = room == .reader
    let list = listBehind == .search ? search ?? self.list : self.list
    let held =
      backwards
      ? stride(from: list.selected - 1, through: list.start, by: -1).first { list.row(at: $0)?.isRead == false }
      : stride(from: list.selected + 1, to: list.start + list.rows.count, by: 1).first {
        list.row(at: $0)?.isRead == false
      }
    let height = listHeight
    if let held, let row = list.row(at: held) {
      _ = withList { list in
        list.select(held, height: height)
        return []
      }
      return opens ? open(row.id) : []
    }
    guard list.count > 0 else { return [] }
    awaited = .unread(opens: opens)
    return reloadRows(anchor: .unread(after: list.selected, backwards: backwards))
  }

  mutating func goToDate(_ timestamp: Timestamp) -> [Effect] {
    awaited = .date
    return reloadRows(anchor: .date(timestamp))
  }

  /// Requests the same list around something whose place is not known here.
  private mutating func reloadRows(anchor: RowsRequest.Anchor) -> [Effect] {
    lastGeneration += 1
    let generation = lastGeneration
    return withList { list in [list.reload(generation: generation, anchor: anchor)] }
  }
}

extension SortKey {
  var message: Message {
    switch self {
    case .date: .sortDate
    case .publisher: .sortPublisher
    case .title: .sortTitle
    case .length: .sortLength
    case .relevance: .sortRelevance
    }
  }
}
