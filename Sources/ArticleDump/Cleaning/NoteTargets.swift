import Text

/// The notes of a page: elements that a mark in the text links to, such as `[1]` or ①.
struct NoteTargets {
  /// The elements, by the start of the link.
  private var links: [String: Int32] = [:]

  /// In characters. Longer links name their destination: entries of a table of contents.
  private static let longestMark = 6
  /// In nodes: a mark is a text inside one or two elements.
  private static let mostNodes = 5
  /// A target with more lines is a section.
  private static let mostLines = 12

  init(_ tree: HTMLTree) {
    for index in tree.nodes.indices where tree.nodes[index].known == .a {
      let node = NodeID(index)
      // Nearly all links lead to other pages or have longer texts, and are not decoded. A page that was saved by a
      // browser has its own address before the mark.
      guard tree.subtreeEnd(of: node) - index <= Self.mostNodes,
        tree.withAttribute("href", of: node, { ByteSearch.holds($0, byte: 0x23) }) == true,
        1...Self.longestMark ~= tree.nonBlankCount(of: node, atMost: Self.longestMark),
        let target = tree.attribute("href", of: node), let mark = target.utf8.firstIndex(of: 0x23)
      else { continue }
      let name = String(target[target.utf8.index(after: mark)...])
      guard links[name] == nil, Self.isMark(tree.text(of: node)) else { continue }
      links[name] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Whether a link is a number, whatever is around it, or a symbol. A link such as 评论 leads elsewhere.
  private static func isMark(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return 1...longestMark ~= scalars.count
      && (scalars.contains { $0.properties.numericType != nil } || scalars.allSatisfy { !$0.properties.isAlphabetic }
        || scalars.contains("注") || scalars.contains("註"))
  }

  /// Whether a line is a note, or a part of one.
  func holds(_ line: Line, _ tree: HTMLTree, _ prose: ProseShares) -> Bool {
    guard !links.isEmpty else { return false }
    var node = NodeID(Int(line.block))
    for _ in 0..<3 {
      guard node != .root, prose.lineCount(in: node.index) <= Self.mostLines else { return false }
      // A link from inside the target leads to its own place, as the number of a comment does.
      if let name = tree.attribute("id", of: node), let link = links[name], link < node.index { return true }
      guard let parent = tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }
}
