import ArgumentParser
import ArticleDump
import ArticleLibrary

/// File formats for exchanging bookmarks with other programs.
enum BookmarkFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// The Netscape bookmark file that all browsers read and write.
  case html
  case json
  case tsv
  case opml

  /// The format that a file's name implies.
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

  /// The format that the beginning of a text implies; tab-separated when nothing else fits.
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

  /// Reads bookmarks. Never fails; records that are not bookmarks are counted.
  func imported(_ bytes: [UInt8]) -> ImportedBookmarks {
    switch self {
    case .html: bookmarks(fromNetscape: MarkupPiece.pieces(of: bytes))
    case .opml: bookmarks(fromOPML: MarkupPiece.pieces(of: bytes))
    case .json: bookmarks(fromJSON: bytes)
    case .tsv: bookmarks(fromTSV: String(decoding: bytes, as: UTF8.self))
    }
  }
}

/// The bookmarks read from another program's file.
struct ImportedBookmarks: Sendable, Equatable {
  var bookmarks: [Bookmark] = []
  var refused: [Refusal] = []

  /// Why a record was not imported.
  enum Refusal: Sendable, Hashable {
    /// Neither an address nor a path.
    case namesNothing
    /// An address that is not `http` or `https`.
    case notOfTheWeb(String)
    /// A line, counted from 1, that is not JSON.
    case notJSON(line: Int)
  }

  /// The reasons, each with its count and first example; one line a reason.
  var reasons: [CommandSentence] {
    var reasons: [CommandSentence] = []
    let others = refused.filter { if case .notOfTheWeb = $0 { true } else { false } }
    if case .notOfTheWeb(let address)? = others.first {
      reasons.append(.leftOutOtherAddresses(count: others.count, example: String(address.prefix(60))))
    }
    let nameless = refused.count { $0 == .namesNothing }
    if nameless > 0 { reasons.append(.leftOutWithoutPlace(count: nameless)) }
    let broken = refused.filter { if case .notJSON = $0 { true } else { false } }
    if case .notJSON(let line)? = broken.first { reasons.append(.leftOutNoJSON(count: broken.count, line: line)) }
    return reasons
  }
}

extension Bookmark {
  /// The address, if it may be offered as a link.
  var webAddress: String? { url.flatMap { $0.isWebAddress ? $0 : nil } }

  /// The address, if it may only be shown as text.
  var otherAddress: String? { url.flatMap { $0.isWebAddress ? nil : $0 } }

  /// One object on a line; it shares the member names of `yuelan list --format json`.
  var json: String {
    jsonLine { json in
      writeEntry(to: &json)
      json.member("note", note)
      json.member("tags", tags)
    }
  }

  /// The members that bookmarks and highlights share.
  func writeEntry(to json: inout JSONWriter) {
    json.member("title", title)
    json.address(url)
    json.member("path", path)
    json.member("description", description)
    json.member("added", added)
    json.member("fingerprint", fingerprint?.text)
    json.member("heading", heading)
  }

  /// Title, URL, path, description, time added, heading, tags, note.
  var tsv: String {
    [
      title, webAddress ?? "", path ?? "", description, added ?? "", heading ?? "", tags.joined(separator: " "), note,
    ].map(tsvField).joined(separator: "\t")
  }

  /// Seconds since 1970, as in browsers' bookmark files.
  var addedInSeconds: Int64? {
    added.flatMap { Timestamp($0) }?.secondsSinceEpoch
  }
}

/// Reads lines of tab-separated fields: those of `Bookmark.tsv`, or a title and a URL in any order.
func bookmarks(fromTSV text: String) -> ImportedBookmarks {
  var result = ImportedBookmarks()
  for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0).trimmingSpace
    }
    func field(_ index: Int) -> String? {
      fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
    }
    if fields.count <= 3 {
      let url = fields.first(where: \.isWebAddress)
      let rest = fields.filter { $0 != url && !$0.isEmpty }
      if url != nil || rest.count > 1 {
        result.bookmarks.append(
          Bookmark(title: rest.first ?? url ?? "", url: url, path: url == nil ? rest.last : nil))
      } else {
        result.refused.append(.namesNothing)
      }
    } else if let url = field(1), !url.isWebAddress, field(2) == nil {
      result.refused.append(.notOfTheWeb(url))
    } else if field(1) != nil || field(2) != nil {
      result.bookmarks.append(
        Bookmark(
          title: fields[0], url: field(1).flatMap { $0.isWebAddress ? $0 : nil }, description: field(3) ?? "",
          path: field(2), added: field(4), note: field(7) ?? "",
          tags: field(6)?.split(separator: " ").map(String.init) ?? [], heading: field(5)))
    } else {
      result.refused.append(.namesNothing)
    }
  }
  return result
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
