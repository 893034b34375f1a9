import Text

/// Whether a line continues the open blocks.
extension BlockParser {
  enum Continuation { case yes, no, ended }

  mutating func continues(_ index: Int) -> Continuation {
    switch nodes[index].kind {
    case .document, .list, .definitionList, .definitionTerm: return .yes
    case .quote:
      guard indent < 4, byte(at: nextNonspace) == 0x3E else { return .no }
      advanceToNonspace()
      advance(1)
      if Self.isBlankByte(byte(at: offset)) { advance(1, inColumns: true) }
      return .yes
    case .item, .definition:
      if isBlank {
        guard nodes[index].firstChild >= 0 else { return .no }
        advanceToNonspace()
        return .yes
      }
      let wanted = nodes[index].list.offset + nodes[index].list.padding
      guard indent >= wanted else { return .no }
      advance(wanted, inColumns: true)
      return .yes
    case .footnoteDefinition, .admonition:
      if isBlank {
        guard nodes[index].firstChild >= 0 || nodes[index].kind == .admonition else { return .no }
        advanceToNonspace()
        return .yes
      }
      guard indent >= 4 else { return .no }
      advance(4, inColumns: true)
      return .yes
    case .directive: return endsDirective(index) ? .ended : .yes
    case .codeBlock, .mathBlock, .omitted: return continuesCode(index)
    case .htmlBlock: return nodes[index].level >= 6 && (isBlank || endsWholeMarkup(index)) ? .no : .yes
    case .heading, .thematicBreak: return .no
    case .paragraph, .table: return isBlank ? .no : .yes
    }
  }

  private mutating func continuesCode(_ index: Int) -> Continuation {
    let node = nodes[index]
    if let terminator = terminator(of: index) {
      guard ends(terminator) else { return .yes }
      closeInner(of: index)
      return .ended
    }
    if node.fence == 0 {
      if indent >= 4 {
        advance(4, inColumns: true)
      } else if isBlank {
        advanceToNonspace()
      } else {
        return .no
      }
      return .yes
    }
    if indent < 4, byte(at: nextNonspace) == node.fence {
      var position = nextNonspace
      while position < lineEnd, bytes[position] == node.fence { position += 1 }
      let length = position - nextNonspace
      while position < lineEnd, Self.isBlankByte(bytes[position]) { position += 1 }
      if position == lineEnd, length >= Int(node.level) {
        nodes[index].isClosed = true
        closeInner(of: index)
        return .ended
      }
    }
    var skipped = Int(node.fenceOffset)
    while skipped > 0, Self.isBlankByte(byte(at: offset)) {
      advance(1, inColumns: true)
      skipped -= 1
    }
    return .yes
  }

  func terminator(of index: Int) -> Terminator? {
    nodes[index].terminator < 0 ? nil : terminators[Int(nodes[index].terminator)]
  }

  mutating func setTerminator(of index: Int, to terminator: Terminator) {
    nodes[index].terminator = Int32(terminators.count)
    terminators.append(terminator)
  }

  /// Closes an open block, and the blocks that are open in it, at the current line.
  mutating func closeInner(of index: Int) {
    while open.count > 1, open[open.count - 1] != index { close(at: lineNumber - 1) }
    close(at: lineNumber)
  }
}
