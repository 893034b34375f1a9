/// Well-formed UTF-8 in memory, read scalar by scalar.
///
/// Valid only inside the closure of `withUTF8Text`.
struct UTF8Text {
  let bytes: UnsafePointer<UInt8>
  let count: Int

  /// The scalar that starts at an offset, and its length in bytes.
  ///
  /// The text comes from a `String`, so lead and trail bytes are known to match.
  @inline(__always) func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let second = UInt32(bytes[offset &+ 1] & 0x3F)
    if lead < 0xE0 { return ((lead & 0x1F) &<< 6 | second, 2) }
    let third = UInt32(bytes[offset &+ 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) &<< 12 | second &<< 6 | third, 3) }
    let fourth = UInt32(bytes[offset &+ 3] & 0x3F)
    return ((lead & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth, 4)
  }

  @inline(__always) func category(at offset: Int) -> (category: ScalarCategory, length: Int) {
    let (value, length) = scalar(at: offset)
    return (ScalarCategory(value), length)
  }

  func string(in range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// Whether a CJK Unified Ideograph of the first block (U+4E00–9FFF) starts at an offset.
  ///
  /// These have class ID, take two cells, and never extend a cluster; they make up most of any Chinese text.
  @inline(__always) func isIdeograph(at offset: Int) -> Bool {
    let lead = bytes[offset]
    return lead &- 0xE5 < 5 || (lead == 0xE4 && bytes[offset &+ 1] >= 0xB8)
  }

  /// Whether the scalar at an offset never extends the cluster before it: ASCII, the commonest ideographs and Chinese
  /// marks.
  @inline(__always) func endsCluster(at offset: Int) -> Bool {
    guard offset < count else { return true }
    switch bytes[offset] {
    case 0..<0x80, 0xE4...0xE9: return true
    case 0xEF: return bytes[offset &+ 1] == 0xBC  // U+FF00–FF3F
    case 0xE3: return bytes[offset &+ 1] == 0x80 && bytes[offset &+ 2] < 0xAA  // U+3000–3029
    case 0xE2: return bytes[offset &+ 1] == 0x80 && bytes[offset &+ 2] >= 0x90  // U+2010–203F
    default: return false
    }
  }

  /// Whether 、 or 。 or ， is at an offset.
  @inline(__always) func isCoreStop(at offset: Int) -> Bool {
    let lead = bytes[offset]
    if lead == 0xEF { return bytes[offset &+ 1] == 0xBC && bytes[offset &+ 2] == 0x8C }
    return lead == 0xE3 && bytes[offset &+ 1] == 0x80 && bytes[offset &+ 2] &- 0x81 < 2
  }
}

extension StringProtocol {
  /// Calls a closure with the text's bytes in place.
  func withUTF8Text<Result>(_ body: (UTF8Text) -> Result) -> Result {
    let inPlace = utf8.withContiguousStorageIfAvailable { Self.call(body, with: $0) }
    if let inPlace { return inPlace }
    return Array(utf8).withUnsafeBufferPointer { Self.call(body, with: $0) }
  }

  private static func call<Result>(_ body: (UTF8Text) -> Result, with buffer: UnsafeBufferPointer<UInt8>) -> Result {
    if let base = buffer.baseAddress { return body(UTF8Text(bytes: base, count: buffer.count)) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
      empty.initialize(repeating: 0)
      return body(UTF8Text(bytes: UnsafePointer(empty.baseAddress.unsafelyUnwrapped), count: 0))
    }
  }
}
