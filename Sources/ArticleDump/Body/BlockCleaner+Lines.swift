/// Lines that mean the same above and below the prose.
extension BlockCleaner {
  /// Drops a line of tags and keeps the tags as facts.
  mutating func readTags(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    guard let tags = Self.tags(in: text) else { return false }
    page.facts.tags += tags
    verdicts[index] = .drop(step)
    return true
  }

  /// Marks a line that names other contributors, or where the piece was printed.
  mutating func markCredits(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    guard Byline.isCredits(text.text) || readEdition(text.text, &page) else { return false }
    blocks[index] = .paragraph(text, role: .credit)
    return true
  }

  /// Marks a line as a byline; its names become the authors unless others are known.
  mutating func recordAuthors(_ names: [String], _ index: Int, _ page: inout Page) {
    guard let text = blocks[index].lineText else { return }
    if page.facts.authors == nil { page.facts.authors = Sourced(names, .text) }
    blocks[index] = .paragraph(text, role: .byline)
  }

  /// Drops or marks a line according to its class.
  mutating func apply(_ lineClass: LineClass, to text: StyledText, _ index: Int, _ page: inout Page) {
    switch lineClass {
    case .endMark: blocks[index] = .paragraph(text, role: .endmark)
    case .notice:
      blocks[index] = .paragraph(text, role: .notice)
      readNotice(text.text, &page)
    case .agencyCredit: blocks[index] = .paragraph(text, role: .credit)
    case .tags:
      page.facts.tags += text.links.map(\.text)
      verdicts[index] = .drop(step)
    default: verdicts[index] = .drop(step)
    }
  }
}
