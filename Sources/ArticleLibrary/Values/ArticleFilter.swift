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
