/// Blanks of every kind in UTF-8: `Unicode.Scalar.isBlank` without decoding.
@usableFromInline
package enum Blanks {
  /// The length in bytes of the blank at an offset; 0 where none does.
  @inlinable @inline(__always)
  package static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return first == 0x20 || first &- 0x09 < 5 ? 1 : 0 }
    // The lead bytes of Han characters come first: nearly all text is made of them.
    if first >= 0xE4, first < 0xEF { return 0 }
    return rareLength(in: bytes, at: offset)
  }

  @usableFromInline
  static func rareLength(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    guard offset + 1 < bytes.count else { return 0 }
    let second = bytes[offset + 1]
    if bytes[offset] == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard offset + 2 < bytes.count else { return 0 }
    switch (bytes[offset], second, bytes[offset + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE1, 0xA0, 0x8E), (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// The length in bytes of the scalar that a lead byte begins.
  @inlinable @inline(__always)
  package static func scalarLength(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Calls for every scalar with its range and whether it is a blank.
  @inlinable @inline(__always)
  package static func forEachScalar(in bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
    var offset = 0
    while offset < bytes.count {
      let blank = length(in: bytes, at: offset)
      let end = min(bytes.count, offset + (blank > 0 ? blank : scalarLength(bytes[offset])))
      body(offset..<end, blank > 0)
      offset = end
    }
  }

  /// Whether all blanks are single spaces between two other characters, as in a trimmed line.
  @usableFromInline
  package static func areSingleSpaces(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasBlank = true
    var offset = 0
    while offset < bytes.count {
      let blank = length(in: bytes, at: offset)
      if blank > 0, wasBlank || bytes[offset] != 0x20 { return false }
      wasBlank = blank > 0
      offset += blank > 0 ? 1 : scalarLength(bytes[offset])
    }
    return !wasBlank || bytes.isEmpty
  }

  @usableFromInline
  package static func firstOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.indices.first { length(in: bytes, at: $0) > 0 }
  }

  /// The number of scalars that are not blanks.
  @usableFromInline
  package static func nonBlankCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var offset = 0
    while offset < bytes.count {
      let blank = length(in: bytes, at: offset)
      if blank > 0 {
        offset += blank
      } else {
        count += 1
        offset += scalarLength(bytes[offset])
      }
    }
    return count
  }

  /// Whether there are more scalars that are not blanks than a number.
  @usableFromInline
  package static func hasMoreNonBlanks(in bytes: UnsafeBufferPointer<UInt8>, than limit: Int) -> Bool {
    var count = 0
    var offset = 0
    while offset < bytes.count, count <= limit {
      let blank = length(in: bytes, at: offset)
      count &+= blank > 0 ? 0 : 1
      offset &+= blank > 0 ? blank : scalarLength(bytes[offset])
    }
    return count > limit
  }

  /// A text without blanks and some marks at both ends.
  @usableFromInline
  package static func trimmedRange(
    of bytes: UnsafeBufferPointer<UInt8>, marks: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var lower = 0
    var upper = bytes.count
    while lower < upper {
      let length = scalarLength(bytes[lower])
      guard isTrimmed(bytes, lower..<min(upper, lower + length), marks) else { break }
      lower = min(upper, lower + length)
    }
    while lower < upper {
      var start = upper - 1
      while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      guard isTrimmed(bytes, start..<upper, marks) else { break }
      upper = start
    }
    return lower..<upper
  }

  /// The same, for marks that are known in advance; without any, only blanks.
  @usableFromInline
  package static func trimmedRange(of bytes: UnsafeBufferPointer<UInt8>, marks: StaticString = "") -> Range<Int> {
    trimmedRange(of: bytes, marks: UnsafeBufferPointer(start: marks.utf8Start, count: marks.utf8CodeUnitCount))
  }

  /// The parts of a text between blanks and some marks, in order.
  @usableFromInline
  package struct Parts: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let marks: UnsafeBufferPointer<UInt8>
    private var offset = 0

    /// - Parameter marks: None of them is a Han character or one of ASCII's letters and digits.
    @usableFromInline
    package init(of bytes: UnsafeBufferPointer<UInt8>, marks: StaticString) {
      self.bytes = bytes
      self.marks = UnsafeBufferPointer(start: marks.utf8Start, count: marks.utf8CodeUnitCount)
    }

    @usableFromInline
    package mutating func next() -> Range<Int>? {
      var start = offset
      while offset < bytes.count {
        let first = bytes[offset]
        let end = Swift.min(bytes.count, offset + scalarLength(first))
        let isWord = 0xE4...0xE9 ~= first || (first | 0x20) &- 0x61 < 26 || first &- 0x30 < 10
        if !isWord, isTrimmed(bytes, offset..<end, marks) {
          if start < offset {
            defer { offset = end }
            return start..<offset
          }
          start = end
        }
        offset = end
      }
      return start < offset ? start..<offset : nil
    }
  }

  private static func isTrimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scalar: Range<Int>, _ marks: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if length(in: bytes, at: scalar.lowerBound) > 0 { return true }
    guard marks.count >= scalar.count else { return false }
    let first = bytes[scalar.lowerBound]
    for start in 0...(marks.count - scalar.count) where marks[start] == first {
      var offset = 1
      while offset < scalar.count, marks[start + offset] == bytes[scalar.lowerBound + offset] { offset += 1 }
      if offset == scalar.count { return true }
    }
    return false
  }
}
