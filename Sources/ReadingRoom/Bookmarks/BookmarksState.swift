import Text

/// The bookmarks room: the file's entries under its headings, filtered while the user types.
struct BookmarksState: Sendable {
  /// `nil` until the file has been read.
  var all: [BookmarkEntry]?
  var field = TextField()
  var isFiltering = false
  var selected = 0
  /// The first entry on the screen.
  var top = 0
  var order = Order.file

  enum Order: Sendable, Hashable, CaseIterable {
    /// In the file's order, under its headings.
    case file
    /// Those added last come first.
    case added
    case title
  }
  private(set) var shown: [BookmarkEntry] = []

  mutating func accept(_ bookmarks: [BookmarkEntry]) {
    let key = shown.indices.contains(selected) ? shown[selected].key : nil
    all = bookmarks
    folded = bookmarks.map { bookmark in
      let text = [
        bookmark.title, bookmark.note, bookmark.highlight?.quotation ?? "",
        bookmark.tags.map { "#" + $0 }.joined(separator: " "),
        bookmark.publisher ?? "", bookmark.heading ?? "", bookmark.date ?? "",
      ].joined(separator: "\n")
      return Array(ComparisonForm.of(text).utf8)
    }
    filter()
    if let key, let index = shown.firstIndex(where: { $0.key == key }) { selected = index }
  }

  /// Shows entries that contain every word of the field, in title, note, tag, publisher or heading; `#` with a word
  /// matches tags that begin with it.
  mutating func filter() {
    let wanted = ComparisonForm.of(field.text).split(separator: " ").map { (word: $0, bytes: Array($0.utf8)) }
    let all = all ?? []
    shown = all.indices.filter { index in
      wanted.allSatisfy { word, bytes in
        guard word.hasPrefix("#") else { return BookmarksState.contains(folded[index], bytes) }
        return all[index].tags.contains { ("#" + ComparisonForm.of($0)).hasPrefix(word) }
      }
    }.map { all[$0] }
    switch order {
    case .file: break
    case .added:
      shown = shown.enumerated().sorted { ($1.element.added ?? "", $0.offset) < ($0.element.added ?? "", $1.offset) }
        .map(\.element)
    case .title:
      shown = shown.enumerated().sorted { ($0.element.title, $0.offset) < ($1.element.title, $1.offset) }.map(\.element)
    }
    selected = max(0, min(selected, shown.count - 1))
    top = min(top, selected)
  }

  /// Every tag in the file, the most used first.
  var tags: [String] {
    var counts: [String: Int] = [:]
    for bookmark in all ?? [] { for tag in bookmark.tags { counts[tag, default: 0] += 1 } }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Replaces the last word of the field by the next tag that begins with it.
  mutating func completeTag(by step: Int) {
    var words = field.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let last = words.popLast(), last.hasPrefix("#") else { return }
    let typed = completed.flatMap { "#" + $0.tag == last ? $0.typed : nil } ?? String(last.dropFirst())
    let beginning = ComparisonForm.of(typed)
    let candidates = tags.filter { ComparisonForm.of($0).hasPrefix(beginning) }
    guard !candidates.isEmpty else { return }
    let current = candidates.firstIndex { "#" + $0 == last && completed != nil }
    let next =
      current.map { ($0 + step + candidates.count) % candidates.count } ?? (step > 0 ? 0 : candidates.count - 1)
    completed = (typed, candidates[next])
    field.replace(with: (words + ["#" + candidates[next]]).joined(separator: " "))
    filter()
  }

  /// The typed beginning of a tag, and the tag that completes it.
  private var completed: (typed: String, tag: String)?

  /// The text in which each entry is searched, in its form for comparing, since thousands of entries are searched at
  /// every key.
  private var folded: [[UInt8]] = []

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    word.isEmpty
      || text.withUnsafeBufferPointer { text in
        word.withUnsafeBufferPointer { ByteSearch.offset(of: $0, in: text) != nil }
      }
  }

  var selectedBookmark: BookmarkEntry? { shown.indices.contains(selected) ? shown[selected] : nil }

  /// Rows that an entry takes: its heading where it changes, its title, its note.
  func rowCount(at index: Int) -> Int {
    let bookmark = shown[index]
    return 1 + (startsHeading(at: index) ? (index == 0 ? 1 : 2) : 0)
      + (bookmark.note.isEmpty && bookmark.tags.isEmpty && bookmark.highlight == nil ? 0 : 1)
  }

  func startsHeading(at index: Int) -> Bool {
    guard order == .file, let heading = shown[index].heading, !heading.isEmpty else { return false }
    return index == 0 || shown[index - 1].heading != heading
  }

  mutating func move(by steps: Int, height: Int) {
    guard !shown.isEmpty else { return }
    selected = selected.moved(by: steps, within: shown.count)
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
