extension PublisherRules {
  /// Voice of America, 美国之音: `<div><i>date</i></div>`, photos with captions in `small`, agencies in a closing line.
  static let voa: PublisherRules = {
    var rules = PublisherRules(id: "voa", name: "美国之音")
    rules.hosts = ["voachinese.com", "voanews.com", "voacantonese.com"]
    rules.titleNames = ["VOA", "美国之音中文网", "VOA Chinese", "美國之音", "美國之音粵語網"]
    rules.folders = ["voa", "美国之音"]
    rules.pictureAddresses = ["gdb.voanews.com/"]
    rules.publishedText = { tree in tree.first(.i).map { tree.text(of: $0) } }
    rules.finish = { blocks, page in page.takeLead(from: blocks) }
    return rules
  }()
}
