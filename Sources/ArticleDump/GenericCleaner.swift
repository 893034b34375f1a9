import Text

/// Cleans any page, after its publisher's own rules: its tree by lines; then facts are read from its blocks.
enum GenericCleaner {
  /// Drops boilerplate, reads facts, pairs captions with pictures: everything that is done on the tree.
  ///
  /// - Returns: The cleaner that decided the page's lines; nil for Markdown and text, which people write by hand.
  static func clean(_ page: inout Page, profile: SiteProfile?) -> PageCleaner? {
    ElementSweep.clean(&page)
    let title = TitleHeading.find(in: page)
    let cleaner = page.envelope.bodyFormat == .html ? PageCleaner(page, title: title, profile: profile) : nil
    cleaner?.dropBoilerplate(&page)
    if let title {
      let heading = page.text(of: title).onOneLine
      TitleHeading.adopt(heading, of: title, &page)
      page.drop(title)
      if cleaner?.opensWithTitle ?? false { FactsAboveTitle.read(before: title, &page) }
    }
    OpeningReader.read(&page)
    Microformats.read(&page)
    StrayLines.read(&page)
    cleaner?.dropRest(&page)
    PictureReader.read(&page)
    collectProtectedEmails(&page)
    return cleaner
  }

  /// Reads the facts in the blocks above and below the text.
  static func finish(_ blocks: inout [Block], _ page: inout Page) {
    // Moved out, so that the cleaner holds the only reference and changes them in place.
    var taken: [Block] = []
    swap(&taken, &blocks)
    blocks = BlockFacts.read(taken, &page)
  }

  /// Cloudflare's `[email protected]` in document order.
  private static func collectProtectedEmails(_ page: inout Page) {
    let tree = page.tree
    guard holdsProtectedEmail(tree) else { return }
    var emails: [String?] = []
    for node in tree.undropped() where tree.isElement(node) {
      if let code = tree.attribute("data-cfemail", of: node) {
        emails.append(ProtectedEmail.decoded(code))
      } else if tree.tag(node) == .a, let link = tree.attribute("href", of: node),
        let mark = link.utf8Index(of: "/cdn-cgi/l/email-protection#")
      {
        let code = link[link.utf8.index(mark, offsetBy: 28)...]
        // A link of this kind around a span with `data-cfemail` is the same address.
        let inner = tree.descendants(of: node).contains { tree.hasAttribute("data-cfemail", of: $0) }
        if !inner { emails.append(ProtectedEmail.decoded(String(code))) }
      }
    }
    page.protectedEmails = emails
  }

  private static func holdsProtectedEmail(_ tree: HTMLTree) -> Bool {
    tree.source.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[tree.sourceRange])
      // Every form of the placeholder contains its last word; its third letter is rare in markup.
      return ByteSearch.holds(part, "protected]") || ByteSearch.holds(part, "protection#")
    }
  }
}
