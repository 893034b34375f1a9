import Glibc

/// The only way in which a dump is read: the scanner, every command and the room use it, and it refuses anything that
/// is not a dump.
public enum DumpFile {
  /// The bytes that were read from a dump.
  public struct Content: Sendable {
    /// From the beginning, at most as many as were requested.
    public var bytes: [UInt8]
    /// The size of the whole file; larger than `bytes.count` if only a part was read. The size of a stream is unknown;
    /// it is set to one more than was read.
    public var fileSizeInBytes: Int
    /// Whether the file continues after `bytes`.
    public var isCut: Bool { bytes.count < fileSizeInBytes }
  }

  /// Reads the first bytes of a file that may be a dump.
  ///
  /// - Parameters:
  ///   - allowsStreams: Whether a descriptor of this process, such as the one from the shell's `<(…)`, may be a pipe.
  ///   - isExamined: Whether the caller has just examined the file: it is a regular one.
  ///   - entry: Reads what is at a path that is not a file; `nil` if nothing is there.
  /// - Throws: `notADump` for anything but a regular file, and for files of other formats by their first bytes;
  ///   `unreadable`.
  static func read(
    file path: DumpPath, atMost limit: Int, allowsStreams: Bool = false, isExamined: Bool = false,
    entry: () throws(LibraryError) -> Content?
  ) throws(LibraryError) -> Content {
    let isStream = allowsStreams && isDescriptor(path)
    // Examined before it is opened, because opening alone makes some devices act.
    if !isStream, !isExamined, let kind = kind(at: path) { throw .notADump(path: path.display, kind) }
    // A pipe must be waited for: non-blocking, it would be empty before its writer began.
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (isStream ? 0 : O_NONBLOCK)
    let descriptor = path.withCString { open($0, flags) }
    guard descriptor >= 0 else {
      // A socket cannot be opened; a pipe or a device can, and its status is checked below.
      if errno == ENXIO || errno == ENODEV { throw .notADump(path: path.display, kind(at: path) ?? .socket) }
      let code = errno
      if code == ENOTDIR || code == ENOENT || code == ENAMETOOLONG, let content = try entry() { return content }
      throw .unreadable(path: path.display, errno: code)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path.display, errno: errno) }
    if let kind = kind(of: status), !(isStream && kind != .folder) {
      throw .notADump(path: path.display, kind)
    }
    if status.st_mode & S_IFMT == S_IFREG, isMadeByTheKernel(status) {
      throw .notADump(path: path.display, .systemFile)
    }
    return try content(
      of: descriptor, name: path.display, atMost: limit, status, format: { ForeignKind.named(byFirst: $0) })
  }

  /// Reads a descriptor that this process inherited, such as standard input.
  public static func read(descriptor: Int32, name: String, atMost limit: Int) throws(LibraryError) -> Content {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: name, errno: errno) }
    if kind(of: status) == .folder { throw .notADump(path: name, .folder) }
    return try content(of: descriptor, name: name, atMost: limit, status, format: { ForeignKind.named(byFirst: $0) })
  }

  /// - Parameter format: Recognizes the format of a file by its first bytes, if it is to be refused.
  fileprivate static func content(
    of descriptor: Int32, name: String, atMost limit: Int, _ status: stat, format: ([UInt8]) -> ForeignKind?
  ) throws(LibraryError) -> Content {
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    let size = isRegular ? Int(status.st_size) : 0
    // One byte more than expected reveals a file that grew, and a stream that continues.
    let wanted = isRegular ? min(limit, max(size + 1, 4096)) : limit + 1
    var bytes: [UInt8] = []
    var isChecked = false
    while bytes.count < wanted {
      var failure: Int32 = 0
      // A stream's length is unknown, so it is read in growing parts.
      let room = min(wanted - bytes.count, isRegular && isChecked ? wanted : max(1 << 16, bytes.count))
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, result)
        if result < 0 { failure = errno }
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw .unreadable(path: name, errno: failure) }
      if part.isEmpty { break }
      if bytes.isEmpty {
        bytes = part
        if room < wanted { bytes.reserveCapacity(isRegular ? wanted : 0) }
      } else {
        bytes += part
      }
      if !isChecked, bytes.count >= ForeignKind.headSizeInBytes {
        isChecked = true
        if let kind = format(bytes) { throw .notADump(path: name, kind) }
      }
      // It has the size that it should have, and there was room for more.
      if isRegular, bytes.count == size, part.count < room { break }
    }
    if !isChecked, let kind = format(bytes) { throw .notADump(path: name, kind) }
    if isRegular {
      return Content(bytes: bytes, fileSizeInBytes: bytes.count < wanted ? bytes.count : max(size, bytes.count))
    }
    let isCut = bytes.count > limit
    if isCut { bytes.removeLast(bytes.count - limit) }
    return Content(bytes: bytes, fileSizeInBytes: isCut ? limit + 1 : bytes.count)
  }

  // MARK: What is at a path

  /// What a path leads to, if it is not a regular file.
  static func kind(at path: DumpPath) -> ForeignKind? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return kind(of: status)
  }

  static func kind(of status: stat) -> ForeignKind? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    default: .device
    }
  }

  /// Whether a path is a descriptor of this process: `/dev/fd/63` of `<(…)`, `/dev/stdin`.
  private static func isDescriptor(_ path: DumpPath) -> Bool {
    let text = String(decoding: path.bytes, as: UTF8.self)
    if text == "/dev/stdin" { return true }
    return ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"].contains { folder in
      text.hasPrefix(folder) && text.utf8.count > folder.utf8.count
        && text.utf8.dropFirst(folder.utf8.count).allSatisfy { 0x30...0x39 ~= $0 }
    }
  }

  /// The devices of file systems whose files the kernel generates as they are read; if none is mounted, the path is on
  /// the root's device.
  private static let kernelDevices: Set<UInt64> = {
    func device(_ path: String) -> UInt64? {
      var status = stat()
      return stat(path, &status) == 0 ? UInt64(status.st_dev) : nil
    }
    let places = [
      "/proc", "/sys", "/sys/kernel/debug", "/sys/kernel/tracing", "/sys/kernel/security", "/sys/kernel/config",
      "/sys/fs/cgroup", "/sys/fs/bpf", "/sys/fs/pstore",
    ]
    return Set(places.compactMap(device)).subtracting([device("/"), device("/sys/..")].compactMap { $0 })
  }()

  private static func isMadeByTheKernel(_ status: stat) -> Bool { kernelDevices.contains(UInt64(status.st_dev)) }
}

/// Reading files of the program's and of the user's that are not dumps.
enum RegularFile {
  /// - Throws: `notRegular`, `unreadable`.
  static func read(_ path: DumpPath, atMost limit: Int) throws(LibraryError) -> DumpFile.Content {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else {
      if errno == ENXIO || errno == ENODEV { throw .notRegular(path: path.display) }
      throw .unreadable(path: path.display, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path.display, errno: errno) }
    guard DumpFile.kind(of: status) == nil else { throw .notRegular(path: path.display) }
    return try DumpFile.content(of: descriptor, name: path.display, atMost: limit, status) { _ in nil }
  }
}
