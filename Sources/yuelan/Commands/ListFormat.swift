import ArgumentParser

/// How `list` and `search` print rows.
enum ListFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people: aligned columns, dates in the reader's time zone.
  case table
  /// For tools: one row a line, columns separated by tabs, no header.
  case tsv
  /// JSON Lines.
  case json
}
