import Text

/// Reads the lines between a page's title and its first sentence: date, author, source, section, standfirst.
struct OpeningReader {
  let scanner: ElementScanner
  let sizes: TextSizes
  /// The first node of running text.
  let proseStart: Int
  /// A lead above the line of date and author.
  var earlyLead: NodeID?
  let zone: CivilZone
  /// The time of the page's last change; if there is no other time, it is the time of publication.
  private var updated: Timestamp?

  static func read(_ page: inout Page) {
    var reader = OpeningReader(page)
    reader.readElements(&page)
  }

  private init(_ page: Page) {
    scanner = page.scanner
    sizes = TextSizes(page.tree)
    zone = page.zone
    let start = Self.proseStart(in: page.tree, after: 0)
    if let lead = Self.lead(at: start, page, zone),
      let next = Self.proseStart(in: page.tree, after: lead.end) as Int?,
      next < page.tree.count
    {
      earlyLead = lead.node
      proseStart = next
    } else {
      proseStart = start
    }
  }

  /// The first text that ends a sentence, or is as long as a paragraph; the end of the page if there is none.
  private static func proseStart(in tree: HTMLTree, after start: Int) -> Int {
    tree.source.withUnsafeBufferPointer { bytes in
      // Where the line began, and its text so far: word processors put each run of a line into elements of its own.
      var lineStart = 0
      var length = 0
      var hiddenEnd = 0
      for node in tree.undropped() where Int(node.index) >= start && Int(node.index) >= hiddenEnd {
        if tree.isElement(node) {
          let traits = tree.tag(node).traits
          if !traits.contains(.inline) { length = 0 }
          // The title in a page's head may be a question.
          if traits.contains(.hidden) { hiddenEnd = tree.subtreeEnd(of: node) }
        }
        guard tree.isText(node), !tree.isBlank(node) else { continue }
        let text = UnsafeBufferPointer(rebasing: bytes[Int(tree[node].sourceStart)..<Int(tree[node].sourceEnd)])
        if length == 0 { lineStart = Int(node.index) }
        length += text.count
        if length >= 45, ProseProbe.sentenceEnds(text) > 0 { return lineStart }
        if text.count >= 150, ProseProbe.holdsClauseMark(text) { return Int(node.index) }
      }
      return tree.count
    }
  }

  /// The largest element, in nodes, that may be a date, a name or a line of facts. Larger ones are only entered, so
  /// that deep nesting costs no more than breadth.
  static let largestElement = 96

  // MARK: Elements

  private mutating func readElements(_ page: inout Page) {
    markStandfirst(&page)
    if page.facts.standfirst == nil, let earlyLead {
      page.setRole(.standfirst, of: earlyLead)
      if page.tree.tag(earlyLead).traits.contains(.heading) { page.present(earlyLead, as: .paragraph) }
      page.facts.standfirst = Sourced(page.text(of: earlyLead))
    }
    readModified(&page)
    var meta: [NodeID] = []
    var index = 1
    var looked = 0
    // Heads are short; elements after this many are not part of the head.
    while index < proseStart, looked < 400 {
      let node = NodeID(index)
      let end = page.tree.subtreeEnd(of: node)
      guard page.tree.isElement(node), !page.tree.isDropped(node), !page.tree.tag(node).traits.contains(.hidden) else {
        index = page.tree.isText(node) ? index + 1 : end
        continue
      }
      looked += 1
      // Elements around the prose are only entered.
      let isWhole = end <= proseStart && end - index <= Self.largestElement
      let size = sizes.size(page.tree, node)
      guard isWhole, size > 0, size <= 1200 else {
        if isWhole, size == 0, isPortrait(node, page.tree) { page.drop(node) }
        index += 1
        continue
      }
      if readElement(node, size, &meta, &page) {
        page.drop(node)
        index = end
      } else {
        index += 1
      }
    }
    for node in meta.reversed() where !page.tree.isDropped(node) { readMeta(node, &page) }
    readTimes(&page)
    if let updated {
      if page.facts.published == nil {
        setPublished(updated, &page)
      } else if page.facts.modified == nil {
        page.facts.modified = Sourced(updated)
      }
    }
  }

  /// Reads one element; true when nothing in it remains to be read.
  private mutating func readElement(_ node: NodeID, _ size: Int, _ meta: inout [NodeID], _ page: inout Page) -> Bool {
    let tag = page.tree.tag(node)
    if tag == .time { return readTime(node, &page) }
    if tag.traits.contains(.heading), tag == .h1 || tag == .h2 { return false }
    if tag == .figure || tag == .img || tag == .a && size > 90 { return false }
    // Nearly all elements contain no digit.
    if size <= 240, page.tree.mayHoldNumber(in: node) {
      if size <= 120, readDateLine(node, &page) { return true }
      if tag == .i || tag == .div, readFeedHead(node, &page) { return true }
      if tag == .div || tag == .p, size <= 200, page.facts.published == nil, readRow(node, &page) { return true }
    }
    let scan = scanner.scan(node, in: page.tree)
    let isAuthor =
      scan.words.contains(.author) || tag == .address || Self.isAuthorElement(node, page.tree)
    if isAuthor, !scan.words.contains(.date), size <= 150 {
      return readAuthor(node, &page)
    }
    if size <= 48, !scan.words.contains(.date), linksToPerson(node, page.tree) {
      let isFirst = page.facts.authors == nil
      guard readAuthor(node, &page) else { return false }
      if isFirst, let names = page.facts.authors?.value, names.count == 1 { page.facts.account = names[0] }
      return true
    }
    if scan.words.contains(.date), size <= 150 { return readDate(node, &page) }
    if scan.words.contains(.source), size <= 120, readSource(node, &page) { return true }
    if scan.words.contains(.section), size <= 150 || size <= 600 && isAllLinks(node, page),
      page.tree.sentenceCount(of: node, atMost: 1) == 0
    {
      return readSection(node, &page)
    }
    if scan.words.contains(.meta), size <= 800, page.tree.sentenceCount(of: node, atMost: 1) == 0 { meta.append(node) }
    return false
  }

  /// Whether an element holds links and the commas between them: a text may have many categories.
  private func isAllLinks(_ node: NodeID, _ page: Page) -> Bool {
    let linked = page.links(in: node).reduce(0) { $0 + $1.text.nonBlankCount }
    return linked > 0 && linked * 10 >= page.tree.nonBlankCount(of: node) * 8
  }

  func isParagraphs(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    switch tree.tag(node) {
    case .p, .div, .section, .blockquote, .span, .h2, .h3, .h4, .strong, .header: true
    default: false
    }
  }

  // MARK: Dates

  /// The page's time if its first elements are a date line or a feed's head: for lists, which read a kilobyte.
  static func published(in tree: HTMLTree, zone: CivilZone) -> Timestamp? {
    var looked = 0
    for node in tree.all where tree.isElement(node) {
      looked += 1
      if looked > 6 { return nil }
      switch tree.tag(node) {
      case .time:
        if let time = tree.attribute("datetime", of: node).flatMap({ Timestamp($0, zone: zone) }) { return time }
      case .div, .p, .span, .i, .em, .small:
        let text = tree.text(of: node)
        guard text.utf8.count <= 160 else { continue }
        for line in text.lines {
          if let time = Timestamp(String(line), zone: zone) { return time }
        }
      default: continue
      }
    }
    return nil
  }

  private func readTime(_ node: NodeID, _ page: inout Page) -> Bool {
    let text = page.text(of: node)
    // The attribute counts, since the text may be relative (18 分钟前).
    let written = page.tree.attribute("datetime", of: node).flatMap { Timestamp($0, zone: zone) }
    let printed =
      Timestamp(text, zone: zone) ?? (text.nonBlankCount <= 40 ? Timestamp.first(in: text, zone: zone)?.timestamp : nil)
    // A date in the attribute and a time in the text: templates fill in the date on which the page was generated.
    let isExact = printed.map { !$0.isDateOnly } ?? false && written.map(\.isDateOnly) ?? true
    guard let time = isExact ? printed : written ?? printed else { return text.nonBlankCount <= 12 }
    let classes = page.tree.attribute("class", of: node) ?? ""
    if classes.holdsAny(of: ["updated", "modified"]) && !classes.holds("published") || isUpdate(node, page) {
      if page.facts.modified == nil { page.facts.modified = Sourced(time) }
    } else {
      setPublished(time, &page)
    }
    return true
  }

  /// Whether 更新： precedes a time in its line, and another time was read before.
  private func isUpdate(_ node: NodeID, _ page: Page) -> Bool {
    guard page.facts.published != nil, let line = page.tree.parent(of: node), sizes.size(page.tree, line) <= 90 else {
      return false
    }
    return FactWords.opensChange(page.text(of: line))
  }

  /// `time` elements elsewhere, in footers of entries, only repeat; inside prose they are text.
  private func readTimes(_ page: inout Page) {
    guard page.facts.isUndated, page.tree.first(.time) != nil else { return }
    for node in page.tree.undropped() where page.tree.tag(node) == .time {
      guard let written = page.tree.attribute("datetime", of: node), let time = Timestamp(written, zone: zone) else {
        continue
      }
      page.facts.published = Sourced(time)
      return
    }
  }

  private func setPublished(_ time: Timestamp, _ page: inout Page) {
    if let known = page.facts.published?.value {
      // The head may give the date in its text and the time in an attribute: the more exact one counts.
      if known.isDateOnly, !time.isDateOnly { page.facts.published = Sourced(time) }
      return
    }
    page.facts.published = Sourced(time)
  }

  /// Records an element's date as that of publication, or of the last change if its label says so.
  private mutating func record(_ date: Timestamp, of node: NodeID, _ text: String, _ page: inout Page) {
    let moment = date.isDateOnly ? consumeClock(after: node, text, &page) ?? date : date
    if FactWords.opensChange(text) {
      updated = updated ?? moment
    } else {
      setPublished(moment, &page)
    }
  }

  /// An element that contains a date and nothing else, such as RFI's first `div`.
  private mutating func readDateLine(_ node: NodeID, _ page: inout Page) -> Bool {
    guard page.tree.first(.time, in: node) == nil else { return false }
    switch page.tree.tag(node) {
    case .div, .p, .span, .i, .em, .small, .li, .font, .h5, .h6: break
    default: return false
    }
    let text = page.text(of: node)
    guard text.unicodeScalars.contains(where: { ("0"..."9").contains($0) }), !text.holds("\n"),
      !StrayLines.isClock(text), let time = Timestamp(text, zone: zone), page.isPlausibleMoment(time),
      FactWords.opensChange(text) || !page.headsEntries(node, zone)
    else { return false }
    record(time, of: node, text, &page)
    // A date below the text signs a letter or a notice, and is read there.
    let before = sizes.size(before: node)
    return before < 300 || before * 2 < sizes.total
  }

  /// `<div><i>AUTHOR<br>DATE</i></div>`: how one family of feeds begins its pages.
  private func readFeedHead(_ node: NodeID, _ page: inout Page) -> Bool {
    let inner = page.tree.children(of: node).filter { !page.tree.isBlank($0) }
    guard page.tree.tag(node) == .i || inner.count == 1 && inner.first.map({ page.tree.tag($0) == .i }) == true else {
      return false
    }
    let lines = page.text(of: node).lines.map { String($0).trimmedOfBlanks }
    guard lines.count <= 4, let date = lines.lastIndex(where: { Timestamp($0, zone: zone) != nil }),
      let time = Timestamp(lines[date], zone: zone)
    else { return false }
    setPublished(time, &page)
    for (index, line) in lines.enumerated() where index != date { readAuthor(line, &page) }
    return true
  }

  /// `<span>2021-09-10</span><span>10:02</span>`: the time is in the next element, which is dropped.
  private func consumeClock(after node: NodeID, _ day: String, _ page: inout Page) -> Timestamp? {
    var next = page.tree.subtreeEnd(of: node)
    while next < page.tree.count, page.tree.isText(NodeID(next)), page.tree.isBlank(NodeID(next)) { next += 1 }
    let clock = NodeID(next)
    guard next < page.tree.count, page.tree.isElement(clock), page.tree.parent(of: clock) == page.tree.parent(of: node),
      page.tree.subtreeEnd(of: clock) - next <= 4
    else { return nil }
    let text = page.text(of: clock).trimmedOfBlanks
    guard 4...8 ~= text.utf8.count, text.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x3A }), text.holds(":"),
      let time = Timestamp(day + " " + text, zone: zone), !time.isDateOnly
    else { return nil }
    page.drop(clock)
    return time
  }

  private mutating func readDate(_ node: NodeID, _ page: inout Page) -> Bool {
    // The `time` elements inside are exact; they are read when the sweep reaches them.
    if page.tree.first(.time, in: node) != nil { return false }
    let text = page.text(of: node).onOneLine
    if StrayLines.isClock(text) { return true }
    if let time = Timestamp(text, zone: zone) {
      record(time, of: node, text, &page)
      return true
    }
    guard page.tree.sentenceCount(of: node, atMost: 1) == 0,
      let found = Timestamp.first(in: text, zone: zone) ?? page.partedDate(node, zone)
    else {
      // A bare date such as 9-28 is less exact than the envelope; 20:05 may head an entry of a live report.
      return text.nonBlankCount <= 8 && !text.holdsAny(of: [":", "："])
        && text.unicodeScalars.contains { ("0"..."9").contains($0) }
    }
    // A wrapper around a date and other content is read piece by piece.
    if text.nonBlankCount > 40 { return false }
    setPublished(found.timestamp, &page)
    readPieces(
      parted(node, text, page), &page, scanner.scan(node, in: page.tree).words.contains(.source) ? .source : [])
    return true
  }

  // MARK: Lines of several facts

  private func readMeta(_ node: NodeID, _ page: inout Page) {
    let text = page.text(of: node)
    guard text.nonBlankCount <= 200, !isUndatedSentence(text) else { return }
    for line in text.lines { readPieces(text.holds("\n") ? String(line) : parted(node, text, page), &page) }
    page.drop(node)
  }

  /// Whether a text is one sentence, as a lead in an element called `info` may be.
  private func isUndatedSentence(_ text: String) -> Bool {
    text.hasMoreNonBlanks(than: 40) && text.endsWithAny(of: [".", "!", "?"])
      && Timestamp.first(in: text, zone: zone) == nil
  }

  /// The children of a node that are visible.
  private static func parts(of node: NodeID, _ tree: HTMLTree) -> [NodeID] {
    tree.children(of: node).filter { !tree.isBlank($0) && !tree.isDropped($0) }
  }

  /// A row of elements with a few words each, one of which is the date: medium, date, counters.
  private mutating func readRow(_ node: NodeID, _ page: inout Page) -> Bool {
    let parts = Self.parts(of: node, page.tree)
    guard 2...6 ~= parts.count,
      parts.allSatisfy({ page.tree.isElement($0) && page.tree.tag($0).traits.contains(.inline) }),
      page.tree.subtreeEnd(of: node) - Int(node.index) <= 32
    else { return false }
    // An element with an informative class is read by its class.
    let named: MarkupWords = [.author, .date, .source, .section]
    for inner in page.tree.undropped(in: node) where page.tree.isElement(inner) {
      guard page.tree.tag(inner) != .time,
        scanner.scan(inner, in: page.tree).words.isDisjoint(with: named)
      else { return false }
    }
    let texts = parts.map { page.text(of: $0).onOneLine }
    guard texts.allSatisfy({ !$0.hasMoreNonBlanks(than: 24) && !$0.holdsSentenceEnd && !$0.holds("更新") }),
      let time = texts.lazy.compactMap({ [zone] in Timestamp($0, zone: zone) }).first, page.isPlausibleMoment(time),
      !page.headsEntries(node, zone)
    else { return false }
    readPieces(texts.joined(separator: "  "), &page)
    return true
  }

  /// The facts of a line, with wide blanks between elements that hold one each: `<span>2021-01-01</span><span>来源：…`.
  ///
  /// - Parameter text: The line itself, in case the parts of the date are elements.
  private func parted(_ node: NodeID, _ text: String, _ page: Page) -> String {
    var holder = node
    var parts = Self.parts(of: holder, page.tree)
    while parts.count == 1, let only = parts.first, page.tree.isElement(only) {
      holder = only
      parts = Self.parts(of: holder, page.tree)
    }
    guard 2...12 ~= parts.count, parts.count(where: { page.tree.isElement($0) }) >= 2 else { return text }
    let lines = parts.map { page.text(of: $0).onOneLine }
    // A label may be outside of its element: 来源：<a>…</a>.
    let isWhole = lines.contains { Timestamp.first(in: $0, zone: zone) != nil }
    guard isWhole, !lines.contains(where: { $0.simplified.endsWithAny(of: ["：", ":", "来源于"]) }) else { return text }
    return lines.joined(separator: "  ")
  }

  /// `2021年1月1日 09:30　来源：灯火网　作者：纪灯　阅读：3021`: piece by piece.
  func readPieces(
    _ line: String, _ page: inout Page, _ context: FactLine.Context = []
  ) {
    var line = line.trimmedOfBlanks
    if let time = Timestamp(line, zone: zone) { return setPublished(time, &page) }
    var isDated = false
    if let found = Timestamp.first(in: line, zone: zone) {
      setPublished(found.timestamp, &page)
      line = line.withoutUTF8(found.utf8Range)
      isDated = true
    }
    FactLine(line).read(into: &page, isDated ? context.union(.date) : context)
  }
}
