import Text

extension StyledText {
  /// Whether a full stop occurs before the end, as in strong prose, but not in a heading.
  var holdsSeveralSentences: Bool {
    text.withBytes { bytes in
      var end = max(0, bytes.count - 1)
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return ByteSearch.holds(UnsafeBufferPointer(rebasing: bytes[..<end]), "。")
    }
  }

  /// The text split where a line begins with an ideographic space: in Chinese that is a new paragraph.
  func splitAtIndentation() -> [StyledText] {
    guard text.withBytes({ ByteSearch.holds($0, byte: 0x0A) }) else { return [self] }
    let bytes = Array(text.utf8)
    var ranges: [Range<Int>] = []
    var start = 0
    for index in bytes.indices.dropLast(3)
    where bytes[index] == 0x0A && bytes[index + 1] == 0xE3 && bytes[index + 2] == 0x80 && bytes[index + 3] == 0x80 {
      ranges.append(start..<index)
      start = index + 1
    }
    guard start > 0 else { return [self] }
    return parts(ranges + [start..<bytes.count])
  }
}
