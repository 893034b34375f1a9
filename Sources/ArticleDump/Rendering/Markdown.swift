/// Where a Markdown text contains the facts.
public enum MarkdownFacts: Sendable, Hashable {
  /// Nowhere: only title and text.
  case none
  /// A line under the title, with the publisher as a link to the page.
  case line
  /// YAML front matter before the title.
  case frontMatter
}

extension Article {
  /// The article as CommonMark, safe to display: its text has passed the ``Sanitizer``.
  ///
  /// Tables are written with pipes, as GitHub and most readers understand them; ruby, superscripts and similar styles
  /// as HTML. A figure is its picture, with caption and credit on the next line.
  public func markdown(facts: MarkdownFacts = .line) -> String {
    let article = sanitized()
    var output = facts == .frontMatter ? article.frontMatter() : ""
    var blocks: [String] = []
    if !article.title.isEmpty {
      blocks.append("# " + MarkdownText.inline(StyledText(article.title), isOneLine: true))
    }
    let line = article.linkedFactLine
    if facts == .line, !line.isEmpty { blocks.append(MarkdownText.inline(line, isOneLine: true)) }
    blocks += MarkdownBlocks.render(article.blocks)
    output += blocks.joined(separator: "\n\n")
    return output.isEmpty ? "" : output + "\n"
  }

  /// The facts of a plain text's line, the first one linked to the page; the page's address if there are none.
  private var linkedFactLine: StyledText {
    guard let url, url.isLinkable else { return StyledText(factLine) }
    let name = publisher?.name ?? displayURL ?? url
    let text = ([name] + factsBesidePublisher).joined(separator: " · ")
    return StyledText(text, spans: [.init(utf8Range: 0..<name.utf8.count, style: .link(url: url))])
  }

  /// Scalars are double-quoted, since a JSON string is also a YAML string.
  private func frontMatter() -> String {
    var lines = ["---"]
    func add(_ key: String, _ value: String?) {
      guard let value else { return }
      var writer = JSONWriter(reservingCapacity: value.utf8.count + 2)
      writer.string(value)
      lines.append(key + ": " + String(decoding: writer.bytes, as: UTF8.self))
    }
    func add(_ key: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      var writer = JSONWriter(reservingCapacity: 64)
      writer.array(values) { $0.string($1) }
      lines.append(key + ": " + String(decoding: writer.bytes, as: UTF8.self))
    }
    add("title", title)
    add("author", authors)
    add("translator", translators)
    add("editor", editors)
    add("date", published.map { $0.isDateOnly ? $0.iso8601Date : $0.iso8601 } ?? fed?.iso8601)
    add("modified", modified?.iso8601)
    add("publisher", publisher?.name)
    add("section", section)
    add("source", source)
    add("lang", language)
    add("from", url)
    lines.append("---")
    return lines.joined(separator: "\n") + "\n\n"
  }
}

/// Blocks as CommonMark.
enum MarkdownBlocks {
  /// One string for each block, without blank lines around it.
  static func render(_ blocks: [Block]) -> [String] {
    var output: [String] = []
    var previousList: (isOrdered: Bool, isAlternate: Bool)?
    for block in blocks {
      if case .list(let list) = block, !list.isOfDefinitions, list.isNumberedByMarkdown {
        // Adjacent lists would merge, so the second uses another mark.
        let isAlternate = previousList?.isOrdered == list.isOrdered ? previousList?.isAlternate == false : false
        let text = render(list, isAlternate: isAlternate)
        if text.isEmpty { continue }
        previousList = (list.isOrdered, isAlternate)
        output.append(text)
        continue
      }
      let text = render(block)
      if text.isEmpty { continue }
      previousList = nil
      // Two quotes in a row would be one.
      if text.hasPrefix(">"), output.last?.hasPrefix(">") == true { output.append("<!-- -->") }
      output.append(text)
    }
    return output
  }

  private static func render(_ block: Block) -> String {
    switch block {
    case .paragraph(let text, .subhead): return heading(text, level: 3)
    case .paragraph(let text, _):
      let words = paragraph(text)
      guard let alignment = text.alignment, !words.isEmpty else { return words }
      // Between blank lines, the content of HTML elements is Markdown.
      return "<div align=\"\(alignment.rawValue)\">\n\n" + words + "\n\n</div>"
    case .heading(let text, let level): return heading(text, level: max(2, min(6, level)))
    case .quote(let blocks):
      let inner = render(blocks).joined(separator: "\n\n")
      return inner.isEmpty ? "" : prefixed(inner, first: "> ", rest: "> ")
    case .list(let list): return render(list, isAlternate: false)
    case .table(let table): return render(table)
    case .figure(let figure): return render(figure)
    case .preformatted(let text, let language):
      let fence = String(repeating: "`", count: max(3, MarkdownEscaping.longestRun(of: "`", in: text) + 1))
      return fence + MarkdownText.fenceInfo(language) + "\n" + text + (text.hasSuffix("\n") || text.isEmpty ? "" : "\n")
        + fence
    case .rule: return "___"
    case .embed(let embed):
      let words = MarkdownText.inline(
        StyledText(embed.kind.label + (embed.text.isEmpty ? "" : "：" + embed.text)), isOneLine: true)
      return embed.url.map { MarkdownText.link(words, to: $0) } ?? words
    }
  }

  private static func paragraph(_ text: StyledText) -> String {
    var output = MarkdownText.inline(text)
    // A hard break at the end would be a backslash.
    while output.hasSuffix("\\\n") { output.removeLast(2) }
    while output.hasPrefix("\\\n") { output.removeFirst(2) }
    return output.allSatisfy(\.isWhitespace) ? "" : output
  }

  private static func heading(_ text: StyledText, level: Int) -> String {
    let words = MarkdownText.inline(text, isOneLine: true)
    // Closing `#` characters belong to the text.
    let isClosed = words.hasSuffix("#")
    let guarded = isClosed ? words.dropLast() + "\\#" : words[...]
    return words.allSatisfy(\.isWhitespace) ? "" : String(repeating: "#", count: level) + " " + guarded
  }

  private static func render(_ list: ListBlock, isAlternate: Bool) -> String {
    if list.isOfDefinitions { return definitions(list) }
    if !list.isNumberedByMarkdown { return html(list) }
    let isTight = isTight(list)
    var items: [String] = []
    for (index, item) in list.items.enumerated() {
      let marker: String
      if list.isOrdered {
        // CommonMark reads numbers of up to nine digits.
        let number = max(0, min(999_999_999, list.start &+ index))
        marker = "\(number)" + (isAlternate ? ") " : ". ")
      } else {
        marker = isAlternate ? "* " : "- "
      }
      let inner = withTaskMarker(render(item).joined(separator: isTight ? "\n" : "\n\n"))
      items.append(
        inner.isEmpty
          ? String(marker.dropLast())
          : prefixed(inner, first: marker, rest: String(repeating: " ", count: marker.utf8.count)))
    }
    return items.joined(separator: isTight ? "\n" : "\n\n")
  }

  /// Whether a list can be written without blank lines between its items: they are single blocks, or paragraphs
  /// followed by a list that can interrupt a paragraph, which needs text and, if it is ordered, the number 1 (CommonMark
  /// 0.31.2, 5.2). Blank lines inside the inner list do not matter to the outer one (5.3).
  private static func isTight(_ list: ListBlock) -> Bool {
    list.items.allSatisfy { item in
      guard item.count > 1 else { return true }
      guard item.count == 2, case .paragraph(let text, nil) = item[0], text.alignment == nil,
        case .list(let inner) = item[1], case .paragraph(let first, nil)? = inner.items.first?.first
      else { return false }
      return !inner.isOfDefinitions && inner.isNumberedByMarkdown && (!inner.isOrdered || inner.start == 1)
        && !text.text.allSatisfy(\.isWhitespace) && !first.text.allSatisfy(\.isWhitespace) && first.alignment == nil
    }
  }

  /// The boxes of tasks, which are read as characters, in the syntax of GFM.
  private static func withTaskMarker(_ item: String) -> String {
    for (box, marker) in [("☐ ", "[ ] "), ("☑ ", "[x] ")] where item.hasPrefix(box) && item.count > box.count {
      return marker + item.dropFirst(box.count)
    }
    return item
  }

  /// Lists whose numbers Markdown cannot express are written in HTML, with Markdown inside.
  private static func html(_ list: ListBlock) -> String {
    var lines = ["<ol\(list.htmlAttributes)>"]
    for (index, item) in list.items.enumerated() {
      let value = index < list.values.count ? list.values[index].map { " value=\"\($0)\"" } : nil
      lines.append("<li\(value ?? "")>")
      lines += render(item).flatMap { ["", $0] } + ["", "</li>"]
    }
    return (lines + ["</ol>"]).joined(separator: "\n")
  }

  /// Terms and definitions in the syntax of PHP Markdown Extra.
  private static func definitions(_ list: ListBlock) -> String {
    list.items.map { item in
      var pieces: [String] = []
      for block in item {
        if case .paragraph(let text, .term) = block {
          pieces.append(MarkdownText.inline(text, isOneLine: true))
        } else {
          let inner = render([block]).joined(separator: "\n\n")
          if !inner.isEmpty { pieces.append(prefixed(inner, first: ": ", rest: "  ")) }
        }
      }
      return pieces.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func render(_ table: Table) -> String {
    guard let columnCount = table.rows.map(\.count).max(), columnCount > 0 else {
      return table.caption.map(paragraph) ?? ""
    }
    // Trailing empty cells may be left out (GFM, tables), except in the head.
    let givenCount = table.rows.reduce(0) { $0 + $1.count }
    let isFilled = columnCount * table.rows.count <= givenCount * ParsingLimits.standard.cellsPerGivenCell + 256
    func line(_ cells: [String], isFilled: Bool) -> String {
      let missing = isFilled ? columnCount - cells.count : 0
      return "| " + (cells + Array(repeating: "", count: missing)).joined(separator: " | ") + " |"
    }
    var rows = table.rows.map { row in row.map { MarkdownText.inline($0, isCell: true) } }
    let head = table.headRowCount > 0 ? rows.removeFirst() : []
    var lines = [line(head, isFilled: true), line(Array(repeating: "---", count: columnCount), isFilled: true)]
    lines += rows.map { line($0, isFilled: isFilled) }
    let body = lines.joined(separator: "\n")
    guard let caption = table.caption.map(paragraph), !caption.isEmpty else { return body }
    return caption + "\n\n" + body
  }

  private static func render(_ figure: Figure) -> String {
    var lines = figure.images.map { image in
      let alternative = MarkdownText.inline(StyledText(image.alternativeText ?? ""), isOneLine: true)
      return image.url.isLinkable ? "!" + MarkdownText.link(alternative, to: image.url) : alternative
    }
    var caption = figure.caption ?? StyledText(figure.images.first?.caption ?? "")
    if let credit = figure.credit ?? figure.images.first?.credit, !credit.isEmpty {
      caption.text += caption.isEmpty ? credit : "（" + credit + "）"
    }
    let words = paragraph(caption)
    if !words.isEmpty { lines.append(words) }
    return lines.joined(separator: "\\\n")
  }

  /// Lines after a prefix; blank lines have it without the blank at its end.
  private static func prefixed(_ text: String, first: String, rest: String) -> String {
    var output = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { output += "\n" }
      let prefix = index == 0 ? first : rest
      output += line.isEmpty ? trimmedEnd(prefix) : prefix + line
    }
    return output
  }

  private static func trimmedEnd(_ prefix: String) -> String {
    var prefix = prefix
    while prefix.hasSuffix(" ") { prefix.removeLast() }
    return prefix
  }
}
