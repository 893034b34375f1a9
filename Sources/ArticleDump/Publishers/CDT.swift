import Text

extension PublisherRules {
  /// China Digital Times, 中国数字时代: the facts are in a box, CDT 档案卡, at the head or amid the text; the feed of 2020 ends
  /// in small print.
  static let cdt: PublisherRules = {
    var rules = PublisherRules(id: "cdt", name: "中国数字时代")
    rules.hosts = ["chinadigitaltimes.net"]
    rules.titleNames = ["中國數字時代", "China Digital Times", "CDT"]
    rules.folders = ["cdt", "chinadigitaltimes"]
    rules.zone = .shanghai
    rules.pictureAddresses = ["chinadigitaltimes.net/chinese/files"]
    rules.clean = { page in
      readCard(&page)
      cleanSmallPrint(&page)
      for node in page.tree.all where page.tree.tag(node) == .div && page.tree.hasClass("ts", node) {
        bindCaption(node, &page)
      }
    }
    return rules
  }()

  /// Labels and values of the box: `<strong>作者：</strong>…<br>`.
  private static func readCard(_ page: inout Page) {
    guard let card = page.tree.first(.div, withClass: "su-spoiler") else { return }
    guard let content = page.tree.first(.div, withClass: "su-spoiler-content", in: card) else { return }
    for line in page.text(of: content).split(separator: "\n") {
      guard let colon = line.firstIndex(of: "：") else { continue }
      let label = String(line[..<colon]).trimmedOfBlanks
      let value = String(line[line.index(after: colon)...]).trimmedOfBlanks
      guard !value.isEmpty else { continue }
      switch label {
      case "作者":
        let names = Byline.names(in: value)
        if !names.isEmpty { page.facts.authors = Sourced(names) }
      case "发表日期", "發表日期", "日期":
        if let time = Timestamp(value, zone: .shanghai) { page.facts.published = Sourced(time) }
      case "来源", "來源": page.facts.source = Sourced(value)
      case "主题归类", "主題歸類":
        page.facts.tags = value.split { "，,、 ".contains($0) }.map(String.init)
      default: break
      }
    }
    // The box floats beside the text in a `div` of its own.
    page.drop(page.smallBlock(around: card, atMostInk: page.tree.inkCount(of: card) + 4) ?? card)
  }

  /// `© … for 中国数字时代 … | Permalink | No comment … Post tags: …` and `Feed enhanced by Better Feed`.
  private static func cleanSmallPrint(_ page: inout Page) {
    for node in page.tree.all where page.tree.tag(node) == .small {
      let text = page.text(of: node)
      guard text.holds("Permalink") || text.holds("Feed enhanced by") else { continue }
      for link in page.tree.descendants(of: node) where page.tree.tag(link) == .a {
        if page.tree.attribute("rel", of: link) == "tag" { page.facts.tags.append(page.text(of: link)) }
      }
      page.drop(node)
    }
  }

  private static func bindCaption(_ node: NodeID, _ page: inout Page) {
    var index = Int(node.index) - 1
    let limit = max(0, index - 24)
    while index > limit {
      let candidate = NodeID(index)
      if page.tree.tag(candidate) == .img { return page.setCaption(of: candidate, to: node) }
      if page.tree.isText(candidate), !page.tree.isBlank(candidate) { return }
      index -= 1
    }
  }
}
