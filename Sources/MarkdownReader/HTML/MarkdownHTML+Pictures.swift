import Text

/// Pictures, whose text is an attribute, and raw HTML.
extension MarkdownHTML {
  mutating func image(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    if event.phase == .begin {
      imageDepth += 1
      if imageDepth == 1 {
        alternative.removeAll(keepingCapacity: true)
        imageLink = event.value
      }
      return
    }
    imageDepth -= 1
    guard imageDepth == 0 else { return }
    let link = document.links[Int(imageLink)]
    put("<img src=\"")
    putAddress(text, link.destination)
    put("\" alt=\"")
    output.append(contentsOf: alternative)
    put("\"")
    if let title = link.title, !title.isEmpty {
      put(" title=\"")
      putText(text, title)
      put("\"")
    }
    put(" />")
  }

  mutating func writeAlternative(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    switch event.kind {
    case .text, .code, .math, .embed:
      swap(&output, &alternative)
      putText(text, event.range)
      swap(&output, &alternative)
    case .softBreak, .lineBreak: alternative.append(0x0A)
    default: break
    }
  }

  // MARK: Raw HTML

  mutating func inlineMarkup(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    let range = event.range
    if tagFilter, HTMLNames.filtered.contains(MarkupScanner.name(of: text, range)) {
      put("&lt;")
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range.dropFirst()]))
      return
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
  }

  mutating func markup(_ event: MarkdownEvent, _ text: UnsafeBufferPointer<UInt8>) {
    startLine()
    if form == .article {
      MarkupGuard.append(text, event.range, to: &output)
    } else if tagFilter {
      var position = event.range.lowerBound
      while position < event.range.upperBound {
        if text[position] == 0x3C,
          HTMLNames.filtered.contains(MarkupScanner.name(of: text, position..<event.range.upperBound))
        {
          put("&lt;")
        } else {
          output.append(text[position])
        }
        position += 1
      }
    } else {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[event.range]))
    }
    output.append(0x0A)
  }
}
