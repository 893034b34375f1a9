/// Numbers in a string literal, in base 92, low digits first, one byte a digit from # to ~.
///
/// Such a literal is nearly as long in the source as in memory, is read-only, and needs no work at start. The tables of
/// `Scripts/generate-conversion` and `Scripts/generate-readings` are written this way.
public struct Base92 {
  @usableFromInline let bytes: UnsafePointer<UInt8>

  /// Reads a literal whose characters are all from # to ~.
  @inlinable public init(_ literal: StaticString) { bytes = literal.utf8Start }

  /// The number in one digit at a byte offset, which must be in the literal.
  @inlinable public func one(at place: Int) -> Int { Int(bytes[place] &- 0x23) }

  /// The number in two digits.
  @inlinable public func two(at place: Int) -> Int { one(at: place) + 92 * one(at: place + 1) }

  /// The number in three digits.
  @inlinable public func three(at place: Int) -> Int { two(at: place) + 92 * 92 * one(at: place + 2) }
}
