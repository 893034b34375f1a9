/// A change to the reader's own data, in a form that can be undone.
enum Undo: Sendable, Hashable {
  /// Our last change to the bookmarks file.
  case bookmarks(BookmarkEdit)
  /// Our last change to the highlights file, which concerned this article.
  case highlight(ArticleHandle?)
  case read([ArticleHandle], wasRead: Bool)
  /// A filter and facets that were dropped.
  case query(ListKind, RoomQuery)
  /// Saved searches as they are now, and as they were.
  case searches(from: [NamedQuery], to: [NamedQuery])

  static let limit = 100
}

/// The kind of change to the bookmarks file.
public enum BookmarkEdit: Sendable, Hashable {
  /// An entry was added, removed, or given another note.
  case added, removed, noted
}

/// The kind of change to the highlights file; `known`: no change, because the passage was already highlighted.
public enum HighlightEdit: Sendable, Hashable {
  /// An entry was added, was already there, was given another colour or note, was removed, or was restored.
  case added, known, changed, removed, undone
}

extension State {
  mutating func recordUndo(_ undo: Undo) {
    undoable.append(undo)
    if undoable.count > Undo.limit { undoable.removeFirst() }
  }

  /// Undoes the last change.
  mutating func undo() -> [Effect] {
    guard let last = undoable.popLast() else {
      notice = Notice(text: localized(.nothingToUndo))
      return []
    }
    switch last {
    case .bookmarks(let edit):
      undoing = edit
      return [.undoBookmark]
    case .highlight(let id): return [.undoHighlight(id)]
    case .read(let ids, let wasRead):
      notice = Notice(
        text: ids.count == 1
          ? localized(wasRead ? .readMarked : .unreadMarked) : localized(.marksRestored, ids.count.grouped))
      return [.setRead(ids, wasRead)]
    case .searches(let current, let former):
      notice = Notice(text: localized(.searchesRestored))
      return [.changeSearches(from: current, to: former)]
    case .query(let kind, let query):
      notice = Notice(text: localized(.filterRestored))
      lastGeneration += 1
      if kind == .search {
        enter(.search)
        guard let effect = search?.restore(query, generation: lastGeneration) else { return [] }
        return [effect] + loadFacets()
      }
      if room != .list {
        roomsBelow = []
        room = .list
      }
      return [list.restore(query, generation: lastGeneration)] + loadFacets()
    }
  }

  /// The bookmarks file is as before, or there was nothing to undo.
  mutating func bookmarksUndone(_ isUndone: Bool) {
    defer { undoing = nil }
    guard isUndone else {
      notice = Notice(text: localized(.nothingToUndo))
      return
    }
    switch undoing {
    case .added: notice = Notice(text: localized(.starTakenBack))
    case .noted: notice = Notice(text: localized(.noteRestored))
    case .removed, nil: notice = Notice(text: localized(.starRestored))
    }
  }

  // MARK: Read marks

  /// Marks one article as read, or removes its mark.
  mutating func toggleRead() -> [Effect] {
    guard let row = articleRow else { return [] }
    notice = Notice(text: localized(row.isRead ? .unreadMarked : .readMarked))
    recordUndo(.read([row.id], wasRead: row.isRead))
    return [.setRead([row.id], !row.isRead)]
  }

  /// Marks everything in the list as read, or everything above the selected row.
  mutating func markListRead(onlyAbove: Bool) -> [Effect] {
    guard room == .list || room == .search, let list = currentList, list.count > 0 else { return [] }
    guard !onlyAbove || list.selected > 0 else {
      notice = Notice(text: localized(.atStart))
      return []
    }
    notice = Notice(text: localized(.marking))
    return [.markListRead(list.query, above: onlyAbove ? list.selected : nil)]
  }

  /// Many articles were marked at once.
  mutating func accept(markedAsRead ids: [ArticleHandle]) {
    guard !ids.isEmpty else {
      notice = Notice(text: localized(.noUnread))
      return
    }
    changeRows(ids) { $0.isRead = true }
    recordUndo(.read(ids, wasRead: false))
    notice = Notice(text: localized(.allMarked, ids.count.grouped, label(of: .undo, in: keyContext)))
  }

  /// Shows only unread articles, or all again.
  mutating func toggleUnreadOnly() -> [Effect] {
    guard let list = currentList else { return [] }
    let unread = Facet(.state, "unread")
    let isOn = list.query.facets.contains(unread)
    notice = Notice(text: localized(isOn ? .allShown : .unreadShown))
    return changeQuery { query in
      if isOn { query.facets.removeAll { $0 == unread } } else { query.facets.append(unread) }
    }
  }
}
