import Glibc
import Synchronization

/// Records on disk which files are being parsed: a file still recorded after the process has gone may have ended it.
///
/// There is one file for each open library, beside its index, with a slot for each thread. It is mapped into memory and
/// shared, so that recording a path and removing it again are a few stores, without a system call; nothing is synced,
/// since the kernel keeps the pages of a file when a process dies. (SQLite maps the file that coordinates its log in
/// the same way: where one is impossible, so is the other.) The journal is locked (`flock(2)`) as long as its process
/// lives: one that can be locked belongs to a dead process. If it cannot be kept (no folder, no room), files are parsed
/// all the same.
final class ParsingJournal: Sendable {
  private static let prefix = "parsing."
  /// `PATH_MAX`, plus two bytes for the path's length, which is 0 in a free slot; a longer path is not recorded.
  private static let slotSizeInBytes = 4_098
  private static let slotCount = 32
  private static var sizeInBytes: Int { slotSizeInBytes * slotCount }

  /// The file in memory.
  ///
  /// Sendable: a slot is written only by the thread that has removed its number from `State.free`, and the mapping
  /// remains until the journal, which every `naming` retains, is released.
  private struct Mapping: @unchecked Sendable {
    let start: UnsafeMutableRawPointer

    func path(inSlot slot: Int) -> UnsafeMutableRawPointer { start + slot * slotSizeInBytes + 2 }

    /// Slots begin at even addresses, since pages do.
    func setLength(_ length: UInt16, inSlot slot: Int) {
      let place = (start + slot * slotSizeInBytes).assumingMemoryBound(to: Atomic<UInt16>.self)
      // Whoever reads the length afterwards also reads the path.
      place.pointee.store(length.littleEndian, ordering: .releasing)
    }
  }

  private struct Open {
    let descriptor: Int32
    let path: String
    let mapping: Mapping
  }

  private enum Status {
    /// No file has been parsed yet.
    case unopened
    case open(Open)
    /// It cannot be kept.
    case impossible
  }

  private struct State {
    var status = Status.unopened
    var free = Array(0..<ParsingJournal.slotCount)
  }

  private let folder: String?
  private let state = Mutex(State())

  /// - Parameter folder: Where the index is kept; with nil, nothing is recorded.
  init(folder: String?) { self.folder = folder }

  deinit {
    guard case .open(let open) = state.withLock({ $0.status }) else { return }
    unlink(open.path)
    munmap(open.mapping.start, Self.sizeInBytes)
    close(open.descriptor)
  }

  /// Parses a file while the journal records it.
  func naming<Value, Failure>(_ file: DumpPath, _ parse: () throws(Failure) -> Value) throws(Failure) -> Value {
    guard let place = begin(file) else { return try parse() }
    defer { end(place) }
    return try parse()
  }

  private func begin(_ file: DumpPath) -> (mapping: Mapping, slot: Int)? {
    guard folder != nil, file.bytes.count <= Self.slotSizeInBytes - 2 else { return nil }
    let place = state.withLock { state -> (Mapping, Int)? in
      if case .unopened = state.status { state.status = make().map(Status.open) ?? .impossible }
      guard case .open(let open) = state.status, let slot = state.free.popLast() else { return nil }
      return (open.mapping, slot)
    }
    guard let (mapping, slot) = place else { return nil }
    mapping.path(inSlot: slot).copyMemory(from: file.bytes, byteCount: file.bytes.count)
    mapping.setLength(UInt16(file.bytes.count), inSlot: slot)
    return (mapping, slot)
  }

  private func end(_ place: (mapping: Mapping, slot: Int)) {
    place.mapping.setLength(0, inSlot: place.slot)
    state.withLock { $0.free.append(place.slot) }
  }

  private func make() -> Open? {
    guard let folder else { return nil }
    var name = Array((folder + "/" + Self.prefix + "XXXXXX").utf8CString)
    let descriptor = name.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
    guard descriptor >= 0 else { return nil }
    // A child that inherited it would hold the lock after this process is gone.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Its space is allocated in advance, so that recording a file never fails for lack of space.
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0, posix_fallocate(descriptor, 0, off_t(Self.sizeInBytes)) == 0,
      let start = mmap(nil, Self.sizeInBytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), start != MAP_FAILED
    {
      return Open(descriptor: descriptor, path: path, mapping: Mapping(start: start))
    }
    unlink(path)
    close(descriptor)
    return nil
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
