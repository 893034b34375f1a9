/// Well-formedness of UTF-8 (Unicode 17.0, section 3.9, table 3-7).
@usableFromInline
package enum UTF8Validation {
  /// The offset of the first byte that begins no well-formed sequence, or `limit`.
  ///
  /// ASCII is checked by 32 and eight bytes, the three-byte sequences of Chinese by two and one.
  @usableFromInline
  package static func firstIllFormed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let limit = bytes.count
    var position = start
    while position < limit {
      while position &+ 32 <= limit, raw.isASCII(from: position, words: 4) { position &+= 32 }
      while position &+ 8 <= limit, raw.isASCII(from: position, words: 1) { position &+= 8 }
      // A run of three-byte sequences: E0–EF, two continuation bytes, neither overlong nor a surrogate.
      while position &+ 8 <= limit {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
        guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { break }
        // E0 and ED require a check of the second byte: bit 4 is set where a low half of a lead byte is 0 or 13.
        let leads = word & 0x0F00_000F
        if ((leads &- 0x0100_0001) | ((leads ^ 0x0D00_000D) &- 0x0100_0001)) & 0x1000_0010 != 0 { break }
        position &+= 6
      }
      while position &+ 4 <= limit {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt32.self).littleEndian
        guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
        let start = word & 0x0000_200F
        if start == 0 || start == 0x0000_200D { break }
        position &+= 3
      }
      guard position < limit else { break }
      if base[position] < 0x80 {
        repeat { position &+= 1 } while position < limit && position & 7 != 0 && base[position] < 0x80
        continue
      }
      let length = sequenceLength(base, at: position, limit: limit)
      if length <= 0 { return position }
      position &+= length
    }
    return limit
  }

  /// Whether all bytes are ASCII; the check ends at the first that is not.
  @usableFromInline
  package static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var position = 0
    while position &+ 8 <= bytes.count {
      guard raw.isASCII(from: position, words: 1) else { return false }
      position &+= 8
    }
    while position < bytes.count {
      if bytes[position] >= 0x80 { return false }
      position &+= 1
    }
    return true
  }

  /// The length of the well-formed sequence at an offset, or minus the length of the ill-formed maximal subpart that
  /// one U+FFFD replaces.
  @usableFromInline
  package static func sequenceLength(_ base: UnsafePointer<UInt8>, at position: Int, limit: Int) -> Int {
    let first = base[position]
    if first < 0x80 { return 1 }
    var lower: UInt8 = 0x80
    var upper: UInt8 = 0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      lower = 0xA0
    case 0xED:
      length = 3
      upper = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      lower = 0x90
    case 0xF4:
      length = 4
      upper = 0x8F
    case 0xF1...0xF3: length = 4
    default: return -1
    }
    var index = 1
    while index < length {
      guard position + index < limit, base[position + index] >= lower, base[position + index] <= upper else {
        return -index
      }
      lower = 0x80
      upper = 0xBF
      index += 1
    }
    return length
  }
}

extension UnsafeRawPointer {
  /// Whether some words of eight bytes contain only ASCII.
  @inline(__always)
  fileprivate func isASCII(from offset: Int, words: Int) -> Bool {
    var all: UInt64 = 0
    for word in 0..<words { all |= loadUnaligned(fromByteOffset: offset &+ 8 &* word, as: UInt64.self) }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
