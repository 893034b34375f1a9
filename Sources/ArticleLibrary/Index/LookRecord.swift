import Glibc
import Text

/// The result of the last scan of all files of an archive, kept beside its index: while it is valid, a command answers
/// from the index and checks only the files that it shows.
///
/// It has a stamp of each folder, container and branch, which change when files come and go. A file that is written in
/// place changes no folder: it is checked when it is shown, and otherwise when the record has expired.
struct LookRecord: Sendable, Equatable {
  /// The longest time that a record is valid.
  static let lifetimeInSeconds: Int64 = 600
  /// A `stat` takes about a microsecond. Of more folders than these, only the first are checked.
  static let mostStamps = 4_096

  /// The index that it speaks of: a database with its `epoch`, as it was at one `generation`.
  var number: Int
  var epoch: Int64
  var generation: UInt64
  var links: LinkPolicy
  /// Seconds since 1970.
  var began: Int64
  /// The real paths of what was looked at.
  var roots: [String]
  var stamps: [PathStamp]

  /// Whether it is of all of these archives.
  func covers(_ paths: [String]) -> Bool {
    paths.allSatisfy { path in roots.contains { ArchivePath.contains($0, path) } }
  }

  func isCurrent(at now: Int64) -> Bool { (0..<Self.lifetimeInSeconds).contains(now - began) }

  // MARK: The file

  private static let magic = Array("yuelan look 1\n".utf8)
  private static let largestInBytes = 4 << 20

  private static func path(in folder: String) -> String { folder + "/looked" }

  /// The record of an index's folder; `nil` where there is none, or no whole one.
  static func read(in folder: String) -> LookRecord? {
    let content = try? RegularFile.read(DumpPath(path(in: folder)), atMost: largestInBytes)
    return content.flatMap { LookRecord(encoded: $0.bytes) }
  }

  /// Replaces the former record. It is not synced: what a crash leaves of it is known by its hash,
  /// and the next command looks at everything.
  func write(in folder: String) {
    let path = Self.path(in: folder)
    let temporary = path + ".new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return Self.remove(in: folder) }
    let bytes = encoded()
    let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return Self.remove(in: folder)
    }
  }

  static func remove(in folder: String) { unlink(path(in: folder)) }

  func encoded() -> [UInt8] {
    var bytes = Self.magic
    func add(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    func add(_ text: [UInt8]) {
      add(UInt64(text.count))
      bytes += text
    }
    add(UInt64(number))
    add(UInt64(bitPattern: epoch))
    add(generation)
    add(Array(links.rawValue.utf8))
    add(UInt64(bitPattern: began))
    add(UInt64(roots.count))
    for root in roots { add(Array(root.utf8)) }
    add(UInt64(stamps.count))
    for stamp in stamps {
      add(stamp.path.bytes)
      add(stamp.value)
    }
    add(StableHash.hash(bytes))
    return bytes
  }

  init?(encoded bytes: [UInt8]) {
    var reader = Reader(bytes: bytes[...])
    guard bytes.count >= Self.magic.count + 8, reader.bytes(Self.magic.count) == Self.magic else { return nil }
    var tail = Reader(bytes: bytes.suffix(8))
    guard tail.number() == StableHash.hash(bytes.dropLast(8)) else { return nil }
    guard let number = reader.number(), let epoch = reader.number(), let generation = reader.number(),
      let links = reader.text().flatMap({ LinkPolicy(rawValue: String(decoding: $0, as: UTF8.self)) }),
      let began = reader.number(), let rootCount = reader.number(), rootCount < bytes.count
    else { return nil }
    var roots: [String] = []
    for _ in 0..<rootCount {
      guard let root = reader.text() else { return nil }
      roots.append(String(decoding: root, as: UTF8.self))
    }
    guard let stampCount = reader.number(), stampCount <= Self.mostStamps else { return nil }
    var stamps: [PathStamp] = []
    for _ in 0..<stampCount {
      guard let path = reader.text(), let value = reader.number() else { return nil }
      stamps.append(PathStamp(path: DumpPath(bytes: path), value: value))
    }
    self.init(
      number: Int(truncatingIfNeeded: number), epoch: Int64(bitPattern: epoch), generation: generation, links: links,
      began: Int64(bitPattern: began), roots: roots, stamps: stamps)
  }

  init(
    number: Int, epoch: Int64, generation: UInt64, links: LinkPolicy, began: Int64, roots: [String],
    stamps: [PathStamp]
  ) {
    self.number = number
    self.epoch = epoch
    self.generation = generation
    self.links = links
    self.began = began
    self.roots = roots
    self.stamps = stamps
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func bytes(_ count: Int) -> [UInt8]? {
      guard count >= 0, count <= bytes.count else { return nil }
      defer { bytes = bytes.dropFirst(count) }
      return Array(bytes.prefix(count))
    }

    mutating func number() -> UInt64? {
      bytes(8).map { $0.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    }

    mutating func text() -> [UInt8]? {
      number().flatMap { Int(exactly: $0) }.flatMap { bytes($0) }
    }
  }
}
