/// Where lines are in relation to the page's cards, its `article` elements and the box of its title. This separates
/// other articles from the page's own, whatever their words.
struct LinePlaces {
  /// Whether each line is in a card: a small box with a link, beside another built in the same way.
  private(set) var isInCard: [Bool]
  /// The `article` element that holds the title, otherwise the one with the most prose; 0 if there is none.
  private(set) var mainArticle: Int32 = 0
  /// The innermost element that holds the title and some prose.
  private(set) var titleBox: NodeID?
  /// The share of the page's prose in the box of the title, 0 to 1.
  private(set) var titleBoxShare = 0.0

  /// How many lines have the same elements and parent as a teaser, and how many of these begin as teasers do.
  private var byMarkup: KeyTable<(all: Int32, teasers: Int32)>
  private var byParent: KeyTable<(all: Int32, teasers: Int32)>

  init(_ lines: [Line], _ page: Page, _ prose: ProseShares, titleLine: Int?) {
    let teasers = lines.filter(\.opensAsTeaser)
    byMarkup = KeyTable(capacity: teasers.count, empty: (0, 0))
    byParent = byMarkup
    for line in teasers {
      byMarkup[line.markupHash].teasers += 1
      byParent[node: line.parent].teasers += 1
    }
    // Most pages have none.
    if !teasers.isEmpty {
      for line in lines {
        if byMarkup[line.markupHash].teasers > 0 { byMarkup[line.markupHash].all += 1 }
        if byParent[node: line.parent].teasers > 0 { byParent[node: line.parent].all += 1 }
      }
    }
    isInCard = Cards.holding(lines, page, prose)
    var shares: [Int32: Int] = [:]
    for line in lines where line.article != 0 && line.isProse { shares[line.article, default: 0] += Int(line.length) }
    let titleArticle = titleLine.map { lines[$0].article } ?? 0
    if shares[titleArticle] != nil {
      mainArticle = titleArticle
    } else if let most = shares.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      mainArticle = most.key
    }
    if let titleLine { findTitleBox(lines[titleLine], page.tree, prose) }
  }

  /// Whether an `article` element is not the page's own; for 0 there is no such element.
  func isOther(_ article: Int32) -> Bool { mainArticle != 0 && article != 0 && article != mainArticle }

  /// Whether a line begins as teasers do, and so do at least two lines beside it or in similar elements, and most of
  /// those lines.
  func isInTeasers(_ line: Line) -> Bool {
    guard line.opensAsTeaser else { return false }
    func areMost(_ lines: (all: Int32, teasers: Int32)) -> Bool {
      lines.teasers >= 3 && lines.teasers * 10 >= lines.all * 7
    }
    return areMost(byMarkup[line.markupHash]) || areMost(byParent[node: line.parent])
  }

  private mutating func findTitleBox(_ title: Line, _ tree: HTMLTree, _ prose: ProseShares) {
    var node = NodeID(Int(title.block))
    while prose.proseLength(of: node.index) < Self.leastProse {
      guard let parent = tree.parent(of: node) else { return }
      node = parent
    }
    titleBox = node
    titleBoxShare = prose.share(of: node.index)
  }

  /// In bytes. A lead of a sentence or two follows a title in a teaser as often as it does above the text.
  private static let leastProse = 240
}

/// Finds the cards of a page.
private struct Cards {
  private let tree: HTMLTree
  private let scanner: ElementScanner
  private let prose: ProseShares
  /// The elements that were examined, and whether each is a card.
  private var isExamined: [Bool]
  private var isCardElement: [Bool]

  /// How many elements around a line are examined; a card is a few elements deep.
  private static let mostLevels = 4
  /// In bytes of text. Larger boxes hold articles.
  private static let largest = 1_500

  static func holding(_ lines: [Line], _ page: Page, _ prose: ProseShares) -> [Bool] {
    var cards = Cards(
      tree: page.tree, scanner: page.scanner, prose: prose,
      isExamined: [Bool](repeating: false, count: page.tree.count),
      isCardElement: [Bool](repeating: false, count: page.tree.count))
    return lines.map { cards.holds($0) }
  }

  private mutating func holds(_ line: Line) -> Bool {
    var node = NodeID(Int(line.block))
    for _ in 0..<Self.mostLevels {
      guard node != .root, prose.textLength(of: node.index) <= Self.largest else { return false }
      if isCard(node) { return true }
      guard let parent = tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  private mutating func isCard(_ node: NodeID) -> Bool {
    let place = Int(node.index)
    guard !isExamined[place] else { return isCardElement[place] }
    isExamined[place] = true
    guard mayBeCard(node), let next = nextElement(after: node), mayBeCard(next), haveSameMarkup(node, next) else {
      // The last one of a row was found together with the one before it.
      return isCardElement[place]
    }
    isCardElement[place] = true
    isCardElement[Int(next.index)] = true
    return true
  }

  /// Whether an element is small and has several lines, one of which is a link to another page. Lists, and items with
  /// lists, do not count, since texts contain such lists too; neither do paragraphs with line breaks, of whatever
  /// element.
  private func mayBeCard(_ node: NodeID) -> Bool {
    switch tree.tag(node) {
    case .ul, .ol, .menu, .table, .blockquote, .p: return false
    default: break
    }
    return prose.textLength(of: node.index) <= Self.largest && prose.headlineCount(in: node.index) > 0
      && prose.lineCount(in: node.index) > 1 && tree.first(.ul, in: node) == nil && tree.first(.ol, in: node) == nil
      && tree.descendants(of: node).contains { tree.tag($0).traits.contains(.block) }
  }

  private func haveSameMarkup(_ a: NodeID, _ b: NodeID) -> Bool {
    tree.tag(a) == tree.tag(b) && scanner.scan(a, in: tree).classHash == scanner.scan(b, in: tree).classHash
  }

  private func nextElement(after node: NodeID) -> NodeID? {
    var next = tree.nextSibling(of: node)
    while let place = next, !tree.isElement(place) || tree.tag(place) == .hr || tree.tag(place) == .br {
      next = tree.isBlank(place) || tree.isElement(place) ? tree.nextSibling(of: place) : nil
    }
    return next
  }
}
