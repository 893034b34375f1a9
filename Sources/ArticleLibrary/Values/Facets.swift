/// How many articles of a list have each publisher, section, month, tag, category and author, and are in each folder; the
/// largest first, months newest first.
public struct Facets: Sendable, Hashable {
  /// A value and how many articles have it.
  public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value, for use in an ``ArticleFilter/Value``.
    public var value: Value
    /// At least 1.
    public var count: Int
  }
  /// Value: the publisher's id; names are in `publisherNames`.
  public var publishers: [Count<String>] = []
  /// Names for display, by publisher's id.
  public var publisherNames: [String: String] = [:]
  /// Sites' columns.
  public var sections: [Count<String>] = []
  /// Newest first.
  public var months: [Count<Month>] = []
  /// Tags as their authors spell them.
  public var tags: [Count<String>] = []
  /// Categories as their authors spell them.
  public var categories: [Count<String>] = []
  /// Authors, one by one.
  public var authors: [Count<String>] = []
  /// The folders into which the list's articles divide, by their paths below their archive, sorted by path.
  public var folders: [Count<String>] = []

  /// Creates the facets of an empty list.
  public init() {}
}
