/// What a list shows and in which order.
public struct ListQuery: Sendable, Hashable {
  /// The query language (`yuelan-query(7)`); empty for everything.
  public var text: String
  /// The order, unless the text has a `sort:`.
  public var sort: SortOrder
  /// Narrows what the text finds.
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

/// What a list is ordered by; equal articles come newest first.
public enum SortOrder: String, Sendable, Hashable, CaseIterable {
  /// bm25 with recency; the same as `newest` if the query has no words.
  case relevance
  /// By ``ArticleRow/date``; articles without one come last in either order.
  case newest, oldest
  /// By title: digits and Latin letters, then Han by pinyin.
  case title
  /// By publisher's name, each newest first.
  case publisher
  /// By number of characters.
  case longest, shortest
  /// By path, as bytes.
  case path
}

/// The selections made with facets, tabs and keys, as values.
public struct ArticleFilter: Sendable, Hashable {
  /// What the reader did with an article: not opened, opened or marked as read, bookmarked.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The raw value is the word after `is:`.
    case unread, read, starred
  }

  /// One value of one facet.
  public enum Value: Sendable, Hashable {
    /// What the reader did.
    case state(State)
    /// A publisher's id.
    case publisher(String)
    /// A site's section, as the page names it.
    case section(String)
    /// The month of ``ArticleRow/date``, at its own offset from UTC.
    case month(Month)
    /// A tag, as its author spells it.
    case tag(String)
    /// A category of the front matter.
    case category(String)
    /// One author's name.
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

  /// Values of one kind are alternatives, and kinds narrow each other; states narrow each other too.
  public var values: [Value]

  /// Creates a filter; without values, everything passes.
  public init(_ values: [Value] = []) { self.values = values }

  /// The values by kind: one of each group must match.
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
  /// The year, 0 for 1 BC.
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
  public subscript(position: Int) -> ArticleID { ArticleID(rawValue: ordinals[position]) }

  /// Where an article is in the list.
  ///
  /// - Complexity: O(n), a fraction of a millisecond for 300,000.
  public func position(of id: ArticleID) -> Int? { ordinals.firstIndex(of: id.rawValue) }
}

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

/// The text of a hit around what was found.
public struct Snippet: Sendable, Hashable {
  /// Some 90 characters around the first hit, on one line; begins with `…` if a sentence was cut. Not sanitized.
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
  /// The article that was found.
  public var row: ArticleRow
  /// Ranges of hits in the row's title, as UTF-8 offsets.
  public var titleHitRanges: [Range<Int>]
  /// The same in the row's authors.
  public var authorHitRanges: [Range<Int>] = []
  /// `nil` if the text contains no hit or the file is gone.
  public var snippet: Snippet?
}
