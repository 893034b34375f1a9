import ArticleDump
import ArticleLibrary

/// Reads JSON Lines, or one value with objects at any depth: what `Bookmark.json` writes, what services export (`url`,
/// `href`, `description`, `tags`, `time`), and what browsers store (`uri`, `children`, `date_added`).
func bookmarks(fromJSON bytes: [UInt8]) -> ImportedBookmarks {
  let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  var reader = JSONBookmarkReader()
  if let value = JSONReader.value(bytes) {
    reader.read(value)
  } else {
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
      if let value = JSONReader.value(Array(line)) {
        reader.read(value)
      } else {
        reader.result.refused.append(.notJSON(line: number + 1))
      }
    }
  }
  return reader.result
}

private struct JSONBookmarkReader {
  var result = ImportedBookmarks()

  /// - Complexity: O(n). Depth is limited by `JSONReader`.
  mutating func read(_ value: JSONValue, heading: String? = nil) {
    switch value {
    case .array(let elements): for element in elements { read(element, heading: heading) }
    case .object(let members):
      let inner = members.keys.sorted().compactMap { key in members[key].flatMap(Self.holdsRecords) }
      if value.addressOfBookmark == nil, value["path"].string == nil, !inner.isEmpty {
        let name = ["title", "name"].lazy.compactMap { value[$0].string }.first { !$0.isEmpty }
        for value in inner { read(value, heading: name ?? heading) }
      } else if let url = value.addressOfBookmark, !url.isWebAddress, value["path"].string == nil {
        result.refused.append(.notOfTheWeb(url))
      } else if let bookmark = Bookmark(json: value, heading: heading) {
        result.bookmarks.append(bookmark)
      } else {
        result.refused.append(.namesNothing)
      }
    default: result.refused.append(.namesNothing)
    }
  }

  /// Whether a value is descended into: an object, or an array of objects and arrays.
  private static func holdsRecords(_ value: JSONValue) -> JSONValue? {
    switch value {
    case .object: value
    case .array(let elements) where elements.contains(where: { holdsRecords($0) != nil }): value
    default: nil
    }
  }
}

extension JSONValue {
  fileprivate var addressOfBookmark: String? {
    ["url", "href", "uri", "link", "address"].lazy.compactMap { self[$0].string }.first { !$0.isEmpty }
  }

  /// A time as text, or as whole or fractional seconds, milliseconds or microseconds since 1970.
  fileprivate var time: String? {
    let seconds: Int64?
    switch self {
    case .string(let text):
      guard let number = Int64(text) else { return text.isEmpty ? nil : text }
      seconds = secondsOfAddDate(number)
    case .number(let number): seconds = secondsOfAddDate(Int64(number))
    case .decimal(let number): seconds = Int64(exactly: number.rounded(.down)).flatMap(secondsOfAddDate)
    default: seconds = nil
    }
    return seconds.map { Timestamp(secondsSinceEpoch: $0).iso8601 }
  }
}

extension Bookmark {
  /// Reads a record that names a page or a file.
  fileprivate init?(json record: JSONValue, heading: String?) {
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { record[$0].string }.first { !$0.isEmpty }
    }
    let url = record.addressOfBookmark.flatMap { $0.isWebAddress ? $0 : nil }
    let path = text("path")
    guard let title = text("title", "name", "description") ?? url ?? path, url != nil || path != nil else { return nil }
    var tags = record["tags"].strings
    if tags.isEmpty { tags = text("tags")?.split { " ,".contains($0) }.map(String.init) ?? [] }
    self.init(
      title: title, url: url, description: text("description") ?? "", path: path,
      added: ["added", "time", "created", "dateAdded", "date_added"].lazy.compactMap { record[$0].time }.first,
      fingerprint: text("fingerprint").flatMap { DumpFingerprint($0) }, note: text("note") ?? "", tags: tags,
      heading: text("heading") ?? heading)
  }
}
