import ArchiveSources
import ArticleDump
import Foundation
import GRDB
import Glibc
import Synchronization

/// The profiles of sites that an index keeps, each read when it is first asked for.
final class StoredProfiles: Sendable {
  /// So many are held; a page asks for one.
  private static let mostHeld = 64

  private let reader: any DatabaseReader
  private let held = Mutex<[String: SiteProfile?]>([:])

  init(_ reader: any DatabaseReader) { self.reader = reader }

  func profile(of site: String) -> SiteProfile? {
    if let known = held.withLock({ $0[site] }) { return known }
    // A cache that cannot be read is a page alone.
    let bytes =
      (try? reader.read { db in
        try Data.fetchOne(db, sql: "SELECT bytes FROM profiles WHERE site = ?", arguments: [site])
      }) ?? nil
    let profile = bytes.flatMap { SiteProfile(serialized: Array($0)) }
    held.withLock { held in
      if held.count >= Self.mostHeld { held.removeAll() }
      held[site] = .some(profile)
    }
    return profile
  }

  /// - Parameter folder: The real folder of the file that is read: pages without an address are known by it.
  func source(folder: String?) -> ArticleParser.ProfileSource {
    { [self] site in
      guard site.utf8.last == UInt8(ascii: "/") else { return profile(of: site) }
      return profile(of: folder.map { $0 + "/" } ?? site)
    }
  }

  /// Where an entry of a container stands; `nil` for what the index does not know.
  ///
  /// No table is ordered by paths, which would cost every update: all articles are looked at, which takes some 10 ms for
  /// each hundred thousand.
  func place(folder: DumpPath, name: [UInt8]) -> EntryPlace? {
    let sql = """
      SELECT c.path, c.version, a.locator FROM articles a JOIN containers c ON c.id = a.container
      WHERE a.folder = (SELECT id FROM folders WHERE path = ?) AND a.name = ? AND a.flags & 1
      """
    let row = try? reader.read { db in
      try Row.fetchOne(db, sql: sql, arguments: [Data(folder.bytes), Data(name)])
    }
    guard let row, let container = row[0] as Data?, let version = row[1] as Data?, let locator = row[2] as Data? else {
      return nil
    }
    return EntryPlace(
      container: DumpPath(bytes: Array(container)), version: SourceVersion(bytes: Array(version)),
      locator: SourceLocator(bytes: Array(locator)))
  }

  /// Forgets what it read: the index has changed.
  func forget() { held.withLock { $0.removeAll() } }

  /// All that the index keeps.
  static func all(_ db: Database) throws -> [(site: String, profile: SiteProfile, settledCount: Int)] {
    try Row.fetchAll(db, sql: "SELECT site, bytes, settled FROM profiles").compactMap { row in
      let bytes: Data = row[1]
      return SiteProfile(serialized: Array(bytes)).map { (row[0], $0, row[2]) }
    }
  }

  /// Writes what was counted, and which articles should be looked at again for it.
  static func write(_ repeated: inout RepeatedLines, to writer: any DatabaseWriter) throws {
    let inDoubt = repeated.articlesInDoubt
    let grown = repeated.settle()
    let profiles = repeated.profiles()
    guard !profiles.isEmpty else { return }
    try writer.write { db in
      let statement = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO profiles (site, bytes, settled) VALUES (?, ?, ?)")
      for (site, profile, settledCount) in profiles {
        try statement.execute(arguments: [site, Data(profile.serialized), settledCount])
      }
      try SecondLook.mark(inDoubt, sites: grown, db)
    }
  }
}

/// What indexed archives know of their sites and of the places of entries, and which are not cleaned, for a file that is
/// read by itself.
public final class ArchiveProfiles: Sendable {
  private let indexDirectories: [String]
  private let uncleaned: [String]
  private let opened = Mutex<[String: StoredProfiles?]>([:])
  private let databases = Mutex<[String: (path: String, isShared: Bool)?]>([:])
  private let sharedDirectory: String?

  /// - Parameters:
  ///   - cacheDirectory: Where the indexes are; `nil` when none is kept.
  ///   - sharedDirectory: Where indexes are that several people use; they go before one's own.
  ///   - uncleaned: Archives, or folders and files in them, whose pages are not cleaned.
  public init(cacheDirectory: String?, sharedDirectory: String? = nil, uncleaned: [String] = []) {
    self.sharedDirectory = sharedDirectory.map(IndexSharing.directory(in:))
    indexDirectories = [self.sharedDirectory, cacheDirectory].compactMap { $0 }
    self.uncleaned = uncleaned.map(Self.realPath)
  }

  /// The parser for a file; without one, for what comes from elsewhere.
  public func parser(forFile file: DumpPath?) -> ArticleParser {
    guard let file else { return ArticleParser() }
    let real = Self.realPath(file)
    let isCleaning = !uncleaned.contains { IndexLocation.contains($0, real ?? file.display) }
    return ArticleParser(profile: real.flatMap(source(ofRealPath:)), isCleaning: isCleaning)
  }

  /// The profiles of the archive that a file lies in; `nil` for a file outside of all archives that were indexed.
  public func source(forFile file: DumpPath) -> ArticleParser.ProfileSource? {
    Self.realPath(file).flatMap(source(ofRealPath:))
  }

  private func source(ofRealPath real: String) -> ArticleParser.ProfileSource? {
    guard let slash = real.utf8.lastIndex(of: 0x2F) else { return nil }
    let folder = String(real[..<slash])
    return stored(covering: folder)?.source(folder: folder)
  }

  /// Where the entry of a container stands that a path leads to, if an index has it.
  func place(ofEntryAt file: DumpPath) -> EntryPlace? {
    guard let real = file.real, let folder = real.folder.string else { return nil }
    return stored(covering: folder)?.place(folder: real.folder, name: Array(real.name))
  }

  private func stored(covering folder: String) -> StoredProfiles? {
    guard let (path, isShared) = databasePath(covering: folder) else { return nil }
    return opened.withLock { opened in
      if let known = opened[path] { return known }
      var configuration = Configuration()
      configuration.readonly = true
      let address = isShared ? IndexDatabase.immutableAddress(of: path) : path
      let stored = (try? DatabaseQueue(path: address, configuration: configuration)).map(StoredProfiles.init)
      opened[path] = .some(stored)
      return stored
    }
  }

  private func databasePath(covering folder: String) -> (path: String, isShared: Bool)? {
    if let known = databases.withLock({ $0[folder] }) { return known }
    var found: (path: String, isShared: Bool)?
    for directory in indexDirectories where found == nil {
      found = IndexLocation.databasePath(covering: folder, cacheDirectory: directory).map {
        ($0, directory == sharedDirectory)
      }
    }
    databases.withLock { $0[folder] = .some(found) }
    return found
  }

  /// A path without links and `..`; as it is where nothing is there.
  public static func realPath(_ path: String) -> String { realPath(DumpPath(path)) ?? path }

  private static func realPath(_ file: DumpPath) -> String? { file.real?.string }
}
