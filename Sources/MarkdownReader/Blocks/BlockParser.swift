import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The first phase: lines into a tree of blocks (CommonMark 0.31.2, appendix "A parsing strategy").
struct BlockParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let options: MarkdownOptions
  var nodes: [BlockNode] = []
  /// The open blocks, the document first.
  var open: [Int] = [0]
  /// How many of the open blocks the current line continues.
  var matched = 1
  /// The contents of the leaves, one after another, since only one leaf is open at a time.
  var text: [UInt8] = []
  var references = ReferenceTable()
  /// Footnote definitions by label, and in order.
  var footnotes: [String: Int] = [:]
  var alignments: [UInt8] = []
  /// The endings of the blocks that template tags opened.
  var terminators: [Terminator] = []
  var omissions: [MarkdownOmission] = []
  var cellCount = 0

  // The current line.
  var lineNumber: Int32 = 0
  var offset = 0
  var lineEnd = 0
  var column = 0
  var hasPartialTab = false
  var nextNonspace = 0
  var nextNonspaceColumn = 0
  var indent = 0
  var isBlank = false
  /// For each kind of closing mark, the offset from which the source contains none, so that no search is repeated.
  var missing = MissingClosers()

  /// Deeper containers are text, since each line walks through all open ones.
  static let deepestNesting = 64
  /// The most cells that are added to short rows (a table of n columns and n short rows has n² cells).
  static let mostCells = 1 << 18
  /// The most blocks of a document; anything after them is not read. Prose has a block for every 100 bytes, dense lists
  /// have two for every 10; a block and its events take up to 600 bytes.
  private let mostBlocks: Int
  /// Whether the document has more.
  private(set) var isCut = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ options: MarkdownOptions) {
    self.bytes = bytes
    self.options = options
    mostBlocks = 98_304 + bytes.count / 64
    nodes.append(BlockNode(kind: .document, line: 1, parent: -1))
    text.reserveCapacity(bytes.count + bytes.count / 16 + 64)
  }

  mutating func parse() {
    var start = 0
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    guard let base = bytes.baseAddress else { return }
    while start < bytes.count {
      let end =
        memchr(base + start, 0x0A, bytes.count - start)
        .map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? bytes.count
      lineNumber += 1
      guard nodes.count < mostBlocks else {
        isCut = true
        break
      }
      read(start..<end)
      start = end + 1
    }
    while open.count > 0 { close(at: lineNumber) }
  }

  // MARK: A line

  private mutating func read(_ line: Range<Int>) {
    offset = line.lowerBound
    lineEnd = line.upperBound
    column = 0
    hasPartialTab = false
    matched = 1
    while matched < open.count {
      findNonspace()
      switch continues(open[matched]) {
      case .yes: matched += 1
      case .no: return begin()
      case .ended: return
      }
    }
    begin()
  }

  /// Opens the blocks that begin on the line, then adds the rest of the line to the innermost.
  private mutating func begin() {
    let hasUnmatched = matched < open.count
    var leaf = open[matched - 1]
    var opened = false
    while !nodes[leaf].acceptsLines {
      findNonspace()
      if isBlank { break }
      let count = nodes.count
      let start = startBlock(in: leaf)
      if start == .none { break }
      opened = true
      if start == .consumed { return }
      leaf = nodes.count > count ? open[open.count - 1] : open[matched - 1]
      if start == .leaf { break }
      if open.count > Self.deepestNesting { break }
    }
    findNonspace()
    let tip = open[open.count - 1]
    if hasUnmatched, !opened, !isBlank, nodes[tip].kind == .paragraph {
      advanceToNonspace()
      addLine(to: tip)
      return
    }
    closeUnmatched()
    leaf = open[open.count - 1]
    if nodes[leaf].acceptsLines {
      addLine(to: leaf)
      if nodes[leaf].kind == .htmlBlock, endsMarkup(nodes[leaf].level) { close(at: lineNumber) }
    } else if nodes[leaf].kind == .table {
      if !isBlank { addTableRow(to: leaf) }
    } else if !isBlank {
      if nodes[leaf].kind != .paragraph { leaf = add(.paragraph) } else if isOutlinerProperty() { return }
      advanceToNonspace()
      addLine(to: leaf)
    }
  }

  // MARK: Places in the line

  mutating func findNonspace() {
    var position = offset
    var columns = column
    while position < lineEnd {
      let byte = bytes[position]
      if byte == 0x20 { columns += 1 } else if byte == 0x09 { columns += 4 - columns % 4 } else { break }
      position += 1
    }
    nextNonspace = position
    nextNonspaceColumn = columns
    indent = columns - column
    isBlank = position == lineEnd
  }

  mutating func advanceToNonspace() {
    offset = nextNonspace
    column = nextNonspaceColumn
    hasPartialTab = false
  }

  mutating func advance(_ count: Int, inColumns: Bool = false) {
    var count = count
    while count > 0, offset < lineEnd {
      if bytes[offset] == 0x09 {
        let toTab = 4 - column % 4
        if inColumns {
          hasPartialTab = toTab > count
          let step = min(count, toTab)
          column += step
          if !hasPartialTab { offset += 1 }
          count -= step
        } else {
          hasPartialTab = false
          column += toTab
          offset += 1
          count -= 1
        }
      } else {
        hasPartialTab = false
        offset += 1
        column += 1
        count -= 1
      }
    }
  }

  /// The byte at an offset of the line, or 0 past its end.
  @inline(__always)
  func byte(at position: Int) -> UInt8 { position < lineEnd ? bytes[position] : 0 }

  @inline(__always)
  static func isBlankByte(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The rest of the line, without blanks at either end.
  var rest: Range<Int> {
    var end = lineEnd
    while end > nextNonspace, Self.isBlankByte(bytes[end - 1]) { end -= 1 }
    return nextNonspace..<end
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: Adding and closing

  /// Closes the open blocks that the line does not continue.
  mutating func closeUnmatched() {
    while open.count > matched { close(at: lineNumber - 1) }
  }

  /// Opens a block in the innermost matched container that may contain it.
  mutating func add(_ kind: BlockNode.Kind) -> Int {
    closeUnmatched()
    while !mayHold(nodes[open[open.count - 1]].kind, kind) { close(at: lineNumber - 1) }
    let parent = open[open.count - 1]
    let index = nodes.count
    var node = BlockNode(kind: kind, line: lineNumber, parent: Int32(parent))
    node.contentStart = Int32(text.count)
    node.contentEnd = node.contentStart
    node.previous = nodes[parent].lastChild
    if node.previous >= 0 { nodes[Int(node.previous)].next = Int32(index) }
    nodes.append(node)
    nodes[parent].lastChild = Int32(index)
    if nodes[parent].firstChild < 0 { nodes[parent].firstChild = Int32(index) }
    open.append(index)
    matched = open.count
    return index
  }

  private func mayHold(_ outer: BlockNode.Kind, _ inner: BlockNode.Kind) -> Bool {
    switch outer {
    case .list: inner == .item
    case .definitionList: inner == .definitionTerm || inner == .definition
    case .definitionTerm: inner == .paragraph
    case .document, .quote, .item, .footnoteDefinition, .definition, .directive, .admonition:
      inner != .item && inner != .definitionTerm && inner != .definition
    default: false
    }
  }

  mutating func unlink(_ index: Int) {
    let node = nodes[index]
    if node.previous >= 0 { nodes[Int(node.previous)].next = node.next }
    if node.next >= 0 { nodes[Int(node.next)].previous = node.previous }
    let parent = Int(node.parent)
    if nodes[parent].firstChild == Int32(index) { nodes[parent].firstChild = node.next }
    if nodes[parent].lastChild == Int32(index) { nodes[parent].lastChild = node.previous }
  }

  mutating func addLine(to index: Int) {
    if nodes[index].kind == .paragraph { nodes[index].lastLineStart = Int32(text.count) }
    if hasPartialTab {
      offset += 1
      for _ in 0..<4 - column % 4 { text.append(0x20) }
    }
    if offset < lineEnd { text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[offset..<lineEnd])) }
    text.append(0x0A)
    nodes[index].contentEnd = Int32(text.count)
  }

  /// Closes the innermost open block.
  mutating func close(at line: Int32) {
    guard let index = open.popLast() else { return }
    nodes[index].endLine = line
    switch nodes[index].kind {
    case .paragraph:
      readReferences(from: index)
      if nodes[index].content.isEmpty || isOmittedParagraph(index) {
        unlink(index)
      } else if options.contains(.leniency), options.contains(.tables) {
        makeTable(of: index)
      }
    case .codeBlock where nodes[index].fence == 0 && nodes[index].terminator < 0: trimIndentedCode(index)
    case .htmlBlock:
      while nodes[index].contentEnd > nodes[index].contentStart, text[Int(nodes[index].contentEnd) - 1] == 0x0A {
        nodes[index].contentEnd -= 1
      }
      if nodes[index].level == 2, options.contains(.templates) { makeTitle(ofComment: index) }
    case .list: settle(list: index)
    case .item, .definition, .quote, .footnoteDefinition, .admonition:
      if nodes[index].kind != .quote {
        let last = nodes[index].lastChild
        nodes[index].endLine = last >= 0 ? nodes[Int(last)].endLine : nodes[index].line
      }
    default: break
    }
    matched = min(matched, open.count)
  }

  /// Whether a blank line is between items of a list, or between the blocks of one.
  private mutating func settle(list index: Int) {
    var isTight = true
    var item = nodes[index].firstChild
    while item >= 0, isTight {
      let node = nodes[Int(item)]
      if node.next >= 0, node.endLine != nodes[Int(node.next)].line - 1 { isTight = false }
      var child = node.firstChild
      while child >= 0, isTight {
        let inner = nodes[Int(child)]
        if inner.next >= 0, inner.endLine != nodes[Int(inner.next)].line - 1 { isTight = false }
        child = inner.next
      }
      item = node.next
    }
    nodes[index].list.isTight = isTight
    let last = nodes[index].lastChild
    if last >= 0 { nodes[index].endLine = nodes[Int(last)].endLine }
  }

  private mutating func trimIndentedCode(_ index: Int) {
    var end = Int(nodes[index].contentEnd)
    let start = Int(nodes[index].contentStart)
    // Blank lines at the end are dropped.
    var position = end
    while position > start, text[position - 1] <= 0x20 {
      position -= 1
      if text[position] == 0x0A { end = position + 1 }
    }
    if position == start { end = start }
    nodes[index].contentEnd = Int32(end)
    var lines: Int32 = 0
    for offset in start..<end where text[offset] == 0x0A { lines += 1 }
    nodes[index].endLine = nodes[index].line + max(0, lines - 1)
  }

  /// Removes link reference definitions from the start of a paragraph.
  mutating func readReferences(from index: Int) {
    var start = Int(nodes[index].contentStart)
    let end = Int(nodes[index].contentEnd)
    while start < end, text[start] == 0x5B {
      guard let length = references.readDefinition(from: &text, start..<end, options: options) else { break }
      start += length
    }
    // A definition may have been decoded to the buffer's end, where the next line belongs.
    if start >= end { start = text.count }
    nodes[index].contentStart = Int32(start)
    nodes[index].contentEnd = Int32(max(start, end))
  }
}

/// Where a search for closing marks found none.
struct MissingClosers {
  var comment = Int.max
  var instruction = Int.max
  var declaration = Int.max
  var section = Int.max
  var rawText: [String: Int] = [:]
  var mathAbsent = Int.max
  var bracketedMath = Int.max
  var kramdown = Int.max
  var scripts = 0
  var tags: [String: Int] = [:]
  /// The offset of the next closing mark of a kind, if the search was made.
  var found: [String: Int] = [:]
}
