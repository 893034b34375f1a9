import ArticleDump
import ArticleLibrary

/// The Netscape bookmark file: nested `<DL>` lists, a folder as `<H3>`, a bookmark as `<A>`, its note as `<DD>`.
///
/// Source: Microsoft's "Netscape Bookmark File Format", the only description there is; browsers add `TAGS`.
func netscapeBookmarks(_ bookmarks: [Bookmark]) -> String {
  var text = """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
    <TITLE>Bookmarks</TITLE>
    <H1>Bookmarks</H1>
    <DL><p>

    """
  for group in bookmarks.grouped() {
    var indent = "    "
    if let heading = group.heading {
      text += "\(indent)<DT><H3>\(xmlEscaped(heading))</H3>\n\(indent)<DL><p>\n"
      indent += "    "
    }
    for bookmark in group.bookmarks {
      var attributes = "HREF=\"\(xmlEscaped(bookmark.url ?? bookmark.path ?? ""))\""
      if let seconds = bookmark.addedInSeconds { attributes += " ADD_DATE=\"\(seconds)\"" }
      if !bookmark.tags.isEmpty { attributes += " TAGS=\"\(xmlEscaped(bookmark.tags.joined(separator: ",")))\"" }
      text += "\(indent)<DT><A \(attributes)>\(xmlEscaped(Sanitizer.sanitized(bookmark.title)))</A>\n"
      let note = [bookmark.description, bookmark.note].filter { !$0.isEmpty }.joined(separator: "\n")
      if !note.isEmpty {
        text += "\(indent)<DD>\(xmlEscaped(Sanitizer.sanitized(note, keepsLineBreaks: true)))\n"
      }
    }
    if group.heading != nil { text += "    </DL><p>\n" }
  }
  return text + "</DL><p>\n"
}

/// Reads a Netscape bookmark file; the innermost folder's name becomes the heading.
func bookmarks(fromNetscape pieces: [MarkupPiece]) -> [Bookmark] {
  var result: [Bookmark] = []
  // Names of the open folders; the file's own list has none.
  var folders: [String?] = []
  var nextFolder: String?
  var target: Target?
  var text = ""

  func finishNote() {
    let note = text.trimmingSpace
    if target == .note, !note.isEmpty, let last = result.indices.last { result[last].note = note }
    if target == .note { target = nil }
  }

  for piece in pieces {
    switch piece {
    case .text(let run): text += run
    case .open("a", let attributes, _):
      finishNote()
      let url = attributes["href"] ?? ""
      // A place is no page: Firefox writes its queries so.
      guard !url.isEmpty, !url.hasPrefix("place:"), !url.hasPrefix("javascript:") else { continue }
      result.append(
        Bookmark(
          title: "", url: WebAddress(url) == nil ? nil : url, path: WebAddress(url) == nil ? url : nil,
          added: attributes["add_date"].flatMap(Int64.init).map { Timestamp(secondsSinceEpoch: $0).iso8601 },
          tags: attributes["tags"]?.split(separator: ",").map { String($0).trimmingSpace } ?? [],
          heading: folders.last ?? nil))
      (target, text) = (.title, "")
    case .close("a"):
      if target == .title, let last = result.indices.last {
        let title = text.trimmingSpace
        result[last].title = title.isEmpty ? result[last].key : title
      }
      target = nil
    case .open("h3", _, _):
      finishNote()
      text = ""
    case .close("h3"): nextFolder = text.trimmingSpace
    case .open("dd", _, _):
      finishNote()
      (target, text) = (.note, "")
    case .open("dl", _, _):
      finishNote()
      folders.append(nextFolder)
      nextFolder = nil
    case .close("dl"):
      finishNote()
      if !folders.isEmpty { folders.removeLast() }
    case .open("dt", _, _): finishNote()
    default: break
    }
  }
  finishNote()
  return result
}

private enum Target { case title, note }

extension [Bookmark] {
  /// Runs of bookmarks under the same heading, in order.
  func grouped() -> [(heading: String?, bookmarks: [Bookmark])] {
    var groups: [(heading: String?, bookmarks: [Bookmark])] = []
    for bookmark in self {
      if let last = groups.indices.last, groups[last].heading == bookmark.heading {
        groups[last].bookmarks.append(bookmark)
      } else {
        groups.append((bookmark.heading, [bookmark]))
      }
    }
    return groups
  }
}
