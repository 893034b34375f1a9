import MarkdownReader
import Text

/// Decides by structure whether a body is HTML or Markdown.
enum BodyShape {
  /// Whether all of a body's text is inside HTML elements, which makes it a page rather than Markdown with HTML in it.
  ///
  /// Text outside of every element is Markdown, and so is a heading, a fence or a list after a blank line inside an
  /// element. Phrasing elements do not count: a line that is strong because of `<b>` is a line of Markdown.
  static func isPage(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let table = TagTable.shared
    let blocks = blockTags
    var position = range.lowerBound
    var depth = 0
    var holdsBlock = false
    // The offset of the next <, if one has been searched for.
    var markup = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x3C, let tag = MarkupTag(bytes, at: position, limit: range.upperBound, table, blocks: blocks) {
        position = tag.end
        switch tag.kind {
        case .other: break
        case .declaration: holdsBlock = true
        case .open where tag.isBlock:
          holdsBlock = true
          if !tag.isVoid { depth += 1 }
        case .close where tag.isBlock: depth = max(0, depth - 1)
        case .open, .close: break
        case .raw(let end): position = end
        }
        continue
      }
      if byte > 0x20 {
        guard depth > 0 else { return false }
        if isMarkdownLine(bytes, position, range) { return false }
        // The rest of the line up to a tag; a < that does not begin one is skipped.
        position += 1
        if position >= markup { markup = ByteSearch.offset(of: 0x3C, in: bytes, position..<range.upperBound) }
        position = ByteSearch.offset(of: 0x0A, in: bytes, position..<markup)
        continue
      }
      position += 1
    }
    return holdsBlock
  }

  private static let blockTags: TagSet = {
    var tags = TagSet()
    for tag in Tag.allCases where tag.traits.contains(.block) { tags.insert(tag) }
    for tag in [Tag.article, .html, .body, .head] { tags.insert(tag) }
    return tags
  }()

  /// Whether a heading, a fence, a quote or a list of Markdown begins at a character: at the start of its line, after a
  /// blank line.
  private static func isMarkdownLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
    guard start - 2 >= range.lowerBound, bytes[start - 1] == 0x0A, bytes[start - 2] == 0x0A else { return false }
    let line = bytes[start..<min(range.upperBound, start + 8)]
    return ["## ", "### ", "```", "* ", "- ", "> ", "1. "].contains { line.starts(with: $0.utf8) }
  }
}

/// An HTML tag, comment or declaration, in as much detail as `BodyShape` needs.
private struct MarkupTag {
  enum Kind {
    case open, close, declaration, other
    /// Script or style: up to its end.
    case raw(end: Int)
  }

  var kind: Kind
  var isBlock = false
  var isVoid = false
  /// The body's end if it is unclosed, so that the search is done only once.
  var end: Int

  /// - Parameter blocks: The tags of blocks.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int, _ table: TagTable, blocks: TagSet) {
    guard start + 2 < limit else { return nil }
    let next = bytes[start + 1]
    if next == 0x21 || next == 0x3F {
      let rest = UnsafeBufferPointer(rebasing: bytes[start..<limit])
      let isComment = ByteSearch.starts(rest, with: "<!--")
      let found =
        isComment ? ByteSearch.offset(of: "-->", in: rest).map { $0 + 3 } : rest.firstIndex(of: 0x3E).map { $0 + 1 }
      kind = isComment || next == 0x3F ? .other : .declaration
      end = found.map { start + $0 } ?? limit
      return
    }
    let isClosing = next == 0x2F
    var position = start + (isClosing ? 2 : 1)
    let nameStart = position
    while position < limit, (bytes[position] | 0x20) &- 0x61 < 26 || bytes[position] &- 0x30 < 10 { position += 1 }
    guard position > nameStart, position - nameStart <= 12 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[nameStart..<position])
    guard let known = table.tag(of: name, readable: limit - nameStart), let tag = Tag(rawValue: known) else {
      return nil
    }
    // Half of all tags have no attributes.
    if position == limit || bytes[position] != 0x3E { position = Self.end(ofAttributes: bytes, position..<limit) }
    guard position < limit else {
      kind = .other
      end = limit
      return
    }
    end = position + 1
    kind = isClosing ? .close : .open
    isBlock = blocks.contains(tag)
    isVoid = tag == .hr || tag == .img || tag == .br || bytes[position - 1] == 0x2F
    if !isClosing, tag == .script || tag == .style {
      let rest = UnsafeBufferPointer(rebasing: bytes[end..<limit])
      let closer: StaticString = tag == .script ? "</script" : "</style"
      kind = .raw(end: ByteSearch.offset(of: closer, in: rest).map { end + $0 } ?? limit)
    }
  }
}

extension MarkupTag {
  /// The offset of the `>` that ends a tag, skipping quoted values.
  private static func end(ofAttributes bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var position = range.lowerBound
    var close = position
    while position < range.upperBound {
      if close <= position { close = ByteSearch.offset(of: 0x3E, in: bytes, position..<range.upperBound) }
      let equals = ByteSearch.offset(of: 0x3D, in: bytes, position..<close)
      guard equals < close else { return close }
      position = equals + 1
      guard position < range.upperBound, bytes[position] == 0x22 || bytes[position] == 0x27 else { continue }
      position =
        ByteSearch.offset(of: bytes[position], in: bytes, min(position + 1, range.upperBound)..<range.upperBound) + 1
    }
    return range.upperBound
  }
}

/// Names of files that hold Markdown.
enum MarkdownName {
  static let suffixes = [".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx"]

  /// - Parameter name: A file's name or path, in lower case.
  static func holds(_ name: String) -> Bool { suffixes.contains { name.hasSuffix($0) } }
}
