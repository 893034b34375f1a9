/// The articles that a query found, in order: a value that stays the same while the library changes.
public struct ArticleList: Sendable, Equatable {
  /// The query that it answers.
  public let query: ListQuery
  /// The library's `generation` when the list was made.
  public let generation: UInt64
  let epoch: Int64
  let ordinals: [Int32]
  /// For each story of which several articles were found, how many, by the number of its newest one.
  let storyCounts: [Int32: Int]
  /// Whether bodies were still missing from the index, so that more may be found later.
  public let isPartial: Bool

  /// Rows, after folding.
  public var count: Int { ordinals.count }
  /// Whether nothing was found.
  public var isEmpty: Bool { ordinals.isEmpty }

  /// The article of a row.
  ///
  /// - Precondition: `0..<count` contains `position`.
  public subscript(position: Int) -> ArticleID { ArticleID(ordinals[position], epoch: epoch) }

  /// Where an article is in the list.
  ///
  /// - Complexity: O(n), a fraction of a millisecond for 300,000.
  public func position(of id: ArticleID) -> Int? { id.epoch == epoch ? ordinals.firstIndex(of: id.rawValue) : nil }
}
