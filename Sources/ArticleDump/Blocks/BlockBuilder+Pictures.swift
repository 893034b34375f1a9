import Text

/// Pictures, and embedded content of which a terminal can only show the address.
extension BlockBuilder {
  mutating func picture(_ id: NodeID) {
    let said = pictures[id]
    if said.map({ $0.isFormula ?? PictureAttributes(id, tree).isFormula }) ?? true, let text = textOfEmoji(id) {
      run.collector.append(ready: text)
      return
    }
    guard let image = ImageSource.resolve(id, said, in: tree, pageURL: pageURL) else { return }
    if image.url == pictureJustShown, said?.caption == nil { return }
    if run.isBlank { _ = finishRun() } else { flush() }
    pictureJustShown = image.url
    budget.spend(outputInBytes: image.sizeInBytes)
    // A picture with all its facts takes as much memory as three paragraphs.
    budget.spendBlock(countingAs: 2)
    if let holder = containers.lastIndex(where: { $0.kind == .figure }) {
      budget.spendBlock()
      containers[holder].images.append(image)
      if containers[holder].caption == nil, let caption = said?.caption {
        containers[holder].caption = StyledText(caption)
      }
      if containers[holder].credit == nil { containers[holder].credit = said?.credit }
      return
    }
    emit(.figure(Figure(images: [image], caption: said?.caption.map { StyledText($0) }, credit: said?.credit)))
  }

  /// The character that a picture represents: pages write emoji as pictures with the character in `alt`.
  private func textOfEmoji(_ id: NodeID) -> String? {
    guard let text = tree.attribute("alt", of: id), !text.isEmpty else { return nil }
    if PictureAttributes(id, tree).isFormula { return text }
    guard text.unicodeScalars.count <= 8 else { return nil }
    let isMarked =
      tree.attribute("class", of: id, contains: "emoji") || tree.attribute("class", of: id, contains: "smil")
    let isEmoji = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0xA8 && (scalar.properties.isEmoji || scalar.value == 0xFE0F || scalar.value == 0x200D)
    }
    return isMarked || isEmoji ? text : nil
  }

  /// Whether a `noscript` only repeats, for browsers without scripts, the picture that was just shown.
  func repeatsPicture(_ id: NodeID) -> Bool {
    guard pictureJustShown != nil, run.isBlank else { return false }
    var hasPicture = false
    let isEmpty = !tree.descendants(of: id, passingOver: { $0 == .noscript }) { node in
      if tree.isText(node), !tree.isBlank(node) { return true }
      if tree.tag(node) == .img { hasPicture = true }
      return false
    }
    return isEmpty && hasPicture
  }

  /// Emits the placeholder of embedded content.
  ///
  /// - Returns: `false` if the page gives no address for it.
  mutating func embed(_ id: NodeID, _ tag: Tag) -> Bool {
    if tree.hasClass("wp-embedded-content", id), case .quote? = containers.last?.blocks.last {
      // WordPress (embed.php) shows another post in a frame, preceded by a quoted link for readers without frames.
      return false
    }
    var url =
      tree.attribute("src", of: id) ?? tree.attribute("data-src", of: id) ?? tree.attribute("data", of: id)
    if url == nil || url?.isEmpty == true {
      _ = tree.descendants(of: id, passingOver: Self.holdsSources) { node in
        guard tree.tag(node) == .source else { return false }
        url = tree.attribute("src", of: node)
        return true
      }
    }
    if url?.isEmpty == true, tag == .iframe { url = linkInside(id) }
    guard let url, !url.isEmpty, !url.hasPrefix("about:"), !url.hasPrefix("javascript:"), !url.hasPrefix("data:")
    else { return false }
    flush()
    let kind: Embed.Kind =
      switch tag {
      case .video: .video
      case .audio: .audio
      default: Self.kind(ofFrame: url)
      }
    let text = tree.attribute("title", of: id) ?? tree.attribute("aria-label", of: id) ?? ""
    emit(.embed(Embed(kind: kind, url: ImageURL.absolute(url, page: pageURL), text: text)))
    return true
  }

  /// Whether an element has sources of its own.
  private static func holdsSources(_ tag: Tag) -> Bool {
    switch tag {
    case .video, .audio, .object, .picture: true
    default: false
    }
  }

  /// `<iframe src=""><a href="https://…">`: a feed's frame is empty, and the link inside, which is text to a browser,
  /// leads to the content that it showed.
  private func linkInside(_ id: NodeID) -> String? {
    let markup = tree.text(of: id)
    guard markup.utf8.count <= 600, let range = markup.firstRange(of: "href=\"") else { return nil }
    let url = String(markup[range.upperBound...].prefix { $0 != "\"" })
    return url.begins(with: "https://") ? url : nil
  }

  /// What a frame shows, by its address.
  private static func kind(ofFrame url: String) -> Embed.Kind {
    let lowered = url.lowered
    for (kind, pieces) in frameKinds where pieces.holdsAny(in: lowered) { return kind }
    return .frame
  }

  private static let frameKinds: [(Embed.Kind, PhraseTable)] = [
    (
      .video,
      [
        "youtube", "youtu.be", "vimeo", "bilibili", "youku", "v.qq.com", "dailymotion", "tudou", "iqiyi",
        "facebook.com/plugins/video", "/video",
      ]
    ),
    (.tweet, ["twitter.com", "platform.x.com"]),
    (.audio, ["soundcloud", "spotify", "podcast", "/audio", "music.163", "firstory", "soundon"]),
  ].map { (kind: Embed.Kind, pieces: [String]) in (kind, PhraseTable(pieces.map { ($0, 0) })) }
}

extension ArticleImage {
  /// Bytes of the picture's address and texts.
  fileprivate var sizeInBytes: Int {
    url.utf8.count + (alternativeText?.utf8.count ?? 0) + (caption?.utf8.count ?? 0) + (credit?.utf8.count ?? 0)
  }
}
