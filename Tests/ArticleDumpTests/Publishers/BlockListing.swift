import ArticleDump

/// Blocks and facts as text that a person can read and a diff can show.
enum BlockListing {
  static func text(of article: Article) -> String {
    var lines: [String] = []
    for block in article.blocks { list(block, "", &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ block: Block, _ indent: String, _ lines: inout [String]) {
    switch block {
    case .paragraph(let text, let role):
      let mark = role.map { "[\($0.rawValue)] " } ?? ""
      lines.append(indent + mark + line(text))
    case .heading(let text, let level): lines.append(indent + String(repeating: "#", count: level) + " " + line(text))
    case .quote(let blocks):
      for inner in blocks { list(inner, indent + "> ", &lines) }
    case .list(let list):
      for (number, item) in list.items.enumerated() {
        let mark = list.isOrdered ? "\(list.start + number). " : "- "
        for (place, inner) in item.enumerated() {
          self.list(inner, indent + (place == 0 ? mark : String(repeating: " ", count: mark.count)), &lines)
        }
      }
    case .table(let table):
      if let caption = table.caption { lines.append(indent + "| " + line(caption)) }
      for (number, row) in table.rows.enumerated() {
        lines.append(indent + (number < table.headRowCount ? "|= " : "| ") + row.map(line).joined(separator: " | "))
      }
    case .figure(let figure):
      for image in figure.images {
        lines.append(indent + "[image] " + image.url + (image.alternativeText.map { " alt: " + $0 } ?? ""))
      }
      if let caption = figure.caption { lines.append(indent + "  caption: " + line(caption)) }
      if let credit = figure.credit { lines.append(indent + "  credit: " + credit) }
    case .preformatted(let text, _):
      for part in text.split(separator: "\n", omittingEmptySubsequences: false) { lines.append(indent + "    " + part) }
    case .rule: lines.append(indent + "----")
    case .embed(let embed):
      lines.append(indent + "[\(embed.kind.rawValue)] \(embed.url ?? "-") \(embed.text)")
    }
  }

  private static func line(_ text: StyledText) -> String {
    text.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ⏎ ")
  }

  /// The page's facts, one a line; absent ones are left out.
  static func facts(of article: Article) -> String {
    var lines: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    add("dialect", article.dialect.rawValue)
    add("title", article.title)
    add("url", article.url)
    add("publisher", article.publisher.map { "\($0.id) \($0.name)" })
    add("section", article.section)
    add("authors", article.authors.joined(separator: "; "))
    add("translators", article.translators.joined(separator: "; "))
    add("editors", article.editors.joined(separator: "; "))
    add("source", article.source)
    add("dateline", article.dateline)
    add("published", article.published.map { $0.isDateOnly ? $0.iso8601Date : $0.iso8601 })
    add("fed", article.fed?.iso8601)
    add("modified", article.modified.map { $0.isDateOnly ? $0.iso8601Date : $0.iso8601 })
    add("standfirst", article.standfirst)
    add("short link", article.shortLink)
    for link in article.related { add("related", "\(link.text) <\(link.url)>") }
    return lines.joined(separator: "\n") + "\n"
  }
}
