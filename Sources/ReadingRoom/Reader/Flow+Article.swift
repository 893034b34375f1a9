import ArticleDump
import Typesetting

extension Flow {
  /// The reading text of an article, title block first, numbered links last.
  ///
  /// - Parameter numbersLinks: Whether links show their numbers and are listed under them at the end.
  init(_ article: Article, language: Language, charactersPerMinute: Int, numbersLinks: Bool = true) {
    append(Leaf(.title, text: Flow.title(of: article, language: language)))
    let facts = Flow.factLine(of: article, language: language, charactersPerMinute: charactersPerMinute)
    if !facts.isEmpty {
      var leaf = Leaf(.factLine, text: facts)
      leaf.isMadeByRoom = true
      append(leaf)
    }
    var ornament = Leaf(.ornament)
    ornament.isMadeByRoom = true
    append(ornament)

    var builder = FlowBuilder(flow: self, language: language, numbersLinks: numbersLinks)
    let hasStandfirst = article.blocks.contains {
      if case .paragraph(_, role: .standfirst) = $0 { true } else { false }
    }
    if !hasStandfirst, let standfirst = article.standfirst, !Flow.opens(article.blocks, with: standfirst) {
      builder.add(.paragraph(StyledText(standfirst), role: .standfirst), Surroundings())
    }
    if numbersLinks { builder.flow.lastNoteNumber = article.blocks.lastNoteNumber }
    builder.add(article.blocks)
    builder.addNotes()
    self = builder.flow
  }

  private static func title(of article: Article, language: Language) -> String {
    let title = sanitizedLine(article.title)
    return title.contains { $0 != " " } ? title : Message.noTitle.text(in: language)
  }

  /// Whether the body itself starts with this text.
  private static func opens(_ blocks: [Block], with text: String) -> Bool {
    for block in blocks {
      switch block {
      case .paragraph(let styled, _): return styled.text.hasPrefix(text) || text.hasPrefix(styled.text)
      case .figure, .embed, .rule: continue
      default: return false
      }
    }
    return false
  }

  /// Publisher, section, time; then who wrote it and how long it is.
  static func factLine(of article: Article, language: Language, charactersPerMinute: Int) -> String {
    var first: [String] = []
    if let publisher = article.publisher { first.append(publisher.name) }
    if let section = article.section { first.append(section) }
    if let date = article.published ?? article.fed { first.append(date.written(in: language)) }
    var second: [String] = []
    if !article.authors.isEmpty { second.append(article.authors.prefix(3).joined(separator: "、")) }
    if article.characterCount > 0 {
      second.append(Message.characters.text(in: language, article.characterCount.grouped))
      let minutes = max(1, (article.characterCount + charactersPerMinute / 2) / max(1, charactersPerMinute))
      second.append(Message.minutes.text(in: language, String(minutes)))
    }
    return [first, second].filter { !$0.isEmpty }
      .map { sanitizedLine($0.joined(separator: " · ")) }.joined(separator: "\n")
  }
}

/// The containers around blocks.
struct Surroundings {
  /// The columns of the bars of the quotes: each one is where its quote begins, in whatever list that is.
  var quoteBars: [Int] = []
  var listIndentInCells = 0
  var listDepth = 0
}

/// Turns blocks into leaves.
struct FlowBuilder {
  var flow: Flow
  let language: Language
  let numbersLinks: Bool
  private var numbers: [String: Int] = [:]
  private var imageCount = 0

  init(flow: Flow, language: Language, numbersLinks: Bool = true) {
    self.flow = flow
    self.language = language
    self.numbersLinks = numbersLinks
  }

  mutating func add(_ blocks: [Block]) {
    // Blocks may be nested as deeply as a dump likes, so this uses its own stack, not the machine's.
    var pending: [Pending] = blocks.reversed().map { Pending(block: $0, surroundings: Surroundings()) }
    while let next = pending.popLast() {
      switch next.block {
      case .quote(let inner):
        var surroundings = next.surroundings
        surroundings.quoteBars.append(
          surroundings.listIndentInCells + surroundings.quoteBars.count * LeafLayout.quoteIndentInCells)
        pending += inner.reversed().map { Pending(block: $0, surroundings: surroundings) }
      case .list(let list):
        var surroundings = next.surroundings
        let markers = list.markers
        let markerWidth = list.isOrdered ? 1 + (markers.compactMap { $0?.widthInCells() }.max() ?? 0) : 2
        // Even, so that the Han in items stay on the grid of the page.
        surroundings.listIndentInCells = min(24, surroundings.listIndentInCells + max(4, (markerWidth + 3) & ~1))
        surroundings.listDepth += 1
        for (index, item) in list.items.enumerated().reversed() {
          let marker = markers[index] == "•" && surroundings.listDepth % 2 == 0 ? "-" : markers[index]
          let blocks = item.isEmpty ? [Block.paragraph(StyledText(), role: nil)] : item
          for (place, block) in blocks.enumerated().reversed() {
            var own = surroundings
            // A list in an item follows its text as the next item would.
            var isTight = place == 0 && (index > 0 || next.isTight)
            if place > 0, case .list = block { isTight = true }
            if list.isOfDefinitions {
              // Terms are at the list's own edge, with their explanations close under them.
              if case .paragraph(_, .term) = block {
                own.listIndentInCells = next.surroundings.listIndentInCells
                isTight = place > 0
              } else {
                isTight = true
              }
            }
            pending.append(
              Pending(block: block, surroundings: own, marker: place == 0 ? marker : nil, isTight: isTight))
          }
        }
      default:
        let count = flow.leaves.count
        add(next.block, next.surroundings, marker: next.marker, isTight: next.isTight)
        precondition(flow.leaves.count >= count, "leaves are only added")
      }
    }
  }

  private struct Pending {
    var block: Block
    var surroundings: Surroundings
    var marker: String?
    var isTight = false
  }

  mutating func add(_ block: Block, _ around: Surroundings, marker: String? = nil, isTight: Bool = false) {
    var leaf: Leaf
    switch block {
    case .paragraph(let text, let role):
      leaf = styled(kind(of: role), text)
      guard !leaf.text.isEmpty || marker != nil else { return }
      if role == .subhead { flow.outline.append(OutlineEntry(title: leaf.text, level: 2, leaf: flow.leaves.count)) }
    case .heading(let text, let level):
      leaf = styled(.heading(level: level), text)
      guard !leaf.text.isEmpty else { return }
      flow.outline.append(OutlineEntry(title: leaf.text, level: level, leaf: flow.leaves.count))
    case .preformatted(let text, _): leaf = Leaf(.preformatted, text: sanitizedParagraph(text))
    case .rule: leaf = Leaf(.rule)
    case .figure(let figure):
      add(figure, around)
      return
    case .embed(let embed): leaf = leafOf(embed)
    case .table(let table):
      if let caption = table.caption, !caption.isEmpty {
        var leaf = styled(.credit, caption)
        leaf.quoteBars = around.quoteBars
        flow.append(leaf)
      }
      leaf = leafOf(table)
    case .quote, .list: return
    }
    leaf.quoteBars = around.quoteBars
    leaf.listIndentInCells = around.listIndentInCells
    leaf.marker = marker
    leaf.isTight = isTight
    flow.append(leaf)
  }

  private func kind(of role: ParagraphRole?) -> Leaf.Kind {
    switch role {
    case .standfirst: .standfirst
    case .subhead: .heading(level: 2)
    case .byline: .byline
    case .credit: .credit
    case .endmark: .endmark
    case .notice: .notice
    case .term: .term
    case nil: .paragraph
    }
  }

  private mutating func styled(_ kind: Leaf.Kind, _ text: StyledText, label: String = "") -> Leaf {
    let leafIndex = flow.leaves.count
    // Moved out while they grow: a copy for every paragraph would cost the square of the number of links.
    var links: [FlowLink] = []
    var numbers: [String: Int] = [:]
    swap(&links, &flow.links)
    swap(&numbers, &self.numbers)
    let leaf = Leaf(kind, styled: text, label: label) { text, url in
      guard numbersLinks else { return nil }
      if let number = numbers[url] { return number }
      guard !url.isEmpty, !url.hasPrefix("#") else { return nil }
      let number = flow.numberOfLink(at: links.count)
      links.append(FlowLink(text: sanitizedLine(text), url: url, leaf: leafIndex))
      numbers[url] = number
      return number
    }
    swap(&links, &flow.links)
    swap(&numbers, &self.numbers)
    return leaf
  }

  private mutating func add(_ figure: Figure, _ around: Surroundings) {
    for (index, image) in figure.images.enumerated() {
      imageCount += 1
      let label = "〔\(Message.imageNumber.text(in: language, String(imageCount)))〕"
      let isLast = index == figure.images.count - 1
      let caption = isLast ? figure.caption : nil
      var leaf = styled(.figure, caption ?? StyledText(Flow.legend(of: image)), label: label)
      leaf.quoteBars = around.quoteBars
      leaf.listIndentInCells = around.listIndentInCells
      leaf.isTight = index > 0
      flow.figures.append((flow.leaves.count, image))
      flow.append(leaf)
    }
    if let credit = figure.credit ?? figure.images.last?.credit, !credit.isEmpty {
      var leaf = Leaf(.credit, text: sanitizedLine(credit))
      leaf.quoteBars = around.quoteBars
      leaf.isTight = true
      flow.append(leaf)
    }
  }

  private func leafOf(_ embed: Embed) -> Leaf {
    let name: Message =
      switch embed.kind {
      case .video: .video
      case .audio: .audio
      case .tweet: .tweet
      case .frame: .frame
      }
    let label = "〔\(name.text(in: language))〕"
    var leaf = Leaf(
      .embed,
      text: label + sanitizedParagraph([embed.text, embed.url ?? ""].filter { !$0.isEmpty }.joined(separator: " ")))
    leaf.runs = [StyleRun(utf8Range: 0..<label.utf8.count, style: .aside)]
    return leaf
  }

  private func leafOf(_ table: Table) -> Leaf {
    var text = ""
    var cells: [[Range<Int>]] = []
    var runs: [StyleRun] = []
    for row in table.rows {
      var ranges: [Range<Int>] = []
      for cell in row {
        let leaf = Leaf(.paragraph, styled: cell) { _, _ in nil }
        let start = text.utf8.count
        text += leaf.text
        ranges.append(start..<text.utf8.count)
        runs += leaf.runs.map {
          StyleRun(
            utf8Range: $0.utf8Range.lowerBound + start..<$0.utf8Range.upperBound + start, style: $0.style, url: $0.url)
        }
        text += "\n"
      }
      cells.append(ranges)
    }
    var leaf = Leaf(.table(cells, headRowCount: table.headRowCount), text: text)
    leaf.runs = runs
    return leaf
  }

  /// Numbered links, after the text.
  mutating func addNotes() {
    guard !flow.links.isEmpty else { return }
    flow.append(Leaf(.noteHeading, text: Message.links.text(in: language)))
    for (index, link) in flow.links.enumerated() {
      let label = "[\(flow.numberOfLink(at: index))] "
      var leaf = Leaf(.note, text: label + sanitizedLine(PercentEncoding.decodedForDisplay(link.url)))
      leaf.runs = [
        StyleRun(utf8Range: 0..<label.utf8.count, style: .aside),
        StyleRun(utf8Range: label.utf8.count..<leaf.text.utf8.count, style: [], url: link.url),
      ]
      leaf.isTight = index > 0
      flow.append(leaf)
    }
  }
}

extension Flow {
  /// The text that represents a picture.
  static func description(of image: ArticleImage) -> String {
    if let caption = image.caption ?? image.alternativeText, !caption.isEmpty { return caption }
    if let wire = image.wire {
      return [wire.agency, wire.taken?.shown(withTime: false), wire.slug].compactMap { $0 }.joined(separator: " ")
    }
    return fileName(of: image)
  }

  /// The text beside a picture's number: like `description`, but with a file's name only if it contains words.
  static func legend(of image: ArticleImage) -> String {
    let description = description(of: image)
    let name = fileName(of: image)
    return description == name && !hasWords(name) ? "" : description
  }

  private static func fileName(of image: ArticleImage) -> String {
    let path = image.url.split(separator: "?").first ?? ""
    return PercentEncoding.decodedForDisplay(String(path.split(separator: "/").last ?? ""))
  }

  /// Whether a file's name contains Han, or two words in letters: cameras and servers name files with numbers and
  /// hashes.
  private static func hasWords(_ name: String) -> Bool {
    let stem = (name.split(separator: ".").first ?? "").unicodeScalars
    if stem.contains(where: { $0.value >= 0x2E80 }) { return true }
    return stem.split { !isLetter($0) }.count { isWord($0) } >= 2
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  /// Whether letters look like a word or like words joined by capitals: not a hexadecimal hash, with a vowel, without
  /// scattered capitals (`zOQI`, `WxrgoQeTv`).
  private static func isWord(_ letters: some Collection<Unicode.Scalar>) -> Bool {
    guard letters.count >= 3, letters.contains(where: { "aeiouyAEIOUY".unicodeScalars.contains($0) }),
      letters.contains(where: { !("a"..."f" ~= $0 || "A"..."F" ~= $0) })
    else { return false }
    var run = 0
    var wasCapital = true
    for letter in letters {
      let isCapital = "A"..."Z" ~= letter
      if isCapital, !wasCapital {
        if run < 3 { return false }
        run = 0
      }
      // Lower case after at least two capitals: `QIabc`.
      if !isCapital, wasCapital, run > 1 { return false }
      run += 1
      wasCapital = isCapital
    }
    return run >= 3
  }
}
