import Text

/// Prevents a block of raw HTML from swallowing what follows it.
enum MarkupGuard {
  /// Appends a block; a tag that the end of the block cuts off becomes text, and an open element with raw text in it is
  /// closed.
  static func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    let source = UnsafeBufferPointer(rebasing: text[range])
    guard ByteSearch.holds(source, "**") || ByteSearch.holds(source, "](http") else {
      return appendAsIs(text, range, to: &output)
    }
    withInlines(source).withUnsafeBufferPointer { appendAsIs($0, 0..<$0.count, to: &output) }
  }

  /// A block with `**text**` as strong text and `[text](https://…)` as links: people write this inside `<td>` or
  /// `<center>`, where CommonMark reads no Markdown.
  ///
  /// Only pairs on one line count, with no tag between them and text that contains non-ASCII characters or begins the
  /// line.
  private static func withInlines(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count + 64)
    var copied = 0
    var opener: Int?
    var mayBeASCII = false
    var isLineStart = true
    var position = 0
    while position < source.count {
      let byte = source[position]
      if byte == 0x3C, position + 1 < source.count,
        MarkupScanner.isLetter(source[position + 1]) || source[position + 1] == 0x2F || source[position + 1] == 0x21
      {
        // The text between is copied unchanged.
        let end = endOfVerbatim(source, position) ?? endOfTag(source, position, source.count) ?? source.count
        position = end
        opener = nil
        isLineStart = true
        continue
      }
      if byte == 0x2A, position + 1 < source.count, source[position + 1] == 0x2A {
        var end = position + 2
        while end < source.count, source[end] == 0x2A { end += 1 }
        if end - position == 2 {
          let before = position > 0 ? source[position - 1] : 0x20
          let after = end < source.count ? source[end] : 0x20
          if let start = opener, before > 0x20, mayBeASCII || source[start..<position].contains(where: { $0 >= 0xE3 }) {
            output.append(contentsOf: source[copied..<start])
            output.append(contentsOf: "<strong>".utf8)
            output.append(contentsOf: source[start + 2..<position])
            output.append(contentsOf: "</strong>".utf8)
            copied = end
            opener = nil
          } else if after > 0x20 {
            opener = position
            mayBeASCII = isLineStart
          }
        } else {
          opener = nil
        }
        position = end
        isLineStart = false
        continue
      }
      if byte == 0x5B, opener == nil, let address = address(source, position) {
        output.append(contentsOf: source[copied..<position])
        output.append(contentsOf: "<a href=\"".utf8)
        output.append(contentsOf: source[address])
        output.append(contentsOf: "\">".utf8)
        output.append(contentsOf: source[position + 1..<address.lowerBound - 2])
        output.append(contentsOf: "</a>".utf8)
        position = address.upperBound + 1
        copied = position
        isLineStart = false
        continue
      }
      if byte == 0x0A { opener = nil }
      if byte > 0x20 { isLineStart = false } else if byte == 0x0A { isLineStart = true }
      position += 1
    }
    output.append(contentsOf: source[copied...])
    return output
  }

  /// The address of `[text](https://…)`, if it contains no quotation mark, blank or tag.
  private static func address(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    var position = start + 1
    let furthest = min(source.count, start + 1000)
    while position < furthest, source[position] != 0x5D, source[position] != 0x5B, source[position] != 0x3C,
      source[position] != 0x0A
    {
      position += 1
    }
    guard position > start + 1, position + 2 < furthest,
      ByteSearch.starts(UnsafeBufferPointer(rebasing: source[position...]), with: "](http")
    else { return nil }
    let first = position + 2
    position = first
    while position < furthest, source[position] > 0x20, source[position] != 0x29, source[position] != 0x22,
      source[position] != 0x3C
    {
      position += 1
    }
    return position < furthest && source[position] == 0x29 ? first..<position : nil
  }

  /// One past an element in which `**` is literal, from its start tag on.
  private static func endOfVerbatim(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let rest = UnsafeBufferPointer(rebasing: source[start...])
    if ByteSearch.starts(rest, with: "<!--") {
      return ByteSearch.offset(of: "-->", in: rest).map { start + $0 + 3 } ?? source.count
    }
    let name = MarkupScanner.name(of: source, start..<min(source.count, start + 16))
    guard source[start + 1] != 0x2F, ["pre", "code", "script", "style", "textarea", "kbd", "samp"].contains(name) else {
      return nil
    }
    let closer = Array("</\(name)".utf8)
    let end = closer.withUnsafeBufferPointer { ByteSearch.offset(of: $0, in: rest) }
    return end.map { start + $0 + closer.count } ?? source.count
  }

  private static func appendAsIs(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
    let start = output.count
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
    var position = range.lowerBound
    var rawName: String?
    var cut: Int?
    while position < range.upperBound {
      guard text[position] == 0x3C, position + 1 < range.upperBound else {
        position += 1
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: text[position..<range.upperBound])
      if let name = rawName {
        if text[position + 1] == 0x2F, MarkupScanner.name(of: text, position..<range.upperBound) == name {
          rawName = nil
        }
        position += 1
        continue
      }
      if ByteSearch.starts(rest, with: "<!--") {
        guard let end = ByteSearch.offset(of: "-->", in: rest) else {
          cut = position
          break
        }
        position += end + 3
        continue
      }
      let isTag = MarkupScanner.isLetter(text[position + 1]) || text[position + 1] == 0x2F
      guard isTag else {
        position += 1
        continue
      }
      guard let end = endOfTag(text, position, range.upperBound) else {
        cut = position
        break
      }
      if text[position + 1] != 0x2F {
        let name = MarkupScanner.name(of: text, position..<end)
        if HTMLNames.filtered.contains(name) { rawName = name }
      }
      position = end
    }
    if let cut {
      output.replaceSubrange(start + cut - range.lowerBound...start + cut - range.lowerBound, with: "&lt;".utf8)
    }
    if let rawName { output.append(contentsOf: "</\(rawName)>".utf8) }
  }

  /// One past a tag's `>`, skipping quoted values as in HTML.
  private static func endOfTag(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var position = start + 1
    var quote: UInt8 = 0
    while position < limit {
      let byte = text[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return position + 1
      } else if (byte == 0x22 || byte == 0x27), text[position - 1] == 0x3D {
        quote = byte
      }
      position += 1
    }
    return nil
  }
}
