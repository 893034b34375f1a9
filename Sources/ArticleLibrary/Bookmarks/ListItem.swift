/// A line that begins a list item. Source: CommonMark 0.31, section 5.2.
struct ListItem {
  /// Columns before the marker.
  var indent: Int
  /// Where the item's text begins.
  var content: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var index = line.lowerBound
    indent = 0
    while index < line.upperBound, isBlank(bytes[index]) {
      indent = bytes[index] == 0x09 ? (indent / 4 + 1) * 4 : indent + 1
      index += 1
    }
    guard index < line.upperBound else { return nil }
    if [0x2D, 0x2A, 0x2B].contains(bytes[index]) {
      index += 1
    } else {
      let digits = index
      while index < line.upperBound, index < digits + 10, 0x30...0x39 ~= bytes[index] { index += 1 }
      guard (1...9).contains(index - digits), index < line.upperBound,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
    }
    guard index < line.upperBound, isBlank(bytes[index]) else { return nil }
    while index < line.upperBound, isBlank(bytes[index]) { index += 1 }
    content = index
  }
}

/// Whether a byte separates words in a line of Markdown: a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
