/// Why a line stays although its score is against it.
public enum Exemption: String, Sendable, CaseIterable {
  /// A sentence beside the paragraphs of the text, or in elements like theirs: words alone never drop one.
  case sentence
  /// The lead: the first running text after the title, or a heading right below it.
  case lead
  /// A line of a dump that is nearly all prose, has hardly any links, or has no element apart from the text: such a
  /// dump holds the article and little else.
  case plainDump
  /// A line directly in the element that holds most of the text, such as the number of a part or a short remark.
  case ownLine
  /// The caption of a figure in the text.
  case caption
  /// A list between the paragraphs of the text, in the same element.
  case ownList
  /// A plain line between the sentences of a Chinese text, in the element that holds it: a step, a cell, a remark in a
  /// box. What sites set into a text has links, names or words that tell.
  case amidText
  /// A line of code or of a quotation between the paragraphs of the text, or of code that is kept otherwise.
  case quoted
  /// A line with a number between the lines with the numbers before and after it, which stay: 五、…
  case series
  /// A figure, or a line before or after a line break, between two kept lines of the same element: the hour in a live
  /// report, a verse.
  case gap
  /// A headline, or what is said below it, on a page that lists other articles and has no text of its own.
  case entry
  /// The best lines of a page on which no line scores as text.
  case onlyLine
}

/// Finds the lines that stay although their score is negative, because only their own words or their shortness count
/// against them.
struct Exemptions {
  private let rules: LineRules
  private let tree: HTMLTree
  /// The element that holds the text, and two around it: some pages box each paragraph.
  private let root: NodeID
  private let outerRoot: NodeID
  private let isKept: [Bool]
  private let scores: [Int]
  /// The elements that hold sentences of the text, and the names and classes of these sentences' elements.
  private var sentenceParents: KeyTable<Bool>
  private var sentenceMarkup: KeyTable<Bool>
  private var prose = 0..<0
  /// The title's line, or else the only heading of the first level.
  private let title: Int?
  private let isFragment: Bool
  private let isFragmentOfProse: Bool
  /// Whether a page is a fragment without elements that are set apart, by kind or name: the output of a feed, not of a
  /// site.
  private let isBareFragment: Bool
  private let isOfKnownPublisher: Bool
  /// The words in names around nearly all of the text: they say nothing against a line beside it.
  private let wordsOfText: MarkupWords

  init(_ rules: LineRules, root: NodeID, isKept: [Bool], scores: [Int], _ tree: HTMLTree) {
    self.rules = rules
    self.root = root
    let holder = tree.parent(of: root) ?? root
    outerRoot = tree.parent(of: holder) ?? holder
    self.isKept = isKept
    self.scores = scores
    self.tree = tree
    let headings = rules.lines.indices.lazy.filter { rules.lines[$0].context.contains(.topHeading) }
    title = rules.titleLine ?? (headings.prefix(2).count == 1 ? headings.first : nil)
    isFragment = !rules.pageRules.contains(.pageIsWhole)
    isFragmentOfProse =
      isFragment
      && (rules.pageRules.contains(.pageMostlyProse) || rules.pageLinkShare < Thresholds.LinkShare.few)
    isBareFragment =
      isFragment
      && rules.lines.allSatisfy { line in
        line.context.isDisjoint(with: Self.apart)
          && line.farWords.isDisjoint(with: MarkupWords.junk.subtracting([.hidden, .tags]))
      }
    isOfKnownPublisher = rules.pageRules.contains(.pageOfKnownPublisher)
    sentenceParents = KeyTable(capacity: rules.lines.count, empty: false)
    sentenceMarkup = KeyTable(capacity: rules.lines.count, empty: false)
    wordsOfText = Self.wordsOfText(rules.lines, isKept)
    for (index, line) in rules.lines.enumerated() where isKept[index] && line.isSentence {
      sentenceParents[node: line.parent] = true
      sentenceMarkup[line.markupHash] = true
      prose = prose.isEmpty ? index..<index + 1 : prose.lowerBound..<index + 1
    }
  }

  private static func wordsOfText(_ lines: [Line], _ isKept: [Bool]) -> MarkupWords {
    var lengths = [Int](repeating: 0, count: MarkupWords.RawValue.bitWidth)
    var total = 0
    for (index, line) in lines.enumerated() where isKept[index] && line.isProse {
      total += Int(line.length)
      var bits = line.ownWords.union(line.nearWords).rawValue
      while bits != 0 {
        lengths[bits.trailingZeroBitCount] += Int(line.length)
        bits &= bits - 1
      }
    }
    var words = MarkupWords()
    for (bit, length) in lengths.enumerated()
    where length > 0 && Double(length) >= Double(total) * Thresholds.ProseShare.nearlyAll {
      words.insert(MarkupWords(rawValue: 1 << UInt32(bit)))
    }
    return words
  }

  private func holdsText(_ node: Int32) -> Bool { sentenceParents[node: node] }

  /// Why a line that would be dropped stays; nil for one that goes.
  func exemption(of index: Int) -> Exemption? {
    let line = rules.lines[index]
    // Lines of verse are not sentences: a line among them is verse, whatever its words.
    if prose.isEmpty, isFragmentOfProse, line.linkLength == 0, isAmidLines(index) { return .gap }
    // The box of a text may be named after its author.
    if !rules.speaks(index), rules.isUnsuspected(index, allowing: .author), isOwnLine(index) { return .ownLine }
    if line.context.contains(.preformatted), isPartOfKeptCode(index) { return .quoted }
    guard rules.isUnsuspected(index, allowing: wordsOfText) else { return nil }
    if line.isSentence, line.isMostlyPlain, scores[index] > Thresholds.Score.mostAgainstSentence,
      isFragment || !line.ownWords.contains(.teaser), isBesideText(line)
    {
      return .sentence
    }
    if isLead(index) { return .lead }
    if rules.speaks(index) { return nil }
    if rules.isCaptionInText(line), line.linkShare < Thresholds.LinkShare.all { return .caption }
    if line.context.contains(.item), prose.contains(index) || isOfKnownPublisher, isOwnList(line) { return .ownList }
    if isPlainAmidText(index) { return .amidText }
    if !line.context.isDisjoint(with: [.preformatted, .quote]), prose.contains(index) { return .quoted }
    // A feed's dump, or what a publisher's rules have left. Links of a few words lead elsewhere even there.
    let isTrusted =
      (isBareFragment || isOfKnownPublisher && isFragment)
      && !(line.linkShare >= Thresholds.LinkShare.all && line.length < Thresholds.Length.label)
    // A line of date or people, in an element whose name says so, was read as facts.
    if rules.tellsFacts(index), !line.ownWords.isDisjoint(with: [.meta, .date, .source, .author]) { return nil }
    // Even a dump of prose may have parts of its site before and after the text; a picture may open it.
    let floor =
      isTrusted || prose.contains(index) || isOfPicture(line)
      ? Thresholds.Score.mostAgainstPlainDump : Thresholds.Score.mostAgainstSentence
    if isTrusted || isFragmentOfProse, scores[index] > floor {
      // A bare link after the text leads elsewhere.
      if !line.isLinkedAddress || isTrusted || prose.contains(index) { return .plainDump }
    }
    if isInSeries(index) { return .series }
    let mayFill = line.digitCount == line.length || line.marks.contains(.isBroken) && line.linkLength == 0
    return mayFill && !rules.repeatsInPage(index) && isInGap(index) ? .gap : nil
  }

  /// Whether a line is the first running text after the title, or a heading right below it, and the text begins shortly
  /// after. What follows a picture is its caption instead.
  private func isLead(_ index: Int) -> Bool {
    guard let title, title < index, index < prose.lowerBound,
      prose.lowerBound - title <= Thresholds.Distance.textBehindLead
    else { return false }
    let line = rules.lines[index]
    let isSubtitle =
      index == title + 1 && line.context.contains(.heading) && !line.context.contains(.topHeading)
      && line.length >= Thresholds.Length.phrase && scores[index] > Thresholds.Score.mostAgainstSentence
    guard line.isProse || isSubtitle, line.linkLength == 0, !line.ownWords.contains(.meta),
      line.context.isDisjoint(with: [.caption, .figure, .item]),
      scores[index] > Thresholds.Score.mostAgainstPlainDump
    else { return false }
    return !rules.lines[title + 1..<index].contains(where: \.isProse)
      && !(rules.lines[title].last..<line.first).contains { tree.tag(NodeID(Int($0))).isPicture }
  }

  /// Whether a line on a Chinese page is between sentences of the text, in its element, without a link or a fact.
  private func isPlainAmidText(_ index: Int) -> Bool {
    let line = rules.lines[index]
    guard prose.contains(index), rules.isHan, line.marks.contains(.hasHan), line.linkLength == 0,
      tree.isNode(NodeID(Int(line.first)), in: root), index != rules.titleLine, !line.context.contains(.topHeading),
      line.ownWords.union(line.nearWords).isDisjoint(with: [.teaser, .counter, .meta, .date, .source, .author]),
      !rules.tellsFacts(index), !rules.repeatsInPage(index)
    else { return false }
    // An element that says what it is leaves less to doubt than a few words in a box.
    let isOfKind = line.isSentence || !line.context.isDisjoint(with: [.heading, .item, .cell, .definition, .caption])
    return scores[index] > (isOfKind ? Thresholds.Score.mostAgainstSentence : Thresholds.Score.mostAgainstWords)
  }

  /// Whether another line of the same `pre` is kept.
  private func isPartOfKeptCode(_ index: Int) -> Bool {
    let block = rules.lines[index].block
    func holdsKept(_ lines: some Collection<Int>) -> Bool {
      lines.lazy.prefix { rules.lines[$0].block == block }.contains { isKept[$0] }
    }
    return holdsKept((0..<index).reversed()) || holdsKept(index + 1..<rules.lines.count)
  }

  /// Whether the elements around a line, or their names, tell that it belongs to a picture.
  private func isOfPicture(_ line: Line) -> Bool {
    !line.context.isDisjoint(with: [.caption, .figure])
      || !line.ownWords.union(line.nearWords).isDisjoint(with: [.caption, .media])
  }

  private func isOwnLine(_ index: Int) -> Bool {
    let line = rules.lines[index]
    // 附件：…, 原文：…: a label says what the link is.
    let mayBeLinked = line.marks.contains(.opensWithLabel) && line.linkShare < Thresholds.LinkShare.all
    return (line.linkLength == 0 || mayBeLinked) && line.length > 0
      && scores[index] > Thresholds.Score.mostAgainstSentence
      && line.ownWords.isEmpty && !rules.tellsFacts(index) && !rules.repeatsInPage(index) && index != rules.titleLine
      && rules.isDirectlyInText(line)
  }

  private static let apart: ElementContext = [.navigation, .footer, .aside, .form, .control, .dialog]

  private func isBesideText(_ line: Line) -> Bool {
    if prose.isEmpty || holdsText(line.parent) { return true }
    return sentenceMarkup[line.markupHash] && tree.isNode(NodeID(Int(line.first)), in: outerRoot)
  }

  /// Whether the list around an item is inside an element of the text.
  private func isOwnList(_ line: Line) -> Bool {
    var node = NodeID(Int(line.block))
    for _ in 0..<4 {
      guard let parent = tree.parent(of: node) else { return false }
      if tree.tag(node) == .ul || tree.tag(node) == .ol {
        return holdsText(parent.index) || holdsText(node.index)
      }
      node = parent
    }
    return false
  }

  /// Whether there are lines before and after, in whatever element, whose words are not those of site parts.
  private func isAmidLines(_ index: Int) -> Bool {
    func holdsPlainLine(_ range: Range<Int>) -> Bool {
      range.clamped(to: isKept.indices).contains { !rules.speaks($0) && rules.lines[$0].linkLength == 0 }
    }
    return holdsPlainLine(index - 2..<index) && holdsPlainLine(index + 1..<index + 3)
  }

  // MARK: Series

  /// Whether a line begins with a number, and the line of the same kind before or after it with the number before or
  /// after that stays.
  private func isInSeries(_ index: Int) -> Bool {
    let line = rules.lines[index]
    guard prose.contains(index), line.linkLength == 0, let own = ordinal(of: line) else { return false }
    func isKept(_ number: Int, in lines: some Collection<Int>) -> Bool {
      for other in lines.prefix(Thresholds.Distance.series) where rules.lines[other].markupHash == line.markupHash {
        guard let found = ordinal(of: rules.lines[other]), found.form == own.form else { continue }
        return found.number == number && self.isKept[other]
      }
      return false
    }
    return isKept(own.number - 1, in: (prose.lowerBound..<index).reversed())
      || isKept(own.number + 1, in: index + 1..<rules.lines.count)
  }

  private func ordinal(of line: Line) -> Ordinal? {
    guard line.length <= Thresholds.Length.phrase else { return nil }
    return tree.withText(from: Int(line.first), through: Int(line.last)) { Ordinal(opening: $0) }
  }

  /// Whether lines of the same element stay within two lines before and after.
  private func isInGap(_ index: Int) -> Bool {
    let lines = rules.lines
    func isKeptSibling(_ other: Int) -> Bool {
      lines.indices.contains(other) && isKept[other] && lines[other].parent == lines[index].parent
    }
    return (isKeptSibling(index - 1) || isKeptSibling(index - 2))
      && (isKeptSibling(index + 1) || isKeptSibling(index + 2))
  }
}
