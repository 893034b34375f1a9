/// Breaks a text into lines, one after another.
///
/// A line ends at the last opportunity that fits. If a mark that may not start a line does not fit, it hangs in the
/// gutter, or gaps between Han and Latin close to let it in; otherwise the character before it moves down with it
/// (CLREQ: 先挤进，后推出). Work is linear: going back to an opportunity costs at most one line.
struct LineWrapper {
  /// Values that are the same for all lines.
  struct Style {
    var tailoring: Tailoring
    var ambiguous: AmbiguousWidth
    var hanging: HangingPunctuation
    var spacesHanAndLatin: Bool
    var stripsPadding: Bool
    /// Its state at the start of a line.
    var markSpacing: MarkSpacing
    /// Runs of ideographs and of Latin letters skip the rules, whose outcome is known; tests turn this off to compare.
    var usesFastPath = true

    init(_ options: LayoutOptions) {
      tailoring = Tailoring(options.prohibition)
      ambiguous = options.ambiguousWidth
      hanging = options.hanging
      spacesHanAndLatin = options.spacesHanAndLatin
      stripsPadding = options.stripsPadding
      markSpacing = MarkSpacing(options)
    }
  }

  /// What kind of place a line ended at, worst first.
  enum Quality: UInt8, Comparable {
    /// Within —— or ……, or before a mark that starts no line.
    case withinPair
    /// Between two clusters that should stay together, since a line must end somewhere.
    case any
    /// Within a word, or another place where the second cluster may start a line.
    case word
    case escape
    case soft
    case allowed

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  struct WrappedLine {
    var end: Int
    /// Without white space at the line's end and without the hanging mark.
    var widthInCells: Int
    var hangInCells = 0
    var closesGaps = false
    /// The text or a forced break ends the line.
    var isFinal = false
    var quality = Quality.allowed
  }

  let text: UTF8Text
  let style: Style
  /// Where the next line starts.
  private(set) var offset = 0
  private(set) var startsSegment = true
  /// The previous line ended between two ideographs.
  fileprivate(set) var followsIdeograph = false
  private var breaker: LineBreaker

  init(_ text: UTF8Text, style: Style) {
    self.text = text
    self.style = style
    breaker = LineBreaker(tailoring: style.tailoring)
  }

  var isAtEnd: Bool { offset >= text.count }

  /// Takes the next line.
  ///
  /// - Parameter limit: Columns; at least 2.
  mutating func nextLine(limit: Int) -> WrappedLine {
    var scan = LineScan(self, breaker: breaker, limit: limit)
    let line = scan.run()
    finish(line, scan)
    return line
  }

  /// Takes the next line, which must end at a good opportunity before an offset, `nil` if there is none.
  mutating func nextLine(limit: Int, endingBefore end: Int) -> WrappedLine? {
    var scan = LineScan(self, breaker: breaker, limit: limit, endingBefore: end)
    let line = scan.run()
    guard line.end < end, line.quality == .allowed, !line.isFinal else { return nil }
    finish(line, scan)
    return line
  }

  /// Takes the text up to an offset as the next line, or up to a forced break before it.
  mutating func nextLine(endingAt end: Int) -> WrappedLine {
    var scan = LineScan(self, breaker: breaker, limit: .max / 4, endingAt: end)
    let line = scan.run()
    finish(line, scan)
    return line
  }

  private mutating func finish(_ line: WrappedLine, _ scan: LineScan) {
    offset = line.end
    startsSegment = line.isFinal
    followsIdeograph = scan.endsBetweenIdeographs
    breaker = scan.endBreaker
  }
}
