/// A 64-bit hash that is the same in every process and version, unlike `Hasher`, for what an index compares millions of:
/// the signatures of files, addresses, blocks of data.
///
/// FNV-1a over eight bytes at a time with a final mix (MurmurHash3's `fmix64`): several times as fast as byte by byte, and
/// all bits of the value are fit for a hash table, which FNV's lower ones are not for numbers that differ in their upper
/// bits. Not for hostile keys alone: whoever can write into an archive can make two files look unchanged, which hides a
/// file from its own archive and no more.
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

  /// Adds eight bytes at a time, the first of them as the highest, then those that are left, then how many there were.
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

  /// What tells that a block of a database is as it was written: its numbers of eight bytes in the machine's order, so
  /// for what stays on the machine.
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
