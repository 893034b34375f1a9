import ArticleDump
import GRDB

/// What an article was filed under by its author; publisher and section are found for every article, these are written
/// only in some.
enum ShelfKind: Int64, Sendable, Hashable, CaseIterable {
  case tag = 1
  case category, author
}

struct Shelf: Sendable, Hashable {
  var kind: ShelfKind
  var name: String

  /// If an article has more shelves than this, they are a list of words.
  private static let mostPerArticle = 64
  private static let longestNameInBytes = 200

  /// The shelves of an article, each once.
  static func all(of article: Article) -> [Shelf] {
    let shelves =
      article.categories.map { Shelf(kind: .category, name: $0) } + article.tags.map { Shelf(kind: .tag, name: $0) }
      + article.authors.map { Shelf(kind: .author, name: $0) }
    var seen: Set<Shelf> = []
    return shelves.filter {
      !$0.name.isEmpty && $0.name.utf8.count <= longestNameInBytes && seen.count < mostPerArticle
        && seen.insert($0).inserted
    }
  }
}

/// The shelves of every article, at one generation of the index.
///
/// There are about three shelves for each article: four megabytes for 300,000.
struct Shelves: Sendable {
  /// By their numbers.
  private(set) var names: [Shelf?] = []
  /// Where the shelves of an article begin in `members`; there is one more than there are articles.
  private var starts: [Int32] = []
  private var members: [Int32] = []

  /// A larger number is damage.
  private static let largestNumber = 1 << 24

  init(_ db: Database, capacity: Int) throws {
    try RawStatement(db, "SELECT id, kind, name FROM shelves ORDER BY id").forEach { row in
      let id = Int(row.integer(0))
      guard id >= 0, id < Self.largestNumber, let kind = ShelfKind(rawValue: row.integer(1)) else { return }
      while names.count <= id { names.append(nil) }
      names[id] = Shelf(kind: kind, name: row.text(2) ?? "")
    }
    starts.reserveCapacity(capacity + 1)
    try RawStatement(db, "SELECT article, shelf FROM shelved ORDER BY article, shelf").forEach { row in
      let (article, shelf) = (row.integer(0), row.integer(1))
      guard article >= 0, article < capacity, shelf >= 0, shelf < names.count else { return }
      while starts.count <= Int(article) { starts.append(Int32(members.count)) }
      members.append(Int32(shelf))
    }
    while starts.count <= capacity { starts.append(Int32(members.count)) }
  }

  /// The articles on any shelf of a kind whose name matches.
  func articles(_ kind: ShelfKind, capacity: Int, where fits: (String) -> Bool) -> BitSet {
    let wanted = names.map { $0.map { $0.kind == kind && fits($0.name) } ?? false }
    var found = BitSet(capacity: capacity)
    for article in 0..<min(capacity, starts.count - 1) {
      for member in members[Int(starts[article])..<Int(starts[article + 1])] where wanted[Int(member)] {
        found.insert(article)
      }
    }
    return found
  }

  /// How many of the given articles each shelf has, the fullest first.
  func counts(of articles: [Int32]) -> [ShelfKind: [Facets.Count<String>]] {
    var counts = [Int](repeating: 0, count: names.count)
    for article in articles where Int(article) < starts.count - 1 {
      for member in members[Int(starts[Int(article)])..<Int(starts[Int(article) + 1])] { counts[Int(member)] += 1 }
    }
    var byKind: [ShelfKind: [Facets.Count<String>]] = [:]
    for (id, count) in counts.enumerated() where count > 0 {
      guard let shelf = names[id] else { continue }
      byKind[shelf.kind, default: []].append(Facets.Count(value: shelf.name, count: count))
    }
    return byKind.mapValues { $0.sorted { ($1.count, $0.value) < ($0.count, $1.value) } }
  }
}
