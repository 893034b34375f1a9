import ArticleDump
import ArticleLibrary

/// Bookmarks as an outline (OPML 2.0): a heading is an outline that contains its bookmarks, each an outline of type
/// `link`.
func outline(of bookmarks: [Bookmark]) -> String {
  var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0">
      <head><title>Bookmarks</title></head>
      <body>

    """
  for group in bookmarks.grouped() {
    var indent = "    "
    if let heading = group.heading {
      text += "\(indent)<outline text=\"\(attribute(heading))\">\n"
      indent += "  "
    }
    for bookmark in group.bookmarks {
      text += "\(indent)<outline type=\"link\" text=\"\(attribute(bookmark.title))\""
      if let url = bookmark.webAddress { text += " url=\"\(attribute(url))\"" }
      if let address = bookmark.otherAddress { text += " address=\"\(attribute(address))\"" }
      if let path = bookmark.path { text += " path=\"\(attribute(path))\"" }
      if let added = bookmark.added { text += " created=\"\(attribute(added))\"" }
      if !bookmark.tags.isEmpty { text += " category=\"\(attribute(bookmark.tags.joined(separator: ",")))\"" }
      if !bookmark.description.isEmpty { text += " description=\"\(attribute(bookmark.description))\"" }
      if !bookmark.note.isEmpty { text += " note=\"\(attribute(bookmark.note))\"" }
      text += "/>\n"
    }
    if group.heading != nil { text += "    </outline>\n" }
  }
  return text + "  </body>\n</opml>\n"
}

/// An attribute's value: a line break must be written as a reference, or it reads as a space (XML 1.0, 3.3.3).
private func attribute(_ text: String) -> String {
  xmlEscaped(Sanitizer.sanitized(text, keepsLineBreaks: true)).split(separator: "\n", omittingEmptySubsequences: false)
    .joined(separator: "&#10;")
}

/// Reads an outline: everything with a URL is a bookmark; the nearest enclosing outline without one is its heading.
/// Feed lists of news readers become bookmarks of the feeds' pages.
func bookmarks(fromOPML pieces: [MarkupPiece]) -> ImportedBookmarks {
  var result = ImportedBookmarks()
  // The headings of the open outlines; nil for bookmarks.
  var open: [String?] = []
  for piece in pieces {
    switch piece {
    case .open("outline", let attributes, let isSelfClosing):
      let url = attributes["url"] ?? attributes["htmlurl"] ?? attributes["xmlurl"]
      let title = attributes["text"] ?? attributes["title"] ?? ""
      let isBookmark = url != nil || attributes["path"] != nil
      if let url, !url.isWebAddress, attributes["path"] == nil {
        result.refused.append(.notOfTheWeb(url))
      } else if isBookmark {
        result.bookmarks.append(
          Bookmark(
            title: title.isEmpty ? url ?? "" : title, url: url.flatMap { $0.isWebAddress ? $0 : nil },
            description: attributes["description"] ?? "",
            path: attributes["path"],
            added: attributes["created"].flatMap { Timestamp($0)?.iso8601 },
            note: attributes["note"] ?? attributes["_note"] ?? "",
            tags: attributes["category"]?.split(separator: ",").map { String($0).trimmingSpace } ?? [],
            heading: open.last(where: { $0 != nil }) ?? nil))
      }
      if !isSelfClosing { open.append(isBookmark ? nil : title) }
    case .close("outline"):
      if !open.isEmpty { open.removeLast() }
    default: break
    }
  }
  return result
}
