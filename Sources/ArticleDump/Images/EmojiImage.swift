/// Pictures that represent a character in running text.
enum EmojiImage {
  static func isEmoji(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    guard let alternative = tree.attribute("alt", of: node), !alternative.isEmpty else { return false }
    if PictureAttributes(node, tree).isFormula { return true }
    if tree.attribute("class", of: node, contains: "emoji") || tree.attribute("class", of: node, contains: "smil") {
      return true
    }
    return alternative.unicodeScalars.count <= 8
      && alternative.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
  }
}
