/// Words of bylines besides their labels, from `Words/bylines.txt`.
enum BylineWords {
  /// What a report is called: 报道.
  static let reports = PhraseSet(Vocabulary.reports)
  /// What follows a name without a label: 报道, 撰文.
  static let verbs = PhraseSet(Vocabulary.bylineVerbs)
  /// Endings of the names of media: 日报.
  static let media = PhraseSet(Vocabulary.mediumEndings)
  /// The same where a person's name is beside them: 新闻.
  static let mediaBesideNames = PhraseSet(Vocabulary.besideNameEndings)
  /// Endings of the names of desks before a label, and of media where their place tells them: 新闻中心, 报.
  static let desks = PhraseSet(Vocabulary.deskEndings)
}
