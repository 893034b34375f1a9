/// One value by which a list can be narrowed.
public struct Facet: Sendable, Hashable {
  /// The kind of a value.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `starred`, `unread`, `read`.
    case state
    /// A publisher's id.
    case publisher
    /// A site's section, as the page names it.
    case section
    /// As the article's author spells it.
    case category, tag, author
    /// A path below the archive.
    case folder
    /// `2023-07`.
    case month
    /// A saved search: the value is its query text.
    case search
  }
  /// What the value is of.
  public var kind: Kind
  /// The value in the form given for its kind.
  public var value: String

  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A facet value with the number of articles of the query that have it.
public struct FacetCount: Sendable, Hashable {
  /// The counted value.
  public var facet: Facet
  /// The name to show if it differs from the value: 法广 for `rfi`.
  public var label: String
  /// How many articles have it; also 0 if that was not counted.
  public var count: Int

  /// A count; the value itself is the label if none is given.
  public init(_ facet: Facet, label: String? = nil, count: Int) {
    self.facet = facet
    self.label = label ?? facet.value
    self.count = count
  }
}

extension Facet {
  /// The facet in the library's query language (`yuelan-query(7)`); `nil` for a saved search.
  var term: String? {
    switch kind {
    case .state: return "is:\(value)"
    case .month: return kind.field.map { "\($0):\(value)" }
    default: return kind.field.map { "\($0):" + QuotedTerm.quoted(value) }
    }
  }
}
