import ArticleDump

/// The bookmarks file as text: entries with their notes, and every other line, byte for byte.
struct BookmarkText: Sendable, Equatable {
  /// Lines with their line ends, so that joining them gives the file again.
  private(set) var lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    lines = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
  }

  var bytes: [UInt8] { Array(lines.joined()) }

  /// An entry and the lines that are its.
  struct Entry: Sendable, Equatable {
    var bookmark: Bookmark
    /// Positions in `lines`: the entry's own line, then its note's.
    var lines: Range<Int>
  }

  /// The entries in the file's order.
  var entries: [Entry] {
    var entries: [Entry] = []
    var heading: String?
    var fence: UInt8?
    var index = 0
    while index < lines.count {
      let line = Self.content(lines[index])
      if let mark = Self.fenceMark(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      if fence == nil, let title = Self.heading(line) { heading = title }
      guard fence == nil, var bookmark = BookmarkLine.parse(line) else {
        index += 1
        continue
      }
      let end = endOfNote(after: index)
      let note = lines[(index + 1)..<end].map { Self.unindented(Self.content($0)) }
      bookmark.note = note.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      bookmark.tags = Self.tags(in: bookmark.note)
      bookmark.heading = heading
      bookmark.line = index + 1
      entries.append(Entry(bookmark: bookmark, lines: index..<end))
      index = end
    }
    return entries
  }

  /// The heading that an entry added at the end stands under.
  var lastHeading: String? {
    var heading: String?
    var fence: UInt8?
    for line in lines.lazy.map(Self.content) {
      if let mark = Self.fenceMark(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      if fence == nil, let title = Self.heading(line) { heading = title }
    }
    return heading
  }

  /// Indented lines belong to the entry, and blank lines between them.
  private func endOfNote(after index: Int) -> Int {
    var end = index + 1
    var next = end
    while next < lines.count {
      let line = Self.content(lines[next])
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        next += 1
      } else if line.starts(with: [0x20, 0x20]) || line.first == 0x09 {
        next += 1
        end = next
      } else {
        break
      }
    }
    return end
  }

  // MARK: Changing

  mutating func remove(_ entries: [Entry]) {
    for entry in entries.sorted(by: { $0.lines.lowerBound > $1.lines.lowerBound }) {
      lines.removeSubrange(entry.lines)
    }
  }

  /// Replaces an entry's note; the entry's own line stays as it is but for a line end that it lacked.
  mutating func setNote(_ note: String, of entry: Entry) {
    let kept = lines[entry.lines.lowerBound]
    var replacement: [ArraySlice<UInt8>] = [kept]
    let noteLines = note.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    if !note.isEmpty {
      let lineEnd: [UInt8] = kept.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
      if kept.last != 0x0A { replacement[0] = kept + lineEnd }
      for line in noteLines {
        let text = Array(Sanitizer.sanitized(String(line)).utf8)
        replacement.append((text.isEmpty ? lineEnd : [0x20, 0x20] + text + lineEnd)[...])
      }
    }
    lines.replaceSubrange(entry.lines, with: replacement)
  }

  mutating func insert(_ block: [ArraySlice<UInt8>], at index: Int) { lines.insert(contentsOf: block, at: index) }

  /// Where a block stood: the line that was before it, if exactly one such line is there.
  func position(after line: ArraySlice<UInt8>?) -> Int? {
    guard let line else { return 0 }
    let places = lines.indices.filter { lines[$0].elementsEqual(line) }
    return places.count == 1 ? places[0] + 1 : nil
  }

  // MARK: Lines

  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == 0x0A { line = line.dropLast() }
    if line.last == 0x0D { line = line.dropLast() }
    return line
  }

  private static func unindented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if line.first == 0x09 { return line.dropFirst() }
    return line.starts(with: [0x20, 0x20]) ? line.dropFirst(2) : line.drop { $0 == 0x20 }
  }

  /// `#` to `######` and a space. Source: CommonMark 0.31, section 4.2.
  private static func heading(_ line: ArraySlice<UInt8>) -> String? {
    let marks = line.prefix { $0 == 0x23 }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == 0x20 else { return nil }
    return String(decoding: line.dropFirst(marks + 1), as: UTF8.self)
  }

  private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
    line.starts(with: "```".utf8) ? 0x60 : line.starts(with: "~~~".utf8) ? 0x7E : nil
  }

  static func tags(in note: String) -> [String] {
    note.split { $0.isWhitespace }.compactMap { word in
      guard word.first == "#", word.count > 1, word.dropFirst().first != "#" else { return nil }
      let tag = word.dropFirst().prefix { !endsTag($0) }
      return tag.isEmpty ? nil : String(tag)
    }
  }

  /// A tag as it can stand in a note: `-` for what would end it.
  static func writableTag(_ tag: String) -> String {
    String(tag.drop(while: endsTag).map { endsTag($0) ? "-" : $0 })
  }

  private static func endsTag(_ character: Character) -> Bool {
    character.isWhitespace || "，。；、,.;#".contains(character)
  }
}
