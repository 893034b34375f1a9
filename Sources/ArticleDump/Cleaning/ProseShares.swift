/// How a page's prose is spread over its elements.
struct ProseShares {
  /// What stands before a node.
  private struct Sums {
    var prose: Int32 = 0
    var text: Int32 = 0
    var linked: Int32 = 0
    var lines: Int32 = 0
    var headlines: Int32 = 0
  }

  private let sums: [Sums]
  private let tree: HTMLTree
  private let total: Double
  /// The first and the last line of prose; without one the ends of the page.
  private(set) var firstLine = 0
  private(set) var lastLine: Int
  /// The share of the page's text that is prose, 0 to 1.
  let proseShare: Double
  /// Whether most of the page is in Han characters.
  let isHan: Bool

  /// The prose in all elements of one path, and the most that any path has.
  private var paths: KeyTable<Int32>
  private var outerPaths: KeyTable<Int32>
  private var mostOfPath: Int32 = 1
  private var mostOfOuterPath: Int32 = 1

  init(_ lines: [Line], count: Int, tree: HTMLTree) {
    self.tree = tree
    lastLine = lines.count
    var sum = Sums()
    var next = 0
    var han: Int32 = 0
    sums = [Sums](unsafeUninitializedCapacity: count + 1) { sums, filled in
      for index in 0...count {
        sums.initializeElement(at: index, to: sum)
        guard next < lines.count, lines[next].first == Int32(index) else { continue }
        let line = lines[next]
        next += 1
        sum.text &+= line.length
        sum.linked &+= line.linkLength
        sum.lines &+= 1
        if line.isLinkedHeadline { sum.headlines &+= 1 }
        if line.isProse { sum.prose &+= line.length }
        if line.marks.contains(.hasHan) { han &+= line.length }
      }
      filled = count + 1
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

  private func difference(_ node: Int32, _ value: (Sums) -> Int32) -> Int32 {
    value(sums[tree.subtreeEnd(of: NodeID(Int(node)))]) - value(sums[Int(node)])
  }

  /// The share of the page's prose that lies in a node, 0 to 1.
  func share(of node: Int32) -> Double { Double(difference(node, \.prose)) / total }

  /// The prose in elements of a path, beside the path that has most.
  func pathShare(of line: Line) -> Double { Double(paths[line.path]) / Double(mostOfPath) }
  func outerPathShare(of line: Line) -> Double { Double(outerPaths[line.outerPath]) / Double(mostOfOuterPath) }

  /// The share of the page's prose in some lines.
  func share(ofLength length: Int32) -> Double { Double(length) / total }

  /// The share of a node's text that lies in links.
  func linkShare(of node: Int32) -> Double {
    Double(difference(node, \.linked)) / Double(max(1, difference(node, \.text)))
  }

  func lineCount(in node: Int32) -> Int { Int(difference(node, \.lines)) }

  /// Bytes of text in a node, and of prose.
  func textLength(of node: Int32) -> Int { Int(difference(node, \.text)) }
  func proseLength(of node: Int32) -> Int { Int(difference(node, \.prose)) }

  /// How many lines in a node are links as long as a headline.
  func headlineCount(in node: Int32) -> Int { Int(difference(node, \.headlines)) }
}
