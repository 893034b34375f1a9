import Text

extension PublisherHook {
  /// Class names are build hashes, so people, links for screen readers, and captions are recognized by their words and
  /// by their places beside a picture.
  static let bbc = PublisherHook(read: { page in
    readPeople(&page)
    dropSkipLinks(&page)
    bindCaptions(&page)
  })

  /// Figures of 2020 are in a grid: the picture with its credit, and in the next cell its caption.
  private static func bindCaptions(_ page: inout Page) {
    guard let main = page.tree.first(.main) else { return }
    for cell in page.tree.children(of: main) where page.tree.tag(cell) == .div {
      guard let picture = page.tree.first(.img, in: cell), page.tree.first(.figure, in: cell) == nil,
        page.tree.nonBlankCount(of: cell, atMost: 300) <= 300
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

  /// Reads the byline of 2024: `<section aria-labelledby="article-byline">` with a hidden label before each name and
  /// position.
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

  /// Drops links for screen readers: 跳过…继续阅读… and `End of …`.
  private static func dropSkipLinks(_ page: inout Page) {
    // A page has two or three; one with more is not the BBC's.
    var left = 8
    for link in page.tree.all where page.tree.tag(link) == .a {
      guard left > 0, page.tree.subtreeEnd(of: link) - Int(link.index) <= 16 else { continue }
      guard let target = page.tree.attribute("href", of: link), target.utf8.first == 0x23, target.utf8.count > 1,
        page.text(of: link).simplified.startsWithAny(of: ["跳过", "Skip"])
      else { continue }
      left -= 1
      let id = String(target.dropFirst())
      let end = page.tree.all.first { $0 > link && page.tree.attribute("id", of: $0) == id }
      if let end, page.tree.subtreeEnd(of: end) - Int(end.index) <= 16, page.text(of: end).nonBlankCount <= 40 {
        page.drop(end)
      }
      // The name of the list is beside a link.
      if let holder = page.tree.parent(of: link), page.tree.tag(holder) == .section {
        for label in page.tree.children(of: holder) where page.tree.tag(label) == .strong { page.drop(label) }
      }
      page.drop(link)
    }
  }
}
