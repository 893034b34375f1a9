/// Which Han characters are equal in a search: traditional, variant and compatibility forms fold to one form.
///
/// Source: Unicode's Unihan database, through `Scripts/generate-han-tables`.
struct HanFolding: Sendable {
  static let shared = HanFolding()

  /// The block that is looked up directly: CJK Extension A to the end of CJK Unified Ideographs.
  static let direct: ClosedRange<UInt32> = 0x3400...0x9FFF

  /// For each character of `direct`, its folded form in that range; 0 if the form is elsewhere.
  private(set) var directForms: [UInt16]
  /// All others that fold: radicals, compatibility forms, Extension B and later.
  private(set) var otherForms: [UInt32: UInt32] = [:]

  private init() {
    directForms = Array(UInt16(Self.direct.lowerBound)...UInt16(Self.direct.upperBound))
    // The table has some 4,900 of them; growing step by step would take as long as filling.
    otherForms.reserveCapacity(5_000)
    HanFoldingTable.text.withUTF8Buffer { buffer in
      var target: UInt32 = 0
      var isFirst = true
      var decoder = UTF8Reader(buffer)
      while let scalar = decoder.next() {
        if scalar == 0x0A {
          isFirst = true
        } else if isFirst {
          target = scalar
          isFirst = false
        } else if Self.direct.contains(scalar), Self.direct.contains(target) {
          directForms[Int(scalar - Self.direct.lowerBound)] = UInt16(target)
        } else {
          if Self.direct.contains(scalar) { directForms[Int(scalar - Self.direct.lowerBound)] = 0 }
          otherForms[scalar] = target
        }
      }
    }
  }
}

/// Reads scalars from UTF-8; each malformed byte is read as U+FFFD.
struct UTF8Reader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte.
  private(set) var utf8Offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Continues at an offset at which a scalar begins.
  @inline(__always)
  mutating func skip(to offset: Int) { utf8Offset = offset }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard utf8Offset < bytes.count else { return nil }
    let lead = bytes[utf8Offset]
    if lead < 0x80 {
      utf8Offset += 1
      return UInt32(lead)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead <= 0xF4, utf8Offset + length <= bytes.count else {
      utf8Offset += 1
      return 0xFFFD
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = bytes[utf8Offset + index]
      guard byte & 0xC0 == 0x80 else {
        utf8Offset += 1
        return 0xFFFD
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    utf8Offset += length
    return scalar
  }
}
