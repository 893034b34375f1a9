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
  /// Another order; the same entry stays selected.
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

  /// The note without its lines of nothing but tags.
  var noteLines: [String] { lines.filter { !BookmarkEntry.holdsOnlyTags($0) }.map(String.init) }

  /// The tags on lines of their own, as they are typed.
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
  mutating func runInBookmarks(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    if let steps = command.steps(onPageOf: height) {
      bookmarks.move(by: steps, height: height)
      return []
    }
    switch command {
    case .filter: bookmarks.isFiltering = true
    case .filterByTag:
      guard !bookmarks.tags.isEmpty else {
        notice = Notice(text: say(.noTags))
        return []
      }
      bookmarks.field.replace(with: "#")
      bookmarks.isFiltering = true
      bookmarks.filter()
    case .sort:
      let orders = BookmarksState.Order.allCases
      let place = orders.firstIndex(of: bookmarks.order) ?? 0
      bookmarks.reorder(by: orders[(place + 1) % orders.count])
      notice = Notice(text: say(bookmarks.order.message))
    case .editNote:
      guard let bookmark = bookmarks.selectedBookmark else { return [] }
      guard bookmark.noteLines.count < 2 else {
        notice = Notice(text: say(.noteHasLines, label(of: .edit, in: .bookmarks)))
        return []
      }
      prompt = Prompt(kind: .note, field: TextField(bookmark.noteLines.first ?? ""), key: bookmark.key)
    case .editTags:
      guard let bookmark = bookmarks.selectedBookmark else { return [] }
      prompt = Prompt(kind: .tags, field: TextField(bookmark.tagLine), key: bookmark.key)
    case .left: return run(.back)
    case .edit: return [.editBookmarks(key: bookmarks.selectedBookmark?.key)]
    case .remove:
      guard let bookmark = bookmarks.selectedBookmark else { return [] }
      return [.removeBookmark(key: bookmark.key)]
    case .open, .right:
      guard let bookmark = bookmarks.selectedBookmark else { return [] }
      if let id = bookmark.article { return open(id) }
      if let url = bookmark.url { return open(url: url) }
      notice = Notice(text: say(.missing))
    default: break
    }
    return []
  }
}
