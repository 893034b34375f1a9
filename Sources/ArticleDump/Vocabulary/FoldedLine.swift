import Text

/// A line in the form in which phrases of the vocabulary are looked up: without blanks, with ASCII in lower case, with
/// simplified characters for traditional ones. Points into memory that is valid only while the closure given to `read`
/// runs.
struct FoldedLine {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var scalarCount = 0
  private(set) var hasDigit = false
  /// Whether a 。 is before the end.
  private(set) var holdsFullStop = false

  /// Folds a line and passes it to a closure.
  ///
  /// - Parameter limit: Folding ends at the first character past this number.
  @inline(__always)
  static func read<Result>(
    _ line: UnsafeBufferPointer<UInt8>, limit: Int = .max, _ body: (FoldedLine) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: line.count) { bytes in
      Vocabulary.foldedForms.withUnsafeBufferPointer { body(FoldedLine(line, limit, $0, into: bytes)) }
    }
  }

  private init(
    _ line: UnsafeBufferPointer<UInt8>, _ limit: Int, _ foldedForms: UnsafeBufferPointer<UInt16>,
    into bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    var scalarCount = 0
    var hasDigit = false
    var holdsFullStop = false
    var lastWasFullStop = false
    var offset = 0
    var count = 0
    while offset < line.count, scalarCount <= limit {
      let first = line[offset]
      // U+4000 to U+9FFF, of which most lines consist.
      if 0xE4...0xE9 ~= first, offset &+ 3 <= line.count {
        if lastWasFullStop { holdsFullStop = true }
        lastWasFullStop = false
        scalarCount &+= 1
        var (second, third) = (line[offset &+ 1], line[offset &+ 2])
        var lead = first
        let form = foldedForms[Int(first & 0x0F) << 12 + Int(second & 0x3F) << 6 + Int(third & 0x3F) - 0x4000]
        if form != 0 {
          lead = 0xE0 | UInt8(truncatingIfNeeded: form >> 12)
          second = 0x80 | UInt8(truncatingIfNeeded: form >> 6) & 0x3F
          third = 0x80 | UInt8(truncatingIfNeeded: form) & 0x3F
        }
        bytes.initializeElement(at: count, to: lead)
        bytes.initializeElement(at: count &+ 1, to: second)
        bytes.initializeElement(at: count &+ 2, to: third)
        count &+= 3
        offset &+= 3
        continue
      }
      let blank = Blanks.length(in: line, at: offset)
      if blank > 0 {
        offset &+= blank
        continue
      }
      if lastWasFullStop { holdsFullStop = true }
      lastWasFullStop = false
      scalarCount &+= 1
      if first < 0x80 {
        if first &- 0x30 < 10 { hasDigit = true }
        bytes.initializeElement(at: count, to: first &- 0x41 < 26 ? first | 0x20 : first)
        count &+= 1
        offset &+= 1
        continue
      }
      let end = min(line.count, offset &+ Blanks.scalarLength(first))
      lastWasFullStop =
        first == 0xE3 && end &- offset == 3 && line[offset &+ 1] == 0x80 && line[offset &+ 2] == 0x82
      while offset < end {
        bytes.initializeElement(at: count, to: line[offset])
        count &+= 1
        offset &+= 1
      }
    }
    self.bytes = UnsafeBufferPointer(rebasing: bytes[..<count])
    self.scalarCount = scalarCount
    self.hasDigit = hasDigit
    self.holdsFullStop = holdsFullStop
  }

  /// Without brackets and marks at both ends.
  var bare: UnsafeBufferPointer<UInt8> {
    var lower = 0
    var upper = bytes.count
    while lower < upper, let length = Self.markLength(bytes, lower..<upper, fromEnd: false) { lower += length }
    while lower < upper, let length = Self.markLength(bytes, lower..<upper, fromEnd: true) { upper -= length }
    return UnsafeBufferPointer(rebasing: bytes[lower..<upper])
  }

  /// The hash of the bare line without digits and the brackets around them.
  var hashWithoutCount: UInt64 {
    let bare = bare
    var hash = FNV1a()
    var index = 0
    while index < bare.count {
      let byte = bare[index]
      // （ and ） are EF BC 88 and EF BC 89.
      if byte == 0xEF, index + 2 < bare.count, bare[index + 1] == 0xBC, bare[index + 2] & 0xFE == 0x88 {
        index += 3
        continue
      }
      if !(byte &- 0x30 < 10 || byte == 0x28 || byte == 0x29 || byte == 0x2C || byte == 0x5B || byte == 0x5D) {
        hash.add(byte)
      }
      index += 1
    }
    return hash.value
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { FNV1a.hash(bytes) }

  private static let marks = ScalarSet("♦◇－﹕⟪⟫【】[]()（）〔〕「」『』<>《》〈〉:：…｜|/／·•—-–_~～*#=↓▼▽→»›>。.!！,，+◆■●★☆")
  private static let figures = ScalarSet("0123456789.,:：+k万亿次人条个篇w|｜/()（）[]·")

  private static func markLength(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fromEnd: Bool
  ) -> Int? {
    if fromEnd {
      let (value, start) = scalar(endingAt: range.upperBound, in: bytes)
      return isMark(value) ? range.upperBound - start : nil
    }
    // U+4000 to U+9FFF, which contain no marks.
    if 0xE4...0xE9 ~= bytes[range.lowerBound] { return nil }
    let (value, length) = scalar(in: UnsafeBufferPointer(rebasing: bytes[range]), at: 0)
    return isMark(value) ? length : nil
  }

  private static func isMark(_ value: UInt32) -> Bool {
    // Arrows, dingbats and emoji are pictures before a button's words.
    let isPicture =
      0x2190...0x21FF ~= value || 0x2600...0x27BF ~= value || 0x1F300...0x1FAFF ~= value || value == 0xFE0F
    return isPicture || marks.contains(value)
  }

  /// The length of a character that may occur in counters besides their words; `nil` for any other.
  static func figureLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (value, length) = Self.scalar(in: bytes, at: index)
    return figures.contains(value) ? length : nil
  }

  /// The character before a place that is not the start, and where it begins.
  static func scalar(
    endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (value: UInt32, start: Int) {
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(in: bytes, at: start).0, start)
  }

  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count, length > 1 else { return (UInt32(first), 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }
}
