/// Breaks a title after marks first, then between words, into lines of about equal length.
///
/// The number of lines is the least that the measure allows. Among all ways to set that many lines, the one with the
/// least cost is chosen: the squares of the lines' differences from their mean, plus a price for each break by what it
/// separates.
struct BalancedLines {
  let text: UTF8Text
  let options: LayoutOptions

  /// Longer titles stay as they are wrapped: the search grows with the square of a line's length.
  private static let limitInUTF8 = 1_000

  /// The cost of a break, in square cells of imbalance: two lines that each differ from their mean by fourteen cells
  /// are better than a break that is not after a mark.
  private enum Price {
    static let mark = 0
    static let word = 400
    static let doubtful = 560
    static let bracketed = 740
    static let within = 1_100
    static let soft = 1_500
    /// A last line shorter than a third of the mean looks like an accident.
    static let shortLastLine = 400
  }

  /// - Parameter wrapped: The text's lines at the full measure; more than one.
  func lines(_ wrapped: [Line]) -> [Line] {
    guard text.count <= Self.limitInUTF8, !wrapped.dropLast().contains(where: \.endsSegment) else { return wrapped }
    let places = places()
    guard let ends = ends(among: places, lineCount: wrapped.count, wrapped) else { return wrapped }
    var wrapper = LineWrapper(text, style: LineWrapper.Style(options))
    var lines: [Line] = []
    for end in ends {
      let start = wrapper.offset
      let indent = options.indentInCells(isFirstLine: lines.isEmpty)
      lines.append(Line(wrapper.nextLine(endingAt: end), from: start, indent: indent))
    }
    let area = options.typeAreaInCells
    let fits = lines.allSatisfy { $0.indentInCells + $0.widthInCells <= area }
    return fits && lines.last?.utf8Range.upperBound == text.count ? lines : wrapped
  }

  // MARK: Where lines may end

  private struct Place {
    var utf8Offset: Int
    /// Cells of the text up to here, as one line: including blanks, and without the blanks right before.
    var column: Int
    var visibleColumn: Int
    var price: Int
  }

  /// Every place where a line may end; the first and the last are the start and the end of the text.
  private func places() -> [Place] {
    let strengths = WordSegmenter.strengths(in: text)
    var walk = ClusterWalk(text, options)
    var pen = LinePen(options)
    var places: [Place] = []
    var visibleColumn = 0
    var brackets: [Bool] = []  // whether each open one belongs to a book's title
    while let step = walk.next() {
      let offset = step.utf8Range.lowerBound
      let mark = step.category.mark
      if mark == .close || mark == .quoteClose { _ = brackets.popLast() }
      if offset == 0 || step.opportunity >= .soft {
        var price = step.opportunity == .soft ? Price.soft : price(of: strengths[offset])
        if let isBookTitle = brackets.last { price = max(price, isBookTitle ? Price.within : Price.bracketed) }
        places.append(Place(utf8Offset: offset, column: pen.column, visibleColumn: visibleColumn, price: price))
      }
      if mark == .open || mark == .quoteOpen { brackets.append(isBookTitleMark(at: offset)) }
      if step.category.cells.isBlank {
        let isLeading = visibleColumn == 0
        pen.passBlank(widthInCells: isLeading ? 0 : step.widthInCells, isLeading: isLeading)
      } else if step.widthInCells > 0 {
        _ = pen.place(step.category, widthInCells: step.widthInCells, endingAt: step.utf8Range.upperBound, in: text)
        visibleColumn = pen.column
      }
    }
    places.append(Place(utf8Offset: text.count, column: pen.column, visibleColumn: visibleColumn, price: 0))
    return places
  }

  private func price(of strength: WordSegmenter.Strength) -> Int {
    switch strength {
    case .mark: Price.mark
    case .word: Price.word
    case .doubtful: Price.doubtful
    case .within: Price.within
    }
  }

  /// Whether 《 or 〈 is at an offset.
  private func isBookTitleMark(at offset: Int) -> Bool {
    text.bytes[offset] == 0xE3 && text.bytes[offset + 1] == 0x80 && (text.bytes[offset + 2] | 2) == 0x8A
  }

  // MARK: The best ends

  /// The ends of the given number of lines with the least total cost; `nil` if they do not fit.
  private func ends(among places: [Place], lineCount: Int, _ wrapped: [Line]) -> [Int]? {
    let area = options.typeAreaInCells
    let total = places[places.count - 1].visibleColumn
    let mean = (total + lineCount - 1) / lineCount
    var costs = [Int](repeating: .max, count: places.count)
    var cameFrom: [[Int]] = []
    costs[0] = 0
    for line in 0..<lineCount {
      let room = area - options.indentInCells(isFirstLine: line == 0)
      var next = [Int](repeating: .max, count: places.count)
      var from = [Int](repeating: -1, count: places.count)
      for start in places.indices where costs[start] < .max {
        for end in places.indices.dropFirst(start + 1) {
          let width = places[end].visibleColumn - places[start].column
          if width > room { break }
          let isLast = end == places.count - 1
          guard isLast == (line == lineCount - 1) else { continue }
          var cost = costs[start] + (width - mean) * (width - mean) + places[end].price
          if isLast, width * 3 < mean { cost += Price.shortLastLine }
          if cost < next[end] { (next[end], from[end]) = (cost, start) }
        }
      }
      costs = next
      cameFrom.append(from)
    }
    guard var place = costs.indices.last, costs[place] < .max else { return nil }
    var ends: [Int] = []
    for from in cameFrom.reversed() {
      ends.append(places[place].utf8Offset)
      place = from[place]
    }
    return ends.reversed()
  }
}
