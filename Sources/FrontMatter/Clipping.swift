import Text

/// Distinguishes what a clipper saved from what a person wrote about a page, by the clipper's own keys and tags.
enum Clipping {
  /// Keys for the page's address.
  private static let addressKeys = ["source", "source_url", "url", "url_source", "clipped_from", "original_url"]

  /// Keys for the time of saving; a person who writes about a page has no key for it.
  private static let savingKeys: Set<String> = [
    "saved", "saved_at", "date_saved", "date_added", "clipped", "clipped_at", "date_clipped", "archived", "archived_at",
    "date_archived", "fetched", "fetched_at", "crawled", "crawled_at", "scraped", "scraped_at", "retrieved", "captured",
    "captured_at",
  ]

  /// The tags of Obsidian Web Clipper, Omnivore, Readwise, Cubox, SimpRead and similar programs.
  private static let tags: Set<String> = [
    "clippings", "clipping", "web-clipping", "webclip", "webclipper", "web-clipper", "omnivore", "readwise",
    "instapaper",
    "readeck", "wallabag", "cubox", "simpread", "剪藏", "网页剪藏", "網頁剪藏",
  ]

  /// Three keys that Obsidian Web Clipper and similar programs write together, even if they are empty.
  private static let clipperKeys: Set<String> = ["published", "created", "description"]

  /// - Parameter url: The page's address, from any of the keys for it.
  static func isClipping(_ matter: FrontMatter, url: String?, tags: [String]) -> Bool {
    // Crawlers name the page in `from`.
    if matter.isLabels || url != nil && matter.fields.contains(where: { $0.key == "from" }) { return true }
    let isOfPage = addressKeys.contains { key in matter.value(key)?.texts.first?.holds("://") == true }
    guard isOfPage else { return false }
    if tags.contains(where: { Self.tags.contains($0.lowercased()) }) { return true }
    let keys = matter.keys
    return !keys.isDisjoint(with: savingKeys) || keys.isSuperset(of: clipperKeys)
  }
}
