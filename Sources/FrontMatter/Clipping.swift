import Text

/// Tells what a clipper saved from what a person wrote about a page: by the clipper's own keys and tags.
enum Clipping {
  /// Where the page is.
  private static let addressKeys = ["source", "source_url", "url", "url_source", "clipped_from", "original_url"]

  /// When it was saved; who writes of a page himself has no key for it.
  private static let savingKeys: Set<String> = [
    "saved", "saved_at", "date_saved", "date_added", "clipped", "clipped_at", "date_clipped", "archived", "archived_at",
    "date_archived", "fetched", "fetched_at", "crawled", "crawled_at", "scraped", "scraped_at", "retrieved", "captured",
    "captured_at",
  ]

  /// The tags of Obsidian Web Clipper, Omnivore, Readwise, Cubox, SimpRead and their kin.
  private static let tags: Set<String> = [
    "clippings", "clipping", "web-clipping", "webclip", "webclipper", "web-clipper", "omnivore", "readwise",
    "instapaper",
    "readeck", "wallabag", "cubox", "simpread", "剪藏", "网页剪藏", "網頁剪藏",
  ]

  /// Three keys that Obsidian Web Clipper and its kin write together, empty ones too.
  private static let clipperKeys: Set<String> = ["published", "created", "description"]

  /// - Parameter url: Where the page is, by any of the keys for it.
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
