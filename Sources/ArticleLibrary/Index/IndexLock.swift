import Glibc
import Synchronization

/// The lock of a process that makes or updates an index, with a report of its progress.
///
/// The kernel releases the lock when the process ends, however it ends; the next one continues where the index ends.
final class IndexLock: Sendable {
  enum Outcome: Equatable {
    case acquired
    /// Another process holds it.
    case busy
    /// A lock is not possible here: other processes cannot see this one's progress.
    case impossible(errno: Int32)
  }

  /// The report of the process that holds the lock.
  struct Report: Equatable {
    var process: Int32
    /// Increases while it works.
    var beat: UInt64
    var update: LibraryUpdate?
  }

  /// `nil` for an index in memory, which no other process sees.
  private let path: String?
  private struct Held {
    var descriptor: Int32?
    var beat: UInt64 = 0
  }
  private let held = Mutex(Held())

  /// A report always has this size, so that it is never written in part once the disk has had room for it.
  private static let reportSize = 96

  init(path: String?) { self.path = path }

  func acquire() -> Outcome {
    guard let path else { return .acquired }
    return held.withLock { held in
      if held.descriptor != nil { return .acquired }
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
      guard descriptor >= 0 else { return .impossible(errno: errno) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        held.descriptor = descriptor
        held.beat = 0
        // The report of the last process is outdated.
        Self.write("starting", Progress(done: 0, total: 0), beat: 0, to: descriptor)
        return .acquired
      }
      let code = errno
      close(descriptor)
      return code == EWOULDBLOCK || code == EINTR ? .busy : .impossible(errno: code)
    }
  }

  /// Whether another process is updating the index. Many may ask at once, since the question uses a shared lock.
  var isBusy: Bool {
    guard let path, !isHeld else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  var isHeld: Bool { held.withLock { $0.descriptor != nil } }

  func release() {
    held.withLock { held in
      if let descriptor = held.descriptor { close(descriptor) }
      held.descriptor = nil
    }
  }

  /// Records this process's progress, for those that wait.
  func report(_ update: LibraryUpdate) {
    held.withLock { held in
      guard let descriptor = held.descriptor else { return }
      held.beat += 1
      let (name, progress): (String, Progress) =
        switch update {
        case .scanning(let count): ("scanning", Progress(done: count, total: 0))
        case .heads(let progress): ("heads", progress)
        case .bodies(let progress): ("bodies", progress)
        case .following, .finished, .failed: ("ending", Progress(done: 0, total: 0))
        }
      Self.write(name, progress, beat: held.beat, to: descriptor)
    }
  }

  private static func write(_ name: String, _ progress: Progress, beat: UInt64, to descriptor: Int32) {
    let text = "\(getpid()) \(beat) \(name) \(progress.done) \(progress.total)"
    let bytes = Array(text.utf8.prefix(reportSize - 1))
    let line = bytes + [UInt8](repeating: 0x20, count: reportSize - 1 - bytes.count) + [0x0A]
    // If there is no room for it, the others wait without seeing a number.
    _ = pwrite(descriptor, line, line.count, 0)
  }

  /// The report of the process that holds the lock; `nil` if it has left none.
  func othersReport() -> Report? {
    guard let path, let bytes = try? RegularFile.read(DumpPath(path), atMost: Self.reportSize).bytes else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 5, let process = Int32(words[0]), process > 0, let beat = UInt64(words[1]),
      let done = Int(words[3]), let total = Int(words[4]), done >= 0, total >= 0
    else { return nil }
    let progress = Progress(done: done, total: total)
    let update: LibraryUpdate? =
      switch words[2] {
      case "scanning": .scanning(filesFound: done)
      case "heads": .heads(progress)
      case "bodies": .bodies(progress)
      default: nil
      }
    return Report(process: process, beat: beat, update: update)
  }
}
