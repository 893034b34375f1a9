/// Cleans blocks by the shapes of their lines: the lines above the first and below the last paragraph of prose, and
/// the few that are furniture wherever they stand.
struct BlockCleaner {
  private enum Verdict: Equatable {
    case keep, drop
  }

  private var blocks: [Block]
  private var verdicts: [Verdict]
  private let zone: CivilZone

  static func cleaned(_ blocks: [Block], _ page: inout Page) -> [Block] {
    var blocks = page.protectedEmails.isEmpty ? blocks : ProtectedEmail.restored(blocks, page.protectedEmails)
    blocks = BlockShaping.parted(blocks)
    for index in blocks.indices where blocks[index].holdsRedirector {
      blocks[index] = blocks[index].mapText { $0.withoutRedirectors() }
    }
    var cleaner = BlockCleaner(blocks, zone: page.zone)
    cleaner.cleanRelated(&page)
    cleaner.cleanHead(&page)
    cleaner.cleanTail(&page)
    cleaner.cleanMiddle()
    return BlockShaping.finished(cleaner.result(), &page)
  }

  private init(_ blocks: [Block], zone: CivilZone) {
    self.blocks = blocks
    self.zone = zone
    verdicts = [Verdict](repeating: .keep, count: blocks.count)
  }

  private func result() -> [Block] {
    var kept: [Block] = []
    kept.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() where verdicts[index] == .keep {
      // A rule at an end, or after a rule, parts nothing.
      if case .rule = block {
        guard let last = kept.last, last != .rule else { continue }
      }
      kept.append(block)
    }
    while kept.last == .rule { kept.removeLast() }
    // An article of a few words may look like a label; something is better than nothing.
    return kept.isEmpty ? blocks : kept
  }

  // MARK: Related links

  /// A label such as 相关阅读 with the links that follow it, and lines that are a label and a link.
  private mutating func cleanRelated(_ page: inout Page) {
    var index = 0
    while index < blocks.count {
      defer { index += 1 }
      guard let text = blocks[index].lineText, text.text.utf8.count <= 480 else { continue }
      if !text.spans.isEmpty, text.linkShare > 0.3, Self.startsWithRelatedLabel(text.text),
        text.linkShare > 0.5 || text.isLabelled(byLinks: 6)
      {
        page.addRelated(text.links)
        verdicts[index] = .drop
        continue
      }
      var next = index + 1
      guard text.text.utf8.count <= 120, next < blocks.count, blocks[next].mayHoldLinks,
        LineShape(text.text, isAtEdge: false) == .relatedLabel
      else { continue }
      while next < blocks.count, let links = blocks[next].linksOnly ?? titlesOnly(next) {
        page.addRelated(links)
        verdicts[next] = .drop
        next += 1
      }
      if next > index + 1 {
        verdicts[index] = .drop
        index = next - 1
      }
    }
  }

  /// After the last prose a list of titles under such a label is related too, even where its links were lost.
  private func titlesOnly(_ index: Int) -> [Link]? {
    guard case .list(let list) = blocks[index], list.items.count <= 40,
      !blocks[index...].prefix(24).contains(where: { $0.isProse })
    else { return nil }
    let isShort = list.items.allSatisfy { item in
      item.count == 1 && item[0].lineText.map { $0.text.inkCount <= 40 && !$0.text.holds("。") } ?? false
    }
    return isShort ? [] : nil
  }

  private static func startsWithRelatedLabel(_ text: String) -> Bool {
    guard !text.holdsInk(over: 160) else { return false }
    return text.withoutBlanks.trimmed(of: "【[（(＊*•·▶►>＞◎").startsWithAny(of: [
      "相关阅读", "相關閱讀", "延伸阅读", "延伸閱讀", "相关新闻", "相關新聞", "相关报道", "相关报导", "相關報導", "相关文章", "相關文章", "推荐阅读", "推薦閱讀", "更多阅读",
      "更多閱讀",
      "点击查看更多", "点击阅读更多", "点击进入专题", "點擊閱讀更多", "看更多", "更多新聞", "更多新闻", "编辑推荐", "相关链接", "相關連結", "往期推荐", "Related:",
      "Readmore:", "相关：", "相关:",
    ])
  }

  // MARK: The head

  private mutating func cleanHead(_ page: inout Page) {
    let title = TitleHeading.key(page.facts.title?.value ?? page.envelope.title)
    var unknown = 0
    for index in blocks.indices where verdicts[index] == .keep {
      guard index < 40, unknown < 3 else { return }
      switch blocks[index] {
      case .figure, .embed, .rule: continue
      case .heading(let text, _):
        if TitleHeading.key(text.text) == title, !title.isEmpty {
          verdicts[index] = .drop
        } else if LineShape(text.text, isAtEdge: true)?.isFurniture == true {
          verdicts[index] = .drop
        } else {
          return
        }
      case .paragraph(let text, let role):
        if role == .standfirst { continue }
        if cleanHeadLine(text, index, title, &page) { continue }
        // A short line that says nothing of itself: more of the head may follow.
        guard !text.text.holdsInk(over: 20), !text.text.holdsSentenceEnd else { return }
        unknown += 1
      case .quote(let inner):
        // `本文来自微信公众号“…”，作者：…，编辑：…` in a box of its own.
        guard inner.count == 1, case .paragraph(let text, _) = inner[0], text.text.utf8.count <= 480,
          LineShape(text.text, isAtEdge: true) == .notice
        else { return }
        takeNotice(text, index, &page)
      case .list:
        guard let links = blocks[index].linksOnly, links.count > 1, index == 0 else { return }
        guard links.allSatisfy({ $0.text.inkCount <= 8 }) else { return }
        verdicts[index] = .drop
      default: return
      }
    }
  }

  /// Judges a line above the prose; false where the prose begins.
  private mutating func cleanHeadLine(
    _ text: StyledText, _ index: Int, _ title: String, _ page: inout Page
  ) -> Bool {
    let line = text.text
    if !title.isEmpty, line.utf8.count <= title.utf8.count * 2 + 60, TitleHeading.key(line) == title {
      verdicts[index] = .drop
      return true
    }
    if let byline = Byline.read(line), !Self.isSentence(line) {
      page.take(byline, .text)
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if TitleHeading.begins(page.givenTitle, with: line) {
      TitleHeading.take(line, &page)
      verdicts[index] = .drop
      return true
    }
    if let names = Self.reporter(line) {
      if page.facts.authors == nil { page.facts.authors = Sourced(names, .text) }
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if Self.isCrumbs(text) {
      verdicts[index] = .drop
      return true
    }
    if let shape = LineShape(line, isAtEdge: true) {
      switch shape {
      case .notice: takeNotice(text, index, &page)
      case .endMark: return false
      case .agencyCredit: blocks[index] = .paragraph(text, role: .credit)
      case .tags:
        page.facts.tags.append(contentsOf: text.links.map { $0.text.trimmed(of: "#＃") })
        verdicts[index] = .drop
      default: verdicts[index] = .drop
      }
      return true
    }
    guard !line.holdsInk(over: 120), !Self.isSentence(line) else { return false }
    return readFacts(line, index, &page)
  }

  /// `本文来自微信公众号“灯下”（ID：dengxia），作者：甲，编辑：乙`: a notice that names the people.
  private mutating func takeNotice(_ text: StyledText, _ index: Int, _ page: inout Page) {
    blocks[index] = .paragraph(text, role: .notice)
    for piece in text.text.split(whereSeparator: { "，,；;。".contains($0) }) {
      if let byline = Byline.read(String(piece)) { page.take(byline, .text) }
    }
  }

  /// `某某新闻记者 宋一平`: a paper's reporter, named on a line of its own.
  private static func reporter(_ line: String) -> [String]? {
    guard !line.holdsInk(over: 24), let mark = line.utf8Index(of: "记者 ") ?? line.utf8Index(of: "記者 ") else {
      return nil
    }
    let before = line[..<mark]
    let rest = line[line.utf8.index(mark, offsetBy: 7)...].trimmedOfBlanks
    guard !rest.isEmpty, !before.unicodeScalars.contains(where: { "：:，,。（(“「".unicodeScalars.contains($0) }) else {
      return nil
    }
    let names = Byline.names(in: rest)
    guard !names.isEmpty, names.allSatisfy({ $0.unicodeScalars.allSatisfy(\.isHan) && (2...4).contains($0.count) })
    else { return nil }
    return names
  }

  /// A line that holds the date, with or without source and author: all of it is about the page.
  private mutating func readFacts(_ line: String, _ index: Int, _ page: inout Page) -> Bool {
    guard line.unicodeScalars.count(where: { ("0"..."9").contains($0) }) >= 3,
      let found = Timestamp.first(in: line, zone: zone), page.isPlausible(found.timestamp)
    else { return false }
    let rest = line.withoutUTF8(found.utf8Range)
    let unknown = MetaLine.pieces(of: rest).filter { piece in
      Byline(line: piece) == nil && LineShape(piece, isAtEdge: true) == nil && piece.inkCount > 1
        && !Self.isDateLabel(piece)
    }
    guard unknown.reduce(0, { $0 + $1.inkCount }) <= 12, found.utf8Range.count * 6 >= unknown.joined().utf8.count
    else { return false }
    if page.facts.published == nil, page.facts.publishedText == nil {
      page.facts.published = Sourced(found.timestamp)
    }
    MetaLine(rest).take(into: &page)
    verdicts[index] = .drop
    return true
  }

  private static func isDateLabel(_ piece: String) -> Bool {
    piece.trimmed(of: "：:()（）[]【】").startsWithAny(of: [
      "发布", "發布", "时间", "時間", "日期", "更新", "发表", "發表", "星期", "周", "週", "Published", "Updated", "Posted", "on", "北京时间",
    ])
  }

  /// `发布于 2020-01-01 08:00`, unlike a date that signs a letter.
  private static func startsWithDateLabel(_ line: String) -> Bool {
    line.startsWithAny(of: [
      "发布于", "發布於", "发布时间", "發布時間", "发表于", "發表於", "编辑于", "編輯於", "更新于", "更新時間", "更新时间", "最后更新", "最後更新", "Published",
      "Posted on",
      "Updated",
    ])
  }

  /// `首页 > 新闻 > 正文`.
  private static func isCrumbs(_ text: StyledText) -> Bool {
    let line = text.text
    guard !text.spans.isEmpty, !line.holdsInk(over: 60), text.links.count >= 1 else { return false }
    guard !line.holds("://"), !line.holdsSentenceEnd, text.linkShare > 0.4 || line.holds("正文") else { return false }
    let parts = line.unicodeScalars.split { ">＞›»→".unicodeScalars.contains($0) }
    return parts.count >= 2 && parts.allSatisfy { $0.count <= 16 }
  }

  private static func isSentence(_ line: String) -> Bool {
    line.holdsInk(over: 23) && line.holdsAny(of: ["。", "！", "？"])
  }

  // MARK: The tail

  private mutating func cleanTail(_ page: inout Page) {
    var unknown = 0
    var index = blocks.count - 1
    // Where the article may at most be cut back to: its first paragraph.
    let first = blocks.firstIndex { $0.isProse } ?? blocks.count
    while index > first, unknown < 8 {
      defer { index -= 1 }
      guard verdicts[index] == .keep else { continue }
      switch blocks[index] {
      case .rule: continue
      case .figure(let figure):
        if figure.caption.map({ LineShape($0.text, isAtEdge: true) == .prompt }) ?? false { verdicts[index] = .drop }
        unknown += 1
      case .paragraph(let text, let role):
        if role == .notice || role == .byline || role == .endmark || role == .credit { continue }
        if cleanTailLine(text, index, &page) { continue }
        if Self.isSentence(text.text) { return }
        unknown += 1
      case .heading(let text, _):
        if let shape = LineShape(text.text, isAtEdge: true), shape.isFurniture {
          verdicts[index] = .drop
        } else {
          unknown += 1
        }
      case .list(let list):
        if isFurniture(list) {
          verdicts[index] = .drop
        } else if let notice = takeColophon(list, &page) {
          blocks[index] = .paragraph(notice, role: .notice)
        } else {
          unknown += 2
        }
      case .quote, .table, .preformatted, .embed: unknown += 2
      }
    }
  }

  /// Judges a line below the prose; true when it is known what it is.
  private mutating func cleanTailLine(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    let line = text.text
    if let byline = Byline.read(line), !line.holdsInk(over: 120) {
      page.take(byline, .text)
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if isCount(line), index > 0, let label = blocks[index - 1].lineText?.text, label.utf8.count <= 24,
      LineShape(label, isAtEdge: true) == .share
    {
      verdicts[index] = .drop
      return true
    }
    guard let shape = LineShape(line, isAtEdge: true) else {
      return Self.startsWithDateLabel(line) && !line.holdsInk(over: 60) && readFacts(line, index, &page)
    }
    switch shape {
    case .endMark: blocks[index] = .paragraph(text, role: .endmark)
    case .notice: blocks[index] = .paragraph(text, role: .notice)
    case .agencyCredit: blocks[index] = .paragraph(text, role: .credit)
    case .tags:
      page.facts.tags.append(contentsOf: text.links.map { $0.text.trimmed(of: "#＃") })
      verdicts[index] = .drop
    default: verdicts[index] = .drop
    }
    return true
  }

  /// A bare figure, as buttons show it below their label.
  private func isCount(_ line: String) -> Bool {
    line.utf8.count <= 6 && !line.isEmpty && line.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// A list whose every item is furniture: share buttons, counters.
  private func isFurniture(_ list: ListBlock) -> Bool {
    list.items.allSatisfy { item in
      item.count == 1 && item[0].lineText.map { LineShape($0.text, isAtEdge: true)?.isFurniture ?? false } ?? false
    }
  }

  /// 本文作者, 本文链接, 版权声明 as a list: one notice, of the people that it names.
  private func takeColophon(_ list: ListBlock, _ page: inout Page) -> StyledText? {
    guard list.items.count <= 8 else { return nil }
    var isNotice = false
    var bylines: [Byline] = []
    for item in list.items {
      guard item.count == 1, let line = item[0].lineText?.text else { return nil }
      if let byline = Byline.read(line) {
        bylines.append(byline)
      } else if let shape = LineShape(line, isAtEdge: true) {
        isNotice = isNotice || shape == .notice
      } else {
        return nil
      }
    }
    guard isNotice else { return nil }
    for byline in bylines { page.take(byline, .text) }
    return StyledText.flattened(list.items.joined().map { $0 })
  }

  // MARK: The middle

  /// Adverts and players stand between paragraphs; nothing else goes there.
  private mutating func cleanMiddle() {
    for index in blocks.indices where verdicts[index] == .keep {
      guard case .paragraph(let text, _) = blocks[index], text.text.utf8.count <= 120 else { continue }
      if LineShape.isAdvert(text.text) { verdicts[index] = .drop }
    }
  }
}
