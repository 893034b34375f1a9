import ArticleDump
import GRDB

/// A facet that the writer of an article may give several values, or none. Publisher, section and month, of which an
/// article has one, are in `ArticleColumns`.
enum FacetKind: Int64, Sendable, Hashable, CaseIterable {
  case tag = 1
  case category, author
}

/// A tag, a category or an author.
struct FacetValue: Sendable, Hashable {
  var kind: FacetKind
  var name: String

  /// If an article has more values than this, they are a list of words.
  private static let mostPerArticle = 64
  private static let longestNameInBytes = 200

  /// The values of an article, each once.
  static func all(of article: Article) -> [FacetValue] {
    let values =
      article.categories.map { FacetValue(kind: .category, name: $0) }
      + article.tags.map { FacetValue(kind: .tag, name: $0) }
      + article.authors.map { FacetValue(kind: .author, name: $0) }
    var seen: Set<FacetValue> = []
    return values.filter {
      !$0.name.isEmpty && $0.name.utf8.count <= longestNameInBytes && seen.count < mostPerArticle
        && seen.insert($0).inserted
    }
  }
}

/// The tags, categories and authors of every article, at one generation of the index.
///
/// There are about three for each article: four megabytes for 300,000. In the database they are the tables `shelves`,
/// with the values, and `shelved`, with the values of each article.
struct FacetIndex: Sendable {
  /// By their numbers.
  private(set) var values: [FacetValue?] = []
  /// Where the values of an article begin in `members`; there is one more than there are articles.
  private var starts: [Int32] = []
  private var members: [Int32] = []

  /// A larger number is damage.
  private static let largestNumber = 1 << 24

  init(_ db: Database, capacity: Int) throws {
    try RawStatement(db, "SELECT id, kind, name FROM shelves ORDER BY id").forEach { row in
      let id = Int(row.integer(0))
      guard id >= 0, id < Self.largestNumber, let kind = FacetKind(rawValue: row.integer(1)) else { return }
      while values.count <= id { values.append(nil) }
      values[id] = FacetValue(kind: kind, name: row.text(2) ?? "")
    }
    starts.reserveCapacity(capacity + 1)
    try RawStatement(db, "SELECT article, shelf FROM shelved ORDER BY article, shelf").forEach { row in
      let (article, value) = (row.integer(0), row.integer(1))
      guard article >= 0, article < capacity, value >= 0, value < values.count else { return }
      while starts.count <= Int(article) { starts.append(Int32(members.count)) }
      members.append(Int32(value))
    }
    while starts.count <= capacity { starts.append(Int32(members.count)) }
  }

  /// The articles with any value of a kind whose name matches.
  func articles(_ kind: FacetKind, capacity: Int, where fits: (String) -> Bool) -> BitSet {
    let wanted = values.map { $0.map { $0.kind == kind && fits($0.name) } ?? false }
    var found = BitSet(capacity: capacity)
    for article in 0..<min(capacity, starts.count - 1) {
      for member in members[Int(starts[article])..<Int(starts[article + 1])] where wanted[Int(member)] {
        found.insert(article)
      }
    }
    return found
  }

  /// How many of the given articles have each value, the most frequent first.
  func counts(of articles: [Int32]) -> [FacetKind: [Facets.Count<String>]] {
    var counts = [Int](repeating: 0, count: values.count)
    for article in articles where Int(article) < starts.count - 1 {
      for member in members[Int(starts[Int(article)])..<Int(starts[Int(article) + 1])] { counts[Int(member)] += 1 }
    }
    var byKind: [FacetKind: [Facets.Count<String>]] = [:]
    for (id, count) in counts.enumerated() where count > 0 {
      guard let value = values[id] else { continue }
      byKind[value.kind, default: []].append(Facets.Count(value: value.name, count: count))
    }
    return byKind.mapValues { $0.sorted { ($1.count, $0.value) < ($0.count, $1.value) } }
  }
}
