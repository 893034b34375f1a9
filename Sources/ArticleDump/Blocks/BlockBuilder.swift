import Text

/// Turns a cleaned page into blocks: one loop over the nodes in document order, no recursion.
///
/// Everything that was not dropped is shown: every text ends up in a block, whatever the markup around it.
struct BlockBuilder {
  let tree: HTMLTree
  /// What a page says about its nodes; see `Page`.
  let pictures: [NodeID: PictureText]
  private let roles: [NodeID: ParagraphRole]
  private let presentations: [NodeID: Presentation]
  private let contentRoots: [NodeID]?
  let pageURL: String?
  /// The open elements whose end matters, outermost first.
  private var open: [Open] = []
  /// The open containers, outermost first; the first is the body.
  var containers: [Container]
  var run: InlineRun
  /// The marks of the page in document order, so that unmarked nodes cost no look-up.
  private var marks: [Int32]
  private var nextMarkedNode = 0
  private var role: ParagraphRole?
  private var alignment: StyledText.Alignment?
  private var headingLevel: Int?
  private var preformattedDepth = 0
  /// The language of the open preformatted text, as the source gives it.
  private var language: String?
  /// Where the text of the ruby base began; `nil` outside of `ruby`.
  private var rubyStart: Int?
  /// The URL of the last picture, as long as no text has followed it: pages that load pictures lazily give each of them
  /// twice.
  var pictureJustShown: String?

  /// Quotes and lists nested more deeply than this are flattened: deeper nesting is not easier to read, and blocks are
  /// freed recursively.
  static let deepestContainer = 16

  private struct Open {
    var end: Int
    var action: Action
  }

  private enum Action {
    case block
    case style
    case heading(previous: Int?)
    case role(previous: ParagraphRole?)
    case alignment(previous: StyledText.Alignment?)
    case container
    case preformatted
    case ruby(previous: Int?)
    case quotationMark
    case initial
  }

  /// Whether a link leads through a redirector.
  private var holdsRedirector = false

  /// What remains of the dump's limits.
  var budget: ParsingBudget
  /// The node at which a limit was reached.
  private var endIndex: Int?

  /// The blocks of a page, and what was noticed along the way.
  struct Outcome {
    var blocks: [Block]
    /// Whether a link of the page leads through a redirector.
    var holdsRedirector: Bool
    /// The limit at which the blocks end, and the node that reached it.
    var exceeded: (limit: ExceededLimit, node: NodeID)?
  }

  static func blocks(of page: Page) -> [Block] {
    outcome(of: page, ParsingBudget(dumpSizeInBytes: page.tree.source.count)).blocks
  }

  static func outcome(of page: Page, _ budget: ParsingBudget) -> Outcome {
    var builder = BlockBuilder(page, budget)
    builder.build()
    return Outcome(
      blocks: HardWraps.joined(builder.containers[0].blocks.withAlignmentOfLines),
      holdsRedirector: builder.holdsRedirector,
      exceeded: builder.budget.exceeded.map { ($0, NodeID(builder.endIndex ?? 0)) })
  }

  private init(_ page: Page, _ budget: ParsingBudget) {
    self.budget = budget
    // Its parts are kept instead of the page itself, which is large to copy.
    tree = page.tree
    pictures = page.pictures
    roles = page.roles
    presentations = page.presentations
    contentRoots = page.contentRoots
    // Links in Markdown that a person wrote refer to the files beside it, not to the address that the text came from.
    pageURL = page.envelope.bodyFormat == .markdown ? nil : page.envelope.url
    run = InlineRun(isWellFormed: tree.isWellFormed)
    containers = [Container(kind: .body, node: .root)]
    marks = (Array(roles.keys) + Array(presentations.keys)).map(\.index).sorted()
  }

  // MARK: The walk

  private mutating func build() {
    tree.source.withUnsafeBufferPointer { bytes in
      tree.nodes.withUnsafeBufferPointer { nodes in
        if let roots = contentRoots {
          for root in roots { walk(Int(root.index)..<tree.subtreeEnd(of: root), nodes, bytes) }
        } else {
          walk(0..<nodes.count, nodes, bytes)
        }
      }
    }
  }

  private mutating func walk(
    _ range: Range<Int>, _ nodes: UnsafeBufferPointer<HTMLTree.Node>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var index = range.lowerBound
    while nextMarkedNode < marks.count, marks[nextMarkedNode] < index { nextMarkedNode += 1 }
    while index < range.upperBound {
      while let last = open.last, last.end <= index { close() }
      if budget.exceeded != nil {
        endIndex = endIndex ?? index
        break
      }
      let node = nodes[index]
      if tree.isDropped(NodeID(index)) {
        index = Int(node.subtreeEnd)
        continue
      }
      if node.tag == Tag.text.rawValue {
        if headingLevel == nil, node.flags.contains(.blank), run.collector.isEmpty, preformattedDepth == 0 {
          index += 1
          continue
        }
        run.collector.append(
          bytes, Int(node.sourceStart)..<Int(node.sourceEnd), isLiteral: node.flags.contains(.literal),
          preserving: preformattedDepth > 0)
        index += 1
        continue
      }
      while nextMarkedNode < marks.count, marks[nextMarkedNode] < index { nextMarkedNode += 1 }
      let isMarked = nextMarkedNode < marks.count && marks[nextMarkedNode] == index
      index = element(NodeID(index), node, isMarked: isMarked, bytes)
    }
    while !open.isEmpty { close() }
    flush()
  }

  /// Processes an element.
  ///
  /// - Returns: The index of the node to continue with.
  private mutating func element(
    _ id: NodeID, _ node: HTMLTree.Node, isMarked: Bool, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let end = Int(node.subtreeEnd)
    let inside = Int(id.index) + 1
    let tag = tree.tag(id)
    let traits = tag.traits
    if isMarked {
      if let marked = roles[id] {
        flush()
        open.append(Open(end: end, action: .role(previous: role)))
        role = marked
      }
      if let presentation = presentations[id], present(id, as: presentation, end) { return inside }
    }
    if tree.isHidden(node) { return end }
    if traits.contains(.block), let given = tree.alignment(of: node, tag) {
      flush()
      open.append(Open(end: end, action: .alignment(previous: alignment)))
      alignment = given
    }
    switch tag {
    case .document, .html, .body: return inside
    case .br:
      lineBreak()
      return inside
    case .img, .image:
      picture(id)
      return inside
    case .hr:
      flush()
      emit(.rule)
      return inside
    case .strong, .b: style(.strong, end)
    case .em, .i, .cite, .dfn, .var: style(tree.hasEmphasisDots(node) ? .emphasisDots : .emphasis, end)
    case .u: style(.underline, end)
    case .mark: style(.mark, end)
    case .code, .tt, .kbd, .samp:
      if preformattedDepth == 0 { style(.code, end) } else if language == nil { language = codeLanguage(of: id) }
    case .sup: style(.superscript, end)
    case .sub: style(.subscript, end)
    case .del, .s, .strike: style(.deleted, end)
    case .a: link(node, end, bytes)
    case .span, .font:
      if isInitial(node) { open.append(Open(end: end, action: .initial)) }
      if isBold(node) { style(.strong, end) }
      if tree.hasEmphasisDots(node) { style(.emphasisDots, end) }
    case .q:
      run.collector.append(ready: "“")
      open.append(Open(end: end, action: .quotationMark))
    case .ruby:
      open.append(Open(end: end, action: .ruby(previous: rubyStart)))
      rubyStart = run.collector.count
    case .rt, .rtc:
      annotate(id)
      return end
    case .h1, .h2, .h3, .h4, .h5, .h6:
      heading(Int(tag.rawValue - Tag.h1.rawValue) + 1, end)
    case .blockquote:
      enter(tree.hasClass("twitter-tweet", id) ? .tweet : .quote, id, end)
    case .ul, .menu, .dir: enter(.list(isOrdered: false), id, end)
    case .ol: enter(.list(isOrdered: true), id, end)
    case .li: enter(.item, id, end)
    case .dl: enter(.definitions, id, end)
    case .dt where containers.last?.kind == .definitions:
      block(end)
      open.append(Open(end: end, action: .role(previous: role)))
      role = .term
    case .figure: enter(.figure, id, end)
    case .figcaption: enter(.caption, id, end)
    case .table: table(id, end)
    case .caption where containers.last?.kind == .table: enter(.caption, id, end)
    case .tr where containers.last?.kind == .table: startRow(id, end)
    case .td, .th:
      if containers.last?.kind == .table { enter(.cell, id, end) } else { block(end) }
    case .pre, .listing, .xmp, .plaintext:
      preformatted(end)
      if language == nil { language = codeLanguage(of: id) }
    case .noscript:
      if repeatsPicture(id) { return end }
    case .iframe, .video, .audio, .embed, .object:
      if embed(id, tag) { return end }
      if tag == .object || tag == .video || tag == .audio { block(end) } else { return end }
    default:
      if traits.contains(.hidden) { return end }
      if traits.contains(.block) { block(end) }
    }
    return inside
  }

  private mutating func present(_ id: NodeID, as presentation: Presentation, _ end: Int) -> Bool {
    switch presentation {
    case .heading(let level): heading(level, end)
    case .quote: enter(.quote, id, end)
    case .paragraph: block(end)
    case .preformatted: preformatted(end)
    case .inline: break
    }
    return true
  }

  // MARK: Opening and closing

  mutating func block(_ end: Int) {
    flush()
    open.append(Open(end: end, action: .block))
  }

  private mutating func heading(_ level: Int, _ end: Int) {
    flush()
    open.append(Open(end: end, action: .heading(previous: headingLevel)))
    headingLevel = min(6, max(1, level))
  }

  private mutating func preformatted(_ end: Int) {
    flush()
    preformattedDepth += 1
    open.append(Open(end: end, action: .preformatted))
  }

  private mutating func style(_ style: InlineStyle, _ end: Int) {
    if run.open(style, atMost: budget.limits.openStyles) { open.append(Open(end: end, action: .style)) }
  }

  private mutating func link(_ node: HTMLTree.Node, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let isWellFormed = run.collector.isWellFormed
    guard let url = HTMLTree.url("href", of: node, in: bytes, isWellFormed: isWellFormed), let first = url.utf8.first,
      first != 0x23, !url.isScript, let url = LinkTarget.followed(url, page: pageURL)
    else { return }
    if !holdsRedirector { holdsRedirector = LinkTarget.isRedirector(url) }
    style(.link(url: url), end)
  }

  mutating func enter(_ kind: Container.Kind, _ id: NodeID, _ end: Int) {
    flush()
    guard containers.count < Self.deepestContainer else {
      open.append(Open(end: end, action: .block))
      return
    }
    containers.append(Container(kind: kind, node: id, outerRole: role, outerHeading: headingLevel))
    headingLevel = nil
    open.append(Open(end: end, action: .container))
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    switch last.action {
    case .block: flush()
    case .style: run.close()
    case .heading(let previous):
      flush()
      headingLevel = previous
    case .role(let previous):
      flush()
      role = previous
    case .alignment(let previous):
      flush()
      alignment = previous
    case .container:
      flush()
      let container = containers.removeLast()
      headingLevel = container.outerHeading
      finish(container)
    case .preformatted:
      flush()
      preformattedDepth -= 1
      if preformattedDepth == 0 { language = nil }
    case .ruby(let previous): rubyStart = previous.map { _ in run.collector.count }
    case .quotationMark: run.collector.append(ready: "”")
    case .initial: run.collector.joinNext()
    }
  }

  // MARK: Text

  /// Ends the paragraph.
  mutating func flush() {
    if preformattedDepth > 0 {
      flushPreformatted()
      return
    }
    guard !run.collector.isEmpty else { return }
    let holdsLineBreak = run.collector.holdsLineBreak
    guard let text = finishRun() else { return }
    pictureJustShown = nil
    if let level = headingLevel {
      var heading = text
      // A heading is strong in any case.
      if heading.isAllStrong { heading.spans.removeAll { $0.style == .strong } }
      emit(.heading(heading, level: level))
      return
    }
    guard holdsLineBreak else { return emitParagraph(text) }
    for part in text.splitAtIndentation() { emitParagraph(part) }
  }

  private mutating func emitParagraph(_ text: StyledText) {
    var text = text
    if let alignment, containers.last.map({ $0.kind == .body || $0.kind == .quote }) ?? false {
      text.alignment = alignment
    }
    emit(.paragraph(text, role: role ?? (isSubhead(text) ? .subhead : nil)))
  }

  private mutating func flushPreformatted() {
    let text = run.collector.withBytes { bytes in
      // The line feed after the start tag is not content (WHATWG 13.2.6.4.7).
      let start = bytes.first == 0x0A ? 1 : 0
      var end = bytes.count
      while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 { end -= 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
    _ = finishRun()
    if !text.isEmpty { emit(.preformatted(text, language: language)) }
  }

  /// Ends the run. A ruby base in which a block opens starts over in that block.
  mutating func finishRun() -> StyledText? {
    if rubyStart != nil { rubyStart = 0 }
    guard let text = run.finish() else { return nil }
    budget.spend(text)
    return text
  }

  /// Whether a paragraph of the body is entirely strong, and no longer than a heading may be.
  private func isSubhead(_ text: StyledText) -> Bool {
    guard !text.spans.isEmpty, text.text.utf8.count <= 240 else { return false }
    switch containers.last?.kind {
    case .body, .quote: return text.isAllStrong && !text.holdsSeveralSentences
    default: return false
    }
  }

  mutating func emit(_ block: consuming Block) {
    budget.spendBlock()
    containers[containers.count - 1].blocks.append(block)
  }

  private mutating func lineBreak() {
    if preformattedDepth > 0 {
      run.collector.append(ready: "\n")
    } else if run.collector.isEmpty {
      run.collector.dropPending()
    } else if run.isAtLineStart {
      flush()
    } else {
      run.collector.breakLine()
    }
  }

  /// The annotation of the ruby base collected since the last one.
  private mutating func annotate(_ id: NodeID) {
    let annotation = tree.text(of: id)
    if let start = rubyStart, !annotation.isEmpty, run.collector.count > start {
      run.record(.ruby(annotation: annotation), from: start)
      let end = run.collector.count
      if RubyAnnotation.isWords(annotation, over: run.collector.characterCount(from: start)) {
        run.collector.append(ready: annotation)
        run.record(.rubyText, from: end)
      }
    } else if !annotation.isEmpty {
      run.collector.append(ready: annotation)
    }
    rubyStart = run.collector.count
  }
}
