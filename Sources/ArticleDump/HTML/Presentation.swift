/// How a node is displayed, whatever its tag.
enum Presentation: Sendable, Hashable {
  case heading(level: Int)
  case quote
  case paragraph
  /// Inline text: the element does not break lines.
  case inline
  case preformatted
}
