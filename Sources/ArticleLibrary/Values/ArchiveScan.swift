import Glibc

/// The folders and containers that the last scan entered.
struct ArchiveScan: Sendable {
  struct Folder: Sendable {
    var path: DumpPath
    /// The names in it that matter; all if this is empty.
    var names: Set<[UInt8]> = []
  }

  struct Watched: Sendable {
    var folders: [Folder] = []
    /// Containers. They are watched wherever folders are.
    var files: [DumpPath] = []
    /// The folders, containers and branches as they were found, in no particular order.
    var stamps: [PathStamp] = []
    /// Whether one of them may have changed after it was found without getting another date.
    var isUnsettled = false

    mutating func add(_ path: DumpPath, began: timespec) {
      var status = stat()
      guard path.withCString({ stat($0, &status) }) == 0 else { return stamps.append(PathStamp(path: path, nil)) }
      add(path, status, began: began)
    }

    mutating func add(_ path: DumpPath, _ status: stat, began: timespec) {
      stamps.append(PathStamp(path: path, status))
      if PathStamp.isUnsettled(status, before: began) { isUnsettled = true }
    }
  }

  /// Increases with each scan.
  var number: Int
  var began: timespec
  var watched: Watched

  /// Shows later whether files have been added or removed since; `nil` if nothing can.
  var stamps: [PathStamp]? { watched.isUnsettled ? nil : watched.stamps }
}
