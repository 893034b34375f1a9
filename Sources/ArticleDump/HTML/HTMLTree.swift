import Text

/// A node of a tree: its place in document order.
struct NodeID: Hashable, Sendable, Comparable {
  let index: Int32

  @inline(__always)
  init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }

  /// The document itself.
  static let root = NodeID(0)

  static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A page as a flat tree.
///
/// Nodes are in document order, so a subtree is the contiguous range `node..<subtreeEnd(of: node)`, a first child is
/// the next node, and every walk is a loop. Text and attributes stay in the source until someone asks for them.
struct HTMLTree: Sendable {
  struct Node: Sendable {
    var parent: Int32
    /// One past the last node of the subtree.
    var subtreeEnd: Int32
    /// For text, its range in the source; for an element, the range of its attributes, including `>`.
    var sourceStart: UInt32
    var sourceEnd: UInt32
    /// `Tag`'s raw value, or `Tag.other`'s plus an index into `otherNames`.
    var tag: UInt16
    /// The same, as a case.
    let known: Tag
    var flags: Flags
    /// Where the value of an element's first `class` is in the source; 0 if there is none.
    var classStart: UInt32 = 0
    var classEnd: UInt32 = 0
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// No flag; an empty literal would run generic code at each node.
    static var none: Flags { Flags(rawValue: 0) }
    /// Text that contains only white space.
    static let blank = Flags(rawValue: 1)
    /// Text in which `&` is literal.
    static let literal = Flags(rawValue: 2)
    /// An element that may have a `hidden` or `style` attribute.
    static let mayHide = Flags(rawValue: 4)
    /// An element that may have an attribute besides `class` that is informative for a cleaner.
    static let tells = Flags(rawValue: 8)
    /// An element that may have an `align` or `style` attribute.
    static let mayAlign = Flags(rawValue: 16)
  }

  /// The bytes that the ranges of the nodes point into: UTF-8 without NUL and CR.
  let source: [UInt8]
  /// Whether the source is known to be well-formed, so that its strings need no validation.
  let isWellFormed: Bool
  /// The part of the source that the tree was made from.
  let sourceRange: Range<Int>
  let nodes: [Node]
  /// Whether each node was dropped. Kept separately from the nodes, so that dropping never copies them.
  private var dropped: [Bool]
  /// The names of unknown elements in order of appearance.
  let otherNames: [String]
  /// The known tags of the nodes.
  let tags: TagSet
  /// The construct that the source's end cuts off, if any.
  let unclosed: HTMLTokenizer.Unclosed?
  /// Elements that are shown although their markup hides them, by the start of their markup (`HiddenProse`).
  var shownAfterAll: Set<UInt32> = []
  /// Where the tree ends before the source does, because the page has too many nodes.
  var endsEarlyAt: Int?

  init(
    source: [UInt8], isWellFormed: Bool, sourceRange: Range<Int>, nodes: [Node], otherNames: [String], tags: TagSet,
    unclosed: HTMLTokenizer.Unclosed?, endsEarlyAt: Int? = nil
  ) {
    self.tags = tags
    self.source = source
    self.isWellFormed = isWellFormed
    self.sourceRange = sourceRange
    self.nodes = nodes
    self.otherNames = otherNames
    self.unclosed = unclosed
    self.endsEarlyAt = endsEarlyAt
    dropped = [Bool](repeating: false, count: nodes.count)
  }

  var count: Int { nodes.count }
}

// MARK: Navigation

extension HTMLTree {
  @inline(__always)
  subscript(node: NodeID) -> Node { nodes[Int(node.index)] }

  /// The node's name as a known tag; `.text` for text, `.other` for an unknown name.
  @inline(__always)
  func tag(_ node: NodeID) -> Tag { nodes[Int(node.index)].known }

  @inline(__always)
  func isText(_ node: NodeID) -> Bool { nodes[Int(node.index)].tag == Tag.text.rawValue }

  @inline(__always)
  func isElement(_ node: NodeID) -> Bool { nodes[Int(node.index)].tag > Tag.text.rawValue }

  /// Whether this is text that contains only white space.
  func isBlank(_ node: NodeID) -> Bool { nodes[Int(node.index)].flags.contains(.blank) }

  /// The element's name in lower case; empty for text.
  func name(of node: NodeID) -> String {
    let raw = nodes[Int(node.index)].tag
    guard raw >= Tag.other.rawValue else { return tag(node).name }
    let index = Int(raw - Tag.other.rawValue)
    return index < otherNames.count ? otherNames[index] : ""
  }

  func parent(of node: NodeID) -> NodeID? {
    let parent = nodes[Int(node.index)].parent
    return parent < 0 ? nil : NodeID(Int(parent))
  }

  /// One past the last node of the subtree, as an index.
  @inline(__always)
  func subtreeEnd(of node: NodeID) -> Int { Int(nodes[Int(node.index)].subtreeEnd) }

  /// Bytes of the source from a node's beginning to the end of the last node in it.
  func sourceLength(of node: NodeID) -> Int {
    Int(nodes[subtreeEnd(of: node) - 1].sourceEnd) - Int(nodes[Int(node.index)].sourceStart)
  }

  func firstChild(of node: NodeID) -> NodeID? {
    subtreeEnd(of: node) > Int(node.index) + 1 ? NodeID(Int(node.index) + 1) : nil
  }

  func nextSibling(of node: NodeID) -> NodeID? {
    guard let parent = parent(of: node) else { return nil }
    let next = subtreeEnd(of: node)
    return next < subtreeEnd(of: parent) ? NodeID(next) : nil
  }

  /// The children in order.
  func children(of node: NodeID) -> [NodeID] {
    var children: [NodeID] = []
    var next = Int(node.index) + 1
    let end = subtreeEnd(of: node)
    while next < end {
      children.append(NodeID(next))
      next = Int(nodes[next].subtreeEnd)
    }
    return children
  }

  /// Everything below a node in document order.
  func descendants(of node: NodeID) -> NodeRange {
    NodeRange(lower: Int(node.index) + 1, upper: subtreeEnd(of: node))
  }

  /// Visits a node's descendants in document order until `found` returns true. Elements of the kinds to skip are not
  /// entered, so that searching from each of them is linear in total.
  ///
  /// - Returns: Whether `found` returned true.
  func descendants(of node: NodeID, passingOver isPassedOver: (Tag) -> Bool, found: (NodeID) -> Bool) -> Bool {
    var index = Int(node.index) + 1
    let end = subtreeEnd(of: node)
    while index < end {
      let node = NodeID(index)
      if isPassedOver(tag(node)) {
        index = subtreeEnd(of: node)
        continue
      }
      if found(node) { return true }
      index += 1
    }
    return false
  }

  /// Every node in document order, the root first.
  var all: NodeRange { NodeRange(lower: 0, upper: nodes.count) }

  /// A range of nodes in document order.
  struct NodeRange: RandomAccessCollection {
    let lower: Int
    let upper: Int
    var startIndex: Int { lower }
    var endIndex: Int { Swift.max(lower, upper) }
    subscript(index: Int) -> NodeID { NodeID(index) }
  }

  /// The ancestors, nearest first, the root last.
  func ancestors(of node: NodeID) -> UnfoldFirstSequence<NodeID> {
    sequence(first: node) { self.parent(of: $0) }
  }

  /// Whether `node` is `ancestor` or is inside it.
  func isNode(_ node: NodeID, in ancestor: NodeID) -> Bool {
    node.index >= ancestor.index && Int(node.index) < subtreeEnd(of: ancestor)
  }

  /// The nearest ancestor-or-self with a tag.
  func closest(_ tag: Tag, from node: NodeID) -> NodeID? {
    ancestors(of: node).first { self.tag($0) == tag }
  }

  /// The first descendant with a tag.
  func first(_ tag: Tag, in node: NodeID = .root) -> NodeID? {
    guard tags.contains(tag) else { return nil }
    let raw = tag.rawValue
    for index in Int(node.index) + 1..<Swift.max(Int(node.index) + 1, subtreeEnd(of: node))
    where nodes[index].tag == raw {
      return NodeID(index)
    }
    return nil
  }
}

// MARK: Dropping

extension HTMLTree {
  /// Removes a node and its descendants from the article.
  mutating func drop(_ node: NodeID) { dropped[Int(node.index)] = true }

  /// Restores a dropped node. Its ancestors must not be dropped.
  mutating func keep(_ node: NodeID) { dropped[Int(node.index)] = false }

  /// Whether this very node was dropped (an ancestor may be too).
  @inline(__always)
  func isDropped(_ node: NodeID) -> Bool { dropped[Int(node.index)] }

  /// Like `descendants(of:)` without dropped nodes. Nodes that the loop itself drops are still visited.
  func undropped(in node: NodeID = .root) -> Undropped {
    Undropped(tree: self, index: Int(node.index) + 1, end: subtreeEnd(of: node))
  }

  struct Undropped: Sequence, IteratorProtocol {
    fileprivate let tree: HTMLTree
    fileprivate var index: Int
    fileprivate let end: Int

    mutating func next() -> NodeID? {
      while index < end {
        let node = NodeID(index)
        if tree.isDropped(node) {
          index = tree.subtreeEnd(of: node)
        } else {
          index += 1
          return node
        }
      }
      return nil
    }
  }
}
