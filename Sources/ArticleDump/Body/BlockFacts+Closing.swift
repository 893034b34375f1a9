import Text

/// What follows the prose of a page: who wrote it, tags, bars of links.
extension BlockFacts {
  // MARK: Who wrote it

  /// 关于作者 and the few paragraphs below it that end the page: they are kept as notices.
  mutating func markBiography(_ page: inout Page) {
    guard let label = blocks.indices.reversed().prefix(24).first(where: { isBiographyLabel(blocks[$0]) }),
      blocks[..<label].contains(where: { $0.isProse || Self.endsSentence($0) })
    else { return }
    var count = 0
    var paragraphs: [Int] = []
    for index in (label + 1)..<blocks.count where verdicts[index] == .keep {
      switch blocks[index] {
      case .figure, .rule, .embed: continue
      case .paragraph(let text, let role):
        if role == .subhead, !paragraphs.isEmpty { return }
        if role != nil, role != .subhead { continue }
        // Boilerplate after the biography is judged separately.
        if LineClass(text.text, isAtEdge: true) != nil { continue }
        count += text.text.nonBlankCount
        paragraphs.append(index)
      default: return
      }
    }
    guard 1...4 ~= paragraphs.count, count <= 600 else { return }
    verdicts[label] = .drop(step)
    for index in paragraphs {
      if case .paragraph(let text, _) = blocks[index] { blocks[index] = .paragraph(text, role: .notice) }
    }
    readAuthorOfBiography(paragraphs[0], &page)
  }

  private func isBiographyLabel(_ block: Block) -> Bool {
    block.lineText.flatMap { LineLabel($0.text) } == .biography
  }

  /// `林渡，自由撰稿人，现居…`: the author's name, if the page gives it nowhere else.
  private func readAuthorOfBiography(_ index: Int, _ page: inout Page) {
    guard page.facts.authors == nil, let line = blocks[index].lineText?.text,
      let mark = line.firstIndex(where: { "，,：:（(".contains($0) })
    else { return }
    let name = line[..<mark].trimmedOfBlanks
    guard 2...4 ~= name.unicodeScalars.count, FamilyName.opens(name), name.unicodeScalars.allSatisfy(\.isHan) else {
      return
    }
    page.facts.authors = Sourced([name], .text)
  }

  /// `作者為退休交通規劃師`: how papers introduce the author.
  ///
  /// - Parameter name: The author's name, where such a line gives it.
  static func isAboutAuthor(_ line: String, name: String?) -> Bool {
    if LineLabel.opening(line)?.label == .biography { return !line.hasMoreNonBlanks(than: 300) }
    if name != nil { return !line.hasMoreNonBlanks(than: 120) }
    return line.hasMoreNonBlanks(than: 8) && !line.hasMoreNonBlanks(than: 60)
      && line.trimmed(of: "（(*＊").simplified.startsWithAny(of: ["作者为", "作者是", "作者系", "作者现任", "作者现为"])
  }

  /// `《山城日报》（2020年11月19日 05版）`: where a piece was printed.
  func readEdition(_ line: String, _ page: inout Page) -> Bool {
    guard line.utf8.count <= 160, !line.hasMoreNonBlanks(than: 44), line.trimmed(of: "）)。 ").ends(with: "版"),
      let open = line.utf8Index(of: "《"), let close = line.utf8Index(of: "》"), open < close,
      Timestamp.first(in: line, zone: zone) != nil
    else { return false }
    let name = String(line[line.utf8.index(open, offsetBy: 3)..<close])
    if page.facts.source == nil, 2...12 ~= name.nonBlankCount { page.facts.source = Sourced(name, .text) }
    return true
  }
}
