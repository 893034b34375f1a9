import Text

/// Meaningful presentation in attributes: alignment and emphasis dots.
extension HTMLTree {
  /// The alignment of a block: nil if unspecified, an inner nil if explicitly left.
  ///
  /// Sources: CSS Text 3, 6.1 (`text-align`); WHATWG HTML 15.3.3 (`align`, `center`); the class names of Bootstrap,
  /// Tailwind, Bulma, WordPress, Quill and Materialize.
  func alignment(of node: Node, _ tag: Tag) -> StyledText.Alignment?? {
    if node.flags.contains(.mayAlign), node.sourceEnd > node.sourceStart + 12,
      markupContains("lign", in: node) || markupContains("LIGN", in: node)
    {
      let value =
        declaration(of: "text-align", in: node)
        ?? withAttribute("align", in: node) { String(decoding: $0, as: UTF8.self).lowered.trimmedOfBlanks }
      switch value {
      case "right", "end", "-webkit-right": return .some(.right)
      case "center", "middle", "-webkit-center": return .some(.center)
      case "left", "start", "justify": return .some(nil)
      default: break
      }
    }
    if tag == .center { return .some(.center) }
    guard node.classStart > 0, let side = withClassList(of: node, Self.alignment) else { return nil }
    return side.map { .some($0) }
  }

  /// The alignment that a class list names; right is tested before centre.
  private static func alignment(_ classes: UnsafeBufferPointer<UInt8>) -> StyledText.Alignment? {
    var isCentred = false
    let isRight = holdsWord(classes) { word in
      // `ta-right` to `has-text-align-center`: most names are shorter, or end otherwise.
      guard 8...21 ~= word.count else { return false }
      switch word[word.count - 1] {
      case UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "n"), UInt8(ascii: "r"): break
      default: return false
      }
      if !isCentred, centring.contains(where: { equals(word, $0) }) { isCentred = true }
      return rightward.contains { equals(word, $0) }
    }
    return isRight ? .right : isCentred ? .center : nil
  }

  private static let rightward: [StaticString] = [
    "text-right", "text-end", "align-right", "right-align", "has-text-align-right", "has-text-right",
    "has-text-right-align", "ql-align-right", "ta-right",
  ]

  private static let centring: [StaticString] = [
    "text-center", "align-center", "center-align", "has-text-align-center", "has-text-centered", "ql-align-center",
    "ta-center",
  ]

  /// Whether an element has emphasis dots (CSS Text Decoration 4, 3.1).
  func hasEmphasisDots(_ node: Node) -> Bool {
    guard node.sourceEnd > node.sourceStart + 20, markupContains("text-emphasis", in: node) else { return false }
    let properties: [StaticString] = [
      "text-emphasis", "text-emphasis-style", "-webkit-text-emphasis", "-webkit-text-emphasis-style",
    ]
    return properties.contains { property in declaration(of: property, in: node).map { $0 != "none" } ?? false }
  }
}

extension [Block] {
  /// Keeps only the alignment of short lines: centred running text is a matter of page design.
  var withAlignmentOfLines: [Block] {
    var counts: [StyledText.Alignment: (lines: Int, prose: Int)] = [:]
    for block in self {
      guard case .paragraph(let text, _) = block, let alignment = text.alignment else { continue }
      if text.isOfShortLines {
        counts[alignment, default: (0, 0)].lines += 1
      } else {
        counts[alignment, default: (0, 0)].prose += 1
      }
    }
    guard !counts.isEmpty else { return self }
    return map { block in
      guard case .paragraph(var text, let role) = block, let alignment = text.alignment else { return block }
      let count = counts[alignment] ?? (0, 0)
      guard text.isOfShortLines, count.prose * 3 <= count.lines else {
        text.alignment = nil
        return .paragraph(text, role: role)
      }
      return block
    }
  }
}

extension StyledText {
  /// Whether no line is longer than forty Han characters.
  fileprivate var isOfShortLines: Bool {
    text.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 120 }
  }
}
