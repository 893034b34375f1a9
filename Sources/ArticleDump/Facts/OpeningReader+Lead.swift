import Text

/// Reads the lead, by markup or by its place above the byline, and the time of the last change.
extension OpeningReader {
  /// A paragraph above the line of date and author: the lead.
  static func lead(
    at start: Int, _ page: Page, _ zone: CivilZone
  ) -> (node: NodeID, end: Int)? {
    let tree = page.tree
    guard start < tree.count, let block = paragraph(around: NodeID(start), tree) else { return nil }
    let end = tree.subtreeEnd(of: block)
    guard end - Int(block.index) <= 24, tree.first(.a, in: block) == nil else { return nil }
    var index = end
    // An editors' remark before the text is not its lead.
    if tree.text(of: block).prefix(12).simplified.holdsAny(of: ["编者按", "编按"]) { return nil }
    // The line of facts is one of the next few elements, and no more prose precedes it.
    var looked = 0
    while index < tree.count, looked < 14 {
      let node = NodeID(index)
      defer { index += 1 }
      if tree.isDropped(node) {
        index = tree.subtreeEnd(of: node) - 1
        continue
      }
      if tree.isText(node) {
        if !tree.isBlank(node), tree[node].sourceEnd - tree[node].sourceStart > 120 || endsSentence(node, tree) {
          return nil
        }
        continue
      }
      looked += 1
      switch tree.tag(node) {
      case .p, .figure, .blockquote, .table, .ul, .ol: if looked > 6 { return nil }
      case .time:
        let isTime = tree.attribute("datetime", of: node) != nil || Timestamp.first(in: tree.text(of: node)) != nil
        return isTime ? (block, end) : nil
      default: break
      }
      guard tree.subtreeEnd(of: node) - index <= 32 else { continue }
      let text = tree.text(of: node)
      guard text.utf8.count <= 240 else { continue }
      if !page.scanner.scan(node, in: tree).words.isDisjoint(with: [.date, .meta]) {
        if Timestamp.first(in: text, zone: zone) != nil { return (block, end) }
      } else if isLineOfPeople(text) {
        return (block, end)
      } else if let day = Timestamp(text, zone: zone), page.isPlausible(day) {
        return page.headsEntries(node, zone) ? nil : (block, end)
      }
    }
    return nil
  }

  private static func endsSentence(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.source.withUnsafeBufferPointer { bytes in
      ProseProbe.sentenceEnds(
        UnsafeBufferPointer(rebasing: bytes[Int(tree[node].sourceStart)..<Int(tree[node].sourceEnd)])) > 0
    }
  }

  /// `文／某某`, `作者：某某`, without a class that says so.
  private static func isLineOfPeople(_ text: String) -> Bool {
    guard text.utf8.count <= 120, let bylines = Byline.readLines(text) else { return false }
    return bylines.contains { !$0.authors.isEmpty }
  }

  /// The paragraph (or the element that serves as one) around a text.
  private static func paragraph(around node: NodeID, _ tree: HTMLTree) -> NodeID? {
    var current = tree.parent(of: node)
    for _ in 0..<6 {
      guard let candidate = current, candidate != .root else { return nil }
      switch tree.tag(candidate) {
      case .p, .div, .h2, .h3, .h4: return candidate
      case .li, .td, .blockquote, .figure, .figcaption, .body, .article: return nil
      default: current = tree.parent(of: candidate)
      }
    }
    return nil
  }

  /// An element whose class says lead or summary, among the first ones of the page and followed by the article.
  mutating func markStandfirst(_ page: inout Page) {
    guard page.facts.standfirst == nil else { return }
    var looked = 0
    for node in page.tree.undropped() where page.tree.isElement(node) {
      looked += 1
      let size = sizes.size(page.tree, node)
      guard looked < 120, sizes.size(before: node) < 900 else { return }
      guard size >= 15, size <= 1500, isParagraphs(node, page.tree),
        page.tree.subtreeEnd(of: node) - Int(node.index) <= Self.largestElement,
        sizes.total - sizes.size(before: node) - size >= size,
        !scanner.scan(node, in: page.tree).words.isDisjoint(with: [.lead, .subtitle])
      else { continue }
      var node = node
      if page.tree.first(.img, in: node) != nil {
        // A summary beside a picture of its topic: its only paragraph.
        guard let paragraph = page.tree.first(.p, in: node), page.tree.first(.img, in: paragraph) == nil,
          sizes.size(page.tree, paragraph) == size
        else { continue }
        node = paragraph
      }
      let text = page.text(of: node)
      let isClause = text.holdsAny(of: ["，", "。", "？", "！", "；"])
      guard isClause ? text.nonBlankCount >= 5 : text.nonBlankCount >= 8 && size >= 24,
        sizes.linkShare(page.tree, node) < 0.5,
        !Self.isLineOfFacts(text, zone)
      else { continue }
      if TitleHeading.key(text) == TitleHeading.key(page.envelope.title) {
        page.drop(node)
        continue
      }
      page.setRole(.standfirst, of: node)
      if page.tree.tag(node).traits.contains(.heading) { page.present(node, as: .paragraph) }
      page.facts.standfirst = Sourced(text)
      return
    }
  }

  /// `主持人：小雨　时间：2023-09-23 19:30`.
  private static func isLineOfFacts(_ text: String, _ zone: CivilZone) -> Bool {
    text.nonBlankCount <= 60 && !text.holdsSentenceEnd && text.holdsAny(of: ["：", ":"])
      && Timestamp.first(in: text, zone: zone) != nil
  }

  /// `2023-07-05 09:00 更新：2023-07-05 11:30`, `2023/10/3 15:06（10/3 18:22 更新）`: the second date of a line.
  func readModified(_ page: inout Page) {
    guard page.facts.modified == nil else { return }
    var looked = 0
    for node in page.tree.undropped() where page.tree.isText(node) && !page.tree.isBlank(node) {
      looked += 1
      guard looked <= 60, Int(node.index) < proseStart else { return }
      guard page.tree.text(node, holds: "更新"), let holder = page.tree.parent(of: node) else { continue }
      let around = page.tree.parent(of: holder) ?? holder
      for element in [holder, around]
      where sizes.size(page.tree, element) <= 200
        && page.tree.subtreeEnd(of: element) - Int(element.index) <= Self.largestElement
      {
        let text = page.text(of: element).split(separator: "\n").joined(separator: " ")
        if let time = Self.modified(in: text, zone) {
          page.facts.modified = Sourced(time)
          return
        }
      }
    }
  }

  private static func modified(in text: String, _ zone: CivilZone) -> Timestamp? {
    guard let mark = text.utf8Index(of: "更新"), let first = Timestamp.first(in: text, zone: zone) else { return nil }
    let markOffset = text.utf8.distance(from: text.startIndex, to: mark)
    guard first.utf8Range.upperBound <= markOffset else { return nil }
    let after = String(text[mark...].dropFirst(2).prefix(40))
    if let second = Timestamp.first(in: after, zone: zone) { return second.timestamp }
    // 10/3 18:22 更新: the year is that of the first date.
    let between = String(decoding: Array(text.utf8)[first.utf8Range.upperBound..<markOffset], as: UTF8.self)
    let day = between.drop { !$0.isNumber }
    guard let slash = day.firstIndex(of: "/"), day[..<slash].count <= 2 else { return nil }
    return Timestamp.first(in: first.timestamp.iso8601Date.prefix(4) + "/" + day, zone: zone)?.timestamp
  }
}
