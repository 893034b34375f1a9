import Text

/// The address of one web page, reduced to what distinguishes pages: without scheme, `www.`, an anchor inside the page
/// and final slashes, with the host in lower case, and in the form in which the bookmarks file has it
/// (`WrittenAddress`).
///
/// Only `http` and `https` addresses name pages. A route after the hash (`#/article/7`, `#!article`) is part of the
/// address, since a page that a script builds has no other. A site's root names the site and none of its pages.
struct ArticleAddress: Sendable, Hashable {
  let text: String

  /// The same as a number, for columns and sets; never 0.
  var hash: UInt64 { Self.hash(of: Array(text.utf8)) }

  init?(_ url: String) {
    var url = WrittenAddress.text(of: url)
    guard let bytes = url.withUTF8(Self.normalized) else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The hash of an address in a file; 0 if it is not an address.
  static func hash(of url: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard WrittenAddress.isUnchanged(url) else {
      return ArticleAddress(String(decoding: url, as: UTF8.self))?.hash ?? 0
    }
    return normalized(url).map(hash) ?? 0
  }

  /// The text that identified an address before blanks and invisible characters in it were written as `%NN`.
  static func formerText(of url: String) -> String? {
    var url = url
    return url.withUTF8(normalized).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func hash(of bytes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value == 0 ? 1 : hash.value
  }

  /// The normalized address, or `nil` if it does not name a web page.
  private static func normalized(_ url: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard var rest = withoutScheme(url[...]) else { return nil }
    rest = rest.drop { $0 == 0x2F }
    var route: Slice<UnsafeBufferPointer<UInt8>>?
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      let fragment = withoutTrailingSlashes(rest[(hash + 1)...])
      if let first = rest[(hash + 1)...].first, first == UInt8(ascii: "/") || first == UInt8(ascii: "!"),
        fragment.contains(where: { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "!") })
      {
        route = fragment
      }
      rest = rest[..<hash]
    }
    if rest.last == UInt8(ascii: "?") { rest.removeLast() }
    rest = withoutTrailingSlashes(rest)
    if starts(rest, with: "www.") { rest = rest.dropFirst(4) }
    let hostEnd = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
    let isRoot = hostEnd == rest.endIndex
    guard hostEnd > rest.startIndex, !isRoot || route != nil else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(rest.count + (route?.count ?? 0) + 1)
    for byte in rest[..<hostEnd] { text.append(lowercased(byte)) }
    text += rest[hostEnd...]
    if let route {
      text.append(UInt8(ascii: "#"))
      text += route
    }
    return text
  }

  private static func withoutScheme(
    _ url: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>>? {
    for scheme in ["https://", "http://", "//"] as [StaticString] where starts(url, with: scheme) {
      return url.dropFirst(scheme.utf8CodeUnitCount)
    }
    return nil
  }

  /// Whether the bytes begin with an ASCII prefix, ignoring case.
  private static func starts(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return prefix.withUTF8Buffer { prefix in
      (0..<count).allSatisfy { lowercased(bytes[bytes.startIndex + $0]) == prefix[$0] }
    }
  }

  private static func withoutTrailingSlashes(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = bytes
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return bytes
  }

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}
