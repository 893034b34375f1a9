import ArticleDump

/// Writes an article's blocks as well-formed XHTML for EPUB 3.
///
/// Pictures become links to where they were published: the archive has no pictures.
struct XHTMLBody {
  private(set) var text = ""

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let styled, let role):
      let classes = [role?.rawValue, styled.alignment?.rawValue].compactMap { $0 }
      let attribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
      text += "<p\(attribute)>\(inline(styled))</p>\n"
    case .heading(let styled, let level):
      // The article's title is h1.
      let level = min(6, max(2, level))
      text += "<h\(level)>\(inline(styled))</h\(level)>\n"
    case .quote(let blocks):
      guard !blocks.isEmpty else { return }
      text += "<blockquote>\n"
      write(blocks)
      text += "</blockquote>\n"
    case .list(let list): write(list)
    case .table(let table): write(table)
    case .figure(let figure): write(figure)
    case .preformatted(let code, _): text += "<pre>\(xmlEscaped(code))</pre>\n"
    case .rule: text += "<hr/>\n"
    case .embed(let embed):
      let label = embed.text.isEmpty ? embed.kind.label : embed.text
      text += "<p class=\"embed\">\(link(xmlEscaped(label), to: embed.url))</p>\n"
    }
  }

  private mutating func write(_ list: ListBlock) {
    guard !list.items.isEmpty else { return }
    if list.isOfDefinitions { return writeDefinitions(list) }
    let name = list.isOrdered ? "ol" : "ul"
    text += "<\(name)\(list.isOrdered ? list.htmlAttributes : "")>\n"
    for (index, item) in list.items.enumerated() {
      let value = index < list.values.count ? list.values[index].map { " value=\"\($0)\"" } : nil
      text += "<li\(list.isOrdered ? value ?? "" : "")>"
      write(item)
      text += "</li>\n"
    }
    text += "</\(name)>\n"
  }

  private mutating func writeDefinitions(_ list: ListBlock) {
    text += "<dl>\n"
    for block in list.items.joined() {
      if case .paragraph(let term, .term) = block {
        text += "<dt>\(inline(term))</dt>\n"
      } else {
        text += "<dd>"
        write(block)
        text += "</dd>\n"
      }
    }
    text += "</dl>\n"
  }

  private mutating func write(_ table: Table) {
    guard let columns = table.rows.map(\.count).max(), columns > 0 else { return }
    text += "<table>\n"
    if let caption = table.caption { text += "<caption>\(inline(caption))</caption>\n" }
    for (index, row) in table.rows.enumerated() {
      let cell = index < table.headRowCount ? "th" : "td"
      text += "<tr>" + row.map { "<\(cell)>\(inline($0))</\(cell)>" }.joined() + "</tr>\n"
    }
    text += "</table>\n"
  }

  private mutating func write(_ figure: Figure) {
    text += "<figure>\n"
    for image in figure.images {
      let label = image.alternativeText ?? image.caption ?? ""
      text += "<p class=\"picture\">\(link("〔图〕" + xmlEscaped(label), to: image.url))</p>\n"
    }
    let caption = figure.caption.map(inline) ?? ""
    let credit = figure.credit.map { "<span class=\"credit\">\(xmlEscaped($0))</span>" } ?? ""
    if !caption.isEmpty || !credit.isEmpty {
      text += "<figcaption>" + [caption, credit].filter { !$0.isEmpty }.joined(separator: " ") + "</figcaption>\n"
    }
    text += "</figure>\n"
  }

  /// A link if reading systems may follow the URL; else only the label.
  private func link(_ label: String, to url: String?) -> String {
    guard let url, let target = WebAddress(url) else { return label }
    return "<a href=\"\(xmlEscaped(target.text))\">\(label)</a>"
  }

  /// Text with its spans as elements.
  ///
  /// Spans may overlap, but elements may not: the text is cut wherever a span begins or ends, and each piece carries
  /// all the elements that cover it, in a fixed order.
  func inline(_ styled: StyledText) -> String {
    let styled = styled.withoutRubyText.withoutScriptSpellings
    let utf8 = Array(styled.text.utf8)
    guard !styled.spans.isEmpty else { return broken(styled.text) }
    let spans = styled.spans.map { ($0.utf8Range.clamped(to: 0..<utf8.count), $0.style) }
    let cuts = Set([0, utf8.count] + spans.flatMap { [$0.0.lowerBound, $0.0.upperBound] }).sorted()
    var result = ""
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      var piece = broken(String(decoding: utf8[start..<end], as: UTF8.self))
      var isLinked = false
      for (range, style) in spans where range.lowerBound <= start && end <= range.upperBound && !range.isEmpty {
        switch style {
        case .strong: piece = "<strong>\(piece)</strong>"
        case .emphasis: piece = "<em>\(piece)</em>"
        case .code: piece = "<code>\(piece)</code>"
        case .superscript: piece = "<sup>\(piece)</sup>"
        case .subscript: piece = "<sub>\(piece)</sub>"
        case .deleted: piece = "<del>\(piece)</del>"
        case .underline: piece = "<u>\(piece)</u>"
        case .mark: piece = "<mark>\(piece)</mark>"
        case .emphasisDots: piece = "<em class=\"dots\">\(piece)</em>"
        case .ruby(let annotation):
          // Only a whole base gets its annotation; each piece of it would repeat it.
          guard range == start..<end else { continue }
          piece = "<ruby>\(piece)<rt>\(xmlEscaped(annotation))</rt></ruby>"
        case .rubyText: break
        case .link(let url):
          // Links cannot be nested.
          guard !isLinked else { continue }
          isLinked = true
          piece = link(piece, to: url)
        }
      }
      result += piece
    }
    return result
  }

  private func broken(_ text: String) -> String {
    xmlEscaped(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br/>")
  }
}
