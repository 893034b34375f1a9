import Text

/// The images of blocks, each once, and their links, in reading order.
struct BlockCollection {
  private(set) var images: [ArticleImage] = []
  private(set) var links: [Link] = []
  /// Searched linearly while there are few; the set is used when there are many.
  private var imageURLs: Set<String> = []
  private static let fewImages = 16
  /// How much text is left for captions of several pictures.
  private var repeatedCaptionsInBytes = ParsingLimits.standard.repeatedCaptionsInBytes

  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let text, _), .heading(let text, _): add(text)
    case .quote(let blocks): for block in blocks { add(block) }
    case .list(let list): for item in list.items { for block in item { add(block) } }
    case .table(let table): for row in table.rows { for cell in row { add(cell) } }
    case .figure(let figure): add(figure)
    case .preformatted, .rule, .embed: break
    }
  }

  /// The images with the figure's caption and credit where they have none of their own.
  private mutating func add(_ figure: Figure) {
    for image in figure.images where isNew(image.url) {
      var image = image
      if let caption = figure.caption?.text, image.caption == nil, mayRepeat(caption, of: image, in: figure) {
        image.caption = caption
      }
      image.credit = image.credit ?? figure.credit
      images.append(image)
    }
    if let caption = figure.caption { add(caption) }
  }

  /// Whether a picture may get its figure's caption: with n pictures, a long caption would be written n times.
  private mutating func mayRepeat(_ caption: String, of image: ArticleImage, in figure: Figure) -> Bool {
    if image.url == figure.images.first?.url { return true }
    repeatedCaptionsInBytes -= caption.utf8.count
    return repeatedCaptionsInBytes >= 0
  }

  private mutating func isNew(_ url: String) -> Bool {
    if images.count < Self.fewImages { return !images.contains { $0.url == url } }
    if imageURLs.isEmpty { imageURLs = Set(images.map(\.url)) }
    return imageURLs.insert(url).inserted
  }

  /// A link that the page cut into adjacent pieces counts as one.
  private mutating func add(_ styled: StyledText) {
    var pending: (link: Link, end: Int)?
    guard !styled.spans.isEmpty else { return }
    styled.text.withBytes { bytes in
      for span in styled.spans {
        guard case .link(let url) = span.style else { continue }
        let words = String(decoding: bytes[span.utf8Range.clamped(to: 0..<bytes.count)], as: UTF8.self)
        if let last = pending, last.link.url == url, last.end == span.utf8Range.lowerBound {
          pending = (Link(text: last.link.text + words, url: url), span.utf8Range.upperBound)
        } else {
          if let last = pending { links.append(last.link) }
          pending = (Link(text: words, url: url), span.utf8Range.upperBound)
        }
      }
    }
    if let last = pending { links.append(last.link) }
  }
}
