import ArticleDump
import ArticleLibrary
import ReadingRoom
import Synchronization

/// The highlights file, for the room.
extension RoomLibrary {
  func highlights(of id: ArticleHandle) throws(LibraryError) -> [Highlight] {
    try library.highlights(of: row(id), in: highlights).map(Highlight.init)
  }

  /// The whole file, for the bookmarks room; from now on, changes are sent to it.
  func highlightsEvent() throws(LibraryError) -> Event {
    showsHighlights.store(true, ordering: .relaxed)
    return .highlightsListed(try entries(of: highlights))
  }

  /// The events after a change of the file, by us or another program.
  ///
  /// - Parameter id: The article whose highlights changed; `nil` when unknown.
  func highlightEvents(_ edit: HighlightEdit?, of id: ArticleHandle?) throws(LibraryError) -> [Event] {
    let changed = Event.highlightsChanged(
      id, try id.map { id throws(LibraryError) in try highlights(of: id) } ?? [], edit)
    return [changed] + (showsHighlights.load(ordering: .relaxed) ? [try highlightsEvent()] : [])
  }

  /// The events after a possible change by another program, for the article that was opened last.
  func reloadChangedHighlights() throws(LibraryError) -> [Event] {
    try highlightEvents(nil, of: opened.withLock { $0 })
  }

  /// Also for an article whose file has gone since it was opened: what the reader has typed is not lost with it.
  ///
  /// - Returns: Whether there is a new entry. It has been saved to disk.
  func addHighlight(
    _ passage: Passage, quoting quotation: String, remark: String, in id: ArticleHandle, now: Timestamp
  ) throws(LibraryError) -> HighlightEdit {
    let entry = try library.highlight(
      passage, quoting: quotation, remark: remark, in: row(id), file: highlights, added: now)
    return entry == nil ? .known : .added
  }
}
