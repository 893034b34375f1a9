import ArticleDump
import GRDB
import Synchronization

/// For a dump that is read alone: the site profiles and entry locators of indexed archives, and which archives are not
/// cleaned.
public final class ArchiveProfiles: Sendable {
  private let indexDirectories: [String]
  private let uncleaned: [String]
  private let opened = Mutex<[String: StoredProfiles?]>([:])
  private let databases = Mutex<[String: (path: String, isShared: Bool)?]>([:])
  private let sharedDirectory: String?

  /// - Parameters:
  ///   - cacheDirectory: Where the indexes are; `nil` if none is kept.
  ///   - sharedDirectory: Where indexes are that several people use; they take precedence over the user's own.
  ///   - uncleaned: Archives, or folders and files in them, whose pages are not cleaned.
  public init(cacheDirectory: String?, sharedDirectory: String? = nil, uncleaned: [String] = []) {
    self.sharedDirectory = sharedDirectory.map(IndexSharing.directory(in:))
    indexDirectories = [self.sharedDirectory, cacheDirectory].compactMap { $0 }
    self.uncleaned = uncleaned.map(Self.realPath)
  }

  /// The parser for a file; with `nil`, for input from elsewhere.
  public func parser(forFile file: DumpPath?) -> ArticleParser {
    guard let file else { return ArticleParser() }
    let real = Self.realPath(file)
    let isCleaning = !uncleaned.contains { ArchivePath.contains($0, real ?? file.display) }
    return ArticleParser(profile: real.flatMap(source(ofRealPath:)), isCleaning: isCleaning)
  }

  /// The profiles of the archive that contains a file; `nil` for a file outside of all indexed archives.
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

  /// A path without links and `..`; unchanged if it does not exist.
  public static func realPath(_ path: String) -> String { realPath(DumpPath(path)) ?? path }

  private static func realPath(_ file: DumpPath) -> String? { file.real?.string }
}

extension ArchiveProfiles: EntryIndex {}

extension OpenSources {
  /// - Parameters:
  ///   - cacheDirectory: Where unpacked containers may be kept, in a folder of their own.
  ///   - indexes: Indexes that may know the locators of entries that are requested by path.
  ///   - unpacking: Receives how much of a container has been unpacked, 0 to 1, while an entry waits for it; `nil` at
  ///     the end.
  public convenience init(
    cacheDirectory: String? = nil, indexes: ArchiveProfiles,
    unpacking: (@Sendable (_ share: Double?) -> Void)? = nil
  ) {
    self.init(cacheDirectory: cacheDirectory, index: indexes, unpacking: unpacking)
  }
}
