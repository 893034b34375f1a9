import Glibc

/// The folders and containers that the last scan entered.
struct ArchiveLook: Sendable {
  struct Folder: Sendable {
    var path: DumpPath
    /// The names in it that matter; all when empty.
    var names: Set<[UInt8]> = []
  }

  struct Watched: Sendable {
    var folders: [Folder] = []
    /// Containers. Where folders are watched, these are too.
    var files: [DumpPath] = []
  }

  /// Grows with each look.
  var number: Int
  var began: timespec
  var watched: Watched
}
