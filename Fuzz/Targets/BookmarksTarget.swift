@testable import ArticleLibrary

extension FuzzTarget {
  /// A bookmarks file: foreign lines stay byte for byte, an entry that is written is found again.
  static let bookmarks = FuzzTarget(name: "bookmarks") { input in
    let text = BookmarkText(input)
    promise(text.bytes == input, "a file that is only read changes")
    var next = 0
    for entry in text.entries {
      promise(entry.lines.lowerBound >= next && !entry.lines.isEmpty, "entries overlap")
      promise(entry.lines.upperBound <= text.lines.count, "an entry beyond the file")
      next = entry.lines.upperBound
    }
    guard let entry = text.entries.first else { return }
    var without = text
    without.remove([entry])
    let others = text.lines[..<entry.lines.lowerBound] + text.lines[entry.lines.upperBound...]
    promise(without.bytes == Array(others.joined()), "removing changes other lines")
    let written = BookmarkLine.format(entry.bookmark)
    let again = BookmarkText(written).entries
    promise(again.count == 1, "what is written is not one entry")
    promise(again[0].bookmark.path == entry.bookmark.path, "another path comes back")
  }
}
