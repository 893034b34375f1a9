import ArchiveSources
import Glibc
import Text

/// The result of the last scan of all files of an archive, kept beside its index: while it is valid, a command answers
/// from the index and checks only the files that it shows.
///
/// It has a stamp of each folder, container and branch, which change when files are added or removed. A file that is
/// written in place changes no folder: it is checked when it is shown, and otherwise when the record has expired.
struct ScanRecord: Sendable, Equatable {
  /// The longest time that a record is valid.
  static let lifetimeInSeconds: Int64 = 600
  /// A `stat` takes about a microsecond. If there are more folders than this, only the first ones are checked.
  static let mostStamps = 4_096

  /// The index that it describes: a database with its `epoch`, as it was at one `generation`.
  var number: Int
  var epoch: Int64
  var generation: UInt64
  var links: LinkPolicy
  /// Seconds since 1970.
  var began: Int64
  /// The real paths that were scanned.
  var roots: [String]
  var stamps: [PathStamp]

  /// Whether it covers all of these archives.
  func covers(_ paths: [String]) -> Bool {
    paths.allSatisfy { path in roots.contains { ArchivePath.contains($0, path) } }
  }

  func isCurrent(at now: Int64) -> Bool { (0..<Self.lifetimeInSeconds).contains(now - began) }

  // MARK: The file

  private static let magic = Array("yuelan look 2\n".utf8)
  private static let largestInBytes = 4 << 20

  private static func path(in folder: String) -> String { folder + "/looked" }

  /// The record in an index's folder; `nil` if there is none, or it is incomplete.
  static func read(in folder: String) -> ScanRecord? {
    let content = try? RegularFile.read(DumpPath(path(in: folder)), atMost: largestInBytes)
    return content.flatMap { ScanRecord(encoded: $0.bytes) }
  }

  /// Replaces the former record. It is not synced: its hash detects what a crash leaves, and then the next command
  /// checks everything.
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
    var writer = LittleEndianWriter()
    func add(_ text: [UInt8]) {
      writer.write(UInt64(text.count))
      writer.write(text)
    }
    writer.write(Self.magic)
    writer.write(UInt64(number))
    writer.write(epoch)
    writer.write(generation)
    add(Array(links.rawValue.utf8))
    writer.write(began)
    writer.write(UInt64(roots.count))
    for root in roots { add(Array(root.utf8)) }
    writer.write(UInt64(stamps.count))
    for stamp in stamps {
      add(stamp.path.bytes)
      writer.write(stamp.value)
    }
    writer.write(StableHash.hash(ofBlock: writer.bytes))
    return writer.bytes
  }

  init?(encoded bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic), bytes.count >= Self.magic.count + 8 else { return nil }
    var tail = LittleEndianReader(bytes.suffix(8))
    guard tail.read(Int64.self) == StableHash.hash(ofBlock: Array(bytes.dropLast(8))) else { return nil }
    var reader = LittleEndianReader(bytes.dropFirst(Self.magic.count))
    func text() -> [UInt8] { Array(reader.read(count: Int(exactly: reader.read(UInt64.self)) ?? -1)) }
    let number = reader.read(UInt64.self)
    let epoch = reader.read(Int64.self)
    let generation = reader.read(UInt64.self)
    let links = LinkPolicy(rawValue: String(decoding: text(), as: UTF8.self))
    let began = reader.read(Int64.self)
    let rootCount = reader.read(UInt64.self)
    guard let links, rootCount < bytes.count else { return nil }
    let roots = (0..<rootCount).map { _ in String(decoding: text(), as: UTF8.self) }
    let stampCount = reader.read(UInt64.self)
    guard stampCount <= Self.mostStamps else { return nil }
    let stamps = (0..<stampCount).map { _ in
      PathStamp(path: DumpPath(bytes: text()), value: reader.read(UInt64.self))
    }
    guard !reader.isExhausted else { return nil }
    self.init(
      number: Int(truncatingIfNeeded: number), epoch: epoch, generation: generation, links: links, began: began,
      roots: roots, stamps: stamps)
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
}
