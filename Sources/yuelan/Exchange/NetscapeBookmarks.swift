import ArticleDump
import ArticleLibrary

/// The Netscape bookmark file: nested `<DL>` lists, folders as `<H3>`, bookmarks as `<A>`, their notes as `<DD>`.
///
/// `PATH` and `DESCRIPTION` are our additions, so that nothing is lost; browsers ignore them.
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
      // Browsers follow whatever is in HREF: only web addresses may be there.
      var attributes = bookmark.webAddress.map { "HREF=\"\(xmlEscaped($0))\"" } ?? ""
      if let seconds = bookmark.addedInSeconds { attributes += " ADD_DATE=\"\(seconds)\"" }
      if !bookmark.tags.isEmpty { attributes += " TAGS=\"\(xmlEscaped(bookmark.tags.joined(separator: ",")))\"" }
      if let path = bookmark.path { attributes += " PATH=\"\(xmlEscaped(path))\"" }
      if !bookmark.description.isEmpty {
        attributes += " DESCRIPTION=\"\(xmlEscaped(Sanitizer.sanitized(bookmark.description)))\""
      }
      text +=
        "\(indent)<DT><A\(attributes.isEmpty || attributes.hasPrefix(" ") ? "" : " ")\(attributes)>\(xmlEscaped(Sanitizer.sanitized(bookmark.title)))</A>\n"
      let note = [bookmark.description, bookmark.otherAddress ?? "", bookmark.note].filter { !$0.isEmpty }.joined(
        separator: "\n")
      if !note.isEmpty {
        text += "\(indent)<DD>\(xmlEscaped(Sanitizer.sanitized(note, keepsLineBreaks: true)))\n"
      }
    }
    if group.heading != nil { text += "    </DL><p>\n" }
  }
  return text + "</DL><p>\n"
}

/// Reads a Netscape bookmark file, or any page with a list of links, such as bookmarking services export; the innermost
/// folder's name becomes the heading.
func bookmarks(fromNetscape pieces: [MarkupPiece]) -> ImportedBookmarks {
  var reader = NetscapeReader()
  for piece in pieces { reader.read(piece) }
  reader.finishNote()
  return ImportedBookmarks(bookmarks: reader.bookmarks, refused: reader.refused)
}

private struct NetscapeReader {
  private(set) var bookmarks: [Bookmark] = []
  private(set) var refused: [ImportedBookmarks.Refusal] = []
  /// The names of the open folders; the file's outermost list has none.
  private var folders: [String?] = []
  private var nextFolder: String?
  private var target: Target?
  private var text = ""

  private enum Target { case title, note, folderName, folderNote }

  mutating func read(_ piece: MarkupPiece) {
    switch piece {
    case .text(let run): text += run
    case .open("a", let attributes, _):
      finishNote()
      guard let bookmark = Bookmark(anchor: attributes, heading: folders.last ?? nil) else {
        let address = attributes["href"] ?? ""
        refused.append(address.isEmpty ? .namesNothing : .notOfTheWeb(address))
        return target = nil
      }
      bookmarks.append(bookmark)
      (target, text) = (.title, "")
    case .close("a"):
      if target == .title, let last = bookmarks.indices.last {
        let title = text.trimmingSpace
        bookmarks[last].title = title.isEmpty ? bookmarks[last].name : title
      }
      target = nil
    case .open("h3", _, _):
      finishNote()
      (target, text) = (.folderName, "")
    case .close("h3"):
      if target == .folderName { nextFolder = text.trimmingSpace }
      target = nil
    case .open("dd", _, _):
      finishNote()
      // Between a folder's name and its list there may be a note about the folder.
      (target, text) = (nextFolder == nil ? .note : .folderNote, "")
    case .open("dl", _, _):
      finishNote()
      folders.append(nextFolder)
      nextFolder = nil
    case .close("dl"):
      finishNote()
      if !folders.isEmpty { folders.removeLast() }
    case .open("dt", _, _), .open("hr", _, _): finishNote()
    default: break
    }
  }

  mutating func finishNote() {
    if target == .note, let last = bookmarks.indices.last {
      var note = text.trimmingSpace[...]
      let description = bookmarks[last].description
      // Our own files repeat the description, because browsers show nothing else.
      if !description.isEmpty, note.hasPrefix(description) { note = note.dropFirst(description.count) }
      bookmarks[last].note = String(note).trimmingSpace
    }
    if target != .title { target = nil }
  }
}

extension Bookmark {
  /// The bookmark of a link; `nil` for anything that is neither a page nor a file, such as an anchor or a script.
  fileprivate init?(anchor attributes: [String: String], heading: String?) {
    let target = attributes["href"] ?? ""
    let url: String?
    let path: String?
    if target.isWebAddress {
      (url, path) = (target, attributes["path"])
    } else {
      // Version 0.1.0 wrote the path of a dump without an address as its address.
      guard !hasScheme(target), let place = attributes["path"] ?? (target.isEmpty ? nil : target) else { return nil }
      (url, path) = (nil, place)
    }
    let seconds = (attributes["add_date"] ?? attributes["time_added"]).flatMap(Int64.init).flatMap(secondsOfAddDate)
    self.init(
      title: "", url: url, description: attributes["description"] ?? "", path: path,
      added: seconds.map { Timestamp(secondsSinceEpoch: $0).iso8601 },
      tags: attributes["tags"]?.split(separator: ",").map { String($0).trimmingSpace }.filter { !$0.isEmpty } ?? [],
      heading: heading)
  }
}

/// Converts a program's time to seconds since 1970: from seconds, milliseconds or microseconds.
///
/// - Returns: `nil` for a time that is in none of these units between 1970 and 5138.
func secondsOfAddDate(_ number: Int64) -> Int64? {
  let limit: Int64 = 100_000_000_000
  return [1, 1000, 1_000_000].lazy.map { number / $0 }.first { $0 < limit }.flatMap { $0 > 0 ? $0 : nil }
}

/// Whether a link begins with a scheme (RFC 3986, 3.1). A single letter is a drive.
private func hasScheme(_ link: String) -> Bool {
  guard let colon = link.firstIndex(of: ":") else { return false }
  let scheme = link[..<colon]
  return scheme.count > 1 && scheme.first?.isLetter == true
    && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
}

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
