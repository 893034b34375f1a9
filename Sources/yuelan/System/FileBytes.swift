import ArticleLibrary
import Glibc

/// A file that could not be read or written, and why.
struct FileFailure: Error, Sendable, Hashable {
  enum Reason: Sendable, Hashable {
    /// The system's error code.
    case system(Int32)
    case library(LibraryError)
  }

  /// Empty when no file is concerned.
  var path: String
  var reason: Reason

  /// - Parameter code: The system's error code.
  init(path: String, code: Int32 = errno) {
    self.path = path
    reason = .system(code)
  }

  init(_ error: LibraryError) {
    path =
      switch error {
      case .database, .indexUnusable: "index"
      default: error.path ?? ""
      }
    reason = .library(error)
  }
}

/// Bytes of a stream, up to a limit.
struct FileBytes: Sendable {
  var bytes: [UInt8]
  /// Whether there were more bytes.
  var isCut: Bool
}

/// Reads a file, a pipe or a device; `-` has no special meaning here.
///
/// - Parameter limit: The most bytes to keep; a longer file is cut there.
func readFile(_ path: DumpPath, limit: Int = .max) throws(FileFailure) -> FileBytes {
  let descriptor = (path.bytes + [0]).withUnsafeBufferPointer { name in
    name.withMemoryRebound(to: CChar.self) { name in name.baseAddress.map { open($0, O_RDONLY | O_CLOEXEC) } ?? -1 }
  }
  guard descriptor >= 0 else { throw FileFailure(path: path.display) }
  defer { close(descriptor) }
  return try readDescriptor(descriptor, name: path.display, limit: limit)
}

func readFile(_ path: String, limit: Int = .max) throws(FileFailure) -> FileBytes {
  try readFile(DumpPath(path), limit: limit)
}

/// Reads a descriptor to its end, or to the limit.
func readDescriptor(_ descriptor: Int32, name: String, limit: Int = .max) throws(FileFailure) -> FileBytes {
  var status = stat()
  var expected = 1 << 16
  if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
    // One byte more than the size, so that the end is noticed without another buffer.
    expected = min(Int(status.st_size), limit) + 1
  }
  var bytes: [UInt8] = []
  while bytes.count <= limit {
    var code: Int32 = 0
    let wanted = min(max(expected - bytes.count, 1 << 16), limit == .max ? .max : limit + 1 - bytes.count)
    let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      let result = read(descriptor, buffer.baseAddress, buffer.count)
      count = max(0, result)
      if result < 0 { code = errno }
    }
    if code == EINTR { continue }
    if code != 0 { throw FileFailure(path: name, code: code) }
    if chunk.isEmpty { return FileBytes(bytes: bytes, isCut: false) }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
  }
  bytes.removeLast(bytes.count - limit)
  return FileBytes(bytes: bytes, isCut: true)
}

/// The bytes of an optional file; `nil` when it does not exist.
func bytesIfThere(of path: String) throws(FileFailure) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else {
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileFailure(path: path)
  }
  defer { close(descriptor) }
  return try readDescriptor(descriptor, name: path).bytes
}
