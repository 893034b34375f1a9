import Text

/// Helpers that several publishers' rules use.
extension Page {
  /// The first element of a tag, if it is before the body and entirely `strong`: the lead.
  mutating func markLead(_ tag: Tag) {
    guard let lead = tree.first(tag), let strong = tree.first(.strong, in: lead) else { return }
    let text = self.text(of: lead)
    guard !text.isEmpty, text == self.text(of: strong), tree.parent(of: lead) == .root else { return }
    setRole(.standfirst, of: lead)
    facts.standfirst = Sourced(text)
  }

  /// Marks the first paragraph as the lead, for publishers whose first paragraph is one.
  mutating func readLead(from blocks: [Block]) {
    guard facts.standfirst == nil else { return }
    for block in blocks {
      switch block {
      case .figure, .embed, .rule: continue
      case .paragraph(let text, let role):
        if role == .byline || role == .credit { continue }
        if text.text.nonBlankCount >= 12, !text.text.hasPrefix("•") { facts.standfirst = Sourced(text.text, .text) }
        return
      default: return
      }
    }
  }

  /// Drops lists that consist only of links, and records their links as related ones.
  mutating func dropLinkLists() {
    for list in tree.all where tree.tag(list) == .ul {
      let items = tree.children(of: list).filter { tree.isElement($0) }
      guard !items.isEmpty, !tree.isDropped(list), tree.subtreeEnd(of: list) - Int(list.index) <= 400 else { continue }
      let links = links(in: list)
      let linkedCount = links.reduce(0) { $0 + $1.text.nonBlankCount }
      guard !links.isEmpty, linkedCount >= tree.nonBlankCount(of: list) else { continue }
      addRelated(links)
      drop(list)
    }
  }

  /// The links in a node with their texts.
  func links(in node: NodeID) -> [Link] {
    tree.undropped(in: node).compactMap { link in
      guard tree.tag(link) == .a, let url = tree.attribute("href", of: link) else { return nil }
      let text = self.text(of: link).onOneLine
      return text.isEmpty ? nil : Link(text: text, url: url)
    }
  }

  /// The outermost ancestor-or-self with so little text that it cannot hold an article; nil if the node itself has
  /// more.
  func smallBlock(around node: NodeID, nonBlanksAtMost limit: Int) -> NodeID? {
    var best: NodeID?
    var current: NodeID? = node
    // The characters in the best one so far.
    var counted = 0
    // Pages are nested less deeply than this; beyond it the walk is not worthwhile.
    for _ in 0..<12 {
      guard let candidate = current, candidate != .root else { break }
      let tag = tree.tag(candidate)
      if tree.subtreeEnd(of: candidate) - Int(candidate.index) > 400 { break }
      if tag == .body || tag == .html { break }
      if let inner = best {
        if !tree.isShown(inner) { counted = 0 }
        for child in tree.children(of: candidate) where child != inner && counted <= limit && tree.isShown(child) {
          counted += tree.nonBlankCount(of: child, atMost: limit - counted)
        }
      } else {
        counted = tree.nonBlankCount(of: candidate, atMost: limit)
      }
      if counted > limit { break }
      best = candidate
      current = tree.parent(of: candidate)
    }
    return best
  }
}

extension Block {
  /// The block with its texts changed, at any depth.
  func mapText(_ change: (StyledText) -> StyledText) -> Block {
    switch self {
    case .paragraph(let text, let role): return .paragraph(change(text), role: role)
    case .heading(let text, let level): return .heading(change(text), level: level)
    case .quote(let blocks): return .quote(blocks.map { $0.mapText(change) })
    case .list(var list):
      list.items = list.items.map { $0.map { $0.mapText(change) } }
      return .list(list)
    case .table(var table):
      table.rows = table.rows.map { $0.map(change) }
      return .table(table)
    default: return self
    }
  }
}

extension StyledText {
  /// Removes links whose address satisfies a condition; their text stays.
  func withoutLinks(where isUseless: (String) -> Bool) -> StyledText {
    guard !spans.isEmpty else { return self }
    return StyledText(
      text,
      spans: spans.filter { span in
        if case .link(let url) = span.style { return !isUseless(url) }
        return true
      })
  }

  /// The first bytes, with spans cut to them.
  func prefix(utf8Count: Int) -> StyledText { slice(0..<utf8Count) }

  /// A range of the text, with spans cut to it, without padding at its ends.
  func slice(_ range: Range<Int>) -> StyledText {
    let bytes = Array(text.utf8)
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return StyledText(
      String(decoding: bytes[lower..<upper], as: UTF8.self),
      spans: spans.compactMap { span in
        let from = max(span.utf8Range.lowerBound, lower)
        let to = min(span.utf8Range.upperBound, upper)
        return from < to ? Span(utf8Range: from - lower..<to - lower, style: span.style) : nil
      })
  }

  /// The lines of the text, without empty ones.
  var lines: [StyledText] {
    var lines: [StyledText] = []
    var start = 0
    let bytes = Array(text.utf8)
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      let line = slice(start..<index)
      if !line.isEmpty { lines.append(line) }
      start = index + 1
    }
    return lines
  }
}
