/// Lines that say the same above the prose as below it.
extension BlockCleaner {
  /// A line of tags goes, its tags are kept.
  mutating func readTags(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    guard let tags = Self.tags(in: text) else { return false }
    page.facts.tags += tags
    verdicts[index] = .drop(step)
    return true
  }

  /// Who else contributed to the piece, or where it was printed.
  mutating func markCredits(_ text: StyledText, _ index: Int, _ page: inout Page) -> Bool {
    guard Byline.isCredits(text.text) || readEdition(text.text, &page) else { return false }
    blocks[index] = .paragraph(text, role: .credit)
    return true
  }

  /// The names that a line gives wrote the text, unless somebody else is known for it.
  mutating func recordAuthors(_ names: [String], _ index: Int, _ page: inout Page) {
    guard let text = blocks[index].lineText else { return }
    if page.facts.authors == nil { page.facts.authors = Sourced(names, .text) }
    blocks[index] = .paragraph(text, role: .byline)
  }

  /// What a line's class makes of it.
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
