import Text

/// Link reference definitions by their labels.
struct ReferenceTable {
  private var links: [String: MarkdownLink] = [:]
  /// How many bytes of addresses have been expanded from references. Without a limit, n references to one long address
  /// would make n² bytes (as in cmark, 100 kB or the size of the source).
  private var expanded = 0
  var expansionLimit = 100_000

  var isEmpty: Bool { links.isEmpty }

  /// The definition of a label, unless the limit on expanded references is reached.
  mutating func link(_ label: String) -> MarkdownLink? {
    guard let link = links[label] else { return nil }
    expanded += link.destination.count + (link.title?.count ?? 0)
    return expanded <= expansionLimit ? link : nil
  }

  func contains(_ label: String) -> Bool { links[label] != nil }

  /// A label in the form used for comparison: blanks collapsed, case folded.
  static func normalized(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    var needsFolding = false
    var isPending = false
    for position in range {
      let byte = bytes[position]
      if MarkupScanner.isSpace(byte) {
        isPending = !output.isEmpty
        continue
      }
      if isPending { output.append(0x20) }
      isPending = false
      if byte &- 0x41 < 26 {
        output.append(byte | 0x20)
      } else {
        // Scripts with case, such as Latin, Greek and Cyrillic; Han and kana have none.
        if byte >= 0xC2, byte < 0xE3 || byte >= 0xEF { needsFolding = true }
        output.append(byte)
      }
    }
    let label = String(decoding: output, as: UTF8.self)
    return needsFolding ? label.lowercased().uppercased().lowercased() : label
  }

  /// Reads the definition at the start of a paragraph and returns its length in bytes.
  mutating func readDefinition(from text: inout [UInt8], _ range: Range<Int>, options: MarkdownOptions) -> Int? {
    var scan = text.withUnsafeBufferPointer { Self.definition(in: $0, range) }
    guard let found = scan else { return nil }
    // A footnote that was not recognized as one, or a wiki link.
    if options.contains(.footnotes), text[found.label.lowerBound] == 0x5E { return nil }
    let label = text.withUnsafeBufferPointer { Self.normalized($0, found.label) }
    guard !label.isEmpty else { return nil }
    if links[label] == nil {
      links[label] = MarkdownLink(
        destination: Self.keep(found.destination, in: &text), title: found.title.map { Self.keep($0, in: &text) })
    }
    scan = nil
    return found.end - range.lowerBound
  }

  /// Copies a piece of the buffer to its end, decoded.
  static func keep(_ range: Range<Int>, in text: inout [UInt8]) -> Range<Int> {
    let piece = Array(text[range])
    let start = text.count
    piece.withUnsafeBufferPointer { Unescaping.append($0, 0..<$0.count, to: &text) }
    return start..<text.count
  }

  private struct Definition {
    var label: Range<Int>
    var destination: Range<Int>
    var title: Range<Int>?
    var end: Int
  }

  private static func definition(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Definition? {
    let limit = range.upperBound
    guard let labelEnd = LinkScanner.labelEnd(in: text, at: range.lowerBound, limit: limit), labelEnd < limit,
      text[labelEnd] == 0x3A
    else { return nil }
    let label = range.lowerBound + 1..<labelEnd - 1
    guard !text[label].allSatisfy({ MarkupScanner.isSpace($0) }) else { return nil }
    let start = LinkScanner.skipSpace(in: text, from: labelEnd + 1, limit: limit)
    guard let destination = LinkScanner.destination(in: text, at: start, limit: limit), destination.end > start else {
      return nil
    }
    let afterDestination = destination.end
    let titleStart = LinkScanner.skipSpace(in: text, from: afterDestination, limit: limit)
    if titleStart > afterDestination, let title = LinkScanner.title(in: text, at: titleStart, limit: limit),
      let end = lineEnd(in: text, from: title.upperBound + 1, limit: limit)
    {
      return Definition(label: label, destination: destination.range, title: title, end: end)
    }
    guard let end = lineEnd(in: text, from: afterDestination, limit: limit) else { return nil }
    return Definition(label: label, destination: destination.range, title: nil, end: end)
  }

  /// One past the line's end if only blanks precede it.
  private static func lineEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
    var position = start
    while position < limit, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    if position >= limit { return limit }
    return text[position] == 0x0A ? position + 1 : nil
  }
}

/// Scans labels, destinations and titles of links (CommonMark 0.31.2, sections 4.7 and 6.3).
enum LinkScanner {
  /// One past the `]` of the label at a `[`; no longer than 999 bytes.
  static func labelEnd(in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    var position = start + 1
    let furthest = min(limit, start + 1001)
    while position < furthest {
      switch text[position] {
      case 0x5D: return position + 1
      case 0x5B: return nil
      case 0x5C: position += 1
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Past blanks with at most one line end.
  static func skipSpace(in text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
    var position = start
    var breaks = 0
    while position < limit, MarkupScanner.isSpace(text[position]) {
      if text[position] == 0x0A {
        breaks += 1
        if breaks > 1 { break }
      }
      position += 1
    }
    return position
  }

  static func destination(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    guard start < limit else { return nil }
    var position = start
    if text[start] == 0x3C {
      position += 1
      while position < limit {
        switch text[position] {
        case 0x3E: return (start + 1..<position, position + 1)
        case 0x0A, 0x3C: return nil
        case 0x5C: position += 1
        default: break
        }
        position += 1
      }
      return nil
    }
    var depth = 0
    while position < limit {
      let byte = text[position]
      if byte <= 0x20 || byte == 0x7F { break }
      if byte == 0x5C, position + 1 < limit, Unescaping.isPunctuation(text[position + 1]) {
        position += 2
        continue
      }
      if byte == 0x28 {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      position += 1
    }
    guard depth == 0 else { return nil }
    return (start..<min(position, limit), min(position, limit))
  }

  /// The range between a title's quotes; it ends at the closing one.
  static func title(in text: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    let opener = text[start]
    guard opener == 0x22 || opener == 0x27 || opener == 0x28 else { return nil }
    let closer: UInt8 = opener == 0x28 ? 0x29 : opener
    var position = start + 1
    while position < limit {
      let byte = text[position]
      if byte == closer { return start + 1..<position }
      if byte == 0x28, opener == 0x28 { return nil }
      if byte == 0x5C { position += 1 }
      position += 1
    }
    return nil
  }
}
