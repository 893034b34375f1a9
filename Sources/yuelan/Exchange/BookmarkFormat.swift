import ArgumentParser
import ArticleDump
import ArticleLibrary

/// Forms in which bookmarks travel to and from other programs.
enum BookmarkFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// The Netscape bookmark file that every browser reads and writes.
  case html
  case json
  case tsv
  case opml

  /// The form that a file's name tells.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "json", "jsonl", "ndjson": self = .json
    case "tsv", "txt", "csv": self = .tsv
    case "opml", "xml": self = .opml
    default: return nil
    }
  }

  /// The form that a text's beginning tells; tab-separated when nothing else fits.
  init(sniffing bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    if start.contains("netscape-bookmark") || start.contains("<dl") || start.contains("<html") {
      self = .html
    } else if start.contains("<opml") {
      self = .opml
    } else if let first = start.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }), first == "{" || first == "[" {
      self = .json
    } else {
      self = .tsv
    }
  }

  func exported(_ bookmarks: [Bookmark]) -> String {
    switch self {
    case .html: netscapeBookmarks(bookmarks)
    case .json: bookmarks.map(\.json).joined()
    case .tsv: bookmarks.map { $0.tsv + "\n" }.joined()
    case .opml: outline(of: bookmarks)
    }
  }

  /// Reads bookmarks. Total: what is none is passed over.
  func imported(_ bytes: [UInt8]) -> [Bookmark] {
    switch self {
    case .html: bookmarks(fromNetscape: MarkupPiece.pieces(of: bytes))
    case .opml: bookmarks(fromOPML: MarkupPiece.pieces(of: bytes))
    case .json: bookmarks(fromJSON: bytes)
    case .tsv: bookmarks(fromTSV: String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension Bookmark {
  /// One object on a line; the members of `yuelan list --format json` where they are the same facts.
  var json: String {
    jsonLine { json in
      json.member("title", title)
      json.member("url", url)
      json.member("path", path)
      json.member("description", description)
      json.member("added", added)
      json.member("heading", heading)
      json.member("note", note)
      json.member("tags", tags)
    }
  }

  /// Title, URL, path, description, time added, heading, tags, note.
  var tsv: String {
    [
      title, url ?? "", path ?? "", description, added ?? "", heading ?? "", tags.joined(separator: " "), note,
    ].map(tsvField).joined(separator: "\t")
  }

  /// Seconds since 1970, as bookmark files of browsers count.
  var addedInSeconds: Int64? {
    added.flatMap { Timestamp($0) }?.secondsSinceEpoch
  }
}

/// Reads lines of tab-separated fields: those of `Bookmark.tsv`, or a title and a URL in any order.
func bookmarks(fromTSV text: String) -> [Bookmark] {
  text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0).trimmingSpace
    }
    if fields.count <= 3 {
      let url = fields.first(where: isOfTheWeb)
      let rest = fields.filter { $0 != url && !$0.isEmpty }
      guard url != nil || rest.count > 1 else { return nil }
      return Bookmark(title: rest.first ?? url ?? "", url: url, path: url == nil ? rest.last : nil)
    }
    func field(_ index: Int) -> String? {
      fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
    }
    guard field(1) != nil || field(2) != nil else { return nil }
    return Bookmark(
      title: fields[0], url: field(1), description: field(3) ?? "", path: field(2), added: field(4),
      note: field(7) ?? "", tags: field(6)?.split(separator: " ").map(String.init) ?? [], heading: field(5))
  }
}

extension String {
  /// Without white space at both ends.
  var trimmingSpace: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
