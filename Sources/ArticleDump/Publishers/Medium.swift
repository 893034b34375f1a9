import Text

extension PublisherRules {
  /// Medium: fragments in the feed's envelope that end in a counting pixel; some hold only a snippet and a link.
  static let medium: PublisherRules = {
    var rules = PublisherRules(id: "medium", name: "Medium")
    rules.hosts = ["medium.com"]
    rules.folders = ["medium"]
    rules.pictureAddresses = ["medium.com/_/stat?event="]
    // Publications on domains of their own keep the feed's mark in their addresses.
    rules.recognise = { $0.envelope.url?.holds("?source=rss-") == true }
    rules.clean = { page in
      for node in page.tree.all where page.tree.tag(node) == .p && page.tree.hasClass("medium-feed-link", node) {
        page.drop(node)
      }
    }
    rules.finish = { blocks, _ in
      // `TITLE was originally published in PUBLICATION on Medium, where people are continuing the conversation …`
      if case .paragraph(let text, _) = blocks.last, text.text.holds("was originally published in"),
        text.text.holds("on Medium")
      {
        blocks.removeLast()
      }
    }
    return rules
  }()
}
