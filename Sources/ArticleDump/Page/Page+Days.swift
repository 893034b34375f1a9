import Text

// Dates on a page: what they refer to, and how they are spread over elements.

extension Page {
  /// Whether a date is one of several that head the entries of a diary, since later siblings contain more.
  func headsEntries(_ node: NodeID, _ zone: CivilZone) -> Bool {
    guard let parent = tree.parent(of: node) else { return false }
    var next = tree.subtreeEnd(of: node)
    let end = min(tree.subtreeEnd(of: parent), next + 600)
    while next < end {
      let sibling = NodeID(next)
      next = tree.subtreeEnd(of: sibling)
      guard tree.tag(sibling) == tree.tag(node), next - Int(sibling.index) <= 6 else { continue }
      let text = tree.text(of: sibling)
      if text.utf8.count <= 60, text.utf8.contains(where: { $0 &- 0x30 < 10 }), Timestamp(text, zone: zone) != nil,
        !FactWords.opensChange(text)
      {
        return true
      }
    }
    return false
  }

  /// A date whose parts are in separate elements with nothing between them: `<em>2023</em><em>07</em>/<em>05</em>`.
  func partedDate(_ node: NodeID, _ zone: CivilZone) -> (timestamp: Timestamp, utf8Range: Range<Int>)? {
    guard tree.subtreeEnd(of: node) - Int(node.index) <= 24 else { return nil }
    let texts = tree.undropped(in: node).filter { tree.isText($0) && !tree.isBlank($0) }
    guard texts.count >= 3 else { return nil }
    let text = texts.map { tree.rawText(of: $0).trimmedOfBlanks }.joined(separator: " ")
    return Timestamp.first(in: text, zone: zone).map { ($0.timestamp, 0..<0) }
  }
}
