import Text

/// Links and pictures in double brackets, as Obsidian and wikis write them.
extension InlineParser {
  /// `[[page#part|text]]`, and `![[picture.png|300]]`.
  mutating func wikiLink(at bracket: Int, isImage: Bool) -> Bool {
    guard bracket + 4 < upper, bytes[bracket + 1] == 0x5B, bytes[bracket + 2] != 0x5D, bytes[bracket + 2] != 0x5E else {
      return false
    }
    var end = bracket + 2
    let furthest = min(upper, bracket + 500)
    while end < furthest, bytes[end] != 0x5D, bytes[end] != 0x5B, bytes[end] != 0x0A { end += 1 }
    guard end + 1 < upper, end < furthest, bytes[end] == 0x5D, bytes[end + 1] == 0x5D else { return false }
    // `[[1]](url)` and `[[1]][note]` are links whose text is in brackets.
    if end + 2 < upper, bytes[end + 2] == 0x28 || bytes[end + 2] == 0x5B { return false }
    let content = bracket + 2..<end
    if references.contains(ReferenceTable.normalized(bytes, content)) { return false }
    let bar = bytes[content].firstIndex(of: 0x7C)
    var target = content.lowerBound..<(bar ?? end)
    // In a table the bar is escaped.
    if let bar, bar > target.lowerBound, bytes[bar - 1] == 0x5C { target = target.dropLast() }
    let label = bar.map { $0 + 1..<end } ?? target
    // `[[:alnum:]]` is a class of characters, `[[ -f a ]]` a test of the shell.
    guard bytes[target.lowerBound] != 0x3A || bytes[target.upperBound - 1] != 0x3A,
      bytes[target.lowerBound] != 0x20 || bytes[target].contains(where: { $0 >= 0x80 })
    else { return false }
    let address = String(decoding: UnsafeBufferPointer(rebasing: bytes[target]), as: UTF8.self).trimmedOfBlanks
    guard !address.isEmpty else { return false }
    flush(to: position)
    let isPicture = isImage && PictureName.isPicture(address)
    let index = Int32(links.count)
    links.append(MarkdownLink(destination: keep(address.utf8), title: nil))
    add(isPicture ? .imageBegin : .linkBegin, position..<position, value: index)
    if let shown = shown(label, isTarget: bar == nil, isPicture: isPicture) { add(.text, shown) }
    add(isPicture ? .imageEnd : .linkEnd, position..<position)
    skip(to: end + 2)
    return true
  }

  /// The text of a wiki link. A picture's label may be its width or end in it; a section of a page is labelled as in
  /// Obsidian.
  private mutating func shown(_ label: Range<Int>, isTarget: Bool, isPicture: Bool) -> Range<Int>? {
    if isPicture {
      guard !isTarget else { return nil }
      let bar = bytes[label].lastIndex(of: 0x7C)
      let last = (bar.map { $0 + 1 } ?? label.lowerBound)..<label.upperBound
      guard bytes[last].allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x78 }) else { return label }
      return bar.map { label.lowerBound..<$0 }
    }
    guard isTarget, options.contains(.leniency), let sharp = bytes[label].firstIndex(of: 0x23) else { return label }
    let page = label.lowerBound..<sharp
    let part = sharp + 1..<label.upperBound
    guard !part.isEmpty else { return label }
    // A block's name is not meant to be read.
    if bytes[part.lowerBound] == 0x5E { return page.isEmpty ? label : page }
    if page.isEmpty { return part }
    let isFile = bytes[page].contains(0x2E) && bytes[part].contains(0x3D)
    return isFile ? page : keep(Array(bytes[page]) + Array(" > ".utf8) + Array(bytes[part]))
  }
}
