/// Draws the room at its size, in its theme.
///
/// - Complexity: O(cells of the screen), whatever the library's and the article's size.
public func view(_ state: State) -> Frame {
  var canvas = Canvas(size: state.size, palette: state.palette, traits: state.traits)
  guard !state.screen.isTooSmall else {
    let text = state.localized(.tooSmall)
    canvas.write(text, row: 0, column: 0, end: state.size.columns, role: .text)
    return canvas.frame
  }
  switch state.room {
  case .list: state.drawList(on: &canvas)
  case .search: state.drawSearch(on: &canvas)
  case .reader: state.drawReader(on: &canvas)
  case .bookmarks: state.drawBookmarks(on: &canvas)
  case .history: state.drawHistory(on: &canvas)
  case .help: state.drawHelp(on: &canvas)
  case .themes: state.drawThemes(on: &canvas)
  case .output: state.drawOutput(on: &canvas)
  }
  state.drawStatus(on: &canvas)
  return canvas.frame
}
