import ArticleDump
import SeededRandom

/// Random articles with every kind of block and every fact, for properties of the renderings.
enum ArticleGenerator {
  static func article(using generator: inout SeededGenerator) -> Article {
    var article = Article(
      dialect: Dialect.allCases.randomElement(using: &generator) ?? .feed, path: maybe(text, &generator),
      title: text(&generator))
    article.url = maybe(text, &generator)
    article.displayURL = maybe(text, &generator)
    article.publisher = maybe({ Publisher(id: text(&$0), name: text(&$0)) }, &generator)
    article.section = maybe(text, &generator)
    article.authors = list(text, &generator)
    article.translators = list(text, &generator)
    article.editors = list(text, &generator)
    article.source = maybe(text, &generator)
    article.dateline = maybe(text, &generator)
    article.published = maybe(timestamp, &generator)
    article.fed = maybe(timestamp, &generator)
    article.modified = maybe(timestamp, &generator)
    article.language = maybe(text, &generator)
    article.standfirst = maybe(text, &generator)
    article.shortLink = maybe(text, &generator)
    article.blocks = blocks(depth: 3, &generator)
    article.images = list(image, &generator)
    article.links = list(link, &generator)
    article.related = list(link, &generator)
    article.glosses = list({ Gloss(name: text(&$0), original: text(&$0)) }, &generator)
    article.agencies = list(text, &generator)
    article.tags = list(text, &generator)
    article.characterCount = Int.random(in: 0...9_999, using: &generator)
    article.readingMinutes = Int.random(in: 0...99, using: &generator)
    article.fingerprint = generator.next()
    for fact in Fact.allCases where Bool.random(using: &generator) {
      article.origins[fact] = Origin.allCases.randomElement(using: &generator)
    }
    article.diagnostics = list(
      { Diagnostic(kind: text(&$0), line: Int.random(in: 0...9, using: &$0), message: text(&$0)) }, &generator)
    return article
  }

  static func blocks(depth: Int, _ generator: inout SeededGenerator) -> [Block] {
    (0..<Int.random(in: 0...5, using: &generator)).map { _ in block(depth: depth, &generator) }
  }

  private static func block(depth: Int, _ generator: inout SeededGenerator) -> Block {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 7), using: &generator) {
    case 0:
      var text = styled(&generator)
      text.alignment = maybe({ StyledText.Alignment.allCases.randomElement(using: &$0) ?? .right }, &generator)
      return .paragraph(
        text, role: maybe({ ParagraphRole.allCases.randomElement(using: &$0) ?? .notice }, &generator))
    case 1: return .heading(styled(&generator), level: Int.random(in: 1...6, using: &generator))
    case 2: return .preformatted(text(&generator))
    case 3: return .rule
    case 4:
      return .embed(
        Embed(
          kind: Embed.Kind.allCases.randomElement(using: &generator) ?? .video, url: maybe(text, &generator),
          text: text(&generator)))
    case 5:
      return .figure(
        Figure(images: list(image, &generator), caption: maybe(styled, &generator), credit: maybe(text, &generator)))
    case 6:
      let columns = Int.random(in: 1...3, using: &generator)
      return .table(
        Table(
          caption: maybe(styled, &generator), headRowCount: Int.random(in: 0...1, using: &generator),
          rows: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            (0..<columns).map { _ in styled(&generator) }
          }))
    case 7: return .quote(blocks(depth: depth - 1, &generator))
    default:
      return .list(
        ListBlock(
          isOrdered: Bool.random(using: &generator), start: Int.random(in: 0...9, using: &generator),
          items: (0..<Int.random(in: 0...3, using: &generator)).map { _ in blocks(depth: depth - 1, &generator) },
          numbering: ListNumbering.allCases.randomElement(using: &generator) ?? .decimal,
          isReversed: Bool.random(using: &generator),
          values: list({ maybe({ Int.random(in: 0...9, using: &$0) }, &$0) }, &generator)))
    }
  }

  /// Text with markup characters, controls, emoji and Han.
  static func text(_ generator: inout SeededGenerator) -> String {
    let pieces = [
      "阅览", "、。“”", "Latin text", "*_`~[]()<>#!|\\", "&amp;", "1. ", "- ", "> ", "\u{1B}[0m", "\u{202E}", "\u{2028}",
      "👩\u{200D}👧",
      "\u{E0041}", "\"\\/", "\u{85}", " ", "\u{3000}", "𠮷", "---", "https://a.example/?a=b&c", "+", "=", "\u{0}",
    ]
    return (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private static func styled(_ generator: inout SeededGenerator) -> StyledText {
    let text = text(&generator)
    var styled = StyledText(text)
    var offsets = [0]
    for scalar in text.unicodeScalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    for _ in 0..<Int.random(in: 0...2, using: &generator) where offsets.count > 1 {
      let lower = Int.random(in: 0..<(offsets.count - 1), using: &generator)
      let upper = Int.random(in: (lower + 1)..<offsets.count, using: &generator)
      let styles: [InlineStyle] = [
        .strong, .emphasis, .code, .superscript, .subscript, .deleted, .underline, .mark, .emphasisDots,
        .link(url: Self.text(&generator)),
        .ruby(annotation: Self.text(&generator)),
      ]
      styled.spans.append(
        StyledText.Span(
          utf8Range: offsets[lower]..<offsets[upper], style: styles.randomElement(using: &generator) ?? .strong))
    }
    styled.spans.sort { $0.utf8Range.lowerBound < $1.utf8Range.lowerBound }
    return styled
  }

  private static func image(_ generator: inout SeededGenerator) -> ArticleImage {
    ArticleImage(
      url: text(&generator), alternativeText: maybe(text, &generator), caption: maybe(text, &generator),
      credit: maybe(text, &generator),
      wire: maybe({ WireFacts(agency: text(&$0), taken: maybe(timestamp, &$0), slug: maybe(text, &$0)) }, &generator))
  }

  private static func link(_ generator: inout SeededGenerator) -> Link {
    Link(text: text(&generator), url: text(&generator))
  }

  private static func timestamp(_ generator: inout SeededGenerator) -> Timestamp {
    let isDateOnly = Bool.random(using: &generator)
    let offset = Int32.random(in: -48...56, using: &generator) * 900
    let seconds = Int64.random(in: 0...4_000_000_000, using: &generator)
    return Timestamp(
      secondsSinceEpoch: isDateOnly ? seconds / 86_400 * 86_400 - Int64(offset) : seconds,
      utcOffsetInSeconds: offset, isDateOnly: isDateOnly)
  }

  private static func maybe<T>(_ make: (inout SeededGenerator) -> T, _ generator: inout SeededGenerator) -> T? {
    Bool.random(using: &generator) ? make(&generator) : nil
  }

  private static func list<T>(_ make: (inout SeededGenerator) -> T, _ generator: inout SeededGenerator) -> [T] {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in make(&generator) }
  }
}
