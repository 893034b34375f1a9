import Text

/// Boxes and tabs of MkDocs (Python-Markdown's admonition and PyMdown's details and tabbed).
extension BlockParser {
  /// `!!! note "Title"`, `??? note`, `???+ note`, `=== "Tab"`; their content is indented by four columns.
  mutating func admonition() -> Start {
    let mark = bytes[nextNonspace]
    guard byte(at: nextNonspace + 1) == mark, byte(at: nextNonspace + 2) == mark, open.count <= Self.deepestNesting
    else { return .none }
    var position = nextNonspace + 3
    if mark != 0x21, byte(at: position) == 0x2B || byte(at: position) == 0x21 { position += 1 }
    guard Self.isBlankByte(byte(at: position)) else { return .none }
    let words = trimmed(position..<lineEnd)
    var title = words
    var kind = words.lowerBound
    while kind < words.upperBound, isWordByte(bytes[kind]) { kind += 1 }
    let quote = bytes[words].firstIndex { $0 == 0x22 || $0 == 0x27 }
    if let quote {
      guard words.upperBound - quote >= 2, bytes[words.upperBound - 1] == bytes[quote] else { return .none }
      title = quote + 1..<words.upperBound - 1
    }
    // ASCII keywords precede the title; tabs only have a title.
    let before = words.lowerBound..<(quote ?? words.upperBound)
    let isKind = bytes[before].allSatisfy { isWordByte($0) || $0 == 0x20 }
    guard isKind, mark == 0x3D ? quote == words.lowerBound : kind > words.lowerBound, isFollowedByIndentation() else {
      return .none
    }
    let index = add(.admonition)
    nodes[index].fence = mark
    let info = quote == nil ? words.lowerBound..<kind : title
    nodes[index].level = info.isEmpty ? 0 : quote == nil ? 1 : 2
    let start = text.count
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[info]))
    nodes[index].infoStart = Int32(start)
    nodes[index].infoEnd = Int32(text.count)
    return .consumed
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F
  }

  /// Whether the next line with text, at most two lines on, begins with four columns of blanks.
  private func isFollowedByIndentation() -> Bool {
    var position = lineEnd + 1
    var lines = 0
    var columns = 0
    while position < bytes.count, lines < 3 {
      switch bytes[position] {
      case 0x20: columns += 1
      case 0x09: columns += 4
      case 0x0A:
        lines += 1
        columns = 0
      default: return columns >= 4
      }
      position += 1
    }
    return false
  }
}
