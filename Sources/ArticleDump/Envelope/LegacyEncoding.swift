import Text

/// The encodings of Chinese pages before UTF-8; the C library's `iconv` decodes them.
enum LegacyEncoding: String, Sendable {
  case gb18030 = "GB18030"
  case big5 = "Big5"

  /// The name by which `iconv` knows the widest form of the encoding.
  private var iconvName: String {
    switch self {
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    }
  }

  /// The encoding of bytes that are not well-formed UTF-8, or nil if UTF-8 with faults is more likely.
  static func detect(in bytes: [UInt8]) -> LegacyEncoding? {
    bytes.withUnsafeBufferPointer { bytes in
      guard looksLegacy(bytes) else { return nil }
      return declared(in: bytes) ?? guessed(from: bytes)
    }
  }

  /// The number of bytes examined, which is enough to decide.
  private static let sampleSize = 1 << 16

  /// Whether fewer than half of the sequences outside ASCII are well-formed UTF-8.
  private static func looksLegacy(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var sound = 0
    var broken = 0
    var position = 0
    let limit = bytes.count
    // The sample counts non-ASCII bytes, since a long ASCII head proves nothing.
    while position < limit, sound + broken < sampleSize {
      if base[position] < 0x80 {
        position += 1
        continue
      }
      let length = UTF8Validation.sequenceLength(base, at: position, limit: limit)
      if length > 0 {
        sound += 1
        position += length
      } else {
        // A sequence that is cut by the end of the file proves nothing.
        if position - length < limit { broken += 1 }
        position -= length
      }
    }
    return broken > sound
  }

  /// The encoding in `<meta charset>` or an XML declaration within the first kilobytes.
  private static func declared(in bytes: UnsafeBufferPointer<UInt8>) -> LegacyEncoding? {
    let head = String(decoding: UnsafeBufferPointer(rebasing: bytes.prefix(2048)), as: UTF8.self).lowercased()
    for prefix in ["charset=", "charset=\"", "charset='", "encoding=\""] {
      if head.contains(prefix + "gb") { return .gb18030 }
      if head.contains(prefix + "big5") { return .big5 }
    }
    return nil
  }

  /// Decides by the pairs of bytes: in GB, both bytes of common characters are A1 or above; in Big5, more than a third
  /// have a second byte in 40–7E.
  private static func guessed(from bytes: UnsafeBufferPointer<UInt8>) -> LegacyEncoding? {
    var pairs = 0
    var lowTrails = 0
    var common = (gb: 0, big5: 0)
    var faults = 0
    var index = 0
    while index + 1 < bytes.count, pairs < sampleSize {
      let lead = bytes[index]
      if lead < 0x80 {
        // The only controls that text contains.
        if lead < 0x20, lead != 0x09, lead != 0x0A, lead != 0x0C, lead != 0x1B { faults += 1 }
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      guard lead > 0x80, lead < 0xFF, trail >= 0x30, trail != 0x7F, trail != 0xFF else {
        faults += 1
        index += 1
        continue
      }
      if trail < 0x40 {
        // Four bytes of GB18030.
        index += 4
        pairs += 1
        continue
      }
      pairs += 1
      if trail < 0x80 { lowTrails += 1 }
      switch (lead, trail) {
      case (0xB5, 0xC4), (0xA3, 0xAC), (0xA1, 0xA3), (0xD2, 0xBB), (0xCA, 0xC7): common.gb += 1  // 的 ， 。 一 是
      case (0xAA, 0xBA), (0xA1, 0x41), (0xA1, 0x43), (0xA4, 0x40), (0xAC, 0x4F): common.big5 += 1
      default: break
      }
      index += 2
    }
    guard pairs > 0, faults * 50 <= pairs else { return nil }
    if common.gb != common.big5 { return common.gb > common.big5 ? .gb18030 : .big5 }
    return lowTrails * 6 > pairs ? .big5 : .gb18030
  }

  /// Decodes bytes to UTF-8, with U+FFFD for ill-formed ones.
  ///
  /// - Returns: The text, and the offset in it of the first fault; nil if the C library cannot decode this.
  func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], firstFault: Int?)? { Charset.decode(bytes, as: iconvName) }
}
