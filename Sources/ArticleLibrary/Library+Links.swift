import ArchiveSources
import ArticleDump
import Foundation
import GRDB
import Synchronization

extension Library {
  /// The archive that contains a file: one of the known ones, otherwise one that was indexed before.
  ///
  /// - Parameters:
  ///   - file: The dump's path, absolute or relative to the working folder.
  ///   - known: Archives, as the reader names them.
  ///   - cacheDirectory: Where the indexes are.
  ///   - sharedIndexDirectory: Where shared indexes are.
  public static func archive(
    holding file: String, known: [String], cacheDirectory: String?, sharedIndexDirectory: String? = nil
  ) -> String? {
    let real = ArchiveProfiles.realPath(file)
    let fitting = known.filter { path in
      let root = ArchiveProfiles.realPath(path)
      return root != real && ArchivePath.contains(root, real)
    }
    if let innermost = fitting.max(by: { $0.utf8.count < $1.utf8.count }) { return innermost }
    for directory in [sharedIndexDirectory.map(IndexSharing.directory(in:)), cacheDirectory].compactMap({ $0 }) {
      if let indexed = IndexLocation.root(holding: real, cacheDirectory: directory) { return indexed }
    }
    // If a container has to be read, all of it may be read.
    return SourceLocation.entry(at: DumpPath(file).bytes).map { DumpPath(bytes: $0.source).text }
  }

  /// The article in a file.
  public func article(atPath path: String) -> ArticleID? {
    let file = DumpPath(path).real ?? DumpPath(path)
    guard let view = try? view() else { return nil }
    let sql = """
      SELECT a.id FROM articles a JOIN folders f ON f.id = a.folder WHERE f.path = ? AND a.name = ? AND a.flags & 1
      """
    let number = try? read { db in
      try Int64.fetchOne(db, sql: sql, arguments: [Data(file.folder.bytes), Data(file.name)])
    }
    guard let number, number < Int64(view.columns.capacity) else { return nil }
    return ArticleID(Int32(number), epoch: view.epoch)
  }

  /// The articles that links of an article refer to and that are not web addresses: paths in its archive, names of its
  /// pages.
  ///
  /// A path that matches exactly wins. Otherwise the article whose path shares the longest ending with the link counts,
  /// and of several the nearest one: this is how Obsidian, Hexo and Hugo find pages by name. Only articles of the same
  /// archive are found, and no file is examined.
  ///
  /// - Parameters:
  ///   - links: As they are in the article.
  ///   - id: The article.
  /// - Returns: The rows by link.
  public func rows(forLinks links: [String], in id: ArticleID) throws(LibraryError) -> [String: ArticleRow] {
    let view = try view()
    guard let row = row(id) else { return [:] }
    let folder = PagePath(folder: row.pathInArchive)
    let local = Dictionary(
      links.compactMap { link in LocalLink(link, folder: folder).map { (link, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard !local.isEmpty else { return [:] }
    let found = try read { db in
      let names = try pageNames(view, db)
      let archive = try place(of: id.rawValue, db)?.archive
      return try local.compactMapValues { link in
        try article(meantBy: link, from: folder, in: archive, names, db)
      }
    }
    var rows: [String: ArticleRow] = [:]
    for (link, number) in found { rows[link] = self.row(ArticleID(number, epoch: view.epoch)) }
    return rows
  }

  private func article(
    meantBy link: LocalLink, from folder: PagePath, in archive: Int?, _ names: PageNames, _ db: Database
  ) throws -> Int32? {
    guard let name = link.written.components.last else { return nil }
    var candidates = names.articles(named: name)
    let undated = PagePath.withoutDate(name)
    if candidates.isEmpty, undated != name { candidates = names.articles(named: undated) }
    var best: (number: Int32, rank: [Int])?
    for number in candidates {
      guard let place = try place(of: number, db), place.archive == archive else { continue }
      let path = PagePath(place.path)
      let rank = [
        path == link.resolved ? 1 : 0, path.commonEnd(with: link.written), path.commonStart(with: folder),
        -path.components.count,
      ]
      if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true { best = (number, rank) }
    }
    return best?.number
  }

  /// Which of the open archives contains an article, and where in it the article is.
  private func place(of number: Int32, _ db: Database) throws -> (archive: Int?, path: String)? {
    var place: (archive: Int?, path: String)?
    let sql = "SELECT f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.id = ?"
    try RawStatement(db, sql).forEach(Int64(number)) { row in
      let file = DumpPath(bytes: row.blob(0)).appending(row.blob(1))
      place = (roots.archive(of: file), roots.names(of: file).pathInArchive)
    }
    return place
  }

  private func pageNames(_ view: IndexView, _ db: Database) throws -> PageNames {
    if let known = cache.withLock({ $0.pageNames }), known.generation == view.generation { return known.names }
    let names = try PageNames(db)
    cache.withLock { $0.pageNames = (view.generation, names) }
    return names
  }
}
