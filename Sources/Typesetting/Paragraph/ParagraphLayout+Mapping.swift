/// The part of a source range on one line.
public struct LineSpan: Sendable, Hashable {
  /// The index in ``ParagraphLayout/lines``.
  public var lineIndex: Int
  /// Columns from the left edge of the type area, including the hanging gutter.
  public var columns: Range<Int>
  /// The source of the clusters that are shown, as UTF-8 offsets: whole clusters, so possibly more than was asked for.
  public var utf8Range: Range<Int>
}

extension ParagraphLayout {
  /// The line that holds a source offset; the last one for an offset at or past the end.
  ///
  /// - Complexity: O(log n).
  public func lineIndex(containing utf8Offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].utf8Range.lowerBound <= utf8Offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a source offset is shown: the line, and the column of the cluster that holds it. An offset in white space
  /// that is not shown has the column after the line's last cluster.
  public func position(ofUTF8Offset utf8Offset: Int) -> (lineIndex: Int, column: Int) {
    let index = lineIndex(containing: utf8Offset)
    let clusters = clusters(ofLineAt: index)
    if let cluster = clusters.first(where: { $0.utf8Range.upperBound > utf8Offset }) { return (index, cluster.column) }
    return (index, clusters.last.map { $0.column + $0.widthInCells } ?? lines[index].indentInCells)
  }

  /// The source offset of the cluster at a column; of the nearest one in a gap, an indent or past the line's end.
  public func utf8Offset(lineIndex: Int, column: Int) -> Int {
    let clusters = clusters(ofLineAt: lineIndex)
    guard let last = clusters.last(where: { $0.widthInCells > 0 && $0.column <= column }) else {
      return clusters.first?.utf8Range.lowerBound ?? lines[lineIndex].utf8Range.lowerBound
    }
    let isPastEnd = last == clusters.last && column >= last.column + last.widthInCells
    return isPastEnd ? last.utf8Range.upperBound : last.utf8Range.lowerBound
  }

  /// Where a range of the source is shown: a search hit, a selection, a run of one style.
  ///
  /// Gaps within the range are part of its columns.
  public func spans(of utf8Range: Range<Int>) -> [LineSpan] {
    guard !utf8Range.isEmpty else { return [] }
    let last = lineIndex(containing: utf8Range.upperBound - 1)
    return (lineIndex(containing: utf8Range.lowerBound)...last).compactMap { index in
      span(of: utf8Range, on: clusters(ofLineAt: index), lineAt: index)
    }
  }

  private func span(of utf8Range: Range<Int>, on clusters: [PositionedCluster], lineAt index: Int) -> LineSpan? {
    let covered = clusters.filter { $0.utf8Range.overlaps(utf8Range) && $0.widthInCells > 0 }
    guard let first = covered.first, let last = covered.last else { return nil }
    return LineSpan(
      lineIndex: index, columns: first.column..<last.column + last.widthInCells,
      utf8Range: first.utf8Range.lowerBound..<last.utf8Range.upperBound)
  }

  /// A line as a string of exactly the columns it takes: with indent, gaps and a hanging mark, without blanks at its
  /// end.
  public func displayText(ofLineAt index: Int) -> String {
    var shown = ""
    var column = 0
    text.withUTF8Text { text in
      for cluster in clusters(ofLineAt: index) {
        while column < cluster.column {
          shown += " "
          column += 1
        }
        if text.bytes[cluster.utf8Range.lowerBound] == 0x09 { continue }  // columns alone
        shown += text.string(in: cluster.utf8Range)
        column += cluster.widthInCells
      }
    }
    return shown
  }
}
