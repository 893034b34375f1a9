import Text

extension PublisherRules {
  /// iYouPort: WordPress pages whose whole `article` was saved, with its own head and foot.
  static let iyouport: PublisherRules = {
    var rules = PublisherRules(id: "iyouport", name: "iYouPort")
    rules.hosts = ["iyouport.org", "iyouport.substack.com"]
    rules.folders = ["iyouport"]
    rules.zone = .shanghai
    rules.clean = { page in
      page.drop(.div, classes: ["entry-footer", "entry-author-wrapper"]) { node, page in
        for link in page.tree.descendants(of: node)
        where page.tree.tag(link) == .a && page.tree.attribute("rel", of: link) == "tag" {
          page.facts.tags.append(page.text(of: link))
        }
      }
    }
    rules.finish = { blocks, page in
      // A list of one item in strong opens most articles: the lead.
      guard page.facts.standfirst == nil,
        let first = blocks.firstIndex(where: { if case .figure = $0 { false } else { true } }),
        case .list(let list) = blocks[first], list.items.count == 1, list.items[0].count == 1,
        case .paragraph(let text, _) = list.items[0][0], text.text.inkCount >= 10
      else { return }
      blocks[first] = .paragraph(text, role: .standfirst)
      page.facts.standfirst = Sourced(text.text)
    }
    return rules
  }()
}
