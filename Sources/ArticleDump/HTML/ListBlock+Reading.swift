extension ListBlock {
  /// Reads start, numbering, direction and the items' own numbers from the markup (WHATWG HTML 4.4.5, 4.4.8, 15.3.7).
  mutating func readNumbers(of list: NodeID, items nodes: [NodeID?], in tree: HTMLTree) {
    numbering = Self.numbering(of: list, in: tree)
    isReversed = tree.hasAttribute("reversed", of: list)
    start = Self.number("start", of: list, in: tree) ?? (isReversed ? items.count : 1)
    values = nodes.map { node in node.flatMap { Self.number("value", of: $0, in: tree) } }
    while let last = values.last, last == nil { values.removeLast() }
  }

  private static func number(_ name: StaticString, of node: NodeID, in tree: HTMLTree) -> Int? {
    tree.attribute(name, of: node).flatMap { Int($0) }.map { min(1_000_000, max(-1_000_000, $0)) }
  }

  private static func numbering(of list: NodeID, in tree: HTMLTree) -> ListNumbering {
    switch tree.attribute("type", of: list) {
    case "a": return .lowerAlpha
    case "A": return .upperAlpha
    case "i": return .lowerRoman
    case "I": return .upperRoman
    case "1": return .decimal
    default: break
    }
    guard tree.attribute("style", of: list, contains: "list-style") else { return .decimal }
    let value =
      tree.declaration(of: "list-style-type", in: tree[list]) ?? tree.declaration(of: "list-style", in: tree[list])
    return switch value {
    case "lower-alpha", "lower-latin": .lowerAlpha
    case "upper-alpha", "upper-latin": .upperAlpha
    case "lower-roman": .lowerRoman
    case "upper-roman": .upperRoman
    case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal", "japanese-informal": .han
    default: .decimal
    }
  }
}
