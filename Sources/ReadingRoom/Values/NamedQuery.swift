/// A query that the reader has named.
public struct NamedQuery: Sendable, Hashable {
  /// As the reader typed it; unique.
  public var name: String
  /// In the library's query language.
  public var query: String

  public init(name: String, query: String) {
    self.name = name
    self.query = query
  }
}
