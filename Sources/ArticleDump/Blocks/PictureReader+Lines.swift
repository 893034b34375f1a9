import Text

// Captions that are recognized by their place beside a picture and their formatting.

extension PictureReader {
  /// Whether an element whose class names a picture's box holds only a picture and a line, on a page with other text.
  static func isAlone(_ picture: NodeID, with line: NodeID, _ text: String, _ tree: HTMLTree) -> Bool {
    guard text.nonBlankCount <= 90, var box = tree.parent(of: line) else { return false }
    for _ in 0..<3 where !tree.isNode(picture, in: box) {
      guard let parent = tree.parent(of: box) else { return false }
      box = parent
    }
    guard tree.tag(box) == .div || tree.tag(box) == .section || tree.tag(box) == .center,
      tree.isNode(picture, in: box), tree.subtreeEnd(of: box) - Int(box.index) <= 24, isNamedPicture(box, tree),
      undroppedSize(of: box, tree) == undroppedSize(of: line, tree)
    else { return false }
    let count = text.nonBlankCount
    return tree.nonBlankCount(of: .root, atMost: count * 3) > count * 3
  }

  static func isNamedPicture(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.attribute("class", of: node)?.lowered.holdsAny(of: ["img", "image", "pic", "photo", "card", "media", "thumb"])
      ?? false
  }

  /// Whether a line follows a picture and its credit in a box without paragraphs.
  static func isBesides(_ picture: NodeID, _ line: NodeID, _ text: String, _ tree: HTMLTree) -> Bool {
    guard tree.tag(line) == .div, text.nonBlankCount <= 90, let box = tree.parent(of: line),
      box == tree.parent(of: picture)
    else { return false }
    return tree.subtreeEnd(of: box) - Int(box.index) <= 32 && tree.first(.p, in: box) == nil
  }

  /// Whether a `div` with a line is between a picture and a paragraph, on a page whose paragraphs are not `p` elements.
  static func isBareLine(_ line: NodeID, _ text: String, _ tree: HTMLTree) -> Bool {
    guard tree.tag(line) == .div, text.nonBlankCount <= 90, !text.holds("\n"), tree.first(.a, in: line) == nil,
      tree.first(.p, in: line) == nil
    else { return false }
    var next = tree.subtreeEnd(of: line)
    while next < tree.count, tree.isText(NodeID(next)), tree.isBlank(NodeID(next)) { next += 1 }
    return next < tree.count && tree.tag(NodeID(next)) == .p && tree.parent(of: NodeID(next)) == tree.parent(of: line)
  }

  /// The bytes of text in a small node, without what was dropped.
  static func undroppedSize(of node: NodeID, _ tree: HTMLTree) -> Int {
    tree.undropped(in: node).reduce(0) { sum, inner in
      tree.isText(inner) && !tree.isBlank(inner) ? sum + Int(tree[inner].sourceEnd - tree[inner].sourceStart) : sum
    }
  }

  /// Whether text is small or grey, and centred, which is how pages without classes set captions.
  static func isSmallPrint(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    for candidate in [node] + tree.descendants(of: node).prefix(4).filter({ tree.isElement($0) }) {
      guard let style = tree.attribute("style", of: candidate)?.lowercased().withoutBlanks else { continue }
      let isSmall = style.holdsAny(of: [
        "font-size:12px", "font-size:11px", "font-size:13px", "font-size:10px", "font-size:0.", "font-size:.",
        "font-size:small", "font-size:x-small",
      ])
      let isGrey = style.holdsAny(of: [
        "color:#666", "color:#888", "color:#999", "color:gray", "color:grey", "color:rgb(136", "color:#7f7f7f",
        "color:rgb(127", "color:#aaa", "color:rgb(153", "color:#8",
      ])
      let isCentred = style.holds("text-align:center")
      if isSmall && (isGrey || isCentred) || isGrey && isCentred { return true }
    }
    return false
  }

  /// Whether a cell is in the table that holds a picture: with so little in it, the table is only for layout.
  func isCell(below picture: NodeID, _ cell: NodeID, _ page: Page) -> Bool {
    var node = page.tree.parent(of: picture)
    for _ in 0..<12 {
      guard let current = node else { return false }
      if page.tree.tag(current) == .table {
        return page.tree.isNode(cell, in: current) && page.tree.nonBlankCount(of: current, atMost: 200) <= 200
      }
      node = page.tree.parent(of: current)
    }
    return false
  }
}
