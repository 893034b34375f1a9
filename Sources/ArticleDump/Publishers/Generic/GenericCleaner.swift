import Text

/// Cleans any page: by structure, by the words of its markup, and by the shapes of its lines.
///
/// Recall comes first: what may be a paragraph of the article stays. Runs after a publisher's own rules, and alone for
/// pages of publishers that have none.
enum GenericCleaner {
  /// Drops furniture, reads facts, binds captions: everything that is done on the tree.
  static func clean(_ page: inout Page) {
    PageMetadata.read(&page)
    FurnitureCleaner.clean(&page)
    ContentFinder.narrow(&page)
    OpeningReader.read(&page)
    Microformats.read(&page)
    StrayLines.read(&page)
    PictureReader.read(&page)
    collectProtectedEmails(&page)
  }

  /// Cleans the blocks: heads, tails, and lines that no markup gave away.
  static func finish(_ blocks: inout [Block], _ page: inout Page) {
    // Taken out, so that the cleaner holds the only reference and changes them where they are.
    var taken: [Block] = []
    swap(&taken, &blocks)
    blocks = BlockCleaner.cleaned(taken, &page)
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
      // The placeholder's last word is what every form of it has; its third letter is rare in markup.
      return ByteSearch.holds(part, "protected]") || ByteSearch.holds(part, "protection#")
    }
  }
}
