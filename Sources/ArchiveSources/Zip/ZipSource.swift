import Text

/// A zip: entries are found in its directory, and each is read at its own offset.
final class ZipSource: FileSource {
  let bytes: ContainerBytes
  private let limits: SourceLimits

  init(_ bytes: ContainerBytes, _ options: SourceOptions) {
    self.bytes = bytes
    limits = options.limits
  }

  var repeatsPaths: Bool { true }

  func list(into listing: inout SourceListing, _ body: (SourceEntry) -> Bool) throws(SourceError) {
    let records: ZipRecords
    if let directory = try ZipDirectory(of: bytes) {
      records = ZipRecords(bytes, directory)
    } else {
      // The end is missing: what precedes it is found by the headers of the entries themselves.
      listing.faults.append(SourceFault(path: [], reason: .damaged))
      records = ZipRecords(bytes, nil)
    }
    let survey = try ZipSurvey(records, limits)
    var count = 0
    var path: [UInt8] = []
    let isSound = try records.forEach { record throws(SourceError) in
      count += 1
      guard count <= limits.mostEntries else {
        listing.faults.append(SourceFault(path: [], reason: .tooManyEntries))
        return false
      }
      let name = survey.names.decoded(record)
      guard name.last != 0x2F else { return true }
      do throws(SourceError) {
        path = name
        path = try EntryPath.path(name, limits: limits)
        if survey.isOverlapping(record) { throw .damaged }
        return body(try entry(record, path: path))
      } catch {
        listing.addFault(path, error)
        return true
      }
    }
    if !isSound { listing.faults.append(SourceFault(path: [], reason: .damaged)) }
  }

  private func entry(_ record: ZipDirectory.Record, path: [UInt8]) throws(SourceError) -> SourceEntry {
    guard record.fileType == 0 || record.fileType == 0x8000 else { throw .noFile }
    guard !record.isEncrypted else { throw .encrypted }
    guard ZipEntryReader.isKnown(method: record.method) else { throw .unsupported }
    guard record.headerOffset >= 0, record.packedSize >= 0, record.size >= 0, record.headerOffset < bytes.count,
      record.packedSize <= bytes.count - record.headerOffset
    else { throw .damaged }
    guard record.size <= limits.largestEntryInBytes,
      !limits.isExceeded(packed: record.packedSize, unpacked: record.size)
    else { throw .tooLarge }
    var signature = FNV1a()
    signature.add(number: record.crc)
    signature.add(number: record.size)
    let locator = ZipLocator(record)
    return SourceEntry(
      path: path, locator: locator.encoded, sizeInBytes: record.size, modified: record.modified,
      signature: signature.value)
  }

  func read(_ locator: SourceLocator, atMost limit: Int) throws(SourceError) -> SourceContent {
    guard let locator = ZipLocator(locator) else { throw .notFound }
    return try ZipEntryReader(bytes: bytes, locator: locator, limits: limits).content(atMost: limit)
  }
}

/// The place of an entry, and the directory's facts about it: enough to read it, and to check that it is unchanged.
struct ZipLocator {
  var method: UInt8
  var headerOffset: Int64
  var packedSize: Int64
  var size: Int64
  var crc: UInt32

  init(_ record: ZipDirectory.Record) {
    method = UInt8(truncatingIfNeeded: record.method)
    headerOffset = record.headerOffset
    packedSize = record.packedSize
    size = record.size
    crc = record.crc
  }

  init?(_ locator: SourceLocator) {
    var reader = LittleEndianReader(locator.bytes)
    method = reader.read()
    headerOffset = reader.read()
    packedSize = reader.read()
    size = reader.read()
    crc = reader.read()
    guard !reader.isExhausted, headerOffset >= 0, packedSize >= 0, size >= 0 else { return nil }
  }

  var encoded: SourceLocator {
    var writer = LittleEndianWriter()
    writer.write(method)
    writer.write(headerOffset)
    writer.write(packedSize)
    writer.write(size)
    writer.write(crc)
    return SourceLocator(bytes: writer.bytes)
  }
}

/// One entry's bytes.
struct ZipEntryReader {
  let bytes: ContainerBytes
  let locator: ZipLocator
  let limits: SourceLimits

  /// Stored and deflate; bzip2, Zstandard and xz, which libarchive unpacks. Source: APPNOTE.TXT, section 4.4.5.
  static func isKnown(method: UInt16) -> Bool { [0, 8, 12, 93, 95].contains(method) }

  func content(atMost limit: Int) throws(SourceError) -> SourceContent {
    let header = try bytes.bytes(at: locator.headerOffset, count: 30)
    guard header.count == 30, header.starts(with: [0x50, 0x4B, 3, 4]) else { throw .damaged }
    var reader = LittleEndianReader(header[26...])
    let start = locator.headerOffset + 30 + Int64(reader.read(UInt16.self)) + Int64(reader.read(UInt16.self))
    guard start <= bytes.count, locator.packedSize <= bytes.count - start else { throw .damaged }
    let packed = start..<start + locator.packedSize
    // One byte more than is claimed reveals a false size.
    let wanted = Int(min(Int64(max(0, limit)), locator.size + 1, limits.largestEntryInBytes + 1))
    let content: [UInt8]
    switch locator.method {
    case 0: content = try bytes.bytes(at: start, count: Int(min(Int64(wanted), locator.packedSize)))
    case 8: content = try Inflater(bytes, packed, framing: .none).bytes(atMost: wanted)
    default:
      let stream = try FilteredStream(bytes, packed, form: .raw)
      guard case .entry = try stream.next() else { throw .damaged }
      content = try stream.bytes(atMost: wanted)
    }
    if limit < locator.size {
      guard content.count == wanted else { throw .damaged }
      return SourceContent(bytes: content, isCut: true, sizeInBytes: locator.size)
    }
    guard Int64(content.count) == locator.size, CRC32.of(content) == locator.crc else { throw .damaged }
    return SourceContent(bytes: content, isCut: false, sizeInBytes: locator.size)
  }
}

extension SourceListing {
  /// Keeps a fault, unless there are too many: a container may contain a million of them.
  mutating func addFault(_ path: [UInt8], _ reason: SourceError) {
    guard faults.count < 10_000 else { return }
    faults.append(SourceFault(path: path, reason: reason))
  }
}
