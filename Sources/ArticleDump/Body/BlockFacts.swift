import Text

/// Reads the facts in the lines above the first and below the last paragraph of prose, and marks bylines, notices and
/// end marks.
///
/// What is boilerplate was decided before (`PageCleaner`). Only what was read goes: the title, a date, the name of a
/// section.
struct BlockFacts {
  enum Verdict: Equatable {
    case keep
    case drop(CleaningStep)
  }

  var blocks: [Block]
  var verdicts: [Verdict]
  let zone: CivilZone
  /// The lines below the prose that only name the duty editors or the source.
  private var linesOfDesk: [Int] = []
  /// The current step, for `--explain`.
  var step = CleaningStep.head

  static func read(_ blocks: consuming [Block], _ page: inout Page) -> [Block] {
    if !page.protectedEmails.isEmpty { blocks = ProtectedEmail.restored(blocks, page.protectedEmails) }
    BlockSplitter.split(&blocks)
    if page.holdsRedirector {
      for index in blocks.indices where blocks[index].holdsRedirector {
        blocks[index] = blocks[index].mapText { $0.withoutRedirectors() }
      }
    }
    var reader = BlockFacts(blocks, zone: page.zone)
    reader.readHead(&page)
    reader.step = .tail
    reader.readTail(&page)
    reader.markBiography(&page)
    reader.removeDroppedBlocks(&page)
    ParagraphRoles.assign(&reader.blocks, &page)
    ClosingSplitter.split(&reader.blocks, &page)
    return reader.blocks
  }

  private init(_ blocks: consuming [Block], zone: CivilZone) {
    verdicts = [Verdict](repeating: .keep, count: blocks.count)
    self.blocks = blocks
    self.zone = zone
  }

  /// Removes the blocks that were dropped.
  private mutating func removeDroppedBlocks(_ page: inout Page) {
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

  // MARK: Marking

  /// Marks a line that names other contributors, or where the piece was printed.
  mutating func markCredits(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    guard Byline.isCredits(text.text) || readEdition(text.text, &page) else { return false }
    blocks[index] = .paragraph(text, role: .credit)
    return true
  }

  /// Marks a line as a byline; its names become the authors unless others are known.
  mutating func recordAuthors(_ names: [String], _ index: Int, _ page: inout Page) {
    guard let text = blocks[index].lineText else { return }
    if page.facts.authors == nil { page.facts.authors = Sourced(names, .text) }
    blocks[index] = .paragraph(text, role: .byline)
  }

  /// Marks an end mark, a notice or an agency's credit.
  mutating func mark(_ text: StyledText, as lineClass: LineClass, _ index: Int, _ page: inout Page) {
    switch lineClass {
    case .endMark: blocks[index] = .paragraph(text, role: .endmark)
    case .notice:
      blocks[index] = .paragraph(text, role: .notice)
      readNotice(text.text, &page)
    case .agencyCredit: blocks[index] = .paragraph(text, role: .credit)
    default: break
    }
  }

  // MARK: The tail

  private mutating func readTail(_ page: inout Page) {
    // They are read from the end, but recorded in the page's order.
    var bylines: [Byline] = []
    defer {
      for byline in bylines.reversed() { page.propose(byline, from: .text) }
      dropLinesOfDesk()
    }
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
      case .figure, .heading: unknown += 1
      case .paragraph(let text, let role):
        if role == .notice || role == .byline || role == .endmark || role == .credit { continue }
        if readLabelledAuthor(index, &page) { continue }
        if readTailLine(text, index, &bylines, &page) { continue }
        if Self.isSentence(text.text) { return }
        unknown += 1
      case .list(let list):
        if let notice = readColophon(list, &page) {
          blocks[index] = .paragraph(notice, role: .notice)
        } else {
          unknown += 2
        }
      case .quote, .table, .preformatted, .embed: unknown += 2
      }
    }
  }

  /// Decides about a line below the prose.
  ///
  /// - Returns: Whether it is known what the line is.
  private mutating func readTailLine(
    _ text: StyledText, _ index: Int, _ bylines: inout [Byline], _ page: inout Page
  ) -> Bool {
    let line = text.text
    if Self.isFactLine(line), readFacts(line, index, &page) { return true }
    if !line.hasMoreNonBlanks(than: 120), let found = Byline.readLines(line) {
      bylines += found.reversed()
      blocks[index] = .paragraph(text, role: .byline)
      if Self.isOfDesk(found, line) { linesOfDesk.append(index) }
      return true
    }
    if markCredits(text, index, &page) { return true }
    let introduced = Byline.introduced(line)
    if Self.isAboutAuthor(line, name: introduced) {
      if let name = introduced { page.facts.people.propose([name], from: .text, by: .signature) }
      blocks[index] = .paragraph(text, role: .notice)
      return true
    }
    if page.facts.authors == nil, let name = Self.nameBehindOrnament(line) {
      recordAuthors([name], index, &page)
      return true
    }
    if Byline.isSigned(line, own: page.ownNames, authors: page.facts.authors?.value ?? []) {
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if let names = Byline.namesBesideMedium(line, own: page.ownNames) {
      recordAuthors(names, index, &page)
      return true
    }
    guard let lineClass = LineClass(line, isAtEdge: true, isLinked: text.linkShare >= 0.5) else {
      return FactWords.opensDate(line) && !line.hasMoreNonBlanks(than: 60) && readFacts(line, index, &page)
    }
    mark(text, as: lineClass, index, &page)
    return true
  }

  /// Whether a line only says who edited the page, or where its site took the text from: `责任编辑：…`,
  /// `本文来源：山城日报 作者：…`. 来源 alone may say where figures are from.
  private static func isOfDesk(_ bylines: [Byline], _ line: String) -> Bool {
    let hasEditors = bylines.contains { !$0.editors.isEmpty }
    guard bylines.allSatisfy(\.translators.isEmpty) else { return false }
    let hasSource =
      bylines.contains { $0.source != nil }
      && (hasEditors || !line.trimmed(of: "（(【[ ").simplified.startsWithAny(of: ["来源", "Source", "source"]))
    let hasAuthors = bylines.contains { !$0.authors.isEmpty }
    return hasSource || hasEditors && !hasAuthors
  }

  /// Drops the lines below the text that only name the duty editors, or where the site took the text from: they are
  /// facts of the page. In a list of everybody who worked on the text they stay.
  private mutating func dropLinesOfDesk() {
    func isCredit(_ index: Int) -> Bool {
      guard blocks.indices.contains(index), case .paragraph(_, let role) = blocks[index] else { return false }
      return (role == .byline || role == .credit) && !linesOfDesk.contains(index)
    }
    for index in linesOfDesk where !isCredit(index - 1) && !isCredit(index + 1) { verdicts[index] = .drop(step) }
  }

  /// `作者：某某 | 2023-07-22 09:30 | 来源：某报`: labelled facts and a day, separated by bars or wide blanks.
  private static func isFactLine(_ line: String) -> Bool {
    guard line.utf8.count <= 240, line.holdsAny(of: ["：", ":"]), line.utf8.count(where: { $0 &- 0x30 < 10 }) >= 4,
      !isSentence(line)
    else { return false }
    let pieces = FactLine.pieces(of: line)
    return pieces.count >= 2 && pieces.contains { Byline(line: $0) != nil }
  }

  /// The list of author, address and copyright below a post, as one notice; the people in it are read.
  private func readColophon(_ list: ListBlock, _ page: inout Page) -> StyledText? {
    guard list.items.count <= 8, let lines = list.lines else { return nil }
    var isNotice = false
    var bylines: [Byline] = []
    for line in lines {
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
    return list.flattened
  }

  static func endsSentence(_ block: Block) -> Bool {
    guard case .paragraph(let text, let role) = block, role == nil || role == .standfirst else { return false }
    return text.text.nonBlankCount >= 8 && text.text.endsWithAny(of: ["。", "！", "？", "”", "」", "…"])
  }
}
