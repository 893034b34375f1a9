import ArchiveSources
import Glibc

/// Questions about the paths of archives, as text without links and `..`.
enum ArchivePath {
  /// The paths that are not inside any of the others, sorted.
  static func outermost(_ paths: [String]) -> [String] {
    Set(paths).sorted().reduce(into: []) { kept, path in
      if !kept.contains(where: { contains($0, path) }) { kept.append(path) }
    }
  }

  /// Whether a path is another one or inside it.
  static func contains(_ root: String, _ path: String) -> Bool {
    path == root || root == "/" || path.utf8.starts(with: (root + "/").utf8)
  }

  /// Whether a path is one below which articles can be: a folder, a container, a repository.
  static func isArchive(_ path: String) -> Bool {
    isFolder(path) || SourceLocation.source(at: Array(path.utf8)) != nil
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
