/// The columns of a line's clusters, from left to right: the blanks beside narrow marks, and the gaps between Han and
/// Latin.
struct LinePen {
  /// The column after the last cluster placed.
  private(set) var column: Int
  private var kind = AutospaceKind.none
  /// A full-width stop was placed last: half of it is blank.
  private var followsStop = false
  private var markSpacing: MarkSpacing
  private let spacesHanAndLatin: Bool

  /// - Parameter isSqueezed: Whether gaps and the blanks of marks were closed to let a mark in.
  init(_ options: LayoutOptions, from column: Int = 0, isSqueezed: Bool = false) {
    self.column = column
    markSpacing = MarkSpacing(options, isSqueezed: isSqueezed)
    spacesHanAndLatin = options.spacesHanAndLatin && !isSqueezed
  }

  /// Passes white space.
  ///
  /// - Parameter isLeading: Whether nothing has been shown on the line yet.
  mutating func passBlank(widthInCells: Int, isLeading: Bool) {
    column += widthInCells
    kind = .none
    followsStop = false
    if !isLeading { markSpacing.passBlank() }
  }

  /// Places a cluster that takes columns.
  ///
  /// - Returns: Its column, whether Han and Latin meet before it, and whether a mark has its own blank there.
  mutating func place(
    _ category: ScalarCategory, widthInCells: Int, endingAt end: Int, in text: UTF8Text
  ) -> (column: Int, isSeam: Bool, isBesideMark: Bool) {
    let blank = markSpacing.columns(before: category, widthInCells: widthInCells, endingAt: end, in: text)
    let isBesideMark = blank > 0 || (followsStop && !category.mark.isMark)
    followsStop = widthInCells == 2 && category.mark.isStop
    column += blank
    let isSeam = kind.wantsGap(before: category.cells.autospace)
    if isSeam, spacesHanAndLatin { column += 1 }
    kind = category.cells.autospace
    defer { column += widthInCells }
    return (column, isSeam, isBesideMark)
  }
}
