import Text

/// The phrases of a section of the vocabulary, for texts in which blanks and capitals matter.
///
/// Traditional characters match the simplified ones of the vocabulary.
struct PhraseSet: Sendable {
  private let phrases: PhraseTable

  init(_ table: StaticString) { phrases = PhraseTable(table) }

  /// Whether a text is one of the phrases.
  func contains(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= phrases.longest && text.withSimplifiedBytes { phrases.isPhrase($0) }
  }

  /// The length in bytes of the longest phrase that a text begins with.
  func openingLength(of text: some StringProtocol) -> Int? {
    text.withBytes { text in
      let beginning = UnsafeBufferPointer(rebasing: text.prefix(phrases.longest))
      return Vocabulary.withSimplified(beginning) { phrases.match(in: $0, at: 0)?.length }
    }
  }

  func opens(_ text: some StringProtocol) -> Bool { openingLength(of: text) != nil }

  /// Whether a text ends with one of the phrases.
  func closes(_ text: some StringProtocol) -> Bool { closingLength(of: text) != nil }

  /// The length in bytes of the longest phrase that a text ends with.
  func closingLength(of text: some StringProtocol) -> Int? {
    text.withBytes { text in
      // No part of a character.
      let end = text.suffix(phrases.longest).drop { $0 & 0xC0 == 0x80 }
      return Vocabulary.withSimplified(UnsafeBufferPointer(rebasing: end)) { phrases.closingLength(of: $0) }
    }
  }

  /// Where the first of the phrases in a text is, in bytes.
  func firstRange(in text: some StringProtocol) -> Range<Int>? {
    text.withSimplifiedBytes { text in
      var range: Range<Int>?
      phrases.forEachMatch(in: text) { match in
        range = match.start..<match.start + match.length
        return false
      }
      return range
    }
  }

  /// Where the last of the phrases in a text ends, in bytes.
  func lastEnd(in text: some StringProtocol) -> Int? {
    text.withSimplifiedBytes { text in
      var end: Int?
      phrases.forEachMatch(in: text) { match in
        end = match.start + match.length
        return true
      }
      return end
    }
  }

  /// Whether any of the phrases is in a text.
  func occurs(in text: some StringProtocol) -> Bool { text.withSimplifiedBytes { phrases.holdsAny(in: $0) } }
}
