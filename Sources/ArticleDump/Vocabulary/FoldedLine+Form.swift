import Text

/// What the marks of a line show: whether it is an item, a sentence, a label or a number.
extension FoldedLine {
  /// Whether a line is an item of the text's own list, whatever its words: `1、要么下载；`.
  var isListed: Bool {
    if ByteSearch.ends(bytes, with: "；") { return true }
    var digits = 0
    while digits < bytes.count, digits <= 2, bytes[digits] &- 0x30 < 10 { digits += 1 }
    guard 1...2 ~= digits else { return false }
    let rest = UnsafeBufferPointer(rebasing: bytes[digits...])
    return ByteSearch.starts(rest, with: "、") || rest.count > 1 && rest[0] == 0x2E && rest[1] >= 0x80
  }

  /// Whether a line of several characters ends as a sentence does, apart from closing quotes and brackets.
  var readsAsSentence: Bool {
    guard scalarCount >= LineLimits.sentence, let end = lastMark else { return false }
    return Self.sentenceEnds.contains(end) || end == 0x2E && scalarCount >= LineLimits.latinSentence
  }

  /// The same, without the full stop of Latin script.
  var endsInChinese: Bool {
    scalarCount >= LineLimits.sentence && lastMark.map { Self.sentenceEnds.contains($0) } ?? false
  }

  /// The last character that is not a closing quote or bracket.
  private var lastMark: UInt32? {
    guard !bytes.isEmpty else { return nil }
    var last = Self.scalar(endingAt: bytes.count, in: bytes)
    while Self.closers.contains(last.value), last.start > 0 { last = Self.scalar(endingAt: last.start, in: bytes) }
    return last.value
  }

  private static let closers = ScalarSet("”’」』）)】\"'")
  private static let sentenceEnds = ScalarSet("。！？…!?")

  /// `标签：…`: a word or two and a colon.
  var opensWithLabel: Bool {
    let opening = UnsafeBufferPointer(rebasing: bytes.prefix(24))
    return ByteSearch.holds(opening, "：") || ByteSearch.holds(opening, byte: 0x3A)
  }

  /// Whether only a few words precede a place in its clause, and no quotation opens there.
  func opensClause(at start: Int) -> Bool {
    var index = start
    for _ in 0...LineLimits.wordsBeforeNotice {
      guard index > 0 else { return true }
      let (value, start) = Self.scalar(endingAt: index, in: bytes)
      index = start
      if Self.quotes.contains(value) { return false }
      if Self.clauseMarks.contains(value) { return true }
    }
    return false
  }

  private static let quotes = ScalarSet("“「『‘\"")
  private static let clauseMarks = ScalarSet("，。：；（【(、！？|》,:;.")

  var isBracketed: Bool {
    bytes.first == 0x28 && bytes.last == 0x29
      || ByteSearch.starts(bytes, with: "（") && ByteSearch.ends(bytes, with: "）")
  }

  /// Whether a line is a number in a form that only counters use: `10万+`, `1.2k`.
  var isRoundCount: Bool {
    guard bytes.count <= 12, let last = bytes.last else { return false }
    return last == 0x2B || last == 0x6B || last == 0x77 || ByteSearch.ends(bytes, with: "万")
  }
}
