import Glibc

/// Finds a piece in bytes at the speed of the machine.
@usableFromInline
package enum ByteSearch {
  @usableFromInline
  package static func offset(of piece: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    offset(of: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount), in: bytes)
  }

  @usableFromInline
  package static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with piece: StaticString) -> Bool {
    starts(bytes, with: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// The first offset of a piece.
  @usableFromInline
  package static func offset(of piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let first = piece.baseAddress, !piece.isEmpty else { return nil }
    let anchor = anchor(of: piece)
    var offset = anchor
    while offset + piece.count - anchor <= bytes.count,
      let hit = memchr(start + offset, Int32(first[anchor]), bytes.count - piece.count + anchor - offset + 1)
    {
      let found = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - anchor
      if memcmp(found, first, piece.count) == 0 { return found - start }
      offset = found - start + anchor + 1
    }
    return nil
  }

  @usableFromInline
  package static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= piece.count else { return false }
    guard let start = bytes.baseAddress, let first = piece.baseAddress, !piece.isEmpty else { return true }
    return start[0] == first[0] && memcmp(start, first, piece.count) == 0
  }

  @usableFromInline
  package static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with piece: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= piece.count
      && starts(UnsafeBufferPointer(rebasing: bytes[(bytes.count - piece.count)...]), with: piece)
  }

  @usableFromInline
  package static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with piece: StaticString) -> Bool {
    ends(bytes, with: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// The first offset of a byte in a part of bytes; the part's end if it does not occur.
  @usableFromInline
  package static func offset(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard let start = bytes.baseAddress, let hit = memchr(start + range.lowerBound, Int32(byte), range.count) else {
      return range.upperBound
    }
    return start.distance(to: UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)))
  }

  /// Whether a byte occurs in bytes.
  @usableFromInline
  package static func holds(_ bytes: UnsafeBufferPointer<UInt8>, byte: UInt8) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, Int32(byte), bytes.count) != nil
  }

  /// Whether a C0 control occurs in bytes, checked eight at a time.
  @usableFromInline
  package static func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      // The high bit of a byte is set where the byte is less than 0x20 (S. Anderson, Bit Twiddling Hacks, hasless).
      if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
      offset &+= 8
    }
    while offset < raw.count {
      if raw[offset] < 0x20 { return true }
      offset &+= 1
    }
    return false
  }

  /// Whether a piece occurs in bytes.
  @usableFromInline
  package static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: StaticString) -> Bool {
    offset(of: piece, in: bytes) != nil
  }

  /// The offset of the byte of a piece that is rarest in pages, so that the search for it seldom stops: a capital or a
  /// symbol rather than a letter, and of a Han character not its first byte, which most others also have. Of equals the
  /// last.
  private static func anchor(of piece: UnsafeBufferPointer<UInt8>) -> Int {
    var best = 0
    var least = UInt8.max
    for offset in 0..<piece.count where commonness(of: piece[offset]) <= least {
      best = offset
      least = commonness(of: piece[offset])
    }
    return best
  }

  @inline(__always)
  private static func commonness(of byte: UInt8) -> UInt8 {
    switch byte {
    // Blanks, characters of tags, the first bytes of Han characters, the commonest letters.
    case 0x20, 0x22, 0x2F, 0x3C...0x3E, 0xE3...0xE9, 0x61, 0x65, 0x69, 0x6E, 0x73, 0x74: 4
    // c, d, h, l, m, o, p, r, v.
    case 0x63, 0x64, 0x68, 0x6C, 0x6D, 0x6F, 0x70, 0x72, 0x76: 3
    // b, f, g, u, w, y.
    case 0x62, 0x66, 0x67, 0x75, 0x77, 0x79: 2
    // j, k, q, x, z.
    case 0x80..., 0x2D, 0x2E, 0x30...0x39, 0x6A, 0x6B, 0x71, 0x78, 0x7A: 1
    default: 0
    }
  }

  /// The first offset, from one on, that is no longer within eight non-ASCII bytes: Han text is skipped by words.
  @inlinable
  package static func passNonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = start
    while offset &+ 8 <= end,
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
    {
      offset &+= 8
    }
    return offset
  }
}
