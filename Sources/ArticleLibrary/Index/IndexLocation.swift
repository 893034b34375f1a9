import ArchiveSources
import Glibc
import Text

/// Where the index of a set of archives is kept: a separate folder below the cache folder, named after the set.
///
/// An archive that is opened alone or in part (`yuelan archive/rfi`) uses the index of the whole if there is one.
struct IndexLocation: Sendable, Hashable {
  /// The real paths of the set, sorted, none inside another.
  var roots: [String]
  /// The folder of the index; `nil` if the index is in memory.
  var folder: String?
  /// Who uses it.
  var sharing = IndexSharing.none

  var lockPath: String? { folder.map { $0 + "/lock" } }

  /// The file that holds the number of the current database; without the file it is 0.
  private var currentPath: String? { folder.map { $0 + "/current" } }

  private static let prefix = "index-"

  /// Chooses the index for these paths: their own, one that covers them all, or a new one.
  static func choose(realPaths: [String], cacheDirectory: String?) -> IndexLocation {
    let roots = ArchivePath.outermost(realPaths)
    guard let cacheDirectory, !roots.allSatisfy({ !ArchivePath.isArchive($0) }) else {
      return IndexLocation(roots: roots)
    }
    let own = folder(for: roots, in: cacheDirectory)
    if !ArchivePath.isFolder(own), roots.allSatisfy(ArchivePath.isArchive) {
      for name in (try? FolderListing.names(of: cacheDirectory)) ?? [] where name.hasPrefix(prefix) {
        let other = cacheDirectory + "/" + name
        let otherRoots = recordedRoots(in: other)
        if !otherRoots.isEmpty, folder(for: otherRoots, in: cacheDirectory) == other,
          roots.allSatisfy({ root in otherRoots.contains { ArchivePath.contains($0, root) } })
        {
          return IndexLocation(roots: otherRoots, folder: other)
        }
      }
    }
    return IndexLocation(roots: roots, folder: own)
  }

  /// The database of the existing index whose archives contain a folder; the most specific one.
  static func databasePath(covering folder: String, cacheDirectory: String) -> String? {
    var best: (path: String, root: String)?
    for name in (try? FolderListing.names(of: cacheDirectory)) ?? [] where name.hasPrefix(prefix) {
      let index = cacheDirectory + "/" + name
      for root in recordedRoots(in: index)
      where ArchivePath.contains(root, folder) && root.utf8.count > best?.root.utf8.count ?? -1 {
        let location = IndexLocation(roots: [root], folder: index)
        if let path = location.databasePath(location.currentNumber) { best = (path, root) }
      }
    }
    return best?.path
  }

  /// The archive that has an index and contains a file; the innermost one.
  static func root(holding path: String, cacheDirectory: String) -> String? {
    let names = (try? FolderListing.names(of: cacheDirectory)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.flatMap { recordedRoots(in: cacheDirectory + "/" + $0) }
      .filter { $0 != path && ArchivePath.contains($0, path) && ArchivePath.isArchive($0) }.max {
        $0.utf8.count < $1.utf8.count
      }
  }

  /// Makes the folder, with a file that lists its roots.
  func make() throws(LibraryError) {
    guard let folder, sharing != .reader else { return }
    if sharing == .maker { try PrivateFiles.makeMissingFolders(folder, mode: 0o755) }
    try PrivateFiles.makeFolder(folder)
    let path = folder + "/roots"
    let text = Array(roots.joined(separator: "\0").utf8)
    if Self.recordedRoots(in: folder) != roots { try AtomicFile.replace(path, with: text, mark: ".\(getpid())") }
    letOthersRead([folder, path])
  }

  /// Lets everybody read the files of a shared index.
  func letOthersRead(_ paths: [String]) {
    guard sharing == .maker else { return }
    for path in paths { chmod(path, ArchivePath.isFolder(path) ? 0o755 : 0o644) }
  }

  /// Waits, for two seconds at most, while another process opens the index.
  ///
  /// - Returns: A descriptor to be closed when the index is open; `nil` where folders cannot be locked.
  func awaitTurn() -> Int32? {
    guard let folder, case let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), descriptor >= 0 else {
      return nil
    }
    if (try? FileLock.acquire(descriptor, of: folder, withinMilliseconds: 2_000)) == true { return descriptor }
    close(descriptor)
    return nil
  }

  // MARK: Databases

  // A rebuilt index is written beside the existing one, under the next number, and takes effect when `current` names
  // it. Each has its own log and shared memory, so that no reader ever sees two of them mixed.

  /// The range of database numbers; a number outside of it belongs to no database.
  private static let numbers = 0..<1 << 40

  /// A database's path. The first one has the plain name.
  func databasePath(_ number: Int) -> String? {
    folder.map { $0 + (number == 0 ? "/index.sqlite" : "/index.\(number).sqlite") }
  }

  /// The number of the current database.
  var currentNumber: Int {
    guard let currentPath, let bytes = try? RegularFile.read(DumpPath(currentPath), atMost: 32).bytes else { return 0 }
    let digits = String(decoding: bytes, as: UTF8.self).prefix { $0.isASCII && $0.isNumber }
    return Int(digits).flatMap { Self.numbers.contains($0) ? $0 : nil } ?? 0
  }

  /// An unused number. The caller holds the lock.
  var nextNumber: Int {
    let known = databaseNames.compactMap { Int($0.dropFirst("index.".count).prefix { $0.isNumber }) }
    return (known.filter(Self.numbers.contains) + [currentNumber]).reduce(0, max) + 1
  }

  /// Makes a database current, atomically. The caller holds the lock.
  func makeCurrent(_ number: Int) throws(LibraryError) {
    guard let currentPath else { return }
    if number == 0 { unlink(currentPath) } else { try AtomicFile.replace(currentPath, with: Array("\(number)\n".utf8)) }
    letOthersRead([currentPath])
  }

  /// Deletes a database with its log; processes that have it open continue to read it.
  func removeDatabase(_ number: Int) {
    guard let path = databasePath(number) else { return }
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Deletes databases that others began and did not finish, and outdated ones. The caller holds the lock.
  func removeDatabases(but number: Int) {
    guard let folder, let kept = databasePath(number)?.split(separator: "/").last else { return }
    for name in databaseNames where !name.hasPrefix(kept) { unlink(folder + "/" + name) }
  }

  private var databaseNames: [String] {
    folder.flatMap { try? FolderListing.names(of: $0) }?.filter { $0.hasPrefix("index.") } ?? []
  }

  // MARK: Folders

  static func folder(for roots: [String], in cacheDirectory: String) -> String {
    var hash = StableHash()
    for root in roots {
      hash.combine(root.utf8)
      hash.combine(0)
    }
    let digits = String(hash.value, radix: 16)
    return cacheDirectory + "/" + prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func recordedRoots(in folder: String) -> [String] {
    guard let bytes = try? RegularFile.read(DumpPath(folder + "/roots"), atMost: 1 << 20).bytes,
      let text = String(validating: bytes, as: UTF8.self)
    else { return [] }
    return text.split(separator: "\0").map(String.init)
  }
}
