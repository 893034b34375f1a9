import CArchive

/// libarchive's reader, started at any offset: it decompresses, and splits a tar into entries.
///
/// For one thread at a time.
final class FilteredStream {
  enum Form {
    case raw, tar
  }

  /// The file's side of the reader, whose address is passed to the callbacks.
  private final class Input {
    let source: ContainerBytes
    var position: Int64
    let end: Int64
    let buffer: UnsafeMutableRawBufferPointer
    var failure: SourceError?

    init(_ source: ContainerBytes, _ range: Range<Int64>, bufferSize: Int) {
      self.source = source
      position = range.lowerBound
      end = min(range.upperBound, source.count)
      buffer = .allocate(byteCount: bufferSize, alignment: 16)
    }

    deinit { buffer.deallocate() }
  }

  private let archive: OpaquePointer
  private let input: Input

  init(_ source: ContainerBytes, _ range: Range<Int64>, form: Form, bufferSize: Int = 1 << 16) throws(SourceError) {
    guard let archive = archive_read_new() else { throw .damaged }
    self.archive = archive
    input = Input(source, range, bufferSize: bufferSize)
    // From here on `deinit` frees it, even after a failure.
    guard yuelan_archive_support(archive, form == .tar ? 1 : 0) == 0 else { throw .unsupported }
    let context = Unmanaged.passUnretained(input).toOpaque()
    archive_read_set_callback_data(archive, context)
    archive_read_set_read_callback(archive) { _, context, piece in
      guard let context, let piece else { return -1 }
      let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
      do throws(SourceError) {
        let wanted = Int(min(Int64(input.buffer.count), max(0, input.end - input.position)))
        let count = try input.source.read(at: input.position, into: .init(rebasing: input.buffer[..<wanted]))
        input.position += Int64(count)
        piece.pointee = UnsafeRawPointer(input.buffer.baseAddress)
        return count
      } catch {
        input.failure = error
        return -1
      }
    }
    archive_read_set_skip_callback(archive) { _, context, count in
      guard let context else { return 0 }
      let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
      let skipped = min(max(0, count), max(0, input.end - input.position))
      input.position += skipped
      return skipped
    }
    // Only a lack of memory fails here: the first header shows what the bytes are.
    guard archive_read_open1(archive) == ARCHIVE_OK else { throw input.failure ?? .damaged }
  }

  deinit { archive_read_free(archive) }

  /// The number of packed bytes read so far.
  var packedCount: Int64 { archive_filter_bytes(archive, -1) }
  /// The number of unpacked bytes read so far.
  var unpackedCount: Int64 { archive_filter_bytes(archive, 0) }
  /// The number of filters that unpack; uncompressed bytes have none.
  var filterCount: Int { Int(archive_filter_count(archive)) - 1 }

  enum Next {
    case entry(OpaquePointer)
    case end
    /// Nothing more can be read.
    case damaged
  }

  /// Moves to the next entry.
  func next() throws(SourceError) -> Next {
    var entry: OpaquePointer?
    for _ in 0..<16 {
      let status = archive_read_next_header(archive, &entry)
      if let failure = input.failure { throw failure }
      switch status {
      case ARCHIVE_EOF: return .end
      case ARCHIVE_OK, ARCHIVE_WARN: return entry.map { .entry($0) } ?? .damaged
      case ARCHIVE_RETRY: continue
      default: return .damaged
      }
    }
    return .damaged
  }

  /// Where the current entry begins in the unpacked bytes, including the headers before it.
  var headerPosition: Int64 { archive_read_header_position(archive) }

  /// Reads of the current entry into a buffer.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    if let failure = input.failure { throw failure }
    guard count >= 0 else { throw .damaged }
    return count
  }

  /// Reads at most this many bytes of the current entry.
  func bytes(atMost limit: Int) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count < limit {
      let count = try read(into: .init(rebasing: buffer[..<min(buffer.count, limit - bytes.count)]))
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
