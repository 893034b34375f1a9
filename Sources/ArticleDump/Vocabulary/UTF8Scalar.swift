/// Decoding one scalar from UTF-8 that is known to be valid, as a `String`'s is.
enum UTF8Scalar {
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[i])
    if lead < 0x80 { return (lead, 1) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F), 2) }
    let second = UInt32(bytes[i + 1] & 0x3F)
    let third = UInt32(bytes[i + 2] & 0x3F)
    if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
    return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[i + 3] & 0x3F), 4)
  }
}
