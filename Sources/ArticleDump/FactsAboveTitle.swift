import Text

/// Some pages put date and source above the title.
enum FactsAboveTitle {
  /// Reads and drops what precedes the title in the elements around it; pictures and long texts stay.
  static func read(before title: NodeID, _ page: inout Page) {
    var node = title
    // The title is not nested more deeply in the element that it shares with its facts.
    for _ in 0..<3 {
      guard let parent = page.tree.parent(of: node) else { return }
      for sibling in page.tree.children(of: parent) where sibling < node && page.tree.isElement(sibling) {
        if !page.tree.isDropped(sibling), isSmall(sibling, page.tree) { read(sibling, &page) }
      }
      node = parent
    }
  }

  private static func isSmall(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.subtreeEnd(of: node) - Int(node.index) <= 48 && tree.first(.img, in: node) == nil
      && tree.nonBlankCount(of: node, atMost: 80) <= 80 && tree.sentenceCount(of: node, atMost: 1) == 0
  }

  private static func read(_ node: NodeID, _ page: inout Page) {
    guard !StrayLines.isOthers(node, page.tree) else { return page.drop(node) }
    let lines = page.text(of: node).lines
    let text = lines.joined(separator: " ")
    guard !StrayLines.isClock(text) else { return page.drop(node) }
    let found =
      page.partedDate(node, page.zone) ?? Timestamp.first(in: text, zone: page.zone)
    if page.facts.isUndated, let found, page.isPlausible(found.timestamp) {
      page.facts.published = Sourced(found.timestamp)
      FactLine(text.withoutUTF8(found.utf8Range)).read(into: &page)
    } else {
      FactLine(text).read(into: &page)
    }
    page.drop(node)
  }
}
