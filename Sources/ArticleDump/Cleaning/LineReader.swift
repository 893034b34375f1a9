import Text

/// Cuts a page into lines and measures each, in one walk over the nodes that reads each byte of text once.
struct LineReader {
  /// The elements around the current node.
  private struct Open {
    var end: Int
    var node: Int32
    var isBlock: Bool
    var words: MarkupWords
    var farWords: MarkupWords
    var context: ElementContext
    /// A number for the element's name and class list.
    var markupHash: UInt64
    /// A number for the names and classes of this element and all blocks around it.
    var path: UInt64
    /// The innermost `article` around, and the number of blocks around.
    var article: Int32
    var depth: Int32
  }

  private let tree: HTMLTree
  private let scanner: ElementScanner
  private var open: [Open] = []
  private var lines: [Line] = []
  private var current: Line?
  private var hash = KeyHash()
  /// Where the innermost open link ends.
  private var linkEnd = 0
  private var followsBreak = false

  /// The lines of everything that is shown and was not dropped, in order.
  static func lines(of tree: HTMLTree, _ scanner: ElementScanner) -> [Line] {
    var reader = LineReader(tree, scanner)
    reader.read()
    return reader.lines
  }

  private init(_ tree: HTMLTree, _ scanner: ElementScanner) {
    self.tree = tree
    self.scanner = scanner
    open.reserveCapacity(64)
    lines.reserveCapacity(256)
    open.append(
      Open(
        end: tree.count, node: 0, isBlock: true, words: [], farWords: [], context: [], markupHash: 0, path: 0,
        article: 0,
        depth: 0))
  }

  private mutating func read() {
    tree.source.withUnsafeBufferPointer { bytes in
      tree.nodes.withUnsafeBufferPointer { nodes in
        var index = 1
        while index < nodes.count {
          while open[open.count - 1].end <= index { close() }
          let node = nodes[index]
          if tree.isDropped(NodeID(index)) {
            index = Int(node.subtreeEnd)
          } else if node.known == .text {
            if !node.flags.contains(.blank) { read(node, index, bytes) }
            index += 1
          } else if node.known.isHidden || tree.isHidden(node) {
            if node.known.traits.contains(.block) { flush() }
            index = Int(node.subtreeEnd)
          } else {
            enter(node, index)
            index += 1
          }
        }
        while open.count > 1 { close() }
        flush()
      }
    }
  }

  // MARK: Elements

  private mutating func enter(_ node: HTMLTree.Node, _ index: Int) {
    let tag = node.known
    if tag == .br {
      flush()
      followsBreak = true
      lines.indices.last.map { _ = lines[$0].marks.insert(.isBroken) }
      return
    }
    let isBlock = tag.traits.contains(.block) || tag == .dd || tag == .dt || tag == .button || tag == .option
    if isBlock {
      flush()
      followsBreak = false
    }
    if tag == .a {
      linkEnd = max(linkEnd, Int(node.subtreeEnd))
      if Int(node.subtreeEnd) > index + 1 { pendingLinks += 1 }
    }
    guard Int(node.subtreeEnd) > index + 1 else { return }
    let outer = open[open.count - 1]
    let scan = scanner.scan(NodeID(index), in: tree)
    let markupHash = SimHash.mix(UInt64(tag.rawValue) &+ scan.classHash)
    open.append(
      Open(
        end: Int(node.subtreeEnd), node: Int32(truncatingIfNeeded: index), isBlock: isBlock, words: scan.words,
        farWords: outer.farWords.union(scan.words),
        context: outer.context.subtracting(isBlock ? Self.nearest : []).union(Self.context(of: tag, scan)),
        markupHash: markupHash, path: isBlock ? SimHash.mix(outer.path &+ markupHash) : outer.path,
        article: tag == .article || scan.role == .article ? Int32(truncatingIfNeeded: index) : outer.article,
        depth: outer.depth + (isBlock ? 1 : 0)))
  }

  private var pendingLinks: Int32 = 0

  private mutating func close() {
    if open.removeLast().isBlock { flush() }
  }

  /// Contexts that only the nearest block determines.
  private static let nearest: ElementContext = [.paragraph, .heading, .topHeading, .definition, .unnamed]

  private static func context(of tag: Tag, _ scan: ElementScan) -> ElementContext {
    var context: ElementContext =
      switch tag {
      case .p: .paragraph
      case .h1: [.heading, .topHeading]
      case .h2, .h3, .h4, .h5, .h6: .heading
      case .li: .item
      case .td, .th: .cell
      case .blockquote: .quote
      case .figcaption, .caption: .caption
      case .dd, .dt: .definition
      case .pre: .preformatted
      case .button, .label, .option, .input: .control
      case .nav: .navigation
      case .footer: .footer
      case .aside: .aside
      case .table: .table
      case .article: .article
      case .main: .main
      case .form: .form
      case .figure: .figure
      case .time: .time
      case .div, .section, .center: .unnamed
      default: []
      }
    switch scan.role {
    case .navigation, .toolbar: context.insert(.navigation)
    case .search: context.insert(.form)
    case .contentinfo: context.insert(.footer)
    case .complementary, .advert: context.insert(.aside)
    case .dialog: context.insert(.dialog)
    case .main: context.insert(.main)
    case .article: context.insert(.article)
    case .banner, .none: break
    }
    if scan.isHidden { context.insert(.hidden) }
    return context
  }

  // MARK: Lines

  private mutating func flush() {
    defer { pendingLinks = 0 }
    guard var line = current else { return }
    current = nil
    line.key = hash.value
    if line.isRunningText { line.marks.insert(.isProse) }
    lines.append(line)
  }

  private mutating func read(_ node: HTMLTree.Node, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    var line = current ?? newLine(index)
    line.last = Int32(truncatingIfNeeded: index)
    line.linkCount += pendingLinks
    pendingLinks = 0
    let before = line.length
    let text = UnsafeBufferPointer(rebasing: bytes[Int(node.sourceStart)..<Int(node.sourceEnd)])
    Self.measure(text, isLiteral: node.flags.contains(.literal), into: &line, &hash)
    if line.length > before {
      if index < linkEnd {
        line.linkLength += line.length - before
        if before == 0 { line.marks.insert(.opensWithLink) }
        line.marks.insert(.endsWithLink)
      } else {
        line.marks.remove(.endsWithLink)
      }
    }
    current = line
  }

  /// The number of elements around a line whose names are read: inline ones may be nested as deeply as a file is long.
  private static let mostElementsAround = 24

  private mutating func newLine(_ index: Int) -> Line {
    hash = KeyHash()
    let inner = open[open.count - 1]
    var line = Line(
      first: Int32(truncatingIfNeeded: index), last: Int32(truncatingIfNeeded: index), block: 0, parent: 0)
    line.context = inner.context
    line.farWords = inner.farWords
    line.article = inner.article
    line.depth = inner.depth
    // Words in the names of inline elements count as the block's: `<p><span class="source">`.
    var blocks = 0
    var place = open.count - 1
    while place > 0, blocks < 4, open.count - place <= Self.mostElementsAround {
      let element = open[place]
      if blocks == 0 { line.ownWords.formUnion(element.words) } else { line.nearWords.formUnion(element.words) }
      if element.isBlock {
        blocks += 1
        if blocks == 1 { line.block = element.node }
        if blocks == 2 {
          line.parent = element.node
          line.path = element.path
        }
        if blocks == 3 { line.outerPath = element.path }
        if blocks <= 2 { line.markupHash = SimHash.mix(line.markupHash &+ element.markupHash) }
      }
      place -= 1
    }
    if followsBreak { line.marks.insert(.isBroken) }
    return line
  }

  // MARK: Bytes

  private static func measure(
    _ text: UnsafeBufferPointer<UInt8>, isLiteral: Bool, into line: inout Line, _ hash: inout KeyHash
  ) {
    let raw = UnsafeRawBufferPointer(text)
    // Copies that can stay in registers.
    var letters = hash
    var length = line.length
    var digitCount = line.digitCount
    var hasHan = false
    var wasLetter = false
    // Whether a letter or digit has occurred since the end of the line was last recorded.
    var isOpen = false
    var gap = Gap.none
    var index = 0
    while index < text.count {
      let byte = text[index]
      // U+4000 to U+9FFF: nearly all Han.
      if 0xE4...0xE9 ~= byte, index &+ 3 <= text.count {
        let start = index
        // Four bytes in one load, as long as there are four.
        while index &+ 4 <= text.count, 0xE4...0xE9 ~= text[index] {
          letters.add(raw.loadUnaligned(fromByteOffset: index, as: UInt32.self).bigEndian >> 8)
          index &+= 3
        }
        if index &+ 3 == text.count, 0xE4...0xE9 ~= text[index] {
          letters.add(UInt32(text[index]) << 16 | UInt32(text[index &+ 1]) << 8 | UInt32(text[index &+ 2]))
          index &+= 3
        }
        length &+= Int32(truncatingIfNeeded: index &- start)
        if gap == .blank { line.marks.insert(.hasGap) }
        gap = .han
        hasHan = true
        isOpen = true
        wasLetter = true
        continue
      }
      if byte <= 0x20 {
        wasLetter = false
        if gap == .han { gap = .blank }
        index &+= 1
        continue
      }
      let followsHan = gap == .han
      gap = .none
      if byte < 0x80 {
        let lowered = byte | 0x20
        if lowered &- 0x61 < 26 {
          letters.add(UInt32(lowered))
          length &+= 1
          isOpen = true
          wasLetter = true
        } else if byte &- 0x30 < 10 {
          length &+= 1
          digitCount &+= 1
          isOpen = true
          wasLetter = false
        } else if byte == 0x26, !isLiteral, let skipped = referenceLength(text, index) {
          wasLetter = false
          index &+= skipped
          continue
        } else {
          if isOpen { line.marks.subtract(Self.ends) }
          isOpen = false
          let isInWord = byte == 0x2E && index &+ 1 < text.count && isLetterOrDigit(text[index &+ 1])
          if isInWord, wasLetter { line.marks.insert(.hasInnerStop) }
          // `https://`, `11:48`: not a label.
          let isInAddressOrTime =
            byte == 0x3A && index &+ 1 < text.count
            && (text[index &+ 1] == 0x2F || text[index &+ 1] &- 0x30 < 10 && index > 0 && text[index &- 1] &- 0x30 < 10)
          if !isInAddressOrTime { mark(UInt32(byte), after: wasLetter && !isInWord, at: length, &line) }
          wasLetter = false
        }
        index &+= 1
        continue
      }
      guard index &+ Blanks.scalarLength(byte) <= text.count else { break }
      let (scalar, scalarLength) = UTF8Scalar.decode(text, at: index)
      if isMark(scalar) {
        if scalar == 0x3000, followsHan { gap = .blank }
        if isOpen { line.marks.subtract(Self.ends) }
        isOpen = false
        mark(scalar, after: true, at: length, &line)
        wasLetter = false
      } else {
        letters.add(scalar)
        length &+= Int32(truncatingIfNeeded: min(scalarLength, 3))
        isOpen = true
        wasLetter = true
      }
      index &+= max(1, scalarLength)
    }
    if isOpen { line.marks.subtract(Self.ends) }
    if hasHan { line.marks.insert(.hasHan) }
    line.length = length
    line.digitCount = digitCount
    hash = letters
  }

  /// In bytes: a label is four Han characters or a word, rarely more than twice that.
  private static let longestLabel = 24

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// The last character, as far as it matters for gaps between Han characters.
  private enum Gap { case none, han, blank }

  private static let ends: Line.Marks = [.endsSentence, .endsWithColon]

  /// `&nbsp;`, `&#8217;`: they count as blanks, since they rarely represent a letter.
  private static func referenceLength(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start + 1
    while index < text.count, index - start < 10 {
      if text[index] == 0x3B { return index - start + 1 }
      guard text[index] == 0x23 || (text[index] | 0x20) &- 0x61 < 26 || text[index] &- 0x30 < 10 else { return nil }
      index += 1
    }
    return nil
  }

  /// Counts a mark.
  ///
  /// - Parameter length: How much of the line precedes it, in bytes of letters and digits.
  private static func mark(_ scalar: UInt32, after wasLetter: Bool, at length: Int32, _ line: inout Line) {
    let isFirstMark = line.clauseMarkCount == 0 && line.sentenceMarkCount == 0 && line.colonCount == 0
    let isFirst = isFirstMark && length == 0
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x2026, 0x21, 0x3F, 0xFF61:
      line.sentenceMarkCount &+= 1
      line.marks.insert(.endsSentence)
    case 0x2E where wasLetter:
      line.sentenceMarkCount &+= 1
      line.marks.insert(.endsSentence)
    case 0x2C, 0x3B, 0xFF0C, 0x3001, 0xFF1B:
      line.clauseMarkCount &+= 1
      line.marks.remove(.endsSentence)
    case 0x3A, 0xFF1A:
      if isFirstMark, 1...longestLabel ~= Int(length) { line.marks.insert(.opensWithLabel) }
      line.colonCount &+= 1
      line.marks.remove(.endsSentence)
      line.marks.insert(.endsWithColon)
    case 0x7C, 0xFF5C, 0x4E28, 0x2502: line.marks.insert(.hasBar)
    case 0xA9: line.marks.insert(.hasCopyright)
    case 0x2190...0x21FF, 0x3E, 0xBB, 0x203A, 0xFF1E, 0xAB, 0x2039: line.marks.insert(.hasArrow)
    case 0x2022, 0xB7, 0x25A0...0x25FF, 0x2605, 0x2606, 0x2B, 0x23, 0x40:
      if isFirst { line.marks.insert(.opensWithBullet) }
    case 0x28, 0x5B, 0xFF08, 0x3010, 0x3014:
      if isFirst { line.marks.insert(.opensWithBracket) }
      line.marks.remove(.endsSentence)
    default: break
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF, 0x2000...0x206F, 0x2190...0x27BF, 0x2900...0x2BFF, 0x3000...0x3020, 0x3030, 0x30FB,
      0xFE00...0xFE6F, 0xFEFF, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFFD,
      0x1F000...0x1FAFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

/// The key of a line: its letters, with ASCII in lower case, without blanks, marks and digits, as 64 bits.
///
/// A multiplicative hash of whole scalars, which takes one step for a letter where `FNV1a` would take three or four,
/// mixed at the end, since it must distinguish the keys of all lines of an archive.
struct KeyHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ letter: UInt32) { state = (state ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15 &+ (state >> 29) }

  var value: UInt64 { SimHash.mix(state) }
}
