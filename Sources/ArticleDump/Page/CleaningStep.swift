/// A step in cleaning the blocks made from the kept lines.
public enum CleaningStep: String, Sendable, CaseIterable {
  /// A label such as 相关阅读 with its links.
  case related
  /// Lines above the first sentence: the title again, the people, the date.
  case head
  /// Lines below the last: the desk, sources, tags, bars of links.
  case tail
  /// Short lines after those.
  case remnants
  /// Adverts and buttons between paragraphs.
  case middle
}
