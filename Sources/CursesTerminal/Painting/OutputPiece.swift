import ReadingRoom

/// One thing to send: text or an erasure at a place, drawn in one rendition.
struct OutputPiece {
  enum Kind {
    case text
    /// Blanks and erased cells show nothing but their background.
    case blanks
    /// Leaves the cursor where it is.
    case erasure
  }

  var kind: Kind
  /// Where the cursor has to be for it.
  var place: Position
  /// Where the cursor is afterwards; `nil` when it is unknown.
  var end: Position?
  var rendition: Rendition
  /// Columns of the row that it changes.
  var columns: Range<Int>
  var bytes: [UInt8]
}
