import Text

// Inexpensive tests of blocks and their texts.

extension [Block] {
  /// Replaces blocks by their parts. Nothing is copied unless a block is split.
  ///
  /// - Parameter parts: `nil` for a block that stays as it is.
  mutating func part(_ parts: (Block) -> [Block]?) {
    var result: [Block] = []
    // The blocks before this one are already in the result.
    var taken = 0
    for index in indices {
      guard let parts = parts(self[index]) else { continue }
      result += self[taken..<index]
      result += parts
      taken = index + 1
    }
    guard taken > 0 else { return }
    result += self[taken...]
    self = result
  }
}

extension Block {
  /// The text of a paragraph or heading.
  var lineText: StyledText? {
    switch self {
    case .paragraph(let text, _), .heading(let text, _): text
    default: nil
    }
  }

  var isHeading: Bool { if case .heading = self { true } else { false } }

  var isRule: Bool { if case .rule = self { true } else { false } }

  /// Running text: what an article consists of.
  var isProse: Bool {
    switch self {
    // A text of 400 bytes has at least twenty characters, however many of them are blanks.
    case .paragraph(let text, _):
      (text.text.utf8.count > 400 || text.text.hasMoreNonBlanks(than: 19)) && text.linkShare < 0.7
    case .quote(let blocks): blocks.contains { $0.isProse }
    case .list(let list): list.items.contains { $0.contains { $0.isProse } }
    default: false
    }
  }
}

extension String {
  /// The string without a prefix, if it has the prefix.
  func withoutPrefix(_ prefix: String) -> String {
    begins(with: prefix) ? String(Substring(utf8.dropFirst(prefix.utf8.count))) : self
  }
}

extension ListBlock {
  /// The items' lines, if each item is a single line.
  var lines: [String]? {
    let lines = items.compactMap { $0.count == 1 ? $0[0].lineText?.text : nil }
    return lines.count == items.count ? lines : nil
  }

  /// The items as one line.
  var flattened: StyledText? { StyledText.flattened(items.joined().map { $0 }) }
}

extension StyledText {
  /// The links in the text. Adjacent parts of one link are joined.
  var links: [Link] {
    var links: [Link] = []
    var lastEnd = -1
    let bytes = Array(text.utf8)
    for span in spans {
      guard case .link(let url) = span.style else { continue }
      let piece = String(decoding: bytes[span.utf8Range], as: UTF8.self)
      if span.utf8Range.lowerBound == lastEnd, links.last?.url == url {
        links[links.count - 1].text += piece
      } else {
        links.append(Link(text: piece, url: url))
      }
      lastEnd = span.utf8Range.upperBound
    }
    return links
  }

  /// The share of the text that is in links, 0 to 1.
  var linkShare: Double {
    guard !text.isEmpty, !spans.isEmpty else { return 0 }
    var linked = 0
    for span in spans {
      if case .link = span.style { linked += span.utf8Range.count }
    }
    return Double(linked) / Double(text.utf8.count)
  }
}
