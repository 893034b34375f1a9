import Glibc

/// Waits for another program to change a file of the reader's: an editor, `git pull`, another room.
///
/// The folder is watched, since most of them put a new file in the old one's place. While the folder is not there, the
/// nearest one above it is watched, and where the file is a link, what it leads to as well.
public struct FileWatch: Sendable {
  /// The file; it need not exist.
  public let path: String

  /// Creates a watch; ``run(_:)`` starts it.
  public init(path: String) { self.path = path }

  /// As long as changes follow each other this closely, they are one: an editor empties a file before it writes it.
  private static let settlingInMilliseconds: Int32 = 80

  /// Calls `isChanged` after each change of the file; never returns unless the system has no watch to give.
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

  /// Folders to watch, each with the name in it that matters.
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
  /// The nearest folder above it that is there, and the name in it that leads to it.
  var nearestFolder: (folder: DumpPath, name: [UInt8]) {
    var place = (folder: folder, name: Array(name))
    while place.folder.bytes.count > 1, place.folder.withCString({ access($0, F_OK) }) != 0 {
      place = (place.folder.folder, Array(place.folder.name))
    }
    return place
  }
}
