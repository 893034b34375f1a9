import ArticleDump
import ArticleLibrary
import ReadingRoom

/// What a library knows about a word: articles that hold it, and the foreign forms that they give for it.
struct WordInLibrary: Sendable {
  /// Names with how many of the articles that were read give them, the most frequent first.
  var glosses: [(gloss: Gloss, count: Int)] = []
  /// The best articles, with the passage that holds the word where that was wanted.
  var hits: [(row: ArticleRow, snippet: ArticleLibrary.Snippet?)] = []
  /// How many articles hold the word.
  var total = 0
  /// The query that finds them.
  var query = ""

  /// Articles that are listed.
  static let mostHits = 20
  /// Articles that are read for glosses, which the index does not keep; each takes some milliseconds.
  private static let mostRead = 12
  /// A longer text is a passage: nobody expects to find it elsewhere.
  private static let longestInCharacters = 64

  /// What finds the articles; `nil` for a text that is too long for a word, or has neither letters nor digits.
  ///
  /// - Parameter term: As `DictionaryCommand.term` gives it.
  static func query(for term: String) -> ListQuery? {
    guard term.count <= longestInCharacters, term.holdsWord else { return nil }
    return ListQuery(text: QuotedTerm.quoted(term), sort: .relevance)
  }

  /// - Parameters:
  ///   - term: As `DictionaryCommand.term` gives it.
  ///   - needsPassages: Whether hits shall have their passages, for which each article is read.
  ///   - gone: Articles that the index still has, but that are not there.
  init(
    _ term: String, in library: Library, needsPassages: Bool, without gone: Set<ArticleID> = []
  ) throws(LibraryError) {
    guard let listQuery = Self.query(for: term) else { return }
    query = listQuery.text
    let list = try library.list(listQuery)
    let positions = 0..<min(Self.mostHits, list.count)
    hits =
      needsPassages
      ? try library.hits(list, positions).map { ($0.row, $0.snippet) }
      : try library.rows(list, positions).map { ($0, nil) }
    let listedCount = hits.count
    hits.removeAll { gone.contains($0.row.id) }
    total = list.count - (listedCount - hits.count)
    var counts: [Gloss: Int] = [:]
    for hit in hits.prefix(Self.mostRead) {
      // One that cannot be read now is listed all the same.
      guard let article = try? library.article(hit.row.id) else { continue }
      for gloss in Set(article.glosses) where gloss.isOf(term) { counts[gloss, default: 0] += 1 }
    }
    glosses = counts.map { (gloss: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.gloss.name, $0.gloss.original) < ($0.count, $1.gloss.name, $1.gloss.original)
    }
  }
}
