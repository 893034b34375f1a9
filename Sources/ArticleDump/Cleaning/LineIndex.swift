/// The lines of each element. Lines and nodes are both in document order, so an element's lines are a range.
struct LineIndex {
  /// For each node, and for the end of the tree, how many lines begin before it.
  private let countsBefore: [Int32]
  private let tree: HTMLTree

  init(_ lines: [Line], _ tree: HTMLTree) {
    self.tree = tree
    let count = tree.count
    countsBefore = [Int32](unsafeUninitializedCapacity: count + 1) { counts, filled in
      var node = 0
      for (number, line) in lines.enumerated() {
        while node <= min(count, Int(line.first)) {
          counts.initializeElement(at: node, to: Int32(truncatingIfNeeded: number))
          node &+= 1
        }
      }
      while node <= count {
        counts.initializeElement(at: node, to: Int32(truncatingIfNeeded: lines.count))
        node &+= 1
      }
      filled = count + 1
    }
  }

  /// The lines that begin in a node.
  @inline(__always)
  func lines(in node: Int32) -> Range<Int> {
    let end = tree.subtreeEnd(of: NodeID(Int(node)))
    return Int(countsBefore[Int(node)])..<Int(countsBefore[end])
  }
}
