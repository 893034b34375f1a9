import Text

/// The notes of a page: elements that a mark in the text links to, such as `[1]` or ①.
struct NoteTargets {
  /// The elements, by the start of the link.
  private var links: [String: Int32] = [:]

  /// In characters. Longer links name what they go to: entries of a table of contents.
  private static let longestMark = 6
  /// A target of more lines is a section.
  private static let mostLines = 12

  init(_ tree: HTMLTree) {
    let mayHold = tree.source.withUnsafeBufferPointer {
      ByteSearch.holds(UnsafeBufferPointer(rebasing: $0[tree.sourceRange]), "href=\"#")
    }
    guard mayHold else { return }
    for index in tree.nodes.indices where tree.nodes[index].known == .a {
      let node = NodeID(index)
      // Nearly all links go to other pages, and are not decoded.
      let staysOnPage = tree.withAttribute("href", of: node) { $0.count > 1 && $0.first == 0x23 }
      guard staysOnPage == true, let target = tree.attribute("href", of: node) else { continue }
      let name = String(target.dropFirst())
      guard links[name] == nil, 1...Self.longestMark ~= tree.text(of: node).count else { continue }
      links[name] = Int32(truncatingIfNeeded: index)
    }
  }

  /// Whether a line is a note, or a part of one.
  func holds(_ line: Line, _ tree: HTMLTree, _ prose: ProseShares) -> Bool {
    guard !links.isEmpty else { return false }
    var node = NodeID(Int(line.block))
    for _ in 0..<3 {
      guard node != .root, prose.lineCount(in: node.index) <= Self.mostLines else { return false }
      // A link from inside goes to its own place: a comment's number.
      if let name = tree.attribute("id", of: node), let link = links[name], link < node.index { return true }
      guard let parent = tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }
}
