import Text

/// Applies the values of a publisher's rules to a page.
extension PublisherRules {
  /// Whether a page is this publisher's, if neither host nor folder says so.
  func isPublisher(of page: Page) -> Bool {
    addressMark.map { page.envelope.url?.holds($0) == true } == true || hook.recognise(page)
  }

  /// The page's time as the page writes it.
  func publishedText(_ tree: HTMLTree) -> String? {
    switch time {
    case nil: nil
    case .text(let tag): tree.first(tag).map { tree.text(of: $0) }
    case .lastLine(let tag):
      tree.first(tag).flatMap { tree.text(of: $0).split(separator: "\n").last.map(String.init) }
    case .attribute(let name, let tag): tree.first(tag).flatMap { tree.attribute(name, of: $0) }
    case .whole(let tag): wholeTime(tag, tree)?.text
    }
  }

  /// `DD/MM/YYYY - HH:MM` in a separate element.
  private func wholeTime(_ tag: Tag, _ tree: HTMLTree) -> (node: NodeID, text: String)? {
    guard let node = tree.first(tag) else { return nil }
    let text = tree.text(of: node)
    return text.utf8.count <= 24 ? (node, text) : nil
  }

  /// Reads the page's facts, drops other parts of the page, and marks captions and roles.
  func clean(_ page: inout Page) {
    if case .whole(let tag)? = time, let (node, text) = wholeTime(tag, page.tree),
      let time = Timestamp(text, zone: zone)
    {
      page.facts.published = Sourced(time)
      page.drop(node)
    }
    if case .strong(let tag)? = lead { page.markLead(tag) }
    if !elements.isEmpty {
      for node in page.tree.all where page.tree.isElement(node) {
        // By index, so that the rules are not copied.
        guard let index = elements.indices.first(where: { elements[$0].selector.matches(node, page.tree) }) else {
          continue
        }
        let rule = elements[index]
        guard rule.phrases.isEmpty || page.text(of: node).holdsAny(of: rule.phrases) else { continue }
        page.apply(rule.meaning, to: node)
      }
    }
    hook.read(&page)
    if dropsLinkLists { page.dropLinkLists() }
  }

  /// Cleans the finished blocks.
  func finish(_ blocks: inout [Block], _ page: inout Page) {
    hook.finish(&blocks, &page)
    if !closingNotes.isEmpty { blocks.part { closingLines(of: $0, &page) } }
    blocks.removeAll { block in paragraphs.contains { !$0.isLast && $0.matches(block) } }
    while let last = blocks.last, paragraphs.contains(where: { $0.isLast && $0.matches(last) }) { blocks.removeLast() }
    if !deadLinks.isEmpty {
      blocks = blocks.map { $0.mapText { $0.withoutLinks { url in deadLinks.contains { url.holds($0) } } } }
    }
    switch lead {
    case .firstParagraph: page.readLead(from: blocks)
    case .listOfOne: page.readListedLead(&blocks)
    case .strong, nil: break
    }
  }
}

extension PublisherRules {
  /// Reads a closing paragraph line by line: biography, translator, link to the original.
  private func closingLines(of block: Block, _ page: inout Page) -> [Block]? {
    guard case .paragraph(let text, _) = block, text.text.holdsAny(of: closingNotes) else { return nil }
    return text.lines.map { line in
      guard let byline = Byline(line: line.text) else { return .paragraph(line, role: .notice) }
      page.propose(byline, from: .text)
      return .paragraph(line, role: .byline)
    }
  }
}

extension PublisherRules.ParagraphRule {
  fileprivate func matches(_ block: Block) -> Bool {
    guard case .paragraph(let text, _) = block else { return false }
    return (openings.isEmpty || text.text.startsWithAny(of: openings)) && phrases.allSatisfy { text.text.holds($0) }
  }
}

extension Page {
  fileprivate mutating func apply(_ meaning: ElementRule.Meaning, to node: NodeID) {
    switch meaning {
    case .boilerplate: drop(node)
    case .tags:
      for link in tree.descendants(of: node)
      where tree.tag(link) == .a && tree.attribute("rel", of: link) == "tag" {
        facts.tags.append(text(of: link))
      }
      drop(node)
    case .related:
      addRelated(links(in: node))
      drop(smallBlock(around: node, nonBlanksAtMost: tree.nonBlankCount(of: node) + 8) ?? node)
    case .author(let selector):
      if let name = selector.first(in: tree, below: node) { readAuthor(text(of: name)) }
      drop(node)
    case .post(let selector):
      for inner in tree.descendants(of: node) where tree.isElement(inner) {
        if facts.published == nil, let time = tree.attribute("content", of: inner).flatMap({ Timestamp($0) }) {
          facts.published = Sourced(time)
        }
        if selector.matches(inner, tree) { readAuthor(text(of: inner)) }
      }
      drop(node)
    case .standfirst:
      let text = text(of: node)
      if !text.isEmpty { facts.standfirst = Sourced(text) }
      setRole(.standfirst, of: node)
    case .caption: if let picture = picture(of: node) { setCaption(of: picture, to: node) }
    case .credit: if let picture = picture(of: node) { setCredit(of: picture, to: node) }
    case .card(let selector):
      if let content = selector.first(in: tree, below: node) { readCard(text(of: content)) }
      // The box floats beside the text in a `div` of its own.
      drop(smallBlock(around: node, nonBlanksAtMost: tree.nonBlankCount(of: node) + 4) ?? node)
    }
  }

  private mutating func readAuthor(_ text: String) {
    let names = Byline.names(in: text).filter { !PersonWords.nobody.contains($0.lowered) }
    if !names.isEmpty, facts.authors == nil { facts.authors = Sourced(names) }
  }

  /// The first picture in the element around a caption, otherwise the last one before it with no text between them.
  private func picture(of node: NodeID) -> NodeID? {
    if let holder = tree.parent(of: node), holder != .root, let picture = tree.first(.img, in: holder), picture < node {
      return picture
    }
    for index in stride(from: Int(node.index) - 1, to: max(0, Int(node.index) - 25), by: -1) {
      let candidate = NodeID(index)
      if tree.tag(candidate) == .img { return candidate }
      if tree.isText(candidate), !tree.isBlank(candidate) { return nil }
    }
    return nil
  }

  private mutating func readCard(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: "：") else { continue }
      let value = String(line[line.index(after: colon)...]).trimmedOfBlanks
      guard !value.isEmpty else { continue }
      switch String(line[..<colon]).trimmedOfBlanks.simplified {
      case "作者":
        let names = Byline.names(in: value)
        if !names.isEmpty { facts.authors = Sourced(names) }
      case "发表日期", "日期":
        if let time = Timestamp(value, zone: zone) { facts.published = Sourced(time) }
      case "来源": facts.source = Sourced(value)
      case "主题归类": facts.tags = value.split { "，,、 ".contains($0) }.map(String.init)
      default: break
      }
    }
  }

  /// Makes a list that opens the text the lead, if it has one item as long as a sentence.
  fileprivate mutating func readListedLead(_ blocks: inout [Block]) {
    guard facts.standfirst == nil,
      let first = blocks.firstIndex(where: { if case .figure = $0 { false } else { true } }),
      case .list(let list) = blocks[first], list.items.count == 1, list.items[0].count == 1,
      case .paragraph(let text, _) = list.items[0][0], text.text.nonBlankCount >= 10
    else { return }
    blocks[first] = .paragraph(text, role: .standfirst)
    facts.standfirst = Sourced(text.text)
  }
}
