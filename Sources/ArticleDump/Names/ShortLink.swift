import Text

/// A page's short address on its publisher's site.
enum ShortLink {
  /// Hosts (with the path before the code) by the publisher's identifier.
  private static let hosts: [(publisher: String, prefix: String)] = [
    ("rfi", "rfi.my/"), ("dw", "p.dw.com/p/"), ("nytimes", "nyti.ms/"), ("reuters", "reut.rs/"), ("bbc", "bbc.in/"),
  ]

  /// Finds the publisher's own short link in the raw page, plain or percent-encoded as in share buttons.
  ///
  /// The letter that marks the share button (`9kQ2.F`, `9kQ2.W`) is not part of the address.
  ///
  /// - Complexity: O(n).
  static func find(in page: UnsafeBufferPointer<UInt8>, publisher: String) -> String? {
    guard let prefix = hosts.first(where: { $0.publisher == publisher })?.prefix else { return nil }
    let parts = prefix.split(separator: "/")
    let host = Array(parts[0].utf8)
    var start = 0
    while let found = RareBytes.first(host, in: page, from: start) {
      start = found + host.count
      guard found == 0 || !isCodeByte(page[found - 1]) || precededByEncodedSlash(page, found) else { continue }
      var i = start
      var isComplete = true
      for part in parts.dropFirst() + [""] {
        guard let next = afterSlash(page, i), page[next...].starts(with: part.utf8) else {
          isComplete = false
          break
        }
        i = next + part.utf8.count
      }
      guard isComplete else { continue }
      let code = page[i...].prefix(while: isCodeByte)
      if 3...12 ~= code.count { return "https://" + prefix + String(decoding: code, as: UTF8.self) }
    }
    return nil
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 && byte < 0x80 || 0x30...0x39 ~= byte || byte == 0x2D || byte == 0x5F
  }

  /// The last character of `%2F` could be a letter of a code.
  private static func precededByEncodedSlash(_ page: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i >= 3 && page[i - 3] == UInt8(ascii: "%") && page[i - 2] == UInt8(ascii: "2") && page[i - 1] | 0x20 == 0x66
  }

  private static func afterSlash(_ page: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
    guard i < page.count else { return nil }
    if page[i] == UInt8(ascii: "/") { return i + 1 }
    return precededByEncodedSlash(page, i + 3) && i + 3 <= page.count ? i + 3 : nil
  }
}

/// Finding bytes in bytes.
enum RareBytes {
  /// - Complexity: O(n) for needles whose first byte is rare.
  static func first(_ needle: [UInt8], in haystack: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = needle.first, haystack.count >= needle.count else { return nil }
    var i = start
    let end = haystack.count - needle.count
    search: while i <= end {
      guard haystack[i] == first else {
        i += 1
        continue
      }
      for offset in 1..<max(1, needle.count) where haystack[i + offset] != needle[offset] {
        i += 1
        continue search
      }
      return i
    }
    return nil
  }

  /// The last occurrence of a needle.
  static func last(_ needle: [UInt8], in haystack: [UInt8]) -> Int? {
    guard !needle.isEmpty, haystack.count >= needle.count else { return nil }
    var i = haystack.count - needle.count
    while i >= 0 {
      if haystack[i] == needle[0], haystack[i..<(i + needle.count)].elementsEqual(needle) { return i }
      i -= 1
    }
    return nil
  }
}
