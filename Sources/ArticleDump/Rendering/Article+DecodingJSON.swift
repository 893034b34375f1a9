extension Article {
  /// Reads back what ``Article/jsonUTF8()`` wrote.
  ///
  /// - Returns: `nil` if the bytes are not a JSON object with a dialect and a title. Unknown keys are skipped; the
  ///   outline is derived again.
  public init?(json bytes: [UInt8]) {
    guard let value = JSONReader.value(bytes), let dialect = value["dialect"].string.flatMap(Dialect.init(rawValue:)),
      let title = value["title"].string
    else { return nil }
    self.init(dialect: dialect, path: value["path"].string, title: title)
    url = value.address
    displayURL = value["displayURL"].string
    if let id = value["publisher"]["id"].string, let name = value["publisher"]["name"].string {
      publisher = Publisher(id: id, name: name)
    }
    section = value["section"].string
    authors = value["authors"].strings
    translators = value["translators"].strings
    editors = value["editors"].strings
    source = value["source"].string
    dateline = value["dateline"].string
    let dateOnly = value["dateOnly"].strings
    published = Timestamp(json: value["published"], isDateOnly: dateOnly.contains("published"))
    fed = Timestamp(json: value["fed"], isDateOnly: dateOnly.contains("fed"))
    modified = Timestamp(json: value["modified"], isDateOnly: dateOnly.contains("modified"))
    language = value["language"].string
    standfirst = value["standfirst"].string
    shortLink = value["shortLink"].string
    blocks = value["blocks"].array.compactMap(Block.init(json:))
    images = value["images"].array.compactMap(ArticleImage.init(json:))
    links = value["links"].array.compactMap(Link.init(json:))
    related = value["related"].array.compactMap(Link.init(json:))
    glosses = value["glosses"].array.compactMap { gloss in
      guard let name = gloss["name"].string, let original = gloss["original"].string else { return nil }
      return Gloss(name: name, original: original)
    }
    agencies = value["agencies"].strings
    tags = value["tags"].strings
    categories = value["categories"].strings
    comments = value["comments"].array.compactMap { comment in
      comment["text"].string.map {
        Comment(
          author: comment["author"].string, date: Timestamp(json: comment["date"], isDateOnly: false), text: $0)
      }
    }
    characterCount = value["characterCount"].int ?? 0
    readingMinutes = value["readingMinutes"].int ?? 0
    fingerprint = value["fingerprint"].string.flatMap { UInt64($0, radix: 16) } ?? 0
    for (name, origin) in value["origins"].object {
      guard let fact = Fact(rawValue: name), let origin = origin.string.flatMap(Origin.init(rawValue:)) else {
        continue
      }
      origins[fact] = origin
    }
    diagnostics = value["diagnostics"].array.compactMap { diagnostic in
      guard let kind = diagnostic["kind"].string, let line = diagnostic["line"].int else { return nil }
      return Diagnostic(kind: kind, line: line, message: diagnostic["message"].string ?? "")
    }
  }
}

extension Timestamp {
  fileprivate init?(json value: JSONValue, isDateOnly: Bool) {
    guard let text = value.string, var timestamp = Timestamp(text) else { return nil }
    timestamp.isDateOnly = isDateOnly
    timestamp.hasZone = Timestamp.namesZone(text)
    self = timestamp
  }
}

extension Link {
  fileprivate init?(json value: JSONValue) {
    guard let text = value["text"].string, let url = value.address else { return nil }
    self.init(text: text, url: url)
  }
}

extension ArticleImage {
  fileprivate init?(json value: JSONValue) {
    guard let url = value.address else { return nil }
    self.init(
      url: url, alternativeText: value["alt"].string, caption: value["caption"].string,
      credit: value["credit"].string)
    let wire = value["wire"]
    if let agency = wire["agency"].string {
      self.wire = WireFacts(
        agency: agency, taken: Timestamp(json: wire["taken"], isDateOnly: wire["dateOnly"].bool ?? false),
        slug: wire["slug"].string)
    }
  }
}

extension Block {
  fileprivate init?(json value: JSONValue) {
    let styled = StyledText(
      value["text"].string ?? "", spans: value["spans"].array.compactMap(StyledText.Span.init(json:)))
    switch value["kind"].string {
    case "paragraph":
      var text = styled
      text.alignment = value["align"].string.flatMap(StyledText.Alignment.init(rawValue:))
      self = .paragraph(text, role: value["role"].string.flatMap(ParagraphRole.init(rawValue:)))
    case "heading": self = .heading(styled, level: value["level"].int ?? 1)
    case "quote": self = .quote(value["blocks"].array.compactMap(Block.init(json:)))
    case "list": self = .list(ListBlock(json: value))
    case "table":
      self = .table(Table(json: value, caption: value["caption"].string.map { StyledText($0, spans: styled.spans) }))
    case "figure":
      let images = value["images"]
      self = .figure(
        Figure(
          images: (images == .null ? [value["image"]] : images.array).compactMap(ArticleImage.init(json:)),
          caption: value["captioned"].bool == true ? styled : nil, credit: value["credit"].string))
    case "preformatted": self = .preformatted(styled.text, language: value["language"].string)
    case "rule": self = .rule
    case "embed":
      guard let kind = value["embed"].string.flatMap(Embed.Kind.init(rawValue:)) else { return nil }
      self = .embed(Embed(kind: kind, url: value.address, text: styled.text))
    default: return nil
    }
  }
}

extension ListBlock {
  fileprivate init(json value: JSONValue) {
    let blocks = value["itemBlocks"]
    self.init(
      isOrdered: value["ordered"].bool ?? false, start: value["start"].int ?? 1,
      items: blocks == .null
        ? value["items"].strings.map { [.paragraph(StyledText($0), role: nil)] }
        : blocks.array.map { $0.array.compactMap(Block.init(json:)) },
      numbering: value["numbering"].string.flatMap(ListNumbering.init(rawValue:)) ?? .decimal,
      isReversed: value["reversed"].bool ?? false, values: value["values"].array.map(\.int))
  }
}

extension Table {
  fileprivate init(json value: JSONValue, caption: StyledText?) {
    let spans = value["cellSpans"].array.map(\.array)
    self.init(
      caption: caption, headRowCount: value["headRows"].int ?? 0,
      rows: value["rows"].array.enumerated().map { rowIndex, row in
        row.strings.enumerated().map { column, text in
          let cell = rowIndex < spans.count && column < spans[rowIndex].count ? spans[rowIndex][column].array : []
          return StyledText(text, spans: cell.compactMap(StyledText.Span.init(json:)))
        }
      })
  }
}

extension StyledText.Span {
  fileprivate init?(json value: JSONValue) {
    guard let start = value["start"].int, let end = value["end"].int, start <= end else { return nil }
    let style: InlineStyle
    switch value["style"].string {
    case "strong": style = .strong
    case "emphasis": style = .emphasis
    case "code": style = .code
    case "superscript": style = .superscript
    case "subscript": style = .subscript
    case "deleted": style = .deleted
    case "underline": style = .underline
    case "mark": style = .mark
    case "emphasis-dots": style = .emphasisDots
    case "link": style = .link(url: value.address ?? "")
    case "ruby": style = .ruby(annotation: value["annotation"].string ?? "")
    case "ruby-text": style = .rubyText
    default: return nil
    }
    self.init(utf8Range: start..<end, style: style)
  }
}
