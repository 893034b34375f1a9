import Text

/// Finds the rules of the publisher that made a page.
enum PublisherRegistry {
  static var all: [PublisherRules] { PublisherRules.all }

  /// The rules by host, then by folder, then by markup.
  static func rules(for page: Page) -> PublisherRules? {
    rules(url: page.envelope.url, path: page.path) ?? all.first { $0.isPublisher(of: page) }
      ?? rules(byPicturesOf: page)
  }

  /// The rules by the addresses of the first pictures; only for a page without a URL, since other pages show such
  /// pictures too.
  private static func rules(byPicturesOf page: Page) -> PublisherRules? {
    guard page.envelope.url == nil else { return nil }
    var looked = 0
    for node in page.tree.all where page.tree.tag(node) == .img {
      looked += 1
      guard looked <= 4 else { return nil }
      guard let address = page.tree.attribute("src", of: node) else { continue }
      if let rules = all.first(where: { $0.pictureAddresses.contains { address.holds($0) } }) { return rules }
    }
    return nil
  }

  /// The rules by facts outside the body: cheap enough for every row of a list.
  static func rules(url: String?, path: String?) -> PublisherRules? {
    if let host = url.flatMap(host(of:)) {
      // The host itself, then the domains that contain it.
      var domain = host[...]
      while true {
        if let index = indexByHost[String(domain)] { return all[index] }
        guard let dot = domain.utf8.firstIndex(of: 0x2E) else { break }
        domain = domain[domain.utf8.index(after: dot)...]
      }
    }
    guard let folders = path?.utf8.split(separator: 0x2F).dropLast() else { return nil }
    for folder in folders.reversed() {
      if let index = indexByFolder[String(Substring(folder))] { return all[index] }
    }
    return nil
  }

  /// The rules of the publisher that titles call by this name.
  static func rules(named name: String) -> PublisherRules? {
    let key = TitleHeading.key(name)
    return all.first { rules in ([rules.name] + rules.titleNames).contains { TitleHeading.key($0) == key } }
  }

  private static let indexByHost = index(\.hosts)
  private static let indexByFolder = index(\.folders)

  /// The indices in `all` by one of their names; the first of two wins.
  private static func index(_ names: (PublisherRules) -> [String]) -> [String: Int] {
    var index: [String: Int] = [:]
    for (place, rules) in all.enumerated() {
      for name in names(rules) where index[name] == nil { index[name] = place }
    }
    return index
  }

  /// The host of a URL in lower case, without a port; nil if there is none.
  static func host(of url: String) -> String? {
    url.withBytes { bytes in
      guard let colon = bytes.firstIndex(of: 0x3A), colon + 3 <= bytes.count, bytes[colon + 1] == 0x2F,
        bytes[colon + 2] == 0x2F
      else { return nil }
      var start = colon + 3
      var end = start
      while end < bytes.count, bytes[end] != 0x2F, bytes[end] != 0x3F, bytes[end] != 0x23 { end += 1 }
      // Anything before an `@` names a user.
      var last = end
      while last > start, bytes[last - 1] == 0x40 { last -= 1 }
      if let user = bytes[start..<last].lastIndex(of: 0x40) { start = user + 1 }
      if last > start { end = last }
      let port = bytes[start..<end].firstIndex(of: 0x3A) ?? end
      return port > start ? String(wellFormed: UnsafeBufferPointer(rebasing: bytes[start..<port])).lowered : nil
    }
  }
}
