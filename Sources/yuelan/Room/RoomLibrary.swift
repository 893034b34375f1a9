import ArticleDump
import ArticleLibrary
import ChineseConversion
import ReadingRoom
import Synchronization

/// Answers the room's requests from the library. Any call may have to wait for the disk: never call it on the main
/// thread. Calls that change the reader's own files may also wait for another process's lock, so they do not run on the
/// queue that opens articles.
final class RoomLibrary: Sendable {
  let library: Library
  let handles: ArticleHandles
  let bookmarks: BookmarksFile
  let highlights: BookmarksFile
  /// The language of error messages.
  private let language: Language
  /// The latest list with its query: further pages come from it.
  private let listed = Mutex<(query: RoomQuery, today: Int64, list: ArticleList)?>(nil)
  private let latest = Mutex(LatestRequests())
  let unsaved = Mutex(UnsavedPlaces())
  /// The articles that the room shows as starred; `nil` before it asked for them.
  let starred = Mutex<Set<ArticleHandle>?>(nil)
  /// The bookmarks file as the room last saw it.
  let seenFile = Mutex<FileStamp?>(nil)
  let showsBookmarks = Atomic<Bool>(false)
  let showsHighlights = Atomic<Bool>(false)
  /// The article that was opened last.
  let opened = Mutex<ArticleHandle?>(nil)

  /// The rows of the articles that were read last, as they were then, the latest last: for one that has gone since, they
  /// say which one it was, and what the reader makes of it is kept.
  private let read = Mutex<[(id: ArticleHandle, row: ArticleRow)]>([])
  private static let mostRowsKept = 64

  /// - Parameter handles: Those that the room already has.
  init(
    library: Library, handles: ArticleHandles? = nil, bookmarks: BookmarksFile, highlights: BookmarksFile,
    language: Language
  ) {
    self.handles = handles ?? ArticleHandles(library: library)
    self.highlights = highlights
    self.language = language
    self.library = library
    self.bookmarks = bookmarks
  }

  /// Makes earlier requests of the same kind by the same list obsolete.
  func register(_ request: ListRequest) { latest.withLock { $0.register(request) } }

  func isStale(_ request: ListRequest) -> Bool { latest.withLock { $0.isStale(request) } }

  // MARK: Lists

  func page(_ request: RowsRequest) -> RowsPage {
    do throws(LibraryError) {
      let list = try list(request.query)
      var range = request.range
      let anchorIndex = try request.anchor.flatMap { anchor throws(LibraryError) in
        try index(of: anchor, in: list, request.query)
      }
      if let anchorIndex {
        let start = max(0, min(anchorIndex - range.count / 2, list.count - range.count))
        range = start..<start + range.count
      }
      range = range.clamped(to: 0..<list.count)
      var page = RowsPage(
        list: request.list, generation: request.generation, total: list.count, start: range.lowerBound,
        rows: try rows(list, range, of: request), anchorIndex: anchorIndex)
      let asked = ListQuery(request.query)
      if list.isEmpty, !request.query.text.isEmpty { page.suggestion = library.suggestion(for: asked) }
      if !request.query.text.isEmpty { page.words = (try? TextMatcher(query: request.query.text).words) ?? [] }
      page.isOrderedByQuery = list.query.sort != asked.sort
      page.hasPublishers = list.isEmpty || library.hasPublishers(list)
      return page
    } catch {
      return RowsPage(
        list: request.list, generation: request.generation, total: 0, start: 0, rows: [],
        problem: QueryProblem(error, in: language))
    }
  }

  private func rows(
    _ list: ArticleList, _ range: Range<Int>, of request: RowsRequest
  ) throws(LibraryError) -> [ListRow] {
    let isReversed = isReversed(list, request.query)
    let positions = isReversed ? list.count - range.upperBound..<list.count - range.lowerBound : range
    let rows: [ListRow]
    if request.needsSnippets {
      rows = try library.hits(list, positions).map { hit in
        var row = ListRow(hit.row, handles)
        row.snippet = hit.snippet.map { MatchedText(text: $0.text, hits: $0.hitRanges) }
        row.titleHits = hit.titleHitRanges
        row.authorHits = hit.authorHitRanges
        return row
      }
    } else {
      rows = try library.rows(list, positions).map { ListRow($0, handles) }
    }
    let shown = request.script.map { script in rows.map { converted($0, to: script) } } ?? rows
    return isReversed ? shown.reversed() : shown
  }

  /// Whether the list is shown in reverse; an order in the query's text is not reversed.
  private func isReversed(_ list: ArticleList, _ query: RoomQuery) -> Bool {
    query.isReversed && list.query.sort == ListQuery(query).sort
  }

  /// A row, converted to another script.
  private func converted(_ row: ListRow, to script: Script) -> ListRow {
    func converted(_ text: String, _ hits: [Range<Int>]) -> (text: String, hits: [Range<Int>]) {
      let converted = text.converted(script.conversion)
      return (converted.text, hits.map { converted.utf8Range(ofSource: $0) })
    }
    var row = row
    (row.title, row.titleHits) = converted(row.title, row.titleHits)
    if let name = row.publisher?.name { row.publisher?.name = converted(name, []).text }
    if let snippet = row.snippet {
      let shown = converted(snippet.text, snippet.hits)
      row.snippet = MatchedText(text: shown.text, hits: shown.hits)
    }
    return row
  }

  /// Makes the next request run its query again, after a change of the reader's marks.
  func forgetList() { listed.withLock { $0 = nil } }

  private func list(_ query: RoomQuery) throws(LibraryError) -> ArticleList {
    let generation = library.generation
    let today = library.today
    if let known = listed.withLock({ $0 }), known.query == query, known.today == today,
      known.list.generation == generation, library.isCurrent(known.list)
    {
      return known.list
    }
    let list = try library.list(ListQuery(query))
    listed.withLock { $0 = (query, today, list) }
    return list
  }

  private func index(
    of anchor: RowsRequest.Anchor, in list: ArticleList, _ query: RoomQuery
  ) throws(LibraryError) -> Int? {
    let place: Int?
    switch anchor {
    case .article(let id):
      place = handles.id(id).flatMap(list.position)
    case .date(let moment):
      return dateIndex(of: moment, in: list, isDescending: query.isDescending)
    case .unread(let start, let backwards):
      var unread = query
      unread.facets.append(Facet(.state, "unread"))
      let found = try library.list(ListQuery(unread))
      let ids = Set((0..<found.count).map { found[$0] })
      let count = list.count
      let isReversed = isReversed(list, query)
      for step in 1..<max(2, count + 1) where count > 0 {
        let index = ((start + (backwards ? -step : step)) % count + count) % count
        if ids.contains(list[isReversed ? count - 1 - index : index]) { return index }
      }
      return nil
    }
    return place.map { isReversed(list, query) ? list.count - 1 - $0 : $0 }
  }

  /// The first row at or past a date. Rows without a date come last.
  private func dateIndex(of moment: Timestamp, in list: ArticleList, isDescending: Bool) -> Int? {
    guard !list.isEmpty else { return nil }
    // A typed date is in the reader's time zone.
    let moment = moment.hasZone ? moment : moment.ofReadersDay
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      let seconds = library.row(list[middle])?.date?.secondsSinceEpoch
      let isBefore = seconds.map { isDescending ? $0 > moment.secondsSinceEpoch : $0 < moment.secondsSinceEpoch }
      if isBefore ?? false { low = middle + 1 } else { high = middle }
    }
    return min(low, list.count - 1)
  }

  func facets(_ query: RoomQuery) throws(LibraryError) -> [FacetCount] {
    let list = try list(query)
    let facets = try library.facets(of: list)
    var counts: [FacetCount] = []
    for state in ["unread", "starred"] {
      var narrowed = query
      narrowed.facets.append(Facet(.state, state))
      counts.append(FacetCount(Facet(.state, state), count: try library.list(ListQuery(narrowed)).count))
    }
    counts += facets.publishers.map {
      FacetCount(Facet(.publisher, $0.value), label: facets.publisherNames[$0.value], count: $0.count)
    }
    counts += facets.sections.map { FacetCount(Facet(.section, $0.value), count: $0.count) }
    counts += facets.categories.map { FacetCount(Facet(.category, $0.value), count: $0.count) }
    counts += facets.tags.map { FacetCount(Facet(.tag, $0.value), count: $0.count) }
    counts += facets.authors.map { FacetCount(Facet(.author, $0.value), count: $0.count) }
    counts += facets.folders.map { FacetCount(Facet(.folder, $0.value), count: $0.count) }
    counts += facets.months.map { FacetCount(Facet(.month, $0.value.description), count: $0.count) }
    for search in try library.savedSearches() {
      counts.append(FacetCount(Facet(.search, search.query), label: search.name, count: 0))
    }
    return counts
  }

  // MARK: Articles

  /// - Returns: The event to show, and whether the article could be read.
  func loadArticle(_ id: ArticleHandle) -> (events: [Event], isLoaded: Bool) {
    do throws(LibraryError) {
      opened.withLock { $0 = id }
      return ([.articleLoaded(try loaded(id, isOpened: true))], true)
    } catch {
      return ([.articleFailed(id, reason: error.sentence(in: language))], false)
    }
  }

  /// The open article, if its file has been written again since it was read.
  ///
  /// - Parameter always: Reads it even if the index does not know of a change yet.
  /// - Returns: Nothing if it is unchanged; what is wrong if it is gone, once.
  func reload(_ id: ArticleHandle, always: Bool) -> [Event] {
    guard let version = versions.withLock({ $0[id] }) else { return [] }
    guard let current = handles.id(id) else {
      let isNews = gone.withLock { $0.insert(id).inserted }
      let error = LibraryError.articleGone(title: formerRow(id)?.title)
      return isNews ? [.effectFailed(error.sentence(in: language))] : []
    }
    guard always || current != version else { return [] }
    // Between two of its versions a file may be missing for a moment.
    guard let loaded = try? loaded(id, isOpened: true) else { return [] }
    return [.articleReloaded(loaded)]
  }

  /// The articles that were opened, as they were in the index when their files were read.
  private let versions = Mutex<[ArticleHandle: ArticleID]>([:])
  /// Articles that were reported as gone.
  private let gone = Mutex<Set<ArticleHandle>>([])

  // MARK: Rows

  private func formerRow(_ id: ArticleHandle) -> ArticleRow? {
    read.withLock { $0.last { $0.id == id }?.row }
  }

  private func keep(_ row: ArticleRow, of id: ArticleHandle) {
    _ = gone.withLock { $0.remove(id) }
    read.withLock { read in
      read.removeAll { $0.id == id }
      read.append((id, row))
      if read.count > Self.mostRowsKept { read.removeFirst() }
    }
  }

  /// The row of an article that is there.
  ///
  /// - Throws: `articleGone`.
  func presentRow(_ id: ArticleHandle) throws(LibraryError) -> ArticleRow {
    guard let row = handles.row(id) else { throw .articleGone(title: formerRow(id)?.title) }
    return row
  }

  /// The row of an article that is there, or was when it was read.
  ///
  /// - Throws: `articleGone`.
  func row(_ id: ArticleHandle) throws(LibraryError) -> ArticleRow {
    if let row = handles.row(id) ?? formerRow(id) { return row }
    throw .articleGone(title: nil)
  }

  /// The article in a file, if the index already contains it.
  func article(atPath path: String) -> ArticleHandle? { library.article(atPath: path).flatMap(handles.handle) }

  /// The latest article to preview; moving quickly through a list skips many.
  private let peeked = Mutex<ArticleHandle?>(nil)

  func registerPeek(_ id: ArticleHandle) { peeked.withLock { $0 = id } }

  func peek(_ id: ArticleHandle) -> [Event] {
    guard peeked.withLock({ $0 == id }) else { return [] }
    do throws(LibraryError) {
      return [.articlePeeked(try loaded(id))]
    } catch {
      return [.articleFailed(id, reason: error.sentence(in: language))]
    }
  }

  /// The article's page before cleaning.
  func explain(_ id: ArticleHandle) -> [Event] {
    do throws(LibraryError) {
      return [.pageExplained(id, try library.verdicts(presentRow(id)).map(PageLine.init))]
    } catch {
      return [.articleFailed(id, reason: error.sentence(in: language))]
    }
  }

  private func loaded(_ id: ArticleHandle, isOpened: Bool = false) throws(LibraryError) -> LoadedArticle {
    let row = try presentRow(id)
    let article = try library.article(row).atReadersClock
    keep(row, of: id)
    if isOpened { versions.withLock { $0[id] = row.id } }
    let urls = article.related.map(\.url) + article.links.map(\.url)
    var known = urls.isEmpty ? [:] : try library.rows(withURLs: urls)
    let local = try library.rows(forLinks: urls.filter { known[$0] == nil }, in: row.id)
    known.merge(local) { known, _ in known }
    let folder = row.pathInArchive.split(separator: "/").dropLast().joined(separator: "/")
    let offset = unsaved.withLock { $0.positions[id] } ?? library.position(in: row)?.utf8Offset
    return LoadedArticle(
      id: id, article: article, isStarred: row.isStarred, utf8Offset: offset ?? 0,
      marks: unsaved.withLock { $0.marks[id] } ?? marks(in: id),
      // A highlights file that cannot be read does not prevent showing the article.
      highlights: (try? highlights(of: id)) ?? [],
      articlesByURL: known.mapValues { handles.handle($0) },
      folder: folder.isEmpty ? nil : folder, month: row.date.map { String($0.iso8601Date.prefix(7)) })
  }

  /// Marks the unread articles of a list as read, or those in its rows before one.
  ///
  /// - Returns: What was unread.
  func markRead(_ query: RoomQuery, above end: Int?) throws(LibraryError) -> [ArticleHandle] {
    var unread = query
    unread.facets.append(Facet(.state, "unread"))
    let found = try library.list(ListQuery(unread))
    var ids = (0..<found.count).map { found[$0] }
    if let end {
      let list = try list(query)
      let isReversed = isReversed(list, query)
      let above = Set((0..<min(end, list.count)).map { list[isReversed ? list.count - 1 - $0 : $0] })
      ids.removeAll { !above.contains($0) }
    }
    try library.mark(ids, asRead: true)
    let handles = try handles.handles(ids)
    return ids.compactMap { handles[$0] }
  }

  /// Records that an article was opened.
  ///
  /// - Returns: Whether it was unread before.
  func recordOpened(_ id: ArticleHandle) throws(LibraryError) -> Bool {
    guard let row = handles.row(id) else { return false }
    let isNew = !row.isRead
    if isNew { try library.mark([row.id], asRead: true) }
    try library.recordOpened(row.id)
    return isNew
  }
}
