import Text

/// What an element's attributes say about its text: the language of code, a drop cap, bold type.
extension BlockBuilder {
  private static let languagePrefixes = [Array("language-".utf8), Array("lang-".utf8)]

  /// The language that a class names, as the HTML Standard suggests: `language-swift` (4.5.15).
  func codeLanguage(of id: NodeID) -> String? {
    guard tree.attribute("class", of: id, contains: "lang"), let classes = tree.attribute("class", of: id) else {
      return nil
    }
    for word in classes.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      for prefix in Self.languagePrefixes where word.count <= 40 && word.starts(with: prefix) {
        // A no-break space may follow the name.
        let name = String(Substring(word.dropFirst(prefix.count))).trimmedOfBlanks
        return name.isEmpty ? nil : name
      }
    }
    return nil
  }

  /// `<span class="dropcap">W</span>`: the first letter of a word, drawn large.
  func isInitial(_ node: HTMLTree.Node) -> Bool {
    guard tree.markupContains("rop", in: node) else { return false }
    let spellings: [StaticString] = ["dropcap", "dropCap", "DropCap", "Dropcap", "drop-cap", "drop_cap"]
    return spellings.contains { tree.markupContains($0, in: node) }
  }

  func isBold(_ node: HTMLTree.Node) -> Bool {
    guard node.sourceEnd > node.sourceStart + 14, tree.markupContains("font-weight", in: node) else {
      return false
    }
    return ["bold", "bolder", "600", "700", "800", "900"].contains { tree.declares("font-weight", $0, in: node) }
  }
}
