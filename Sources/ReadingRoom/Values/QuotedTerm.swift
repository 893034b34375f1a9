/// Quoting in the query language (`yuelan-query(7)`).
package enum QuotedTerm {
  /// Each opens with a mark that only its own closing one ends.
  private static let marks: [(open: Character, close: Character)] = [("\"", "\""), ("「", "」"), ("『", "』"), ("“", "”")]

  /// A name in quotation marks that it does not hold itself: a query's quotes cannot be escaped.
  ///
  /// A name that holds all of them loses those that are left out first.
  package static func quoted(_ name: String) -> String {
    for (open, close) in marks where !name.contains(open) && !name.contains(close) {
      return "\(open)\(name)\(close)"
    }
    return "\"" + name.filter { $0 != "\"" } + "\""
  }
}
