/// Pictures that stand for a character in running text.
enum EmojiImage {
  /// Whether a picture shows a formula that its `alt` spells: 知乎's `eeimg`, `…/equation?tex=`, MathJax's and WordPress'
  /// `latex`.
  static func isFormula(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    if tree.hasAttribute("eeimg", of: node) || tree.attribute("class", of: node, contains: "latex") { return true }
    return tree.withAttribute("src", of: node) { address in
      // No reference stands for what these are made of but `&equals;` and the like, which nobody writes.
      ByteSearch.holds(address, "equation?tex=") || ByteSearch.holds(address, "/latex.php?")
        || ByteSearch.holds(address, "cgi-bin/mathtex")
    } ?? false
  }

  static func isEmoji(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard let alternative = tree.attribute("alt", of: node), !alternative.isEmpty else { return false }
    if isFormula(node, tree) { return true }
    if tree.attribute("class", of: node, contains: "emoji") || tree.attribute("class", of: node, contains: "smil") {
      return true
    }
    return alternative.unicodeScalars.count <= 8
      && alternative.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
  }
}
