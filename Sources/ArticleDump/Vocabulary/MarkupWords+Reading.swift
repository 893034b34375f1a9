import Text

extension MarkupWords {
  /// The vocabulary by hash, with open addressing, since every class name of a page is looked up.
  private struct Table: Sendable {
    private static let slotCount = 4096
    private var keys = [UInt64](repeating: 0, count: slotCount)
    private var kinds = [MarkupWords](repeating: [], count: slotCount)

    init() {
      Vocabulary.forEach(in: Vocabulary.names) { bit, word in
        let key = Self.hash(word)
        let slot = slot(of: key)
        keys[slot] = key
        kinds[slot].insert(MarkupWords(rawValue: 1 << UInt32(bit)))
      }
    }

    /// The slot of a key, or a free one for it.
    private func slot(of key: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: key) & (Self.slotCount - 1)
      while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      return slot
    }

    /// The meaning of a word; `nil` if it is not in the vocabulary.
    func kind(of word: UnsafeBufferPointer<UInt8>) -> MarkupWords? {
      let kind = kinds[slot(of: Self.hash(word))]
      return kind.isEmpty ? nil : kind
    }

    /// FNV-1a over letters and digits in lower case; marks do not count.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
      var hash = FNV1a()
      for byte in bytes where byte != 0x2D && byte != 0x5F {
        hash.add(lower(byte))
      }
      return hash.value
    }
  }
  private static let table = Table()

  private static let pieceTable = PhraseTable(Vocabulary.pieces)

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The words in the value of a `class` or `id`.
  static func words(in value: UnsafeBufferPointer<UInt8>) -> MarkupWords {
    var found: MarkupWords = []
    var start = 0
    while start < value.count {
      if value[start] <= 0x20 {
        start += 1
        continue
      }
      var end = start
      while end < value.count, value[end] > 0x20 { end += 1 }
      let bytes = UnsafeBufferPointer(rebasing: value[start..<end])
      // Longer names are hashes or data.
      if bytes.count <= 64 {
        let said = name(bytes)
        // The part before a colon is a style condition, which says when the rest applies: `print:max-w-none`,
        // `md:hidden` and `hover:menu` do not name boilerplate.
        found.formUnion(ByteSearch.holds(bytes, byte: 0x3A) ? said.subtracting(.junk) : said)
      }
      start = end
    }
    return found
  }

  /// The words in one name.
  private static func name(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkupWords {
    let isSubject = hasSubjectPrefix(bytes)
    if let whole = table.kind(of: bytes),
      !isSubject || whole.contains(.hidden) || whole.contains(.section) || whole == .tags
    {
      return whole
    }
    if isSubject { return subject(bytes) }
    var found: MarkupWords = []
    forEachPart(of: bytes) { word in
      if let kind = table.kind(of: word) {
        // `overflow-hidden` and `hide-on-print` do not hide anything from a reader.
        found.formUnion(kind == .hidden && word.count <= 6 ? [] : kind)
      } else if word.count >= 6 {
        found.formUnion(pieces(in: word))
      }
    }
    // Content that contains pictures is not a picture: WeChat's `rich_media_content`, `img-content`.
    if found.contains(.content) { found.remove(.media) }
    return found
  }

  private static func hasSubjectPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Every prefix ends in a hyphen.
    ByteSearch.holds(bytes, byte: 0x2D) && subjectTable.match(in: bytes, at: 0) != nil
  }

  private static let subjectTable = PhraseTable(Vocabulary.subjects)

  private static func pieces(in word: UnsafeBufferPointer<UInt8>) -> MarkupWords {
    var found: MarkupWords = []
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { lowered in
      for index in word.indices { lowered.initializeElement(at: index, to: lower(word[index])) }
      pieceTable.forEachMatch(in: UnsafeBufferPointer(lowered)) { match in
        found.formUnion(MarkupWords(rawValue: 1 << UInt32(match.payload)))
        return true
      }
    }
    return found
  }

  /// `post-navigation` and `post-tags` look like classes of a post's subject, but are not.
  private static func subject(_ bytes: UnsafeBufferPointer<UInt8>) -> MarkupWords {
    let isPost = "post-".withBytes { ByteSearch.starts(bytes, with: $0) }
    guard isPost, bytes.count > 5, (bytes[5] | 0x20) &- 0x61 < 26 else { return [] }
    return name(UnsafeBufferPointer(rebasing: bytes[5...]))
  }

  /// Visits the parts of a name: between marks, and at humps that separate words.
  private static func forEachPart(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var next = start
      while next < bytes.count, !isMark(bytes[next]) { next += 1 }
      var end = next
      while end > start, bytes[end - 1] &- 0x30 < 10 { end -= 1 }
      if end - start >= 2 {
        let chunk = UnsafeBufferPointer(rebasing: bytes[start..<end])
        body(chunk)
        if humpsAreWords(chunk) { forEachHump(of: chunk, body) }
      }
      start = next + 1
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x5F || byte == 0x3A || byte == 0x2E }

  /// Hashes have humps too (`bWtIRA`), but words are longer.
  private static func humpsAreWords(_ chunk: UnsafeBufferPointer<UInt8>) -> Bool {
    // `FxYr8x`: a name with a digit between letters is a hash.
    if chunk.contains(where: { $0 &- 0x30 < 10 }) { return false }
    var count = 0
    var shortest = Int.max
    var longest = 0
    forEachHump(of: chunk) { hump in
      count += 1
      shortest = min(shortest, hump.count)
      longest = max(longest, hump.count)
    }
    return count > 1 && shortest >= 2 && longest >= 4
  }

  private static func forEachHump(
    of chunk: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 1..<max(1, chunk.count) where chunk[index] &- 0x41 < 26 && chunk[index - 1] &- 0x41 >= 26 {
      body(UnsafeBufferPointer(rebasing: chunk[start..<index]))
      start = index
    }
    body(UnsafeBufferPointer(rebasing: chunk[start...]))
  }
}
