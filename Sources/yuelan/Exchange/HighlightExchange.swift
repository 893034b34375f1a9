import ArticleDump
import ArticleLibrary

// Reading and writing highlights for other programs.

extension Bookmark {
  /// One object on a line; it shares the member names of `yuelan bookmarks --format json`.
  var highlightJSON: String {
    jsonLine { json in
      writeEntry(to: &json)
      json.member("quotation", quotation)
      json.member("note", remark)
      json.member("tags", tags)
      json.member("color", passage?.color.rawValue)
      json.member("start", passage?.utf8Range.lowerBound)
      json.member("end", passage?.utf8Range.upperBound)
    }
  }

  /// Reads a record that `highlightJSON` wrote, or one with the same members.
  fileprivate init?(highlight record: JSONValue) {
    func text(_ key: String) -> String? { record[key].string.flatMap { $0.isEmpty ? nil : $0 } }
    guard let quotation = text("quotation") ?? text("quote") ?? text("highlight") else { return nil }
    let url = (text("url") ?? text("address")).flatMap { $0.isWebAddress ? $0 : nil }
    guard let title = text("title") ?? url ?? text("path"), url != nil || text("path") != nil else { return nil }
    var range = 0..<0
    if case .number(let start) = record["start"], case .number(let end) = record["end"], 0 <= start, start <= end {
      range = Int(start)..<Int(end)
    }
    self.init(
      title: title, url: url, description: text("description") ?? "", path: text("path"), added: text("added"),
      fingerprint: text("fingerprint").flatMap { DumpFingerprint($0) },
      passage: Passage(utf8Range: range, color: text("color").flatMap { HighlightColor($0) } ?? .yellow),
      note: Bookmark.note(quoting: quotation, remark: text("note") ?? ""), heading: text("heading"))
  }
}

/// Reads highlights from JSON, one value or one a line, or from the format of the highlights file. Never fails; skips
/// what is not a highlight.
func importedHighlights(from bytes: [UInt8]) -> [Bookmark] {
  let start = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
  guard start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
    return Bookmark.entries(inMarkdown: bytes).filter { $0.passage != nil }
  }
  if let value = JSONReader.value(bytes) {
    if case .array(let elements) = value { return elements.compactMap(Bookmark.init(highlight:)) }
    return Bookmark(highlight: value).map { [$0] } ?? []
  }
  return bytes.split(separator: UInt8(ascii: "\n")).compactMap { JSONReader.value(Array($0)) }
    .compactMap(Bookmark.init(highlight:))
}

/// Highlights for reading elsewhere: a heading for each article, its passages in the order of its text, each with its
/// note below.
func highlightsAsMarkdown(_ entries: [Bookmark]) -> String {
  var order: [String] = []
  var groups: [String: [Bookmark]] = [:]
  for entry in entries {
    if groups[entry.name] == nil { order.append(entry.name) }
    groups[entry.name, default: []].append(entry)
  }
  return order.map { name in
    let group = Bookmark.highlights(groups[name] ?? [])
    guard let first = group.first else { return "" }
    let title = escaped(first.title)
    let link = first.webAddress.map { "[\(title)](<\($0.filter { !"<>\n".contains($0) })>)" } ?? title
    var text = "## \(link)\n\n"
    if !first.description.isEmpty { text += escaped(first.description) + "\n\n" }
    for entry in group {
      text +=
        entry.quotation.split(separator: "\n").map { "> " + escaped(String($0)) }.joined(separator: "\n>\n") + "\n\n"
      if !entry.remark.isEmpty { text += Sanitizer.sanitized(entry.remark, keepsLineBreaks: true) + "\n\n" }
    }
    return text
  }.joined()
}

/// Escapes what would be markup in Markdown.
private func escaped(_ text: String) -> String {
  Sanitizer.sanitized(text).reduce(into: "") { escaped, character in
    if "\\`*_[]<>#".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
}
