private typealias Score = Thresholds.Score
private typealias Distance = Thresholds.Distance
private typealias ProseShare = Thresholds.ProseShare

/// Scores the lines of a page, finds the element that holds the article, and decides each line once.
struct Segmentation {
  /// Each line's score by itself, and with its place in the page.
  private(set) var firstScores: [Int]
  private(set) var scores: [Int]
  /// The rules of the second pass, line after line, and where each line's rules begin.
  private(set) var held: [Rule] = []
  private(set) var starts: [Int] = []
  /// The element whose lines score highest as text.
  let root: NodeID
  private(set) var isKept: [Bool] = []

  init(_ rules: LineRules, _ tree: HTMLTree) {
    let lines = rules.lines
    let sums = RuleWeights.sums(of: rules.held, rules.starts, weights: RuleWeights.firstTable)
    firstScores = Self.raised(sums, lines)
    root = ContentRoot.find(lines, scores: firstScores, rules.index, tree)
    scores = RuleWeights.sums(of: rules.held, rules.starts, weights: RuleWeights.secondTable)
    readSecond(lines, rules.index, tree)
    let second = RuleWeights.sums(of: held, starts, weights: RuleWeights.secondTable)
    for line in lines.indices { scores[line] += second[line] }
    isKept = Self.bestPath(lines, scores: scores)
    let exemptions = Exemptions(rules, root: root, isKept: isKept, scores: scores, tree)
    for index in lines.indices where !isKept[index] {
      guard let exemption = exemptions.exemption(of: index) else { continue }
      stays[index] = exemption
      isKept[index] = true
    }
    dropWordsOfSite(rules)
    dropHeadingsOfNothing(rules)
    if let entries = PageEntries(rules, isKept, tree) {
      keep(entries, rules)
    } else if !isKept.contains(true) || isNothingButLinks(rules) {
      keepBestLine(rules)
    }
  }

  /// Whether the page lists other articles and has no text of its own.
  private(set) var isList = false

  /// Keeps the entries of a page that has no text of its own, and nothing else.
  private mutating func keep(_ entries: PageEntries, _ rules: LineRules) {
    isList = true
    isKept = [Bool](repeating: false, count: isKept.count)
    stays = [:]
    for index in entries.lines.joined() where rules.lines[index].length > 0 && !rules.speaks(index) {
      isKept[index] = true
      if scores[index] <= 0 { stays[index] = .entry }
    }
  }

  /// Whether all that stays of a whole page is links: a list, not an article.
  private func isNothingButLinks(_ rules: LineRules) -> Bool {
    rules.pageRules.contains(.pageIsWhole)
      && rules.lines.indices.allSatisfy { !isKept[$0] || rules.lines[$0].linkShare >= Thresholds.LinkShare.all }
  }

  /// Keeps the lines with the highest scores on a page of a line or two, so that it does not end up empty.
  private mutating func keepBestLine(_ rules: LineRules) {
    let candidates = rules.lines.indices.filter { index in
      index != rules.titleLine && rules.lines[index].linkLength == 0 && !rules.speaks(index)
        && !rules.tellsFacts(index) && rules.isUnsuspected(index)
    }
    guard let best = candidates.max(by: { scores[$0] < scores[$1] }) else { return }
    isKept = [Bool](repeating: false, count: isKept.count)
    stays = [best: .onlyLine]
    isKept[best] = true
  }

  /// The lines that stay although their score is against it, and why.
  private(set) var stays: [Int: Exemption] = [:]

  /// Drops a heading with the lines below it: `相关` above a list that was dropped. A heading that is a sentence, or the
  /// lead, says something by itself.
  private mutating func dropHeadingsOfNothing(_ rules: LineRules) {
    let lines = rules.lines
    var follower: Int?
    for index in lines.indices.reversed() where isKept[index] {
      let line = lines[index]
      let isLabel = !line.isSentence && stays[index] != .lead || index == rules.titleLine
      if line.context.contains(.heading), isLabel {
        let isFollowed = index + 1 == lines.count ? line.nearWords.isDisjoint(with: .junk) : isKept[index + 1]
        let isNextHeading = follower.map { lines[$0].context.contains(.heading) } ?? true
        if !isFollowed, isNextHeading, index > 0 { isKept[index] = false }
      }
      if isKept[index] { follower = index }
    }
  }

  /// The rules that depend on other lines' scores.
  func secondRules(of line: Int) -> [Rule] { held[starts[line]..<starts[line + 1]] + (ofSite[line].map { [$0] } ?? []) }

  /// The lines around the text that are the site's own.
  private var ofSite: [Int: Rule] = [:]

  func isOfSite(_ index: Int) -> Bool { ofSite[index] != nil }

  /// Drops the lines after the text's last sentence, and before its first, that are entirely the site's own, and
  /// buttons between. Seen alone, such a line may look like text.
  private mutating func dropWordsOfSite(_ rules: LineRules) {
    let kept = isKept.indices.filter { isKept[$0] }
    func isOfSite(_ index: Int) -> Bool { rules.matches(index, SiteLine.matches) }
    func isSentence(_ index: Int) -> Bool {
      rules.lines[index].isSentence && !rules.tellsFacts(index) && !isOfSite(index)
    }
    guard let first = kept.first(where: isSentence), let last = kept.last(where: isSentence) else { return }
    // A menu may open the page: items that are links of a few words.
    let text = kept.first { $0 != rules.titleLine && !rules.lines[$0].isItemOfMenu } ?? first
    // Only remnants follow the desk's names and the buttons.
    let end = (last + 1..<isKept.count).first { rules.namesPeople($0) || isKept[$0] && isOfSite($0) } ?? isKept.count
    for index in kept where index != rules.titleLine {
      let rule: Rule
      switch index {
      case ..<first where index < text || isOfSite(index): rule = .ofSiteBeforeText
      case first...last where rules.matches(index, upTo: Thresholds.Length.remnant, SiteLine.isButton):
        rule = .ofSiteAmidText
      case (last + 1)... where isOfSite(index): rule = .ofSiteBehindText
      case (end + 1)...
      where !rules.tellsFacts(index) && rules.matches(index, upTo: Thresholds.Length.remnant, SiteLine.isRemnant):
        rule = .ofSiteBehindText
      default: continue
      }
      ofSite[index] = rule
      scores[index] += RuleWeights.inSecondPass(rule)
      stays[index] = nil
      isKept[index] = false
    }
  }

  // MARK: The first look

  /// The scores of a page; if far more of its sentences are doubtful than certain text, raised until a quarter of the
  /// doubtful ones are certain.
  ///
  /// Everything after the first look goes by the certain text: where it is, and what is like it. On a page of unusual
  /// markup a lead may be certain and nothing else, and would be taken for all of the text.
  private static func raised(_ scores: [Int], _ lines: [Line]) -> [Int] {
    var doubtful: [(score: Int, length: Int)] = []
    var length = 0
    var certain = 0
    for (index, line) in lines.enumerated() where line.isSentence && line.isMostlyPlain {
      let own = Int(min(Thresholds.Length.mostCounted, line.length))
      switch scores[index] {
      case Score.text...: certain += line.length >= Thresholds.Length.prose ? own : 0
      case ...Score.boilerplate: break
      default:
        length += own
        doubtful.append((scores[index], own))
      }
    }
    guard certain > 0, certain * Score.mostDoubtful < length else { return scores }
    doubtful.sort { $0.score > $1.score }
    var best = 0
    guard
      let quarter = doubtful.first(where: {
        best += $0.length; return best * 4 >= length
      })
    else { return scores }
    return scores.map { $0 + Score.text - quarter.score }
  }

  // MARK: The second look

  private mutating func readSecond(_ lines: [Line], _ index: LineIndex, _ tree: HTMLTree) {
    held.reserveCapacity(lines.count * 8)
    starts.reserveCapacity(lines.count + 1)
    let rootRange = Int32(root.index)..<Int32(tree.subtreeEnd(of: root))
    let inside = lines.indices.filter { rootRange.contains(lines[$0].first) }
    let certain = inside.filter { firstScores[$0] >= Score.text && lines[$0].length >= Thresholds.Length.prose }
    let text =
      (certain.first ?? inside.first ?? 0)...max(certain.last ?? inside.last ?? 0, certain.first ?? inside.first ?? 0)
    let siblings = MeanScores(lines, firstScores, index)
    let textDepth = Self.textDepth(of: certain, lines)
    let outer = tree.parent(of: root).map { Int32($0.index)..<Int32(tree.subtreeEnd(of: $0)) } ?? rootRange
    var likeLines = KeyTable<(score: Int, weight: Int)>(capacity: lines.count, empty: (0, 0))
    for (index, line) in lines.enumerated() {
      let (score, weight) = siblings.own[index]
      let sum = likeLines[line.markupHash]
      likeLines[line.markupHash] = (sum.score + score, sum.weight + weight)
    }
    for (index, line) in lines.enumerated() {
      starts.append(held.count)
      if rootRange.contains(line.first) {
        held.append(.inRoot)
        if line.parent == root.index || line.block == root.index { held.append(.directlyInRoot) }
      } else {
        if line.first >= rootRange.upperBound { held.append(.behindRoot) }
        if outer.contains(line.first) { held.append(.nearRoot) }
      }
      if let textDepth {
        switch line.depth - textDepth {
        case 0: held.append(.atTextDepth)
        case ..<0: held.append(.aboveTextDepth)
        case 1...2: held.append(.belowTextDepth)
        default: held.append(.farBelowTextDepth)
        }
      }
      switch index {
      case text: held.append(.amidText)
      case ..<text.lowerBound:
        held.append(text.lowerBound - index <= Distance.shortlyBefore ? .shortlyBeforeText : .longBeforeText)
      default:
        let distance = index - text.upperBound
        if distance <= Distance.shortlyBehind { held.append(.shortlyBehindText) }
        if distance > Distance.longBehind { held.append(.longBehindText) }
      }
      hold(siblings.mean(of: line.parent, without: index), .siblingsText, nil, .siblingsBoilerplate)
      let around = tree.parent(of: NodeID(Int(line.parent)))
      let cousins = around.map { siblings.mean(of: $0.index, without: index) } ?? 0
      hold(cousins, nil, nil, .cousinsBoilerplate)
      holdShare(siblings.textShare(of: line.parent, without: index), from: .parentTextNone)
      if let around {
        holdShare(siblings.textShare(of: around.index, without: index), from: .aroundTextNone)
        if let outer = tree.parent(of: around) {
          holdShare(siblings.textShare(of: outer.index, without: index), from: .outerTextNone)
        }
      }
      let (likeScore, likeWeight) = likeLines[line.markupHash]
      let rest = likeWeight - siblings.own[index].weight
      if rest <= 0 {
        held.append(.likeNone)
      } else {
        let mean = (likeScore - siblings.own[index].score) / rest
        hold(mean, .likeText, .likeMixed, nil)
        if mean >= Score.text, line.context.contains(.main) { held.append(.mainLikeText) }
      }
      if index + 1 < lines.count { hold(firstScores[index + 1], .nextText, .nextDoubtful, .nextBoilerplate) }
      switch firstScores[index] {
      case Score.surelyText...: held.append(.scoreHigh)
      case Score.text..<Score.surelyText: held.append(.scoreGood)
      case Score.boilerplate..<Score.text: break
      case Score.surelyBoilerplate..<Score.boilerplate: held.append(.scorePoor)
      default: held.append(.scoreBad)
      }
      readTogether(line, firstScores[index], textDepth, text, index, isInRoot: rootRange.contains(line.first))
    }
    starts.append(held.count)
  }

  /// Evidence that counts more, or less, in combination with other evidence.
  private mutating func readTogether(
    _ line: Line, _ score: Int, _ textDepth: Int32?, _ text: ClosedRange<Int>, _ index: Int, isInRoot: Bool
  ) {
    func hold(_ rule: Rule, if condition: Bool) { if condition { held.append(rule) } }
    let isBelow = textDepth.map { line.depth > $0 } ?? false
    let isFigure = !line.context.isDisjoint(with: [.caption, .figure])
    if line.marks.contains(.endsSentence) {
      hold(.sentenceBelowText, if: isInRoot && isBelow)
      hold(.sentenceLongBehind, if: index - text.upperBound > Distance.longBehind)
      hold(.sentenceOfBadScore, if: score <= Score.surelyBoilerplate)
    }
    hold(.wordInRoot, if: isInRoot && line.isWordAlone)
    hold(.figureInRoot, if: isInRoot && isFigure)
    hold(.figureBelowText, if: isBelow && isFigure)
    if line.context.contains(.main) {
      hold(.mainAtTextDepth, if: line.depth == textDepth)
      hold(.mainOfHighScore, if: score >= Score.surelyText)
    }
  }

  /// The depth at which most of the text is.
  private static func textDepth(of places: [Int], _ lines: [Line]) -> Int32? {
    guard let deepest = places.map({ lines[$0].depth }).max() else { return nil }
    var lengths = [Int](repeating: 0, count: Int(deepest) + 1)
    for place in places { lengths[Int(lines[place].depth)] += Int(lines[place].length) }
    // The outer one of two depths with the same amount of text.
    return lengths.indices.max { (lengths[$0], $1) < (lengths[$1], $0) }.map { Int32($0) }
  }

  /// Holds one of six consecutive rules, depending on a share of the text.
  private mutating func holdShare(_ share: Double, from none: Rule) {
    let step: UInt16 =
      switch share {
      case 0: 0
      case ..<ProseShare.little: 1
      case ..<ProseShare.third: 2
      case ..<ProseShare.most: 3
      case ..<ProseShare.all: 4
      default: 5
      }
    if let rule = Rule(rawValue: none.rawValue + step) { held.append(rule) }
  }

  /// Applies one of three rules, depending on a score.
  private mutating func hold(_ score: Int, _ text: Rule?, _ mixed: Rule?, _ boilerplate: Rule?) {
    let rule = score >= Score.text ? text : score > Score.boilerplate ? mixed : boilerplate
    if let rule { held.append(rule) }
  }

  // MARK: Deciding

  /// The sequence of verdicts with the least cost, which is the sum over lines at odds with their score and over
  /// changes (Viterbi 1967).
  private static func bestPath(_ lines: [Line], scores: [Int]) -> [Bool] {
    guard !lines.isEmpty else { return [] }
    // The best sums so far with the last line dropped and kept, and where each came from.
    var dropped = 0
    var kept = scores[0]
    var keptFromKept = [Bool](repeating: false, count: lines.count)
    var droppedFromKept = [Bool](repeating: false, count: lines.count)
    for index in 1..<max(1, lines.count) {
      let change = lines[index].parent == lines[index - 1].parent ? Score.changeWithin : Score.changeBetween
      keptFromKept[index] = kept >= dropped - change
      droppedFromKept[index] = kept - change > dropped
      let nextKept = max(kept, dropped - change) + scores[index]
      dropped = max(dropped, kept - change)
      kept = nextKept
    }
    var path = [Bool](repeating: false, count: lines.count)
    var isKept = kept > dropped
    for index in lines.indices.reversed() {
      path[index] = isKept
      isKept = isKept ? keptFromKept[index] : droppedFromKept[index]
    }
    return path
  }
}

/// The mean score of the lines in an element, weighted by length, and its share of the certain text.
private struct MeanScores {
  /// The sums before each line, and before the end.
  private let sums: [(score: Int, weight: Int, text: Int)]
  let own: [(score: Int, weight: Int)]
  private let index: LineIndex

  init(_ lines: [Line], _ scores: [Int], _ index: LineIndex) {
    self.index = index
    own = lines.indices.map { place in
      let weight = 4 + min(60, Int(lines[place].length))
      return (max(-Score.most, min(Score.most, scores[place])) * weight, weight)
    }
    var sums = [(score: 0, weight: 0, text: 0)]
    sums.reserveCapacity(lines.count + 1)
    for (place, line) in own.enumerated() {
      let isText = scores[place] >= Score.text && lines[place].length >= Thresholds.Length.prose
      let text = isText ? Int(min(Thresholds.Length.mostCounted, lines[place].length)) : 0
      sums.append((sums[place].score + line.score, sums[place].weight + line.weight, sums[place].text + text))
    }
    self.sums = sums
  }

  /// The share of the certain text that is in an element, without one line.
  func textShare(of node: Int32, without line: Int) -> Double {
    guard let all = sums.last?.text, all > 0 else { return 0 }
    let held = index.lines(in: node)
    let own = sums[line + 1].text - sums[line].text
    return Double(sums[held.upperBound].text - sums[held.lowerBound].text - own) / Double(all)
  }

  /// 0 for an element that holds nothing else.
  func mean(of node: Int32, without line: Int) -> Int {
    let held = index.lines(in: node)
    let start = sums[held.lowerBound]
    let end = sums[held.upperBound]
    let weight = end.weight - start.weight - own[line].weight
    return weight <= 0 ? 0 : (end.score - start.score - own[line].score) / weight
  }
}
