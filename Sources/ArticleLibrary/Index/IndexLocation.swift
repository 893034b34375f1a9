import Glibc

/// Where the index of a set of archives is kept: a folder of its own below the cache folder, named after the set.
///
/// An archive that is opened alone or as a part (`yuelan archive/rfi`) uses the index of the whole if there is one.
struct IndexLocation: Sendable, Hashable {
  /// The real paths of the set, sorted, none inside another.
  var roots: [String]
  /// The folder of the index; `nil` keeps it in memory.
  var folder: String?

  var databasePath: String? { folder.map { $0 + "/index.sqlite" } }
  var lockPath: String? { folder.map { $0 + "/lock" } }

  private static let prefix = "index-"

  /// Chooses the index for these paths: their own, or one that covers them all, or a new one.
  static func choose(realPaths: [String], cacheDirectory: String?) -> IndexLocation {
    let roots = outermost(realPaths)
    guard let cacheDirectory, !roots.allSatisfy({ !isFolder($0) }) else { return IndexLocation(roots: roots) }
    let own = folder(for: roots, in: cacheDirectory)
    if !isFolder(own), roots.allSatisfy(isFolder) {
      for name in (try? FolderListing.names(of: cacheDirectory)) ?? [] where name.hasPrefix(prefix) {
        let other = cacheDirectory + "/" + name
        let otherRoots = recordedRoots(in: other)
        if !otherRoots.isEmpty, folder(for: otherRoots, in: cacheDirectory) == other,
          roots.allSatisfy({ root in otherRoots.contains { contains($0, root) } })
        {
          return IndexLocation(roots: otherRoots, folder: other)
        }
      }
    }
    return IndexLocation(roots: roots, folder: own)
  }

  /// Makes the folder with the note of its roots.
  func make() throws(LibraryError) {
    guard let folder else { return }
    try PrivateFiles.makeFolder(folder)
    let path = folder + "/roots"
    let text = Array(roots.joined(separator: "\0").utf8)
    if Self.recordedRoots(in: folder) != roots { try AtomicFile.replace(path, with: text, mark: ".\(getpid())") }
  }

  private static func folder(for roots: [String], in cacheDirectory: String) -> String {
    var hash = StableHash()
    for root in roots {
      hash.combine(root.utf8)
      hash.combine(0)
    }
    let digits = String(hash.value, radix: 16)
    return cacheDirectory + "/" + prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func recordedRoots(in folder: String) -> [String] {
    guard let bytes = try? DumpFile.read(DumpPath(folder + "/roots"), atMost: 1 << 20).bytes,
      let text = String(validating: bytes, as: UTF8.self)
    else { return [] }
    return text.split(separator: "\0").map(String.init)
  }

  static func outermost(_ paths: [String]) -> [String] {
    Set(paths).sorted().reduce(into: []) { kept, path in
      if !kept.contains(where: { contains($0, path) }) { kept.append(path) }
    }
  }

  static func contains(_ root: String, _ path: String) -> Bool {
    path == root || root == "/" || path.utf8.starts(with: (root + "/").utf8)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
