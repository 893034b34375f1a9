/// An entry of an article's outline: a heading or a subhead.
public struct OutlineEntry: Sendable, Hashable {
  /// The heading's text without styles, on one line.
  public var text: String
  /// 1 to 6; a subhead is one level below the last heading, at least 2, and on the level of the subheads before it if
  /// only lower headings are between them.
  public var level: Int
  /// Its UTF-8 offset in the reading text.
  public var utf8Offset: Int
}

extension ReadingText {
  /// The headings and subheads in reading order, without those inside quotes and lists, which are not the article's.
  public var outline: [OutlineEntry] {
    var entries: [OutlineEntry] = []
    var headingLevel = 1
    // The level of the subheads above the last heading, if that heading is below them.
    var subheadLevel: Int?
    for segment in segments where segment.quoteDepth == 0 && segment.listDepth == 0 && !segment.content.isEmpty {
      let level: Int
      switch segment.kind {
      case .heading(let headings):
        level = headings
        headingLevel = headings
        if let outer = subheadLevel, headings <= outer { subheadLevel = nil }
      case .paragraph(.subhead):
        level = subheadLevel ?? min(6, headingLevel + 1)
        subheadLevel = level
      default: continue
      }
      entries.append(
        OutlineEntry(text: segment.content.text, level: level, utf8Offset: segment.utf8Range.lowerBound))
    }
    return entries
  }
}
