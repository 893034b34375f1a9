import Text

private typealias Length = Thresholds.Length
private typealias LinkShare = Thresholds.LinkShare
private typealias ProseShare = Thresholds.ProseShare
private typealias Distance = Thresholds.Distance

/// Determines which rules hold for each line of a page.
struct LineRules {
  let lines: [Line]
  /// The rules that hold, line after line, and where each line's rules begin.
  private(set) var held: [Rule] = []
  private(set) var starts: [Int] = []

  private let tree: HTMLTree
  /// The line that repeats the title, and the title's own letters.
  let titleLine: Int?
  /// Where the next heading in the same form as the title's begins, after prose: some pages continue with other
  /// articles.
  private let otherTitle: Int
  private let repeatCounts: KeyTable<Int32>
  private let profile: SiteProfile?
  /// What each line's words say; `nil` for sentences.
  private let classes: [LineClass?]
  private let isCopy: Bool
  /// Whether frequently repeated sentences are the smaller part of the page's prose: then they are the site's, not the
  /// author's.
  private var isRefrainOfSite = false
  private let isDated: [Bool]
  private let namesPeople: [Bool]
  /// Which lines are in which element.
  let index: LineIndex
  private let prose: ProseShares
  private let places: LinePlaces
  private let notes: NoteTargets
  /// The article's text, and the page's description, as the page gives them to machines.
  private let machineText: TextShingles
  private let description: TextShingles
  /// Whether the former is the whole text, judging by its length: some pages give only a beginning.
  private let isMachineTextWhole: Bool
  /// How many lines after a label such as 相关阅读 each line is; 0 for none.
  private let labelDistances: [Int]
  /// Whether each line is such a label with its own links.
  private let labelsLinks: [Bool]
  /// The rules that hold for all lines of the page.
  private(set) var pageRules: [Rule] = []

  init(_ lines: [Line], _ page: Page, title: NodeID?, profile: SiteProfile?) {
    self.lines = lines
    self.profile = profile
    tree = page.tree
    titleLine = title.flatMap { title in
      let range = Int(title.index)..<page.tree.subtreeEnd(of: title)
      return lines.firstIndex { range.contains(Int($0.first)) }
    }
    otherTitle = Self.otherTitle(lines, behind: titleLine)
    var counts = KeyTable<Int32>(capacity: lines.count, empty: 0)
    for line in lines where line.length > 0 { counts[line.key] += 1 }
    repeatCounts = counts
    index = LineIndex(lines, page.tree)
    prose = ProseShares(lines, index)
    places = LinePlaces(lines, page, prose, titleLine: titleLine)
    notes = NoteTargets(page.tree)
    machineText = TextShingles([page.facts.body])
    isMachineTextWhole = (page.facts.body?.utf8.count ?? 0) * 2 >= Int(prose.mostOfPath)
    description = TextShingles(page.facts.descriptions)
    let words = LineWords(lines, page.tree, prose, titleLine: titleLine)
    classes = words.classes
    isDated = words.isDated
    isCopy = Self.isCopy(lines, profile)
    namesPeople = words.namesPeople
    labelDistances = words.labelDistances
    labelsLinks = words.labelsLinks
    var repeated = 0
    for line in lines where repeatsOften(line) { repeated += Int(line.length) }
    isRefrainOfSite = repeated * 2 < prose.proseLength(of: 0)
    pageRules = Self.pageRules(lines, page, prose)
    held.reserveCapacity(lines.count * 24)
    starts.reserveCapacity(lines.count + 1)
    for index in lines.indices {
      starts.append(held.count)
      read(index)
    }
    starts.append(held.count)
  }

  private static func otherTitle(_ lines: [Line], behind title: Int?) -> Int {
    guard let title, lines[title].context.contains(.heading),
      let prose = lines[title...].firstIndex(where: \.isProse)
    else { return lines.count }
    let line = lines[title]
    return lines[prose...].firstIndex {
      $0.markupHash == line.markupHash && $0.context.contains(.heading) && $0.parent != line.parent
        && $0.key != line.key
    } ?? lines.count
  }

  func rules(of line: Int) -> ArraySlice<Rule> { held[starts[line]..<starts[line + 1]] }

  /// Whether nothing in a line's structure counts against it, nor a label above it, nor the archive.
  ///
  /// - Parameter allowed: Words in names that do not count against it.
  func isUnsuspected(_ index: Int, allowing allowed: MarkupWords = []) -> Bool {
    let line = lines[index]
    return labelDistances[index] == 0 && !labelsLinks[index] && line.context.isDisjoint(with: Self.apart)
      && !isOfOtherArticle(index)
      && line.ownWords.union(line.nearWords).subtracting(allowed).isDisjoint(with: Self.apartWords)
      && (isCopy || (profile?.repeatCount(ofLine: line.key) ?? 0) < 2)
  }

  /// Whether a line is in a card or in another article of the page, or is one of three equal sentences. Items of a list
  /// may differ only in their digits, which no key includes.
  private func isOfOtherArticle(_ index: Int) -> Bool {
    places.isInCard[index] || lines[index].isProse && repeatCounts[lines[index].key] > 2
      || places.isOther(lines[index].article)
  }

  /// Whether a line is not a sentence, and its words say what it is.
  func speaks(_ index: Int) -> Bool { classes[index] != nil }

  /// Whether a line names people.
  func namesPeople(_ index: Int) -> Bool { namesPeople[index] }

  /// Whether a line is a label such as 延伸阅读 with its links.
  func labelsLinks(_ index: Int) -> Bool { labelsLinks[index] }

  /// Whether a line is of a kind, by its words: see `SiteLine`.
  ///
  /// - Parameter longest: Longer lines are of no such kind, and their text is not made.
  func matches(_ index: Int, upTo longest: Int32 = Thresholds.Length.longParagraph, _ kind: (Line, String) -> Bool)
    -> Bool
  {
    let line = lines[index]
    guard 1...longest ~= line.length else { return false }
    return kind(line, tree.text(from: Int(line.first), through: Int(line.last)))
  }

  /// Whether a line asks readers to scan, install or follow something.
  func asks(_ index: Int) -> Bool { classes[index] == .promotion }

  /// The share of the page's text that is in links.
  var pageLinkShare: Double { prose.linkShare(of: 0) }

  /// Whether the page's prose is in Chinese.
  var isHan: Bool { prose.isHan }

  /// Whether the element around a line's own holds most of the page's prose.
  func isDirectlyInText(_ line: Line) -> Bool { prose.holdsText(line.parent) }

  /// Whether a line is the caption of a figure in the text, on a page in Chinese: elsewhere captions are mostly credits.
  func isCaptionInText(_ line: Line) -> Bool {
    guard prose.isHan, line.context.isSuperset(of: [.caption, .figure]) else { return false }
    var node = NodeID(Int(line.parent))
    for _ in 0..<Self.mostAroundFigure {
      if prose.holdsText(node.index) { return true }
      guard let parent = tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  /// The number of elements around a caption that are checked for the text: a figure and its boxes.
  private static let mostAroundFigure = 4

  /// Whether a sentence occurs three times or more. Sentences that differ only in their digits have the same key.
  private func repeatsOften(_ line: Line) -> Bool {
    line.isProse && line.digitCount == 0 && repeatCounts[line.key] > 2
  }

  func repeatsInPage(_ index: Int) -> Bool { repeatCounts[lines[index].key] > 1 }

  /// Whether a line mentions the page's date or people.
  func tellsFacts(_ index: Int) -> Bool { isDated[index] || namesPeople[index] }

  /// Elements that are separate from a text, and words in names that say so.
  private static let apart: ElementContext = [.navigation, .footer, .aside, .form, .control, .hidden, .dialog]
  private static let apartWords: MarkupWords = [
    .share, .advert, .related, .navigation, .comments, .tools, .footer, .subscribe, .cookies, .hidden, .tags,
    .counter, .copyright, .statement, .author,
  ]

  // MARK: One line

  private mutating func read(_ index: Int) {
    let line = lines[index]
    held.append(.always)
    held += pageRules
    readShape(line)
    readElement(line)
    readNames(line)
    readWords(index)
    readPlace(index)
    readCompany(index)
    readOtherArticles(index)
    readMachineText(line)
    readRepetition(index)
  }

  private static func pageRules(_ lines: [Line], _ page: Page, _ prose: ProseShares) -> [Rule] {
    var rules: [Rule] = []
    if prose.proseShare >= ProseShare.nearlyAll { rules.append(.pageMostlyProse) }
    if prose.proseShare < ProseShare.listPage { rules.append(.pageLittleProse) }
    if page.tree.first(.body) != nil { rules.append(.pageIsWhole) }
    // The form of a publisher's dumps is known, but not that of its site's pages, which show where else to go.
    if page.rules != nil,
      !lines.contains(where: { $0.context.contains(.navigation) || $0.farWords.contains(.navigation) })
    {
      rules.append(.pageOfKnownPublisher)
    }
    return rules
  }

  private mutating func hold(_ rule: Rule, if condition: Bool) { if condition { held.append(rule) } }

  private mutating func readShape(_ line: Line) {
    let share = line.linkShare
    switch line.length {
    case 0: held.append(.nothingSaid)
    case ..<Length.word: held.append(.length1)
    case ..<Length.label: held.append(.length10)
    case ..<Length.phrase: held.append(.length24)
    case ..<Length.headline: held.append(.length48)
    case ..<Length.paragraph: break
    case ..<Length.longParagraph: held.append(.length360)
    default: held.append(.length700)
    }
    switch share {
    case 0: held.append(.linksNone)
    case ..<LinkShare.some: held.append(.linksSome)
    case ..<LinkShare.most: break
    case ..<LinkShare.all: held.append(.linksMost)
    default: held.append(.linksAll)
    }
    hold(.shortAllLinks, if: share >= LinkShare.all && line.length < Length.phrase)
    hold(.longAllLinks, if: share >= LinkShare.all && line.length >= Length.phrase)
    hold(.severalLinks, if: line.linkCount >= 2 && share > LinkShare.several)
    hold(.manyLinks, if: line.linkCount >= 4 && share > LinkShare.several)
    let marks = line.clauseMarkCount + line.sentenceMarkCount + line.colonCount
    switch marks {
    case 1: held.append(.marksOne)
    case 4...: held.append(.marksMany)
    default: break
    }
    hold(.marksManyUnlinked, if: marks >= 2 && share < 0.3 && line.length >= 60)
    hold(.sentencesTwo, if: line.sentenceMarkCount >= 2)
    hold(.endsSentence, if: line.marks.contains(.endsSentence))
    hold(.endsSentenceShort, if: line.marks.contains(.endsSentence) && line.length < Length.phrase)
    hold(.endsWithColon, if: line.marks.contains(.endsWithColon))
    hold(.opensWithBullet, if: line.marks.contains(.opensWithBullet))
    hold(.opensWithBracket, if: line.marks.contains(.opensWithBracket))
    hold(.opensWithLink, if: line.marks.contains(.opensWithLink) && share < LinkShare.all)
    hold(.endsWithLink, if: line.marks.contains(.endsWithLink) && share < LinkShare.all)
    hold(.opensWithLabel, if: line.marks.contains(.opensWithLabel))
    hold(.severalLabels, if: line.colonCount >= 2 && line.length < 40 * line.colonCount)
    hold(.hasBar, if: line.marks.contains(.hasBar))
    hold(.hasArrow, if: line.marks.contains(.hasArrow))
    hold(.hasCopyright, if: line.marks.contains(.hasCopyright))
    hold(.figuresMany, if: line.digitCount * 5 > line.length && line.digitCount * 10 < line.length * 9)
    hold(.figuresOnly, if: line.digitCount > 0 && line.digitCount * 10 >= line.length * 9)
    hold(
      .latinAmongHan,
      if: !line.marks.contains(.hasHan) && prose.isHan && line.length > 3
        && !isDirectlyInText(line))
    hold(.isBroken, if: line.marks.contains(.isBroken))
  }

  private mutating func readElement(_ line: Line) {
    for (context, rule) in Self.elements where line.context.contains(context) { held.append(rule) }
    let isLinked = line.linkShare > LinkShare.most
    hold(.headingLinked, if: isLinked && line.context.contains(.heading))
    hold(.itemLinked, if: isLinked && line.context.contains(.item))
    hold(.itemProse, if: line.isProse && line.context.contains(.item))
    let isCaption = !line.context.isDisjoint(with: [.caption, .figure]) || line.ownWords.contains(.caption)
    hold(.captionAmongHan, if: prose.isHan && isCaption)
    let isAmidProse = prose.proseShare >= ProseShare.nearlyAll
    hold(.itemLinkedInProse, if: isAmidProse && isLinked && line.context.contains(.item))
    hold(.linkedAmidProse, if: isAmidProse && isLinked)
    hold(.figuresAmidProse, if: isAmidProse && line.digitCount * 5 > line.length)
    hold(.cellLinked, if: isLinked && line.context.contains(.cell))
  }

  private static let elements: [(ElementContext, Rule)] = [
    (.paragraph, .paragraph), (.heading, .heading), (.topHeading, .topHeading), (.item, .item), (.cell, .cell),
    (.quote, .quote), (.caption, .caption), (.definition, .definition), (.preformatted, .preformatted),
    (.control, .control), (.unnamed, .unnamed), (.navigation, .inNavigation), (.footer, .inFooter),
    (.aside, .inAside), (.table, .inTable), (.article, .inArticle),
    (.main, .inMain), (.figure, .inFigure),
    (.time, .isTime), (.hidden, .isHidden),
  ]

  private mutating func readNames(_ line: Line) {
    hold(line.ownWords, from: .ownShare)
    hold(line.nearWords.subtracting(line.ownWords), from: .nearShare)
    hold(line.farWords.subtracting(line.ownWords).subtracting(line.nearWords), from: .farShare)
  }

  /// Words are listed in the order of their bits.
  private mutating func hold(_ words: MarkupWords, from first: Rule) {
    var bits = words.rawValue
    while bits != 0 {
      if let rule = Rule(rawValue: first.rawValue + UInt16(bits.trailingZeroBitCount)) { held.append(rule) }
      bits &= bits - 1
    }
  }

  private mutating func readWords(_ index: Int) {
    hold(.hasDate, if: isDated[index])
    hold(.namesPeople, if: namesPeople[index])
    // A bare link after the text leads elsewhere.
    hold(.linkedAddress, if: index > prose.lastLine && lines[index].isLinkedAddress)
    let distance = labelDistances[index]
    hold(.behindLabel, if: distance > 0)
    hold(.behindLabelNear, if: Distance.nearLabel ~= distance)
    hold(.linkedBehindLabel, if: Distance.nearLabel ~= distance && lines[index].linkShare >= LinkShare.all)
    hold(.saysRelated, if: labelsLinks[index] && classes[index] != .relatedLabel)
    if let lineClass = classes[index], let rule = lineClass.rule,
      !lineClass.standsAtEdges || !prose.isAmid(index, lines[index], tree)
    {
      held.append(rule)
    }
  }

  private mutating func readPlace(_ index: Int) {
    hold(.isNote, if: index > prose.firstLine && notes.holds(lines[index], tree, prose))
    if let titleLine {
      hold(.isTitle, if: index == titleLine)
      hold(.behindTitle, if: index > titleLine && index <= titleLine + Distance.nearTitle)
      hold(.farBehindTitle, if: index > titleLine + Distance.nearTitle)
    } else {
      held.append(.noTitle)
    }
    hold(.behindOtherTitle, if: index >= otherTitle)
    let tenth = index * 10 / lines.count
    hold(.placeFirstTenth, if: tenth == 0)
    hold(.placeSecondTenth, if: tenth == 1)
    hold(.placeNinthTenth, if: tenth == 8)
    hold(.placeLastTenth, if: tenth == 9)
    hold(.beforeFirstProse, if: index < prose.firstLine)
    hold(.behindLastProse, if: index > prose.lastLine)
  }

  private mutating func readCompany(_ index: Int) {
    let line = lines[index]
    let parent = prose.share(of: line.parent)
    switch parent {
    case 0: held.append(.parentNone)
    case ..<ProseShare.little: held.append(.parentLittle)
    case ..<ProseShare.third: break
    case ..<ProseShare.most: held.append(.parentHalf)
    default: held.append(.parentMost)
    }
    let around = tree.parent(of: NodeID(Int(line.parent)))
    let outer = around.map { prose.share(of: $0.index) } ?? 1
    switch outer {
    case 0: held.append(.aroundNone)
    case ..<ProseShare.little: held.append(.aroundLittle)
    case ..<ProseShare.third: break
    case ..<ProseShare.most: held.append(.aroundHalf)
    default: held.append(.aroundMost)
    }
    switch prose.pathShare(of: line) {
    case 0: held.append(.pathNone)
    case ..<ProseShare.someAround: held.append(.pathLittle)
    case ..<ProseShare.nearlyAll: break
    default: held.append(.pathMost)
    }
    switch prose.outerPathShare(of: line) {
    case 0: break
    case ..<ProseShare.someAround: held.append(.outerPathLittle)
    case ProseShare.nearlyAll...: held.append(.outerPathMost)
    default: break
    }
    hold(.parentLinked, if: prose.linkShare(of: line.parent) > 0.5)
    hold(.aroundLinked, if: (around.map { prose.linkShare(of: $0.index) } ?? 0) > 0.5)
    hold(.parentManyShort, if: prose.lineCount(in: line.parent) >= 4 && parent == 0)
    var proseNear = 0
    var plainNear = 0
    var run = (prose: Int32(0), linked: Int32(0), all: Int32(0))
    for other in max(0, index - Distance.surroundings)...min(lines.count - 1, index + Distance.surroundings)
    where other != index {
      run.all += lines[other].length
      run.linked += lines[other].linkLength
      if lines[other].isPlain, lines[other].markupHash == line.markupHash { plainNear += 1 }
      guard lines[other].isProse else { continue }
      run.prose += lines[other].length
      proseNear += 1
    }
    let runShare = prose.share(ofLength: run.prose)
    switch runShare {
    case 0: held.append(.runNone)
    case ..<ProseShare.littleAround: held.append(.runLittle)
    case ..<ProseShare.someAround: held.append(.runSome)
    default: held.append(.runMost)
    }
    hold(.runLinked, if: run.linked * 2 > run.all)
    hold(.neighboursProse, if: proseNear >= 3)
    hold(.neighboursPlain, if: plainNear >= 3)
    if index > 0 {
      hold(.previousProse, if: lines[index - 1].isProse)
      hold(.previousLinked, if: lines[index - 1].linkShare > LinkShare.most)
      hold(.previousSameParent, if: lines[index - 1].parent == line.parent)
    }
    if index + 1 < lines.count {
      hold(.nextProse, if: lines[index + 1].isProse)
      hold(.nextLinked, if: lines[index + 1].linkShare > LinkShare.most)
      hold(.nextSameParent, if: lines[index + 1].parent == line.parent)
      hold(.nextShort, if: lines[index + 1].length < Length.label)
    }
    // Evidence that says more, or less, in combination with other evidence.
    let isMostlyLinked = line.linkShare >= LinkShare.most
    hold(.itemSentence, if: line.marks.contains(.endsSentence) && line.context.contains(.item))
    // In a publisher's dump, and on a page of almost only prose, such a line gives a source.
    hold(
      .linkedInRun,
      if: isMostlyLinked && line.linkShare < LinkShare.all && runShare >= ProseShare.littleAround
        && prose.proseShare < ProseShare.nearlyAll && !pageRules.contains(.pageOfKnownPublisher))
    hold(.linkedBehindProse, if: isMostlyLinked && index > 0 && lines[index - 1].isProse)
    hold(.plainAmidLists, if: plainNear >= 3 && prose.proseShare < ProseShare.listPage)
    hold(.plainInArticle, if: plainNear >= 3 && (line.context.contains(.article) || line.nearWords.contains(.prose)))
    hold(.wordAmidProse, if: line.isWordAlone && outer >= ProseShare.most)
    hold(.datedBeforeProse, if: isDated[index] && index < prose.firstLine)
    hold(.headingBehindProse, if: line.context.contains(.heading) && index > prose.lastLine)
  }

  private mutating func readOtherArticles(_ index: Int) {
    let line = lines[index]
    hold(.inCard, if: places.isInCard[index])
    hold(.inTeasers, if: places.isInTeasers(line))
    hold(.inMainArticle, if: places.mainArticle != 0 && line.article == places.mainArticle)
    hold(.inOtherArticle, if: places.isOther(line.article))
    if let box = places.titleBox {
      let isIn = tree.isNode(NodeID(Int(line.first)), in: box)
      if places.titleBoxShare < 0.4 {
        held.append(isIn ? .inSmallTitleBox : .outsideSmallTitleBox)
      } else if places.titleBoxShare < 0.97 {
        held.append(isIn ? .inLargeTitleBox : .outsideLargeTitleBox)
      }
    }
  }

  private mutating func readMachineText(_ line: Line) {
    guard !machineText.isEmpty || !description.isEmpty else { return }
    let text = tree.text(from: Int(line.first), through: Int(line.last))
    guard var ends = TextShingles.Ends(text) else { return }
    if !machineText.isEmpty {
      if machineText.holds(&ends) {
        held.append(.inMachineText)
      } else if isMachineTextWhole {
        held.append(.missingInMachineText)
      }
    }
    hold(.inDescription, if: description.holds(&ends))
  }

  private mutating func readRepetition(_ index: Int) {
    let line = lines[index]
    guard line.length >= Length.repeated else { return }
    hold(.repeatsInPage, if: repeatsInPage(index))
    if line.isProse {
      hold(.proseRepeats, if: repeatsInPage(index))
      hold(.proseRepeatsOften, if: isRefrainOfSite && repeatsOften(line))
    }
    // Bylines, signatures and chapter ends repeat, but are not boilerplate for that reason. Dates that head the parts
    // of a text have different digits, which no key includes, so they only seem to repeat.
    guard let profile, !line.isToldByFigures, !namesPeople[index], classes[index] != .endMark,
      !(isCopy && line.isSentence)
    else { return }
    switch profile.repeatCount(ofLine: line.key) {
    case ..<2: break
    case 2: held.append(.repeatsInTwoFiles)
    case 3...5: held.append(.repeatsInFiles)
    default: held.append(.repeatsInManyFiles)
    }
  }

  /// Whether another file of the archive holds most of the page's prose: the same article, saved twice.
  private static func isCopy(_ lines: [Line], _ profile: SiteProfile?) -> Bool {
    guard let profile else { return false }
    var repeated = 0
    var all = 0
    for line in lines where line.isProse {
      all += Int(line.length)
      if profile.fileCount(ofLine: line.key) > 1 { repeated += Int(line.length) }
    }
    return repeated * 2 > all
  }
}
