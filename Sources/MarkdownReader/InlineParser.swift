import Text

/// The second phase: the text of one leaf into inlines, by a stack of delimiters (CommonMark 0.31.2, appendix).
///
/// Pieces stay in the order of the text. What is emphasized is known when the stack has been processed, so a run of
/// delimiters carries what begins and ends at it.
struct InlineParser {
  struct Piece {
    enum Kind: UInt8 {
      case text, softBreak, lineBreak, code, math, html, delimiters, linkBegin, linkEnd, imageBegin, imageEnd, footnote
      case embed
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
    /// Lists in `edges`: what begins here, the outermost first; what ends here, the innermost first.
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
    /// Whether another bracket follows: then the text is no label.
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
  private var footnoteNumbers: [String: Int32] = [:]
  var links: [MarkdownLink] = []
  /// Decoded bytes, behind those of the leaves.
  var extra: [UInt8] = []
  var events: [MarkdownEvent] = []
  var omissions: [MarkdownOmission] = []

  var cellCount = 0

  // The leaf.
  var pieces: [Piece] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter: Int32 = -1
  private var edges: [Edge] = []
  var brackets: [Bracket] = []
  /// Bare addresses in the order of their pieces: one inside a link is text.
  var bareLinks: [Int] = []
  var lower = 0
  var upper = 0
  var position = 0
  var plain = 0
  var isCell = false
  var line: Int32 = 0
  private var openStrong = 0
  private var backticks: [Int: Int] = [:]
  private var scannedBackticks = false
  /// Closing marks that do not stand in the rest of the leaf.
  var absent: Set<String> = []

  init(_ blocks: BlockParser, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    options = blocks.options
    references = blocks.references
    references.expansionLimit = max(100_000, blocks.bytes.count)
    footnoteLabels = Set(blocks.footnotes.keys)
    var special = [Bool](repeating: false, count: 256)
    for byte in "\n\\`*_[]!<&".utf8 { special[Int(byte)] = true }
    if options.contains(.strikethrough) { special[0x7E] = true }
    if options.contains(.marks) { special[0x3D] = true }
    if options.contains(.math) { special[0x24] = true }
    if options.contains(.bareAddresses) { for byte in ":w@".utf8 { special[Int(byte)] = true } }
    if options.contains(.templates) || options.contains(.attributes) { special[0x7B] = true }
    if options.contains(.wikiLinks) { for byte in "%^".utf8 { special[Int(byte)] = true } }
    isSpecial = special
  }

  /// Reads a leaf and appends its events.
  mutating func parse(_ range: Range<Int>, line: Int32, isCell: Bool = false) {
    lower = range.lowerBound
    upper = range.upperBound
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    while lower < upper, MarkupScanner.isSpace(bytes[lower]) { lower += 1 }
    self.isCell = isCell
    self.line = line
    position = lower
    plain = lower
    // Most leaves of prose have nothing special in them at all.
    isSpecial.withUnsafeBufferPointer { special in
      while position < upper, !special[Int(bytes[position])] { position &+= 1 }
    }
    if position == upper {
      if plain < upper { events.append(MarkdownEvent(.text, .whole, range: plain..<upper, line: line)) }
      return
    }
    reset()
    while position < upper {
      isSpecial.withUnsafeBufferPointer { special in
        while position < upper, !special[Int(bytes[position])] { position &+= 1 }
      }
      guard position < upper else { break }
      step(bytes[position])
    }
    flush(to: upper)
    processEmphasis(above: -1)
    if options.contains(.leniency) { pairLooseStrong() }
    emit()
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
    case 0x2A, 0x5F, 0x7E, 0x3D: delimiterRun(byte)
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
    case 0x25, 0x5E: obsidian(byte)
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

  /// Goes on behind a construct that was read up to an offset.
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
    // Lines that each begin with a label are a head's, not one sentence: `作者：甲` above `译者：乙`.
    let isHead = options.contains(.leniency) && isLabelled(next) && isLabelled(lower)
    add(isHard || isHead ? .lineBreak : .softBreak, position..<position)
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

  // MARK: Code

  private mutating func code() {
    var end = position
    while end < upper, bytes[end] == 0x60 { end += 1 }
    let length = end - position
    guard let closer = backtickRun(of: length, after: end) else {
      position = end
      return
    }
    flush(to: position)
    var content = end..<closer
    if content.count >= 2, bytes[content.lowerBound] <= 0x20, bytes[content.upperBound - 1] <= 0x20,
      MarkupScanner.isSpace(bytes[content.lowerBound]), MarkupScanner.isSpace(bytes[content.upperBound - 1]),
      bytes[content].contains(where: { !MarkupScanner.isSpace($0) })
    {
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    add(.code, verbatim(content))
    skip(to: closer + length)
  }

  /// A stretch on one line; in a table `\|` is a bar in code too.
  mutating func verbatim(_ range: Range<Int>) -> Range<Int> {
    let source = bytes[range]
    guard source.contains(0x0A) || isCell && source.contains(0x5C) else { return range }
    var output: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x0A {
        output.append(0x20)
      } else if isCell, byte == 0x5C, index + 1 < range.upperBound, bytes[index + 1] == 0x7C {
        output.append(0x7C)
        index += 1
      } else {
        output.append(byte)
      }
      index += 1
    }
    return keep(output)
  }

  /// Where the next run of so many backticks begins. Every run is looked at once: the last place of each length is
  /// remembered.
  private mutating func backtickRun(of length: Int, after start: Int) -> Int? {
    if scannedBackticks, backticks[length, default: -1] < start { return nil }
    var index = start
    while index < upper {
      guard bytes[index] == 0x60 else {
        index += 1
        continue
      }
      let first = index
      while index < upper, bytes[index] == 0x60 { index += 1 }
      backticks[index - first] = max(first, backticks[index - first, default: -1])
      if index - first == length { return first }
    }
    scannedBackticks = true
    return nil
  }

  // MARK: Delimiters

  private mutating func delimiterRun(_ mark: UInt8) {
    var end = position
    while end < upper, bytes[end] == mark { end += 1 }
    let length = end - position
    if mark == 0x3D || mark == 0x7E {
      let fits = mark == 0x3D ? length == 2 : length == 2 || length == 1 && options.contains(.singleTildes)
      guard fits else {
        position = end
        return
      }
    }
    let before = Flank.before(position, in: bytes, from: lower)
    let after = Flank.after(end, in: bytes, to: upper)
    let isCJK = options.contains(.cjkEmphasis)
    let beforeBars = before.isPunctuation && !(isCJK && before.isCJK)
    let afterBars = after.isPunctuation && !(isCJK && after.isCJK)
    var canOpen =
      !after.isBlank && (!afterBars || before.isBlank || before.isPunctuation || isCJK && before.isCJK)
    var canClose =
      !before.isBlank && (!beforeBars || after.isBlank || after.isPunctuation || isCJK && after.isCJK)
    if mark == 0x5F {
      let (left, right) = (canOpen, canClose)
      canOpen = left && (!right || before.isPunctuation)
      canClose = right && (!left || after.isPunctuation)
    }
    // `a==b`: a comparison.
    if mark == 0x3D, position > lower, end < upper, isWord(bytes[position - 1]), isWord(bytes[end]) {
      canOpen = false
      canClose = false
    }
    flush(to: position)
    if mark == 0x2A, options.contains(.leniency), length == 4, canOpen, canClose, openStrong > 0 {
      // `**一****二**`: one strong run ends, another begins.
      push(mark, position..<position + 2, canOpen: false, canClose: true)
      push(mark, position + 2..<end, canOpen: true, canClose: false)
    } else {
      if mark == 0x2A, length == 2 {
        if canClose, openStrong > 0 { openStrong -= 1 } else if canOpen { openStrong += 1 }
      }
      push(mark, position..<end, canOpen: canOpen, canClose: canClose)
    }
    skip(to: end)
  }

  @inline(__always)
  private func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  private mutating func push(_ mark: UInt8, _ range: Range<Int>, canOpen: Bool, canClose: Bool) {
    let index = Int32(delimiters.count)
    delimiters.append(
      Delimiter(
        mark: mark, length: Int32(range.count), count: Int32(range.count), canOpen: canOpen, canClose: canClose,
        piece: Int32(pieces.count), previous: lastDelimiter))
    if lastDelimiter >= 0 { delimiters[Int(lastDelimiter)].next = index }
    lastDelimiter = index
    add(.delimiters, range, value: index)
  }

  private mutating func remove(_ index: Int32) {
    let delimiter = delimiters[Int(index)]
    if delimiter.previous >= 0 { delimiters[Int(delimiter.previous)].next = delimiter.next }
    if delimiter.next >= 0 {
      delimiters[Int(delimiter.next)].previous = delimiter.previous
    } else {
      lastDelimiter = delimiter.previous
    }
  }

  /// Matches closers with openers above a delimiter (-1: all), then empties the stack down to it.
  mutating func processEmphasis(above bottom: Int32) {
    var closer = bottom >= 0 ? delimiters[Int(bottom)].next : first(in: delimiters)
    if bottom >= 0, lastDelimiter == bottom { closer = -1 }
    // Below these places no opener for a closer of a kind was found.
    var bottoms = [Int32](repeating: -1, count: 16)
    while closer >= 0 {
      let closing = delimiters[Int(closer)]
      guard closing.canClose else {
        closer = closing.next
        continue
      }
      let slot = Self.slot(of: closing)
      var opener = closing.previous
      var isFound = false
      while opener >= 0, opener > bottom, opener >= bottoms[slot] {
        let opening = delimiters[Int(opener)]
        if opening.mark == closing.mark, opening.canOpen, matches(opening, closing) {
          isFound = true
          break
        }
        opener = opening.previous
      }
      guard isFound else {
        bottoms[slot] = closer
        let next = closing.next
        if !closing.canOpen { remove(closer) }
        closer = next
        continue
      }
      closer = match(opener, closer)
    }
    while lastDelimiter >= 0, lastDelimiter > bottom { remove(lastDelimiter) }
  }

  private func first(in delimiters: [Delimiter]) -> Int32 {
    // The stack is a linked list in an array; what was removed is no longer linked.
    var index = lastDelimiter
    while index >= 0, delimiters[Int(index)].previous >= 0 { index = delimiters[Int(index)].previous }
    return index
  }

  private static func slot(of closer: Delimiter) -> Int {
    switch closer.mark {
    case 0x2A: (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case 0x5F: 6 + (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case 0x7E: 12 + Int(closer.length - 1) & 1
    default: 14
    }
  }

  private func matches(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    guard opener.mark == 0x2A || opener.mark == 0x5F else { return opener.length == closer.length }
    return
      !((closer.canOpen || opener.canClose) && closer.length % 3 != 0
      && (opener.length + closer.length) % 3 == 0)
  }

  /// Styles what stands between two runs; returns the closer to go on with.
  private mutating func match(_ opener: Int32, _ closer: Int32) -> Int32 {
    let mark = delimiters[Int(closer)].mark
    let isDouble = delimiters[Int(closer)].count >= 2 && delimiters[Int(opener)].count >= 2
    let used: Int32 = mark == 0x2A || mark == 0x5F ? (isDouble ? 2 : 1) : delimiters[Int(closer)].count
    let kind: MarkdownEvent.Kind = mark == 0x7E ? .deleted : mark == 0x3D ? .mark : isDouble ? .strong : .emphasis
    delimiters[Int(opener)].count -= used
    delimiters[Int(closer)].count -= used
    style(kind, from: Int(opener), to: Int(closer))
    // What stands between them is text now.
    var between = delimiters[Int(closer)].previous
    while between >= 0, between != opener {
      let previous = delimiters[Int(between)].previous
      remove(between)
      between = previous
    }
    if delimiters[Int(opener)].count == 0 { remove(opener) }
    guard delimiters[Int(closer)].count == 0 else { return closer }
    let next = delimiters[Int(closer)].next
    remove(closer)
    return next
  }

  private mutating func style(_ kind: MarkdownEvent.Kind, from opener: Int, to closer: Int) {
    edges.append(Edge(kind: kind, next: delimiters[opener].firstBegin))
    delimiters[opener].firstBegin = Int32(edges.count - 1)
    edges.append(Edge(kind: kind, next: -1))
    let index = Int32(edges.count - 1)
    if delimiters[closer].lastEnd >= 0 {
      edges[Int(delimiters[closer].lastEnd)].next = index
    } else {
      delimiters[closer].firstEnd = index
    }
    delimiters[closer].lastEnd = index
  }

  /// `** 强调 **`: pairs of `**` that the flanking rules leave, around text that is not ASCII and on one line.
  private mutating func pairLooseStrong() {
    guard delimiters.count(where: { $0.mark == 0x2A && $0.count == 2 && $0.length == 2 }) >= 2 else { return }
    // The opener, and how deep the styled runs are since; what lies across another run stays.
    var opener: Int?
    var depth = 0
    var holdsText = false
    var isAtLineStart = true
    var mayBeASCII = false
    for piece in pieces {
      switch piece.kind {
      case .linkBegin, .imageBegin: depth += 1
      case .linkEnd, .imageEnd: depth -= 1
      case .softBreak, .lineBreak:
        opener = nil
        isAtLineStart = true
        continue
      case .text: if bytesHoldHan(Int(piece.lower)..<Int(piece.upper)) { holdsText = true }
      case .delimiters:
        let index = Int(piece.value)
        let delimiter = delimiters[index]
        if delimiter.mark == 0x2A, delimiter.count == 2, delimiter.length == 2 {
          if let start = opener, depth == 0, holdsText || mayBeASCII {
            delimiters[start].count = 0
            delimiters[index].count = 0
            style(.strong, from: start, to: index)
            opener = nil
          } else {
            opener = index
            depth = 0
            holdsText = false
            mayBeASCII = isAtLineStart
          }
          continue
        }
        var edge = delimiter.firstEnd
        while edge >= 0 {
          depth -= 1
          edge = edges[Int(edge)].next
        }
        if depth < 0 { opener = nil }
        edge = delimiter.firstBegin
        while edge >= 0 {
          depth += 1
          edge = edges[Int(edge)].next
        }
      default: break
      }
      if depth < 0 { opener = nil }
      isAtLineStart = false
    }
  }

  private func bytesHoldHan(_ range: Range<Int>) -> Bool {
    if range.upperBound <= bytes.count { return bytes[range].contains { $0 >= 0xE3 } }
    guard range.lowerBound >= bytes.count else { return false }
    return extra[range.lowerBound - bytes.count..<range.upperBound - bytes.count].contains { $0 >= 0xE3 }
  }

  // MARK: Events

  private mutating func emit() {
    for piece in pieces {
      let range = Int(piece.lower)..<Int(piece.upper)
      switch piece.kind {
      case .text: events.append(MarkdownEvent(.text, .whole, range: range, line: line))
      case .softBreak: events.append(MarkdownEvent(.softBreak, .whole, line: line))
      case .lineBreak: events.append(MarkdownEvent(.lineBreak, .whole, line: line))
      case .code: events.append(MarkdownEvent(.code, .whole, range: range, line: line))
      case .math: events.append(MarkdownEvent(.math, .whole, range: range, line: line))
      case .html: events.append(MarkdownEvent(.html, .whole, range: range, line: line))
      case .footnote:
        events.append(MarkdownEvent(.footnoteReference, .whole, range: range, value: piece.value, line: line))
      case .embed: events.append(MarkdownEvent(.embed, .whole, range: range, value: piece.value, line: line))
      case .linkBegin: events.append(MarkdownEvent(.link, .begin, value: piece.value, line: line))
      case .linkEnd: events.append(MarkdownEvent(.link, .end, line: line))
      case .imageBegin: events.append(MarkdownEvent(.image, .begin, value: piece.value, line: line))
      case .imageEnd: events.append(MarkdownEvent(.image, .end, line: line))
      case .delimiters: emit(delimiters[Int(piece.value)], from: range.lowerBound)
      }
    }
  }

  private mutating func emit(_ delimiter: Delimiter, from start: Int) {
    var edge = delimiter.firstEnd
    while edge >= 0 {
      events.append(MarkdownEvent(edges[Int(edge)].kind, .end, line: line))
      edge = edges[Int(edge)].next
    }
    if delimiter.count > 0 {
      events.append(MarkdownEvent(.text, .whole, range: start..<start + Int(delimiter.count), line: line))
    }
    edge = delimiter.firstBegin
    while edge >= 0 {
      events.append(MarkdownEvent(edges[Int(edge)].kind, .begin, line: line))
      edge = edges[Int(edge)].next
    }
  }

  // MARK: Footnotes

  /// The end of the footnote reference at a `[`, when its label is defined; with `leniency` of any that looks like one.
  func footnoteEnd(at start: Int) -> (label: String, end: Int)? {
    let isLenient = options.contains(.leniency)
    guard start + 3 < upper, bytes[start + 1] == 0x5E, isLenient || !footnoteLabels.isEmpty else { return nil }
    var end = start + 2
    let furthest = min(upper, start + 200)
    while end < furthest, bytes[end] != 0x5D, bytes[end] != 0x5B, bytes[end] > 0x20 { end += 1 }
    guard end < furthest, bytes[end] == 0x5D, end > start + 2 else { return nil }
    let label = ReferenceTable.normalized(bytes, start + 2..<end)
    if footnoteLabels.contains(label) { return (label, end + 1) }
    // `[^a](url)` is a link.
    let isLink = end + 1 < upper && (bytes[end + 1] == 0x28 || bytes[end + 1] == 0x5B || bytes[end + 1] == 0x3A)
    return isLenient && !isLink ? (label, end + 1) : nil
  }

  /// - Parameter name: Where the label stands.
  mutating func addFootnote(_ label: String, name: Range<Int>) {
    guard footnoteLabels.contains(label) else {
      add(.footnote, name)
      return
    }
    let number =
      footnoteNumbers[label]
      ?? {
        footnotes.append(label)
        return Int32(footnotes.count)
      }()
    footnoteNumbers[label] = number
    add(.footnote, position..<position, value: number)
  }
}
