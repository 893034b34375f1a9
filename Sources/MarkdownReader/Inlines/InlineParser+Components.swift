import Text

/// Tags of components: JSX (MDX, Docusaurus, Astro) and Vue (VuePress, VitePress), whose attributes are not HTML.
enum ComponentTag {
  /// The longest tag in bytes, so that an unclosed one costs little.
  private static let longest = 2000

  /// One past the `>` of a tag that is not HTML: its values are expressions in braces, or names of its attributes begin
  /// with `:`, `@` or `#`.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    let limit = min(limit, start + longest)
    var position = start + 1
    guard position < limit, MarkupScanner.isLetter(bytes[position]) else { return nil }
    while position < limit, isNameByte(bytes[position]) { position += 1 }
    var isExpressive = false
    while position < limit {
      let before = position
      while position < limit, MarkupScanner.isSpace(bytes[position]) { position += 1 }
      guard position < limit else { return nil }
      switch bytes[position] {
      case 0x3E: return isExpressive ? position + 1 : nil
      case 0x2F:
        guard position + 1 < limit, bytes[position + 1] == 0x3E, isExpressive else { return nil }
        return position + 2
      case 0x7B:
        // `{...props}`
        guard let end = endOfBraces(in: bytes, at: position, limit: limit) else { return nil }
        isExpressive = true
        position = end
        continue
      default: break
      }
      guard position > before else { return nil }
      let first = bytes[position]
      if first == 0x3A || first == 0x40 || first == 0x23 {
        isExpressive = true
      } else if !MarkupScanner.isLetter(first) {
        return nil
      }
      position += 1
      while position < limit,
        isNameByte(bytes[position]) || bytes[position] == 0x3A || bytes[position] == 0x5B
          || bytes[position] == 0x5D
      {
        position += 1
      }
      guard position < limit, bytes[position] == 0x3D else { continue }
      position += 1
      guard position < limit else { return nil }
      switch bytes[position] {
      case 0x22, 0x27:
        let quote = bytes[position]
        position += 1
        while position < limit, bytes[position] != quote { position += 1 }
        guard position < limit else { return nil }
        position += 1
      case 0x7B:
        guard let end = endOfBraces(in: bytes, at: position, limit: limit) else { return nil }
        isExpressive = true
        position = end
      default: return nil
      }
    }
    return nil
  }

  /// One past the brace that matches the one at an offset.
  static func endOfBraces(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> Int? {
    var depth = 0
    var position = start
    while position < limit {
      if bytes[position] == 0x7B { depth += 1 }
      if bytes[position] == 0x7D {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
      position += 1
    }
    return nil
  }

  /// The tag as HTML, without expressions, except for strings in them that are a source or an address.
  static func markup(of tag: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    var position = 1
    while position < tag.count {
      if tag[position] == 0x22 || tag[position] == 0x27 {
        let quote = tag[position]
        position += 1
        while position < tag.count, tag[position] != quote { position += 1 }
        position += 1
        continue
      }
      guard tag[position] == 0x7B, let end = endOfBraces(in: tag, at: position, limit: tag.count) else {
        position += 1
        continue
      }
      var nameStart = position
      if tag[position - 1] == 0x3D {
        nameStart -= 1
        while nameStart > 0, isNameByte(tag[nameStart - 1]) { nameStart -= 1 }
      }
      output.append(contentsOf: tag[copied..<nameStart])
      let name = tag[nameStart..<position]
      if name.elementsEqual("src=".utf8) || name.elementsEqual("href=".utf8),
        let string = string(in: UnsafeBufferPointer(rebasing: tag[position..<end]))
      {
        output.append(contentsOf: name)
        output.append(0x22)
        output.append(contentsOf: tag[position + string.lowerBound..<position + string.upperBound])
        output.append(0x22)
      }
      position = end
      copied = end
    }
    output.append(contentsOf: tag[min(copied, tag.count)...])
    return output
  }

  /// The first string in an expression: `require('./a.png').default`.
  private static func string(in expression: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let open = expression.firstIndex(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0x60 }),
      let close = expression[(open + 1)...].firstIndex(of: expression[open]),
      !expression[open + 1..<close].contains(where: { $0 == 0x22 || $0 == 0x3C || $0 == 0x3E })
    else { return nil }
    return open + 1..<close
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    MarkupScanner.isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }
}

extension InlineParser {
  /// After this many `<` that do not begin a tag, no further ones are tried: each one with unclosed braces costs a
  /// search of 2,000 bytes.
  private static let mostComponentMisses = 1024

  /// A component's tag: a start tag that HTML cannot read, or the end tag of a component that began in the document.
  mutating func component() -> Bool {
    guard options.contains(.templates), options.contains(.unknownTagsAsText), position + 2 < upper else { return false }
    if bytes[position + 1] == 0x2F {
      guard !components.isEmpty, let end = MarkupScanner.tagEnd(in: bytes, at: position, limit: upper),
        components.contains(MarkupScanner.name(of: bytes, position..<end))
      else { return false }
      flush(to: position)
      skip(to: end)
      return true
    }
    guard componentMisses < Self.mostComponentMisses else { return false }
    guard let end = ComponentTag.end(in: bytes, at: position, limit: upper) else {
      if MarkupScanner.isLetter(bytes[position + 1]) { componentMisses += 1 }
      return false
    }
    let tag = UnsafeBufferPointer(rebasing: bytes[position..<end])
    flush(to: position)
    let name = MarkupScanner.name(of: bytes, position..<end)
    if HTMLNames.all.contains(name) {
      add(.html, keep(ComponentTag.markup(of: tag)))
    } else {
      components.insert(name)
    }
    skip(to: end)
    return true
  }

  /// Records a start tag of a component, so that its end tag is recognized.
  mutating func recordComponent(_ tag: Range<Int>) {
    guard options.contains(.unknownTagsAsText), bytes[tag.lowerBound + 1] &- 0x41 < 26 else { return }
    components.insert(MarkupScanner.name(of: bytes, tag))
  }

  /// `{/* a comment */}` of MDX.
  mutating func expressionComment() -> Bool {
    guard position + 4 < upper, bytes[position + 1] == 0x2F, bytes[position + 2] == 0x2A,
      let end = end(of: "*/}", from: position + 3)
    else { return false }
    flush(to: position)
    skip(to: end)
    return true
  }
}
