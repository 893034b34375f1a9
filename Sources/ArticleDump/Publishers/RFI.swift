import Text

extension PublisherRules {
  /// Radio France Internationale, 法国国际广播电台: a date line, a lead photo, a lead in `strong`, the body in a `div`,
  /// a share block that holds the short link.
  static let rfi: PublisherRules = {
    var rules = PublisherRules(id: "rfi", name: "法广")
    rules.hosts = ["rfi.fr"]
    rules.titleNames = ["RFI", "法国国际广播电台", "RFI - 法国国际广播电台", "法廣", "法國國際廣播電台"]
    rules.folders = ["rfi", "法广"]
    rules.zone = .paris
    rules.pictureAddresses = ["s.rfi.fr/media/"]
    rules.publishedText = { tree in
      // The first element is `<div>DD/MM/YYYY - HH:MM</div>`.
      tree.first(.div).map { tree.text(of: $0) }.flatMap { $0.utf8.count <= 24 ? $0 : nil }
    }
    rules.clean = { page in
      if let date = page.tree.first(.div), page.text(of: date).utf8.count <= 24,
        let time = Timestamp(page.text(of: date), zone: .paris)
      {
        page.facts.published = Sourced(time)
        page.drop(date)
      }
      page.markLead(.p)
      cleanShareBlock(&page)
    }
    return rules
  }()

  /// Takes the short link out of the share block and drops the block; older ones hold icons and no label.
  private static func cleanShareBlock(_ page: inout Page) {
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
      if let block = page.smallBlock(around: node, atMostInk: 24) { page.drop(block) }
    }
  }

  /// `…rfi.my%2F9kQ2.F…`: the letter after the dot names the network that the link is shared on.
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
