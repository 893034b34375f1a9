// Which of an article's sentences are read aloud, and as what text.

extension Flow {
  /// The sentence at an offset of the reading text, or the next one that is spoken; `nil` after the last one.
  func spokenSentence(at utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    return spokenSentence(inLeaves: leaf..<leaves.count) { $0 > leaf || $1.upperBound > inner }
  }

  /// The next sentence that is spoken after a place.
  func spokenSentence(after utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    return spokenSentence(inLeaves: leaf..<leaves.count) { $0 > leaf || $1.lowerBound >= inner }
  }

  /// The last sentence that is spoken before a place.
  func spokenSentence(before utf8Offset: Int) -> Range<Int>? {
    let (leaf, inner) = locate(utf8Offset)
    for index in (0..<min(leaf + 1, leaves.count)).reversed() {
      let ranges = leaves[index].spokenSentences.reversed().filter { index < leaf || $0.upperBound <= inner }
      if let range = firstSpoken(of: ranges, inLeaf: index) { return range }
    }
    return nil
  }

  private func spokenSentence(
    inLeaves indices: Range<Int>, where isWanted: (_ leaf: Int, _ range: Range<Int>) -> Bool
  ) -> Range<Int>? {
    for index in indices {
      let ranges = leaves[index].spokenSentences.filter { isWanted(index, $0) }
      if let range = firstSpoken(of: ranges, inLeaf: index) { return range }
    }
    return nil
  }

  /// The first of several parts of a leaf's text that contains a word to speak.
  private func firstSpoken(of ranges: [Range<Int>], inLeaf leaf: Int) -> Range<Int>? {
    ranges.lazy.map { moved($0, to: leaf) }.first { !spokenText(in: $0).isEmpty }
  }

  /// The text that is spoken for a sentence: one line, without the room's additions and without addresses; empty if no
  /// word is left.
  func spokenText(in range: Range<Int>) -> String {
    let words = Flow.withoutAddresses(text(in: range)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.holdsWord ? words : ""
  }

  /// The text without web and mail addresses, which nobody wants to hear spelled out.
  private static func withoutAddresses(_ text: String) -> String {
    var kept = ""
    var rest = text[...]
    while let first = rest.first {
      // An address is a run of ASCII: it ends where Chinese continues.
      let run = rest.prefix { $0.isASCII && !$0.isWhitespace }
      if run.isEmpty {
        kept.append(first)
        rest.removeFirst()
      } else {
        if !isAddress(run) { kept += run }
        rest = rest[run.endIndex...]
      }
    }
    return kept
  }

  private static func isAddress(_ run: Substring) -> Bool {
    let run = run.drop { "(<[\"'".contains($0) }.lowercased()
    if run.hasPrefix("www.") || run.firstRange(of: "://") != nil { return true }
    guard let at = run.firstIndex(of: "@"), at > run.startIndex else { return false }
    return run[run.index(after: at)...].dropFirst().dropLast().contains(".")
  }
}

extension Leaf {
  /// The sentences of running text, headings and captions. Code, the room's own lines and lists of addresses are not
  /// spoken.
  fileprivate var spokenSentences: [Range<Int>] {
    switch kind {
    case .preformatted, .embed, .rule, .ornament, .factLine, .note, .noteHeading, .credit, .endmark: []
    case .title, .standfirst, .paragraph, .heading, .byline, .notice, .term, .figure, .table: units(.sentence)
    }
  }
}
