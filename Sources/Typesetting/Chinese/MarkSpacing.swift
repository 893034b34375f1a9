/// The blank columns that narrow Chinese marks need beside Han, so that the grid of two columns continues after them.
///
/// Where a terminal gives “ ” ‘ ’ one column, an opening one has its blank before it and a closing one after it, as in
/// a full-width face; a single — or … has it after it. An opening mark after another mark may share the other's blank
/// (CLREQ, "Adjusting adjacent punctuation marks"): always, or only in a line that needs the room. Display only: no
/// cluster takes these columns.
///
/// Feed it the shown clusters of one line from left to right.
struct MarkSpacing {
  private enum Neighbour: UInt8 {
    case lineStart, blank
    /// Han, kana, a picture: two columns, no mark.
    case wide
    /// A mark of two columns, which includes its own blank.
    case wideMark
    case narrow
    case opening
    case closing
    /// — or …
    case dash
  }

  private let isOn: Bool
  private let sharesBlanks: Bool
  private var before = Neighbour.lineStart
  /// The last cluster is a closing mark or a dash that follows something wide.
  private var isBesideWide = false
  private var lastDash = MarkRole.none
  private var isDashRunOdd = false
  /// How many of the columns last requested a line can do without.
  private(set) var squeezableColumns = 0

  /// - Parameter isSqueezed: Whether the line shares blanks to let a mark in at its end.
  init(_ options: LayoutOptions, isSqueezed: Bool = false) {
    isOn = options.padsNarrowMarks && options.ambiguousWidth == .narrow
    sharesBlanks = options.squeezesAdjacentMarks || isSqueezed
  }

  @inline(__always) mutating func passBlank() { before = .blank }
  @inline(__always) mutating func passIdeographs() { before = .wide }
  @inline(__always) mutating func passWord() { before = .narrow }

  /// Blank columns before a cluster, which is then taken as the last one.
  ///
  /// - Parameter end: Where the cluster ends; what follows decides about an opening mark at the start of a line.
  @inline(__always)
  mutating func columns(before category: ScalarCategory, widthInCells: Int, endingAt end: Int, in text: UTF8Text) -> Int
  {
    isOn ? columnsOfMarks(before: category, widthInCells: widthInCells, endingAt: end, in: text) : 0
  }

  private mutating func columnsOfMarks(
    before category: ScalarCategory, widthInCells: Int, endingAt end: Int, in text: UTF8Text
  ) -> Int {
    let next = neighbour(category, widthInCells)
    let isOwed = before == .closing || (before == .dash && isDashRunOdd)
    var columns = isOwed ? blankAfterMark(before: next, category) : 0
    squeezableColumns = 0
    if next == .opening, columns == 0 || !sharesBlanks {
      let blank = blankBefore(endingAt: end, in: text)
      if !sharesBlanks, before == .wideMark || columns > 0 { squeezableColumns = blank }
      columns += blank
    }

    if next == .dash {
      isDashRunOdd = before == .dash && lastDash == category.mark ? !isDashRunOdd : true
      lastDash = category.mark
    }
    if next == .closing || next == .dash {
      let continues = before == .dash || before == .closing
      isBesideWide = before == .wide || before == .wideMark || (continues && isBesideWide)
    }
    before = next
    return columns
  }

  private func neighbour(_ category: ScalarCategory, _ widthInCells: Int) -> Neighbour {
    let mark = category.mark
    if widthInCells == 2 { return mark.isMark ? .wideMark : .wide }
    switch mark {
    case .quoteOpen: return .opening
    case .quoteClose: return .closing
    case .emDash, .ellipsis: return .dash
    default: return .narrow
    }
  }

  /// The blank that a closing mark or a single dash has after it.
  private func blankAfterMark(before next: Neighbour, _ category: ScalarCategory) -> Int {
    switch next {
    case .wide: 1
    case .opening: isBesideWide ? 1 : 0
    case .narrow: isBesideWide && before == .closing && category.cells.autospace == .alphanumeric ? 1 : 0
    case .dash: isBesideWide && before == .closing ? 1 : 0
    case .wideMark: isBesideWide && before == .dash ? 1 : 0
    case .lineStart, .blank, .closing: 0
    }
  }

  /// The blank that an opening mark has before it.
  private func blankBefore(endingAt end: Int, in text: UTF8Text) -> Int {
    switch before {
    case .wide: return 1
    case .wideMark: return sharesBlanks ? 0 : 1
    case .dash: return isBesideWide ? 1 : 0
    case .blank, .opening: return 0
    case .closing: return isBesideWide ? 1 : 0
    case .lineStart, .narrow:
      guard end < text.count else { return 0 }
      return text.category(at: end).category.cells.code == 2 ? 1 : 0
    }
  }
}
