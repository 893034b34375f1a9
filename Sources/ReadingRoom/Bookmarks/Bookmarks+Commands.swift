extension State {
  mutating func performInBookmarks(_ command: Command) -> [Effect] {
    let height = screen.body.rows
    switch command {
    case .lineDown: bookmarks.move(by: 1, height: height)
    case .lineUp: bookmarks.move(by: -1, height: height)
    case .pageDown: bookmarks.move(by: max(1, height - 1), height: height)
    case .pageUp: bookmarks.move(by: -max(1, height - 1), height: height)
    case .halfPageDown: bookmarks.move(by: max(1, height / 2), height: height)
    case .halfPageUp: bookmarks.move(by: -max(1, height / 2), height: height)
    case .first: bookmarks.move(by: Int.min, height: height)
    case .last: bookmarks.move(by: Int.max, height: height)
    case .filter: bookmarks.isFiltering = true
    case .left: return perform(.back)
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
