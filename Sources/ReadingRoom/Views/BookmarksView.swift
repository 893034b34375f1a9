extension State {
  func drawBookmarks(on canvas: inout Canvas) {
    let body = screen.body
    let count = bookmarks.all == nil ? "" : say(.articleCount, bookmarks.shown.count.grouped)
    let order = bookmarks.order == .file || bookmarks.all == nil ? "" : " · " + say(bookmarks.order.message)
    let filter = bookmarks.field.isEmpty || bookmarks.isFiltering ? "" : "  " + say(.filtered, bookmarks.field.text)
    drawHeader(say(.bookmarksTitle) + filter, count + order, on: &canvas)
    guard let all = bookmarks.all else {
      canvas.write(say(.loading), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    if all.isEmpty {
      let key = keys.key(for: .star, in: .list)?.label(symbols: traits.drawsSymbols) ?? "b"
      canvas.write(say(.noBookmarks, key), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    if bookmarks.shown.isEmpty {
      canvas.write(say(.noHits), row: body.row, column: 2, end: size.columns, role: .aside)
    }
    var row = body.row
    var index = bookmarks.top
    while index < bookmarks.shown.count, row < body.endRow {
      row = draw(bookmarks.shown[index], at: index, row: row, endRow: body.endRow, on: &canvas)
      index += 1
    }
  }

  /// - Returns: The row after the entry.
  private func draw(_ bookmark: BookmarkEntry, at index: Int, row: Int, endRow: Int, on canvas: inout Canvas) -> Int {
    var row = row
    let end = size.columns - 1
    if bookmarks.startsHeading(at: index), let heading = bookmark.heading {
      if index > 0 { row += 1 }
      guard row < endRow else { return row }
      canvas.write(heading, row: row, column: 2, end: end, role: .heading)
      row += 1
    }
    guard row < endRow else { return row }
    let titleRow = row
    defer {
      if index == bookmarks.selected {
        canvas.write(canvas.symbols.marker, row: titleRow, column: 0, end: 2, role: .marker)
        canvas.bar(row: titleRow, column: 0, end: size.columns)
      }
    }
    var titleEnd = end
    if size.columns >= 48 {
      let facts = [bookmark.publisher ?? "", bookmark.date ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
      titleEnd = canvas.write(facts, row: row, from: size.columns / 2, endingAt: end, role: .aside) - 2
    }
    canvas.write(
      bookmark.title, row: row, column: 4, end: titleEnd, role: bookmark.article == nil ? .aside : .text)
    canvas.write(canvas.symbols.star, row: row, column: 2, end: 4, role: .star)
    row += 1
    // Lines of nothing but tags are shown as tags.
    let lines = bookmark.note.split(separator: "\n").filter { line in
      !line.split(separator: " ").allSatisfy { $0.hasPrefix("#") }
    }
    let note = sanitizedLine(lines.joined(separator: " "))
    let tags = bookmark.tags.map { "#" + $0 }.joined(separator: " ")
    if !note.isEmpty || !tags.isEmpty, row < endRow {
      var column = 6
      if !tags.isEmpty { column = canvas.write(tags, row: row, column: column, end: end, role: .link) + 1 }
      canvas.write(note, row: row, column: column, end: end, role: .aside)
      row += 1
    } else if !note.isEmpty || !tags.isEmpty {
      row += 1
    }
    return row
  }
}
