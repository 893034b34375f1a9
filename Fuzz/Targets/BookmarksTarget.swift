@testable import ArticleLibrary

extension FuzzTarget {
  /// A bookmarks file or a highlights file, which have the same format: foreign lines stay byte for byte, and entries,
  /// notes and passages are found again after they are written.
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
      BookmarkChange.removed([entry], of: text).undone(in: BookmarkText(without)) == input, "undoing gives another file"
    )
    func isElsewhereAsBefore(_ changed: BookmarkText) -> Bool {
      changed.bytes.starts(with: above) && changed.bytes.suffix(below.count).elementsEqual(below)
    }
    let noted = BookmarkText(text.settingNote("新的\n一段 #标签", of: entry))
    promise(isElsewhereAsBefore(noted), "a note changes other lines")
    promise(noted.bookmarks.contains { $0.note.hasPrefix("新的\n一段 #标签") }, "a note that is written is not there")
    let bookmark = text.bookmark(entry)
    if bookmark.passage != nil {
      let passage = Passage(utf8Range: 3..<9, color: .blue)
      let changed = BookmarkText(text.settingPassage(passage, note: "> 引\n\n新话", of: entry))
      promise(isElsewhereAsBefore(changed), "a highlight's color changes other lines")
      promise(
        changed.bookmarks.contains { $0.passage == passage && $0.quotation == "引" && $0.remark.hasPrefix("新话") },
        "a highlight that is changed is not there")
    }
    let shown = Bookmark.highlights(text.bookmarks)
    promise(Set(shown.map(\.passageKey)).count == shown.count, "a highlight is shown twice")
    let again = BookmarkText(BookmarkLine.format(bookmark))
    promise(again.entries.count == 1, "what is written is not one entry")
    promise(again.bookmark(again.entries[0]).path == bookmark.path, "another path comes back")
  }
}
