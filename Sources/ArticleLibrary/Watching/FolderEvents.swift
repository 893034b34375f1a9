import Glibc

/// Changes in folders as the kernel reports them (inotify(7)). A waiting thread sleeps until there is an event.
struct FolderEvents: ~Copyable {
  struct Event {
    /// The folder, by the number that `watch` returned; -1 when events were lost.
    var watch: Int32
    var mask: UInt32
    /// The name in the folder; empty when the folder itself is concerned.
    var name: [UInt8]

    /// Whether the folder itself was deleted or renamed.
    var endsWatch: Bool { mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) != 0 }
    /// Whether the system lost events because its queue was full.
    var isLoss: Bool { watch < 0 || mask & UInt32(IN_Q_OVERFLOW) != 0 }
  }

  let descriptor: Int32

  /// `nil` when the system has no watch available.
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Everything that may change which files a folder contains, or their content.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Watches a folder.
  ///
  /// - Returns: Its number, the same for the same folder; `nil` with `errno` when it does not exist or no watch is
  ///   left.
  func watch(_ folder: DumpPath) -> Int32? {
    let number = folder.withCString { inotify_add_watch(descriptor, $0, Self.mask) }
    return number >= 0 ? number : nil
  }

  /// Whether there are events.
  ///
  /// - Parameter milliseconds: The longest wait; -1 without a limit.
  func hasEvents(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&request, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0 && request.revents & Int16(POLLIN) != 0
    }
  }

  /// The events, in the layout of `struct inotify_event`.
  func events() -> [Event] {
    var events: [Event] = []
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      var offset = 0
      while offset + 16 <= count {
        let watch = buffer.loadUnaligned(fromByteOffset: offset, as: Int32.self)
        let mask = buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        let length = Int(buffer.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        guard offset + 16 + length <= count else { break }
        let name = buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }
        events.append(Event(watch: watch, mask: mask, name: Array(name)))
        offset += 16 + length
      }
    }
    return events
  }
}
