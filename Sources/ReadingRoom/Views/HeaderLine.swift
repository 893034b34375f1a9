extension State {
  /// The line above a list: the current place on the left, the number of articles on the right.
  func drawHeader(_ left: String, _ right: String, on canvas: inout Canvas) {
    guard screen.hasHeader else { return }
    let margin = size.columns >= 40 ? 2 : 1
    let start = canvas.write(
      right, row: 0, from: size.columns / 3, endingAt: size.columns - margin, role: .aside)
    canvas.write(left, row: 0, column: margin, end: start - 2, role: .header)
  }
}
