import Text

extension HTMLTree {
  /// The text of a node as a reader sees it: white space is collapsed, `br` and the edges of blocks are single line
  /// feeds, dropped and hidden nodes are left out, and there is no padding at the ends.
  func text(of node: NodeID) -> String {
    if let text = plainText(of: node) { return text }
    var run = InlineRun(isWellFormed: isWellFormed)
    walk(
      node,
      onText: { text, isLiteral in
        // Between two elements a line feed is a blank, even among Han: `<a>山城报</a>⏎<a>举报</a>`.
        let isBetween = !text.contains { $0 > 0x20 }
        let shown = isBetween ? Self.blank : text
        run.collector.append(shown, shown.indices, isLiteral: isBetween || isLiteral)
        return true
      }, onBreak: { run.collector.startLine() },
      onScript: { style in
        if let style { return run.open(style, atMost: 8) }
        run.close()
        return true
      })
    return run.collector.trimmedText()
  }

  private static var blank: UnsafeBufferPointer<UInt8> {
    let blank: StaticString = " "
    return UnsafeBufferPointer(start: blank.utf8Start, count: blank.utf8CodeUnitCount)
  }

  /// The same for a node that is or contains a single run of literal text.
  private func plainText(of node: NodeID) -> String? {
    let index = Int(node.index)
    let last = subtreeEnd(of: node) - 1
    guard last - index <= 1, nodes[last].known == .text, !isDropped(NodeID(last)) || last == index else { return nil }
    let current = nodes[last]
    return source.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)])
      guard TextCollector.isPlain(text) else { return nil }
      let kept = TextPadding.trimmedRange(of: text, in: text.indices)
      return String(UnsafeBufferPointer(rebasing: text[kept]), isWellFormed: isWellFormed)
    }
  }

  /// The number of non-blank characters in the text of a node, counted only slightly past a limit.
  func nonBlankCount(of node: NodeID, atMost limit: Int = .max) -> Int {
    var count = 0
    walk(
      node,
      onText: { bytes, isLiteral in
        count +=
          isPlain(bytes, isLiteral) ? Blanks.nonBlankCount(of: bytes) : collectedNonBlankCount(of: bytes, isLiteral)
        return count <= limit
      }, onBreak: {}, onScript: { _ in false })
    return count
  }

  /// Whether a node counts in its parent's text because it is neither dropped nor hidden.
  func isShown(_ node: NodeID) -> Bool {
    if isDropped(node) { return false }
    let current = self[node]
    return !current.known.isHidden && !isHidden(current)
  }

  /// Whether a text's bytes can be shown unchanged: no references, no controls.
  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ isLiteral: Bool) -> Bool {
    if !isLiteral, ByteSearch.holds(bytes, byte: 0x26) { return false }
    return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
  }

  private func collectedNonBlankCount(of bytes: UnsafeBufferPointer<UInt8>, _ isLiteral: Bool) -> Int {
    var collector = TextCollector(isWellFormed: isWellFormed)
    collector.append(bytes, bytes.indices, isLiteral: isLiteral)
    return collector.withBytes { Blanks.nonBlankCount(of: $0) }
  }

  /// Calls the closure with each visible text of a node and each line break between them, until it returns false.
  ///
  /// - Parameter onScript: Called where a superscript or subscript begins; it returns whether it wants to know where
  ///   that ends, and is then called with nil there.
  @inline(__always)
  private func walk(
    _ node: NodeID, onText: (UnsafeBufferPointer<UInt8>, Bool) -> Bool, onBreak: () -> Void,
    onScript: (InlineStyle?) -> Bool
  ) {
    // Where the open blocks, superscripts and subscripts end, the innermost last.
    var blockEnds: [Int] = []
    var scriptEnds: [Int] = []
    source.withUnsafeBufferPointer { bytes in
      var index = Int(node.index)
      let end = subtreeEnd(of: node)
      while index < end {
        while let scriptEnd = scriptEnds.last, scriptEnd <= index {
          scriptEnds.removeLast()
          _ = onScript(nil)
        }
        while let blockEnd = blockEnds.last, blockEnd <= index {
          blockEnds.removeLast()
          onBreak()
        }
        let current = nodes[index]
        if isDropped(NodeID(index)), index != Int(node.index) {
          index = Int(current.subtreeEnd)
          continue
        }
        if current.tag == Tag.text.rawValue {
          let text = UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)])
          guard onText(text, current.flags.contains(.literal)) else { return }
        } else {
          let traits = current.known.traits
          if traits.contains(.hidden) || isHidden(current), index != Int(node.index) {
            index = Int(current.subtreeEnd)
            continue
          }
          if current.known == .br {
            onBreak()
          } else if traits.contains(.block) {
            onBreak()
            blockEnds.append(Int(current.subtreeEnd))
          } else if current.known == .sup || current.known == .sub,
            onScript(current.known == .sup ? .superscript : .subscript)
          {
            scriptEnds.append(Int(current.subtreeEnd))
          }
        }
        index += 1
      }
      while scriptEnds.popLast() != nil { _ = onScript(nil) }
    }
  }

  /// The only text of a body that consists of one `div` around lines that begin at the margin: plain text that was
  /// merely wrapped in HTML.
  var onlyText: NodeID? {
    var text: NodeID?
    var hasElement = false
    for node in all.dropFirst() {
      if isText(node) {
        if isBlank(node) { continue }
        guard text == nil else { return nil }
        text = node
      } else {
        guard !hasElement, tag(node) == .div else { return nil }
        hasElement = true
      }
    }
    guard hasElement, let text else { return nil }
    let lines = source[Int(self[text].sourceStart)..<Int(self[text].sourceEnd)].split(separator: 0x0A)
    let isIndented = lines.contains { $0.first == 0x20 && $0.contains { $0 > 0x20 } }
    return lines.count > 1 && !isIndented ? text : nil
  }

  /// Whether the text of a text node contains a piece.
  func text(_ node: NodeID, holds piece: StaticString) -> Bool {
    let current = self[node]
    return source.withUnsafeBufferPointer { bytes in
      let slice = UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)])
      if ByteSearch.holds(slice, piece) { return true }
      return !current.flags.contains(.literal) && ByteSearch.holds(slice, byte: 0x26)
        && rawText(of: node).holds("\(piece)")
    }
  }

  /// The bytes of a text node, as in the source.
  @inline(__always)
  func withBytes<Result>(of node: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let current = self[node]
    return source.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)]))
    }
  }

  /// The text of a text node as it is written, with references decoded and white space kept.
  func rawText(of node: NodeID) -> String {
    let current = self[node]
    guard current.tag == Tag.text.rawValue else { return "" }
    return source.withUnsafeBufferPointer { bytes in
      let slice = UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)])
      return current.flags.contains(.literal)
        ? String(slice, isWellFormed: isWellFormed)
        : CharacterReference.decode(slice, inAttribute: false, isWellFormed: isWellFormed)
    }
  }
}

extension TextCollector {
  /// Breaks the line unless one has just begun.
  mutating func startLine() {
    if !isEmpty, !isAtLineFeed { breakLine() } else { dropPending() }
  }

  /// The text without padding: spaces, no-break and ideographic spaces, zero-width characters, line feeds.
  func trimmedText() -> String {
    withBytes { bytes in
      let range = TextPadding.trimmedRange(of: bytes, in: 0..<bytes.count)
      return String(UnsafeBufferPointer(rebasing: bytes[range]), isWellFormed: isWellFormed)
    }
  }
}
