import ArticleDump
import ChineseReadings
import Typesetting

/// A cluster of the page with its place, role, and origin in the text.
struct PlacedGlyph: Sendable, Hashable {
  /// Column in the type area.
  var column: Int
  var glyph: Glyph
  var role: Role
  var attributes: TextStyle.Attributes = []
  /// Offset in the leaf's text; `nil` for anything drawn by the room.
  var utf8Offset: Int?
  /// In a column of vertical text, where `column` counts rows: cells from the column's left edge.
  var shiftInCells = 0
  /// The address that it links to.
  var url: String?
}

/// A leaf laid out in rows.
struct LeafLayout: Sendable {
  struct Row: Sendable {
    enum Content: Sendable {
      case blank
      /// A line of the paragraph, moved right by this many columns.
      case line(Int, shiftInCells: Int)
      /// The readings of the characters of the line below, moved like that line.
      case readings(Int, shiftInCells: Int)
      case glyphs([PlacedGlyph])
    }
    /// The part of the leaf's text that the row shows; empty for rows drawn by the room.
    var utf8Range: Range<Int>
    var content: Content
  }

  let leaf: Leaf
  /// The text without readings, or with them.
  private var paragraph: ParagraphLayout?
  private var ruby: RubyLayout?
  /// The places in the text of readings that are guesses.
  private var guesses: Set<Int> = []
  private(set) var rows: [Row] = []

  /// Lays out a leaf.
  ///
  /// - Parameters:
  ///   - isFirst: Whether nothing is above it.
  ///   - readRange: The part of its text that gets readings, if the page has them.
  /// - Complexity: O(n) in the leaf's text.
  init(_ leaf: Leaf, metrics: PageMetrics, isFirst: Bool, readRange: Range<Int>? = nil) {
    self.leaf = leaf
    let readings = metrics.reading == nil ? [] : readRange.map(leaf.readings) ?? []
    if metrics.isVertical {
      rows = VerticalLeaf(leaf, readings: readings, metrics: metrics, isFirst: isFirst).rows
      return
    }
    let space = LeafLayout.rowsAbove(leaf, metrics: metrics, isFirst: isFirst)
    rows = Array(repeating: Row(utf8Range: 0..<0, content: .blank), count: space)
    switch leaf.kind {
    case .ornament, .rule:
      rows.append(Row(utf8Range: 0..<0, content: .glyphs(LeafLayout.ornament(metrics: metrics))))
    case .table(let cells, let headRowCount):
      rows += LeafTable(leaf: leaf, cells: cells, headRowCount: headRowCount, metrics: metrics).rows
    default:
      let options = LeafLayout.options(for: leaf, metrics: metrics)
      if let style = metrics.reading, !readings.isEmpty {
        set(readings, style, options, metrics: metrics)
        return
      }
      let layout = ParagraphLayout(leaf.text, options: options)
      paragraph = layout
      for (index, line) in layout.lines.enumerated() {
        var shift = 0
        switch leaf.kind {
        case .title, .factLine: shift = max(0, (metrics.measureInCells - line.widthInCells) / 2)
        case .endmark: shift = max(0, metrics.measureInCells - line.widthInCells)
        default: shift = LeafLayout.shift(of: line, in: leaf, layout, metrics: metrics)
        }
        rows.append(Row(utf8Range: line.utf8Range, content: .line(index, shiftInCells: shift)))
      }
    }
  }

  /// Lays out the text with readings above its lines. Gaps are where readings need them, so nothing is justified or
  /// balanced.
  private mutating func set(
    _ readings: [Reading], _ style: ReadingStyle, _ options: LayoutOptions, metrics: PageMetrics
  ) {
    let spans = readings.map { RubySpan(utf8Range: $0.utf8Range, annotation: style.text(of: $0)) }
    guesses = Set(readings.lazy.filter(\.isGuess).map(\.utf8Range.lowerBound))
    let layout = RubyLayout(leaf.text, spans: spans, options: options)
    ruby = layout
    for (index, line) in layout.lines.enumerated() {
      let room = max(0, metrics.measureInCells - line.endColumn)
      let shift =
        switch leaf.kind {
        case .title: room / 2
        case .endmark: room
        default: leaf.alignment == nil || layout.lines.count > 1 ? 0 : leaf.alignment == .right ? room : room / 2
        }
      let start = line.utf8Range.lowerBound
      if !line.annotations.isEmpty {
        rows.append(Row(utf8Range: start..<start, content: .readings(index, shiftInCells: shift)))
      }
      rows.append(Row(utf8Range: line.utf8Range, content: .line(index, shiftInCells: shift)))
    }
  }

  /// The most cells between two clusters of a line that belong together. Readings extend up to three cells past a
  /// character on either side.
  var widestGapInCells: Int { ruby == nil ? 1 : 6 }

  /// Whether a row contains only the readings of the line below it.
  func isReadings(_ row: Int) -> Bool {
    if case .readings = rows[row].content { true } else { false }
  }

  /// The place of the character whose reading is in a column of a row of readings.
  func utf8Offset(ofReadingInColumn column: Int, row: Int) -> Int? {
    guard case .readings(let line, let shift) = rows[row].content else { return nil }
    return ruby?.lines[line].annotations.first { annotation in
      annotation.column..<annotation.column + annotation.widthInCells ~= column - shift
    }?.baseUTF8Range.lowerBound
  }

  /// The first row that shows an offset; rows without text never do.
  func row(showing utf8Offset: Int) -> Int {
    var found = 0
    for (index, row) in rows.enumerated() {
      if case .blank = row.content { continue }
      if row.utf8Range.lowerBound > utf8Offset { break }
      found = index
      if row.utf8Range.contains(utf8Offset) { break }
    }
    return found
  }

  /// How many columns a line of a signature, a date or an ornament is moved. If it does not fit, everything is laid out
  /// as usual.
  private static func shift(of line: Line, in leaf: Leaf, _ layout: ParagraphLayout, metrics: PageMetrics) -> Int {
    guard let alignment = leaf.alignment, layout.lines.allSatisfy(\.endsSegment) else { return 0 }
    let room = metrics.measureInCells - line.indentInCells - line.widthInCells
    return max(0, alignment == .right ? room : room / 2)
  }

  private static func rowsAbove(_ leaf: Leaf, metrics: PageMetrics, isFirst: Bool) -> Int {
    if isFirst { return metrics.titleSpaceInRows }
    if leaf.isTight || leaf.continues { return 0 }
    switch leaf.kind {
    case .ornament: return metrics.titleSpaceInRows > 0 ? 1 : 0
    case .factLine: return metrics.titleSpaceInRows > 1 ? 1 : 0
    case .paragraph where leaf.marker == nil && leaf.quoteDepth == 0 && leaf.listIndentInCells == 0:
      return metrics.spacesParagraphs ? 1 : 0
    default: return 1
    }
  }

  private static func options(for leaf: Leaf, metrics: PageMetrics) -> LayoutOptions {
    var options = metrics.options()
    // However deeply quotes and lists are nested, half of the measure is left for text.
    let left = min(leaf.listIndentInCells + leaf.quoteDepth * quoteIndentInCells, metrics.measureInCells / 2)
    options.firstLineIndentInCells = left
    options.restIndentInCells = left
    switch leaf.kind {
    case .title:
      options.measureInCells = max(
        2, metrics.measureInCells >= 40 ? metrics.measureInCells * 5 / 6 & ~1 : metrics.measureInCells)
      options.balancesLines = true
      options.hanging = .none
      options.setsRagged()
    case .factLine:
      options.hanging = .none
      options.setsRagged()
    case .paragraph, .standfirst:
      guard left == 0 else { break }
      guard leaf.alignment == nil || leaf.continues else {
        options.setsRagged()
        break
      }
      if !leaf.continues { options.firstLineIndentInCells = metrics.indentInCells }
      options.indentsSegments = !leaf.continues
      if VerseShape.isVerse(leaf.text) {
        options.restIndentInCells = min(metrics.indentInCells + 4, metrics.measureInCells / 2)
        options.setsRagged()
      }
    case .figure, .embed:
      let hang = labelWidth(of: leaf, metrics: metrics)
      options.restIndentInCells = min(left + hang, metrics.measureInCells / 2)
      options.fillsGently = false
    case .note:
      options.restIndentInCells = min(left + 4, metrics.measureInCells / 2)
      options.setsRagged()
    case .byline, .credit, .notice: options.fillsGently = false
    case .preformatted:
      options.prohibition = .none
      options.hanging = .none
      options.spacesHanAndLatin = false
      options.padsNarrowMarks = false
      options.setsRagged()
      options.avoidsShortLastLine = false
      options.stripsPadding = false
      options.keepsEvenTypeArea = false
    case .endmark, .term:
      options.setsRagged()
    case .heading, .noteHeading:
      options.balancesLines = true
      options.setsRagged()
    case .ornament, .rule, .table: break
    }
    return options
  }

  /// Columns that a label such as 〔图 1〕 takes on the page.
  private static func labelWidth(of leaf: Leaf, metrics: PageMetrics) -> Int {
    guard let run = leaf.runs.first, run.utf8Range.lowerBound == 0, run.style.contains(.aside) else { return 0 }
    var options = metrics.options(measure: 1_000)
    options.hanging = .none
    let label = String(decoding: Array(leaf.text.utf8.prefix(run.utf8Range.upperBound)), as: UTF8.self)
    return ParagraphLayout(label, options: options).lines[0].widthInCells
  }

  /// Columns of a quote's bar and the gap after it.
  static let quoteIndentInCells = 2

  private static func ornament(metrics: PageMetrics) -> [PlacedGlyph] {
    let piece = CellText(metrics.symbols.horizontal, ambiguous: metrics.ambiguousWidth)
    let count = min(6, metrics.measureInCells / max(1, piece.widthInCells))
    var column = max(0, (metrics.measureInCells - count * piece.widthInCells) / 2)
    var glyphs: [PlacedGlyph] = []
    for glyph in (0..<count).flatMap({ _ in piece.glyphs }) {
      glyphs.append(PlacedGlyph(column: column, glyph: glyph, role: .rule))
      column += Int(glyph.widthInCells)
    }
    return glyphs
  }
}

extension LeafLayout {
  /// The glyphs of a row, left to right, with their roles.
  ///
  /// - Complexity: O(n) in the row's text.
  func glyphs(ofRow index: Int, metrics: PageMetrics) -> [PlacedGlyph] {
    let row = rows[index]
    var glyphs: [PlacedGlyph] = []
    if metrics.isVertical {
      if case .glyphs(let made) = row.content { return made }
      return []
    }
    // On the blank row above, only the bars of the preceding quotes continue.
    if case .blank = row.content, row.utf8Range.isEmpty, index == 0 {
      appendBars(leaf.quoteDepthAbove, to: &glyphs, metrics: metrics)
    } else {
      appendBars(leaf.quoteDepth, to: &glyphs, metrics: metrics)
    }
    switch row.content {
    case .blank: break
    case .glyphs(let made): glyphs += made
    case .readings(let line, let shift): appendReadings(ofLine: line, shift: shift, to: &glyphs, metrics: metrics)
    case .line(let line, let shift):
      if line == 0, let marker = leaf.marker { append(marker, to: &glyphs, metrics: metrics) }
      append(ruby?.lines[line].clusters ?? paragraph?.clusters(ofLineAt: line) ?? [], shift: shift, to: &glyphs)
    }
    return glyphs
  }

  private func appendBars(_ count: Int, to glyphs: inout [PlacedGlyph], metrics: PageMetrics) {
    guard count > 0 else { return }
    let bar = CellText(metrics.symbols.bar, ambiguous: metrics.ambiguousWidth)
    for column in leaf.quoteBars.prefix(count) {
      guard let glyph = bar.glyphs.first, column + 2 <= metrics.measureInCells / 2 else { break }
      glyphs.append(PlacedGlyph(column: column, glyph: glyph, role: .bar))
    }
  }

  private func append(_ marker: String, to glyphs: inout [PlacedGlyph], metrics: PageMetrics) {
    let text = CellText(marker == "•" ? metrics.symbols.bullet : marker, ambiguous: metrics.ambiguousWidth)
    let indent = min(
      leaf.listIndentInCells + leaf.quoteDepth * LeafLayout.quoteIndentInCells, metrics.measureInCells / 2)
    var column = indent - 1 - text.widthInCells
    guard column >= 0 else { return }
    for glyph in text.glyphs {
      // In the text's own style: a change of style costs more on a slow line than the mark itself.
      glyphs.append(PlacedGlyph(column: column, glyph: glyph, role: leaf.kind.role))
      column += Int(glyph.widthInCells)
    }
  }

  private func appendReadings(
    ofLine line: Int, shift: Int, to glyphs: inout [PlacedGlyph], metrics: PageMetrics
  ) {
    for annotation in ruby?.lines[line].annotations ?? [] {
      let isGuess = guesses.contains(annotation.baseUTF8Range.lowerBound)
      glyphs += ReadingStyle.glyphs(of: annotation.text, isGuess: isGuess, ambiguous: metrics.ambiguousWidth).map {
        var glyph = $0
        glyph.column += annotation.column + shift
        return glyph
      }
    }
  }

  private func append(_ clusters: [PositionedCluster], shift: Int, to glyphs: inout [PlacedGlyph]) {
    let base: Role = leaf.quoteDepth > 0 && leaf.kind == .paragraph ? .quote : leaf.kind.role
    let utf8 = leaf.text.utf8
    let first = clusters.first?.utf8Range.lowerBound ?? 0
    var run = leaf.runs.partitioningIndex { $0.utf8Range.upperBound > first }
    for cluster in clusters where cluster.widthInCells > 0 {
      let start = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: cluster.utf8Range.upperBound)
      while run < leaf.runs.count, leaf.runs[run].utf8Range.upperBound <= cluster.utf8Range.lowerBound { run += 1 }
      var placed = PlacedGlyph(
        column: cluster.column + shift,
        glyph: Glyph(
          cluster: String(leaf.text[start..<end]), widthInCells: UInt8(min(2, cluster.widthInCells)),
          isWidthUncertain: cluster.isWidthUncertain),
        role: base, utf8Offset: cluster.utf8Range.lowerBound)
      if run < leaf.runs.count, leaf.runs[run].utf8Range.lowerBound <= cluster.utf8Range.lowerBound {
        placed.role = leaf.runs[run].style.role(in: base)
        placed.attributes = leaf.runs[run].style.attributes
        placed.url = leaf.runs[run].url
      }
      glyphs.append(placed)
    }
  }
}

extension Leaf.Kind {
  /// The role of the leaf's running text.
  var role: Role {
    switch self {
    case .title: .title
    case .factLine, .byline, .credit, .endmark, .notice, .note: .aside
    case .standfirst: .standfirst
    case .heading, .noteHeading: .heading
    case .figure, .embed: .caption
    case .preformatted: .code
    case .ornament, .rule: .rule
    case .term: .strong
    case .paragraph, .table: .text
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index at which a condition holds that then holds for the rest.
  func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension LayoutOptions {
  /// Leaves lines at their natural length.
  fileprivate mutating func setsRagged() {
    justifies = false
    fillsGently = false
  }
}
