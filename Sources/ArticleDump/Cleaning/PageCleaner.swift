import Text

/// Decides which lines of a page are its article, and drops the others.
///
/// Lines are measured (`LineReader`), the rules that hold for each are found (`LineRules`), and their weights decide
/// all lines together (`Segmentation`). Nothing else drops text from a page before its blocks are built.
final class PageCleaner {
  let lines: [Line]
  let rules: LineRules
  let segmentation: Segmentation
  private let titleLine: Int?
  /// The last line that stays.
  private let lastKept: Int?
  private let tree: HTMLTree

  /// - Parameter title: The heading that is the title (`TitleHeading`).
  init(_ page: Page, title: NodeID?, profile: SiteProfile?) {
    lines = LineReader.lines(of: page.tree, page.scanner)
    rules = LineRules(lines, page, title: title, profile: profile)
    segmentation = Segmentation(rules, page.tree)
    titleLine = rules.titleLine
    lastKept = segmentation.isKept.lastIndex(of: true)
    tree = page.tree
  }

  /// Whether the page lists other articles and has no text of its own.
  var isList: Bool { segmentation.isList }

  /// Whether no text precedes the title.
  var opensWithTitle: Bool {
    guard let titleLine else { return true }
    return !lines[..<titleLine].contains(where: \.isProse)
  }

  /// The keys of the lines that stay, as they are in a site's profile.
  var keptLineKeys: [UInt64] { zip(lines, segmentation.isKept).lazy.filter(\.1).map(\.0).distinctKeys }

  // MARK: Dropping

  /// Drops all boilerplate except lines that may give facts: those between the title, or whatever serves as the title,
  /// and the text. `dropRest` drops them too, after they have been read.
  func dropBoilerplate(_ page: inout Page) {
    guard lastKept != nil else { return }
    let facts = factLines
    collectLinks(&page)
    collectComments(&page)
    LineSweep.drop(lines, in: &page) { segmentation.isKept[$0] || facts.contains($0) || closes($0) }
    dropPictures(&page, facts)
  }

  /// Drops the lines that were left for their facts, except those that name people or a date even without what was read
  /// from them: `BlockFacts` reads or keeps these.
  func dropRest(_ page: inout Page) {
    guard lastKept != nil else { return }
    let facts = factLines
    let tree = page.tree
    let own = page.ownNames
    LineSweep.drop(lines, in: &page) { index in
      let isKept = segmentation.isKept[index]
      let isAboveText = facts.contains(index)
      if isKept, !isAboveText { return true }
      let isFact = isAboveText ? rules.tellsFacts(index) : closes(index)
      return (isKept || isFact && !rules.matches(index, SiteLine.matches))
        && hasUnreadText(lines[index], tree, own: own)
    }
  }

  /// Whether facts were read from no part of a line, or more than a few words are left, or what is left names people or
  /// has a date.
  private func hasUnreadText(_ line: Line, _ tree: HTMLTree, own: [String]) -> Bool {
    guard let first = tree.firstUndropped(from: Int(line.first), through: Int(line.last)) else { return false }
    return tree.withText(from: first, through: Int(line.last)) { text in
      if text.count >= line.length || text.count > Thresholds.Length.label || LineWords.tellsFacts(line, text) {
        return true
      }
      let rest = String(wellFormed: text).trimmed(of: " |｜丨·•/")
      return FamilyName.opens(rest) || Byline.isOwnReport(rest, own: own)
    }
  }

  /// Whether a line shortly after the text names people.
  private func closes(_ index: Int) -> Bool {
    guard let last = lastKept, index > last, index <= last + Thresholds.Distance.closing else { return false }
    return rules.tellsFacts(index) && lines[index].linkLength * 2 < lines[index].length
      && tree.isNode(NodeID(Int(lines[index].first)), in: tree.parent(of: segmentation.root) ?? .root)
  }

  private var factLines: Range<Int> {
    let isKept = segmentation.isKept
    guard let first = lines.indices.first(where: { isKept[$0] && $0 != titleLine }) else { return 0..<0 }
    let prose = lines.indices.first { isKept[$0] && $0 != titleLine && lines[$0].isProse } ?? first
    // Some pages put date and source above the title.
    let start = titleLine.map { $0 <= prose ? $0 - Thresholds.Distance.beyondFacts : prose } ?? 0
    var end = min(prose, first + Thresholds.Distance.facts)
    // A lead may appear above the line of date and source.
    var reach = min(lines.count, end + Thresholds.Distance.beyondFacts)
    if segmentation.stays[prose] == .lead, let text = lines.indices.first(where: { $0 > prose && isKept[$0] }) {
      reach = max(reach, min(text, prose + Thresholds.Distance.facts))
    }
    if let facts = (end..<reach).last(where: { !isKept[$0] && rules.tellsFacts($0) }) { end = facts + 1 }
    return min(end, max(0, start, first - Thresholds.Distance.facts))..<end
  }

  /// Drops pictures among lines that were dropped, such as those of other articles.
  private func dropPictures(_ page: inout Page, _ facts: Range<Int>) {
    guard Tag.pictures.contains(where: page.tree.tags.contains) else { return }
    var next = 0
    for node in page.tree.undropped() {
      guard page.tree.tag(node).isPicture else { continue }
      // The publisher's rules recognized the picture.
      if page.pictures[node] != nil { continue }
      while next < lines.count, Int(lines[next].first) < Int(node.index) { next += 1 }
      // The article's own picture is near the title.
      if next > 0, facts.contains(next - 1) || facts.contains(next) { continue }
      let isBehindText = next > 0 && (segmentation.isKept[next - 1] || next - 1 == titleLine)
      let isBeforeText = next < lines.count && (segmentation.isKept[next] || next == titleLine)
      // A code to be scanned is dropped with the line that says so.
      let isCode = next < lines.count && !segmentation.isKept[next] && rules.asks(next)
      if !isBehindText && !isBeforeText || isCode { page.drop(node) }
    }
  }

  /// Records links to other articles, and tags, as facts of the page.
  private func collectLinks(_ page: inout Page) {
    // 更多河畔新聞報導 above titles that look like text.
    var isBehindLabel = false
    for (index, line) in lines.enumerated() where !segmentation.isKept[index] {
      let isOfSite = segmentation.isOfSite(index)
      isBehindLabel = isBehindLabel && isOfSite
      if isOfSite {
        let text = page.tree.text(from: Int(line.first), through: Int(line.last))
        if let tags = Hashtags.tags(in: text) {
          page.facts.tags += tags
          continue
        }
        isBehindLabel = isBehindLabel || LineClass(text, isAtEdge: true) == .relatedLabel
      }
      guard line.linkLength > 0 else { continue }
      let words = line.ownWords.union(line.nearWords)
      let held = rules.rules(of: index)
      if words.contains(.tags) || held.contains(.saysTags) {
        for link in links(of: line, page) {
          if Hashtags.isHeadline(link.text) { page.addRelated([link]) } else { page.facts.tags.append(link.text) }
        }
      } else if words.contains(.related) || held.contains(.behindLabel) || rules.labelsLinks(index) || isBehindLabel {
        page.addRelated(links(of: line, page))
      }
    }
  }

  /// Collects readers' comments separately, since they are not text. The lines of most pages show that there are none.
  private func collectComments(_ page: inout Page) {
    let isNamed = lines.indices.contains { !segmentation.isKept[$0] && lines[$0].farWords.contains(.comments) }
    guard isNamed || CommentReader.declaresComments(page.tree) else { return }
    let kept = lines.indices.filter { segmentation.isKept[$0] }.map { lines[$0].first }
    let comments = CommentReader.read(page, kept: kept)
    if !comments.isEmpty { page.facts.comments = comments }
  }

  private func links(of line: Line, _ page: Page) -> [Link] {
    var links: [Link] = []
    var last: NodeID?
    for index in Int(line.first)...Int(line.last) where page.tree.isText(NodeID(index)) {
      guard let link = page.tree.closest(.a, from: NodeID(index)), link != last else { continue }
      last = link
      guard let url = page.tree.attribute("href", of: link), !url.startsWithAny(of: ["#", "javascript:"]) else {
        continue
      }
      let text = page.text(of: link).onOneLine
      if !text.isEmpty { links.append(Link(text: text, url: url)) }
    }
    return links
  }

  // MARK: Reasons

  /// Reports a page that only lists other articles, and one of which more prose was dropped than kept.
  var diagnostics: [Diagnostic] {
    if segmentation.isList {
      return [Diagnostic(kind: "list", line: 0, message: "the page lists other articles and has no text of its own")]
    }
    var kept = 0
    var dropped = 0
    for (index, line) in lines.enumerated() where line.isProse {
      if segmentation.isKept[index] { kept += Int(line.length) } else { dropped += Int(line.length) }
    }
    guard dropped > kept, kept > 0 || dropped > 300 else { return [] }
    return [Diagnostic(kind: "mostly-dropped", line: 0, message: "cleaning dropped more prose than it kept")]
  }

  private static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.value &- 0x30 < 10 }))
  }

  /// What was decided about each line and what became of it, for `--explain`.
  func trace(of tree: HTMLTree, in article: Article, taken: [(step: CleaningStep, text: String)]) -> [LineVerdict] {
    let taken = taken.map { (step: $0.step, letters: Self.letters(of: $0.text)) }
    let shown = Self.letters(of: ReadingText(article).text + article.title)
    return lines.indices.map { index in
      let line = lines[index]
      let text = tree.text(from: Int(line.first), through: Int(line.last))
      let letters = Self.letters(of: text)
      let isShown = shown.holds(letters)
      return LineVerdict(
        text: text, isKept: segmentation.isKept[index], isShown: isShown,
        takenBy: isShown ? nil : taken.first { !letters.isEmpty && $0.letters.holds(letters) }?.step,
        score: segmentation.scores[index],
        exemption: segmentation.stays[index],
        rules: (rules.rules(of: index) + segmentation.secondRules(of: index)).map {
          LineVerdict.Reason(rule: $0.id, weight: RuleWeights.inSecondPass($0))
        })
    }
  }
}

/// What was decided about one line of a page, and why.
public struct LineVerdict: Sendable, Equatable {
  /// A rule that held, and what it added to the score.
  public struct Reason: Sendable, Equatable {
    /// The rule's identifier: the name of a case of `Rule`.
    public var rule: String
    /// What it added to the score, in hundredths of a nat; negative against text.
    public var weight: Int
  }

  /// The line as it is displayed.
  public var text: String
  /// What was decided about the line itself: `score` above zero, or an exemption, after smoothing over its neighbours.
  public var isKept: Bool
  /// Whether the article contains the line. A line that was kept may be read as a fact; one that was dropped may be left
  /// for its facts.
  public var isShown: Bool
  /// The step that read the line as a fact and removed it, after the lines were decided.
  public var takenBy: CleaningStep?
  /// The sum of the weights of the rules; above zero means text. A hundred points make text e times as likely.
  public var score: Int
  /// Why the line stays although its score is against it.
  public var exemption: Exemption?
  /// The rules that held: first those of the line alone, then those that depend on its neighbours' scores.
  public var rules: [Reason]
}
