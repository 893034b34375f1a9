import ArticleDump
import Foundation
import GRDB
import Synchronization

extension Library {
  /// The articles that a query finds, in order.
  ///
  /// - Throws: `query` for a mistake in the query.
  public func list(_ query: ListQuery = ListQuery()) throws(LibraryError) -> ArticleList {
    let parsed = try parsed(query.text)
    var query = query
    if let sort = parsed.sort { query.sort = sort }
    let view = try view()
    let (found, ranking) = try evaluate(parsed.query, query, view)
    var order = try ordered(found, query.sort, ranking, view)
    let representatives = try stories(view)
    let counts = storyCounts(order, representatives)
    if query.foldsDuplicates { order = folded(order, representatives) }
    return ArticleList(
      query: query, generation: view.generation, epoch: view.epoch, ordinals: order, storyCounts: counts,
      isPartial: !view.hasAllText)
  }

  func parsed(_ text: String) throws(LibraryError) -> ParsedQuery {
    do throws(QueryError) {
      return try QueryParser.parse(text, clock: configuration.clock)
    } catch {
      throw .query(error)
    }
  }

  /// The mistake in a query; `nil` if there is none.
  public static func mistake(inQuery text: String) -> QueryError? {
    do throws(QueryError) {
      _ = try QueryParser.parse(text)
      return nil
    } catch {
      return error
    }
  }

  /// Today's date for the reader: results that depend on `today` are valid until it changes.
  public var today: Int64 { configuration.clock.today }

  /// The articles that match; `nil` if all do.
  private func evaluate(
    _ parsed: Query, _ query: ListQuery, _ view: IndexView
  ) throws(LibraryError) -> (BitSet?, Ranking?) {
    var parts: [Query] = parsed == .everything ? [] : [parsed]
    let scope = try scope(view)
    var found: BitSet? = scope
    func narrow(_ set: BitSet) {
      if found == nil { found = set } else { found?.formIntersection(set) }
    }
    for group in query.filter.groups {
      switch group.first {
      case .state(let state): parts.append(.state(state))
      case .folder: parts.append(.any(group.compactMap { if case .folder(let path) = $0 { .path(path) } else { nil } }))
      default: narrow(try members(of: group, view))
      }
    }
    guard !parts.isEmpty else { return (found, nil) }
    let (set, ranking) = try read { db -> (BitSet, Ranking?) in
      var evaluator = QueryEvaluator(
        view: view, db: db, roots: roots, isRead: { try self.readMembers(view, db) },
        isStarred: { try self.starredMembers(view, db) }, facetIndex: { try self.facetIndex(view, db) },
        bookmarked: { try self.members(withKeys: self.bookmarkedKeys(view, db, where: $0), view, db) },
        ranking: query.sort == .relevance && !parsed.visibleTerms.isEmpty ? Ranking(view) : nil)
      let set = try evaluator.evaluate(.all(parts))
      return (set, evaluator.ranking)
    }
    narrow(set)
    return (found, ranking)
  }

  /// The articles that have one of several values of one kind.
  private func members(of values: [ArticleFilter.Value], _ view: IndexView) throws(LibraryError) -> BitSet {
    let columns = view.columns
    let capacity = columns.capacity
    func numbers<Name>(_ names: [Name?], _ isWanted: (Name) -> Bool) -> Set<UInt16> {
      Set(names.indices.filter { names[$0].map(isWanted) ?? false }.map { UInt16($0) })
    }
    func members(_ kind: FacetKind, _ isWanted: (String) -> Bool) throws(LibraryError) -> BitSet {
      let index = try read { db in try self.facetIndex(view, db) }
      return index.articles(kind, capacity: capacity, where: isWanted)
    }
    switch values.first {
    case .publisher:
      let wanted = numbers(view.publishers) { values.contains(.publisher($0.id)) }
      return BitSet(capacity: capacity) { wanted.contains(columns.publisher[$0]) }
    case .section:
      let wanted = numbers(view.sections) { values.contains(.section($0)) }
      return BitSet(capacity: capacity) { wanted.contains(columns.section[$0]) }
    case .month:
      let wanted = Set(
        values.compactMap { value -> Int16? in
          guard case .month(let month) = value else { return nil }
          return Int16(clamping: month.year * 12 + month.month - 1)
        })
      return BitSet(capacity: capacity) { wanted.contains(columns.month[$0]) }
    case .tag: return try members(.tag) { values.contains(.tag($0)) }
    case .category: return try members(.category) { values.contains(.category($0)) }
    case .author: return try members(.author) { values.contains(.author($0)) }
    case .state, .folder, nil: return BitSet(filledTo: capacity)
    }
  }

  private func ordered(
    _ found: BitSet?, _ sort: SortOrder, _ ranking: Ranking?, _ view: IndexView
  ) throws(LibraryError) -> [Int32] {
    if let ranking, let found { return ranking.sorted(found, view) }
    let order = try order(sort, view)
    guard let found else { return order }
    var result: [Int32] = []
    for number in order where found.contains(Int(number)) { result.append(number) }
    return result
  }

  /// All articles in an order, computed once for each generation.
  private func order(_ sort: SortOrder, _ view: IndexView) throws(LibraryError) -> [Int32] {
    if sort == .newest || sort == .relevance { return view.newest }
    if let known = cache.withLock({ $0.orders[sort] }), known.generation == view.generation { return known.order }
    let columns = view.columns
    let order: [Int32]
    switch sort {
    case .newest, .relevance: order = view.newest
    case .oldest:
      let dated = view.newest.prefix { columns.date[Int($0)] != ArticleColumns.noDate }
      order = dated.reversed() + view.newest[dated.count...]
    case .title, .path:
      let name = sort == .title ? IndexSnapshot.Order.title : .path
      order = try read { db in
        if let bytes = try IndexSnapshot.entry("order." + name.rawValue, generation: view.generation, db),
          let order = ArticleColumns.array(of: Int32.self, from: bytes)
        {
          return order
        }
        return try sort == .title ? IndexSnapshot.titleOrder(view, db) : IndexSnapshot.pathOrder(view, db)
      }
    case .publisher:
      let names = view.publishers.indices.map { (TitleSortKey(view.publishers[$0]?.name ?? ""), $0) }
      var ranks = [Int](repeating: 0, count: max(1, names.count))
      for (rank, name) in names.sorted(by: { $0 < $1 }).enumerated() { ranks[name.1] = rank }
      // Articles without a publisher come last.
      if !names.isEmpty { ranks[0] = names.count }
      order = Self.bucketed(view.newest, bucketCount: names.count + 1) { number in
        let publisher = Int(columns.publisher[Int(number)])
        return publisher < ranks.count ? ranks[publisher] : names.count
      }
    case .longest:
      order = Self.bucketed(view.newest, bucketCount: 1 << 16) {
        (1 << 16) - 1 - min(Int(columns.characterCount[Int($0)]), (1 << 16) - 1)
      }
    case .shortest:
      order = Self.bucketed(view.newest, bucketCount: 1 << 16) {
        min(max(0, Int(columns.characterCount[Int($0)])), (1 << 16) - 1)
      }
    }
    cache.withLock { $0.orders[sort] = (view.generation, order) }
    return order
  }

  /// Counting sort: stable, so that each bucket stays newest first.
  private static func bucketed(_ numbers: [Int32], bucketCount: Int, _ bucket: (Int32) -> Int) -> [Int32] {
    var starts = [Int](repeating: 0, count: bucketCount + 1)
    for number in numbers { starts[bucket(number) + 1] += 1 }
    for index in 1...bucketCount { starts[index] += starts[index - 1] }
    var sorted = [Int32](repeating: 0, count: numbers.count)
    for number in numbers {
      let index = bucket(number)
      sorted[starts[index]] = number
      starts[index] += 1
    }
    return sorted
  }

  // MARK: Sets

  /// The articles of what was opened, if the index contains more; `nil` if all are.
  private func scope(_ view: IndexView) throws(LibraryError) -> BitSet? {
    // An index in memory covers the location's archives too.
    if roots.cover(location) { return nil }
    if let known = cache.withLock({ $0.scope }), known.generation == view.generation { return known.members }
    let filter = try readDatabase { try ScopeFilter(roots, $0) }
    let members = BitSet(capacity: view.columns.capacity) { filter.contains(view.columns.folder[$0]) }
    cache.withLock { $0.scope = (view.generation, members) }
    return members
  }

  private func readMembers(_ view: IndexView, _ db: Database) throws -> BitSet {
    let marks = try states.readMarks()
    if let known = cache.withLock({ $0.readBits }), known.generation == view.generation,
      known.revision == marks.revision
    {
      return known.members
    }
    let members = try self.members(withKeys: marks.hashes, view, db)
    cache.withLock { $0.readBits = (view.generation, marks.revision, members) }
    return members
  }

  private func starredMembers(_ view: IndexView, _ db: Database) throws -> BitSet {
    let starred = try starredArticles(view, db)
    if let known = cache.withLock({ $0.starredBits }), known.generation == view.generation,
      known.revision == starred.revision
    {
      return known.members
    }
    let members = try self.members(withKeys: starred.hashes, view, db)
    cache.withLock { $0.starredBits = (view.generation, starred.revision, members) }
    return members
  }

  private func members(withKeys hashes: Set<UInt64>, _ view: IndexView, _ db: Database) throws -> BitSet {
    var members = BitSet(capacity: view.columns.capacity)
    if hashes.count < 2_000 {
      let statement = try RawStatement(db, "SELECT id FROM articles WHERE key = ?")
      for hash in hashes {
        try statement.forEach(Int64(bitPattern: hash)) { members.insert(Int($0.integer(0))) }
      }
      return members
    }
    let keys = try self.keys(view, db)
    for number in keys.indices where hashes.contains(keys[number]) { members.insert(number) }
    return members
  }

  func keys(_ view: IndexView, _ db: Database) throws -> [UInt64] {
    if let known = cache.withLock({ $0.keys }), known.generation == view.generation { return known.keys }
    let stored = try IndexSnapshot.entry("keys", generation: view.generation, db)
    let keys =
      try stored.flatMap { ArticleColumns.array(of: UInt64.self, from: $0) } ?? IndexSnapshot.keys(view, db)
    cache.withLock { $0.keys = (view.generation, keys) }
    return keys
  }
}
