import Glibc

/// Waits for somebody else to change a file: an editor, `git pull`, another room.
///
/// The folder is watched (inotify(7)), since most of them put a new file in the old one's place. While the folder is not
/// there, the nearest one above it is watched, and where the file is a link, what it leads to as well. The thread sleeps in
/// `read` until the system has something to tell.
struct BookmarksWatch {
  let path: String

  /// As long as changes follow each other this closely, they are one: an editor empties a file before it writes it.
  private static let settlingInMilliseconds: Int32 = 80

  /// Calls `isChanged` after each change of the file; never returns unless the system has no watch to give.
  func run(_ isChanged: () -> Void) {
    while true {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      let watched = watches()
      var names: [Int32: String] = [:]
      for (folder, name) in watched {
        let watch = inotify_add_watch(descriptor, folder, Self.mask)
        if watch >= 0 { names[watch] = name }
      }
      guard !names.isEmpty else { return }
      // What happened before the watch stood.
      isChanged()
      guard waitForEvent(descriptor, names) else { return }
      while hasInput(descriptor, milliseconds: Self.settlingInMilliseconds) { _ = events(descriptor) }
    }
  }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Folders to watch, each with the name in it that matters.
  private func watches() -> [(folder: String, name: String)] {
    var files = [path]
    if let target = realpath(path, nil) {
      defer { free(target) }
      let real = String(cString: target)
      if real != path { files.append(real) }
    }
    return files.map { file in
      var (folder, name) = Self.split(file)
      while access(folder, F_OK) != 0, folder != "/" { (folder, name) = Self.split(folder) }
      return (folder, name)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// - Returns: `false` when no more events will come.
  private func waitForEvent(_ descriptor: Int32, _ names: [Int32: String]) -> Bool {
    while hasInput(descriptor, milliseconds: -1) {
      for event in events(descriptor) {
        // The folder itself is gone, or events were lost (watch -1).
        if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 || event.watch < 0 { return true }
        if names[event.watch] == event.name { return true }
      }
    }
    return false
  }

  private func hasInput(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&request, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0 && request.revents & Int16(POLLIN) != 0
    }
  }

  /// What the system tells, as `struct inotify_event` of inotify(7) lays it out.
  private func events(_ descriptor: Int32) -> [(watch: Int32, mask: UInt32, name: String)] {
    var events: [(watch: Int32, mask: UInt32, name: String)] = []
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      var offset = 0
      while offset + 16 <= count {
        let watch = buffer.loadUnaligned(fromByteOffset: offset, as: Int32.self)
        let mask = buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        let length = Int(buffer.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        guard offset + 16 + length <= count else { break }
        let name = buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
        events.append((watch, mask, String(decoding: name, as: UTF8.self)))
        offset += 16 + length
      }
    }
    return events
  }
}
