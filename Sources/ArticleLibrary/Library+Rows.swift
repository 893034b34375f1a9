import ArticleDump
import GRDB
import Synchronization

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
    guard let view = try? view() else { return nil }
    return try? rows([id.rawValue], view).first
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
      a.published_offset, a.published_form, a.fed, a.fed_offset, a.dialect, a.size, a.characters, a.key
    FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ? AND a.flags & 1
    """

  /// - Parameter storyCounts: As in the list that the rows belong to; without one, nothing counts as a duplicate.
  func rows(
    _ numbers: [Int32], _ view: IndexView, storyCounts: [Int32: Int] = [:]
  ) throws(LibraryError) -> [ArticleRow] {
    let marks = try states.readMarks().hashes
    let stories = try stories(view)
    return try read { db in
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
              id: ArticleID(rawValue: number), file: names.file, pathInArchive: names.pathInArchive,
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
