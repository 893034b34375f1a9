import Text

extension BlockParser {
  enum Start {
    /// Nothing begins here.
    case none
    /// A container began; more may begin in it.
    case container
    /// A leaf began; the rest of the line is its first line.
    case leaf
    /// The whole line was read.
    case consumed
  }

  /// Opens the block that begins at the next non-blank character, if any.
  ///
  /// - Parameter container: The innermost block that the line continues, or the one just opened.
  mutating func startBlock(in container: Int) -> Start {
    let first = bytes[nextNonspace]
    let isParagraph = nodes[container].kind == .paragraph
    if indent >= 4 {
      // Neither indented code nor a lazy continuation line can interrupt a paragraph.
      guard nodes[open[open.count - 1]].kind != .paragraph, nodes[container].kind != .table else { return .none }
      if options.contains(.leniency), isIndentedProse() { return .none }
      advance(4, inColumns: true)
      _ = add(.codeBlock)
      return .leaf
    }
    switch first {
    case 0x3E:
      guard open.count <= Self.deepestNesting else { return .none }
      advanceToNonspace()
      advance(1)
      if Self.isBlankByte(byte(at: offset)) { advance(1, inColumns: true) }
      let quote = add(.quote)
      if options.contains(.alerts) { readAlert(of: quote) }
      return .container
    case 0x23: return heading()
    case 0x60, 0x7E: return fence()
    case 0x3C:
      if case let start = snippet(), start != .none { return start }
      return markup(
        isParagraph: nodes[open[open.count - 1]].kind == .paragraph && (isParagraph || matched < open.count))
    case 0x21, 0x3F: return options.contains(.admonitions) ? admonition() : .none
    case 0x3D, 0x2D:
      if isParagraph, let start = underline(container) { return start }
      if first == 0x3D, options.contains(.admonitions) { return admonition() }
      if options.contains(.tables), isParagraph || first == 0x2D, let start = table(container) { return start }
      if first == 0x2D, isThematicBreak() { return thematicBreak() }
      return first == 0x2D ? item(isParagraph: isParagraph) : .none
    case 0x2A, 0x5F:
      if isThematicBreak() { return thematicBreak() }
      return first == 0x2A ? item(isParagraph: isParagraph) : .none
    case 0x2B, 0x30...0x39: return item(isParagraph: isParagraph)
    case 0x7C:
      return options.contains(.tables) ? table(container) ?? .none : .none
    case 0x3A:
      if options.contains(.tables), let start = table(container) { return start }
      if options.contains(.directives), let start = directive() { return start }
      return options.contains(.definitionLists) ? definition(container) : .none
    case 0x5B: return options.contains(.footnotes) ? footnote() : .none
    case 0x24: return options.contains(.math) ? math() : .none
    case 0x5C: return options.contains(.math) ? bracketedMath() : .none
    case 0x65, 0x69: return options.contains(.templates) ? script(isParagraph: isParagraph) : .none
    case 0x7B:
      if options.contains(.attributes), case let start = kramdownComment(), start != .none { return start }
      return options.contains(.templates) ? template() : .none
    default: return .none
    }
  }

  // MARK: Headings and breaks

  private mutating func heading() -> Start {
    var position = nextNonspace
    while byte(at: position) == 0x23 { position += 1 }
    let level = position - nextNonspace
    guard level <= 6 else { return .none }
    let next = byte(at: position)
    guard position == lineEnd || Self.isBlankByte(next) || isLooseHeading(level, from: position) else { return .none }
    while position < lineEnd, Self.isBlankByte(bytes[position]) { position += 1 }
    var end = lineEnd
    while end > position, Self.isBlankByte(bytes[end - 1]) { end -= 1 }
    // A closing sequence of `#` is removed if it follows a blank or is the whole content.
    var closing = end
    while closing > position, bytes[closing - 1] == 0x23 { closing -= 1 }
    let isLoose = !(Self.isBlankByte(next) || position == lineEnd)
    if closing == position || Self.isBlankByte(bytes[closing - 1]) || isLoose && closing < end {
      end = closing
      while end > position, Self.isBlankByte(bytes[end - 1]) { end -= 1 }
    }
    let index = add(.heading)
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<max(position, end)]))
    nodes[index].contentEnd = Int32(text.count)
    nodes[index].level = Int32(level)
    return .consumed
  }

  /// `#标题`, `##Title`: headings despite the missing blank; `#话题#` and `#1` are not.
  private func isLooseHeading(_ level: Int, from position: Int) -> Bool {
    guard options.contains(.leniency) else { return false }
    let next = byte(at: position)
    if level == 1 {
      guard next >= 0xE0, nodes[open[matched - 1]].kind != .paragraph else { return false }
      return !bytes[position..<lineEnd].contains(0x23)
    }
    if next >= 0xC2 { return true }
    return (next | 0x20) &- 0x61 < 26 || next &- 0x30 < 10 || next == 0x2A || next == 0x5B || next == 0x60
  }

  func isThematicBreak() -> Bool {
    let mark = bytes[nextNonspace]
    var count = 0
    for position in nextNonspace..<lineEnd {
      let byte = bytes[position]
      if byte == mark { count += 1 } else if !Self.isBlankByte(byte) { return false }
    }
    return count >= 3
  }

  private mutating func thematicBreak() -> Start {
    _ = add(.thematicBreak)
    return .consumed
  }

  /// A line of `=` or `-` turns the paragraph above into a heading.
  private mutating func underline(_ container: Int) -> Start? {
    let mark = bytes[nextNonspace]
    let line = rest
    guard bytes[line].allSatisfy({ $0 == mark }) else { return nil }
    readReferences(from: container)
    guard !nodes[container].content.isEmpty else { return nil }
    nodes[container].kind = .heading
    nodes[container].level = mark == 0x3D ? 1 : 2
    trimEnd(of: container)
    return .consumed
  }

  mutating func trimEnd(of index: Int) {
    while nodes[index].contentEnd > nodes[index].contentStart, text[Int(nodes[index].contentEnd) - 1] <= 0x20 {
      nodes[index].contentEnd -= 1
    }
  }

  // MARK: Code

  private mutating func fence() -> Start {
    let mark = bytes[nextNonspace]
    var position = nextNonspace
    while byte(at: position) == mark { position += 1 }
    let length = position - nextNonspace
    guard length >= 3, mark == 0x7E || !bytes[position..<lineEnd].contains(0x60) else { return .none }
    let offset = indent
    let info = trimmed(position..<lineEnd)
    let index = add(.codeBlock)
    nodes[index].fence = mark
    nodes[index].level = Int32(min(length, Int(Int32.max)))
    nodes[index].fenceOffset = UInt8(offset)
    setInfo(of: index, to: info)
    return .consumed
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, Self.isBlankByte(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isBlankByte(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Stores an info string with escapes and references decoded.
  mutating func setInfo(of index: Int, to range: Range<Int>) {
    let start = text.count
    Unescaping.append(bytes, range, to: &text)
    nodes[index].infoStart = Int32(start)
    nodes[index].infoEnd = Int32(text.count)
    nodes[index].contentStart = Int32(text.count)
    nodes[index].contentEnd = Int32(text.count)
  }

  /// Whether an indented line is indented prose: Han at its start, and no signs of code.
  ///
  /// The first of several indented lines decides, since the others continue its block.
  private func isIndentedProse() -> Bool {
    guard bytes[nextNonspace] >= 0xE2 else { return false }
    let line = bytes[rest]
    var looksLikeCode = false
    var previous: UInt8 = 0
    for byte in line {
      switch byte {
      case 0x3D, 0x7B, 0x7D, 0x3B: looksLikeCode = true
      case 0x2F where previous == 0x2F: looksLikeCode = true
      case 0x28 where (previous | 0x20) &- 0x61 < 26: looksLikeCode = true
      default: break
      }
      previous = byte
    }
    return !looksLikeCode
  }

  /// A line `$$` opens a formula block; so does a line that contains a whole formula, or the start of one.
  private mutating func math() -> Start {
    guard byte(at: nextNonspace + 1) == 0x24 else { return .none }
    let line = rest
    let inner = nextNonspace + 2..<line.upperBound
    if inner.count >= 2, bytes[inner.upperBound - 1] == 0x24, bytes[inner.upperBound - 2] == 0x24 {
      let formula = trimmed(inner.lowerBound..<inner.upperBound - 2)
      guard !formula.isEmpty, !bytes[formula].contains(0x24) else { return .none }
      let index = add(.mathBlock)
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[formula]))
      text.append(0x0A)
      nodes[index].contentEnd = Int32(text.count)
      close(at: lineNumber)
      return .consumed
    }
    guard !bytes[inner].contains(0x24), closes("$$", after: lineEnd, in: \.mathAbsent) else { return .none }
    let index = add(.mathBlock)
    setTerminator(of: index, to: .tag("$$"))
    let first = trimmed(inner)
    if !first.isEmpty {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[first]))
      text.append(0x0A)
      nodes[index].contentEnd = Int32(text.count)
    }
    return .consumed
  }

  /// A line `\[` opens a formula block, up to a line that ends in `\]`.
  private mutating func bracketedMath() -> Start {
    guard rest.count == 2, byte(at: nextNonspace + 1) == 0x5B, closes("\\]", after: lineEnd, in: \.bracketedMath) else {
      return .none
    }
    let index = add(.mathBlock)
    setTerminator(of: index, to: .tag("\\]"))
    return .consumed
  }

  // MARK: Items

  private mutating func item(isParagraph: Bool) -> Start {
    guard open.count <= Self.deepestNesting else { return .none }
    let first = bytes[nextNonspace]
    var marker = ListMarker()
    var length = 1
    if first &- 0x30 < 10 {
      var position = nextNonspace
      var number: Int32 = 0
      while position - nextNonspace < 10, byte(at: position) &- 0x30 < 10 {
        if position - nextNonspace < 9 { number = number * 10 + Int32(bytes[position] &- 0x30) }
        position += 1
      }
      let digits = position - nextNonspace
      guard digits <= 9, byte(at: position) == 0x2E || byte(at: position) == 0x29 else { return .none }
      guard !isParagraph || number == 1 else { return .none }
      marker.isOrdered = true
      marker.start = number
      marker.mark = bytes[position]
      length = digits + 1
    } else {
      marker.mark = first
    }
    let after = nextNonspace + length
    guard after >= lineEnd || Self.isBlankByte(bytes[after]) else { return .none }
    if isParagraph, trimmed(after..<max(after, lineEnd)).isEmpty { return .none }
    marker.offset = indent
    advanceToNonspace()
    advance(length, inColumns: true)
    let (startColumn, startOffset, startPartial) = (column, offset, hasPartialTab)
    repeat { advance(1, inColumns: true) } while column - startColumn < 5 && Self.isBlankByte(byte(at: offset))
    let spaces = column - startColumn
    let isEmpty = offset >= lineEnd
    if spaces >= 5 || spaces < 1 || isEmpty {
      marker.padding = length + 1
      (column, offset, hasPartialTab) = (startColumn, startOffset, startPartial)
      if Self.isBlankByte(byte(at: offset)) { advance(1, inColumns: true) }
    } else {
      marker.padding = length + spaces
    }
    closeUnmatched()
    let tip = open[open.count - 1]
    if nodes[tip].kind != .list || !nodes[tip].list.isLike(marker) {
      let list = add(.list)
      nodes[list].list = marker
    }
    let item = add(.item)
    nodes[item].list = marker
    return .container
  }
}
