/// Gives back the address behind a redirector: `link.zhihu.com/?target=…`, `slack-redir.net/link?url=…`.
enum LinkTarget {
  private static let redirectors: [(host: String, parameter: String)] = [
    ("link.zhihu.com", "target"), ("slack-redir.net", "url"), ("l.facebook.com", "u"), ("lm.facebook.com", "u"),
    ("t.umblr.com", "z"), ("link.juejin.cn", "target"), ("www.douban.com", "url"), ("link.csdn.net", "target"),
    ("www.google.com", "q"), ("google.com", "q"), ("steamcommunity.com", "url"), ("link.jianshu.com", "t"),
    ("jump.bdimg.com", "url"), ("weibo.cn", "u"), ("sspai.com", "target"), ("href.li", "url"),
    ("out.reddit.com", "url"),
    ("www.youtube.com", "q"), ("click.mlsend.com", "url"), ("hk.search.yahoo.com", "RU"), ("gate.sc", "url"),
  ]

  /// The address that a link really leads to.
  static func original(_ url: String) -> String {
    guard url.utf8.count > 24, url.holds("="), let parts = ImageURL.Parts(url) else { return url }
    for (host, parameter) in redirectors where parts.host == host {
      guard let value = parts.queryValue(parameter) else { continue }
      let target = ImageURL.percentDecoded(value)
      if target.startsWithAny(of: ["http://", "https://"]) { return target }
    }
    return url
  }
}

extension StyledText {
  /// With the addresses behind redirectors as the links' targets.
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
