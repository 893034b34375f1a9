@testable import ArticleLibrary

extension FuzzTarget {
  /// A bookmarks file: foreign lines stay byte for byte, an entry that is written is found again.
  static let bookmarks = FuzzTarget(name: "bookmarks") { input in
    let text = BookmarkText(input)
    promise(text.bytes == input, "a file that is only read changes")
    var next = 0
    for entry in text.entries {
      promise(entry.lines.lowerBound >= next && !entry.lines.isEmpty, "entries overlap")
      promise(entry.lines.upperBound <= text.lineCount, "an entry beyond the file")
      next = entry.lines.upperBound
    }
    guard let entry = text.entries.first else { return }
    let (above, below) = (text.lines(0..<entry.lines.lowerBound), text.lines(entry.lines.upperBound..<text.lineCount))
    let without = text.removing([entry])
    promise(without == Array(above + below), "removing changes other lines")
    promise(
      BookmarkChange.removed([entry], of: text).undone(in: BookmarkText(without)) == input, "undoing gives another file")
    let bookmark = text.bookmark(entry)
    let again = BookmarkText(BookmarkLine.format(bookmark))
    promise(again.entries.count == 1, "what is written is not one entry")
    promise(again.bookmark(again.entries[0]).path == bookmark.path, "another path comes back")
  }
}
