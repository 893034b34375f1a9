import Text

/// The second phase: the text of one leaf into inlines, by a stack of delimiters (CommonMark 0.31.2, appendix).
///
/// Pieces stay in the order of the text. What is emphasized is known only after the stack has been processed, so each
/// run of delimiters records what begins and ends at it.
struct InlineParser {
  struct Piece {
    enum Kind: UInt8 {
      case text, softBreak, lineBreak, code, math, html, delimiters, linkBegin, linkEnd, imageBegin, imageEnd, footnote
      case embed
      /// Their `value` is the kind of the event.
      case styleBegin, styleEnd
    }
    var kind: Kind
    var lower: Int32
    var upper: Int32
    var value: Int32 = 0
  }

  struct Delimiter {
    var mark: UInt8
    /// How many characters the run has, and how many are left.
    var length: Int32
    var count: Int32
    var canOpen: Bool
    var canClose: Bool
    var piece: Int32
    var previous: Int32
    var next: Int32 = -1
    /// Lists in `edges`: what begins here, the outermost first, and what ends here, the innermost first.
    var firstBegin: Int32 = -1
    var firstEnd: Int32 = -1
    var lastEnd: Int32 = -1
  }

  struct Edge {
    var kind: MarkdownEvent.Kind
    var next: Int32
  }

  struct Bracket {
    var piece: Int
    var textStart: Int
    var isImage: Bool
    var isActive = true
    /// Whether another bracket follows, so that the text cannot be a label.
    var hasBracketAfter = false
    /// The last delimiter before it.
    var delimiter: Int32
  }

  /// The leaves' contents.
  let bytes: UnsafeBufferPointer<UInt8>
  let options: MarkdownOptions
  private let isSpecial: [Bool]
  var references: ReferenceTable
  let footnoteLabels: Set<String>
  /// The labels of the footnotes that were referred to, in order.
  var footnotes: [String] = []
  var footnoteNumbers: [String: Int32] = [:]
  /// The contents of inline notes, by the labels generated for them.
  var inlineNotes: [String: Range<Int>] = [:]
  var links: [MarkdownLink] = []
  /// Decoded bytes, after those of the leaves.
  var extra: [UInt8] = []
  var events: [MarkdownEvent] = []
  var omissions: [MarkdownOmission] = []

  var cellCount = 0
  /// The components whose start tags were read, by name in lower case.
  var components: Set<String> = []
  var componentMisses = 0

  // The leaf.
  var pieces: [Piece] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter: Int32 = -1
  var edges: [Edge] = []
  var brackets: [Bracket] = []
  /// Bare addresses in the order of their pieces: one inside a link is text.
  var bareLinks: [Int] = []
  var lower = 0
  var upper = 0
  var position = 0
  var plain = 0
  var isCell = false
  /// Whether the leaf is itself an inline note, in which further notes are text.
  var isNote = false
  var line: Int32 = 0
  var openStrong = 0
  var backticks: [Int: Int] = [:]
  var scannedBackticks = false
  /// Closing marks that do not appear in the rest of the leaf.
  var absent: Set<String> = []
  /// How many more pieces the document may be split into; after that, the rest is plain text.
  private var pieceBudget: Int

  init(_ blocks: BlockParser, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    options = blocks.options
    references = blocks.references
    references.expansionLimit = max(100_000, blocks.bytes.count)
    footnoteLabels = Set(blocks.footnotes.keys)
    // A piece, its marks and its event take up to 100 bytes; prose has one for every 50 bytes, dense lists of links one
    // for every 10.
    pieceBudget = 262_144 + blocks.bytes.count / 16
    var special = [Bool](repeating: false, count: 256)
    for byte in "\n\\`*_[]!<&".utf8 { special[Int(byte)] = true }
    if options.contains(.strikethrough) { special[0x7E] = true }
    if options.contains(.marks) { special[0x3D] = true }
    if options.contains(.math) { special[0x24] = true }
    if options.contains(.bareAddresses) { for byte in ":w@".utf8 { special[Int(byte)] = true } }
    if options.contains(.templates) || options.contains(.attributes) { special[0x7B] = true }
    if options.contains(.wikiLinks) { for byte in "%^".utf8 { special[Int(byte)] = true } }
    if options.contains(.scripts) { for byte in "~^+".utf8 { special[Int(byte)] = true } }
    if options.contains(.inlineFootnotes) { special[0x5E] = true }
    if options.contains(.shortcodes) { special[0x3A] = true }
    isSpecial = special
  }

  /// Reads a leaf and appends its events.
  mutating func parse(_ range: Range<Int>, line: Int32, isCell: Bool = false, isNote: Bool = false) {
    lower = range.lowerBound
    upper = range.upperBound
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    while lower < upper, MarkupScanner.isSpace(bytes[lower]) { lower += 1 }
    self.isCell = isCell
    self.isNote = isNote
    self.line = line
    position = lower
    plain = lower
    // Most paragraphs contain no special character at all.
    passPlain()
    if position == upper || pieceBudget <= 0 {
      if plain < upper { events.append(MarkdownEvent(.text, .whole, range: plain..<upper, line: line)) }
      return
    }
    reset()
    while position < upper, pieces.count < pieceBudget {
      passPlain()
      guard position < upper else { break }
      step(bytes[position])
    }
    flush(to: upper)
    pieceBudget -= pieces.count
    processEmphasis(above: -1)
    if options.contains(.leniency), !delimiters.isEmpty {
      pairLooseStrong()
      dropStrayStrong()
    }
    emit()
  }

  /// Advances to the next byte that may be markup, which is always ASCII.
  private mutating func passPlain() {
    isSpecial.withUnsafeBufferPointer { special in
      var offset = position
      while offset < upper {
        let byte = bytes[offset]
        if byte >= 0x80 {
          offset = max(offset &+ 1, ByteSearch.passNonASCII(bytes, from: offset, to: upper))
        } else if special[Int(byte)] {
          break
        } else {
          offset &+= 1
        }
      }
      position = offset
    }
  }

  private mutating func reset() {
    pieces.removeAll(keepingCapacity: true)
    delimiters.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    bareLinks.removeAll(keepingCapacity: true)
    lastDelimiter = -1
    openStrong = 0
    if scannedBackticks || !backticks.isEmpty { backticks.removeAll(keepingCapacity: true) }
    scannedBackticks = false
    if !absent.isEmpty { absent.removeAll() }
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case 0x0A: lineEnd()
    case 0x5C: escape()
    case 0x60: code()
    case 0x7E where options.contains(.scripts) && script(byte, .subscript): break
    case 0x2A, 0x5F, 0x7E, 0x3D, 0x2B: delimiterRun(byte)
    case 0x5B: openBracket(isImage: false)
    case 0x21:
      if position + 1 < upper, bytes[position + 1] == 0x5B,
        !(options.contains(.footnotes) && footnoteEnd(at: position + 1) != nil)
      {
        openBracket(isImage: true)
      } else {
        position += 1
      }
    case 0x5D: closeBracket()
    case 0x3C: angle()
    case 0x26: reference()
    case 0x24: math()
    case 0x7B: brace()
    case 0x25: comment()
    case 0x5E: caret()
    case 0x3A where shortcode(): break
    case 0x3A, 0x77, 0x40: bareAddress(byte)
    default: position += 1
    }
  }

  // MARK: Pieces

  mutating func flush(to end: Int) {
    if plain < end { add(.text, plain..<end) }
    plain = end
  }

  mutating func add(_ kind: Piece.Kind, _ range: Range<Int>, value: Int32 = 0) {
    pieces.append(Piece(kind: kind, lower: Int32(range.lowerBound), upper: Int32(range.upperBound), value: value))
  }

  /// Continues after a construct that ends at an offset.
  mutating func skip(to end: Int) {
    position = end
    plain = end
  }

  /// Appends bytes that are not the source's and returns their range.
  mutating func keep(_ text: some Sequence<UInt8>) -> Range<Int> {
    let start = bytes.count + extra.count
    extra.append(contentsOf: text)
    return start..<bytes.count + extra.count
  }

  private mutating func lineEnd() {
    var end = position
    while end > plain, bytes[end - 1] == 0x20 { end -= 1 }
    let isHard = position - end >= 2
    flush(to: end)
    var next = position + 1
    while next < upper, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
    // Consecutive lines that each begin with a label are fields of a header, not one sentence: `作者：甲` above `译者：乙`.
    let isHead = options.contains(.leniency) && isLabelled(next) && isLabelled(lower)
    // A line that begins with a full-width blank begins a paragraph, as in typed novels.
    let isIndented =
      options.contains(.leniency) && next + 2 < upper && bytes[next] == 0xE3 && bytes[next + 1] == 0x80
      && bytes[next + 2] == 0x80
    add(isHard || isHead || isIndented ? .lineBreak : .softBreak, position..<position)
    skip(to: next)
  }

  /// Whether a line begins with a label: up to six Han characters and `：`, or a word and a colon.
  private func isLabelled(_ start: Int) -> Bool {
    var end = start
    while end < upper, end - start < 19, bytes[end] >= 0xE4, bytes[end] <= 0xE9 { end += 3 }
    if end > start, end + 2 < upper {
      return bytes[end] == 0xEF && bytes[end + 1] == 0xBC && bytes[end + 2] == 0x9A || bytes[end] == 0x3A
    }
    while end < upper, end - start < 12, MarkupScanner.isLetter(bytes[end]) { end += 1 }
    return end > start + 1 && end + 1 < upper && bytes[end] == 0x3A && bytes[end + 1] == 0x20
  }

  private mutating func escape() {
    guard position + 1 < upper else {
      position += 1
      return
    }
    let next = bytes[position + 1]
    if next == 0x28 || next == 0x5B, options.contains(.math), bracketedMath() { return }
    if next == 0x0A {
      flush(to: position)
      add(.lineBreak, position..<position)
      var end = position + 2
      while end < upper, bytes[end] == 0x20 { end += 1 }
      skip(to: end)
    } else if Unescaping.isPunctuation(next) {
      flush(to: position)
      plain = position + 1
      position += 2
    } else {
      position += 1
    }
  }

  private mutating func reference() {
    guard let match = Unescaping.reference(in: bytes, at: position, limit: upper) else {
      position += 1
      return
    }
    flush(to: position)
    let start = bytes.count + extra.count
    for index in 0..<match.utf8.count { extra.append(match.utf8[index]) }
    add(.text, start..<bytes.count + extra.count)
    skip(to: position + match.sourceLength)
  }
}
