/// The 64-bit hash FNV-1a: the same in every process and version, unlike `Hasher`. For short keys, and wherever a
/// stored hash is computed again by others. Anybody can construct two texts with the same hash.
///
/// Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", sections 2 and 5.
package struct FNV1a: Sendable {
  @usableFromInline package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable
  package init() {}

  @inlinable @inline(__always)
  package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inlinable @inline(__always)
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds bytes, except for ASCII white space.
  package mutating func add(withoutWhiteSpace bytes: UnsafeBufferPointer<UInt8>) {
    var hash = self
    for byte in bytes where byte > 0x20 || !(byte == 0x20 || 0x09...0x0D ~= byte) { hash.add(byte) }
    self = hash
  }

  /// Adds a number's bytes, little-endian.
  @inlinable
  package mutating func add(number: some FixedWidthInteger) {
    var rest = number
    for _ in 0..<rest.bitWidth / 8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Adds bytes with ASCII letters in lower case.
  @inlinable @inline(__always)
  package mutating func add(lowercasing bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
  }

  @inlinable @inline(__always)
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.add(bytes)
    return hash.value
  }
}
