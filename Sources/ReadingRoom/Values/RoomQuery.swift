/// The key by which a list is ordered; the direction is `RoomQuery.isDescending`.
public enum SortKey: String, Sendable, Hashable, CaseIterable {
  /// By time, publisher's name, title (Han by pinyin), number of characters, or search rank.
  case date, publisher, title, length, relevance
}

/// Which articles a list shows, and in which order. Equal queries give equal lists.
public struct RoomQuery: Sendable, Hashable {
  /// The library's query language; empty for everything.
  public var text: String
  /// The order, unless the text has a `sort:`.
  public var sort: SortKey
  /// Newest first, longest first; for titles and publishers, from the end of the alphabet.
  public var isDescending: Bool
  /// Chosen facet values: values of one kind are alternatives, and kinds narrow each other.
  public var facets: [Facet]
  /// Whether near-duplicates have rows of their own.
  public var unfoldsDuplicates: Bool

  public init(
    text: String = "", sort: SortKey = .date, isDescending: Bool = true, facets: [Facet] = [],
    unfoldsDuplicates: Bool = false
  ) {
    self.text = text
    self.sort = sort
    self.isDescending = isDescending
    self.facets = facets
    self.unfoldsDuplicates = unfoldsDuplicates
  }
}

extension RoomQuery {
  /// Whether the reader's own actions decide which articles are listed.
  var isByState: Bool { facets.contains { $0.kind == .state } || text.range(of: "is:") != nil }

  /// The query's text with its facets as terms of the query language: the form in which a search is saved.
  var textWithFacets: String {
    // Values of one kind are alternatives, and kinds narrow each other; states narrow each other too.
    var groups: [(kind: Facet.Kind, terms: [String])] = []
    for facet in facets {
      guard let term = facet.term else { continue }
      if facet.kind != .state, let group = groups.firstIndex(where: { $0.kind == facet.kind }) {
        groups[group].terms.append(term)
      } else {
        groups.append((facet.kind, [term]))
      }
    }
    guard !groups.isEmpty else { return text }
    let terms = groups.map { $0.terms.count == 1 ? $0.terms[0] : "(" + $0.terms.joined(separator: " OR ") + ")" }
    let words = text.split(separator: " ").map(String.init)
    // An order applies to the whole query and may not be in brackets.
    let orders = words.filter { $0.hasPrefix("sort:") }
    let rest = words.filter { !$0.hasPrefix("sort:") }.joined(separator: " ")
    let hasAlternatives = words.contains { ["OR", "or", "|", "｜"].contains($0) } || rest.contains { "|｜".contains($0) }
    return ((rest.isEmpty ? [] : [hasAlternatives ? "(\(rest))" : rest]) + terms + orders).joined(separator: " ")
  }
}
