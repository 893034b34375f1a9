/// What a list shows and in which order.
public struct ListQuery: Sendable, Hashable {
  /// The query language (`yuelan-query(7)`); empty for everything.
  public var text: String
  public var sort: SortOrder
  public var filter: ArticleFilter
  /// Shows one row for articles that tell the same story.
  public var foldsDuplicates: Bool

  public init(
    text: String = "", sort: SortOrder = .newest, filter: ArticleFilter = ArticleFilter(),
    foldsDuplicates: Bool = false
  ) {
    self.text = text
    self.sort = sort
    self.filter = filter
    self.foldsDuplicates = foldsDuplicates
  }
}

public enum SortOrder: String, Sendable, Hashable, CaseIterable {
  /// bm25 with recency; the same as `newest` where the query has no words.
  case relevance
  case newest, oldest
  /// By title: digits and Latin, then Han by pinyin.
  case title
  /// By publisher's name, each newest first.
  case publisher
  case longest, shortest
  case path
}

/// What facets, tabs and keys chose, as values.
public struct ArticleFilter: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable { case unread, read, starred }

  public enum Value: Sendable, Hashable {
    case state(State)
    /// A publisher's id.
    case publisher(String)
    case section(String)
    case month(Month)
    /// As their writers spell them.
    case tag(String)
    case category(String)
    case author(String)
    /// A folder, by its path below its archive, with those in it.
    case folder(String)

    fileprivate var kind: Int {
      switch self {
      case .state: 0
      case .publisher: 1
      case .section: 2
      case .month: 3
      case .tag: 4
      case .category: 5
      case .author: 6
      case .folder: 7
      }
    }
  }

  /// Values of one kind are alternatives, kinds narrow each other; states narrow each other too.
  public var values: [Value]

  public init(_ values: [Value] = []) { self.values = values }

  /// The values by their kinds: one of each group must hold.
  var groups: [[Value]] {
    var groups: [[Value]] = []
    for value in values {
      if case .state = value {
        groups.append([value])
      } else if let index = groups.firstIndex(where: { $0.first?.kind == value.kind }) {
        groups[index].append(value)
      } else {
        groups.append([value])
      }
    }
    return groups
  }
}

/// A month of the proleptic Gregorian calendar.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var year: Int
  /// 1 to 12.
  public var month: Int

  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }

  /// `2023-07`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

/// The articles that a query found, in order: a value that stays as it is while the library changes.
public struct ArticleList: Sendable, Equatable {
  public let query: ListQuery
  /// The library's `generation` when the list was made.
  public let generation: UInt64
  let epoch: Int64
  let ordinals: [Int32]
  /// How many articles tell each story that several of those found tell, by the number of its newest one.
  let storyCounts: [Int32: Int]
  /// Whether bodies were still missing from the index, so that more may be found later.
  public let isPartial: Bool

  public var count: Int { ordinals.count }
  public var isEmpty: Bool { ordinals.isEmpty }

  public subscript(position: Int) -> ArticleID { ArticleID(rawValue: ordinals[position]) }

  /// Where an article is in the list.
  ///
  /// - Complexity: O(n), a fraction of a millisecond for 300,000.
  public func position(of id: ArticleID) -> Int? { ordinals.firstIndex(of: id.rawValue) }
}

/// How many articles of a list each publisher, section, month, shelf and folder has; the largest first, months newest
/// first.
public struct Facets: Sendable, Hashable {
  public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    public var count: Int
  }
  /// Value: the publisher's id; names come with `publisherNames`.
  public var publishers: [Count<String>] = []
  public var publisherNames: [String: String] = [:]
  public var sections: [Count<String>] = []
  public var months: [Count<Month>] = []
  public var tags: [Count<String>] = []
  public var categories: [Count<String>] = []
  public var authors: [Count<String>] = []
  /// The folders in which the list's articles part, by their paths below their archive; by path.
  public var folders: [Count<String>] = []

  public init() {}
}

/// A hit's text around what was found.
public struct Snippet: Sendable, Hashable {
  public var text: String
  /// UTF-8 offsets into `text`; sorted, not overlapping.
  public var hitRanges: [Range<Int>]

  public init(text: String, hitRanges: [Range<Int>]) {
    self.text = text
    self.hitRanges = hitRanges
  }
}

/// A row of a search's result.
public struct SearchHit: Sendable, Hashable {
  public var row: ArticleRow
  /// Ranges of hits in the row's title, as UTF-8 offsets.
  public var titleHitRanges: [Range<Int>]
  /// The same in the row's authors.
  public var authorHitRanges: [Range<Int>] = []
  /// `nil` when the text shows no hit or the file is gone.
  public var snippet: Snippet?
}
