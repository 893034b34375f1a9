import Text

/// Whether a page is the whole article, rather than one page of several or cut off by a paywall.
enum Completeness {
  /// Adds a diagnostic for missing parts, and uses the page's machine-readable text if the markup has less.
  static func check(_ blocks: inout [Block], _ page: inout Page) {
    useArticleBody(&blocks, page.facts)
    guard page.envelope.bodyFormat == .html else { return }
    let tree = page.tree
    var isPaged = false
    var isCut = false
    for index in 0..<tree.count where !isPaged || !isCut {
      let node = NodeID(index)
      guard tree.isText(node), !tree.isBlank(node), tree[node].sourceEnd - tree[node].sourceStart <= 240,
        let kind = kind(of: node, tree)
      else { continue }
      let text = tree.rawText(of: node)
      if kind == .count, !isPaged, let count = pageCount(text), count > 1 {
        isPaged = true
        page.facts.diagnostics.append(
          Diagnostic(kind: "one-page-of-several", line: 0, message: "this is one page of \(count)"))
      }
      if kind == .wall, !isCut, isPaywall(text) {
        isCut = true
        page.facts.diagnostics.append(
          Diagnostic(kind: "cut-by-paywall", line: 0, message: "the rest is for subscribers"))
      }
    }
  }

  /// What a text may indicate.
  private enum Kind { case count, wall }

  private static func kind(of node: NodeID, _ tree: HTMLTree) -> Kind? {
    tree.withBytes(of: node) { bytes in
      // A numeric reference may encode any character, a named one only symbols.
      let isPlain = tree[node].flags.contains(.literal) || !ByteSearch.holds(bytes, "&#")
      return isPlain ? kind(of: bytes) : tree.rawText(of: node).withBytes(kind)
    }
  }

  /// A quick test: most texts contain a character that no page count has, and no word of a paywall.
  private static func kind(of text: UnsafeBufferPointer<UInt8>) -> Kind? {
    if isPageCount(text) { return .count }
    return stems.holdsAny(in: text) ? .wall : nil
  }

  /// The longest line of a paywall, without blanks.
  private static let mostCharacters = 48

  /// Whether a text consists only of characters that page counts have, and of character references.
  private static func isPageCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let words = pageCountCharacters
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x26 {
        offset = ByteSearch.offset(of: 0x3B, in: bytes, offset..<bytes.count) + 1
        continue
      }
      let length = Blanks.scalarLength(bytes[offset])
      guard offset + length <= bytes.count else { return false }
      if Blanks.length(in: bytes, at: offset) == 0,
        !words.contains(Vocabulary.simplified(UTF8Scalar.decode(bytes, at: offset).value))
      {
        return false
      }
      offset += length
    }
    return true
  }

  /// Every phrase of `isPaywall` contains one of these. Both scripts are listed, so that most texts need not be simplified.
  private static let stems = PhraseTable(
    ["订阅", "訂閱", "付费", "付費", "试读", "会员", "會員", "订户", "訂戶", "ubscribe"].map { ($0, 0) })

  /// The characters of such a line: digits, punctuation, the words for first, last, next and this.
  private static let pageCountCharacters = ScalarSet("0123456789第共页/-|｜()（）[]<>«»…·:：,，首上一下尾末当前全部Pageofpge")

  /// `第1页/共3页`, `1/3页`, `共 3 页`, `Page 1 of 3`: how many pages the article has.
  static func pageCount(_ text: String) -> Int? {
    guard text.withBytes(isPageCount) else { return nil }
    let plain = text.withoutBlanks.simplified
    guard plain.unicodeScalars.count <= 24 else { return nil }
    for (before, after) in [("共", "页"), ("of", "")] {
      guard let mark = plain.utf8Index(of: before) else { continue }
      let rest = plain[plain.utf8.index(mark, offsetBy: before.utf8.count)...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard 1...3 ~= digits.count, rest.dropFirst(digits.count).hasPrefix(after) else { continue }
      let isPage = before == "of" ? plain.begins(with: "Page") && rest.count == digits.count : true
      if isPage { return Int(digits) }
    }
    return nil
  }

  /// Lines that a paywall prints instead of the rest.
  static func isPaywall(_ text: String) -> Bool {
    let line = text.onOneLine.trimmedOfBlanks
    guard 4...mostCharacters ~= line.nonBlankCount, !line.holds("。") || line.ends(with: "。") else { return false }
    return paywalls.occurs(in: line)
  }

  private static let paywalls = PhraseSet(Vocabulary.paywalls)

  /// Uses `articleBody` if the markup has less than half of it, on pages whose text a script would show.
  private static func useArticleBody(_ blocks: inout [Block], _ facts: FactSheet) {
    guard let body = facts.body, body.nonBlankCount >= 120, !body.holdsAny(of: ["<p", "<br", "<div"]) else { return }
    var count = 0
    for block in blocks { block.forEachText { count += $0.nonBlankCount } }
    guard count * 2 < body.nonBlankCount else { return }
    let paragraphs = body.lines.map { String($0).trimmedOfBlanks }.filter { !$0.isEmpty }
    blocks = blocks.filter { if case .figure = $0 { true } else { false } }
    blocks += paragraphs.map { .paragraph(StyledText($0), role: nil) }
  }
}
