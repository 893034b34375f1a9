/// How a page's prose is distributed over its elements.
struct ProseShares {
  /// The sums before a line.
  private struct Sums {
    var prose: Int32 = 0
    var text: Int32 = 0
    var linked: Int32 = 0
    var headlines: Int32 = 0
  }

  /// For each line, and for the end of the page.
  private let sums: [Sums]
  private let index: LineIndex
  private let total: Double
  /// The first and the last line of prose; the ends of the page where it has no prose.
  private(set) var firstLine = 0
  private(set) var lastLine: Int
  /// The share of the page's text that is prose, 0 to 1.
  let proseShare: Double
  /// Whether most of the page is in Han characters.
  let isHan: Bool

  /// The prose in all elements of each path, and the most that any path has.
  private var paths: KeyTable<Int32>
  private var outerPaths: KeyTable<Int32>
  private(set) var mostOfPath: Int32 = 1
  private var mostOfOuterPath: Int32 = 1

  init(_ lines: [Line], _ index: LineIndex) {
    self.index = index
    lastLine = lines.count
    var sum = Sums()
    var han: Int32 = 0
    sums = [Sums](unsafeUninitializedCapacity: lines.count + 1) { sums, filled in
      for place in lines.indices {
        sums.initializeElement(at: place, to: sum)
        sum.text &+= lines[place].length
        sum.linked &+= lines[place].linkLength
        if lines[place].isLinkedHeadline { sum.headlines &+= 1 }
        if lines[place].isProse { sum.prose &+= lines[place].length }
        if lines[place].marks.contains(.hasHan) { han &+= lines[place].length }
      }
      sums.initializeElement(at: lines.count, to: sum)
      filled = lines.count + 1
    }
    isHan = han * 2 > sum.text
    total = Double(max(1, sum.prose))
    proseShare = Double(sum.prose) / Double(max(1, sum.text))
    if let first = lines.firstIndex(where: \.isProse), let last = lines.lastIndex(where: \.isProse) {
      firstLine = first
      lastLine = last
    }
    let proseCount = lines.count(where: \.isProse)
    paths = KeyTable(capacity: proseCount, empty: 0)
    outerPaths = KeyTable(capacity: proseCount, empty: 0)
    for line in lines where line.isProse {
      paths[line.path] += line.length
      outerPaths[line.outerPath] += line.length
    }
    mostOfPath = max(1, paths.values.max() ?? 1)
    mostOfOuterPath = max(1, outerPaths.values.max() ?? 1)
  }

  @inline(__always)
  private func difference(_ node: Int32, _ value: (Sums) -> Int32) -> Int32 {
    let lines = index.lines(in: node)
    return value(sums[lines.upperBound]) - value(sums[lines.lowerBound])
  }

  /// The share of the page's prose that is in a node, 0 to 1.
  func share(of node: Int32) -> Double { Double(difference(node, \.prose)) / total }

  /// Whether a node holds most of the page's prose.
  func holdsText(_ node: Int32) -> Bool { share(of: node) >= Thresholds.ProseShare.most }

  /// Whether a line is between paragraphs, directly in the element that holds most of them, or in a list there.
  func isAmid(_ place: Int, _ line: Line, _ tree: HTMLTree) -> Bool {
    guard firstLine < place, place < lastLine else { return false }
    if holdsText(line.parent) { return true }
    return line.context.contains(.item)
      && (tree.parent(of: NodeID(Int(line.parent))).map { holdsText($0.index) } ?? false)
  }

  /// The prose in elements of a path, relative to the path with the most.
  func pathShare(of line: Line) -> Double { Double(paths[line.path]) / Double(mostOfPath) }
  func outerPathShare(of line: Line) -> Double { Double(outerPaths[line.outerPath]) / Double(mostOfOuterPath) }

  /// The share of the page's prose in some lines.
  func share(ofLength length: Int32) -> Double { Double(length) / total }

  /// The share of a node's text that is in links.
  func linkShare(of node: Int32) -> Double {
    Double(difference(node, \.linked)) / Double(max(1, difference(node, \.text)))
  }

  func lineCount(in node: Int32) -> Int { index.lines(in: node).count }

  /// Bytes of text in a node, and of prose.
  func textLength(of node: Int32) -> Int { Int(difference(node, \.text)) }
  func proseLength(of node: Int32) -> Int { Int(difference(node, \.prose)) }

  /// How many lines in a node are links as long as a headline.
  func headlineCount(in node: Int32) -> Int { Int(difference(node, \.headlines)) }
}
