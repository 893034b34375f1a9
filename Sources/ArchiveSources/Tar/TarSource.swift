import CArchive
import Glibc
import Text

/// An uncompressed tar: each entry is read starting at its own header.
final class TarSource: FileSource {
  let bytes: ContainerBytes
  private let limits: SourceLimits

  /// The first byte of this source's locators.
  static let mark: UInt8 = 0x51

  init(_ bytes: ContainerBytes, _ options: SourceOptions) {
    self.bytes = bytes
    limits = options.limits
  }

  /// `tar -r` and `tar -u` append.
  var repeatsPaths: Bool { true }

  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError) {
    var walk = try TarWalk(bytes, 0..<bytes.count, limits)
    var count = 0
    while let item = try walk.next() {
      count += 1
      guard count <= limits.mostEntries else {
        listing.addFault([], .tooManyEntries)
        break
      }
      switch item {
      case .failure(let fault): listing.addFault(fault.path, fault.reason)
      case .success(let header):
        do throws(SourceError) {
          let signature = try walk.signature(of: header)
          var locator = LittleEndianWriter()
          locator.write(Self.mark)
          locator.write(header.position)
          locator.write(header.size)
          let entry = SourceEntry(
            path: header.path, locator: SourceLocator(bytes: locator.bytes), sizeInBytes: header.size,
            modified: header.modified, signature: signature)
          guard body(entry) else { return }
        } catch { listing.addFault(header.path, error) }
      }
    }
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    var reader = LittleEndianReader(locator.bytes)
    guard reader.read(UInt8.self) == Self.mark else { throw .notFound }
    let position: Int64 = reader.read()
    let size: Int64 = reader.read()
    guard !reader.isExhausted, position >= 0, position < bytes.count else { throw .notFound }
    var walk = try TarWalk(bytes, position..<bytes.count, limits, bufferSize: 1 << 14)
    guard case .success(let header) = try walk.next(), header.size == size else { throw .damaged }
    let wanted = Int(min(Int64(max(0, limit)), size))
    let content = try walk.content(atMost: wanted)
    guard content.count == wanted else { throw .damaged }
    return SourceContent(bytes: content, isCut: Int64(limit) < size, sizeInBytes: size)
  }
}

/// The entries of a tar in order, compressed or not.
struct TarWalk {
  struct Header {
    var path: [UInt8]
    var size: Int64
    var modified: Int64
    /// Where the entry begins in the unpacked bytes.
    var position: Int64
  }

  struct Fault: Error {
    var path: [UInt8]
    var reason: SourceError
  }

  private let stream: FilteredStream
  private let limits: SourceLimits
  private var isAtEnd = false

  /// Larger entries are distinguished from others only by size and time.
  private static let largestHashed: Int64 = 16 << 20

  init(
    _ bytes: ContainerBytes, _ range: Range<Int64>, _ limits: SourceLimits, bufferSize: Int = 1 << 16
  ) throws(SourceError) {
    stream = try FilteredStream(bytes, range, form: .tar, bufferSize: bufferSize)
    self.limits = limits
  }

  var packedCount: Int64 { stream.packedCount }

  /// The next entry that is a file, or a fault in one; `nil` at the end.
  mutating func next() throws(SourceError) -> Result<Header, Fault>? {
    while !isAtEnd {
      switch try stream.next() {
      case .end: isAtEnd = true
      case .damaged:
        isAtEnd = true
        return .failure(Fault(path: [], reason: .damaged))
      case .entry(let entry):
        if stream.filterCount > 0, limits.isExceeded(packed: stream.packedCount, unpacked: stream.unpackedCount) {
          isAtEnd = true
          return .failure(Fault(path: [], reason: .tooLarge))
        }
        if let item = item(entry) { return item }
      }
    }
    return nil
  }

  /// `nil` for folders.
  private func item(_ entry: OpaquePointer) -> Result<Header, Fault>? {
    let name =
      archive_entry_pathname(entry).map {
        UnsafeBufferPointer(start: $0, count: strlen($0)).map { UInt8(bitPattern: $0) }
      } ?? []
    let type = archive_entry_filetype(entry)
    if type == 0o040000 { return nil }
    do throws(SourceError) {
      let path = try EntryPath.path(name, limits: limits)
      guard type == 0o100000, archive_entry_hardlink(entry) == nil else { throw .noFile }
      let size = archive_entry_size(entry)
      guard size >= 0, size <= limits.largestEntryInBytes else { throw .tooLarge }
      return .success(
        Header(path: path, size: size, modified: Int64(archive_entry_mtime(entry)), position: stream.headerPosition))
    } catch { return .failure(Fault(path: name, reason: error)) }
  }

  /// Distinguishes the current entry's bytes from others: a tar has no checksum of them. Reads the entry.
  func signature(of header: Header) throws(SourceError) -> UInt64 {
    var fingerprint = FNV1a()
    fingerprint.add(number: header.size)
    guard header.size <= Self.largestHashed else {
      fingerprint.add(number: header.modified)
      return fingerprint.value
    }
    var sum = CRC32()
    var count: Int64 = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 15, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let length = try stream.read(into: buffer)
      guard length > 0 else { break }
      sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
      count += Int64(length)
    }
    guard count == header.size else { throw .damaged }
    fingerprint.add(number: sum.value)
    return fingerprint.value
  }

  func content(atMost limit: Int) throws(SourceError) -> [UInt8] { try stream.bytes(atMost: limit) }
}

/// A compressed tar from its beginning to its end.
struct TarStream: EntryStream {
  private var walk: TarWalk

  init(_ bytes: ContainerBytes, _ options: SourceOptions) throws(SourceError) {
    walk = try TarWalk(bytes, 0..<bytes.count, options.limits)
  }

  var progress: Int64 { walk.packedCount }

  mutating func next() throws(SourceError) -> StreamedItem? {
    switch try walk.next() {
    case nil: return nil
    case .failure(let fault): return .fault(SourceFault(path: fault.path, reason: fault.reason))
    case .success(let header):
      do throws(SourceError) {
        return .entry(try KeptContent.entry(header) { limit throws(SourceError) in try walk.content(atMost: limit) })
      } catch {
        return .fault(SourceFault(path: header.path, reason: error))
      }
    }
  }
}

/// How much of a stream's entries is kept.
enum KeptContent {
  /// No dump is larger.
  private static let largest = 64 << 20

  /// Reads an entry: the whole of it, unless its first bytes show that it is a picture, a program or something similar.
  static func entry(
    _ header: TarWalk.Header, read: (Int) throws(SourceError) -> [UInt8]
  ) throws(SourceError) -> StreamedEntry {
    guard header.size <= largest else { throw .tooLarge }
    var content = try read(SourceKind.headSizeInBytes)
    var signature = FNV1a()
    signature.add(number: header.size)
    let isWanted = !isForeign(content) || SourceKind.of(head: content, name: header.path) != nil
    let headCount = content.count
    if isWanted, header.size > headCount { content += try read(Int(header.size) - headCount) }
    guard content.count == (isWanted ? Int(header.size) : headCount) else { throw .damaged }
    signature.add(number: CRC32.of(content))
    if !isWanted { signature.add(number: header.modified) }
    return StreamedEntry(
      path: header.path, modified: header.modified, content: content, isCut: content.count < header.size,
      sizeInBytes: header.size, signature: signature.value)
  }

  /// Whether bytes are not text: a NUL is among the first ones, and they are not UTF-16.
  private static func isForeign(_ head: [UInt8]) -> Bool {
    let start = head.prefix(1024)
    return start.contains(0) && !start.starts(with: [0xFF, 0xFE]) && !start.starts(with: [0xFE, 0xFF])
  }
}
