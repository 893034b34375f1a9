extension PublisherRules {
  /// Radio Free Asia, 自由亚洲电台: no date in the page; a list of related links after the lead; captions four times.
  static let rfa: PublisherRules = {
    var rules = PublisherRules(id: "rfa", name: "自由亚洲电台")
    rules.hosts = ["rfa.org"]
    rules.titleNames = ["自由亚洲电台普通话", "RFA", "自由亞洲電台", "自由亞洲電台粵語部", "自由亚洲电台粤语部"]
    rules.folders = ["rfa", "自由亚洲"]
    rules.zone = .newYork
    rules.pictureAddresses = ["++plone++rfa-resources"]
    rules.clean = { page in
      for node in page.tree.all where page.tree.attribute("id", of: node) == "zoomattribute" { page.drop(node) }
      page.dropLinkLists()
      cleanInlineImages(&page)
    }
    rules.finish = { blocks, page in page.takeLead(from: blocks) }
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
}
