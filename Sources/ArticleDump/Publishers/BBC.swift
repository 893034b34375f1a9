import Text

extension PublisherHook {
  /// Classes are hashes of a build: people, links for readers who hear the page, and captions are told by their words and
  /// by their places beside a picture.
  static let bbc = PublisherHook(read: { page in
    readPeople(&page)
    dropSkipLinks(&page)
    bindCaptions(&page)
  })

  /// 2020's figures are in a grid: the picture, its credit and, in the cell after, its caption.
  private static func bindCaptions(_ page: inout Page) {
    guard let main = page.tree.first(.main) else { return }
    for cell in page.tree.children(of: main) where page.tree.tag(cell) == .div {
      guard let picture = page.tree.first(.img, in: cell), page.tree.first(.figure, in: cell) == nil,
        page.tree.inkCount(of: cell, atMost: 300) <= 300
      else { continue }
      for line in page.tree.undropped(in: cell) where page.tree.tag(line) == .p && line > picture {
        let text = page.text(of: line)
        if CreditWords.opensSource(text) {
          page.setCredit(of: picture, to: line)
        } else if !text.isEmpty, page.pictures[picture]?.caption == nil {
          page.setCaption(of: picture, to: line)
        }
      }
    }
  }

  /// 2024: `<section aria-labelledby="article-byline">` with a hidden label before each name and post.
  private static func readPeople(_ page: inout Page) {
    guard page.facts.authors == nil,
      let section = page.tree.all.first(where: {
        page.tree.tag($0) == .section && page.tree.attribute("aria-labelledby", of: $0, contains: "byline")
      }), page.tree.subtreeEnd(of: section) - Int(section.index) <= 96
    else { return }
    var names: [String] = []
    for item in page.tree.descendants(of: section) where page.tree.tag(item) == .li {
      let text = page.text(of: item)
      guard text.begins(with: "作者") || text.begins(with: "Author") else { continue }
      names.appendNew(
        Byline.names(in: String(text.drop { $0 != "," && $0 != "，" && $0 != ":" && $0 != "：" }.dropFirst())))
    }
    if !names.isEmpty { page.facts.authors = Sourced(names) }
    page.drop(section)
  }

  /// 跳过…继续阅读… and `End of …`: for readers who hear the page.
  private static func dropSkipLinks(_ page: inout Page) {
    // A page has two or three; a page with more is not one of theirs.
    var left = 8
    for link in page.tree.all where page.tree.tag(link) == .a {
      guard left > 0, page.tree.subtreeEnd(of: link) - Int(link.index) <= 16 else { continue }
      guard let target = page.tree.attribute("href", of: link), target.utf8.first == 0x23, target.utf8.count > 1,
        page.text(of: link).startsWithAny(of: ["跳过", "跳過", "Skip"])
      else { continue }
      left -= 1
      let id = String(target.dropFirst())
      let end = page.tree.all.first { $0 > link && page.tree.attribute("id", of: $0) == id }
      if let end, page.tree.subtreeEnd(of: end) - Int(end.index) <= 16, page.text(of: end).inkCount <= 40 {
        page.drop(end)
      }
      // The list's name is a link's neighbour.
      if let holder = page.tree.parent(of: link), page.tree.tag(holder) == .section {
        for label in page.tree.children(of: holder) where page.tree.tag(label) == .strong { page.drop(label) }
      }
      page.drop(link)
    }
  }
}
