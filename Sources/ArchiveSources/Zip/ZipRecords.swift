/// The records of a zip, from its directory, or from the headers of its entries if the directory is missing.
struct ZipRecords {
  private let bytes: ContainerBytes
  private let directory: ZipDirectory?

  init(_ bytes: ContainerBytes, _ directory: ZipDirectory?) {
    self.bytes = bytes
    self.directory = directory
  }

  /// - Returns: Whether all records were valid.
  func forEach(_ body: (ZipDirectory.Record) throws(SourceError) -> Bool) throws(SourceError) -> Bool {
    guard let directory else {
      try walkHeaders(body)
      return true
    }
    return try directory.forEach(in: bytes) { record throws(SourceError) in
      var record = record
      record.headerOffset += min(directory.base, Int64.max - max(0, record.headerOffset))
      return try body(record)
    }
  }

  /// Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.9.
  private func walkHeaders(_ body: (ZipDirectory.Record) throws(SourceError) -> Bool) throws(SourceError) {
    var position: Int64 = 0
    while let header = try nextHeader(from: position) {
      var reader = LittleEndianReader(try bytes.bytes(at: header + 6, count: 24))
      let fields = ZipFields(&reader)
      guard !reader.isExhausted else { return }
      let name = try bytes.bytes(at: header + 30, count: fields.nameLength)
      let extra = try bytes.bytes(at: header + 30 + Int64(fields.nameLength), count: fields.extraLength)
      let start = header + 30 + Int64(fields.nameLength + fields.extraLength)
      guard start <= bytes.count else { return }
      var record = fields.record(named: name, extra: extra[...], at: header)
      position = start
      if fields.flags & 8 != 0, record.packedSize == 0, fields.method == 8, !record.isEncrypted {
        // The sizes follow the entry: only unpacking shows where it ends.
        guard try measure(&record, from: start) else { continue }
      }
      guard record.packedSize >= 0, record.packedSize <= bytes.count - start else {
        guard try body(record) else { return }
        continue
      }
      position = start + record.packedSize
      guard try body(record) else { return }
    }
  }

  private func measure(_ record: inout ZipDirectory.Record, from start: Int64) throws(SourceError) -> Bool {
    var sum = CRC32()
    var size: Int64 = 0
    let inflater = try Inflater(bytes, start..<bytes.count, framing: .none)
    do throws(SourceError) {
      try inflater.withPieces { piece in
        sum.add(piece)
        size += Int64(piece.count)
        return size < 1 << 30
      }
    } catch { return false }
    guard inflater.isFinished else { return false }
    record.crc = sum.value
    record.size = size
    record.packedSize = inflater.packedEnd - start
    return true
  }

  /// The next offset at which there is an entry's header.
  private func nextHeader(from start: Int64) throws(SourceError) -> Int64? {
    var position = start
    while position + 30 <= bytes.count {
      // Nearly always the header is where it should be.
      let window = try bytes.bytes(at: position, count: position == start ? 64 : 1 << 16)
      var index = 0
      while index + 4 <= window.count {
        if window[index] == 0x50, window[index + 1] == 0x4B, window[index + 2] == 3, window[index + 3] == 4 {
          return position + Int64(index)
        }
        index += 1
      }
      guard window.count > 4 else { return nil }
      position += Int64(window.count - 3)
    }
    return nil
  }
}

/// Facts that only all records together show.
struct ZipSurvey {
  let names: ZipNames
  /// Where entries begin that share bytes with another, as in decompression bombs.
  private let overlaps: Set<Int64>

  init(_ records: ZipRecords, _ limits: SourceLimits) throws(SourceError) {
    var legacy: [[UInt8]] = []
    var legacySize = 0
    var spans: [(start: Int64, end: Int64)] = []
    _ = try records.forEach { record throws(SourceError) in
      if legacySize < 1 << 16, ZipNames.isLegacy(record) {
        legacy.append(record.name)
        legacySize += record.name.count
      }
      if record.packedSize > 0, record.headerOffset >= 0 {
        // The header is at least this long, whatever its own name is.
        let length = min(record.packedSize, Int64.max - record.headerOffset - 30) + 30
        spans.append((record.headerOffset, record.headerOffset + length))
      }
      return spans.count <= limits.mostEntries
    }
    names = ZipNames(guessedFrom: legacy)
    spans.sort { $0.start < $1.start }
    var overlaps: Set<Int64> = []
    var furthest: (start: Int64, end: Int64)?
    for span in spans {
      if let last = furthest, span.start < last.end {
        overlaps.insert(span.start)
        overlaps.insert(last.start)
      }
      if span.end > furthest?.end ?? 0 { furthest = span }
    }
    self.overlaps = overlaps
  }

  func isOverlapping(_ record: ZipDirectory.Record) -> Bool { overlaps.contains(record.headerOffset) }
}
