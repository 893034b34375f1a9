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

  /// Nothing is known.
  init() {}

  /// What the room asks: articles without their passages, the first of which are read for glosses.
  ///
  /// - Parameter term: As `DictionaryCommand.term` gives it.
  init(_ term: String, in library: Library) throws(LibraryError) {
    guard let listQuery = Self.query(for: term) else { return }
    let list = try library.list(listQuery)
    query = listQuery.text
    total = list.count
    hits = try library.rows(list, Self.listed(of: list)).map { ($0, nil) }
    // One that cannot be read now is listed all the same.
    glosses = Self.counted(hits.prefix(Self.mostRead).map { (try? library.article($0.row.id))?.glosses ?? [] }, term)
  }

  /// What `yuelan lookup` prints: articles with their passages, for which each is read once.
  ///
  /// - Parameters:
  ///   - term: As `DictionaryCommand.term` gives it.
  ///   - list: What `query(for:)` finds.
  ///   - gone: Articles that the index still has, but that are not there.
  init(_ term: String, in list: ArticleList, of library: Library, without gone: Set<ArticleID>) throws(LibraryError) {
    let listed = try library.hits(list, Self.listed(of: list)) { $0.glosses }
    let present = listed.filter { !gone.contains($0.hit.row.id) }
    query = list.query.text
    total = list.count - (listed.count - present.count)
    hits = present.map { ($0.hit.row, $0.hit.snippet) }
    glosses = Self.counted(present.prefix(Self.mostRead).map { $0.value ?? [] }, term)
  }

  private static func listed(of list: ArticleList) -> Range<Int> { 0..<min(mostHits, list.count) }

  /// The foreign forms that some articles give for a word, by how many do.
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
