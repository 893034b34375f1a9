extension BookmarksState.Order {
  var message: Message {
    switch self {
    case .file: .orderFile
    case .added: .orderAdded
    case .title: .orderTitle
    }
  }
}

extension BookmarksState {
  /// Sorts in another order; the same entry stays selected.
  mutating func reorder(by order: Order) {
    let key = selectedBookmark?.key
    self.order = order
    filter()
    if let key, let index = shown.firstIndex(where: { $0.key == key }) { selected = index }
  }
}

extension BookmarkEntry {
  private var lines: [Substring] { note.split(separator: "\n") }

  private static func holdsOnlyTags(_ line: Substring) -> Bool {
    line.split(separator: " ").allSatisfy { $0.hasPrefix("#") }
  }

  /// The note without lines that contain only tags.
  var noteLines: [String] { lines.filter { !BookmarkEntry.holdsOnlyTags($0) }.map(String.init) }

  /// The tags on lines of their own, as typed.
  var tagLine: String {
    lines.filter(BookmarkEntry.holdsOnlyTags).joined(separator: " ").split(separator: " ").map { $0.dropFirst() }
      .joined(separator: " ")
  }

  /// The note with another text, or with other tags.
  func note(text: String? = nil, tags: String? = nil) -> String {
    let text = text.map { [$0] } ?? noteLines
    let line = (tags ?? tagLine).split { " ,，、\u{3000}".contains($0) }.map { word in
      "#" + word.drop { $0 == "#" || $0 == "＃" }
    }.filter { $0 != "#" }.joined(separator: " ")
    return (text + [line]).filter { line in line.contains { $0 != " " } }.joined(separator: "\n")
  }
}

extension State {
  /// Requests the contents of the bookmarks room, unless they are known.
  mutating func loadBookmarkList() -> [Effect] {
    if bookmarkList.all != nil { return [] }
    return [showsHighlights ? .loadHighlights : .loadBookmarks]
  }

  mutating func removeSelectedBookmark() -> [Effect] {
    guard let bookmark = bookmarkList.selectedBookmark else { return [] }
    return [
      showsHighlights ? .removeHighlight(bookmark.article, key: bookmark.key) : .removeBookmark(key: bookmark.key)
    ]
  }

  /// Writes the note of an entry, including its tags.
  mutating func setNote(_ note: String, of bookmark: BookmarkEntry) -> [Effect] {
    guard let highlight = bookmark.highlight else { return [.setBookmarkNote(key: bookmark.key, note)] }
    return [.changeHighlight(bookmark.article, key: bookmark.key, highlight.color, remark: note)]
  }

  mutating func runInBookmarks(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = command.steps(onPageOf: height) {
      bookmarkList.move(by: steps, height: height)
      return []
    }
    switch command {
    case .filter: bookmarkList.isFiltering = true
    case .filterByTag:
      guard !bookmarkList.tags.isEmpty else {
        notice = Notice(text: localized(.noTags))
        return []
      }
      bookmarkList.field.replace(with: "#")
      bookmarkList.isFiltering = true
      bookmarkList.filter()
    case .sort:
      bookmarkList.reorder(by: bookmarkList.order.next())
      notice = Notice(text: localized(bookmarkList.order.message))
    case .editNote:
      guard let bookmark = bookmarkList.selectedBookmark else { return [] }
      guard bookmark.noteLines.count < 2 else {
        notice = Notice(text: localized(.noteHasLines, label(of: .edit, in: .bookmarks)))
        return []
      }
      prompt = Prompt(kind: .note, field: TextField(bookmark.noteLines.first ?? ""), key: bookmark.key)
    case .editTags:
      guard let bookmark = bookmarkList.selectedBookmark else { return [] }
      prompt = Prompt(kind: .tags, field: TextField(bookmark.tagLine), key: bookmark.key)
    case .left: return run(.back)
    case .edit:
      let key = bookmarkList.selectedBookmark?.key
      return [showsHighlights ? .editHighlights(key: key) : .editBookmarks(key: key)]
    case .remove: return removeSelectedBookmark()
    case .focus:
      showsHighlights.toggle()
      return loadBookmarkList()
    case .open, .right:
      guard let bookmark = bookmarkList.selectedBookmark else { return [] }
      if let id = bookmark.article { return open(id, highlight: bookmark.highlight?.key) }
      if let url = bookmark.url { return open(url: url) }
      notice = Notice(text: localized(.missing))
    default: break
    }
    return []
  }
}
