import Text

/// Finds the address behind a redirector: `link.zhihu.com/?target=…`, `slack-redir.net/link?url=…`.
enum LinkTarget {
  private static let redirectors: [(host: String, parameter: StaticString)] = [
    ("link.zhihu.com", "target"), ("slack-redir.net", "url"), ("l.facebook.com", "u"), ("lm.facebook.com", "u"),
    ("t.umblr.com", "z"), ("link.juejin.cn", "target"), ("www.douban.com", "url"), ("link.csdn.net", "target"),
    ("www.google.com", "q"), ("google.com", "q"), ("steamcommunity.com", "url"), ("link.jianshu.com", "t"),
    ("jump.bdimg.com", "url"), ("weibo.cn", "u"), ("sspai.com", "target"), ("href.li", "url"),
    ("out.reddit.com", "url"),
    ("www.youtube.com", "q"), ("click.mlsend.com", "url"), ("hk.search.yahoo.com", "RU"), ("gate.sc", "url"),
  ]

  /// The address that a link leads to; absolute if the page's address is known.
  ///
  /// - Returns: `nil` for files on the author's own computer, and for hidden e-mail addresses without their code.
  static func followed(_ url: String, page: String?) -> String? {
    // Nearly all links are of this kind.
    if url.begins(with: "https://"), !url.holds(mailProtection) { return url }
    if let mark = url.utf8Index(of: mailProtection) {
      let code = url[url.utf8.index(mark, offsetBy: mailProtection.utf8.count)...]
      return code.first == "#" ? ProtectedEmail.decoded(String(code.dropFirst())).map { "mailto:" + $0 } : nil
    }
    if url.utf8.count >= 5, url.prefix(5).lowercased() == "file:" { return nil }
    return ImageURL.absolute(url, page: page)
  }

  private static let mailProtection = "/cdn-cgi/l/email-protection"

  /// The address that a link ultimately leads to.
  static func original(_ url: String) -> String {
    guard isRedirector(url), let parts = ImageURL.Parts(url) else { return url }
    for (host, parameter) in redirectors where parts.host == host {
      guard let value = parts.queryValue(parameter) else { continue }
      let target = ImageURL.percentDecoded(value)
      if target.startsWithAny(of: ["http://", "https://"]) { return target }
    }
    return url
  }
}

extension LinkTarget {
  private static let hosts = PhraseTable(redirectors.map { ($0.host, 0) })

  /// Whether the host of an address is a redirector's. Bytes are compared, since this is asked about every link of a page.
  static func isRedirector(_ url: String) -> Bool {
    guard url.utf8.count > 24 else { return false }
    return url.withBytes { bytes in
      guard let colon = bytes.firstIndex(of: 0x3A), colon + 3 < bytes.count else { return false }
      let rest = UnsafeBufferPointer(rebasing: bytes[(colon + 3)...])
      return hosts.match(in: rest, at: 0) != nil
    }
  }
}

extension Block {
  /// Whether a link of the block leads through a redirector.
  var holdsRedirector: Bool {
    switch self {
    case .paragraph(let text, _), .heading(let text, _): text.holdsRedirector
    case .quote(let blocks): blocks.contains { $0.holdsRedirector }
    case .list(let list): list.items.contains { $0.contains { $0.holdsRedirector } }
    case .table(let table): table.rows.contains { $0.contains { $0.holdsRedirector } }
    default: false
    }
  }
}

extension StyledText {
  fileprivate var holdsRedirector: Bool {
    spans.contains { if case .link(let url) = $0.style { LinkTarget.isRedirector(url) } else { false } }
  }

  /// The text with redirectors' addresses replaced by the addresses that they lead to.
  func withoutRedirectors() -> StyledText {
    guard spans.contains(where: { if case .link = $0.style { true } else { false } }) else { return self }
    var result = self
    for index in result.spans.indices {
      guard case .link(let url) = result.spans[index].style else { continue }
      let original = LinkTarget.original(url)
      if original != url { result.spans[index].style = .link(url: original) }
    }
    return result
  }
}
