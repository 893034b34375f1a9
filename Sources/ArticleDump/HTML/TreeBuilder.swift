import Text

/// Builds a tree from tokens: WHATWG 13.2.6, as far as it determines which text is in which block.
///
/// End tags that the standard implies are implied, end tags without a start are ignored, and the tokenizer learns
/// of raw text and foreign content. Three things differ, all in favour of reading: text in a table but outside its
/// cells stays where it is, an inline element that the source left open is not reopened in the next paragraph, and
/// closing an inline element never closes blocks that were opened in it. No step searches the stack of open elements:
/// for every name the topmost open element is known, so a million of them take linear time.
struct TreeBuilder {
  private struct Open {
    var node: Int32
    var tag: UInt16
    /// The next open element of the same name further down the stack, or -1.
    var sameTagBelow: Int32
    /// The topmost element at or below this that limits scopes, or -1.
    var scope: Int32
    /// The topmost block at or below this, or -1.
    var block: Int32
    /// Whether this is in SVG or MathML.
    var isForeign: Bool
  }

  private var tokenizer: HTMLTokenizer
  private let traits: [Tag.Traits]
  private var nodes: [HTMLTree.Node] = []
  private var stack: [Open] = []
  /// For every name the topmost open element, as an index in the stack, or -1.
  private var top: [Int32]
  private var otherNames: [String] = []
  private var otherIndices: [String: Int] = [:]
  private var tags = TagSet()
  private var hasBody = false
  /// The most nodes that are created; the rest of the page is left out.
  private let nodeLimit: Int
  /// Where the page was cut off, if it was.
  private var endsEarlyAt: Int?

  private static let text = Tag.text.rawValue
  private static let other = Tag.other.rawValue

  /// - Parameters:
  ///   - source: UTF-8 without NUL and CR.
  ///   - range: The part that holds the HTML.
  ///   - isWellFormed: Whether the source is known to be well-formed, as a decoded dump is.
  ///   - nodeLimit: The most nodes to create; by default what the standard limits allow for the source.
  static func tree(
    of source: [UInt8], in range: Range<Int>, isWellFormed: Bool = false, nodeLimit: Int? = nil
  ) -> HTMLTree {
    let range = range.clamped(to: 0..<min(source.count, Int(Int32.max)))
    return source.withUnsafeBufferPointer { bytes in
      let limit = nodeLimit ?? ParsingLimits.standard.nodes.count(forSizeInBytes: source.count)
      var builder = TreeBuilder(bytes, range: range, nodeLimit: limit)
      builder.build()
      return HTMLTree(
        source: source, isWellFormed: isWellFormed, sourceRange: range, nodes: builder.nodes,
        otherNames: builder.otherNames, tags: builder.tags,
        unclosed: builder.tokenizer.unclosed, endsEarlyAt: builder.endsEarlyAt)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, nodeLimit: Int) {
    self.nodeLimit = nodeLimit
    tokenizer = HTMLTokenizer(bytes, range: range)
    traits = Tag.allTraits
    top = [Int32](repeating: -1, count: Int(Self.other) + 1)
    // The measured dumps have a node for about every 30 bytes of markup.
    nodes.reserveCapacity(min(nodeLimit, range.count / 32) + 16)
    stack.reserveCapacity(64)
    let document = Tag.document.rawValue
    push(append(.document, tag: document, from: range.lowerBound, to: range.lowerBound), tag: document)
  }

  // MARK: The stack of open elements

  @inline(__always)
  private mutating func append(
    _ known: Tag, tag: UInt16, from: Int, to: Int, flags: HTMLTree.Flags = .none, classList: Range<Int> = 0..<0
  ) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    tags.insert(known)
    nodes.append(
      HTMLTree.Node(
        parent: stack.last?.node ?? -1, subtreeEnd: index + 1, sourceStart: UInt32(truncatingIfNeeded: from),
        sourceEnd: UInt32(truncatingIfNeeded: to), tag: tag, known: known, flags: flags,
        classStart: UInt32(truncatingIfNeeded: classList.lowerBound),
        classEnd: UInt32(truncatingIfNeeded: classList.upperBound)))
    return index
  }

  @inline(__always)
  private func traits(of tag: UInt16) -> Tag.Traits { tag >= Self.other ? [] : traits[Int(tag)] }

  @inline(__always)
  private mutating func push(_ node: Int32, tag: UInt16) {
    let place = Int32(truncatingIfNeeded: stack.count)
    let traits = traits(of: tag)
    let below = stack.last
    stack.append(
      Open(
        node: node, tag: tag, sameTagBelow: top[Int(tag)],
        scope: traits.contains(.scope) ? place : below?.scope ?? -1,
        block: traits.contains(.block) ? place : below?.block ?? -1,
        isForeign: tag == Tag.svg.rawValue || tag == Tag.math.rawValue || below?.isForeign ?? false))
    top[Int(tag)] = place
  }

  @inline(__always)
  private mutating func pop() {
    let open = stack.removeLast()
    top[Int(open.tag)] = open.sameTagBelow
    nodes[Int(open.node)].subtreeEnd = Int32(truncatingIfNeeded: nodes.count)
  }

  /// Pops down to and including an index of the stack; the document stays.
  @inline(__always)
  private mutating func pop(through place: Int32) {
    let place = max(1, Int(place))
    while stack.count > place { pop() }
  }

  @inline(__always)
  private func topmost(_ tag: Tag) -> Int32 { top[Int(tag.rawValue)] }

  /// The topmost open element of a name, if no element that limits scopes is above it.
  @inline(__always)
  private func inScope(_ tag: UInt16) -> Int32? {
    let place = top[Int(tag)]
    guard place >= 0, let last = stack.last, place >= last.scope else { return nil }
    return place
  }

  // MARK: Tokens

  private mutating func build() {
    while true {
      let token = nodes.count < nodeLimit ? tokenizer.next() : .end
      if nodes.count >= nodeLimit { endsEarlyAt = tokenizer.end }
      switch token {
      case .text: text()
      case .startTag: startTag()
      case .endTag: endTag()
      case .comment: continue
      case .end:
        while !stack.isEmpty { pop() }
        return
      }
    }
  }

  @inline(__always)
  private mutating func text() {
    let start = tokenizer.start
    let end = tokenizer.end
    guard end > start else { return }
    var index = start
    let raw = UnsafeRawBufferPointer(tokenizer.bytes)
    while index &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The high bit of a byte is set where it is more than 0x20.
      let highBits = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5F5F_5F5F_5F5F_5F5F) | word
      if highBits & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 8
    }
    while index < end, raw[index] <= 0x20 { index &+= 1 }
    let isBlank = index == end
    if !isBlank, top[Int(Tag.head.rawValue)] >= 0 { leaveHead() }
    let last = nodes.count - 1
    if nodes[last].tag == Self.text, Int(nodes[last].sourceEnd) == start, nodes[last].parent == stack.last?.node,
      nodes[last].flags.contains(.literal) == !tokenizer.mayHoldReferences
    {
      // Two runs that a lone `<` separated.
      nodes[last].sourceEnd = UInt32(truncatingIfNeeded: end)
      if !isBlank { nodes[last].flags.remove(.blank) }
      return
    }
    var flags: HTMLTree.Flags = isBlank ? .blank : .none
    if !tokenizer.mayHoldReferences { flags.insert(.literal) }
    _ = append(.text, tag: Self.text, from: start, to: end, flags: flags)
  }

  /// Text in the head that is not in one of its elements belongs to the body.
  private mutating func leaveHead() {
    if let last = stack.last, last.tag == Tag.head.rawValue { pop() }
  }

  private mutating func tagOfToken() -> UInt16 {
    guard tokenizer.rawTag == Self.other else { return tokenizer.rawTag }
    let name = String(
      decoding: UnsafeBufferPointer(rebasing: tokenizer.bytes[tokenizer.nameStart..<tokenizer.nameEnd]),
      as: UTF8.self
    ).lowercased()
    if let index = otherIndices[name] { return Self.other + UInt16(index) }
    // Past this many names, all others share one.
    guard otherNames.count < 4096 else { return Self.other + 4095 }
    otherIndices[name] = otherNames.count
    otherNames.append(name)
    top.append(-1)
    return Self.other + UInt16(otherNames.count - 1)
  }

  private mutating func startTag() {
    let tag = tagOfToken()
    let traits = traits(of: tag)
    let known = tag < Self.other ? Tag(rawValue: tag) ?? .other : .other
    let isForeign = stack.last?.isForeign ?? false
    if isForeign {
      if traits.contains(.leavesForeign) { leaveForeign() } else { return foreignStartTag(tag, known) }
    }
    if top[Int(Tag.head.rawValue)] >= 0, !traits.contains(.metadata), stack.last?.tag == Tag.head.rawValue { pop() }
    implyEndTags(before: known, traits)
    switch known {
    case .html where topmost(.html) >= 0 || nodes.count > 1,
      .head where topmost(.html) < 0 && nodes.count > 1,
      .body where hasBody:
      return
    case .body: hasBody = true
    default: break
    }
    let node = appendElement(known, tag)
    if traits.contains(.void) { return }
    push(node, tag: tag)
    if traits.contains(.rawText) || traits.contains(.escapableRawText) { tokenizer.enterRawText(of: known) }
    if known == .svg || known == .math {
      if tokenizer.isSelfClosing { pop() } else { tokenizer.isForeign = true }
    }
  }

  /// Appends the element of the token, with what the tokenizer recorded about its attributes.
  @inline(__always)
  private mutating func appendElement(_ known: Tag, _ tag: UInt16) -> Int32 {
    var flags: HTMLTree.Flags = tokenizer.mayHide ? .mayHide : .none
    if tokenizer.tells { flags.insert(.tells) }
    if tokenizer.mayAlign { flags.insert(.mayAlign) }
    return append(
      known, tag: tag, from: tokenizer.attributesStart, to: tokenizer.end, flags: flags,
      classList: tokenizer.classRange)
  }

  private mutating func foreignStartTag(_ tag: UInt16, _ known: Tag) {
    let node = appendElement(known, tag)
    if !tokenizer.isSelfClosing { push(node, tag: tag) }
  }

  private mutating func leaveForeign() {
    while let last = stack.last, last.isForeign { pop() }
    tokenizer.isForeign = false
  }

  /// Closes the elements that a start tag ends by the rules of "in body" and the table modes.
  @inline(__always)
  private mutating func implyEndTags(before tag: Tag, _ traits: Tag.Traits) {
    if traits.contains(.closesParagraph), let open = inScope(Tag.p.rawValue), tag != .li, tag != .dd, tag != .dt {
      pop(through: open)
    }
    switch tag {
    case .li:
      closeItem(topmost(.li), boundedBy: max(topmost(.ul), topmost(.ol), topmost(.menu), topmost(.dir)))
    case .dd, .dt: closeItem(max(topmost(.dd), topmost(.dt)), boundedBy: topmost(.dl))
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = stack.last, self.traits(of: last.tag).contains(.heading) { pop() }
    case .a, .nobr, .button:
      if let open = inScope(tag.rawValue), closesOnlyInlines(down: open) || tag == .button { pop(through: open) }
    case .option: closeCurrent([.option])
    case .optgroup: closeCurrent([.option, .optgroup])
    case .rb, .rtc: closeCurrent([.rb, .rt, .rp, .rtc])
    case .rt, .rp: closeCurrent([.rb, .rt, .rp])
    case .td, .th: closeInTable([.td, .th, .caption])
    case .tr: closeInTable([.tr, .td, .th, .caption, .colgroup])
    case .tbody, .thead, .tfoot: closeInTable([.tbody, .thead, .tfoot, .tr, .td, .th, .caption, .colgroup])
    case .caption, .colgroup: closeInTable([.caption, .colgroup])
    default: break
    }
  }

  /// Closes an open item unless a list was opened in it.
  private mutating func closeItem(_ open: Int32, boundedBy list: Int32) {
    let bound = max(stack.last?.scope ?? -1, list)
    if open >= 0, open > bound { pop(through: open) }
    if let paragraph = inScope(Tag.p.rawValue), paragraph > bound { pop(through: paragraph) }
  }

  private mutating func closeCurrent(_ tags: [Tag]) {
    while let last = stack.last, tags.contains(where: { $0.rawValue == last.tag }) { pop() }
  }

  /// Closes parts of the innermost table.
  private mutating func closeInTable(_ tags: [Tag]) {
    let table = topmost(.table)
    let open = tags.map(topmost).filter { $0 > table }.min() ?? -1
    if open >= 0 { pop(through: open) }
  }

  /// Whether no block was opened above an index of the stack.
  @inline(__always)
  private func closesOnlyInlines(down place: Int32) -> Bool { (stack.last?.block ?? -1) < place }

  private mutating func endTag() {
    let tag = tagOfToken()
    if let last = stack.last, last.tag == tag, stack.count > 1, tag != Tag.body.rawValue, tag != Tag.html.rawValue {
      pop()
      if last.isForeign { tokenizer.isForeign = stack.last?.isForeign ?? false }
      return
    }
    let known = tag < Self.other ? Tag(rawValue: tag) ?? .other : .other
    let traits = traits(of: tag)
    switch known {
    case .body, .html, .document, .text: return
    case .p:
      if let open = inScope(tag) {
        pop(through: open)
      } else {
        // A lone end tag represents an empty paragraph, which separates the text before from the text after.
        _ = append(known, tag: tag, from: tokenizer.end, to: tokenizer.end)
      }
    case .br:
      _ = append(known, tag: tag, from: tokenizer.end, to: tokenizer.end)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      let headings: [Tag] = [.h1, .h2, .h3, .h4, .h5, .h6]
      if let open = headings.compactMap({ inScope($0.rawValue) }).max() { pop(through: open) }
    case .table, .td, .th, .caption, .object, .marquee, .template, .button:
      let open = topmost(known)
      let table = topmost(.table)
      if open >= 0, known == .table || known == .template || open > table { pop(through: open) }
    case .tr, .tbody, .thead, .tfoot:
      let open = topmost(known)
      if open > topmost(.table) { pop(through: open) }
    default:
      guard !traits.contains(.void), let open = inScope(tag) else { break }
      if traits.contains(.inline) || known == .other, !closesOnlyInlines(down: open) { break }
      pop(through: open)
    }
    tokenizer.isForeign = stack.last?.isForeign ?? false
  }
}
