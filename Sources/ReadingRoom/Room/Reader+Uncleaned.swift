extension State {
  /// Switches between the page before cleaning, with what was dropped, and the article.
  mutating func toggleUncleaned() -> [Effect] {
    guard let reader else { return [] }
    guard let offset = reader.offsetOfArticle else {
      notice = Notice(text: localized(.loading))
      return [.explainPage(reader.id)]
    }
    let flow = Flow(reader.loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    self.reader?.offsetOfArticle = nil
    self.reader?.replace(flow)
    self.reader?.go(to: offset)
    convertOpened()
    if let pane { openPane(focused: pane.isFocused) }
    notice = Notice(text: localized(.articleShown))
    return []
  }

  mutating func accept(_ lines: [PageLine], of id: ArticleHandle) {
    guard let reader, reader.id == id, reader.offsetOfArticle == nil else { return }
    guard lines.contains(where: { $0.fate != .shown }) else {
      notice = Notice(text: localized(lines.isEmpty ? .notCleaned : .nothingDropped))
      return
    }
    let flow = Flow(uncleaned: lines, title: reader.flow.leaves.first?.text ?? "", language: language)
    let place = flow.offset(ofTextAt: reader.topOffset, in: reader.flow)
    let kept = reader.keptOffset
    self.reader?.replace(flow)
    self.reader?.offsetOfArticle = kept
    self.reader?.go(to: place)
    if let pane { openPane(focused: pane.isFocused) }
    let count = lines.count { $0.fate == .dropped }
    notice = Notice(text: localized(.uncleanedShown, count.grouped, label(of: .uncleaned, in: .reader)))
  }

  /// Shows the dump's bytes unchanged, in a pager or an editor.
  func showSource(inEditor: Bool) -> [Effect] {
    guard let row = articleRow else { return [] }
    return [.showSource(row.id, inEditor: inEditor)]
  }
}
