import Text

extension PublisherRules {
  /// 燕京书评 on allnow.com: the saved page has its head in `div`s of its own; the feed's form is a fragment.
  static let allnow: PublisherRules = {
    var rules = PublisherRules(id: "allnow", name: "燕京书评")
    rules.hosts = ["allnow.com"]
    rules.titleNames = ["全现在"]
    rules.folders = ["allnow", "燕京书评"]
    rules.zone = .shanghai
    rules.pictureAddresses = ["img.allhistory.com/"]
    rules.clean = { page in
      for node in page.tree.all where page.tree.tag(node) == .div || page.tree.tag(node) == .p {
        if page.tree.hasClass("author-wrap", node) {
          if let name = page.tree.first(.a, withClass: "single-name", in: node) {
            let names = Byline.names(in: page.text(of: name))
            if !names.isEmpty, page.facts.authors == nil { page.facts.authors = Sourced(names) }
          }
          page.drop(node)
        } else if page.tree.hasClass("column-wrap", node) {
          page.drop(node)
        } else if page.tree.hasClass("abstract", node) {
          let text = page.text(of: node)
          if !text.isEmpty { page.facts.standfirst = Sourced(text) }
          page.setRole(.standfirst, of: node)
        }
      }
    }
    rules.finish = { blocks, _ in
      // What the account asks of its readers closes every page.
      while case .paragraph(let text, _)? = blocks.last, text.text.startsWithAny(of: ["微信搜索", "请微信搜索"]) {
        blocks.removeLast()
      }
    }
    return rules
  }()
}
