/// A named query.
public struct SavedSearch: Sendable, Hashable {
  /// Unique among the saved searches.
  public var name: String
  /// In the query language; empty for all articles.
  public var query: String

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }

  /// See `Library.changeSavedSearches`. Searches that another process changed meanwhile are left alone.
  static func changing(_ known: [SavedSearch], from former: [SavedSearch], to changed: [SavedSearch]) -> [SavedSearch] {
    var left = changed[...]
    var result: [SavedSearch] = []
    for search in known {
      if !former.contains(search) {
        result.append(search)
      } else if let next = left.popFirst() {
        result.append(next)
      }
    }
    result += left
    // A search that already had a name keeps it; two equal searches become one.
    var names: [String: String] = [:]
    for search in known where !former.contains(search) { names[search.name] = search.query }
    let kept = Set(known).subtracting(former)
    var unique: [SavedSearch] = []
    for var search in result where !unique.contains(search) {
      if !kept.contains(search) {
        let name = search.name
        var number = 2
        while let other = names[search.name], other != search.query {
          search.name = "\(name) \(number)"
          number += 1
        }
        if unique.contains(search) || kept.contains(search) { continue }
        names[search.name] = search.query
      }
      unique.append(search)
    }
    return unique
  }
}
