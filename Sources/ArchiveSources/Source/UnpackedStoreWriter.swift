import CZlib
import Glibc

/// Writes a file of unpacked entries.
///
/// If the cache cannot be written, it writes an unlinked file, which disappears with the source.
final class UnpackedStoreWriter {
  private let version: SourceVersion
  private let limit: Int64
  private let directory: [UInt8]?
  /// The name while it is being written; `nil` for an unlinked file.
  private let unfinished: [UInt8]?
  private var descriptor: Int32
  /// zlib remembers the address.
  private let stream: UnsafeMutablePointer<z_stream>
  private var pending: [UInt8] = []
  private var written: Int64 = 0
  private var offsets: [Int64] = []

  init?(_ version: SourceVersion, _ options: SourceOptions) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard yuelan_deflate_begin(stream, 1) == Z_OK else {
      stream.deallocate()
      return nil
    }
    self.version = version
    limit = options.cacheSizeInBytes
    var opened: (descriptor: Int32, path: [UInt8])?
    if let directory = options.cacheDirectory, !version.bytes.isEmpty {
      opened = Self.create(in: directory, for: version)
    }
    if let opened {
      (directory, unfinished, descriptor) = (options.cacheDirectory, opened.path, opened.descriptor)
    } else {
      (directory, unfinished, descriptor) = (nil, nil, Self.createNameless())
    }
    pending = UnpackedStore.head(version)
    if descriptor < 0 { return nil }
  }

  deinit {
    // Not reached after `finish`, which takes the descriptor.
    if descriptor >= 0 {
      close(descriptor)
      if let unfinished { _ = UnpackedCache.withCString(unfinished) { unlink($0) } }
    }
    deflateEnd(stream)
    stream.deallocate()
  }

  private static func create(in directory: [UInt8], for version: SourceVersion) -> (Int32, [UInt8])? {
    _ = UnpackedCache.withCString(directory) { mkdir($0, 0o700) }
    let number = UInt32.random(in: .min ... .max)
    let path =
      UnpackedCache.path(of: version, in: directory) + ".\(getpid())-\(number)\(UnpackedCache.unfinishedSuffix)".utf8
    let descriptor = UnpackedCache.withCString(path) { open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    return descriptor < 0 ? nil : (descriptor, path)
  }

  private static func createNameless() -> Int32 {
    for folder in [getenv("TMPDIR").map { String(cString: $0) }, "/var/tmp", "/tmp"].compactMap(\.self) {
      var template = Array((folder + "/yuelan-XXXXXX").utf8CString)
      let descriptor = mkstemp(&template)
      if descriptor >= 0 {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        return descriptor
      }
    }
    return -1
  }

  /// - Returns: Whether it could be kept; if not, everything is abandoned.
  func append(_ item: StreamedItem) -> Bool {
    offsets.append(written + Int64(pending.count))
    var head = LittleEndianWriter()
    switch item {
    case .fault(let fault):
      head.write(fault.reason.code == 0 ? SourceError.damaged.code : fault.reason.code)
      head.write([UInt8](repeating: 0, count: 37))
      head.write(UInt32(fault.path.count))
      head.write(fault.path)
      pending += head.bytes
    case .entry(let entry):
      guard let packed = packed(entry.content) else { return false }
      head.write(UInt8(0))
      head.write(UInt8(entry.isCut ? 1 : 0))
      head.write(entry.modified)
      head.write(entry.signature)
      head.write(entry.sizeInBytes)
      head.write(UInt32(entry.content.count))
      head.write(UInt32(packed.count))
      head.write(CRC32.of(entry.content))
      head.write(UInt32(entry.path.count))
      head.write(entry.path)
      pending += head.bytes
      pending += packed
    }
    return pending.count < 1 << 20 || flush()
  }

  private func packed(_ content: [UInt8]) -> [UInt8]? {
    deflateReset(stream)
    var content = content
    let bound = Int(deflateBound(stream, UInt(content.count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      content.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(bound)
        isWhole = deflate(stream, Z_FINISH) == Z_STREAM_END
        count = bound - Int(stream.pointee.avail_out)
      }
    }
    return isWhole ? packed : nil
  }

  private func flush() -> Bool {
    guard written + Int64(pending.count) <= limit else { return false }
    var done = 0
    while done < pending.count {
      let count = pending.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + done }, pending.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    written += Int64(pending.count)
    pending.removeAll(keepingCapacity: true)
    return true
  }

  /// Completes the file and gives it its name.
  func finish() -> UnpackedStore? {
    let table = written + Int64(pending.count)
    var end = LittleEndianWriter()
    for offset in offsets { end.write(offset) }
    let sum = CRC32.of(end.bytes)
    end.write(table)
    end.write(UInt32(offsets.count))
    end.write(sum)
    pending += end.bytes
    guard flush() else { return nil }
    if let unfinished, let directory {
      let path = UnpackedCache.path(of: version, in: directory)
      let isNamed = UnpackedCache.withCString(unfinished) { old in
        UnpackedCache.withCString(path) { new in fsync(descriptor) == 0 && rename(old, new) == 0 }
      }
      guard isNamed else { return nil }
      UnpackedCache.evict(in: directory, keeping: path, to: limit)
    }
    let taken = descriptor
    descriptor = -1
    guard let bytes = try? ContainerBytes(owning: taken, version: version) else { return nil }
    return UnpackedStore(bytes, version)
  }
}
