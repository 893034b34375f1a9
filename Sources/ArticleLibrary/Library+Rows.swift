import ArticleDump
import GRDB
import Synchronization
import Text

/// Rows of lists, and of single articles.
extension Library {
  /// A page of a list. Articles that have gone since the list was made are left out.
  public func rows(_ list: ArticleList, _ positions: Range<Int>) throws(LibraryError) -> [ArticleRow] {
    let view = try view()
    guard view.epoch == list.epoch else { return [] }
    return try rows(
      positions.clamped(to: 0..<list.count).map { list.ordinals[$0] }, view, storyCounts: list.storyCounts)
  }

  /// The row of one article; `nil` if it is gone, or the index cannot be read.
  public func row(_ id: ArticleID) -> ArticleRow? {
    try? rows([id]).first
  }

  /// The rows of articles, in their order. Those that are gone, or belong to another index, are left out.
  public func rows(_ ids: some Sequence<ArticleID>) throws(LibraryError) -> [ArticleRow] {
    let view = try view()
    return try rows(ids.filter { $0.epoch == view.epoch }.map(\.rawValue), view)
  }

  /// Which of some articles are not in the index now: their files are gone or have been written again, or they belong to
  /// another index.
  public func missing(of ids: some Sequence<ArticleID>) -> Set<ArticleID> {
    guard let view = try? view() else { return Set(ids) }
    return Set(
      ids.filter { id in
        let number = Int(id.rawValue)
        return id.epoch != view.epoch || !view.columns.flags.indices.contains(number)
          || !view.columns.flags[number].contains(.isPresent)
      })
  }

  /// The keys of articles. Those that are gone, or belong to another index, are left out.
  public func keys(of ids: some Sequence<ArticleID>) throws(LibraryError) -> [ArticleID: ArticleKey] {
    try read { db in
      let epoch = try IndexView.epoch(db)
      let sql = """
        SELECT f.path, a.name, a.key, a.dump FROM articles a JOIN folders f ON f.id = a.folder
        WHERE a.id = ? AND a.flags & 1
        """
      let statement = try RawStatement(db, sql)
      var keys: [ArticleID: ArticleKey] = [:]
      for id in ids where id.epoch == epoch {
        try statement.forEach(Int64(id.rawValue)) { row in
          keys[id] = ArticleKey(
            file: fileHash(folder: row.blob(0), name: row.blob(1)), identity: UInt64(bitPattern: row.integer(2)),
            dump: UInt64(bitPattern: row.integer(3)))
        }
      }
      return keys
    }
  }

  private func fileHash(folder: [UInt8], name: [UInt8]) -> UInt64 {
    StableHash.hash(roots.names(of: DumpPath(bytes: folder).appending(name)).file.bytes)
  }

  /// The articles with some keys: for each the one in the same file; else the one with the same identity; else the one
  /// to whose bytes its file was moved.
  ///
  /// - Complexity: O(n) in the articles of the index, about 0.2 s for 300,000.
  public func articles(withKeys keys: some Sequence<ArticleKey>) throws(LibraryError) -> [ArticleKey: ArticleID] {
    let view = try view()
    var missing = Dictionary(grouping: keys, by: \.file)
    var found: [ArticleKey: ArticleID] = [:]
    try read { db in
      guard try IndexView.epoch(db) == view.epoch else { return }
      let sql = "SELECT a.id, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1"
      try RawStatement(db, sql).forEach { row in
        guard let keys = missing.removeValue(forKey: fileHash(folder: row.blob(1), name: row.blob(2))) else { return }
        let id = ArticleID(Int32(truncatingIfNeeded: row.integer(0)), epoch: view.epoch)
        for key in keys { found[key] = id }
      }
    }
    for key in missing.values.joined() {
      let number = try numbers(withKey: key.identity, view).first ?? number(ofOnlyFileWithDump: key.dump)
      if let number { found[key] = ArticleID(number, epoch: view.epoch) }
    }
    return found
  }

  /// The rows of articles that have one of these URLs, by the URL as given: for links between articles.
  public func rows(withURLs urls: [String]) throws(LibraryError) -> [String: ArticleRow] {
    let view = try view()
    var found: [String: ArticleRow] = [:]
    for url in urls {
      guard let key = ArticleAddress(url) else { continue }
      if let number = try numbers(withKey: key.hash, view).first { found[url] = try rows([number], view).first }
    }
    return found
  }

  /// The existing articles with a key, newest first.
  func numbers(withKey hash: UInt64, _ view: IndexView) throws(LibraryError) -> [Int32] {
    let numbers = try read { db in
      try Int32.fetchAll(
        db, sql: "SELECT id FROM articles WHERE key = ? AND flags & 1", arguments: [Int64(bitPattern: hash)])
    }
    return numbers.filter { Int($0) < view.columns.capacity }.sorted(by: view.columns.isNewer)
  }

  private static let rowSQL = """
    SELECT a.id, a.flags, f.path, a.name, a.title, a.url, a.publisher, a.section, a.authors, a.published,
      a.published_offset, a.published_form, a.fed, a.fed_offset, a.dialect, a.size, a.characters, a.key, a.dump
    FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ? AND a.flags & 1
    """

  /// - Parameter storyCounts: As in the list that the rows belong to; without one, nothing counts as a duplicate.
  func rows(
    _ numbers: [Int32], _ view: IndexView, storyCounts: [Int32: Int] = [:]
  ) throws(LibraryError) -> [ArticleRow] {
    let marks = try states.readMarks().hashes
    let stories = try stories(view)
    return try read { db in
      // Another process may have replaced the index since.
      guard try IndexView.epoch(db) == view.epoch else { return [] }
      let starred = try starredArticles(view, db).hashes
      let statement = try RawStatement(db, Self.rowSQL)
      var rows: [ArticleRow] = []
      rows.reserveCapacity(numbers.count)
      for number in numbers {
        try statement.forEach(Int64(number)) { row in
          let flags = ArticleColumns.Flags(rawValue: UInt8(truncatingIfNeeded: row.integer(1)))
          let names = roots.names(of: DumpPath(bytes: row.blob(2)).appending(row.blob(3)))
          let key = UInt64(bitPattern: row.integer(17))
          let representative =
            Int(number) < stories.count ? stories[Int(number)] : 0
          rows.append(
            ArticleRow(
              id: ArticleID(number, epoch: view.epoch),
              key: ArticleKey(
                file: StableHash.hash(names.file.bytes), identity: key, dump: UInt64(bitPattern: row.integer(18))),
              file: names.file, pathInArchive: names.pathInArchive,
              title: row.text(4) ?? "", url: row.text(5), publisher: Self.name(view.publishers, row.integer(6)),
              section: Self.name(view.sections, row.integer(7)), authors: row.text(8),
              published: row.optionalInteger(9).map {
                Timestamp(
                  secondsSinceEpoch: $0, utcOffsetInSeconds: Int32(truncatingIfNeeded: row.integer(10)),
                  form: row.integer(11))
              },
              fed: row.optionalInteger(12).map {
                Timestamp(secondsSinceEpoch: $0, utcOffsetInSeconds: Int32(truncatingIfNeeded: row.integer(13)))
              },
              dialect: row.text(14).flatMap(Dialect.init) ?? .text, fileSizeInBytes: Int(row.integer(15)),
              characterCount: Int(row.integer(16)), hasImages: flags.contains(.hasImages),
              hasTables: flags.contains(.hasTables), isIndexed: flags.contains(.isIndexed),
              isRead: marks.contains(key), isStarred: starred.contains(key),
              sharesURL: flags.contains(.sharesAddress),
              duplicateCount: max(0, (storyCounts[representative] ?? 1) - 1)))
        }
      }
      return rows
    }
  }

  static func name<Value>(_ names: [Value?], _ id: Int64) -> Value? {
    names.indices.contains(Int(id)) ? names[Int(id)] : nil
  }
}
