/// Reads the head of a dump for a list: the envelope, and the page's own time if it is at the body's start.
enum HeadReader {
  /// How much of the body is searched for its time.
  private static let bodyBytes = 1024

  static func head(of bytes: [UInt8], path: String?) -> ArticleHead {
    let (bytes, envelope) = opened(bytes, path: path)
    return head(of: bytes, envelope: envelope, path: path)
  }

  /// The decoded bytes with their envelope.
  static func opened(_ bytes: [UInt8], path: String?) -> (bytes: [UInt8], envelope: Envelope) {
    if let opened = OpenedDump(wrapped: bytes, path: path, isHead: true) { return (opened.dump.utf8, opened.envelope) }
    let envelope = Envelope(of: bytes, path: path)
    // A replacement character in the result, or a byte order mark of UTF-16: decode first.
    let isOdd = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isOdd || envelope.holdsReplacementCharacter else { return (bytes, envelope) }
    let decoded = DecodedDump(bytes).utf8
    return (decoded, Envelope(of: decoded, path: path))
  }

  private static func head(of bytes: [UInt8], envelope: Envelope, path: String?) -> ArticleHead {
    let rules = PublisherRegistry.rules(url: envelope.url, path: path)
    var head = ArticleHead(dialect: envelope.dialect, title: envelope.title)
    head.url = envelope.url
    head.publisher = rules?.publisher ?? SiteDirectory.site(url: envelope.url, path: path)?.publisher
    head.author = envelope.authors.isEmpty ? nil : envelope.authors.joined(separator: "、")
    head.fed = envelope.fed
    switch envelope.dialect {
    case .feed:
      let range = envelope.body.lowerBound..<min(envelope.body.upperBound, envelope.body.lowerBound + bodyBytes)
      let tree = TreeBuilder.tree(of: bytes, in: range)
      if let rules { head.published = rules.publishedText(tree).flatMap { Timestamp($0, zone: rules.zone) } }
      if head.published == nil {
        head.published = OpeningReader.published(
          in: tree, zone: rules?.zone ?? PageZone.zone(url: envelope.url, path: path))
      }
    case .datedFeed: break
    case .jekyll, .markdown:
      let zone = rules?.zone ?? SiteDirectory.site(url: envelope.url, path: path)?.zone
      head.published =
        envelope.dateText.flatMap { Timestamp(written: $0, zone: zone) } ?? path.flatMap { Timestamp(path: $0) }
    case .html, .text: break
    }
    if head.title.isEmpty {
      let tree = ArticleParser.tree(of: bytes, envelope: envelope).tree
      head.title =
        envelope.bodyFormat == .markdown
        ? MarkdownPage.title(of: tree, path: path) : FallbackTitle.title(tree: tree, path: path)?.value ?? ""
    }
    return head
  }
}

extension Envelope {
  /// Whether title or URL contain U+FFFD, as they do if the bytes were not UTF-8.
  fileprivate var holdsReplacementCharacter: Bool {
    title.unicodeScalars.contains("\u{FFFD}") || url?.unicodeScalars.contains("\u{FFFD}") == true
  }
}
