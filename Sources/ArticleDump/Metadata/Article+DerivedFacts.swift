extension Article {
  /// Adds what the blocks and the envelope imply, as the last step of parsing. What the page itself told stays.
  ///
  /// - Parameter page: The raw body; publishers' short links stand in share bars that are no part of the blocks.
  /// - Complexity: O(n): one pass over the text, and one over the page where its publisher has short links.
  public mutating func deriveFacts(page: UnsafeBufferPointer<UInt8>? = nil) {
    deriveFromURL()
    cleanTitle()
    deriveFromOpeningAndClosing()
    readText(collectFromBlocks())
    if shortLink == nil, let page, let publisher, let link = ShortLink.find(in: page, publisher: publisher.id) {
      shortLink = link
      origins[.shortLink] = .page
    }
    if authors.isEmpty { deriveSignature() }
    if published == nil { derivePublished() }
    dropEarlyModification()
  }

  /// Who signs: the text's last line is a day, and the one before it a name.
  private mutating func deriveSignature() {
    guard blocks.count >= 3, case .paragraph(let day, nil) = blocks[blocks.count - 1], day.text.utf8.count <= 40,
      Timestamp(day.text, zone: .utc)?.isDateOnly == true,
      case .paragraph(let text, nil) = blocks[blocks.count - 2], FamilyName.opens(text.text)
    else { return }
    authors = [text.text]
    origins[.authors] = .text
    blocks[blocks.count - 2] = .paragraph(text, role: .byline)
  }

  /// A change before the publication is none: a page that was planned ahead keeps the day on which it was written.
  private mutating func dropEarlyModification() {
    guard let published, let modified, origins[.published] == .page else { return }
    let day: Int64 = published.isDateOnly || modified.isDateOnly ? 86_400 : 0
    guard modified.secondsSinceEpoch + day < published.secondsSinceEpoch else { return }
    self.modified = nil
    origins[.modified] = nil
  }

  /// The day in the address, in the file's name, or under the text, where the page gives none.
  private mutating func derivePublished() {
    let zone = PageZone.zone(url: url)
    if let url, let day = Timestamp(urlPath: url, zone: zone), isPlausible(day) {
      published = day
      origins[.published] = .url
    } else if let path, let day = Timestamp(fileName: path) {
      published = day
      origins[.published] = .path
    } else if case .paragraph(let text, nil) = blocks.last, text.text.utf8.count <= 40,
      let day = Timestamp(text.text, zone: zone), day.isDateOnly, isPlausible(day)
    {
      published = day
      origins[.published] = .text
    }
  }

  /// Whether a day lies near the feed's; it may tell of something else.
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
      // A publisher that is known by its host only has a name in its title.
      if let known = publisher, known.name == known.id { publisher?.name = split.suffix }
    }
    // 路透's desks put the one that is quoted behind the title: `…--海关`.
    guard publisher?.id == "reuters" else { return }
    let bytes = Array(title.utf8)
    guard let dashes = RareBytes.last(Array("--".utf8), in: bytes), dashes > 0 else { return }
    let suffix = String(decoding: bytes[(dashes + 2)...].prefix(40), as: UTF8.self)
    guard 2...10 ~= suffix.unicodeScalars.count, suffix.unicodeScalars.allSatisfy(HanScalar.contains) else { return }
    if source == nil {
      source = suffix
      origins[.source] = .text
    }
    title = String(decoding: bytes[..<dashes], as: UTF8.self)
  }

  // MARK: First and last paragraphs

  private mutating func deriveFromOpeningAndClosing() {
    let openings = blocks.prefix(8).compactMap { block -> StyledText? in
      if case .paragraph(let text, let role) = block, role == nil || role == .standfirst { text } else { nil }
    }
    for opening in openings.prefix(2) {
      guard let found = Dateline(opening: opening.text) else { continue }
      if dateline == nil, let place = found.place {
        dateline = place
        origins[.dateline] = .text
      }
      if published == nil, let day = found.day {
        published = opening.text.prefix(40).contains("北京") ? day : day.onDate(of: PageZone.zone(url: url))
        origins[.published] = .text
      }
      if source == nil, let agency = found.source {
        source = agency
        origins[.source] = .text
      }
      if authors.isEmpty, !found.authors.isEmpty {
        authors = found.authors
        origins[.authors] = .text
      }
      break
    }
    // Bylines stand near the beginning or the end.
    let count = blocks.count
    for index in blocks.indices where index < 4 || index >= count - 5 {
      guard case .paragraph(let text, let role) = blocks[index] else { continue }
      if role == nil || role == .notice || role == .subhead, let note = SourceNote(text.text) {
        take(note)
        blocks[index] = .paragraph(text, role: .notice)
        continue
      }
      guard role != .subhead, role != .standfirst else { continue }
      if let byline = Byline(line: text.text) {
        take(byline)
        if role == nil { blocks[index] = .paragraph(text, role: .byline) }
      } else if authors.isEmpty, let byline = Byline(closing: text.text) {
        take(byline)
      } else if source == nil, index >= count - 5, let agency = SourceAgency.named(in: text.text) {
        source = agency
        origins[.source] = .text
        if role == nil { blocks[index] = .paragraph(text, role: .credit) }
      }
    }
  }

  private mutating func take(_ note: SourceNote) {
    if source == nil, let found = note.source {
      source = found
      origins[.source] = .text
    }
    if translators.isEmpty, let translator = note.translator {
      translators = [translator]
      origins[.translators] = .text
    }
  }

  private mutating func take(_ byline: Byline) {
    if authors.allSatisfy(PersonName.isPlaceholder), !byline.authors.isEmpty {
      authors = byline.authors
      origins[.authors] = .text
    }
    if translators.isEmpty, !byline.translators.isEmpty {
      translators = byline.translators
      origins[.translators] = .text
    }
    if editors.isEmpty, !byline.editors.isEmpty {
      editors = byline.editors
      origins[.editors] = .text
    }
    if source == nil, let found = byline.source {
      source = found
      origins[.source] = .text
    }
  }

  // MARK: Collections

  /// Collects images and links; reads the running text, since the blocks are at hand.
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
    // Figures' images have been looked at with their figures.
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
    if language == nil, let found = scan.language {
      language = found
      origins[.language] = .computed
    }
  }
}

extension Block {
  /// The running text below a block, text by text; captions, notices and embeds are not running text.
  func forEachText(_ body: (String) -> Void) {
    switch self {
    case .paragraph(_, .notice), .paragraph(_, .endmark), .paragraph(_, .credit), .paragraph(_, .byline): break
    case .paragraph(let text, _), .heading(let text, _): body(text.text)
    case .quote(let blocks): for block in blocks { block.forEachText(body) }
    case .list(let list): for item in list.items { for block in item { block.forEachText(body) } }
    case .table(let table): for row in table.rows { for cell in row { body(cell.text) } }
    case .preformatted(let text): body(text)
    case .figure, .rule, .embed: break
    }
  }

  /// Fills in what the images' file names tell.
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
