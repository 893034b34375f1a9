import Text

/// Resolves addresses of pictures against the page, and extracts them from the proxies that dumps wrap them in.
enum ImageURL {
  /// The address of the original picture, absolute if the page's own address is known.
  ///
  /// - Parameters:
  ///   - address: As in the page, with character references decoded.
  ///   - page: The page's address.
  static func original(_ address: String, page: String?) -> String {
    var url = absolute(address.trimmedOfBlanks, page: page)
    // A proxy may wrap another, such as i0.wp.com in images.weserv.nl, but never more than four deep.
    for _ in 0..<4 {
      guard mayBeWrapped(url), let inner = unwrapped(url), inner != url else { break }
      url = inner
    }
    return escapingBlanks(url)
  }

  /// Whether an address may be a proxy's: it has a query that may contain an address, a second address in its path, or
  /// a host like those of WordPress' proxy.
  private static func mayBeWrapped(_ url: String) -> Bool {
    url.withBytes { bytes in
      guard let colon = ByteSearch.offset(of: "://", in: bytes) else { return false }
      let hostStart = colon + 3
      let hostEnd = bytes[hostStart...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
      if hostEnd - hostStart == "i0.wp.com".utf8.count { return true }
      let query = bytes[hostEnd...].firstIndex(of: 0x3F) ?? bytes.count
      if query < bytes.count {
        var holds = false
        forEachNamedValue(in: UnsafeBufferPointer(rebasing: bytes[(query + 1)...])) { _, _ in holds = true }
        if holds { return true }
      }
      return ByteSearch.holds(UnsafeBufferPointer(rebasing: bytes[hostEnd..<query]), "/http")
    }
  }

  // MARK: Proxies

  /// The address that a proxy's address wraps; `nil` if the address is not a proxy's.
  private static func unwrapped(_ url: String) -> String? {
    guard let parts = Parts(url) else { return nil }
    if isPhoton(parts.host), let inner = photonOriginal(parts) { return inner }
    // images.weserv.nl and wsrv.nl give the host without a scheme, or with `ssl:` before it.
    let isWeserv = parts.host == "images.weserv.nl" || parts.host == "wsrv.nl"
    for value in parts.query.map(namedValues) ?? [] {
      if let absolute = wrappedAddress(value, allowingBareHost: isWeserv) { return absolute }
    }
    return embeddedInPath(parts)
  }

  private static let queryNames: [StaticString] = ["url", "src", "image", "img", "imgurl", "imageurl", "u", "target"]
  private static let longestQueryName = 8

  /// The first value of each name that may hold an address, in the order of `queryNames`.
  private static func namedValues(_ query: String) -> [String] {
    query.withBytes { query in
      var found: [(rank: Int, value: Range<Int>)] = []
      forEachNamedValue(in: query) { rank, value in
        if !found.contains(where: { $0.rank == rank }) { found.append((rank, value)) }
      }
      if found.count > 1 { found.sort { $0.rank < $1.rank } }
      return found.map { String(wellFormed: UnsafeBufferPointer(rebasing: query[$0.value])) }
    }
  }

  /// Visits the values of a query whose names may hold an address, with the index of the name in `queryNames`.
  private static func forEachNamedValue(in query: UnsafeBufferPointer<UInt8>, _ body: (Int, Range<Int>) -> Void) {
    var start = 0
    while start < query.count {
      let end = query[start...].firstIndex(of: 0x26) ?? query.count
      defer { start = end + 1 }
      let first = query[start]
      // Every name begins with one of these.
      guard first == 0x75 || first == 0x73 || first == 0x69 || first == 0x74,
        let equals = query[start..<min(end, start + longestQueryName + 1)].firstIndex(of: 0x3D)
      else { continue }
      let name = UnsafeBufferPointer(rebasing: query[start..<equals])
      let rank = queryNames.firstIndex { $0.utf8CodeUnitCount == name.count && ByteSearch.starts(name, with: $0) }
      if let rank { body(rank, equals + 1..<end) }
    }
  }

  /// i0.wp.com to i3.wp.com: WordPress' image proxy puts host and path into its own path, sizes into the query.
  private static func isPhoton(_ host: String) -> Bool {
    host.utf8.count == 9 && host.utf8.starts(with: "i".utf8) && host.ends(with: ".wp.com")
  }

  private static func photonOriginal(_ parts: Parts) -> String? {
    let path = parts.path.dropFirst()
    guard let slash = path.utf8.firstIndex(of: 0x2F), path[..<slash].holds(".") else { return nil }
    return "https://" + path
  }

  private static func wrappedAddress(_ value: String, allowingBareHost: Bool) -> String? {
    var value = value
    if value.holds("%3A") || value.holds("%3a") || value.holds("%2F") || value.holds("%2f") {
      value = percentDecoded(value)
    }
    if value.startsWithAny(of: ["http://", "https://"]) { return value }
    if value.startsWithAny(of: ["//"]) { return "https:" + value }
    guard allowingBareHost else { return nil }
    if value.startsWithAny(of: ["ssl:"]) { value = String(value.dropFirst(4)) }
    return value.holds(".") ? "https://" + value : nil
  }

  /// `…/image/fetch/w_36,h_36/https%3A%2F%2Fhost%2Fpath`, `…/https://host/path`: services whose addresses end with the
  /// original's.
  private static func embeddedInPath(_ parts: Parts) -> String? {
    guard parts.path.utf8.contains(where: { $0 == 0x3A || $0 == 0x25 }) else { return nil }
    for (mark, isEncoded) in [
      ("/https%3A%2F%2F", true), ("/http%3A%2F%2F", true), ("/https://", false), ("/http://", false),
    ] {
      guard let start = parts.path.utf8Index(of: mark) else { continue }
      let inner = parts.path[parts.path.utf8.index(after: start)...]
      return isEncoded ? percentDecoded(String(inner)) : String(inner) + (parts.query.map { "?" + $0 } ?? "")
    }
    return nil
  }

  // MARK: Parts

  /// The parts of an absolute address that matter for proxies.
  struct Parts {
    var scheme: String
    var host: String
    /// From the first slash; may be empty.
    var path: String
    /// After the first `?`, without it.
    var query: String?

    init?(_ url: String) {
      let parts = url.withBytes { bytes -> Parts? in
        guard let colon = ByteSearch.offset(of: "://", in: bytes) else { return nil }
        let hostEnd = bytes[(colon + 3)...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.count
        guard hostEnd > colon + 3 else { return nil }
        let queryStart = bytes[hostEnd...].firstIndex(of: 0x3F)
        func text(_ range: Range<Int>) -> String { String(wellFormed: UnsafeBufferPointer(rebasing: bytes[range])) }
        return Parts(
          scheme: text(0..<colon).lowered, host: text(colon + 3..<hostEnd).lowered,
          path: text(hostEnd..<(queryStart ?? bytes.count)), query: queryStart.map { text($0 + 1..<bytes.count) })
      }
      guard let parts else { return nil }
      self = parts
    }

    private init(scheme: String, host: String, path: String, query: String?) {
      self.scheme = scheme
      self.host = host
      self.path = path
      self.query = query
    }

    /// The value of the first `name=value` of the query.
    func queryValue(_ name: StaticString) -> String? {
      query?.withBytes { query in
        var start = 0
        while start < query.count {
          let end = query[start...].firstIndex(of: 0x26) ?? query.count
          let pair = UnsafeBufferPointer(rebasing: query[start..<end])
          start = end + 1
          let length = name.utf8CodeUnitCount
          guard pair.count > length, pair[length] == 0x3D, ByteSearch.starts(pair, with: name) else { continue }
          return String(wellFormed: UnsafeBufferPointer(rebasing: pair[(length + 1)...]))
        }
        return nil
      }
    }
  }

  // MARK: Resolving

  /// Resolves an address against the page's (RFC 3986, section 5.2, as far as pages use it).
  static func absolute(_ address: String, page: String?) -> String {
    guard !address.isEmpty else { return address }
    if hasScheme(address) { return address }
    let page = page.flatMap { $0.utf8.count <= ParsingLimits.standard.baseAddressSizeInBytes ? $0 : nil }
    if address.startsWithAny(of: ["//"]) { return (page.flatMap(Parts.init)?.scheme ?? "https") + ":" + address }
    guard let page, let base = Parts(page) else { return address }
    let origin = base.scheme + "://" + base.host
    if address.utf8.first == 0x2F { return origin + address }
    if address.utf8.first == 0x3F || address.utf8.first == 0x23 { return origin + base.path + address }
    var segments = base.path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if base.path.utf8.last != 0x2F, !segments.isEmpty { segments.removeLast() }
    var rest = address[...]
    while true {
      if rest.startsWithAny(of: ["./"]) {
        rest = rest.dropFirst(2)
      } else if rest.startsWithAny(of: ["../"]) {
        rest = rest.dropFirst(3)
        if !segments.isEmpty { segments.removeLast() }
      } else {
        break
      }
    }
    return origin + "/" + (segments + [String(rest)]).joined(separator: "/")
  }

  private static func hasScheme(_ address: String) -> Bool {
    for byte in address.utf8 {
      if byte == 0x3A { return true }
      let isSchemeByte = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E
      guard isSchemeByte else { return false }
    }
    return false
  }

  static func percentDecoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var iterator = Array(text.utf8)[...]
    while let byte = iterator.popFirst() {
      if byte == 0x25, iterator.count >= 2, let high = hexValue(iterator[iterator.startIndex]),
        let low = hexValue(iterator[iterator.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        iterator = iterator.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func escapingBlanks(_ url: String) -> String {
    guard url.withBytes({ ByteSearch.holds($0, byte: 0x20) }) else { return url }
    return url.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }
}
