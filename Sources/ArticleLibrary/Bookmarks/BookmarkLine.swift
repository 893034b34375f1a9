import ArticleDump
import Text

/// The line of an entry: a list item that begins with a link.
///
/// Written, it is `- [title](url) — publisher, day <!-- yuelan: place · added time · text fingerprint -->`. The entry
/// of a highlight also says where it is (`Passage`). Read, it is whatever people write for that in Markdown: any list
/// marker, indented or not, a check box, emphasis around the link, a link title, an address in `<…>`.
enum BookmarkLine {
  /// The parts of an entry, as offsets into the file.
  struct Parts: Sendable, Equatable {
    /// Columns before the list marker.
    var indent = 0
    var title = 0..<0
    var url = 0..<0
    var description = 0..<0
    /// Between `<!-- yuelan: ` and ` -->`.
    var comment = 0..<0
    /// The title is not escaped, because it is the address of an autolink.
    var isAutolink = false
  }

  // MARK: Reading

  /// Reads a line without its line end; `nil` if it is not a list item that begins with a link.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Parts? {
    guard let item = ListItem(bytes, line) else { return nil }
    var parts = Parts()
    parts.indent = item.indent
    var end = line.upperBound
    if let start = lastComment(in: bytes, item.content..<end) {
      let inside = start + comment.utf8CodeUnitCount
      parts.comment = inside..<(firstIndex(of: "-->", in: bytes, inside..<end) ?? end)
      end = start
    }
    while end > item.content, isBlank(bytes[end - 1]) { end -= 1 }
    var index = item.content
    // A check box, as in task lists.
    if index + 3 < end, bytes[index] == UInt8(ascii: "["), bytes[index + 2] == UInt8(ascii: "]"),
      isBlank(bytes[index + 3]), bytes[index + 1] == 0x20 || bytes[index + 1] | 0x20 == UInt8(ascii: "x")
    {
      index += 3
      while index < end, isBlank(bytes[index]) { index += 1 }
    }
    let emphasis = index
    while index < end, isEmphasis(bytes[index]) { index += 1 }
    let isEmphasized = index > emphasis
    guard index < end else { return nil }
    let link: Link?
    if bytes[index] == UInt8(ascii: "<") {
      link = Link(autolinkIn: bytes, index..<end)
      parts.isAutolink = true
    } else if bytes[index] == UInt8(ascii: "[") {
      link = Link(in: bytes, index..<end, isOurs: !parts.comment.isEmpty)
    } else {
      return nil
    }
    guard let link else { return nil }
    (parts.title, parts.url) = (link.title, link.url)
    var rest = link.end
    if isEmphasized { while rest < end, isEmphasis(bytes[rest]) { rest += 1 } }
    while rest < end, isBlank(bytes[rest]) { rest += 1 }
    if starts(bytes, rest..<end, with: "—") {
      rest += 3
      while rest < end, isBlank(bytes[rest]) { rest += 1 }
    }
    parts.description = rest..<end
    return parts
  }

  /// Makes an entry from its parts, without what is on other lines.
  static func bookmark(_ parts: Parts, in bytes: [UInt8]) -> Bookmark {
    let title = parts.isAutolink ? Array(bytes[parts.title]) : plainTitle(bytes[parts.title])
    var bookmark = Bookmark(title: String(decoding: title, as: UTF8.self))
    if !parts.url.isEmpty { bookmark.url = address(bytes[parts.url]) }
    bookmark.description = String(decoding: bytes[parts.description], as: UTF8.self)
    var comment = bytes[parts.comment]
    if comment.last == 0x20 { comment.removeLast() }
    for part in String(decoding: comment, as: UTF8.self).split(separator: " · ") {
      if part.hasPrefix("added ") {
        bookmark.added = String(part.dropFirst(6))
      } else if part.hasPrefix("text "), let fingerprint = DumpFingerprint(part.dropFirst(5)) {
        bookmark.fingerprint = fingerprint
      } else if part.hasPrefix("at "), let passage = Passage(part.dropFirst(3)) {
        bookmark.passage = passage
      } else if bookmark.path == nil {
        bookmark.path = String(decoding: decoded(Array(part.utf8)), as: UTF8.self)
      }
    }
    return bookmark
  }

  /// A link at the beginning of an item.
  private struct Link {
    var title: Range<Int>
    var url: Range<Int>
    /// Past the link.
    var end: Int

    /// `<https://example.org/>`. Source: CommonMark 0.31, section 6.5.
    init?(autolinkIn bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      guard let close = range.first(where: { bytes[$0] == UInt8(ascii: ">") }) else { return nil }
      let address = range.lowerBound + 1..<close
      guard starts(bytes, address, with: "http://") || starts(bytes, address, with: "https://"),
        !address.contains(where: { isBlank(bytes[$0]) })
      else { return nil }
      (title, url, end) = (address, address, close + 1)
    }

    /// `[title](address "tip")`. Source: CommonMark 0.31, section 6.3.
    ///
    /// Version 0.1.0 wrote addresses unchanged, with parentheses that need not match: in its lines a link ends before
    /// text that can follow it. A title written by hand with brackets that do not match ends at the last `](`.
    ///
    /// - Parameter isOurs: Whether the line has the program's own comment.
    init?(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isOurs: Bool) {
      let middle: Int
      if let close = Self.closingBracket(bytes, range), starts(bytes, close..<range.upperBound, with: "](") {
        (title, middle) = (range.lowerBound + 1..<close, close + 2)
        if let (address, end) = Self.destination(bytes, middle..<range.upperBound),
          !isOurs || end == range.upperBound || !Self.continuesAddress(bytes[end])
        {
          (url, self.end) = (address, end)
          return
        }
      } else if let last = Self.lastMiddle(bytes, range) {
        // Brackets before the link that are not part of it: only the link's own title counts.
        let own = (range.lowerBound..<last).last { bytes[$0] == UInt8(ascii: "[") } ?? range.lowerBound
        (title, middle) = (own + 1..<last, last + 2)
        if let (address, end) = Self.destination(bytes, middle..<range.upperBound) {
          (url, self.end) = (address, end)
          return
        }
      } else {
        return nil
      }
      let tail = middle..<range.upperBound
      guard let close = firstIndex(of: ") — ", in: bytes, tail) ?? tail.last(where: { bytes[$0] == UInt8(ascii: ")") })
      else { return nil }
      (url, end) = (middle..<close, close + 1)
    }

    private static func closingBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
      var depth = 0
      var index = range.lowerBound
      while index < range.upperBound {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return index }
        default: break
        }
        index += 1
      }
      return nil
    }

    private static func lastMiddle(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
      range.last { bytes[$0] == UInt8(ascii: "]") && $0 + 1 < range.upperBound && bytes[$0 + 1] == UInt8(ascii: "(") }
    }

    /// The address and where the link ends; `nil` if the parentheses are not closed.
    private static func destination(
      _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> (address: Range<Int>, end: Int)? {
      var index = range.lowerBound
      func skipBlanks() { while index < range.upperBound, isBlank(bytes[index]) { index += 1 } }
      skipBlanks()
      guard index < range.upperBound else { return nil }
      let address: Range<Int>
      if bytes[index] == UInt8(ascii: "<") {
        let start = index + 1
        index = start
        while index < range.upperBound, bytes[index] != UInt8(ascii: ">") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < range.upperBound else { return nil }
        address = start..<index
        index += 1
      } else {
        let start = index
        var depth = 0
        scan: while index < range.upperBound {
          switch bytes[index] {
          case 0x20, 0x09: break scan
          case UInt8(ascii: "\\") where index + 1 < range.upperBound && isEscapable(bytes[index + 1]): index += 1
          case UInt8(ascii: "("): depth += 1
          case UInt8(ascii: ")"):
            if depth == 0 { break scan }
            depth -= 1
          default: break
          }
          index += 1
        }
        guard depth == 0, index <= range.upperBound else { return nil }
        address = start..<index
      }
      skipBlanks()
      // The tip.
      if index < range.upperBound, [0x22, 0x27, 0x28].contains(bytes[index]) {
        let close: UInt8 = bytes[index] == 0x28 ? 0x29 : bytes[index]
        index += 1
        while index < range.upperBound, bytes[index] != close { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
        index += 1
        skipBlanks()
      }
      guard index < range.upperBound, bytes[index] == UInt8(ascii: ")") else { return nil }
      return (address, index + 1)
    }

    /// Whether a character can occur in an address after a `)`.
    private static func continuesAddress(_ byte: UInt8) -> Bool {
      0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || [0x29, 0x2F, 0x3F, 0x26, 0x3D, 0x23, 0x25].contains(byte)
    }
  }

  private static let comment: StaticString = "<!-- yuelan: "

  private static func lastComment(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.upperBound - comment.utf8CodeUnitCount
    while index >= range.lowerBound {
      if bytes[index] == UInt8(ascii: "<"), starts(bytes, index..<range.upperBound, with: comment),
        index == range.lowerBound || bytes[index - 1] != UInt8(ascii: "\\")
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// Title text without escapes, and without emphasis around the whole of it.
  private static func plainTitle(_ title: ArraySlice<UInt8>) -> [UInt8] {
    var title = title
    while title.count > 2, let first = title.first, isEmphasis(first), title.last == first {
      title = title.dropFirst().dropLast()
    }
    return unescaped(title) { 0x21...0x2F ~= $0 || 0x3A...0x40 ~= $0 || 0x5B...0x60 ~= $0 || 0x7B...0x7E ~= $0 }
  }

  /// An address keeps its backslashes, except before characters that must be escaped in it.
  static func address(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: unescaped(bytes, isEscapable), as: UTF8.self)
  }

  private static func unescaped(_ text: some Collection<UInt8>, _ isEscapable: (UInt8) -> Bool) -> [UInt8] {
    let text = Array(text)
    guard text.contains(UInt8(ascii: "\\")) else { return text }
    var plain: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex, isEscapable(text[index + 1]) { index += 1 }
      plain.append(text[index])
      index += 1
    }
    return plain
  }

  private static func isEscapable(_ byte: UInt8) -> Bool { [0x28, 0x29, 0x3C, 0x3E].contains(byte) }

  private static func isEmphasis(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
  }

  // MARK: Writing

  /// The line of a new entry, with its line end, and the lines of its note.
  static func format(_ bookmark: Bookmark) -> [UInt8] {
    var line = Array("- [".utf8)
    for byte in Sanitizer.sanitized(bookmark.title).utf8 {
      // Brackets end a title, and `<` may begin a comment like ours.
      if [0x5B, 0x5D, 0x5C, 0x3C].contains(byte) { line.append(0x5C) }
      line.append(byte)
    }
    line += Array("](".utf8)
    line += destination(bookmark.url ?? "")
    line.append(0x29)
    // Anything that looks like another link or comment would be read as one.
    let description = Sanitizer.sanitized(bookmark.description).replacing("](", with: "] (").replacing(
      "<!--", with: "< !--")
    if !description.isEmpty { line += Array(" — ".utf8) + Array(description.utf8) }
    let path: String? = bookmark.path.map { path in
      // `%` must survive; the others could end the comment or begin another part of it, as these words do.
      let isLikeAnotherPart = ["added ", "text ", "at "].contains(where: path.hasPrefix)
      let bytes = WrittenAddress.percentEncoded(path) {
        "%<>·".unicodeScalars.contains($0) || (isLikeAnotherPart && $0 == " ")
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let time = bookmark.added.map { Sanitizer.sanitized($0).filter { !"·<>".contains($0) } }
    let parts = [
      path, time.map { "added " + $0 }, bookmark.fingerprint.map { "text " + $0.text },
      bookmark.passage.map { "at " + $0.text },
    ].compactMap { $0 }.filter { !$0.isEmpty }
    if !parts.isEmpty { line += Array(" <!-- yuelan: \(parts.joined(separator: " · ")) -->".utf8) }
    line.append(0x0A)
    let note = noteWithTags(bookmark)
    if !note.isEmpty {
      let text = BookmarkText(line)
      if let entry = text.entries.first { line = text.settingNote(note, of: entry) }
    }
    return line
  }

  /// An address in a form that can be between parentheses.
  private static func destination(_ url: String) -> [UInt8] {
    let plain = WrittenAddress.bytes(of: url)
    var depth = 0
    let isBalanced = plain.allSatisfy { byte in
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
      return depth >= 0
    }
    return isBalanced && depth == 0 ? plain : [0x3C] + plain + [0x3E]
  }

  /// The note, with the tags that it does not contain on a separate line.
  private static func noteWithTags(_ bookmark: Bookmark) -> String {
    let held = BookmarkText.tags(in: bookmark.note)
    let missing = bookmark.tags.map(BookmarkText.writableTag).filter { !$0.isEmpty && !held.contains($0) }
    guard !missing.isEmpty else { return bookmark.note }
    let line = missing.map { "#" + $0 }.joined(separator: " ")
    return bookmark.note.isEmpty ? line : bookmark.note + "\n" + line
  }

  private static func decoded(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(0x25) else { return path }
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
}

private func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, with prefix: StaticString) -> Bool {
  ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[range]), with: prefix)
}

private func firstIndex(of needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  ByteSearch.offset(of: needle, in: UnsafeBufferPointer(rebasing: bytes[range])).map { range.lowerBound + $0 }
}
