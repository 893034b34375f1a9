import ReadingRoom

/// One thing to send: text or an erasure at a place, in one rendition.
struct OutputPiece {
  enum Kind {
    case text
    /// Blanks and erased cells only show their background.
    case blanks
    /// Does not move the cursor.
    case erasure
  }

  var kind: Kind
  /// Where the cursor must be before it.
  var place: Position
  /// Where the cursor is after it; `nil` when unknown.
  var end: Position?
  var rendition: Rendition
  /// The columns of the row that it changes.
  var columns: Range<Int>
  var bytes: [UInt8]
}
