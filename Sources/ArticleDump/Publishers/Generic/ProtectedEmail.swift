/// Cloudflare hides addresses as `[email protected]` and keeps them, each byte XORed with the first, in hexadecimal.
enum ProtectedEmail {
  /// - Parameter code: The value of `data-cfemail`, or what follows `#` in `/cdn-cgi/l/email-protection#…`.
  /// - Returns: The address, or nil when the code holds none.
  static func decoded(_ code: String) -> String? {
    let digits = code.utf8.compactMap(ImageURL.hexValue)
    guard digits.count == code.utf8.count, digits.count >= 4, digits.count.isMultiple(of: 2) else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let address = String(decoding: bytes.dropFirst().map { $0 ^ bytes[0] }, as: UTF8.self)
    return address.holds("@") && !address.unicodeScalars.contains { $0.value < 0x20 } ? address : nil
  }
}
