/// Sums of text length along a tree, in bytes, so that the length of any subtree is one subtraction.
///
/// A Han character counts three bytes and a Latin letter one, which roughly matches how much information each carries.
struct TextSizes {
  /// The text before a node.
  private struct Sums {
    /// The bytes of text that is not blank.
    var text: Int32 = 0
    /// The part of it that is in links.
    var linked: Int32 = 0
  }

  /// For each node, with one more for the end of the tree.
  private let sums: [Sums]

  /// Counts text that is neither dropped nor hidden by its element.
  init(_ tree: HTMLTree) {
    let count = tree.count
    sums = tree.nodes.withUnsafeBufferPointer { nodes in
      [Sums](unsafeUninitializedCapacity: count + 1) { sums, filled in
        var sum = Sums()
        var linkEnd = 0
        var index = 0
        while index < count {
          sums.initializeElement(at: index, to: sum)
          let node = nodes[index]
          if tree.isDropped(NodeID(index)) || node.known.isHidden, node.known != .text {
            // Its text does not count.
            while index + 1 < Int(node.subtreeEnd) {
              index &+= 1
              sums.initializeElement(at: index, to: sum)
            }
          } else if node.known == .text {
            if !node.flags.contains(.blank), !tree.isDropped(NodeID(index)) {
              let length = Int32(truncatingIfNeeded: node.sourceEnd - node.sourceStart)
              sum.text &+= length
              if index < linkEnd { sum.linked &+= length }
            }
          } else if node.known == .a {
            linkEnd = max(linkEnd, Int(node.subtreeEnd))
          }
          index &+= 1
        }
        sums.initializeElement(at: count, to: sum)
        filled = count + 1
      }
    }
  }

  var total: Int { Int(sums[sums.count - 1].text) }

  func size(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(sums[tree.subtreeEnd(of: node)].text - sums[Int(node.index)].text)
  }

  func linkedSize(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(sums[tree.subtreeEnd(of: node)].linked - sums[Int(node.index)].linked)
  }

  /// The text before a node, in bytes.
  func size(before node: NodeID) -> Int { Int(sums[Int(node.index)].text) }

  /// The share of a subtree's text that is in links, 0 to 1.
  func linkShare(_ tree: HTMLTree, _ node: NodeID) -> Double {
    let size = size(tree, node)
    return size == 0 ? 0 : Double(linkedSize(tree, node)) / Double(size)
  }
}
