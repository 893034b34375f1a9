/// How much text lies where in a tree, in bytes, so that any subtree is weighed in two steps.
///
/// A Han character weighs three bytes, a Latin letter one: near enough to what each says.
struct InkMap {
  /// Before each node: the bytes of text that is not blank.
  private var text: [Int32]
  /// Before each node: the part of it that lies in links.
  private var linked: [Int32]
  private var pictures: [Int32]

  /// Weighs what is not dropped and not hidden by its tag.
  init(_ tree: HTMLTree) {
    let count = tree.count
    text = [Int32](repeating: 0, count: count + 1)
    linked = text
    pictures = text
    var ink: Int32 = 0
    var linkInk: Int32 = 0
    var pictureCount: Int32 = 0
    var linkEnd = 0
    var skipEnd = 0
    for index in 0..<count {
      text[index] = ink
      linked[index] = linkInk
      pictures[index] = pictureCount
      guard index >= skipEnd else { continue }
      let node = tree.nodes[index]
      if tree.isDropped(NodeID(index)) {
        skipEnd = Int(node.subtreeEnd)
        continue
      }
      if node.tag == Tag.text.rawValue {
        guard !node.flags.contains(.blank) else { continue }
        let length = Int32(truncatingIfNeeded: node.sourceEnd - node.sourceStart)
        ink &+= length
        if index < linkEnd { linkInk &+= length }
        continue
      }
      let tag = tree.tag(NodeID(index))
      if tag == .a {
        linkEnd = max(linkEnd, Int(node.subtreeEnd))
      } else if tag == .img {
        pictureCount &+= 1
      } else if tag.traits.contains(.hidden) {
        skipEnd = Int(node.subtreeEnd)
      }
    }
    text[count] = ink
    linked[count] = linkInk
    pictures[count] = pictureCount
  }

  var total: Int { Int(text[text.count - 1]) }

  func ink(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(text[tree.subtreeEnd(of: node)] - text[Int(node.index)])
  }

  func linkInk(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(linked[tree.subtreeEnd(of: node)] - linked[Int(node.index)])
  }

  func pictureCount(_ tree: HTMLTree, _ node: NodeID) -> Int {
    Int(pictures[tree.subtreeEnd(of: node)] - pictures[Int(node.index)])
  }

  /// The text before a node, in bytes.
  func ink(before node: NodeID) -> Int { Int(text[Int(node.index)]) }

  /// The share of a subtree's text that lies in links, 0 to 1.
  func linkShare(_ tree: HTMLTree, _ node: NodeID) -> Double {
    let ink = ink(tree, node)
    return ink == 0 ? 0 : Double(linkInk(tree, node)) / Double(ink)
  }
}
