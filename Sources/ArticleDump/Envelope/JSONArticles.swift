import Text

/// Articles that readers and services export as JSON: Readability, wallabag, Omnivore, Readeck, Pocket's successors,
/// JSON Feed, issues of a code forge. One object is one article; an array, or an object around one, has many.
package struct JSONArticles: Sendable {
  package private(set) var articles: [ArticleTranscript] = []
  /// Whether the document is a single article rather than a list.
  package private(set) var isSingle = false

  /// Keys by meaning, the most reliable first.
  private enum Keys {
    static let title = ["title", "name", "headline"]
    static let url = [
      "url", "original_url", "originalArticleUrl", "originalUrl", "html_url", "external_url", "uri", "link",
      "resolved_url", "given_url", "canonicalUrl", "canonical_url", "href",
    ]
    static let html = ["content", "content_html", "contentHtml", "html", "body_html", "readableContent", "article"]
    static let markdown = ["markdown", "body", "contentMarkdown", "content_markdown"]
    static let text = ["content_text", "textContent", "text"]
    static let date = [
      "published_at", "publishedTime", "publishedAt", "date_published", "datePublished", "published", "pubDate", "date",
      "created_at", "createdAt", "savedAt", "created",
    ]
    static let authors = ["authors", "author", "byline", "published_by", "creator", "user"]
    static let tags = ["tags", "labels", "tag_list", "categories"]
    static let source = ["siteName", "site_name", "domain_name", "site"]
    static let language = ["language", "lang"]
    static let lists = ["items", "articles", "entries", "posts", "bookmarks", "data", "list", "_embedded"]
  }

  /// Whether the bytes may begin such a document.
  package static func mayBegin(_ bytes: some Collection<UInt8>) -> Bool {
    let start = bytes.prefix(64).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard let first = start.first, first == 0x7B || first == 0x5B else { return false }
    // Markdown begins with brackets too, but a key or another bracket follows here.
    return start.dropFirst().first { $0 > 0x20 }.map { [0x22, 0x7B, 0x5B].contains($0) } ?? false
  }

  /// - Parameter isHead: Whether the bytes may be only the beginning, in which case open values have to be closed.
  /// - Returns: `nil` for anything but JSON that contains an article.
  package init?(_ bytes: [UInt8], isHead: Bool = false) {
    guard Self.mayBegin(bytes) else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    guard let value = JSONReader.value(start) ?? (isHead ? JSONReader.value(Self.closed(start)) : nil) else {
      return nil
    }
    if let article = Self.article(value) {
      articles = [article]
      isSingle = true
    } else {
      articles = Self.list(value).compactMap(Self.article)
    }
    guard !articles.isEmpty else { return nil }
  }

  private static func list(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { return elements }
    for key in Keys.lists {
      if case .array(let elements) = value[key] { return elements }
      if case .object = value[key] {
        let inner = list(value[key])
        if !inner.isEmpty { return inner }
      }
    }
    return []
  }

  private static func article(_ value: JSONValue) -> ArticleTranscript? {
    guard case .object = value else { return nil }
    var article = ArticleTranscript()
    article.title = text(value, Keys.title) ?? ""
    article.url = Keys.url.lazy.compactMap { value[$0].string }.first { $0.holds("://") }
    guard readBody(of: value, into: &article), !article.title.isEmpty || article.url != nil else { return nil }
    article.date = Keys.date.lazy.compactMap { date(value[$0]) }.first
    article.authors = Keys.authors.lazy.map { names(value[$0]) }.first { !$0.isEmpty } ?? []
    article.tags = Keys.tags.lazy.map { names(value[$0]) }.first { !$0.isEmpty } ?? []
    article.source = text(value, Keys.source)
    article.language = text(value, Keys.language)
    return article
  }

  /// - Returns: Whether there is any text.
  private static func readBody(of value: JSONValue, into article: inout ArticleTranscript) -> Bool {
    if let html = text(value, Keys.html) {
      article.body = Array(html.utf8)
      // A value under `content` may be Markdown.
      if !html.holds("<") { article.format = .markdown }
      return true
    }
    var parts = [text(value, Keys.markdown)].compactMap(\.self)
    // An issue that only links to a page has the text in its comments.
    if let part = parts.first, part.holds("://"), !part.contains(where: \.isWhitespace) {
      article.url = part
      parts = []
    }
    parts += value["comments"].array.compactMap { text($0, Keys.markdown) }
    if !parts.isEmpty {
      article.body = Array(parts.joined(separator: "\n\n---\n\n").utf8)
      article.format = .markdown
      return true
    }
    guard let plain = text(value, Keys.text) else { return false }
    article.body = Array(plain.utf8)
    article.format = .text
    return true
  }

  private static func text(_ value: JSONValue, _ keys: [String]) -> String? {
    keys.lazy.compactMap { value[$0].string }.first { $0.hasMoreNonBlanks(than: 0) }
  }

  /// A time as text; one in seconds or milliseconds is written as a date and a time.
  private static func date(_ value: JSONValue) -> String? {
    if let text = value.string { return text.utf8.contains { $0 &- 0x30 < 10 } ? text : nil }
    guard let number = value.int, number > 100_000_000 else { return nil }
    return Timestamp(epochMilliseconds: Int64(number > 100_000_000_000 ? number : number * 1000)).iso8601
  }

  /// Names: a string, several strings, or objects with a name.
  private static func names(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): text.isEmpty ? [] : [text]
    case .array(let elements): elements.prefix(100).compactMap(name)
    case .object: name(value).map { [$0] } ?? []
    default: []
    }
  }

  private static func name(_ value: JSONValue) -> String? {
    value.string ?? text(value, ["name", "label", "login", "title", "slug"])
  }

  /// Completes a truncated document: open values are closed after the last complete one, or within a string that is cut
  /// off.
  static func closed(_ bytes: [UInt8]) -> [UInt8] {
    var closers: [UInt8] = []
    var isInText = false
    var isKey = false
    var index = 0
    var safe = (end: 0, closers: [UInt8]())
    while index < bytes.count, closers.count < 512 {
      let byte = bytes[index]
      index += 1
      if isInText {
        if byte == 0x5C {
          index += 1
        } else if byte == 0x22 {
          isInText = false
          if !isKey { safe = (index, closers) }
        } else if !isKey, byte < 0x80 {
          safe = (index, closers + [0x22])
        }
        continue
      }
      switch byte {
      case 0x22: isInText = true
      case 0x7B:
        closers.append(0x7D)
        isKey = true
        safe = (index, closers)
      case 0x5B:
        closers.append(0x5D)
        isKey = false
        safe = (index, closers)
      case 0x7D, 0x5D:
        _ = closers.popLast()
        safe = (index, closers)
      case 0x3A: isKey = false
      case 0x2C: isKey = closers.last == 0x7D
      default: break
      }
    }
    return Array(bytes[..<min(safe.end, bytes.count)]) + safe.closers.reversed()
  }
}
