/// Numbers in a string literal, to the base of 92, low digits first, a byte a digit from # to ~.
///
/// A literal is nearly as long in the source as in memory, it is read-only, and nothing is built at start: so the tables of
/// `Scripts/generate-conversion` and `Scripts/generate-readings` are written.
public struct Base92 {
  @usableFromInline let bytes: UnsafePointer<UInt8>

  /// The numbers of a literal whose characters are all from # to ~.
  @inlinable public init(_ literal: StaticString) { bytes = literal.utf8Start }

  /// The number of one digit at a byte offset, which must be in the literal.
  @inlinable public func one(at place: Int) -> Int { Int(bytes[place] &- 0x23) }

  /// The number of two digits.
  @inlinable public func two(at place: Int) -> Int { one(at: place) + 92 * one(at: place + 1) }

  /// The number of three digits.
  @inlinable public func three(at place: Int) -> Int { two(at: place) + 92 * 92 * one(at: place + 2) }
}
