import ArticleDump

/// One entry's line: `- [title](url) — publisher, day <!-- yuelan: path · added time -->`.
enum BookmarkLine {
  private static let comment = Array(" <!-- yuelan: ".utf8)
  private static let commentEnd = Array(" -->".utf8)
  private static let added = Array(" · added ".utf8)
  private static let dash = Array(" — ".utf8)

  /// Reads a line without its line end; `nil` if it is no list item that begins with a link.
  static func parse(_ line: ArraySlice<UInt8>) -> Bookmark? {
    guard line.count > 4, [0x2D, 0x2A, 0x2B].contains(line.first), line.dropFirst().starts(with: [0x20, 0x5B]) else {
      return nil
    }
    var rest = line.dropFirst(3)
    var bookmark = Bookmark(title: "")
    if let start = lastRange(of: comment, in: rest) {
      var inside = rest[start.upperBound...]
      if let end = inside.firstRange(of: commentEnd) { inside = inside[..<end.lowerBound] }
      rest = rest[..<start.lowerBound]
      if let mark = lastRange(of: added, in: inside) {
        bookmark.added = String(decoding: inside[mark.upperBound...], as: UTF8.self)
        inside = inside[..<mark.lowerBound]
      } else if inside.starts(with: "added ".utf8) {
        bookmark.added = String(decoding: inside.dropFirst(6), as: UTF8.self)
        inside = []
      }
      if !inside.isEmpty { bookmark.path = String(decoding: decodedPath(inside), as: UTF8.self) }
    }
    // The link is split at the last `](`, since titles may hold brackets.
    guard let middle = lastRange(of: [0x5D, 0x28], in: rest) else { return nil }
    let title = rest[..<middle.lowerBound]
    let tail = rest[middle.upperBound...]
    let url: ArraySlice<UInt8>
    if let end = tail.firstRange(of: [0x29] + dash) {
      url = tail[..<end.lowerBound]
      bookmark.description = String(decoding: tail[end.upperBound...], as: UTF8.self)
    } else if let end = tail.lastIndex(of: 0x29) {
      url = tail[..<end]
      bookmark.description = String(decoding: tail[(end + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
    } else {
      return nil
    }
    bookmark.title = String(decoding: unescapedTitle(title), as: UTF8.self)
    if !url.isEmpty { bookmark.url = String(decoding: url, as: UTF8.self) }
    return bookmark
  }

  /// The line of a new entry, with its line end, and its note's lines.
  static func format(_ bookmark: Bookmark) -> [UInt8] {
    var line = Array("- [".utf8)
    let title = Sanitizer.sanitized(bookmark.title)
    for byte in title.utf8 {
      if [0x5B, 0x5D, 0x5C].contains(byte) { line.append(0x5C) }
      line.append(byte)
    }
    line += Array("](".utf8)
    line += encoded(bookmark.url ?? "") { $0 == " " }
    line.append(0x29)
    // Where the link ends is told by its last `](`.
    let description = Sanitizer.sanitized(bookmark.description).replacing("](", with: "] (")
    if !description.isEmpty { line += dash + Array(description.utf8) }
    if bookmark.path != nil || bookmark.added != nil {
      line += comment
      // `%` must come back, the others could end the comment or begin another part of it.
      let path = encoded(bookmark.path ?? "") { "%<>·".unicodeScalars.contains($0) }
      line += path
      if let time = bookmark.added {
        line += path.isEmpty ? Array("added ".utf8) : added
        line += Array(Sanitizer.sanitized(time).utf8)
      }
      line += commentEnd
    }
    line.append(0x0A)
    let note = noteWithTags(bookmark)
    if !note.isEmpty {
      var text = BookmarkText(line)
      if let entry = text.entries.first { text.setNote(note, of: entry) }
      line = text.bytes
    }
    return line
  }

  /// The note, with the tags that it does not hold on a line of their own.
  private static func noteWithTags(_ bookmark: Bookmark) -> String {
    let held = BookmarkText.tags(in: bookmark.note)
    let missing = bookmark.tags.map(BookmarkText.writableTag).filter { !$0.isEmpty && !held.contains($0) }
    guard !missing.isEmpty else { return bookmark.note }
    let line = missing.map { "#" + $0 }.joined(separator: " ")
    return bookmark.note.isEmpty ? line : bookmark.note + "\n" + line
  }

  private static func unescapedTitle(_ title: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in title {
      if byte == 0x5C, !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, ![0x5B, 0x5D, 0x5C].contains(byte) { plain.append(0x5C) }
      isEscaped = false
      plain.append(byte)
    }
    if isEscaped { plain.append(0x5C) }
    return plain
  }

  /// Text in which what may not stand in a line, and `](`, is written as `%NN`.
  private static func encoded(_ text: String, or mustBeEncoded: (Unicode.Scalar) -> Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let utf8 = Array(String(scalar).utf8)
      let opensLink = scalar == "(" && bytes.last == 0x5D
      let isClean = scalar.isASCII ? (0x20..<0x7F).contains(scalar.value) : isUnchanged(String(scalar))
      bytes += isClean && !opensLink && !mustBeEncoded(scalar) ? utf8 : utf8.flatMap(percentEncoded)
    }
    return bytes
  }

  private static func isUnchanged(_ text: String) -> Bool { Sanitizer.sanitized(text) == text }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func decodedPath(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = path.startIndex
    while index < path.endIndex {
      if path[index] == 0x25, index + 2 < path.endIndex,
        let byte = UInt8(String(decoding: path[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(path[index])
        index += 1
      }
    }
    return decoded
  }

  private static func lastRange(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard bytes.count >= needle.count else { return nil }
    var start = bytes.endIndex - needle.count
    while start >= bytes.startIndex {
      if bytes[start] == needle[0], bytes[start..<start + needle.count].elementsEqual(needle) {
        return start..<start + needle.count
      }
      start -= 1
    }
    return nil
  }
}
