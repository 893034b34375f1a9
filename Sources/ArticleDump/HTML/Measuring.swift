// What the benchmarks measure apart from the whole.

/// Cuts HTML into tokens and counts them.
@_spi(Measuring) public func countHTMLTokens(in bytes: [UInt8]) -> Int {
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
@_spi(Measuring) public func countHTMLNodes(in bytes: [UInt8]) -> Int {
  TreeBuilder.tree(of: bytes, in: 0..<bytes.count).count
}

/// Decodes a dump, builds its tree and the blocks of all of it, without any publisher's rules or facts.
@_spi(Measuring) public func countBlocks(in bytes: [UInt8]) -> Int {
  let dump = DecodedDump(bytes)
  let envelope = Envelope(of: dump.utf8)
  return BlockBuilder.blocks(of: Page(tree: ArticleParser.tree(of: dump.utf8, envelope: envelope), envelope: envelope))
    .count
}
