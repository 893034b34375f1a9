import Text

/// A short fingerprint of a dump, with which a star finds it again under another name or in another place.
///
/// FNV-1a of 64 bits (RFC 9923) over the file's bytes without a byte order mark and ASCII white space, so that
/// different line ends and a final empty line make no difference, folded to 48 bits by XOR of the upper 16 with the
/// rest (RFC 9923, 3), written as twelve hexadecimal digits. It is computed from the bytes and not from what the parser
/// reads in them, so that it means the same to every version.
public struct DumpFingerprint: Sendable, Hashable {
  let value: UInt64

  /// Computes the fingerprint of a whole dump.
  ///
  /// - Complexity: O(n).
  public init(of bytes: [UInt8]) {
    var hash = FNV1a()
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.withUnsafeBufferPointer { hash.add(withoutWhiteSpace: UnsafeBufferPointer(rebasing: $0[start...])) }
    value = hash.value >> 48 ^ hash.value & 0xFFFF_FFFF_FFFF
  }

  init(value: UInt64) { self.value = value }

  /// Reads twelve hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 12, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// Twelve hexadecimal digits in lower case.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }
}
