/// How a page's prose is spread over its elements.
struct ProseShares {
  /// What stands before a node.
  private struct Sums {
    var prose: Int32 = 0
    var text: Int32 = 0
    var linked: Int32 = 0
    var lines: Int32 = 0
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
  }

  private func difference(_ node: Int32, _ value: (Sums) -> Int32) -> Int32 {
    value(sums[tree.subtreeEnd(of: NodeID(Int(node)))]) - value(sums[Int(node)])
  }

  /// The share of the page's prose that lies in a node, 0 to 1.
  func share(of node: Int32) -> Double { Double(difference(node, \.prose)) / total }

  /// The share of a node's text that lies in links.
  func linkShare(of node: Int32) -> Double {
    Double(difference(node, \.linked)) / Double(max(1, difference(node, \.text)))
  }

  func lineCount(in node: Int32) -> Int { Int(difference(node, \.lines)) }
}
