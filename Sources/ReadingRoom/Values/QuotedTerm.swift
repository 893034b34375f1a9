/// Quoting in the query language (`yuelan-query(7)`).
package enum QuotedTerm {
  /// Each pair opens with a mark that only its own closing mark ends.
  private static let marks: [(open: Character, close: Character)] = [("\"", "\""), ("「", "」"), ("『", "』"), ("“", "”")]

  /// A name in quotation marks that it does not contain itself, since a query's quotes cannot be escaped.
  ///
  /// A name that contains all of them loses those that are left out first.
  package static func quoted(_ name: String) -> String {
    for (open, close) in marks where !name.contains(open) && !name.contains(close) {
      return "\(open)\(name)\(close)"
    }
    return "\"" + name.filter { $0 != "\"" } + "\""
  }
}
