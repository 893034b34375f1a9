import Text

/// Walks the tree of blocks and writes a document's events, including the inlines of each leaf.
struct EventWriter {
  private let blocks: BlockParser
  private var events: [MarkdownEvent] = []

  init(_ blocks: BlockParser) { self.blocks = blocks }

  mutating func document() -> MarkdownDocument {
    var document = MarkdownDocument()
    blocks.text.withUnsafeBufferPointer { bytes in
      var inlines = InlineParser(blocks, bytes)
      inlines.events.reserveCapacity(blocks.nodes.count * 4)
      walk(0, &inlines)
      var written = 0
      // A footnote may refer to others.
      while written < inlines.footnotes.count {
        let label = inlines.footnotes[written]
        written += 1
        if let note = inlines.inlineNotes[label] {
          inlines.events.append(MarkdownEvent(.footnoteDefinition, .begin, value: Int32(written)))
          inlines.events.append(MarkdownEvent(.paragraph, .begin))
          inlines.parse(note, line: 0, isNote: true)
          inlines.events.append(MarkdownEvent(.paragraph, .end))
          inlines.events.append(MarkdownEvent(.footnoteDefinition, .end, value: Int32(written)))
        }
        guard let index = blocks.footnotes[label] else { continue }
        inlines.events.append(
          MarkdownEvent(.footnoteDefinition, .begin, value: Int32(written), line: blocks.nodes[index].line))
        walk(index, &inlines)
        inlines.events.append(MarkdownEvent(.footnoteDefinition, .end, value: Int32(written)))
      }
      // A note without a reference is still shown, so that no text is lost.
      if blocks.options.contains(.leniency) {
        let known = Set(inlines.footnotes)
        for (label, index) in blocks.footnotes.sorted(by: { $0.value < $1.value }) where !known.contains(label) {
          let name = blocks.nodes[index].info
          let line = blocks.nodes[index].line
          inlines.events.append(MarkdownEvent(.footnoteDefinition, .begin, range: name, line: line))
          walk(index, &inlines)
          inlines.events.append(MarkdownEvent(.footnoteDefinition, .end, range: name, line: line))
        }
      }
      document.isCut = blocks.isCut
      document.events = inlines.events
      document.links = inlines.links
      for label in inlines.footnotes {
        document.footnotes.append(inlines.keep(label.utf8))
      }
      document.omissions = blocks.omissions + inlines.omissions
      document.text = blocks.text + inlines.extra
    }
    return document
  }

  /// Writes a container's contents, depth first.
  private func walk(_ root: Int, _ inlines: inout InlineParser) {
    var index = Int(blocks.nodes[root].firstChild)
    while index >= 0 {
      let node = blocks.nodes[index]
      // Footnotes are written at the end; each may be referred to from anywhere.
      if node.kind != .footnoteDefinition {
        if node.isContainer {
          begin(index, node, &inlines)
          if node.firstChild >= 0 {
            index = Int(node.firstChild)
            continue
          }
          end(node, &inlines)
        } else {
          leaf(node, &inlines)
        }
      }
      var current = index
      while blocks.nodes[current].next < 0 {
        current = Int(blocks.nodes[current].parent)
        guard current != root else { return }
        end(blocks.nodes[current], &inlines)
      }
      index = Int(blocks.nodes[current].next)
    }
  }

  private func begin(_ index: Int, _ node: BlockNode, _ inlines: inout InlineParser) {
    var event: MarkdownEvent
    switch node.kind {
    case .quote:
      event = MarkdownEvent(.quote, .begin, line: node.line)
      event.value = node.level
      event.infoLower = node.infoStart
      event.infoUpper = node.infoEnd
    case .list:
      event = MarkdownEvent(.list, .begin, value: node.list.isOrdered ? node.list.start : -1, line: node.line)
      event.flag = node.list.isTight
    case .item: event = MarkdownEvent(.item, .begin, line: node.line)
    case .definitionList: event = MarkdownEvent(.definitionList, .begin, line: node.line)
    case .definitionTerm: event = MarkdownEvent(.definitionTerm, .begin, line: node.line)
    case .definition: event = MarkdownEvent(.definition, .begin, line: node.line)
    case .directive where isQuote(node): event = MarkdownEvent(.quote, .begin, line: node.line)
    case .admonition where node.fence == 0x3D:
      inlines.events.append(MarkdownEvent(.paragraph, .begin, line: node.line))
      inlines.events.append(MarkdownEvent(.strong, .begin, line: node.line))
      inlines.events.append(MarkdownEvent(.text, .whole, range: node.info, line: node.line))
      inlines.events.append(MarkdownEvent(.strong, .end, line: node.line))
      inlines.events.append(MarkdownEvent(.paragraph, .end, line: node.line))
      return
    case .admonition:
      event = MarkdownEvent(.quote, .begin, value: node.level, line: node.line)
      event.infoLower = node.infoStart
      event.infoUpper = node.infoEnd
    default: return
    }
    inlines.events.append(event)
  }

  private func isQuote(_ node: BlockNode) -> Bool {
    node.terminator < 0 || blocks.terminators[Int(node.terminator)] != .colons
  }

  private func end(_ node: BlockNode, _ inlines: inout InlineParser) {
    let kind: MarkdownEvent.Kind
    switch node.kind {
    case .quote: kind = .quote
    case .list: kind = .list
    case .item: kind = .item
    case .definitionList: kind = .definitionList
    case .definitionTerm: kind = .definitionTerm
    case .definition: kind = .definition
    case .directive where isQuote(node):
      if !node.info.isEmpty {
        inlines.events.append(MarkdownEvent(.paragraph, .begin, line: node.line))
        inlines.events.append(MarkdownEvent(.text, .whole, range: inlines.keep("——".utf8), line: node.line))
        inlines.parse(node.info, line: node.line)
        inlines.events.append(MarkdownEvent(.paragraph, .end, line: node.line))
      }
      kind = .quote
    case .admonition where node.fence != 0x3D: kind = .quote
    default: return
    }
    inlines.events.append(MarkdownEvent(kind, .end, line: node.line))
  }

  private func leaf(_ node: BlockNode, _ inlines: inout InlineParser) {
    switch node.kind {
    case .paragraph: paragraph(node, &inlines)
    case .heading:
      inlines.events.append(MarkdownEvent(.heading, .begin, value: node.level, line: node.line))
      inlines.parse(node.content, line: node.line)
      inlines.events.append(MarkdownEvent(.heading, .end, value: node.level, line: node.line))
    case .codeBlock, .mathBlock:
      var event = MarkdownEvent(
        node.kind == .codeBlock ? .codeBlock : .mathBlock, .whole,
        range: node.kind == .codeBlock ? inlines.withoutShortcodeMarks(node.content) : node.content, line: node.line)
      event.flag = node.fence != 0
      event.infoLower = node.infoStart
      event.infoUpper = node.infoEnd
      inlines.events.append(event)
    case .htmlBlock:
      inlines.events.append(
        MarkdownEvent(.htmlBlock, .whole, range: node.content, value: node.level, line: node.line))
    case .thematicBreak: inlines.events.append(MarkdownEvent(.thematicBreak, .whole, line: node.line))
    case .table: table(node, &inlines)
    default: break
    }
  }

  private func paragraph(_ node: BlockNode, _ inlines: inout InlineParser) {
    var event = MarkdownEvent(.paragraph, .begin, line: node.line)
    let parent = blocks.nodes[Int(node.parent)]
    let list = parent.parent >= 0 ? blocks.nodes[Int(parent.parent)] : parent
    event.flag = parent.kind == .definitionTerm || parent.kind == .item && list.list.isTight
    inlines.events.append(event)
    var content = node.content
    if blocks.options.contains(.taskLists), parent.kind == .item, node.previous < 0,
      let (isDone, length) = inlines.bytes.task(at: content)
    {
      var marker = MarkdownEvent(.taskMarker, .whole, line: node.line)
      marker.flag = isDone
      inlines.events.append(marker)
      content = content.dropFirst(length)
    }
    inlines.parse(content, line: node.line)
    event.phase = .end
    inlines.events.append(event)
  }

  private func table(_ node: BlockNode, _ inlines: inout InlineParser) {
    inlines.events.append(MarkdownEvent(.table, .begin, line: node.line))
    let columns = Int(node.columnCount)
    var start = node.content.lowerBound
    var line = node.line
    var isHead = true
    while start < node.content.upperBound {
      var end = start
      while end < node.content.upperBound, inlines.bytes[end] != 0x0A { end += 1 }
      var row = MarkdownEvent(.tableRow, .begin, line: line)
      row.flag = isHead
      inlines.events.append(row)
      let cells = TableRow.cells(
        in: inlines.bytes, start..<end, atMost: blocks.options.contains(.leniency) ? columns : .max)
      inlines.cellCount += columns
      let shown = inlines.cellCount > BlockParser.mostCells ? min(cells.count, columns) : columns
      for column in 0..<shown {
        var cell = MarkdownEvent(
          .tableCell, .begin, value: Int32(blocks.alignments[Int(node.alignmentStart) + column]), line: line)
        cell.flag = isHead
        inlines.events.append(cell)
        if column < cells.count { inlines.parse(cells[column], line: line, isCell: true) }
        cell.phase = .end
        inlines.events.append(cell)
      }
      row.phase = .end
      inlines.events.append(row)
      start = end + 1
      // The delimiter row is between them.
      line += isHead && !node.isClosed ? 2 : 1
      isHead = false
    }
    inlines.events.append(MarkdownEvent(.table, .end, line: node.line))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// `[ ] ` or `[x] ` at the start of an item, and Obsidian's states (`[/]`, `[-]`), which count as open.
  fileprivate func task(at content: Range<Int>) -> (isDone: Bool, length: Int)? {
    guard content.count >= 4, self[content.lowerBound] == 0x5B, self[content.lowerBound + 2] == 0x5D,
      MarkupScanner.isSpace(self[content.lowerBound + 3])
    else { return nil }
    switch self[content.lowerBound + 1] {
    case 0x20: return (false, 4)
    case 0x58, 0x78: return (true, 4)
    case 0x2F, 0x2D, 0x3E, 0x3C, 0x21, 0x3F, 0x2A: return (false, 4)
    default: return nil
    }
  }
}
