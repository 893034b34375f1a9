import ArticleDump
import Glibc

/// The bookmarks file as text: entries with their notes, and every other line, byte for byte.
///
/// The content of an entry is read on demand: a file of a hundred thousand entries is scanned in a few hundredths of a
/// second.
struct BookmarkText: Sendable, Equatable {
  let bytes: [UInt8]
  /// Where each line begins, and the end of the text.
  private let lineStarts: [Int]
  /// The entries in the file's order.
  let entries: [Entry]
  /// The line that opens an unclosed code block: no entry can appear below it.
  let unclosedFence: Int?
  private let lastHeadingLine: Int?

  /// An entry and the lines that belong to it.
  struct Entry: Sendable, Equatable {
    fileprivate(set) var parts: BookmarkLine.Parts
    /// Numbers of lines, from 0: the entry's own line, then its note's.
    fileprivate(set) var lines: Range<Int>
    /// The line of the nearest heading above.
    fileprivate(set) var headingLine: Int?
    /// See `ArticleAddress.hash`; 0 if there is none.
    fileprivate(set) var address: UInt64
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let starts = Self.lineStarts(bytes)
    lineStarts = starts
    let scan = bytes.withUnsafeBufferPointer { buffer in
      var scan = BookmarkScan(buffer)
      for line in 0..<starts.count - 1 { scan.read(line, starts[line]..<starts[line + 1]) }
      scan.finish()
      return (scan.entries, scan.unclosedFence, scan.headingLine)
    }
    (entries, unclosedFence, lastHeadingLine) = scan
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while start < buffer.count, let end = memchr(base + start, 0x0A, buffer.count - start) {
        start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(end)) + 1
        starts.append(start)
      }
      if start < buffer.count { starts.append(buffer.count) }
    }
    return starts
  }

  var lineCount: Int { lineStarts.count - 1 }

  /// A line with its line end.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[lineStarts[number]..<lineStarts[number + 1]] }

  func lines(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[lineStarts[range.lowerBound]..<lineStarts[range.upperBound]]
  }

  /// The file's line ends, taken from the last line that has one.
  var lineEnd: [UInt8] {
    guard let last = bytes.lastIndex(of: 0x0A), last > 0, bytes[last - 1] == 0x0D else { return [0x0A] }
    return [0x0D, 0x0A]
  }

  // MARK: What entries tell

  func bookmark(_ entry: Entry) -> Bookmark {
    var bookmark = BookmarkLine.bookmark(entry.parts, in: bytes)
    let own = entry.lines.lowerBound
    let note = entry.lines.dropFirst().map { Self.noteText(Self.content(line($0)), indent: entry.parts.indent) }
    bookmark.note = note.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    // The # characters of a quotation are the author's.
    bookmark.tags = Self.tags(in: bookmark.passage == nil ? bookmark.note : bookmark.remark)
    bookmark.heading = entry.headingLine.map(heading)
    bookmark.line = own + 1
    return bookmark
  }

  var bookmarks: [Bookmark] { entries.map(bookmark) }

  /// The fingerprint of an entry, without reading the rest of it.
  func fingerprint(of entry: Entry) -> DumpFingerprint? {
    var parts = bytes[entry.parts.comment].split(separator: 0x20).makeIterator()
    while let part = parts.next() {
      if part.elementsEqual("text".utf8), let digits = parts.next() {
        return DumpFingerprint(String(decoding: digits, as: UTF8.self))
      }
    }
    return nil
  }

  /// The heading that an entry on a new line would have.
  func heading(above line: Int) -> String? {
    if line == lineCount { return lastHeadingLine.map(heading) }
    return (0..<line).last { Self.isHeading(Self.content(self.line($0))) }.map(heading)
  }

  private func heading(at line: Int) -> String {
    let text = Self.content(self.line(line)).drop { $0 == 0x20 }.drop { $0 == 0x23 }.dropFirst()
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Changing

  /// The file without those entries.
  func removing(_ entries: [Entry]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var line = 0
    for entry in entries.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      kept += lines(line..<entry.lines.lowerBound)
      line = entry.lines.upperBound
    }
    return kept + lines(line..<lineCount)
  }

  /// The file with another note; the entry's own line stays unchanged, except for a missing line end.
  func settingNote(_ note: String, of entry: Entry) -> [UInt8] {
    let own = line(entry.lines.lowerBound)
    var block = Array(own)
    if !note.isEmpty {
      let lineEnd: [UInt8] = own.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
      if own.last != 0x0A { block += lineEnd }
      let indent = [UInt8](repeating: 0x20, count: entry.parts.indent + 2)
      for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
        let text = Self.writableNote(Array(Sanitizer.sanitized(String(line)).utf8))
        block += text.isEmpty ? lineEnd : indent + text + lineEnd
      }
    }
    return lines(0..<entry.lines.lowerBound) + block + lines(entry.lines.upperBound..<lineCount)
  }

  /// The file with another passage in an entry's comment, if it has one, and another note.
  func settingPassage(_ passage: Passage, note: String, of entry: Entry) -> [UInt8] {
    let comment = String(decoding: bytes[entry.parts.comment], as: UTF8.self)
    let end = comment.hasSuffix(" ") ? " " : ""
    let parts = comment.dropLast(end.count).split(separator: " · ", omittingEmptySubsequences: false).map { part in
      part.hasPrefix("at ") && Passage(part.dropFirst(3)) != nil ? "at " + passage.text : String(part)
    }
    let changed = Array((parts.joined(separator: " · ") + end).utf8)
    // The comment is on the entry's first line, and the note is below it.
    let noted = settingNote(note, of: entry)
    return noted[..<entry.parts.comment.lowerBound] + changed + noted[entry.parts.comment.upperBound...]
  }

  /// The file with a block of whole lines inserted before a line. If the last line has no line end, it gets one.
  func inserting(_ block: [UInt8], before number: Int) -> [UInt8] {
    var changed = Array(lines(0..<number))
    if let last = changed.last, last != 0x0A { changed += lineEnd }
    changed += block
    if number < lineCount, changed.last.map({ $0 != 0x0A }) ?? false { changed += lineEnd }
    return changed + lines(number..<lineCount)
  }

  // MARK: Lines

  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == 0x0A { line = line.dropLast() }
    if line.last == 0x0D { line = line.dropLast() }
    return line.starts(with: [0xEF, 0xBB, 0xBF]) && line.startIndex == 0 ? line.dropFirst(3) : line
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { BookmarkScan.isHeading($0, 0..<$0.count) }
  }

  /// A line of a note without the indentation that makes it one, and without the escape that keeps it from being an
  /// entry.
  private static func noteText(_ line: ArraySlice<UInt8>, indent: Int) -> ArraySlice<UInt8> {
    var rest = line
    if rest.first == 0x09 {
      rest = rest.dropFirst()
    } else {
      for _ in 0..<(indent + 2) where rest.first == 0x20 { rest = rest.dropFirst() }
    }
    if let escape = rest.firstIndex(of: 0x5C), isItem(rest[..<escape] + rest[(escape + 1)...]), !isItem(rest) {
      return rest[..<escape] + rest[(escape + 1)...]
    }
    return rest
  }

  /// A line of a note that would be read as an entry gets a backslash before its list marker.
  private static func writableNote(_ line: [UInt8]) -> [UInt8] {
    guard isItem(line[...]),
      let marker = line.firstIndex(where: { !isBlank($0) && !(0x30...0x39 ~= $0) })
    else { return line }
    return Array(line[..<marker] + [0x5C] + line[marker...])
  }

  private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { BookmarkLine.parse($0, 0..<$0.count) != nil }
  }

  /// The tags of a note, in the order in which they first occur.
  static func tags(in note: String) -> [String] {
    var known: Set<Substring> = []
    return note.split { $0.isWhitespace }.compactMap { word in
      guard word.first == "#", word.count > 1, word.dropFirst().first != "#" else { return nil }
      let tag = word.dropFirst().prefix { !endsTag($0) }
      return tag.isEmpty || !known.insert(tag).inserted ? nil : String(tag)
    }
  }

  /// A tag in the form in which it can be in a note: with `-` for characters that would end it.
  static func writableTag(_ tag: String) -> String {
    String(tag.drop(while: endsTag).map { endsTag($0) ? "-" : $0 })
  }

  private static func endsTag(_ character: Character) -> Bool {
    character.isWhitespace || "，。；、,.;#".contains(character)
  }
}

/// Finds entries, headings and code blocks in one pass over the lines.
private struct BookmarkScan {
  private(set) var entries: [BookmarkText.Entry] = []
  private(set) var headingLine: Int?
  var unclosedFence: Int? { fence.flatMap { $0.isInItem ? nil : $0.line } }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var fence: Fence?
  /// The entry whose note may continue.
  private var noteOwner: Int?
  private var isInItem = false

  private struct Fence {
    var mark: UInt8
    var count: Int
    var line: Int
    /// It is in a list item, and ends where that does.
    var isInItem: Bool
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// - Parameter range: The line with its line end.
  mutating func read(_ number: Int, _ range: Range<Int>) {
    var line = range
    if line.upperBound > line.lowerBound, bytes[line.upperBound - 1] == 0x0A { line = line.dropLast() }
    if line.upperBound > line.lowerBound, bytes[line.upperBound - 1] == 0x0D { line = line.dropLast() }
    // A byte order mark is not part of the first line.
    if number == 0, line.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { line = line.dropFirst(3) }
    var text = line.lowerBound
    var indent = 0
    while text < line.upperBound, isBlank(bytes[text]) {
      indent = bytes[text] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      text += 1
    }
    let isEmpty = text == line.upperBound
    if let open = fence {
      if isEmpty { return }
      if !open.isInItem || indent >= 2 {
        if closes(open, text..<line.upperBound) { fence = nil }
        extendNote(to: number, indent: indent)
        return
      }
      fence = nil
    }
    if isEmpty { return }
    if bytes[text] < 0x40, let parts = BookmarkLine.parse(bytes, line) {
      noteOwner = entries.count
      isInItem = true
      entries.append(
        BookmarkText.Entry(
          parts: parts, lines: number..<number + 1, headingLine: headingLine,
          address: parts.url.isEmpty ? 0 : address(parts.url)))
      return
    }
    let item = ListItem(bytes, line)
    let start = item?.content ?? text
    if let mark = opensFence(start..<line.upperBound, indent: indent) {
      let isInside = item != nil || isInItem && indent >= 2
      fence = Fence(mark: mark.mark, count: mark.count, line: number, isInItem: isInside)
    } else if Self.isHeading(bytes, line) {
      headingLine = number
    }
    extendNote(to: number, indent: indent)
    if item != nil { isInItem = true } else if indent == 0 { isInItem = false }
  }

  mutating func finish() { noteOwner = nil }

  private func address(_ url: Range<Int>) -> UInt64 {
    let url = UnsafeBufferPointer(rebasing: bytes[url])
    if url.contains(UInt8(ascii: "\\")) { return ArticleAddress(BookmarkLine.address(url))?.hash ?? 0 }
    return ArticleAddress.hash(of: url)
  }

  /// Indented lines belong to the entry, and so do empty lines between them.
  private mutating func extendNote(to number: Int, indent: Int) {
    guard let owner = noteOwner else { return }
    if indent >= entries[owner].parts.indent + 2 {
      entries[owner].lines = entries[owner].lines.lowerBound..<number + 1
    } else {
      noteOwner = nil
    }
  }

  /// Three or more backticks or tildes. Source: CommonMark 0.31, section 4.5.
  private func opensFence(_ text: Range<Int>, indent: Int) -> (mark: UInt8, count: Int)? {
    guard indent < 4 || isInItem, let mark = text.first.map({ bytes[$0] }), mark == 0x60 || mark == 0x7E else {
      return nil
    }
    let count = text.prefix { bytes[$0] == mark }.count
    guard count >= 3, mark == 0x7E || !text.dropFirst(count).contains(where: { bytes[$0] == 0x60 }) else { return nil }
    return (mark, count)
  }

  private func closes(_ fence: Fence, _ text: Range<Int>) -> Bool {
    let count = text.prefix { bytes[$0] == fence.mark }.count
    return count >= fence.count && text.dropFirst(count).allSatisfy { isBlank(bytes[$0]) }
  }

  /// `#` to `######` and a blank. Source: CommonMark 0.31, section 4.2.
  static func isHeading(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let rest = line.drop { $0 < line.lowerBound + 3 && bytes[$0] == 0x20 }
    let marks = rest.prefix { bytes[$0] == 0x23 }.count
    return (1...6).contains(marks) && rest.dropFirst(marks).first.map { bytes[$0] == 0x20 } ?? false
  }
}
