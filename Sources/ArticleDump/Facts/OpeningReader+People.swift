import Text

/// Reads people, sources and sections above the text.
extension OpeningReader {
  static func isAuthorElement(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree.tag(node) == .a || tree.tag(node) == .span || tree.tag(node) == .address else { return false }
    return tree.attribute("rel", of: node, contains: "author")
      || tree.attribute("itemprop", of: node, contains: "author")
      || tree.attribute("property", of: node, contains: "foaf:name")
  }

  /// A name on its own that links to a profile; running text and captions link to people, too.
  func linksToPerson(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree.tag(node) == .a, let url = tree.attribute("href", of: node) else { return false }
    var parent = tree.parent(of: node)
    for _ in 0..<4 {
      guard let current = parent, current != .root else { break }
      switch tree.tag(current) {
      case .figure, .figcaption, .blockquote, .li: return false
      case .p, .div, .section, .header:
        guard sizes.size(tree, current) <= 120, tree.sentenceCount(of: current, atMost: 1) == 0 else { return false }
        guard isPersonsAddress(url) else { return false }
        let name = tree.text(of: node)
        return PersonName.isPlausible(name) || isNickname(name)
      default: parent = tree.parent(of: current)
      }
    }
    return false
  }

  /// A picture that links to a profile.
  func isPortrait(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree.tag(node) == .a, tree.first(.img, in: node) != nil, let url = tree.attribute("href", of: node) else {
      return false
    }
    return isPersonsAddress(url)
  }

  /// Whether a text may be a user name: neither a button's label nor part of a sentence.
  private func isNickname(_ name: String) -> Bool {
    2...20 ~= name.nonBlankCount && !name.holds("\n") && !name.utf8.allSatisfy { $0 &- 0x30 < 10 }
      && !name.unicodeScalars.contains { $0.isOne(of: "，。：！？；、|｜《》") }
      && LineClass(name, isAtEdge: true) == nil
  }

  private func isPersonsAddress(_ url: String) -> Bool {
    // /@name is a profile, /@name/title an article.
    if let at = url.utf8Index(of: "/@"), !url[at...].dropFirst(2).contains("/") { return true }
    return url.holdsAny(of: [
      "/author/", "/authors/", "/people/", "/user/", "/users/", "/u/", "/writer/", "/writers/", "/reporter/",
      "/profile/", "/column/author", "/member/", "mod=space", "space-uid-", "space.bilibili.com/",
    ])
  }

  func readAuthor(_ node: NodeID, _ page: inout Page) -> Bool {
    let text = page.text(of: node)
    guard text.nonBlankCount <= 60, page.tree.sentenceCount(of: node, atMost: 1) == 0 else { return false }
    // `<span class="author-label">作者：</span>某某`: the name is after the element.
    let label = text.trimmed(of: "：: ")
    if BylineLabel.isLabel(label) || Self.prepositions.contains(where: { $0.trimmedOfBlanks == label }) { return false }
    if page.tree.tag(node) == .ul || page.tree.tag(node) == .ol {
      // A list of a name and a position (BBC), with the name first.
      let first = page.tree.children(of: node).first { page.tree.tag($0) == .li }
      if let first { readAuthor(page.text(of: first), &page) }
      return true
    }
    if page.facts.published == nil, text.utf8.count(where: { $0 &- 0x30 < 10 }) >= 8, Timestamp.first(in: text) == nil,
      let found = page.partedDate(node, zone)
    {
      page.facts.published = Sourced(found.timestamp)
    }
    if let name = nameBehindPreposition(node, text, page) {
      readPieces(name, &page, .author)
      return true
    }
    if let name = linkedName(node, text, page) {
      page.facts.people.propose([name], from: .page, by: .element)
      return true
    }
    for line in text.lines { readPieces(Self.withoutLabel(line), &page, .author) }
    return true
  }

  /// `<a href="…">某某</a><span>某研究院院长</span>`: the name is the link, followed by the person's position.
  private func linkedName(_ node: NodeID, _ text: String, _ page: Page) -> String? {
    let tree = page.tree
    let links = tree.undropped(in: node).filter { tree.tag($0) == .a && !page.text(of: $0).isEmpty }
    guard links.count == 1, let link = links.first else { return nil }
    let name = page.text(of: link).onOneLine
    guard FamilyName.opens(name), text.onOneLine.begins(with: name),
      let next = text.onOneLine.dropFirst(name.count).unicodeScalars.first, next.isHan || next.isBlank
    else { return nil }
    return name
  }

  private static let prepositions = ["由", "文", "By ", "by ", "Posted by "]

  /// `由<span class="author">某某</span>`: names may begin with this character too; only the markup separates it from the
  /// name.
  private func nameBehindPreposition(_ node: NodeID, _ text: String, _ page: Page) -> String? {
    guard let word = Self.prepositions.first(where: { text.begins(with: $0) }) else { return nil }
    let rest = text.dropFirst(word.count).trimmedOfBlanks
    let tree = page.tree
    let isElement = tree.descendants(of: node).contains { inner in
      tree.isElement(inner) && inner != node && page.text(of: inner).onOneLine.trimmedOfBlanks == rest
    }
    return isElement && !rest.isEmpty ? rest : nil
  }

  /// `文 史書華`: in an element whose class says author.
  private static func withoutLabel(_ line: String) -> String {
    let plain = line.simplified
    for label in ["文 ", "图文 ", "撰文 ", "作者 "] where plain.begins(with: label) {
      return line.dropFirst(label.count).trimmedOfBlanks
    }
    return line
  }

  func readAuthor(_ text: String, _ page: inout Page) {
    guard !text.isEmpty else { return }
    if let byline = Byline(line: text) {
      page.propose(byline, from: .page)
      return
    }
    let names = Byline.names(in: text)
    if !names.isEmpty { page.facts.people.propose(names, from: .page, by: .element) }
  }

  func readSource(_ node: NodeID, _ page: inout Page) -> Bool {
    let text = page.text(of: node).onOneLine
    guard text.nonBlankCount <= 30, page.tree.sentenceCount(of: node, atMost: 1) == 0 else { return false }
    if let byline = Byline(line: text) {
      page.propose(byline, from: .page)
      return true
    }
    // A name alone in an element whose class says source.
    guard 2...14 ~= text.nonBlankCount, text.unicodeScalars.contains(where: \.isHan),
      page.tree.tag(node).traits.contains(.inline) || page.tree.tag(node) == .div,
      !text.unicodeScalars.contains(where: { $0.isOne(of: "，。：:；！？/|") }),
      LineClass(text, isAtEdge: true) == nil, Timestamp.first(in: text, zone: zone) == nil
    else { return false }
    page.facts.sources.propose(text, from: .page, by: .element)
    return true
  }

  func readSection(_ node: NodeID, _ page: inout Page) -> Bool {
    let lines = page.text(of: node).unicodeScalars.split { $0 == "\n" || $0 == "," || $0 == "，" }
      .map { Self.withoutSectionLabel(String($0).trimmedOfBlanks) }.filter { !$0.isEmpty }
    guard let first = lines.first, first.nonBlankCount <= 16 else { return false }
    page.facts.sections.propose(first, from: .page, by: .element)
    return true
  }

  private static func withoutSectionLabel(_ text: String) -> String {
    let plain = text.simplified
    for label in ["分类：", "分类:", "栏目：", "Category:", "Categories:", "Posted in"] where plain.begins(with: label) {
      return text.dropFirst(label.count).trimmedOfBlanks
    }
    return text.trimmed(of: ">»›/|｜")
  }
}
