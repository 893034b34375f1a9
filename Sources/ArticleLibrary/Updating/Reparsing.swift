import ArticleDump
import Foundation
import GRDB

/// Parses articles again that were indexed before their site was known.
///
/// The lines that a site repeats are known once several of its files have been read; files read earlier may contain
/// them as text. `RepeatedLines` records which of these kept such a line. They are parsed again when everything else
/// has been indexed: each is marked in the index, so that if an update ends early, the next one continues.
enum Reparsing {
  /// The most articles that one update parses again.
  static let mostArticles = 20_000

  /// Marks articles, and all those of some sites.
  static func mark(_ articles: Set<Int32>, sites: Set<String>, _ db: Database) throws {
    var numbers = articles
    if !sites.isEmpty {
      let sql = """
        SELECT a.id, a.url, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 3 = 3
        """
      try RawStatement(db, sql).forEach { row in
        let file = DumpPath(bytes: row.blob(2)).appending(row.blob(3))
        guard let site = SiteProfile.site(url: row.text(1), path: file.text), sites.contains(site) else { return }
        numbers.insert(Int32(truncatingIfNeeded: row.integer(0)))
      }
    }
    guard !numbers.isEmpty else { return }
    try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE name = 'generation'")
    let generation = Int64(bitPattern: try IndexView.generation(db))
    let statement = try db.cachedStatement(
      sql: "UPDATE articles SET flags = flags | ?, changed = ? WHERE id = ? AND flags & 3 = 3")
    for number in numbers.sorted() {
      try statement.execute(
        arguments: [Int64(ArticleColumns.Flags.needsReparsing.rawValue), generation, Int64(number)])
    }
  }
}

extension LibraryUpdater {
  /// Reads the marked articles with what is known about their sites now.
  func reparseMarked() throws {
    let view = try refresh()
    let marked = view.newest.filter { view.columns.flags[Int($0)].contains(.needsReparsing) }
    guard !marked.isEmpty else { return }
    let isInScope = try ScopeFilter(roots, database)
    let due = marked.filter { isInScope.contains(view.columns.folder[Int($0)]) }.prefix(Reparsing.mostArticles)
    var rate = RateMeter(total: due.count)
    let writer = IndexWriter(database, names: names)
    try readBodies(of: due) { entries in
      try writer.applyReparsed(entries)
      rate.done += entries.count
      if isTimeToReport() { observer(.bodies(rate.progress)) }
    }
  }
}

extension StoredProfiles {
  /// Writes the counts, and which articles should be parsed again because of them.
  static func write(_ repeated: inout RepeatedLines, to writer: any DatabaseWriter) throws {
    let toReparse = repeated.articlesToReparse
    let grown = repeated.settle()
    let profiles = repeated.profiles()
    guard !profiles.isEmpty else { return }
    try writer.write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO profiles (site, bytes, settled) VALUES (?, ?, ?)")
      for (site, profile, settledCount) in profiles {
        try statement.execute(arguments: [site, Data(profile.serialized), settledCount])
      }
      try Reparsing.mark(toReparse, sites: grown, db)
    }
  }
}
