import Text

/// The phrases of `Words/credits.txt`.
enum CreditWords {
  /// Endings of credits: 摄, 供图, AFP.
  static let endings = PhraseSet(Vocabulary.creditEndings)
  /// Words that make a text in brackets a credit: 取自, 图源.
  static let bracketed = PhraseSet(Vocabulary.bracketedCredits)
  /// Agencies and sellers of pictures.
  static let agencies = PhraseSet(Vocabulary.pictureAgencies)
  /// The same in the form of a `FoldedLine`.
  static let loweredAgencies = Set(phrases(of: Vocabulary.pictureAgencies).map(\.lowered))
  /// Agencies among names after the last English sentence: AP Photo.
  static let latinAgencies = PhraseSet(Vocabulary.latinAgencies)
  /// Beginnings of captions that consist only of a credit: `Image by `.
  static let makers = PhraseSet(Vocabulary.creditMakers)
  /// Credits before their caption: 资料照片：….
  static let openings = PhraseSet(Vocabulary.openingCredits)
  /// Where a screenshot was taken: 官网.
  static let screens = PhraseSet(Vocabulary.screens)
  /// Texts that programs generate for pictures.
  static let fillers = PhraseSet(Vocabulary.pictureFillers)

  /// A quick test: whether a caption contains any word that could make part of it a credit.
  static func mayStand(in caption: String) -> Bool { caption.withSimplifiedBytes { hints.holdsAny(in: $0) } }

  private static let hints = PhraseTable(
    [
      Vocabulary.creditLabels, Vocabulary.markedCreditLabels, Vocabulary.creditMakers, Vocabulary.creditEndings,
      Vocabulary.bracketedCredits, Vocabulary.mediumEndings, Vocabulary.pictureAgencies, Vocabulary.latinAgencies,
      Vocabulary.openingCredits,
    ].flatMap { table in phrases(of: table).map { ($0, 0) } } + ["©", "／", "资料", "档案"].map { ($0, 0) })

  private static func phrases(of table: StaticString) -> [String] {
    var phrases: [String] = []
    Vocabulary.forEach(in: table) { phrases.append(String(wellFormed: $1)) }
    return phrases
  }

  // MARK: Labels

  private static let labels = PhraseTable(Vocabulary.creditLabels)
  private static let markedLabels = PhraseTable(Vocabulary.markedCreditLabels)

  /// The labels in a caption with their marks, in order: where each one begins and its length, in bytes.
  static func labels(in caption: String) -> [(start: Int, length: Int)] {
    caption.withSimplifiedBytes { bytes in
      var found: [(start: Int, length: Int)] = []
      var offset = 0
      while offset < bytes.count {
        let length = labelLength(in: bytes, at: offset)
        if let length { found.append((offset, length)) }
        offset += length ?? Blanks.scalarLength(bytes[offset])
      }
      return found
    }
  }

  /// The length of the label with which a text begins, including its mark.
  static func labelLength(of text: String) -> Int? { text.withSimplifiedBytes { labelLength(in: $0, at: 0) } }

  /// Whether a text begins with a label that only credits have: 图源, but not 图：.
  static func opensSource(_ text: String) -> Bool {
    text.begins(with: "©") || text.withSimplifiedBytes { labels.match(in: $0, at: 0) != nil }
  }

  private static func labelLength(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let label = labels.match(in: bytes, at: start)
    guard let length = label?.length ?? markedLabels.match(in: bytes, at: start)?.length else { return nil }
    var end = start + length
    while end < bytes.count, case let blank = Blanks.length(in: bytes, at: end), blank > 0 { end += blank }
    guard end < bytes.count else { return label?.length }
    let rest = UnsafeBufferPointer(rebasing: bytes[end...])
    let mark = [":", "：", "/", "／", "|", "｜"].first { $0.withBytes { ByteSearch.starts(rest, with: $0) } }
    guard let mark else { return label?.length }
    end += mark.utf8.count
    while end < bytes.count, case let blank = Blanks.length(in: bytes, at: end), blank > 0 { end += blank }
    return end - start
  }
}
