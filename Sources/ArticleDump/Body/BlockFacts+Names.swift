import Text

/// Lines above the prose that consist of names, recognized by their surroundings.
extension BlockFacts {
  /// `<h3>青年网记者 陈某</h3>`: a byline that the page sets as a heading.
  func headedNames(_ line: String, _ page: Page) -> [String]? {
    guard !line.hasMoreNonBlanks(than: 24) else { return nil }
    if let names = Byline.staffReporter(line) ?? Byline.namesBesideMedium(line, own: page.ownNames) { return names }
    guard let bylines = Byline.readLines(line) else { return nil }
    let names = bylines.flatMap(\.authors)
    return names.isEmpty ? nil : names
  }

  /// A list of nothing but bylines, as one line; what they name is read.
  func bylines(in list: ListBlock, _ page: inout Page) -> StyledText? {
    guard 1...4 ~= list.items.count, let lines = list.lines, lines.allSatisfy({ !$0.hasMoreNonBlanks(than: 60) }) else {
      return nil
    }
    let bylines = lines.compactMap(Byline.readLines)
    guard bylines.count == lines.count else { return nil }
    for byline in bylines.joined() { page.propose(byline, from: .text) }
    return list.flattened
  }

  /// The name in a list of a name and a position, which is how the BBC writes bylines.
  static func personAndPost(_ list: ListBlock) -> String? {
    guard 2...3 ~= list.items.count, let lines = list.lines, let name = lines.first, FamilyName.opens(name),
      name.nonBlankCount <= 4,
      lines.dropFirst().allSatisfy({
        $0.nonBlankCount <= 16 && !$0.holdsSentenceEnd && FactWords.holdsPosition($0)
      })
    else { return nil }
    return name
  }

  /// Whether a line is between the title and the prose.
  func isBelowTitle(_ index: Int, _ title: String) -> Bool {
    guard index > 0, verdicts[index - 1] != .keep, let above = blocks[index - 1].lineText?.text,
      TitleHeading.key(above) == title, index + 1 < blocks.count
    else { return false }
    return blocks[index + 1].isProse || Self.endsSentence(blocks[index + 1])
  }

  /// Whether a first line is a name that the text repeats: `记者 高某` in its opening, or alone at its end.
  func isNamedAgain(_ name: String, _ index: Int) -> Bool {
    guard index == 0, blocks.count > 2 else { return false }
    if blocks.dropFirst().suffix(4).contains(where: { $0.lineText?.text == name }) { return true }
    let signatures = ["记者", "记者 "].map { $0 + name.simplified }
    return blocks[1...].prefix(2).contains { $0.lineText.map { $0.text.simplified.holdsAny(of: signatures) } ?? false }
  }

  /// Drops a few words without a mark between the title and the line with the date: they are the name of a section, or
  /// the author's.
  mutating func dropNames(before date: Int, _ page: inout Page) {
    for index in (0..<date).reversed() where verdicts[index] == .keep {
      guard case .paragraph(let text, nil) = blocks[index] else { return }
      let line = text.text
      guard line.nonBlankCount <= 12,
        line.unicodeScalars.allSatisfy({ $0.isHan || $0.properties.isAlphabetic || $0 == " " || $0 == "·" })
      else { return }
      if page.facts.authors == nil, index == date - 1, FamilyName.opens(line) {
        recordAuthors([line], index, &page)
      } else {
        verdicts[index] = .drop(step)
      }
    }
  }

  /// 文章作者 on a line of its own, and the name on the next.
  mutating func readLabelledAuthor(_ index: Int, _ page: inout Page) -> Bool {
    guard index + 1 < blocks.count, let label = blocks[index].lineText?.text, label.utf8.count <= 24,
      let text = blocks[index + 1].lineText, text.text.nonBlankCount <= 12,
      LineLabel(label) == .author
    else { return false }
    let names = Byline.names(in: text.text)
    guard !names.isEmpty, names.allSatisfy(PersonName.isPlausible), LineClass(text.text, isAtEdge: true) == nil else {
      return false
    }
    verdicts[index] = .drop(step)
    recordAuthors(names, index + 1, &page)
    verdicts[index + 1] = .keep
    return true
  }

  /// `原创 温小青 山雀 2023-08-01 20:01 发表于浙江`: author, account and time, as copied from WeChat.
  func readAccountLine(_ line: String, _ page: inout Page) -> Bool {
    guard line.simplified.begins(with: "原创 "), !line.hasMoreNonBlanks(than: 60), !line.holdsSentenceEnd,
      let found = Timestamp.first(in: line, zone: zone), found.utf8Range.lowerBound > 7
    else { return false }
    let words = String(decoding: Array(line.utf8)[7..<found.utf8Range.lowerBound], as: UTF8.self)
      .split(separator: " ").map(String.init)
    guard 1...3 ~= words.count else { return false }
    if page.facts.isUndated { page.facts.published = Sourced(found.timestamp) }
    if words.count >= 2, page.facts.authors == nil { page.facts.authors = Sourced([words[0]], .text) }
    if page.facts.source == nil, let account = words.last { page.facts.source = Sourced(account, .text) }
    return true
  }
}
