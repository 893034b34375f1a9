@testable import ArticleDump

/// Blocks as indented lines, for comparison.
func outline(_ blocks: [Block], indent: String = "") -> String {
  blocks.map { outline($0, indent: indent) }.joined(separator: "\n")
}

private func outline(_ block: Block, indent: String) -> String {
  func nested(_ blocks: [Block]) -> String { blocks.isEmpty ? "" : "\n" + outline(blocks, indent: indent + "  ") }
  switch block {
  case .paragraph(let text, let role):
    let alignment = text.alignment.map { "\($0) " } ?? ""
    return indent + (role.map { "p(\($0)) " } ?? "p ") + alignment + markup(text)
  case .heading(let text, let level): return indent + "h\(level) " + markup(text)
  case .quote(let blocks): return indent + "quote" + nested(blocks)
  case .list(let list):
    let mark = list.isOrdered ? "ol \(list.start)" : list.isOfDefinitions ? "dl" : "ul"
    let isPlain = !list.isOrdered || list.numbering == .decimal && !list.isReversed && list.values.isEmpty
    let markers = isPlain ? list.items.map { _ in "-" } : list.markers.map { $0 ?? "" }
    return indent + mark + zip(markers, list.items).map { "\n" + indent + $0 + nested($1) }.joined()
  case .table(let table):
    let caption = table.caption.map { " " + markup($0) } ?? ""
    let rows = table.rows.map { "\n" + indent + "| " + $0.map(markup).joined(separator: " | ") }
    return indent + "table \(table.headRowCount)" + caption + rows.joined()
  case .figure(let figure):
    let images = figure.images.map { "<\($0.url)>" }.joined(separator: " ")
    let caption = figure.caption.map { " " + markup($0) } ?? ""
    return indent + "figure " + images + caption + (figure.credit.map { " © " + $0 } ?? "")
  case .preformatted(let text, _): return indent + "pre " + text.replacing("\n", with: "⏎")
  case .rule: return indent + "rule"
  case .embed(let embed):
    return indent + "embed \(embed.kind) <\(embed.url ?? "")> " + embed.text.replacing("\n", with: "⏎")
  }
}

/// Text with its spans as tags: `b`, `i`, `code`, `sup`, `sub`, `del`, `u`, `mark`, `dots`, `a:url`, `ruby:annotation`, `rt`.
func markup(_ text: StyledText) -> String {
  var starts: [Int: [String]] = [:]
  var ends: [Int: [String]] = [:]
  for span in text.spans {
    let name =
      switch span.style {
      case .strong: "b"
      case .emphasis: "i"
      case .code: "code"
      case .superscript: "sup"
      case .subscript: "sub"
      case .deleted: "del"
      case .underline: "u"
      case .mark: "mark"
      case .emphasisDots: "dots"
      case .link(let url): "a:" + url
      case .ruby(let annotation): "ruby:" + annotation
      case .rubyText: "rt"
      }
    starts[span.utf8Range.lowerBound, default: []].append("{\(name) ")
    ends[span.utf8Range.upperBound, default: []].insert("}", at: 0)
  }
  var result: [UInt8] = []
  for (offset, byte) in (Array(text.text.utf8) + [0]).enumerated() {
    for tag in ends[offset] ?? [] { result.append(contentsOf: tag.utf8) }
    for tag in starts[offset] ?? [] { result.append(contentsOf: tag.utf8) }
    if offset < text.text.utf8.count { result.append(byte) }
  }
  return String(decoding: result, as: UTF8.self).replacing("\n", with: "⏎")
}

/// The blocks of a piece of HTML that no publisher's rules touch.
func blocks(_ html: String) -> [Block] {
  let bytes = Array(html.utf8)
  let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
  return BlockBuilder.blocks(of: Page(tree: tree, envelope: Envelope(dialect: .html, body: 0..<bytes.count)))
}

/// The tree of a piece of HTML as nested brackets: `p(b("text"))`.
func sketch(_ html: String) -> String {
  let bytes = Array(html.utf8)
  let tree = TreeBuilder.tree(of: bytes, in: 0..<bytes.count)
  func sketch(_ node: NodeID) -> String {
    if tree.isText(node) { return "\"" + tree.rawText(of: node) + "\"" }
    let inner = tree.children(of: node).map(sketch).joined(separator: " ")
    return inner.isEmpty ? tree.name(of: node) : tree.name(of: node) + "(" + inner + ")"
  }
  return tree.children(of: .root).map(sketch).joined(separator: " ")
}
