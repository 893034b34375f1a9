import Glibc

/// Waiting for a lock that another process may hold, never without a limit.
///
/// The locks are `flock(2)` locks: the kernel releases them when a process ends, however it ends.
enum FileLock {
  /// How long a change to the reader's own files waits for its turn. Turns last milliseconds; a process that holds a
  /// lock longer than this has been stopped, or will not release it.
  static let patienceInMilliseconds = 5_000

  /// Takes an open file's lock.
  ///
  /// - Returns: Whether it could be acquired within the time.
  /// - Throws: `unwritable` if the file system has no locks.
  static func acquire(
    _ descriptor: Int32, of path: String, withinMilliseconds limit: Int = patienceInMilliseconds
  ) throws(LibraryError) -> Bool {
    let end = MonotonicClock.nowInMilliseconds + UInt64(limit)
    // Short at first, since most turns are short; never so long that a person would notice the delay.
    var pauseInMilliseconds: UInt32 = 1
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EWOULDBLOCK:
        guard MonotonicClock.nowInMilliseconds < end else { return false }
        usleep(pauseInMilliseconds * 1_000)
        pauseInMilliseconds = min(20, pauseInMilliseconds * 2)
      case EINTR: continue
      default: throw .unwritable(path: path, errno: errno)
      }
    }
    return true
  }

  /// Runs `body` while a lock file is held.
  ///
  /// - Throws: `locked` if another process holds it for too long, `unwritable`.
  static func holding<Value>(_ path: String, _ body: () throws(LibraryError) -> Value) throws(LibraryError) -> Value {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, errno: errno) }
    defer { close(descriptor) }
    guard try acquire(descriptor, of: path) else { throw .locked(path: path) }
    return try body()
  }
}
