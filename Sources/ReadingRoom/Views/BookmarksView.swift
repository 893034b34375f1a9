extension State {
  func drawBookmarks(on canvas: inout Canvas) {
    let body = screen.body
    let count = bookmarkList.all == nil ? "" : localized(.articleCount, bookmarkList.shown.count.grouped)
    let order =
      bookmarkList.order == .file || bookmarkList.all == nil ? "" : " · " + localized(bookmarkList.order.message)
    let filter =
      bookmarkList.field.isEmpty || bookmarkList.isFiltering ? "" : "  " + localized(.filtered, bookmarkList.field.text)
    drawHeader(localized(showsHighlights ? .highlights : .bookmarksTitle) + filter, count + order, on: &canvas)
    guard let all = bookmarkList.all else {
      canvas.write(localized(.loading), row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    if all.isEmpty {
      let text =
        showsHighlights
        ? localized(.noHighlights, label(of: .select, in: .reader))
        : localized(.noBookmarks, label(of: .star, in: .list))
      canvas.write(text, row: body.row, column: 2, end: size.columns, role: .aside)
      return
    }
    if bookmarkList.shown.isEmpty {
      canvas.write(localized(.noHits), row: body.row, column: 2, end: size.columns, role: .aside)
    }
    var row = body.row
    var index = bookmarkList.top
    while index < bookmarkList.shown.count, row < body.endRow {
      row = draw(bookmarkList.shown[index], at: index, row: row, endRow: body.endRow, on: &canvas)
      index += 1
    }
  }

  /// - Returns: The row after the entry.
  private func draw(_ bookmark: BookmarkEntry, at index: Int, row: Int, endRow: Int, on canvas: inout Canvas) -> Int {
    var row = row
    let end = size.columns - 1
    if bookmarkList.startsHeading(at: index), let heading = bookmark.heading {
      if index > 0 { row += 1 }
      guard row < endRow else { return row }
      canvas.write(heading, row: row, column: 2, end: end, role: .heading)
      row += 1
    }
    guard row < endRow else { return row }
    let titleRow = row
    defer {
      if index == bookmarkList.selected {
        canvas.write(canvas.symbols.marker, row: titleRow, column: 0, end: 2, role: .marker)
        canvas.bar(row: titleRow, column: 0, end: size.columns)
      }
    }
    var titleEnd = end
    if size.columns >= 48 {
      let facts = [bookmark.publisher ?? "", bookmark.date ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
      titleEnd = canvas.write(facts, row: row, from: size.columns / 2, endingAt: end, role: .aside) - 2
    }
    if let highlight = bookmark.highlight {
      canvas.write(
        sanitizedLine(highlight.quotation.singleLine), row: row, column: 4, end: titleEnd, role: highlight.color.role)
    } else {
      canvas.write(
        bookmark.title, row: row, column: 4, end: titleEnd, role: bookmark.article == nil ? .aside : .text)
      canvas.write(canvas.symbols.star, row: row, column: 2, end: 4, role: .star)
    }
    row += 1
    // Lines that contain only tags are shown as tags.
    let lines = bookmark.note.split(separator: "\n").filter { line in
      !line.split(separator: " ").allSatisfy { $0.hasPrefix("#") }
    }
    let title = bookmark.highlight == nil ? [] : [bookmark.title + (lines.isEmpty ? "" : "：")]
    let note = sanitizedLine((title + lines.map(String.init)).joined(separator: title.isEmpty ? " " : ""))
    // Those in the other lines are read there.
    let words = Set(lines.flatMap { $0.split(separator: " ") })
    let tags = bookmark.tags.map { "#" + $0 }.filter { !words.contains($0[...]) }.joined(separator: " ")
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
