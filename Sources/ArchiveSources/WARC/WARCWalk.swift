import Text

/// The place of a record: where its gzip member begins in the file, and where in the unpacked member it begins; without
/// gzip only the offset.
struct WARCPlace: Equatable {
  var offset: Int64
  var skip: Int64 = 0
}

struct WARCRecord {
  var place: WARCPlace
  var fields: HeaderFields
  /// The block, or its beginning.
  var block: [UInt8]
  /// The whole block's size.
  var size: Int64
  /// Whether the file ends, or is damaged, within the block.
  var isCut: Bool
}

/// Reads the records of a crawl one after another.
///
/// Source: ISO 28500:2017 (WARC 1.1), sections 4 and 5, annex on record-at-a-time compression.
final class WARCWalk {
  private let bytes: ContainerBytes
  private let isPacked: Bool
  private let limits: SourceLimits
  private var inflater: Inflater?
  /// Where the current member, or the next record, begins.
  private var memberStart: Int64
  /// Unpacked bytes of the member before the window; without gzip the window's offset in the file.
  private var windowStart: Int64 = 0
  private var window: [UInt8] = []
  private var index = 0
  private var isAtEnd = false
  private var unpackedCount: Int64 = 0
  /// Whether something was found that is not a record.
  private(set) var isDamaged = false
  private(set) var isBomb = false

  private static let largestHeader = 1 << 18
  private static let pieceSize = 1 << 16

  init(_ bytes: ContainerBytes, isPacked: Bool, from place: WARCPlace = WARCPlace(offset: 0), _ limits: SourceLimits) {
    self.bytes = bytes
    self.isPacked = isPacked
    self.limits = limits
    memberStart = place.offset
    if !isPacked { windowStart = place.offset }
    if isPacked, beginMember(), place.skip > 0 { skip(place.skip) }
  }

  /// The number of packed bytes read.
  var progress: Int64 { isPacked ? inflater?.packedEnd ?? memberStart : windowStart + Int64(index) }

  // MARK: Bytes

  /// Opens the member at `memberStart`; `false` at the end.
  private func beginMember() -> Bool {
    window = []
    index = 0
    windowStart = 0
    guard memberStart < bytes.count else { return false }
    inflater = try? Inflater(bytes, memberStart..<bytes.count, framing: .gzip)
    return inflater != nil
  }

  /// Reads more into the window; `false` at the end of the member, or of the file.
  private func fill() -> Bool {
    if index > Self.pieceSize {
      window.removeFirst(index)
      windowStart += Int64(index)
      index = 0
    }
    let before = window.count
    if isPacked {
      guard let inflater else { return false }
      window.append(contentsOf: repeatElement(0, count: Self.pieceSize))
      var count = 0
      window.withUnsafeMutableBytes { buffer in
        do throws(SourceError) {
          count = try inflater.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[before...]))
        } catch { isDamaged = true }
      }
      window.removeLast(Self.pieceSize - count)
      unpackedCount += Int64(count)
      if limits.isExceeded(packed: inflater.packedEnd, unpacked: unpackedCount) {
        isBomb = true
        return false
      }
      if inflater.isTruncated { isDamaged = true }
    } else if let more = try? bytes.bytes(at: windowStart + Int64(before), count: Self.pieceSize) {
      window += more
    }
    return window.count > before
  }

  private func skip(_ count: Int64) {
    var left = count
    while left > 0 {
      let here = min(Int64(window.count - index), left)
      index += Int(here)
      left -= here
      guard left > 0 else { return }
      if !isPacked {
        // The bytes between are not read.
        windowStart += Int64(index) + left
        window = []
        index = 0
        return
      }
      guard fill() else { return }
    }
  }

  // MARK: Records

  /// The next record.
  ///
  /// - Parameter wanted: How many bytes of a block are wanted, by its fields.
  /// - Returns: `nil` at the end.
  func next(wanted: (HeaderFields) -> Int) -> WARCRecord? {
    while !isAtEnd, !isBomb {
      guard let begin = findRecord() else { continue }
      let place = isPacked ? WARCPlace(offset: memberStart, skip: begin) : WARCPlace(offset: begin)
      guard let fields = readHeader() else {
        isDamaged = true
        resynchronize()
        continue
      }
      // No file is larger, and sums of such sizes do not overflow.
      let size = min(1 << 50, max(0, fields["content-length"].flatMap(Int64.init) ?? 0))
      let want = Int(min(Int64(max(0, wanted(fields))), size))
      while window.count - index < want, fill() {}
      let block = Array(window[index..<min(window.count, index + want)])
      skip(size)
      let isCut = block.count < want || (!isPacked && windowStart + Int64(index) > bytes.count)
      if isCut { isDamaged = true }
      return WARCRecord(place: place, fields: fields, block: block, size: size, isCut: isCut)
    }
    return nil
  }

  /// Skips the empty lines before a record.
  ///
  /// - Returns: Where it begins; `nil` if another member was begun, or at the end.
  private func findRecord() -> Int64? {
    while true {
      while index < window.count, window[index] == 0x0D || window[index] == 0x0A { index += 1 }
      if index < window.count { return windowStart + Int64(index) }
      if isPacked, inflater == nil {
        isAtEnd = !beginMember()
        return nil
      }
      guard !fill() else { continue }
      endMember()
      return nil
    }
  }

  private func endMember() {
    guard isPacked, let inflater else {
      isAtEnd = true
      return
    }
    if inflater.isFinished, inflater.packedEnd > memberStart {
      memberStart = inflater.packedEnd
      self.inflater = nil
    } else {
      resynchronize()
    }
  }

  /// The fields of the record at the index, which then points after them.
  private func readHeader() -> HeaderFields? {
    while true {
      if let end = headerEnd() {
        let lines = Array(window[index..<end])
        guard lines.starts(with: "WARC/".utf8), let line = lines.firstIndex(of: 0x0A) else { return nil }
        index = end
        return HeaderFields(Array(lines[(line + 1)...]))
      }
      let length = window.count - index
      guard length < Self.largestHeader, length < 5 || window[index...].starts(with: "WARC/".utf8), fill() else {
        return nil
      }
    }
  }

  private func headerEnd() -> Int? {
    var position = index
    let end = window.count
    while position < end {
      guard let line = window[position..<end].firstIndex(of: 0x0A) else { return nil }
      if line == position || (line == position + 1 && window[position] == 0x0D) { return line + 1 }
      position = line + 1
    }
    return nil
  }

  /// Moves to the next place where a record may begin.
  private func resynchronize() {
    let mark: [UInt8] = isPacked ? [0x1F, 0x8B, 8] : Array("WARC/".utf8)
    var position = (isPacked ? memberStart : windowStart + Int64(index)) + 1
    isAtEnd = true
    while position < bytes.count, let piece = try? bytes.bytes(at: position, count: Self.pieceSize), !piece.isEmpty {
      if let found = piece.firstRange(of: mark) {
        memberStart = position + Int64(found.lowerBound)
        window = []
        index = 0
        windowStart = isPacked ? 0 : memberStart
        inflater = nil
        isAtEnd = false
        return
      }
      guard piece.count >= mark.count else { return }
      position += Int64(max(1, piece.count - mark.count + 1))
    }
  }
}
