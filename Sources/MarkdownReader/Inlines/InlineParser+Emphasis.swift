/// Emphasis and other styles with paired marks, by a stack of delimiters (CommonMark 0.31.2, section 6.2).
extension InlineParser {
  mutating func delimiterRun(_ mark: UInt8) {
    var end = position
    while end < upper, bytes[end] == mark { end += 1 }
    let length = end - position
    if mark != 0x2A, mark != 0x5F {
      let fits =
        switch mark {
        case 0x7E: options.contains(.strikethrough) && (length == 2 || length == 1 && options.contains(.singleTildes))
        default: length == 2
        }
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
    if mark == 0x5F, length == 2, options.contains(.leniency) {
      // `中文__重点__中文`, but not `使用__init__方法`.
      canOpen = canOpen || after.isCJK && !after.isPunctuation
      canClose = canClose || before.isCJK && !before.isPunctuation
    }
    // `C++`, `i++`, `++i`.
    if mark == 0x2B {
      if position > lower, isWord(bytes[position - 1]) { canOpen = false }
      if end < upper, isWord(bytes[end]) { canClose = false }
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
  func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  mutating func push(_ mark: UInt8, _ range: Range<Int>, canOpen: Bool, canClose: Bool) {
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
    // The positions below which there is no opener for each kind of closer.
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
    // The stack is a linked list in an array; removed entries are merely unlinked.
    var index = lastDelimiter
    while index >= 0, delimiters[Int(index)].previous >= 0 { index = delimiters[Int(index)].previous }
    return index
  }

  private static func slot(of closer: Delimiter) -> Int {
    switch closer.mark {
    case 0x2A: (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case 0x5F: 6 + (closer.canOpen ? 3 : 0) + Int(closer.length % 3)
    case 0x7E: 12 + Int(closer.length - 1) & 1
    case 0x3D: 14
    default: 15
    }
  }

  private func matches(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    guard opener.mark == 0x2A || opener.mark == 0x5F else { return opener.length == closer.length }
    return
      !((closer.canOpen || opener.canClose) && closer.length % 3 != 0
      && (opener.length + closer.length) % 3 == 0)
  }

  /// Styles the text between two runs and returns the closer to continue with.
  private mutating func match(_ opener: Int32, _ closer: Int32) -> Int32 {
    let mark = delimiters[Int(closer)].mark
    let isDouble = delimiters[Int(closer)].count >= 2 && delimiters[Int(opener)].count >= 2
    let used: Int32 = mark == 0x2A || mark == 0x5F ? (isDouble ? 2 : 1) : delimiters[Int(closer)].count
    let kind: MarkdownEvent.Kind =
      switch mark {
      case 0x7E: .deleted
      case 0x3D: .mark
      case 0x2B: .inserted
      default: isDouble ? .strong : .emphasis
      }
    delimiters[Int(opener)].count -= used
    delimiters[Int(closer)].count -= used
    style(kind, from: Int(opener), to: Int(closer))
    // Delimiters between the two are text now.
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

  mutating func style(_ kind: MarkdownEvent.Kind, from opener: Int, to closer: Int) {
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

  /// `** 强调 **`: pairs of `**` that the flanking rules reject, around non-ASCII text on one line.
  mutating func pairLooseStrong() {
    guard delimiters.count(where: { $0.mark == 0x2A && $0.count == 2 && $0.length == 2 }) >= 2 else { return }
    // The opener, and how deeply the styled runs are nested since; pairs that cross another run stay.
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

  /// A lone `**` at the start or the end of a leaf, next to Chinese text: its partner is missing, or in another
  /// paragraph. One between words stays: `** 药酒` masks a name.
  mutating func dropStrayStrong() {
    var stray: Int?
    for index in delimiters.indices where delimiters[index].mark == 0x2A && delimiters[index].count > 0 {
      guard stray == nil, delimiters[index].count == 2, delimiters[index].length == 2 else { return }
      stray = index
    }
    guard let stray else { return }
    let piece = pieces[Int(delimiters[stray].piece)]
    let isFirst = Int(piece.lower) == lower && Int(piece.upper) < upper && bytes[Int(piece.upper)] >= 0xE3
    // A mark of three bytes ends before it.
    let isLast = Int(piece.upper) == upper && Int(piece.lower) - 3 >= lower && bytes[Int(piece.lower) - 3] >= 0xE3
    if isFirst || isLast { delimiters[stray].count = 0 }
  }

  private func bytesHoldHan(_ range: Range<Int>) -> Bool {
    if range.upperBound <= bytes.count { return bytes[range].contains { $0 >= 0xE3 } }
    guard range.lowerBound >= bytes.count else { return false }
    return extra[range.lowerBound - bytes.count..<range.upperBound - bytes.count].contains { $0 >= 0xE3 }
  }
}
