extension State {
  // MARK: Selecting

  /// What keys do while text is selected.
  mutating func runInSelection(_ command: Command) -> [Effect] {
    let height = reader?.height ?? 1
    switch command {
    case .right: moveSelection(by: 1)
    case .left: moveSelection(by: -1)
    case .extendForward: moveSelection(by: 1, extending: true)
    case .extendBackward: moveSelection(by: -1, extending: true)
    case .lineDown: moveSelection(byRows: 1)
    case .lineUp: moveSelection(byRows: -1)
    case .extendDown: moveSelection(byRows: 1, extending: true)
    case .extendUp: moveSelection(byRows: -1, extending: true)
    case .pageDown, .halfPageDown: moveSelection(byRows: max(1, height / 2))
    case .pageUp, .halfPageUp: moveSelection(byRows: -max(1, height / 2))
    case .selectWord: reader?.changeSelection(to: .word)
    case .selectSentence: reader?.changeSelection(to: .sentence)
    case .selectParagraph: reader?.changeSelection(to: .paragraph)
    case .select: reader?.selection = nil
    case .open: return highlight()
    case .reading: cycleReadingOfSelection()
    case .nextColor: return recolor()
    case .editNote:
      guard reader?.selectedPassage != nil else { return [] }
      let known = reader?.highlightAtSelection
      if known?.remark.contains(where: \.isNewline) == true {
        notice = Notice(text: localized(.noteHasLines))
        return []
      }
      prompt = Prompt(kind: .highlightNote, field: TextField(known?.remark.singleLine ?? ""), key: known?.key ?? "")
    case .remove:
      guard let highlight = reader?.highlightAtSelection, let id = reader?.id else {
        notice = Notice(text: localized(.noHighlightHere))
        return []
      }
      return [.removeHighlight(id, key: highlight.key)]
    case .copyText:
      guard let text = reader?.selectedText, !text.isEmpty else { return [] }
      reader?.selection = nil
      return copy(text)
    default: return runInReader(command)
    }
    if notice == nil, let highlight = reader?.highlightAtSelection, !highlight.remark.isEmpty {
      notice = Notice(text: sanitizedLine(highlight.remark.singleLine))
    }
    return []
  }

  /// Begins a selection, with the first sentence on the screen.
  mutating func beginSelection() {
    guard reader?.offsetOfArticle == nil else {
      notice = Notice(text: localized(.notHere, localized(.selecting)))
      return
    }
    reader?.select(.sentence)
  }

  /// Selects the word at a place on the screen; if something is already selected, everything up to it.
  mutating func selectText(at position: Position, asSentence: Bool) {
    let region = pageRegion
    guard !showsPaneOver, reader?.offsetOfArticle == nil, let offset = reader?.offset(at: position, in: region) else {
      reader?.selection = nil
      return
    }
    if asSentence || reader?.selection == nil {
      reader?.select(asSentence ? .sentence : .word, at: offset)
    } else if let flow = reader?.flow, let unit = reader?.selection?.unit, let range = flow.range(of: unit, at: offset)
    {
      reader?.selection?.head = range
    }
  }

  private mutating func moveSelection(by step: Int, extending: Bool = false) {
    if reader?.moveSelection(by: step, extending: extending) == false {
      notice = Notice(text: localized(step > 0 ? .atEnd : .atStart))
    }
  }

  private mutating func moveSelection(byRows step: Int, extending: Bool = false) {
    if reader?.moveSelection(byRows: step, extending: extending) == false {
      notice = Notice(text: localized(step > 0 ? .atEnd : .atStart))
    }
  }

  // MARK: Highlights

  /// Highlights the selection.
  mutating func highlight(remark: String = "") -> [Effect] {
    guard let reader, let passage = reader.selectedPassage else { return [] }
    self.reader?.selection = nil
    return [
      .addHighlight(
        reader.id, utf8Range: passage.utf8Range, highlightColor, quotation: passage.quotation, remark: remark)
    ]
  }

  /// Gives the selected highlight the next color, or sets the color of the next highlight.
  private mutating func recolor() -> [Effect] {
    guard let id = reader?.id else { return [] }
    if let highlight = reader?.highlightAtSelection {
      highlightColor = highlight.color.next()
      return [.changeHighlight(id, key: highlight.key, highlightColor, remark: highlight.remark)]
    }
    highlightColor = highlightColor.next()
    notice = Notice(text: localized(.colorIs, localized(highlightColor.message)))
    return []
  }

  /// Writes what was typed: for an existing highlight, or for the selection.
  mutating func setHighlightNote(_ text: String, key: String) -> [Effect] {
    guard let reader else { return [] }
    guard let highlight = reader.loaded.highlights.first(where: { $0.key == key }) else {
      return highlight(remark: text)
    }
    guard text != highlight.remark.singleLine else {
      notice = Notice(text: localized(.unchanged))
      return []
    }
    self.reader?.selection = nil
    return [.changeHighlight(reader.id, key: key, highlight.color, remark: text)]
  }

  /// Replaces the highlights of an article.
  mutating func accept(_ highlights: [Highlight], of id: ArticleHandle?, _ change: HighlightEdit?) {
    if let change {
      notice = Notice(text: localized(change.message))
      if change != .undone, change != .known { recordUndo(.highlight(id)) }
    }
    guard let id, reader?.id == id else { return }
    reader?.loaded.highlights = highlights
    reader?.placeHighlights()
    if let pane { openPane(focused: pane.isFocused) }
  }
}

extension HighlightEdit {
  fileprivate var message: Message {
    switch self {
    case .added: .highlightAdded
    case .known: .highlightKnown
    case .changed: .highlightChanged
    case .removed: .highlightRemoved
    case .undone: .highlightTakenBack
    }
  }
}

extension Highlight.Color {
  var message: Message {
    switch self {
    case .yellow: .colorYellow
    case .green: .colorGreen
    case .blue: .colorBlue
    case .pink: .colorPink
    }
  }
}

extension String {
  /// The text with blanks instead of line breaks, for a field of one line.
  var singleLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
