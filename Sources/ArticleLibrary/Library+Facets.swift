import ArticleDump
import GRDB
import Synchronization

extension Library {
  /// Whether any article of a list has a publisher.
  ///
  /// - Complexity: O(n) in the articles before the first that has one.
  public func hasPublishers(_ list: ArticleList) -> Bool {
    guard let view = try? view(), view.epoch == list.epoch else { return false }
    return list.ordinals.contains { number in
      Int(number) < view.columns.capacity
        && Self.name(view.publishers, Int64(view.columns.publisher[Int(number)])) != nil
    }
  }

  /// Publishers, sections, months, tags, categories, authors and folders of the whole list.
  public func facets(of list: ArticleList) throws(LibraryError) -> Facets {
    let view = try view()
    guard view.epoch == list.epoch else { return Facets() }
    var publishers = [Int](repeating: 0, count: 1 << 16)
    var sections = [Int](repeating: 0, count: 1 << 16)
    var months = [Int](repeating: 0, count: Int(Int16.max) + 1)
    for number in list.ordinals where Int(number) < view.columns.capacity {
      publishers[Int(view.columns.publisher[Int(number)])] += 1
      sections[Int(view.columns.section[Int(number)])] += 1
      let month = Int(view.columns.month[Int(number)])
      if month >= 0 { months[month] += 1 }
    }
    var facets = Facets()
    for (id, count) in publishers.enumerated() where count > 0 {
      guard let publisher = Self.name(view.publishers, Int64(id)) else { continue }
      facets.publishers.append(Facets.Count(value: publisher.id, count: count))
      facets.publisherNames[publisher.id] = publisher.name
    }
    for (id, count) in sections.enumerated() where count > 0 {
      if let name = Self.name(view.sections, Int64(id)) {
        facets.sections.append(Facets.Count(value: name, count: count))
      }
    }
    for (number, count) in months.enumerated() where count > 0 {
      facets.months.append(Facets.Count(value: Month(year: number / 12, month: number % 12 + 1), count: count))
    }
    facets.publishers.sort { ($1.count, $0.value) < ($0.count, $1.value) }
    facets.sections.sort { ($1.count, $0.value) < ($0.count, $1.value) }
    facets.months.reverse()
    try read { db in
      let counts = try facetIndex(view, db).counts(of: list.ordinals)
      facets.tags = counts[.tag] ?? []
      facets.categories = counts[.category] ?? []
      facets.authors = counts[.author] ?? []
      facets.folders = try folders(of: list, view, db)
    }
    return facets
  }

  func facetIndex(_ view: IndexView, _ db: Database) throws -> FacetIndex {
    if let known = cache.withLock({ $0.facetIndex }), known.generation == view.generation { return known.index }
    let index = try FacetIndex(db, capacity: view.columns.capacity)
    cache.withLock { $0.facetIndex = (view.generation, index) }
    return index
  }

  /// The folders into which a list divides: the first ones below the folder that contains all of it.
  private func folders(of list: ArticleList, _ view: IndexView, _ db: Database) throws -> [Facets.Count<String>] {
    var counts: [Int32: Int] = [:]
    for number in list.ordinals where Int(number) < view.columns.capacity {
      counts[view.columns.folder[Int(number)], default: 0] += 1
    }
    var paths: [(components: [Substring], count: Int)] = []
    try RawStatement(db, "SELECT id, path FROM folders").forEach { row in
      guard let count = counts[Int32(truncatingIfNeeded: row.integer(0))] else { return }
      // A path that does not exist, since names are derived from paths.
      let path = roots.names(of: DumpPath(bytes: row.blob(1)).appending([0x78])).pathInArchive
      paths.append((path.split(separator: "/").dropLast(), count))
    }
    guard let first = paths.first else { return [] }
    var common = first.components.count
    for (components, _) in paths {
      common = min(common, zip(components, first.components).prefix { $0 == $1 }.count)
    }
    var byName: [String: Int] = [:]
    for (components, count) in paths where components.count > common {
      byName[components[...common].joined(separator: "/"), default: 0] += count
    }
    return byName.map { Facets.Count(value: $0.key, count: $0.value) }.sorted { $0.value < $1.value }
  }
}
