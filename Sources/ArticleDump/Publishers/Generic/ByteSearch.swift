import Glibc

/// Finds a piece in bytes at the machine's speed.
enum ByteSearch {
  static func offset(of piece: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    offset(of: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount), in: bytes)
  }

  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with piece: StaticString) -> Bool {
    starts(bytes, with: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// Where a piece first stands.
  static func offset(of piece: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let first = piece.baseAddress, !piece.isEmpty else { return nil }
    // The last byte of a Han character differs more from text to text than its first.
    let anchor = piece.count >= 3 ? 2 : 0
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

  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= piece.count else { return false }
    guard let start = bytes.baseAddress, let first = piece.baseAddress, !piece.isEmpty else { return true }
    return start[0] == first[0] && memcmp(start, first, piece.count) == 0
  }

  static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with piece: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= piece.count
      && starts(UnsafeBufferPointer(rebasing: bytes[(bytes.count - piece.count)...]), with: piece)
  }

  static func ends(_ bytes: UnsafeBufferPointer<UInt8>, with piece: StaticString) -> Bool {
    ends(bytes, with: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// Whether a byte stands in bytes.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>, byte: UInt8) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, Int32(byte), bytes.count) != nil
  }

  /// Whether a C0 control stands in bytes: eight at a time.
  static func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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

  /// Whether a piece stands in bytes; fastest when its last byte is rare in them.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: StaticString) -> Bool {
    let length = piece.utf8CodeUnitCount
    guard let start = bytes.baseAddress, length > 0, bytes.count >= length else { return false }
    let anchor = length - 1
    var offset = anchor
    while offset < bytes.count,
      let hit = memchr(start + offset, Int32(piece.utf8Start[anchor]), bytes.count - offset)
    {
      let found = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - anchor
      if memcmp(found, piece.utf8Start, length) == 0 { return true }
      offset = found - start + anchor + 1
    }
    return false
  }
}

extension HTMLTree {
  /// How many sentences end in a node outside of links: 。！？ and their Latin kin before a space.
  func sentenceCount(of node: NodeID, atMost limit: Int = 8) -> Int {
    var count = 0
    var index = Int(node.index)
    let end = subtreeEnd(of: node)
    source.withUnsafeBufferPointer { bytes in
      while index < end, count < limit {
        let current = nodes[index]
        if isDropped(NodeID(index)) || tag(NodeID(index)) == .a || tag(NodeID(index)).traits.contains(.hidden) {
          index = Int(current.subtreeEnd)
          continue
        }
        if current.tag == Tag.text.rawValue, !current.flags.contains(.blank) {
          count += ProseProbe.sentenceEnds(
            UnsafeBufferPointer(rebasing: bytes[Int(current.sourceStart)..<Int(current.sourceEnd)]))
        }
        index += 1
      }
    }
    return count
  }
}

/// Tells prose from labels by its marks, on bytes.
enum ProseProbe {
  /// Sentence ends: 。 U+3002, ！ U+FF01, ？ U+FF1F, … U+2026, and `. ` `! ` `? ` after a Latin letter.
  static func sentenceEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var index = 0
    while index + 2 < bytes.count {
      switch bytes[index] {
      case 0xE3:
        if bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 { count += 1 }
        index += 3
      case 0xEF:
        if bytes[index + 1] == 0xBC, bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9F { count += 1 }
        index += 3
      case 0x2E, 0x21, 0x3F:
        if bytes[index + 1] == 0x20, index > 0, (bytes[index - 1] | 0x20) &- 0x61 < 26 { count += 1 }
        index += 1
      default: index += 1
      }
    }
    return count
  }

  /// Clause marks too: ， U+FF0C and 、 U+3001.
  static func holdsClauseMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 2 < bytes.count {
      let first = bytes[index]
      if first == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x82 || bytes[index + 2] == 0x81 { return true }
      if first == 0xEF, bytes[index + 1] == 0xBC,
        bytes[index + 2] == 0x8C || bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9F || bytes[index + 2] == 0x9B
      {
        return true
      }
      // A Han character and its kin have three bytes.
      index &+= first >= 0xE0 && first < 0xF0 ? 3 : 1
    }
    return false
  }
}
