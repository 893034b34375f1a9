/// How much text lies where in a tree, in bytes, so that any subtree is weighed in two steps.
///
/// A Han character weighs three bytes, a Latin letter one: near enough to what each says.
struct InkMap {
  /// What stands before a node.
  private struct Sums {
    /// The bytes of text that is not blank.
    var text: Int32 = 0
    /// The part of it that lies in links.
    var linked: Int32 = 0
    var pictures: Int32 = 0
  }

  /// For each node, and one more for the end of the tree.
  private let sums: [Sums]

  /// Weighs what is not dropped and not hidden by its tag.
  init(_ tree: HTMLTree) {
    let count = tree.count
    sums = [Sums](unsafeUninitializedCapacity: count + 1) { sums, filled in
      var sum = Sums()
      var linkEnd = 0
      var skipEnd = 0
      for index in 0..<count {
        sums.initializeElement(at: index, to: sum)
        guard index >= skipEnd else { continue }
        let node = tree.nodes[index]
        if tree.isDropped(NodeID(index)) {
          skipEnd = Int(node.subtreeEnd)
          continue
        }
        if node.tag == Tag.text.rawValue {
          guard !node.flags.contains(.blank) else { continue }
          let length = Int32(truncatingIfNeeded: node.sourceEnd - node.sourceStart)
          sum.text &+= length
          if index < linkEnd { sum.linked &+= length }
          continue
        }
        let tag = tree.tag(NodeID(index))
        if tag == .a {
          linkEnd = max(linkEnd, Int(node.subtreeEnd))
        } else if tag == .img {
          sum.pictures &+= 1
        } else if tag.traits.contains(.hidden) {
          skipEnd = Int(node.subtreeEnd)
        }
      }
      sums.initializeElement(at: count, to: sum)
      filled = count + 1
    }
  }

  var total: Int { Int(sums[sums.count - 1].text) }

  func ink(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(sums[tree.subtreeEnd(of: node)].text - sums[Int(node.index)].text)
  }

  func linkInk(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(sums[tree.subtreeEnd(of: node)].linked - sums[Int(node.index)].linked)
  }

  func pictureCount(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(sums[tree.subtreeEnd(of: node)].pictures - sums[Int(node.index)].pictures)
  }

  /// The text before a node, in bytes.
  func ink(before node: NodeID) -> Int { Int(sums[Int(node.index)].text) }

  /// The share of a subtree's text that lies in links, 0 to 1.
  func linkShare(_ tree: HTMLTree, _ node: NodeID) -> Double {
    let ink = ink(tree, node)
    return ink == 0 ? 0 : Double(linkInk(tree, node)) / Double(ink)
  }
}
