import Text

/// Footnotes and definition lists.
extension BlockParser {
  /// `[^label]:` opens a definition.
  mutating func footnote() -> Start {
    guard byte(at: nextNonspace + 1) == 0x5E, open.count <= Self.deepestNesting else { return .none }
    var position = nextNonspace + 2
    while position < lineEnd, bytes[position] != 0x5D, bytes[position] != 0x5B, bytes[position] > 0x20 { position += 1 }
    guard position > nextNonspace + 2, position - nextNonspace < 200, byte(at: position) == 0x5D,
      byte(at: position + 1) == 0x3A
    else { return .none }
    let label = ReferenceTable.normalized(bytes, nextNonspace + 2..<position)
    advanceToNonspace()
    advance(position + 2 - nextNonspace)
    findNonspace()
    if !isBlank { advanceToNonspace() }
    let index = add(.footnoteDefinition)
    let infoStart = text.count
    text.append(contentsOf: label.utf8)
    nodes[index].infoStart = Int32(infoStart)
    nodes[index].infoEnd = Int32(text.count)
    if footnotes[label] == nil { footnotes[label] = index }
    return .container
  }

  /// `: text` below a line makes that line a term, and this its definition.
  mutating func definition(_ container: Int) -> Start {
    guard byte(at: nextNonspace) == 0x3A, Self.isBlankByte(byte(at: nextNonspace + 1)),
      open.count <= Self.deepestNesting
    else { return .none }
    let isOpen = matched == open.count || open[open.count - 1] == container
    if isOpen, nodes[container].kind == .paragraph, nodes[container].content.isEmpty == false {
      makeTerms(of: container)
    } else if nodes[container].kind != .definitionList {
      return .none
    }
    var marker = ListMarker()
    marker.mark = 0x3A
    marker.offset = indent
    advanceToNonspace()
    advance(1)
    findNonspace()
    marker.padding = 1 + (isBlank || indent > 4 ? 1 : indent)
    advance(isBlank || indent > 4 ? 1 : indent, inColumns: true)
    let index = add(.definition)
    nodes[index].list = marker
    return .container
  }

  /// Turns a paragraph into a definition list in which each line is a term.
  private mutating func makeTerms(of index: Int) {
    // The paragraph becomes the term's content, and a list and a term are put around it.
    let paragraph = nodes[index]
    let list = nodes.count
    let term = list + 1
    var listNode = BlockNode(kind: .definitionList, line: paragraph.line, parent: paragraph.parent)
    listNode.previous = paragraph.previous
    var termNode = BlockNode(kind: .definitionTerm, line: paragraph.line, parent: Int32(list))
    termNode.firstChild = Int32(index)
    termNode.lastChild = Int32(index)
    termNode.endLine = lineNumber - 1
    // A definition list directly before this one continues.
    if paragraph.previous >= 0, nodes[Int(paragraph.previous)].kind == .definitionList {
      let earlier = Int(paragraph.previous)
      termNode.parent = Int32(earlier)
      termNode.previous = nodes[earlier].lastChild
      nodes[Int(nodes[earlier].lastChild)].next = Int32(list)
      nodes[earlier].lastChild = Int32(list)
      nodes[earlier].next = -1
      nodes[Int(paragraph.parent)].lastChild = Int32(earlier)
      nodes.append(termNode)
      nodes[index].parent = Int32(list)
      (nodes[index].previous, nodes[index].next) = (-1, -1)
      open.removeLast()
      trimEnd(of: index)
      open.append(earlier)
      matched = open.count
      return
    }
    listNode.firstChild = Int32(term)
    listNode.lastChild = Int32(term)
    nodes.append(listNode)
    nodes.append(termNode)
    if paragraph.previous >= 0 { nodes[Int(paragraph.previous)].next = Int32(list) }
    let parent = Int(paragraph.parent)
    nodes[parent].lastChild = Int32(list)
    if nodes[parent].firstChild == Int32(index) { nodes[parent].firstChild = Int32(list) }
    nodes[index].parent = Int32(term)
    (nodes[index].previous, nodes[index].next) = (-1, -1)
    open.removeLast()
    trimEnd(of: index)
    open.append(list)
    matched = open.count
  }
}
