import Text

/// Cleans blocks by the classes of their lines: the lines above the first and below the last paragraph of prose, and
/// the few that are boilerplate anywhere.
///
/// Phrases are in the vocabulary (`LineClass`, `LineLabel`, `FactWords`). The words left here are parts of patterns,
/// such as 更多…报道, and mean nothing outside them.
struct BlockCleaner {
  enum Verdict: Equatable {
    case keep
    case drop(CleaningStep)
  }

  var blocks: [Block]
  var verdicts: [Verdict]
  let zone: CivilZone
  /// The current step, for `--explain`.
  var step = CleaningStep.related

  static func cleaned(_ blocks: consuming [Block], _ page: inout Page) -> [Block] {
    if !page.protectedEmails.isEmpty { blocks = ProtectedEmail.restored(blocks, page.protectedEmails) }
    BlockSplitter.split(&blocks)
    if page.holdsRedirector {
      for index in blocks.indices where blocks[index].holdsRedirector {
        blocks[index] = blocks[index].mapText { $0.withoutRedirectors() }
      }
    }
    var cleaner = BlockCleaner(blocks, zone: page.zone)
    cleaner.cleanRelated(&page)
    cleaner.step = .head
    cleaner.cleanHead(&page)
    cleaner.step = .tail
    cleaner.cleanTail(&page)
    cleaner.markBiography(&page)
    cleaner.step = .remnants
    cleaner.dropRemnants()
    cleaner.step = .middle
    cleaner.cleanMiddle()
    cleaner.settle(&page)
    ParagraphRoles.assign(&cleaner.blocks, &page)
    ClosingSplitter.split(&cleaner.blocks, &page)
    return cleaner.blocks
  }

  private init(_ blocks: consuming [Block], zone: CivilZone) {
    verdicts = [Verdict](repeating: .keep, count: blocks.count)
    self.blocks = blocks
    self.zone = zone
  }

  /// Removes the blocks that were dropped.
  private mutating func settle(_ page: inout Page) {
    // A rule at either end, or after another rule, separates nothing.
    var isParted = false
    for index in blocks.indices where verdicts[index] == .keep {
      if blocks[index].isRule {
        if !isParted { verdicts[index] = .drop(step) }
        isParted = false
      } else {
        isParted = true
      }
    }
    if !isParted, let last = verdicts.lastIndex(of: .keep) { verdicts[last] = .drop(step) }
    // An article of a few words may look like a label: better to show it than to leave the page empty.
    let count = verdicts.count { $0 == .keep }
    guard count > 0, count < blocks.count else { return }
    if page.takenLines != nil {
      for (block, verdict) in zip(blocks, verdicts) {
        guard case .drop(let step) = verdict else { continue }
        block.forEachText { page.takenLines?.append((step, $0)) }
      }
    }
    // In place, without copies.
    blocks.withUnsafeMutableBufferPointer { blocks in
      var next = 0
      for index in blocks.indices where verdicts[index] == .keep {
        if next < index { blocks.swapAt(next, index) }
        next += 1
      }
    }
    blocks.removeLast(blocks.count - count)
  }

  // MARK: Related links

  /// Drops labels such as 相关阅读 with the links after them, and lines that consist of a label and a link.
  private mutating func cleanRelated(_ page: inout Page) {
    var index = 0
    while index < blocks.count {
      defer { index += 1 }
      if case .quote(let inner) = blocks[index], let links = Self.relatedOnly(inner) {
        page.addRelated(links)
        verdicts[index] = .drop(step)
        continue
      }
      guard let text = blocks[index].lineText, text.text.utf8.count <= 480 else { continue }
      if !text.spans.isEmpty, text.linkShare > 0.3, Self.startsWithRelatedLabel(text),
        text.linkShare > 0.5 || text.isLabelled(byLinks: 6)
      {
        page.addRelated(text.links)
        verdicts[index] = .drop(step)
        continue
      }
      var next = index + 1
      guard text.text.utf8.count <= 120, next < blocks.count, blocks[next].mayHoldLinks,
        LineClass(text.text, isAtEdge: false) == .relatedLabel || Self.isMore(text.text)
      else { continue }
      while next < blocks.count, let links = blocks[next].linksOnly ?? titlesOnly(next) {
        page.addRelated(links)
        verdicts[next] = .drop(step)
        next += 1
      }
      if next > index + 1 {
        verdicts[index] = .drop(step)
        index = next - 1
      }
    }
  }

  /// The links of a box that holds only links and a label such as 延伸閱讀.
  private static func relatedOnly(_ inner: [Block]) -> [Link]? {
    guard inner.count <= 12, let first = inner.first?.lineText, first.text.utf8.count <= 480,
      startsWithRelatedLabel(first) || LineClass(first.text, isAtEdge: false) == .relatedLabel
    else { return nil }
    var links: [Link] = []
    for (index, block) in inner.enumerated() {
      if let found = block.linksOnly {
        links += found
      } else if let text = block.lineText, index == 0 {
        guard text.links.isEmpty || text.linkShare > 0.5 || text.isLabelled(byLinks: 8) else { return nil }
        links += text.links
      } else {
        return nil
      }
    }
    return links.isEmpty ? nil : links
  }

  /// A list of titles below such a label after the last prose, whose links were lost: still related articles.
  private func titlesOnly(_ index: Int) -> [Link]? {
    guard case .list(let list) = blocks[index], list.items.count <= 40,
      !blocks[index...].prefix(24).contains(where: { $0.isProse })
    else { return nil }
    let isShort = list.items.allSatisfy { item in
      item.count == 1 && item[0].lineText.map { $0.text.inkCount <= 40 && !$0.text.holds("。") } ?? false
    }
    return isShort ? [] : nil
  }

  private static func startsWithRelatedLabel(_ text: StyledText) -> Bool {
    !text.text.holdsInk(over: 160)
      && LineClass.restBehindRelatedLabel(text.text, link: text.links.first?.text) != nil
  }

  // MARK: The tail

  private mutating func cleanTail(_ page: inout Page) {
    // They are read from the end, but recorded in the page's order.
    var bylines: [Byline] = []
    defer { for byline in bylines.reversed() { page.propose(byline, from: .text) } }
    var unknown = 0
    var index = blocks.count - 1
    // The tail never extends above the first paragraph. A text without paragraphs, such as a poem, loses only what
    // follows its last line.
    let prose = blocks.firstIndex {
      ($0.isProse || Self.endsSentence($0)) && !($0.lineText.map { Self.isFactLine($0.text) } ?? false)
    }
    let first = prose ?? 0
    let patience = prose == nil ? 1 : 8
    while index > first, unknown < patience {
      defer { index -= 1 }
      guard verdicts[index] == .keep else { continue }
      switch blocks[index] {
      case .rule: continue
      case .figure(let figure):
        let lineClass = figure.caption.flatMap { LineClass($0.text, isAtEdge: true) }
        if figure.caption == nil ? isCode(index) : lineClass == .promotion || lineClass == .siteFooter {
          verdicts[index] = .drop(step)
        }
        unknown += 1
      case .paragraph(let text, let role):
        if role == .notice || role == .byline || role == .endmark || role == .credit { continue }
        if readLabelledAuthor(index, &page) { continue }
        if cleanTailLine(text, index, &bylines, &page) { continue }
        if Self.isSentence(text.text) { return }
        unknown += 1
      case .heading(let text, _):
        if let lineClass = LineClass(text.text, isAtEdge: true), lineClass.isBoilerplate {
          verdicts[index] = .drop(step)
        } else {
          unknown += 1
        }
      case .list(let list):
        if isBoilerplate(list) {
          verdicts[index] = .drop(step)
        } else if let notice = readColophon(list, &page) {
          blocks[index] = .paragraph(notice, role: .notice)
        } else {
          unknown += 2
        }
      case .quote, .table, .preformatted, .embed: unknown += 2
      }
    }
  }

  /// Whether a picture without a caption is a code to scan: the line below it was dropped and asks for that.
  private func isCode(_ index: Int) -> Bool {
    guard let next = (index + 1..<blocks.count).first(where: { !blocks[$0].isRule }), verdicts[next] != .keep,
      let line = blocks[next].lineText?.text
    else { return false }
    return LineClass(line, isAtEdge: true) == .promotion
  }

  /// Decides about a line below the prose.
  ///
  /// - Returns: Whether it is known what the line is.
  private mutating func cleanTailLine(
    _ text: StyledText, _ index: Int, _ bylines: inout [Byline], _ page: inout Page
  ) -> Bool {
    let line = text.text
    if Self.isFactLine(line), readFacts(line, index, &page) { return true }
    if !line.holdsInk(over: 120), let found = Byline.readLines(line) {
      bylines += found.reversed()
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if readTags(text, index, &page) { return true }
    if Self.isSiteBar(text) || Self.isPromotion(text) || Self.isNeighbour(text) || Self.isRowOfButtons(line) {
      verdicts[index] = .drop(step)
      return true
    }
    if markCredits(text, index, &page) { return true }
    let introduced = Byline.introduced(line)
    if Self.isAboutAuthor(line, name: introduced) {
      if let name = introduced { page.facts.people.propose([name], from: .text, by: .signature) }
      blocks[index] = .paragraph(text, role: .notice)
      return true
    }
    if Byline.isSigned(line, own: page.ownNames, authors: page.facts.authors?.value ?? []) {
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if let names = Byline.desked(line, own: page.ownNames) {
      recordAuthors(names, index, &page)
      return true
    }
    if isCount(line), index > 0, let label = blocks[index - 1].lineText?.text, label.utf8.count <= 24,
      LineClass(label, isAtEdge: true) == .share
    {
      verdicts[index] = .drop(step)
      return true
    }
    guard let lineClass = LineClass(line, isAtEdge: true, isLinked: text.linkShare >= 0.5) else {
      return FactWords.opensDate(line) && !line.holdsInk(over: 60) && readFacts(line, index, &page)
    }
    apply(lineClass, to: text, index, &page)
    return true
  }

  /// `作者：某某 | 2023-07-22 09:30 | 来源：某报`: labelled facts and a day, separated by bars or wide blanks.
  private static func isFactLine(_ line: String) -> Bool {
    guard line.utf8.count <= 240, line.holdsAny(of: ["：", ":"]), line.utf8.count(where: { $0 &- 0x30 < 10 }) >= 4,
      !isSentence(line)
    else { return false }
    let pieces = FactLine.pieces(of: line)
    return pieces.count >= 2 && pieces.contains { Byline(line: $0) != nil }
  }

  /// A bare number, as buttons show it below their label.
  private func isCount(_ line: String) -> Bool {
    line.utf8.count <= 6 && !line.isEmpty && line.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// A list whose every item is boilerplate: share buttons, counters.
  func isBoilerplate(_ list: ListBlock) -> Bool {
    list.items.allSatisfy { item in
      item.count == 1 && item[0].lineText.map { LineClass($0.text, isAtEdge: true)?.isBoilerplate ?? false } ?? false
    }
  }

  /// The list of author, address and copyright below a post, as one notice; the people in it are read.
  private func readColophon(_ list: ListBlock, _ page: inout Page) -> StyledText? {
    guard list.items.count <= 8 else { return nil }
    var isNotice = false
    var bylines: [Byline] = []
    for item in list.items {
      guard item.count == 1, let line = item[0].lineText?.text else { return nil }
      if let byline = Byline.read(line) {
        bylines.append(byline)
      } else if let lineClass = LineClass(line, isAtEdge: true) {
        isNotice = isNotice || lineClass == .notice
      } else {
        return nil
      }
    }
    guard isNotice else { return nil }
    for byline in bylines { page.propose(byline, from: .text) }
    return StyledText.flattened(list.items.joined().map { $0 })
  }

  static func endsSentence(_ block: Block) -> Bool {
    guard case .paragraph(let text, let role) = block, role == nil || role == .standfirst else { return false }
    return text.text.inkCount >= 8 && text.text.endsWithAny(of: ["。", "！", "？", "”", "」", "…"])
  }

  /// Drops short lines that are not sentences after the desk's names and the buttons: only remnants occur there, such
  /// as counters without their label, names of sections, words of a script.
  private mutating func dropRemnants() {
    guard let last = blocks.lastIndex(where: { $0.isProse || Self.endsSentence($0) }),
      let anchor = (last + 1..<blocks.count).first(where: isAnchor)
    else { return }
    for index in anchor..<blocks.count where verdicts[index] == .keep {
      guard let text = blocks[index].lineText, text.text.inkCount <= 20, !Self.looksLikeContent(text.text) else {
        continue
      }
      if case .paragraph(_, let role) = blocks[index], role != nil, role != .subhead { continue }
      verdicts[index] = .drop(step)
    }
  }

  /// Whether a block was dropped, or names the desk.
  private func isAnchor(_ index: Int) -> Bool {
    if verdicts[index] != .keep { return true }
    guard case .paragraph(let text, .byline) = blocks[index] else { return false }
    return text.text.simplified.holdsAny(of: ["编", "校对"])
  }

  /// Whether a line has marks of sources, notes, verses or signatures, which remnants do not have.
  private static func looksLikeContent(_ line: String) -> Bool {
    line.holdsSentenceEnd || line.holdsAny(of: ["《", "：", "，", "（", "[", "——", "1.", "、", "年"])
  }

  // MARK: The middle

  /// A paragraph that is a single link with only a button's words: [订阅], [Share].
  private func isButton(_ text: StyledText) -> Bool {
    guard !text.spans.isEmpty, text.text.utf8.count <= 60, text.linkShare > 0.85 else { return false }
    switch LineClass(text.text, isAtEdge: true) {
    case .share, .promotion, .advert, .comments: return true
    default: return false
    }
  }

  /// Drops adverts and players between paragraphs, and nothing else.
  private mutating func cleanMiddle() {
    blocks.withUnsafeBufferPointer { blocks in
      for index in blocks.indices where verdicts[index] == .keep {
        guard case .paragraph(let text, nil) = blocks[index] else { continue }
        if LineClass(text.text, isAtEdge: false) == .advert || isButton(text) { verdicts[index] = .drop(step) }
      }
    }
  }
}
