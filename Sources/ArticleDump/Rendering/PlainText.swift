import Text

extension Article {
  /// The article as plain text, safe to display: the title, then one line for each paragraph.
  ///
  /// List items begin with their marker, quotes with `> `; a picture is 〔图：caption〕, a rule `* * *`; a table's cells
  /// are separated by tabs. Blank lines separate the title, headings and running text. Everything has passed the
  /// ``Sanitizer``; the last line ends with `\n`.
  public func plainText() -> String {
    let article = sanitized()
    var lines: [String] = []
    if !article.title.isEmpty { lines.append(article.title) }
    let facts = article.factLine
    if !facts.isEmpty { lines.append(facts) }
    var previousBlock = -1
    for segment in ReadingText(article).segments {
      if segment.blockIndex != previousBlock, !lines.isEmpty { lines.append("") }
      previousBlock = segment.blockIndex
      lines.append(contentsOf: Self.lines(of: segment, in: article))
    }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// Publisher, authors and time on one line.
  var factLine: String {
    ((publisher.map { [$0.name] } ?? []) + factsBesidePublisher).joined(separator: " · ")
  }

  var factsBesidePublisher: [String] {
    var facts: [String] = []
    if !authors.isEmpty { facts.append(authors.joined(separator: "、")) }
    if let time = published ?? fed { facts.append(time.isDateOnly ? time.iso8601Date : time.iso8601) }
    return facts
  }

  private static func lines(of segment: ReadingText.Segment, in article: Article) -> [String] {
    let text = segment.content.textWithAnnotations
    let indent = String(repeating: "  ", count: max(0, segment.listDepth - 1))
    let quote = String(repeating: "> ", count: segment.quoteDepth)
    var lines: [String]
    switch segment.kind {
    case .figure: lines = ["〔图" + (text.isEmpty ? "" : "：" + text) + "〕"]
    case .rule: lines = ["* * *"]
    case .embed(let kind):
      var url: String?
      if case .embed(let embed) = article.blocks[segment.blockIndex] { url = embed.url }
      lines = ["〔" + kind.label + "：" + [text, url ?? ""].filter { !$0.isEmpty }.joined(separator: " ") + "〕"]
    default: lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if segment.listDepth > 0 {
      // Terms are at the margin, with their definitions below.
      let marker = segment.listMarker.map { $0 + " " } ?? (segment.kind == .paragraph(.term) ? "" : "  ")
      lines = lines.enumerated().map { indent + ($0.offset == 0 ? marker : "  ") + $0.element }
    }
    return lines.map { quote + $0 }
  }
}

extension Embed.Kind {
  /// The name that readers see.
  public var label: String {
    switch self {
    case .video: "视频"
    case .audio: "音频"
    case .tweet: "推文"
    case .frame: "嵌入页面"
    }
  }
}
