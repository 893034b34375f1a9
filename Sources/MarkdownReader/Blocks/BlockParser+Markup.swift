import Text

/// The seven kinds of HTML block (CommonMark 0.31.2, section 4.6).
extension BlockParser {
  mutating func markup(isParagraph: Bool) -> Start {
    guard let kind = markupKind(isParagraph: isParagraph) else { return .none }
    let index = add(.htmlBlock)
    nodes[index].level = kind
    return .leaf
  }

  private mutating func markupKind(isParagraph: Bool) -> Int32? {
    let start = nextNonspace
    let next = byte(at: start + 1)
    if next == 0x21 {
      if byte(at: start + 2) == 0x2D, byte(at: start + 3) == 0x2D {
        return closes("-->", after: start + 4, in: \.comment) ? 2 : nil
      }
      if has("[CDATA[", at: start + 2) { return closes("]]>", after: start + 9, in: \.section) ? 5 : nil }
      guard (byte(at: start + 2) | 0x20) &- 0x61 < 26 else { return nil }
      return closes(">", after: start + 3, in: \.declaration) ? 4 : nil
    }
    if next == 0x3F { return closes("?>", after: start + 2, in: \.instruction) ? 3 : nil }
    let isClosing = next == 0x2F
    let nameStart = isClosing ? start + 2 : start + 1
    var position = nameStart
    while let letter = optional(position), (letter | 0x20) &- 0x61 < 26 || letter &- 0x30 < 10 { position += 1 }
    guard position > nameStart, position - nameStart <= 16 else { return tagAlone(isParagraph: isParagraph) }
    let name = string(nameStart..<position).lowercased()
    let after = byte(at: position)
    let isEnded = position >= lineEnd || Self.isBlankByte(after) || after == 0x3E
    if !isClosing, isEnded, HTMLNames.rawText.contains(name) {
      return closesRawText(name, after: position) ? 1 : nil
    }
    if isEnded || after == 0x2F && byte(at: position + 1) == 0x3E, HTMLNames.blocks.contains(name) { return 6 }
    return tagAlone(isParagraph: isParagraph)
  }

  /// A complete tag alone on its line, which cannot interrupt a paragraph.
  private func tagAlone(isParagraph: Bool) -> Int32? {
    guard !isParagraph, let end = MarkupScanner.tagEnd(in: bytes, at: nextNonspace, limit: lineEnd),
      trimmed(end..<max(end, lineEnd)).isEmpty
    else { return nil }
    if options.contains(.unknownTagsAsText), MarkupScanner.isText(bytes, nextNonspace..<end, standsAlone: true) {
      return nil
    }
    return 7
  }

  private func optional(_ position: Int) -> UInt8? { position < lineEnd ? bytes[position] : nil }

  func has(_ piece: StaticString, at position: Int) -> Bool {
    position + piece.utf8CodeUnitCount <= lineEnd
      && ByteSearch.starts(UnsafeBufferPointer(rebasing: bytes[position..<lineEnd]), with: piece)
  }

  /// Whether a mark occurs after an offset; with `leniency`, a block without an end is text.
  mutating func closes(
    _ piece: StaticString, after position: Int, in key: WritableKeyPath<MissingClosers, Int>
  ) -> Bool {
    guard options.contains(.leniency) else { return true }
    guard position < missing[keyPath: key] else { return false }
    let rest = UnsafeBufferPointer(rebasing: bytes[min(position, bytes.count)...])
    // A closer that was found is reused for all openers before it.
    if position <= missing.found[piece.description, default: -1] { return true }
    if let found = ByteSearch.offset(of: piece, in: rest) {
      missing.found[piece.description] = position + found
      return true
    }
    missing[keyPath: key] = position
    return false
  }

  private mutating func closesRawText(_ name: String, after position: Int) -> Bool {
    guard options.contains(.leniency) else { return true }
    if position <= missing.found["</" + name, default: -1] { return true }
    if let absent = missing.rawText[name], position >= absent { return false }
    let wanted = Array(("</" + name).utf8)
    var offset = position
    while offset + wanted.count <= bytes.count {
      if bytes[offset] == 0x3C, zip(wanted, bytes[offset...]).allSatisfy({ $0 == $1 | ($1 &- 0x41 < 26 ? 0x20 : 0) }) {
        missing.found["</" + name] = offset
        return true
      }
      offset += 1
    }
    missing.rawText[name] = position
    return false
  }

  /// Whether a heading or a fence right below a block whose elements are all closed ends that block; CommonMark
  /// requires a blank line.
  func endsWholeMarkup(_ index: Int) -> Bool {
    let first = byte(at: nextNonspace)
    guard options.contains(.leniency), indent < 4, first == 0x23 || first == 0x60 else { return false }
    var end = nextNonspace
    while byte(at: end) == first { end += 1 }
    let length = end - nextNonspace
    let opens = first == 0x23 ? length <= 6 && Self.isBlankByte(byte(at: end)) : length >= 3
    let content = nodes[index].content
    // Each such line causes at most one pass over a long block.
    guard opens, content.count <= 4096 else { return false }
    return text.withUnsafeBufferPointer { text in
      var depth = 0
      var position = content.lowerBound
      while position < content.upperBound {
        guard text[position] == 0x3C, let end = MarkupScanner.tagEnd(in: text, at: position, limit: content.upperBound)
        else {
          position += 1
          continue
        }
        if text[position + 1] == 0x2F {
          depth -= 1
        } else if text[end - 2] != 0x2F, !HTMLNames.void.contains(MarkupScanner.name(of: text, position..<end)) {
          depth += 1
        }
        position = end
      }
      return depth == 0
    }
  }

  /// Whether a line ends an HTML block of kinds 1 to 5.
  func endsMarkup(_ kind: Int32) -> Bool {
    let line = UnsafeBufferPointer(rebasing: bytes[min(offset, lineEnd)..<lineEnd])
    switch kind {
    case 1: return HTMLNames.rawText.contains { Self.holdsEndTag(line, $0) }
    case 2: return ByteSearch.holds(line, "-->")
    case 3: return ByteSearch.holds(line, "?>")
    case 4: return ByteSearch.holds(line, byte: 0x3E)
    case 5: return ByteSearch.holds(line, "]]>")
    default: return false
    }
  }

  private static func holdsEndTag(_ line: UnsafeBufferPointer<UInt8>, _ name: String) -> Bool {
    let wanted = Array(("</" + name + ">").utf8)
    guard line.count >= wanted.count else { return false }
    return (0...line.count - wanted.count).contains { start in
      line[start] == 0x3C
        && zip(wanted, line[start...]).allSatisfy { $0 == $1 | ($1 &- 0x41 < 26 ? 0x20 : 0) }
    }
  }
}

/// Scans single tags of raw HTML (CommonMark 0.31.2, section 6.6).
enum MarkupScanner {
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// One past the `>` of the open or closing tag that begins at a `<`.
  static func tagEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    var position = start + 1
    let isClosing = position < limit && bytes[position] == 0x2F
    if isClosing { position += 1 }
    guard position < limit, isLetter(bytes[position]) else { return nil }
    while position < limit, isLetter(bytes[position]) || bytes[position] &- 0x30 < 10 || bytes[position] == 0x2D {
      position += 1
    }
    if isClosing {
      while position < limit, isSpace(bytes[position]) { position += 1 }
      return position < limit && bytes[position] == 0x3E ? position + 1 : nil
    }
    while true {
      let before = position
      while position < limit, isSpace(bytes[position]) { position += 1 }
      guard position < limit else { return nil }
      if bytes[position] == 0x3E { return position + 1 }
      if bytes[position] == 0x2F { return position + 1 < limit && bytes[position + 1] == 0x3E ? position + 2 : nil }
      guard position > before, isLetter(bytes[position]) || bytes[position] == 0x5F || bytes[position] == 0x3A else {
        return nil
      }
      while position < limit, isAttributeName(bytes[position]) { position += 1 }
      var value = position
      while value < limit, isSpace(bytes[value]) { value += 1 }
      guard value < limit, bytes[value] == 0x3D else { continue }
      value += 1
      while value < limit, isSpace(bytes[value]) { value += 1 }
      guard value < limit else { return nil }
      let quote = bytes[value]
      if quote == 0x22 || quote == 0x27 {
        value += 1
        while value < limit, bytes[value] != quote { value += 1 }
        guard value < limit else { return nil }
        position = value + 1
      } else {
        let first = value
        while value < limit, isUnquoted(bytes[value]) { value += 1 }
        guard value > first else { return nil }
        position = value
      }
    }
  }

  private static func isAttributeName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte == 0x5F || byte == 0x2E || byte == 0x3A || byte == 0x2D
  }

  private static func isUnquoted(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x22 && byte != 0x27 && byte != 0x3D && byte != 0x3C && byte != 0x3E && byte != 0x60
  }

  /// The element's name in lower case.
  static func name(of bytes: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> String {
    var position = tag.lowerBound + 1
    if position < tag.upperBound, bytes[position] == 0x2F { position += 1 }
    let start = position
    while position < tag.upperBound,
      isLetter(bytes[position]) || bytes[position] &- 0x30 < 10 || bytes[position] == 0x2D
    {
      position += 1
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self).lowercased()
  }

  /// Whether a tag is text, because HTML does not have its name, and it does not look like a component's
  /// (`<Badge type="tip"/>`, or `<CodeGroup>` alone on its line).
  static func isText(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>, standsAlone: Bool) -> Bool {
    if HTMLNames.all.contains(name(of: bytes, tag)) { return false }
    let inner = bytes[tag]
    if inner.contains(0x22) || inner.contains(0x27) { return false }
    guard standsAlone else { return true }
    var first = tag.lowerBound + 1
    if bytes[first] == 0x2F { first += 1 }
    // PascalCase with more than one letter; a single letter is a type parameter.
    let isComponent = bytes[first] &- 0x41 < 26 && tag.upperBound - first > 3 && bytes[first + 1] &- 0x61 < 26
    return !isComponent
  }
}
