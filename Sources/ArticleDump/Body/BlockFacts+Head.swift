import Text

/// Reads the lines above the first paragraph of prose.
extension BlockFacts {
  mutating func readHead(_ page: inout Page) {
    let title = TitleHeading.key(page.facts.title?.value ?? page.envelope.title)
    var unknown = 0
    for index in blocks.indices where verdicts[index] == .keep {
      guard index < 40, unknown < 3 else { return }
      switch blocks[index] {
      case .figure, .embed, .rule: continue
      case .heading(let text, _):
        if TitleHeading.key(text.text) == title, !title.isEmpty {
          verdicts[index] = .drop(step)
        } else if markLead(after: index, label: text.text, &page) {
          continue
        } else if let names = headedNames(text.text, page) {
          recordAuthors(names, index, &page)
          readDay(beside: text.text, &page)
        } else if holdsLabelledFactAndDay(text.text), readFacts(text.text, index, &page) {
          continue
        } else {
          return
        }
      case .paragraph(let text, let role):
        if role == .standfirst { continue }
        if markLead(after: index, label: text.text, &page) { continue }
        if readLabelledAuthor(index, &page) { continue }
        if readHeadLine(text, index, title, &page) {
          if isDateLine(text.text) { dropNames(before: index, &page) }
          continue
        }
        // A short line of unknown meaning: more of the head may follow.
        guard !text.text.hasMoreNonBlanks(than: 20), !text.text.holdsSentenceEnd else { return }
        unknown += 1
      case .quote(let inner):
        // `本文来自微信公众号“…”，作者：…，编辑：…` in a box of its own.
        guard inner.count == 1, case .paragraph(let text, _) = inner[0], text.text.utf8.count <= 480,
          LineClass(text.text, isAtEdge: true) == .notice
        else { return }
        blocks[index] = .paragraph(text, role: .notice)
        readNotice(text.text, &page)
      case .list(let list):
        if let line = bylines(in: list, &page) {
          blocks[index] = .paragraph(line, role: .byline)
          continue
        }
        guard let name = Self.personAndPost(list) else { return }
        if page.facts.authors == nil { page.facts.authors = Sourced([name], .text) }
        verdicts[index] = .drop(step)
      default: return
      }
    }
  }

  /// Decides about a line above the prose.
  ///
  /// - Returns: `false` where the prose begins.
  private mutating func readHeadLine(
    _ text: StyledText, _ index: Int, _ title: String, _ page: inout Page
  ) -> Bool {
    let line = text.text
    if !title.isEmpty, line.utf8.count <= title.utf8.count * 2 + 60, TitleHeading.key(line) == title {
      verdicts[index] = .drop(step)
      return true
    }
    if readAccountLine(line, &page) {
      verdicts[index] = .drop(step)
      return true
    }
    if let labelled = Self.labelledTitle(line) {
      // Texts that were sent by mail repeat the title among the facts.
      let isGiven = title == TitleHeading.key(labelled)
      if title.isEmpty, page.facts.title == nil {
        page.facts.title = Sourced(labelled)
      } else if !isGiven {
        return false
      }
      verdicts[index] = .drop(step)
      return true
    }
    if let bylines = Byline.readLines(line), !Self.isSentence(line) {
      // Consecutive bylines together name the authors.
      var isFollowing = false
      if index > 0, case .paragraph(_, .byline) = blocks[index - 1] {
        isFollowing = page.facts.authors?.origin == .text
      }
      for byline in bylines {
        page.propose(byline, from: .text, addingAuthors: isFollowing)
        isFollowing = page.facts.authors?.origin == .text
      }
      blocks[index] = .paragraph(text, role: .byline)
      readPlace(line, &page)
      if bylines.contains(where: { !$0.authors.isEmpty }) { readDay(beside: line, &page) }
      return true
    }
    if markCredits(text, index, &page) { return true }
    if let names = Byline.namesBesideMedium(line, own: page.ownNames) {
      recordAuthors(names, index, &page)
      return true
    }
    if page.facts.authors == nil, let name = Self.nameBehindOrnament(line) {
      recordAuthors([name], index, &page)
      return true
    }
    if page.facts.authors == nil, FamilyName.opens(line), isBelowTitle(index, title) || isNamedAgain(line, index) {
      recordAuthors([line], index, &page)
      return true
    }
    if line.nonBlankCount <= 8, line.unicodeScalars.allSatisfy(\.isHan), index + 1 < blocks.count,
      case .paragraph(let next, .subhead) = blocks[index + 1], Self.isSentence(next.text)
    {
      // The topic, between the facts and a lead in bold type.
      if page.facts.section == nil { page.facts.section = Sourced(line) }
      verdicts[index] = .drop(step)
      return true
    }
    if Byline.isOwnReport(line, own: page.ownNames) {
      blocks[index] = .paragraph(text, role: .byline)
      return true
    }
    if Self.isKicker(line) {
      let name = String(line.unicodeScalars.dropLast()).trimmed(of: "·•")
      if page.facts.authors == nil, FamilyName.opens(name) { page.facts.authors = Sourced([name], .text) }
      verdicts[index] = .drop(step)
      return true
    }
    if TitleHeading.begins(page.givenTitle, with: line) {
      TitleHeading.adopt(line, &page)
      verdicts[index] = .drop(step)
      return true
    }
    if let names = Byline.staffReporter(line) {
      recordAuthors(names, index, &page)
      return true
    }
    if let column = Self.columnLink(text) {
      if page.facts.section == nil { page.facts.section = Sourced(column) }
      verdicts[index] = .drop(step)
      return true
    }
    // 作者：… 文章来源：… 更新时间：…: several labels and a date, whatever each would mean by itself.
    if !line.hasMoreNonBlanks(than: 80), line.unicodeScalars.split(separator: "：", maxSplits: 2).count > 2,
      !Self.isSentence(line),
      readFacts(line, index, &page)
    {
      return true
    }
    if let lineClass = LineClass(line, isAtEdge: true, isLinked: text.linkShare >= 0.5) {
      // An end mark cannot precede the text.
      guard lineClass != .endMark else { return false }
      // What is left of a line whose facts were read.
      if lineClass.isBoilerplate { verdicts[index] = .drop(step) }
      mark(text, as: lineClass, index, &page)
      return true
    }
    guard !line.hasMoreNonBlanks(than: 120), !Self.isSentence(line) else { return false }
    return readFacts(line, index, &page)
  }

  /// `山城周末记者 吴小飞 发自贵州`.
  private func readPlace(_ line: String, _ page: inout Page) {
    guard page.facts.dateline == nil, let place = Dateline.sentFrom(line) else { return }
    page.facts.dateline = Sourced(place, .text)
  }

  /// `本文来自微信公众号：小镇观察（ID：…），作者：…，编辑：…`: people and the account are facts.
  func readNotice(_ line: String, _ page: inout Page) {
    for piece in line.split(whereSeparator: { "，,；;。".contains($0) }) {
      if let byline = Byline.read(String(piece)) {
        page.propose(byline, from: .text)
      } else if page.facts.authors == nil, piece.begins(with: "作者"), FamilyName.opens(String(piece.dropFirst(2))) {
        page.facts.authors = Sourced([String(piece.dropFirst(2))], .text)
      }
    }
    guard page.facts.source == nil, line.begins(with: "本文") || line.begins(with: "编者按：本文"),
      let mark = line.utf8Index(of: "公众号")
    else { return }
    let rest = line[line.utf8.index(mark, offsetBy: 9)...].drop { "：:“「『\" ".contains($0) }
    let name = String(rest.prefix { !"（(，,”」』\"。；、".contains($0) }).trimmedOfBlanks
    if 2...16 ~= name.nonBlankCount { page.facts.source = Sourced(name, .text) }
  }

  /// A label such as 摘要 or 我們想讓你知道的是 says that the paragraph after it is the lead.
  private mutating func markLead(after index: Int, label: String, _ page: inout Page) -> Bool {
    guard index + 1 < blocks.count, case .paragraph(let text, let role) = blocks[index + 1],
      role == nil || role == .standfirst, text.text.nonBlankCount >= 12, !opensChapter(index),
      blocks.dropFirst(index + 2).contains(where: { $0.isProse || Self.endsSentence($0) }),
      LineLabel(label) == .lead
    else { return false }
    verdicts[index] = .drop(step)
    blocks[index + 1] = .paragraph(text, role: .standfirst)
    if page.facts.standfirst == nil { page.facts.standfirst = Sourced(text.text) }
    return true
  }

  /// Whether a heading such as 摘要 is a report's first chapter: it has text of its own, and other chapters follow.
  private func opensChapter(_ index: Int) -> Bool {
    guard case .heading(let text, let level) = blocks[index], text.text.ends(with: "摘要"),
      let next = blocks[(index + 1)...].firstIndex(where: { if case .heading(_, level) = $0 { true } else { false } })
    else { return false }
    return next - index > 2
  }

  private func isDateLine(_ line: String) -> Bool {
    line.utf8.count <= 120 && Timestamp.first(in: line, zone: zone) != nil
  }

  /// Reads a line with the date, with or without source and author, if the whole line is about the page.
  mutating func readFacts(_ line: String, _ index: Int, _ page: inout Page) -> Bool {
    guard line.unicodeScalars.count(where: { ("0"..."9").contains($0) }) >= 3,
      let found = Timestamp.first(in: line, zone: zone)
    else { return false }
    var rest = line.withoutUTF8(found.utf8Range)
    // 2019年5月3日，他走了。: a short sentence is still a sentence.
    guard !rest.withBytes(Self.holdsFullStop) else { return false }
    guard
      page.isPlausibleMoment(found.timestamp) || page.mayBePrinted(found.timestamp) && Self.holdsLabelledFact(rest)
    else { return false }
    // `更新（2023年7月5日）` above a later addition is a subhead of the text.
    if line.startsWithAny(of: ["更新（", "更新(", "【更新"]), found.timestamp.isDateOnly, index + 1 < blocks.count,
      case .paragraph(_, nil) = blocks[index + 1]
    {
      if page.facts.modified == nil { page.facts.modified = Sourced(found.timestamp) }
      return false
    }
    if let name = Self.poster(line, before: found.utf8Range.lowerBound) {
      if page.facts.isUndated {
        page.facts.published = Sourced(found.timestamp)
      }
      if page.facts.authors == nil, !name.isEmpty { page.facts.authors = Sourced([name], .text) }
      verdicts[index] = .drop(step)
      return true
    }
    // Write: 2023-03-02 09:30 / Update: 2023-03-02 10:00: the second is the time of the last change.
    if let second = Timestamp.first(in: rest, zone: zone) {
      let label = String(decoding: Array(rest.utf8)[..<second.utf8Range.lowerBound], as: UTF8.self)
      if FactWords.tellsChange(label) {
        rest = rest.withoutUTF8(second.utf8Range)
        if page.facts.modified == nil { page.facts.modified = Sourced(second.timestamp) }
      }
    }
    let unknown = FactLine.pieces(of: rest).filter { piece in
      Byline(line: piece) == nil && LineClass(piece, isAtEdge: true) == nil && piece.nonBlankCount > 1
        && !FactWords.isBesideDate(piece)
    }
    guard unknown.reduce(0, { $0 + $1.nonBlankCount }) <= 12, found.utf8Range.count * 6 >= unknown.joined().utf8.count
    else { return false }
    if page.facts.isUndated {
      page.facts.published = Sourced(found.timestamp)
    }
    FactLine(rest).read(into: &page, .date)
    verdicts[index] = .drop(step)
    return true
  }

  /// `作者：王小江 2019-09-07`: the date beside a name is the page's.
  private func readDay(beside line: String, _ page: inout Page) {
    guard page.facts.isUndated, let found = Timestamp.first(in: line, zone: zone), page.mayBePrinted(found.timestamp)
    else { return }
    page.facts.published = Sourced(found.timestamp)
  }

  /// Whether a heading is a line of facts. The heading of a diary entry may have a date too, but no label.
  private func holdsLabelledFactAndDay(_ heading: String) -> Bool {
    guard let found = Timestamp.first(in: heading, zone: zone) else { return false }
    return FactWords.opensDate(heading) || Self.holdsLabelledFact(heading.withoutUTF8(found.utf8Range))
  }

  /// Whether a line without its date names a source or a person by a label or an occupation, or says what the date is:
  /// `来源：灯火网`.
  private static func holdsLabelledFact(_ line: String) -> Bool {
    !line.hasMoreNonBlanks(than: 120) && !isSentence(line)
      && FactLine.pieces(of: line).contains {
        Byline(line: $0) != nil || Byline.staffReporter($0) != nil || FactWords.opensDate($0)
      }
  }

  /// `老张 发表于2020年5月11日 13时22分 星期一`: who posted; `nil` if no such label precedes the date.
  private static func poster(_ line: String, before date: Int) -> String? {
    let before = String(decoding: Array(line.utf8)[..<date], as: UTF8.self).trimmed(of: "：:")
    guard !line.hasMoreNonBlanks(than: 60), !line.holdsSentenceEnd,
      let label = FactWords.posted.closingLength(of: before.lowered)
    else { return nil }
    let name = String(decoding: before.utf8.dropLast(label), as: UTF8.self).trimmed(of: "@·|｜-")
    guard name.nonBlankCount <= 20, !name.unicodeScalars.contains(where: { "，。：、；".unicodeScalars.contains($0) }) else {
      return nil
    }
    return name.nonBlankCount >= 2 ? name : ""
  }

  /// `标题：从山里回来`.
  private static func labelledTitle(_ line: String) -> String? {
    guard let (label, rest) = LineLabel.opening(line), label == .title, case let title = rest.trimmedOfBlanks else {
      return nil
    }
    return 2...60 ~= title.nonBlankCount && !title.holds("\n") ? title : nil
  }

  /// `□沈渡`: newspapers put such a mark before a name.
  static func nameBehindOrnament(_ line: String) -> String? {
    guard line.utf8.count <= 24, line.startsWithAny(of: ["□", "■", "◎", "●", "○", "◆", "◇", "▲", "△", "★", "☆"])
    else { return nil }
    let name = line.dropFirst().trimmedOfBlanks
    let count = name.unicodeScalars.count
    return 2...3 ~= count && name.unicodeScalars.allSatisfy(\.isHan) && FamilyName.opens(name) ? name : nil
  }

  /// `新次元·`: an account's name followed by a mark, above the text.
  private static func isKicker(_ line: String) -> Bool {
    line.utf8.count <= 48 && line.nonBlankCount >= 3
      && line.unicodeScalars.last.map { $0.isBar || $0.isOne(of: "·•") } == true
      && !line.unicodeScalars.contains { "，。：；！？".unicodeScalars.contains($0) }
  }

  /// `∙ 文化课 >`: the section, as a link between marks.
  private static func columnLink(_ text: StyledText) -> String? {
    guard text.text.utf8.count <= 60, text.links.count == 1, let link = text.links.first else { return nil }
    let line = text.text.trimmedOfBlanks
    guard line.endsWithAny(of: [">", "＞", "›", "»"]) || line.startsWithAny(of: ["∙", "•", "·"]),
      line.trimmed(of: "∙•·>＞›» |｜") == link.text.trimmedOfBlanks
    else {
      return nil
    }
    return link.text.trimmedOfBlanks
  }

  static func isSentence(_ line: String) -> Bool {
    line.hasMoreNonBlanks(than: 23) && line.withBytes(holdsFullStop)
  }

  /// Whether a 。, ！ or ？ is in a text.
  private static func holdsFullStop(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset + 3 <= text.count {
      switch (text[offset], text[offset + 1], text[offset + 2]) {
      case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
      default: offset += Blanks.scalarLength(text[offset])
      }
    }
    return false
  }
}
