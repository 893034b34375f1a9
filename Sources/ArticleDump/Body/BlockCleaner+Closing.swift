import Text

/// What follows the prose of a page: who wrote it, tags, bars of links.
extension BlockCleaner {
  // MARK: Who wrote it

  /// 关于作者 and the few paragraphs below it that end the page: they are kept as notices.
  mutating func markBiography(_ page: inout Page) {
    guard let label = blocks.indices.reversed().prefix(24).first(where: { isBiographyLabel(blocks[$0]) }),
      blocks[..<label].contains(where: { $0.isProse || Self.endsSentence($0) })
    else { return }
    var ink = 0
    var paragraphs: [Int] = []
    for index in (label + 1)..<blocks.count where verdicts[index] == .keep {
      switch blocks[index] {
      case .figure, .rule, .embed: continue
      case .paragraph(let text, let role):
        if role == .subhead, !paragraphs.isEmpty { return }
        if role != nil, role != .subhead { continue }
        // Boilerplate after the biography is judged separately.
        if LineClass(text.text, isAtEdge: true) != nil { continue }
        ink += text.text.inkCount
        paragraphs.append(index)
      default: return
      }
    }
    guard 1...4 ~= paragraphs.count, ink <= 600 else { return }
    verdicts[label] = .drop(step)
    for index in paragraphs {
      if case .paragraph(let text, _) = blocks[index] { blocks[index] = .paragraph(text, role: .notice) }
    }
    readAuthorOfBiography(paragraphs[0], &page)
  }

  private func isBiographyLabel(_ block: Block) -> Bool {
    block.lineText.flatMap { LineLabel($0.text) } == .biography
  }

  /// `林渡，自由撰稿人，现居…`: the author's name, if the page gives it nowhere else.
  private func readAuthorOfBiography(_ index: Int, _ page: inout Page) {
    guard page.facts.authors == nil, let line = blocks[index].lineText?.text,
      let mark = line.firstIndex(where: { "，,：:（(".contains($0) })
    else { return }
    let name = line[..<mark].trimmedOfBlanks
    guard 2...4 ~= name.unicodeScalars.count, FamilyName.opens(name), name.unicodeScalars.allSatisfy(\.isHan) else {
      return
    }
    page.facts.authors = Sourced([name], .text)
  }

  /// `作者為退休交通規劃師`: how papers introduce the author.
  ///
  /// - Parameter name: The author's name, where such a line gives it.
  static func isAboutAuthor(_ line: String, name: String?) -> Bool {
    if LineLabel.opening(line)?.label == .biography { return !line.holdsInk(over: 300) }
    if name != nil { return !line.holdsInk(over: 120) }
    return line.holdsInk(over: 8) && !line.holdsInk(over: 60)
      && line.trimmed(of: "（(*＊").simplified.startsWithAny(of: ["作者为", "作者是", "作者系", "作者现任", "作者现为"])
  }

  /// `《山城日报》（2020年11月19日 05版）`: where a piece was printed.
  func readEdition(_ line: String, _ page: inout Page) -> Bool {
    guard line.utf8.count <= 160, !line.holdsInk(over: 44), line.trimmed(of: "）)。 ").ends(with: "版"),
      let open = line.utf8Index(of: "《"), let close = line.utf8Index(of: "》"), open < close,
      Timestamp.first(in: line, zone: zone) != nil
    else { return false }
    let name = String(line[line.utf8.index(open, offsetBy: 3)..<close])
    if page.facts.source == nil, 2...12 ~= name.inkCount { page.facts.source = Sourced(name, .text) }
    return true
  }

  // MARK: Tags and bars

  /// A line of tags, recognized by their marks or by the label before their links.
  static func tags(in text: StyledText) -> [String]? {
    if let tags = Hashtags.tags(in: text.text) { return tags }
    guard !text.spans.isEmpty, !text.text.holdsInk(over: 120), text.linkShare > 0.4 else { return nil }
    let links = text.links
    guard let label = links.first.flatMap({ text.text.utf8Index(of: $0.text) }),
      LineLabel(text.text[..<label]) == .tags,
      text.isLabelled(byLinks: text.text[..<label].inkCount + links.count)
    else { return nil }
    return links.map(\.text)
  }

  /// `报社概况 | 关于本网 | 招聘 | 网站声明`: a bar of links to pages about the site.
  static func isSiteBar(_ text: StyledText) -> Bool {
    guard text.text.utf8.count <= 600, text.text.holdsBar, !text.text.holds("。") else { return false }
    let parts = text.text.partsBetweenBars.filter { $0.inkCount > 0 }
    guard parts.count >= 4, parts.allSatisfy({ $0.inkCount <= 12 }) else { return false }
    return parts.count(where: FactWords.isAboutSite) * 2 >= parts.count
  }

  /// `← 第四十七级`, `第四十九级 →`: one link and an arrow.
  static func isNeighbour(_ text: StyledText) -> Bool {
    guard !text.spans.isEmpty, !text.text.holdsInk(over: 50) else { return false }
    let line = text.text.trimmedOfBlanks
    let links = text.links
    return links.count == 1 && text.isLabelled(byLinks: 2)
      && (line.startsWithAny(of: ["←", "«", "‹", "<"]) || line.endsWithAny(of: ["→", "»", "›"]))
  }

  /// `来自 某某客户端 | 举报 | 收藏`: buttons, and the program with which a post was written.
  static func isRowOfButtons(_ line: String) -> Bool {
    guard line.utf8.count <= 90, line.holdsBar else { return false }
    let (parts, unknown) = buttons(in: line, between: \.isBar)
    return parts >= 3 && unknown.count * 3 <= parts
  }

  /// `更多河畔新聞報導`: a label that links follow.
  static func isMore(_ line: String) -> Bool {
    line.utf8.count <= 48 && line.begins(with: "更多")
      && line.trimmed(of: "：:>＞»").simplified.endsWithAny(of: ["报道", "报导", "新闻", "文章", "内容"])
  }

  /// `> 好用的软件，某某为你呈现`: a link after a `>`, which authors do not write.
  static func isPromotion(_ text: StyledText) -> Bool {
    text.text.utf8.first == 0x3E && !text.text.holdsInk(over: 60) && !text.links.isEmpty
  }
}
