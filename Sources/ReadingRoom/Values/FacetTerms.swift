extension RoomQuery {
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

extension Facet {
  /// The facet in the library's query language (`yuelan-query(7)`); `nil` for a saved search.
  fileprivate var term: String? {
    switch kind {
    case .state: return "is:\(value)"
    case .month: return kind.field.map { "\($0):\(value)" }
    default: return kind.field.map { "\($0):" + QuotedTerm.quoted(value) }
    }
  }
}
