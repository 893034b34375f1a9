import Text

/// Finds the text of pages that hide it until a script has run: articles behind a paywall overlay, and parts that are
/// delivered late.
///
/// A hidden element is read as if it were shown if it holds most of the page's prose, unless the same text also occurs
/// outside of it, as with a copy for printing.
enum HiddenProse {
  /// Fewer sentences than this are a notice, whatever else is on the page.
  private static let fewestSentences = 4

  /// The hidden elements that a reader should see, by the start of their markup.
  static func elementsToShow(of tree: HTMLTree) -> Set<UInt32> {
    // Most dumps hide nothing.
    guard tree.nodes.contains(where: { $0.flags.contains(.mayHide) }) else { return [] }
    var hidden: [(node: Int, part: Part)] = []
    forEachNode(of: tree) { index, node in
      guard tree.isHidden(node) else { return true }
      let part = prose(of: index..<Int(node.subtreeEnd), in: tree)
      if part.sentences >= fewestSentences { hidden.append((index, part)) }
      return false
    }
    guard !hidden.isEmpty else { return [] }
    var shown = Part()
    forEachNode(of: tree) { _, node in
      if tree.isHidden(node) { return false }
      shown.add(node, tree)
      return true
    }
    let scanner = ElementScanner()
    let chosen = hidden.filter { candidate in
      let scan = scanner.scan(NodeID(candidate.node), in: tree)
      return candidate.part.sizeInBytes > shown.sizeInBytes && scan.role != .dialog
        && scan.words.isDisjoint(with: apart)
        // Hidden microdata repeats for machines what people see.
        && !tree.hasAttribute("itemscope", of: NodeID(candidate.node))
        && candidate.part.keys.intersection(shown.keys).count * 2 <= candidate.part.keys.count
    }
    return Set(chosen.map { tree.nodes[$0.node].sourceStart })
  }

  /// Names of elements that are long and hidden without being the article.
  private static let apart: MarkupWords = [.cookies, .comments, .navigation, .related, .advert, .share]

  private static func standsAside(_ tag: Tag) -> Bool {
    switch tag {
    case .nav, .footer, .form, .aside: true
    default: false
    }
  }

  private static func prose(of range: Range<Int>, in tree: HTMLTree) -> Part {
    var part = Part()
    forEachNode(of: tree, in: range) { _, node in
      part.add(node, tree)
      return true
    }
    return part
  }

  /// Visits the nodes that may hold an article's prose.
  ///
  /// - Parameter body: `false` skips what is in the node.
  private static func forEachNode(
    of tree: HTMLTree, in range: Range<Int>? = nil, _ body: (_ index: Int, _ node: HTMLTree.Node) -> Bool
  ) {
    let range = range ?? 1..<tree.count
    var index = range.lowerBound
    while index < range.upperBound {
      let node = tree.nodes[index]
      let isPassedOver = node.known.isHidden || node.known == .noscript || node.known == .a || standsAside(node.known)
      index = !isPassedOver && body(index, node) ? index + 1 : Int(node.subtreeEnd)
    }
  }

  /// Sentences outside of links.
  private struct Part {
    var sizeInBytes = 0
    var sentences = 0
    /// A hash of each sentence's bytes without blanks.
    var keys: Set<UInt64> = []

    mutating func add(_ node: HTMLTree.Node, _ tree: HTMLTree) {
      guard node.known == .text, !node.flags.contains(.blank) else { return }
      tree.source.withUnsafeBufferPointer { bytes in
        let text = UnsafeBufferPointer(rebasing: bytes[Int(node.sourceStart)..<Int(node.sourceEnd)])
        let ends = ProseProbe.sentenceEnds(text)
        guard ends > 0 else { return }
        sizeInBytes += text.count
        sentences += ends
        addKeys(of: text)
      }
    }

    private mutating func addKeys(of text: UnsafeBufferPointer<UInt8>) {
      var key: UInt64 = 0
      var previous: UInt8 = 0
      for byte in text where byte > 0x20 {
        key = SimHash.mix(key &+ UInt64(byte))
        // The last bytes of 。！？ and the Latin marks.
        let isEnd = previous == 0x80 && byte == 0x82 || previous == 0xBC && (byte == 0x81 || byte == 0x9F)
        if isEnd || byte == 0x2E || byte == 0x21 || byte == 0x3F {
          keys.insert(key)
          key = 0
        }
        previous = byte
      }
      if key != 0 { keys.insert(key) }
    }
  }
}
