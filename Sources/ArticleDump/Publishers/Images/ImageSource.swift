/// Reads what an `img` shows: the original's address, and the text that stands for it.
enum ImageSource {
  /// - Returns: The picture with its address, caption and credit, or nil when it is none: a tracking pixel, an icon, an
  ///   emoji, a QR code, a lazy loader's placeholder without an address.
  static func resolve(_ node: NodeID, in page: Page) -> ArticleImage? {
    let said = page.pictures[node]
    guard let url = said?.url ?? address(of: node, in: page, words: []) else { return nil }
    return ArticleImage(
      url: url, alternativeText: said?.alternativeText, caption: said?.caption, credit: said?.credit)
  }

  /// The address of the picture that an `img` stands for, or nil when it is no picture of an article.
  ///
  /// - Parameter words: What the classes of the element say.
  static func address(of node: NodeID, in page: Page, words: MarkupWords) -> String? {
    let attributes = Attributes(node, page.tree)
    guard !attributes.isTiny, let raw = attributes.bestAddress(page.tree, node) else { return nil }
    let url = ImageURL.original(raw, page: page.envelope.url)
    guard !url.isEmpty, !isFurniture(url, attributes, words) else { return nil }
    return url
  }

  // MARK: Attributes

  /// An element's attributes: found in one look, decoded when asked for.
  struct Attributes {
    private let tree: HTMLTree
    private var ranges: [(name: String, value: Range<Int>)] = []

    init(_ node: NodeID, _ tree: HTMLTree) {
      self.tree = tree
      let element = tree[node]
      tree.source.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        var scanner = AttributeScanner(base: base, offset: Int(element.sourceStart), limit: Int(element.sourceEnd))
        // No page gives a picture more attributes than this.
        while ranges.count < 64, scanner.next() {
          let name = UnsafeBufferPointer(rebasing: bytes[scanner.name])
          guard name.count <= 24, !scanner.value.isEmpty else { continue }
          let isLower = name.allSatisfy { $0 &- 0x41 >= 26 }
          let text = String(decoding: name, as: UTF8.self)
          ranges.append((isLower ? text : text.lowercased(), scanner.value))
        }
      }
    }

    subscript(name: String) -> String? {
      guard let range = ranges.first(where: { $0.name == name })?.value else { return nil }
      let value = tree.source.withUnsafeBufferPointer {
        CharacterReference.decode(UnsafeBufferPointer(rebasing: $0[range]), inAttribute: true)
      }.trimmedOfBlanks
      return value.isEmpty ? nil : value
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

    private static let lazyNameSet = Set(lazyNames)

    private static let lazySets = [
      "data-srcset", "data-lazy-srcset", "data-original-set", "data-actual-srcset", "srcset",
    ]

    /// The address that shows most: what a lazy loader keeps, the largest of a set, else `src`.
    func bestAddress(_ tree: HTMLTree, _ node: NodeID) -> String? {
      let plain = self["src"].flatMap { Self.isPlaceholder($0) ? nil : $0 }
      let mayBeLazy = ranges.contains { $0.name.utf8.count > 3 && Self.lazyNameSet.contains($0.name) }
      let lazy =
        mayBeLazy
        ? Self.lazyNames.lazy.compactMap { self[$0] }.first { Self.isAddress($0) && !Self.isPlaceholder($0) } : nil
      let single = lazy ?? plain
      if let (set, largest) = largestOfSets() {
        // A set that names the plain address is about the same picture; else the shown width tells which is larger.
        if let single, set.holds(single) { return largest.url }
        if largest.exceeds(widthInPixels, isAlone: single == nil) { return largest.url }
      }
      return single ?? pictureSource(tree, node)
    }

    private func largestOfSets() -> (set: String, largest: SourceSet.Candidate)? {
      for name in Self.lazySets {
        if let set = self[name], let largest = SourceSet.largest(in: set), !Self.isPlaceholder(largest.url) {
          return (set, largest)
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

    private static let placeholderNames = PhraseTable(
      [
        "blank.", "spacer.", "loading.", "lazyload.", "placeholder.", "transparent.", "grey.gif", "gray.gif", "1x1.",
        "pixel.", "lazy.", "lazy-load", "lazy_load", "default_load", "empty.gif", "none.gif", "s.gif", "b.gif",
        "space.gif",
      ].map { ($0, 0) })

    private static func isPlaceholder(_ url: String) -> Bool {
      guard let first = url.utf8.first else { return true }
      if first == 0x64 || first == 0x61 || first == 0x6A || first == 0x62,
        url.startsWithAny(of: ["data:", "about:", "javascript:", "blob:"])
      {
        return true
      }
      var url = url
      return url.withUTF8 { bytes in
        var start = bytes.count
        while start > 0, bytes[start - 1] != 0x2F { start -= 1 }
        return placeholderNames.match(in: bytes, at: start) != nil
      }
    }
  }

  // MARK: Furniture

  /// Whether an address or an `img`'s attributes name something that pages show beside articles.
  private static func isFurniture(
    _ url: String, _ attributes: Attributes, _ words: MarkupWords
  ) -> Bool {
    let lowered = url.lowercased()
    if beacons.holdsAny(in: lowered) { return true }
    let path = lowered.utf8.prefix { $0 != 0x3F }
    let name = path.lastIndex(of: 0x2F).map { String(Substring(path[path.index(after: $0)...])) } ?? ""
    if name.ends(with: ".svg"), attributes.isIconSized || attributes["width"] == nil && name.holds("icon") {
      return true
    }
    if furnitureNames.holdsAny(in: name) || name.startsWithAny(of: furnitureStarts) {
      return true
    }
    if let alternative = attributes["alt"], alternative.utf8.count <= 12,
      ["二维码", "二維碼", "qrcode", "qr code", "logo", "avatar", "loading"].contains(alternative.lowercased())
    {
      return true
    }
    if words.contains(.icon), !lowered.holds("wp-content/uploads") || attributes.isIconSized { return true }
    return attributes.isIconSized
  }

  private static let furnitureNames = PhraseTable(
    ["qrcode", "erweima", "qr_code", "qr-code", "2weima", "icon-zoom", "share_icon", "icon_share"].map { ($0, 0) })
  private static let furnitureStarts = [
    "qr.", "ewm.", "ewm_", "wxqr", "icon-", "icon_", "ico_", "btn_", "btn-", "avatar.",
  ]

  /// Addresses that count readers, and folders of furniture.
  private static let beacons = PhraseTable(
    [
      "/stat?event=", "feeds.feedburner.com/~", "feedads.", "doubleclick.net", "google-analytics", "googlesyndication",
      "pixel.wp.com", "stats.wordpress.com", "b.scorecardresearch", "pixel.quantserve", "hm.baidu.com", "cnzz.com",
      "s.w.org/images/core/emoji", "/tracking/", "/beacon", "pixel.gif", "/1x1", "counter.theguardian", "img.tfd.com",
      "feedsportal.com", "rss-pixel", "telemetry", "count.gif", "/pixel?", "/qrcode/", "/erweima/", "/icons/",
      "/emoji/",
      "/smilies/", "/smiley/", "/avatar/",
    ].map { ($0, 0) })
}

extension SourceSet.Candidate {
  /// Whether the candidate shows more than a plain address does at the width that the page gives it.
  fileprivate func exceeds(_ widthInPixels: Double?, isAlone: Bool) -> Bool {
    if isAlone { return true }
    if let own = self.widthInPixels { return own > (widthInPixels ?? 0) }
    return (density ?? 1) > 1
  }
}
