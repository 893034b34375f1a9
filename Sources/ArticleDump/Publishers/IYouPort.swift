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
    return rules
  }()
}
