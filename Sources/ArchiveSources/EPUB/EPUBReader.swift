import ArticleDump
import Text

/// Reads a book as one article: its chapters one after another under their headings, which form its outline.
///
/// Source: EPUB 3.3, sections 4 and 5; OCF 3.3.
struct EPUBReader {
  private let zip: ZipSource
  private let limits: SourceLimits
  private var places: [String: SourceLocator] = [:]

  /// The greatest size of a book's text; Chinese novels of a thousand chapters have 10 MB.
  private static let largest = 16 << 20
  private static let mostChapters = 20_000

  init(_ zip: ZipSource, _ limits: SourceLimits) throws(SourceError) {
    self.zip = zip
    self.limits = limits
    var places: [String: SourceLocator] = [:]
    _ = try zip.list(since: nil) { entry in
      places[String(decoding: entry.path, as: UTF8.self)] = entry.locator
      return places.count < Self.mostChapters * 4
    }
    self.places = places
  }

  /// - Throws: `damaged` for a part that the book names and does not have.
  private func bytes(_ path: String) throws(SourceError) -> [UInt8] {
    guard let place = places[path] else { throw .damaged }
    return try zip.read(place, atMost: Self.largest).bytes
  }

  func transcript() throws(SourceError) -> ArticleTranscript {
    guard let package = Self.attribute("full-path", of: "rootfile", in: try bytes("META-INF/container.xml")) else {
      throw .damaged
    }
    let description = EPUBPackage(try bytes(package))
    var article = description.article
    let folder = package.lastIndex(of: "/").map { String(package[...$0]) } ?? ""
    let titles = titles(description, folder)
    var body: [UInt8] = []
    for href in description.spine.prefix(Self.mostChapters) where href != description.navigation {
      let path = Self.resolved(href, in: folder)
      // A chapter that cannot be read does not affect the others.
      guard let chapter = try? bytes(path), body.count < Self.largest else { continue }
      body += Self.section(chapter, title: titles[path])
    }
    guard !body.isEmpty else { throw .damaged }
    article.body = body
    return article
  }

  /// The content of a chapter's body, under a heading.
  private static func section(_ chapter: [UInt8], title: String?) -> [UInt8] {
    let text = XMLScanner(chapter).bytes
    let markup = text.withUnsafeBufferPointer { bytes -> [UInt8] in
      var inner = 0..<bytes.count
      if let open = ByteSearch.offset(of: "<body", in: bytes), let end = bytes[open...].firstIndex(of: 0x3E) {
        inner = end + 1..<bytes.count
        let rest = UnsafeBufferPointer(rebasing: bytes[inner])
        if let close = ByteSearch.offset(of: "</body", in: rest) { inner = inner.lowerBound..<inner.lowerBound + close }
      }
      return Array(bytes[inner])
    }
    let holdsHeading = markup.withUnsafeBufferPointer { bytes in
      ByteSearch.holds(bytes, "<h1") || ByteSearch.holds(bytes, "<h2") || ByteSearch.holds(bytes, "<h3")
    }
    var section = Array("<section>\n".utf8)
    if let title, !holdsHeading {
      let escaped = title.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      section += "<h2>\(escaped)</h2>\n".utf8
    }
    return section + markup + Array("\n</section>\n".utf8)
  }

  /// The chapters' titles from the table of contents: EPUB 3's navigation, or EPUB 2's NCX.
  private func titles(_ description: EPUBPackage, _ folder: String) -> [String: String] {
    var titles: [String: String] = [:]
    for href in [description.navigation, description.ncx].compactMap(\.self) where titles.isEmpty {
      let path = Self.resolved(href, in: folder)
      guard let table = try? bytes(path) else { continue }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      var scanner = XMLScanner(table)
      var text = ""
      var target: String?
      while let piece = scanner.next() {
        switch piece {
        case .start("a", let attributes, _):
          (target, text) = (attributes["href"], "")
        case .start("navLabel", _, _), .start("text", _, _): text = ""
        case .text(let more): text += more
        case .end("a"):
          Self.addTitle(text, target, folder, &titles)
          target = nil
        case .start("content", let attributes, _): Self.addTitle(text, attributes["src"], folder, &titles)
        default: break
        }
        guard titles.count < Self.mostChapters else { break }
      }
    }
    return titles
  }

  private static func addTitle(_ text: String, _ target: String?, _ folder: String, _ titles: inout [String: String]) {
    guard let target, !text.trimmedOfBlanks.isEmpty else { return }
    let path = resolved(target, in: folder)
    if titles[path] == nil { titles[path] = text.trimmedOfBlanks.onOneLine }
  }

  /// A reference inside the book, without its fragment.
  private static func resolved(_ reference: String, in folder: String) -> String {
    let path = reference.prefix { $0 != "#" }
    var parts: [Substring] = []
    for part in (folder + String(decoding: percentDecoded(path.utf8), as: UTF8.self)).split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func percentDecoded(_ bytes: Substring.UTF8View) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func attribute(_ key: String, of element: String, in bytes: [UInt8]) -> String? {
    var scanner = XMLScanner(bytes)
    while let piece = scanner.next() {
      if case .start(let name, let attributes, _) = piece, XMLScanner.local(name) == element,
        let value = attributes[key]
      {
        return value
      }
    }
    return nil
  }
}

/// The package document: facts about the book, and which files are its chapters, in order.
struct EPUBPackage {
  private(set) var article = ArticleTranscript()
  private(set) var spine: [String] = []
  private(set) var navigation: String?
  private(set) var ncx: String?

  init(_ bytes: [UInt8]) {
    var scanner = XMLScanner(bytes)
    var hrefs: [String: String] = [:]
    var element = ""
    while let piece = scanner.next() {
      switch piece {
      case .start(let name, let attributes, let isEmpty):
        element = isEmpty ? "" : XMLScanner.local(name)
        switch XMLScanner.local(name) {
        case "item":
          guard let id = attributes["id"], let href = attributes["href"] else { continue }
          if attributes["media-type"].map({ $0.holds("html") }) ?? true { hrefs[id] = href }
          if attributes["properties"]?.holds("nav") == true { navigation = href }
          if attributes["media-type"] == "application/x-dtbncx+xml" { ncx = href }
        case "itemref":
          if attributes["linear"] != "no", let href = attributes["idref"].flatMap({ hrefs[$0] }) { spine.append(href) }
        default: break
        }
      case .end: element = ""
      case .text(let text): record(text.trimmedOfBlanks.onOneLine, of: element)
      }
    }
  }

  private mutating func record(_ text: String, of element: String) {
    guard !text.isEmpty else { return }
    switch element {
    case "title" where article.title.isEmpty: article.title = text
    case "creator" where article.authors.count < 50: article.authors.append(text)
    case "date" where article.date == nil: article.date = text
    case "language" where article.language == nil: article.language = text
    case "publisher" where article.source == nil: article.source = text
    case "subject" where article.tags.count < 50: article.tags.append(text)
    // The page that the book was made from.
    case "source" where article.url == nil && text.holds("://"): article.url = text
    default: break
    }
  }
}
