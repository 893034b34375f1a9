extension PublisherRules {
  /// Reuters, 路透: the time on top, a dateline that opens the text, （完） that closes it.
  static let reuters: PublisherRules = {
    var rules = PublisherRules(id: "reuters", name: "路透社")
    rules.hosts = ["reuters.com"]
    rules.titleNames = ["路透", "Reuters", "路透中文网"]
    rules.folders = ["reuters", "路透", "路透社"]
    rules.publishedText = { tree in tree.first(.i).map { tree.text(of: $0) } }
    rules.finish = { blocks, page in page.takeLead(from: blocks) }
    return rules
  }()
}
