import ArticleDump
import Text

/// Finds a query's words in a single text, as the index does, to mark hits in titles, snippets and open articles.
public struct TextMatcher: Sendable {
  private let terms: [TextTerm]

  /// - Throws: A `QueryError` for a mistake in the query.
  public init(query: String) throws(QueryError) {
    terms = try QueryParser.parse(query).query.visibleTerms
  }

  init(terms: [TextTerm]) { self.terms = terms }

  var isEmpty: Bool { terms.isEmpty }

  /// Where the query's words are in a text.
  ///
  /// - Returns: UTF-8 ranges, sorted, not overlapping.
  public func ranges(in text: String) -> [Range<Int>] { ranges(in: text) { $0.field != .author } }

  /// The same in a title, where pinyin and initials match too.
  public func ranges(inTitle title: String) -> [Range<Int>] {
    let spelled = terms.filter { $0.isSpelled && $0.field != .author }.flatMap {
      Self.spelledRanges($0.text, in: title)
    }
    return Self.merged(ranges(in: title) { $0.field != .author } + spelled)
  }

  /// The same in the names of authors.
  public func ranges(inAuthors authors: String) -> [Range<Int>] {
    let spelled = terms.filter { $0.isSpelled && $0.field != .title }.flatMap {
      Self.spelledRanges($0.text, in: authors)
    }
    return Self.merged(ranges(in: authors) { $0.field != .title } + spelled)
  }

  /// The words and phrases of which a hit can show occurrences in its text, as they were typed, each once.
  public var words: [String] {
    var seen: Set<String> = []
    return terms.filter { $0.field != .author && seen.insert($0.text).inserted }.map(\.text)
  }

  private func ranges(in text: String, where isWanted: (TextTerm) -> Bool) -> [Range<Int>] {
    let wanted = terms.filter { isWanted($0) && !$0.folded.isEmpty }
    guard !wanted.isEmpty else { return [] }
    var folding = TextFolding(recordingOffsets: true)
    folding.append(text)
    let (folded, offsets) = (folding.folded, folding.sourceOffsets)
    var ranges: [Range<Int>] = []
    for term in wanted {
      for start in Self.places(of: term, in: folded) {
        let from = Int(offsets[start])
        let end = start + term.folded.count
        // The end of the last byte is the start of the next piece, without the space or punctuation between them.
        let last = Int(offsets[end - 1])
        ranges.append(from..<(last + Self.scalarLength(in: text, at: last)))
      }
    }
    return Self.merged(ranges)
  }

  /// Places in folded text where a term occurs: whole characters, at the start of words, up to their end unless the
  /// last one may be incomplete.
  static func places(of term: TextTerm, in folded: [UInt8]) -> [Int] {
    let needle = term.folded
    guard !needle.isEmpty, folded.count >= needle.count else { return [] }
    func isWordByte(_ byte: UInt8) -> Bool { byte > 0x20 && !isCharacterByte(byte) }
    var places: [Int] = []
    var start = 0
    while let from = offset(of: needle, in: folded, from: start) {
      let end = from + needle.count
      // Words begin with an ASCII or two-byte letter; a preceding byte of the same kind means the middle of a word.
      let beginsWord = needle[0] < 0xE3
      let inWord = beginsWord && from > 0 && isWordEnd(folded, from)
      let endsWord = isWordEnd(needle, needle.count)
      let goesOn = endsWord && end < folded.count && folded[end] > 0x20 && folded[end] < 0xE3
      if !inWord, term.isPrefix || !goesOn { places.append(from) }
      start = from + 1
    }
    return places

    func isCharacterByte(_ byte: UInt8) -> Bool { byte >= 0xE3 }
  }

  /// By `memchr`: the library's `firstRange(of:)` took a third of a search with twenty snippets.
  private static func offset(of needle: [UInt8], in folded: [UInt8], from start: Int) -> Int? {
    folded.withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        ByteSearch.offset(of: needle, in: UnsafeBufferPointer(rebasing: text[start...])).map { start + $0 }
      }
    }
  }

  /// Whether the byte before `end` belongs to a word rather than to a character of three or four bytes.
  private static func isWordEnd(_ folded: [UInt8], _ end: Int) -> Bool {
    guard end > 0 else { return false }
    var index = end - 1
    while index > 0, folded[index] & 0xC0 == 0x80 { index -= 1 }
    return folded[index] > 0x20 && folded[index] < 0xE3
  }

  private static func scalarLength(in text: String, at utf8Offset: Int) -> Int {
    let index = text.utf8.index(text.utf8.startIndex, offsetBy: utf8Offset)
    return index < text.endIndex ? UTF8.width(text.unicodeScalars[index]) : 0
  }

  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  private static func spelledRanges(_ word: String, in title: String) -> [Range<Int>] {
    let letters = Array(word.lowercased().utf8)
    let scalars = Array(title.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    return scalars.indices.compactMap { start in
      Spelling.shared.length(of: letters[...], spelling: scalars[start...]).flatMap { count in
        count > 0 ? offsets[start]..<offsets[start + count] : nil
      }
    }
  }

  // MARK: Snippets

  /// The part of a text around the first hit of the query; `nil` if there is none.
  ///
  /// - Parameter lengthInCharacters: About how much text to show.
  func snippet(of text: String, lengthInCharacters: Int = 90) -> Snippet? {
    let ranges = ranges(in: text)
    guard let first = ranges.first else { return nil }
    let utf8 = Array(text.utf8)
    let before = lengthInCharacters / 4
    // Back to the beginning of the sentence or paragraph, but not too far.
    var start = first.lowerBound
    var steps = 0
    var isCut = true
    while start > 0, steps < before {
      let previous = Self.scalarStart(utf8, before: start)
      if utf8[previous] == 0x0A || Self.endsSentence(utf8[previous..<start]) {
        isCut = false
        break
      }
      start = previous
      steps += 1
    }
    if start == 0 { isCut = false }
    if isCut {
      // Not in the middle of a Latin word, if something is left before the hit.
      var wordEnd = start
      while wordEnd < first.lowerBound, Self.isLatinWordByte(utf8[wordEnd - 1]), Self.isLatinWordByte(utf8[wordEnd]) {
        wordEnd += 1
      }
      while wordEnd < first.lowerBound, utf8[wordEnd] == 0x20 { wordEnd += 1 }
      start = wordEnd
    }
    var end = start
    steps = 0
    while end < utf8.count, steps < lengthInCharacters || end < first.upperBound {
      if utf8[end] == 0x0A, end >= first.upperBound { break }
      end += 1
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
      steps += 1
    }
    let ellipsis = isCut ? Array("…".utf8) : []
    let part = ellipsis + utf8[start..<end].map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
    let shift = ellipsis.count - start
    let hits = ranges.filter { $0.lowerBound >= start && $0.upperBound <= end }
      .map { $0.lowerBound + shift..<$0.upperBound + shift }
    return Snippet(text: String(decoding: part, as: UTF8.self), hitRanges: hits)
  }

  private static func isLatinWordByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func scalarStart(_ utf8: [UInt8], before index: Int) -> Int {
    var index = index - 1
    while index > 0, utf8[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  private static func endsSentence(_ scalar: ArraySlice<UInt8>) -> Bool {
    ["。", "！", "？", "；", "!", "?"].contains { scalar.elementsEqual($0.utf8) }
  }
}
