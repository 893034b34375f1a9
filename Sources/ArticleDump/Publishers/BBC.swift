extension PublisherRules {
  /// The BBC's Chinese service: build hashes for classes (2020), `bbc-…` classes (2021) or none (2024).
  static let bbc: PublisherRules = {
    var rules = PublisherRules(id: "bbc", name: "BBC中文")
    rules.hosts = ["bbc.com", "bbc.co.uk"]
    rules.titleNames = ["BBC", "BBC News 中文", "BBC 中文网", "BBC News", "BBC中文", "BBC 中文", "BBC中文网", "BBC英伦网"]
    rules.folders = ["bbc", "BBC", "bbc中文"]
    rules.zone = .london
    rules.pictureAddresses = ["ichef.bbci.co.uk/"]
    rules.publishedText = { tree in tree.first(.time).flatMap { tree.attribute("datetime", of: $0) } }
    rules.clean = { page in
      readPerson(&page)
      bindCaptions(&page)
      page.dropLinkLists()
    }
    rules.finish = { blocks, page in
      if page.facts.standfirst == nil { page.takeLead(from: blocks) }
    }
    return rules
  }()

  /// 2020's figures stand in a grid: the picture, its credit and, in the cell after, its caption.
  private static func bindCaptions(_ page: inout Page) {
    guard let main = page.tree.first(.main) else { return }
    for cell in page.tree.children(of: main) where page.tree.tag(cell) == .div {
      guard let picture = page.tree.first(.img, in: cell), page.tree.first(.figure, in: cell) == nil,
        page.text(of: cell).inkCount <= 300
      else { continue }
      for line in page.tree.undropped(in: cell) where page.tree.tag(line) == .p && line > picture {
        let text = page.text(of: line)
        if text.startsWithAny(of: CaptionCredit.sourceLabels) {
          page.setCredit(of: picture, to: line)
        } else if !text.isEmpty, page.pictures[picture]?.caption == nil {
          page.setCaption(of: picture, to: line)
        }
      }
    }
  }

  /// `<ul class="Person…"><li>name</li><li>post</li></ul>` before the time.
  private static func readPerson(_ page: inout Page) {
    let list = page.tree.all.first { page.tree.tag($0) == .ul && page.tree.hasClassPrefix("Person", $0) }
    guard let list, let first = page.tree.first(.li, in: list) else { return }
    let names = Byline.names(in: page.text(of: first))
    if !names.isEmpty { page.facts.authors = Sourced(names) }
    page.drop(list)
  }
}
