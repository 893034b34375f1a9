extension ParagraphLayout {
  /// The clusters of a line with their columns, in reading order, without white space at the line's end, and without
  /// white space at its start where the paragraph or a forced break begins and `stripsPadding` is on.
  ///
  /// A gap between Han and Latin and the columns of justification are columns that no cluster takes: they are shown and
  /// never copied.
  ///
  /// - Complexity: O(n) in the line's text.
  public func clusters(ofLineAt index: Int) -> [PositionedCluster] {
    let line = lines[index]
    let placed = text.withUTF8Text { place(line, at: index, in: $0) }
    return options.justifies || options.fillsGently ? justified(placed, lineAt: index) : placed.clusters
  }

  /// The clusters of a line before justification.
  private struct PlacedLine {
    var clusters: [PositionedCluster] = []
    /// Indices of clusters before which Han and Latin meet, except between a number and its unit.
    var seams: [Int] = []
    /// Index of the last cluster before which a mark has its own blank and that is not itself a mark.
    var lastBesideMark: Int?
    /// Indices of blanks between words.
    var blanks: [Int] = []
  }

  private func place(_ line: Line, at index: Int, in text: UTF8Text) -> PlacedLine {
    var placed = PlacedLine()
    placed.clusters.reserveCapacity(line.utf8Range.count / 2)
    var isLeading = true
    let stripsPadding = options.stripsPadding && startsSegment(lineAt: index)
    let leadingLimit = line.indentInCells + roomInCells(ofLineAt: index) - 2
    var pen = LinePen(options, from: line.indentInCells, isSqueezed: line.closesGaps)
    var visibleCount = 0
    var offset = line.utf8Range.lowerBound
    while offset < line.utf8Range.upperBound {
      let category = text.category(at: offset).category
      let cluster = text.cluster(at: offset, ambiguous: options.ambiguousWidth)
      let range = offset..<min(cluster.end, line.utf8Range.upperBound)
      offset = cluster.end
      if category.lineBreakClass.isIn(.hardBreaks) { break }
      if category.cells.isBlank {
        if isLeading, stripsPadding { continue }
        if !isLeading { placed.blanks.append(placed.clusters.count) }
        var width = cluster.widthInCells
        if isLeading { width = max(0, min(width, leadingLimit - pen.column)) }
        placed.clusters.append(PositionedCluster(utf8Range: range, column: pen.column, widthInCells: width))
        pen.passBlank(widthInCells: width, isLeading: isLeading)
        continue
      }
      var column = pen.column
      if cluster.widthInCells > 0 {
        let place = pen.place(category, widthInCells: cluster.widthInCells, endingAt: cluster.end, in: text)
        column = place.column
        if place.isSeam {
          let isQuantity = category.mark == .unit && text.bytes[range.lowerBound - 1] &- 0x30 < 10
          if !isQuantity { placed.seams.append(placed.clusters.count) }
        }
        if place.isBesideMark, !isLeading { placed.lastBesideMark = placed.clusters.count }
        isLeading = false
        visibleCount = placed.clusters.count + 1
      }
      placed.clusters.append(
        PositionedCluster(
          utf8Range: range, column: column, widthInCells: cluster.widthInCells,
          isWidthUncertain: cluster.isWidthUncertain))
    }
    placed.clusters.removeSubrange(visibleCount...)
    return placed
  }

  // MARK: Justification

  /// Moves clusters apart so that the line fills the measure (CLREQ: Latin word spaces first, then Han–Latin gaps).
  private func justified(_ placed: PlacedLine, lineAt index: Int) -> [PositionedCluster] {
    let line = lines[index]
    let missing = roomInCells(ofLineAt: index) - line.widthInCells
    let blanks = placed.blanks.filter { $0 < placed.clusters.count }
    guard missing > 0, !line.endsSegment else { return placed.clusters }
    let seams = placed.seams
    // A mark of one column puts the Han after it off their grid and leaves the line one column short; a blank beside
    // the mark corrects both. Where the room itself is odd, every line is short by one, and the edge is even anyway.
    if options.fillsGently, missing == 1, roomInCells(ofLineAt: index) % 2 == 0, blanks.isEmpty, seams.isEmpty,
      let place = placed.lastBesideMark
    {
      return placed.clusters.enumerated().map { index, cluster in
        var cluster = cluster
        if index >= place { cluster.column += 1 }
        return cluster
      }
    }
    // Gentle filling widens nothing by more than a column.
    let justifies = options.justifies && missing <= 2 * blanks.count + seams.count
    guard justifies || (options.fillsGently && missing <= min(2, blanks.count + seams.count)) else {
      return placed.clusters
    }

    var added = [Int](repeating: 0, count: placed.clusters.count + 1)
    let toBlanks = min(missing, justifies ? 2 * blanks.count : blanks.count)
    for (place, share) in Self.shares(of: toBlanks, among: blanks.count).enumerated() {
      added[blanks[place] + 1] += share
    }
    for (place, share) in Self.shares(of: missing - toBlanks, among: seams.count).enumerated() {
      added[seams[place]] += share
    }
    var shift = 0
    return placed.clusters.enumerated().map { place, cluster in
      var cluster = cluster
      shift += added[place]
      cluster.column += shift
      return cluster
    }
  }

  /// Distributes a number of columns evenly over places, so that none differs much from its neighbours.
  private static func shares(of columns: Int, among count: Int) -> [Int] {
    guard count > 0 else { return [] }
    return (0..<count).map { ($0 + 1) * columns / count - $0 * columns / count }
  }
}
