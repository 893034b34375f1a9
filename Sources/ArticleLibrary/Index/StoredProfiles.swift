import ArchiveSources
import ArticleDump
import Foundation
import GRDB
import Glibc
import Synchronization

/// The site profiles in an index, each read when it is first needed.
final class StoredProfiles: Sendable {
  /// The most profiles that are held; a page needs one.
  private static let mostHeld = 64

  private let reader: any DatabaseReader
  private let held = Mutex<[String: SiteProfile?]>([:])

  init(_ reader: any DatabaseReader) { self.reader = reader }

  /// Read by one thread at a time, with one connection: opening another would take longer than waiting for it.
  func profile(of site: String) -> SiteProfile? {
    held.withLock { held in
      if let known = held[site] { return known }
      // If the cache cannot be read, the page is read on its own.
      var bytes: [UInt8]?
      try? reader.read { db in
        try RawStatement(db, "SELECT bytes FROM profiles WHERE site = ?").forEach(texts: site) { bytes = $0.blob(0) }
      }
      let profile = bytes.flatMap { SiteProfile(serialized: $0) }
      if held.count >= Self.mostHeld { held.removeAll() }
      held[site] = .some(profile)
      return profile
    }
  }

  /// - Parameter folder: The real folder of the file that is read, which identifies the site of pages without an
  ///   address.
  func source(folder: String?) -> ArticleParser.ProfileSource {
    { [self] site in
      guard site.utf8.last == UInt8(ascii: "/") else { return profile(of: site) }
      return profile(of: folder.map { $0 + "/" } ?? site)
    }
  }

  static let placeSQL = """
    SELECT c.path, c.version, a.locator FROM articles a JOIN containers c ON c.id = a.container
    WHERE a.folder = (SELECT id FROM folders WHERE path = ?) AND a.name = ? AND a.container <> 0 AND a.flags & 1
    """

  /// The locator of an entry of a container; `nil` if the index does not know it.
  func place(folder: DumpPath, name: [UInt8]) -> EntryPlace? {
    let row = try? reader.read { db in
      try Row.fetchOne(db, sql: Self.placeSQL, arguments: [Data(folder.bytes), Data(name)])
    }
    guard let row, let container = row[0] as Data?, let version = row[1] as Data?, let locator = row[2] as Data? else {
      return nil
    }
    return EntryPlace(
      container: DumpPath(bytes: Array(container)), version: SourceVersion(bytes: Array(version)),
      locator: SourceLocator(bytes: Array(locator)))
  }

  /// Forgets what it has read, because the index has changed.
  func forget() { held.withLock { $0.removeAll() } }

  /// All that the index keeps.
  static func all(_ db: Database) throws -> [(site: String, profile: SiteProfile, settledCount: Int)] {
    try Row.fetchAll(db, sql: "SELECT site, bytes, settled FROM profiles").compactMap { row in
      let bytes: Data = row[1]
      return SiteProfile(serialized: Array(bytes)).map { (row[0], $0, row[2]) }
    }
  }
}
