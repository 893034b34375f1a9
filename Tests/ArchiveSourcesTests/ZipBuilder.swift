import ArchiveSources
import CZlib

/// Creates zips, both valid and damaged.
struct ZipBuilder {
  struct Entry {
    var name: [UInt8]
    var content: [UInt8]
    var method: UInt16 = 8
    var flags: UInt16 = 0x800
    /// Replaces the content's size.
    var claimedSize: UInt32?
    var claimedCRC: UInt32?
    var unixMode: UInt32 = 0o100644
    var extra: [UInt8] = []
    /// The sizes are after the entry only.
    var hasDescriptor = false
    /// The entry whose place is given instead of its own.
    var placeOf: Int?

    init(_ name: String, _ content: String) {
      self.name = Array(name.utf8)
      self.content = Array(content.utf8)
    }

    init(name: [UInt8], content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  var entries: [Entry] = []
  var prefix: [UInt8] = []
  var comment: [UInt8] = []
  var isZip64 = false
  var hasDirectory = true

  init(_ entries: [Entry] = []) { self.entries = entries }

  func bytes() -> [UInt8] {
    var file = LittleEndianWriter()
    file.write(prefix)
    var directory = LittleEndianWriter()
    var places: [UInt32] = []
    for entry in entries {
      let packed = entry.method == 8 ? Self.deflated(entry.content) : entry.content
      let crc =
        entry.claimedCRC
        ?? entry.content.withUnsafeBytes {
          UInt32(crc32_z(0, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), $0.count))
        }
      let size = entry.claimedSize ?? UInt32(entry.content.count)
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
      let place = entry.placeOf.map { places[$0] } ?? UInt32(file.bytes.count - prefix.count)
      places.append(place)
      if entry.placeOf == nil {
        file.write(UInt32(0x0403_4B50))
        file.write(UInt16(20))
        file.write(flags)
        file.write(entry.method)
        file.write(UInt32(0x5878_6000))
        file.write(entry.hasDescriptor ? 0 : crc)
        file.write(entry.hasDescriptor ? 0 : UInt32(packed.count))
        file.write(entry.hasDescriptor ? 0 : size)
        file.write(UInt16(entry.name.count))
        file.write(UInt16(0))
        file.write(entry.name)
        file.write(packed)
        if entry.hasDescriptor {
          file.write(UInt32(0x0807_4B50))
          file.write(crc)
          file.write(UInt32(packed.count))
          file.write(size)
        }
      }
      directory.write(UInt32(0x0201_4B50))
      directory.write(UInt16(3 << 8 | 20))
      directory.write(UInt16(20))
      directory.write(flags)
      directory.write(entry.method)
      directory.write(UInt32(0x5878_6000))
      directory.write(crc)
      directory.write(UInt32(packed.count))
      directory.write(size)
      directory.write(UInt16(entry.name.count))
      directory.write(UInt16(entry.extra.count))
      directory.write(UInt16(0))
      directory.write(UInt32(0))
      directory.write(entry.unixMode << 16)
      directory.write(place)
      directory.write(entry.name)
      directory.write(entry.extra)
    }
    guard hasDirectory else { return file.bytes }
    let start = file.bytes.count - prefix.count
    file.write(directory.bytes)
    if isZip64 {
      Self.writeZip64End(&file, start: start, size: directory.bytes.count, count: entries.count, prefix.count)
    }
    file.write(UInt32(0x0605_4B50))
    file.write(UInt32(0))
    file.write(UInt16(isZip64 ? 0xFFFF : UInt16(truncatingIfNeeded: entries.count)))
    file.write(UInt16(isZip64 ? 0xFFFF : UInt16(truncatingIfNeeded: entries.count)))
    file.write(isZip64 ? 0xFFFF_FFFF : UInt32(directory.bytes.count))
    file.write(isZip64 ? 0xFFFF_FFFF : UInt32(start))
    file.write(UInt16(comment.count))
    file.write(comment)
    return file.bytes
  }

  private static func writeZip64End(
    _ file: inout LittleEndianWriter, start: Int, size: Int, count: Int, _ prefixSize: Int
  ) {
    let place = UInt64(file.bytes.count - prefixSize)
    file.write(UInt32(0x0606_4B50))
    file.write(UInt64(44))
    file.write(UInt16(45))
    file.write(UInt16(45))
    file.write(UInt64(0))
    file.write(UInt64(count))
    file.write(UInt64(count))
    file.write(UInt64(size))
    file.write(UInt64(start))
    file.write(UInt32(0x0706_4B50))
    file.write(UInt32(0))
    file.write(place)
    file.write(UInt32(1))
  }

  static func deflated(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, window: -15) }

  /// - Parameter window: -15 for deflate alone, 15 for zlib, 31 for gzip.
  static func packed(_ bytes: [UInt8], window: Int32) -> [UInt8] {
    // zlib remembers the address.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
      return []
    }
    defer { deflateEnd(stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(bytes.count))) + 64)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        _ = deflate(stream, Z_FINISH)
        return output.count - Int(stream.pointee.avail_out)
      }
    }
    return Array(output[..<count])
  }
}

/// The whole content of a source.
struct Contents {
  var listing: SourceListing
  var entries: [SourceEntry] = []
  var texts: [String: String] = [:]
  var failures: [String: SourceError] = [:]

  init(of source: any ArchiveSource) throws {
    var entries: [SourceEntry] = []
    listing = try source.list(since: nil) {
      entries.append($0)
      return true
    }
    self.entries = entries
    for entry in entries {
      let path = String(decoding: entry.path, as: UTF8.self)
      do throws(SourceError) {
        texts[path] = String(decoding: try source.read(entry.locator, atMost: 1 << 20).bytes, as: UTF8.self)
      } catch { failures[path] = error }
    }
  }

  var paths: [String] { entries.map { String(decoding: $0.path, as: UTF8.self) } }

  func reason(_ path: String) -> SourceError? {
    listing.faults.first { $0.path == Array(path.utf8) }?.reason
  }
}
