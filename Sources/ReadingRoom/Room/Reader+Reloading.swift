import ArticleDump

extension State {
  /// Replaces the open article by what its file contains now, at the same place in the text.
  ///
  /// While text is selected or read aloud, a line is typed, or the page before cleaning is shown, the change waits until
  /// that is over.
  mutating func reload(_ loaded: LoadedArticle) -> [Effect] {
    guard let former = reader, former.id == loaded.id else { return [] }
    guard loaded.article != former.loaded.article else {
      reader?.successor = nil
      reader?.loaded.isStarred = loaded.isStarred
      reader?.loaded.articlesByURL = loaded.articlesByURL
      return []
    }
    guard former.selection == nil, former.aloud == nil, former.offsetOfArticle == nil, prompt == nil else {
      reader?.successor = loaded
      return []
    }
    let flow = Flow(loaded.article, language: language, charactersPerMinute: settings.charactersPerMinute)
    let change = TextChange(from: former.written, to: flow)
    var reader = ReaderState(loaded, flow: flow, metrics: former.metrics, height: former.height)
    reader.savedOffset = former.savedOffset
    reader.marks = former.marks.mapValues(change.offset)
    reader.jumpOrigin = former.jumpOrigin.map { change.offset(former.writtenOffset(of: $0)) }
    reader.go(to: change.offset(former.keptOffset))
    reader.show(in: former.script, always: true)
    reader.finding = former.finding.map { reader.findingFromTop($0.query, words: $0.words) }
    self.reader = reader
    if let pane { openPane(focused: pane.isFocused) }
    if notice == nil { notice = Notice(text: localized(.articleReloaded)) }
    return reader.marks == former.marks ? [] : [.saveMarks(reader.id, reader.marks)]
  }
}

/// Where the places of a text are in another version of it: what is before the first difference stays, and what is after
/// the last one moves with the end.
private struct TextChange {
  private let commonStart: Int
  private let commonEnd: Int
  private let oldCount: Int
  private let new: [UInt8]

  /// - Complexity: O(n) in the texts.
  init(from old: Flow, to new: Flow) {
    let (old, new) = (Self.bytes(of: old), Self.bytes(of: new))
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    var end = 0
    while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    (commonStart, commonEnd) = (start, end)
    oldCount = old.count
    self.new = new
  }

  private static func bytes(of flow: Flow) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(flow.utf8Count)
    for leaf in flow.leaves where !leaf.isMadeByRoom { bytes += leaf.text.utf8 }
    return bytes
  }

  /// The place that an offset has now; that of a changed passage is its beginning.
  func offset(_ old: Int) -> Int {
    if old <= commonStart { return old }
    if old >= oldCount - commonEnd { return min(new.count, max(commonStart, old + new.count - oldCount)) }
    var place = min(old, new.count - commonEnd)
    // Never in the middle of a character.
    while place > commonStart, new.indices.contains(place), new[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
