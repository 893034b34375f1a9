/// Draws the room at its size, in its theme.
///
/// - Complexity: O(cells of the screen), whatever the library's and the article's size.
public func view(_ state: State) -> Frame {
  Frame(size: state.size)
}
