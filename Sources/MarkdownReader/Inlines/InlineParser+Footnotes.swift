/// Footnotes.
extension InlineParser {
  /// The end of the footnote reference at a `[`, if its label is defined; with `leniency`, of anything that looks like
  /// one.
  func footnoteEnd(at start: Int) -> (label: String, end: Int)? {
    let isLenient = options.contains(.leniency)
    guard start + 3 < upper, bytes[start + 1] == 0x5E, isLenient || !footnoteLabels.isEmpty else { return nil }
    var end = start + 2
    let furthest = min(upper, start + 200)
    while end < furthest, bytes[end] != 0x5D, bytes[end] != 0x5B, bytes[end] > 0x20 { end += 1 }
    guard end < furthest, bytes[end] == 0x5D, end > start + 2 else { return nil }
    let label = ReferenceTable.normalized(bytes, start + 2..<end)
    if footnoteLabels.contains(label) { return (label, end + 1) }
    // `[^a](url)` is a link.
    let isLink = end + 1 < upper && (bytes[end + 1] == 0x28 || bytes[end + 1] == 0x5B || bytes[end + 1] == 0x3A)
    return isLenient && !isLink ? (label, end + 1) : nil
  }

  /// - Parameter name: The range of the label.
  mutating func addFootnote(_ label: String, name: Range<Int>) {
    guard footnoteLabels.contains(label) else {
      add(.footnote, name)
      return
    }
    let number =
      footnoteNumbers[label]
      ?? {
        footnotes.append(label)
        return Int32(footnotes.count)
      }()
    footnoteNumbers[label] = number
    add(.footnote, position..<position, value: number)
  }
}
