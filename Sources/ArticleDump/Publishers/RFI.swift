import Text

extension PublisherHook {
  /// The short link is in the addresses of share buttons, whose box has no class.
  static let rfi = PublisherHook(read: cleanShareBlock)

  /// Reads the short link from the box of share buttons and drops the box. Older boxes contain icons without labels.
  @Sendable private static func cleanShareBlock(_ page: inout Page) {
    for node in page.tree.all where page.tree.isElement(node) {
      if page.tree.hasAttribute("data-selfpromo-newsletter", of: node)
        || page.tree.hasAttribute("data-selfpromo-app", of: node)
      {
        page.drop(node)
        continue
      }
      guard page.tree.tag(node) == .a,
        page.tree.attribute("href", of: node, contains: "facebook.com/dialog/share")
          || page.tree.attribute("href", of: node, contains: "whatsapp://send")
          || page.tree.attribute("href", of: node, contains: "twitter.com/intent/tweet")
      else { continue }
      if page.facts.shortLink == nil, let link = page.tree.attribute("href", of: node), let short = shortLink(in: link)
      {
        page.facts.shortLink = Sourced(short)
      }
      if let block = page.smallBlock(around: node, nonBlanksAtMost: 24) { page.drop(block) }
    }
  }

  /// `…rfi.my%2F9kQ2.F…`: the letter after the dot identifies the network on which the link is shared.
  private static func shortLink(in link: String) -> String? {
    for mark in ["rfi.my%2F", "rfi.my/"] {
      guard let start = link.utf8Index(of: mark) else { continue }
      let code = link[link.utf8.index(start, offsetBy: mark.utf8.count)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber)
      }
      if !code.isEmpty { return "https://rfi.my/" + code }
    }
    return nil
  }
}
