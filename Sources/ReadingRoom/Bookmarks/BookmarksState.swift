/// The bookmarks room: the file's entries under its headings, filtered as one types.
struct BookmarksState: Sendable {
  /// `nil` until the file was read.
  var all: [Bookmark]?
  var field = TextField()
  var isFiltering = false
  var selected = 0
  /// The first entry on the screen.
  var top = 0
  private(set) var shown: [Bookmark] = []

  mutating func adopt(_ bookmarks: [Bookmark]) {
    let key = shown.indices.contains(selected) ? shown[selected].key : nil
    all = bookmarks
    filter()
    if let key, let index = shown.firstIndex(where: { $0.key == key }) { selected = index }
  }

  /// Shows entries that hold every word of the field, in title, note, tag, publisher or heading.
  mutating func filter() {
    let words = field.text.lowercased().split(separator: " ").map(String.init)
    shown = (all ?? []).filter { bookmark in
      let text = [
        bookmark.title, bookmark.note, bookmark.tags.map { "#" + $0 }.joined(separator: " "),
        bookmark.publisher ?? "", bookmark.heading ?? "", bookmark.date ?? "",
      ].joined(separator: "\n").lowercased()
      return words.allSatisfy { text.range(of: $0) != nil }
    }
    selected = max(0, min(selected, shown.count - 1))
    top = min(top, selected)
  }

  var selectedBookmark: Bookmark? { shown.indices.contains(selected) ? shown[selected] : nil }

  /// Rows that an entry takes: its heading where it changes, its title, its note.
  func rowCount(at index: Int) -> Int {
    let bookmark = shown[index]
    return 1 + (startsHeading(at: index) ? (index == 0 ? 1 : 2) : 0)
      + (bookmark.note.isEmpty && bookmark.tags.isEmpty ? 0 : 1)
  }

  func startsHeading(at index: Int) -> Bool {
    guard let heading = shown[index].heading, !heading.isEmpty else { return false }
    return index == 0 || shown[index - 1].heading != heading
  }

  mutating func move(by steps: Int, height: Int) {
    guard !shown.isEmpty else { return }
    let target = selected.addingReportingOverflow(steps)
    selected = target.overflow ? (steps > 0 ? shown.count - 1 : 0) : max(0, min(target.partialValue, shown.count - 1))
    show(height: height)
  }

  mutating func show(height: Int) {
    guard !shown.isEmpty else {
      top = 0
      return
    }
    top = max(0, min(top, selected))
    var rows = 0
    var index = selected
    while index >= top {
      rows += rowCount(at: index)
      if rows > max(1, height) {
        top = min(selected, index + 1)
        break
      }
      index -= 1
    }
  }
}
