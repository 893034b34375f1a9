/// What a node is shown as, whatever its tag.
enum Presentation: Sendable, Hashable {
  case heading(level: Int)
  case quote
  case paragraph
  /// Text that runs on: the element breaks no line.
  case inline
  case preformatted
}
