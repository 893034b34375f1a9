/// Words of notes that name where a text is from, from `Words/sources.txt`.
enum SourceWords {
  /// What such notes begin with: 本文.
  static let openings = PhraseSet(Vocabulary.noteOpenings)
  /// What is before the source: 转载自.
  static let verbs = PhraseSet(Vocabulary.noteVerbs)
  /// What a line begins with that credits agencies: 本文依据.
  static let credits = PhraseSet(Vocabulary.agencyOpenings)
  /// What is before an agency's name in such a line: 据.
  static let basis = PhraseSet(Vocabulary.agencyBasis)
  /// What is after an agency's name in such a line: 的报道.
  static let endings = PhraseSet(Vocabulary.agencyEndings)
  /// Lines that credit agencies without naming them: 综合报道.
  static let summaries = PhraseSet(Vocabulary.agencySummaries)
}
