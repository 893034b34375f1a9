import Text

// Parts of the parser that the benchmarks measure separately.

/// Cuts HTML into tokens and counts them.
@_spi(Benchmarks) public func countHTMLTokens(in bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var tokenizer = HTMLTokenizer(bytes, range: 0..<bytes.count)
    let traits = Tag.allTraits
    var count = 0
    while true {
      let token = tokenizer.next()
      switch token {
      case .end: return count
      case .startTag:
        let raw = tokenizer.rawTag
        if raw < Tag.other.rawValue, !traits[Int(raw)].isDisjoint(with: [.rawText, .escapableRawText]) {
          tokenizer.enterRawText(of: Tag(rawValue: raw) ?? .other)
        }
      default: break
      }
      count &+= 1
    }
  }
}

/// Builds the tree of HTML and counts its nodes.
@_spi(Benchmarks) public func countHTMLNodes(in bytes: [UInt8]) -> Int {
  TreeBuilder.tree(of: bytes, in: 0..<bytes.count).count
}

/// Decodes a dump, builds its tree and the blocks of the whole tree, without any publisher's rules or facts.
@_spi(Benchmarks) public func countBlocks(in bytes: [UInt8]) -> Int {
  let dump = DecodedDump(bytes)
  let envelope = Envelope(of: dump.utf8)
  return BlockBuilder.blocks(
    of: Page(tree: ArticleParser.tree(of: dump.utf8, envelope: envelope, isWellFormed: true).tree, envelope: envelope)
  )
  .count
}

/// The text of a dump's body before anything is cleaned, and where the body begins: the differential check compares it
/// with another parser's.
@_spi(Benchmarks) public func visibleText(of bytes: [UInt8], path: String) -> (bodyOffset: Int, text: String) {
  let dump = DecodedDump(bytes)
  let envelope = Envelope(of: dump.utf8, path: path)
  let tree = TreeBuilder.tree(of: dump.utf8, in: envelope.body)
  let blocks = BlockBuilder.blocks(of: Page(tree: tree, envelope: envelope, path: path))
  return (envelope.body.lowerBound, blocks.map(\.visibleText).joined(separator: "\n"))
}

extension Block {
  /// The text that the page shows, without the marks that lists are drawn with.
  fileprivate var visibleText: String {
    switch self {
    case .paragraph(let text, _), .heading(let text, _): text.text
    case .quote(let blocks): blocks.map(\.visibleText).joined(separator: "\n")
    case .list(let list): list.items.joined().map(\.visibleText).joined(separator: "\n")
    case .table(let table):
      ([table.caption].compactMap(\.?.text) + table.rows.joined().map(\.text)).joined(separator: "\n")
    case .figure(let figure): figure.caption?.text ?? ""
    case .preformatted(let text, _): text
    case .rule: ""
    case .embed(let embed): embed.kind == .tweet ? embed.text : ""
    }
  }
}
