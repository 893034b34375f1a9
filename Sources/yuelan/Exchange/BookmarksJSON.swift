import ArticleDump
import ArticleLibrary

/// Reads JSON Lines, or an array of objects, as `Bookmark.json` writes them; of other programs `title`, `url`, `href`,
/// `description`, `tags` and `time` are understood.
func bookmarks(fromJSON bytes: [UInt8]) -> [Bookmark] {
  if case .array(let records)? = JSONReader.value(bytes) { return records.compactMap(Bookmark.init(json:)) }
  return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
    JSONReader.value(Array(line)).flatMap(Bookmark.init(json:))
  }
}

extension Bookmark {
  /// A record that names a page or a file.
  fileprivate init?(json record: JSONValue) {
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { record[$0].string }.first { !$0.isEmpty }
    }
    let url = text("url", "href")
    let path = text("path")
    guard let title = text("title", "description") ?? url ?? path, url != nil || path != nil else { return nil }
    var tags = record["tags"].strings
    if tags.isEmpty { tags = text("tags")?.split { " ,".contains($0) }.map(String.init) ?? [] }
    self.init(
      title: title, url: url, description: text("description") ?? "", path: path, added: text("added", "time"),
      note: text("note") ?? "", tags: tags, heading: text("heading"))
  }
}
