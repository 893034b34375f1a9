/// Ruby in a row of its own above every line that has any.
///
/// A base narrower than its annotation is widened, so that annotations do not run into each other; base and annotation
/// are centred on each other (CLREQ, "Positioning of Interlinear Annotations"). No line divides a base.
public struct RubyLayout: Sendable {
  /// A line with the annotations above it.
  public struct Line: Sendable, Hashable {
    /// The source text of the line: ranges are contiguous and cover the text.
    public var utf8Range: Range<Int>
    /// The clusters in order of columns; bases are widened where their annotation needs it.
    public var clusters: [PositionedCluster]
    /// What is in the row above; empty if no row is needed.
    public var annotations: [Annotation]

    /// The column after the last cluster or annotation; 0 for an empty line.
    public var endColumn: Int {
      max(
        clusters.last.map { $0.column + $0.widthInCells } ?? 0,
        annotations.last.map { $0.column + $0.widthInCells } ?? 0)
    }
  }

  /// An annotation in the row above its base.
  public struct Annotation: Sendable, Hashable {
    /// The annotation as given.
    public var text: String
    /// Its left edge, in columns from the left edge of the type area.
    public var column: Int
    /// Columns that it takes.
    public var widthInCells: Int
    /// The base in the source.
    public var baseUTF8Range: Range<Int>
  }

  /// At least one; their ranges are contiguous and cover the text.
  public let lines: [Line]

  /// Sets a paragraph with ruby.
  ///
  /// - Parameters:
  ///   - text: One paragraph; `\n` forces a line.
  ///   - spans: In order, not overlapping.
  ///   - options: Measure, indents, prohibition, hanging, padding, gaps between Han and Latin, short last lines and
  ///     ambiguous width apply.
  public init(_ text: String, spans: [RubySpan], options: LayoutOptions) {
    lines = text.withUTF8Text { RubyComposer(text: $0, spans: spans, options: options).lines() }
  }
}

/// Makes units of bases and clusters, wraps them, and places the lines.
private struct RubyComposer {
  let text: UTF8Text
  let options: LayoutOptions
  private let units: [WrapUnit]
  /// The clusters of every unit, and the annotation over it.
  private let members: [(clusters: Range<Int>, span: RubySpan?)]
  private let clusters: [WrapUnit]

  init(text: UTF8Text, spans: [RubySpan], options: LayoutOptions) {
    self.text = text
    self.options = options
    clusters = WrapUnit.clusters(of: text, options)
    var units: [WrapUnit] = []
    var members: [(Range<Int>, RubySpan?)] = []
    var remaining = spans.filter { !$0.annotation.isEmpty && !$0.utf8Range.isEmpty }[...]
    var index = 0
    while index < clusters.count {
      while let span = remaining.first, span.utf8Range.upperBound <= clusters[index].utf8Range.lowerBound {
        remaining.removeFirst()
      }
      var unit = clusters[index]
      var end = index + 1
      var owner: RubySpan?
      if let span = remaining.first, span.utf8Range.contains(unit.utf8Range.lowerBound), !unit.isForcedBreak {
        while end < clusters.count, clusters[end].utf8Range.lowerBound < span.utf8Range.upperBound,
          !clusters[end].isForcedBreak
        {
          unit.size += clusters[end].size
          end += 1
        }
        unit.utf8Range = unit.utf8Range.lowerBound..<clusters[end - 1].utf8Range.upperBound
        unit.size = Self.width(
          base: unit.size, annotation: span.annotation.widthInCells(ambiguous: options.ambiguousWidth))
        owner = span
        remaining.removeFirst()
      }
      units.append(unit)
      members.append((index..<end, owner))
      index = end
    }
    // Beside a base there are blanks already, since its annotation is usually wider.
    for index in units.indices.dropFirst() where options.spacesHanAndLatin {
      guard members[index - 1].1 == nil, members[index].1 == nil else { continue }
      let isSeam = units[index - 1].isHan && units[index].isLatin || units[index - 1].isLatin && units[index].isHan
      if isSeam { units[index].gapBefore = 1 }
    }
    self.units = units
    self.members = members
  }

  /// A blank column separates an annotation from the next one; the Han grid of two columns is kept.
  private static func width(base: Int, annotation: Int) -> Int {
    base > annotation ? base : (annotation + 2) & ~1
  }

  func lines() -> [RubyLayout.Line] {
    let first = options.indentInCells(isFirstLine: true)
    let rest = options.indentInCells(isFirstLine: false)
    let wrapper = UnitWrapper(
      units: units, firstLimit: options.typeAreaInCells - first, limit: options.typeAreaInCells - rest,
      hanging: options.hanging, indentsSegments: options.indentsSegments,
      avoidsShortLastLine: options.avoidsShortLastLine)
    return wrapper.lines().map {
      place(
        units: $0, indent: wrapper.isFirstLine(from: $0.lowerBound) ? first : rest,
        startsSegment: wrapper.startsSegment(at: $0.lowerBound))
    }
  }

  private func place(units range: Range<Int>, indent: Int, startsSegment: Bool) -> RubyLayout.Line {
    let start = range.isEmpty ? 0 : units[range.lowerBound].utf8Range.lowerBound
    let end = range.isEmpty ? 0 : units[range.upperBound - 1].utf8Range.upperBound
    var line = RubyLayout.Line(utf8Range: start..<end, clusters: [], annotations: [])
    var column = indent
    let lastShown = range.last { !units[$0].isBlank && units[$0].size > 0 && !units[$0].isForcedBreak }
    for index in range.prefix(while: { $0 <= lastShown ?? -1 }) {
      let unit = units[index]
      if unit.isBlank, line.clusters.isEmpty, startsSegment, options.stripsPadding { continue }
      if !line.clusters.isEmpty { column += unit.gapBefore }
      let base = clusters[members[index].clusters]
      let baseWidth = base.reduce(0) { $0 + $1.size }
      if let span = members[index].span {
        let width = span.annotation.widthInCells(ambiguous: options.ambiguousWidth)
        line.annotations.append(
          RubyLayout.Annotation(
            text: span.annotation, column: column + max(0, baseWidth - width) / 2, widthInCells: width,
            baseUTF8Range: unit.utf8Range))
      }
      var place = column + (members[index].span == nil ? 0 : (unit.size - baseWidth) / 2)
      for cluster in base {
        line.clusters.append(
          PositionedCluster(
            utf8Range: cluster.utf8Range, column: place, widthInCells: cluster.size,
            isWidthUncertain: cluster.isWidthUncertain))
        place += cluster.size
      }
      column += unit.size
    }
    return line
  }
}
