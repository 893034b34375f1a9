import Text

extension PublisherRules {
  /// 泡泡: Drupal pages with picture, author, body, related articles and comments.
  static let paopao: PublisherRules = {
    var rules = PublisherRules(id: "paopao", name: "泡泡")
    rules.hosts = ["pao-pao.net"]
    rules.titleNames = ["泡泡网", "泡泡网 | 泡泡"]
    rules.folders = ["pao-pao", "paopao"]
    rules.zone = .berlin
    rules.pictureAddresses = ["pao-pao.net/sites/"]
    rules.clean = { page in
      readSubmitted(&page)
      readLeadPicture(&page)
      page.drop(.div, classes: ["comment-wrapper", "field-name-service-links-displays-group"]) { _, _ in }
      if let author = page.tree.first(.div, withClass: "field-name-author") { page.drop(author) }
      for node in page.tree.all
      where page.tree.tag(node) == .div && page.tree.hasClass("view-articles-related", node) {
        page.addRelated(page.links(in: node))
        page.drop(page.smallBlock(around: node, atMostInk: page.tree.inkCount(of: node) + 8) ?? node)
      }
    }
    return rules
  }()

  /// `<div class="submitted"><span content="2014-11-19T10:50:12+01:00">author 在 …提交`.
  private static func readSubmitted(_ page: inout Page) {
    guard let node = page.tree.first(.div, withClass: "submitted") else { return }
    for inner in page.tree.descendants(of: node) where page.tree.isElement(inner) {
      if page.facts.published == nil, let time = page.tree.attribute("content", of: inner).flatMap({ Timestamp($0) }) {
        page.facts.published = Sourced(time)
      }
      if page.facts.authors == nil, page.tree.hasClass("username", inner) {
        let names = Byline.names(in: page.text(of: inner)).filter { !PersonName.isPlaceholder($0) }
        if !names.isEmpty { page.facts.authors = Sourced(names) }
      }
    }
    page.drop(node)
  }

  /// The lead picture's source is a field below it: a caption, a credit, or both.
  private static func readLeadPicture(_ page: inout Page) {
    for field in page.tree.all
    where page.tree.tag(field) == .div && page.tree.hasClass("field-name-field-image-source", field) {
      guard let holder = page.tree.parent(of: field), let picture = page.tree.first(.img, in: holder) else { continue }
      page.setCaption(of: picture, to: field)
    }
  }
}
