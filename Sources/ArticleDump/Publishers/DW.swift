import Text

extension PublisherHook {
  /// Galleries have no classes. A caption is the text after a picture in the same `div`, and begins in bold type.
  static let dw = PublisherHook(read: cleanGallery)

  /// `<div><img><b>TITLE</b>：text</div>` under 相关图集: the text is the picture's caption.
  @Sendable private static func cleanGallery(_ page: inout Page) {
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
