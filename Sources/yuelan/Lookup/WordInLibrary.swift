import ArticleDump
import ArticleLibrary
import ReadingRoom

/// What a library knows about a word: articles that contain it, and the foreign forms that they give for it.
struct WordInLibrary: Sendable {
  /// Foreign forms with the number of articles (of those read) that give them, the most frequent first.
  var glosses: [(gloss: Gloss, count: Int)] = []
  /// The best articles, each with the passage that contains the word if requested.
  var hits: [(row: ArticleRow, snippet: ArticleLibrary.Snippet?)] = []
  /// The number of articles that contain the word.
  var total = 0
  /// The query that finds them.
  var query = ""

  /// The most articles to list.
  static let mostHits = 20
  /// The most articles to read for glosses, which the index does not contain; each takes some milliseconds.
  private static let mostRead = 12
  /// Longer text is a passage, which nobody expects to find elsewhere.
  private static let longestInCharacters = 64

  /// The query for the articles; `nil` for text that is too long for a word, or has neither letters nor digits.
  ///
  /// - Parameter term: From `DictionaryCommand.term`.
  static func query(for term: String) -> ListQuery? {
    guard term.count <= longestInCharacters, term.holdsWord else { return nil }
    return ListQuery(text: QuotedTerm.quoted(term), sort: .relevance)
  }

  /// The result when nothing is known.
  init() {}

  /// For the room: articles without passages; the first few are read for glosses.
  ///
  /// - Parameter term: From `DictionaryCommand.term`.
  init(_ term: String, in library: Library) throws(LibraryError) {
    guard let listQuery = Self.query(for: term) else { return }
    let list = try library.list(listQuery)
    query = listQuery.text
    total = list.count
    hits = try library.rows(list, Self.listed(of: list)).map { ($0, nil) }
    // An article that cannot be read now is listed nevertheless.
    glosses = Self.counted(hits.prefix(Self.mostRead).map { (try? library.article($0.row.id))?.glosses ?? [] }, term)
  }

  /// For `yuelan lookup`: articles with their passages, for which each is read once.
  ///
  /// - Parameters:
  ///   - term: From `DictionaryCommand.term`.
  ///   - list: The results of `query(for:)`.
  ///   - gone: Articles that are still in the index but no longer exist.
  init(_ term: String, in list: ArticleList, of library: Library, without gone: Set<ArticleID>) throws(LibraryError) {
    let listed = try library.hits(list, Self.listed(of: list)) { $0.glosses }
    let present = listed.filter { !gone.contains($0.hit.row.id) }
    query = list.query.text
    total = list.count - (listed.count - present.count)
    hits = present.map { ($0.hit.row, $0.hit.snippet) }
    glosses = Self.counted(present.prefix(Self.mostRead).map { $0.value ?? [] }, term)
  }

  private static func listed(of list: ArticleList) -> Range<Int> { 0..<min(mostHits, list.count) }

  /// The foreign forms that several articles give for a word, with counts.
  private static func counted(_ glossesOfArticles: [[Gloss]], _ term: String) -> [(gloss: Gloss, count: Int)] {
    var counts: [Gloss: Int] = [:]
    for glosses in glossesOfArticles {
      for gloss in Set(glosses) where gloss.isOf(term) { counts[gloss, default: 0] += 1 }
    }
    return counts.map { (gloss: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.gloss.name, $0.gloss.original) < ($0.count, $1.gloss.name, $1.gloss.original)
    }
  }
}
