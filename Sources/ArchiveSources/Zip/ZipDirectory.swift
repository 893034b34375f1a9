/// The central directory of a zip: what the zip itself says that it holds.
///
/// Only this is ours; zlib unpacks. libarchive reads zips too, but walks the whole directory before it gives an entry, has
/// no way to enter at a known one, and brings a library of encryption into a static executable.
///
/// Source: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16, 4.4.4, 4.5.3, 4.6.9.
struct ZipDirectory {
  /// Where its records lie in the file.
  let records: Range<Int64>
  /// What is added to offsets: the size of a program or the like that stands before the zip.
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
    /// `S_IFMT` of the Unix mode; 0 where there is none.
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
    // The locator of zip64's end record stands before the end record.
    if end >= 20,
      size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || disk == 0xFFFF || endRecord.dropFirst(8).prefix(4).contains(0xFF)
    {
      var locator = LittleEndianReader(try bytes.bytes(at: end - 20, count: 20))
      if locator.read(UInt32.self) == 0x0706_4B50 {
        _ = locator.read(count: 4)
        var place = Int64(truncatingIfNeeded: locator.read(UInt64.self))
        var record = try bytes.bytes(at: place, count: 56)
        // Behind a program the offset is too small; the record is 56 bytes long unless it was extended.
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
    // What the offset says too little stands before the zip.
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
  /// - Returns: Whether all records were sound.
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

  /// Reads the record that bytes begin with; `nil` where it is none, or is cut.
  private static func record(_ bytes: ArraySlice<UInt8>) -> Record? {
    guard bytes.count >= recordSize else { return nil }
    var reader = LittleEndianReader(bytes)
    guard reader.read(UInt32.self) == 0x0201_4B50 else { return nil }
    let madeBy: UInt16 = reader.read()
    _ = reader.read(count: 2)
    let flags: UInt16 = reader.read()
    let method: UInt16 = reader.read()
    let time: UInt16 = reader.read()
    let date: UInt16 = reader.read()
    let crc: UInt32 = reader.read()
    let packedSize: UInt32 = reader.read()
    let size: UInt32 = reader.read()
    let nameLength = Int(reader.read(UInt16.self))
    let extraLength = Int(reader.read(UInt16.self))
    let commentLength = Int(reader.read(UInt16.self))
    _ = reader.read(count: 4)
    let attributes: UInt32 = reader.read()
    let headerOffset: UInt32 = reader.read()
    let length = recordSize + nameLength + extraLength + commentLength
    guard bytes.count >= length else { return nil }
    let name = Array(reader.read(count: nameLength))
    var record = Record(
      name: name, isNameUTF8: flags & 0x800 != 0, isFromWindows: madeBy >> 8 == 0 || madeBy >> 8 == 10, method: method,
      isEncrypted: flags & 0x41 != 0, crc: crc, packedSize: Int64(packedSize), size: Int64(size),
      headerOffset: Int64(headerOffset), modified: DOSTime.secondsSince1970(date: date, time: time),
      fileType: madeBy >> 8 == 3 || madeBy >> 8 == 19 ? (attributes >> 16) & 0xF000 : 0, length: length)
    ZipExtraFields(reader.read(count: extraLength)).refine(&record)
    return record
  }
}

/// The times of FAT: local, of a zone that nobody knows, in steps of two seconds.
enum DOSTime {
  static func secondsSince1970(date: UInt16, time: UInt16) -> Int64 {
    let (year, month, day) = (Int64(date >> 9) + 1980, Int64(date >> 5 & 15), Int64(date & 31))
    guard 1...12 ~= month, day >= 1 else { return 0 }
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    return days * 86_400 + Int64(time >> 11) * 3_600 + Int64(time >> 5 & 63) * 60 + Int64(time & 31) * 2
  }
}

/// What stands behind a record's name: wide sizes, exact times, names in UTF-8.
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

  /// Zip64: only what did not fit stands there, in this order.
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

  /// Info-ZIP's name in UTF-8, which counts as long as the other name is the one that it was made for.
  private static func name(_ record: inout ZipDirectory.Record, _ field: LittleEndianReader) {
    var field = field
    let version: UInt8 = field.read()
    let crc: UInt32 = field.read()
    guard version == 1, !field.isExhausted, crc == CRC32.of(record.name) else { return }
    record.name = Array(field.rest)
    record.isNameUTF8 = true
  }
}
