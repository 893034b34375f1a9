import ArticleDump
import ArticleLibrary
import ReadingRoom

// The room and the library have separate types for the values they exchange; these convert between them.

extension ListRow {
  init(_ row: ArticleRow, _ handles: ArticleHandles) {
    self.init(
      id: handles.handle(row), title: row.title, url: row.url, publisher: row.publisher, author: row.authors,
      section: row.section, date: row.date?.atReadersClock, characterCount: row.characterCount, isRead: row.isRead,
      isStarred: row.isStarred, foldedCount: row.duplicateCount)
  }
}

extension PageLine {
  init(_ verdict: LineVerdict) {
    let against = verdict.rules.filter { $0.weight < 0 }.sorted { ($0.weight, $0.rule) < ($1.weight, $1.rule) }
    self.init(
      text: verdict.text, fate: verdict.isShown ? .shown : verdict.isKept ? .taken : .dropped,
      rules: against.map(\.rule))
  }
}

extension BookmarkEntry {
  /// - Parameter article: The article in the open library, if it exists.
  init(_ entry: Bookmark, article: ArticleHandle?) {
    // `publisher, 2023-07-17`; either may be missing.
    let parts = entry.description.split(separator: ",").map { $0.drop { $0 == " " } }
    let date = parts.last { $0.first?.isNumber == true }
    let publisher = parts.first { $0.first?.isNumber == false }
    self.init(
      key: entry.key, title: entry.title, url: entry.url, publisher: publisher.map(String.init),
      date: date.map(String.init), heading: entry.heading, note: entry.passage == nil ? entry.note : entry.remark,
      tags: entry.tags, added: entry.added, article: article, highlight: entry.passage.map { _ in Highlight(entry) })
  }
}

extension Highlight {
  init(_ entry: ArticleLibrary.Bookmark) {
    self.init(
      key: entry.key, utf8Range: entry.passage?.utf8Range,
      color: entry.passage.flatMap { Color(rawValue: $0.color.rawValue) } ?? .yellow, quotation: entry.quotation,
      remark: entry.remark)
  }
}

extension Highlight.Color {
  var inLibrary: HighlightColor { HighlightColor(rawValue) ?? .yellow }
}

extension RoomQuery {
  /// Whether the library's order is reversed: it sorts titles and publishers in one direction only.
  var isReversed: Bool { isDescending && (sort == .title || sort == .publisher) }
}

extension ListQuery {
  init(_ query: RoomQuery) {
    let sort: SortOrder =
      switch query.sort {
      case .date: query.isDescending ? .newest : .oldest
      case .length: query.isDescending ? .longest : .shortest
      case .publisher: .publisher
      case .title: .title
      case .relevance: .relevance
      }
    self.init(
      text: query.text, sort: sort, filter: ArticleFilter(query.facets.compactMap(\.filterValue)),
      foldsDuplicates: !query.unfoldsDuplicates)
  }
}

extension SavedSearch {
  init(_ search: NamedQuery) { self.init(name: search.name, query: search.query) }
}

extension QueryProblem {
  init(_ error: LibraryError, in language: Language) {
    if case .query(let mistake) = error {
      self.init(
        mistake.text(in: language), characterRange: mistake.characterRange, isUnfinished: mistake.isUnfinished)
    } else {
      self.init(error.sentence(in: language))
    }
  }
}

extension Facet {
  /// The facet as the library's value; a saved search is a query of its own instead.
  fileprivate var filterValue: ArticleFilter.Value? {
    switch kind {
    case .state: ArticleFilter.State(rawValue: value).map(ArticleFilter.Value.state)
    case .publisher: .publisher(value)
    case .section: .section(value)
    case .category: .category(value)
    case .tag: .tag(value)
    case .author: .author(value)
    case .folder: .folder(value)
    case .month: Month(value).map(ArticleFilter.Value.month)
    case .search: nil
    }
  }
}

extension Month {
  /// `2023-07`.
  fileprivate init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(year: parts[0], month: parts[1])
  }
}

extension LibraryProgress {
  /// `nil` when the update is finished.
  init?(_ update: LibraryUpdate) {
    switch update {
    case .scanning(let count): self.init(phase: .scanning, done: count)
    case .heads(let progress): self.init(.scanning, progress)
    case .bodies(let progress), .following(_, let progress): self.init(.indexing, progress)
    case .finished, .failed: return nil
    }
  }

  private init(_ phase: Phase, _ progress: ArticleLibrary.Progress) {
    self.init(
      phase: phase, done: progress.done, total: progress.total,
      secondsLeft: progress.secondsRemaining.map { Int($0.rounded(.up)) })
  }
}
