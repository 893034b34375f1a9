import ArticleDump
import Typesetting

extension State {
  /// The last row: a question, a notice, or hints on the left; the current place on the right.
  func drawStatus(on canvas: inout Canvas) {
    let row = screen.statusRow
    let margin = size.columns >= 40 ? 2 : 1
    if let prompt {
      draw(prompt, row: row, on: &canvas)
      return
    }
    let place = place
    let right = noticeNeedsRow(beside: place, margin: margin) ? "" : place
    let start = canvas.write(right, row: row, from: size.columns / 3, endingAt: size.columns - margin, role: .status)
    let end = right.isEmpty ? size.columns - margin : start - 2
    if let field = roomField {
      let column = canvas.write(localized(.promptFilter), row: row, column: margin, end: end, role: .key) + 1
      canvas.draw(field, row: row, column: column, end: end, isActive: true, role: .field)
    } else if let notice {
      canvas.write(notice.text, row: row, column: margin, end: end, role: notice.isError ? .error : .status)
    } else if opening != nil {
      canvas.write(localized(.loading), row: row, column: margin, end: end, role: .status)
    } else if room == .list, let progress {
      drawProgress(progress, row: row, column: margin, end: end, on: &canvas)
    } else {
      var column = margin
      if room == .reader, let reader, !isPaneFocused {
        // A reader who goes from hit to hit knows the title.
        let isBusy = reader.selection != nil || reader.aloud != nil || reader.finding != nil && size.columns < 60
        let room = isBusy ? 0 : max(0, (end - margin) * 3 / 5)
        if reader.loaded.isStarred {
          column = canvas.write(canvas.symbols.star, row: row, column: column, end: end, role: .star) + 1
        }
        if room > 0 {
          let title = CellText(reader.flow.leaves.first?.text ?? "", ambiguous: traits.ambiguousWidth)
            .clipped(toCells: room, ambiguous: traits.ambiguousWidth)
          column = canvas.write(title, row: row, column: column, end: end, style: palette[.status]) + 3
        }
      }
      // On a narrow line the keys are more useful, and they also show whether the reading is running.
      if room == .reader, let aloud = reader?.aloud, reader?.selection == nil, !isPaneFocused, size.columns >= 60 {
        let text = localized(aloud.utterance == nil ? .readingPauses : .reading, String(settings.speechRate))
        column = canvas.write(text, row: row, column: column, end: end, role: .status) + 2
      }
      if room == .reader, let finding = reader?.finding, !finding.hits.isEmpty {
        let text = "\(finding.query) \(finding.current + 1)/\(finding.hits.count)"
        column = canvas.write(text, row: row, column: column, end: end, role: .hit) + 2
      }
      drawHints(row: row, column: column, end: end, on: &canvas)
    }
  }

  /// A notice that does not fit beside the position is shown once, until the next key.
  private func noticeNeedsRow(beside place: String, margin: Int) -> Bool {
    guard roomField == nil, let notice else { return false }
    let width = { (text: String) in text.widthInCells(ambiguous: traits.ambiguousWidth) }
    return width(notice.text) > size.columns - 2 * margin - width(place) - 2
  }

  private var roomField: TextField? {
    switch room {
    case .bookmarks where bookmarkList.isFiltering: bookmarkList.field
    case .help where help.isFiltering: help.field
    default: nil
    }
  }

  private func draw(_ prompt: Prompt, row: Int, on canvas: inout Canvas) {
    let margin = size.columns >= 40 ? 2 : 1
    let end = size.columns - margin
    var column = canvas.write(
      localized(prompt.message, localized(pipeFormat.message)), row: row, column: margin, end: end, role: .key)
    if prompt.kind != .command { column += 1 }
    guard prompt.acceptsText else { return }
    var fieldEnd = end
    if prompt.kind == .find, let finding = reader?.finding {
      let count = finding.hits.isEmpty ? "0" : "\(finding.current + 1)/\(finding.hits.count)"
      fieldEnd = canvas.write(count, row: row, from: column, endingAt: end, role: .status) - 1
    } else if prompt.kind == .filter, let total = list.total {
      fieldEnd =
        canvas.write(localized(.articleCount, total.grouped), row: row, from: column, endingAt: end, role: .status) - 1
    }
    if prompt.kind == .command, let summary = summary(ofLine: prompt.field.text) {
      // What the word does, if there is room for it and for the text being typed.
      let width = summary.widthInCells(ambiguous: traits.ambiguousWidth)
      let typed = prompt.field.text.widthInCells(ambiguous: traits.ambiguousWidth)
      if column + typed + 3 + width <= end {
        fieldEnd = canvas.write(summary, row: row, from: column, endingAt: end, role: .aside) - 1
      }
    }
    column = min(column, fieldEnd)
    let wrong = prompt.kind == .filter ? list.wrongCharacters : 0..<0
    canvas.draw(
      prompt.field, row: row, column: column, end: fieldEnd, isActive: true, role: .field, wrong: wrong)
    if prompt.kind == .filter {
      if list.completion != nil {
        drawCompletion(list, row: row - 1, on: &canvas)
      } else if let problem = list.problem, !wrong.isEmpty, row > 0 {
        for place in 0..<size.columns { canvas.frame[row - 1, place] = canvas.frame.fill }
        canvas.write(problem.sentence, row: row - 1, column: margin, end: end, role: .error)
      }
    }
    if prompt.completions.count > 1, row > 0 {
      // The candidates that Tab goes through, in the row above.
      for place in 0..<size.columns { canvas.frame[row - 1, place] = canvas.frame.fill }
      var column = margin
      for (index, completion) in prompt.completions.enumerated() where column < end {
        let role: Role = index == prompt.completion ? .selection : .aside
        column = canvas.write(completion, row: row - 1, column: column, end: end, role: role) + 2
      }
    }
  }

  private func drawProgress(_ progress: LibraryProgress, row: Int, column: Int, end: Int, on canvas: inout Canvas) {
    let count = progress.total > 0 ? "\(progress.done.grouped)/\(progress.total.grouped)" : progress.done.grouped
    var text = localized(progress.phase == .scanning ? .scanning : .indexing, count)
    if let seconds = progress.secondsLeft, seconds >= 90 {
      text += "  " + localized(.minutesLeft, String((seconds + 30) / 60))
    }
    var column = canvas.write(text, row: row, column: column, end: end, role: .status) + 2
    guard progress.total > 0, end - column >= 10 else { return }
    let room = min(24, end - column)
    let done = min(room, Int(Double(progress.done) / Double(progress.total) * Double(room)))
    for place in 0..<room {
      let isDone = place < done
      canvas.write(
        isDone ? canvas.symbols.done : canvas.symbols.ahead, row: row, column: column, end: end,
        role: isDone ? .bar : .rule)
      column += 1
    }
  }

  /// The position in the list or in the article.
  private var place: String {
    switch room {
    case .list, .search:
      guard let list = currentList, list.count > 0 else { return "" }
      let total = list.count.grouped
      let number = (list.selected + 1).grouped
      // As wide for the first row as for the last, so that nothing else moves.
      let padding = String(repeating: " ", count: max(0, total.utf8.count - number.utf8.count))
      return "\(padding)\(number)/\(total)"
    case .reader:
      guard let reader, !showsPaneOver else { return "" }
      let percent = reader.percentRead
      let number = "\(String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0))\(percent)%"
      let count = reader.loaded.article.characterCount
      guard count > 0, size.columns >= 40 else { return number }
      let rate = max(1, settings.charactersPerMinute)
      let minutes = (count * (100 - percent) / 100 + rate - 1) / rate
      return minutes == 0 ? number : "\(localized(.minutesLeft, String(minutes)))  \(number)"
    case .bookmarks:
      return bookmarkList.shown.isEmpty ? "" : "\(bookmarkList.selected + 1)/\(bookmarkList.shown.count)"
    case .history: return history.count == 0 ? "" : "\(history.selected + 1)/\(history.count)"
    case .output:
      return output.map { $0.rows.isEmpty ? "" : "\(min($0.rows.count, $0.top + screen.body.rows))/\($0.rows.count)" }
        ?? ""
    case .help, .themes: return ""
    }
  }

  private func drawHints(row: Int, column: Int, end: Int, on canvas: inout Canvas) {
    var column = column
    for (command, message) in hints {
      guard let key = keys.key(for: command, in: keyContext) else { continue }
      let label = key.label(symbols: traits.drawsSymbols)
      let text = localized(message)
      let width = label.utf8.count + 1 + text.widthInCells(ambiguous: traits.ambiguousWidth)
      guard column + width <= end else { return }
      column = canvas.write(label, row: row, column: column, end: end, role: .key)
      column = canvas.write(text, row: row, column: column + 1, end: end, role: .status) + 2
    }
  }

  private var paneHints: [(Command, Message)] {
    if room == .reader, let lookup {
      return (shownPane?.selectedItem?.action.hint.map { [(.open, $0)] } ?? [])
        + (lookup.dictionaries.count > 1 ? [(.lookUp, .hintDictionary)] : [])
        + [(.dismiss, .hintBack), (.copyLink, .hintCopy), (.nextSection, .hintSection)]
    }
    return (shownPane?.selectedItem?.action.hint.map { [(.open, $0)] } ?? [])
      + [(.metadata, .hintBack), (.copyLink, .hintCopy), (.nextSection, .hintSection), (.origins, .hintOrigins)]
  }

  /// The hints for each place, the most useful first.
  private var hints: [(Command, Message)] {
    switch room {
    case .list where isPaneFocused, .search where isPaneFocused: paneHints
    case .list where list.focus == .facets && showsFacets, .search where search?.focus == .facets && showsFacets:
      [(.open, .hintFilter), (.focus, .hintBack), (.nextSection, .hintSection)]
    case .list:
      [(.open, .hintOpen), (.filter, .hintFilter), (.search, .hintSearch), (.star, .hintStar), (.help, .hintHelp)]
    case .search where search?.focus == .field: [(.open, .hintApply), (.help, .hintHelp)]
    case .search:
      [(.open, .hintOpen), (.filter, .hintSearch), (.star, .hintStar), (.back, .hintBack), (.help, .hintHelp)]
    case .reader where isPaneFocused: paneHints
    case .reader where reader?.selection != nil:
      [
        (.open, .hintHighlight), (.editNote, .hintNote), (.lookUp, .hintLookUp), (.extendForward, .hintExtend),
        (.selectWord, .hintWord),
        (.selectSentence, .hintSentence), (.selectParagraph, .hintParagraph), (.copyText, .hintCopy),
        (.nextColor, .hintColor), (.remove, .hintRemove), (.back, .hintBack),
      ]
    case .reader where reader?.aloud != nil:
      [
        (.pauseReading, reader?.aloud?.utterance == nil ? .hintResume : .hintPause),
        (.nextSentence, .hintNextSentence), (.readAloud, .hintStop), (.faster, .hintFaster), (.slower, .hintSlower),
      ]
    case .reader where reader?.finding != nil:
      [(.nextHit, .hintNextHit), (.previousHit, .hintPreviousHit), (.dismiss, .hintBack)]
    case .reader:
      [(.metadata, .hintMetadata), (.find, .hintFind)] + (hasNextArticle ? [(.nextArticle, .hintNext)] : [])
        + [(.help, .hintHelp)]
    case .bookmarks:
      [
        (.open, .hintOpen), (.filter, .hintFilter), (.editNote, .hintEdit),
        (.focus, showsHighlights ? .hintBookmarks : .hintHighlights), (.editTags, .hintTags),
        (.remove, .hintRemove), (.back, .hintBack),
      ]
    case .history: [(.open, .hintOpen), (.back, .hintBack), (.help, .hintHelp)]
    case .help: [(.filter, .hintFilter), (.back, .hintBack)]
    case .output: [(.pageDown, .hintPage), (.back, .hintBack)]
    case .themes: [(.lineDown, .hintTheme), (.open, .hintUse), (.back, .hintBack)]
    }
  }
}

extension PaneItem.Action {
  /// The action of Enter; `nil` if `y` does the same.
  fileprivate var hint: Message? {
    switch self {
    case .none, .copy: nil
    case .go, .article, .hit: .hintJump
    case .link: .hintOpenLink
    case .narrow, .search: .hintList
    case .dictionary: .hintLookUp
    }
  }
}
