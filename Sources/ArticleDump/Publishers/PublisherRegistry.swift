/// Every publisher that has rules of its own: one line each.
enum PublisherRegistry {
  static let all: [PublisherRules] = [
    .rfi,
    .voa,
    .dw,
    .rfa,
    .nytimes,
    .reuters,
    .bbc,
    .cdt,
    .nikkei,
    .iyouport,
    .paopao,
    .matters,
    .medium,
    .allnow,
    .youtube,
  ]

  /// The rules by host, then by folder, then by markup.
  static func rules(for page: Page) -> PublisherRules? {
    rules(url: page.envelope.url, path: page.path) ?? all.first { $0.recognise(page) }
  }

  /// The rules by what stands outside the body: cheap enough for every row of a list.
  static func rules(url: String?, path: String?) -> PublisherRules? {
    if let host = url.flatMap(host(of:)), let rules = all.first(where: { $0.hosts.contains { matches(host, $0) } }) {
      return rules
    }
    guard let folders = path?.split(separator: "/").dropLast() else { return nil }
    for folder in folders.reversed() {
      if let rules = all.first(where: { $0.folders.contains { $0 == folder } }) { return rules }
    }
    return nil
  }

  /// The host of a URL in lower case, without port; nil without one.
  static func host(of url: String) -> String? {
    let bytes = url.utf8
    guard let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: "://".utf8) else { return nil }
    let rest = bytes[bytes.index(colon, offsetBy: 3)...]
    let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let host = authority.split(separator: 0x40).last?.prefix { $0 != 0x3A } ?? authority
    return host.isEmpty ? nil : String(Substring(host)).lowercased()
  }

  private static func matches(_ host: String, _ domain: String) -> Bool {
    host == domain || (host.hasSuffix(domain) && host.dropLast(domain.count).last == ".")
  }
}
