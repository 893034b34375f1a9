/// The running text of an article as one string, in which positions, search and the outline are offsets.
///
/// Each piece of text of the body (a paragraph, a heading, a list item's paragraph, a table's row, a caption) is one
/// *segment*; segments are in reading order and separated by one `\n`. A segment without text (a rule, a picture
/// without caption) has an empty range, so that it still has a position. The title is not included: offset 0 is the
/// body's first character.
///
/// A position is a UTF-8 offset into ``text``; it is valid for every width and every setting. For display, build the
/// reading text from ``Article/sanitized()``: the offsets are those of the displayed text.
public struct ReadingText: Sendable, Equatable {
  /// All segments' text, joined by one `\
  /// ` each.
  public let text: String
  /// The pieces in reading order; their ranges ascend and do not overlap.
  public let segments: [Segment]
  /// The offset of each of the article's blocks.
  public let blockOffsets: [Int]

  /// One piece of text of the body, with its place in the article.
  public struct Segment: Sendable, Hashable {
    /// The kind of a segment.
    public enum Kind: Sendable, Hashable {
      /// A paragraph of the body, a quote or a list item.
      case paragraph(ParagraphRole?)
      /// A heading of level 1 to 6.
      case heading(level: Int)
      /// A table's own caption, before its rows.
      case tableCaption
      /// The cells are separated by tabs in the text.
      case tableRow(isHead: Bool)
      /// A figure's caption followed by its credit; empty if it has neither.
      case figure
      /// A block that keeps its line ends; they are in the text.
      case preformatted
      /// A thematic break; its range is empty.
      case rule
      /// The description of an embed; often empty.
      case embed(Embed.Kind)
    }
    /// What the segment is.
    public var kind: Kind
    /// The text with its styles; for a row, of all its cells.
    public var content: StyledText
    /// Its UTF-8 offsets in the reading text.
    public var utf8Range: Range<Int>
    /// The top-level block that it belongs to.
    public var blockIndex: Int
    /// The number of quotes around it.
    public var quoteDepth: Int
    /// The number of lists around it.
    public var listDepth: Int
    /// The marker before it if it opens a list item: `•`, `3.`.
    public var listMarker: String?
  }

  /// - Complexity: O(n) in the length of the text.
  public init(_ article: Article) {
    self.init(article.blocks)
  }

  /// The reading text of some blocks, as if they were an article's.
  ///
  /// - Complexity: O(n) in the length of the text.
  public init(_ blocks: [Block]) {
    var builder = Builder()
    var offsets: [Int] = []
    offsets.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      builder.blockIndex = index
      let firstSegment = builder.segments.count
      builder.add(block)
      // A block without segments (an empty list) is where the next one begins.
      offsets.append(
        firstSegment < builder.segments.count
          ? builder.segments[firstSegment].utf8Range.lowerBound : builder.nextOffset)
    }
    text = builder.text
    segments = builder.segments
    // No segment begins at the end.
    let end = builder.text.utf8.count
    blockOffsets = offsets.map { min($0, end) }
  }

  /// The segment at an offset, or the nearest one before it; `nil` if there is none.
  ///
  /// - Complexity: O(log n).
  public func segmentIndex(at utf8Offset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].utf8Range.lowerBound <= utf8Offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : (segments.isEmpty ? nil : 0)
  }

  /// The block at an offset; `nil` if there is none.
  public func blockIndex(at utf8Offset: Int) -> Int? {
    segmentIndex(at: utf8Offset).map { segments[$0].blockIndex }
  }

  private struct Builder {
    var text = ""
    var segments: [Segment] = []
    var blockIndex = 0
    private var length = 0
    private var quoteDepth = 0
    private var listDepth = 0
    private var pendingMarker: String?

    var nextOffset: Int { segments.isEmpty ? 0 : length + 1 }

    mutating func add(_ block: Block) {
      switch block {
      case .paragraph(let text, let role): append(text, .paragraph(role))
      case .heading(let text, let level): append(text, .heading(level: level))
      case .quote(let blocks):
        quoteDepth += 1
        for block in blocks { add(block) }
        quoteDepth -= 1
      case .list(let list): add(list)
      case .table(let table): add(table)
      case .figure(let figure): append(Self.caption(of: figure), .figure)
      case .preformatted(let text, _): append(StyledText(text), .preformatted)
      case .rule: append(StyledText(), .rule)
      case .embed(let embed): append(StyledText(embed.text), .embed(embed.kind))
      }
    }

    private mutating func add(_ list: ListBlock) {
      listDepth += 1
      let markers = list.markers
      for (index, item) in list.items.enumerated() {
        pendingMarker = markers[index]
        if item.isEmpty { append(StyledText(), .paragraph(nil)) }
        for block in item { add(block) }
        pendingMarker = nil
      }
      listDepth -= 1
    }

    private mutating func add(_ table: Table) {
      if let caption = table.caption { append(caption, .tableCaption) }
      for (index, row) in table.rows.enumerated() {
        var content = StyledText()
        for (column, cell) in row.enumerated() {
          if column > 0 { content.text += "\t" }
          content.append(cell)
        }
        append(content, .tableRow(isHead: index < table.headRowCount))
      }
    }

    private static func caption(of figure: Figure) -> StyledText {
      var content = figure.caption ?? StyledText()
      if let credit = figure.credit, !credit.isEmpty {
        if !content.isEmpty { content.text += " " }
        content.text += credit
      }
      return content
    }

    private mutating func append(_ content: StyledText, _ kind: Segment.Kind) {
      if !segments.isEmpty {
        text += "\n"
        length += 1
      }
      let count = content.text.utf8.count
      text += content.text
      segments.append(
        Segment(
          kind: kind, content: content, utf8Range: length..<(length + count), blockIndex: blockIndex,
          quoteDepth: quoteDepth, listDepth: listDepth, listMarker: pendingMarker))
      pendingMarker = nil
      length += count
    }
  }
}

extension StyledText {
  /// Appends another text with its spans.
  mutating func append(_ other: StyledText) {
    let offset = text.utf8.count
    text += other.text
    for span in other.spans {
      spans.append(
        Span(
          utf8Range: (span.utf8Range.lowerBound + offset)..<(span.utf8Range.upperBound + offset), style: span.style))
    }
  }
}
