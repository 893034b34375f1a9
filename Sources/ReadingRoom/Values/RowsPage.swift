/// The answer to a `RowsRequest`.
public struct RowsPage: Sendable, Hashable {
  /// As in the request.
  public var list: ListKind
  /// As in the request.
  public var generation: Int
  /// Rows of the whole list.
  public var total: Int
  /// The first row's place in the list.
  public var start: Int
  /// Rows from `start` on, at most as many as were requested.
  public var rows: [ListRow]
  /// The anchor's place, if there was one and it was found.
  public var anchorIndex: Int?
  /// What is wrong with the query, if anything; there are no rows then.
  public var problem: QueryProblem?
  /// A query that finds something, if this one does not.
  public var suggestion: String?
  /// The words to show in hits.
  public var words: [String] = []
  /// Whether anything in the whole list has a publisher.
  public var hasPublishers = true
  /// Whether the query's text specifies an order, which takes precedence over the list's own.
  public var isOrderedByQuery = false

  public init(
    list: ListKind, generation: Int, total: Int, start: Int, rows: [ListRow], anchorIndex: Int? = nil,
    problem: QueryProblem? = nil
  ) {
    self.list = list
    self.generation = generation
    self.total = total
    self.start = start
    self.rows = rows
    self.anchorIndex = anchorIndex
    self.problem = problem
  }
}

/// What is wrong with a query.
public struct QueryProblem: Sendable, Hashable {
  /// The sentence for the reader.
  public var sentence: String
  /// The characters of the query's text that are wrong.
  public var characterRange: Range<Int>
  /// Whether further typing may correct it: then nothing is said yet.
  public var isUnfinished: Bool

  /// A problem; an empty range points at nothing.
  public init(_ sentence: String, characterRange: Range<Int> = 0..<0, isUnfinished: Bool = false) {
    self.sentence = sentence
    self.characterRange = characterRange
    self.isUnfinished = isUnfinished
  }
}
