extension PublisherRules {
  /// The BBC's Chinese service: build hashes for classes (2020), `bbc-…` classes (2021) or none (2024).
  static let bbc: PublisherRules = {
    var rules = PublisherRules(id: "bbc", name: "BBC中文")
    rules.hosts = ["bbc.com", "bbc.co.uk"]
    rules.folders = ["bbc", "BBC", "bbc中文"]
    rules.zone = .london
    rules.recognise = { $0.tree.sourceHolds("ichef.bbci.co.uk/") }
    rules.publishedText = { tree in tree.first(.time).flatMap { tree.attribute("datetime", of: $0) } }
    rules.clean = { page in
      readPerson(&page)
      page.dropLinkLists()
    }
    rules.finish = { blocks, page in
      if page.facts.standfirst == nil { page.takeLead(from: blocks) }
    }
    return rules
  }()

  /// `<ul class="Person…"><li>name</li><li>post</li></ul>` before the time.
  private static func readPerson(_ page: inout Page) {
    let list = page.tree.all.first { page.tree.tag($0) == .ul && page.tree.hasClassPrefix("Person", $0) }
    guard let list, let first = page.tree.first(.li, in: list) else { return }
    let names = Byline.names(in: page.text(of: first))
    if !names.isEmpty { page.facts.authors = Sourced(names) }
    page.drop(list)
  }
}
