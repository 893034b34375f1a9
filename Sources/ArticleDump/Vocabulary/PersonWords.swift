/// Words at the names of people, from `Words/people.txt`.
enum PersonWords {
  /// Endings of what says whose reporter follows: 记者.
  static let trades = PhraseSet(Vocabulary.trades)
  /// Titles after a name: 教授.
  static let titles = PhraseSet(Vocabulary.titles)
  /// Both.
  static let posts = PhraseSet(Vocabulary.posts)
  /// Endings of the names of places where people work: 大学.
  static let workplaces = PhraseSet(Vocabulary.workplaces)
  /// Endings of the names of offices: 委员会.
  static let offices = PhraseSet(Vocabulary.offices)
  /// What a medium calls itself: 本报.
  static let ownMedia = PhraseSet(Vocabulary.ownMedia)
  /// How a report was made: 即时.
  static let manners = PhraseSet(Vocabulary.manners)
  /// What a report in a bracket ends with besides 报道: 专电.
  static let wires = PhraseSet(Vocabulary.wires)
  /// What is left before a name whose label was cut off, Latin ones in lower case: 由.
  static let before = PhraseSet(Vocabulary.beforeNames)
  /// What is left after a name: 授权翻译.
  static let after = PhraseSet(Vocabulary.afterNames)
  /// What is in an author's place and names nobody, Latin ones in lower case: 佚名.
  static let nobody = PhraseSet(Vocabulary.nobody)
  /// What a link ends with that is not a person's: 我们.
  static let linkEndings = PhraseSet(Vocabulary.linkEndings)
  /// What is in a closing bracket, begins like a family name and is not a name: 高清.
  static let remarks = PhraseSet(Vocabulary.closingRemarks)
}
