import Text

/// Reads what an `img` shows: the address of the original, and the text that replaces it.
enum ImageSource {
  /// - Returns: The picture with its address, caption and credit; `nil` for anything else, such as a tracking pixel, an icon,
  ///   an emoji, a QR code, or a lazy loader's placeholder without an address.
  ///
  /// - Parameter said: What the page says about the picture.
  static func resolve(_ node: NodeID, _ said: PictureText?, in tree: HTMLTree, pageURL: String?) -> ArticleImage? {
    let url = said?.url ?? address(of: node, PictureAttributes(node, tree), in: tree, pageURL: pageURL, words: [])
    guard let url else { return nil }
    return ArticleImage(
      url: url, alternativeText: said?.alternativeText, caption: said?.caption, credit: said?.credit)
  }

  /// The address of the picture that an `img` shows; `nil` if it is not a picture of an article.
  ///
  /// - Parameter words: The words in the names of the element's classes.
  static func address(
    of node: NodeID, _ attributes: PictureAttributes, in tree: HTMLTree, pageURL: String?, words: MarkupWords
  ) -> String? {
    guard !attributes.isTiny, let raw = attributes.bestAddress(tree, node) else { return nil }
    let url = ImageURL.original(raw, page: pageURL)
    guard !url.isEmpty, !isDecoration(url, attributes, words) else { return nil }
    return url
  }

  // MARK: Boilerplate

  /// Whether an address or an `img`'s attributes name something that is not part of an article.
  private static func isDecoration(
    _ url: String, _ attributes: PictureAttributes, _ words: MarkupWords
  ) -> Bool {
    let isIconSized = attributes.isIconSized
    let hasWidth = attributes.hasWidth
    let isNamedSo = url.withLoweredBytes { bytes -> Bool in
      if beacons.holdsAny(in: bytes) { return true }
      let name = fileName(of: bytes)
      if ByteSearch.ends(name, with: ".svg"),
        isIconSized || !hasWidth && ByteSearch.holds(name, "icon")
      {
        return true
      }
      return decorationNames.holdsAny(in: name) || decorationStarts.match(in: name, at: 0) != nil
    }
    if isNamedSo { return true }
    if let alternative = attributes.alternativeText(ofAtMost: 12),
      ["二维码", "qrcode", "qr code", "logo", "avatar", "loading"].contains(alternative.lowered.simplified)
    {
      return true
    }
    if words.contains(.icon), !url.lowered.holds("wp-content/uploads") || isIconSized { return true }
    return isIconSized
  }

  /// The text between the path's last slash and the query; empty without a slash.
  private static func fileName(of url: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let end = url.firstIndex(of: 0x3F) ?? url.count
    var start = end
    while start > 0, url[start - 1] != 0x2F { start -= 1 }
    return UnsafeBufferPointer(rebasing: url[(start > 0 ? start : end)..<end])
  }

  private static let decorationNames = PhraseTable(
    ["qrcode", "erweima", "qr_code", "qr-code", "2weima", "icon-zoom", "share_icon", "icon_share"].map { ($0, 0) })
  private static let decorationStarts = PhraseTable(
    ["qr.", "ewm.", "ewm_", "wxqr", "icon-", "icon_", "ico_", "btn_", "btn-", "avatar."].map { ($0, 0) })

  /// Addresses that count readers, and folders of boilerplate pictures.
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
