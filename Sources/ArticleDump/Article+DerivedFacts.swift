import Text

extension Article {
  /// Adds what the blocks and the envelope imply, as the last step of parsing. Facts that the page gives are kept.
  ///
  /// - Parameter page: The raw body; publishers' short links are in share bars that are not part of the blocks.
  /// - Complexity: O(n): one pass over the text, and one over the page if its publisher has short links.
  public mutating func deriveFacts(page: UnsafeBufferPointer<UInt8>? = nil) {
    var sheet = FactSheet()
    EdgeReader.read(&blocks, &sheet, zone: PageZone.zone(url: url), mayBeUnsigned: !authors.isEmpty)
    sheet.complete(&self)
    deriveRest(page: page)
  }

  /// The same, except the first and last paragraphs, which were read with the page.
  ///
  /// - Parameter isWritten: Whether a person wrote the title, which then stays as it is.
  mutating func deriveRest(page: UnsafeBufferPointer<UInt8>?, isWritten: Bool = false) {
    deriveFromURL()
    if !isWritten { cleanTitle() }
    readText(collectFromBlocks())
    if shortLink == nil, let page, let publisher, let link = ShortLink.find(in: page, publisher: publisher.id) {
      shortLink = link
      origins[.shortLink] = .page
    }
    if published == nil { derivePublished() }
    dropEarlyModification()
  }

  /// A modification before the publication does not count: a page that was scheduled keeps the date on which it was
  /// written.
  private mutating func dropEarlyModification() {
    guard let published, let modified, origins[.published] == .page else { return }
    let day: Int64 = published.isDateOnly || modified.isDateOnly ? 86_400 : 0
    guard modified.secondsSinceEpoch + day < published.secondsSinceEpoch else { return }
    self.modified = nil
    origins[.modified] = nil
  }

  /// The date in the address, in the file's name, or below the text, if the page gives none.
  private mutating func derivePublished() {
    let zone = PageZone.zone(url: url)
    if let url, let day = Timestamp(urlPath: url, zone: zone), isPlausible(day) {
      published = day
      origins[.published] = .url
    } else if let path, let day = Timestamp(path: path) {
      published = day
      origins[.published] = .path
    } else if case .paragraph(let text, nil) = blocks.last, text.text.utf8.count <= 40,
      let day = Timestamp(text.text, zone: zone), day.isDateOnly, isPlausible(day)
    {
      published = day
      origins[.published] = .text
    }
  }

  /// Whether a date is near the feed's; otherwise it may belong to something else.
  private func isPlausible(_ day: Timestamp) -> Bool {
    guard let fed else { return true }
    return abs(day.secondsSinceEpoch - fed.secondsSinceEpoch) <= 45 * 86_400
  }

  private mutating func deriveFromURL() {
    guard let url else { return }
    displayURL = PercentEncoding.decodedForDisplay(url)
    if section == nil, let section = SectionName.inPath(of: url) {
      self.section = section
      origins[.section] = .url
    }
  }

  // MARK: Title

  private mutating func cleanTitle() {
    let names = { [publisher, url] in
      var names = publisher.map { [$0.name, $0.id] } ?? []
      if let url, let host = PublisherRegistry.host(of: url) { names += TitleSuffix.names(ofHost: host) }
      return names
    }
    if let split = TitleSuffix.split(title, names: names) {
      title = split.title
      if section == nil, let column = split.columns.first(where: { $0.utf8.first.map { $0 >= 0x80 } ?? false }) {
        section = column
        origins[.section] = origins[.title]
      }
      // A publisher that is known only by its host has its name in the title.
      if let known = publisher, known.name == known.id { publisher?.name = split.suffix }
    }
    // 路透's desks put the person who is quoted after the title: `…--海关`.
    guard publisher?.id == "reuters" else { return }
    let bytes = Array(title.utf8)
    guard let dashes = RareBytes.last(Array("--".utf8), in: bytes), dashes > 0 else { return }
    let suffix = String(decoding: bytes[(dashes + 2)...].prefix(40), as: UTF8.self)
    guard 2...10 ~= suffix.unicodeScalars.count, suffix.unicodeScalars.allSatisfy(\.isHan) else { return }
    if source == nil || origins[.source] == .text {
      source = suffix
      origins[.source] = .text
    }
    title = String(decoding: bytes[..<dashes], as: UTF8.self)
  }

  // MARK: Collections

  /// Collects images and links, and reads the running text along with them.
  private mutating func collectFromBlocks() -> TextScan {
    var found = BlockCollection()
    var scan = TextScan()
    for index in blocks.indices {
      if case .figure = blocks[index] { blocks[index].nameWires() }
      let block = blocks[index]
      found.add(block)
      block.forEachText { scan.add($0) }
    }
    let isGiven = !images.isEmpty
    if !isGiven { images = found.images }
    if links.isEmpty { links = found.links }
    // Images of figures have been handled with their figures.
    for index in images.indices where isGiven && images[index].wire == nil {
      images[index].wire = WireFacts(imageURL: images[index].url)
    }
    related.removeAll { $0.url.isEmpty }
    if standfirst == nil,
      let lead = blocks.lazy.compactMap({ block -> String? in
        if case .paragraph(let text, .standfirst) = block { text.text } else { nil }
      }).first
    {
      standfirst = lead
      origins[.standfirst] = .page
    }
    return scan
  }

  // MARK: Text

  private mutating func readText(_ scan: consuming TextScan) {
    for image in images { if let caption = image.caption { scan.addCaption(caption) } }
    characterCount = scan.characterCount
    readingMinutes = scan.readingMinutes
    fingerprint = scan.fingerprint
    glosses = scan.glosses
    agencies = scan.agencies.map { AgencyTable.names[$0] }.filter { $0 != publisher?.name }
    if let tag = language { language = LanguageTag.canonical(tag) }
    // The script of Chinese is seen in the text, if the tag does not say it.
    if let found = scan.language, language == nil || (language == "zh" && found.hasPrefix("zh-")) {
      language = found
      origins[.language] = .computed
    }
  }
}

extension Block {
  /// The running text in a block, text by text; captions, notices and embeds are not running text.
  func forEachText(_ body: (String) -> Void) {
    switch self {
    case .paragraph(_, .notice), .paragraph(_, .endmark), .paragraph(_, .credit), .paragraph(_, .byline): break
    case .paragraph(let text, _), .heading(let text, _): body(text.text)
    case .quote(let blocks): for block in blocks { block.forEachText(body) }
    case .list(let list): for item in list.items { for block in item { block.forEachText(body) } }
    case .table(let table): for row in table.rows { for cell in row { body(cell.text) } }
    case .preformatted(let text, _): body(text)
    case .figure, .rule, .embed: break
    }
  }

  /// Fills in facts from the images' file names.
  mutating func nameWires() {
    guard case .figure(var figure) = self else { return }
    var isNamed = false
    for index in figure.images.indices where figure.images[index].wire == nil {
      guard let wire = WireFacts(imageURL: figure.images[index].url) else { continue }
      figure.images[index].wire = wire
      isNamed = true
    }
    if isNamed { self = .figure(figure) }
  }
}
