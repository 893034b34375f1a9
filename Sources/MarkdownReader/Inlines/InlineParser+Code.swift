import Text

/// Code spans (CommonMark 0.31.2, section 6.1).
extension InlineParser {
  mutating func code() {
    var end = position
    while end < upper, bytes[end] == 0x60 { end += 1 }
    let length = end - position
    guard let closer = backtickRun(of: length, after: end) else {
      if options.contains(.leniency), let uneven = unevenRun(after: end) {
        flush(to: position)
        add(.code, verbatim(end..<uneven.lowerBound))
        skip(to: uneven.upperBound)
      } else {
        position = end
      }
      return
    }
    flush(to: position)
    var content = end..<closer
    if content.count >= 2, bytes[content.lowerBound] <= 0x20, bytes[content.upperBound - 1] <= 0x20,
      MarkupScanner.isSpace(bytes[content.lowerBound]), MarkupScanner.isSpace(bytes[content.upperBound - 1]),
      bytes[content].contains(where: { !MarkupScanner.isSpace($0) })
    {
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    add(.code, withoutShortcodeMarks(verbatim(content)))
    skip(to: closer + length)
  }

  /// Hugo's users write `{{</* ref */>}}` in code to show `{{< ref >}}`.
  mutating func withoutShortcodeMarks(_ range: Range<Int>) -> Range<Int> {
    guard options.contains(.templates), range.upperBound <= bytes.count else { return range }
    let source = UnsafeBufferPointer(rebasing: bytes[range])
    guard ByteSearch.holds(source, "{{</*") || ByteSearch.holds(source, "{{%/*") else { return range }
    var output: [UInt8] = []
    var index = 0
    while index < source.count {
      let rest = UnsafeBufferPointer(rebasing: source[index...])
      if ByteSearch.starts(rest, with: "{{</*") || ByteSearch.starts(rest, with: "{{%/*") {
        output.append(contentsOf: rest.prefix(3))
        index += 5
      } else if ByteSearch.starts(rest, with: "*/>}}") || ByteSearch.starts(rest, with: "*/%}}") {
        index += 2
      } else {
        output.append(source[index])
        index += 1
      }
    }
    return keep(output)
  }

  /// The next run of backticks, if it is at the end of its line: `` `a``` `` is code whose closing run was mistyped.
  private func unevenRun(after start: Int) -> Range<Int>? {
    var first = start
    while first < upper, bytes[first] != 0x60, bytes[first] != 0x0A { first += 1 }
    guard first > start, first < upper, bytes[first] == 0x60 else { return nil }
    var end = first
    while end < upper, bytes[end] == 0x60 { end += 1 }
    var next = end
    while next < upper, bytes[next] == 0x20 { next += 1 }
    return next == upper || bytes[next] == 0x0A ? first..<end : nil
  }

  /// Text of one line; in a table `\|` is a bar even in code.
  mutating func verbatim(_ range: Range<Int>) -> Range<Int> {
    let source = bytes[range]
    guard source.contains(0x0A) || isCell && source.contains(0x5C) else { return range }
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A {
        output.append(0x20)
      } else if isCell, byte == 0x5C, index + 1 < range.upperBound, bytes[index + 1] == 0x7C {
        output.append(0x7C)
        index += 1
      } else {
        output.append(byte)
      }
      index += 1
    }
    return keep(output)
  }

  /// Where the next run of this many backticks begins. The last position of each length is remembered, so every run is
  /// visited once.
  private mutating func backtickRun(of length: Int, after start: Int) -> Int? {
    if scannedBackticks, backticks[length, default: -1] < start { return nil }
    var index = start
    while index < upper {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let first = index
      while index < upper, bytes[index] == 0x60 { index += 1 }
      backticks[index - first] = max(first, backticks[index - first, default: -1])
      if index - first == length { return first }
    }
    scannedBackticks = true
    return nil
  }
}
