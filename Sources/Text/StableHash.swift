/// A 64-bit hash that is the same in every process and version, unlike `Hasher`, for values of which an index compares
/// millions: signatures of files, addresses, blocks of data.
///
/// FNV-1a over eight bytes at a time with a final mix (MurmurHash3's `fmix64`): several times as fast as byte by byte,
/// and all bits of the value are fit for a hash table, which FNV's lower bits are not for numbers that differ in their
/// upper bits. It does not withstand hostile keys: whoever can write to an archive can make two files look unchanged,
/// which only hides a file of that archive.
package struct StableHash: Sendable {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  package init() {}

  @inlinable @inline(__always)
  package mutating func combine(_ value: UInt64) {
    state = (state ^ value) &* 0x0000_0100_0000_01B3
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
  }

  @inlinable
  package mutating func combine(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ combine($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { combine($0) }
    }
  }

  /// Adds eight bytes at a time as big-endian numbers, then the remaining bytes, then their count.
  package mutating func combine(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset &+ 8 <= raw.count {
      combine(UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset &+= 8
    }
    var word: UInt64 = 0
    while offset < raw.count {
      word = word << 8 | UInt64(raw[offset])
      offset &+= 1
    }
    combine(word)
    combine(UInt64(raw.count))
  }

  @inlinable
  package var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    return mixed
  }

  /// The checksum of a block of a database: its eight-byte numbers are read in the machine's byte order, so it is only
  /// for data that stays on the machine.
  @inlinable
  package static func hash(ofBlock bytes: [UInt8]) -> Int64 {
    var hash = StableHash()
    bytes.withUnsafeBytes { buffer in
      let words = buffer.count / 8
      for index in 0..<words { hash.combine(buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
      let rest = UnsafeRawBufferPointer(rebasing: buffer[(words * 8)...])
      hash.combine(rest.bindMemory(to: UInt8.self))
    }
    return Int64(bitPattern: hash.value)
  }

  package static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { hash($0) }
  }

  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  @inlinable
  package static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }
}
