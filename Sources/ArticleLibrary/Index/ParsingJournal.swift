import Glibc
import Synchronization

/// Records on disk which files are being parsed: a file still recorded after the process has gone may have ended it.
///
/// There is one file for each open library, beside its index, with a slot for each thread. A file is recorded by one
/// `pwrite` of its path and removed by a `pwrite` of one byte, some microseconds together; nothing is synced, since the
/// kernel keeps what was written when a process dies. The journal is locked (`flock(2)`) as long as its process lives:
/// one that can be locked belongs to a dead process. If it cannot be kept (no folder, no room), files are parsed all
/// the same.
final class ParsingJournal: Sendable {
  private static let prefix = "parsing."
  /// `PATH_MAX`, plus two bytes for the path's length; a longer path is not recorded.
  private static let slotSizeInBytes = 4_098
  private static let slotCount = 32

  private struct State {
    /// -1 before the first file is parsed, -2 if it cannot be kept.
    var descriptor: Int32 = -1
    var free = Array(0..<ParsingJournal.slotCount)
  }

  private let folder: String?
  private let path: Mutex<String?> = Mutex(nil)
  private let state = Mutex(State())

  /// - Parameter folder: Where the index is kept; with nil, nothing is recorded.
  init(folder: String?) { self.folder = folder }

  deinit {
    let descriptor = state.withLock { $0.descriptor }
    guard descriptor >= 0 else { return }
    path.withLock { if let path = $0 { _ = unlink(path) } }
    close(descriptor)
  }

  /// Parses a file while the journal records it.
  func naming<Value, Failure>(_ file: DumpPath, _ parse: () throws(Failure) -> Value) throws(Failure) -> Value {
    guard let place = begin(file) else { return try parse() }
    defer { end(place) }
    return try parse()
  }

  private func begin(_ file: DumpPath) -> (descriptor: Int32, slot: Int)? {
    guard folder != nil, file.bytes.count <= Self.slotSizeInBytes - 2 else { return nil }
    let place = state.withLock { state -> (Int32, Int)? in
      if state.descriptor == -1 { state.descriptor = make() ?? -2 }
      guard state.descriptor >= 0, let slot = state.free.popLast() else { return nil }
      return (state.descriptor, slot)
    }
    guard let (descriptor, slot) = place else { return nil }
    let length = file.bytes.count
    let record = [UInt8(length & 0xFF), UInt8(length >> 8)] + file.bytes
    _ = record.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(slot * Self.slotSizeInBytes)) }
    return (descriptor, slot)
  }

  private func end(_ place: (descriptor: Int32, slot: Int)) {
    let nothing: [UInt8] = [0, 0]
    _ = nothing.withUnsafeBytes {
      pwrite(place.descriptor, $0.baseAddress, $0.count, off_t(place.slot * Self.slotSizeInBytes))
    }
    state.withLock { $0.free.append(place.slot) }
  }

  private func make() -> Int32? {
    guard let folder else { return nil }
    var name = Array((folder + "/" + Self.prefix + "XXXXXX").utf8CString)
    let descriptor = name.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
    guard descriptor >= 0 else { return nil }
    // A child that inherited it would hold the lock after this process is gone.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Its space is allocated in advance, so that recording a file never fails for lack of space.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      posix_fallocate(descriptor, 0, off_t(Self.slotSizeInBytes * Self.slotCount)) == 0
    else {
      unlink(made)
      close(descriptor)
      return nil
    }
    path.withLock { $0 = made }
    return descriptor
  }

  // MARK: Journals of dead processes

  /// The dumps that a dead process was parsing; no other process handles them while this object exists.
  final class Leftover: Sendable {
    let files: [DumpPath]
    private let path: String
    private let descriptor: Int32

    fileprivate init(files: [DumpPath], path: String, descriptor: Int32) {
      self.files = files
      self.path = path
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Deletes it: the files that it names have been dealt with.
    func remove() { unlink(path) }
  }

  /// The journals beside an index that belong to dead processes and name files; others of dead processes are removed.
  static func leftovers(in folder: String?) -> [Leftover] {
    guard let folder, let names = try? FolderListing.names(of: folder) else { return [] }
    return names.filter { $0.hasPrefix(prefix) }.compactMap { leftover(folder + "/" + $0) }
  }

  private static func leftover(_ path: String) -> Leftover? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    let files = (0..<slotCount).compactMap { file(descriptor, slot: $0) }
    if files.isEmpty {
      unlink(path)
      close(descriptor)
      return nil
    }
    return Leftover(files: files, path: path, descriptor: descriptor)
  }

  private static func file(_ descriptor: Int32, slot: Int) -> DumpPath? {
    var record = [UInt8](repeating: 0, count: slotSizeInBytes)
    let count = record.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, $0.count, off_t(slot * slotSizeInBytes))
    }
    guard count >= 2 else { return nil }
    let length = Int(record[0]) | Int(record[1]) << 8
    guard length > 0, length + 2 <= count else { return nil }
    return DumpPath(bytes: Array(record[2..<length + 2]))
  }
}
