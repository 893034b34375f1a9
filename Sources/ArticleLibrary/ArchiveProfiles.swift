import ArticleDump
import GRDB
import Synchronization

/// For a dump that is read on its own: the site profiles and entry locators of archives that were indexed, and which
/// archives are not cleaned.
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
    let isCleaning = !uncleaned.contains { ArchivePath.contains($0, real ?? file.display) }
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

extension ArchiveProfiles: EntryIndex {}

extension OpenSources {
  /// - Parameters:
  ///   - cacheDirectory: Where what has to be unpacked may be kept, in a folder of its own.
  ///   - indexes: Indexes that may know the locators of entries that are requested by path.
  ///   - unpacking: Told how much of a container was unpacked, 0 to 1, while an entry waits for it; `nil` at the end.
  public convenience init(
    cacheDirectory: String? = nil, indexes: ArchiveProfiles,
    unpacking: (@Sendable (_ share: Double?) -> Void)? = nil
  ) {
    self.init(cacheDirectory: cacheDirectory, index: indexes, unpacking: unpacking)
  }
}
