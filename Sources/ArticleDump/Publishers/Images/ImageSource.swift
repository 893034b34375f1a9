/// Reads what an `img` shows: the original's address, and the text that stands for it.
enum ImageSource {
  /// - Returns: The picture with its address, caption and credit, or nil when it is none: a tracking pixel, an icon, an
  ///   emoji, a QR code, a lazy loader's placeholder without an address.
  static func resolve(_ node: NodeID, in page: Page) -> ArticleImage? {
    let said = page.pictures[node]
    guard let url = said?.url ?? address(of: node, in: page) else { return nil }
    return ArticleImage(
      url: url, alternativeText: said?.alternativeText, caption: said?.caption, credit: said?.credit)
  }

  /// The address of the picture that an `img` stands for, or nil when it is no picture of an article.
  static func address(of node: NodeID, in page: Page) -> String? {
    let attributes = Attributes(node, page.tree)
    guard !attributes.isTiny, let raw = attributes.bestAddress(page.tree, node) else { return nil }
    let url = ImageURL.original(raw, page: page.envelope.url)
    guard !url.isEmpty, !isFurniture(url, attributes) else { return nil }
    return url
  }

  // MARK: Attributes

  struct Attributes {
    private(set) var values: [String: String] = [:]

    init(_ node: NodeID, _ tree: HTMLTree) {
      for (name, value) in tree.attributes(of: node) { values[name] = value.trimmedOfBlanks }
    }

    subscript(name: String) -> String? {
      guard let value = values[name], !value.isEmpty else { return nil }
      return value
    }

    var widthInPixels: Double? { Self.pixels(self["width"]) ?? Self.pixels(styleValue("width")) }
    var heightInPixels: Double? { Self.pixels(self["height"]) ?? Self.pixels(styleValue("height")) }

    /// A tracking pixel: two pixels or fewer, given as a number.
    var isTiny: Bool {
      if let width = widthInPixels, width <= 2 { return true }
      if let height = heightInPixels, height <= 2 { return true }
      return false
    }

    /// As small as an icon, in both directions.
    var isIconSized: Bool {
      guard let width = widthInPixels, let height = heightInPixels else { return false }
      return width <= 40 && height <= 40
    }

    private func styleValue(_ name: String) -> String? {
      guard let style = self["style"] else { return nil }
      for rule in style.split(separator: ";") {
        let parts = rule.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, String(parts[0]).trimmedOfBlanks.lowercased() == name else { continue }
        return String(parts[1]).trimmedOfBlanks
      }
      return nil
    }

    /// Pixels of `624`, `624px`; nil for percentages and other units.
    private static func pixels(_ text: String?) -> Double? {
      guard let text else { return nil }
      return Double(text.ends(with: "px") ? String(text.dropLast(2)) : text)
    }

    /// Where lazy loaders keep the address, the original's before a smaller one's.
    private static let lazyNames = [
      "data-original", "data-orig-file", "data-original-src", "data-full-url", "data-large-file", "data-hi-res-src",
      "data-actualsrc", "data-lazy-src", "data-src", "data-lazyload", "data-lazy-load", "data-lazyload-src",
      "data-lazy",
      "data-url", "data-echo", "data-real-src", "data-img-src", "data-imgsrc", "data-image", "data-srcs", "data-cfsrc",
      "data-ll-src", "data-pagespeed-lazy-src", "data-bp", "data-a-src", "real_src", "lazy-src", "lazysrc", "lazyload",
      "zoomfile", "file", "_src", "original", "data-pin-media",
    ]

    private static let lazySets = [
      "data-srcset", "data-lazy-srcset", "data-original-set", "data-actual-srcset", "srcset",
    ]

    /// The address that shows most: what a lazy loader keeps, the largest of a set, else `src`.
    func bestAddress(_ tree: HTMLTree, _ node: NodeID) -> String? {
      let plain = self["src"].flatMap { Self.isPlaceholder($0) ? nil : $0 }
      let lazy = Self.lazyNames.lazy.compactMap { self[$0] }.first { Self.isAddress($0) && !Self.isPlaceholder($0) }
      let single = lazy ?? plain
      if let largest = largestOfSets(), largest.exceeds(widthInPixels, isAlone: single == nil) { return largest.url }
      return single ?? pictureSource(tree, node)
    }

    private func largestOfSets() -> SourceSet.Candidate? {
      for name in Self.lazySets {
        if let set = self[name], let largest = SourceSet.largest(in: set), !Self.isPlaceholder(largest.url) {
          return largest
        }
      }
      return nil
    }

    /// The largest of the `source` elements that stand before the `img` in a `picture`.
    private func pictureSource(_ tree: HTMLTree, _ node: NodeID) -> String? {
      guard let parent = tree.parent(of: node), tree.tag(parent) == .picture else { return nil }
      var best: SourceSet.Candidate?
      for child in tree.children(of: parent) where tree.tag(child) == .source {
        guard
          let set = tree.attribute("srcset", of: child) ?? tree.attribute("data-srcset", of: child),
          let largest = SourceSet.largest(in: set)
        else { continue }
        if best == nil || (largest.widthInPixels ?? 0) > (best?.widthInPixels ?? 0) { best = largest }
      }
      return best?.url
    }

    private static func isAddress(_ value: String) -> Bool {
      value.utf8.count >= 5 && !value.holds(" ") && (value.holds("/") || value.holds("."))
    }

    private static func isPlaceholder(_ url: String) -> Bool {
      if url.startsWithAny(of: ["data:", "about:", "javascript:", "blob:"]) { return true }
      let name = url.split(separator: "/").last.map { $0.lowercased() } ?? ""
      return name.startsWithAny(of: [
        "blank.", "spacer.", "loading.", "lazyload.", "placeholder.", "transparent.", "grey.gif", "gray.gif", "1x1.",
        "pixel.", "lazy.", "lazy-load", "lazy_load", "default_load", "empty.gif", "none.gif", "s.gif", "b.gif",
        "space.gif",
      ])
    }
  }

  // MARK: Furniture

  /// Whether an address or an `img`'s attributes name something that pages show beside articles.
  private static func isFurniture(_ url: String, _ attributes: Attributes) -> Bool {
    let lowered = url.lowercased()
    if lowered.holdsAny(of: beacons) { return true }
    let path = lowered.split(separator: "?", maxSplits: 1).first.map(String.init) ?? lowered
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.ends(with: ".svg"), attributes.isIconSized || attributes["width"] == nil && name.holds("icon") {
      return true
    }
    if name.holdsAny(of: ["qrcode", "erweima", "qr_code", "qr-code", "2weima", "icon-zoom", "share_icon", "icon_share"])
      || name.startsWithAny(of: ["qr.", "ewm.", "ewm_", "wxqr", "icon-", "icon_", "ico_", "btn_", "btn-", "avatar."])
      || path.holdsAny(of: ["/qrcode/", "/erweima/", "/icons/", "/emoji/", "/smilies/", "/smiley/", "/avatar/"])
    {
      return true
    }
    if let alternative = attributes["alt"],
      ["二维码", "二維碼", "qrcode", "qr code", "logo", "avatar", "loading"].contains(alternative.lowercased())
    {
      return true
    }
    let words = (attributes["class"] ?? "") + " " + (attributes["id"] ?? "")
    let named = Array(words.utf8).withUnsafeBufferPointer { MarkupWords.words(in: $0) }
    if named.contains(.icon), !lowered.holds("wp-content/uploads") || attributes.isIconSized { return true }
    return attributes.isIconSized
  }

  /// Addresses that count readers.
  private static let beacons = [
    "/stat?event=", "feeds.feedburner.com/~", "feedads.", "doubleclick.net", "google-analytics", "googlesyndication",
    "pixel.wp.com", "stats.wordpress.com", "b.scorecardresearch", "pixel.quantserve", "hm.baidu.com", "cnzz.com",
    "s.w.org/images/core/emoji", "/tracking/", "/beacon", "pixel.gif", "/1x1", "counter.theguardian", "img.tfd.com",
    "feedsportal.com", "rss-pixel", "telemetry", "count.gif", "/pixel?",
  ]
}

extension SourceSet.Candidate {
  /// Whether the candidate shows more than a plain address does at the width that the page gives it.
  fileprivate func exceeds(_ widthInPixels: Double?, isAlone: Bool) -> Bool {
    if isAlone { return true }
    if let own = self.widthInPixels { return own > (widthInPixels ?? 0) }
    return (density ?? 1) > 1
  }
}
