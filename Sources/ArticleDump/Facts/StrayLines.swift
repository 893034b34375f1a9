import Text

/// Looks for the time and byline in short lines anywhere, even in dropped parts: a labelled date in a footer, or the
/// line below the title if its element looked like boilerplate.
///
/// Used only if no other reader found them. Comments and lists of articles have dates too, so a line must have a label
/// or follow the title.
enum StrayLines {
  static func read(_ page: inout Page) {
    let needsDate = page.facts.isUndated
    let needsAuthor = page.facts.authors == nil
    guard needsDate || needsAuthor else { return }
    let tree = page.tree
    let title = TitleHeading.key(page.givenTitle)
    var best: (time: Timestamp, weight: Int, reading: Reading)?
    // How many more texts count as below the title.
    var belowTitle = 0
    // The previous text, which is read only if it may contain a label.
    var before: NodeID?
    func textBefore() -> String { before.map { tree.rawText(of: $0).onOneLine.trimmedOfBlanks } ?? "" }
    var hiddenEnd = 0
    for index in 0..<tree.count {
      let node = NodeID(index)
      guard index >= hiddenEnd else { continue }
      if tree.isElement(node) {
        let isPart = (tree.subtreeEnd(of: node) - index) * 4 < tree.count
        if tree.tag(node).isHidden || isPart && isOthers(node, tree) {
          hiddenEnd = tree.subtreeEnd(of: node)
        }
        continue
      }
      guard !tree.isBlank(node) else { continue }
      let length = tree[node].sourceEnd - tree[node].sourceStart
      guard length <= 400 else {
        belowTitle = 0
        before = nil
        continue
      }
      if !needsDate, belowTitle <= 0, Int(length) > title.utf8.count * 2 + 64 { continue }
      if title.utf8.count >= 12, TitleHeading.isTitle(node, tree, key: title) {
        belowTitle = 8
        before = nil
        continue
      }
      defer {
        before = node
        belowTitle -= 1
      }
      let mayBeDated = tree.mayHoldNumber(node)
      guard mayBeDated || needsAuthor && belowTitle > 0 else { continue }
      let text = tree.rawText(of: node).onOneLine.trimmedOfBlanks
      if needsAuthor, belowTitle > 0 { readByline(text, &page) }
      if mayBeDated, needsDate, needsAuthor, best == nil, let time = readRow(text, &page) {
        best = (time, 3, .label)
        continue
      }
      guard mayBeDated, needsDate, text.utf8.contains(where: { $0 &- 0x30 < 10 }), !text.hasMoreNonBlanks(than: 90),
        let found = time(in: text, behind: textBefore(), page), !isClock(textBefore() + text)
      else { continue }
      let weight = found.label == .change ? 1 : (found.label == nil ? 0 : 3) + (belowTitle > 0 ? 2 : 0)
      if weight > best?.weight ?? 0 { best = (found.time, weight, weight >= 3 ? .label : .form) }
    }
    if let best { page.facts.publications.propose(best.time, from: .page, by: best.reading) }
  }

  /// `石佳/中国青年报`, `澎湃新闻记者 贺梨萍` below the title.
  private static func readByline(_ line: String, _ page: inout Page) {
    guard !line.hasMoreNonBlanks(than: 40) else { return }
    if let bylines = Byline.readLines(line) {
      for byline in bylines { page.propose(byline, from: .page) }
    } else if let names = Byline.staffReporter(line) ?? Byline.namesBesideMedium(line, own: page.ownNames) {
      page.facts.people.propose(names, from: .page, by: .element)
    }
  }

  /// `作者：甲 | 2023-07-22 09:30 | 来源：乙报`: a row of facts with its date, wherever it is.
  private static func readRow(_ line: String, _ page: inout Page) -> Timestamp? {
    guard !line.hasMoreNonBlanks(than: 90), line.simplified.holdsAny(of: ["作者：", "作者:", "来源：", "来源:"]),
      line.unicodeScalars.contains(where: { $0.isBar || $0.isSlash || $0 == "·" }),
      let found = Timestamp.first(in: line, zone: page.zone),
      page.isPlausible(found.timestamp)
    else { return nil }
    FactLine(line.withoutUTF8(found.utf8Range)).read(into: &page)
    return found.timestamp
  }

  /// Comments and other articles have dates of their own.
  static func isOthers(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard tree[node].classStart > 0 || tree[node].flags.contains(.tells) else { return false }
    return tree.withClassList(of: node, isOfOthers) ?? false
      || tree[node].flags.contains(.tells) && tree.withAttribute("id", of: node, isOfOthers) ?? false
  }

  private static func isOfOthers(_ names: UnsafeBufferPointer<UInt8>) -> Bool {
    guard names.count >= 4 else { return false }
    // References, and letters whose case differs in ASCII, are rare in names.
    if names.contains(where: { $0 >= 0x80 || $0 == 0x26 }) {
      return namesOfOthers.holdsAny(in: CharacterReference.decode(names, inAttribute: true).lowered)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: names.count) { lowered in
      for index in names.indices {
        lowered.initializeElement(at: index, to: names[index] &- 0x41 < 26 ? names[index] | 0x20 : names[index])
      }
      return namesOfOthers.holdsAny(in: UnsafeBufferPointer(lowered))
    }
  }

  private static let namesOfOthers = PhraseTable(
    [
      "comment", "reply", "pinglun", "tie-", "related", "recommend", "hotnews", "hot-", "rank", "sidebar", "list-item",
    ].map { ($0, 0) })

  /// The page's clock: `今天是2024年5月6日 星期一`.
  static func isClock(_ text: String) -> Bool {
    text.simplified.holdsAny(of: ["今天是", "今日是", "今天：", "现在是", "现在时间", "当前时间", "目前时间", "农历", "欢迎您"])
  }

  private static func time(
    in text: String, behind before: @autoclosure () -> String, _ page: Page
  ) -> (time: Timestamp, label: DateLabel?)? {
    // Prose contains dates too, and is too long for a date without its year.
    let isSentence = text.holdsSentenceEnd
    if isSentence, text.hasMoreNonBlanks(than: longestLineWithoutYear) { return nil }
    if let found = Timestamp.first(in: text, zone: page.zone) {
      let start = text.utf8.index(text.startIndex, offsetBy: found.utf8Range.lowerBound)
      let prefix = text[..<start].trimmedOfBlanks
      guard !isSentence, prefix.nonBlankCount <= 40 else { return nil }
      let label = DateLabel(prefix.isEmpty ? before() : prefix)
      let isLabelled = label != nil
      let isLine = isLabelled || found.utf8Range.count * 3 >= text.utf8.count
      guard isLine, page.isPlausibleMoment(found.timestamp) || isLabelled && page.isPlausible(found.timestamp) else {
        return nil
      }
      return (found.timestamp, label)
    }
    return withoutYear(text, behind: before(), page)
  }

  /// In characters.
  private static let longestLineWithoutYear = 40

  /// What the text before a day says that it is. The day of a change stands in for that of publication where a page
  /// gives no other.
  private enum DateLabel {
    case publication, change

    init?(_ text: String) {
      guard FactWords.announcesDate(text) else { return nil }
      self = FactWords.tellsChange(text) ? .change : .publication
    }
  }

  /// `发布时间：10-08 12:00`, `18-03-08`: the year is the feed's, or has two digits.
  private static func withoutYear(
    _ text: String, behind before: @autoclosure () -> String, _ page: Page
  ) -> (time: Timestamp, label: DateLabel?)? {
    guard let fed = page.envelope.fed, !text.hasMoreNonBlanks(than: longestLineWithoutYear) else { return nil }
    let digits = text.unicodeScalars.firstIndex { 0x30...0x39 ~= $0.value }
    guard let digits else { return nil }
    let prefix = String(text.unicodeScalars[..<digits]).trimmedOfBlanks
    guard let label = DateLabel(prefix.isEmpty ? before() : prefix) else { return nil }
    let rest = String(text.unicodeScalars[digits...].prefix(16))
    let year = Int(fed.iso8601Date.prefix(4)) ?? 0
    for candidate in ["20" + rest, "\(year)-" + rest, "\(year)年" + rest, "\(year - 1)-" + rest, "\(year - 1)年" + rest] {
      guard let found = Timestamp.first(in: candidate, zone: page.zone), found.utf8Range.lowerBound == 0,
        page.isPlausible(found.timestamp), found.timestamp.secondsSinceEpoch <= fed.secondsSinceEpoch + 86_400
      else { continue }
      return (found.timestamp, label)
    }
    return nil
  }
}

extension HTMLTree {
  /// Whether a text may contain a date; a character reference may encode any character.
  fileprivate func mayHoldNumber(_ node: NodeID) -> Bool {
    withBytes(of: node) { DateTokenizer.mayHoldNumber($0) || ByteSearch.holds($0, byte: 0x26) }
  }

  /// Whether a text in an element may have a date.
  func mayHoldNumber(in node: NodeID) -> Bool {
    (Int(node.index)..<subtreeEnd(of: node)).contains { isText(NodeID($0)) && mayHoldNumber(NodeID($0)) }
  }
}
