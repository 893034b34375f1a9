import ArticleDump
import Text

/// The entries of a feed file: RSS 0.9 to 2.0, RDF and Atom.
///
/// Source: RSS 2.0 (rssboard.org), RSS 1.0 modules `content` and `dc`, RFC 4287.
struct FeedReader {
  private var scanner: XMLScanner
  private var feedTitle = ""

  init(_ bytes: [UInt8]) { scanner = XMLScanner(bytes) }

  static func isFeed(root: String) -> Bool { ["rss", "feed", "RDF"].contains(root) }

  /// Calls the body for each entry that has text.
  mutating func forEach(_ body: (ArticleTranscript) -> Bool) {
    var depth = 0
    while let piece = scanner.next() {
      guard case .start(let name, _, let isEmpty) = piece else {
        if case .end = piece { depth -= 1 }
        continue
      }
      switch XMLScanner.local(name) {
      case "item" where !isEmpty, "entry" where !isEmpty:
        if let article = entry(name), !body(article) { return }
      // The feed's own title is before its entries, directly below its root or its channel.
      case "title" where !isEmpty && feedTitle.isEmpty && depth <= 2:
        feedTitle = content(name).trimmedOfBlanks.onOneLine
      default: if !isEmpty { depth += 1 }
      }
    }
  }

  private struct Body {
    var rank = 0
    var bytes: [UInt8] = []
    var format = ArticleTranscript.Format.html
  }

  private mutating func entry(_ entryName: String) -> ArticleTranscript? {
    var article = ArticleTranscript()
    var body = Body()
    var updated: String?
    var identifier: String?
    while let piece = scanner.next() {
      if case .end(let name) = piece, name == entryName { break }
      guard case .start(let name, let attributes, let isEmpty) = piece else { continue }
      let local = XMLScanner.local(name)
      if local == "link" {
        let text = isEmpty ? "" : content(name).trimmedOfBlanks
        let address = attributes["href"] ?? text
        let isOwn = attributes["rel"].map { $0 == "alternate" } ?? true
        if isOwn, article.url == nil, !address.isEmpty { article.url = address }
        continue
      }
      if local == "category" {
        let text = attributes["label"] ?? attributes["term"] ?? (isEmpty ? "" : content(name).trimmedOfBlanks)
        if article.tags.count < 100, !text.isEmpty { article.tags.append(text) }
        if !isEmpty, attributes["label"] ?? attributes["term"] != nil { _ = content(name) }
        continue
      }
      guard !isEmpty else { continue }
      switch local {
      case "title" where !name.hasPrefix("media:") && article.title.isEmpty:
        article.title = Self.plain(Array(content(name).utf8))
      case "pubDate", "published", "issued": article.date = content(name).trimmedOfBlanks
      case "date" where article.date == nil: article.date = content(name).trimmedOfBlanks
      case "updated", "modified": updated = content(name).trimmedOfBlanks
      case "guid", "id": identifier = content(name).trimmedOfBlanks
      case "creator", "author":
        let text = Self.author(content(name, only: "name")).trimmedOfBlanks
        if !text.isEmpty, article.authors.count < 20, !article.authors.contains(text) { article.authors.append(text) }
      case "encoded": readBody(name, attributes, rank: 4, &body)
      case "content" where !name.hasPrefix("media:"): readBody(name, attributes, rank: 3, &body)
      case "description" where !name.hasPrefix("media:"): readBody(name, attributes, rank: 2, &body)
      case "summary": readBody(name, attributes, rank: 1, &body)
      default: pass(name)
      }
    }
    guard !body.bytes.isEmpty else { return nil }
    if article.url == nil, let identifier, identifier.holds("://") { article.url = identifier }
    article.date = article.date ?? updated
    article.fed = article.date.flatMap { Timestamp($0) }
    article.source = feedTitle.isEmpty ? nil : feedTitle
    article.body = body.bytes
    article.format = body.format
    return article
  }

  private mutating func readBody(_ name: String, _ attributes: [String: String], rank: Int, _ body: inout Body) {
    let start = scanner.position
    let text = content(name)
    guard rank > body.rank, text.hasMoreNonBlanks(than: 0) else { return }
    body.rank = rank
    body.format = .html
    switch attributes["type"] {
    // The markup is in the feed itself.
    case "xhtml", "application/xhtml+xml":
      let source = scanner.bytes[start..<scanner.position]
      let end = source.lastIndex(of: 0x3C) ?? source.endIndex
      body.bytes = Array(source[..<end])
    case "text", "text/plain":
      body.bytes = Array(text.utf8)
      body.format = .text
    case nil where name.hasSuffix("summary") || name.hasSuffix("content") && !text.holds("<"):
      body.bytes = Array(text.utf8)
      body.format = .text
    default: body.bytes = Array(text.utf8)
    }
  }

  /// All text up to the end of an element.
  ///
  /// - Parameter only: The only element whose text counts, if it occurs.
  private mutating func content(_ name: String, only: String? = nil) -> String {
    var text = ""
    var inner = ""
    var depth = 0
    var isInside = false
    while let piece = scanner.next() {
      switch piece {
      case .text(let more):
        text += more
        if isInside { inner += more }
      case .start(let other, _, let isEmpty):
        if other == name, !isEmpty { depth += 1 }
        if let only, XMLScanner.local(other) == only { isInside = !isEmpty }
      case .end(let other):
        if let only, XMLScanner.local(other) == only { isInside = false }
        guard other == name else { continue }
        if depth == 0 { return inner.isEmpty ? text : inner }
        depth -= 1
      }
    }
    return inner.isEmpty ? text : inner
  }

  private mutating func pass(_ name: String) { _ = content(name) }

  /// Text without markup, which some feeds put into titles too.
  static func plain(_ bytes: [UInt8]) -> String {
    var plain = ""
    var scanner = XMLScanner(bytes)
    while let piece = scanner.next() {
      if case .text(let more) = piece { plain += more }
    }
    return plain.trimmedOfBlanks.onOneLine
  }

  /// RSS has `mail@example.com (Name)`.
  private static func author(_ text: String) -> String {
    guard text.holds("@"), let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
      return text
    }
    return String(text[text.index(after: open)..<close])
  }
}
