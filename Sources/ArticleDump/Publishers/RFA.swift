extension PublisherRules {
  /// Radio Free Asia, 自由亚洲电台: no date in the page; a list of related links after the lead; captions four times.
  static let rfa: PublisherRules = {
    var rules = PublisherRules(id: "rfa", name: "自由亚洲电台")
    rules.hosts = ["rfa.org"]
    rules.folders = ["rfa", "自由亚洲"]
    rules.zone = .newYork
    rules.pictureAddresses = ["++plone++rfa-resources"]
    rules.clean = { page in
      for node in page.tree.all where page.tree.attribute("id", of: node) == "zoomattribute" { page.drop(node) }
      page.dropLinkLists()
      cleanInlineImages(&page)
    }
    rules.finish = { blocks, page in
      page.takeLead(from: blocks)
      blocks = blocks.flatMap(closingByline)
    }
    return rules
  }()

  /// 2020's figures: `div.image-inline` with `.image-caption`, `.copyright` and a zoom icon.
  private static func cleanInlineImages(_ page: inout Page) {
    for node in page.tree.all where page.tree.tag(node) == .div && page.tree.hasClass("image-inline", node) {
      guard let picture = page.tree.first(.img, in: node),
        let caption = page.tree.first(.div, withClass: "image-caption", in: node)
      else { continue }
      page.setCaption(of: picture, to: caption)
      if let credit = page.tree.first(.div, withClass: "copyright", in: node) {
        page.setCredit(of: picture, to: credit)
      }
    }
  }

  /// 2020's pages part paragraphs by `<br/> <br/>` and end with the byline as the last of them.
  private static func closingByline(_ block: Block) -> [Block] {
    guard case .paragraph(let text, nil) = block, let cut = text.text.utf8.lastIndex(of: 0x0A) else { return [block] }
    let last = String(text.text[text.text.utf8.index(after: cut)...])
    guard last.startsWithAny(of: ["记者：", "記者："]), Byline(line: last) != nil else { return [block] }
    let length = text.text.utf8.distance(from: text.text.startIndex, to: cut)
    return [.paragraph(text.prefix(utf8Count: length), role: nil), .paragraph(StyledText(last), role: .byline)]
  }
}
