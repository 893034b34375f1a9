import Text

/// The phrases of a section of the vocabulary, for texts in which blanks and capitals matter.
///
/// Traditional characters match the simplified ones of the vocabulary.
struct PhraseSet: Sendable {
  private let phrases: PhraseTable
  private let byLastByte: [[[UInt8]]]
  /// Most texts are longer than any phrase.
  private let longest: Int

  init(_ table: StaticString) {
    phrases = PhraseTable(table)
    var byLastByte = [[[UInt8]]](repeating: [], count: 256)
    var longest = 0
    Vocabulary.forEach(in: table) { _, phrase in
      if let last = phrase.last { byLastByte[Int(last)].append(Array(phrase)) }
      longest = max(longest, phrase.count)
    }
    self.byLastByte = byLastByte
    self.longest = longest
  }

  /// Whether a text is one of the phrases.
  func contains(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= longest
      && text.withSimplifiedBytes { phrases.match(in: $0, at: 0)?.length == $0.count }
  }

  /// The length in bytes of the longest phrase that a text begins with.
  func openingLength(of text: some StringProtocol) -> Int? {
    text.withSimplifiedBytes { phrases.match(in: $0, at: 0)?.length }
  }

  func opens(_ text: some StringProtocol) -> Bool { openingLength(of: text) != nil }

  /// Whether a text ends with one of the phrases.
  func closes(_ text: some StringProtocol) -> Bool { closingLength(of: text) != nil }

  /// The length in bytes of a phrase that a text ends with.
  func closingLength(of text: some StringProtocol) -> Int? {
    text.withSimplifiedBytes { text in
      guard let last = text.last else { return nil }
      return byLastByte[Int(last)].first { text.count >= $0.count && text.suffix($0.count).elementsEqual($0) }?.count
    }
  }

  /// Whether any of the phrases is in a text.
  func occurs(in text: some StringProtocol) -> Bool { text.withSimplifiedBytes { phrases.holdsAny(in: $0) } }
}
