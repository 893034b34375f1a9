import Text

extension PublisherRules {
  /// Deutsche Welle, 德国之声: author and time in one element, galleries inside the body, links into its own API.
  static let dw: PublisherRules = {
    var rules = PublisherRules(id: "dw", name: "德国之声")
    rules.hosts = ["dw.com"]
    rules.titleNames = ["DW", "DW中文", "德国之声 来自德国 介绍德国", "德國之聲", "德國之聲 來自德國 介紹德國", "DW中文 - 德国之声"]
    rules.folders = ["dw", "德国之声"]
    rules.zone = .berlin
    rules.pictureAddresses = ["static.dw.com/image/"]
    rules.publishedText = { tree in
      tree.first(.i).flatMap { tree.text(of: $0).split(separator: "\n").last.map(String.init) }
    }
    rules.clean = { page in cleanGallery(&page) }
    rules.finish = { blocks, page in
      page.takeLead(from: blocks)
      // `api.dw.com/api/detail/article/N` answers programs; a reader gets nowhere with it.
      blocks = blocks.map { $0.mapText { $0.withoutLinks { $0.holds("api.dw.com/api/detail/") } } }
    }
    return rules
  }()

  /// `<div><img><b>TITLE</b>：text</div>` under 相关图集: the text is the picture's caption.
  private static func cleanGallery(_ page: inout Page) {
    for picture in page.tree.all where page.tree.tag(picture) == .img {
      guard let holder = page.tree.parent(of: picture), page.tree.tag(holder) == .div else { continue }
      let parts = page.tree.children(of: holder)
      guard parts.first == picture, parts.count > 1, page.tree.tag(parts[1]) == .b else { continue }
      var caption = ""
      for part in parts.dropFirst() {
        caption += page.tree.isText(part) ? page.tree.rawText(of: part).trimmedOfBlanks : page.text(of: part)
        page.drop(part)
      }
      page.pictures[picture, default: PictureText()].caption = caption
    }
  }
}
