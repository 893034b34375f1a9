/// The events of a leaf, from its pieces.
extension InlineParser {
  mutating func emit() {
    for piece in pieces {
      let range = Int(piece.lower)..<Int(piece.upper)
      switch piece.kind {
      case .text: emitText(range)
      case .softBreak: events.append(MarkdownEvent(.softBreak, .whole, line: line))
      case .lineBreak: events.append(MarkdownEvent(.lineBreak, .whole, line: line))
      case .code: events.append(MarkdownEvent(.code, .whole, range: range, line: line))
      case .math: events.append(MarkdownEvent(.math, .whole, range: range, line: line))
      case .html: events.append(MarkdownEvent(.html, .whole, range: range, line: line))
      case .footnote:
        events.append(MarkdownEvent(.footnoteReference, .whole, range: range, value: piece.value, line: line))
      case .embed: events.append(MarkdownEvent(.embed, .whole, range: range, value: piece.value, line: line))
      case .styleBegin, .styleEnd:
        let kind = MarkdownEvent.Kind(rawValue: UInt8(truncatingIfNeeded: piece.value)) ?? .text
        events.append(MarkdownEvent(kind, piece.kind == .styleBegin ? .begin : .end, line: line))
      case .linkBegin: events.append(MarkdownEvent(.link, .begin, value: piece.value, line: line))
      case .linkEnd: events.append(MarkdownEvent(.link, .end, line: line))
      case .imageBegin: events.append(MarkdownEvent(.image, .begin, value: piece.value, line: line))
      case .imageEnd: events.append(MarkdownEvent(.image, .end, line: line))
      case .delimiters: emit(delimiters[Int(piece.value)], from: range.lowerBound)
      }
    }
  }

  /// Appends text, extending the previous event if that is text ending here.
  private mutating func emitText(_ range: Range<Int>) {
    if let last = events.indices.last, events[last].kind == .text, events[last].range.upperBound == range.lowerBound,
      events[last].line == line
    {
      events[last].upper = Int32(truncatingIfNeeded: range.upperBound)
    } else {
      events.append(MarkdownEvent(.text, .whole, range: range, line: line))
    }
  }

  mutating func emit(_ delimiter: Delimiter, from start: Int) {
    var edge = delimiter.firstEnd
    while edge >= 0 {
      events.append(MarkdownEvent(edges[Int(edge)].kind, .end, line: line))
      edge = edges[Int(edge)].next
    }
    if delimiter.count > 0 {
      emitText(start..<start + Int(delimiter.count))
    }
    edge = delimiter.firstBegin
    while edge >= 0 {
      events.append(MarkdownEvent(edges[Int(edge)].kind, .begin, line: line))
      edge = edges[Int(edge)].next
    }
  }
}
