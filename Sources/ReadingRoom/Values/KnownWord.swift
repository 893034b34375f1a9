import ArticleDump

/// What the library knows about a word: foreign forms of that name, and articles that contain it.
public struct KnownWord: Sendable, Hashable {
  /// Names with their foreign forms; those that most articles give come first.
  public var glosses: [Gloss]
  /// The best of the articles.
  public var articles: [ListRow]
  /// How many articles contain the word.
  public var total: Int
  /// The query that finds them all.
  public var query: String

  /// The knowledge; by default none.
  public init(glosses: [Gloss] = [], articles: [ListRow] = [], total: Int = 0, query: String = "") {
    self.glosses = glosses
    self.articles = articles
    self.total = total
    self.query = query
  }
}
