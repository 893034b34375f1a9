import Foundation
import GRDB
import Glibc
import Text

/// Finds the articles that entries of the bookmarks file refer to.
///
/// An address names its article. If no article has it, the entry refers to the file at its place, as long as that has the
/// same bytes: another address was read in them. If several articles have the address, or there is none, it refers to the
/// file at its place; otherwise to the file with its fingerprint, which has been moved or renamed; otherwise to the one
/// that the archive itself reports as renamed. Entries of 0.1.0 have neither an archive's name nor a fingerprint; their
/// titles determine which of several files they refer to.
struct StarFinder {
  private let library: Library
  private let db: Database
  /// Addresses that several articles have.
  private let shared: Set<UInt64>
  /// The keys of unchanged files in which another address was read than their entries have, by the entries' addresses.
  private let unchanged: [UInt64: UInt64]

  /// - Parameter texts: The files whose entries are looked for.
  init(_ library: Library, _ view: IndexView, _ db: Database, for texts: [BookmarkText]) throws {
    self.library = library
    self.db = db
    var shared: Set<UInt64> = []
    try RawStatement(db, "SELECT DISTINCT address FROM articles WHERE flags & 64").forEach { row in
      shared.insert(UInt64(bitPattern: row.integer(0)))
    }
    self.shared = shared
    unchanged = try Self.unchangedFiles(of: texts, library, view, db)
  }

  private static func unchangedFiles(
    of texts: [BookmarkText], _ library: Library, _ view: IndexView, _ db: Database
  ) throws -> [UInt64: UInt64] {
    var unknown = Set(texts.flatMap(\.entries).map(\.address))
    unknown.remove(0)
    guard !unknown.isEmpty else { return [:] }
    let keys = try library.keys(view, db)
    for number in view.newest where keys.indices.contains(Int(number)) { unknown.remove(keys[Int(number)]) }
    guard !unknown.isEmpty else { return [:] }
    var wanted: [UInt64: [(address: UInt64, entry: Bookmark)]] = [:]
    for text in texts {
      for entry in text.entries where unknown.contains(entry.address) {
        guard let fingerprint = text.fingerprint(of: entry) else { continue }
        let bookmark = text.bookmark(entry)
        // Entries of other archives are not looked for.
        guard let file = bookmark.path.map(library.names.current).flatMap(library.names.file),
          library.location.roots.contains(where: { $0 == file || ArchiveNames.contains($0, file) })
        else { continue }
        wanted[fingerprint.value, default: []].append((entry.address, bookmark))
      }
    }
    guard !wanted.isEmpty else { return [:] }
    var found: [UInt64: UInt64] = [:]
    let sql = "SELECT a.key, a.dump, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder WHERE a.flags & 1"
    try RawStatement(db, sql).forEach { row in
      let dump = UInt64(bitPattern: row.integer(1))
      guard let entries = wanted[dump] else { return }
      let place = library.names.place(of: DumpPath(bytes: row.blob(2)).appending(row.blob(3)).display)
      for (address, entry) in entries
      where entry.isOfFile(with: DumpFingerprint(value: dump), at: place, library.names) {
        found[address] = UInt64(bitPattern: row.integer(0))
      }
    }
    return found
  }

  func keys(of text: BookmarkText) throws -> Set<UInt64> {
    var keys: Set<UInt64> = []
    keys.reserveCapacity(text.entries.count)
    for entry in text.entries {
      if entry.address != 0, !shared.contains(entry.address) {
        keys.insert(unchanged[entry.address] ?? entry.address)
      } else {
        keys.formUnion(try filesOf(entry, text.bookmark(entry)))
      }
    }
    return keys
  }

  func keys(of entry: BookmarkText.Entry, _ bookmark: Bookmark) throws -> [UInt64] {
    if entry.address != 0, !shared.contains(entry.address) { return [unchanged[entry.address] ?? entry.address] }
    return try filesOf(entry, bookmark)
  }

  func articles(_ view: IndexView) throws -> [UInt64: Int32] { try library.articlesByKey(view, db) }

  private struct Candidate {
    var key: UInt64
    var title: UInt64
    /// The title, unless it is only the file's name.
    var ownTitle: UInt64?
    var fingerprint: UInt64
    var place: String
  }

  private func filesOf(_ entry: BookmarkText.Entry, _ bookmark: Bookmark) throws -> [UInt64] {
    let title = StableHash.hash(TextFolding.fold(bookmark.title))
    let own = bookmark.fingerprint?.value
    let there = try atPlace(bookmark)
    if let same = there.first(where: { $0.fingerprint == 0 || $0.fingerprint == own || $0.ownTitle == title }) {
      return [same.key]
    }
    // Something else is there now, or nothing.
    if let own {
      let moved = try candidates("a.dump = ?1 AND a.key <> a.address AND a.address = ?2", own, entry.address)
      let name = bookmark.path?.split(separator: "/").last
      if let best = moved.first(where: { $0.place.split(separator: "/").last == name }) ?? moved.first {
        return [best.key]
      }
    }
    if let edited = there.first { return [edited.key] }
    if let place = bookmark.path.map(library.names.current).flatMap(library.movedPlace(of:)),
      let renamed = try candidates("a.key = ?1", ArticleIdentity(place: place).hash).first
    {
      return [renamed.key]
    }
    if entry.address != 0 {
      let others = try candidates("a.address = ?1 AND a.flags & 64", entry.address)
      return others.filter { $0.title == title }.map(\.key)
    }
    guard own == nil, let path = bookmark.path, !path.hasPrefix("/") else { return [] }
    return try candidates("a.key <> a.address AND a.address = 0").filter {
      $0.title == title && $0.place.hasSuffix("/" + path)
    }.map(\.key)
  }

  /// Articles at the entry's place.
  private func atPlace(_ bookmark: Bookmark) throws -> [Candidate] {
    guard let path = bookmark.path else { return [] }
    var places = [library.names.current(path)]
    if bookmark.fingerprint == nil, !path.hasPrefix("/") {
      let roots = library.roots.roots.filter(\.isArchive).map(\.real) + library.location.roots
      places += Set(roots).sorted().map { library.names.place(of: DumpPath($0).display + "/" + path) }
    }
    return try places.flatMap { place in
      try candidates("a.key = ?1", ArticleIdentity(place: place).hash)
    }
  }

  private func candidates(_ condition: String, _ values: UInt64...) throws -> [Candidate] {
    let sql = """
      SELECT a.key, a.title, a.dump, f.path, a.name FROM articles a JOIN folders f ON f.id = a.folder
      WHERE \(condition) AND a.flags & 1 ORDER BY a.id
      """
    return try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: StatementArguments(values.map { Int64(bitPattern: $0) })
    ).map { row in
      let file = DumpPath(bytes: Array(row[3] as Data)).appending(Array(row[4] as Data))
      let text: String = row[1]
      let title = StableHash.hash(TextFolding.fold(text))
      return Candidate(
        key: UInt64(bitPattern: row[0]), title: title,
        ownTitle: DumpPath(bytes: Array(file.name)).display.hasPrefix(text) ? nil : title,
        fingerprint: UInt64(bitPattern: row[2]), place: library.names.place(of: file.display))
    }
  }
}
