/// Lines of a bookmarks or highlights file that may not be read as intended. Line numbers count from 1.
public struct BookmarksInspection: Sendable, Equatable {
  /// Entries that count.
  public var entryCount = 0
  /// Lines that look like entries but are text in a fenced block, often below an unclosed fence.
  public var linesInFences: [Int] = []
  /// Where an unclosed fence opens.
  public var openFence: Int?
  /// Lines that contain our own comment but are not entries.
  public var unreadableLines: [Int] = []
  /// Lines that name an article which an earlier line already names, with the same passage of it if they name one.
  public var repeatedLines: [Int] = []
  /// Lines that are not UTF-8.
  public var linesOfAnotherEncoding: [Int] = []

  /// - Throws: `unreadable`, `notRegular`.
  public init(path: String) throws(LibraryError) {
    let content = try RegularFile.read(DumpPath(path), atMost: 256 << 20)
    self.init(content.bytes)
  }

  init(_ bytes: [UInt8]) {
    let text = BookmarkText(bytes)
    let entries = text.entries
    entryCount = entries.count
    let linesOfEntries = Set(entries.flatMap { Array($0.lines) })
    var known: Set<String> = []
    for entry in entries {
      let bookmark = text.bookmark(entry)
      let article = entry.address != 0 ? String(entry.address) : bookmark.path ?? bookmark.name
      let key = article + (bookmark.passage.map { " at " + $0.text } ?? "")
      if !known.insert(key).inserted { repeatedLines.append(entry.lines.lowerBound + 1) }
    }
    var fence: (mark: UInt8, length: Int, line: Int)?
    for index in 0..<text.lineCount {
      let line = text.line(index)
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let string = String(validating: line, as: UTF8.self) else {
        linesOfAnotherEncoding.append(index + 1)
        continue
      }
      if linesOfEntries.contains(index) { continue }
      let isOurs = string.contains("<!-- yuelan:")
      let isLink = [0x2D, 0x2A, 0x2B].contains(words.first) && string.contains("](")
      if let first = words.first, first == 0x60 || first == 0x7E {
        let length = words.prefix { $0 == first }.count
        if let open = fence {
          // A fence is closed by at least as many marks of the same kind, with nothing after them.
          let isBare = words.dropFirst(length).allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
          if first == open.mark, length >= open.length, isBare { fence = nil }
        } else if length >= 3 {
          fence = (first, length, index + 1)
        }
      } else if fence != nil {
        if isOurs || isLink { linesInFences.append(index + 1) }
      } else if isOurs {
        unreadableLines.append(index + 1)
      }
    }
    openFence = fence?.line
  }
}
