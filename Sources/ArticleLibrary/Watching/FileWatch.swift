import Glibc

/// Waits for another program to change one of the reader's files: an editor, `git pull`, another room.
///
/// The folder is watched, since most programs replace the old file with a new one. While the folder does not exist, the
/// nearest one above it is watched; if the file is a link, its target is watched as well.
public struct FileWatch: Sendable {
  /// The file; it need not exist.
  public let path: String

  /// Creates a watch; ``run(_:)`` starts it.
  public init(path: String) { self.path = path }

  /// Changes that follow each other within this time count as one: an editor empties a file before it writes it.
  private static let settlingInMilliseconds: Int32 = 80

  /// Calls `isChanged` after each change of the file; returns only if the system has no watch available.
  public func run(_ isChanged: () -> Void) {
    while true {
      guard let events = FolderEvents() else { return }
      var names: [Int32: [UInt8]] = [:]
      for (folder, name) in watched() {
        if let watch = events.watch(folder) { names[watch] = name }
      }
      guard !names.isEmpty else { return }
      // Changes before the watch existed.
      isChanged()
      guard waitForChange(events, names) else { return }
      while events.hasEvents(milliseconds: Self.settlingInMilliseconds) { _ = events.events() }
    }
  }

  /// The folders to watch, each with the name in it that matters.
  private func watched() -> [(folder: DumpPath, name: [UInt8])] {
    let real = ArchiveProfiles.realPath(path)
    return (real == path ? [path] : [path, real]).map { DumpPath($0).nearestFolder }
  }

  /// - Returns: `false` when no more events will come.
  private func waitForChange(_ events: borrowing FolderEvents, _ names: [Int32: [UInt8]]) -> Bool {
    while events.hasEvents(milliseconds: -1) {
      for event in events.events() where event.endsWatch || event.isLoss || names[event.watch] == event.name {
        return true
      }
    }
    return false
  }
}

extension DumpPath {
  /// The nearest existing folder above it, and the name in it that leads to it.
  var nearestFolder: (folder: DumpPath, name: [UInt8]) {
    var place = (folder: folder, name: Array(name))
    while place.folder.bytes.count > 1, place.folder.withCString({ access($0, F_OK) }) != 0 {
      place = (place.folder.folder, Array(place.folder.name))
    }
    return place
  }
}
