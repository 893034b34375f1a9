import Glibc

/// The central directory of a zip: its own list of its contents.
///
/// Only this part is ours; zlib unpacks. libarchive also reads zips, but walks the whole directory before it yields an
/// entry, cannot start at a known one, and pulls an encryption library into a static executable.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16, 4.4.4, 4.5.3, 4.6.9.
struct ZipDirectory {
  /// Where its records are in the file.
  let records: Range<Int64>
  /// What is added to offsets: the size of a program or other data before the zip.
  let base: Int64

  /// A record of the directory.
  struct Record {
    var name: [UInt8]
    var isNameUTF8: Bool
    var isFromWindows: Bool
    var method: UInt16
    var isEncrypted: Bool
    var crc: UInt32
    var packedSize: Int64
    var size: Int64
    var headerOffset: Int64
    var modified: Int64
    /// `S_IFMT` of the Unix mode; 0 if there is none.
    var fileType: UInt32
    /// The size of the record itself.
    var length: Int
  }

  private static let endSize = 22
  private static let recordSize = 46

  /// - Returns: `nil` for a zip without a directory, or with one that does not fit into the file.
  init?(of bytes: ContainerBytes) throws(SourceError) {
    // A comment of at most 65,535 bytes follows the end record.
    let tailSize = Int(min(bytes.count, Int64(Self.endSize + 65_535)))
    let tailStart = bytes.count - Int64(tailSize)
    let tail = try bytes.bytes(at: tailStart, count: tailSize)
    guard tail.count >= Self.endSize else { return nil }
    for place in stride(from: tail.count - Self.endSize, through: 0, by: -1)
    where tail[place] == 0x50 && tail[place + 1] == 0x4B && tail[place + 2] == 5 && tail[place + 3] == 6 {
      let end = tailStart + Int64(place)
      guard let found = try Self.found(endRecord: tail[place...], at: end, bytes) else { continue }
      self = found
      return
    }
    return nil
  }

  private init(records: Range<Int64>, base: Int64) {
    self.records = records
    self.base = base
  }

  private static func found(
    endRecord: ArraySlice<UInt8>, at end: Int64, _ bytes: ContainerBytes
  ) throws(SourceError) -> ZipDirectory? {
    var reader = LittleEndianReader(endRecord.dropFirst(4))
    let disk: UInt16 = reader.read()
    _ = reader.read(count: 6)
    var size = Int64(reader.read(UInt32.self))
    var offset = Int64(reader.read(UInt32.self))
    var directoryEnd = end
    // The locator of zip64's end record is before the end record.
    if end >= 20,
      size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || disk == 0xFFFF || endRecord.dropFirst(8).prefix(4).contains(0xFF)
    {
      var locator = LittleEndianReader(try bytes.bytes(at: end - 20, count: 20))
      if locator.read(UInt32.self) == 0x0706_4B50 {
        _ = locator.read(count: 4)
        var place = Int64(truncatingIfNeeded: locator.read(UInt64.self))
        var record = try bytes.bytes(at: place, count: 56)
        // In a self-extracting zip the offset is too small; the record is 56 bytes long unless it was extended.
        if !record.starts(with: [0x50, 0x4B, 6, 6]), end >= 76 {
          place = end - 76
          record = try bytes.bytes(at: place, count: 56)
        }
        guard record.starts(with: [0x50, 0x4B, 6, 6]) else { return nil }
        var wide = LittleEndianReader(record.dropFirst(40))
        size = Int64(truncatingIfNeeded: wide.read(UInt64.self))
        offset = Int64(truncatingIfNeeded: wide.read(UInt64.self))
        directoryEnd = place
      }
    }
    guard size >= 0, offset >= 0, size <= directoryEnd, offset <= bytes.count else { return nil }
    let start = directoryEnd - size
    // The amount by which the offset is too small is the size of the data before the zip.
    for (start, base) in [(start, start - offset), (offset, 0)] where base >= 0 {
      if size == 0, directoryEnd == 0 || start == directoryEnd {
        return ZipDirectory(records: start..<start, base: base)
      }
      let head = try bytes.bytes(at: start, count: 4)
      if head == [0x50, 0x4B, 1, 2] { return ZipDirectory(records: start..<max(start, directoryEnd), base: base) }
    }
    return nil
  }

  /// Walks the records.
  ///
  /// - Parameter body: `false` ends it.
  /// - Returns: Whether all records were valid.
  func forEach(in bytes: ContainerBytes, _ body: (Record) throws(SourceError) -> Bool) throws(SourceError) -> Bool {
    var position = records.lowerBound
    var window: [UInt8] = []
    var start = 0
    while position < records.upperBound {
      var record = Self.record(window[start...])
      if record == nil {
        // Names, extra fields and comments have at most 65,535 bytes each.
        window = try bytes.bytes(at: position, count: Int(min(1 << 18, records.upperBound - position)))
        start = 0
        record = Self.record(window[...])
      }
      guard let record else { return false }
      guard try body(record) else { return true }
      start += record.length
      position += Int64(record.length)
    }
    return true
  }

  /// Reads the record with which bytes begin; `nil` if there is no record, or it is truncated.
  private static func record(_ bytes: ArraySlice<UInt8>) -> Record? {
    guard bytes.count >= recordSize else { return nil }
    var reader = LittleEndianReader(bytes)
    guard reader.read(UInt32.self) == 0x0201_4B50 else { return nil }
    let madeBy: UInt16 = reader.read()
    _ = reader.read(count: 2)
    let fields = ZipFields(&reader)
    let commentLength = Int(reader.read(UInt16.self))
    _ = reader.read(count: 4)
    let attributes: UInt32 = reader.read()
    let headerOffset: UInt32 = reader.read()
    let length = recordSize + fields.nameLength + fields.extraLength + commentLength
    guard bytes.count >= length else { return nil }
    let name = Array(reader.read(count: fields.nameLength))
    var record = fields.record(named: name, extra: reader.read(count: fields.extraLength), at: Int64(headerOffset))
    record.isFromWindows = madeBy >> 8 == 0 || madeBy >> 8 == 10
    record.fileType = madeBy >> 8 == 3 || madeBy >> 8 == 19 ? (attributes >> 16) & 0xF000 : 0
    record.length = length
    return record
  }
}

/// The fields that a record of the directory and the header of an entry have in common, in the same order.
struct ZipFields {
  let flags: UInt16
  let method: UInt16
  private let time: UInt16
  private let date: UInt16
  private let crc: UInt32
  private let packedSize: UInt32
  private let size: UInt32
  let nameLength: Int
  let extraLength: Int

  init(_ reader: inout LittleEndianReader) {
    flags = reader.read()
    method = reader.read()
    time = reader.read()
    date = reader.read()
    crc = reader.read()
    packedSize = reader.read()
    size = reader.read()
    nameLength = Int(reader.read(UInt16.self))
    extraLength = Int(reader.read(UInt16.self))
  }

  /// - Parameters:
  ///   - name: The name, as it is after the fields.
  ///   - extra: The bytes after the name.
  ///   - headerOffset: Where the entry's header begins.
  func record(named name: [UInt8], extra: ArraySlice<UInt8>, at headerOffset: Int64) -> ZipDirectory.Record {
    var record = ZipDirectory.Record(
      name: name, isNameUTF8: flags & 0x800 != 0, isFromWindows: true, method: method, isEncrypted: flags & 0x41 != 0,
      crc: crc, packedSize: Int64(packedSize), size: Int64(size), headerOffset: headerOffset,
      modified: DOSTime.secondsSince1970(date: date, time: time), fileType: 0, length: 0)
    ZipExtraFields(extra).refine(&record)
    return record
  }
}

/// FAT times: local, in an unknown zone, in steps of two seconds.
enum DOSTime {
  static func secondsSince1970(date: UInt16, time: UInt16) -> Int64 {
    var fields = tm()
    fields.tm_year = Int32(date >> 9) + 80
    fields.tm_mon = Int32(date >> 5 & 15) - 1
    fields.tm_mday = Int32(date & 31)
    fields.tm_hour = Int32(time >> 11)
    fields.tm_min = Int32(time >> 5 & 63)
    fields.tm_sec = Int32(time & 31) * 2
    guard 0..<12 ~= fields.tm_mon, fields.tm_mday >= 1 else { return 0 }
    return Int64(timegm(&fields))
  }
}

/// The extra fields after a record's name: wide sizes, exact times, names in UTF-8.
struct ZipExtraFields {
  private let bytes: ArraySlice<UInt8>
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func refine(_ record: inout ZipDirectory.Record) {
    var reader = LittleEndianReader(bytes)
    while !reader.isExhausted {
      let tag: UInt16 = reader.read()
      let field = LittleEndianReader(reader.read(count: Int(reader.read(UInt16.self))))
      guard !reader.isExhausted else { return }
      switch tag {
      case 0x0001: Self.widen(&record, field)
      case 0x5455: Self.time(&record, field)
      case 0x7075: Self.name(&record, field)
      default: break
      }
    }
  }

  /// Zip64: contains only what did not fit, in this order.
  private static func widen(_ record: inout ZipDirectory.Record, _ field: LittleEndianReader) {
    var field = field
    for path in [\ZipDirectory.Record.size, \.packedSize, \.headerOffset] where record[keyPath: path] == 0xFFFF_FFFF {
      let value: UInt64 = field.read()
      if !field.isExhausted { record[keyPath: path] = Int64(truncatingIfNeeded: value) }
    }
  }

  /// Info-ZIP's times in UTC.
  private static func time(_ record: inout ZipDirectory.Record, _ field: LittleEndianReader) {
    var field = field
    let flags: UInt8 = field.read()
    let seconds: UInt32 = field.read()
    if flags & 1 != 0, !field.isExhausted { record.modified = Int64(Int32(bitPattern: seconds)) }
  }

  /// Info-ZIP's name in UTF-8, which counts as long as the other name is the one for which it was made.
  private static func name(_ record: inout ZipDirectory.Record, _ field: LittleEndianReader) {
    var field = field
    let version: UInt8 = field.read()
    let crc: UInt32 = field.read()
    guard version == 1, !field.isExhausted, crc == CRC32.of(record.name) else { return }
    record.name = Array(field.rest)
    record.isNameUTF8 = true
  }
}
