import Glibc

/// The bytes of a container, with random access: those of a file that is kept open, or bytes in memory.
package final class ContainerBytes: Sendable {
  private enum Storage: Sendable {
    case file(descriptor: Int32)
    case memory([UInt8])
  }

  private let storage: Storage
  package let count: Int64
  /// Distinguishes these bytes from others, including earlier ones of the same file: size, time and inode.
  package let version: SourceVersion

  package init(_ bytes: [UInt8], version: SourceVersion) {
    storage = .memory(bytes)
    count = Int64(bytes.count)
    self.version = version
  }

  /// Opens a regular file; never waits for anything else.
  package init(path: [UInt8]) throws(SourceError) {
    let descriptor = (path + [0]).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) } ?? -1
      }
    }
    guard descriptor >= 0 else { throw .unreadable(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .noFile
    }
    storage = .file(descriptor: descriptor)
    count = Int64(status.st_size)
    version = Self.version(of: status)
  }

  /// Takes ownership of a descriptor of a regular file.
  package init(owning descriptor: Int32, version: SourceVersion) throws(SourceError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .unreadable(errno: errno)
    }
    storage = .file(descriptor: descriptor)
    count = Int64(status.st_size)
    self.version = version
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  private static func version(of status: stat) -> SourceVersion {
    var bytes = LittleEndianWriter()
    bytes.write(UInt64(bitPattern: Int64(status.st_size)))
    bytes.write(UInt64(bitPattern: Int64(status.st_mtim.tv_sec)))
    bytes.write(UInt32(truncatingIfNeeded: status.st_mtim.tv_nsec))
    bytes.write(UInt64(status.st_ino))
    return SourceVersion(bytes: bytes.bytes)
  }

  /// The current version of the file: a different one once something has written to it.
  package func currentVersion() -> SourceVersion {
    guard case .file(let descriptor) = storage, !version.bytes.isEmpty else { return version }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink > 0 else { return version }
    return Self.version(of: status)
  }

  /// Reads into a buffer.
  ///
  /// - Returns: How many bytes were read: fewer than requested only at the end.
  package func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    guard offset >= 0, offset < count, let base = buffer.baseAddress else { return 0 }
    switch storage {
    case .memory(let bytes):
      let length = min(buffer.count, bytes.count - Int(offset))
      bytes.withUnsafeBytes {
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[Int(offset)...].prefix(length)))
      }
      return length
    case .file(let descriptor):
      var done = 0
      while done < buffer.count {
        let length = pread(descriptor, base + done, buffer.count - done, off_t(offset) + off_t(done))
        if length == 0 { break }
        if length < 0 {
          if errno == EINTR { continue }
          throw .unreadable(errno: errno)
        }
        done += length
      }
      return done
    }
  }

  /// The bytes from an offset on: fewer than requested only at the end.
  package func bytes(at offset: Int64, count wanted: Int) throws(SourceError) -> [UInt8] {
    let wanted = Int(min(Int64(wanted), max(0, count - max(0, offset))))
    guard wanted > 0 else { return [] }
    var failure: SourceError?
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, length in
      do throws(SourceError) {
        length = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }
}
