import CZlib

/// zlib's decompressor over bytes with random access.
final class Inflater {
  enum Framing: Int32 {
    case none = -15
    case zlib = 15
    case gzip = 31
  }

  /// zlib remembers the address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let source: ContainerBytes
  /// Where the next packed bytes are read, and where they end.
  private var position: Int64
  private let end: Int64
  private let input: UnsafeMutableRawBufferPointer
  private(set) var isFinished = false
  /// Whether the packed bytes ended before the stream did.
  private(set) var isTruncated = false

  init(_ source: ContainerBytes, _ range: Range<Int64>, framing: Framing) throws(SourceError) {
    self.source = source
    position = range.lowerBound
    end = min(range.upperBound, source.count)
    // Dumps are small: more would be read for nothing.
    input = .allocate(byteCount: Int(min(1 << 16, max(64, range.upperBound - range.lowerBound))), alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // `deinit` frees what was allocated, even after a failure.
    guard yuelan_inflate_begin(stream, framing.rawValue) == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Where in the source the packed bytes end that have been needed so far.
  var packedEnd: Int64 { position - Int64(stream.pointee.avail_in) }

  /// Unpacks into a buffer.
  ///
  /// - Returns: How many bytes there are; 0 at the end, or if the packed bytes end too early.
  /// - Throws: `damaged`.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    guard !isFinished, !buffer.isEmpty else { return 0 }
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
    let wanted = stream.pointee.avail_out
    while stream.pointee.avail_out > 0, !isFinished {
      if stream.pointee.avail_in == 0 {
        let length = Int(min(Int64(input.count), end - position))
        let count = length > 0 ? try source.read(at: position, into: .init(rebasing: input[..<length])) : 0
        guard count > 0 else {
          isTruncated = true
          break
        }
        position += Int64(count)
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isFinished = true
      default: throw .damaged
      }
    }
    return Int(wanted - stream.pointee.avail_out)
  }

  /// Unpacks at most this many bytes.
  func bytes(atMost limit: Int) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    try withPieces { piece in
      bytes += piece.prefix(limit - bytes.count)
      return bytes.count < limit
    }
    return bytes
  }

  /// Unpacks piece by piece until the body has enough.
  func withPieces(_ body: (UnsafeRawBufferPointer) -> Bool) throws(SourceError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(into: buffer)
      guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }
}

/// The checksum of zip and gzip.
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    value = UInt32(truncatingIfNeeded: crc32_z(UInt(value), base.assumingMemoryBound(to: UInt8.self), bytes.count))
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    var sum = CRC32()
    bytes.withUnsafeBytes { sum.add($0) }
    return sum.value
  }
}
