import ArticleDump
import ArticleLibrary
import ReadingRoom

/// The highlights file, for the room.
extension RoomLibrary {
  func highlights(of id: ArticleHandle) throws(LibraryError) -> [Highlight] {
    try library.highlights(of: id.inLibrary, in: highlights).map(Highlight.init)
  }

  /// - Returns: Whether there is a new entry. It is on the disk.
  func addHighlight(
    _ passage: Passage, quoting quotation: String, remark: String, in id: ArticleHandle, now: Timestamp
  ) throws(LibraryError) -> HighlightEdit {
    let entry = try library.highlight(
      passage, quoting: quotation, remark: remark, in: id.inLibrary, file: highlights, added: now)
    return entry == nil ? .known : .added
  }
}
