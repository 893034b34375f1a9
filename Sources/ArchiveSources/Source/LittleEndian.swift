/// Little-endian numbers, as in zip, locators and versions.
package struct LittleEndianReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var offset: Int
  /// Whether more was requested than there is; missing bytes were read as 0.
  package private(set) var isExhausted = false

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  @inlinable
  package mutating func read<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number {
    Number(truncatingIfNeeded: readNumber(widthInBytes: Number.bitWidth / 8))
  }

  @usableFromInline
  mutating func readNumber(widthInBytes width: Int) -> UInt64 {
    guard bytes.endIndex - offset >= width else {
      isExhausted = true
      offset = bytes.endIndex
      return 0
    }
    var number: UInt64 = 0
    for place in 0..<width { number |= UInt64(bytes[offset + place]) << UInt64(place * 8) }
    offset += width
    return number
  }

  /// The bytes that have not been read yet.
  package var rest: ArraySlice<UInt8> { bytes[offset...] }

  package mutating func read(count: Int) -> ArraySlice<UInt8> {
    guard count >= 0, bytes.endIndex - offset >= count else {
      isExhausted = true
      offset = bytes.endIndex
      return []
    }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}

package struct LittleEndianWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  @inlinable
  package mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    write(UInt64(truncatingIfNeeded: number), widthInBytes: Number.bitWidth / 8)
  }

  @usableFromInline
  mutating func write(_ number: UInt64, widthInBytes width: Int) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(place * 8))) }
  }

  package mutating func write(_ more: some Sequence<UInt8>) { bytes += more }
}
