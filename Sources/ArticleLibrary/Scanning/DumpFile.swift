import Glibc

/// Reading a dump without trusting what stands at its path.
public enum DumpFile {
  public struct Content: Sendable {
    public var bytes: [UInt8]
    /// The size of the whole file; larger than `bytes.count` when only a part was read.
    public var fileSizeInBytes: Int
    public var isCut: Bool { bytes.count < fileSizeInBytes }
  }

  /// Reads the first bytes of a regular file. Pipes, sockets and devices are neither opened for long nor waited on.
  ///
  /// - Throws: `notRegular`, `unreadable`.
  public static func read(_ path: DumpPath, atMost limit: Int) throws(LibraryError) -> Content {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else {
      // A socket cannot be opened; a pipe or a device can, and is told by its status below.
      if errno == ENXIO || errno == ENODEV { throw .notRegular(path: path.display) }
      throw .unreadable(path: path.display, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path.display, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path.display) }
    let size = Int(status.st_size)
    // One byte more than it should be tells a file that grew; /proc's files have no size at all.
    let wanted = min(limit, max(size + 1, 4096))
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      count = 0
      while count < wanted {
        let part = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, wanted - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { failure = errno }
        if part <= 0 { break }
        count += part
      }
    }
    guard failure == 0 else { throw .unreadable(path: path.display, errno: failure) }
    return Content(bytes: bytes, fileSizeInBytes: bytes.count < wanted ? bytes.count : max(size, bytes.count))
  }
}
