import Text

/// Drops elements that are never part of an article, whatever their text: controls, tracking frames, fallbacks for
/// scripts.
enum ElementSweep {
  static func clean(_ page: inout Page) {
    // An element inside one that stays is not examined again, since each examination may read everything below it.
    var noscriptEnd = 0
    // Counted when it is needed, and once.
    var sentences: Int?
    for node in page.tree.undropped() where page.tree.isElement(node) {
      switch page.tree.tag(node) {
      case .select, .input, .textarea, .keygen, .optgroup, .datalist: page.drop(node)
      case .noscript where Int(node.index) >= noscriptEnd:
        noscriptEnd = page.tree.subtreeEnd(of: node)
        if isRepeatedByScript(node, page.tree, &sentences) { page.drop(node) }
      case .iframe: if isWidget(node, page) { page.drop(node) }
      case .td: if isLineNumbers(node, page.tree) { page.drop(node) }
      case .h1, .h2, .h3, .h4, .h5, .h6:
        for child in page.tree.children(of: node) where page.tree.hasClass(among: editLinks, child) {
          page.drop(child)
        }
      default: break
      }
    }
  }

  /// A `noscript` repeats what a script would show, usually a lazy picture beside it, or asks for scripts.
  ///
  /// - Parameter sentences: How many sentences the page has; nil before they are counted.
  private static func isRepeatedByScript(_ node: NodeID, _ tree: HTMLTree, _ sentences: inout Int?) -> Bool {
    let end = tree.subtreeEnd(of: node)
    guard end - Int(node.index) <= 64, tree.first(.img, in: node) != nil else {
      guard tree.nonBlankCount(of: node, atMost: 600) >= 600 else { return true }
      let all = sentences ?? tree.sentenceCount(of: .root, atMost: .max)
      sentences = all
      return tree.sentenceCount(of: node, atMost: .max) * 2 <= all
    }
    // A picture nearby is the one that the script replaces.
    let near = max(0, Int(node.index) - 6)..<min(tree.count, end + 6)
    return near.contains { place in
      tree.tag(NodeID(place)) == .img && !tree.isNode(NodeID(place), in: node)
    }
  }

  /// Names of the link `[编辑]` in a heading of a wiki.
  static let editLinks: [StaticString] = ["mw-editsection"]

  /// Whether a cell numbers the lines of the code in the cell beside it.
  private static func isLineNumbers(_ node: NodeID, _ tree: HTMLTree) -> Bool {
    tree.hasClass(among: ["gutter", "lineno", "linenos", "line-numbers", "hljs-ln-numbers", "blob-num"], node)
      && tree.text(of: node).unicodeScalars.allSatisfy { $0.isBlank || "0"..."9" ~= $0 }
  }

  /// Whether a frame holds an advert or a site's button, by its own name, that of its box, or its address.
  private static func isWidget(_ node: NodeID, _ page: Page) -> Bool {
    let tree = page.tree
    guard let source = tree.attribute("src", of: node) ?? tree.attribute("data-src", of: node) else { return true }
    let isNamed = [node, tree.parent(of: node)].contains { element in
      guard let element, tree.isElement(element) else { return false }
      let scan = page.scanner.scan(element, in: tree)
      return scan.role == .advert || scan.words.contains(.advert)
    }
    return isNamed
      || source.holdsAny(of: [
        "facebook.com/plugins/like", "facebook.com/plugins/page", "plugins/share", "googleads", "doubleclick",
        "googlesyndication", "disqus.com", "widgets/follow_button", "widgets/tweet_button", "likebox", "/ads/",
        "adserver",
        "about:blank", "googletagmanager", "jiathis", "recaptcha", "://ad.", "://ads.",
      ])
  }

}
