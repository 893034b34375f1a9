import CZlib
import Glibc
import Text

/// Unpacked contents of containers: files in one folder, each with the entries of a container, compressed one by one.
///
/// A file is written under another name and renamed when it is complete and on disk, so that no incomplete one exists
/// under its final name. The least recently used ones are evicted first. Deleting any of them costs only time.
public enum UnpackedCache {
  static let suffix = ".unpacked"
  static let unfinishedSuffix = ".unpacking"

  /// The total size of the folder's files, in bytes.
  public static func sizeInBytes(of directory: [UInt8]) -> Int64 {
    files(in: directory).reduce(0) { $0 + $1.size }
  }

  struct File {
    var path: [UInt8]
    var size: Int64
    var used: timespec
    var isUnfinished: Bool
  }

  static func files(in directory: [UInt8]) -> [File] {
    guard let stream = withCString(directory, { opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var files: [File] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let isUnfinished = name.ends(with: unfinishedSuffix)
      guard isUnfinished || name.ends(with: suffix) else { continue }
      let path = directory + [0x2F] + name
      var status = stat()
      guard withCString(path, { lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      files.append(File(path: path, size: Int64(status.st_size), used: status.st_mtim, isUnfinished: isUnfinished))
    }
    return files
  }

  /// Deletes the least recently used files until the rest fits, and files that a dead process left incomplete.
  static func evict(in directory: [UInt8], keeping kept: [UInt8], to limit: Int64) {
    var files = files(in: directory)
    let now = time(nil)
    files.removeAll { file in
      // Unpacking never takes a day.
      guard file.isUnfinished, now - file.used.tv_sec > 86_400 else { return false }
      _ = withCString(file.path) { unlink($0) }
      return true
    }
    files.sort { ($0.used.tv_sec, $0.used.tv_nsec) < ($1.used.tv_sec, $1.used.tv_nsec) }
    var size = files.reduce(0) { $0 + $1.size }
    for file in files where size > limit && !file.isUnfinished && file.path != kept {
      if withCString(file.path, { unlink($0) }) == 0 { size -= file.size }
    }
  }

  static func withCString<Value>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    (bytes + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { buffer in
      // The buffer contains at least the NUL.
      buffer.baseAddress.map(body) ?? "".withCString(body)
    }
  }

  /// The path of the file for a version of a container.
  static func path(of version: SourceVersion, in directory: [UInt8]) -> [UInt8] {
    var fingerprint = FNV1a()
    fingerprint.add(version.bytes)
    let digits = String(fingerprint.value, radix: 16)
    return directory + [0x2F] + String(repeating: "0", count: 16 - digits.utf8.count).utf8 + digits.utf8 + suffix.utf8
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: String) -> Bool { self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
}

/// A complete file of unpacked entries.
///
/// It consists of a head (`YUELANUP`, the format's number, the container's version), the items, a table of their
/// offsets, and at the end the table's offset, the number of items and a checksum of the table. All numbers are
/// little-endian.
final class UnpackedStore: Sendable {
  static let magic = Array("YUELANUP".utf8)
  static let format: UInt32 = 1
  /// The part of an item before its path and its packed content.
  static let itemHeadSize = 42

  private let bytes: ContainerBytes
  private let table: Int64
  let count: UInt32

  /// Opens the file for a version; `nil` if there is none, or it is damaged or belongs to another version.
  static func find(_ version: SourceVersion, _ options: SourceOptions) -> UnpackedStore? {
    guard let directory = options.cacheDirectory, !version.bytes.isEmpty else { return nil }
    let path = UnpackedCache.path(of: version, in: directory)
    guard let bytes = try? ContainerBytes(path: path), let store = UnpackedStore(bytes, version) else { return nil }
    // The time shows when it was last used; a folder that cannot be written is not evicted from.
    _ = UnpackedCache.withCString(path) { utimensat(AT_FDCWD, $0, nil, 0) }
    return store
  }

  init?(_ bytes: ContainerBytes, _ version: SourceVersion) {
    self.bytes = bytes
    let head = Self.head(version)
    guard (try? bytes.bytes(at: 0, count: head.count)) == head,
      let end = try? bytes.bytes(at: bytes.count - 16, count: 16), end.count == 16
    else { return nil }
    var reader = LittleEndianReader(end)
    table = Int64(truncatingIfNeeded: reader.read(UInt64.self))
    count = reader.read()
    let sum: UInt32 = reader.read()
    guard table >= head.count, table == bytes.count - 16 - Int64(count) * 8,
      let offsets = try? bytes.bytes(at: table, count: Int(count) * 8), CRC32.of(offsets) == sum
    else { return nil }
  }

  static func head(_ version: SourceVersion) -> [UInt8] {
    var head = LittleEndianWriter()
    head.write(magic)
    head.write(format)
    head.write(UInt32(version.bytes.count))
    head.write(version.bytes)
    return head.bytes
  }

  func item(_ number: UInt32) throws(SourceError) -> StreamedItem {
    guard number < count else { throw .notFound }
    var reader = LittleEndianReader(try bytes.bytes(at: table + Int64(number) * 8, count: 8))
    return try item(at: reader.read(), hasContent: true)
  }

  /// All items, without their contents.
  func forEach(_ body: (StreamedItem) -> Bool) throws(SourceError) {
    var number: UInt32 = 0
    while number < count {
      var offsets = LittleEndianReader(try bytes.bytes(at: table + Int64(number) * 8, count: 8 * 1024))
      for _ in 0..<min(1024, count - number) {
        guard body(try item(at: offsets.read(), hasContent: false)) else { return }
        number += 1
      }
    }
  }

  private func item(at offset: Int64, hasContent: Bool) throws(SourceError) -> StreamedItem {
    // Nearly every path fits into what is read with the head.
    let window = try bytes.bytes(at: offset, count: Self.itemHeadSize + 256)
    var head = LittleEndianReader(window)
    let fault: UInt8 = head.read()
    let flags: UInt8 = head.read()
    let modified: Int64 = head.read()
    let signature: UInt64 = head.read()
    let size: Int64 = head.read()
    let unpackedSize: UInt32 = head.read()
    let packedSize: UInt32 = head.read()
    let sum: UInt32 = head.read()
    let pathLength = Int(head.read(UInt32.self))
    guard !head.isExhausted, pathLength < 1 << 20 else { throw .damaged }
    let pathStart = offset + Int64(Self.itemHeadSize)
    let path =
      pathLength <= head.rest.count
      ? Array(head.rest.prefix(pathLength)) : try bytes.bytes(at: pathStart, count: pathLength)
    if fault > 0 { return .fault(SourceFault(path: path, reason: SourceError(code: fault) ?? .damaged)) }
    var content: [UInt8] = []
    if hasContent {
      let start = pathStart + Int64(pathLength)
      content = try Inflater(bytes, start..<start + Int64(packedSize), framing: .none).bytes(atMost: Int(unpackedSize))
      guard content.count == unpackedSize, CRC32.of(content) == sum else { throw .damaged }
    }
    return .entry(
      StreamedEntry(
        path: path, modified: modified, content: content, isCut: flags & 1 != 0, sizeInBytes: size, signature: signature
      ))
  }
}

extension SourceError {
  /// A number for each fault that one entry of a stream may have; 0 for errors that are never such a fault.
  var code: UInt8 {
    switch self {
    case .damaged: 1
    case .encrypted: 2
    case .tooLarge: 3
    case .pathOutside: 4
    case .nested: 5
    case .noFile: 6
    case .tooManyEntries: 7
    case .unsupported: 8
    case .unreadable, .missingProgram, .notFound, .noRevision, .missingObject, .cancelled: 0
    }
  }

  init?(code: UInt8) {
    let known: [SourceError] = [
      .damaged, .encrypted, .tooLarge, .pathOutside, .nested, .noFile, .tooManyEntries, .unsupported,
    ]
    guard let error = known.first(where: { $0.code == code }) else { return nil }
    self = error
  }
}
