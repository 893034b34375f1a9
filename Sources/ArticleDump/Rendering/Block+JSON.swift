extension Block {
  /// Writes `{"kind","text","level","ordered","items","rows","image","role"}` with `null` or `[]` for members that a
  /// kind does not have, then what is needed to read the whole block back:
  ///
  /// | key | of | what |
  /// |---|---|---|
  /// | `spans` | any text | `[{"start","end","style",…}]`, UTF-8 offsets into `text`, where there are any; words over a base (`ruby`) follow it in the text, as `ruby-text` |
  /// | `align` | paragraph | `center` or `right` where its lines stand so |
  /// | `blocks` | quote | its blocks; `text` is their text, one line each |
  /// | `start`, `itemBlocks` | list | first number; the items' blocks where one is more than a plain paragraph |
  /// | `numbering`, `reversed`, `values` | list | how the numbers are written, where not in digits; whether they count down; those that items give themselves |
  /// | `headRows`, `cellSpans`, `caption` | table | rows that are heads; the cells' spans; the caption, whose `spans` they are |
  /// | `images` | figure | all its images, where they are not exactly one |
  /// | `credit`, `captioned` | figure | the figure's own credit; whether `text` is its own caption |
  /// | `language` | preformatted | what the source calls the language of the code, where it does |
  /// | `embed`, `url` | embed | `video`, `audio`, `tweet`, `frame`; where it leads |
  ///
  /// The blocks in a quote or a list item are written in full; for these, a quote's and a list's own `text` and `items`
  /// are empty, since they would repeat their contents once for every level.
  func writeJSON(to writer: inout JSONWriter, isNested: Bool = false) {
    writer.object { writer in
      switch self {
      case .paragraph(let text, let role):
        Self.write(to: &writer, kind: "paragraph", text: text.text, role: role?.rawValue)
        Self.writeSpans(text.spans, to: &writer)
        if let alignment = text.alignment {
          writer.key("align")
          writer.string(alignment.rawValue)
        }
      case .heading(let text, let level):
        Self.write(to: &writer, kind: "heading", text: text.text, level: level)
        Self.writeSpans(text.spans, to: &writer)
      case .quote(let blocks):
        Self.write(to: &writer, kind: "quote", text: isNested ? "" : ReadingText(blocks).text)
        writer.key("blocks")
        writer.array(blocks) { $1.writeJSON(to: &$0, isNested: true) }
      case .list(let list): Self.write(list, isNested: isNested, to: &writer)
      case .table(let table): Self.write(table, to: &writer)
      case .figure(let figure): Self.write(figure, to: &writer)
      case .preformatted(let text, let language):
        Self.write(to: &writer, kind: "preformatted", text: text)
        if let language {
          writer.key("language")
          writer.string(language)
        }
      case .rule: Self.write(to: &writer, kind: "rule", text: "")
      case .embed(let embed):
        Self.write(to: &writer, kind: "embed", text: embed.text)
        writer.key("embed")
        writer.string(embed.kind.rawValue)
        writer.address(embed.url)
      }
    }
  }

  private static func write(
    to writer: inout JSONWriter, kind: String, text: String, level: Int? = nil, ordered: Bool? = nil,
    items: [String] = [], rows: [[StyledText]] = [], image: ArticleImage? = nil, role: String? = nil
  ) {
    writer.key("kind")
    writer.string(kind)
    writer.key("text")
    writer.string(text)
    writer.key("level")
    writer.number(level)
    writer.key("ordered")
    if let ordered { writer.bool(ordered) } else { writer.null() }
    writer.key("items")
    writer.array(items) { $0.string($1) }
    writer.key("rows")
    writer.array(rows) { writer, row in writer.array(row) { $0.string($1.text) } }
    writer.key("image")
    if let image { image.writeJSON(to: &writer) } else { writer.null() }
    writer.key("role")
    writer.string(role)
  }

  private static func write(_ list: ListBlock, isNested: Bool, to writer: inout JSONWriter) {
    let texts = isNested ? [] : list.items.map { ReadingText($0).text }
    write(to: &writer, kind: "list", text: texts.joined(separator: "\n"), ordered: list.isOrdered, items: texts)
    writer.key("start")
    writer.number(list.start)
    if list.numbering != .decimal {
      writer.key("numbering")
      writer.string(list.numbering.rawValue)
    }
    if list.isReversed {
      writer.key("reversed")
      writer.bool(true)
    }
    if !list.values.isEmpty {
      writer.key("values")
      writer.array(list.values) { $0.number($1) }
    }
    let isPlain = list.items.allSatisfy { item in
      if item.count == 1, case .paragraph(let text, nil) = item[0] {
        text.spans.isEmpty && text.alignment == nil
      } else {
        false
      }
    }
    if !isPlain || isNested {
      writer.key("itemBlocks")
      writer.array(list.items) { writer, item in writer.array(item) { $1.writeJSON(to: &$0, isNested: true) } }
    }
  }

  private static func write(_ table: Table, to writer: inout JSONWriter) {
    write(to: &writer, kind: "table", text: ReadingText([.table(table)]).text, rows: table.rows)
    writer.key("headRows")
    writer.number(table.headRowCount)
    if table.rows.contains(where: { $0.contains { !$0.spans.isEmpty } }) {
      writer.key("cellSpans")
      writer.array(table.rows) { writer, row in writer.array(row) { writeSpanArray($1.spans, to: &$0) } }
    }
    writer.key("caption")
    writer.string(table.caption?.text)
    writeSpans(table.caption?.spans ?? [], to: &writer)
  }

  private static func write(_ figure: Figure, to writer: inout JSONWriter) {
    // For readers that use only `image`, caption and credit are there, wherever the model has them.
    let image = figure.images.first.map { first in
      var image = first
      image.caption = first.caption ?? figure.caption?.text
      image.credit = first.credit ?? figure.credit
      return image
    }
    write(to: &writer, kind: "figure", text: figure.caption?.text ?? "", image: image)
    if figure.images.count != 1 || image != figure.images.first {
      writer.key("images")
      writer.array(figure.images) { $1.writeJSON(to: &$0) }
    }
    if let caption = figure.caption {
      writer.key("captioned")
      writer.bool(true)
      writeSpans(caption.spans, to: &writer)
    }
    writer.key("credit")
    writer.string(figure.credit)
  }

  private static func writeSpans(_ spans: [StyledText.Span], to writer: inout JSONWriter) {
    guard !spans.isEmpty else { return }
    writer.key("spans")
    writeSpanArray(spans, to: &writer)
  }

  private static func writeSpanArray(_ spans: [StyledText.Span], to writer: inout JSONWriter) {
    writer.array(spans) { writer, span in
      writer.object { writer in
        writer.key("start")
        writer.number(span.utf8Range.lowerBound)
        writer.key("end")
        writer.number(span.utf8Range.upperBound)
        writer.key("style")
        writer.string(span.style.name)
        switch span.style {
        case .link(let url):
          writer.address(url)
        case .ruby(let annotation):
          writer.key("annotation")
          writer.string(annotation)
        default: break
        }
      }
    }
  }
}

extension InlineStyle {
  /// The style's name in JSON.
  var name: String {
    switch self {
    case .strong: "strong"
    case .emphasis: "emphasis"
    case .code: "code"
    case .superscript: "superscript"
    case .subscript: "subscript"
    case .deleted: "deleted"
    case .underline: "underline"
    case .mark: "mark"
    case .emphasisDots: "emphasis-dots"
    case .link: "link"
    case .ruby: "ruby"
    case .rubyText: "ruby-text"
    }
  }
}

extension JSONWriter {
  /// `url` contains only addresses that may be followed; an address with another scheme is text, and is in `address`
  /// beside a `url` of `null`.
  package mutating func address(_ url: String?) {
    let isText = url.map { !$0.isLinkable } ?? false
    key("url")
    string(isText ? nil : url)
    guard isText else { return }
    key("address")
    string(url)
  }
}

extension Link {
  func writeJSON(to writer: inout JSONWriter) {
    writer.object {
      $0.key("text")
      $0.string(text)
      $0.address(url)
    }
  }
}

extension ArticleImage {
  /// `{"url","alt","caption","credit","wire"}`; `wire` is `null` or `{"agency","taken","slug","dateOnly"}`.
  func writeJSON(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.address(url)
      writer.key("alt")
      writer.string(alternativeText)
      writer.key("caption")
      writer.string(caption)
      writer.key("credit")
      writer.string(credit)
      writer.key("wire")
      guard let wire else { return writer.null() }
      writer.object { writer in
        writer.key("agency")
        writer.string(wire.agency)
        writer.key("taken")
        writer.string(wire.taken?.iso8601)
        writer.key("slug")
        writer.string(wire.slug)
        writer.key("dateOnly")
        writer.bool(wire.taken?.isDateOnly ?? false)
      }
    }
  }
}
