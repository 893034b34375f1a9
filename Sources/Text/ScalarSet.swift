/// A set of characters that is queried without hashing: one bit for each character of the basic plane.
@usableFromInline
package struct ScalarSet: Sendable {
  @usableFromInline let words: [UInt64]

  /// - Parameter text: The characters; those beyond the basic plane are ignored.
  @usableFromInline
  package init(_ text: String) {
    var words = [UInt64](repeating: 0, count: 0x10000 / 64)
    for scalar in text.unicodeScalars where scalar.value < 0x10000 {
      words[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
    }
    self.words = words
  }

  @inlinable @inline(__always)
  package func contains(_ value: UInt32) -> Bool {
    value < 0x10000 && words[Int(value >> 6)] >> UInt64(value & 63) & 1 != 0
  }

  @inlinable @inline(__always)
  package func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }
}
