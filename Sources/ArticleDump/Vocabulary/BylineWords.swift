/// Words of bylines besides their labels, from `Words/bylines.txt`.
enum BylineWords {
  /// Words that follow a name without a label: 报道.
  static let verbs = PhraseSet(Vocabulary.bylineVerbs)
  /// Endings of the names of media: 日报.
  static let media = PhraseSet(Vocabulary.mediumEndings)
  /// Endings of the names of desks before a label: 新闻中心.
  static let desks = PhraseSet(Vocabulary.deskEndings)
}
