import FrontMatter
import MarkdownReader
import Text

/// An article that was written in Markdown.
///
/// What a person wrote is not cleaned: no line is dropped because of its words, and no caption is guessed. Only a
/// clipping or an exported post loses what its publisher's rules name.
enum MarkdownPage {
  static func read(_ article: inout Article, _ page: inout Page, _ budget: ParsingBudget, isCleaning: Bool) {
    captions(&page)
    let rules = PublisherRegistry.rules(url: page.envelope.url, path: page.path)
    page.rules = rules
    // Someone who translates or discusses a publisher's article is the author of the text.
    let isCleaning = isCleaning && page.envelope.isClipping
    if isCleaning { rules?.clean(&page) }
    let outcome = BlockBuilder.outcome(of: page, budget)
    // The node's place is in the HTML that was generated from the source.
    if let (limit, _) = outcome.exceeded { article.diagnostics.append(limit.diagnostic(line: 0)) }
    page.holdsRedirector = outcome.holdsRedirector
    var blocks = outcome.blocks
    if isCleaning { rules?.finish(&blocks, &page) }
    let title = settleTitle(&blocks, page)
    // What the envelope and the front matter give takes precedence; what is found later only fills in what is missing.
    let envelope = page.envelope
    if let matter = envelope.frontMatter { article.apply(matter, isWritten: true, zone: page.clock) }
    if article.authors.isEmpty, !envelope.authors.isEmpty {
      article.authors = envelope.authors
      article.origins[.authors] = .envelope
    }
    if article.title.isEmpty { article.title = title?.value ?? "" }
    let isDated = page.path.flatMap { Timestamp(path: $0) } != nil
    MarkdownFactLines.read(blocks, into: &article, zone: isDated ? nil : page.zone)
    EdgeReader.read(&blocks, &page.facts, zone: page.zone, mayBeUnsigned: !article.authors.isEmpty)
    article.blocks = blocks
    page.facts.resolve(into: &article, page: page)
    if let title { article.origins[.title] = title.origin }
    article.deriveRest(page: nil, isWritten: true)
    // The cover is a picture of the article, although it has no place in the text.
    if let cover = envelope.frontMatter?.cover, !article.images.contains(where: { $0.url == cover }) {
      article.images.insert(ArticleImage(url: cover), at: 0)
    }
  }

  /// A picture's alternative text replaces it, and its title is its caption.
  private static func captions(_ page: inout Page) {
    guard page.tree.first(.img) != nil else { return }
    for node in page.tree.all where page.tree.tag(node) == .img {
      let alternative = page.tree.attribute("alt", of: node)?.trimmedOfBlanks ?? ""
      if !alternative.isEmpty, !isMadeByProgram(alternative) {
        page.pictures[node, default: PictureText()].alternativeText = alternative
      }
      guard let title = page.tree.attribute("title", of: node)?.trimmedOfBlanks, !title.isEmpty, title != alternative
      else { continue }
      page.pictures[node, default: PictureText()].caption = title
    }
  }

  /// Whether a picture's text is an editor's filler or the name of a file: `img`, `01.jpg`, `6689264031_4c7516b3e1_z`.
  private static func isMadeByProgram(_ text: String) -> Bool {
    if PictureReader.isFiller(text) { return true }
    let bytes = text.utf8
    return bytes.allSatisfy { $0 > 0x20 && $0 < 0x80 } && bytes.count { $0 &- 0x30 < 10 } >= 6
  }

  // MARK: Title

  /// Removes the heading that is the title from the blocks, since it is shown as the title; everything else stays.
  private static func settleTitle(_ blocks: inout [Block], _ page: Page) -> Sourced<String>? {
    let headings = blocks.indices.filter { level(of: blocks[$0]) == 1 }
    let given = page.facts.title?.value ?? page.envelope.title
    if !given.isEmpty {
      // An equal heading further down belongs to a section.
      guard let first = headings.first, first < 8, isEqual(text(of: blocks[first]), given) else { return nil }
      blocks.remove(at: first)
      return nil
    }
    if let first = headings.first, headings.count == 1 || first == 0 || precedesBody(blocks[..<first]) {
      let title = text(of: blocks[first])
      blocks.remove(at: first)
      return Sourced(title, .page)
    }
    return named(blocks.first, path: page.path)
  }

  /// The title of a body, from its first kilobytes.
  static func title(of tree: HTMLTree, path: String?) -> String {
    let page = Page(tree: tree, envelope: Envelope(dialect: .markdown, body: 0..<0), path: path)
    var blocks = BlockBuilder.blocks(of: page)
    return settleTitle(&blocks, page)?.value ?? ""
  }

  /// The file's name, unless it says nothing and the text begins with a heading.
  private static func named(_ first: Block?, path: String?) -> Sourced<String>? {
    let name = path.flatMap(FallbackTitle.fileName)
    if let first, level(of: first) != nil, name?.unicodeScalars.contains(where: \.isHan) != true {
      return Sourced(text(of: first), .page)
    }
    return name.map { Sourced($0, .path) }
  }

  /// Whether what precedes a heading is only front material: quotes, lists, pictures, rules, short lines.
  private static func precedesBody(_ blocks: ArraySlice<Block>) -> Bool {
    blocks.count <= 6
      && blocks.allSatisfy { block in
        switch block {
        case .quote, .list, .figure, .rule, .table: true
        case .paragraph(let text, _): text.text.utf8.count <= 240
        default: false
        }
      }
  }

  private static func level(of block: Block) -> Int? {
    if case .heading(_, let level) = block { level } else { nil }
  }

  private static func text(of block: Block) -> String {
    if case .heading(let text, _) = block { text.withoutRubyText.text.onOneLine } else { "" }
  }

  /// Whether two titles are the same apart from blanks.
  private static func isEqual(_ a: String, _ b: String) -> Bool {
    a == b || a.withoutBlanks.lowered == b.withoutBlanks.lowered
  }

  // MARK: Diagnostics

  static func diagnostics(of omissions: [MarkdownOmission], envelope: Envelope) -> [Diagnostic] {
    omissions.map { omission in
      Diagnostic(
        kind: "markup-not-shown", line: envelope.bodyLine + omission.line - 1,
        message: "not shown: " + omission.source.onOneLine)
    }
  }
}
