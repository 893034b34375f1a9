extension State {
  func drawOutput(on canvas: inout Canvas) {
    guard let output else { return }
    drawHeader("| " + sanitizedLine(output.command), "", on: &canvas)
    let body = screen.body
    if output.rows.isEmpty {
      canvas.write(localized(.noOutput), row: body.row, column: 2, end: size.columns, role: .aside)
    }
    for (offset, text) in output.rows.dropFirst(output.top).prefix(body.rows).enumerated() {
      canvas.write(text, row: body.row + offset, column: 1, end: size.columns, style: canvas.palette[.text])
    }
  }
}
